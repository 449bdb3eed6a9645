"""The notebooks run whole, from a clean checkout, and are stored without output."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "notebooks"
NAMES = (
    "1-build-and-look",
    "2-who-works-with-whom",
    "3-what-came-of-it",
    "4-what-stands-in-the-way",
    "5-bring-your-own",
)
ALLOWED = {"kg", "pandas", "networkx", "matplotlib", "pathlib"}


def read(name):
    """Return a notebook as stored."""
    nbformat = pytest.importorskip("nbformat", reason="needs nbformat: pip install -e '.[dev]'")
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def code(book):
    """Return the code of a notebook."""
    return "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")


def test_the_notebooks_are_the_five():
    """The list of notebooks is pinned."""
    assert tuple(sorted(p.stem for p in FOLDER.glob("*.ipynb"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_without_output(name):
    """No result, no count and no changing identifier is kept, so that a diff shows the words."""
    book = read(name)

    assert {str(c.outputs) for c in book.cells if c.cell_type == "code"} == {"[]"}
    assert {c.execution_count for c in book.cells if c.cell_type == "code"} == {None}
    ids = [f"cell-{name[0]}-{n:02d}" for n in range(1, len(book.cells) + 1)]
    assert [c.id for c in book.cells] == ids


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_holds_no_logic(name):
    """It imports ``kg`` and what draws, and defines, loops and branches over nothing of its own."""
    tree = ast.parse(code(read(name)))

    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    logic = (ast.FunctionDef, ast.ClassDef, ast.If, ast.While, ast.Try)
    assert imported <= ALLOWED
    assert "kg" in imported
    assert not re.search(r"\bkg\.[a-z_]+\.", code(read(name)))
    assert [type(node).__name__ for node in ast.walk(tree) if isinstance(node, logic)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_whole_and_ends_in_something_to_see(name):
    """Every cell runs, and the last shows a picture or a table."""
    client = pytest.importorskip("nbclient", reason="needs nbclient: pip install -e '.[dev]'")
    pytest.importorskip("ipykernel", reason="needs ipykernel: pip install -e '.[dev]'")
    book = read(name)

    client.NotebookClient(
        book, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()

    shown = [output.get("data", {}) for output in book.cells[-1].outputs]
    assert any({"image/png", "text/html"} & set(data) for data in shown)
