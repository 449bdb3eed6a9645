"""Words that decide which direction word tells of which measure, for `kg.extraction.pairing`."""

from __future__ import annotations

from kg.extraction.cues import word_set

INTRANSITIVE = word_set(
    """
    fell fallen falling rose risen rising grew climbed climbing declined declining shrank
    soared soaring surged jumped tumbled plunged deteriorated deteriorating dipped swelled
    escalated growing fall falls rise rises drop drops climb decline growth surge jump dip
    """
)
"""Words that tell of what follows only with "in" or "of"."""
DWINDLED = word_set(
    """
    dropped declined halved doubled trebled shrank slumped eased vanished disappeared increased
    decreased
    """
)
"""Words in "-ed" and "-ank" that tell of a trouble before them with nothing between."""
PRENOMINAL = word_set(
    """
    fewer less more greater additional extra good high highest excellent larger smaller
    """
)
FELL = word_set("fell fallen rose risen grew grown shrank declining climbing soaring")
VERBS = word_set("has have had is are was were")
AMONG = word_set("among of for in at")
BEING = word_set(
    """
    get gets getting is are was were been be being become became remain remained stayed got
    """
)
APART = word_set("who which that out and or but")
"""Words between a measure and a word of change that part them."""
BARRED = word_set(
    """
    for with from to by at who which that into after before than we it they he she i through
    using via across among during without
    """
)
PEOPLE = word_set(
    """
    people patients residents callers children adults women clients users persons staff
    """
)
AFTER_VERB = word_set(
    """
    by in from to at since after over during on across and but for when with as between
    through significantly markedly slightly sharply overall this last while so because
    steadily most less more much only again too little
    """
)
FORECAST = word_set(
    """
    is are was were be been expected set likely forecast due continue continues continued
    began begin begun started predicted projected put thought seem seems seemed tend tends
    """
)
NOT_YET = word_set("yet failed fails fail refused refuse failing begins starting beginning")
"""Words before "to" that say of a change that it has not come, or only begins."""
GOING_ON = word_set("is are was were been on keep keeps kept still")
GOING = frozenset((word,) for word in word_set("going rising falling growing climbing coming"))
"""What "keep" only prolongs: "admissions keep rising"."""
CHANCED = word_set(
    "to be have had a an their the any another make need require been end up in being"
)
"""Words between "less likely" and the event that is the rarer."""
SIGNS = word_set("sign signs evidence see seen seeing")
ACTIVE = word_set("avoided saved spared prevented averted")
OF_THEM = frozenset(("of", word) for word in ("them", "those", "these", "us", "its", "our", "the"))
PEOPLED = word_set("fewer less more stop stops stopped stopping prevent prevents preventing")
NOUNS = word_set("better improvement reduction reductions improvements")
KEEPING = word_set(
    """
    prevent prevents prevented preventing stop stops stopped stopping keep keeps kept
    keeping saved save
    """
)
EXPECTING = word_set(
    """
    expect expects expected forecast forecasts predict predicts predicted project projects
    anticipate anticipates want wants wanted hope hopes for assumes assumed
    """
)
MODIFYING = frozenset((word,) for word in word_set("at in of for about with from to on by among"))
"""What opens the words that only say which: "the queue in the emergency department"."""
STEADY = word_set("flat steady stable level")
HELD = word_set("held hold holds holding kept keep keeps keeping")
CLOSING = word_set("closed closing close")
A_REACH = 6
B_REACH = 10
CUE_REACH = 2
CHAIN_REACH = 6
LISTED_REACH = 4
