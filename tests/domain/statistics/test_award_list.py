"""The list of grants: what is left in, and that a cut is said."""

from __future__ import annotations

import dataclasses
import datetime as dt

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.statistics.award_list import MOST_LISTED, AwardEntry, award_list, is_asked
from desktop_app.domain.statistics.question import Question, Subject
from tests.domain.statistics.conftest import FLAG, NOW, A

ENTRY = AwardEntry(
    NOW, "qd", "1", dt.date(2018, 5, 1), "Đại úy Đỗ Văn Ân", "Đỗ Văn Ân", A, FLAG,
    SubjectKind.INDIVIDUAL, "2017",
)  # fmt: skip
ASKED = Question(Subject.AWARD_LIST, NOW, (NOW,))


def asks(**more):
    return is_asked(dataclasses.replace(ASKED, **more), ENTRY)


def test_days_and_names_leave_the_rest_out():
    assert asks(since=dt.date(2018, 5, 1), until=dt.date(2018, 5, 1))
    assert not asks(since=dt.date(2018, 5, 2))
    assert not asks(until=dt.date(2018, 4, 30))
    assert asks(name="do van an")
    assert not asks(name="Nguyễn")
    assert not is_asked(
        dataclasses.replace(ASKED, until=NOW.until), dataclasses.replace(ENTRY, day=None)
    )


def test_a_list_that_is_cut_says_so():
    whole = award_list(ASKED, [ENTRY] * MOST_LISTED)
    assert len(whole.lines) == MOST_LISTED
    assert not any("Chỉ hiện" in note for note in whole.notes)
    cut = award_list(ASKED, [ENTRY] * (MOST_LISTED + 1))
    assert len(cut.lines) == MOST_LISTED
    assert cut.notes[0] == "Chỉ hiện 3.000 lượt đầu: hãy thu hẹp phần được chọn."
