"""The form of a submission: where it goes, what it says, and its list of nominations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.commendations.nomination import (
    MAY_GO_UP,
    Nomination,
    NominationState,
    SubmissionLine,
)
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.numbering import SUBMISSIONS
from desktop_app.ui import icons
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import (
    DateField,
    LinesField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

_READY = (NominationState.HONOURED, NominationState.SUPPLEMENT)


class SubmissionForm(RecordForm):
    """The text, then the list."""

    pack_wanted = Signal()
    empty_text = "Chọn một tờ trình trong danh sách, hoặc bấm «Lập tờ trình»."

    def build(self) -> None:
        self._nominations: Callable[[], Sequence[Nomination]] = tuple
        self._numbered: Callable[[], Sequence[Record]] = tuple
        self._build_list()
        self._build_text()

    def _build_text(self) -> None:
        self.signer = RecordField("Người ký", placeholder="Thủ trưởng đơn vị Cụm trưởng")
        page = self.add_page("Nội dung")
        number = NumberField("Số", offer=self._next_number)
        page.row(number=number, date=DateField("Ngày"))
        page.row(subject=TextField("Trích yếu", rows=2))
        page.row(addressees=LinesField("Kính gửi", tip="Mỗi dòng một nơi gửi."))
        page.row(grounds=LinesField("Căn cứ", tip="Mỗi dòng một căn cứ."))
        page.row(body=TextField("Nội dung", rows=5))
        page.row(closing=TextField("Phần kết", rows=3))
        page.row(signer=self.signer)
        page.row(receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))

    def _build_list(self) -> None:
        columns = (
            PartColumn(
                "nomination",
                "Đề nghị",
                "record",
                choices=lambda: self._open_ones(),
                text=_nomination_text,
                stretch=True,
                multiline=True,
            ),
        )
        self.list = PartsTable(
            "Danh sách đề nghị", columns, self._next_line, rows=9, add_text="Thêm đề nghị"
        )
        page = self.add_page("Danh sách đề nghị")
        take = QPushButton("Lấy các đề nghị đã suy tôn")
        take.clicked.connect(self._take_ready)
        icons.wear(take, "list")
        self.pack_button = QPushButton("Đóng hồ sơ…")
        self.pack_button.clicked.connect(self.pack_wanted)
        icons.wear(self.pack_button, "file-down")
        page.bar(take, always=(self.pack_button,))
        page.row(lines=self.list)

    def set_choices(
        self,
        nominations: Callable[[], Sequence[Nomination]],
        people: Records[Person],
        numbered: Callable[[], Sequence[Record]],
    ) -> None:
        """The period's nominations, who may sign, and all numbered papers."""
        self._nominations, self._numbered = nominations, numbered
        self.signer.set_records(people)

    def _next_number(self) -> int:
        return SUBMISSIONS.next_number(self.record(), self._numbered())

    def _taken(self) -> set[str]:
        return {line.nomination.id for line in self.list.value()}

    def _open_ones(self) -> tuple[Nomination, ...]:
        """What may go up, and what is on the list already, whatever has become of it."""
        taken = self._taken()
        return tuple(n for n in self._nominations() if n.state in MAY_GO_UP or n.id in taken)

    def _next_line(self) -> SubmissionLine | None:
        taken = self._taken()
        free = next((each for each in self._open_ones() if each.id not in taken), None)
        return SubmissionLine(nomination=free) if free else None

    def _take_ready(self) -> None:
        """Every nomination that is ready to go up and not in the list yet."""
        taken = self._taken()
        ready = [n for n in self._nominations() if n.state in _READY and n.id not in taken]
        new = tuple(SubmissionLine(nomination=nomination) for nomination in ready)
        self.list.set_parts((*self.list.value(), *new))


def _nomination_text(nomination: Nomination) -> str:
    award = nomination.award.name if nomination.award else "chưa chọn danh hiệu"
    return f"{nomination.subject} — {award}"
