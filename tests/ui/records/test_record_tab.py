"""The tab: choosing, editing, saving, leaving; what a person does in a day."""

import datetime as dt
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import RecordInUse
from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui import messages
from desktop_app.ui.records.forms.fields import DateField, DateTimeField, LineField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.tokens import Tone

AT = dt.datetime(2026, 12, 15, 8, 0)


class Form(RecordForm):
    def build(self):
        page = self.add_page("Hội nghị")
        page.row(name=LineField("Tên"), starts=DateTimeField("Bắt đầu"))
        page.row(invitation_date=DateField("Ngày mời"))
        page = self.add_page("Chương trình")
        columns = (PartColumn("text", "Nội dung"), PartColumn("minutes", "Phút", "number"))
        page.row(agenda=PartsTable("Chương trình", columns, AgendaItem))

    def chip_of(self, record):
        return record.state.label, Tone.AMBER


class Tab(RecordTab):
    key = "meetings"
    noun = "hội nghị"
    papers = ("minutes", "invitation")
    record_type = Meeting
    columns = (
        Column("Ngày", lambda m: short_date(m.day), sort=lambda m: m.day),
        Column("Hội nghị", lambda m: m.name, stretch=True),
    )

    def __init__(self, rows):
        self.rows = list(rows)
        self.loads = 0
        super().__init__()

    def make_form(self):
        return Form()

    def load(self):
        self.loads += 1
        return self.rows

    def save_record(self, record):
        self.rows = [r for r in self.rows if r.id != record.id] + [record]
        return record

    def delete_record(self, record):
        if record.name == "Đang dùng":
            raise RecordInUse("Hội nghị còn biên bản.")
        self.rows.remove(record)

    def new_record(self):
        return Meeting(period=self.period)


def an_open_file():
    """Of a file the tab only asks whether the one who signed in may change things."""
    return Mock(access=Mock(refusal=""))


@pytest.fixture
def tab(qtbot, period):
    rows = [
        Meeting(period=period, name=name, starts=AT) for name in ("Sơ kết", "Bình xét", "Tổng kết")
    ]
    made = Tab(rows)
    qtbot.addWidget(made)
    made.set_file(an_open_file())
    made.set_period(period)
    made.resize(1366, 600)
    made.show()
    return made


def write(tab, name, value):
    field = tab.form.fields[name]
    field.editor.setText(value)
    field.settle()


def answer(monkeypatch, reply):
    asked = []
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: asked.append(1) or reply)
    return asked


def test_a_hidden_tab_reads_nothing(qtbot, period):
    tab = Tab([])
    qtbot.addWidget(tab)
    tab.set_file(an_open_file())
    tab.set_period(period)
    tab.refresh()
    assert tab.loads == 0
    tab.show()
    assert tab.loads == 1


def test_the_first_record_is_shown(tab):
    assert tab.form.shown.name == "Sơ kết"
    assert tab.form._chip.text() == "Dự kiến"
    assert not tab.has_edits
    assert tab.form.tabs.tabBar().isVisible()


def test_an_edit_is_saved_and_announced(qtbot, tab):
    assert not tab.foot.save_button.isEnabled()
    write(tab, "name", "Sơ kết 6 tháng")
    assert tab.has_edits
    assert tab.foot.save_button.isEnabled()
    with qtbot.waitSignals([tab.changed, tab.status]):
        tab.foot.save_button.click()
    assert "Sơ kết 6 tháng" in [row.name for row in tab.rows]
    assert tab.list.current().name == "Sơ kết 6 tháng"
    assert not tab.has_edits


def test_what_is_wrong_is_said_beside_the_field_and_on_its_page(tab):
    write(tab, "name", "")
    assert tab.form.fields["name"].problem() == "Cần có tên hội nghị."
    assert not tab.foot.save_button.isEnabled()
    assert "Cần có tên hội nghị." in tab.foot.save_button.toolTip()
    assert not tab.form.tabs.tabIcon(0).isNull()
    assert tab.form.tabs.tabIcon(1).isNull()
    assert tab.save() is False
    assert "" not in [row.name for row in tab.rows]


def test_a_part_is_blamed_in_its_cell(tab):
    table = tab.form.fields["agenda"]
    table.set_parts([AgendaItem(text="")])
    assert table.model.problem_at(table.model.index(0, 0)) == (
        "Dòng 1: Cần có nội dung chương trình."
    )
    assert not tab.form.tabs.tabIcon(1).isNull()


