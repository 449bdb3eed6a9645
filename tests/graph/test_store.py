"""The folder of the store: written whole or not at all, read by several at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.store import MARKER, check_writable, open_store, to_rdflib, write_store

A, P, G = NamedNode("http://x/a"), NamedNode("http://x/p"), NamedNode("http://x/g")


def quads(*texts):
    return [Quad(A, P, Literal(text), G) for text in texts]


def test_what_is_written_is_read_and_nothing_of_the_old_stays(tmp_path):
    """A second build replaces the first, and leaves nothing beside the folder."""
    path = tmp_path / "graph"

    assert write_store(path, quads("one", "two", "two")) == 2
    assert write_store(str(path), iter(quads("three"))) == 1

    assert list(open_store(path)) == quads("three")
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]
    assert json.loads((path / MARKER).read_text()) == {"format": 1}


def test_a_build_that_fails_leaves_the_old_graph_whole(tmp_path):
    """An error half-way passes through; the old store is as it was."""
    path = tmp_path / "graph"
    write_store(path, quads("old"))

    def failing():
        yield from quads("new")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_store(path, failing())

    assert list(open_store(path)) == quads("old")
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]


def test_a_build_killed_between_its_renames_is_mended(tmp_path):
    """The old store set aside is read, and put back when the next build fails."""
    path, aside = tmp_path / "graph", tmp_path / ".graph.old"
    write_store(path, quads("old"))
    path.rename(aside)

    assert list(open_store(path)) == quads("old")
    with pytest.raises(ZeroDivisionError):
        write_store(path, (1 / 0 for _ in "x"))

    assert list(open_store(path)) == quads("old")
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]


def test_a_killed_build_leaves_the_old_graph_and_its_rest_is_cleared(tmp_path):
    """A process killed while it writes loses only its own work."""
    path = tmp_path / "graph"
    write_store(path, quads("old"))
    script = (
        "import os, sys\n"
        "from pyoxigraph import *\n"
        "from kg.graph.store import write_store\n"
        "def half():\n"
        "    yield Quad(NamedNode('http://x/a'), NamedNode('http://x/p'), Literal('new'))\n"
        "    os._exit(9)\n"
        "write_store(sys.argv[1], half())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)

    assert done.returncode == 9
    assert sorted(p.name for p in tmp_path.iterdir()) == [".graph.building", "graph"]
    assert list(open_store(path)) == quads("old")

    write_store(path, quads("newer"))
    assert list(open_store(path)) == quads("newer")
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]


def test_what_a_build_killed_after_its_renames_left_aside_is_cleared(tmp_path):
    """The new store counts; the old one set aside goes with the next build."""
    path, aside = tmp_path / "graph", tmp_path / ".graph.old"
    write_store(path, quads("old"))
    write_store(aside, quads("older"))

    assert list(open_store(path)) == quads("old")
    write_store(path, quads("new"))

    assert list(open_store(path)) == quads("new")
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]


def test_two_builds_at_once_are_refused(tmp_path):
    """While a build writes, another says so and does no harm."""
    path = tmp_path / "graph"

    def nested():
        yield from quads("one")
        with pytest.raises(StoreError, match="another build is writing"):
            write_store(path, quads("two"))

    write_store(path, nested())

    assert list(open_store(path)) == quads("one")


def test_a_folder_that_is_no_store_is_never_overwritten(tmp_path):
    """A folder with something else in it, or a file, is refused with what to do."""
    (tmp_path / "thesis.txt").write_text("all I have")
    file = tmp_path / "thesis.txt"

    for path, words in ((tmp_path, "no store of kg"), (file, "this is a file")):
        with pytest.raises(StoreError, match=words):
            write_store(path, quads("x"))
        with pytest.raises(StoreError, match=words):
            check_writable(path)

    assert file.read_text() == "all I have"
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_empty_folder_becomes_a_store(tmp_path):
    """An empty folder holds nothing to lose."""
    path = tmp_path / "graph"
    path.mkdir()

    write_store(path, quads("x"))

    assert list(open_store(path)) == quads("x")


def test_a_link_to_a_store_stays_a_link(tmp_path):
    """The folder behind the link is replaced, not the link."""
    real, link = tmp_path / "real", tmp_path / "link"
    write_store(real, quads("x"))
    link.symlink_to(real)

    write_store(link, quads("y"))

    assert link.is_symlink()
    assert list(open_store(real)) == quads("y")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "run `kg build` first"),
        ("", "cannot be read"),
        ('{"format": 99}', "format 99"),
        ("[]", "cannot be read"),
        ('{"format": 1}', "cannot be opened"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path, content, words):
    """A store that is missing, damaged or of another format is named with the cure."""
    path = tmp_path / "graph"
    if content is not None:
        path.mkdir()
        (path / MARKER).write_text(content)

    with pytest.raises(StoreError, match=words):
        open_store(path)


def test_a_foreign_folder_is_not_opened(tmp_path):
    """A folder without the marker is no store of ours."""
    pyoxigraph.Store(str(tmp_path / "other"))

    with pytest.raises(StoreError, match="no store of kg"):
        open_store(tmp_path / "other")


def test_two_processes_read_at_once_and_while_a_build_replaces(tmp_path):
    """Readers do not shut each other out, and keep what they opened."""
    path = tmp_path / "graph"
    write_store(path, quads("one"))
    here = open_store(path)
    script = (
        "import sys; from kg.graph.store import open_store; s = open_store(sys.argv[1]); "
        "print(len(s), flush=True); sys.stdin.readline(); print(len(s))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "1\n"
        write_store(path, quads("one", "two"))
        assert other.communicate("\n")[0] == "1\n"

    assert list(here) == quads("one")
    assert len(open_store(path)) == 2


def test_a_store_is_opened_for_reading_only(tmp_path):
    """Nothing can be written through a reader."""
    write_store(tmp_path / "graph", quads("x"))

    with pytest.raises(RuntimeError):
        open_store(tmp_path / "graph").add(quads("y")[0])


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_named(tmp_path):
    """A store that cannot be written says why."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            write_store(tmp_path / "graph", quads("x"))
    finally:
        tmp_path.chmod(0o700)


def test_a_parent_that_is_a_file_is_named(tmp_path):
    """A path that cannot exist is an error of ours, not a traceback."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match="cannot be written"):
        write_store(tmp_path / "file" / "graph", quads("x"))


def test_rdflib_sees_the_store(tmp_path):
    """The rdflib view reads the store itself, graphs apart."""
    import rdflib

    write_store(tmp_path / "graph", quads("x"))

    dataset = to_rdflib(open_store(tmp_path / "graph"))

    graph = dataset.get_context(rdflib.URIRef("http://x/g"))
    assert [tuple(map(str, triple)) for triple in graph] == [("http://x/a", "http://x/p", "x")]
    assert len(dataset.default_graph) == 0


def test_the_marker_alone_names_no_path_or_time(tmp_path):
    """Two stores of the same quads have the same marker."""
    for name in "ab":
        write_store(tmp_path / name, quads("x"))

    one, two = (Path(tmp_path / name / MARKER).read_bytes() for name in "ab")
    assert one == two
