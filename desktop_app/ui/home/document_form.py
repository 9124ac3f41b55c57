"""The form of a document of the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel

from desktop_app.domain.record import Record
from desktop_app.domain.years.document import (
    Direction,
    DocumentKind,
    DocumentState,
    OfficialDocument,
    Secrecy,
)
from desktop_app.domain.years.numbering import ARRIVED, DOCUMENTS
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    DocumentState.DRAFT: Tone.AMBER,
    DocumentState.SIGNED: Tone.BLUE,
    DocumentState.SENT: Tone.GREEN,
    DocumentState.FILED: Tone.GREY,
}
_SECRET = (
    "Chương trình không phải nơi lưu tài liệu mật: chỉ ghi số, ngày theo dõi; không ghi nội dung "
    "mật, không đính kèm tệp."
)


class DocumentForm(RecordForm):
    """One page; the number is offered in the series of its kind and year."""

    empty_text = "Chọn một văn bản trong sổ, hoặc bấm «Thêm văn bản»."

    def build(self) -> None:
        self._numbered: Callable[[], Sequence[Record]] = tuple
        self._secret = QLabel(_SECRET)
        self._secret.setWordWrap(True)
        self._secret.setProperty("role", "notice")
        self._secret.hide()
        page = self.add_page("Văn bản")
        page.row(
            direction=ChoiceField("Đến / đi", Direction), kind=ChoiceField("Loại", DocumentKind)
        )
        page.row(
            number=NumberField("Số văn bản", offer=self._next_number, tip="Văn bản đi, nội bộ."),
            day=DateField("Ngày"),
        )
        page.row(
            arrival=NumberField("Số đến", offer=self._next_arrival, tip="Văn bản đến."),
            received_on=DateField("Ngày đến"),
        )
        page.row(
            symbol=LineField(
                "Số ký hiệu", placeholder="1122/BTĐKT-VI", tip="Của cơ quan ban hành văn bản đến."
            )
        )
        page.row(summary=TextField("Trích yếu", rows=2))
        page.row(body=TextField("Cơ quan", rows=2, tip="Nơi ban hành (đến) hoặc nơi nhận (đi)."))
        page.row(signer_name=LineField("Người ký"))
        page.row(
            secrecy=ChoiceField("Độ mật", Secrecy), state=ChoiceField("Trạng thái", DocumentState)
        )
        page.widget(self._secret)
        page.row(note=TextField("Ghi chú", rows=2))

    def set_choices(self, numbered: Callable[[], Sequence[Record]]) -> None:
        """Gives all papers with a number, for the next one."""
        self._numbered = numbered

    def fill(self, record: OfficialDocument) -> None:
        self._follow(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._follow(self.record())

    def set_read_only(self, on: bool, why: str = "") -> None:
        super().set_read_only(on, why)
        if self.shown is not None:
            self._follow(self.shown)

    def title_of(self, record: OfficialDocument) -> str:
        return record.title or "(chưa có trích yếu)"

    def chip_of(self, record: OfficialDocument) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _follow(self, record: OfficialDocument) -> None:
        """Only the numbers of its direction can be typed; a secret one is warned of."""
        incoming = record.direction is Direction.INCOMING
        for name, is_used in (("number", not incoming), ("arrival", incoming)):
            self.fields[name].set_read_only(self.is_read_only or not is_used)
        self._secret.setVisible(record.secrecy is not Secrecy.ORDINARY)

    def _next_number(self) -> int:
        return DOCUMENTS.next_number(self.record(), self._numbered())

    def _next_arrival(self) -> int:
        return ARRIVED.next_number(self.record(), self._numbered())
