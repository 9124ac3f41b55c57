"""Papers of nominations and submissions: reports of merit, single tờ trình, lists, minutes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.commendations.nomination import SubmissionLine
from desktop_app.domain.commendations.nomination_file import (
    NominationFile,
    SubmissionFile,
    counted_for,
    review_meeting,
)
from desktop_app.domain.meetings.ballot import BallotState
from desktop_app.domain.rich_text import RichText
from desktop_app.papers.blocks import Closing, Letterhead, Style, Table, Title

OTHER_FORMS = ("merit-report-sudden", "merit-report-campaign")


@pytest.fixture
def flag(sample):
    return sample.nominations[0]


@pytest.fixture
def officer(sample):
    return sample.nominations[4]


def of(nomination, sample):
    return NominationFile(nomination=nomination, honours=honours(sample.decisions))


def rows(paper, place=0):
    return [row.cells for row in paper.of(Table)[place].rows]


# --- báo cáo thành tích -------------------------------------------------------------------


def test_report_is_the_units_own_paper(flag, sample, read):
    paper = read("merit-report", of(flag, sample))
    head = paper.one(Letterhead)
    assert (head.parent, head.body) == ("BỘ CÔNG AN", ("BỘ TƯ LỆNH CẢNH VỆ",))
    assert not head.symbol
    title = paper.one(Title)
    assert title.subject == "Đề nghị tặng Cờ thi đua của Chính phủ năm 2017"
    assert paper.lines(Style.CENTRED) == ["Bộ Tư lệnh Cảnh vệ"]
    assert paper.lines(Style.SECTION) == [
        "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",
        "II. THÀNH TÍCH ĐẠT ĐƯỢC",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
    ]


def test_score_place_and_votes_are_told(flag, sample, read):
    text = read("merit-report", of(flag, sample)).text
    assert "Tổng điểm thi đua năm 2017: 98,5 điểm, xếp thứ 1 trong Cụm thi đua số 2." in text
    assert "với 6/6 phiếu đồng ý, đạt tỷ lệ 100%." in text


def test_flag_of_the_government_is_confirmed_by_who_submits_to_the_prime_minister(sample, read):
    government, ministry = sample.nominations[:2]
    lines = read("merit-report", of(government, sample)).one(Closing).left.lines
    assert lines == ("XÁC NHẬN CỦA CẤP TRÌNH THỦ TƯỚNG CHÍNH PHỦ",)
    lines = read("merit-report", of(ministry, sample)).one(Closing).left.lines
    assert lines == ("XÁC NHẬN CỦA CẤP TRÌNH KHEN",)


def test_person_has_a_life_and_three_signatures(officer, sample, read):
    paper = read("merit-report", of(officer, sample))
    assert paper.lines(Style.SECTION)[0] == "I. SƠ LƯỢC LÝ LỊCH"
    assert paper.line("Chức vụ, đơn vị công tác") == (
        "Chức vụ, đơn vị công tác: Đội trưởng, Cục Cảnh sát giao thông."
    )
    foot = paper.one(Closing)
    assert (foot.right.lines, foot.right.name) == (("NGƯỜI BÁO CÁO",), "Cá nhân mẫu 01")
    assert foot.middle.lines == ("THỦ TRƯỞNG ĐƠN VỊ",)


def test_earlier_honours_fill_the_two_tables(officer, sample, read):
    paper = read("merit-report", of(officer, sample))
    assert rows(paper, 0) == [("", "…………", "…………")]
    assert rows(paper, 1) == [
        (
            "2017",
            "Giấy chứng nhận của Cụm thi đua",
            "Quyết định số 03/QĐ-CTĐ2 (mẫu) ngày 08 tháng 3 năm 2018 của Cụm thi đua số 2",
        )
    ]


def test_no_honour_of_others_annulled_or_of_this_nomination(officer, sample):
    decision = sample.decisions[0]
    grant = decision.grants[2]
    assert [h.grant.id for h in of(officer, sample).earlier] == [grant.id]

    def earlier(**changes):
        mended = decision.replace(grants=(*decision.grants[:2], grant.replace(**changes)))
        return NominationFile(nomination=officer, honours=honours([mended])).earlier

    assert earlier(state=GrantState.RECALLED) == ()
    assert earlier(nomination=officer) == ()
    other = sample.people[0]
    assert earlier(person=other, name=other.full_name) == ()


def test_part_of_a_unit_stands_under_its_unit(flag, sample, read):
    part = flag.replace(name="Phòng Tham mưu")
    head = read("merit-report", of(part, sample)).one(Letterhead)
    assert (head.parent, head.body) == ("BỘ TƯ LỆNH CẢNH VỆ", ("PHÒNG THAM MƯU",))


@pytest.mark.parametrize("key", OTHER_FORMS)
def test_sudden_and_campaign_reports_have_no_table_of_honours(key, flag, officer, sample, read):
    for nomination in (flag, officer):
        paper = read(key, of(nomination, sample))
        assert paper.of(Table) == []
        assert any(nomination.achievement in line for line in paper.lines())


def test_written_report_takes_the_place_of_the_merits(flag, sample, read):
    written = flag.replace(report=RichText.plain("Đã phá 12 chuyên án\nTỷ lệ đạt 98%"))
    for key in ("merit-report", *OTHER_FORMS):
        lines = read(key, of(written, sample)).lines()
        assert "Đã phá 12 chuyên án" in lines
        assert not any(line.startswith("2. Biện pháp") for line in lines)
    assert read("merit-report", of(written, sample)).lines(Style.SECTION)[2].startswith("III.")


def test_whole_report_from_a_file_is_left_as_it_is(flag, sample, read):
    text = "I. SƠ LƯỢC\nĐơn vị có 5 phòng\nII. THÀNH TÍCH\nĐã phá 12 chuyên án"
    paper = read("merit-report", of(flag.replace(report=RichText.plain(text)), sample))
    assert paper.lines(Style.SECTION) == [
        "I. SƠ LƯỢC",
        "II. THÀNH TÍCH",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
    ]
    assert len(paper.of(Table)) == 2
    assert "Đơn vị có 5 phòng" in paper.lines()
    sudden = read("merit-report-sudden", of(flag.replace(report=RichText.plain(text)), sample))
    assert sudden.lines(Style.SECTION) == ["I. SƠ LƯỢC", "II. THÀNH TÍCH"]
    text += "\nIII. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG\nKhông"
    paper = read("merit-report", of(flag.replace(report=RichText.plain(text)), sample))
    assert paper.of(Table) == []


# --- tờ trình of their own ----------------------------------------------------------------


def test_one_submission_for_each_award(sample, read):
    dated = sample.submission.replace(number=4, date=dt.date(2018, 3, 20))
    paper = read("submission-by-award", dated)
    assert [title.subject for title in paper.of(Title)] == [
        "Đề nghị tặng Cờ thi đua của Chính phủ năm 2017",
        "Đề nghị tặng Cờ thi đua của Bộ Công an năm 2017",
        "Đề nghị tặng Chiến sĩ thi đua toàn lực lượng Công an nhân dân năm 2017",
    ]
    assert {head.symbol for head in paper.of(Letterhead)} == {"Số:        /TTr-CTĐ2"}
    assert "cho 03 tập thể, gồm:" in paper.text
    assert "04 tập thể" not in paper.text


def test_the_only_award_keeps_the_number(sample, read):
    dated = sample.submission.replace(number=4, lines=sample.submission.lines[1:4])
    assert read("submission-by-award", dated).one(Letterhead).symbol == "Số: 04/TTr-CTĐ2"


def test_one_submission_for_one_subject(sample, read, flag, officer):
    one = read("submission-for-one", sample.submission, flag.id)
    assert one.one(Title).subject == (
        "Đề nghị tặng Cờ thi đua của Chính phủ năm 2017 cho Bộ Tư lệnh Cảnh vệ"
    )
    assert one.line("Tổng điểm") == (
        "Tổng điểm thi đua 98,5; xếp thứ 1 trong Cụm thi đua số 2; số phiếu đồng ý khi bình xét, "
        "suy tôn: 6/6 (100%)."
    )
    person = read("submission-for-one", sample.submission, officer.id)
    assert "cho đồng chí Thiếu tá Cá nhân mẫu 01, Đội trưởng, Cục Cảnh sát" in person.text


@pytest.mark.parametrize("key", ["submission-by-award", "submission-for-one"])
def test_submission_without_nominations_is_still_a_paper(key, sample, read):
    assert read(key, sample.submission.replace(lines=())).one(Title).kind == "TỜ TRÌNH"


def test_lists_of_collectives_and_of_individuals_alone(sample, read):
    collectives = read("nomination-list", sample.submission, SubjectKind.COLLECTIVE.value)
    assert rows(collectives)[0] == ("I. TẬP THỂ: 04",)
    assert len(rows(collectives)) == 6
    assert collectives.lines() == ["Danh sách gồm 04 tập thể."]
    people = read("nomination-list", sample.submission, SubjectKind.INDIVIDUAL.value)
    assert rows(people)[0] == ("I. CÁ NHÂN: 01",)


# --- trích ngang --------------------------------------------------------------------------


def file_of(sample, **changes):
    return SubmissionFile(
        submission=sample.submission.replace(**changes), honours=honours(sample.decisions)
    )


def test_personal_list_takes_its_line_from_the_register(sample, read, officer):
    person = officer.person.replace(birth_date=dt.date(1980, 3, 5), service_number="123-456")
    line = SubmissionLine(nomination=officer.replace(person=person))
    (row,) = rows(read("personal-list", file_of(sample, lines=(line,))))
    assert row == (
        "1",
        "Cá nhân mẫu 01",
        "05/03/1980",
        "123-456",
        "Thiếu tá",
        "Đội trưởng, Cục Cảnh sát giao thông",
        "- 2017: Giấy chứng nhận của Cụm thi đua (03/QĐ-CTĐ2 (mẫu), 08/03/2018)",
        "Chiến sĩ thi đua toàn lực lượng Công an nhân dân năm 2017",
    )


def test_sixty_people_keep_the_order_of_the_submission(sample, read, officer):
    lines = tuple(
        SubmissionLine(nomination=officer.replace(id=f"n{n}", person=None, name=f"Người {n:02d}"))
        for n in range(60, 0, -1)
    )
    paper = read("personal-list", file_of(sample, lines=lines))
    assert [row[1] for row in rows(paper)] == [f"Người {n:02d}" for n in range(60, 0, -1)]
    assert paper.lines() == ["Danh sách gồm 60 cá nhân."]


def test_personal_list_without_people_says_so(sample, read):
    paper = read("personal-list", file_of(sample, lines=sample.submission.lines[:4]))
    assert paper.lines() == ["Tờ trình này không đề nghị cá nhân nào."]


# --- biên bản xét -------------------------------------------------------------------------


def test_review_tells_meeting_ballots_and_votes(sample, read, signing):
    ballot = sample.ballot.replace(state=BallotState.COUNTED, issued=6)
    record = file_of(sample).replace(meeting=signing, ballots=(ballot,))
    paper = read("review-meeting-minutes", record)
    assert paper.line("Thời gian") == "Thời gian: 14 giờ 00 phút, ngày 13 tháng 3 năm 2018."
    assert paper.line("Số thành viên") == "Số thành viên: 12; có mặt: 11:"
    nobody = record.replace(meeting=signing.replace(attendance=()))
    told = read("review-meeting-minutes", nobody).line("Số thành viên")
    assert told == "Số thành viên: …………; có mặt: …………."
    assert paper.line("Vắng mặt").endswith("Lý do: đi công tác.")
    assert any("được chọn khi đạt" in line and ballot.title in line for line in paper.lines())
    assert rows(paper)[:3] == [
        ("I. TẬP THỂ: 04",),
        ("1", "Bộ Tư lệnh Cảnh vệ", "Cờ thi đua của Chính phủ năm 2017", "6/6", "100%"),
        ("2", "Cục Cảnh sát giao thông", "Cờ thi đua của Bộ Công an năm 2017", "6/6", "100%"),
    ]
    assert paper.one(Closing).right.name == signing.chair.signed_name()


def test_votes_of_the_cluster_are_none_of_the_councils(sample, read, signing):
    paper = read("council-minutes", file_of(sample).replace(meeting=signing))
    assert {row[3:] for row in rows(paper) if len(row) > 1} == {("", "")}
    assert "…………, Chủ tịch Hội đồng." in paper.text
    assert signing.place not in paper.text


def test_review_without_a_meeting_leaves_room_for_the_pen(sample, read):
    paper = read("review-meeting-minutes", file_of(sample, lines=()))
    assert paper.line("Chủ trì") == "Chủ trì cuộc họp: …………."
    assert "Không có tập thể, cá nhân nào được đề nghị." in paper.lines()


def test_meeting_of_review_is_the_one_that_voted_on_these_awards(sample, awards):
    counted = sample.ballot.replace(state=BallotState.COUNTED)
    assert counted_for(sample.submission, (sample.ballot,)) == ()
    assert counted_for(sample.submission, (counted,)) == (counted,)
    stranger = next(a for a in awards_on(awards, dt.date(2018, 3, 1)) if a.code == "DVQT")
    assert counted_for(sample.submission, (counted.replace(award=stranger),)) == ()
    assert review_meeting((counted,), ()) == counted.meeting
    assert review_meeting((), ()) is None


def test_score_of_another_form_is_not_rounded(sample, read, flag):
    paper = read("merit-report", of(flag.replace(score=Decimal("98.125")), sample))
    assert "98,125 điểm" in paper.text
