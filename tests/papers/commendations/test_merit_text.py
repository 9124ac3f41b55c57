"""The report of merit as a text: drawn up from its paper, and printed again as the same."""

from __future__ import annotations

import pytest

from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.rich_text import TableBlock
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import Style, Table
from desktop_app.papers.commendations.merit_text import draft


@pytest.fixture
def of(sample):
    def of(place, **changes):
        nomination = sample.nominations[place].replace(**changes)
        return NominationFile(nomination=nomination, honours=honours(sample.decisions))

    return of


KEYS = ("merit-report", "merit-report-sudden", "merit-report-campaign")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("place", [0, 4])
def test_the_draft_printed_again_is_the_same_paper(of, read, key, place):
    written = draft(paper_with_key(key), of(place))
    before, after = read(key, of(place)), read(key, of(place, report=written))
    for style in (Style.SECTION, Style.SUBSECTION, Style.BODY):
        assert after.lines(style) == before.lines(style)
    cells = [[row.cells for row in table.rows] for table in after.of(Table)]
    words = [[["".join(r.text for r in c) if c else "" for c in row] for row in t] for t in cells]
    assert words == [[list(row.cells) for row in table.rows] for table in before.of(Table)]


def test_the_draft_has_the_earlier_honours(of):
    tables = [
        b for b in draft(paper_with_key("merit-report"), of(1)).blocks if isinstance(b, TableBlock)
    ]
    assert any("03/QĐ-CTĐ2" in table.text for table in tables)
