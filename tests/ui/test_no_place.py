"""Qt asks models of no place at all, as after a click below the last row: an error there ends
the program, because the binding trips over it (PySide 6.11 on Python 3.11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop_app.ui.dialogs import search_list
from desktop_app.ui.import_lists import rows_model

MODELS = [
    kind
    for module in (search_list, rows_model)
    for kind in vars(module).values()
    if isinstance(kind, type) and kind.__module__ == module.__name__ and "flags" in vars(kind)
]


@pytest.mark.parametrize("model", MODELS)
def test_an_empty_model_answers_for_no_place(qapp, model):
    flags = model().flags(QModelIndex())
    assert not flags & (Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
