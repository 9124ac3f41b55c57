"""Criteria in the real window: built by keyboard, copied, taken from Excel, locked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.sheet import ScoreSheet, SheetState, SheetStep
from desktop_app.domain.years.period import Period
from desktop_app.exchange.criteria_book import write_criteria
from desktop_app.exchange.reading import read_book
from desktop_app.new_file import create_sample
from desktop_app.ui import messages
from desktop_app.ui.scores.criteria import criteria_view
from desktop_app.ui.scores.criteria.criteria_import import CriteriaImportDialog
from desktop_app.ui.scores.criteria.other_cluster_dialog import OtherClusterDialog
from tests.exchange.raw_workbook import raw_workbook, row, sheet_xml, text_cell

COMPACTS = 2
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def view(window, unscored, qtbot):
    """The criteria, with the sample's set in the form."""
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    labels = [label for label, _ in page.views]
    view = page.turn_to(labels.index("Tiêu chí"))
    qtbot.waitUntil(lambda: view.list.model.total == 1)
    return view


@pytest.fixture
def begin_with(monkeypatch):
    """Answers the question what a new set begins with, by the first words of a source."""

    def answer(words):
        class Dialog(QDialog):
            def __init__(self, title, sources, parent):
                super().__init__(parent)
                self.chosen = next(one for one in sources if one.title.startswith(words))

            def exec(self):
                return True

        monkeypatch.setattr(criteria_view, "SourceDialog", Dialog)

    return answer


def tree_of(view):
    return view.form.fields["criteria"]


def outline(criteria):
    tree = criteria.tree
    return ["." * tree.depth(one) + one.code for one in tree.in_order]


# --- the tree by keyboard ---------------------------------------------------------------------


@pytest.fixture
def empty(view, begin_with):
    begin_with("Bảng trống")
    view.add()
    tree_of(view).table.setFocus()
    return view


def test_a_small_tree_is_built_by_keyboard_alone(window, empty, keys, qtbot):
    tree = tree_of(empty)
    keys(KEY.Key_Insert)
    keys("Công tác chuyên môn")
    keys(KEY.Key_Return)
    keys(KEY.Key_Escape)
    keys(KEY.Key_Insert, ALT)
    keys("Tỷ lệ phá án")
    keys(KEY.Key_Tab)  # its kind is chosen from a list that opens
    tree.table.open_editor().setCurrentIndex(list(Kind).index(Kind.QUANTITATIVE))
    keys(KEY.Key_Tab)
    keys("7,5")
    keys(KEY.Key_Return)  # the last cell of the last row: the next brother begins
    assert tree.model.rowCount() == 3
    keys("Chế độ báo cáo")
    keys(KEY.Key_Tab)
    keys(KEY.Key_Tab)
    keys("2,5")
    empty.form.fields["name"].set_value("Bảng thử")
    assert empty.save(), empty.form.problems()
    saved = next(one for one in window.file.criteria.all() if one.name == "Bảng thử")
    assert outline(saved) == ["I", ".I.1", ".I.2"]
    first, *leaves = saved.tree.in_order
    assert first.kind is Kind.GROUP
    assert [leaf.max_points for leaf in leaves] == [Decimal("7.5"), Decimal("2.5")]
    assert leaves[0].kind is Kind.QUANTITATIVE
    assert saved.version == 2
    assert saved.max_total == 10


def test_branches_move_with_alt_and_arrows(view, keys):
    tree = tree_of(view)
    tree.table.setFocus()
    tree._go(tree.model.row_of("tc-i-2"), 1)
    keys(KEY.Key_Right, ALT)
    assert outline(view.form.record())[:6] == ["I", ".I.1", "..I.1.a", "..I.1.b", "..I.1.c", ".I.3"]
    assert tree.current_part().id == "tc-i-2"
    keys(KEY.Key_Up, ALT)
    assert [one.id for one in view.form.record().tree.in_order][3:5] == ["tc-i-2", "tc-i-1-b"]
    keys(KEY.Key_Left, ALT)
    assert tree.current_part().code == "I.2"
    view.discard()
    assert not view.has_edits


@pytest.mark.parametrize("change", ["add_row", "add_child", "move_row", "shift_row", "fold"])
def test_what_is_being_typed_is_taken_over_before_the_tree_changes(view, change):
    tree = tree_of(view)
    tree._go(tree.model.row_of("tc-i-1"), 1)
    tree.edit_current()
    tree.table.open_editor().setPlainText("Tiêu chí đang gõ")
    act = getattr(tree, change)
    act() if change.startswith("add") else act(1)
    assert "Tiêu chí đang gõ" in [one.text for one in tree.model.criteria]


