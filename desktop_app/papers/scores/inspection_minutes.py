"""Biên bản kiểm tra: team, findings with the criteria they touch, conclusion, what was mended."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.scores.inspection import (
    Finding,
    Inspection,
    InspectionKind,
    TeamMember,
    TeamRole,
)
from desktop_app.domain.vietnamese import long_date, number, short_date
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from desktop_app.papers.framing import (
    HAND_NOTE,
    day_of,
    issuing_body,
    letterhead,
    receivers,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.score_words import by_hand
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, finished, paragraphs, person_named

_FINDINGS = (
    Column("TT", 0.07, "center"),
    Column("Nội dung phát hiện", 0.38),
    Column("Tiêu chí", 0.27),
    Column("Đề nghị cộng, trừ", 0.12, "center"),
    Column("Khắc phục", 0.16, "center"),
)


class InspectionMinutes(Paper):
    """Form 1.9 of Decree 30/2020: the unit signs at the left, the head of the team at the right."""

    key = "inspection-minutes"
    name = "Biên bản kiểm tra"
    record = Inspection

    def compose(self, record: Inspection, only: str | None = None) -> Document:
        day = day_of(record.period, record.day)
        unit = record.unit.name_on(day) if record.unit else OPEN
        how = "chéo " if record.kind is InspectionKind.CROSS else ""
        subject = f"Kiểm tra {how}công tác thi đua {record.period.in_a_sentence} tại {unit}"
        body = issuing_body(record.period, record.day)
        blocks: tuple[Block, ...] = (
            letterhead(body, body.symbol("BB", None)),
            Title("BIÊN BẢN", subject, rule=record.period.cluster.minutes_rule),
            *numbered_sections(
                ("Thời gian, địa điểm", _time_and_place(record, unit)),
                ("Thành phần", _present(record, unit, day)),
                ("Nội dung, kết quả kiểm tra", _findings(record)),
                ("Kết luận", _lines(record.conclusion) or (Paragraph(f"{OPEN}."),)),
                ("Kiến nghị", _lines(record.recommendations)),
                ("Kết quả khắc phục", _lines(record.follow_up)),
            ),
            Paragraph(
                "Biên bản được lập thành 02 bản có giá trị như nhau, đã đọc lại cho các bên cùng "
                "nghe và nhất trí."
            ),
            Paragraph(
                finished(f"Việc kiểm tra kết thúc vào hồi {OPEN} giờ {OPEN} phút, cùng ngày")
            ),
            _closing(record),
        )
        return Document(f"Biên bản {record.title}", (Section(blocks),))


def _time_and_place(record: Inspection, unit: str) -> tuple[Block, ...]:
    day = long_date(record.day, year_of(record.period))
    return (
        Paragraph(f"Thời gian bắt đầu: {OPEN} giờ {OPEN} phút, {day}."),
        Paragraph(f"Địa điểm: {closed(unit)}"),
    )


def _present(record: Inspection, unit: str, day: dt.date | None) -> tuple[Block, ...]:
    name = record.team_name or "Tổ kiểm tra"
    leader = f" (do {record.leader_unit.name_on(day)} chủ trì)" if record.leader_unit else ""
    members = tuple(ListItem("-", closed(_member(member, day))) for member in record.members)
    return (
        ListItem("1.", f"{name}{leader}:" if members else f"{name}{leader}: {OPEN}."),
        *members,
        ListItem("2.", f"Đại diện đơn vị được kiểm tra, {unit}: {OPEN}."),
    )


def _member(member: TeamMember, day: dt.date | None) -> str:
    """A name typed in goes before the one of the register."""
    if member.person and not member.name:
        told = capital(person_named(member.person, day))
    else:
        place = member.from_unit.name_on(day) if member.from_unit else ""
        told = ", ".join(part for part in (member.name, member.post, place) if part)
    return f"{told} – {member.role}"


def _findings(record: Inspection) -> tuple[Block, ...]:
    if not record.findings:
        return (Paragraph("Tổ kiểm tra chưa ghi phát hiện nào."),)
    rows = tuple(
        Row(
            (
                str(place),
                finding.text,
                _criterion(record, finding),
                _points(finding),
                _mended(finding),
            )
        )
        for place, finding in enumerate(record.findings, start=1)
    )
    effect = record.points_effect
    told = f"Tổng đề nghị: {_signed(record)} điểm." if effect else "Không đề nghị cộng, trừ điểm."
    return Table(_FINDINGS, rows), Paragraph(told)


def _criterion(record: Inspection, finding: Finding) -> str:
    found = record.criteria.tree.find(finding.criterion) if record.criteria else None
    return found.title if found else "–"


def _points(finding: Finding) -> str:
    effect = finding.points_effect
    return "–" if not effect else f"{'+' if effect > 0 else '−'}{number(abs(effect))}"


def _signed(record: Inspection) -> str:
    effect = record.points_effect
    return f"{'cộng' if effect > 0 else 'trừ'} {number(abs(effect))}"


def _mended(finding: Finding) -> str:
    return short_date(finding.mended_on) if finding.mended_on else "Chưa"


def _lines(text: str) -> tuple[Block, ...]:
    return tuple(Paragraph(closed(line)) for line in paragraphs(text))


def _closing(record: Inspection) -> Closing:
    head = next((m for m in record.members if m.role is TeamRole.HEAD), None)
    with_rank = record.period.cluster.print_rank
    name = ""
    if head:
        name = head.person.signed_name(with_rank) if head.person else head.title
    return Closing(
        left=by_hand("Đại diện đơn vị được kiểm tra"),
        right=Signature(("TỔ TRƯỞNG",), name, "" if name else HAND_NOTE),
        receivers=receivers(("Đơn vị được kiểm tra", "Đơn vị Cụm trưởng"), kept="Lưu: VT, Hồ sơ"),
        receivers_below=True,
    )
