"""The papers that an office may dress in a Word template of its own, with the fields of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_app.papers.office_templates import decision, invitation, submission
from desktop_app.papers.office_templates.fields import COMMON, Field, Values, common_values
from desktop_app.papers.paper import Paper


@dataclass(frozen=True)
class TemplateSort:
    """A paper, the fields of its own, and how they are filled from its record."""

    paper: Paper
    own: tuple[Field, ...]
    own_values: Callable[[Any, str | None], Values]

    @property
    def key(self) -> str:
        return self.paper.key

    @property
    def fields(self) -> tuple[Field, ...]:
        return (*COMMON, *self.own)

    def values(self, record: Any, only: str | None = None) -> Values:
        """Every field of the paper of this record, or of one part of it."""
        return common_values(self.paper.compose(record, only)) | self.own_values(record, only)


TEMPLATE_SORTS: tuple[TemplateSort, ...] = (
    TemplateSort(submission.PAPER, submission.FIELDS, submission.values),
    TemplateSort(invitation.PAPER, invitation.FIELDS, invitation.values),
    TemplateSort(decision.PAPER, decision.FIELDS, decision.values),
)


def sort_with_key(key: str) -> TemplateSort | None:
    """The sort of a paper's key; None where the paper takes no template."""
    return next((sort for sort in TEMPLATE_SORTS if sort.key == key), None)
