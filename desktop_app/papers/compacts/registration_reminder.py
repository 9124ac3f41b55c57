"""Công văn đôn đốc đăng ký thi đua: to the units that have sent nothing yet."""

from __future__ import annotations

from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.compacts.registration_board import RegistrationBoard
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import Block, Document, Paragraph, Section
from desktop_app.papers.framing import letter_head, official_closing, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, finished


class RegistrationReminder(Paper):
    """One letter to all late units, or one a unit; number and day are left to the pen."""

    key = "registration-reminder"
    name = "Công văn đôn đốc đăng ký"
    record = RegistrationBoard

    def parts(self, record: RegistrationBoard) -> tuple[tuple[str, str], ...]:
        day = record.period.until
        return tuple((e.id, e.unit.name_on(day)) for e in record.missing() if e.unit)

    def compose(self, record: RegistrationBoard, only: str | None = None) -> Document:
        period = record.period
        chosen = [each for each in record.missing() if only in (None, each.id)]
        units = [each.unit for each in chosen if each.unit]
        returned = [e for e in chosen if e.state is RegistrationState.RETURNED and e.unit]
        about = f"đôn đốc gửi bản đăng ký thi đua {period.in_a_sentence}"
        blocks: tuple[Block, ...] = (
            *letter_head(period, None, None, about, _names(units, record)),
            *_body(record, bool(units)),
            *(
                Paragraph(f"{e.unit.name_on(period.until)} gửi lại bản đăng ký: {closed(e.reason)}")
                for e in returned
                if e.unit
            ),
            Paragraph(finished("Đề nghị các đơn vị quan tâm, phối hợp thực hiện")),
            official_closing(period, None, None, ("Như trên",)),
        )
        return Document(f"Đôn đốc đăng ký thi đua {period.in_a_sentence}", (Section(blocks),))


def _names(units: list[Unit], board: RegistrationBoard) -> tuple[str, ...]:
    return tuple(unit.name_on(board.period.until) for unit in units) or (OPEN,)


def _body(board: RegistrationBoard, any_late: bool) -> tuple[Block, ...]:
    period = board.period
    if not any_late:
        return (Paragraph("Các đơn vị thành viên đã gửi đủ bản đăng ký thi đua."),)
    due = period.registration_due
    until = f"trước {long_date(due)} " if due else ""
    return (
        Paragraph(
            f"Theo kế hoạch hoạt động {period.in_a_sentence} của {period.cluster.name}, các đơn vị "
            f"thành viên gửi bản đăng ký thi đua {until}về Tổ giúp việc."
        ),
        Paragraph(
            "Đến nay Tổ giúp việc chưa nhận được bản đăng ký của đơn vị có tên ở trên. Đề nghị đơn "
            f"vị gửi bản đăng ký trước {long_date(None, year_of(period))} để tổng hợp, báo cáo."
        ),
    )
