"""Paths to files."""

import os

import pytest

from kg.documents.reader import all_readers, suffixes
from kg.documents.walk import collect


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", encoding="utf-8")


def shown(pairs, folder):
    return [(path.removeprefix(f"{folder}{os.sep}"), why) for path, why in pairs]


def test_a_folder_is_walked_for_documents(tmp_path):
    """Documents are found at any depth; all else is listed as skipped, with the reason."""
    write(tmp_path, "b.txt", "a.MD", "sub/c.markdown", "README.md", "LICENSE", "licence.txt")
    write(tmp_path, "x.pdf", ".hidden.txt", ".git/d.txt", "sources.csv", "sub/CHANGELOG.md")
    write(tmp_path, "registry.csv")
    found = collect([tmp_path])
    assert [str(f.relative_to(tmp_path)) for f in found.files] == [
        "a.MD",
        "b.txt",
        "sub/c.markdown",
    ]
    read = ", ".join(suffixes())
    about = "it is about the folder, not a document"
    assert shown(found.skipped, tmp_path) == [
        (".git", "it is hidden"),
        (".hidden.txt", "it is hidden"),
        ("LICENSE", f"a file without suffix is not read, only {read}; save it as text"),
        ("README.md", about),
        ("licence.txt", about),
        ("registry.csv", "it lists the sites of the programme and is no document"),
        ("sources.csv", "it describes the files beside it"),
        ("sub/CHANGELOG.md", about),
        ("x.pdf", f".pdf files are not read, only {read}; save it as text"),
    ]
    assert found.failed == ()


def test_a_file_named_is_read_or_an_error(tmp_path):
    """What is asked for by name is never skipped in silence."""
    write(tmp_path, "README.md", "x.pdf", ".notes.txt")
    found = collect([tmp_path / n for n in ("README.md", "x.pdf", ".notes.txt", "none.txt")])
    assert [f.name for f in found.files] == [".notes.txt", "README.md"]
    assert shown([(e.path, e.reason) for e in found.failed], tmp_path) == [
        ("none.txt", "there is no such file or folder"),
        ("x.pdf", f".pdf files are not read, only {', '.join(suffixes())}; save it as text"),
    ]


def test_each_file_is_read_once_whatever_leads_to_it(tmp_path):
    """Names given twice, folders within folders, links and loops of links give one file."""
    write(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    ways = [tmp_path / "sub", tmp_path, tmp_path / "a.txt", str(tmp_path)]
    found = collect(ways)
    assert [f.resolve().name for f in found.files] == ["a.txt", "b.txt"]
    assert found == collect(reversed(ways))


def test_a_link_to_nothing_is_an_error(tmp_path):
    """A document that should be there, and is not, is named."""
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = collect([tmp_path])
    assert shown([(e.path, e.reason) for e in found.failed], tmp_path) == [
        ("gone.txt", "it is a link to nothing"),
        ("self.txt", "it is a link to nothing"),
    ]
    assert [path for path, _ in shown(found.skipped, tmp_path)] == ["gone.pdf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_without_permission_is_an_error(tmp_path):
    """A folder that cannot be listed is named, and the rest is read."""
    write(tmp_path, "a.txt", "shut/b.txt")
    (tmp_path / "shut").chmod(0)
    found = collect([tmp_path])
    (tmp_path / "shut").chmod(0o700)
    assert [f.name for f in found.files] == ["a.txt"]
    assert shown([(e.path, e.reason) for e in found.failed], tmp_path) == [
        ("shut", "no permission to list this folder")
    ]


def test_readers_are_found_by_scan():
    """Each file under readers/ declares one reader; no suffix has two."""
    assert {"text", "markdown"} <= {reader.name for reader in all_readers()}
    assert len(set(suffixes())) == len(suffixes())
