"""The foot of a dialog by keyboard and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from desktop_app.ui.records.forms.dialog_foot import CLOSE, GIVE_UP, dialog_foot


@pytest.fixture
def show(qtbot):
    """A dialog with a line to type in over such a foot."""

    def made(*buttons, **more):
        dialog = QDialog()
        qtbot.addWidget(dialog)
        dialog.line = QLineEdit()
        layout = QVBoxLayout(dialog)
        layout.addWidget(dialog.line)
        layout.addWidget(dialog_foot(dialog, *buttons, **more))
        dialog.show()
        dialog.line.setFocus()
        return dialog

    return made


def texts(dialog):
    return {button.text() for button in dialog.findChildren(QPushButton)}


def test_enter_in_a_line_does_it_and_accepts(show, qtbot):
    dialog = show(QPushButton("Ghi"))
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert texts(dialog) == {"Ghi", GIVE_UP}


def test_an_act_of_its_own_leaves_the_dialog_open(show, qtbot):
    done = []
    dialog = show(QPushButton("Ghi"), act=lambda: done.append(1), way_out=CLOSE)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert done == [1]
    assert dialog.isVisible()
    assert texts(dialog) == {"Ghi", CLOSE}


def test_other_deeds_and_the_way_out_do_not_accept(show, qtbot):
    other = QPushButton("Chép")
    dialog = show(QPushButton("Ghi"), other)
    other.click()
    assert dialog.isVisible()
    way_out = next(b for b in dialog.findChildren(QPushButton) if b.text() == GIVE_UP)
    way_out.click()
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_what_cannot_be_done_now_is_not_done_by_enter(show, qtbot):
    do = QPushButton("Ghi")
    do.setEnabled(False)
    dialog = show(do)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
