"""The sample cluster, and the words of a paper in the order in which they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.domain.years.issuing import IssuedBy
from desktop_app.papers import blocks, paper_with_key

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def awards():
    return read_catalogue((RESOURCES / "catalogue" / "awards.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def sample(awards):
    return sample_cluster(awards)


@pytest.fixture
def signing(sample):
    return sample.meetings[0]


@pytest.fixture
def led_by_unit(sample):
    """The period with its papers in the lead unit's own name."""
    return sample.periods[0].replace(issued_by=IssuedBy.LEAD_UNIT)


class Read:
    """A composed paper: its blocks by kind and its running words."""

    def __init__(self, document: blocks.Document) -> None:
        self.document = document
        self.blocks = [block for section in document.sections for block in section.blocks]

    def of(self, kind):
        return [block for block in self.blocks if isinstance(block, kind)]

    def one(self, kind):
        (block,) = self.of(kind)
        return block

    def lines(self, style=None):
        """The paragraphs and list items, one string each."""
        kinds = blocks.Paragraph | blocks.ListItem
        kept = [b for b in self.of(kinds) if style is None or getattr(b, "style", None) is style]
        return [f"{getattr(b, 'mark', '')} {words(b.text)}".strip() for b in kept]

    def line(self, start):
        """The one line that begins with these words."""
        (found,) = [line for line in self.lines() if line.startswith(start)]
        return found

    @property
    def text(self):
        return "\n".join(self.lines())


def words(text):
    return text if isinstance(text, str) else "".join(run.text for run in text)


@pytest.fixture
def read():
    """read("minutes", meeting): the composed paper, easy to look into."""

    def compose(key, record, only=None):
        return Read(paper_with_key(key).compose(record, only))

    return compose
