"""The folder of a site: written whole or not at all, never over what is not ours."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.render.folder import MARKER, check_folder, write_folder
from kg.render.site_paths import stems


def held(folder):
    """Return path -> content of the files of a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_a_folder_holds_the_files_and_a_marker(tmp_path):
    """Files land under their paths; the numbers are those of the files."""
    assert write_folder(tmp_path / "a" / "site", [("x.html", b"1"), ("k/y.ttl", b"22")]) == (2, 3)
    assert held(tmp_path / "a" / "site") == {
        "x.html": b"1",
        "k/y.ttl": b"22",
        MARKER: b'{"format": 1, "files": 2}\n',
    }


def test_a_site_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    """The second run leaves no file of the first and no folder of its own."""
    write_folder(tmp_path / "site", [("old.html", b"1")])
    write_folder(tmp_path / "site", [("new.html", b"2")])

    assert set(held(tmp_path / "site")) == {"new.html", MARKER}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_run_that_fails_leaves_the_old_site(tmp_path):
    """An error of whoever makes the files passes through; nothing has changed."""

    def broken():
        yield "new.html", b"2"
        raise ValueError("no more")

    write_folder(tmp_path / "site", [("old.html", b"1")])
    with pytest.raises(ValueError, match="no more"):
        write_folder(tmp_path / "site", broken())

    assert set(held(tmp_path / "site")) == {"old.html", MARKER}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_run_killed_between_its_renames_is_put_right(tmp_path):
    """The old site, left aside, is at its place again, and the next run replaces it."""
    write_folder(tmp_path / "site", [("old.html", b"1")])
    (tmp_path / "site").rename(tmp_path / ".site.old")

    with pytest.raises(InputError, match="cannot be a file"):
        write_folder(tmp_path / "site", [("../out.html", b"2")])
    assert set(held(tmp_path / "site")) == {"old.html", MARKER}

    (tmp_path / "site").rename(tmp_path / ".site.old")
    write_folder(tmp_path / "site", [("new.html", b"2")])
    assert set(held(tmp_path / "site")) == {"new.html", MARKER}


def test_what_is_not_ours_is_refused_and_kept(tmp_path):
    """A folder with other files, and a file, are refused with a reason; an empty folder is not."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()

    with pytest.raises(InputError, match="no site of kg"):
        write_folder(tmp_path / "work", [("x.html", b"1")])
    with pytest.raises(InputError, match="this is a file"):
        write_folder(tmp_path / "file", [("x.html", b"1")])
    check_folder(tmp_path / "empty")

    assert held(tmp_path / "work") == {"thesis.txt": b"mine"}


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", "a\\b", "", "a/./b"])
def test_no_file_leads_out_of_the_folder(tmp_path, name):
    """A path that could leave the folder, or mean another place elsewhere, is refused."""
    with pytest.raises(InputError, match="cannot be a file of a site"):
        write_folder(tmp_path / "site", [(name, b"")])
    assert list(tmp_path.iterdir()) == []


def test_two_files_that_differ_in_case_alone_are_refused(tmp_path):
    """On Windows and macOS they would be one."""
    with pytest.raises(InputError, match="or is one already"):
        write_folder(tmp_path / "site", [("a.html", b""), ("A.html", b"")])


def test_names_of_files_are_safe_everywhere():
    """Devices of Windows, the name of lists, doubles and foreign letters get other names."""
    base = "https://x/person/"
    given = [("person", base + last) for last in ("con", "index", "a@b", "a-b", "東京", "A-B")]

    found = stems(given)

    assert found[f"{base}a-b"] == "person/a-b"
    assert len({stem.casefold() for stem in found.values()}) == len(given)
    assert not {"person/con", "person/index"} & set(found.values())
    assert stems(reversed(given)) == found
