"""The user's file of identity rules."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.identity_rules import LARGEST, IdentityRules, load_identity, meant, read_identity

HEAD = "rule,left,right\n"


def test_a_file_gives_aliases_and_pairs_to_keep_apart(tmp_path):
    """Notes, empty lines, a byte-order mark, quotes and spaces are no matter."""
    path = tmp_path / "mine.csv"
    path.write_text(
        "\ufeff# mine\r\n\r\n" + HEAD + 'alias, Hope Hospital ,"Salford, Royal"\r\n'
        "# note, with comma\nnever-merge,organisation:a,https://x.org/b\n"
        "alias,Hope Hospital,Salford Royal Two\n",
        encoding="utf-8",
        newline="",
    )

    assert load_identity(path) == IdentityRules(
        (("Hope Hospital", "Salford, Royal"), ("Hope Hospital", "Salford Royal Two")),
        (("organisation:a", "https://x.org/b"),),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "f.csv: it is empty; the first line must be rule,left,right"),
        ("# only notes\n", "it is empty"),
        ("alias,A B,C D\n", "line 1: the first line must be rule,left,right; it is alias,A B,C D"),
        (HEAD + "alias,One\n", "line 2: 2 values, expected 3"),
        (HEAD + "alias,One,Two, Ltd\n", "line 2: 4 values, .* in double quotes"),
        (HEAD + "same,One,Two\n", "unknown rule 'same'; the rules are alias and never-merge"),
        (HEAD + "alias,One,\n", "line 2: '' is no name"),
        (HEAD + "alias,One,?!\n", "line 2: '\\?!' is no name"),
        (HEAD + "alias,the CCG,Luton CCG\n", "line 2: 'the CCG' names a kind of organisation"),
        (HEAD + "alias,Hope Hospital,hope hospital\n", "both sides are 'Hope Hospital'"),
        (
            HEAD + "alias,One A,Two B\n\nnever-merge,two b,one a\n",
            "line 4 says never-merge of 'two b' and 'one a', line 2 says alias",
        ),
        (HEAD + 'alias,"' + "x" * 200_000 + '",b\n', "line 2: not CSV: field larger"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(text, words):
    """The message says which file and line, what was given and what was expected."""
    with pytest.raises(InputError, match=words) as caught:
        read_identity(text, "f.csv")
    assert str(caught.value).startswith("f.csv: ")


def test_bytes_that_are_no_text_and_files_too_large_are_refused(tmp_path):
    """A file that is no UTF-8, not there, or vast is an error of one line."""
    for name, content in (("a.csv", b"\xff\xfe\x00"), ("b.csv", b"#" * (LARGEST + 1))):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=name):
            load_identity(tmp_path / name)
    with pytest.raises(InputError, match=r"gone\.csv: cannot be read"):
        load_identity(tmp_path / "gone.csv")


@given(st.text(max_size=200))
def test_any_text_gives_rules_or_an_error_of_ours(text):
    """Nothing but InputError comes out of a bad file."""
    with suppress(InputError):
        assert isinstance(read_identity(HEAD + text, "f"), IdentityRules)


def test_a_name_means_who_is_told_by_it_else_who_is_spelled_alike():
    """Identifier, then exact name, then another spelling."""
    told = {"x:a": {"Hope Trust", "HT"}, "x:b": {"Hope"}, "x:c": {"Luton CCG"}}
    prefixes = {"p": "x:"}

    names = ("x:a", "p:b", "p:z", "hope", "NHS Hope", "luton clinical commissioning group", "Leeds")
    assert [meant(name, told, prefixes) for name in names] == [
        ("x:a",),
        ("x:b",),
        (),
        ("x:b",),
        ("x:a", "x:b"),
        ("x:c",),
        (),
    ]
