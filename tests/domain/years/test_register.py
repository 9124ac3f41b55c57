"""One book of numbers for all papers: kinds, years, bodies, and what stands in the register."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.campaign import Campaign
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.consultation import Consultation
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.document import (
    Direction,
    DocumentKind,
    DocumentState,
    OfficialDocument,
)
from desktop_app.domain.years.numbering import ARRIVED, DOCUMENTS, LETTERS, MINUTES, REPORTS
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.register import Register

PERIOD = Period(
    cluster=Cluster(name="Cụm thi đua số 2", code="CTĐ2"), name="2026", until=dt.date(2026, 12, 31)
)
DAY = dt.date(2026, 3, 5)


def document(number=None, kind=DocumentKind.LETTER, **changes):
    made = OfficialDocument(period=PERIOD, number=number, kind=kind, day=DAY, summary="Về việc")
    return made.replace(**changes)


def meeting(number):
    return Meeting(period=PERIOD, starts=dt.datetime(2026, 3, 5, 8), minutes_number=number)


def letter(number):
    return Consultation(
        period=PERIOD, compact=Compact(period=PERIOD, name="G"), number=number, date=DAY
    )


def test_minutes_and_documents_share_the_numbers_of_their_kind():
    book = [meeting(4), document(7, DocumentKind.MINUTES), document(9)]
    assert MINUTES.next_number(meeting(None), book) == 8
    assert DOCUMENTS.next_number(document(kind=DocumentKind.MINUTES), book) == 8
    assert DOCUMENTS.next_number(document(), book) == 10


def test_letters_count_with_the_letters_of_the_register():
    book = [letter(3), document(5)]
    assert LETTERS.next_number(letter(None), book) == 6
    assert DOCUMENTS.next_number(document(), book) == 6


def test_number_of_another_sort_of_record_is_held():
    held = meeting(4)
    twin = document(4, DocumentKind.MINUTES)
    assert DOCUMENTS.holder(twin, [held, twin]) is held
    assert DOCUMENTS.holder(document(4), [held]) is None
    assert MINUTES.holder(held, [held, twin]) is twin


def test_report_of_a_campaign_is_a_report_of_the_book():
    campaign = Campaign(period=PERIOD, name="Đợt", report_number=2, report_date=DAY)
    twin = document(2, DocumentKind.REPORT)
    assert REPORTS.holder(campaign, [campaign, twin]) is twin


def test_years_and_arrivals_are_counted_apart():
    book = [document(9, day=dt.date(2025, 12, 31)), document(2)]
    assert DOCUMENTS.next_number(document(), book) == 3
    arrived = document(direction=Direction.INCOMING, arrival=6, received_on=DAY, number=None)
    fresh = document(direction=Direction.INCOMING, received_on=DAY)
    assert ARRIVED.next_number(fresh, [*book, arrived]) == 7
    assert DOCUMENTS.next_number(document(), [*book, arrived]) == 3


def test_deleted_last_number_is_offered_again_and_a_gap_is_not():
    assert DOCUMENTS.next_number(document(), [document(1), document(2)]) == 3
    assert DOCUMENTS.next_number(document(), [document(1)]) == 2
    assert DOCUMENTS.next_number(document(), [document(2)]) == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": 0}, "number"),
        ({"summary": ""}, "summary"),
        ({"day": None}, "day"),
        ({"direction": Direction.INCOMING, "body": ""}, "body"),
        ({"state": DocumentState.SIGNED, "number": None}, "number"),
    ],
)
def test_bad_documents_are_refused_beside_the_field(changes, field):
    assert field in document(1).replace(**changes).problems()


def test_letter_has_no_kind_in_its_symbol():
    assert document(5).written_number == "05/CTĐ2"
    assert document(5, DocumentKind.PLAN).written_number == "05/KH-CTĐ2"


def test_book_has_every_number_in_order_and_incoming_ones_apart():
    incoming = document(
        direction=Direction.INCOMING, symbol="1122/BTĐKT", arrival=1, received_on=DAY, number=None
    )
    book = Register(
        period=PERIOD,
        records=(document(2), meeting(1), letter(1), incoming, document(None), meeting(None)),
    )
    assert [entry.symbol for entry in book.outgoing] == ["01/CTĐ2", "02/CTĐ2", "01/BB-CTĐ2"]
    assert [entry.symbol for entry in book.incoming] == ["1122/BTĐKT"]
