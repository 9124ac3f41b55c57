"""What is asked of the statistics: a subject, the years, what stands in rows and columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop_app.domain.commendations.award import Award, AwardLevel, SubjectKind
from desktop_app.domain.record import Choice
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class Subject(Choice):
    """What can be counted, and the lists of what was counted."""

    AWARDS = "khen_thuong", "Lượt khen thưởng"
    SCORES = "diem", "Điểm qua các năm"
    PLACES = "thu_hang", "Thứ hạng qua các năm"
    ATTENDANCE = "du_hop", "Dự hội nghị, cuộc họp"
    TIMELINESS = "dung_han", "Thực hiện đúng hạn"
    AWARD_LIST = "lich_su_khen", "Lịch sử khen thưởng"
    MEETING_LIST = "cac_hoi_nghi", "Các lượt dự"
    DUE_LIST = "cac_viec", "Các việc có hạn"
    SHEET_LIST = "cac_phieu", "Các phiếu chấm"


COUNTED = (
    Subject.AWARDS,
    Subject.SCORES,
    Subject.PLACES,
    Subject.ATTENDANCE,
    Subject.TIMELINESS,
)
_LISTED = {
    Subject.AWARDS: Subject.AWARD_LIST,
    Subject.SCORES: Subject.SHEET_LIST,
    Subject.PLACES: Subject.SHEET_LIST,
    Subject.ATTENDANCE: Subject.MEETING_LIST,
    Subject.TIMELINESS: Subject.DUE_LIST,
}


class Axis(Choice):
    """What stands in the rows or in the columns."""

    UNIT = "don_vi", "Đơn vị"
    AWARD = "danh_hieu", "Danh hiệu, hình thức"
    LEVEL = "cap", "Cấp khen thưởng"
    KIND = "doi_tuong", "Tập thể, cá nhân"
    YEAR = "nam", "Năm"
    OUTCOME = "ket_qua", "Kết quả"


class DueKind(Choice):
    """What a unit owes by a day."""

    TASK = "ket_luan", "Việc theo kết luận hội nghị"
    COMMENTS = "gop_y", "Góp ý dự thảo giao ước"
    REGISTRATION = "dang_ky", "Đăng ký thi đua"
    SCORES = "tu_cham", "Phiếu tự chấm điểm năm"


@dataclass(frozen=True)
class Question:
    """Filters are keys as they stand in the table; None leaves everything in."""

    subject: Subject
    period: Period
    """The one in hand: in its name the answer is printed."""
    periods: tuple[Period, ...]
    """Those that are counted, the oldest first."""
    rows: Axis = Axis.UNIT
    columns: Axis = Axis.YEAR
    unit: str | None = None
    """A unit's id; empty for what is of no unit."""
    award: str | None = None
    level: AwardLevel | None = None
    kind: SubjectKind | None = None
    due: DueKind | None = None
    outcome: str | None = None
    name: str = ""
    """Part of the name of a person or collective."""
    since: dt.date | None = None
    until: dt.date | None = None
    """The days of decisions between which a history is told."""
    with_open: bool = False
    """Whether rankings that are not closed are shown too."""
    today: dt.date = field(default_factory=dt.date.today)

    @property
    def span(self) -> str:
        """«2015 – 2018», or the one year."""
        names = [period.name for period in self.periods]
        return " – ".join(dict.fromkeys((*names[:1], *names[-1:])))

    @property
    def units(self) -> tuple[Unit, ...]:
        """The members of the last year in the cluster's order, then those of earlier ones."""
        found = (unit for each in reversed(self.periods) for unit in each.units_of_the_year)
        return tuple({unit.id: unit for unit in found}.values())

    @property
    def day(self) -> dt.date | None:
        """The day whose names count."""
        return self.periods[-1].until if self.periods else None

    def name_of(self, unit: Unit) -> str:
        """A unit's name at the end of the years that are counted."""
        return unit.name_on(self.day)

    def narrowed(self, axis: Axis, key: str) -> Question:
        """The question about one row or column alone."""
        if axis is Axis.UNIT:
            return replace(self, unit=key)
        if axis is Axis.AWARD:
            return replace(self, award=key)
        if axis is Axis.LEVEL:
            return replace(self, level=AwardLevel(key))
        if axis is Axis.KIND:
            return replace(self, kind=SubjectKind(key))
        if axis is Axis.OUTCOME:
            return replace(self, outcome=key)
        return replace(self, periods=tuple(each for each in self.periods if each.id == key))

    def behind(self, line: str, head: str, sums: Iterable[str]) -> Question:
        """The list of what was counted in a cell; `sums` are the keys that narrow nothing."""
        found, whole = self, set(sums)
        if line not in whole:
            found = found.narrowed(self.rows, line)
        if head not in whole:
            found = found.narrowed(self.columns, head)
        return replace(found, subject=_LISTED[self.subject])

    @property
    def provisional(self) -> tuple[Period, ...]:
        """The years whose figures may still change."""
        return tuple(each for each in self.periods if not each.is_closed)

    @property
    def provisional_notes(self) -> tuple[str, ...]:
        """The sentence that says so."""
        names = ", ".join(each.in_a_sentence for each in self.provisional)
        if not names:
            return ()
        return (f"{names[:1].upper()}{names[1:]} chưa đóng: số liệu tạm tính, còn có thể đổi.",)


def award_key(award: Award) -> str:
    """One award, as later laws keep it too."""
    return f"{award.code}|{award.name}"


def in_order(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The oldest first."""
    return tuple(sorted(periods, key=lambda each: each.until or each.since or dt.date.min))


def year_words(period: Period) -> str:
    """The head of a year's column; a year that is not closed is said to be provisional."""
    return period.name if period.is_closed else f"{period.name} (tạm tính)"
