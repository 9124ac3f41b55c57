"""The tables of the cluster's reports, drawn from the records of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.compacts.compact import CompactItem
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.compacts.exemplar import ExemplarKind
from desktop_app.domain.compacts.mirror import Mirror, MirrorEntry
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.full_report import FullReport
from desktop_app.papers.blocks import Block, Column, ListItem, Paragraph, Row, Table
from desktop_app.papers.scores.score_words import percent_of
from desktop_app.papers.wording import closed, count, span
from desktop_app.papers.years.year_status import table_or

_MIRROR = (
    Column("TT", 0.06, "center"),
    Column("Nội dung, đơn vị", 0.42),
    Column("Chỉ tiêu", 0.14, "center"),
    Column("Kết quả", 0.22),
    Column("Đánh giá", 0.16, "center"),
)
_MIRROR_HALF = (*_MIRROR[:3], Column("Kết quả 6 tháng", 0.38))
"""Half way no verdict is due: those of the mirror are for the whole year."""
_PLACES = (
    Column("Hạng", 0.10, "center"),
    Column("Đơn vị", 0.54),
    Column("Tổng điểm", 0.18, "center"),
    Column("Tỷ lệ", 0.18, "center"),
)
_REGISTERED = (
    Column("TT", 0.07, "center"),
    Column("Đơn vị", 0.45),
    Column("Đăng ký", 0.16, "center"),
    Column("Đạt", 0.16, "center"),
    Column("Ngoài đăng ký", 0.16, "center"),
)
_REGISTERED_HALF = (_REGISTERED[0], Column("Đơn vị", 0.73), Column("Đăng ký", 0.20, "center"))
_COMMENDED = (
    Column("TT", 0.07, "center"),
    Column("Danh hiệu, hình thức", 0.57),
    Column("Tập thể (lượt)", 0.18, "center"),
    Column("Cá nhân (lượt)", 0.18, "center"),
)


def mirror_table(full: FullReport) -> tuple[Block, ...]:
    """Each commitment of the compact beside what came of it."""
    mirror = full.mirror
    if mirror is None:
        return (Paragraph("Chưa lập bảng đối chiếu giao ước."),)
    counts = mirror.counts()
    told = "; ".join(f"{v.label.lower()} {count(n)}" for v, n in counts.items() if n)
    head = f"Tổng hợp {count(counts.total())} kết quả: {told}."
    has_head = bool(counts.total()) and not full.is_half_year
    rows = [
        row
        for place, item in enumerate(mirror.compact.items, start=1)
        for row in _item_rows(full, mirror, place, item)
    ]
    columns = _MIRROR_HALF if full.is_half_year else _MIRROR
    nothing = "Giao ước không có nội dung nào."
    return (*((Paragraph(head),) if has_head else ()), *table_or(columns, tuple(rows), nothing))


def _item_rows(full: FullReport, mirror: Mirror, place: int, item: CompactItem) -> Iterator[Row]:
    entries = [entry for entry in mirror.entries if entry.item == item.id]
    text, goal = " ".join(item.text.text.split()), target_words(item) or item.target
    if len(entries) == 1 and entries[0].unit is None:
        yield _entry_row(full, mirror, (str(place), text, goal), entries[0])
        return
    yield Row((str(place), text, goal, *([""] * (1 if full.is_half_year else 2))))
    for entry in entries:
        unit = entry.unit
        name = unit.name_on(full.report.until) if unit else "Toàn cụm"
        own = mirror.compact.target_of(item, unit) if unit else item.value
        yield _entry_row(
            full, mirror, ("", f"- {name}", target_words(item.replace(value=own))), entry
        )


def _entry_row(
    full: FullReport, mirror: Mirror, first: tuple[str, str, str], entry: MirrorEntry
) -> Row:
    if full.is_half_year:
        return Row((*first, _result(entry.mid_value, entry.mid_result)))
    result = _result(entry.end_value, entry.end_result)
    return Row((*first, result, mirror.verdict_of(entry).label))


def _result(value: Decimal | None, words: str) -> str:
    figure = number(value) if value is not None else ""
    return "; ".join(part for part in (figure, words) if part)


def places_table(full: FullReport) -> tuple[Block, ...]:
    """The places by total, and whether they are final."""
    scores = full.scores
    if scores is None or not scores.has_scores:
        return (Paragraph("Chưa có kết quả chấm điểm."),)
    rows = (
        Row(
            (
                str(standing.place),
                standing.unit.name,
                number(standing.score.final),
                percent_of(standing.score),
            )
        )
        for standing in scores.standings
    )
    return Paragraph(scores.standing_sentence), Table(_PLACES, tuple(rows))


def registered_table(full: FullReport) -> tuple[Block, ...]:
    """Registered, achieved, achieved without having been registered; half way only the first."""
    board, rows = full.registrations, []
    for place, each in enumerate(board.registrations, start=1):
        if each.unit is None:
            continue
        outcome = board.outcome(each)
        numbers = (len(each.counted), len(outcome.achieved), len(outcome.unforeseen))
        shown = numbers[:1] if full.is_half_year else numbers
        name = each.unit.name_on(full.report.until)
        rows.append(Row((str(place), name, *map(str, shown))))
    columns = _REGISTERED_HALF if full.is_half_year else _REGISTERED
    return table_or(columns, tuple(rows), "Kỳ này chưa có đơn vị thành viên.")


def commended_table(full: FullReport) -> tuple[Block, ...]:
    """Grants by unit and award, counted in occurrences (lượt)."""
    rows: list[Row] = []
    for member in (*full.year.period.members_on(None), None):
        unit = member.unit if member else None
        grants = full.grants_of(unit)
        if grants:
            name = unit.name_on(full.report.until) if unit else "Ngoài các đơn vị thành viên"
            rows.append(Row((name,), is_group=True))
            rows += _award_rows(grants)
    if rows:
        rows.append(Row(("", "Cộng", *_by_kind(full.grants))))
    return table_or(_COMMENDED, tuple(rows), "Chưa có quyết định khen thưởng.")


def _award_rows(grants: tuple[Grant, ...]) -> Iterator[Row]:
    awards = {grant.award.id: grant.award for grant in grants if grant.award}
    listed = sorted(awards.values(), key=lambda award: (award.place_in_list, award.name))
    for place, award in enumerate(listed, start=1):
        own = tuple(g for g in grants if g.award and g.award.id == award.id)
        yield Row((str(place), award.name, *_by_kind(own)))


def _by_kind(grants: tuple[Grant, ...]) -> tuple[str, str]:
    kinds = Counter(grant.kind for grant in grants)
    return str(kinds[SubjectKind.COLLECTIVE]), str(kinds[SubjectKind.INDIVIDUAL])


def exemplar_lines(full: FullReport) -> tuple[Block, ...]:
    """How many exemplars of each kind, then each with its unit and stage."""
    book = full.exemplars
    if not book.exemplars:
        return (Paragraph("Trong kỳ chưa ghi nhận điển hình tiên tiến."),)
    kinds = ", ".join(f"{count(len(book.of_kind(k)))} {k.label.lower()}" for k in ExemplarKind)
    head = (
        f"Có {count(len(book.exemplars))} điển hình ({kinds}); {count(book.points)} điểm nhân rộng:"
    )
    lines = []
    for kind in ExemplarKind:
        for each in book.of_kind(kind):
            unit = f", {each.unit.name_on(full.report.until)}" if each.unit else ""
            stage = f" ({each.stage.label.lower()})" if each.stage else ""
            lines.append(ListItem("-", closed(f"{each.name}{unit}{stage}")))
    return Paragraph(head), *lines


def campaign_lines(full: FullReport) -> tuple[Block, ...]:
    """Movements and campaigns begun in the time of the report."""
    lines = []
    for each in full.year.campaigns:
        if not full.is_in_time(each.launched_on or each.since):
            continue
        days = f", {span(each.since, each.until)}" if each.since or each.until else ""
        reported = (
            f"; {count(each.reported)}/{count(len(each.units))} đơn vị đã báo cáo kết quả"
            if each.units
            else ""
        )
        lines.append(ListItem("-", closed(f"{each.name}{days}{reported}")))
    return tuple(lines)
