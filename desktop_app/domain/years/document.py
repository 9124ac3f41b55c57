"""The register of documents (sổ văn bản) of a period: incoming, outgoing and internal ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, number_problems, required
from desktop_app.domain.years.period import Period


class Direction(Choice):
    """Which way a document went."""

    INCOMING = "den", "Văn bản đến"
    OUTGOING = "di", "Văn bản đi"
    INTERNAL = "noi_bo", "Nội bộ"


class DocumentKind(Choice):
    """The kinds a cluster's secretariat writes and receives, by their abbreviation (Decree 30)."""

    LETTER = "CV", "Công văn"
    DECISION = "QĐ", "Quyết định"
    PLAN = "KH", "Kế hoạch"
    REPORT = "BC", "Báo cáo"
    SUBMISSION = "TTr", "Tờ trình"
    NOTICE = "TB", "Thông báo"
    MINUTES = "BB", "Biên bản"
    INVITATION = "GM", "Giấy mời"
    GUIDANCE = "HD", "Hướng dẫn"
    REGULATION = "QC", "Quy chế"
    PROGRAMME = "CTr", "Chương trình"
    OTHER = "VB", "Văn bản khác"


class Secrecy(Choice):
    """The degree of secrecy stamped on a document."""

    ORDINARY = "thuong", "Thường"
    CONFIDENTIAL = "mat", "Mật"
    SECRET = "toi_mat", "Tối mật"
    TOP_SECRET = "tuyet_mat", "Tuyệt mật"


class DocumentState(Choice):
    """From the draft to the shelf (procedure, section 8.1)."""

    DRAFT = "du_thao", "Dự thảo"
    SIGNED = "da_ky", "Đã ký"
    SENT = "da_gui", "Đã gửi"
    FILED = "luu", "Lưu"


@dataclass(frozen=True, kw_only=True)
class OfficialDocument(Record):
    """One line of the register. Files are attached to it."""

    period: Period
    direction: Direction = Direction.OUTGOING
    kind: DocumentKind = DocumentKind.LETTER
    number: int | None = None
    """The cluster's own number in the series of its kind and year; none for incoming ones."""
    arrival: int | None = None
    """Số đến: the place of an incoming document in the register of its year."""
    symbol: str = ""
    """Number and symbol as another body wrote them, e.g. «1122/BTĐKT-VI»."""
    day: dt.date | None = None
    received_on: dt.date | None = None
    summary: str = ""
    body: str = ""
    """Who issued an incoming document; to whom an outgoing one went."""
    signer_name: str = ""
    secrecy: Secrecy = Secrecy.ORDINARY
    state: DocumentState = DocumentState.DRAFT
    note: str = ""

    @property
    def title(self) -> str:
        return f"{self.written_number} {self.summary}".strip()

    @property
    def is_own(self) -> bool:
        """Whether the cluster itself numbers it."""
        return self.direction is not Direction.INCOMING

    @property
    def written_number(self) -> str:
        """«05/KH-CTĐ2» for the cluster's own, the other body's writing for an incoming one."""
        if not self.is_own or self.number is None:
            return self.symbol
        issued = self.period.issuing_body(self.day)
        kind = "" if self.kind is DocumentKind.LETTER else self.kind.value
        return issued.symbol(kind, self.number).removeprefix("Số: ")

    def problems(self) -> dict[str, str]:
        found = required(self, summary="Cần có trích yếu.", day="Cần có ngày văn bản.")
        found |= number_problems(self, "number", "arrival")
        if self.direction is Direction.INCOMING:
            found |= required(self, body="Cần có cơ quan ban hành.")
        if self.is_own and self.state is not DocumentState.DRAFT and self.number is None:
            found["number"] = "Văn bản đã ký phải có số."
        return found
