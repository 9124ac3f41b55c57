"""Place cards in Word: two text boxes a page, the upper one turned round, each can be edited."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from desktop_app.papers.blocks import PlaceCard
from desktop_app.printing import page, word_text
from desktop_app.printing import place_card_fields as boxes
from desktop_app.printing.certificate_fields import Field, fitted

_EMU = 36000
"""Units of Word's drawings in a millimetre."""

_TURNED = 10_800_000
"""180 degrees in sixty-thousandths."""

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def add_card(made: Any, card: PlaceCard, width: float) -> None:
    """Both sides of the tent on the page that has just begun."""
    anchor = word_text.hair(made)
    for place, top in enumerate((0.0, boxes.HALF)):
        turn = _TURNED if place == 0 else 0
        anchor._p.append(parse_xml(_box(card, len(made.element.xpath("//wp:anchor")), top, turn)))


def _box(card: PlaceCard, number: int, top: float, turn: int) -> str:
    """A run with one half of the sheet as a text box without lines."""
    wide, high = round(page.PORTRAIT.width * _EMU), round(boxes.HALF * _EMU)
    inside = "".join(_paragraph(field, words) for field, words in boxes.of_card(card))
    return f"""<w:r {_NAMES}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"
 simplePos="0" relativeHeight="{number + 1}" behindDoc="0" locked="0" layoutInCell="1"
 allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * _EMU)}</wp:posOffset></wp:positionV>
<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number + 1}" name="Biển tên {number + 1}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm rot="{turn}"><a:off x="0" y="0"/>
<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent>
</wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" lIns="{12 * _EMU}" tIns="{16 * _EMU}"
 rIns="{12 * _EMU}" bIns="{8 * _EMU}" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""


def _paragraph(field: Field, words: str) -> str:
    """A box of the card as a centred paragraph of the size at which it fits."""
    found = fitted(field, words)
    size = round(found.size * 2)
    red, green, blue = (round(part * 255) for part in boxes.COLOURS[field.colour])
    bold = "<w:b/>" if field.bold else ""
    dress = (
        f'<w:rPr><w:rFonts w:ascii="{page.FONT_FAMILY}" w:hAnsi="{page.FONT_FAMILY}"'
        f' w:cs="{page.FONT_FAMILY}"/>{bold}<w:color w:val="{red:02X}{green:02X}{blue:02X}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in found.lines
    )
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="160"/><w:jc w:val="center"/></w:pPr>'
        f"<w:r>{dress}{lines}</w:r></w:p>"
    )
