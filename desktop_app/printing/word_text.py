"""Words into Word: paragraphs and runs dressed from the page's table."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Text
from desktop_app.printing import fonts, page, text
from desktop_app.printing.page import Element

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_HAIR = 1.0
"""Pt: the height of a paragraph Word wants but nobody should see."""


def add(
    container: Any, words: Text, element: Element, line_spacing: float = 1.0, align: str = ""
) -> Any:
    """One paragraph a line of the text; the answer is the last of them."""
    made = None
    for line in text.lines(words, element.capitals):
        made = empty(container, element, line_spacing, align)
        for run in line:
            add_run(made, run, element)
    return made


def empty(container: Any, element: Element, line_spacing: float = 1.0, align: str = "") -> Any:
    """A paragraph in the element's dress, still without words."""
    made = _fresh_paragraph(container)
    dress = made.paragraph_format
    dress.alignment = _ALIGN[align or element.align]
    dress.space_before, dress.space_after = Pt(element.before), Pt(element.after)
    dress.line_spacing = line_spacing if element.is_body else 1.0
    dress.widow_control = True
    if element.indent:
        dress.first_line_indent = Pt(element.indent * page.MM)
    if element.keeps_next:
        dress.keep_with_next = True
    return made


def last_paragraph(document: Any) -> Any:
    """What python-docx gives as `paragraphs[-1]`, without a list of them all at every sheet."""
    elements = document.element.body.iterchildren(qn("w:p"), reversed=True)
    return Paragraph(next(elements), document._body)


def add_run(paragraph: Any, run: Run, element: Element, size: float = 0.0) -> Any:
    """A run with its size and weight written out, so that pasting keeps them."""
    made = paragraph.add_run(run.text)
    made.font.size = Pt(size or element.size)
    made.bold = run.bold or element.bold
    made.italic = run.italic or element.italic
    if run.underline:
        made.underline = True
    return made


def add_centred(container: Any, words: str, element: Element, width: float) -> Any:
    """A text in lines of even length, `width` pt wide, with the line under it that it needs."""
    line = text.one_line(words, element.capitals)
    dress = element.size, element.bold, element.italic
    lines = fonts.balanced(line, width, *dress)
    made = add(container, line, element)
    widest = max(fonts.width(each, *dress) for each in lines)
    if len(lines) > 1 and widest < width:
        # half a point so that rounding does not break the line once more
        side = Pt(max(0.0, (width - widest) / 2 - 0.5))
        made.paragraph_format.left_indent = made.paragraph_format.right_indent = side
    if not element.rule:
        return made
    return add_rule(container, fonts.width(lines[-1], *dress) * element.rule, width)


def add_rule(container: Any, length: float, width: float) -> Any:
    """A fine line of `length` pt in the middle of `width`: the upper edge of a hair of text."""
    made = hair(container)
    made.paragraph_format.space_before = Pt(page.RULE_GAP)
    side = Pt(max(0.0, (width - length) / 2))
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = side
    add_border(made)
    return made


def add_border(paragraph: Any, kind: str = "single") -> None:
    """A fine line along the upper edge of a paragraph."""
    borders = OxmlElement("w:pBdr")
    # Word counts a border in eighths of a point
    borders.append(border("w:top", round(page.RULE_THICKNESS * 8), kind))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def border(tag: str, eighths: int, kind: str = "single", colour: str = "000000") -> Any:
    """One side of a border."""
    made = OxmlElement(tag)
    for name, value in (("val", kind), ("sz", str(eighths)), ("space", "0"), ("color", colour)):
        made.set(qn(f"w:{name}"), value)
    return made


def hair(container: Any) -> Any:
    """An empty paragraph that takes no visible room."""
    made = _fresh_paragraph(container)
    thin(made)
    return made


def thin(paragraph: Any) -> None:
    """Make an empty paragraph as low as a hair."""
    dress = paragraph.paragraph_format
    dress.space_before = dress.space_after = Pt(0)
    dress.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    dress.line_spacing = Pt(_HAIR)
    mark = OxmlElement("w:rPr")
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), "2")
    mark.append(size)
    # Word refuses a file whose properties are out of order
    paragraph._p.get_or_add_pPr().insert_element_before(mark, "w:sectPr", "w:pPrChange")


def colour(paragraph: Any, red: float, green: float, blue: float) -> None:
    """Colour every run; shares of 1."""
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor(*(round(part * 255) for part in (red, green, blue)))


def _fresh_paragraph(container: Any) -> Any:
    """A new paragraph; a table's cell is born with one, which is taken first."""
    born = container.paragraphs if hasattr(container, "_tc") else []
    if len(born) == 1 and not len(born[0]._p):
        return born[0]
    return container.add_paragraph()
