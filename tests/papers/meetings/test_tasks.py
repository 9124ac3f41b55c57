"""The reminder of overdue tasks and the table of all conclusions."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.follow_up import TaskBook
from desktop_app.papers.blocks import Addressees, Table

TODAY = dt.date(2018, 8, 1)


@pytest.fixture
def book(signing):
    """Two units late, one of them with a task that is not to be spread."""
    first, second = (member.unit for member in signing.period.members[:2])
    due = dt.date(2018, 7, 20)
    tasks = (
        signing.conclusions[2],
        signing.conclusions[3].replace(unit=second, due=due, is_confidential=True),
    )
    assert tasks[0].unit == first
    return TaskBook.of(signing.period, (signing.replace(conclusions=tasks),), TODAY)


def cells(paper):
    return [row.cells for row in paper.one(Table).rows]


def test_letter_to_all_names_each_and_hides_what_is_not_spread(book, read):
    paper = read("task-reminder", book)
    assert paper.one(Addressees).names == tuple(
        unit.name_on(book.period.until) for unit in book.late_units
    )
    words = " ".join(map(str, cells(paper)))
    assert "Chuẩn bị nội dung sơ kết" in words
    assert "không phổ biến" in words
    assert "phát hiện, bồi dưỡng" not in words


def test_letter_to_one_unit_says_its_own_tasks_only(book, read):
    unit = book.late_units[1]
    paper = read("task-reminder", book, unit.id)
    (row,) = cells(paper)
    assert "phát hiện, bồi dưỡng" in row[1]
    assert row[-2:] == ("20/07/2018", "12 ngày")
    assert paper.one(Addressees).names == (unit.name_on(book.period.until),)
    assert paper.line("Đề nghị đơn vị").endswith("./.")


def test_nobody_late_is_said(book, read):
    paper = read("task-reminder", book.replace(seen_on=dt.date(2018, 7, 1)))
    assert "không có nhiệm vụ nào" in paper.text


def test_table_has_every_conclusion_under_its_meeting(book, read, signing):
    group, *rows = cells(read("task-table", book))
    assert group == (f"{signing.name} (13/03/2018)",)
    assert [row[4] for row in rows] == ["Quá hạn 22 ngày", "Quá hạn 12 ngày"]
