"""The book of pre-printed sheets (phôi): what was received, printed, spoiled, void, and is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.record import Choice, Record, part_problems
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.domain.years.period import Period


class BlankAction(Choice):
    """What happened to sheets."""

    RECEIVED = "nhan", "Nhận phôi"
    PRINTED = "in", "In"
    SPOILED = "hong", "Hỏng"
    VOID = "huy", "Hủy"
    RETURNED = "tra", "Trả lại"
    FILED = "luu_pdf", "Lưu PDF"


@dataclass(frozen=True, kw_only=True)
class PrintedSheet(Record):
    """One sheet of a print: whose it is, its number, and whether it came out well."""

    name: str = ""
    number: str = ""
    is_spoiled: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True)
class Waiver(Record):
    """A warning that was waved before printing, and why."""

    warning: str = ""
    reason: str = ""

    def problems(self) -> dict[str, str]:
        missing = self.warning and not self.reason
        return {"reason": "Cần ghi lý do bỏ qua cảnh báo."} if missing else {}


@dataclass(frozen=True, kw_only=True)
class BlankEntry(Record):
    """One line of the book."""

    period: Period
    day: dt.date | None = None
    action: BlankAction = BlankAction.RECEIVED
    blank: str = ""
    """Which sheets; empty for plain paper, of which no book is kept."""
    count: int | None = None
    serials: str = ""
    """The numbers printed on the sheets, «từ 000101 đến 000150»."""
    decision: Decision | None = None
    note: str = ""
    sheets: tuple[PrintedSheet, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def title(self) -> str:
        when = short_date(self.day) if self.day else "chưa ghi ngày"
        return f"{self.action} {number(self.count or 0)} tờ, {when}"

    @property
    def spoiled(self) -> int:
        """The sheets of a print that came out badly."""
        return sum(sheet.is_spoiled for sheet in self.sheets)

    def problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.day is None:
            found["day"] = "Cần có ngày."
        if not self.count or self.count < 1:
            found["count"] = "Số tờ từ 1 trở lên."
        elif self.sheets and self.count != len(self.sheets):
            found["count"] = f"Danh sách có {len(self.sheets)} tờ, số tờ phải bằng số đó."
        if not self.blank and self.action not in (BlankAction.PRINTED, BlankAction.FILED):
            found["blank"] = "Cần ghi loại phôi."
        if self.action in (BlankAction.SPOILED, BlankAction.VOID) and not self.note:
            found["note"] = "Phôi hỏng, hủy cần ghi lý do."
        return found | part_problems(self, "sheets", "waivers")


@dataclass(frozen=True)
class Balance:
    """The sheets of one sort in a period, counted."""

    blank: str
    opening: int = 0
    received: int = 0
    used: int = 0
    spoiled: int = 0
    void: int = 0
    """Void and given back."""

    @property
    def left(self) -> int:
        return self.opening + self.received - self.used - self.spoiled - self.void


@dataclass(frozen=True, kw_only=True)
class BlankBook(Record):
    """The book of a period, with what earlier periods left over and the numbers that were given."""

    period: Period
    entries: tuple[BlankEntry, ...] = ()
    earlier: tuple[BlankEntry, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def title(self) -> str:
        return f"Sổ phôi năm {self.period.name}"

    def balances(self) -> tuple[Balance, ...]:
        """One a sort of sheet, by its name."""
        names = sorted({entry.blank for entry in (*self.earlier, *self.entries) if entry.blank})
        return tuple(self._balance(name) for name in names)

    def _balance(self, blank: str) -> Balance:
        opening = counted(blank, (e for e in self.earlier if e.blank == blank)).left
        now = counted(blank, (e for e in self.entries if e.blank == blank))
        return Balance(blank, opening, now.received, now.used, now.spoiled, now.void)


def counted(blank: str, entries: Iterable[BlankEntry]) -> Balance:
    """What these entries of one sort add up to."""
    received = used = spoiled = void = 0
    for entry in entries:
        count = entry.count or 0
        if entry.action is BlankAction.RECEIVED:
            received += count
        elif entry.action is BlankAction.PRINTED:
            spoiled += entry.spoiled
            used += count - entry.spoiled
        elif entry.action is BlankAction.SPOILED:
            spoiled += count
        elif entry.action in (BlankAction.VOID, BlankAction.RETURNED):
            void += count
    return Balance(blank, 0, received, used, spoiled, void)


def next_numbers(taken: Iterable[str], how_many: int) -> tuple[str, ...]:
    """The numbers that follow the highest one ever given: a void number is not given again."""
    given = [int(text) for text in taken if text.isascii() and text.isdigit()]
    first = max(given, default=0) + 1
    return tuple(f"{first + step:02d}" for step in range(how_many))
