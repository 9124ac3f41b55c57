"""The list of people of a large file: as of a small one, and read as far as it is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.long_lists import LISTED
from desktop_app.domain.units.person import Person
from desktop_app.storage import DataFile
from desktop_app.storage.list_index import PAGE
from desktop_app.ui.records.lists.paged_model import PagedModel
from desktop_app.ui.records.lists.record_list import RecordList
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.units.person_view import PersonView

COUNT = 3 * PAGE


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    people = [Person(full_name=f"Nguyễn Văn {n:03d}", rank=f"Cấp {n % 7}") for n in range(COUNT)]
    with DataFile.create(tmp_path_factory.mktemp("dài") / "dài.thidua", people) as made:
        yield made


@pytest.fixture
def model(file, qtmodeltester):
    made = PagedModel(PersonView.columns)
    made.set_records(file.search.lists.long_list("Person", 1))
    return made


def names(model):
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_columns_are_those_of_the_index(file):
    person = file.people.all()[3]
    shown = [column.text(person) for column in PersonView.columns]
    assert shown == [column.text(person) for column in LISTED["Person"].columns]


def test_qt_finds_nothing_wrong(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_are_read_as_they_are_looked_at(model, file):
    assert model.rowCount() == model.total == COUNT
    file.people.forget()
    model.data(model.index(0, 0))
    assert file.people._loaded == {}
    model.record_at(0)
    assert 0 < len(file.people._loaded) <= PAGE


def test_it_shows_what_the_plain_list_shows(model, file):
    plain = PagedModel(PersonView.columns)
    plain.set_records(file.people.all())
    for column, order in ((0, Qt.SortOrder.DescendingOrder), (1, Qt.SortOrder.AscendingOrder)):
        for one in (model, plain):
            one.sort(column, order)
            one.set_filter("")
        if column == 0:
            assert names(model) == names(plain)
        ranks = [[one.data(one.index(row, 1)) for row in range(COUNT)] for one in (model, plain)]
        assert ranks[0] == ranks[1]
        for one in (model, plain):
            one.set_filter("cap 3 05")
        assert sorted(names(model)) == sorted(names(plain)) != []


def test_few_records_afterwards_are_a_plain_list_again(model, file):
    model.set_records(file.people.all()[:5])
    assert model.rowCount() == 5
    assert model.row_of(file.people.all()[4].id) == 4


def test_the_list_chooses_filters_and_counts(qtbot, file):
    made = RecordList(PersonView.columns, noun="cán bộ")
    qtbot.addWidget(made)
    made.show()
    made.set_records(file.search.lists.long_list("Person", 1))
    assert f"{COUNT} cán bộ" in made._foot.text()
    last = made.records()[COUNT - 1]
    assert made.select(last.id)
    assert made.current() == last
    made.filter_box.setText("599")
    made.apply_filter()
    assert [person.id for person in made.records()] == [last.id]
    assert made.current() == last
    assert "lọc từ 600" in made._foot.text()


def test_a_record_that_was_deleted_since_is_an_empty_row(tmp_path):
    """What the window paints before the list is shown anew, a long undo between its lots."""
    people = [Person(full_name=f"Nguyễn Văn {n:03d}") for n in range(COUNT)]
    with DataFile.create(tmp_path / "bớt.thidua", people) as file:
        model = PagedModel(PersonView.columns)
        model.set_records(file.search.lists.long_list("Person", 1))
        file.people.delete(file.people.get(people[-1].id))
        last = COUNT - 1
        assert model.data(model.index(last, 0)) == ""
        assert model.record_at(last) is None
        assert {model.data(model.index(last, n), TONE_ROLE) for n in range(4)} == {None}
        assert names(model)[:2] == ["Nguyễn Văn 000", "Nguyễn Văn 001"]
