"""Words that say that something helped, or that recommend it.

One way of saying it a line, as labels are written (`kg.extraction.gapped`): "|" stands between
words of which one is said, "…" for up to seven words, ".." for up to two; forms of a regular verb
meet, and articles do not count.
"""

from __future__ import annotations

STRONG = """
changed everything|conversation|mood|minds|game|dynamic
cut|cuts through
removed|removes|overcame|overcome|overcomes|dissolved|dispelled … obstacles|barriers|hurdles|suspicion|doubts|fears|resistance
ended|ends|avoided|avoids|averted|prevented|prevents|stopped|stops .. rows|arguments|resentment|duplication|confusion|quarrels|disputes|delay|misunderstanding|misunderstandings|mistakes|conflict|friction
saved|saves|spared|spares .. time|argument|arguments|duplication
united|unites|inspired|inspires|energised|heartened|emboldened|motivated|encouraged .. them|everyone|everybody|team|staff|partners|people|us|others
protected|protects|shielded|sustained|sustains|rescued .. plan|work|project|programme|scheme|partnership|it|momentum
turned|turns|made … into|in supporters|allies|believers|friends|enthusiasts
drove|drives|driven improvement|progress|change|results|performance|uptake
took|take|takes heart|courage|comfort
got|gets … right|through
carried|carries … along|forward|on
spreading|spread|spreads word|idea
shaped|shapes .. service|plan|plans|model|design
relies|relied|rely|depends|depended|depend on them|it|this|these
were|was|are|is glad|grateful|thankful|appreciative
which|that .. valued|appreciated|liked|welcomed|enjoyed|praised
it showed
to good|great effect
with good|great results
thanks|thank them|it|him|her for
problems|questions|issues|rows .. sorted|solved|settled
made|makes .. complete|whole|richer|stronger|better
broke|breaks|breaking .. down barriers|walls|silos|mistrust
raised|raises|lifted|lifts .. morale|spirits|confidence|ambition|sights
built|builds|build .. confidence|trust|momentum|credibility|support|goodwill
sealed|secured|secures|ensured|guaranteed .. support|success|agreement|commitment|backing
sold|sells .. idea|change|plan
silenced|disarmed|satisfied|persuaded|persuades|converted|swayed .. sceptics|doubters|critics|waverers|boards|board|doctors|directors
attracted|drew|brought … in
made|make|making .. difference
made|make|making … possible|easier|simpler|smoother|happen|viable|quicker|faster|feasible|stick
made|make … what it is
made|make … what they are
made|make … work
paid|pay|pays off
paid|pay|paying … dividends
bore|borne|bear fruit
worked wonders
did|done trick
served|serve|serves … well
stood|stand … good stead
lay|lie|lies|lain behind
underpins
underpinned
carried|carries|steered|tided|pulled|saw … through
kept|keep|keeps|keeping … course|track|together|flowing|side|onside|moving|alive|afloat|honest|step|going|focused|united|board
kept|keep|keeps … pace|momentum|morale
held|hold|holds … together
bound|bind|binds … together
smoothed|smooths|smooth … way|path|passage|transition|change
eased|eases … way|path|passage|transition
paved|paves|pave way
cleared|clears|clear .. way|path|air
opened|opens|open .. doors|door|way|eyes
oiled|oils|greased|greases wheels
gave|give|gives|given|giving|granted|lent|lends|lend … start|confidence|momentum|credibility|foundation|foundations|footing|edge|impetus|courage|legitimacy|push|cover|room|licence|freedom|authority|strength|lift|boost|teeth|weight|stability|space|clout|nerve|drive|security|assurance|standing
saved|spared|saves|spares .. months|weeks|years|mistake|mistakes|trouble|effort|grief
saved|spared .. from
convinced
convinces
reassured
persuaded … that|join|sign|back|try|stay|agree
won|wins|win over|round
won|brought|talked|got|gets|brings|win … round|over|board|onside|ground|line|moving|started
won|wins|win … support|hearts|trust|confidence|backing|consent|allies|day
galvanised
galvanises
propelled
propels
spurred
spurs
strengthened
strengthens
unlocked
unlocks
unblocked|unblocks
accelerated
hastened
transformed|transforms|changed how|way|what|relations
broke|breaks|broken deadlock|logjam|ice|down
sped|speeded|speeds … up
sped
counted|counts|count … most|more|much
mattered|matters|matter … most|more|greatly|enormously
contributed|contributes … success|progress
helped|helps … most|enormously|greatly|immensely|hugely
helped|helps … no end
helped|helps … great|good deal
did|does much|more|most|wonders
turned|turns .. tide|corner
turned|turns .. round|around
tipped|tips balance|scales
set|sets it|us|them apart
put|puts it|us|them ahead
went|go|goes|gone long way
drove|drives|driving|drive|driven .. change|forward|progress|programme|improvement
driving|drives|drove this|it
could|can|would not|never .. done|do|manage|managed|coped|cope without
tops|topped|heads|headed .. list
top|head of .. list
best .. ideas .. came|come
brought|brings … reach|credibility|skills|energy|knowledge|expertise|experience|perspective
do it|same|that again
do likewise
would|could|might not|never|hardly … otherwise
would|could|might … without it|them|that|this|her|him
would|could have … died|failed|stalled|collapsed|folded|lost|foundered|withered|fizzled|halt|apart|nowhere|nothing
without it|them|that|this|these
couldnt|wouldnt|couldn't|wouldn't … without|otherwise
counsel
behind|credit|credited|thank for .. success|progress|improvement|result
in great|no small measure|part
got|gets|get results|traction|moving|there
got|get things done
moved|moves|move things|it|matters|us|them on|along|forward
"""
"""What stands behind a help and tells what it did."""

