"""Days that cannot be, typed in the window: refused beside their field, and nothing is changed."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Posting
from desktop_app.domain.units.unit import UnitName
from desktop_app.domain.years.period import Role

UNITS = 1
UNIT_VIEW, PEOPLE, PERIODS = 0, 1, 2


def day(text):
    return dt.datetime.strptime(text, "%d/%m/%Y").date() if text else None


@pytest.fixture
def turn(window, qtbot):
    """A view of the tab of units with a record of the sample in hand."""

    def to(place, record_id):
        window.tabs.setCurrentIndex(UNITS)
        view = window.page().turn_to(place)
        qtbot.waitUntil(view.isVisible)
        assert view.select(record_id)
        return view

    return to


def is_refused(view, field, sentence):
    """Said beside the field, shown in the foot, not saved; the edits stay to be mended."""
    record = view.form.shown
    said = view.form.fields[field].problem()
    assert sentence in said, said
    assert not view.foot.save_button.isEnabled()
    assert view.save() is False
    assert view.file.store_of(type(record)).get(record.id) == record
    assert view.has_edits
    view.discard()


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (
            (("Tên cũ", None, "30/06/2018"), ("Tên mới", "01/06/2018", None)),
            "Hai tên đơn vị trùng thời gian dùng.",
        ),
        (
            (("Tên cũ", None, "30/06/2018"), ("Tên mới", None, None)),
            "Dòng 2: cần có ngày bắt đầu dùng tên.",
        ),
        (
            (("Tên cũ", "01/06/2018", "31/05/2018"),),
            "Dòng 1: Ngày hết dùng tên đứng trước ngày bắt đầu.",
        ),
    ],
)
def test_names_of_a_unit(turn, names, sentence):
    view = turn(UNIT_VIEW, "k01")
    made = [UnitName(full=full, since=day(since), until=day(until)) for full, since, until in names]
    view.form.fields["names"].set_parts(made)
    is_refused(view, "names", sentence)


@pytest.mark.parametrize(
    ("row", "changes", "sentence"),
    [
        (1, {"role": Role.LEAD}, "Ngày 01/01/2018 có hai đơn vị Cụm trưởng"),
        (2, {"since": day("31/12/2017")}, "Dòng 3: 31/12/2017 nằm ngoài kỳ"),
        (2, {"until": day("01/01/2019")}, "Dòng 3: 01/01/2019 nằm ngoài kỳ"),
        (
            3,
            {"since": day("02/06/2018"), "until": day("01/06/2018")},
            "Dòng 4: Ngày thôi là thành viên đứng trước ngày bắt đầu.",
        ),
        (
            0,
            {"until": day("30/06/2018")},
            "Từ 01/07/2018 đến 31/12/2018 chưa có đơn vị Cụm trưởng",
        ),
    ],
)
def test_members_of_a_period(turn, row, changes, sentence):
    view = turn(PERIODS, "ky-2018")
    field = view.form.fields["members"]
    members = list(field.value())
    members[row] = members[row].replace(**changes)
    field.set_parts(members)
    is_refused(view, "members", sentence)


def test_unit_stands_once_on_a_day(turn):
    view = turn(PERIODS, "ky-2018")
    field = view.form.fields["members"]
    first, second, *others = field.value()
    twice = second.replace(id="hai-lan", since=day("01/07/2018"))
    field.set_parts((first, second, *others, twice))
    is_refused(view, "members", "Ngày 01/07/2018: Bộ Tư lệnh Cảnh vệ được ghi hai lần.")


def test_period_ends_after_it_begins(turn):
    view = turn(PERIODS, "ky-2018")
    view.form.fields["until"].set_value(day("31/12/2017"))
    view.form.fields["until"].edited.emit()
    is_refused(view, "until", "Ngày kết thúc đứng trước ngày bắt đầu.")


def test_day_that_does_not_exist_is_no_day(turn, keys):
    view = turn(PERIODS, "ky-2018")
    field = view.form.fields["until"]
    view.form.focus_field("until")
    field.editor.selectAll()
    keys("31/02/2018")
    view.form.finish()
    view.list.table.setFocus()
    field._maybe_left()
    is_refused(view, "until", "Không có ngày «31/02/2018».")


def test_posting_ends_after_it_begins(turn, window):
    view = turn(PEOPLE, "can-bo-02")
    unit = window.file.units.get("k01")
    posting = Posting(unit=unit, since=day("01/06/2018"), until=day("31/05/2018"))
    view.form.fields["postings"].set_parts((posting,))
    is_refused(view, "postings", "Dòng 1: Ngày kết thúc đứng trước ngày bắt đầu.")
