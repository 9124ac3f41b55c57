"""Papers are kept as text and come back the same."""

from __future__ import annotations

import dataclasses

import pytest

from desktop_app.papers import paper_with_key
from desktop_app.papers.block_data import from_text, to_text
from desktop_app.papers.blocks import Document, FootMark, Paragraph, Section
from tests.papers.test_papers import KEYS, record_for


@pytest.mark.parametrize("key", KEYS)
def test_every_paper_comes_back_the_same(key, sample):
    document = paper_with_key(key).compose(record_for(key, sample))
    text = to_text(document)
    assert from_text(text) == dataclasses.replace(document, foot=None)
    assert to_text(from_text(text)) == text


def test_foot_is_not_part_of_the_text_its_code_is_made_from():
    document = Document("A", (Section((Paragraph("x"),)),))
    marked = dataclasses.replace(document, foot=FootMark("Mã", "1234"))
    assert to_text(marked) == to_text(document)


def test_one_letter_makes_another_text():
    texts = {to_text(Document("A", (Section((Paragraph(word),)),))) for word in ("Hòa", "Hoà")}
    assert len(texts) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"_":"Nothing"}', '{"_":"Document","more":1}', "{}"])
def test_other_text_is_no_paper(text):
    with pytest.raises(ValueError, match=r"no paper|Expecting"):
        from_text(text)
