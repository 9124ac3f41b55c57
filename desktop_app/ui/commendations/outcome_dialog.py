"""«Ghi quyết định»: what went up, each with its outcome; number and day are all that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.deciding import (
    Outcome,
    OutcomeLine,
    Recorded,
    outcome_lines,
    recorded,
    refusals,
    with_higher,
)
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.record import Record
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.records.forms.date_fields import DateField
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.field import CalmCombo, restyle
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.forms.text_fields import LineField, TextField
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable


class OutcomeDialog(QDialog):
    """`result_of()` once it is accepted; with `prints` the certificates are wanted at once."""

    def __init__(
        self,
        decision: Decision,
        nominations: Sequence[Nomination],
        submissions: Sequence[Submission],
        awards: Sequence[Award],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._decision, self._awards = decision, tuple(awards)
        self._waiting = outcome_lines(nominations)
        self._sources = _sources(self._waiting, submissions)
        self.prints = False
        self.by_hand = False
        self.number = LineField("Số", placeholder="123/QĐ-…")
        self.date = DateField("Ngày")
        self.body = LineField("Cơ quan quyết định")
        self.subject = TextField("Trích yếu", rows=2)
        self.post = LineField("Chức vụ người ký")
        self.signer = LineField("Người ký", tip="In trên giấy; lấy theo lần khen trước.")
        self.source = CalmCombo()
        self.lines = self._table()
        self.said = plain_label()
        self.keep_button = QPushButton("Ghi quyết định")
        self.print_button = QPushButton("Ghi và in giấy…")
        self.hand_button = QPushButton("Ghi tay")
        self._build()
        self._take(0)

    def decision(self) -> Decision:
        """The decision as it is typed, without its grants."""
        return self._decision.replace(
            number=self.number.value(),
            date=self.date.value(),
            body=self.body.value(),
            subject=self.subject.value(),
            signer_post=self.post.value(),
            signer_name=self.signer.value(),
        )

    def result_of(self) -> Recorded:
        """The decision with its grants, and the nominations a step further on."""
        return recorded(self.decision(), self.lines.value())

    def accept(self) -> None:
        if self._refusal():
            self._show_state(blame=True)
        else:
            super().accept()

    def _print(self) -> None:
        self.prints = True
        self.accept()
        self.prints = self.result() == QDialog.DialogCode.Accepted

    def _leave_to_the_form(self) -> None:
        self.by_hand = True
        self.reject()

    def _take(self, place: int) -> None:
        self.lines.set_parts(self._sources[place][1])

    # --- what is wrong --------------------------------------------------------------------

    def _refusal(self) -> str:
        problems = self.decision().problems()
        if problems:
            return next(iter(problems.values()))
        lines = self.lines.value()
        if all(line.outcome is Outcome.WAITING for line in lines):
            return "Chưa ghi kết quả cho đề nghị nào."
        return next(iter(refusals(self.decision(), lines)), "")

    def _show_state(self, *, blame: bool = False) -> None:
        wrong = self._refusal()
        problems = self.decision().problems() if blame else {}
        for name, field in self._fields().items():
            field.set_problem(problems.get(name, ""))
        self.said.setProperty("role", "problem" if wrong and blame else "muted")
        restyle(self.said)
        self.said.setText(wrong if wrong and blame else self._counts())

    def _counts(self) -> str:
        found = [line.outcome for line in self.lines.value()]
        told = (f"{found.count(one)} {one.label.lower()}" for one in Outcome if one in found)
        return "; ".join(told) + "." if found else ""

    def _fields(self) -> dict[str, LineField | DateField | TextField]:
        return {
            "number": self.number,
            "date": self.date,
            "body": self.body,
            "subject": self.subject,
        }

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Ghi quyết định")
        self.number.set_value(self._decision.number)
        self.date.set_value(self._decision.date)
        self.body.set_value(self._decision.body)
        self.subject.set_value(self._decision.subject)
        self.post.set_value(self._decision.signer_post)
        self.signer.set_value(self._decision.signer_name)
        self.source.addItems([words for words, _ in self._sources])
        self.source.setAccessibleName("Danh sách lấy từ")
        self.source.activated.connect(self._take)
        page = FormPage()
        page.place(self.number, self.date)
        page.place(self.body)
        page.place(self.subject)
        page.place(self.post, self.signer)
        page.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        for field in self._fields().values():
            field.edited.connect(self._show_state)
        self.lines.edited.connect(self._show_state)
        self.print_button.clicked.connect(self._print)
        self.hand_button.clicked.connect(self._leave_to_the_form)
        self.hand_button.setToolTip("Mở quyết định trống, không lấy danh sách đã trình")
        head = QLabel("Danh sách lấy từ")
        head.setBuddy(self.source)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(head)
        layout.addWidget(self.source)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.said)
        layout.addWidget(dialog_foot(self, self.keep_button, self.hand_button, self.print_button))
        open_at(self, 900, 640)
        self.number.focus_editor()

    def _table(self) -> PartsTable:
        columns = (
            PartColumn("nomination", "Đề nghị", stretch=True, multiline=True, show=_asked),
            PartColumn("outcome", "Kết quả", "choice", choices=Outcome, width=140),
            PartColumn(
                "award",
                "Được tặng (nếu khác)",
                "record",
                choices=lambda: self._awards,
                nullable=True,
                multiline=True,
                width=190,
                changed=with_higher,
            ),
            PartColumn("reason", "Lý do", width=190, multiline=True),
        )
        return PartsTable("Các đề nghị đã trình", columns, rows=4, ordered=False)


def _asked(line: Record) -> str:
    assert isinstance(line, OutcomeLine)
    nomination = line.nomination
    award = nomination.award.name if nomination.award else "chưa chọn danh hiệu"
    return f"{nomination.subject}\n{award}"


def _sources(
    waiting: Sequence[OutcomeLine], submissions: Sequence[Submission]
) -> list[tuple[str, tuple[OutcomeLine, ...]]]:
    """All that went up, then those of each tờ trình and of each award."""
    found = [(f"Mọi đề nghị đã trình ({len(waiting)})", tuple(waiting))]
    for submission in submissions:
        ids = {line.nomination.id for line in submission.lines}
        own = tuple(line for line in waiting if line.nomination.id in ids)
        number = f"{submission.number:02d}, " if submission.number else ""
        if own and len(own) < len(waiting):
            found.append((f"Tờ trình {number}{submission.subject} ({len(own)})", own))
    awards = {w.nomination.award.id: w.nomination.award for w in waiting if w.nomination.award}
    for award in awards.values() if len(awards) > 1 else ():
        own = tuple(w for w in waiting if w.nomination.award and w.nomination.award.id == award.id)
        found.append((f"{award.name} ({len(own)})", own))
    return found
