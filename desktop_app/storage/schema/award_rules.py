"""Tables of what nominations and decisions are held to: restrictions, quotas, money."""

from __future__ import annotations

from desktop_app.storage.schema.commendations import AwardRow, DecisionRow
from desktop_app.storage.schema.rows import Row, flag, link, optional, optional_link, whole, words
from desktop_app.storage.schema.units import PersonRow, UnitRow
from desktop_app.storage.schema.years import PeriodRow


class RestrictionRow(Row):
    noun = "hạn chế xét khen"
    kind = words()
    subject = words()
    unit = optional_link(UnitRow)
    person = optional_link(PersonRow)
    name = words()
    since = optional()
    until = optional()
    document = words()
    note = words()

    class Meta:
        table_name = "restriction"


class AwardQuotaRow(Row):
    noun = "chỉ tiêu khen thưởng"
    period = link(PeriodRow)
    award = optional_link(AwardRow)
    seats = whole()
    basis = words()
    note = words()

    class Meta:
        table_name = "award_quota"


class BaseSalaryRow(Row):
    noun = "mức lương cơ sở"
    since = optional()
    amount = whole()
    source = words()
    verified = flag()

    class Meta:
        table_name = "base_salary"


class FundEntryRow(Row):
    noun = "khoản thu, chi"
    period = link(PeriodRow)
    day = optional()
    way = words()
    amount = optional()
    purpose = words()
    paper = words()
    receiver = words()
    decision = optional_link(DecisionRow)
    grant = words()
    note = words()

    class Meta:
        table_name = "fund_entry"


TABLES = (RestrictionRow, AwardQuotaRow, BaseSalaryRow, FundEntryRow)
