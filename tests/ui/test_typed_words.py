"""What stands in the editors of a dialog, in words, and what of it was typed since it opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
)

from desktop_app.domain.meetings.meeting import AgendaItem
from desktop_app.ui.locking.password_line import PasswordLine
from desktop_app.ui.records.forms.text_fields import LineField
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.typed_words import note_begun, typed_words, words_in


@pytest.fixture
def dialog(qtbot):
    made = QDialog()
    qtbot.addWidget(made)
    return made


def test_every_sort_of_editor_is_read_with_the_words_beside_it(dialog):
    form = QFormLayout(dialog)
    name, note, day = QLineEdit("Cụm số 1"), QPlainTextEdit("Hai\ndòng"), QSpinBox()
    day.setValue(7)
    kind, agreed, rich = QComboBox(), QCheckBox("Đã &thống nhất"), QTextEdit("Kính gửi")
    kind.addItems(["Thường kỳ", "Bất thường"])
    kind.setCurrentIndex(1)
    agreed.setChecked(True)
    rich.setAccessibleName("Lời mở đầu")
    label = QLabel("Ghi chú")
    label.setBuddy(note)
    form.addRow("&Tên cụm", name)
    for row in (label, note, kind, agreed, rich):
        form.addRow(row)
    form.addRow("Ngày", day)
    assert words_in(dialog) == [
        ("Tên cụm", "Cụm số 1"),
        ("Ghi chú", "Hai\ndòng"),
        ("", "Bất thường"),
        ("", "đã chọn «Đã thống nhất»"),
        ("Lời mở đầu", "Kính gửi"),
        ("Ngày", "7"),
    ]


def test_passwords_and_what_is_only_shown_are_left_out(dialog):
    layout = QVBoxLayout(dialog)
    password, seen, shown = QLineEdit("bí mật"), PasswordLine("Mã"), QLineEdit("chỉ xem")
    password.setEchoMode(QLineEdit.EchoMode.Password)
    seen.show_words()
    seen.setText("bí mật")
    shown.setReadOnly(True)
    for line in (password, seen, shown):
        layout.addWidget(line)
    assert words_in(dialog) == []


def test_only_what_was_typed_since_is_told(dialog):
    layout = QVBoxLayout(dialog)
    field = LineField("Khẩu hiệu")
    field.set_value("Đoàn kết")
    table = PartsTable("Chương trình", (PartColumn("text", "Nội dung"),), AgendaItem)
    table.set_value((AgendaItem(text="Khai mạc"), AgendaItem(text="Bế mạc")))
    ticks = QListWidget()
    for unit in ("Cục A", "Cục B"):
        item = QListWidgetItem(unit, ticks)
        item.setCheckState(Qt.CheckState.Checked)
    for widget in (field, table, ticks):
        layout.addWidget(widget)
    note_begun(dialog)
    assert typed_words(dialog) == ()
    field.editor.setText("Đoàn kết, kỷ cương")
    table.model.setData(table.model.index(1, 0), "Thảo luận")
    ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert typed_words(dialog) == (
        ("Khẩu hiệu", "Đoàn kết, kỷ cương"),
        ("Chương trình", "Thảo luận"),
        ("", "☐ Cục A"),
    )


def test_another_dialog_over_it_speaks_for_itself(dialog):
    over = QDialog(dialog)
    QLineEdit("Mẫu giấy mời", over)
    assert words_in(dialog) == []
    assert words_in(over) == [("", "Mẫu giấy mời")]
