"""Qt's own dialogs speak Vietnamese: no text they ask for is unknown."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWizard,
    QWizardPage,
)

from desktop_app.ui.qt_texts import QtTexts

# Keys, paper sizes and signs that are the same in every language.
SAME = {"QShortcut", "QPageSize"}
SIGNS = {"QT_LAYOUT_DIRECTION", "Form", "...", "mm", "%1%", "Alt+Left", "Alt+Right", "Alt+Up"}


class Recorder(QtTexts):
    """Remembers what it was asked in vain."""

    def __init__(self):
        super().__init__()
        self.unknown = set()
        self.asked = 0

    def translate(self, context, source_text, disambiguation=None, n=-1):
        found = super().translate(context, source_text, disambiguation, n)
        self.asked += 1
        if found is None and context not in SAME and source_text not in SIGNS:
            self.unknown.add((context, source_text))
        return found


@pytest.fixture
def recorder(qapp):
    texts = Recorder()
    qapp.installTranslator(texts)
    yield texts
    qapp.removeTranslator(texts)


def every_button():
    names = QDialogButtonBox.StandardButton
    box = QDialogButtonBox()
    for name in names:
        if name is not names.NoButton:
            box.addButton(name)
    return box


def test_buttons(recorder, qtbot):
    box = every_button()
    qtbot.addWidget(box)
    texts = {button.text() for button in box.buttons()}
    assert {"Lưu", "Huỷ", "Bỏ thay đổi", "Đồng ý"} <= texts
    assert "" not in texts
    assert not recorder.unknown


def message_box():
    box = QMessageBox()
    box.setDetailedText("x")
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.NoToAll)
    return box


def file_dialog(mode=QFileDialog.FileMode.AnyFile):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def folder_dialog():
    return file_dialog(QFileDialog.FileMode.Directory)


def wizard():
    made = QWizard()
    made.addPage(QWizardPage())
    made.addPage(QWizardPage())
    made.setOption(QWizard.WizardOption.HaveHelpButton)
    return made


def on_a_pdf_printer(sort):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = sort(printer)
    dialog.printer_kept = printer  # the dialog does not own it
    return dialog


def print_dialog():
    return on_a_pdf_printer(QPrintDialog)


def print_preview():
    return on_a_pdf_printer(QPrintPreviewDialog)


@pytest.mark.parametrize(
    "make",
    [
        message_box,
        file_dialog,
        folder_dialog,
        wizard,
        print_dialog,
        print_preview,
        QCalendarWidget,
        QInputDialog,
    ],
)
def test_dialogs(recorder, qtbot, make, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the kinds of files that lie about are named by the machine
    dialog = make()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert recorder.asked
    assert not recorder.unknown


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit])
def test_menus_of_fields(recorder, qtbot, make):
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert "&Hoàn tác" in texts
    assert "&Dán" in texts
    assert not recorder.unknown


def test_unknown_texts_are_left_alone_and_not_blanked(qapp):
    assert QtTexts().translate("QFoo", "No such text") is None
