"""Giấy chứng nhận: one sheet a grant; title, authority and signer come from the decision."""

from __future__ import annotations

from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.papers.framing import place_and_date
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count

_DEAD = (GrantState.ANNULLED, GrantState.RECALLED)


class Certificate(Paper):
    """Grants that were annulled or recalled get no sheet."""

    key = "certificate"
    name = "Giấy chứng nhận"
    record = Decision

    def compose(self, record: Decision, only: str | None = None) -> Document:
        sheets = (
            Section((_sheet(record, place, grant),), landscape=True)
            for place, grant in _living(record)
            if only in (None, grant.id)
        )
        return Document(f"{record.certificate_title} theo {record.title}", tuple(sheets))

    def parts(self, record: Decision) -> tuple[tuple[str, str], ...]:
        return tuple((grant.id, f"{place}. {grant.name}") for place, grant in _living(record))


def _living(decision: Decision) -> list[tuple[int, Grant]]:
    """Each grant with its ordinal in the decision, which is its number in the golden book."""
    numbered = enumerate(decision.grants, start=1)
    return [(place, grant) for place, grant in numbered if grant.state not in _DEAD]


def _sheet(decision: Decision, place: int, grant: Grant) -> CertificateSheet:
    lines = (decision.signer_authority, decision.signer_post)
    with_rank = decision.period.cluster.print_rank
    rank = decision.signer_rank if with_rank else ""
    town = decision.place or decision.period.cluster.place
    year = decision.period.until.year if decision.period.until else None
    return CertificateSheet(
        authority=(decision.certificate_authority or decision.body).upper(),
        verb=decision.certificate_verb.upper(),
        title=decision.certificate_title.upper(),
        name=grant.name,
        description=grant.description,
        achievement=closed(grant.achievement, "") if grant.achievement else "",
        decision_line=f"Quyết định số {decision.number or '……'} {long_date(decision.date, year)}",
        register_line=f"Số sổ vàng: {grant.register_number or count(place)}",
        place_and_date=place_and_date(town, decision.date, year),
        signer_lines=tuple(line.upper() for line in lines if line),
        signer_name=f"{rank} {decision.signer_name}".strip(),
    )
