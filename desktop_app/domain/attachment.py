"""An attached file (tệp kèm): its name beside a record, its bytes kept once by their hash."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Record, required


@dataclass(frozen=True, kw_only=True)
class Attachment(Record):
    """A file kept inside the data file; equal files share their bytes (SHA-256)."""

    owner: str = ""
    """The id of the record it belongs to."""
    name: str = ""
    sha256: str = ""
    size: int = 0
    """Bytes."""
    added_at: dt.datetime | None = None

    @property
    def title(self) -> str:
        return self.name

    def problems(self) -> dict[str, str]:
        return required(self, name="Tệp kèm cần có tên.", owner="Tệp kèm phải thuộc một bản ghi.")
