"""A decision with the designs of its sheets: what certificates are printed from."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.commendations.certificate_template import (
    CertificateTemplate,
    template_for,
)
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.record import Record


@dataclass(frozen=True, kw_only=True)
class TemplatePicture(Record):
    """The picture of a template; its id is the template's."""

    content: bytes = b""
    """The bytes of a PNG or JPEG file."""


@dataclass(frozen=True, kw_only=True)
class CertificateBatch(Record):
    """The standing grants of a decision, each with its ordinal, and how their sheets look."""

    decision: Decision
    templates: tuple[CertificateTemplate, ...] = ()
    pictures: tuple[TemplatePicture, ...] = ()
    chosen: CertificateTemplate | None = None
    """One design for all sheets; otherwise each has the design of its award."""
    words_only: bool = False
    """«Chỉ in chữ»: the blank has frame, motto and picture already."""

    @property
    def title(self) -> str:
        return self.decision.title

    @property
    def living(self) -> tuple[tuple[int, Grant], ...]:
        """Each grant that stands, with its ordinal in the decision: its number in the book."""
        numbered = enumerate(self.decision.grants, start=1)
        return tuple((place, grant) for place, grant in numbered if grant.stands)

    def template_of(self, grant: Grant) -> CertificateTemplate | None:
        """The design of a grant's sheet; None is the program's own."""
        return self.chosen or template_for(grant.award, self.templates)

    def picture_of(self, template: CertificateTemplate | None) -> bytes:
        """The picture to be printed, where there is one and it is to be printed."""
        if template is None or not template.prints_picture or self.words_only:
            return b""
        return next((each.content for each in self.pictures if each.id == template.id), b"")
