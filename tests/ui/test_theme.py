"""The look: readable in both colours, grown with the text size, complete in its style sheet."""

import re

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop_app.ui import icons
from desktop_app.ui.style_sheet import style_sheet
from desktop_app.ui.theme import MODES, contrast, theme
from desktop_app.ui.tokens import CONTRAST, DARK, LIGHT, Metrics, Tone

LOOKS = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"]
)


@LOOKS
@pytest.mark.parametrize("tone", list(Tone))
def test_every_chip_can_be_read(tokens, tone):
    assert contrast(*tokens.chip(tone)) >= 4.5


@LOOKS
def test_text_can_be_read_on_every_ground(tokens):
    for ground in (tokens.window, tokens.base, tokens.alternate, tokens.header):
        assert contrast(tokens.text, ground) >= 7
        assert contrast(tokens.muted, ground) >= 4.5
    for ground in (tokens.window, tokens.base):
        assert contrast(tokens.red, ground) >= 4.5
        assert contrast(tokens.accent, ground) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.accent_soft) >= 4.5
    assert contrast(tokens.border, tokens.base) >= 3


@LOOKS
def test_every_ink_of_the_style_sheet_can_be_read_where_it_stands(tokens):
    on_soft = ((tokens.amber, tokens.amber_soft), (tokens.red, tokens.red_soft))
    grounds = (tokens.base, tokens.window, tokens.header, tokens.alternate, tokens.accent_soft)
    on_grounds = [(tokens.muted, each) for each in grounds]
    on_hover = (tokens.on_accent, tokens.accent_hover), (tokens.text, tokens.grey_soft)
    for ink, ground in (*on_soft, *on_grounds, *on_hover, (tokens.gold, tokens.base)):
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ink in (tokens.amber, tokens.green, tokens.red):
        assert contrast(ink, tokens.base) >= 4.5


def test_high_contrast_is_higher_than_the_law_asks():
    grounds = (CONTRAST.base, CONTRAST.window, CONTRAST.header, CONTRAST.alternate)
    inks = (CONTRAST.text, CONTRAST.muted, CONTRAST.accent, CONTRAST.red, CONTRAST.disabled)
    assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 7
    assert min(contrast(*CONTRAST.chip(tone)) for tone in Tone) >= 7
    assert contrast(CONTRAST.separator, CONTRAST.base) >= 4.5


def test_every_look_can_be_chosen_and_worn(qapp):
    worn = {}
    for mode, label in MODES:
        theme.apply(qapp, mode)
        worn[label] = theme.tokens
    theme.apply(qapp, "light", 100)
    assert worn == {
        "Sáng": LIGHT,
        "Tối": DARK,
        "Tương phản cao": CONTRAST,
        "Theo hệ thống": LIGHT,
    }


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@LOOKS
def test_style_sheet_has_no_hole(tokens):
    sheet = style_sheet(tokens, Metrics(), 100, {})
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet))
    assert used <= set(tokens)


def test_fields_grow_with_the_text_size(qapp, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.ensurePolished()
    small = line.sizeHint().height()
    try:
        theme.apply(qapp, "dark", 150)
        assert line.sizeHint().height() == pytest.approx(small * 1.5, abs=2)
        assert theme.tokens is DARK
    finally:
        theme.apply(qapp, "light", 100)
    assert line.sizeHint().height() == small == 32


def test_the_font_has_vietnamese_letters(qapp):
    assert theme.font().family() == "Be Vietnam Pro"


def test_icon_buttons_say_what_they_are(qtbot):
    button = icons.icon_button("printer", "In văn bản", shortcut="Ctrl+P")
    qtbot.addWidget(button)
    assert button.accessibleName() == "In văn bản"
    assert button.toolTip() == "In văn bản (Ctrl+P)"
    assert not button.icon().isNull()


def test_icons_follow_the_look(qapp, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    icons.wear(button, "printer", "text")

    def ink():
        picture = button.icon().pixmap(24, 24).toImage()
        points = ((x, y) for x in range(24) for y in range(24))
        strong = max((picture.pixelColor(*point) for point in points), key=lambda c: c.alpha())
        return strong.lightnessF()

    assert ink() < 0.4
    try:
        theme.apply(qapp, "dark", 100)
        assert ink() > 0.6
    finally:
        theme.apply(qapp, "light", 100)


def test_all_icons_the_program_names_are_there():
    from pathlib import Path

    from desktop_app import paths

    source = Path(icons.__file__).parent
    named = set()
    for path in source.rglob("*.py"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'(?:icon|icon_button|pixmap)\(\s*"([a-z0-9-]+)"', text))
        named |= set(re.findall(r'wear\([^,]+, "([a-z0-9-]+)"', text))
    assert len(named) > 25
    missing = {name for name in named if not (paths.resources() / f"icons/{name}.svg").exists()}
    assert not missing