WEAK = """
let
lets
letting
allowed
allows
allowing
enabled
enables
enabling
helped
helps
gave
gives
made
makes
eased
eases
kept
keeps
freed
bought
ensured
ensures
means|meant that
means|meant we|they|it|people|staff|patients|everyone
paid for
is|was|thats why|how
found it .. easier
was|were|been able to
"""
"""What does so in words that mean much else: only a help close before it counts."""

PRIZED = """
bedrock
cornerstone
backbone
linchpin
lynchpin
keystone
mainstay
lifeblood
foundation|foundations of|for|on
firm|solid|strong|secure|good foundation|foundations|footing
glue
engine|motor|springboard of|for|behind
secret
key|main|chief|real|principal|biggest|greatest|important|critical|essential|vital|major|strongest|prime|crucial|single|central factor|reason|ingredient|element|enabler|strength|part|driver|lesson|help|asset|facilitator|feature|thing|advantage|explanation
success|enabling|decisive|critical factor|factors|ingredient
key|secret|recipe|route|trick|answer|clue|keys to|of|for|behind
making of
catalyst|spark|spur for|of|behind
turning point
master stroke
masterstroke
driving|moving force
great|greatest|biggest|best|real|huge|big|single|most … asset|assets|strength|strengths|help|boon|decision|decisions|move|advantage|boost|weapon|ally|allies|lever|step|tool|investment|card
its|their|our strength
strength
asset
reason|reasons|explanation for|behind|why|it|they|we|that
trump card
godsend
boon
blessing
clincher
prerequisite
precondition
enabler
facilitator
what .. made|makes|kept|keeps|got|gets|held|holds|binds|bound|helped|helps|worked|works|mattered|matters|counted|counts|won|persuaded|turned|carried|saved|drove|drives|sold|tipped|unlocked|convinced|sustained|allowed|enabled|lets|let|gave
how things|it|they|we|this got|get|works|worked|done
heart|root|core|bottom of .. success|progress|improvement|achievement
behind it|this|that|much|success|progress|everything|what|improvement
half battle
worth its|their|it|every|more|all|weight|effort|trouble|wait
worth as much
to thank
much|greatly|highly|warmly|hugely|widely|most valued|prized|praised|appreciated
recommended
recommended|advised|commended to|for|as
most .. useful|helpful|valuable|important|effective feature|features|element|elements|part|parts|thing|things|aspect|aspects|factor|factors|step|steps|ingredient|ingredients|of
of great|real|enormous|immense|huge help|value|use
fruitful
right thing|call
well worth
"""
"""What a help is said to be ("was the bedrock"), or what is said to be the help ("the key was …")."""

