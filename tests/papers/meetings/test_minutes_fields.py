"""Fields and sentences by hand in the minutes: filled on the paper, told when data change."""

from __future__ import annotations

import pytest

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.meeting import Presence
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock
from desktop_app.papers import block_data
from desktop_app.papers.meetings import drawn, minutes_fields
from desktop_app.papers.meetings.minutes import Minutes
from desktop_app.papers.wording import OPEN
from desktop_app.printing import preflight


@pytest.fixture
def meeting(signing):
    return signing


def _printed(meeting):
    return block_data.to_text(Minutes().written(Conference.of(meeting)))


def _with(meeting, text):
    return meeting.replace(course=RichText.plain(text))


@pytest.mark.parametrize("name", minutes_fields.VALUES)
def test_every_field_is_filled_on_the_paper(meeting, name):
    words = minutes_fields.value_of(name, meeting)
    assert words
    printed = _printed(_with(meeting, f"Trước {{{name}}} sau."))
    assert f"Trước {words} sau." in printed


def test_field_stays_a_field_in_the_text(meeting):
    typed = _with(meeting, "Có mặt {số có mặt} đồng chí.")
    before = minutes_fields.filled(typed.course, typed).text
    absent = tuple(p.replace(presence=Presence.ABSENT) for p in typed.attendance)
    after = minutes_fields.filled(typed.course, typed.replace(attendance=absent)).text
    assert before != after == "Có mặt 00 đồng chí."


def test_the_chair_is_named_without_a_second_comrade(meeting):
    words = minutes_fields.value_of("Chủ  trì", meeting)
    assert meeting.chair.full_name in words
    assert not words.lower().startswith("đồng chí")


def test_unknown_field_is_an_open_place_and_a_warning(meeting):
    typed = _with(meeting, "Theo {quyết định nào đó} thì.")
    document = Minutes().written(Conference.of(typed))
    assert "{" not in block_data.to_text(document).split("Theo ")[1][:12]
    assert f"Theo {OPEN} thì." in block_data.to_text(document)
    assert any("{quyết định nào đó}" in said for said in preflight.check(document))


def test_known_field_without_words_is_warned_of(meeting):
    typed = _with(meeting, "Chủ trì: {chủ trì}.").replace(chair=None)
    assert any("chưa có nội dung" in said for said in preflight.check(Minutes().compose(typed)))


def test_field_over_two_dresses_and_in_a_cell(meeting):
    text = RichText.of(
        [
            Block((Run("Ông {chủ", bold=True), Run(" trì} nói {giờ}."))),
            Block((Run("{cụm}"),), BlockKind.HEADING),
            TableBlock((((Run("{số vắng}"),), (Run("x"),)),)),
        ]
    )
    done = minutes_fields.filled(text, meeting)
    chair = minutes_fields.value_of("chủ trì", meeting)
    assert done.blocks[0].runs[0] == Run(f"Ông {chair}", bold=True)
    assert "{" not in done.text
    assert done.blocks[2].rows[0][1] == (Run("x"),)


def test_sentence_by_hand_is_printed(meeting):
    own = drawn.with_override(meeting, drawn.ATTENDANCE, "Thành phần tham dự: đủ như giấy mời.")
    changed = meeting.replace(overrides=own)
    assert "đủ như giấy mời." in _printed(changed)
    assert drawn.warnings(changed) == ()
    back = changed.replace(overrides=drawn.without_override(changed, drawn.ATTENDANCE))
    assert _printed(back) == _printed(meeting)


def test_change_beneath_a_sentence_by_hand_is_told(meeting):
    own = drawn.with_override(meeting, drawn.ATTENDANCE, "Thành phần tham dự: đủ.")
    absent = tuple(p.replace(presence=Presence.ABSENT) for p in meeting.attendance)
    later = meeting.replace(overrides=own, attendance=absent)
    (said,) = drawn.warnings(later)
    assert "có mặt 00 đồng chí" in said
    assert said in preflight.check(Minutes().written(Conference.of(later)))


def test_vote_by_hand_goes_with_its_vote(meeting):
    votes = (
        Vote(question="Thông qua A", voters=6, agreed=6, members=6),
        Vote(question="Thông qua B", voters=6, agreed=5, members=6),
    )
    voted = meeting.replace(votes=votes)
    own = drawn.with_override(voted, drawn.vote_place(votes[1].id), "Thông qua B: đa số đồng ý.")
    swapped = voted.replace(overrides=own, votes=(votes[1], votes[0]))
    assert drawn.vote_lines(swapped)[0] == "Thông qua B: đa số đồng ý."
    assert drawn.warnings(swapped) == ()


def test_warnings_are_no_part_of_what_is_closed(meeting):
    typed = _with(meeting, "{lạ}")
    assert "warnings" not in block_data.to_text(Minutes().written(Conference.of(typed)))
