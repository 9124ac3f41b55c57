"""The look at screens sees what it is for: cut-off words, other languages, no name, pale ink."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from desktop_app.ui.theme import theme
from tests.window.sweep.looking import faults
from tests.window.sweep.words import foreign


@pytest.fixture
def shown(qapp, qtbot):
    """Shows parts beside each other and says what is wrong with them."""
    theme.apply(qapp, "light", 100)

    def show(*parts):
        window = QWidget()
        qtbot.addWidget(window)
        layout = QHBoxLayout(window)
        for part in parts:
            layout.addWidget(part)
        window.setProperty("role", "window")
        window.resize(500, 200)
        window.show()
        qapp.processEvents()
        return faults(window)

    return show


def test_nothing_is_wrong_with_a_good_screen(shown):
    assert shown(QLabel("Tên đơn vị"), QPushButton("Lưu")) == []


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_words_in_too_little_room(shown, kind):
    part = kind("Danh sách đơn vị thành viên của cụm")
    part.setFixedWidth(60)
    (fault,) = shown(part)
    assert fault.startswith("bị cắt")


def test_lines_in_too_little_height(shown):
    label = QLabel("Danh sách đơn vị thành viên của cụm trong năm nay")
    label.setWordWrap(True)
    label.setFixedSize(120, 20)
    assert any(fault.startswith("bị cắt") for fault in shown(label))


@pytest.mark.parametrize("hint", ["", "Danh sách đơn vị thành viên của cụm trong năm nay"])
def test_a_cell_in_too_little_room_where_no_hint_tells_it(shown, hint):
    table = QTableWidget(1, 1)
    table.setAccessibleName("Bảng")
    item = QTableWidgetItem("Danh sách đơn vị thành viên của cụm trong năm nay")
    item.setToolTip(hint)
    table.setItem(0, 0, item)
    assert [fault[:10] for fault in shown(table)] == ([] if hint else ["bị cắt: ô "])


@pytest.mark.parametrize("part", [QToolButton, QLineEdit])
def test_what_has_no_name(shown, part):
    (fault,) = shown(part())
    assert fault.startswith("không có tên")


def test_ink_that_is_too_pale(shown):
    label = QLabel("Tên đơn vị")
    label.setStyleSheet("color: #C0C4CA")
    (fault,) = shown(label)
    assert fault.startswith("tương phản")


def test_another_language(shown):
    (fault,) = shown(QPushButton("Save changes"))
    assert "Save, changes" in fault


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Đường, nghiêng, khuỷu tay, quyết, giữ gìn; Cục CSGT, 15/QĐ-BCA", []),
        ("Xuất ra Excel (Ctrl+E), tệp .thidua", []),
        ("Close", ["Close"]),
        ("OK", ["OK"]),
        ("Chọn file để upload", ["file", "upload"]),
        ("<b>Lưu</b> {name}", []),
    ],
)
def test_words_of_another_language(text, wrong):
    assert foreign(text) == wrong
