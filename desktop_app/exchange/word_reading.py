"""Reads a Word text from outside in a process of its own: plain typed blocks, or a refusal.

    text = read_text(path)                      # raises ImportRefused, changes nothing

Pictures, headers, notes and tracked changes are left out; what is taken is shown before.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.rich_text import RichText
from desktop_app.exchange.limits import LIMITS, Limits
from desktop_app.exchange.package_check import WORD_TEXT, refused
from desktop_app.exchange.reader_process import read_apart


def read_text(
    path: Path, limits: Limits = LIMITS, check: Callable[[], None] | None = None
) -> RichText:
    """The text's paragraphs and tables. Raises ImportRefused; `check` may raise to stop."""
    answer = read_apart(path, WORD_TEXT, limits, check or (lambda: None))
    if "blocks" not in answer:
        raise refused("Tệp hỏng hoặc không phải là văn bản Word (.docx).", WORD_TEXT.save_again)
    text = RichText.from_data(answer["blocks"])
    if not text:
        raise refused("Tệp không có chữ nào đọc được.", "Ảnh chụp văn bản thì hãy đính kèm tệp.")
    return text
