"""The book of pre-printed sheets."""

from __future__ import annotations

from desktop_app.storage.schema.commendations import DecisionRow
from desktop_app.storage.schema.rows import (
    PartRow,
    Row,
    flag,
    link,
    optional,
    optional_link,
    part_of,
    whole,
    words,
)
from desktop_app.storage.schema.years import PeriodRow


class BlankEntryRow(Row):
    noun = "dòng sổ phôi"
    period = link(PeriodRow)
    day = optional()
    action = words()
    blank = words()
    count = whole()
    serials = words()
    decision = optional_link(DecisionRow)
    note = words()

    class Meta:
        table_name = "blank_entry"


class PrintedSheetRow(PartRow):
    owner = part_of(BlankEntryRow)
    name = words()
    number = words()
    is_spoiled = flag()
    note = words()

    class Meta:
        table_name = "printed_sheet"


class WaiverRow(PartRow):
    owner = part_of(BlankEntryRow)
    warning = words()
    reason = words()

    class Meta:
        table_name = "waiver"


TABLES = (BlankEntryRow, PrintedSheetRow, WaiverRow)
