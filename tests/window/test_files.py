"""Which file the window shows: first start, sample, another file, a file that is in use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWizard

from desktop_app import paths
from desktop_app.domain.errors import DataFileBusy
from desktop_app.domain.years.period import Role
from desktop_app.storage import DataFile
from desktop_app.ui import application, messages
from desktop_app.ui.first_start.wizard import FirstStart
from desktop_app.ui.meetings.tasks_view import TasksView
from desktop_app.ui.menus.recent_files import recent_files
from desktop_app.ui.qt_texts import install_texts
from desktop_app.ui.records.memory import settings
from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.units.duties_view import DutiesView

ROOT = Path(__file__).resolve().parent.parent.parent
LONG = (
    "Cục Cảnh sát quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng và thi hành án "
    "hình sự tại cộng đồng"
)


@pytest.fixture
def wizard(qtbot, qapp, tmp_path):
    """The wizard with its pages filled in."""
    install_texts(qapp)
    made = FirstStart()
    qtbot.addWidget(made)
    made.show()
    page = made.cluster_page
    assert not page.isComplete()
    page.name.setText("Cụm thi đua số 3")
    page.body.setText("Ủy ban nhân dân tỉnh")
    page.code.setText("CTĐ3")
    page.place.setText("Buôn Ma Thuột")
    made.next()
    made.units_page._text.setPlainText(f"Sở Nội vụ\n\n{LONG}\n  Sở Y tế  \nSở Nội vụ")
    made.next()
    made.year_page.lead.setCurrentIndex(1)
    made.year_page.year.setText("2026")
    made.next()
    made.file_page._path.setText(str(tmp_path / "cụm 3.thidua"))
    return made


def test_wizard_makes_a_cluster_from_pasted_lines(wizard):
    assert wizard.button(QWizard.WizardButton.FinishButton).isEnabled()
    assert "3 đơn vị nhận ra, 1 dòng trùng" in wizard.units_page._count.text()
    wizard.accept()
    with wizard.file as file:
        (period,) = file.periods.all()
        members = period.members_on(None)
        assert [member.unit.name for member in members] == [LONG, "Sở Nội vụ", "Sở Y tế"]
        assert members[0].role is Role.LEAD
        assert len(file.awards.all()) > 20
        assert not file.is_sample


def test_wizard_speaks_vietnamese(wizard):
    buttons = QWizard.WizardButton
    shown = (buttons.BackButton, buttons.NextButton, buttons.FinishButton, buttons.CancelButton)
    texts = [wizard.button(which).text() for which in shown]
    assert texts == ["< &Quay lại", "&Tiếp >", "&Hoàn tất", "Huỷ"]


def test_new_file_is_shown_and_every_tab_of_it(window, wizard, qtbot):
    path = wizard.file_page.path()
    wizard.accept()
    wizard.file.close()
    assert window.actions_.files.open(path)
    assert "Cụm thi đua số 3" in window.windowTitle()
    assert "DỮ LIỆU MẪU" not in window.windowTitle()
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        for place, (_, kind) in enumerate(page.views):
            # duties have a row a member, tasks come out of meetings: nothing is added there
            adds = issubclass(kind, RecordTab) and kind not in (DutiesView, TasksView)
            assert page.turn_to(place).can_add == adds


def test_sample_is_a_file_of_its_own_marked_in_the_title(window, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "data_file", lambda: tmp_path / "Của tôi.thidua")
    assert window.actions_.files.open_sample()
    assert window.windowTitle().endswith("DỮ LIỆU MẪU")
    assert window.file.path == tmp_path / "Dữ liệu mẫu.thidua"
    assert not (tmp_path / "Của tôi.thidua").exists()


def test_files_opened_lately_are_offered_newest_first(window, wizard):
    first = window.file.path
    wizard.accept()
    wizard.file.close()
    window.actions_.files.open(wizard.file_page.path())
    assert recent_files()[:2] == [wizard.file_page.path(), first]


_HOLDER = """
import sys
from pathlib import Path
from desktop_app.storage import DataFile
file = DataFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_file_open_elsewhere_is_told_and_the_window_keeps_its_own(window, wizard, monkeypatch):
    wizard.accept()
    wizard.file.close()
    path = wizard.file_page.path()
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    told: list[BaseException] = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))
    shown = window.file.path
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "open"
        assert not window.actions_.files.open(path)
    finally:
        holder.kill()
        holder.wait()
    assert isinstance(told[0], DataFileBusy)
    assert window.file.path == shown
    assert window.file.meetings.count() == 3


