"""Comments on the draft: what a row must say, who has answered, who is late."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.compact import CompactState
from desktop_app.domain.compacts.consultation import Answer, Comment, Opinion, new_consultation
from desktop_app.domain.compacts.drafting import next_version

DUE = dt.date(2018, 2, 20)
SAID = {"opinion": Opinion.COMMENTED, "text": "Ghi rõ chỉ tiêu"}


@pytest.fixture
def asked(sample):
    """A round that nobody has answered yet."""
    return new_consultation(next_version(sample.compact, 2)).replace(
        date=dt.date(2018, 2, 1), due=DUE
    )


def with_first(asked, **said):
    """The round with the first unit's row changed."""
    first, *rest = asked.comments
    return asked.replace(comments=(first.replace(**said), *rest))


def test_round_begins_with_a_waiting_row_of_each_member(asked, units):
    assert [comment.unit.id for comment in asked.comments] == [unit.id for unit in units]
    assert asked.compact.state is CompactState.DRAFT
    assert (asked.answered, asked.open_comments, asked.problems()) == (0, (), {})


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"opinion": Opinion.COMMENTED}, "text"),
        ({"text": "Ghi rõ chỉ tiêu"}, "opinion"),
        ({"opinion": Opinion.AGREED, "text": "Ghi rõ chỉ tiêu"}, "opinion"),
        ({"replied_on": dt.date(2018, 2, 5)}, "opinion"),
        ({"opinion": Opinion.AGREED, "answer": Answer.ABSORBED}, "answer"),
        ({**SAID, "answer": Answer.NOT_ABSORBED}, "explanation"),
        ({**SAID, "answer": Answer.PARTLY}, "explanation"),
    ],
)
def test_row_that_would_not_be_printed_right_is_refused(asked, said, field):
    assert list(with_first(asked, **said).problems()) == [f"comments.0.{field}"]


@pytest.mark.parametrize(
    "said",
    [
        {"opinion": Opinion.AGREED, "replied_on": dt.date(2018, 2, 5)},
        SAID,
        {**SAID, "answer": Answer.ABSORBED},
        {**SAID, "answer": Answer.NOT_ABSORBED, "explanation": "Đã có ở mục III"},
    ],
)
def test_whole_rows_are_taken(asked, said):
    assert with_first(asked, **said).problems() == {}


def test_unit_cannot_wait_and_have_answered(asked):
    more = Comment(unit=asked.comments[0].unit, **SAID)
    found = asked.replace(comments=(*asked.comments, more)).problems()
    assert list(found) == ["comments.0.opinion"]
    assert "đã trả lời ở dòng khác" in found["comments.0.opinion"]


def test_unit_with_two_comments_counts_once(asked):
    more = Comment(unit=asked.comments[0].unit, opinion=Opinion.COMMENTED, text="Sửa lỗi chữ")
    said = with_first(asked, **SAID, answer=Answer.ABSORBED)
    both = said.replace(comments=(*said.comments, more))
    assert both.problems() == {}
    assert (both.answered, len(both.waiting), both.open_comments) == (1, 5, (more,))


def test_units_are_late_only_after_the_day(asked):
    assert asked.late(DUE) == ()
    assert len(asked.late(DUE + dt.timedelta(days=1))) == 6
    assert asked.replace(due=None).late(DUE + dt.timedelta(days=1)) == ()


def test_day_to_answer_by_is_not_before_the_letter(asked):
    assert "due" in asked.replace(due=dt.date(2018, 1, 31)).problems()
    assert asked.replace(due=asked.date).problems() == {}
