"""Every place of a paper is looked at before printing."""

from typing import get_args

import pytest

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import (
    Addressees,
    Bar,
    BarChart,
    Block,
    Closing,
    Column,
    Gap,
    Letterhead,
    ListItem,
    Paragraph,
    Row,
    Signature,
    SignatureGrid,
    Table,
    Title,
)
from desktop_app.printing import preflight
from tests.printing.conftest import document, submission_blocks

BAD = "漢"
SIGNED = Signature((BAD,), "A")
PLACES = {
    "phần đầu trang": Letterhead("", (BAD,)),
    "địa danh, ngày tháng": Letterhead("", ("A",), place_and_date=BAD),
    "trích yếu": Title("A", BAD),
    "phần Kính gửi": Addressees((BAD,)),
    "đoạn «một 漢 hai»": Paragraph((Run("một "), Run(BAD, bold=True), Run(" hai"))),
    "đoạn «漢»": ListItem("-", BAD),
    "đầu bảng": Table((Column(BAD, 1),), ()),
    "dòng 2 của bảng": Table((Column("A", 1),), (Row(("a",)), Row((BAD,)))),
    "phần ký": Closing(Signature(("A",)), SIGNED),
    "phần Nơi nhận": Closing(Signature(("A",)), receivers=(BAD,)),
    "tên người ký": SignatureGrid((Signature(("A",), BAD),)),
    "tên biểu đồ": BarChart(BAD, (), 1),
    "biểu đồ": BarChart("A", (Bar(BAD, 1, "1"),), 1),
}


@pytest.mark.parametrize("where", PLACES)
def test_missing_letter_is_named_with_its_place(where):
    (sentence,) = preflight.check(document(PLACES[where]))
    assert sentence.startswith(f"Chữ «漢» (U+6F22) ở {where} ")
    assert sentence.endswith("sẽ in thành ô vuông □.")


def test_every_sort_of_block_is_looked_at():
    assert set(preflight._PLACES) == set(get_args(Block))


def test_ordinary_paper_has_nothing_to_mend():
    assert preflight.check(document(*submission_blocks(), Gap(10))) == ()


def test_long_paragraph_is_named_by_its_beginning():
    (sentence,) = preflight.check(document(Paragraph("Từ " * 50 + BAD)))
    assert "đoạn «Từ Từ" in sentence
    assert len(sentence) < 160


def test_same_letter_in_the_same_place_is_said_once():
    table = Table((Column("A", 1),), (Row((BAD,)), Row((BAD + BAD,))))
    assert len(preflight.check(document(table))) == 2
