"""A compact that nobody has written yet: its name and the places for the signatures."""

from __future__ import annotations

from typing import TypeVar

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.compact import Compact, Signature
from desktop_app.domain.years.period import Membership, Period

Signed = TypeVar("Signed", Compact, CompactAnnex)


def new_compact(period: Period) -> Compact:
    """A draft with the signature places of all members, in the cluster's order."""
    movement = f' phong trào thi đua "{period.movement}"' if period.movement else ""
    return Compact(
        period=period,
        name=f"Giao ước thi đua{movement} năm {period.name}",
        slogan=period.slogan,
        place=period.cluster.place,
        signatures=tuple(_place(member) for member in period.members_on(None)),
    )


def all_signed(signed: Signed) -> Signed:
    """Every place signed on the day of the whole, those that are signed untouched."""
    places = (
        place if place.is_signed else place.replace(signed_on=signed.signed_on)
        for place in signed.signatures
    )
    return signed.replace(signatures=tuple(places))


def with_missing_places(signed: Signed) -> Signed:
    """Members of the day of signing that have no place get one; what stands there is untouched."""
    placed = {signature.unit.id for signature in signed.signatures}
    members = signed.period.members_on(signed.signed_on)
    missing: tuple[Signature, ...] = tuple(
        _place(member) for member in members if member.unit.id not in placed
    )
    return signed.replace(signatures=(*signed.signatures, *missing))


def _place(member: Membership) -> Signature:
    """The place of a unit, for the one who speaks for it now."""
    signer = member.representative
    return Signature(
        unit=member.unit,
        signer_name=signer.full_name if signer else "",
        signer_rank=signer.rank if signer else "",
        signer_post=signer.post if signer else "",
    )
