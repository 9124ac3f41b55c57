"""The process that opens a template: it may die of it, and the program only hears that it did.

Started by `reader_process.py` as `--fill-template SOURCE ANSWER LIMITS`; beside SOURCE lies the
request: the fields there are and, when it is to be filled, their values. The answer is JSON.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.answering import answer
from desktop_app.exchange.reader_process import request_of
from desktop_app.papers.office_templates.fields import Field

_MOST_TOLD = 20
_LARGEST = 20 * 1024 * 1024
"""Bytes of a filled paper."""
_BODY, _HEAD, _FOOT, _NOTES = "Thân văn bản", "Đầu trang", "Chân trang", "Chú thích"


def main(arguments: Sequence[str]) -> int:
    """Look over or fill SOURCE within the limits and write what came of it to ANSWER."""
    return answer(arguments, lambda source, _: _found(source))


def _found(source: Path) -> dict[str, Any]:
    request = request_of(source)
    template = _Template(source, request["fields"])
    faults = list(template.faults())[:_MOST_TOLD]
    found: dict[str, Any] = {"faults": faults}
    if not faults and request.get("values") is not None:
        found["docx"] = base64.b64encode(template.filled(request["values"])).decode("ascii")
    return found


class _Template:
    """One template, opened."""

    def __init__(self, path: Path, fields: list[list[Any]]) -> None:
        self._bytes = path.read_bytes()
        self._fields = tuple(_field(plain) for plain in fields)

    def faults(self) -> Iterator[str]:
        """Everything that is wrong; a trial filling last, when nothing else is."""
        from desktop_app.exchange.office_templates import places

        there = [place for name, root in self._parts() for place in places.paragraphs(name, root)]
        if not there:
            yield "Mẫu chưa có trường nào: hãy ghi tên trường giữa hai cặp ngoặc nhọn."
            return
        if found := list(places.broken(there)):
            yield from found
            return
        try:
            found = list(self._wrong_fields(there))
            if found:
                yield from found
                return
            self.filled({field.name: _trial(field) for field in self._fields})
        except Exception as error:  # noqa: BLE001 - whatever a library makes of a template
            yield f"Mẫu chưa dựng được thành văn bản: {_plain_reason(error)}"

    def filled(self, values: dict[str, Any]) -> bytes:
        """The paper. Raises what the libraries raise."""
        from docxtpl import DocxTemplate

        from desktop_app.exchange.office_templates.rules import OfficeEnvironment

        template = DocxTemplate(io.BytesIO(self._bytes))
        template.render(values, OfficeEnvironment(), autoescape=True)
        made = io.BytesIO()
        template.save(made)
        if made.tell() > _LARGEST:
            raise ValueError("văn bản lớn hơn 20 MB")
        return made.getvalue()

    def _wrong_fields(self, there: list[Any]) -> Iterator[str]:
        """Unknown fields and forbidden words of every text that will be filled."""
        from docxtpl import DocxTemplate

        from desktop_app.exchange.office_templates import rules

        template = DocxTemplate(io.BytesIO(self._bytes))
        template.init_docx()
        environment = rules.OfficeEnvironment()
        told: set[str] = set()
        for source in _sources(template):
            # without the refusal of what is forbidden: all of it is told, with its place
            tree = super(rules.OfficeEnvironment, environment)._parse(source, None, None)
            found = (*rules.forbidden(tree), *rules.unknown(tree, self._fields))
            for fault in found:
                if fault.words not in told:
                    told.add(fault.words)
                    yield f"{fault.words}{_where(fault.name, there)}"

    def _parts(self) -> Iterator[tuple[str, Any]]:
        import docx

        document = docx.Document(io.BytesIO(self._bytes))
        yield _BODY, document.element
        for related in document.part.rels.values():
            name = related.reltype.rsplit("/", 1)[-1]
            shown = {"header": _HEAD, "footer": _FOOT, "footnotes": _NOTES}.get(name)
            if shown and not related.is_external:
                yield shown, _root(related.target_part.blob)


def _sources(template: Any) -> Iterator[str]:
    """The texts that docxtpl fills: body, heads, feet, notes, and the file's own properties."""
    yield template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))
    for section in template.docx.sections:
        for part in section.part.package.parts:
            if part.partname.endswith("/footnotes.xml"):
                yield template.patch_xml(part.blob.decode("utf-8"))
    properties = template.docx.core_properties
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        yield str(getattr(properties, name) or "")


def _root(blob: bytes) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(blob)


def _where(name: str, there: list[Any]) -> str:
    if not name:
        return ""
    word = re.compile(rf"(?<![\w.]){re.escape(name)}(?!\w)")
    from desktop_app.exchange.office_templates.places import tags

    for place in there:
        if any(word.search(tag) for tag in tags(place)):
            return f" {place}."
    return ""


def _field(plain: list[Any]) -> Field:
    name, is_list, parts = plain
    return Field(name, "", is_list, tuple(Field(part, "") for part in parts))


def _trial(field: Field) -> Any:
    """A value of the field's form: words with signs that XML would stumble over."""
    if not field.is_list:
        return "Thử <&> “ô”"
    entry: Any = {part.name: "Thử <&>" for part in field.parts} if field.parts else "Thử <&>"
    return [entry, entry]


def _plain_reason(error: Exception) -> str:
    name = type(error).__name__
    if "Syntax" in name:
        return "lệnh lặp đặt sai chỗ; lệnh %tr phải nằm trong dòng bảng, %p trong đoạn riêng."
    return "có lệnh mà chương trình không nhận."
