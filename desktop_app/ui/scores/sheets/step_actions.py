"""Handing sheets on: which steps can be taken, the question, and the one change after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.reviewing import handed_on
from desktop_app.domain.scores.sheet import NEXT_STATES, ScoreSheet, SheetState
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.scores.sheets.round_sheets import RoundSheets
from desktop_app.ui.scores.sheets.sheet_states import FOR_ALL
from desktop_app.ui.scores.sheets.step_dialog import StepDialog
from desktop_app.ui.scores.sheets.step_notes import Notes


def steps_for_all(sheets: RoundSheets | None) -> dict[SheetState, int]:
    """The steps that at least two sheets of the round can take, and how many can."""
    counts: Counter[SheetState] = Counter()
    for sheet in sheets.sheets if sheets else ():
        counts.update(state for state in NEXT_STATES[sheet.state] if state in FOR_ALL)
    return {state: counts[state] for state in FOR_ALL if counts[state] > 1}


def take_step(
    file: DataFile,
    sheets: RoundSheets,
    wanted: Sequence[ScoreSheet],
    states: Sequence[SheetState],
    parent: QWidget,
) -> tuple[ScoreSheet, ...]:
    """Asks, and hands the chosen sheets on as one change; those that went on, or none."""
    people = sorted(file.people.all(), key=lambda person: name_sort_key(person.full_name))
    dialog = StepDialog(wanted, states, people, Notes(sheets), parent)
    if not asked(dialog):
        return ()
    moved = dialog.chosen()
    for order in dialog.orders:
        moved = handed_on(order, moved).moved
    try:
        file.save_all(moved)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return ()
    return moved
