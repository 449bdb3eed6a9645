"""``kg map`` as a user meets it: real processes on a real graph."""

import csv
import re
from xml.etree import ElementTree as ET

import pytest

PAGE = """\
---
title: Sutton news
publisher: The Courier
date: 2017-05-01
url: https://example.org/sutton
---

Sutton Homes of Care

The Sutton Homes of Care vanguard has cut emergency admissions by 9% since 2015. It hopes to
reduce ambulance call-outs too. Recruitment was the greatest challenge for the vanguard.
"""


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory):
    """A folder with one document and its graph."""
    path = tmp_path_factory.mktemp("sutton")
    (path / "docs").mkdir()
    (path / "docs" / "news.txt").write_text(PAGE, encoding="utf-8")
    assert kg("build", "docs", cwd=path).returncode == 0
    return path


def test_a_table_goes_to_standard_output(kg, folder):
    """CSV says what is told and hoped of a vanguard, and nothing else."""
    done = kg("map", "--rows", "vanguards", "--format", "csv", cwd=folder)

    assert (done.returncode, done.stderr) == (0, "")
    rows = [row[:7] for row in csv.reader(done.stdout.splitlines())][1:]
    assert sorted(rows) == [
        ["Sutton Homes of Care", "Ambulance use", "tied", "better", "expected", "1", "1"],
        [
            "Sutton Homes of Care",
            "Emergency hospital admissions",
            "tied",
            "better",
            "reported",
            "1",
            "1",
        ],
    ]


def test_a_status_and_a_source_narrow_the_map(kg, folder):
    """Only what is reported, and only by the source that is named."""
    options = ("map", "--rows", "vanguards", "--format", "csv")
    reported = kg(*options, "--status", "reported", "--source", "news", cwd=folder)
    none = kg(*options, "--source", "registry", cwd=folder)

    assert [line.split(",")[4] for line in reported.stdout.splitlines()[1:]] == ["reported"]
    assert len(none.stdout.splitlines()) == 1


def test_all_shows_the_whole_framework(kg, folder):
    """With --all every vanguard and measure is there, and gaps are counted."""
    options = ("map", "--rows", "vanguards", "--all", "--output", "map.csv")
    done = kg(*options, cwd=folder)

    rows, columns, cells, gaps = re.match(
        r"map\.csv: (\d+) rows, (\d+) columns, 2 claims of 1 source in (\d+) cells, (\S+) gaps\n$",
        done.stdout,
    ).groups()
    assert (int(rows), int(cells)) == (50, 2)
    assert int(gaps.replace(",", "")) == int(rows) * int(columns) - int(cells)
    lines = (folder / "map.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == int(rows) * int(columns) + 1


def test_the_ending_of_the_file_says_what_is_written(kg, folder):
    """An .svg is a figure, anything else a page; a care model is met through its vanguard."""
    figure = kg("map", "--rows", "care-models", "--output", "out/map.svg", cwd=folder)
    page = kg("map", "--rows", "barriers", "--columns", "vanguards", cwd=folder)

    assert (figure.returncode, page.returncode) == (0, 0)
    root = ET.parse(folder / "out" / "map.svg").getroot()
    used = {use.get("href") for use in root.iter("{http://www.w3.org/2000/svg}use")}
    assert used == {"#m-of-model-better-reported", "#m-of-model-better-expected"}
    assert page.stdout.startswith("map.html: 1 row, 1 column, 1 claim of 1 source in 1 cell")
    html = (folder / "map.html").read_text(encoding="utf-8")
    assert "<title>Evidence map</title>" in html
    assert '"opens":{"rows":"barriers","columns":"vanguards"' in html
    assert "https://example.org/sutton" in html


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rows", "measures"), "Error: rows and columns are both 'measures'"),
        (("--source", "newz"), "Error: No source is called 'newz'. Did you mean: news?"),
        (("--rows", "vanguards", "--way", "together"), "cannot meet together; they can be tied"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(kg, folder, options, said):
    """A map that cannot be drawn, or a source that is not there, is named; nothing is written."""
    done = kg("map", "--output", "never.html", *options, cwd=folder)

    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert not (folder / "never.html").exists()
