"""What happens to many grants at once: they are handed over, annulled or recalled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.commendations.decision import Grant, GrantState
from desktop_app.domain.commendations.granting import ended, presented, restored
from desktop_app.domain.record import Choice, Record
from desktop_app.ui.records.forms.choice_fields import ChoiceField
from desktop_app.ui.records.forms.date_fields import DateField
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import Field, restyle
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.records.forms.number_field import NumberField
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.forms.text_fields import LineField, TextField
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable


@dataclass(frozen=True, kw_only=True)
class GrantLine(Record):
    """A grant with its tick; never stored."""

    grant: Grant
    is_chosen: bool = True
    presented_to: str = ""


class GrantsDialog(QDialog):
    """Some words on top, ticked grants below; `grants()` are all of them as they then stand."""

    verb = ""

    def __init__(
        self, grants: Sequence[Grant], chosen: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grants = tuple(grants)
        self.page = FormPage()
        self.button = QPushButton(self.verb)
        self.said = plain_label()
        self.lines = PartsTable("Các lượt khen", self.columns(), rows=8, ordered=False)
        picked = set(chosen)
        self.lines.set_value(
            tuple(
                GrantLine(id=g.id, grant=g, is_chosen=g.id in picked, presented_to=g.presented_to)
                for g in self.offered()
            )
        )
        self.setWindowTitle(self.verb)
        self.build()
        self.page.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.said)
        layout.addWidget(dialog_foot(self, self.button))
        self.resize(720, 560)

    def columns(self) -> tuple[PartColumn, ...]:
        """The grid: a tick and whose grant it is."""
        return (
            PartColumn("is_chosen", "", "check", width=36),
            PartColumn("grant", "Tập thể, cá nhân", stretch=True, multiline=True, show=_named),
        )

    def offered(self) -> tuple[Grant, ...]:
        """The grants to which it can happen."""
        raise NotImplementedError

    def build(self) -> None:
        """The fields on top."""
        raise NotImplementedError

    def refusal(self) -> str:
        """Why it cannot be done yet, or nothing."""
        raise NotImplementedError

    def changed(self, line: GrantLine) -> Grant:
        """What becomes of a ticked grant."""
        raise NotImplementedError

    def grants(self) -> tuple[Grant, ...]:
        """All grants of the decision, in their order."""
        made = {x.id: self.changed(x) for x in self.lines.value() if x.is_chosen}
        return tuple(made.get(grant.id, grant) for grant in self._grants)

    def accept(self) -> None:
        chosen = any(line.is_chosen for line in self.lines.value())
        wrong = self.refusal() or ("" if chosen else "Chưa chọn lượt khen nào.")
        self.said.setProperty("role", "problem")
        restyle(self.said)
        self.said.setText(wrong)
        if not wrong:
            super().accept()

    def row(self, *fields: Field) -> None:
        """Fields on top, beside each other."""
        self.page.place(*fields)


class PresentationDialog(GrantsDialog):
    """When, where, by whose hand, and who received it."""

    verb = "Ghi việc trao"

    def columns(self) -> tuple[PartColumn, ...]:
        to = PartColumn("presented_to", "Người nhận (nếu nhận thay)", width=230)
        return (*super().columns(), to)

    def offered(self) -> tuple[Grant, ...]:
        return tuple(grant for grant in self._grants if grant.stands)

    def build(self) -> None:
        self.day, self.place = DateField("Ngày trao"), LineField("Nơi trao")
        self.by = LineField("Người trao", placeholder="Cấp bậc, họ tên, chức vụ")
        self.stage = NumberField("Mỗi lần lên nhận", tip="Cho kịch bản trao thưởng: mấy người.")
        self.day.set_value(dt.date.today())
        self.row(self.day, self.stage)
        self.row(self.place)
        self.row(self.by)

    def refusal(self) -> str:
        if not self.stage.value():
            return self.stage.own_problem() or "Cần ghi mỗi lần mấy người lên nhận."
        return self.day.own_problem() or ("" if self.day.value() else "Cần có ngày trao.")

    def changed(self, line: GrantLine) -> Grant:
        return presented(
            line.grant, self.day.value(), self.place.value(), self.by.value(), line.presented_to
        )


class Ending(Choice):
    """Why a grant counts no more, or counts again."""

    RECALLED = "thu_hoi", "Thu hồi"
    ANNULLED = "huy_bo", "Hủy bỏ"
    RESTORED = "lay_lai", "Ghi nhầm, lượt khen vẫn còn hiệu lực"


_STATES = {Ending.RECALLED: GrantState.RECALLED, Ending.ANNULLED: GrantState.ANNULLED}


class EndingDialog(GrantsDialog):
    """By which decision, on which day, for which reason."""

    verb = "Thu hồi, hủy bỏ"

    def offered(self) -> tuple[Grant, ...]:
        return self._grants

    def build(self) -> None:
        self.kind = ChoiceField("Việc", Ending)
        self.by = LineField("Quyết định", placeholder="Số, cơ quan ra quyết định")
        self.day = DateField("Ngày quyết định")
        self.because = TextField("Lý do", rows=2)
        self.kind.set_value(Ending.RECALLED)
        self.kind.edited.connect(self._follow)
        for field in (self.kind, self.by, self.day, self.because):
            self.row(field)

    def refusal(self) -> str:
        if self.kind.value() is Ending.RESTORED:
            return ""
        what = self.kind.value().label.lower()
        if not self.by.value():
            return f"Cần ghi quyết định {what}."
        if self.day.own_problem() or not self.day.value():
            return self.day.own_problem() or f"Cần có ngày của quyết định {what}."
        return "" if self.because.value() else f"Cần ghi lý do {what}."

    def changed(self, line: GrantLine) -> Grant:
        kind = self.kind.value()
        if kind is Ending.RESTORED:
            return restored(line.grant)
        return ended(
            line.grant,
            _STATES[kind],
            self.day.value(),
            self.by.value(),
            self.because.value(),
        )

    def _follow(self) -> None:
        on = self.kind.value() is not Ending.RESTORED
        for field in (self.by, self.day, self.because):
            field.set_read_only(not on)


def _named(line: Record) -> str:
    assert isinstance(line, GrantLine)
    award = line.grant.award.name if line.grant.award else "chưa chọn danh hiệu"
    return f"{line.grant.name}\n{award} · {line.grant.state.label.lower()}"
