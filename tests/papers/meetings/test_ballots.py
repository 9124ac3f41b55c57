"""Ballots and the minutes of their count: the figures of the round, and nothing of its voters."""

from __future__ import annotations

import pytest

from desktop_app.domain.meetings.ballot import BallotState
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.counting_team import CountingMember, CountingRole
from desktop_app.papers.blocks import Closing, SlipGrid, Table
from desktop_app.papers.meetings.ballot_papers import BallotPapers, BallotSlips


@pytest.fixture
def counted(sample):
    """Six members, all there; 5, 4 and 3 votes for one seat, more than half needed."""
    votes = zip(sample.ballot.candidates, (5, 4, 3), strict=True)
    return sample.ballot.replace(
        members=6,
        present=6,
        **dict.fromkeys(("issued", "returned", "valid", "returned2", "valid2"), 6),
        invalid=0,
        invalid2=0,
        candidates=tuple(
            one.replace(agreed=n, against=6 - n, agreed2=n, against2=6 - n) for one, n in votes
        ),
        team=(
            CountingMember(name="Lê Văn Bình", role=CountingRole.HEAD, post="Phó Cục trưởng"),
            CountingMember(name="Trần Thị Cúc", role=CountingRole.CLERK),
        ),
        state=BallotState.COUNTED,
    )


def rows(table):
    return [row.cells for row in table.rows]


def test_there_is_a_ballot_for_each_voter_and_only_the_stub_is_numbered(counted):
    document = BallotPapers().compose(counted)
    assert len(document.sections) == 6
    for place, section in enumerate(document.sections, start=1):
        stub, cut, *ballot = section.blocks
        assert stub.text == f"Cuống phiếu số 0{place} (giữ tại Tổ kiểm phiếu)"
        assert str(cut.text).startswith("–")
        assert ballot == list(document.sections[0].blocks[2:])


def test_absent_voters_get_no_ballot(counted):
    assert len(BallotPapers().compose(counted.replace(present=4)).sections) == 4


@pytest.mark.parametrize(
    ("names", "across", "down"),
    [
        (["Cục A"] * 8, 2, 2),
        (["Cục A"] * 9, 1, 2),
        (["Cục " + "x" * 90] * 2, 1, 2),
        (["Cục A"] * 13, 1, 1),
    ],
)
def test_slips_are_as_many_to_a_sheet_as_can_be_read(counted, names, across, down):
    one = counted.candidates[0]
    many = tuple(one.replace(id=str(n), name=name) for n, name in enumerate(names))
    grid = BallotSlips().compose(counted.replace(candidates=many)).sections[0].blocks[0]
    assert isinstance(grid, SlipGrid)
    assert (grid.across, grid.down, len(grid.slips)) == (across, down, 6)


def test_seats_are_said_on_the_ballot(counted):
    paper = BallotSlips().compose(counted.replace(seats=2)).sections[0].blocks[0]
    assert "Chọn không quá 02." in paper.slips[0].note
    free = BallotSlips().compose(counted.replace(seats=None)).sections[0].blocks[0]
    assert "không quá" not in free.slips[0].note


def test_minutes_of_the_count_write_base_threshold_and_result_out(counted, read):
    paper = read("counting-minutes", counted)
    assert paper.line("2. Số phiếu") == (
        "2. Số phiếu: phát ra 06, thu về 06, hợp lệ 06, không hợp lệ 00."
    )
    assert paper.line("3. Tỷ lệ") == (
        "3. Tỷ lệ tính trên tổng số đơn vị thành viên (06); được chọn khi đạt trên 50%."
    )
    # 5/6 = 83.33 %, 4/6 = 66.67 %, 3/6 = 50 %; more than half of six is four
    assert [cells[2:] for cells in rows(paper.one(Table))] == [
        ("05", "83,33%", "01", "Được chọn"),
        ("04", "66,67%", "02", "Đạt, hết số lượng"),
        ("03", "50%", "03", "Thiếu 1 phiếu"),
    ]
    assert paper.line("Được chọn") == f"Được chọn: {counted.candidates[0].title}."


def test_the_team_signs(counted, read):
    foot = read("counting-minutes", counted).one(Closing)
    assert (foot.left.name, foot.right.name) == ("Trần Thị Cúc", "Lê Văn Bình")


def test_before_the_count_the_figures_are_left_to_the_pen(sample, read):
    paper = read("counting-minutes", sample.ballot)
    assert "phát ra …………, thu về …………" in paper.text
    assert {cells[2:] for cells in rows(paper.one(Table))} == {("", "", "", "")}
    assert paper.line("Được chọn: ……")
    assert "không có kết quả" not in paper.text


def test_without_quorum_nobody_is_chosen(counted, read):
    text = read("counting-minutes", counted.replace(present=3)).text
    assert "chưa đủ để bỏ phiếu; không có kết quả" in text


def test_minutes_of_the_meeting_tell_the_result(counted, sample, read):
    meeting = sample.meetings[-1]
    told = read("minutes", Conference(id=meeting.id, meeting=meeting, ballots=(counted,)))
    assert "KẾT QUẢ BỎ PHIẾU" in told.text.upper()
    assert f"Được chọn: {counted.candidates[0].title}." in told.text
    bare = read("minutes", Conference(id=meeting.id, meeting=meeting, ballots=(sample.ballot,)))
    assert "KẾT QUẢ BỎ PHIẾU" not in bare.text.upper()
