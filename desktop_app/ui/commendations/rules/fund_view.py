"""The view «Quỹ khen thưởng»: what came in, what was paid, and the balance after each line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QToolButton, QWidget

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.fund import (
    FundEntry,
    FundWay,
    balances,
    in_order,
    payments,
)
from desktop_app.domain.commendations.money import dong, dong_in_words, with_bonuses
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.ui import icons
from desktop_app.ui.commendations.rules.bonus_setting import rounding_of
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

PAY = "Ghi chi theo quyết định…"
_TONES = {FundWay.IN: Tone.GREEN, FundWay.OUT: Tone.AMBER}


class FundForm(RecordForm):
    """One line of the ledger."""

    empty_text = "Chọn một khoản, hoặc bấm «Thêm khoản» để ghi thu, chi."

    def build(self) -> None:
        self.decision = RecordField("Quyết định", text=_decision_text)
        page = self.add_page("Khoản thu, chi")
        page.row(day=DateField("Ngày"), way=ChoiceField("Thu / chi", FundWay))
        page.row(amount=NumberField("Số tiền", decimals=2, suffix="đồng"))
        page.row(purpose=TextField("Nội dung", rows=2))
        page.row(receiver=LineField("Người nhận, nguồn"))
        page.row(paper=LineField("Chứng từ", placeholder="Phiếu chi số …"))
        page.row(decision=self.decision)
        page.row(note=TextField("Ghi chú", rows=3))

    def title_of(self, record: FundEntry) -> str:
        return dong_in_words(record.amount) if record.amount else "Khoản thu, chi"

    def chip_of(self, record: FundEntry) -> tuple[str, Tone]:
        return record.way.label, _TONES[record.way]


class FundView(StoredTab[FundEntry]):
    """The lines of the period; the balance goes through all periods."""

    key = "fund"
    noun = "khoản thu, chi"
    record_type = FundEntry
    form_class = FundForm
    attachments = True
    tall_rows = True
    add_text = "Thêm khoản"
    help_page = "tien-thuong"
    empty_text = "Kỳ này chưa ghi khoản nào. Bấm «Thêm khoản», hoặc «Ghi chi theo quyết định…»."

    def __init__(self, parent: QWidget | None = None) -> None:
        self._left: dict[str, Decimal] = {}
        self.columns = (
            Column("Ngày", lambda e: short_date(e.day), sort=lambda e: str(e.day), width=90),
            Column("Nội dung", _told, stretch=True),
            Column("Thu", lambda e: _sum(e, FundWay.IN), width=92, align="right"),
            Column("Chi", lambda e: _sum(e, FundWay.OUT), width=92, align="right"),
            Column("Còn", lambda e: number(self._left.get(e.id, 0)), width=96, align="right"),
        )
        super().__init__(parent)
        pay = QToolButton()
        pay.setText(PAY)
        pay.setToolTip("Mỗi lượt khen có tiền thưởng và chưa chi thành một dòng")
        pay.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(pay, "list", "muted")
        pay.clicked.connect(self.choose_decision)
        self.list.add_tool(pay)
        self._pay = pay

    def load(self) -> Sequence[FundEntry]:
        assert self.file is not None
        assert isinstance(self.form, FundForm)
        self.form.decision.set_records(self.file.decisions.all)
        self._left = balances(self.file.fund.all())
        return in_order(super().load())

    def new_record(self) -> FundEntry | None:
        return FundEntry(period=self.period, day=dt.date.today()) if self.period else None

    def count_text(self, records: Sequence[FundEntry]) -> str:
        came = sum((e.signed for e in records if e.way is FundWay.IN), Decimal(0))
        paid = -sum((e.signed for e in records if e.way is FundWay.OUT), Decimal(0))
        ends = in_order(records)[-1:]
        left = self._left.get(ends[0].id, Decimal(0)) if ends else Decimal(0)
        return f"Thu {number(came)} · chi {number(paid)} · còn {number(left)}"

    def choose_decision(self) -> None:
        """Asks for a decision of the period and writes its payments down."""
        if self.file is None or self.period is None or not self.can_leave():
            return
        decisions = self.file.decisions.of_period(self.period)
        if not decisions:
            self.status.emit("Kỳ này chưa có quyết định khen thưởng.")
            return
        names = [_decision_text(decision) for decision in decisions]
        chosen, ok = QInputDialog.getItem(
            self, "Ghi chi theo quyết định", "Quyết định", names, 0, False
        )
        if ok:
            self.pay(decisions[names.index(chosen)])

    def pay(self, decision: Decision) -> None:
        """A line for each grant of a decision that was not paid yet, as one change."""
        assert self.file is not None
        salaries, way = self.file.base_salaries.all(), rounding_of(self.file)
        priced = with_bonuses(decision, salaries, way)
        new = payments(priced, dt.date.today(), self.file.fund.all())
        if not new:
            self.status.emit("Không có lượt khen nào còn phải chi theo quyết định này.")
            return
        saved = decision if priced == decision else priced
        self.file.save_all([saved, *(e.replace(decision=saved) for e in new)])
        self._load()
        total = sum((entry.amount or Decimal(0) for entry in new), Decimal(0))
        self.status.emit(f"Đã ghi chi {len(new)} lượt, {dong(total)}; Ctrl+Z để hoàn tác")
        self.changed.emit()

    def _show_state(self) -> None:
        super()._show_state()
        if hasattr(self, "_pay"):
            self._pay.setEnabled(self.list.can_add)


def _sum(entry: FundEntry, way: FundWay) -> str:
    return number(entry.amount or 0) if entry.way is way else ""


def _told(entry: FundEntry) -> str:
    return f"{entry.purpose} — {entry.receiver}" if entry.receiver else entry.purpose


def _decision_text(decision: Decision) -> str:
    day = f" ngày {short_date(decision.date)}" if decision.date else ""
    return f"Số {decision.number}{day}: {decision.subject}"
