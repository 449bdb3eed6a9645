"""The order of the floors: a module imports its own floor or a lower one."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "kg"
FLOORS = {
    "errors": 0,
    "model": 0,
    "names": 0,
    "registry": 0,
    "vocabulary": 0,
    "documents": 1,
    "extraction": 2,
    "evaluation": 2,
    "learning": 2,
    "graph": 3,
    "query": 4,
    "render": 5,
    "serve": 5,
    "api": 6,
    "cli": 6,
    "__main__": 6,
}
MODULES = sorted(p for p in ROOT.rglob("*.py") if p != ROOT / "__init__.py")
HEAVY = {"rdflib", "oxrdflib", "pyvis", "pyshacl", "IPython", "rich", "pandas", "networkx"}


def imports(tree: ast.AST) -> set[str]:
    """Return the dotted names that a tree imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_modules_are_found():
    """The list of modules is not empty by accident."""
    assert len(MODULES) >= 40


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_imports_its_own_floor_or_a_lower_one(path):
    """No module reaches up, and none but the command line imports the package root."""
    floor = FLOORS[path.relative_to(ROOT).parts[0].removesuffix(".py")]
    used = {name for name in imports(ast.parse(path.read_text("utf-8"))) if name.startswith("kg")}
    parts = [name.split(".") for name in used]

    too_high = {".".join(p) for p in parts if len(p) > 1 and FLOORS.get(p[1], 9) > floor}

    assert too_high - ({"kg.__version__"} if floor == 6 else set()) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_heavy_library_is_imported_where_it_is_used(path):
    """Nothing heavy is imported at the top of a module, so that the command line starts fast."""
    tree = ast.parse(path.read_text("utf-8"))
    top = ast.Module([n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)], [])

    assert {name.split(".")[0] for name in imports(top)} & HEAVY == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_is_at_most_300_lines(path):
    """One idea a module: none grows beyond 300 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= 300
