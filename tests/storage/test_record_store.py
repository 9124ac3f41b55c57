"""Records go in and come out complete, or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import unicodedata

import pytest

from desktop_app.domain.errors import InvalidRecord, RecordInUse, RecordMissing
from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.rich_text import RichText, Run, TableBlock
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import UnitName
from desktop_app.new_file import create_sample


def test_parts_are_added_moved_and_removed(file, small):
    first, second = small.meeting.agenda
    new = AgendaItem(text="Phát biểu", starts=dt.time(15, 30), minutes=20)
    changed = small.meeting.replace(agenda=(second, new, first), votes=())
    saved = file.meetings.save(changed)
    assert [item.text for item in saved.agenda] == ["Ký kết", "Phát biểu", "Khai mạc"]
    assert saved.votes == ()
    assert saved == changed


def test_broken_record_is_refused_and_changes_nothing(file, small):
    with pytest.raises(InvalidRecord) as refused:
        file.meetings.save(small.meeting.replace(name=""))
    assert refused.value.problems == {"name": "Cần có tên hội nghị."}
    assert file.meetings.get("ky-ket") == small.meeting


def test_link_to_a_record_that_is_gone_is_refused(file, small):
    nobody = Person(id="khong-co", full_name="Không có")
    with pytest.raises(RecordInUse):
        file.meetings.save(small.meeting.replace(name="Khác", chair=nobody))
    assert file.meetings.get("ky-ket") == small.meeting


def test_unit_in_use_stays_and_says_why(file, small):
    with pytest.raises(RecordInUse, match="1 kỳ thi đua, 1 cuộc họp"):
        file.units.delete(small.lead)
    assert file.units.get("c07") == small.lead


def test_saving_a_record_anew_does_not_delete_its_parts(file, small):
    renamed = small.lead.replace(names=(*small.lead.names, UnitName(full="Tên mới")))
    # Two names without days overlap, so the first one ends.
    ended = small.lead.names[0].replace(until=dt.date(2018, 8, 1))
    file.units.save(renamed.replace(names=(ended, UnitName(full="Mới", since=dt.date(2018, 8, 2)))))
    meeting = file.meetings.get("ky-ket")
    assert [name.full for name in meeting.attendance[0].unit.names] == ["Cục Cảnh sát Đặng", "Mới"]
    assert meeting.attendance[0].body_on(dt.date(2018, 3, 13)) == "Cục Cảnh sát Đặng"


def test_text_is_composed_on_its_way_in(file):
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Ngữ")
    saved = file.people.save(Person(full_name=f"  {decomposed}\u200b "))
    assert saved.full_name == "Nguyễn Thị Ngữ"


def test_missing_record_is_said_in_words(file):
    with pytest.raises(RecordMissing, match="cuộc họp"):
        file.meetings.get("nothing")


def test_number_of_queries_does_not_grow_with_the_list(file, small, monkeypatch):
    for day in range(1, 21):
        starts = dt.datetime(2018, 4, day, 8)
        agenda = tuple(AgendaItem(text=str(n)) for n in range(5))
        chair = file.people.save(Person(full_name=f"Chủ trì {day}"))
        meeting = Meeting(period=small.period, name=f"Họp {day}", starts=starts, agenda=agenda)
        file.meetings.save(meeting.replace(chair=chair))
    count = 0
    run = type(file).run

    def counted(self, query):
        nonlocal count
        count += 1
        return run(self, query)

    monkeypatch.setattr(type(file), "run", counted)
    file.forget_loaded()
    assert len(file.meetings.all()) == 21
    # the list, the meetings, five tables of parts, and a family of links each
    assert count <= 16


def test_a_number_already_given_is_refused(file, small):
    file.meetings.save(small.meeting.replace(minutes_number=5))
    other = Meeting(
        period=small.period, name="Khác", starts=dt.datetime(2018, 9, 1, 8), minutes_number=5
    )
    with pytest.raises(InvalidRecord) as refused:
        file.meetings.save(other)
    assert refused.value.problems == {"minutes_number": "Số 05 đã dùng cho «Hội nghị ký kết»."}
    file.meetings.save(other.replace(minutes_number=6))


def test_typed_tables_are_kept_and_plain_words_are_read(file, small):
    table = TableBlock((((Run("Tên"),), ()), ((Run("An", bold=True),), (Run("1\n2"),))), True)
    course = RichText.of((*small.meeting.course.blocks, table))
    file.meetings.save(small.meeting.replace(course=course))
    file.forget_loaded()
    assert file.meetings.get("ky-ket").course == course
    plain = file.meetings.table.update(course='"một\\nhai"')
    file.run(plain)
    file.forget_loaded()
    assert file.meetings.get("ky-ket").course == RichText.plain("một\nhai")


def contents(file):
    return {store.record: store.all() for store in file.stores}


def test_what_stays_in_memory_is_what_the_file_says(tmp_path):
    """After a change of each sort of record, and after each undo, nothing stale is given out."""
    with create_sample(tmp_path / "mẫu.thidua") as file:
        contents(file)
        for store in file.stores:
            for record in store.all()[:1]:
                shown = next((n for n in ("note", "name", "subject") if hasattr(record, n)), None)
                if shown is None or store is file.accounts:
                    continue
                with contextlib.suppress(InvalidRecord, RecordInUse):
                    store.save(record.replace(**{shown: "đã sửa"}))
                    kept = contents(file)
                    file.forget_loaded()
                    assert kept == contents(file), store.record
                    file.history.undo()
                    kept = contents(file)
                    file.forget_loaded()
                    assert kept == contents(file), store.record
        file.save_all([person.replace(post="Trưởng phòng") for person in file.people.all()])
        kept = contents(file)
        file.forget_loaded()
        assert kept == contents(file)


def test_a_save_leaves_in_memory_what_it_does_not_touch(file, small):
    first, second = (file.people.save(Person(full_name=name)) for name in ("An", "Bình"))
    file.meetings.get("ky-ket")
    file.people.save(first.replace(full_name="Ân"))
    assert file.people._loaded[second.id] is second
    assert file.people.get(first.id).full_name == "Ân"
    assert file.meetings._loaded == {}


def change_and_fail(file, person):
    with file.transaction():
        file.people.save(person.replace(full_name="Ân"))
        file.people.save(Person(full_name=""))


def test_a_change_taken_back_leaves_nothing_of_it(file):
    person = file.people.save(Person(full_name="An"))
    with pytest.raises(InvalidRecord):
        change_and_fail(file, person)
    assert file.people.get(person.id).full_name == "An"
