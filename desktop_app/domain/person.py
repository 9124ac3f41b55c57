"""A person (cá nhân): an officer who represents, writes, signs, guests or is honoured."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Record, required
from desktop_app.domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Names are not unique: two officers may well share one."""

    full_name: str = ""
    rank: str = ""
    post: str = ""
    unit: Unit | None = None
    service_number: str = ""
    birth_date: dt.date | None = None
    phone: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        return self.full_name

    def signed_name(self, with_rank: bool = True) -> str:
        """The name as it stands under a signature; the rank before it is a setting."""
        return f"{self.rank} {self.full_name}".strip() if with_rank else self.full_name

    def problems(self) -> dict[str, str]:
        return required(self, full_name="Cần có họ và tên.")
