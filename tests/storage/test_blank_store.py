"""The book in the file: no more goes out than came in, and numbers stay given."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.blank_book import BlankAction, BlankEntry
from desktop_app.domain.errors import InvalidRecord
from desktop_app.new_file import create_sample


@pytest.fixture
def sample_file(tmp_path):
    with create_sample(tmp_path / "mẫu.thidua") as file:
        yield file


def test_sheets_that_are_not_there_cannot_be_used(sample_file):
    book = sample_file.blank_book_of(sample_file.periods.all()[0])
    (balance,) = book.balances()
    assert balance.left == 5
    out = BlankEntry(
        period=book.period,
        day=dt.date(2018, 4, 1),
        action=BlankAction.RETURNED,
        blank=balance.blank,
        count=6,
    )
    with pytest.raises(InvalidRecord, match="chỉ còn 5 tờ"):
        sample_file.blanks.save(out)
    sample_file.blanks.save(out.replace(count=5))


def test_number_given_in_another_decision_is_refused_where_the_cluster_says_so(sample_file):
    decision = sample_file.decisions.all()[0]
    twin = decision.replace(
        id="qd-2",
        number="04",
        grants=(decision.grants[0].replace(id="g", nomination=None),),
    )
    sample_file.decisions.save(twin)
    cluster = sample_file.clusters.all()[0]
    sample_file.clusters.save(cluster.replace(numbers_once=True))
    fresh = sample_file.decisions.get("qd-2")
    with pytest.raises(InvalidRecord, match="số 01 đã cấp ở quyết định 03/QĐ"):
        sample_file.decisions.save(fresh.replace(subject="khác"))
