"""Báo cáo thành tích for merit in the work, sudden merit and merit in a campaign (documents, 3.3).

Labels follow the structure common to the decrees' forms; what no record holds is left to the pen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from desktop_app.domain.commendations.award import AwardGroup, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date, number, percent, roman, short_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Document, Paragraph, Section, Style
from desktop_app.papers.commendations import written_report
from desktop_app.papers.commendations.honour_table import honour_table
from desktop_app.papers.commendations.merit_head import (
    day_of_merit,
    is_part,
    merit_foot,
    merit_head,
    named,
    office_of,
    rank_of,
    year_words,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, paragraphs

_UNIT = "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"
_PERSON = "SƠ LƯỢC LÝ LỊCH"
_HONOURS = "Các hình thức đã được khen thưởng"


class MeritReport(Paper):
    """For merit in the work (công trạng); award and subject decide which form it is."""

    key = "merit-report"
    name = "Báo cáo thành tích"
    record = NominationFile

    def compose(self, record: NominationFile, only: str | None = None) -> Document:
        nomination = record.nomination
        flag = record.is_government_flag
        blocks = (
            *merit_head(nomination),
            *_text(record),
            merit_foot(nomination, "cấp trình Thủ tướng Chính phủ" if flag else "cấp trình khen"),
        )
        return Document(f"Báo cáo thành tích {nomination.subject}", (Section(blocks),))


class _SpecialMeritReport(Paper):
    """Who it is, then points about one deed or one campaign; no list of honours."""

    record = NominationFile
    remark: ClassVar[str]
    heading: ClassVar[str]
    points: ClassVar[tuple[str, ...]]
    achieved: ClassVar[int]
    """The place of the point under which the nomination's achievement stands."""

    def compose(self, record: NominationFile, only: str | None = None) -> Document:
        nomination = record.nomination
        points = tuple(
            block
            for place, words in enumerate(self.points, start=1)
            for block in _point(
                f"{place}. {words}", _achieved(nomination) if place == self.achieved else ()
            )
        )
        blocks = (
            *merit_head(nomination, self.remark),
            *_two_parts(nomination, self.heading, points),
            merit_foot(nomination),
        )
        return Document(f"{self.name} {nomination.subject}", (Section(blocks),))


class SuddenMeritReport(_SpecialMeritReport):
    """For one deed (đột xuất): what happened and what was done."""

    key = "merit-report-sudden"
    name = "Báo cáo thành tích đột xuất"
    remark = "(Khen thưởng đột xuất)"
    heading = "Thành tích đột xuất"
    points = (
        "Thời gian, địa điểm, diễn biến vụ việc",
        "Thành tích, kết quả đạt được",
        "Ý nghĩa, tác dụng của thành tích",
    )
    achieved = 2


class CampaignMeritReport(_SpecialMeritReport):
    """For merit in a campaign on one theme (chuyên đề)."""

    key = "merit-report-campaign"
    name = "Báo cáo thành tích chuyên đề"
    remark = "(Khen thưởng phong trào thi đua theo chuyên đề)"
    heading = "Thành tích trong phong trào thi đua"
    points = (
        "Tên, thời gian phong trào, đợt thi đua theo chuyên đề",
        "Kết quả so với mục tiêu, chỉ tiêu của phong trào",
        "Thành tích tiêu biểu",
        "Biện pháp, sáng kiến, cách làm có thể nhân rộng",
    )
    achieved = 3


