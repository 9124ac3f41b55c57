"""The papers of a meeting printed together: each of them is a part of the set."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.template import MeetingPaper
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import Document
from desktop_app.papers.paper import Paper


class MeetingSet(Paper):
    """Made for one meeting, with the papers its template names; no paper of its own."""

    key = "meeting-set"
    name = "Bộ giấy tờ hội nghị"
    record = Meeting

    def __init__(self, keys: tuple[str, ...] = ()) -> None:
        known = {paper.value: paper.label for paper in MeetingPaper}
        self._labels = {key: known[key] for key in keys if key in known} or known

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        made = [paper_with_key(key).compose(record) for key in self._labels if only in (None, key)]
        sections = tuple(section for document in made for section in document.sections)
        return Document(f"{self.name}: {record.name}", sections)

    def parts(self, record: Meeting) -> tuple[tuple[str, str], ...]:
        return tuple(self._labels.items())
