"""Asking where to, writing there, and opening with the system's own program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import paths
from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import looked_at, messages
from desktop_app.ui.preview.made_paper import file_name
from desktop_app.ui.records.memory import settings

_FILTERS = {
    ".pdf": "Tệp PDF (*.pdf)",
    ".docx": "Tệp Word (*.docx)",
    ".xlsx": "Sổ Excel (*.xlsx)",
}
_CAPTIONS = {".pdf": "Lưu PDF", ".docx": "Lưu tệp Word", ".xlsx": "Xuất ra Excel"}
_FOLDER = "papers/folder"
_LISTS = (
    "Danh sách (*.xlsx *.xls *.ods *.csv *.txt *.tsv *.docx);;"
    "Excel, LibreOffice (*.xlsx *.xls *.ods);;"
    "Văn bản (*.csv *.txt *.tsv);;Word (*.docx);;Mọi tệp (*)"
)
_WORKBOOKS = "Sổ Excel (*.xlsx *.xlsm *.xls *.xlsb)"


def ask_path(parent: QWidget | None, title: str, ending: str) -> Path | None:
    """Where to save a paper or a workbook; starts in the folder of the last time."""
    start = _last_folder() / (file_name(title) + ending)
    chosen, _ = QFileDialog.getSaveFileName(parent, _CAPTIONS[ending], str(start), _FILTERS[ending])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != ending:
        path = path.with_name(path.name + ending)
    settings().setValue(_FOLDER, str(path.parent))
    return path


def ask_path_for_copy(parent: QWidget | None, name: str) -> Path | None:
    """Where to put a file as it is; it keeps its ending when the person leaves it out."""
    start = _last_folder() / name
    chosen, _ = QFileDialog.getSaveFileName(parent, "Lưu tệp kèm ra", str(start))
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_name(path.name + start.suffix)
    settings().setValue(_FOLDER, str(path.parent))
    return path


def ask_workbook(parent: QWidget | None) -> Path | None:
    """Which workbook to read. Every sort is offered: the reader says which ones it reads."""
    return _ask_file(parent, "Chọn sổ Excel", _WORKBOOKS)


def ask_word_text(parent: QWidget | None) -> Path | None:
    """Which Word text to read."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, "Chọn văn bản Word", str(_last_folder()), "Word (*.docx *.doc *.docm)"
    )
    if not chosen:
        return None
    settings().setValue(_FOLDER, str(Path(chosen).parent))
    return Path(chosen)


def ask_design(parent: QWidget | None) -> Path | None:
    """Which file of a certificate's design to read."""
    return _ask_file(parent, "Nhập mẫu giấy khen", "Mẫu giấy khen (*.json)")


def ask_template(parent: QWidget | None) -> Path | None:
    """Which Word template to take. Every sort is offered: the check says which it takes."""
    return _ask_file(parent, "Thêm mẫu Word", "Văn bản Word (*.docx *.docm *.doc)")


def ask_workbooks(parent: QWidget | None) -> list[Path]:
    """Which workbooks to read at once; none when the person gave up."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent, "Chọn các sổ Excel", str(_last_folder()), _WORKBOOKS
    )
    if chosen:
        settings().setValue(_FOLDER, str(Path(chosen[0]).parent))
    return [Path(one) for one in chosen]


def ask_list(parent: QWidget | None) -> Path | None:
    """Which list to read, of whatever sort."""
    return _ask_file(parent, "Chọn tệp danh sách", _LISTS)


def ask_folder(parent: QWidget | None) -> Path | None:
    """Into which folder to put many files."""
    chosen = QFileDialog.getExistingDirectory(parent, "Chọn thư mục để lưu", str(_last_folder()))
    if not chosen:
        return None
    settings().setValue(_FOLDER, chosen)
    return Path(chosen)


def write(parent: QWidget | None, path: Path, data: bytes) -> bool:
    """Write the bytes; a failure is told to the person."""
    from desktop_app.printing import output

    try:
        output.write_bytes(path, data)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return False
    return True


def open_outside(parent: QWidget | None, title: str, data: bytes) -> None:
    """Show the PDF in the system's own viewer, from a copy."""
    folder = looked_at.folder(looked_at.PAPERS)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (file_name(title) + ".pdf")
    if write(parent, path, data) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        messages.show_note(parent, "Chưa mở được trình xem PDF.", f"Tệp nằm ở {path}")


def _ask_file(parent: QWidget | None, caption: str, sorts: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, caption, str(_last_folder()), sorts)
    if not chosen:
        return None
    settings().setValue(_FOLDER, str(Path(chosen).parent))
    return Path(chosen)


def _last_folder() -> Path:
    kept = settings().value(_FOLDER)
    folder = Path(str(kept)) if kept else paths.documents()
    return folder if folder.is_dir() else Path.home()
