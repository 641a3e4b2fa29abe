"""A room imports only from the floors below it."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from tests.house.source import CHECKOUT, modules, run_python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_rooms_import_only_from_floors_below() -> None:
    """The contract in pyproject.toml is kept, and every room stands on one of its floors."""
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run_python(
        "-c", linter, "--config", str(CHECKOUT / "pyproject.toml"), "--no-cache", "--no-logo"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_domain_needs_no_library_but_dateutil() -> None:
    """Words and rules stand on the standard library and dateutil alone."""
    allowed = sys.stdlib_module_names | {"dateutil", "tracker"}
    strangers = {
        (name, imported)
        for name, path in modules("domain").items()
        for imported in _imported_packages(path)
        if imported not in allowed
    }
    assert strangers == set()


def _imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]
