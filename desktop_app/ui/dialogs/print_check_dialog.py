"""«Kiểm tra bản in»: which closed minutes a code in the foot of a page belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.meetings.minutes_version import CODE_LENGTH, MinutesVersion, same_code
from desktop_app.domain.vietnamese import short_date
from desktop_app.storage import DataFile

_ASK = "Gõ mã ở chân trang của bản in, hoặc quét mã vuông bằng máy quét."
_ALTERED = (
    "Nội dung lưu trong tệp không còn khớp với mã lúc chốt: hãy so từng chữ với bản giấy đã ký."
)


class PrintCheckDialog(QDialog):
    """One box for the code; the answer stands under it as soon as the code is whole."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kiểm tra bản in")
        self._file = file
        self._versions = file.minutes_versions.all()
        self.code = QLineEdit()
        self.code.setPlaceholderText("3F9A-01C7-88B2")
        self.code.setAccessibleName("Mã bản in")
        self.answer = QLabel(_ASK)
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(90)
        rows = QFormLayout()
        rows.addRow("Mã bản in", self.code)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        layout.addWidget(self.answer, 1)
        layout.addWidget(buttons)
        self.code.textChanged.connect(self._look_up)
        self.setMinimumWidth(520)

    def _look_up(self, typed: str) -> None:
        letters = [letter for letter in typed if letter.isalnum()]
        if len(letters) < CODE_LENGTH:
            self.answer.setText(_ASK)
            return
        found = next((v for v in self._versions if same_code(typed, v.code)), None)
        self.answer.setText(self._told(found) if found else _unknown())

    def _told(self, version: MinutesVersion) -> str:
        when = (
            f"{version.closed_at:%H:%M} ngày {short_date(version.closed_at.date())}"
            if (version.closed_at)
            else "không rõ lúc"
        )
        which = f"Bản in thuộc {version.title.replace('Biên bản', 'biên bản', 1)}, chốt {when}."
        if not version.is_intact:
            return f"✘ BẢN LƯU ĐÃ BỊ SỬA. {which} {_ALTERED}"
        current = self._file.conference_of(version.meeting).version_in_force
        if current and current.id == version.id:
            return f"✔ KHỚP. {which} Đây là bản đang có hiệu lực."
        if version.reason:
            newer = (
                f" Bản đang có hiệu lực là bản {current.number}."
                if current
                else (" Hiện biên bản đang mở, chưa chốt lại.")
            )
            return f"✘ BẢN CŨ. {which} Bản này đã mở chốt: {version.reason}.{newer}"
        return f"✘ {which} Biên bản đã được mở để sửa sau khi in."


def _unknown() -> str:
    return (
        "✘ KHÔNG KHỚP. Không có biên bản nào trong tệp này mang mã vừa gõ. Hãy so lại từng chữ; "
        "nếu đúng, bản in không thuộc tệp này hoặc nội dung đã bị sửa."
    )
