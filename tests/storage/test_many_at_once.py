"""Hundreds of records as one change: the same as one by one, with every image and word."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidRecord, NotAllowed
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import UnitName
from desktop_app.storage import statements
from desktop_app.storage.schema.units import PersonRow

COUNT = 30


@pytest.fixture(autouse=True)
def small_lots(monkeypatch):
    monkeypatch.setattr(statements, "_LOT", 4)


@pytest.fixture
def people(file, small):
    found = [
        Person(full_name=f"Nguyễn Văn Đức{n}", unit=(small.lead, small.other)[n % 2])
        for n in range(COUNT)
    ]
    file.save_all(found)
    return found


def titles(file, typed):
    return [hit.title.text for found in file.search.find(typed) for hit in found.hits]


def test_lots_keep_the_order_and_do_not_mix_kinds():
    items = [1, 2, 3, 4, 5, "a", 6]
    assert list(statements.in_lots(items, type)) == [[1, 2, 3, 4], [5], ["a"], [6]]


def test_all_are_there_with_their_history_and_words(file, people):
    file.forget_loaded()
    assert {person.id: person.full_name for person in file.people.all()} == {
        person.id: person.full_name for person in people
    }
    assert file.check() == ()
    assert titles(file, "duc29") == ["Nguyễn Văn Đức29"]
    assert file.search.lists.long_list("Person", 1) is not None


def test_a_record_that_comes_twice_has_both_images(file, people):
    first, second = people[0].replace(note="một"), people[0].replace(note="hai")
    file.save_all([first, people[1].replace(note="x"), second])
    newest, older, *_ = file.history.of_record(people[0].id)
    assert (older.before["note"], older.after["note"]) == ("", "một")
    assert (newest.before["note"], newest.after["note"]) == ("một", "hai")
    file.history.undo()
    assert file.people.get(people[0].id).note == ""
    assert file.check() == ()


def test_undo_and_redo_tell_how_far_they_are(file, people):
    told = []
    file.history.undo(lambda *numbers: told.append(numbers))
    assert file.people.count() == 0
    assert told == [(n, COUNT) for n in range(1, COUNT + 1)]
    assert titles(file, "duc29") == []
    file.history.redo(lambda *numbers: told.append(numbers))
    assert file.people.count() == COUNT
    assert told[-1] == (COUNT, COUNT)
    assert titles(file, "duc29") == ["Nguyễn Văn Đức29"]
    assert file.check() == ()


def test_one_that_is_refused_takes_all_back(file, people):
    with pytest.raises(InvalidRecord):
        file.save_all([*(p.replace(note="mới") for p in people), Person(full_name="")])
    assert {person.note for person in file.people.all()} == {""}
    assert titles(file, "moi") == []
    file.save_all([people[0].replace(note="sau")])
    assert file.history.of_record(people[0].id)[0].before["note"] == ""
    assert file.check() == ()


def test_a_new_name_reaches_the_words_of_all_who_bear_it(file, small, people):
    unit = file.units.get(small.lead.id)
    file.save_all([unit.replace(names=(UnitName(full="Cục Hậu cần"),)), people[1]])
    found = file.search._ask("SELECT count(*) FROM search_list WHERE plain LIKE '%cuc hau can%'")
    assert found == [(COUNT // 2,)]


def test_a_column_that_a_row_lacks_keeps_its_value(file, people):
    file.save_all([people[0].replace(note="giữ")])
    with file.transaction():
        statements.upsert(file, PersonRow, [{"id": people[0].id, "full_name": "Tên khác"}])
        statements.upsert(file, PersonRow, [{"id": "moi", "full_name": "Người mới"}])
        found = [
            file.rows("SELECT full_name, note FROM person WHERE id = ?", [one])
            for one in (people[0].id, "moi")
        ]
        file._database.execute_sql("DELETE FROM person WHERE id = 'moi'")
    assert found == [[("Tên khác", "giữ")], [("Người mới", "")]]


def test_nothing_is_written_where_nothing_may_be(file, people, monkeypatch):
    def refuse():
        raise NotAllowed("Chỉ xem.")

    monkeypatch.setattr(file.access, "check_change", refuse)
    with pytest.raises(NotAllowed):
        statements.delete(file, PersonRow, people[0].id)
