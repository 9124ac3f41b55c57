"""What is typed is what is printed, exported and found: hostile texts lose no letter anywhere.

On paper a letter is one that `clean` leaves: composed, without signs that have no ink. One that
no font has is named by the check before printing.
Red on purpose: `test_a_lost_letter_is_seen` and `test_words_taken_for_marks_are_seen`.
"""

from __future__ import annotations

import io
import itertools
import re
import time
import unicodedata
from collections import Counter

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.vietnamese import clean_line
from desktop_app.exchange.writing import new_book, put, to_bytes
from desktop_app.papers.blocks import Document, Paragraph, Section
from desktop_app.printing import fonts, pdf_text, preflight, raster
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.text import clean
from desktop_app.printing.word import to_word
from desktop_app.storage import DataFile
from desktop_app.storage.search_index import AT_ONCE
from tests.faults.texts import texts

LOT = 50
_TWICE = re.compile("([\u0300-\u036f])\\1+")
_WORD = re.compile(r"\S+")
_LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ"
)
_VIETNAMESE = re.compile(f"[{_LETTERS}{_LETTERS.upper()}0-9]+")
_MIRRORED = str.maketrans(">)]}»༻༽᚜⁄", "<([{«༺༼᚛/")
TIMES = [1_500, pytest.param(100_000, marks=pytest.mark.long)]


def lots(count: int) -> list[list[str]]:
    made = list(itertools.islice(texts(count), count))
    return [made[at : at + LOT] for at in range(0, count, LOT)]


def document(words: list[str]) -> Document:
    return Document("Chữ lạ", (Section(tuple(Paragraph(text) for text in words)),))


def letters(text: str) -> Counter[str]:
    """The letters and marks with ink, whatever line or order they stand in.

    «ﬁ» is read as two, the second of which may take a mark; beside Hebrew or Arabic a bracket
    is read as its mirror image, and the stroke of «½» as the one of a keyboard.
    """
    read = unicodedata.normalize("NFKD", text).translate(_MIRRORED)
    return Counter(letter for letter in read if not letter.isspace())


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("count", TIMES)
def test_pdf_has_every_letter(count):
    began = time.monotonic()
    for lot in lots(count):
        assert lost_in_pdf(lot) == Counter()
    print(f"\n{count} đoạn chữ qua PDF: {time.monotonic() - began:.0f} s")


def lost_in_pdf(lot: list[str]) -> Counter[str]:
    """Letters that are in the texts and not on the page, of those that a font has."""
    paper = document(lot)
    named = " ".join(preflight.check(paper))
    # one mark drawn twice in one place is read as one
    typed = _TWICE.sub(r"\1", "".join(map(clean, lot)))
    lacking = {letter for letter in typed if f"U+{ord(letter):04X})" in named}
    wanted = letters("".join(letter for letter in typed if letter not in lacking))
    # the reader of the page gives a hyphen at the end of a line a sign of its own
    read = (page.replace("\x02", "-") for page in raster.text_of(to_pdf(paper)))
    printed = letters("".join(clean(page) for page in read))
    return wanted - printed


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("count", TIMES)
def test_word_has_every_letter(count):
    for lot in lots(count):
        read = docx.Document(io.BytesIO(to_word(document(lot))))
        typed = [
            "".join(
                "\n" if node.tag == qn("w:br") else node.text or "" for node in inked(paragraph)
            )
            for paragraph in read.paragraphs
        ]
        wanted = letters("".join(map(clean, lot)))
        assert wanted - letters("".join(typed)) == Counter()


def inked(paragraph):
    return paragraph._p.iter(qn("w:t"), qn("w:br"))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("count", TIMES)
def test_excel_has_every_text_and_no_formula(count):
    for lot in lots(count):
        book = new_book("Chữ lạ")
        for row, text in enumerate(lot, 1):
            put(book.active, row, 1, clean(text))
        sheet = openpyxl.load_workbook(io.BytesIO(to_bytes(book))).active
        for row, text in enumerate(lot, 1):
            cell = sheet.cell(row, 1)
            assert cell.data_type in ("s", "n", "inlineStr"), text
            assert (cell.value or "") == clean(text)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("count", TIMES)
def test_search_finds_what_was_saved_and_takes_any_question(lean_file, count):
    """Questions of any sort are answered; a saved name is found by its Vietnamese words."""
    for number, text in enumerate(itertools.islice(texts(count), count)):
        lean_file.search.find(text)
        name = clean_line(text)[:200].strip()
        if number % 20 or not name:
            continue
        unit = Unit(id=f"chu-la-{number}", code=f"L{number}", names=(UnitName(full=name),))
        lean_file.units.save(unit)
        assert lean_file.units.get(unit.id).names[0].full == name
        words = [word for word in _WORD.findall(name) if _VIETNAMESE.fullmatch(word)]
        found = lean_file.search.find(" ".join(words) + " ")
        records = {hit.record for kind in found for hit in kind.hits if kind.kind == "Unit"}
        assert not words or unit.id in records or len(records) == AT_ONCE, (words, name)
        lean_file.units.delete(unit)


@pytest.fixture
def lean_file(lean, tmp_path):
    import shutil

    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    with DataFile.open(path) as file:
        yield file


def test_a_lost_letter_is_seen(monkeypatch):
    monkeypatch.setattr(fonts, "pieces", lambda text, *_: [(fonts.face_name(), text[1:])])
    assert lost_in_pdf(["Đặng Đức Ẵng", "Nguyễn Quỳnh"])


def test_words_taken_for_marks_are_seen(monkeypatch):
    """Raw text in a paragraph of reportlab loses what looks like a mark."""
    monkeypatch.setattr(pdf_text, "escape", lambda text: text, raising=True)
    assert lost_in_pdf(["Trần <Bí danh> Nam"])
