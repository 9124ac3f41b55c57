"""Báo cáo tình hình năm thi đua: the year in a few tables, as far as it has come."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.meetings.meeting import Attendance
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.duties import Duty
from desktop_app.domain.years.period import Period, Secretariat
from desktop_app.domain.years.plan import PlanStep, StepState
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_tasks import duty_gaps
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
from desktop_app.papers.framing import (
    day_of,
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import (
    closed,
    comrade,
    count,
    enumerated,
    finished,
    unit_with_office,
)

_PLAN_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Nội dung", 0.52),
    Column("Hạn", 0.17, "center"),
    Column("Tình trạng", 0.23),
)
_MEETING_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Hội nghị, cuộc họp", 0.42),
    Column("Ngày", 0.15, "center"),
    Column("Đơn vị có mặt", 0.15, "center"),
    Column("Tình trạng", 0.20),
)
_NOMINATION_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Danh hiệu, hình thức", 0.44),
    Column("Tập thể", 0.12, "right"),
    Column("Cá nhân", 0.12, "right"),
    Column("Đã trình", 0.12, "right"),
    Column("Đã có QĐ", 0.12, "right"),
)
_DECISION_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Số quyết định", 0.22),
    Column("Ngày", 0.16, "center"),
    Column("Cơ quan quyết định", 0.24),
    Column("Tập thể", 0.10, "right"),
    Column("Cá nhân", 0.10, "right"),
    Column("Đã trao", 0.10, "right"),
)
_SUBMITTED = (
    NominationState.SUBMITTED,
    NominationState.SUPPLEMENT,
    NominationState.DECIDED,
    NominationState.REJECTED,
    NominationState.HIGHER,
)
_DEAD = (GrantState.ANNULLED, GrantState.RECALLED)


class YearStatus(Paper):
    """A short report: what is done, what is open."""

    key = "year-status"
    name = "Báo cáo tình hình năm thi đua"
    record = Year

    def compose(self, record: Year, only: str | None = None) -> Document:
        blocks = (
            *_head(record.period),
            *numbered_sections(
                ("Tổ chức cụm thi đua", _organisation(record.period, record.secretariat)),
                ("Thực hiện kế hoạch năm", _plan(record)),
                ("Giao ước thi đua", compact_lines(record.compact)),
                ("Hội nghị, cuộc họp", meetings_table(record)),
                ("Thủ trưởng đơn vị thực hiện “3 trực tiếp”", duty_lines(record)),
                ("Đề nghị khen thưởng", _nominations(record.nominations)),
                ("Quyết định khen thưởng", _decisions(record.decisions)),
            ),
            Paragraph(finished(f"Trên đây là tình hình năm thi đua {record.period.name}")),
            _closing(record.period),
        )
        return Document(f"Báo cáo tình hình năm thi đua {record.period.name}", (Section(blocks),))


def _head(period: Period) -> tuple[Block, ...]:
    body = issuing_body(period, None)
    day = place_and_date(body.place, None, year_of(period))
    subject = f"Tình hình năm thi đua {period.name} của {period.cluster.name}"
    return letterhead(body, body.symbol("BC", None), day), Title("BÁO CÁO", subject)


def _organisation(period: Period, secretariat: Secretariat | None) -> tuple[Block, ...]:
    members = period.members_on(period.until)
    names = (unit_with_office(member, period.until) for member in members)
    head = f"{period.cluster.full_name} có {count(len(members))} đơn vị thành viên"
    lines = enumerated(names)
    items = (ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))
    movement = f"Phong trào thi đua: {closed(period.movement)}" if period.movement else ""
    lines = (movement, _secretariat(secretariat))
    return (
        Paragraph(f"{head}{':' if members else '.'}"),
        *items,
        *(Paragraph(line) for line in lines if line),
    )


def _secretariat(secretariat: Secretariat | None) -> str:
    if secretariat is None or not secretariat.members:
        return "Chưa thành lập Tổ giúp việc."
    number = f" theo Quyết định số {secretariat.decision_number}" * bool(
        secretariat.decision_number
    )
    names = "; ".join(
        f"{comrade(m.person.rank, m.person.full_name)} ({m.role.label})"
        for m in secretariat.members
    )
    return f"Tổ giúp việc{number} gồm {count(len(secretariat.members))} đồng chí: {closed(names)}"


def _plan(year: Year) -> tuple[Block, ...]:
    """How many steps are done, late, in hand and ahead, then each of them."""
    steps = year.plan.in_order if year.plan else ()
    if not steps:
        return (Paragraph("Chưa lập kế hoạch hoạt động năm."),)
    states = Counter(step.state_on(year.seen_on) for step in steps)
    told = ", ".join(
        f"{count(states[state])} việc {state.label.lower()}" for state in StepState if states[state]
    )
    head = (
        f"Tính đến ngày {short_date(year.seen_on)}, kế hoạch có {count(len(steps))} việc: {told}."
    )
    rows = (
        Row((str(place), step.title, short_date(step.deadline), _standing(year, step)))
        for place, step in enumerate(steps, start=1)
    )
    return Paragraph(head), Table(_PLAN_COLUMNS, tuple(rows))


def _standing(year: Year, step: PlanStep) -> str:
    state = step.state_on(year.seen_on).label
    return f"{state} {short_date(step.done_on)}" if step.done_on else state


def duty_lines(year: Year) -> tuple[Block, ...]:
    """Which heads have not yet done what they must do in person (procedure, section 6)."""
    if not year.duties:
        return (Paragraph("Chưa lập bảng theo dõi “3 trực tiếp” của các đơn vị."),)
    gaps, total = duty_gaps(year), len(year.period.members_on(None))
    lines = (_duty(year, duty, gaps.get(duty, ()), total) for duty in Duty)
    return tuple(ListItem("-", line) for line in lines)


def _duty(year: Year, duty: Duty, waiting: tuple[Unit, ...], total: int) -> str:
    done = f"{duty.label}: {count(total - len(waiting))}/{count(total)} đơn vị đã thực hiện"
    names = "; ".join(unit.name_on(year.period.until) for unit in waiting)
    return closed(f"{done}; chưa thực hiện: {names}" if waiting else done)


def compact_lines(compact: Compact | None) -> tuple[Block, ...]:
    """Which compact, how it stands, and how many have signed."""
    if compact is None:
        return (Paragraph("Chưa có bản giao ước."),)
    day = f", ngày ký {short_date(compact.signed_on)}" if compact.signed_on else ""
    total = len(compact.period.members_on(day_of(compact.period, compact.signed_on)))
    lines = (
        f"{closed(compact.name)} Tình trạng: {compact.state.label.lower()}{day}.",
        f"Bản giao ước có {count(len(compact.items))} nội dung;"
        f" {count(compact.signed_count)}/{count(total)} đơn vị thành viên đã ký.",
    )
    return tuple(Paragraph(line) for line in lines)


def meetings_table(year: Year) -> tuple[Block, ...]:
    """Every meeting in the order of the days, with the units that came."""
    dated = sorted(year.meetings, key=lambda m: (m.day is None, m.day))
    rows = (
        Row((str(place), m.name, short_date(m.day), _units_here(m.present), m.state.label))
        for place, m in enumerate(dated, start=1)
    )
    return table_or(_MEETING_COLUMNS, tuple(rows), "Chưa có hội nghị, cuộc họp.")


def _units_here(present: tuple[Attendance, ...]) -> str:
    units = {p.unit.id for p in present if p.unit}
    return count(len(units)) if units else ""


def _nominations(nominations: tuple[Nomination, ...]) -> tuple[Block, ...]:
    alive = [n for n in nominations if n.state is not NominationState.WITHDRAWN and n.award]
    awards = {n.award.id: n.award for n in alive if n.award}
    listed = sorted(awards.values(), key=lambda award: award.place_in_list)
    rows = []
    for place, award in enumerate(listed, start=1):
        own = [n for n in alive if n.award and n.award.id == award.id]
        rows.append(Row((str(place), award.name, *_nomination_counts(own))))
    return table_or(_NOMINATION_COLUMNS, tuple(rows), "Chưa có đề nghị khen thưởng.")


def _nomination_counts(own: list[Nomination]) -> tuple[str, ...]:
    kinds = Counter(n.kind for n in own)
    submitted = sum(n.state in _SUBMITTED for n in own)
    decided = sum(n.state is NominationState.DECIDED for n in own)
    numbers = (kinds[SubjectKind.COLLECTIVE], kinds[SubjectKind.INDIVIDUAL], submitted, decided)
    return tuple(str(number) for number in numbers)


def _decisions(decisions: tuple[Decision, ...]) -> tuple[Block, ...]:
    rows = (
        Row((str(place), d.number, short_date(d.date), d.body, *_grant_counts(d.grants)))
        for place, d in enumerate(decisions, start=1)
    )
    return table_or(_DECISION_COLUMNS, tuple(rows), "Chưa có quyết định khen thưởng.")


def _grant_counts(grants: tuple[Grant, ...]) -> tuple[str, ...]:
    """Occurrences (lượt), not subjects; what was annulled or recalled is not counted."""
    alive = [grant for grant in grants if grant.state not in _DEAD]
    kinds = Counter(grant.kind for grant in alive)
    presented = sum(grant.state is GrantState.PRESENTED for grant in alive)
    numbers = (kinds[SubjectKind.COLLECTIVE], kinds[SubjectKind.INDIVIDUAL], presented)
    return tuple(str(number) for number in numbers)


def table_or(columns: tuple[Column, ...], rows: tuple[Row, ...], empty: str) -> tuple[Block, ...]:
    """The table, or a sentence where it would be empty."""
    return (Table(columns, rows),) if rows else (Paragraph(empty),)


def _closing(period: Period) -> Closing:
    return Closing(
        right=issuing_signature(period, signer_of(period, None), None),
        receivers=receivers((f"Các đơn vị thành viên {period.cluster.name}",)),
    )
