"""What ``import kg`` gives, and what it does not cost."""

import subprocess
import sys

import pytest

import kg


def test_what_is_exported_can_be_imported_and_nothing_else():
    """`__all__` names just what ``kg`` has, some ten names."""
    assert kg.__all__ == [
        "Answer",
        "Claim",
        "Document",
        "Graph",
        "KgError",
        "build",
        "evaluate",
        "extract",
        "open",
        "questions",
        "read",
    ]
    assert all(getattr(kg, name).__doc__ for name in kg.__all__)
    assert set(dir(kg)) == {*kg.__all__, "__version__"}


def test_a_name_that_is_not_exported_is_an_attribute_error():
    """A misspelt name is told as Python tells it."""
    with pytest.raises(AttributeError, match="module 'kg' has no attribute 'biuld'"):
        kg.biuld  # noqa: B018


def test_importing_the_package_imports_nothing_heavy():
    """``import kg`` alone loads no library but Python's own, so that it costs nothing."""
    code = (
        "import sys; before = set(sys.modules); import kg; "
        "print(sorted({m.split('.')[0] for m in set(sys.modules) - before}"
        " - set(sys.stdlib_module_names)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['kg']"
