"""What a year leaves to the one after it: drafts that nobody has signed and nothing is done of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.compacts.compact import Compact, CompactState
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.record import Record, new_id
from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.units.person import Person, ServiceState
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.domain.years.duty_board import open_duties
from desktop_app.domain.years.heirs import Heirs, heirs_between
from desktop_app.domain.years.new_year import year_later
from desktop_app.domain.years.period import Period, Secretariat, SecretariatMember
from desktop_app.domain.years.plan import PlanStep, YearPlan
from desktop_app.domain.years.year import Year


@dataclass(frozen=True)
class Takeover:
    """Something of the last period that the new one can begin with."""

    label: str
    detail: str
    records: tuple[Record, ...] = ()
    settings: tuple[str, ...] = ()
    """Fields of the period that are emptied where this is not taken over."""


def takeovers(
    year: Year, period: Period, criteria: CriteriaSet | None = None
) -> tuple[Takeover, ...]:
    """Everything there is to be taken over; the criteria are given apart, a year has none."""
    heirs = heirs_between(year.period, period)
    found = (
        _registration_due(period),
        _secretariat(year.secretariat, period),
        _plan(year.plan, period),
        _compact(year.compact, period, heirs),
        _criteria(criteria, period, heirs),
        _duties(period),
    )
    return tuple(takeover for takeover in found if takeover)


def criteria_in_force(sets: Iterable[CriteriaSet]) -> CriteriaSet | None:
    """The newest version that was adopted, or else the newest draft."""
    return max(sets, key=lambda s: (s.state is not CriteriaState.DRAFT, s.version), default=None)


def _registration_due(period: Period) -> Takeover | None:
    day = short_date(period.registration_due)
    settings = ("registration_due",)
    return Takeover("Hạn đăng ký thi đua", day, settings=settings) if day else None


def _secretariat(last: Secretariat | None, period: Period) -> Takeover | None:
    if last is None:
        return None
    staying = [m for m in last.members if _stays(m.person, period.since)]
    members = tuple(SecretariatMember(person=m.person, role=m.role, task=m.task) for m in staying)
    draft = Secretariat(period=period, grounds=last.grounds, members=members)
    gone = len(last.members) - len(members)
    left = f" (bỏ {gone} người đã thôi việc hoặc thuộc đơn vị ngừng hoạt động)" if gone else ""
    return Takeover("Tổ giúp việc", f"dự thảo, {len(members)} người{left}", (draft,))


def _stays(person: Person, day: dt.date | None) -> bool:
    """Whether the person is in service, in a unit that still works on the day."""
    is_serving = person.service_state is ServiceState.SERVING
    return is_serving and (person.unit is None or day is None or person.unit.is_active_on(day))


# --- the plan -----------------------------------------------------------------------------


def _plan(last: YearPlan | None, period: Period) -> Takeover | None:
    if last is None or not last.steps:
        return None
    steps = tuple(_again(step, last.period, period) for step in last.steps)
    plan = YearPlan(period=period, steps=steps, note=last.note)
    detail = f"{len(steps)} việc, ngày dời theo kỳ mới, chưa việc nào đánh dấu xong"
    return Takeover("Kế hoạch năm", detail, (plan,))


def _again(step: PlanStep, last: Period, period: Period) -> PlanStep:
    return step.replace(
        id=new_id(),
        starts=_moved(step.starts, last, period),
        due=_moved(step.due, last, period),
        done_on=None,
    )


def _moved(day: dt.date | None, last: Period, period: Period) -> dt.date | None:
    """The same day of the next year, or as many days later as the new period begins."""
    if day is None or last.since is None or period.since in (None, year_later(last.since)):
        return year_later(day)
    assert period.since is not None
    return day + (period.since - last.since)


# --- the compact and the criteria ---------------------------------------------------------


def _compact(last: Compact | None, period: Period, heirs: Heirs) -> Takeover | None:
    """The text with its targets; who signs comes from the new members."""
    if last is None or last.state is CompactState.CANCELLED:
        return None
    ids = {item.id: new_id() for item in last.items}
    targets = tuple(
        target.replace(id=new_id(), item=ids[target.item], unit=heirs.places[target.unit.id])
        for target in last.targets
        if target.item in ids and target.unit.id in heirs.places
    )
    draft = new_compact(period).replace(
        grounds=last.grounds,
        items=tuple(item.replace(id=ids[item.id]) for item in last.items),
        targets=targets,
        measures=last.measures,
        responsibilities=last.responsibilities,
        closing=last.closing,
    )
    slogan = "khẩu hiệu mới" if draft.slogan else "khẩu hiệu để trống"
    words = (
        f"dự thảo, {len(draft.items)} nội dung, {len(draft.signatures)} chỗ ký; {slogan}; căn cứ "
        "và phần kết chép nguyên văn, xin soát lại",
        heirs.told({target.unit.id for target in last.targets}),
    )
    return Takeover("Giao ước thi đua", "; ".join(filter(None, words)), (draft,))


def _criteria(last: CriteriaSet | None, period: Period, heirs: Heirs) -> Takeover | None:
    """The tree and what is not assigned to whom; figures are agreed anew every year."""
    if last is None:
        return None
    kept = tuple(
        target.replace(unit=heirs.places[target.unit.id])
        for target in last.targets
        if target.unit.id in heirs.places
    )
    draft = last.replace(targets=kept, name=_of_the_year(last.name, last.period, period))
    draft = draft.copied_for(period)
    words = (
        f"bản nháp, {len(draft.tree.leaves)} tiêu chí, tối đa {number(draft.max_total)} điểm; chỉ "
        "tiêu bằng số giao lại",
        heirs.told({target.unit.id for target in last.targets if not target.assigned}),
    )
    return Takeover("Bộ tiêu chí chấm điểm", "; ".join(filter(None, words)), (draft,))


def _of_the_year(name: str, last: Period, period: Period) -> str:
    """«Bảng tiêu chí năm 2019» after «… năm 2018»; a name without the year stays as it is."""
    if not last.name or not period.name:
        return name
    return name.replace(f"năm {last.name}", f"năm {period.name}")


def _duties(period: Period) -> Takeover | None:
    tables = tuple(open_duties(period, member.unit) for member in period.members_on(None))
    detail = f"{len(tables)} bảng trống, mỗi đơn vị một bảng"
    return Takeover("«3 trực tiếp» của thủ trưởng", detail, tables) if tables else None