def test_leaving_edits_asks_and_cancel_stays(tab, monkeypatch):
    asked = answer(monkeypatch, messages.Unsaved.CANCEL)
    write(tab, "name", "Khác")
    tab.list.table.selectRow(2)
    assert asked == [1]
    assert tab.form.record().name == "Khác"
    assert tab.list.current().name == "Sơ kết"


@pytest.mark.parametrize(
    ("reply", "name"), [(messages.Unsaved.SAVE, "Khác"), (messages.Unsaved.DISCARD, "Sơ kết")]
)
def test_leaving_edits_saves_or_drops_them(tab, monkeypatch, reply, name):
    answer(monkeypatch, reply)
    first, other = tab.form.shown.id, tab.rows[2].id
    write(tab, "name", "Khác")
    tab.list.table.selectRow(2)
    assert tab.form.shown.id == other
    assert tab.list.current().id == other
    assert {row.id: row.name for row in tab.rows}[first] == name


def test_a_new_record_is_not_blamed_before_it_is_typed(tab):
    tab.add()
    assert not tab.has_edits
    assert tab.can_save
    assert tab.form.fields["name"].problem() == ""
    assert not tab.foot.save_button.isEnabled()
    assert "Chưa lưu được" not in tab.form._status.text()
    write(tab, "name", "Giao ban")
    assert tab.form.fields["starts"].problem() == ""
    tab.form.fields["starts"].date.setText("5/1/2026")
    tab.form.fields["starts"].time.setText("8h")
    tab.form.fields["starts"].settle()
    assert tab.save()
    assert len(tab.rows) == 4
    assert tab.list.current().name == "Giao ban"


def test_a_new_record_given_up_leaves_no_trace(tab):
    tab.add()
    tab.discard()
    assert tab.form.shown.name == "Sơ kết"
    assert len(tab.rows) == 3


def test_a_copy_is_another_record(tab):
    tab.form.fields["agenda"].set_parts([AgendaItem(text="Khai mạc")])
    tab.save()
    first = tab.form.shown
    tab.duplicate()
    assert tab.save()
    assert [row.name for row in tab.rows].count("Sơ kết") == 2
    assert tab.form.shown.id != first.id
    assert tab.form.shown.agenda[0].text == "Khai mạc"
    assert tab.form.shown.agenda[0].id != first.agenda[0].id


def test_deleting_asks_first(tab, monkeypatch):
    questions = []
    replies = [False, True]

    def ask(_parent, title, _body):
        questions.append(title)
        return replies.pop(0)

    monkeypatch.setattr(messages, "ask_delete", ask)
    tab.delete()
    assert len(tab.rows) == 3
    tab.delete()
    assert [row.name for row in tab.rows] == ["Bình xét", "Tổng kết"]
    assert tab.form.shown.name == "Bình xét"
    assert questions[0] == "Xoá hội nghị “Sơ kết”?"


def test_a_record_in_use_stays(tab, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "ask_delete", lambda *_: True)
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.what))
    write(tab, "name", "Đang dùng")
    tab.save()
    tab.delete()
    assert told == ["Hội nghị còn biên bản."]
    assert tab.form.shown.name == "Đang dùng"


def test_edits_stay_when_the_rows_are_read_again(tab):
    write(tab, "name", "Đang gõ")
    tab.refresh()
    assert tab.form.record().name == "Đang gõ"
    assert tab.has_edits


def test_an_undone_record_is_shown_as_it_is_now(tab):
    shown = tab.form.shown
    tab.rows[0] = shown.replace(name="Đã hoàn tác")
    tab.refresh()
    assert tab.form.shown.name == "Đã hoàn tác"


def test_a_closed_period_is_only_looked_at(tab, period):
    from desktop_app.domain.years.period import PeriodState

    tab.set_period(period.replace(state=PeriodState.CLOSED))
    assert tab.form.is_read_only
    assert "đã đóng" in tab.form._notice.text()
    assert tab.form.fields["name"].editor.isReadOnly()
    assert not tab.list.can_add
    assert not tab.foot.delete_button.isEnabled()


def test_select_finds_a_filtered_record(tab):
    tab.list.filter_box.setText("so ket")
    tab.list.apply_filter()
    assert tab.select(tab.rows[1].id)
    assert tab.form.shown.name == "Bình xét"
    assert not tab.select("nobody")


