"""The recovery code of a file, shown this once: printed or copied by hand before one goes on."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.papers.recovery_sheet import recovery_sheet
from desktop_app.ui import icons, messages
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.theme import theme

_WORDS = (
    "Quên mật khẩu thì chỉ mã này mở được tệp. Mã hiện một lần, không lưu ở đâu trong máy: hãy in "
    "ra, hoặc chép tay, rồi niêm phong cất nơi khác."
)


class RecoveryDialog(QDialog):
    """Accepted once the person says that the code is on paper."""

    def __init__(self, file_name: str, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mã khôi phục")
        self._file_name, self._code = file_name, code
        shown = QLabel(code)
        shown.setAccessibleName("Mã khôi phục")
        shown.setFont(theme.font(15, QFont.Weight.DemiBold))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.print_button = QPushButton("In mã…")
        icons.wear(self.print_button, "printer")
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print_code)
        self.is_kept = QCheckBox("Tôi đã in hoặc chép mã này ra giấy")
        self.go_on = QPushButton("Tiếp tục")
        self.go_on.setEnabled(False)
        self.is_kept.toggled.connect(self.go_on.setEnabled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(plain_label(f"Mã khôi phục của «{file_name}»", "h2"))
        layout.addWidget(plain_label(_WORDS))
        layout.addWidget(shown)
        layout.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.is_kept)
        layout.addWidget(dialog_foot(self, self.go_on))
        self.setMinimumWidth(560 * theme.text_size // 100)

    def print_code(self) -> None:
        """One sheet, straight to the printer: a file of it would be the code in clear."""
        from PySide6.QtPrintSupport import QPrinterInfo

        from desktop_app.printing.pdf import to_pdf
        from desktop_app.ui.preview.print_dialog import print_pdf

        if not QPrinterInfo.availablePrinterNames():
            messages.show_note(self, "Máy này chưa có máy in.", "Hãy chép mã ra giấy bằng tay.")
            return
        document = recovery_sheet(self._file_name, self._code, dt.date.today())
        print_pdf(self, to_pdf(document), document.title, _nothing, _nothing)


def _nothing() -> None:
    """The code is not saved and not opened in another program."""
