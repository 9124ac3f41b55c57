"""The heads of the board of the whole cluster."""

from __future__ import annotations

import pytest

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.ui.scores.ranking.cluster_model import column_name

LONG = "Cục Cảnh sát quản lý hành chính về trật tự xã hội số 7"


@pytest.mark.parametrize(
    ("full", "short", "code", "shown"),
    [
        ("Cục Cơ yếu", "", "", "Cục Cơ yếu"),
        (LONG, "Cục QLHC số 7", "", "Cục QLHC số 7"),
        (LONG, "", "C07", "C07"),
        (LONG, "", "", "Cục Cảnh sát… xã hội số 7"),
    ],
)
def test_long_names_are_told_apart_over_narrow_columns(full, short, code, shown):
    unit = Unit(code=code, names=(UnitName(full=full, short=short),))
    assert column_name(unit) == shown
