"""«Giới thiệu»: what the program is, its version, and the licence of everything in it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__, paths


class AboutDialog(QDialog):
    """Two pages: the program, and the licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu Thi đua Cụm")
        tabs = QTabWidget()
        tabs.addTab(self._program(), "Chương trình")
        tabs.addTab(self._licences(), "Giấy phép")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        self.resize(620, 460)

    def _program(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        name = QLabel(f"Thi đua Cụm {__version__}")
        name.setProperty("role", "h1")
        layout.addWidget(name)
        text = QLabel(
            "Chương trình dành cho Tổ giúp việc của cụm thi đua: đơn vị, giao ước, hội nghị, khen "
            "thưởng và các giấy tờ của cụm.\n\nMọi dữ liệu nằm trong một tệp trên máy này. Chương "
            "trình không dùng mạng và không gửi gì ra ngoài.\n\nKhông nhập tài liệu mật vào chương "
            "trình này."
        )
        text.setWordWrap(True)
        layout.addWidget(text)
        layout.addStretch(1)
        return page

    def _licences(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        chooser = QComboBox()
        chooser.setAccessibleName("Thành phần")
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName("Nội dung giấy phép")
        for name, licence, file in _index():
            chooser.addItem(f"{name} — {licence}", file)
        chooser.currentIndexChanged.connect(
            lambda row: text.setPlainText(_licence_text(chooser.itemData(row)))
        )
        text.setPlainText(_licence_text(chooser.itemData(0)) if chooser.count() else "")
        layout.addWidget(chooser)
        layout.addWidget(text, 1)
        return page


def _index() -> list[tuple[str, str, str]]:
    """Name, licence and file of every component."""
    lines = (paths.resources() / "licenses" / "INDEX.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.count("\t") == 2)
    return [(name, licence, file) for name, licence, file in rows]


def _licence_text(file: str) -> str:
    return (paths.resources() / "licenses" / file).read_text("utf-8", errors="replace")