def test_del_takes_the_branch_and_its_targets_after_a_question(window, view, keys, monkeypatch):
    asked = []
    answer = {"yes": False}
    monkeypatch.setattr(messages, "ask_delete", lambda *words: asked.append(words) or answer["yes"])
    tree = tree_of(view)
    tree.table.setFocus()
    tree._go(tree.model.row_of("tc-i-1"), 1)
    keys(KEY.Key_Delete)
    assert "2 tiêu chí con" in asked[0][2]
    assert not view.has_edits
    answer["yes"] = True
    keys(KEY.Key_Delete)
    assert view.save()
    saved = window.file.criteria.get("tieu-chi-2018")
    assert "I.1.a" not in [one.code for one in saved.criteria]
    assert {target.criterion for target in saved.targets} == {"tc-iii-3", "tc-i-3"}


def test_space_folds_a_branch(view, keys):
    tree = tree_of(view)
    tree.table.setFocus()
    tree._go(0, 1)
    keys(KEY.Key_Space)
    hidden = [tree.table.isRowHidden(at) for at in range(tree.model.rowCount())]
    assert hidden[:8] == [False, *[True] * 6, False]
    tree._go(3, 1)
    assert not any(tree.table.isRowHidden(at) for at in range(tree.model.rowCount()))


def test_an_added_child_nobody_fills_leaves_no_trace(view, keys):
    tree = tree_of(view)
    tree.table.setFocus()
    tree._go(tree.model.row_of("tc-i-4"), 1)
    keys(KEY.Key_Insert, ALT)
    assert tree.model.rowCount() == 17
    keys(KEY.Key_Escape)
    assert not view.has_edits
    assert tree.model.rowCount() == 16


def test_sums_are_shown_and_warned_and_do_not_block(window, view, keys):
    tree = tree_of(view)
    tree.table.setFocus()
    tree._go(tree.model.row_of("tc-i-4"), 3)
    keys(KEY.Key_F2)
    keys("5")
    keys(KEY.Key_Return)
    keys(KEY.Key_Escape)
    assert "I: các tiêu chí con cộng lại 55 điểm, mục 60 (thiếu 5)." in view.form._sums.text()
    assert tree.model.index(0, 4).data() == "55 ≠ 60"
    assert "Tổng điểm của bảng: 100" in view.form._sums.text()
    assert view.save()


def test_words_of_people_are_no_markup(view):
    tree = tree_of(view)
    tree.model.setData(tree.model.index(0, 0), "<i>x")
    tree.model.setData(tree.model.index(6, 3), "5")
    assert "&lt;i&gt;x: các tiêu chí con" in view.form._sums.text()
    view.discard()


def test_figures_of_a_kind_are_typed_beside_the_tree(window, view):
    tree = tree_of(view)
    tree._go(tree.model.row_of("tc-i-3"), 1)
    points = tree.panel.fields["unit_points"]
    points.editor.setText("2,25")
    points.typed()
    assert view.has_edits
    assert view.save()
    assert window.file.criteria.get("tieu-chi-2018").tree.find("I.3").unit_points == Decimal("2.25")
    points.editor.setText("hai")
    points.settle()
    assert not view.save()
    assert "«hai» không phải là số." in tree.own_problem()
    tree._go(0, 1)
    tree._go(tree.model.row_of("tc-i-3"), 1)
    assert points.editor.text() == "hai"
    view.discard()


def test_bands_over_the_maximum_are_refused_in_their_field(view):
    tree = tree_of(view)
    tree._go(tree.model.row_of("tc-i-2"), 1)
    bands = tree.panel.fields["bands"]
    bands.editor.setPlainText("> 95 % = 11")
    bands.settle()
    assert "vượt điểm tối đa" in bands.problem()
    assert not view.save()
    view.discard()


def test_rows_copied_from_a_sheet_find_their_parents(view):
    tree = tree_of(view)
    tree._go(tree.model.row_of("tc-i-4"), 0)
    QGuiApplication.clipboard().setText(
        "I.5\tĐối ngoại\tNhóm\t10\nI.5.1\tĐoàn ra\tĐạt / không đạt\t4\nI.5.2\tĐoàn vào\t\t6"
    )
    tree.paste()
    record = view.form.record()
    assert record.problems() == {}
    assert outline(record)[6:10] == [".I.4", ".I.5", "..I.5.1", "..I.5.2"]
    view.discard()


