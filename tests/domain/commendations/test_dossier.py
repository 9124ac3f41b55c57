"""The check list of a dossier: what the award wants, what is there, what is missing."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.award import Award, AwardGroup
from desktop_app.domain.commendations.dossier import (
    checklist,
    dossier_lines,
    missing_papers,
    required_papers,
)
from desktop_app.domain.commendations.nomination import DossierPaper, Nomination
from desktop_app.domain.rich_text import RichText
from tests.domain.years.test_period import PERIOD

TITLE = Award(code="CO", name="Cờ thi đua", for_collective=True)
FORM = Award(code="BK", name="Bằng khen", group=AwardGroup.FORM, for_collective=True)


def nomination(**others):
    return Nomination(id="dn-1", period=PERIOD, award=TITLE, **others)


def names(papers):
    return [paper.name for paper in papers]


def test_titles_and_forms_want_different_minutes():
    assert required_papers(TITLE)[-1] == "Biên bản bình xét thi đua"
    assert required_papers(FORM)[-1] == "Biên bản xét khen thưởng"
    assert required_papers(None) == ()


def test_kept_papers_come_first_and_are_not_asked_for_twice():
    own = DossierPaper(name="báo cáo  Thành tích")
    found = checklist(nomination(dossier=(own, DossierPaper(name="Ảnh"))))
    assert names(found) == ["báo cáo  Thành tích", "Ảnh", "Tờ trình", "Biên bản bình xét thi đua"]


def test_a_wanted_paper_has_its_id_before_it_is_kept():
    first, again = checklist(nomination()), checklist(nomination())
    assert [paper.id for paper in first] == [paper.id for paper in again]
    other = checklist(nomination().replace(id="dn-2"))
    assert not {paper.id for paper in first} & {paper.id for paper in other}
    assert checklist(nomination(dossier=first)) == first


def test_files_paper_and_waiver_each_end_the_lack():
    one, two, three = checklist(nomination())
    kept = (
        one.replace(received_on=dt.date(2018, 3, 5)),
        two.replace(waived="Đã gửi theo đợt 1"),
        three,
    )
    file = Attachment(owner="dn-1", part=three.id, name="biên bản.pdf")
    other = Attachment(owner="dn-2", part=three.id, name="của người khác.pdf")
    lines = dossier_lines(nomination(dossier=kept), (file, other))
    assert [line.status for line in lines] == ["Bản giấy 05/03/2018", "Không cần", "Có 1 tệp"]
    assert missing_papers(lines) == ()
    assert missing_papers(dossier_lines(nomination(dossier=kept), (other,))) == (three.name,)


def test_a_report_written_here_is_there():
    written = nomination(report=RichText.plain("I. SƠ LƯỢC"))
    lines = dossier_lines(written, ())
    assert [line.status for line in lines] == ["Còn thiếu", "Đã soạn", "Còn thiếu"]


def test_files_of_no_paper_are_shown_last():
    loose = Attachment(owner="dn-1", name="ảnh.jpg")
    gone = Attachment(owner="dn-1", part="đã-xoá", name="cũ.pdf")
    last = dossier_lines(nomination(), (loose, gone))[-1]
    assert last.paper.name == "Giấy tờ khác"
    assert last.files == (loose, gone)
    assert not last.is_missing
