"""The view «Mẫu hội nghị»: what a new meeting of each kind begins with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app import new_file
from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.storage import DataFile
from desktop_app.ui import icons
from desktop_app.ui.meetings.template_form import TemplateForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab

TAKE = "Lấy mẫu của chương trình"


class TemplateView(StoredTab[MeetingTemplate]):
    """Templates outlive periods; they are the user's own data."""

    key = "meeting-templates"
    noun = "mẫu hội nghị"
    record_type = MeetingTemplate
    form_class = TemplateForm
    add_text = "Thêm mẫu"
    empty_text = f"Chưa có mẫu nào. Bấm «{TAKE}» ở dưới danh sách, hoặc «Thêm mẫu»."
    help_page = "truoc-hoi-nghi"
    columns = (
        Column("Mẫu", lambda t: t.name, stretch=True),
        Column("Loại", lambda t: t.kind.label, width=130),
        Column("Mục", lambda t: str(len(t.items)), sort=lambda t: len(t.items), width=56),
    )

    def __init__(self) -> None:
        super().__init__()
        self.take_button = QToolButton()
        self.take_button.setText(TAKE)
        self.take_button.setToolTip("Thêm những mẫu của chương trình mà tệp này chưa có")
        self.take_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(self.take_button, "download", "muted")
        self.take_button.clicked.connect(self.take_templates)
        self.list.add_tool(self.take_button)

    def load(self) -> Sequence[MeetingTemplate]:
        return in_order(super().load())

    def new_record(self) -> MeetingTemplate:
        """Behind the others."""
        assert self.file is not None
        last = max((t.place_in_list for t in self.file.templates.all()), default=0)
        return MeetingTemplate(place_in_list=last + 1)

    def take_templates(self) -> None:
        """Those templates of the program that the file does not have; its own stay as they are."""
        if self.file is None or not self.can_leave():
            return
        missing = missing_templates(self.file)
        if not missing:
            self.status.emit("Tệp đã có đủ các mẫu của chương trình; mẫu đã sửa được giữ nguyên.")
            return
        self.file.save_all(missing)
        self._load()
        self.select(missing[0].id)
        self.status.emit(f"Đã thêm {len(missing)} mẫu hội nghị; Ctrl+Z để hoàn tác")
        self.changed.emit()


def in_order(templates: Sequence[MeetingTemplate]) -> list[MeetingTemplate]:
    """Templates as they are offered."""
    return sorted(templates, key=lambda template: template.place_in_list)


def missing_templates(file: DataFile) -> tuple[MeetingTemplate, ...]:
    """The program's templates that are not in the file."""
    known = {template.id for template in file.templates.all()}
    return tuple(t for t in new_file.meeting_templates() if t.id not in known)


def offered_templates(file: DataFile) -> list[MeetingTemplate]:
    """What a meeting can begin with: the file's templates, in an older file the program's."""
    return in_order(file.templates.all() or new_file.meeting_templates())
