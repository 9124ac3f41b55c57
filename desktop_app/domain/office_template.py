"""A Word template of the office's own: which paper it is for, and the sum of its bytes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Record, required


@dataclass(frozen=True, kw_only=True)
class OfficeTemplate(Record):
    """The bytes are an attached file of this record, so they travel with the data file."""

    name: str = ""
    paper: str = ""
    """The key of the paper that it dresses."""
    sha256: str = ""
    """Of the bytes that were looked over when it was added; other bytes are not used."""
    added_on: dt.date | None = None
    added_by: str = ""

    @property
    def title(self) -> str:
        return self.name

    def problems(self) -> dict[str, str]:
        return required(
            self,
            name="Cần có tên mẫu.",
            paper="Cần chọn loại văn bản của mẫu.",
            sha256="Mẫu chưa có nội dung.",
        )