# --- targets ------------------------------------------------------------------------------------


def test_targets_are_typed_and_pasted(window, view, keys):
    view.form.tabs.setCurrentIndex(1)
    targets = view.form.fields["targets"]
    targets.table.setFocus()
    targets.table.setCurrentIndex(targets.model.index(2, 0))
    keys(KEY.Key_F2)
    keys("30,5")
    keys(KEY.Key_Return)
    keys(KEY.Key_F2)
    keys("k")
    keys(KEY.Key_Tab)
    assert targets.table.currentIndex().column() == 1
    QGuiApplication.clipboard().setText("3\t4\n")
    keys(KEY.Key_V, CTRL)
    assert view.save()
    saved = window.file.criteria.get("tieu-chi-2018")
    units = [member.unit for member in saved.period.members_on(saved.adopted_on)]
    first, second = saved.tree.find("I.1.a"), saved.tree.find("I.1.b")
    assert saved.target(first, units[0]) == Decimal("30.5")
    assert not saved.is_assigned(second, units[0])
    assert [saved.target(second, unit) for unit in units[1:3]] == [3, 4]


def test_wrong_targets_are_said_and_stop_saving(view, keys, monkeypatch):
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda *words: notes.append(words[2]))
    view.form.tabs.setCurrentIndex(1)
    targets = view.form.fields["targets"]
    targets.table.setCurrentIndex(targets.model.index(4, 0))
    targets.table.setFocus()
    keys(KEY.Key_F2)
    keys("5")
    keys(KEY.Key_Return)
    assert "chỉ dành cho tiêu chí định lượng" in targets.own_problem()
    assert not view.save()
    QGuiApplication.clipboard().setText("1\t2\t3\t4\t5\t6\t7")
    keys(KEY.Key_V, CTRL)
    assert notes == [
        "Vùng chép có 1 dòng × 7 cột, từ ô đang chọn chỉ còn 11 dòng × 6 cột.",
    ]
    view.discard()


def test_what_is_taken_from_a_unit_as_a_group_is_closed_below(view, keys):
    view.form.tabs.setCurrentIndex(1)
    targets = view.form.fields["targets"]
    targets.table.setCurrentIndex(targets.model.index(0, 2))
    targets.table.setFocus()
    keys(KEY.Key_F2)
    keys("k")
    keys(KEY.Key_Return)
    below = targets.model.index(4, 2)
    assert below.data() == "–"
    assert not targets.model.flags(below) & Qt.ItemFlag.ItemIsEditable
    assert not view.form.record().is_assigned(
        view.form.record().tree.find("I.2"), targets._units["h01"]
    )
    view.discard()


# --- where a set comes from, and its versions ---------------------------------------------------


def test_copy_of_last_year_for_a_new_period(window, view, begin_with, qtbot):
    old = view.form.shown.period
    new = window.file.periods.save(
        Period(
            cluster=old.cluster,
            name="2019",
            since=dt.date(2019, 1, 1),
            until=dt.date(2019, 12, 31),
            members=tuple(member.replace(since=None) for member in old.members),
        )
    )
    view.set_period(new)
    begin_with("Chép: Bảng tiêu chí thi đua năm 2018")
    view.add()
    assert view.save()
    (saved,) = window.file.criteria.of_period(new)
    assert outline(saved) == outline(window.file.criteria.get("tieu-chi-2018"))
    assert saved.state is CriteriaState.DRAFT
    assert [target.assigned for target in saved.targets] == [False]


@pytest.fixture
def other_cluster(view, begin_with, monkeypatch, qtbot):
    """Takes the first set of a file as a person would."""

    def take(path):
        def answer(dialog):
            # its heading says when the file has been read
            qtbot.waitUntil(lambda: not dialog.heading.text().startswith("Đang đọc"))
            dialog.take.click()
            return dialog.result()

        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(OtherClusterDialog, "exec", answer)
        begin_with("Từ tệp của cụm khác")
        view.add()

    return take


def test_criteria_of_another_cluster_come_without_its_units(window, view, other_cluster, tmp_path):
    path = tmp_path / "cụm bạn.thidua"
    with create_sample(path) as file:
        (known,) = file.criteria.all()
        file.criteria.save(known.replace(note="Bảng của cụm bạn"))
    other_cluster(path)
    draft = view.form.record()
    assert draft.note == "Bảng của cụm bạn"
    assert (draft.period, draft.state) == (view.period, CriteriaState.DRAFT)
    assert draft.targets == ()
    assert outline(draft) == outline(known)
    assert not {one.id for one in draft.criteria} & {one.id for one in known.criteria}
    assert view.save()


