"""Rows as high as their texts: of a long list those in sight are measured, and rightly."""

from __future__ import annotations

import pytest

from desktop_app.domain.units.person import Person
from desktop_app.ui.records.lists.record_model import Column, RecordModel
from desktop_app.ui.records.lists.record_table import RecordTable
from desktop_app.ui.records.lists.tall_rows import AT_ONCE

COLUMNS = (Column("Họ và tên", lambda p: p.full_name, stretch=True),)
LONG = "Phòng Tham mưu tổng hợp và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc "


def people(count):
    return [Person(full_name=f"{LONG * (n % 4)}{n}") for n in range(count)]


@pytest.fixture
def table(qtbot):
    model = RecordModel(COLUMNS)
    made = RecordTable(model)
    made.wrap()
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def in_sight(table):
    first = table.verticalScrollBar().value()
    return range(first, table.rowAt(table.viewport().height() - 1) + 1 or table.model().rowCount())


def needed(table, row):
    return max(table.sizeHintForRow(row), table.verticalHeader().sectionSizeHint(row))


def is_right(table):
    return all(table.rowHeight(row) == needed(table, row) for row in in_sight(table))


def test_rows_in_sight_are_as_high_as_their_texts_wherever_one_scrolls(table, qtbot):
    table.model().set_records(people(3_000))
    qtbot.waitUntil(lambda: is_right(table))
    for place in (1_500, 40, 2_990):
        table.scrollTo(table.model().index(place, 0))
        qtbot.waitUntil(lambda: is_right(table))
        assert place in in_sight(table)
    assert len(table._tall._known) < 300


def test_rows_that_are_rolled_to_are_measured_before_they_are_seen(table, qtbot):
    table.model().set_records(people(3_000))
    qtbot.waitUntil(lambda: is_right(table))
    for place in (1_500, 1_510, 2_000):
        table.verticalScrollBar().setValue(place)
        assert is_right(table)


def test_the_last_row_is_reached_whole(table, qtbot):
    table.model().set_records(people(3_000))
    qtbot.waitUntil(lambda: is_right(table))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: is_right(table))
    last = table.visualRect(table.model().index(2_999, 0))
    assert 0 < last.bottom() <= table.viewport().height()


def test_narrower_columns_and_new_words_are_measured_again(table, qtbot):
    table.model().set_records(people(400))
    qtbot.waitUntil(lambda: is_right(table))
    before = table.rowHeight(3)
    table.resize(180, 400)
    qtbot.waitUntil(lambda: is_right(table) and table.rowHeight(3) > before)
    table.model().set_records([person.replace(full_name="An") for person in people(400)])
    qtbot.waitUntil(lambda: is_right(table) and table.rowHeight(3) < before)


def test_a_short_list_is_measured_whole(table, qtbot):
    table.model().set_records(people(AT_ONCE))
    qtbot.waitUntil(lambda: len(table._tall._known) == AT_ONCE)
    assert table.rowHeight(AT_ONCE - 1) == needed(table, AT_ONCE - 1)
