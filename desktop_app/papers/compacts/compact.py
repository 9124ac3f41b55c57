"""Bản giao ước thi đua: grounds, commitments by group, and one signature a member unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.compacts.compact import Compact, CompactItem, Signature
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.domain.rich_text import RichText, Run, TableBlock
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.issuing import IssuingBody
from desktop_app.domain.years.period import Membership, Period
from desktop_app.papers import blocks as page
from desktop_app.papers import typed_text
from desktop_app.papers.compacts.numbering import groups
from desktop_app.papers.framing import (
    HAND_NOTE,
    day_of,
    letterhead,
    place_and_date,
    post_lines,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import (
    closed,
    count,
    enumerated,
    finished,
    grounds,
    paragraphs,
    unit_with_office,
)

_KINDS = ("Bản giao ước thi đua", "Giao ước thi đua")


class CompactPaper(Paper):
    """A compact stands in the cluster's own name, whoever issues the other papers."""

    key = "compact"
    name = "Bản giao ước thi đua"
    record = Compact

    def compose(self, record: Compact, only: str | None = None) -> page.Document:
        blocks = (
            *_head(record),
            *grounds(record.grounds),
            *_opening(record),
            *_commitments(record),
            *_typed("Biện pháp thực hiện", record.measures),
            *_typed("Trách nhiệm thực hiện", record.responsibilities),
            *_ending(record),
            page.SignatureGrid(_cells(record)),
        )
        return page.Document(record.name, (page.Section(blocks),))


class CompactSignatures(Paper):
    """The page that is laid out at the ceremony: the title and one place a unit."""

    key = "compact-signatures"
    name = "Trang ký giao ước"
    record = Compact

    def compose(self, record: Compact, only: str | None = None) -> page.Document:
        place = page.Paragraph(f"({record.period.cluster.full_name})", page.Style.CENTRED_ITALIC)
        blocks = (*_head(record), place, page.SignatureGrid(_cells(record)))
        return page.Document(f"Trang ký {record.name}", (page.Section(blocks),))


def _head(compact: Compact) -> tuple[page.Block, ...]:
    cluster = compact.period.cluster
    place = compact.place or cluster.place
    day = place_and_date(place, compact.signed_on, year_of(compact.period))
    head = letterhead(IssuingBody.of_cluster(cluster), place_and_date=day)
    return head, page.Title("GIAO ƯỚC THI ĐUA", _subject(compact))


def _subject(compact: Compact) -> str:
    """The name without the kind of paper, which already stands above it."""
    for kind in _KINDS:
        if compact.name.casefold().startswith(kind.casefold()):
            rest = compact.name[len(kind) :].strip()
            return rest[:1].upper() + rest[1:]
    return compact.name


def _opening(compact: Compact) -> tuple[page.Block, ...]:
    lines = paragraphs(compact.opening) or (_default_opening(compact),)
    names = enumerated(unit_with_office(member, _day(compact)) for member in _members(compact))
    units = (page.ListItem(f"{place}.", name) for place, name in enumerate(names, start=1))
    opening: tuple[page.Block, ...] = (*(page.Paragraph(line) for line in lines), *units)
    if not compact.slogan:
        return opening
    words = f"“{closed(compact.slogan, '').strip('“”')}”"
    return (*opening, page.Paragraph(words, page.Style.CENTRED_ITALIC))


def _default_opening(compact: Compact) -> str:
    cluster = compact.period.cluster
    day = f"Hôm nay, {long_date(compact.signed_on, year_of(compact.period))}"
    count_of = count(len(_members(compact)))
    return f"{day}, {count_of} đơn vị thành viên {cluster.full_name} thống nhất ký kết giao ước:"


def _day(compact: Compact) -> dt.date | None:
    return day_of(compact.period, compact.signed_on)


def _members(compact: Compact) -> tuple[Membership, ...]:
    return compact.period.members_on(_day(compact))


def _commitments(compact: Compact) -> tuple[page.Block, ...]:
    sections = [(heading, _items(items)) for heading, items in groups(compact)]
    if len(sections) == 1 and not sections[0][0]:
        return sections[0][1]
    return numbered_sections(*((heading or "Nội dung khác", items) for heading, items in sections))


def _items(items: tuple[CompactItem, ...]) -> tuple[page.Block, ...]:
    return tuple(
        block for place, item in enumerate(items, start=1) for block in _commitment(place, item)
    )


def _commitment(place: int, item: CompactItem) -> tuple[page.Block, ...]:
    """The first paragraph is numbered and carries the target; lists and tables follow it."""
    goal = item.target or target_words(item)
    tail = f" (chỉ tiêu: {closed(goal, '')})" if goal else ""
    first, *rest = item.text.blocks
    if isinstance(first, TableBlock):
        words = f"{closed(item.group or 'Nội dung', '')}{tail}"
        return page.ListItem(f"{place}.", closed(words)), *typed_text.blocks(item.text)
    more = typed_text.blocks(RichText(tuple(rest)))
    return page.ListItem(f"{place}.", _with_tail(first, tail, ":" if more else ".")), *more


def _with_tail(block: TypedBlock, tail: str, mark: str) -> page.Text:
    """The words of a paragraph with the target and one closing mark; its dress is kept."""
    *before, last = block.runs
    ending = closed(last.text, "") + tail + mark
    if not before and last == Run(last.text):
        return ending
    return *before, replace(last, text=ending)


def _typed(heading: str, text: RichText) -> tuple[page.Block, ...]:
    if not text:
        return ()
    return page.Paragraph(heading.upper(), page.Style.SECTION), *typed_text.blocks(text)


def _ending(compact: Compact) -> tuple[page.Block, ...]:
    lines = paragraphs(compact.closing) or (
        "Các đơn vị thành viên cam kết tổ chức thực hiện nghiêm túc các nội dung đã giao ước",
    )
    return tuple(page.Paragraph(line) for line in (*lines[:-1], finished(lines[-1])))


def _cells(compact: Compact) -> tuple[page.Signature, ...]:
    return signature_cells(compact.period, compact.signed_on, compact.signatures)


def signature_cells(
    period: Period, signed_on: dt.date | None, signatures: Iterable[Signature]
) -> tuple[page.Signature, ...]:
    """One cell a member unit, the lead unit first; a unit that left keeps what it signed."""
    day = day_of(period, signed_on)
    signed = {signature.unit.id: signature for signature in signatures}
    cells = [
        _cell(period, day, m.unit, signed.pop(m.unit.id, None)) for m in period.members_on(day)
    ]
    return (*cells, *(_cell(period, day, left.unit, left) for left in signed.values()))


def _cell(
    period: Period, day: dt.date | None, unit: Unit, signature: Signature | None
) -> page.Signature:
    post = (signature.signer_post if signature else "") or unit.head_post
    lines = (f"Đại diện {unit.name_on(day)}", *post_lines(post, unit.head_post))
    signer = _signer(period, signature)
    return page.Signature(
        tuple(line.upper() for line in lines), signer, "" if signer else HAND_NOTE
    )


def _signer(period: Period, signature: Signature | None) -> str:
    if signature is None:
        return ""
    rank = signature.signer_rank if period.cluster.print_rank else ""
    return f"{rank} {signature.signer_name}".strip() if signature.signer_name else ""
