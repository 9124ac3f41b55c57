"""«Xuất toàn bộ ra JSON…» and «Mở từ bản xuất JSON…»: nothing is locked in."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop_app import paths
from desktop_app.domain.vietnamese import number
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.open_form import ENDING
from desktop_app.ui import messages
from desktop_app.ui.background import Report
from desktop_app.ui.progress_dialog import wait_with_progress

if TYPE_CHECKING:
    from desktop_app.storage.open_form.reading import Taken
    from desktop_app.ui.main_window import MainWindow

_SORT = f"Bản xuất JSON (*{ENDING} *.zip)"
_TO_READ = "Bản xuất JSON (*.zip *.json)"
_WARNING = (
    "Bản xuất gồm mọi bản ghi, tệp kèm và nhật ký, ở dạng mà chương trình khác cũng đọc được. "
    "Bản xuất không có mật khẩu: ai có tệp đều đọc được. Bản nháp chưa lưu không nằm trong đó."
)


def export_everything(window: MainWindow) -> bool:
    """The file as one package; made from a fresh backup, so that one can go on working."""
    file = window.file
    if file is None or not window.can_leave():
        return False
    if not messages.ask(window, "Xuất toàn bộ dữ liệu ra JSON?", _WARNING, "Chọn nơi ghi…"):
        return False
    start = file.path.with_name(file.path.stem + ENDING)
    name, _ = QFileDialog.getSaveFileName(window, "Xuất toàn bộ ra JSON", str(start), _SORT)
    backup = window.backups.made_now(Reason.HAND) if name and window.backups else None
    if backup is None:
        return False
    target, key = _with_ending(Path(name)), file.key

    def work(report: Report) -> Path:
        from desktop_app.storage import DataFile
        from desktop_app.storage.open_form.writing import write_open_form

        with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as folder:
            copy = Path(folder) / "bản sao.thidua"
            shutil.copyfile(backup.path, copy)
            report.check()
            with DataFile.open(copy, key) as still:
                write_open_form(still, target, report)
        return target

    done = wait_with_progress(window, "Đang xuất toàn bộ ra JSON", work)
    if done:
        window.say(f"Đã xuất toàn bộ dữ liệu: {done}")
    return bool(done)


def open_from_export(window: MainWindow) -> bool:
    """A new data file of a package, shown at once; the package and the file in hand stay."""
    from desktop_app.ui.menus.recent_files import KINDS, with_ending

    if not window.can_leave():
        return False
    folder = str(window.file.path.parent if window.file else paths.data_file().parent)
    name, _ = QFileDialog.getOpenFileName(window, "Mở từ bản xuất JSON", folder, _TO_READ)
    if not name:
        return False
    source = Path(name)
    start = source.with_name(source.name.removesuffix(".zip").removesuffix(".json") + ".thidua")
    wanted, _ = QFileDialog.getSaveFileName(window, "Tạo tệp dữ liệu mới", str(start), KINDS)
    if not wanted:
        return False
    target = with_ending(Path(wanted))

    def work(report: Report) -> Taken:
        from desktop_app.storage.open_form.reading import read_open_form

        return read_open_form(source, target, report)

    taken = wait_with_progress(window, "Đang tạo tệp dữ liệu từ bản xuất", work)
    if taken is None or not window.actions_.files.open(target):
        return False
    window.say(_in_words(taken))
    return True


def _in_words(taken: Taken) -> str:
    return (
        f"Đã tạo tệp mới: {number(taken.records)} bản ghi, {number(taken.attached)} tệp kèm. "
        "Tệp mới chưa có mật khẩu. "
        f"Nhật ký bắt đầu lại; {number(taken.history)} mục nhật ký cũ nằm trong bản xuất."
    )


def _with_ending(path: Path) -> Path:
    return path if path.suffix.lower() == ".zip" else path.with_name(path.name + ENDING)
