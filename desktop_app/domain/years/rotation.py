"""The rotation book of a cluster: who led and deputised when, and who is next and why."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.cluster import Cluster, ExceptionKind, RotationException
from desktop_app.domain.years.period import Membership, Period, Role


@dataclass(frozen=True)
class Turn:
    """One line of the book: a lead unit with its deputy in one period."""

    period: Period
    lead: Membership
    deputy: Membership | None = None
    remark: str = ""
    """Why the turn did not follow the order, where it did not."""

    @property
    def lead_name(self) -> str:
        return _name_in(self.period, self.lead)

    @property
    def deputy_name(self) -> str:
        return _name_in(self.period, self.deputy) if self.deputy else ""


@dataclass(frozen=True)
class Candidate:
    """A member that can lead next, with the sentence why it stands where it stands."""

    unit: Unit
    name: str
    last: Turn | None
    is_deputy: bool
    why: str


@dataclass(frozen=True, kw_only=True)
class Rotation(Record):
    """All periods of one cluster; what the book says follows from them."""

    cluster: Cluster
    periods: tuple[Period, ...] = ()

    @property
    def title(self) -> str:
        return f"Sổ luân phiên Cụm trưởng {self.cluster.name}"

    def including(self, period: Period) -> Rotation:
        """The book with a period as it stands on the screen now."""
        others = tuple(other for other in self.periods if other.id != period.id)
        return self.replace(periods=(*others, period))

    def as_of(self, period: Period) -> Rotation:
        """The book as it stood in a period, so that its proposal is printed as it was then."""
        ids = [known.id for known in self.in_order]
        return self.replace(periods=self.in_order[: ids.index(period.id) + 1])

    @property
    def in_order(self) -> tuple[Period, ...]:
        """The periods from the oldest to the newest; one without days stands last."""
        return tuple(sorted(self.periods, key=lambda p: (p.since is None, str(p.since), p.name)))

    @property
    def newest(self) -> Period | None:
        return self.in_order[-1] if self.periods else None

    @property
    def next_title(self) -> str:
        """«năm 2019» after 2018; a school year has no number to count on."""
        name = self.newest.name if self.newest else ""
        return f"năm {int(name) + 1}" if name.isdigit() else "kỳ tiếp theo"

    @property
    def next_name(self) -> str:
        """The name of the next period, as exceptions cite it; empty when nobody can know it."""
        name = self.newest.name if self.newest else ""
        return str(int(name) + 1) if name.isdigit() else ""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every lead in order of time; a period whose lead changed has several lines."""
        return tuple(
            turn for period in self.in_order for turn in _turns(period, self._remark(period))
        )

    @property
    def present(self) -> Membership | None:
        """The lead at the end of the newest period: it is not proposed again."""
        return self.newest.lead_on(self.newest.until) if self.newest else None

    @property
    def deputy(self) -> Membership | None:
        """The deputy at the end of the newest period."""
        return self.newest.deputy_on(self.newest.until) if self.newest else None

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Who has not led for the longest stands first: never, then earliest, then as listed.

        An exception for the next turn moves its unit before all others or behind them.
        """
        period, present = self.newest, self.present
        if period is None:
            return ()
        held = {member.id for member in period.members_on(period.until)}
        free = [
            member
            for member in period.members
            if member.id in held and (present is None or member.unit.id != present.unit.id)
        ]
        places = [period.id for period in self.in_order]

        def place(candidate: Candidate) -> tuple[int, int]:
            waited = places.index(candidate.last.period.id) if candidate.last else -1
            return self._moved(candidate.unit), waited

        return tuple(sorted((self._candidate(member) for member in free), key=place))

    @property
    def proposed(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None

    @property
    def tie_sentence(self) -> str:
        """Why the first stands before others that have waited just as long; empty without any."""
        first, *others = self.candidates or (None,)
        waited = _period_of(first)
        equal = sum(_period_of(other) == waited for other in others)
        if not equal or (first and self._exception_of(first.unit)):
            return ""
        return f"Cùng mức còn {equal} đơn vị khác: xếp theo thứ tự các đơn vị của cụm."

    @property
    def deputy_sentence(self) -> str:
        """What custom says of the present deputy where another unit is proposed."""
        first, period, deputy = self.proposed, self.newest, self.deputy
        if first is None or period is None or deputy is None or first.is_deputy:
            return ""
        return (
            f"Cụm phó {period.in_a_sentence} là {_name_in(period, deputy)}; theo lệ thường Cụm phó "
            "làm Cụm trưởng kỳ sau, nên cần xem xét thêm đơn vị này."
        )

    def _candidate(self, member: Membership) -> Candidate:
        assert self.newest is not None
        own = [turn for turn in self.turns if turn.lead.unit.id == member.unit.id]
        last = own[-1] if own else None
        is_deputy = self.deputy is not None and self.deputy.unit.id == member.unit.id
        why = self._waited(last)
        if is_deputy:
            why += f" Là Cụm phó {self.newest.in_a_sentence}, theo lệ thường làm Cụm trưởng kỳ sau."
        if exception := self._exception_of(member.unit):
            why += f" {exception.kind}: {_sentence(exception.reason)}"
        name = _name_in(self.newest, member)
        return Candidate(member.unit, name, last, is_deputy, why)

    def _exception_of(self, unit: Unit) -> RotationException | None:
        """What was decided about the unit for the next turn."""
        return next(
            (
                exception
                for exception in self.cluster.rotation_exceptions
                if exception.unit.id == unit.id and exception.turn == self.next_name
            ),
            None,
        )

    def _moved(self, unit: Unit) -> int:
        exception = self._exception_of(unit)
        if exception is None:
            return 0
        return -1 if exception.kind is ExceptionKind.TAKES else 1

    def _remark(self, period: Period) -> str:
        """The exceptions that were made for a period's turn, in one line."""
        made = (e for e in self.cluster.rotation_exceptions if e.turn == period.name)
        parts = (
            f"{e.unit.name_on(period.until)} {e.kind.label.lower()}: {_sentence(e.reason)}"
            for e in made
        )
        return " ".join(parts)

    def _waited(self, last: Turn | None) -> str:
        if last is None:
            return f"Chưa làm Cụm trưởng trong {len(self.periods)} kỳ đã ghi."
        ids = [period.id for period in self.in_order]
        since = len(ids) - 1 - ids.index(last.period.id)
        led = f"Làm Cụm trưởng gần nhất {last.period.in_a_sentence}"
        return f"{led}, sau đó đã qua {since} kỳ." if since else f"{led}, kỳ mới nhất."


def _sentence(reason: str) -> str:
    """The reason as a sentence of its own."""
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _turns(period: Period, remark: str) -> list[Turn]:
    def first_day(member: Membership) -> str:
        return str(member.since or period.since or "")

    leads = [member for member in period.members if member.role is Role.LEAD]
    deputies = [member for member in period.members if member.role is Role.DEPUTY]
    return [
        Turn(period, lead, next((m for m in deputies if m.overlaps(lead)), None), remark)
        for lead in sorted(leads, key=first_day)
    ]


def _name_in(period: Period, member: Membership) -> str:
    """The unit's name on the last day it was a member in the period."""
    return member.unit.name_on(period.last_day_of(member))


def _period_of(candidate: Candidate | None) -> str:
    return candidate.last.period.id if candidate and candidate.last else ""
