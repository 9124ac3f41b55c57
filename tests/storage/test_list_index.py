"""Long lists are sorted and narrowed by the file as the window does it, page by page."""

from __future__ import annotations

import random

import pytest

from desktop_app.domain.long_lists import LISTED, byte_key
from desktop_app.domain.search_words import matches, typed_pieces
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.vietnamese import given_name_first, name_sort_key, sort_key
from desktop_app.storage import DataFile
from desktop_app.storage.list_index import PAGE

NAMES = (
    "Nguyễn Văn An",
    "Trần Thị Ánh",
    "Lê Ẩn",
    "Đặng Đức",
    "Dương Dũng",
    "Phạm Hoà",
    "Phạm Hòa",
    "Hoàng Huỳnh",
    "Vũ Út",
    "Ư",
    "An",
    "",
    "Lê Văn Anh 2",
    "Lê Văn Anh 10",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Two pages of people and a little more; only looked at."""
    with made(tmp_path_factory.mktemp("dài") / "dài.thidua", 2 * PAGE + 50) as found:
        yield found


@pytest.fixture
def changing(tmp_path):
    with made(tmp_path / "ngắn.thidua", 20) as found:
        yield found


def made(path, count):
    chance = random.Random(1)
    units = [Unit(code=f"C{n}", names=(UnitName(full=f"Cục {n}"),)) for n in range(3)]
    people = [
        Person(
            full_name=f"{chance.choice(('Lê', 'Đỗ', 'Vũ'))} {chance.choice(NAMES)} {n}".strip(),
            rank=chance.choice(("Đại tá", "Thượng tá", "Trung tá", "")),
            unit=chance.choice(units),
            post=chance.choice(("Trưởng phòng", "Phó trưởng phòng")),
        )
        for n in range(count)
    ]
    return DataFile.create(path, [*units, *people])


def rows(file, column=None, descending=False, typed=""):
    listed = file.search.lists.long_list("Person", 1)
    return list(listed.arranged(column, descending, typed_pieces(typed)))


def test_bytes_sort_as_the_vietnamese_order_does():
    keys = [sort_key(name) for name in NAMES]
    assert sorted(range(len(NAMES)), key=lambda n: byte_key(NAMES[n])) == sorted(
        range(len(NAMES)), key=keys.__getitem__
    )
    pairs = [name_sort_key(name) for name in NAMES]
    firsts = [given_name_first(name) for name in NAMES]
    assert sorted(range(len(NAMES)), key=lambda n: byte_key(*firsts[n])) == sorted(
        range(len(NAMES)), key=pairs.__getitem__
    )


@pytest.mark.parametrize("column", range(len(LISTED["Person"].columns)))
@pytest.mark.parametrize("descending", [False, True])
def test_each_column_orders_as_its_words_do(file, column, descending):
    listed = LISTED["Person"].columns[column]
    keys = [listed.key(person) for person in rows(file, column, descending)]
    assert keys == sorted(keys, reverse=descending)
    assert len(keys) == file.people.count()


def test_the_list_s_own_order_is_that_of_all_people(file):
    assert [p.full_name for p in rows(file)] == [p.full_name for p in file.people.all()]


@pytest.mark.parametrize("typed", ["an", "hoa", "hòa", "trưởng phòng", "dai ta cuc 1", "xyz", "đ"])
def test_a_filter_keeps_what_the_window_keeps(file, typed):
    listed = LISTED["Person"].columns
    wanted = {
        person.id
        for person in file.people.all()
        if matches(typed, "\n".join(column.text(person) for column in listed))
    }
    assert {person.id for person in rows(file, typed=typed)} == wanted


def test_a_page_is_read_when_it_is_looked_at_with_few_queries(file, monkeypatch):
    file.forget_loaded()
    file.units.all()
    sent = []
    run = file._database.execute_sql
    monkeypatch.setattr(
        file._database, "execute_sql", lambda sql, *more: sent.append(sql) or run(sql, *more)
    )
    pages = file.search.lists.long_list("Person", 1).arranged(None, False, ())
    sent.clear()
    assert pages[PAGE + 5].full_name
    assert len(sent) <= 3
    sent.clear()
    assert [pages[place].full_name for place in range(PAGE, 2 * PAGE)]
    assert sent == []
    assert pages.texts(PAGE)[0] == pages[PAGE].full_name
    assert len(sent) == 1


def test_it_follows_saving_renaming_deleting_and_undo(changing):
    person = changing.people.all()[0]
    changing.people.save(person.replace(full_name="Zzz Ỵ"))
    assert rows(changing)[-1].id == person.id
    unit = changing.units.all()[0]
    changing.units.save(unit.replace(names=(UnitName(full="Văn phòng Bộ"),)))
    assert {p.unit.id for p in rows(changing, typed="van phong bo")} == {unit.id}
    before = len(rows(changing))
    changing.people.delete(changing.people.get(person.id))
    assert len(rows(changing)) == before - 1
    changing.history.undo()
    assert rows(changing)[-1].id == person.id


def test_few_records_and_a_half_drawn_index_are_listed_as_ever(changing):
    lists = changing.search.lists
    assert lists.long_list("Person", 10_000) is None
    assert lists.long_list("Unit", 1) is None
    lists.remove("Person", [changing.people.all()[0].id])
    assert lists.long_list("Person", 1) is None


def test_places_of_records(file):
    pages = file.search.lists.long_list("Person", 1).arranged(None, False, ())
    last = pages[len(pages) - 1]
    assert pages.place_of(last.id) == len(pages) - 1
    assert pages.place_of("khong") == -1
    assert pages.place_of(None) == -1
    with pytest.raises(IndexError):
        pages[len(pages)]
