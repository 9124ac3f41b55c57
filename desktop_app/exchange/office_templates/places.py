"""The tags of a template where a person sees them: where each stands, and which are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2.exceptions import TemplateSyntaxError

from desktop_app.exchange.office_templates.rules import OfficeEnvironment

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_SORT = re.compile(r"^(?:p|tr|tc|r)\s")
_SORT_OF = re.compile(r"^\{%-?(p|tr|tc)\s")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENERS = {"for": "endfor", "if": "endif"}
_MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
_LONGEST = 70


@dataclass(frozen=True)
class Place:
    """A paragraph with tags: its words, and the part of the document it stands in."""

    part: str
    words: str
    row: str = ""
    """The words of the row of a table it stands in; empty outside of tables."""

    def __str__(self) -> str:
        shown = " ".join(self.words.split())
        shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
        return f"{self.part}, đoạn «{shown}»"


def paragraphs(part: str, root: Any) -> Iterator[Place]:
    """Every paragraph of a part of the document that may hold a tag."""
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(
            node.text or "" if node.tag == f"{_W}t" else " "
            for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
            if _owner(node) is paragraph
        )
        if _HALF.search(words):
            row = next(paragraph.iterancestors(f"{_W}tr"), None)
            texts = row.iter(f"{_W}t") if row is not None else ()
            yield Place(part, words, "".join(node.text or "" for node in texts))


def _owner(node: Any) -> Any:
    """The paragraph a text stands in; a text box within a paragraph has paragraphs of its own."""
    while node is not None and node.tag != f"{_W}p":
        node = node.getparent()
    return node


def tags(place: Place) -> list[str]:
    """The fields, loops and conditions of a place as they are typed, braces and all."""
    return _TAG.findall(place.words)


def broken(places: list[Place]) -> Iterator[str]:
    """Tags without an end, of a wrong form, or not closed, each with its paragraph."""
    environment = OfficeEnvironment()
    open_tags: list[tuple[str, Place]] = []
    for place in places:
        if _HALF.search(_TAG.sub("", place.words)):
            yield f"Trường viết dở, thiếu dấu mở hoặc đóng: {place}."
        for tag in tags(place):
            yield from _fault(environment, tag, place, open_tags)
    for word, place in open_tags:
        yield f"Lệnh «{word}» không có «{_OPENERS[word]}»: {place}."


def _fault(
    environment: OfficeEnvironment, tag: str, place: Place, open_tags: list[tuple[str, Place]]
) -> Iterator[str]:
    inside = tag[2:-2].translate(_QUOTES).strip("-+ \t\n")
    inside = _SORT.sub("", inside).strip()
    if tag.startswith("{{"):
        if not _parses(environment, "{{ " + inside + " }}"):
            yield f"Trường sai cách viết «{tag}»: {place}."
    elif tag.startswith("{%"):
        yield from _alone(tag, place)
        yield from _statement(environment, inside, tag, place, open_tags)


def _alone(tag: str, place: Place) -> Iterator[str]:
    """What stands beside such a tag would go from the paper without a word."""
    sort = _SORT_OF.match(tag)
    if sort is None:
        return
    if sort[1] in ("tr", "tc") and not place.row:
        yield f"Lệnh «{tag}» phải nằm trong dòng của một bảng: {place}."
    elif sort[1] == "tr" and place.row.strip() != tag:
        yield f"Lệnh «{tag}» phải có một dòng bảng riêng, không có chữ nào khác: {place}."
    elif sort[1] in ("p", "tc") and place.words.strip() != tag:
        yield f"Lệnh «{tag}» phải đứng một mình trong đoạn: {place}."


def _statement(
    environment: OfficeEnvironment,
    inside: str,
    tag: str,
    place: Place,
    open_tags: list[tuple[str, Place]],
) -> Iterator[str]:
    word = inside.split(maxsplit=1)[0] if inside else ""
    top = open_tags[-1][0] if open_tags else ""
    if word in _OPENERS:
        if not _parses(environment, "{% " + inside + " %}{% " + _OPENERS[word] + " %}"):
            yield f"Lệnh sai cách viết «{tag}»: {place}."
        open_tags.append((word, place))
    elif word in _OPENERS.values():
        if _OPENERS.get(top) == word:
            open_tags.pop()
        else:
            yield f"Lệnh «{tag}» không khớp với lệnh mở nào: {place}."
    elif word in _MIDDLES:
        if top not in _MIDDLES[word]:
            yield f"Lệnh «{tag}» đứng ngoài vòng lặp, điều kiện: {place}."
    else:
        yield f"Lệnh «{tag}» không dùng được trong mẫu: {place}."


def _parses(environment: OfficeEnvironment, source: str) -> bool:
    try:
        # without the look at what is forbidden, which says more of it later
        super(OfficeEnvironment, environment)._parse(source, None, None)
    except (TemplateSyntaxError, RecursionError):
        return False
    return True
