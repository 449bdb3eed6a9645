"""Paths to Documents."""

import os
from pathlib import Path

import pytest

from kg.documents.load import load
from kg.documents.outline import outline
from kg.documents.read import read_file, read_text
from kg.errors import ReadError


def write(folder, texts):
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def ids(loaded):
    return [document.id for document in loaded.documents]


def test_documents_come_in_order_of_id_with_their_sources(tmp_path):
    """All are read, told of by sources.csv, and counted one by one."""
    write(tmp_path, {"b.txt": "Beta.", "a.md": "# Alpha\n\nText.", "z.txt": "---\nid: A0\n---\nZ."})
    write(tmp_path, {"sources.csv": "file,title,date\nb.txt,The B,2016\n"})
    seen = []
    loaded = load([tmp_path], lambda done, total, name: seen.append((done, total)))
    assert [(d.id, d.title, d.get("date")) for d in loaded.documents] == [
        ("a", "Alpha", ""),
        ("a0", "Z.", ""),
        ("b", "The B", "2016"),
    ]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert loaded.failed == ()


def test_ids_that_collide_get_a_digest_in_any_order(tmp_path, monkeypatch):
    """Two texts of one name are two sources, named alike from anywhere and in any order."""
    write(tmp_path, {"x/a b.txt": "One.", "y/a-b.txt": "Two.", "y/c.txt": "Three."})
    loaded = load([tmp_path / "x", tmp_path / "y"])
    one, two = (read_text(text, "x").digest[:8] for text in ("One.", "Two."))
    assert ids(loaded) == [f"a b-{one}", f"a-b-{two}", "c"]
    monkeypatch.chdir(tmp_path)
    assert load(["y", "x/a b.txt"]).documents == loaded.documents


def test_a_text_that_is_there_twice_is_kept_once(tmp_path):
    """The copy is skipped, and the note says whose copy it is."""
    write(tmp_path, {"a.txt": "Same.", "sub/b.txt": "Same."})
    loaded = load([tmp_path])
    assert ids(loaded) == ["a"]
    assert loaded.skipped == (
        (str(tmp_path / "sub" / "b.txt"), f"same text as {tmp_path / 'a.txt'}"),
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path):
    """An empty file, a binary one, a dangling link and a bad list do not stop the others."""
    write(tmp_path, {"good.txt": "Good.", "empty.txt": "", "sources.csv": "a,b\n"})
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    loaded = load([tmp_path])
    assert ids(loaded) == ["good"]
    assert [(Path(e.path).name, e.reason) for e in loaded.failed] == [
        ("binary.txt", "it is not UTF-8 or Windows-1252 text at byte 129 (0x81); save it as UTF-8"),
        ("empty.txt", "it is empty"),
        ("gone.txt", "it is a link to nothing"),
        ("sources.csv", "it has no column 'file'; its columns are: a, b"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(tmp_path):
    """A file that may not be read is an error of its own."""
    write(tmp_path, {"shut.txt": "Shut.", "good.txt": "Good."})
    (tmp_path / "shut.txt").chmod(0)
    loaded = load([tmp_path])
    assert ids(loaded) == ["good"]
    assert [e.reason for e in loaded.failed] == ["no permission to read it"]


def test_a_text_of_20_megabytes_is_read(tmp_path):
    """A large file is read to its last word; one over the limit is refused by size."""
    line = "{}. The trust said that admissions fell by 12 per cent over the year, it hopes. " * 8
    path = tmp_path / "big.txt"
    many = (line.replace("{}", str(number)) + "\n\n" for number in range(32_000))
    path.write_text("".join(many) + "The end.", encoding="utf-8")
    assert path.stat().st_size > 20_000_000
    document = read_file(path)
    last = document.sentences[-1]
    assert document.text[last.start : last.end] == "The end."
    with pytest.raises(ReadError, match="it is too large"):
        read_file(path, limit=1000)


def test_the_title_is_the_first_heading_else_the_first_line():
    """Without a title given, the document's own first words are it, cut short."""
    assert read_text("It grew.\n\n# Care\n\nMore.", "x").title == "Care"
    assert read_text("word " * 50, "x").title == ("word " * 24).strip() + "…"
    assert read_text("***", "x").title == "x"


def test_an_outline_has_a_row_for_each_block_and_sentence():
    """Blocks are followed by their sentences, with offsets and words."""
    assert [tuple(row) for row in outline(read_text("Care\n\nIt grew. It fell.", "x"))] == [
        ("heading", 0, 1, 0, 4, None, "Care"),
        ("sentence", 0, 0, 0, 4, 0, "Care"),
        ("paragraph", 1, 0, 6, 23, 0, "It grew. It fell."),
        ("sentence", 1, 0, 6, 14, 1, "It grew."),
        ("sentence", 2, 0, 15, 23, 1, "It fell."),
    ]
