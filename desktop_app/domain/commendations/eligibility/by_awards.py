"""Checks of earlier honours: of the year, in a row, within some years, long enough ago."""

from __future__ import annotations

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel
from desktop_app.domain.commendations.eligibility.condition import Condition
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.eligibility.finding import (
    NO_YEAR,
    Finding,
    cited,
    met,
    not_met,
    unknown,
)
from desktop_app.domain.commendations.honour import Honour, year_of

_STATE = (AwardLevel.GOVERNMENT, AwardLevel.STATE)


def same_year(condition: Condition, facts: Facts) -> Finding:
    """An honour of the same year, e.g. the title among whose holders this one is chosen."""
    year = facts.year
    if year is None:
        return NO_YEAR
    known = facts.of_codes(condition.award_codes)
    if year in known:
        return met(f"Đã có {cited([known[year]])}.", known[year])
    missing = f"quyết định tặng {condition.codes} năm {year}"
    waiting = [n for n in facts.others if n.award and n.award.code in condition.award_codes]
    if any(year_of(n.achievement_year) == year for n in waiting):
        return unknown("Đang được đề nghị cùng năm, chưa có quyết định.", missing=missing)
    if not known:
        return unknown("Tệp chưa ghi quyết định nào loại này.", missing=missing)
    last = known[max(known)]
    return not_met(
        f"Năm {year} chưa có; gần nhất là {cited([last])}.", last, missing=missing, year=None
    )


def consecutive(condition: Condition, facts: Facts) -> Finding:
    """So many years in a row, up to the year itself or the one before."""
    year, wanted = facts.year, int(condition.count or 0)
    if year is None:
        return NO_YEAR
    known = facts.of_codes(condition.award_codes)
    last = year if year in known else year - 1
    run = _run(known, last)
    if len(run) >= wanted:
        proofs = run[-wanted:]
        return met(f"Đã có {wanted} năm liên tục: {cited(proofs)}.", *proofs)
    lacking = wanted - len(run)
    years = range(last - wanted + 1, last - len(run) + 1)
    missing = f"quyết định tặng {condition.codes} năm {', '.join(map(str, years))}"
    if not known:
        words = f"Tệp chưa ghi quyết định nào loại này; cần {wanted} năm liên tục."
        return unknown(words, missing=missing, year=last + lacking)
    told = f" ({cited(run)})" if run else ""
    words = f"Mới có {len(run)}/{wanted} năm liên tục{told}."
    return not_met(words, *run, year=last + lacking, missing=missing)


def count_within(condition: Condition, facts: Facts) -> Finding:
    """So many honours within some years that end with the year itself."""
    year, wanted, span = facts.year, int(condition.count or 0), condition.years or 1
    if year is None:
        return NO_YEAR
    known = facts.of_codes(condition.award_codes)
    held = [known[y] for y in sorted(known) if year - span < y <= year]
    if len(held) >= wanted:
        return met(f"Đã có {len(held)} lần trong {span} năm: {cited(held)}.", *held)
    missing = f"quyết định tặng {condition.codes} (còn thiếu {wanted - len(held)} lần)"
    if not known:
        return unknown("Tệp chưa ghi quyết định nào loại này.", missing=missing)
    told = f": {cited(held)}" if held else ""
    words = f"Mới có {len(held)}/{wanted} lần trong {span} năm{told}."
    when = _full(set(known), year, wanted, span)
    return not_met(words, *held, missing=missing, year=when)


def held_for(condition: Condition, facts: Facts) -> Finding:
    """An earlier honour that lies at least some years back."""
    year, wanted = facts.year, condition.years or 0
    if year is None:
        return NO_YEAR
    known = facts.of_codes(condition.award_codes)
    if not known:
        missing = f"quyết định tặng {condition.codes} từ năm {year - wanted} về trước"
        return unknown("Tệp chưa ghi quyết định nào loại này.", missing=missing)
    oldest = known[min(known)]
    if year - min(known) >= wanted:
        return met(f"Đã có từ {cited([oldest])}.", oldest)
    passed = year - min(known)
    words = f"Có từ {cited([oldest])}, mới được {passed}/{wanted} năm."
    return not_met(words, oldest, year=min(known) + wanted)


def interval(condition: Condition, facts: Facts) -> Finding:
    """The same honour, or those named, not sooner than some years after the last one."""
    year, award = facts.year, facts.nomination.award
    if year is None:
        return NO_YEAR
    own = (award.code,) if award else ()
    known = facts.of_codes(condition.award_codes or own)
    before = [y for y in known if y <= year]
    if not before:
        return met("Tệp không ghi lần tặng nào trước đó.")
    last, wanted = known[max(before)], condition.years or 0
    told = f"Lần gần nhất: {cited([last])}"
    if year - max(before) >= wanted:
        return met(f"{told}, đã đủ {wanted} năm.", last)
    return not_met(f"{told}, chưa đủ {wanted} năm.", last, year=max(before) + wanted)


def one_state_award(_: Condition, facts: Facts) -> Finding:
    """No second form of State level in one year; a warning, since there are exceptions."""
    year = facts.year
    if year is None:
        return NO_YEAR
    held = [h for h in facts.honours if h.year == year and _is_state_form(h.grant.award)]
    if held:
        words = f"Trong năm đã được khen cấp Nhà nước: {cited(held)}; xem có thuộc ngoại lệ."
        return unknown(words, *held)
    others = [n for n in facts.others if _is_state_form(n.award)]
    same = [n.award for n in others if year_of(n.achievement_year) == year]
    if same:
        names = "; ".join(award.name for award in same if award)
        return unknown(f"Cùng năm còn được đề nghị: {names}; xem có thuộc ngoại lệ.")
    return met(f"Tệp không ghi hình thức cấp Nhà nước nào khác của năm {year}.")


def member_has(condition: Condition, facts: Facts) -> Finding:
    """People of the unit with a title of the year."""
    year, wanted = facts.year, int(condition.count or 1)
    if year is None:
        return NO_YEAR
    codes = condition.award_codes
    held = [h for h in facts.member_honours if h.year == year and h.code in codes]
    people = {h.grant.person.id if h.grant.person else h.grant.name.casefold() for h in held}
    if len(people) >= wanted:
        names = ", ".join(f"{h.grant.name} ({h.cited})" for h in held[:3])
        return met(f"Có {len(people)} cá nhân: {names}.", *held)
    missing = f"quyết định tặng {condition.codes} năm {year} cho cá nhân của đơn vị"
    return unknown(f"Tệp mới ghi {len(people)}/{wanted} cá nhân.", *held, missing=missing)


def _run(known: dict[int, Honour], last: int) -> list[Honour]:
    """The honours of the years up to `last` without a gap, the oldest first."""
    found = []
    while last in known:
        found.append(known[last])
        last -= 1
    return found[::-1]


def _full(years: set[int], year: int, wanted: int, span: int) -> int | None:
    """The first year with enough honours within the span, if one is added every year."""
    held = {y for y in years if y <= year}
    when = year if year not in held else year + 1
    for then in range(when, when + wanted):
        held.add(then)
        if sum(then - span < y <= then for y in held) >= wanted:
            return then
    return None


def _is_state_form(award: Award | None) -> bool:
    return bool(award and award.group is AwardGroup.FORM and award.level in _STATE)
