"""The manual says what the program does: its pages, its links, its keys and its words."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app import paths
from desktop_app.ui.dialogs.help_window import HelpWindow
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.memory import settings
from desktop_app.ui.tabs import TABS
from desktop_app.ui.theme import theme
from tests import make_pictures

FOLDER = paths.resources() / "help"
PAGES = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
ORDER = (FOLDER / "order.txt").read_text("utf-8").split()
PACKAGE = Path(paths.__file__).parent
TALLEST = 1100
"""A screen and a half of words, in pixels of the window's own width."""
PICTURE = re.compile(r"!\[([^]]*)\]\(([\w-]+\.png)\)")
IN_TOOLTIP = re.compile(r"\(((?:(?:Ctrl|Alt|Shift)\+[^()]+)|F\d+|Del)\)$")


@pytest.fixture
def window(qapp, qtbot):
    settings().clear()
    theme.apply(qapp, "light", 100)
    made = MainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def pages_of_tabs(window):
    """What stands in each tab, all its views, built without a file."""
    pages = [tab.build() for tab in TABS]
    for page in pages:
        for place in range(len(page.views)):
            page.view_at(place)
    return pages


# --- pages and links ----------------------------------------------------------------------


def test_order_lists_every_page_once():
    assert sorted(ORDER) == sorted(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_begins_with_its_title(name):
    first, *rest = PAGES[name].split("\n")
    assert re.fullmatch(r"# \S.*", first)
    assert not any(line.startswith("# ") for line in rest)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_links_lead_to_pages(name):
    targets = re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", PAGES[name])
    assert [target for target in targets if target.removesuffix(".md") not in PAGES] == []


@pytest.mark.parametrize("name", sorted(PAGES))
def test_pictures_are_there_named_and_light(name):
    for words, file in PICTURE.findall(PAGES[name]):
        assert words
        assert 5_000 < (FOLDER / file).stat().st_size < 80_000, file


def test_every_picture_is_on_a_page_and_made_by_the_program():
    shown = {file for text in PAGES.values() for _, file in PICTURE.findall(text)}
    assert shown == {path.name for path in FOLDER.glob("*.png")}
    assert shown == {f"{page}.png" for page, *_ in make_pictures.PAGES}


def test_window_draws_the_pictures(window, qtbot):
    manual = HelpWindow()
    qtbot.addWidget(manual)
    manual.show()
    manual.show_page("hoi-nghi")
    with_picture = manual._page.document().size().height()
    manual._page.setMarkdown(PICTURE.sub("", PAGES["hoi-nghi"]))
    assert with_picture - manual._page.document().size().height() > 250


def test_first_page_leads_to_all_others():
    linked = set(re.findall(r"\]\(([\w-]+)\.md", PAGES["index"]))
    assert linked == set(PAGES) - {"index"}


def test_every_tab_has_its_page():
    for tab in TABS:
        widget = getattr(importlib.import_module(tab.module), tab.widget)
        assert widget.help_page in PAGES, tab.label
        assert widget.help_page != "index", f"{tab.label} has no page of its own"


def test_window_shows_every_page_on_a_screen_and_a_half(window, qtbot):
    manual = HelpWindow()
    qtbot.addWidget(manual)
    manual.show()
    heights = {}
    for name in ORDER:
        manual.show_page(name)
        document = manual._page.document()
        pictures = [QImage(str(FOLDER / file)) for _, file in PICTURE.findall(PAGES[name])]
        words = document.size().height() - sum(picture.height() for picture in pictures)
        heights[name] = round(words)
        assert document.toPlainText().split("\n")[0] == PAGES[name].split("\n")[0][2:]
    assert {name: height for name, height in heights.items() if height > TALLEST} == {}


# --- keys ---------------------------------------------------------------------------------


def rows_under(heading):
    """The cells of the table under a heading of the page of shortcuts, row by row."""
    part = PAGES["phim-tat"].split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def keys_everywhere():
    """Key → what it does, for the keys that work in the whole window."""
    pairs = {}
    for first, do_first, second, do_second in rows_under("Ở mọi nơi trong cửa sổ"):
        pairs |= {first: do_first, second: do_second}
    return {key: does for key, does in pairs.items() if key}


def keys_somewhere():
    """The keys of one place, on the page of shortcuts and on the pages of the views."""
    keys = {key for _, key, _ in rows_under("Chỉ ở một chỗ")}
    for text in PAGES.values():
        for table in text.split("\n| Phím | Việc | Phím | Việc |\n|---|---|---|---|\n")[1:]:
            for line in table.split("\n\n")[0].splitlines():
                _, first, _, second, *_ = (cell.strip() for cell in line.split("|"))
                keys |= {first, second}
    return keys


def written(sequence):
    return sequence.toString(QKeySequence.SequenceFormat.PortableText).replace("Return", "Enter")


def actions_with_keys(window):
    """Every action of the window and of its menus that has a shortcut."""
    found = set(window.findChildren(QAction))
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        found |= set(menu.actions())
        menus += [action.menu() for action in menu.actions() if action.menu()]
    return {written(action.shortcut()): action for action in found if action.shortcut().count()}


def keys_of(widget):
    """Every shortcut inside a widget, and every key that its buttons name."""
    keys = {written(shortcut.key()) for shortcut in widget.findChildren(QShortcut)}
    # a calendar, a table and a button say in their hint what key does the same
    hints = [part.toolTip() for part in widget.findChildren(QWidget)]
    hints += [action.toolTip() for action in widget.findChildren(QAction)]
    return keys | {found[1] for hint in hints if (found := IN_TOOLTIP.search(hint))}


def test_page_has_the_keys_of_the_window_and_no_others(window):
    tabs = {f"Alt+{number}" for number in range(1, len(TABS) + 1)}
    assert tabs <= {written(shortcut.key()) for shortcut in window.findChildren(QShortcut)}
    assert set(keys_everywhere()) == set(actions_with_keys(window)) | tabs


def test_page_says_what_the_keys_do(window):
    told = keys_everywhere()
    for key, action in actions_with_keys(window).items():
        if key != "F8":  # it opens and closes what its menu entry only names
            assert told[key] == action.text().rstrip("…"), key
    for number, tab in enumerate(TABS, start=1):
        assert told[f"Alt+{number}"] == f"Thẻ {tab.label}"


def test_page_has_the_keys_inside_the_tabs(pages_of_tabs):
    told = set(keys_everywhere()) | keys_somewhere()
    found = set().union(*(keys_of(page) for page in pages_of_tabs))
    # so many are known to be there: the search itself works
    assert {"Ctrl+Enter", "Ctrl+B", "Alt+↑", "Esc"} <= found
    assert found - told == set()


# --- words --------------------------------------------------------------------------------


def words_of_the_program():
    """Every text in the code but the remarks for its readers, as it looks on the screen."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in remarks:
                found.append(text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    return "\n".join(found)


def test_words_in_marks_are_on_the_screen():
    there = words_of_the_program()
    said = {(name, label) for name, text in PAGES.items() for label in re.findall("«(.*?)»", text)}
    assert len(said) > 80
    assert sorted((name, label) for name, label in said if label not in there) == []


def test_commands_are_those_of_the_command_line():
    from desktop_app import commands

    text = commands._parser().format_help()
    named = set(re.findall(r"python3 -m desktop_app ([a-z]+)", PAGES["dong-lenh"]))
    assert named == set(re.findall(r"^    ([a-z]+) ", text, re.MULTILINE))
    codes = re.findall(r"^\| (\d) \|", PAGES["dong-lenh"], re.MULTILINE)
    assert codes == [
        str(code) for code in (commands.DONE, commands.FAILED, commands.MISUSED, commands.FOUND)
    ]
