"""The guide to Python: its examples run, and it stays short."""

import doctest
import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "python.md"


def test_every_example_of_the_guide_runs(tmp_path, monkeypatch):
    """The page says what happens, line by line."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)

    result = doctest.testfile(
        os.fspath(GUIDE),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL,
        encoding="utf-8",
    )

    assert result.failed == 0
    assert result.attempted >= 20


def test_the_guide_is_at_most_100_lines():
    """A page that is read is a short one."""
    assert len(GUIDE.read_text(encoding="utf-8").splitlines()) <= 100