def test_a_file_that_is_none_of_ours_is_told_and_changes_nothing(
    window, view, tmp_path, monkeypatch, qtbot
):
    path = tmp_path / "lạ.thidua"
    path.write_bytes(b"x" * 200)
    told = []
    monkeypatch.setattr(messages, "tell", lambda _, error: told.append(str(error)))
    dialog = OtherClusterDialog(path, view)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(told))
    assert "không phải tệp dữ liệu của chương trình" in told[0]
    assert dialog.chosen is None
    assert len(window.file.criteria.all()) == 1


def test_template_says_that_it_is_not_official(view, begin_with):
    begin_with("Mẫu có sẵn: Mẫu 1.000 điểm (không chính thức)")
    view.add()
    record = view.form.record()
    assert record.max_total == 1000
    assert "không phải văn bản chính thức" in record.note
    assert view.save()


def test_locked_set_is_only_looked_at_and_its_next_version_keeps_targets(window, view):
    criteria = window.file.criteria.get("tieu-chi-2018")
    unit = criteria.period.members[0].unit
    step = SheetStep(state=SheetState.SUBMITTED, day=dt.date(2018, 11, 1), name="A", unit=unit)
    sheet = ScoreSheet(period=criteria.period, criteria=criteria, unit=unit)
    window.file.sheets.save(sheet.moved(step))
    view.refresh()
    assert "đã khóa vì đã có phiếu chấm nộp" in view.form._notice.text()
    assert tree_of(view).model.read_only
    tree_of(view).add_row()
    tree_of(view).shift_row(1)
    assert not view.has_edits
    view.form.fields["tie_rules"].move_current(1)
    assert view.save()
    view.make_next_version()
    assert view.save()
    newer = view.current_record()
    assert (newer.version, newer.state) == (2, CriteriaState.DRAFT)
    assert len(newer.targets) == len(criteria.targets)
    assert not tree_of(view).model.read_only


# --- Excel --------------------------------------------------------------------------------------


def test_export_is_a_workbook_that_comes_back(view, save_as, tmp_path, qtbot):
    path = tmp_path / "tiêu chí.xlsx"
    save_as(path)
    view.export()
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert [sheet.name for sheet in read_book(path).sheets] == ["Tiêu chí", "Chỉ tiêu"]


@pytest.fixture
def imported(view, begin_with, qtbot, monkeypatch, tmp_path):
    """Takes a set from these bytes; gives the dialog as it stood when it was answered."""

    def imported(data):
        path = tmp_path / "từ cụm khác.xlsx"
        path.write_bytes(data)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
        shown = []

        def answer(dialog):
            shown.append(dialog)
            qtbot.waitUntil(lambda: dialog.reading is not None, timeout=20_000)
            return dialog.take_button.isEnabled()

        monkeypatch.setattr(CriteriaImportDialog, "exec", answer)
        begin_with("Từ sổ Excel")
        view.add()
        return shown[0]

    return imported


def test_import_shows_the_tree_before_it_is_taken(window, view, imported):
    criteria = window.file.criteria.get("tieu-chi-2018")
    dialog = imported(write_criteria(criteria))
    assert dialog.tree.topLevelItemCount() == 3
    assert dialog.complaints.item(0).text() == "Không có gì bất thường."
    assert len(window.file.criteria.all()) == 1
    assert view.save()
    assert outline(view.current_record()) == outline(criteria)
    assert len(view.current_record().targets) == 18


def test_refused_import_changes_nothing_and_says_all(window, view, imported):
    head = row(1, text_cell("A1", "Mã"), text_cell("B1", "Nội dung"), text_cell("C1", "Điểm"))
    wrong = row(2, text_cell("A2", "I"), text_cell("C2", "mười"))
    dialog = imported(raw_workbook(sheet_xml(head + wrong)))
    assert "1 chỗ cần sửa" in dialog.heading.text()
    assert "ô C2: «mười» không phải là số" in dialog.complaints.item(0).text()
    assert not dialog.take_button.isEnabled()
    assert len(window.file.criteria.all()) == 1
    assert view.form.shown.id == "tieu-chi-2018"
