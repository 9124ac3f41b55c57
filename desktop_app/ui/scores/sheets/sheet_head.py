"""What stands over the grid: round, view, unit with its state, sums, and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import NEXT_STATES, Round, ScoreSheet, SheetState
from desktop_app.domain.vietnamese import number
from desktop_app.ui import icons
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.lists.chip import ChipLabel
from desktop_app.ui.scores.ranking.cluster_model import KINDS
from desktop_app.ui.scores.sheets import workbook_actions
from desktop_app.ui.scores.sheets.form_export import round_box
from desktop_app.ui.scores.sheets.sheet_states import FOR_ALL, TONES, VERBS
from desktop_app.ui.scores.unit_box import UnitBox

ONE_UNIT, CLUSTER = "Một đơn vị", "Toàn cụm"


class SheetHead(QWidget):
    """Two lines: what is looked at, and what comes next."""

    step_wanted = Signal(object)
    """The shown sheet is to take this step."""
    all_wanted = Signal(object)
    """All sheets that can are to take this step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounds = round_box()
        self.modes, self.kinds, self.units = CalmCombo(), CalmCombo(), UnitBox()
        self.chip, self.count, self.sums = ChipLabel(), QLabel(), QLabel()
        self.make_button = _button("Lập phiếu cho các đơn vị", "plus", primary=True)
        self.receive_button = _button(workbook_actions.RECEIVE, "file-up")
        self.export_button = _button(workbook_actions.EXPORT, "file-down")
        self.rest_button = _button("Chấp nhận các dòng còn lại (A)")
        self.step_buttons = {state: _button(f"{verb}…") for state, verb in VERBS.items()}
        self.all_button = _button("")
        self._all_state: SheetState | None = None
        self._build()

    @property
    def round(self) -> Round:
        found: Round = self.rounds.currentData()
        return found

    @property
    def kind(self) -> str:
        """The sort of score that the board of the cluster shows."""
        return str(self.kinds.currentData())

    @property
    def is_cluster(self) -> bool:
        return self.modes.currentText() == CLUSTER

    def show_mode(self) -> None:
        """Only what belongs to the one unit or to the whole cluster."""
        cluster = self.is_cluster
        self.kinds.setVisible(cluster)
        for widget in (self.units, self.chip, self.count):
            widget.setVisible(not cluster)

    def show_sheet(
        self, sheet: ScoreSheet | None, board: Scoreboard | None, progress: tuple[int, int]
    ) -> None:
        """State, rows done and sums of the shown sheet."""
        if sheet is None or board is None:
            self.chip.set_chip("", TONES[SheetState.DRAFT])
            self.count.clear()
            self.sums.clear()
            return
        self.chip.set_chip(sheet.state.label, TONES[sheet.state])
        self.chip.setVisible(not self.is_cluster)
        done, every = progress
        verb = "đã thẩm định" if sheet.state in (SheetState.SUBMITTED, SheetState.EXPLAINED) else ""
        self.count.setText(f"{done}/{every} dòng {verb or 'có số liệu'}")
        self.sums.setText(_sums(sheet, board))

    def show_round(self, sheets: Sequence[ScoreSheet]) -> None:
        """How many sheets of the round stand where."""
        counts = Counter(sheet.state for sheet in sheets)
        said = [f"{counts[state]} {state.label.lower()}" for state in SheetState if counts[state]]
        self.sums.setText(f"{len(sheets)} phiếu: {' · '.join(said)}" if sheets else "")

    def show_steps(self, sheet: ScoreSheet | None, for_all: dict[SheetState, int]) -> None:
        """Buttons for the legal steps only; the one that leads forward stands out."""
        following = NEXT_STATES[sheet.state] if sheet and not self.is_cluster else ()
        for state, button in self.step_buttons.items():
            button.setVisible(state in following)
        self._all_state = max(for_all, key=lambda state: for_all[state], default=None)
        self.all_button.setVisible(self._all_state is not None)
        if self._all_state is not None:
            self.all_button.setText(f"{FOR_ALL[self._all_state]}…")

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for mode in (ONE_UNIT, CLUSTER):
            self.modes.addItem(mode)
        for kind, words in KINDS:
            self.kinds.addItem(words, kind)
        self.modes.setAccessibleName("Xem")
        self.kinds.setAccessibleName("Loại điểm")
        self.kinds.setMinimumWidth(190)
        self.modes.setMinimumWidth(130)
        self.rounds.setMinimumWidth(100)
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.sums.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count.setProperty("role", "muted")
        for state, button in self.step_buttons.items():
            button.clicked.connect(lambda _=False, state=state: self.step_wanted.emit(state))
            if state is not SheetState.RETURNED:
                button.setProperty("role", "primary")
        self.all_button.clicked.connect(lambda: self.all_wanted.emit(self._all_state))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._first_line())
        layout.addLayout(self._second_line())

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(QLabel("Đợt"))
        line.addWidget(self.rounds)
        line.addWidget(self.modes)
        line.addWidget(self.units)
        line.addWidget(self.kinds)
        line.addWidget(self.chip)
        line.addWidget(self.count)
        line.addStretch(1)
        for button in (self.make_button, self.receive_button, self.export_button):
            line.addWidget(button)
        return line

    def _second_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.sums, 1)
        line.addWidget(self.rest_button)
        line.addWidget(self.step_buttons[SheetState.RETURNED])
        for state, button in self.step_buttons.items():
            if state is not SheetState.RETURNED:
                line.addWidget(button)
        line.addWidget(self.all_button)
        return line


def _sums(sheet: ScoreSheet, board: Scoreboard) -> str:
    total = board.total(sheet.unit)
    said = [f"Tự chấm {number(total.own)}"]
    if sheet.is_submitted:
        said.append(f"thẩm định {number(total.second)}")
    said.append(f"chính thức {number(total.final)} / {number(total.worth)} điểm được giao")
    if total.completion is not None:
        said.append(f"{number(total.completion)}%")
    return " · ".join(said)


def _button(text: str, icon: str = "", *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    if icon:
        icons.wear(button, icon, "on_accent" if primary else "text")
    if primary:
        button.setProperty("role", "primary")
    return button
