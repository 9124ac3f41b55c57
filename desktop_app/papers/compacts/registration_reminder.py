"""Công văn đôn đốc đăng ký thi đua: to the units that have sent nothing yet, or must send again."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.compacts.registration import Registration, RegistrationState
from desktop_app.domain.compacts.registration_board import RegistrationBoard
from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.period import Period
from desktop_app.papers.blocks import Document, Paragraph, Section
from desktop_app.papers.framing import letter_head, official_closing, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, finished


class RegistrationReminder(Paper):
    """One letter to all late units, or one a unit; number and day are left to the pen."""

    key = "registration-reminder"
    name = "Công văn đôn đốc đăng ký"
    record = RegistrationBoard

    def parts(self, record: RegistrationBoard) -> tuple[tuple[str, str], ...]:
        return tuple((each.id, _name(each)) for each in record.missing())

    def compose(self, record: RegistrationBoard, only: str | None = None) -> Document:
        period = record.period
        chosen = [each for each in record.missing() if only in (None, each.id)]
        about = f"đôn đốc gửi bản đăng ký thi đua {period.in_a_sentence}"
        names = tuple(_name(each) for each in chosen) or (OPEN,)
        blocks = (
            *letter_head(period, None, None, about, names),
            Paragraph(_asked(period)),
            *_told(chosen),
            Paragraph(_wish(period, chosen)),
            official_closing(period, None, None, ("Như trên",)),
        )
        return Document(f"Đôn đốc đăng ký thi đua {period.in_a_sentence}", (Section(blocks),))


def _name(each: Registration) -> str:
    return each.unit.name_on(each.period.until) if each.unit else OPEN


def _asked(period: Period) -> str:
    due = period.registration_due
    until = f"chậm nhất {long_date(due)} " if due else ""
    return (
        f"Theo kế hoạch hoạt động {period.in_a_sentence} của {period.cluster.name}, các đơn vị "
        f"thành viên gửi bản đăng ký thi đua {until}về Tổ giúp việc."
    )


def _told(chosen: list[Registration]) -> Iterator[Paragraph]:
    """Who has sent nothing and who must send again are told apart, each by name."""
    silent = [_name(each) for each in chosen if each.state is RegistrationState.DRAFT]
    if silent:
        names = "; ".join(silent)
        yield Paragraph(closed(f"Đến nay Tổ giúp việc chưa nhận được bản đăng ký của {names}"))
    for each in chosen:
        if each.state is RegistrationState.RETURNED:
            words = f"Bản đăng ký của {_name(each)} đã được trả lại để bổ sung, hoàn chỉnh"
            yield Paragraph(closed(f"{words}: {each.reason}" if each.reason else words))
    if not chosen:
        yield Paragraph("Các đơn vị thành viên đã gửi đủ bản đăng ký thi đua.")


def _wish(period: Period, chosen: list[Registration]) -> str:
    whom = "đơn vị" if len(chosen) == 1 else "các đơn vị có tên nêu trên"
    if not chosen:
        return finished("Tổ giúp việc thông báo để các đơn vị biết")
    until = long_date(None, year_of(period))
    return finished(f"Đề nghị {whom} gửi bản đăng ký trước {until} để tổng hợp, báo cáo")
