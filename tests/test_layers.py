"""Compares every import with the table of who may know whom, and looks after the tree."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "desktop_app"
FILES = sorted((ROOT / PACKAGE).rglob("*.py"))

# layer -> (our own layers it may import, libraries it may import)
TABLE = {
    "domain": (set(), set()),
    "storage": ({"domain", "paths", "disk"}, {"peewee", "playhouse", "sqlcipher3", "argon2"}),
    "papers": ({"domain"}, set()),
    "printing": ({"domain", "papers", "paths", "disk"}, {"reportlab", "docx", "pypdfium2", "PIL"}),
    "exchange": (
        {"domain", "papers", "disk"},
        {"docx", "docxtpl", "jinja2", "openpyxl", "python_calamine"},
    ),
    "ui": (
        {"domain", "storage", "papers", "printing", "exchange", "paths", "disk", "new_file"},
        {"PySide6", "shiboken6"},
    ),
    "paths": (set(), set()),
    "disk": (set(), set()),
    "new_file": ({"domain", "storage", "papers", "paths"}, set()),
    "bootstrap": (set(), set()),
    "commands": (
        {"domain", "storage", "papers", "printing", "exchange", "paths", "new_file"},
        set(),
    ),
    "smoke": ({"storage", "papers", "printing", "exchange", "ui", "commands"}, set()),
    "__main__": (
        {"domain", "storage", "papers", "printing", "exchange", "paths", "ui", "commands"}
        | {"bootstrap", "smoke"},
        {"PySide6"},
    ),
    "__init__": (set(), set()),
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def layer_of(file):
    """The folder or the module directly under the package."""
    return file.relative_to(ROOT / PACKAGE).parts[0].removesuffix(".py")


def imported_modules(tree, file):
    """Every module that is imported anywhere in a file, those inside functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from from_imports(node, file)
        elif isinstance(node, ast.Call):
            yield from called_imports(node)


def from_imports(node, file):
    """The modules behind `from x import y`, where y may itself be a module of ours."""
    base = node.module or ""
    if node.level:
        folder = file.relative_to(ROOT).parent.parts
        base = ".".join([*folder[: len(folder) - node.level + 1], *filter(None, [base])])
    if base == PACKAGE:
        return [f"{PACKAGE}.{alias.name}" for alias in node.names]
    return [base]


def called_imports(node):
    """The module in import_module("x") or __import__("x")."""
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name not in {"import_module", "__import__"} or not node.args:
        return []
    return [node.args[0].value] if isinstance(node.args[0], ast.Constant) else []


def forbidden(module, layer):
    """Why this layer may not import this module; empty when it may."""
    ours, libraries = TABLE[layer]
    top, *rest = module.split(".")
    if top == PACKAGE:
        target = rest[0] if rest else ""
        allowed = {layer, "__version__", *ours}
        return "" if target in allowed else f"{layer} must not know {module}"
    if top in sys.stdlib_module_names or top in libraries:
        return ""
    return f"{layer} must not use {module}"


def parse(file):
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def problems_in(file):
    found = [forbidden(module, layer_of(file)) for module in imported_modules(parse(file), file)]
    return [problem for problem in found if problem]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_file_keeps_to_its_layer(file):
    assert layer_of(file) in TABLE, "a new layer needs a line in the table"
    assert problems_in(file) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_file_says_what_it_is_and_imports_by_name(file):
    tree = parse(file)
    assert ast.get_docstring(tree), "begin the module with a sentence that says what it is"
    stars = [
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert stars == []


def test_no_vague_names():
    named = [
        path
        for folder in (PACKAGE, "tests")
        for path in (ROOT / folder).rglob("*")
        if VAGUE & {path.stem, *path.stem.split("_")} and path.suffix in {"", ".py"}
    ]
    assert named == []


@pytest.mark.parametrize(
    ("source", "place", "problem"),
    [
        ("import peewee", "ui/x.py", "ui must not use peewee"),
        ("def f():\n    import reportlab.lib", "domain/x.py", "domain must not use reportlab.lib"),
        ("from PySide6 import QtCore", "commands.py", "commands must not use PySide6"),
        (
            "from desktop_app import storage",
            "printing/x.py",
            "printing must not know desktop_app.storage",
        ),
        (
            "from ..storage.schema import Unit",
            "exchange/x.py",
            "exchange must not know desktop_app.storage.schema",
        ),
        ("__import__('PySide6')", "storage/x.py", "storage must not use PySide6"),
        ("from .record import Record", "domain/x.py", ""),
        ("from desktop_app.domain.units.unit import Unit", "storage/x.py", ""),
    ],
)
def test_the_comparison_itself(source, place, problem):
    file = ROOT / PACKAGE / place
    found = [forbidden(name, layer_of(file)) for name in imported_modules(ast.parse(source), file)]
    assert "".join(found) == problem
