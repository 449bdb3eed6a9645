"""``kg site`` as a user meets it."""

NEWS = """\
---
title: Sutton news
date: 2017-05-01
---

The Sutton Homes of Care vanguard has cut emergency admissions by 9% since 2015.
"""


def test_site_writes_a_folder_again_and_refuses_a_foreign_one(kg, tmp_path):
    """The site of a document opens at index.html; a folder of the user's own is left alone."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "news.txt").write_text(NEWS, encoding="utf-8")
    assert kg("build", "docs", cwd=tmp_path).returncode == 0

    first = kg("site", "--output", "site", "--title", "Ours", cwd=tmp_path)
    again = kg("site", "--output", "site", cwd=tmp_path)
    refused = kg("site", "--output", "docs", cwd=tmp_path)
    missing = kg("site", "--output", "other", "--store", "nowhere", cwd=tmp_path)

    page = (tmp_path / "site" / "source" / "news.html").read_text(encoding="utf-8")
    assert (first.returncode, first.stderr) == (0, "")
    assert "index.html" in first.stdout
    assert "cut emergency admissions by 9%" in page
    assert again.returncode == 0
    assert (refused.returncode, "no site of kg" in refused.stderr) == (1, True)
    assert missing.returncode == 1
    assert [p.name for p in (tmp_path / "docs").iterdir()] == ["news.txt"]
    assert not (tmp_path / "other").exists()