def test_the_preview_shows_the_record_being_edited(qtbot, tab):
    from desktop_app.printing import raster

    with qtbot.waitSignal(tab.preview.made, timeout=8000):
        pass
    assert tab.preview._draft.isHidden()
    write(tab, "name", "Hội nghị thử nghiệm xem trước")
    with qtbot.waitSignal(tab.preview.made, timeout=8000):
        pass
    assert "thử nghiệm" in " ".join(" ".join(raster.text_of(tab.preview.pdf)).split())
    assert tab.preview._draft.text() == "Chưa lưu"


def test_the_preview_closes_itself_when_there_is_no_room(qtbot, tab):
    assert tab.panes.preview_is_open
    tab.resize(1200, 600)
    qtbot.waitUntil(lambda: not tab.panes.preview_is_open)
    tab.toggle_preview()
    assert tab.panes.preview_is_open
    tab.resize(1366, 600)
    tab.toggle_preview()
    assert not tab.panes.preview_is_open


def test_nothing_is_cut_off_at_the_width_of_an_office_screen(qtbot, tab):
    page = tab.form.tabs.widget(0).widget()
    for field in tab.form.fields.values():
        if page.isAncestorOf(field):
            right = field.mapTo(page, field.rect().topRight()).x()
            assert right <= tab.form.tabs.widget(0).viewport().width()


def type_in_cell(tab, type_in, text):
    """Leave a cell of the programme open with this text in it."""
    tab.form.tabs.setCurrentIndex(1)
    tab.activateWindow()
    table = tab.form.fields["agenda"]
    table.add_row()
    type_in(table.table.open_editor(), text)
    return table


def test_what_stands_in_an_open_cell_is_saved(tab, type_in):
    type_in_cell(tab, type_in, "Khai mạc")
    assert tab.save()
    assert [item.text for item in tab.form.shown.agenda] == ["Khai mạc"]


def test_an_open_cell_counts_as_an_edit(qtbot, tab, type_in):
    with qtbot.waitSignal(tab.state_changed):
        type_in_cell(tab, type_in, "K")
    assert tab.has_edits
    assert tab.foot.save_button.isEnabled()
    editor = tab.form.fields["agenda"].table.open_editor()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not tab.has_edits
    assert not tab.foot.save_button.isEnabled()


def test_leaving_asks_about_an_open_cell(tab, type_in, monkeypatch):
    asked = answer(monkeypatch, messages.Unsaved.SAVE)
    first = tab.form.shown.id
    type_in_cell(tab, type_in, "Khai mạc")
    assert tab.select(tab.rows[2].id)
    assert asked == [1]
    assert [i.text for row in tab.rows if row.id == first for i in row.agenda] == ["Khai mạc"]


def test_a_new_record_nobody_touched_is_forgotten(tab, monkeypatch):
    asked = answer(monkeypatch, messages.Unsaved.CANCEL)
    tab.add()
    assert "Chưa lưu được" not in tab.form._status.text()
    tab.list.table.selectRow(2)
    assert asked == []
    assert tab.form.shown.name == "Tổng kết"
    assert tab.list.current().name == "Tổng kết"


def test_saving_an_untouched_new_record_says_what_is_missing(tab):
    tab.add()
    assert tab.save() is False
    assert "Chưa lưu được" in tab.form._status.text()


def test_an_unreadable_cell_is_named_in_the_foot(tab):
    table = tab.form.fields["agenda"]
    table.set_parts([AgendaItem(text="Khai mạc")])
    tab.save()
    table.model.setData(table.model.index(0, 1), "5 phút")
    assert "Chưa lưu được: Dòng 1: «5 phút» không phải là số." in tab.form._status.text()
    assert not tab.foot.save_button.isEnabled()


def test_an_unreadable_field_is_named_in_the_foot(tab):
    field = tab.form.fields["invitation_date"]
    field.editor.setText("31/02/2026")
    field.settle()
    assert "Chưa lưu được: Không có" in tab.form._status.text()


def test_copying_follows_whether_one_can_be_added(tab, period, monkeypatch):
    from desktop_app.domain.years.period import PeriodState

    monkeypatch.setattr(type(tab), "read_only_reason", lambda *_: "Đã chốt.")
    tab._show(tab.form.shown)
    assert tab.foot.duplicate_button.isEnabled()
    assert not tab.foot.delete_button.isEnabled()
    tab.set_period(period.replace(state=PeriodState.CLOSED))
    assert not tab.foot.duplicate_button.isEnabled()
    tab.duplicate()
    assert tab.current_record() is not None
