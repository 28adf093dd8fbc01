"""Rules of the house that no linter knows."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "mmdesign").rglob("*.py"))
DUMPS = {"utils", "util", "common", "helpers", "misc", "types", "models"}
LONGEST_MODULE = 450


def test_no_module_is_a_dump_or_too_long():
    assert len(MODULES) > 100
    assert [path for path in MODULES if path.stem in DUMPS or path.parent.name in DUMPS] == []
    long = [path for path in MODULES if len(path.read_text("utf-8").splitlines()) > LONGEST_MODULE]
    assert long == []


def test_the_tree_in_contributing_names_every_room_and_no_other():
    tree = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("mmdesign/\n")[1].split("```")[0]
    told = {match[1] for match in re.finditer(r"^  (\w+)(?:/|\.py)", tree, re.MULTILINE)}
    rooms = {
        path.stem
        for path in (ROOT / "mmdesign").iterdir()
        if not path.stem.startswith("__") and (path / "__init__.py").is_file() | path.is_file()
    }
    assert told == rooms


def test_every_imported_package_is_declared_with_its_reason():
    declared = {
        re.split(r"[<>=;\[ ]", line)[0].lower().replace("-", "_")
        for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    }
    reasons = (ROOT / "CONTRIBUTING.md").read_text("utf-8").lower().replace("-", "_")
    assert [name for name in declared if name not in reasons] == []
    distributions = {"PIL": "pillow", "docx": "python_docx", "open_clip": "open_clip_torch"}
    imported = {distributions.get(name, name) for name in _imported_packages()}
    assert imported - {"mmdesign", *sys.stdlib_module_names} <= declared


def _imported_packages():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]
