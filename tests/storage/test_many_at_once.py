"""Hundreds of records as one change: the same as one by one, with every image and word."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidRecord, NotAllowed
from desktop_app.domain.units.person import Person, Posting
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


def test_a_lot_is_written_at_a_stroke(file, small, monkeypatch):
    monkeypatch.setattr(statements, "_LOT", COUNT)
    write, written = file.write, []
    monkeypatch.setattr(file, "write", lambda *lot: (written.append(lot[0]), write(*lot)))

    def writes(count):
        written.clear()
        file.save_all(Person(full_name=f"Người {n}", unit=small.lead) for n in range(count))
        return len(written)

    assert writes(COUNT) == writes(2)


def test_parts_go_and_come_in_lots(file, people):
    def posted(*posts):
        return tuple(Posting(id=post, post=post) for post in posts)

    file.save_all([people[0].replace(postings=posted("a", "b")), people[1]])
    some = [people[0].replace(postings=posted("b", "c")), people[1].replace(postings=posted("d"))]
    file.save_all(some)
    found = {person.id: [part.post for part in person.postings] for person in file.people.all()}
    assert (found[people[0].id], found[people[1].id]) == (["b", "c"], ["d"])
    assert file.rows("SELECT count(*) FROM posting", ()) == [(3,)]
    file.history.undo()
    assert [part.post for part in file.people.get(people[0].id).postings] == ["a", "b"]
    assert file.check() == ()


def test_words_are_those_of_what_a_person_now_points_to(file, small):
    renamed = file.units.get(small.lead.id).replace(names=(UnitName(full="Cục Hậu cần"),))
    newcomer = Person(full_name="Lê Mới", unit=small.lead)  # still with the unit as it was
    file.save_all([renamed, newcomer])
    (shown,) = file.search._ask("SELECT plain FROM search_list WHERE record = ?", newcomer.id)
    assert "cuc hau can" in shown[0]


def test_records_are_read_after_the_change_and_not_kept_as_they_came(file, small):
    came = Person(full_name="Lê Mới", unit=file.units.get(small.lead.id))
    file.save_all([came])
    assert file.people.get(came.id) == came
    assert file.people.get(came.id) is not came


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
