"""Decisions put together with designs and pictures, and the book of pre-printed sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.commendations.blank_book import BlankBook
from desktop_app.domain.commendations.certificate_batch import CertificateBatch, TemplatePicture
from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.years.period import Period

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

PICTURES = (".png", ".jpg", ".jpeg")
"""Endings of the attached files that can be the picture of a blank."""


def certificate_batch(file: DataFile, decision: Decision) -> CertificateBatch:
    """The sheets of a decision; pictures are read only where they are to be printed."""
    templates = file.certificate_templates.all()
    pictures = (
        TemplatePicture(id=each.id, content=picture_of(file, each))
        for each in templates
        if each.prints_picture
    )
    return CertificateBatch(
        id=decision.id, decision=decision, templates=templates, pictures=tuple(pictures)
    )


def picture_of(file: DataFile, template: CertificateTemplate) -> bytes:
    """The newest picture attached to a template; empty where there is none."""
    attached = [a for a in file.attachments.of_record(template) if a.ending in PICTURES]
    return file.attachments.content(attached[-1]) if attached else b""


def blank_book(file: DataFile, period: Period) -> BlankBook:
    """The lines of a period, those of earlier ones, and the decisions with their numbers."""
    start = str(period.since or "")
    others = [entry for entry in file.blanks.all() if entry.period.id != period.id]
    return BlankBook(
        id=period.id,
        period=period,
        entries=file.blanks.of_period(period),
        earlier=tuple(entry for entry in others if str(entry.period.since or "") < start),
        decisions=file.decisions.of_period(period),
    )
