"""Every table of the program is asked of cells that are not there, and nothing is raised."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QListView, QStyleOptionViewItem, QTableView

import desktop_app
from desktop_app.domain.meetings.meeting import AgendaItem
from desktop_app.domain.record import Record
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.search_text import Excerpt
from desktop_app.domain.statistics.figures import Figures, Head, Line
from desktop_app.exchange.lists.kind import ListReading, ListRow
from desktop_app.exchange.lists.list_field import ListField
from desktop_app.ui.dialogs import search_list
from desktop_app.ui.dialogs.search_list import LineModel
from desktop_app.ui.import_lists.rows_model import RowsModel
from desktop_app.ui.records.lists.bounded_model import BoundedModel
from desktop_app.ui.records.lists.chip import ChipDelegate, WrappedDelegate
from desktop_app.ui.records.lists.paged_model import PagedModel
from desktop_app.ui.records.lists.record_model import RECORD_ROLE, TONE_ROLE, Column, RecordModel
from desktop_app.ui.records.parts.ground_delegate import GroundDelegate
from desktop_app.ui.records.parts.matrix_model import CellRule, MatrixModel
from desktop_app.ui.records.parts.matrix_model import Line as MatrixLine
from desktop_app.ui.records.parts.part_column import PartColumn
from desktop_app.ui.records.parts.parts_delegate import PartsDelegate
from desktop_app.ui.records.parts.parts_model import PartsModel
from desktop_app.ui.scores.criteria.criteria_delegate import CriteriaDelegate
from desktop_app.ui.scores.criteria.criteria_model import CriteriaModel
from desktop_app.ui.scores.ranking.cluster_model import KINDS, ClusterModel, TotalsModel
from desktop_app.ui.scores.sheets.score_delegate import ScoreDelegate
from desktop_app.ui.scores.sheets.score_rows import ScoreRows
from desktop_app.ui.scores.sheets.sheet_edits import SheetEdits
from desktop_app.ui.scores.sheets.sheet_model import SheetModel
from desktop_app.ui.statistics.figures_table import FiguresModel
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion, sheet

SET = criteria_set(criterion("I", Kind.GROUP, "10"), criterion("I.1", most="10", parent="I"))
SMALL = criteria_set(criterion("I", most="10"))
ITEMS = (AgendaItem(text="Khai mạc"), AgendaItem(text="Bế mạc"))
AGENDA = (PartColumn("text", "Nội dung"), PartColumn("minutes", "Phút", "number"))
ROLES = [*(int(role) for role in Qt.ItemDataRole), RECORD_ROLE, TONE_ROLE]
ABSTRACT = {BoundedModel, ScoreRows, SheetEdits}


def records(model):
    model.set_records(ITEMS)
    return lambda: model.set_records(ITEMS[:1])


def parts(model, shown=ITEMS):
    model.set_parts(shown)
    return lambda: model.remove(1)


def matrix(model):
    model.set_lines(lines := (MatrixLine("a", "Cục A"), MatrixLine("b", "Cục B")), lines)
    return lambda: model.set_lines(lines[:1], lines[:1])


def figures(model):
    lines = tuple(Line(name, f"Cục {name}", (1, 2)) for name in "AB")
    whole = Figures(period=PERIOD, heads=(Head("x", "X"), Head("y", "Y")), lines=lines)
    model.show_figures(whole)
    return lambda: model.show_figures(whole.replace(lines=lines[:1]))


def scoreboard(of=SET):
    return Scoreboard(of, [sheet(of, "C")])


def cluster(model):
    model.show(scoreboard(), (UNITS["C"], UNITS["A"]), KINDS[0][0])
    return lambda: model.show(scoreboard(SMALL), (UNITS["C"],), KINDS[0][0])


def totals(model):
    model._cluster.show(scoreboard(), (UNITS["C"],), KINDS[0][0])
    return lambda: model._cluster.show(None, (), KINDS[0][0])


def scores(model):
    model.show(scoreboard(), sheet(SET, "C"))
    return lambda: model.show(scoreboard(SMALL), sheet(SMALL, "C"))


def rows(model):
    read = [ListRow(number, ("An",), record=Record()) for number in (1, 2)]
    model.show_reading(ListReading((ListField("name", "Họ tên"),), tuple(read)))
    return lambda: model.show_reading(ListReading((), tuple(read[:1])))


def hits(model):
    lines = [search_list.Line(Excerpt(name), lambda: None, "file") for name in "AB"]
    model.show_rows(lines)
    return lambda: model.show_rows(lines[:1])


COLUMNS = (Column[AgendaItem]("Nội dung", lambda item: item.text),)
MODELS = {
    RecordModel: (lambda: RecordModel(COLUMNS), records),
    PagedModel: (lambda: PagedModel(COLUMNS), records),
    PartsModel: (lambda: PartsModel(AGENDA), parts),
    CriteriaModel: (
        lambda: CriteriaModel((PartColumn("text", "Tiêu chí"), PartColumn("code", "Mã"))),
        lambda model: parts(model, SET.criteria),
    ),
    MatrixModel: (lambda: MatrixModel(CellRule(str, lambda _, text: text)), matrix),
    FiguresModel: (FiguresModel, figures),
    ClusterModel: (ClusterModel, cluster),
    TotalsModel: (lambda: TotalsModel(ClusterModel()), totals),
    SheetModel: (SheetModel, scores),
    RowsModel: (RowsModel, rows),
    LineModel: (LineModel, hits),
}
"""Class → how one is made, and how it is filled; the latter gives back how it becomes smaller."""


def ask(model, index):
    """All that Qt asks of a cell, and the ways to write in it."""
    for role in ROLES:
        assert model.data(index, role) is None
    assert model.flags(index) == Qt.ItemFlag.NoItemFlags
    checked = Qt.CheckState.Checked.value
    assert model.setData(index, "Đón tiếp", Qt.ItemDataRole.EditRole) is False
    assert model.setData(index, checked, Qt.ItemDataRole.CheckStateRole) is False


@pytest.fixture(params=MODELS, ids=lambda kind: kind.__name__)
def filled(request, qapp):
    make, fill = MODELS[request.param]
    model = make()
    return model, fill(model)


def test_every_model_of_the_program_is_asked():
    for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, left = set(), [QAbstractItemModel]
    while left:
        left += (kinds := left.pop().__subclasses__())
        found |= {kind for kind in kinds if kind.__module__.startswith("desktop_app.")}
    assert found - ABSTRACT == set(MODELS)


def test_a_place_that_is_not_there(filled):
    model, _ = filled
    rows, columns = model.rowCount(), model.columnCount()
    assert rows > 1
    ask(model, QModelIndex())
    for row, column in ((rows, 0), (rows + 5, 0), (-1, 0), (0, columns), (0, -1)):
        ask(model, model.createIndex(row, column))


def test_heads_that_are_not_there(filled):
    model, _ = filled
    for across, count in (
        (Qt.Orientation.Horizontal, model.columnCount()),
        (Qt.Orientation.Vertical, model.rowCount()),
    ):
        for section in (-1, count, count + 5):
            assert {model.headerData(section, across, role) for role in ROLES} == {None}


def test_a_row_that_has_gone(filled):
    model, shrink = filled
    index = model.index(model.rowCount() - 1, 0)
    assert model.flags(index) != Qt.ItemFlag.NoItemFlags
    shrink()
    ask(model, index)
    if hasattr(model, "problem_at") and not isinstance(model, MatrixModel):
        assert model.problem_at(index) == ""


DELEGATES = {
    ChipDelegate: RecordModel,
    WrappedDelegate: RecordModel,
    PartsDelegate: PartsModel,
    CriteriaDelegate: CriteriaModel,
    GroundDelegate: ClusterModel,
    ScoreDelegate: SheetModel,
    search_list._LineDelegate: LineModel,
}


@pytest.mark.parametrize("kind", DELEGATES, ids=lambda kind: kind.__name__)
def test_what_is_painted_or_typed_in_a_cell_that_is_not_there(qtbot, kind):
    make, fill = MODELS[DELEGATES[kind]]
    model = make()
    shrink = fill(model)
    view = QListView() if DELEGATES[kind] is LineModel else QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = kind(view)
    gone = model.index(model.rowCount() - 1, 0)
    shrink()
    picture = QPixmap(100, 30)
    for index in (QModelIndex(), gone):
        option = QStyleOptionViewItem()
        option.rect, option.widget = QRect(0, 0, 100, 30), view
        assert delegate.sizeHint(option, index) is not None
        painter = QPainter(picture)
        delegate.paint(painter, option, index)
        painter.end()
        delegate.createEditor(view.viewport(), option, index)
        delegate.setEditorData(QLineEdit(), index)
        delegate.setModelData(QLineEdit("Đón tiếp"), model, index)
