"""The form that is filled in by hand: a box a figure, nothing asked that is not assigned."""

from __future__ import annotations

import pytest

from desktop_app.domain.scores.self_scoring import sheet_of
from desktop_app.domain.scores.sheet import Round
from desktop_app.papers.blocks import Closing, Letterhead, Table, Title

ASKED, SCORE, TARGET = 6, 7, 5


@pytest.fixture
def form(sample, read):
    def form(place, when=Round.YEAR):
        unit = sample.criteria.period.members_on(None)[place].unit
        return read("self-scoring", sheet_of(sample.criteria, unit, when, ()))

    return form


def rows(form):
    return {row.cells[0]: row for row in form.one(Table).rows if not row.is_group}


def test_every_leaf_has_boxes_to_write_in(form, sample):
    found = rows(form(0))
    leaves = [leaf.code for leaf in sample.criteria.tree.leaves]
    assert [code for code in found if code] == leaves
    assert all(found[code].height >= 10 for code in leaves)
    assert found["I.1.a"].cells[TARGET:] == ("24", "", "", "")
    assert found["II.1"].cells[ASKED] == "Đạt / Không đạt"
    assert found["III.2"].cells[ASKED] == "Cộng:\nTrừ:"
    assert found[""].cells[2] == "100"


def test_what_is_not_assigned_leaves_the_sum(form):
    found = rows(form(-1))
    assert found["I.3"].cells[ASKED] == "Không giao"
    assert found["I.3"].cells[SCORE] == "–"
    assert found[""].cells[2] == "90"


def test_it_is_the_units_own_paper(form, sample):
    paper = form(1, Round.HALF_YEAR)
    unit = sample.criteria.period.members_on(None)[1].unit
    assert paper.one(Letterhead).body == (unit.name.upper(),)
    assert paper.one(Title).subject == "6 tháng năm 2018"
    assert paper.document.sections[0].landscape
    assert paper.one(Closing).right.name == ""
