"""A round of voting (suy tôn): its rules, candidates and two counts. Totals only, never who."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.meetings.counting_team import CountingMember
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.voting import Base, TieWay


class BallotState(Choice):
    """From the printed ballots to the confirmed result (procedure, section 8.1)."""

    PREPARING = "chuan_bi", "Chuẩn bị"
    VOTING = "dang_bo_phieu", "Đang bỏ phiếu"
    COUNTED = "da_kiem_phieu", "Đã kiểm phiếu"
    CONFIRMED = "da_xac_nhan", "Đã xác nhận"
    CANCELLED = "huy", "Hủy"


@dataclass(frozen=True, kw_only=True)
class Candidate(Record):
    """Somebody on the ballot with the votes of both counts, and score and place as they were."""

    unit: Unit | None = None
    person: Person | None = None
    name: str = ""
    """The name on the ballot, where it is not plainly the unit's or the person's."""
    score: Decimal | None = None
    place: int | None = None
    agreed: int | None = None
    against: int | None = None
    agreed2: int | None = None
    against2: int | None = None

    @property
    def title(self) -> str:
        return self.name_on(None)

    def name_on(self, day: dt.date | None) -> str:
        """What the ballot of a day calls the candidate."""
        if self.name:
            return self.name
        if self.person:
            return self.person.full_name
        return self.unit.name_on(day) if self.unit else ""

    @property
    def key(self) -> str:
        """Whom the row is about, so that nobody stands on a ballot twice."""
        linked = self.person or self.unit
        return self.name.casefold() if self.name else linked.id if linked else ""

    def problems(self) -> dict[str, str]:
        found = {} if self.key else {"unit": "Cần chọn đơn vị hoặc cá nhân."}
        for name in ("agreed", "against", "agreed2", "against2"):
            if (getattr(self, name) or 0) < 0:
                found[name] = "Số phiếu không được âm."
        return found


@dataclass(frozen=True, kw_only=True)
class Ballot(Record):
    """One round on one award in one meeting. Who voted how is never known to the program."""

    period: Period
    meeting: Meeting
    award: Award | None = None
    number: int = 1
    """Vòng: which round on this award it is."""
    is_secret: bool = True
    seats: int | None = None
    """How many can be chosen; None without a limit."""
    base: Base = Base.MEMBERS
    threshold: Decimal = Decimal(50)
    """In % of the base."""
    is_more_than: bool = True
    """Whether a candidate needs more than the threshold (trên) or just reaches it (từ)."""
    quorum: Decimal | None = None
    """The least share of members that must be present, in %; None: two thirds, counted whole."""
    self_vote: bool = True
    """Whether a unit may vote on itself; if not, each row has one voter less."""
    tie_way: TieWay = TieWay.SECOND_ROUND
    members: int = 0
    """Voting members of the cluster on the day."""
    present: int = 0
    """Voting delegates in the room when the ballots were given out."""
    taken_at: dt.time | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    returned2: int | None = None
    valid2: int | None = None
    invalid2: int | None = None
    counter: str = ""
    """Who made the first count."""
    counter2: str = ""
    team: tuple[CountingMember, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    state: BallotState = BallotState.PREPARING
    reason: str = ""
    """Why the round was cancelled."""
    note: str = ""

    @property
    def title(self) -> str:
        award = self.award.name if self.award else "Bỏ phiếu"
        return f"{award}, vòng {self.number}" if self.number > 1 else award

    @property
    def is_final(self) -> bool:
        """A confirmed or cancelled round is only looked at."""
        return self.state in (BallotState.CONFIRMED, BallotState.CANCELLED)

    def problems(self) -> dict[str, str]:
        found = required(self, award="Cần chọn danh hiệu hoặc hình thức.")
        found |= part_problems(self, "candidates", "team")
        found |= self._rule_problems() | self._twice() | self._counts_problems()
        if self.state is BallotState.CANCELLED and not self.reason:
            found["reason"] = "Cần có lý do hủy vòng bỏ phiếu."
        if self.state in (BallotState.COUNTED, BallotState.CONFIRMED):
            found |= self._unfinished()
        return found

    def _rule_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if not 0 < self.threshold <= 100:
            found["threshold"] = "Ngưỡng phải lớn hơn 0% và không quá 100%."
        elif self.is_more_than and self.threshold == 100:
            found["threshold"] = "Không ai đạt được «trên 100%»."
        if self.quorum is not None and not 0 < self.quorum <= 100:
            found["quorum"] = "Tỷ lệ họp phải lớn hơn 0% và không quá 100%."
        if self.seats is not None and self.seats < 1:
            found["seats"] = "Số lượng được chọn phải từ 1."
        if self.number < 1:
            found["number"] = "Vòng bỏ phiếu bắt đầu từ 1."
        if self.present > self.members:
            found["present"] = (
                f"Số có mặt ({self.present}) lớn hơn số đơn vị thành viên ({self.members})."
            )
        return found

    def _twice(self) -> dict[str, str]:
        keys = [candidate.key for candidate in self.candidates]
        return {
            f"candidates.{row}.unit": f"Dòng {row + 1}: đã có trong danh sách."
            for row, key in enumerate(keys)
            if key and key in keys[:row]
        }

    def _counts_problems(self) -> dict[str, str]:
        """Issued ≤ present; returned ≤ issued; valid + invalid = returned; each row ≤ valid."""
        found: dict[str, str] = {}
        if self.issued is not None and self.issued > self.present:
            found["issued"] = f"Phát ra {self.issued} phiếu, chỉ có {self.present} đại biểu có mặt."
        for mark in ("", "2"):
            found |= self._count_problems(mark)
        return found

    def _count_problems(self, mark: str) -> dict[str, str]:
        returned, valid, invalid = (
            getattr(self, name + mark) for name in ("returned", "valid", "invalid")
        )
        found: dict[str, str] = {}
        if min(number or 0 for number in (self.issued, returned, valid, invalid)) < 0:
            found["returned" + mark] = "Số phiếu không được âm."
        elif returned is not None and self.issued is not None and returned > self.issued:
            found["returned" + mark] = f"Thu về {returned} phiếu, phát ra {self.issued} phiếu."
        elif None not in (returned, valid, invalid) and valid + invalid != returned:
            found["valid" + mark] = (
                f"Hợp lệ {valid} + không hợp lệ {invalid} khác số thu về {returned}."
            )
        return found | self._row_problems(mark, valid)

    def _row_problems(self, mark: str, valid: int | None) -> dict[str, str]:
        found: dict[str, str] = {}
        for row, candidate in enumerate(self.candidates):
            agreed, against = (
                getattr(candidate, "agreed" + mark),
                getattr(candidate, "against" + mark),
            )
            given = (agreed or 0) + (against or 0)
            if valid is not None and given > valid:
                found[f"candidates.{row}.agreed{mark}"] = (
                    f"Dòng {row + 1}: đồng ý và không đồng ý cộng lại {given}, "
                    f"chỉ có {valid} phiếu hợp lệ."
                )
        return found

    def _unfinished(self) -> dict[str, str]:
        """What a counted round must have: all figures, twice where the ballot is secret, equal."""
        needed = ["issued", "returned", "valid", "invalid"]
        found = {name: "Cần có số phiếu." for name in needed if getattr(self, name) is None}
        if not self.candidates:
            found["candidates"] = "Cần có ít nhất một người, một đơn vị trong danh sách bầu."
        for row, candidate in enumerate(self.candidates):
            if candidate.agreed is None:
                found[f"candidates.{row}.agreed"] = f"Dòng {row + 1}: chưa có số phiếu đồng ý."
        differences = self.differences() if self.is_secret else ()
        if differences and not found:
            found["returned2"] = differences[0]
        return found

    def differences(self) -> tuple[str, ...]:
        """Where the two counts do not agree, in sentences; a figure not counted yet differs."""
        pairs = [("Thu về", self.returned, self.returned2), ("Hợp lệ", self.valid, self.valid2)]
        pairs.append(("Không hợp lệ", self.invalid, self.invalid2))
        for candidate in self.candidates:
            pairs.append((f"{candidate.title}, đồng ý", candidate.agreed, candidate.agreed2))
            against = (candidate.against or 0, candidate.against2 or 0)
            pairs.append((f"{candidate.title}, không đồng ý", *against))
        return tuple(
            f"{what}: lần 1 là {_shown(one)}, lần 2 là {_shown(two)}."
            for what, one, two in pairs
            if one != two
        )


def new_ballot(meeting: Meeting) -> Ballot:
    """A first round in a meeting, by the rules of its period and with those who are there now."""
    period = meeting.period
    return Ballot(
        period=period,
        meeting=meeting,
        base=period.vote_base,
        threshold=period.vote_threshold,
        is_more_than=period.vote_more_than,
        quorum=period.vote_quorum,
        self_vote=period.vote_self,
        tie_way=period.vote_ties,
        members=len(period.members_on(meeting.day)),
        present=meeting.voters_present,
    )


_RULES = (
    "meeting",
    "award",
    "number",
    "is_secret",
    "seats",
    "base",
    "threshold",
    "is_more_than",
    "quorum",
    "self_vote",
    "tie_way",
)
_FREE = (BallotState.PREPARING, BallotState.CANCELLED)


def changed_rules(before: Ballot, after: Ballot) -> dict[str, str]:
    """Field → sentence for what may no longer change once ballots are given out."""
    if before.state in _FREE or after.state is BallotState.CANCELLED:
        return {}
    sentence = "Đã phát phiếu: không sửa được quy tắc của vòng."
    found = {name: sentence for name in _RULES if getattr(before, name) != getattr(after, name)}
    listed = [[(c.id, c.key) for c in ballot.candidates] for ballot in (before, after)]
    if listed[0] != listed[1]:
        found["candidates"] = "Đã phát phiếu: không sửa được danh sách bầu."
    return found


def _shown(count: int | None) -> str:
    return "chưa kiểm" if count is None else str(count)


NEXT_STATES = {
    BallotState.PREPARING: (BallotState.VOTING, BallotState.COUNTED, BallotState.CANCELLED),
    BallotState.VOTING: (BallotState.COUNTED, BallotState.CANCELLED),
    BallotState.COUNTED: (BallotState.CONFIRMED, BallotState.VOTING, BallotState.CANCELLED),
    BallotState.CONFIRMED: (),
    BallotState.CANCELLED: (),
}
