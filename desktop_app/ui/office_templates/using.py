"""«Xuất theo mẫu của cơ quan…»: the paper in hand in the office's own dress, as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.office_template import OfficeTemplate
from desktop_app.domain.record import Record
from desktop_app.papers.office_templates import TEMPLATE_SORTS, TemplateSort, sort_with_key
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import Report
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.made_paper import file_name
from desktop_app.ui.progress_dialog import wait_with_progress

if TYPE_CHECKING:
    from desktop_app.storage import DataFile
    from desktop_app.ui.records.tab_preview import PaperWish

Target = tuple[str | None, Path]
"""A part of the paper (None for all of it) and the file it goes to."""


def save_by_template(parent: QWidget, file: DataFile, key: str, wish: PaperWish) -> str:
    """Ask which template and where to, write; the sentence that tells it, empty for nothing."""
    sort = sort_with_key(key)
    if sort is None:
        names = ", ".join(one.paper.name for one in TEMPLATE_SORTS)
        messages.show_note(parent, "Văn bản này chưa dùng được mẫu riêng.", f"Có cho: {names}.")
        return ""
    template = _chosen(parent, file, sort)
    targets = _targets(parent, sort, wish) if template else ()
    if template is None or not targets:
        return ""
    try:
        data = file.office_templates.content(template)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return ""
    done = _write(parent, data, sort, wish.record, targets)
    return f"Đã lưu {done} theo mẫu «{template.name}»" if done else ""


def _chosen(parent: QWidget, file: DataFile, sort: TemplateSort) -> OfficeTemplate | None:
    templates = file.office_templates.of_paper(sort.key)
    if not templates:
        from desktop_app.ui.office_templates.keeping import OfficeTemplatesDialog

        title = f"Chưa có mẫu Word nào cho «{sort.paper.name}»."
        if messages.ask(parent, title, "Thêm mẫu của cơ quan trước.", "Mở danh sách mẫu"):
            asked(OfficeTemplatesDialog(file, sort.key, parent))
        return None
    if len(templates) == 1:
        return templates[0]
    names = [f"{place}. {one.name}" for place, one in enumerate(templates, start=1)]
    name = _ask_one(parent, names)
    return templates[names.index(name)] if name else None


def _ask_one(parent: QWidget, names: Sequence[str]) -> str:
    box = QInputDialog(parent)
    box.setWindowTitle("Xuất theo mẫu của cơ quan")
    box.setLabelText("Mẫu:")
    box.setComboBoxItems(list(names))
    box.setOkButtonText("Chọn")
    box.setCancelButtonText("Huỷ")
    return box.textValue() if asked(box) else ""


def _targets(parent: QWidget, sort: TemplateSort, wish: PaperWish) -> tuple[Target, ...]:
    """One file; of a paper in parts one for each, in a folder."""
    parts = sort.paper.parts(wish.record) if wish.part is None else ()
    if len(parts) > 1:
        folder = saving.ask_folder(parent)
        names = [f"{n:02d} {sort.paper.name} {label}" for n, (_, label) in enumerate(parts, 1)]
        paths = [folder / f"{file_name(name)}.docx" for name in names] if folder else []
        return tuple(zip((part for part, _ in parts), paths, strict=False))
    title = sort.paper.compose(wish.record, wish.part).title
    path = saving.ask_path(parent, title, ".docx")
    only = wish.part or (parts[0][0] if parts else None)
    return ((only, path),) if path else ()


def _write(
    parent: QWidget, data: bytes, sort: TemplateSort, record: Record, targets: Sequence[Target]
) -> str:
    def work(report: Report) -> str:
        from desktop_app.exchange.office_templates.filling import fill
        from desktop_app.printing import output

        for done, (part, path) in enumerate(targets):
            report(done, len(targets))
            made = fill(data, sort, sort.values(record, part), check=report.check)
            output.write_bytes(path, made)
        first = targets[0][1]
        return str(first) if len(targets) == 1 else f"{len(targets)} tệp vào {first.parent}"

    return wait_with_progress(parent, "Đang xuất theo mẫu", work) or ""
