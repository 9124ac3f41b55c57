"""Letters that came in wrong are found and put right; good Vietnamese stays letter for letter."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app import paths
from desktop_app.domain.letters.doctor import Trouble, examined
from desktop_app.domain.letters.old_fonts import OldFont, prevailing_font
from desktop_app.domain.letters.repairs import repaired, repairs_of
from desktop_app.domain.letters.syllables import is_syllable
from desktop_app.domain.meetings.meeting import Attendance, Meeting
from desktop_app.domain.rich_text import Block, RichText, Run, TableBlock
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period
from tests.domain.letters.good_texts import GOOD, NAMES

TCVN3 = {
    "Céng hoµ x· héi chñ nghÜa ViÖt Nam": "Cộng hoà xã hội chủ nghĩa Việt Nam",
    "§éc lËp - Tù do - H¹nh phóc": "Độc lập - Tự do - Hạnh phúc",
    "NguyÔn V¨n Tr\u00ad¬ng": "Nguyễn Văn Trương",
    "Lª ThÞ Ph\u00ad¬ng Hµ": "Lê Thị Phương Hà",
    "§¹i t¸": "Đại tá",
    "QuyÕt ®Þnh sè 15/Q§-BCA": "Quyết định số 15/QĐ-BCA",
    "15/Q§-BCA": "15/QĐ-BCA",
    "Phã Côc tr\u00adëng": "Phó Cục trưởng",
    "Côc C¶nh s¸t h×nh sù": "Cục Cảnh sát hình sự",
}
LOST = {
    "Phã Côc trëng": "Phó Cục trưởng",
    "Lª V¨n Tr¬ng": "Lê Văn Trương",
    "§¬n vÞ b¬i": "Đơn vị bơi",
}
VNI = {
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam": "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Nguyeãn Vaên Tröông": "Nguyễn Văn Trương",
    "NGUYEÃN THÒ AÙNH": "NGUYỄN THỊ ÁNH",
    "Ñaïi taù": "Đại tá",
    "Cuïc Caûnh saùt hình söï": "Cục Cảnh sát hình sự",
    "Phoù Cuïc tröôûng": "Phó Cục trưởng",
}


@pytest.mark.parametrize(("text", "right"), TCVN3.items())
def test_tcvn3_becomes_unicode(text, right):
    found = examined(text)
    assert (found.after, found.troubles) == (right, (Trouble.TCVN3,))


@pytest.mark.parametrize(("text", "right"), LOST.items())
def test_a_letter_of_tcvn3_that_was_lost_is_found_where_only_one_fits(text, right):
    assert examined(text).after == right


@pytest.mark.parametrize(("text", "right"), VNI.items())
def test_vni_becomes_unicode(text, right):
    found = examined(text)
    assert (found.after, found.troubles) == (right, (Trouble.VNI,))


@pytest.mark.parametrize(
    ("text", "right", "trouble"),
    [
        (unicodedata.normalize("NFD", NAMES[3]), NAMES[3], Trouble.MARKS),
        ("Nguyê\u0303n", "Nguyễn", Trouble.MARKS),
        ("Nguye\u0303\u0302n", "Nguyễn", Trouble.MARKS),
        ("Nguyễn Văn \u0410", "Nguyễn Văn A", Trouble.LOOKALIKE),
        ("Т\u0420ẦN", "TPẦN", Trouble.LOOKALIKE),
        ("\u0421ục Cảnh sát", "Cục Cảnh sát", Trouble.LOOKALIKE),
        ("Ðoàn Ðức Ðạt", "Đoàn Đức Đạt", Trouble.LOOKALIKE),
        ("Nguyễn\u200b Văn A", "Nguyễn Văn A", Trouble.HIDDEN),
        ("Nguyễn  Văn\u00a0 A ", "Nguyễn Văn A", Trouble.SPACES),
    ],
)
def test_other_troubles_are_put_right(text, right, trouble):
    found = examined(text)
    assert (found.after, found.troubles) == (right, (trouble,))


def test_several_troubles_are_named_together():
    found = examined("NguyÔn  V¨n \u0410")
    assert found.after == "Nguyễn Văn A"
    assert found.in_words == "Mã TCVN3 (.VnTime); Chữ nước ngoài trông giống; Dấu cách thừa"


def test_good_text_is_left_alone():
    assert len(set(GOOD)) >= 300
    assert [found for text in GOOD if (found := examined(text))] == []


def test_what_was_put_right_is_good():
    for right in (*TCVN3.values(), *VNI.values()):
        assert examined(right) is None


def test_the_manual_is_good_text():
    """Thousands of sentences that nobody wrote for this test."""
    lines = [
        line.strip()
        for page in (paths.resources() / "help").glob("*.md")
        for line in page.read_text("utf-8").splitlines()
    ]
    assert len(lines) > 1000
    troubles = [found for line in lines if (found := examined(line))]
    # a page that speaks of the old fonts shows a few of their words
    assert [found for found in troubles if "TCVN3" not in found.before] == []


@pytest.mark.parametrize("word", ["Nguyễn", "quyết", "giếng", "gì", "nghĩa", "khuỷu", "HOÀ", "yêu"])
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Nguyeãn", "NguyÔn", "cén", "kôn", "nghà", "mấtt", "toạch̀", "q"])
def test_no_syllables(word):
    assert not is_syllable(word)


def test_neighbours_tell_the_font_of_a_word_that_could_be_either():
    names = ["Leâ Thò Hoà", "Nguyeãn Vaên Huøng", "Hoà", "Traàn An"]
    assert examined("Hoà") is None
    assert prevailing_font(names) is OldFont.VNI
    assert examined("Hoà", OldFont.VNI).after == "Hồ"
    assert examined("Nguyễn Văn Hoà", OldFont.VNI) is None
    assert prevailing_font([*names, *NAMES[:3]]) is None


def test_repairs_reach_every_text_of_a_record_and_only_those_chosen():
    period = Period(cluster=Cluster(name="Cụm  số 2"), name="2026")
    bold = Run("NguyÔn V¨n Tr\u00ad¬ng", bold=True)
    course = RichText(
        (
            Block((Run("Đồng chí "), bold, Run(" phát  biểu"))),
            TableBlock((((Run("Ñaïi taù"),), (Run("ghi chú"),)),)),
        )
    )
    meeting = Meeting(
        period=period,
        name="Hội  nghị",
        attendance=(Attendance(name="Ðức"), Attendance(name="Hà")),
        minutes_receivers=("Như trên", "Löu vaên phoøng"),
        course=course,
    )
    person = Person(full_name="Nguyễn Văn A")
    found = repairs_of([meeting, person])
    assert [(repair.field, repair.finding.after) for repair in found] == [
        ("name", "Hội nghị"),
        ("name", "Đức"),
        ("course", "Nguyễn Văn Trương"),
        ("course", " phát biểu"),
        ("course", "Đại tá"),
        ("minutes_receivers", "Lưu văn phòng"),
    ]
    (mended,) = repaired(found[1:])
    assert mended.name == "Hội  nghị"
    assert [one.name for one in mended.attendance] == ["Đức", "Hà"]
    assert mended.course.blocks[0].text == "Đồng chí Nguyễn Văn Trương phát biểu"
    assert mended.course.blocks[0].runs[1].bold
    assert mended.course.blocks[1].rows[0][0][0].text == "Đại tá"
    assert mended.minutes_receivers == ("Như trên", "Lưu văn phòng")
    assert mended.id == meeting.id
    assert mended.period is period
