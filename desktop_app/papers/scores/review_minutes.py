"""Biên bản thẩm định điểm: what each review changed and why, with the units' answers."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.sheet import SheetState
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead, receivers, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.ranking_table import bars, tie_notes
from desktop_app.papers.scores.score_words import NOTHING, by_hand, remarks, side_by_side
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, closed, count, finished, grounds

_TOTALS = (
    Column("TT", 0.07, "center"),
    Column("Đơn vị", 0.37),
    Column("Tự chấm", 0.14, "center"),
    Column("Thẩm định lần 1", 0.14, "center"),
    Column("Thẩm định lần 2", 0.14, "center"),
    Column("Điểm cuối", 0.14, "center"),
)
_CHANGES = (
    Column("Mã", 0.10),
    Column("Tự chấm", 0.11, "center"),
    Column("Lần 1", 0.11, "center"),
    Column("Lần 2", 0.11, "center"),
    Column("Lý do; giải trình của đơn vị", 0.57),
)
_REVIEWS = (SheetState.REVIEWED, SheetState.REVIEWED_AGAIN, SheetState.FINAL)


class ReviewMinutes(Paper):
    """Form 1.9 of Decree 30/2020; place, hours and those present are left to the pen."""

    key = "review-minutes"
    name = "Biên bản thẩm định điểm"
    record = ScoreRound

    def compose(self, record: ScoreRound, only: str | None = None) -> Document:
        subject = f"Thẩm định điểm thi đua {record.in_a_sentence} của {record.period.cluster.name}"
        body = issuing_body(record.period, None)
        open_day = long_date(None, year_of(record.period))
        blocks: tuple[Block, ...] = (
            letterhead(body, body.symbol("BB", None)),
            Title("BIÊN BẢN", subject, rule=record.period.cluster.minutes_rule),
            *grounds((*record.criteria.grounds, record.criteria.title)),
            *numbered_sections(
                (
                    "Thời gian, địa điểm",
                    (
                        Paragraph(f"Thời gian bắt đầu: {OPEN} giờ {OPEN} phút, {open_day}."),
                        Paragraph(f"Địa điểm: {OPEN}."),
                    ),
                ),
                ("Thành phần", _present(record)),
                ("Kết quả thẩm định", _totals(record)),
                ("Điểm thay đổi qua thẩm định", _changes(record)),
                ("Kết luận", _conclusion(record)),
            ),
            Paragraph("Biên bản đã được đọc lại cho những người có tên cùng nghe và nhất trí."),
            Paragraph(
                finished(f"Việc thẩm định kết thúc vào hồi {OPEN} giờ {OPEN} phút, {open_day}")
            ),
            Closing(
                left=by_hand("Thư ký"),
                right=by_hand("TM. Tổ thẩm định", "Tổ trưởng"),
                receivers=receivers(
                    (f"Các đơn vị thành viên {record.period.cluster.name}",),
                    kept="Lưu: VT, Hồ sơ",
                ),
                receivers_below=True,
            ),
        )
        return Document(f"Biên bản thẩm định điểm {record.in_a_sentence}", (Section(blocks),))


def _present(record: ScoreRound) -> tuple[Block, ...]:
    """Those who took the steps of review, as the sheets tell; the others by hand."""
    names: dict[str, None] = {}
    for sheet in record.sheets:
        for step in sheet.steps:
            if step.state in _REVIEWS:
                unit = step.unit.name_on(step.day) if step.unit else "cơ quan thường trực"
                names[f"{step.who} ({unit})"] = None
        for line in sheet.lines:
            for who in (line.reviewer1, line.reviewer2):
                if who and not any(told.startswith(f"{who} (") for told in names):
                    names[who] = None
    people = "; ".join(names) or OPEN
    return (
        ListItem("1.", f"Tổ thẩm định: {closed(people)}"),
        ListItem("2.", f"Người tham dự khác: {OPEN}."),
    )


def _totals(record: ScoreRound) -> tuple[Block, ...]:
    rows = []
    for place, sheet in enumerate(record.board.sheets, start=1):
        total = record.board.total(sheet.unit)
        rows.append(Row((str(place), sheet.unit.name, *side_by_side(sheet, total))))
    return (Table(_TOTALS, tuple(rows)),) if rows else (Paragraph(NOTHING),)


def _changes(record: ScoreRound) -> tuple[Block, ...]:
    rows = [row for unit_rows in _unit_changes(record) for row in unit_rows]
    if not rows:
        return (Paragraph("Không có điểm nào thay đổi so với điểm trước thẩm định."),)
    return (Table(_CHANGES, tuple(rows)),)


def _unit_changes(record: ScoreRound) -> Iterator[list[Row]]:
    for sheet in record.board.sheets:
        rows, unit = [], sheet.unit
        for leaf in record.criteria.tree.leaves:
            score, line = record.board.score(leaf, unit), record.board.line(leaf, unit)
            changed = len({score.own, score.first, score.second}) > 1
            if not (changed or line.explanation):
                continue
            told = (
                ("Lần 1", line.reason1),
                ("Giải trình", line.explanation),
                ("Lần 2", line.reason2),
            )
            words = "\n".join(closed(f"{name}: {reason}") for name, reason in told if reason)
            figures = side_by_side(sheet, score, line)[:3]
            rows.append(Row((leaf.code, *figures, words)))
        if rows:
            yield [Row((f"{unit.name} ({count(len(rows))} tiêu chí)",), is_group=True), *rows]


def _conclusion(record: ScoreRound) -> tuple[Block, ...]:
    lines = [*remarks(record), *tie_notes(record.standings), *bars(record.standings)]
    if record.is_final:
        places = "; ".join(f"hạng {s.place}: {s.unit.name}" for s in record.standings)
        lines.append(f"Kết quả xếp hạng: {places}.")
    return tuple(ListItem("-", closed(line)) for line in lines)
