"""The board of places in the window: by total and section, why, decisions, and its papers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QDialog

from desktop_app.domain.scores.sheet import Round, SheetState
from desktop_app.domain.vietnamese import number
from desktop_app.papers.scores.ranking_chart import ranking_chart
from desktop_app.ui import messages
from desktop_app.ui.preview.batch_dialog import BatchDialog
from desktop_app.ui.scores.ranking import tie_dialog
from desktop_app.ui.scores.ranking.ranking_view import RankingView
from desktop_app.ui.theme import theme

COMPACTS = 2


@pytest.fixture
def view(window, half_scored, qtbot):
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    found = page.turn_to([kind for _, kind in page.views].index(RankingView))
    qtbot.waitUntil(found.isVisible)
    return found


def rows(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def tie(view):
    """Two units with the same lines and no targets between them; their ids."""
    (criteria,) = view.file.criteria.of_period(view.period)
    bare = tuple(target for target in criteria.targets if target.value is None)
    view.file.criteria.save(criteria.replace(targets=bare))
    first, second, *_ = view.file.sheets.of_period(view.period)
    lines = tuple(line.replace(id=f"x-{line.id}") for line in first.lines)
    view.file.sheets.save(second.replace(lines=lines))
    view.refresh()
    return {first.unit.id, second.unit.id}


def test_places_are_those_of_the_board_and_provisional(view):
    shown = rows(view.table)
    standings = view.scored.standings
    assert view.scored.round is Round.HALF_YEAR
    assert [row[:2] for row in shown] == [[str(s.place), s.unit.short_name] for s in standings]
    assert shown[0][-3:] == ["91", "91%", ""]
    assert "tạm tính" in view._state.text()
    assert shown[-1][-1] == "Điểm liệt"
    assert "vì bị điểm liệt: II.1" in view._notes.text()


def test_another_section_another_order(view):
    view.section_box.setCurrentIndex(3)
    view.section_box.activated.emit(3)
    section = view.scored.criteria.tree.roots[2]
    places = [(row[0], row[1]) for row in rows(view.table)]
    wanted = view.scored.standings_in(section)
    assert places == [(str(s.place), s.unit.short_name) for s in wanted]
    assert f"phần {section.code}" in view.chart.accessibleName()


def test_the_chart_says_the_numbers_of_the_table(view):
    name = view.chart.accessibleName()
    for row in rows(view.table):
        assert f"{row[0]}. {row[1]} {row[5]}" in name


def test_a_round_without_figures_has_no_places(view):
    view.round_box.setCurrentIndex(1)
    view.round_box.activated.emit(1)
    assert view.scored.round is Round.YEAR
    assert view.table.isHidden()
    assert "chưa đơn vị nào có điểm" in view._state.text()
    assert view._notes.isHidden()
    assert not view.ties_button.isEnabled()


def test_without_criteria_the_way_there_is_told(view):
    for store in (view.file.sheets, view.file.inspections, view.file.criteria):
        for record in store.of_period(view.period):
            store.delete(record)
    view.refresh()
    assert "Tiêu chí" in view._state.text()
    assert view.table.isHidden()
    assert not view.can_print


def test_a_tie_is_decided_by_votes_and_can_be_undone(view, monkeypatch, window):
    equal = tie(view)
    first, second = view.scored.standings[:2]
    assert {first.unit.id, second.unit.id} == equal
    assert (first.place, second.place) == (1, 1)
    assert [row[-1] for row in rows(view.table)][:2] == ["Đồng hạng"] * 2
    assert "còn chờ" in view._notes.text()

    def vote(dialog):
        entries = dialog.form.entries.value()
        assert {entry.unit.id for entry in entries} == equal
        voted = [e.replace(votes=5 if e.unit.id == second.unit.id else 2) for e in entries]
        dialog.form.entries.set_parts(tuple(voted))
        dialog.save()
        return QDialog.DialogCode(dialog.result())

    monkeypatch.setattr(tie_dialog.TieDialog, "exec", vote)
    view.ties_button.click()
    assert view.scored.standings[0].unit.id == second.unit.id
    assert rows(view.table)[1][0] == "2"
    assert "theo biểu quyết của hội nghị (5 phiếu so với 2)" in view._notes.text()
    window.actions_.undo.trigger()
    assert rows(view.table)[1][0] == "1"


def test_the_same_place_twice_is_refused_in_the_dialog(view, qtbot):
    tie(view)
    dialog = tie_dialog.TieDialog(view.file, view.scored, view)
    qtbot.addWidget(dialog)
    entries = dialog.form.entries
    entries.set_parts(tuple(entry.replace(place=1) for entry in entries.value()))
    dialog.save()
    assert "Thứ tự 1 đã dùng" in entries.problem()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert not view.file.tie_decisions.of_period(view.period)


@pytest.mark.parametrize(
    ("pasted", "told"),
    [("=1+1", "«=1+1» không phải là số."), ("-3", "Nhỏ nhất là 0."), ("2,5", "Cần số nguyên.")],
)
def test_what_is_no_number_of_votes_is_refused_in_its_cell(view, qtbot, pasted, told):
    tie(view)
    dialog = tie_dialog.TieDialog(view.file, view.scored, view)
    qtbot.addWidget(dialog)
    dialog.show()
    grid = dialog.form.entries
    QGuiApplication.clipboard().setText(pasted)
    grid.table.setCurrentIndex(grid.model.index(0, 1))
    grid.edit_current()
    grid.table.open_editor().paste()
    dialog.save()
    assert told in grid.problem()
    assert not view.file.tie_decisions.of_period(view.period)


def test_without_a_tie_there_is_nothing_to_decide(view, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _, *words: told.append(words))
    view.ties_button.click()
    assert told == [("Không có đơn vị nào bằng điểm.", "Thứ hạng do điểm quyết định.")]


def test_rules_open_the_criteria(view, window):
    view.rules_button.click()
    shown = window.page().view
    assert type(shown).__name__ == "CriteriaView"
    assert shown.form.shown == view.scored.criteria


def test_papers_follow_the_chosen_row(view, qtbot):
    view.papers_shown.choose("score-sheet")
    view.table.selectRow(2)
    unit = view.scored.standings[2].unit
    wish = view.paper_wish()
    assert (wish.part, wish.record) == (unit.id, view.scored)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20_000)
    assert view.preview.pdf.startswith(b"%PDF")


def test_sheets_of_all_units_are_printed_together(view, window, monkeypatch):
    offered = []

    def look(dialog):
        offered.append(dialog)
        return 0

    monkeypatch.setattr(BatchDialog, "exec", look)
    view.papers_shown.choose("score-sheet")
    window.actions_.batch.trigger()
    (dialog,) = offered
    units = [standing.unit.name for standing in view.scored.standings]
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(names) == len(units)
    assert all(any(unit in name for name in names) for unit in units)


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_places_are_saved_as_pdf_and_word(view, window, save_as, tmp_path, qtbot, ending):
    path = tmp_path / f"xếp hạng{ending}"
    save_as(path)
    save = {".pdf": window.actions_.pdf, ".docx": window.actions_.word}[ending]
    save.trigger()
    qtbot.waitUntil(path.exists, timeout=20_000)
    head = {".pdf": b"%PDF", ".docx": b"PK"}[ending]
    qtbot.waitUntil(lambda: path.read_bytes().startswith(head))


def test_the_table_is_walked_by_keyboard(view, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.table.chosen_unit() == view.scored.standings[1].unit.id


def keep_last_year(view):
    """The same criteria and figures a year earlier, all sheets final."""
    before = next(period for period in view.file.periods.all() if period.name == "2017")
    (criteria,) = view.file.criteria.of_period(view.period)
    old = criteria.replace(
        id="bo-2017",
        period=before,
        criteria=tuple(
            c.replace(id=f"cu-{c.id}", parent=c.parent and f"cu-{c.parent}")
            for c in criteria.criteria
        ),
        targets=(),
    )
    view.file.criteria.save(old)
    view.file.save_all(
        sheet.replace(
            id=f"cu-{sheet.id}",
            period=before,
            criteria=old,
            state=SheetState.FINAL,
            lines=tuple(
                line.replace(id=f"cu-{line.id}", criterion=f"cu-{line.criterion}")
                for line in sheet.lines
            ),
        )
        for sheet in view.file.sheets.of_period(view.period)
    )


def test_last_year_is_a_column_and_a_bar_with_an_outline(view):
    keep_last_year(view)
    view.refresh()
    heads = [view.table.horizontalHeaderItem(i).text() for i in range(view.table.columnCount())]
    column = heads.index("Năm trước")
    last = view.scored.last_year
    paper = ranking_chart(view.scored)
    for row, standing in zip(rows(view.table), view.scored.standings, strict=True):
        assert row[column] == number(last[standing.unit.id])
        words = f"năm trước {row[column]}/100"
        assert words in view.chart.accessibleName()
        assert words in [bar.words for bar in paper.bars if bar.is_pale]
    assert view.chart.sizeHint().height() >= 2 * len(last) * 24


def test_a_year_before_that_is_not_final_is_not_compared_with(view):
    keep_last_year(view)
    sheet = next(s for s in view.file.sheets.all() if s.period.name == "2017")
    view.file.sheets.save(sheet.replace(state=SheetState.REVIEWED))
    view.refresh()
    assert not view.scored.last_year
    assert "năm trước" not in view.chart.accessibleName()


def test_the_chart_is_drawn_in_both_themes(view, qapp):
    seen = []
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme)
        picture = view.chart.grab().toImage()
        colors = {QColor(picture.pixel(x, 12)).name() for x in range(0, picture.width(), 3)}
        assert theme.color("accent").name() in colors
        seen.append(colors)
    theme.apply(qapp, "light")
    assert seen[0] != seen[1]
