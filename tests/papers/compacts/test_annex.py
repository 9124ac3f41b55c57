"""The annex on paper: its number, what it belongs to, its text and a place for every member."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.rich_text import RichText
from desktop_app.papers import blocks


@pytest.fixture
def annex(sample):
    compact = sample.compact
    return CompactAnnex(
        period=compact.period,
        compact=compact,
        ordinal=2,
        name="Bổ sung chỉ tiêu",
        body=RichText.plain("Bổ sung mục 13."),
        signed_on=dt.date(2018, 6, 1),
        signatures=new_compact(compact.period).signatures,
    )


def test_annex_tells_what_it_changes_and_has_a_place_for_each_member(read, annex):
    paper = read("annex", annex)
    title = paper.one(blocks.Title)
    assert "PHỤ LỤC SỐ 02" in repr(title)
    assert "ký ngày 13 tháng 3 năm 2018" in title.remark
    assert "Bổ sung mục 13." in paper.text
    assert len(paper.one(blocks.SignatureGrid).cells) == 6


def test_annex_without_text_leaves_room_and_no_empty_page(read, annex):
    paper = read("annex", annex.replace(body=RichText()))
    assert "…" in paper.text
