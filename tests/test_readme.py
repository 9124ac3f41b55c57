"""The README is true to the repository: its tree, commands, pictures, layers and licences."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import desktop_app
from desktop_app import commands
from tests.test_layers import TABLE

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
MADE_LATER = {".venv", "dist/ThiDuaCum/"}
LARGEST_PICTURE = 200_000


def section(heading):
    return TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def rows(text):
    """The cells of every table row but heads and rules."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines if not set(line[0]) <= {" ", "-"}]


# --- the tree -----------------------------------------------------------------------------


def paths_in_tree():
    """Every path that a line of the tree names, its parents put before it."""
    parents = []
    for line in section("The tree").split("```")[1].splitlines():
        found = re.match(r"[│ ]*(?:[├└]── )?(?=\S)", line)
        if not line.strip():
            continue
        depth = found.end() // 4
        words = line[found.end() :]
        names = re.match(r"(?:\S+/ {1,2})*\S+", words)[0].split()
        parents[depth:] = [names[0].rstrip("/")]
        for name in names:
            yield "/".join([*parents[:depth], name])


def test_every_path_of_the_tree_is_there():
    found = list(paths_in_tree())
    assert {"desktop_app/domain/units/", "desktop_app/ui/compacts/", "build.spec"} <= set(found)
    assert len(found) > 55
    assert [path for path in found if not (ROOT / path).exists()] == []


def test_tree_has_every_folder_of_the_program():
    package = ROOT / "desktop_app"
    folders = {
        folder.relative_to(ROOT).as_posix() + "/"
        for folder in [*package.iterdir(), *(package / "ui").iterdir()]
        if (folder / "__init__.py").exists()
    }
    assert folders - set(paths_in_tree()) == set()


def test_tree_has_every_module_beside_the_folders():
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "desktop_app").glob("*.py")}
    assert modules - {"desktop_app/__init__.py"} - set(paths_in_tree()) == set()


def test_folders_named_beside_resources_and_ci_are_there():
    tree = section("The tree")
    named = re.search(r"^resources/ +(.*)$", tree, re.MULTILINE)[1].split()
    assert {name.rstrip("/") for name in named} == {
        path.name for path in (ROOT / "resources").iterdir() if path.is_dir()
    }
    named = re.search(r"^\.ci/ +(.*)$", tree, re.MULTILINE)[1].split(", ")
    assert set(named) == {path.name for path in (ROOT / ".ci").iterdir()}


def test_paths_in_the_text_are_there():
    marked = set(re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:py|spec|toml|json))`", TEXT))
    named = {path.replace("version-N", "version-1") for path in marked} - MADE_LATER
    assert len(named) > 12
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_names_in_the_text_are_in_the_code():
    """What «Adding things» tells a programmer to look for."""
    for module, name in (
        ("desktop_app.papers", "PAPERS"),
        ("desktop_app.papers.paper", "Paper"),
        ("desktop_app.ui.page", "Page"),
        ("desktop_app.ui.records.stored_tab", "StoredTab"),
        ("desktop_app.ui.tabs", "TABS"),
        ("desktop_app.storage.migrations", "STEPS"),
        ("desktop_app.storage.migrations", "VERSION"),
        ("desktop_app.ui.records.forms.fields", "LineField"),
    ):
        assert name in section("Adding things")
        assert hasattr(import_module(module), name), f"{module}.{name}"


# --- commands -----------------------------------------------------------------------------


def test_modules_that_are_started_are_there():
    started = set(re.findall(r"(?:python3?|py) -m ([\w.]+)", TEXT))
    assert {"desktop_app", "tests"} <= started
    for module in started:
        path = ROOT.joinpath(*module.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_commands_are_those_of_the_program():
    named = set(re.findall(r"python3 -m desktop_app ([a-z]+)", section("Command line")))
    there = set(re.findall(r"^    ([a-z]+) ", commands._parser().format_help(), re.MULTILINE))
    assert named == there


def test_options_are_those_of_the_program(capsys):
    line = next(line for line in TEXT.splitlines() if "desktop_app print" in line)
    with pytest.raises(SystemExit):
        commands.main(["print", "--help"])
    assert set(re.findall(r"--[a-z]+", line)) == (
        set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    )


def test_exit_codes_are_those_of_the_program():
    codes = [row[0] for row in rows(section("Command line")) if row[0].isdigit()]
    assert codes == [
        str(code) for code in (commands.DONE, commands.FAILED, commands.MISUSED, commands.FOUND)
    ]


# --- layers -------------------------------------------------------------------------------


def test_layers_are_those_that_are_checked():
    there = {layer for layer in TABLE if _is_there(layer)} - {"__init__"}
    written = {
        row[0].strip("`"): tuple(set(re.findall(r"`(\w+)`", cell)) for cell in row[1:])
        for row in rows(section("Who may import whom"))
        if row[0]
    }
    checked = {name: (ours & there, theirs) for name, (ours, theirs) in TABLE.items()}
    assert written == {name: checked[name] for name in there}


def _is_there(layer):
    path = ROOT / "desktop_app" / layer
    return path.is_dir() or path.with_suffix(".py").exists()


# --- pictures, licences, versions ---------------------------------------------------------


def test_three_pictures_are_there_and_light():
    pictures = [ROOT / name for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)]
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name
    assert set(pictures) == set((ROOT / "resources" / "pictures").iterdir())


def test_every_bundled_component_is_named_with_its_licence():
    index = (ROOT / "resources" / "licenses" / "INDEX.txt").read_text("utf-8").splitlines()
    named = dict(rows(section("Licences")))
    for line in index:
        component, licence, _ = line.split("\t")
        # the index has the versions of the fonts, and several names in one line
        for name in re.sub(r" \d[\d.]*$", "", component).split(", "):
            found = [text for names, text in named.items() if re.search(rf"\b{name}\b", names)]
            assert found, name
            first = re.split(r"[ ,]", licence)[0].lower()
            assert any(first in text.lower() for text in found), name


def test_changelog_has_the_version():
    newest = re.findall(r"^## \[(\d[\d.]*)\] - \d{4}-\d\d-\d\d$", CHANGES, re.MULTILINE)[0]
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert newest == desktop_app.__version__
    assert f'version = "{newest}"' in project
