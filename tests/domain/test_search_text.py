"""What of a record can be looked for, and the sentence in which it stands."""

from __future__ import annotations

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Attendance, Meeting
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.search_text import excerpt, marked, names_of, words_of
from desktop_app.domain.search_words import typed_words
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period


def bold(found):
    return [found.text[start : start + length] for start, length in found.spans]


def test_last_word_may_be_a_beginning_the_others_are_whole():
    words = typed_words("cuc can")
    assert bold(marked(words, "Cục Cảnh sát")) == ["Cục", "Cảnh"]
    assert bold(marked(words, "cục diện, can")) == ["cục", "can"]
    assert bold(marked(typed_words("cu canh"), "Cục Cảnh sát")) == ["Cảnh"]
    assert not marked(typed_words("cu canh"), "Cục Cảnh sát").has_all
    assert bold(marked(typed_words("can "), "Cục Cảnh sát")) == []


def test_words_are_found_where_they_stand():
    found = marked(typed_words("cuc sát"), "Các đơn vị thuộc Cục Cảnh sát, cục phó.")
    assert bold(found) == ["Cục", "sát", "cục"]


def test_numbers_of_papers_are_words():
    found = marked(typed_words("12/bb-ctđ"), "Biên bản số 12/BB-CTĐ")
    assert (bold(found), found.has_all) == (["12", "BB", "CTĐ"], True)


def test_unit_is_known_by_all_its_names():
    names = (UnitName(full="Cục Cũ", short="CC"), UnitName(full="Cục Mới", short="CM"))
    assert names_of(Unit(code="C07", names=names)) == "Cục Mới\nCục Cũ\nCC\nCM\nC07"


def test_words_of_a_meeting_are_those_of_all_its_parts():
    unit = Unit(names=(UnitName(full="Cục Hậu cần"),))
    meeting = Meeting(
        period=Period(cluster=Cluster(name="Cụm"), name="2018"),
        name="Hội nghị ký kết",
        course=RichText.plain("Khai mạc\nThảo luận sôi nổi"),
        attendance=(Attendance(unit=unit, person=Person(full_name="Đặng Văn A")),),
        conclusions=(Conclusion(text="Sửa quy chế"),),
        minutes_receivers=("Như trên",),
    )
    lines = words_of(meeting).split("\n")
    for words in ("Thảo luận sôi nổi", "Đặng Văn A", "Cục Hậu cần", "Sửa quy chế", "Như trên"):
        assert words in lines
    assert not any(unit.id in line for line in lines)
    assert "Cụm" not in lines


def test_line_with_most_words_is_shown():
    text = "Cục trưởng chủ trì\nKhai mạc\nCục Cảnh sát giao thông phát biểu\nCảnh sát"
    found = excerpt(typed_words("cuc canh sat"), text)
    assert found.text == "Cục Cảnh sát giao thông phát biểu"
    assert bold(found) == ["Cục", "Cảnh", "sát"]


def test_long_line_is_cut_around_the_words():
    text = "Một câu dài. " * 40 + "Đồng chí Ân nêu sáng kiến mới. " + "Câu nữa. " * 40
    found = excerpt(typed_words("sáng kiến"), text)
    assert found.text.startswith("… Đồng chí Ân nêu sáng kiến")
    assert found.text.endswith(" …")
    assert len(found.text) < 200
    assert bold(found) == ["sáng", "kiến"]


def test_letter_that_becomes_two_does_not_mark_wrong_places():
    assert marked(typed_words("an"), "Straße an").spans == ()
