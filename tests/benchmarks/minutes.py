"""How long minutes of 200 pages take as PDF, beside typst with the same words and page.

Run by hand: `python -m tests.benchmarks.minutes`. Without the package `typst` only our own time
is told. Goal: at most 1.1 × the time of typst.
"""

from __future__ import annotations

import importlib
import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from desktop_app import paths
from desktop_app.papers import block_data
from desktop_app.papers.blocks import Document, ListItem, Paragraph, Section, Style
from desktop_app.printing import fonts, pdf

ROUNDS = 5
HEADINGS, PARAGRAPHS = 100, 10
"""So many headings with so many paragraphs each fill 200 pages."""
_WORDS = (
    "Đại biểu các đơn vị thảo luận, thống nhất nội dung giao ước thi đua và đề nghị Tổ giúp việc "
    "tổng hợp ý kiến, báo cáo Cụm trưởng xem xét, quyết định; các đơn vị tiếp tục thực hiện phong "
    "trào “Vì an ninh Tổ quốc”, chọn nơi làm điểm, sơ kết, công bố kết quả, biểu dương kịp thời "
)
_TYPST_PAGE = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context {
    let n = counter(page).get().first()
    if n > 1 { align(center, text(size: 14pt, str(n))) }
  })
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.62em, spacing: 0.9em,
  first-line-indent: (amount: 1.27cm, all: true))
"""


def texts(number: int) -> list[tuple[bool, str]]:
    """Every paragraph and whether it is a heading; no two are the same, in no two rounds.

    Typst remembers the lines it has set once, so the same words again would cost it nothing.
    """
    found = []
    for heading in range(1, HEADINGS + 1):
        found.append((True, f"{heading}. Nội dung thứ {heading} của hội nghị"))
        found += [
            (False, f"Ý kiến {number}.{heading}.{place}: {_WORDS * 2}".strip() + ".")
            for place in range(1, PARAGRAPHS + 1)
        ]
    return found


def minutes(number: int) -> Document:
    """The same as our blocks; a third of the paragraphs are list items."""
    blocks = [
        Paragraph(text, Style.SUBSECTION)
        if is_heading
        else (ListItem("-", text) if place % 3 == 0 else Paragraph(text))
        for place, (is_heading, text) in enumerate(texts(number))
    ]
    return Document("Biên bản 200 trang", (Section(tuple(blocks)),))


def typst_source(number: int) -> str:
    """The same for typst."""
    lines = []
    for place, (is_heading, text) in enumerate(texts(number)):
        bare = text.replace("\\", "\\\\").replace("#", "\\#")
        mark = "– " if place % 3 == 0 and not is_heading else ""
        # in brackets, as a number at the start of a line would begin a list
        lines.append(f"#strong[{bare}]" if is_heading else f"#[{mark}{bare}]")
    return _TYPST_PAGE + "\n\n".join(lines)


def quickest(work: Callable[[int], bytes]) -> tuple[float, int]:
    """Seconds of the round that was disturbed least, and how many pages came out."""
    made = work(0)
    took = []
    for number in range(1, ROUNDS + 1):
        start = time.perf_counter()
        made = work(number)
        took.append(time.perf_counter() - start)
    return min(took), len(pypdfium2.PdfDocument(io.BytesIO(made)))


def with_typst() -> Callable[[int], bytes] | None:
    """The way to a PDF with typst, or nothing where it is not installed."""
    try:
        typst = importlib.import_module("typst")
    except ImportError:
        return None
    folder = Path(tempfile.mkdtemp())
    for number in range(ROUNDS + 1):
        (folder / f"{number}.typ").write_text(typst_source(number), encoding="utf-8")
    faces = [str(paths.resources() / "fonts")]

    def make(number: int) -> bytes:
        made: bytes = typst.compile(str(folder / f"{number}.typ"), font_paths=faces)
        return made

    return make


def main() -> None:
    fonts.register()
    documents = [minutes(number) for number in range(ROUNDS + 1)]
    kept = [block_data.to_text(document) for document in documents]
    ours, pages = quickest(lambda number: pdf.to_pdf(documents[number]))
    closed, _ = quickest(lambda number: pdf.to_pdf(block_data.from_text(kept[number])))
    print(f"ours: {ours:.2f} s, {pages} pages; closed minutes, from what was kept: {closed:.2f} s")
    make = with_typst()
    if make is None:
        print("typst is not installed: nothing to compare with")
        return
    theirs, their_pages = quickest(make)
    print(f"typst: {theirs:.2f} s, {their_pages} pages")
    print(f"ratio for the same words: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
