"""The view of people: the register of all whom papers may name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.ui import icons
from desktop_app.ui.asking import asked
from desktop_app.ui.import_lists.import_button import import_button
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import MANY, StoredTab
from desktop_app.ui.units.duplicates_dialog import DuplicatesDialog
from desktop_app.ui.units.person_form import SERVICE_TONES, PersonForm


class PersonView(StoredTab[Person]):
    """All people, ordered by given name."""

    key = "people"
    noun = "cán bộ"
    record_type = Person
    form_class = PersonForm
    long_from = MANY
    add_text = "Thêm cán bộ"
    empty_text = "Chưa có cán bộ nào. Bấm «Thêm cán bộ» để ghi người đại diện, thư ký, khách mời."
    columns = (
        Column(
            "Họ và tên", lambda p: p.full_name, sort=lambda p: name_sort_key(p.full_name), width=170
        ),
        Column("Cấp bậc", lambda p: p.rank, width=90),
        Column("Đơn vị", lambda p: p.unit.short_name if p.unit else "", stretch=True),
        Column("Chức vụ", lambda p: p.post, width=140, hidden=True),
        Column(
            "Tình trạng",
            lambda p: p.service_state.label,
            tones={state.label: tone for state, tone in SERVICE_TONES.items()},
            width=126,
            hidden=True,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.duplicates_button = QToolButton()
        self.duplicates_button.setText("Tìm người trùng…")
        self.duplicates_button.setToolTip("Những người có thể được ghi hai lần, để gộp làm một")
        self.duplicates_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(self.duplicates_button, "users", "muted")
        self.duplicates_button.clicked.connect(self.find_duplicates)
        self.list.add_tool(self.duplicates_button)
        self.list.add_tool(import_button(self, "people", "danh sách cán bộ"))

    def find_duplicates(self) -> None:
        """Show who may have been typed twice; what was merged is shown everywhere."""
        if self.file is None or not self.can_leave():
            return
        dialog = DuplicatesDialog(self.file, self)
        asked(dialog)
        if dialog.is_changed:
            self.changed.emit()

    def offer(self) -> None:
        assert self.file is not None
        assert isinstance(self.form, PersonForm)
        self.form.set_choices(self.file.units.all())

    def new_record(self) -> Person:
        return Person()