def _two_parts(
    nomination: Nomination, heading: str, points: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Who it is, then the merits: as they were written, or the points to be filled in."""
    report = nomination.report
    if written_report.is_whole(report):
        return written_report.blocks(report)
    return numbered_sections(
        _about(nomination), (heading, typed_text.blocks(report) if report else points)
    )


def _text(record: NominationFile) -> tuple[Block, ...]:
    """Three parts from the records; a report written with parts of its own is left as it is."""
    report = record.nomination.report
    if not written_report.is_whole(report):
        return numbered_sections(
            _about(record.nomination),
            ("Thành tích đạt được", typed_text.blocks(report) if report else _merits(record)),
            (_HONOURS, _honours(record)),
        )
    whole = written_report.blocks(report)
    if written_report.tells_honours(report):
        return whole
    place = roman(written_report.parts(report) + 1)
    return (*whole, Paragraph(f"{place}. {_HONOURS.upper()}", Style.SECTION), *_honours(record))


def _about(nomination: Nomination) -> tuple[str, tuple[Block, ...]]:
    """The first part: what the collective is, or who the person is."""
    if nomination.kind is SubjectKind.INDIVIDUAL:
        return _PERSON, tuple(Paragraph(line) for line in _curriculum(nomination))
    unit = None if is_part(nomination) else nomination.unit
    tasks = paragraphs(unit.profile) if unit else ()
    return _UNIT, (
        *_point("1. Đặc điểm, tình hình", tuple(_features(unit, nomination))),
        *_point("2. Chức năng, nhiệm vụ được giao", tasks),
    )


def _features(unit: Unit | None, nomination: Nomination) -> Iterator[str]:
    day = day_of_merit(nomination)
    yield f"Tên tập thể: {named(nomination)}"
    yield f"Trụ sở: {(unit.address if unit else '') or OPEN}"
    yield f"Điện thoại: {(unit.phone if unit else '') or OPEN}"
    for step in unit.predecessors if unit else ():
        kind = f"{step.kind.label} từ {step.unit.name_on(step.day)}"
        when = f" {long_date(step.day)}" if step.day else ""
        paper = f" theo {step.decision}" if step.decision else ""
        if step.day is None or day is None or step.day <= day:
            yield f"Quá trình thành lập: {kind}{when}{paper}"
    if unit is None or not unit.predecessors:
        yield f"Quá trình thành lập và phát triển: {OPEN}"
    yield f"Tổ chức, biên chế; tổ chức đảng, đoàn thể: {OPEN}"


def _curriculum(nomination: Nomination) -> Iterator[str]:
    person = nomination.person
    born = short_date(person.birth_date) if person and person.birth_date else OPEN
    yield f"Họ và tên: {nomination.subject}."
    yield f"Ngày, tháng, năm sinh: {born}. Giới tính: {OPEN}."
    yield f"Quê quán: {OPEN}."
    yield f"Nơi thường trú: {OPEN}."
    yield f"Cấp bậc: {rank_of(nomination) or OPEN}."
    yield f"Chức vụ, đơn vị công tác: {closed(office_of(nomination) or OPEN)}"
    yield f"Trình độ chuyên môn, nghiệp vụ: {OPEN}."
    yield f"Ngày vào ngành: {OPEN}. Ngày vào Đảng: {OPEN}."


def _merits(record: NominationFile) -> tuple[Block, ...]:
    nomination = record.nomination
    figures = tuple(_figures(nomination, record.is_government_flag))
    if nomination.kind is SubjectKind.INDIVIDUAL:
        return (
            *_point("1. Chức trách, nhiệm vụ được giao"),
            *_point("2. Kết quả công tác và thành tích đạt được", _achieved(nomination, figures)),
            *_point("3. Sáng kiến, giải pháp, đề tài được công nhận"),
            *_point("4. Chấp hành chủ trương của Đảng, pháp luật của Nhà nước, điều lệnh"),
        )
    return (
        *_point("1. Kết quả theo chức năng, nhiệm vụ và chỉ tiêu", _achieved(nomination, figures)),
        *_point("2. Biện pháp, phong trào thi đua, sáng kiến"),
        *_point("3. Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước"),
        *_point("4. Hoạt động của tổ chức đảng, đoàn thể"),
    )


def _figures(nomination: Nomination, is_flag: bool) -> Iterator[str]:
    """Score, place and votes; the flag goes to those that lead their cluster (documents, 3.1)."""
    cluster, year = nomination.period.cluster.name, year_words(nomination)
    if nomination.score is not None:
        place = f", xếp thứ {nomination.place}" if nomination.place else ""
        yield f"Tổng điểm thi đua{year}: {number(nomination.score)} điểm{place} trong {cluster}"
    elif nomination.place:
        yield f"Xếp thứ {nomination.place} trong {cluster}{year}"
    elif is_flag:
        yield f"Điểm và thứ hạng trong {cluster}{year}: {OPEN}"
    if nomination.votes_for is not None and nomination.votes_total:
        votes = f"{nomination.votes_for}/{nomination.votes_total}"
        share = percent(nomination.votes_for, nomination.votes_total)
        yield f"Được {cluster} bình xét, suy tôn với {votes} phiếu đồng ý, đạt tỷ lệ {share}"


def _honours(record: NominationFile) -> tuple[Block, ...]:
    titles, forms = record.earlier_of(AwardGroup.TITLE), record.earlier_of(AwardGroup.FORM)
    return (
        *honour_table("1. Danh hiệu thi đua", "Danh hiệu thi đua", titles),
        *honour_table("2. Hình thức khen thưởng", "Hình thức khen thưởng", forms),
    )


def _achieved(nomination: Nomination, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    return (*paragraphs(nomination.achievement), *more)


def _point(heading: str, lines: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """A heading with its lines, or with room for the pen."""
    shown = [closed(capital(line)) for line in lines] or [f"{OPEN}{OPEN}{OPEN}"]
    return (Paragraph(heading, Style.SUBSECTION), *(Paragraph(line) for line in shown))
