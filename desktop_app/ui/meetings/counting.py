"""The counting of a round: who stands, a count, the second count with the first out of sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTabBar

from desktop_app.domain.meetings.ballot import Ballot, BallotState, Candidate
from desktop_app.domain.meetings.ballot_result import outcome
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.papers.meetings.ballot_result import conclusion, verdict
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.fields import LineField, NumberField
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable


class Stage(IntEnum):
    """What is looked at; the place is that of its tab."""

    LIST = 0
    FIRST = 1
    SECOND = 2
    COMPARED = 3


_TITLES = ("Danh sách bầu", "Kiểm lần 1", "Kiểm lần 2", "Đối chiếu, kết quả")
_STAGE_OF = {BallotState.PREPARING: Stage.LIST, BallotState.VOTING: Stage.FIRST}
_NAME = PartColumn(
    "title", "Trên phiếu", show=lambda one: one.title, width=190, stretch=True, multiline=True
)


class CandidateTable(PartsTable):
    """The candidates; in a count Enter in the last cell leads on to what follows."""

    ended = Signal()

    def next_cell(self, *, add: bool) -> None:
        current = self.table.currentIndex()
        places = self.model.typed_columns()
        is_last = current.row() + 1 == self.model.rowCount() and current.column() == places[-1]
        if is_last and not self.tools.isVisibleTo(self):
            self.table.setFocus()
            self.ended.emit()
            return
        super().next_cell(add=add)


class Counting:
    """One page: a bar of stages, the fields of each, and the candidates in its columns.

    The second count is typed without the first before one's eyes: two people count.
    """

    def __init__(self, page: FormPage, take_candidates: Callable[[], object]) -> None:
        self._units: Sequence[Unit] = ()
        self._people: Sequence[Person] = ()
        self._shown: tuple[str, BallotState] | None = None
        self.bar = QTabBar()
        self.bar.setAccessibleName("Các bước kiểm phiếu")
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        for title in _TITLES:
            self.bar.addTab(title)
        self.bar.currentChanged.connect(lambda place: self._show(Stage(place)))
        page.widget(self.bar)
        self._fields = self._build_fields(page)
        page.buttons(("Lấy danh sách bầu", "users", take_candidates))
        self._columns = self._make_columns()
        self.candidates = CandidateTable(
            "Danh sách bầu",
            self._columns[Stage.LIST],
            lambda: Candidate(),
            rows=5,
            add_text="Thêm dòng",
        )
        self.candidates.ended.connect(self._go_on)
        page.row(candidates=self.candidates)
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setAccessibleName("Kết quả tính từ số phiếu")
        page.widget(self.result)
        self._take = page.bars[-1]
        self._show(Stage.LIST)

    def set_choices(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        """Who can stand on the ballot."""
        self._units, self._people = units, people

    def show(self, ballot: Ballot) -> None:
        """Another round, or the same one further on: the stage that is next."""
        for place in (Stage.SECOND, Stage.COMPARED):
            self.bar.setTabVisible(place, ballot.is_secret)
        if self._shown != (ballot.id, ballot.state):
            self._shown = ballot.id, ballot.state
            self.bar.setCurrentIndex(_STAGE_OF.get(ballot.state, self._last(ballot)))
        self.tell(ballot)

    def tell(self, ballot: Ballot) -> None:
        """The result as typed so far; in the second count nothing of the first one."""
        blind = self.bar.currentIndex() == Stage.SECOND
        self.result.setText(
            "Kiểm lại từ đầu, không nhìn số của lần 1." if blind else result_text(ballot)
        )

    @staticmethod
    def _last(ballot: Ballot) -> Stage:
        return Stage.COMPARED if ballot.is_secret else Stage.FIRST

    def _build_fields(self, page: FormPage) -> dict[Stage, list[Field]]:
        issued = NumberField("Phát ra")
        found: dict[Stage, list[Field]] = {Stage.LIST: [], Stage.COMPARED: []}
        for stage, mark in ((Stage.FIRST, ""), (Stage.SECOND, "2")):
            counter = LineField("Người kiểm")
            fields = {
                f"returned{mark}": NumberField("Thu về"),
                f"valid{mark}": NumberField("Hợp lệ"),
                f"invalid{mark}": NumberField("Không hợp lệ"),
            }
            names = iter(fields.items())
            first = {"issued": issued} if not mark else {f"counter{mark}": counter}
            page.row(**first, **dict([next(names)]))
            page.row(**dict(names))
            if not mark:
                page.row(counter=counter)
            found[stage] = [*first.values(), *fields.values(), counter]
        return found

    def _make_columns(self) -> dict[Stage, tuple[PartColumn, ...]]:
        def votes(field: str, head: str) -> PartColumn:
            return PartColumn(field, head, "number", width=96)

        return {
            Stage.LIST: (
                PartColumn(
                    "unit",
                    "Đơn vị",
                    "record",
                    choices=lambda: self._units,
                    width=190,
                    multiline=True,
                ),
                PartColumn("person", "Cá nhân", "record", choices=lambda: self._people, width=140),
                PartColumn("name", "Tên trên phiếu", width=150),
                PartColumn("score", "Điểm", "number", decimals=2, width=64),
                PartColumn("place", "Hạng", "number", minimum=1, width=56),
            ),
            Stage.FIRST: (_NAME, votes("agreed", "Đồng ý"), votes("against", "Không đồng ý")),
            Stage.SECOND: (_NAME, votes("agreed2", "Đồng ý"), votes("against2", "Không đồng ý")),
            Stage.COMPARED: (
                _NAME,
                votes("agreed", "Đồng ý 1"),
                votes("agreed2", "Đồng ý 2"),
                votes("against", "Không 1"),
                votes("against2", "Không 2"),
            ),
        }

    def _show(self, stage: Stage) -> None:
        for owner, fields in self._fields.items():
            for field in fields:
                field.setVisible(owner is stage)
                field.label.setVisible(owner is stage)
        self._take.setVisible(stage is Stage.LIST)
        self.candidates.tools.setVisible(stage is Stage.LIST)
        self.candidates.show_columns(self._columns[stage])
        self.candidates.edited.emit()

    def _go_on(self) -> None:
        """After the last figure of a count the next one begins."""
        following = self.bar.currentIndex() + 1
        if following < self.bar.count() and self.bar.isTabVisible(following):
            self.bar.setCurrentIndex(following)
            fields = self._fields[Stage(following)]
            if fields:
                fields[0].focus_editor()


def result_text(ballot: Ballot) -> str:
    """Each candidate's votes, share and what is missing; where two counts differ, that first."""
    if not any(candidate.agreed is not None for candidate in ballot.candidates):
        return "Ghi số phiếu của hai lần kiểm độc lập; kết quả hiện ra ở đây."
    differences = ballot.differences() if ballot.is_secret else ()
    result = outcome(ballot)
    lines = [
        f"{line.candidate.title}: {line.agreed}/{line.base} phiếu ({number(line.share)}%), "
        f"cần {line.needed}. {verdict(result, line)}."
        for line in result.lines
    ]
    warned = [f"⚠ Hai lần kiểm khác nhau: {differences[0]}"] if differences else []
    return "\n".join((*warned, *lines, conclusion(ballot)))
