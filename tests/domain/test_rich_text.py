"""Typed text: plain data, clean runs."""

from __future__ import annotations

import json

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run

TYPED = RichText.of(
    (
        Block((Run("Thảo luận"),), BlockKind.HEADING),
        Block((Run("nhất trí ", bold=True), Run("cao", italic=True, underline=True))),
        Block((Run("điểm"),), BlockKind.NUMBERED),
    )
)


def test_data_and_back():
    data = json.loads(json.dumps(TYPED.to_data()))
    assert RichText.from_data(data) == TYPED
    assert data[1]["runs"][1] == {"text": "cao", "i": True, "u": True}


def test_neighbours_in_the_same_dress_become_one():
    runs = (Run("a", bold=True), Run(""), Run("b", bold=True), Run("c"))
    assert RichText.of((Block(runs),)).blocks[0].runs == (Run("ab", bold=True), Run("c"))


def test_plain_lines():
    text = RichText.plain("một\r\n\n  hai  ")
    assert [block.text for block in text.blocks] == ["một", "hai"]
    assert text.text == "một\nhai"


def test_blank_text_is_false():
    assert not RichText()
    assert not RichText((Block((Run("  "),)),))
    assert TYPED


def test_control_characters_are_dropped():
    assert RichText.of((Block((Run("a\x00\u200bb"),)),)).text == "ab"
