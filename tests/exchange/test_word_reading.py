"""Word texts from outside: paragraphs, lists and tables of good ones, a reason for each other."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest

from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.rich_text import Block, BlockKind, TableBlock
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.word_reading import read_text


@pytest.fixture
def read(tmp_path):
    def read(data, name="báo cáo của đơn vị.docx", **limits):
        path = tmp_path / name
        path.write_bytes(data)
        return read_text(path, Limits(**limits))

    return read


def saved(fill):
    document, made = docx.Document(), io.BytesIO()
    fill(document)
    document.save(made)
    return made.getvalue()


def test_paragraphs_lists_and_tables_come_in_their_order(read):
    def fill(document):
        document.add_heading("I. SƠ LƯỢC ĐẶC ĐIỂM", 1)
        line = document.add_paragraph("Trụ sở: số 1, ")
        line.add_run("đường Trần Bình").bold = True
        document.add_paragraph("")
        document.add_paragraph("Một việc", "List Bullet")
        document.add_paragraph("Hai việc", "List Number")
        document.add_paragraph().add_run("1. Kết quả").bold = True
        table = document.add_table(2, 2)
        for place, words in enumerate(("Năm", "Danh hiệu", "2017", "Cờ thi đua")):
            table.cell(place // 2, place % 2).text = words
        document.add_paragraph("Hết.")

    text = read(saved(fill))
    kinds = [block.kind if isinstance(block, Block) else "bảng" for block in text.blocks]
    head, plain, bullet, numbered = (
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BULLET,
        BlockKind.NUMBERED,
    )
    assert kinds == [head, plain, bullet, numbered, head, "bảng", plain]
    assert [run.bold for run in text.blocks[1].runs] == [False, True]
    assert isinstance(text.blocks[5], TableBlock)
    assert text.blocks[5].text == "Năm | Danh hiệu\n2017 | Cờ thi đua"


def test_words_are_composed(read):
    text = read(saved(lambda document: document.add_paragraph("Cụm thi đua")))
    assert text.text == "Cụm thi đua"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", b"x", "Chỉ đọc tệp Word .docx"),
        ("a.docm", b"x", "có thể chứa macro"),
        ("a.docx", b"khong phai zip", "không phải là văn bản Word (.docx) hoặc đã hỏng"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word kiểu cũ (.doc) hoặc có mật khẩu"),
    ],
)
def test_what_is_no_word_text_is_refused(read, name, data, words):
    with pytest.raises(ImportRefused) as refused:
        read(data, name)
    assert words in refused.value.what
    assert refused.value.kept == "Chưa có gì trong tệp dữ liệu thay đổi."


def test_an_empty_text_is_refused(read):
    with pytest.raises(ImportRefused, match="không có chữ nào"):
        read(saved(lambda _: None))


def test_a_text_beyond_all_measure_is_refused(read):
    def fill(document):
        letters = random.Random(1)
        for _ in range(2):
            document.add_paragraph("".join(letters.choices("abcdefghijklmno", k=600_000)))

    with pytest.raises(ImportRefused, match="dài quá mức"):
        read(saved(fill))


def test_a_bomb_is_refused_before_it_is_opened(read):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 300_000_000)
    with pytest.raises(ImportRefused, match="lớn quá 200 MB"):
        read(made.getvalue())


def test_a_damaged_package_is_told(read):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(ImportRefused, match="hỏng hoặc không phải"):
        read(made.getvalue())
