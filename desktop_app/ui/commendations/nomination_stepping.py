"""Handing nominations on: what can be done now, the question, and the one change after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.commendations.nomination import (
    NEXT_STATES,
    Nomination,
    NominationState,
    NominationStep,
)
from desktop_app.domain.commendations.stepping import could_take, taken
from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.nomination_step_dialog import BACK, VERBS, NominationStepDialog
from desktop_app.ui.commendations.rules.override_dialog import with_reasons

_ICONS = {
    NominationState.HONOURED: "vote",
    NominationState.SUBMITTED: "stamp",
    NominationState.SUPPLEMENT: "file-plus",
    NominationState.REJECTED: "x",
    NominationState.HIGHER: "medal",
    NominationState.WITHDRAWN: "log-out",
}


def fill_menu(
    menu: QMenu, nomination: Nomination | None, take: Callable[[NominationStep], object]
) -> None:
    """The legal steps of a nomination; taking one back stands apart."""
    menu.clear()
    if nomination is None:
        return
    for state in NEXT_STATES[nomination.state]:
        if state in VERBS:
            words, icon = f"{VERBS[state]}…", _ICONS[state]
            _add(menu, words, icon, NominationStep(state=state), take)
    back = nomination.back_step()
    if back is not None:
        menu.addSeparator()
        _add(menu, f"{BACK} về «{back.state}»…", "undo-2", back, take)


def _add(
    menu: QMenu,
    words: str,
    icon: str,
    step: NominationStep,
    take: Callable[[NominationStep], object],
) -> None:
    action = menu.addAction(words)
    action.triggered.connect(lambda: take(step))
    icons.wear(action, icon)


def take_step(
    file: DataFile,
    step: NominationStep,
    ticked: Sequence[Nomination],
    others: Sequence[Nomination],
    parent: QWidget,
) -> tuple[Nomination, ...]:
    """Asks, and hands the chosen nominations on as one change; those that went on, or none.

    `ticked` are proposed for the step; `others` that could take it too can be ticked besides.
    A step back is of one nomination alone.
    """
    known = {nomination.id for nomination in ticked}
    more = [one for one in could_take(step.state, others) if one.id not in known]
    offered = (*ticked, *(() if step.is_back else more))
    dialog = NominationStepDialog(step, offered, ticked, parent)
    if not asked(dialog):
        return ()
    moved = with_reasons(file, taken(dialog.step(), dialog.chosen()).moved, parent)
    try:
        file.save_all(moved)
    except UserFacingError as error:
        messages.show_error(parent, error)
        return ()
    return moved
