"""Giấy chứng nhận: one sheet a grant; title, authority and signer come from the decision."""

from __future__ import annotations

from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.certificate_check import batch_findings, rank_of
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import CertificateSheet, Document, Section, SheetMode
from desktop_app.papers.framing import place_and_date
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count


class Certificate(Paper):
    """Grants that were annulled or recalled get no sheet."""

    key = "certificate"
    name = "Giấy chứng nhận"
    record = CertificateBatch

    def compose(self, record: CertificateBatch, only: str | None = None) -> Document:
        decision = record.decision
        sheets = (
            Section((_sheet(record, place, grant),), landscape=True)
            for place, grant in record.living
            if only in (None, grant.id)
        )
        title = f"{decision.certificate_title} theo {decision.title}"
        return Document(title, tuple(sheets), warnings=batch_findings(record, only))

    def parts(self, record: CertificateBatch) -> tuple[tuple[str, str], ...]:
        return tuple((grant.id, f"{place}. {grant.name}") for place, grant in record.living)


def _sheet(batch: CertificateBatch, place: int, grant: Grant) -> CertificateSheet:
    decision = batch.decision
    lines = (decision.signer_authority, decision.signer_post)
    with_rank = decision.period.cluster.print_rank
    rank = decision.signer_rank if with_rank else ""
    town = decision.place or decision.period.cluster.place
    year = decision.period.until.year if decision.period.until else None
    template = batch.template_of(grant)
    return CertificateSheet(
        authority=(decision.certificate_authority or decision.body).upper(),
        verb=decision.certificate_verb.upper(),
        title=decision.certificate_title.upper(),
        name=grant.name,
        description=grant.description,
        achievement=closed(grant.achievement, "") if grant.achievement else "",
        decision_line=f"Quyết định số {decision.number or '……'} {long_date(decision.date, year)}",
        register_line=f"Số sổ vàng: {_register_number(decision, place, grant)}",
        place_and_date=place_and_date(town, decision.date, year),
        signer_lines=tuple(line.upper() for line in lines if line),
        signer_name=f"{rank} {decision.signer_name}".strip(),
        rank=rank_of(grant),
        template=template,
        picture=batch.picture_of(template),
        mode=SheetMode.WORDS_ONLY if batch.words_only else SheetMode.WHOLE,
    )


def _register_number(decision: Decision, place: int, grant: Grant) -> str:
    """The number given; by itself only the ordinal is, where numbers are ordinals."""
    own = "……" if decision.period.cluster.numbers_once else count(place)
    return grant.register_number or own
