"""Papers of scoring with a section a unit, so that each can be signed and filed alone."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.papers.blocks import Block, Document, Paragraph, Section
from desktop_app.papers.framing import plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.score_words import NOTHING


class UnitPaper(Paper):
    """A subclass says what stands in a unit's section."""

    record = ScoreRound
    title: ClassVar[str]
    """«Phiếu chấm điểm», in the name of the file and, in capitals, over an empty round."""
    landscape: ClassVar[bool] = False

    @abstractmethod
    def section_of(self, record: ScoreRound, sheet: ScoreSheet) -> tuple[Block, ...]:
        """The blocks of one unit."""

    def parts(self, record: ScoreRound) -> tuple[tuple[str, str], ...]:
        return tuple((unit.id, unit.name) for unit in record.board.units)

    def compose(self, record: ScoreRound, only: str | None = None) -> Document:
        sheets = [s for s in record.board.sheets if only in (None, s.unit.id)]
        found = [self.section_of(record, sheet) for sheet in sheets] or [self._nothing(record)]
        sections = tuple(Section(blocks, landscape=self.landscape) for blocks in found)
        return Document(f"{self.title} {record.in_a_sentence}", sections)

    def _nothing(self, record: ScoreRound) -> tuple[Block, ...]:
        when = record.in_a_sentence.capitalize()
        return (*plain_head(record.period, None, self.title.upper(), when), Paragraph(NOTHING))
