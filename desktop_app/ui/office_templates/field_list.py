"""The fields that a template can ask for: each as it is written in Word, ready to be copied."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.papers.office_templates.fields import Field


class FieldList(QWidget):
    """Double click, Enter or the button copies what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QLabel("Trường dùng được")
        head.setProperty("role", "h2")
        self.tree = _Tree()
        self.tree.setAccessibleName("Các trường dùng được trong mẫu")
        self.tree.setHeaderLabels(("Ghi trong Word", "Nội dung"))
        self.tree.setAlternatingRowColors(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(lambda *_: self.copy())
        self.copy_button = QPushButton("Sao chép trường")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        self._told = QLabel()
        self._told.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(head)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._told)
        layout.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """These fields; the loop of a list stands above what each of its rows holds."""
        self.tree.clear()
        for field in fields:
            top = _line(written(field), field.label)
            top.addChildren([_line(tag, label) for tag, label in _inner(field)])
            self.tree.addTopLevelItem(top)
        self.tree.expandAll()
        self._told.clear()

    def copy(self) -> None:
        """What is chosen, into the clipboard."""
        item = self.tree.currentItem()
        if item is not None:
            QGuiApplication.clipboard().setText(item.text(0))
            self._told.setText(f"Đã sao chép {item.text(0)}")


class _Tree(QTreeWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.matches(QKeySequence.StandardKey.Copy):
            self.itemActivated.emit(item, 0)
        else:
            super().keyPressEvent(event)


def _line(tag: str, label: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem([tag, label])
    for column in range(2):
        made.setToolTip(column, made.text(column))
    return made


def written(field: Field) -> str:
    """How a field is written in Word; of a list the beginning of its loop."""
    if field.parts:
        return "{%tr for dong in " + field.name + " %}"
    if field.is_list:
        return "{%p for doan in " + field.name + " %}"
    return "{{ " + field.name + " }}"


def _inner(field: Field) -> Iterator[tuple[str, str]]:
    for part in field.parts:
        yield "{{ dong." + part.name + " }}", part.label
    if field.is_list and not field.parts:
        yield "{{ doan }}", "Một đoạn của danh sách"
    if field.is_list:
        yield ("{%tr endfor %}" if field.parts else "{%p endfor %}"), "Hết danh sách"
