"""What was typed and no draft could hold when the file was locked: to be read and copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.storage.drafts import KeptWords
from desktop_app.ui import messages
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label

_WHY = (
    "Khi khoá tệp, cửa sổ đang mở đã đóng; ô gõ chưa đúng không vào được bản nháp. Nội dung đã "
    "gõ, đã chọn ở đó còn nguyên dưới đây, chưa lưu vào đâu: mở lại chỗ ấy rồi chép sang. «Để "
    "sau» giữ lại và hỏi ở lần mở tệp tới."
)


class KeptWordsDialog(QDialog):
    """Accepted when the words are needed no more; until then they stay in the file."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nội dung gõ dở khi khoá")
        self._file, self._kept = file, file.drafts.words()
        self.text = QPlainTextEdit("\n\n".join(map(_told, self._kept)))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Nội dung gõ dở")
        self.copy_button = QPushButton("Chép tất cả")
        self.drop_button = QPushButton("Bỏ nội dung này…")
        self.drop_button.setProperty("role", "danger")
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self.drop)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(_WHY))
        layout.addWidget(self.text, 1)
        layout.addWidget(
            dialog_foot(self, self.copy_button, self.drop_button, act=self.copy, way_out="Để sau")
        )
        open_at(self, 640, 420)

    def copy(self) -> None:
        """All of it to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def drop(self) -> None:
        """Throw it away, after a question."""
        if not messages.ask(
            self,
            "Bỏ nội dung gõ dở này?",
            "Nội dung chưa lưu vào đâu nên sẽ mất hẳn.",
            "Bỏ nội dung",
            danger=True,
        ):
            return
        try:
            self._file.drafts.drop_words(self._kept)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()


def _told(kept: KeptWords) -> str:
    lines = (f"{label}: {text}" if label else text for label, text in kept.words)
    return "\n".join((f"«{kept.title}», {kept.at:%H:%M ngày %d/%m/%Y}", *lines))
