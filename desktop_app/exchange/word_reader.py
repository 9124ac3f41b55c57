"""The process that opens a Word text: it may die of it, and the program only hears that it did.

Started by `reader_process.py` as `--read-text SOURCE ANSWER LIMITS`; the answer is a JSON file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.answering import answer
from desktop_app.exchange.sheet_scan import TooLarge

_MOST_BLOCKS = 5_000
_MOST_LETTERS = 1_000_000
_HEADINGS = ("heading", "title", "tiêu đề")
_LISTS = ("list", "danh sách")


def main(arguments: Sequence[str]) -> int:
    """Read SOURCE within the limits and write its blocks, or why not, to ANSWER."""
    return answer(arguments, lambda source, _: {"blocks": _within(_blocks(source))})


def _within(blocks: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    letters = 0
    for block in blocks:
        letters += len(json.dumps(block, ensure_ascii=False))
        if letters > _MOST_LETTERS or len(kept) >= _MOST_BLOCKS:
            raise TooLarge("Văn bản dài quá mức của một báo cáo nên không được đọc.")
        kept.append(block)
    return kept


def _blocks(path: Path) -> Iterator[dict[str, Any]]:
    import docx
    from docx.table import Table

    for found in docx.Document(str(path)).iter_inner_content():
        if isinstance(found, Table):
            yield {"kind": "table", "rows": [_row(row) for row in found.rows]}
        elif found.text.strip():
            yield {"kind": _kind(found), "runs": [_run(run) for run in found.runs if run.text]}


def _row(row: Any) -> list[list[dict[str, Any]]]:
    """The cells; one that spans columns stands once, the rest of its room empty."""
    cells: list[list[dict[str, Any]]] = []
    seen: list[Any] = []
    for cell in row.cells:
        is_again = any(cell._tc is other for other in seen)
        seen.append(cell._tc)
        cells.append([] if is_again else [{"text": cell.text}])
    return cells


def _kind(paragraph: Any) -> str:
    style = (paragraph.style.name or "").lower() if paragraph.style else ""
    if style.startswith(_HEADINGS) or _is_bold_line(paragraph):
        return "h"
    properties = paragraph._p.pPr
    is_listed = properties is not None and properties.numPr is not None
    if style.startswith(_LISTS) or is_listed:
        return "ol" if "number" in style else "ul"
    return "p"


def _is_bold_line(paragraph: Any) -> bool:
    """A short line in bold is what most people make a heading of."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs) and len(paragraph.text) <= 160


def _run(run: Any) -> dict[str, Any]:
    return {
        "text": run.text,
        "b": bool(run.bold),
        "i": bool(run.italic),
        "u": bool(run.underline),
    }