BETTER = """
stronger|closer|better|easier|quicker|smoother|warmer as result
stronger|better|richer|wiser for it
"""
"""What is said of other things to have come of a help told just before."""

VITAL = """
well spent
poorer|weaker|nowhere|lost without
glad|grateful|thankful of|for it|that|this|them
crucial
critical
vital
essential
decisive
pivotal
instrumental
invaluable
indispensable
paramount
fundamental
priceless
key
half battle
"""
"""What a help is said to be, where no thing follows of which it is said ("vital services")."""

CREDITS = """
had it not been for
were it not for
but for
nothing|none|little|neither … without|but
importance|value of
stress|stresses|stressed|emphasises|emphasised|underlines|underlined|highlights|highlighted .. importance|value|need
it took|takes .. persistence|courage|stubborn|determined|few|handful|patience
relies|relied|depends|depended on|upon
hinges|hinged|rests|rested|turns|turned on|upon
thanks .. to
because of
owing|due to
owes|owe|owed|owing … to
came|comes|come|is|was|it|all .. down to
put|puts|putting … down to
attributes|attributed|attribute|ascribes|ascribed … to
credits
credited
tribute to
single|singled|singles out
points|pointed|point to
cites|cited|cite
key|secret|trick|answer|difference|clincher|breakthrough is|was|lies|lay|were|has
success|progress|achievement|achievements|results … rests|rested|depends|depended|hinges|hinged|relies|relied|built|founded|turned|stands|stood|based|grounded|rooted on|upon|in
built|rests|rested|founded|building on|upon
on back|strength of
by dint|virtue of
made possible|easier|simpler by
it|this|that helped|mattered|counted|worked|succeeded that|because|when|to|through|by
worked|works|succeeded|succeeds|happened|prospered|thrived|flourished|survived because|thanks|when|once
succeeded|prospered|thrived|flourished|survived through|by
came about|off because|through|thanks|when|once|by
helped|aided|assisted|enabled|driven|spurred|eased|boosted|buoyed|sustained|strengthened|underpinned|facilitated|smoothed|fuelled|carried|lifted|reinforced .. by
with help|backing|aid|blessing of
would|could|might not|never|hardly|scarcely … without|but
would|could|might not … had it|they|we not
wouldnt|couldnt … without
benefited|benefits|gained|gains|profited|drew|drawn … from
lucky|fortunate|blessed|glad|grateful|thankful|indebted to|for|in|with|have
nothing … without
"""
"""What stands before that to which it gives the credit."""

ADVICE = """
is|was|remains|be .. advice|counsel|recommendation|plea
are|is|was|were encouraged|advised|urged|told|recommended to
lucky|fortunate|blessed .. have|had|in
best|fastest|furthest|highest|quickest|strongest|smoothest|easiest where|when|wherever
advice|counsel|recommendation|recommendations|motto|watchword|message|plea|tip|tips|lesson|lessons to|of|from|is|was|for
my|our|his|her|their|its|whose|first|main|one|chief|best|top|piece|vanguards|programmes advice|counsel|tip|tips|recommendation|recommendations|lesson|lessons|message|motto|rule|suggestion
piece|pieces|bit|word of advice
golden rule is|was
advises
advises|advised .. others|vanguards|areas|places|sites|anyone
is|are|was|were advised
urges
urged
recommends
recommended
counsels
counselled
preaches
would tell|urge|advise|recommend|say
tells|told others|visitors|colleagues|newcomers
asked for|about .. secret|key|success
asked what|which|how|why … recommend|advise|advice|tell|secret|success|made|helped|difference|key|tip|lesson|differently
those|others|anyone|areas|places|whoever who|that would|want|wish|come|hope|may|plan … follow|copy|try|start|after
offers|offered|passes|pass .. to others|those
pass|passes|passed on
lesson|lessons learned|learnt|drawn
swears|swear|swore by
explaining|explains|explained|explain how|why|what … work|worked|works|done|success|succeeded|made|got|well|fast|moved
of|about what makes|made|kept|keeps|got|helps|helped
other|others|another areas|places|sites|vanguards|systems should|must|need|ought
"""
"""What recommends what stands on either side of it."""