def test_copy_is_complete_while_the_file_is_open(window, save_as, tmp_path):
    target = tmp_path / "bản sao.thidua"
    save_as(target)
    window.actions_.files.copy()
    with DataFile.open(target) as copy:
        assert copy.meetings.count() == 3


def test_start_opens_the_last_file_and_the_last_tab(window, qtbot):
    path = window.file.path
    window.tabs.setCurrentIndex(3)
    window.close()
    again = application.MainWindow()
    qtbot.addWidget(again)
    again.show()
    application.open_first_file(again, None)
    assert again.file is not None
    assert again.file.path == path
    assert again.tabs.currentIndex() == 3
    assert str(settings().value("file/last")) == str(path)
    again.close()


_FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui import application
app = application.make_application()
window = application.MainWindow()
window.painted.connect(lambda: application._begin(window, Path(sys.argv[1])))
def look():
    if window.file is not None and window.page(0).view.figures["compact"]._value == "6/6":
        app.quit()
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
window.show()
app.exec()
heavy = [n for n in ("reportlab", "openpyxl", "docx", "pypdfium2", "PIL") if n in sys.modules]
sys.exit(f"nạp sớm: {heavy}" if heavy else 0)
"""


def test_first_window_loads_no_heavy_library(sample, tmp_path):
    path = tmp_path / "mẫu.thidua"
    shutil.copy(sample, path)
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(path)],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_wizard_keeps_what_was_typed_when_the_file_cannot_be_made(wizard, monkeypatch, tmp_path):
    told: list[BaseException] = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))
    taken = tmp_path / "đã có.thidua"
    taken.write_bytes(b"cua nguoi khac")
    wizard.file_page._path.setText(str(taken))
    wizard.accept()
    assert "Đã có tệp" in str(told[0])
    assert wizard.isVisible()
    assert taken.read_bytes() == b"cua nguoi khac"
    wizard.file_page._path.setText(str(taken / "con" / "a"))
    wizard.accept()
    assert "Không tạo được thư mục" in str(told[1])
    wizard.file_page._path.setText(str(tmp_path / "Cụm 9 - 22.11.2026"))
    wizard.accept()
    with wizard.file as file:
        assert file.path.name == "Cụm 9 - 22.11.2026.thidua"
        assert len(file.units.all()) == 3


def test_second_start_on_a_file_in_use_ends_instead_of_offering_a_new_one(
    window, qtbot, monkeypatch
):
    told: list[BaseException] = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))
    second = application.MainWindow()
    qtbot.addWidget(second)
    second.show()
    application.open_first_file(second, window.file.path)
    assert isinstance(told[0], DataFileBusy)
    assert not second.isVisible()


_CLOSED_AT_ONCE = """
import sys
from pathlib import Path
from desktop_app.ui import application
start = application.open_first_file
def and_close(window, path):
    start(window, path)
    window.tabs.setCurrentIndex(3)
    application.QApplication.processEvents()
    window.close()
application.open_first_file = and_close
sys.exit(application.run(Path(sys.argv[1])))
"""


def test_closing_while_a_paper_is_made_ends_cleanly(sample, tmp_path):
    path = tmp_path / "mẫu.thidua"
    shutil.copy(sample, path)
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", _CLOSED_AT_ONCE, str(path)],
            cwd=ROOT,
            env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
