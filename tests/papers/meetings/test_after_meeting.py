"""What goes out after a meeting: notice of conclusions, extracts, minutes that may be spread."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.papers import paper_with_key
from desktop_app.papers.block_data import to_text
from desktop_app.papers.blocks import Closing, Title
from desktop_app.papers.meetings.closed_minutes import version_of

SECRET = "Ý kiến về nhân sự"
SECRET_TASK = "Rà soát nhân sự"


@pytest.fixture
def meeting(signing):
    """The signing conference with a paragraph and a conclusion that are not to be spread."""
    hidden = Block((Run(SECRET),), BlockKind.PARAGRAPH, is_confidential=True)
    course = RichText((*signing.course.blocks[:2], hidden, *signing.course.blocks[2:]))
    task = signing.conclusions[1].replace(text=SECRET_TASK, is_confidential=True)
    conclusions = (signing.conclusions[0], task, *signing.conclusions[2:])
    return signing.replace(course=course, conclusions=conclusions, minutes_number=3)


@pytest.fixture
def conference(meeting):
    conference = Conference.of(meeting)
    version = version_of(conference, dt.datetime(2018, 3, 13, 17), "Thư ký")
    return conference.replace(versions=(version,))


def test_full_minutes_say_everything(meeting, read):
    text = read("minutes", Conference.of(meeting)).text
    assert SECRET in text
    assert SECRET_TASK in text


def test_spread_minutes_leave_out_what_is_marked_and_keep_the_numbers(conference, read):
    paper = read("public-minutes", conference)
    everything = to_text(paper.document)
    assert SECRET not in everything
    assert SECRET_TASK not in everything
    assert paper.line("2. (nội dung không phổ biến)")
    assert paper.line("3. Chuẩn bị nội dung sơ kết")
    assert paper.one(Title).remark == "(Bản phổ biến)"
    assert conference.versions[0].code in paper.document.foot.text
    # it is no print of the closed minutes, so it has no code of its own to be checked
    assert paper.document.foot.code == ""


def test_notice_has_the_conclusions_that_may_be_spread_counted_anew(conference, read):
    paper = read("conclusion-notice", conference)
    assert SECRET_TASK not in to_text(paper.document)
    assert paper.line("2. Chuẩn bị nội dung sơ kết")
    assert "Đơn vị thực hiện: Cục Cảnh sát phòng cháy" in paper.text
    assert paper.line("Ngày 13 tháng 3 năm 2018, tại Hội trường")
    assert paper.line("Trên đây là kết luận").endswith("./.")
    assert any("Tổng cục Chính trị" in line for line in paper.one(Closing).receivers)


def test_notice_counts_units_and_guests_who_came(conference, read):
    assert "06 đơn vị thành viên và 01 đại biểu khách mời" in read(
        "conclusion-notice", conference
    ).line("Ngày 13")


def test_extract_has_the_chosen_parts_only_with_their_numbers(conference, read):
    keys = {label: key for key, label in paper_with_key("minutes-extract").parts(
        Extract.of(conference)
    )}  # fmt: skip
    labels = list(keys)
    chosen = (
        next(keys[label] for label in labels if "Thảo luận dự thảo" in label),
        next(keys[label] for label in labels if label.startswith("Kết luận 3")),
    )
    paper = read("minutes-extract", Extract.of(conference).replace(chosen=chosen))
    assert paper.line("3. Thảo luận dự thảo")
    assert paper.line("3. Chuẩn bị nội dung sơ kết")
    assert "Phát biểu của" not in paper.text
    assert "Biểu quyết" not in paper.text
    assert "03/BB-CTĐ2" in paper.line("Trích từ Biên bản")


def test_extract_without_a_choice_gives_nothing_confidential(conference, read):
    text = read("minutes-extract", Extract.of(conference)).text
    assert SECRET not in text
    assert SECRET_TASK not in text
    assert "(nội dung không phổ biến)" in text


def test_confidential_part_is_given_out_only_when_it_is_chosen_by_name(conference, read):
    parts = paper_with_key("minutes-extract").parts(Extract.of(conference))
    (first, task) = [key for key, label in parts if "không phổ biến" in label]
    assert SECRET in read("minutes-extract", Extract.of(conference), first).text
    assert SECRET_TASK in read("minutes-extract", Extract.of(conference), task).text
