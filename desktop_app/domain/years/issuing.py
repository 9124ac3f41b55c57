"""In whose name a paper is made out: header, symbol, place and the lines over a signature."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.cluster import Cluster


class IssuedBy(Choice):
    """Whose header, seal and number series papers carry. No act decides it: a setting."""

    CLUSTER = "cum", "Cụm thi đua"
    LEAD_UNIT = "don_vi", "Đơn vị Cụm trưởng"


@dataclass(frozen=True, kw_only=True)
class IssuingBody:
    """The body of cell 2 of the official page and what follows from it."""

    parent: str
    name: str
    second_line: str = ""
    code: str = ""
    place: str = ""
    authority: str = ""
    """The line over the signer's post, e.g. «TM. CỤM THI ĐUA SỐ 2»; empty when the head signs."""
    post: str = ""

    @classmethod
    def of_cluster(cls, cluster: Cluster) -> IssuingBody:
        return cls(
            parent=cluster.organising_body,
            name=cluster.name,
            second_line=cluster.block,
            code=cluster.code,
            place=cluster.place,
            authority=f"TM. {cluster.name}",
            post="Cụm trưởng",
        )

    @classmethod
    def of_lead_unit(cls, cluster: Cluster, unit: Unit, day: dt.date | None) -> IssuingBody:
        return cls(
            parent=cluster.organising_body,
            name=unit.name_on(day),
            code=unit.code,
            place=cluster.place,
            post=unit.head_post or "Thủ trưởng đơn vị",
        )

    def symbol(self, kind: str, number: int | None) -> str:
        """«Số: 05/BB-CTĐ2»; a number not yet given leaves room for the pen (Decree 30, 1.4)."""
        written = f"{number:02d}" if number else "       "
        code = "-".join(part for part in (kind, self.code) if part)
        return f"Số: {written}/{code}"
