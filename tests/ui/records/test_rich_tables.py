"""Tables in the field for typed text: typed, pasted, changed, undone, kept as they are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QInputMethodEvent, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock
from desktop_app.ui.records.forms.fields import RichTextField
from desktop_app.ui.records.rich_text import pasted_text, rich_document
from desktop_app.ui.records.rich_text.table_picker import TablePicker

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {margin:0cm; font-size:13.0pt; font-family:"Times New Roman",serif;}
table.MsoTableGrid {border:solid windowtext 1.0pt;} --></style></head>
<body lang=VI><!--StartFragment-->
<p class=MsoNormal>Kết quả bình xét:</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='height:1.0cm'>
  <td width=57 valign=top style='width:42.5pt;border:solid windowtext 1.0pt'>
   <p class=MsoNormal align=center><b><span style='color:red'>STT<o:p></o:p></span></b></p></td>
  <td width=189><p class=MsoNormal><b>Đơn vị<o:p></o:p></b></p></td>
  <td width=94><p class=MsoNormal><b>Điểm</b></p></td>
  <td width=123><p class=MsoNormal><b>Ghi chú</b></p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>1</p></td>
  <td rowspan=2><p class=MsoNormal>Cục <i>Cơ yếu</i></p></td>
  <td><p class=MsoNormal>95,5</p></td>
  <td><p class=MsoNormal>dòng một</p><p class=MsoNormal>dòng hai</p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>2</p></td>
  <td><p class=MsoNormal>&nbsp;</p></td>
  <td><p class=MsoNormal><img src='x.png'><o:p>&nbsp;</o:p></p></td>
 </tr>
</table>
<p class=MsoNormal>Hết.</p><!--EndFragment--></body></html>"""


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!--table {mso-displayed-decimal-separator:"\\,";} td {font-weight:400;}
.xl65 {font-weight:700; border:.5pt solid windowtext;} --></style></head><body>
<table width=320 style='border-collapse:collapse;width:240pt'><!--StartFragment-->
 <col width=64 style='width:48pt'><col width=192 style='width:144pt'>
 <tr height=20><td height=20 class=xl65 width=64 style='width:48pt'>STT</td>
  <td class=xl65 width=192 style='width:144pt'>Đơn vị</td></tr>
 <tr height=20><td align=right>1</td><td>Cục <font class="font5">Cơ yếu</font></td></tr>
<!--EndFragment--></table></body></html>"""


def cell(words="", **dress):
    return (Run(words, **dress),) if words else ()


def row(*words):
    return tuple(map(cell, words))


def paragraph(words):
    return Block((Run(words),))


SCORES = TableBlock(
    (
        row("Đơn vị", "Điểm"),
        (
            cell("Cục Cơ yếu", bold=True),
            (Run("95\n"), Run("tạm tính", italic=True, underline=True)),
        ),
        row("Văn phòng", ""),
    ),
    has_header=True,
    shares=(70, 30),
)


@pytest.fixture
def field(qtbot):
    made = RichTextField("Diễn biến")
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


@pytest.fixture
def paste(field):
    def put(html="", text=""):
        source = QMimeData()
        if html:
            source.setHtml(html)
        if text:
            source.setText(text)
        field.editor.insertFromMimeData(source)
        return field.value().blocks

    return put


def tables(field):
    root = field.editor.document().rootFrame()
    return [frame for frame in root.childFrames() if isinstance(frame, QTextTable)]


def stand_in(field, row_number, column, table=0):
    place = tables(field)[table].cellAt(row_number, column)
    field.editor.setTextCursor(place.firstCursorPosition())


def only_table(field):
    (found,) = [block for block in field.value().blocks if isinstance(block, TableBlock)]
    return found


def pick(menu, words):
    """Trigger the action with these words, in the menu or in a menu within it."""
    for action in menu.findChildren(QMenu)[0].actions() + menu.actions():
        if action.text() == words:
            action.trigger()
            return
    raise AssertionError(words)


def do(field, words):
    pick(field.editor.context_menu(field.editor.textCursor()), words)


# --- what is put in comes out ---------------------------------------------------------------


def test_a_table_among_paragraphs_comes_out_as_it_went_in(field):
    for blocks in (
        (SCORES,),
        (SCORES, SCORES),
        (paragraph("trước"), SCORES, paragraph("sau")),
        (Block((Run("Đề mục"),), BlockKind.HEADING), SCORES, SCORES, paragraph("sau")),
        (TableBlock((((), ()),) * 2),),
    ):
        text = RichText(blocks)
        field.set_value(text)
        assert field.value() == text
        field.set_value(field.value())
        assert field.value() == text


_WORDS = st.text(st.sampled_from("aăâđêôơưẫỰ ,.;-|&<>«»“”1\u0301"), min_size=1, max_size=8)
_RUNS = st.lists(
    st.builds(Run, _WORDS, st.booleans(), st.booleans(), st.booleans()), max_size=3
).map(tuple)
_CELLS = st.lists(_RUNS, max_size=3).map(
    lambda lines: tuple(run for line in lines for run in (*line, Run("\n")))
)
_TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        TableBlock,
        st.lists(
            st.lists(_CELLS, min_size=columns, max_size=columns).map(tuple), min_size=1, max_size=4
        ).map(tuple),
        st.booleans(),
        st.lists(st.integers(0, 100), min_size=columns, max_size=columns).map(tuple),
    )
)
_PLAIN_KINDS = [kind for kind in BlockKind if kind is not BlockKind.HEADING]
_BLOCKS = st.builds(Block, _RUNS, st.sampled_from(_PLAIN_KINDS)).filter(lambda b: not b.is_blank)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_BLOCKS | _TABLES, max_size=5))
def test_any_text_comes_out_as_it_went_in(qapp, blocks):
    text = RichText.of(blocks)
    document = QTextDocument()
    rich_document.fill(document, text)
    found = rich_document.read(document)
    assert found == text
    assert RichText.from_data(found.to_data()) == text


def test_a_list_goes_on_under_a_table(field):
    items = [Block((Run(words),), BlockKind.NUMBERED) for words in ("một", "hai")]
    field.set_value(RichText((items[0], SCORES, items[1], paragraph("hết"))))
    blocks = [b for b in iterate(field.editor.document()) if b.textList()]
    assert [block.textList().itemText(block) for block in blocks] == ["1.", "2."]


def iterate(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


# --- pasting --------------------------------------------------------------------------------


def test_table_of_word_with_a_merged_cell(paste):
    before, table, after = paste(WORD)
    assert (before, after) == (paragraph("Kết quả bình xét:"), paragraph("Hết."))
    unit = (Run("Cục "), Run("Cơ yếu", italic=True))
    assert table.has_header
    assert table.rows == (
        row("STT", "Đơn vị", "Điểm", "Ghi chú"),
        (cell("1"), unit, cell("95,5"), cell("dòng một\ndòng hai")),
        (cell("2"), unit, (), ()),
    )
    assert len(table.shares) == 4
    assert sum(table.shares) == 100
    assert table.shares[0] < table.shares[1] > table.shares[2]


def test_table_of_excel_with_bold_heads_by_style(paste):
    (table,) = paste(EXCEL, "STT\tĐơn vị\n1\tCục Cơ yếu")
    rows = (row("STT", "Đơn vị"), row("1", "Cục Cơ yếu"))
    assert table == TableBlock(rows, has_header=True, shares=(25, 75))


def test_two_rows_of_heads_become_one_and_a_wide_title_is_said_once(paste):
    (table,) = paste(
        "<table><tr><td rowspan=2><b>Tên</b></td><td colspan=2><b>Kết quả</b></td></tr>"
        "<tr><td><b>Đạt</b></td><td><b>Không</b></td></tr>"
        "<tr><td colspan=3><b>I. Tập thể</b></td></tr>"
        "<tr><td>A</td><td>1</td><td>0</td></tr></table>"
    )
    assert table.has_header
    assert table.rows == (
        row("Tên", "Kết quả\nĐạt", "Kết quả\nKhông"),
        (cell("I. Tập thể", bold=True), (), ()),
        row("A", "1", "0"),
    )
    assert table.shares == ()


def test_marked_heads_and_plain_tables(paste):
    (table,) = paste("<table><thead><tr><th>A</th></tr></thead><tr><td>b</td></tr></table>")
    assert (table.has_header, table.rows) == (True, (row("A"), row("b")))


def test_plain_first_row_is_no_head(paste):
    (table,) = paste("<table><tr><td>A</td></tr><tr><td>b</td></tr></table>")
    assert not table.has_header


def test_a_table_within_a_table_becomes_lines(paste):
    (table,) = paste(
        "<table><tr><td>ngoài</td><td>trên<table><tr><td>a</td><td>b</td></tr>"
        "<tr><td>c</td><td></td></tr></table></td></tr></table>"
    )
    assert table.rows == (row("ngoài", "trên\na | b\nc | "),)


def test_a_frame_round_a_table_falls_away(paste):
    blocks = paste("<table><tr><td><p>x</p><table><tr><td>a</td><td>b</td></tr></table></td></tr>")
    assert blocks == (paragraph("x"), TableBlock((row("a", "b"),)))


def test_one_cell_of_a_sheet_is_its_words(paste):
    assert paste("<table><tr><td>Cục Cơ yếu</td></tr></table>") == (paragraph("Cục Cơ yếu"),)


def test_lists_in_cells_keep_their_marks_as_words(paste):
    (table,) = paste(
        "<table><tr><td><ul><li>a</li></ul></td><td><ol><li>b</li><li>c</li></ol></td></tr></table>"
    )
    assert table.rows == (row("- a", "1. b\n2. c"),)


def test_cells_of_a_sheet_as_plain_text(paste):
    (table,) = paste(text='STT\tĐơn vị\r\n1\t"Cục\nCơ yếu"\r\n2\t\r\n')
    assert table.rows == (row("STT", "Đơn vị"), row("1", "Cục\nCơ yếu"), row("2", ""))


@pytest.mark.parametrize("text", ["\tlùi vào\n\tlùi nữa", "a\tb\nc", "thường"])
def test_tabs_that_make_no_table(paste, text):
    assert all(isinstance(block, Block) for block in paste(text=text))


def test_a_table_no_page_can_hold_comes_in_as_lines(paste):
    wide = "".join(f"<td>{n}</td>" for n in range(pasted_text.MOST_COLUMNS + 1))
    (line,) = paste(f"<table><tr>{wide}</tr></table>")
    assert line.text.startswith("0 | 1 | 2")


def test_blank_rest_of_whole_rows_is_left_out(paste):
    (table,) = paste("<table><tr><td>a</td><td>b</td><td colspan=900></td></tr></table>")
    assert table.rows == (row("a", "b"),)


def test_copy_within_the_editor_keeps_the_table(field):
    text = RichText((paragraph("trước"), SCORES, paragraph("sau")))
    field.set_value(text)
    field.editor.selectAll()
    field.editor.copy()
    field.set_value(RichText())
    field.editor.paste()
    assert field.value() == text


def test_paste_into_a_table_fills_its_cells(field, paste):
    field.set_value(RichText((SCORES,)))
    stand_in(field, 2, 1)
    (table,) = paste(text="1\t2\n3\t4")
    assert table.rows[0] == row("Đơn vị", "Điểm", "")
    assert table.rows[2:] == (row("Văn phòng", "1", "2"), row("", "3", "4"))
    field.editor.undo()
    assert field.value() == RichText((SCORES,))


def test_paragraphs_pasted_into_a_cell_stay_in_it(field, paste):
    field.set_value(RichText((SCORES,)))
    stand_in(field, 2, 1)
    (table,) = paste("<h1>Mục</h1><ul><li>một</li></ul>")
    assert table.rows[2][1] == cell("Mục\nmột")


# --- keys -----------------------------------------------------------------------------------


def focused(field):
    field.activateWindow()
    field.editor.setFocus()
    return field.editor


def test_tab_goes_through_the_cells_and_adds_a_row(field, qtbot, type_in):
    field.editor.insert_table(2, 2)
    editor = focused(field)
    for words in ("Tên", "Điểm", "An", "9", "Bình"):
        type_in(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert only_table(field) == TableBlock(
        (row("Tên", "Điểm"), row("An", "9"), row("Bình", "")), has_header=True
    )
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    type_in(editor, "!")
    assert only_table(field).rows[2][0] == cell("Bình!")


def test_tab_leaves_the_field_outside_a_table_and_before_its_first_cell(qtbot):
    page = QWidget()
    layout = QVBoxLayout(page)
    before, field, after = QLineEdit(), RichTextField("Diễn biến"), QLineEdit()
    for widget in (before, field, after):
        layout.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    field.set_value(RichText((paragraph("chữ"), SCORES)))
    editor = field.editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert after.hasFocus()
    editor.setFocus()
    stand_in(field, 0, 0)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.hasFocus()
    stand_in(field, 0, 0)
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not editor.hasFocus()
    field.set_read_only(True)
    editor.setFocus()
    stand_in(field, 0, 0)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert only_table(field) == SCORES


def test_half_typed_word_is_left_alone(field, qapp):
    field.editor.insert_table(2, 2)
    editor = focused(field)
    qapp.sendEvent(editor, QInputMethodEvent("tie", []))
    block = editor.textCursor().block()
    assert block.layout().preeditAreaText() == "tie"
    field.settle()
    field._show_marks()
    assert block.layout().preeditAreaText() == "tie"
    done = QInputMethodEvent()
    done.setCommitString("tiế")
    qapp.sendEvent(editor, done)
    assert only_table(field).rows[0][0] == cell("tiế")


# --- the tool and the menu ------------------------------------------------------------------


def test_size_of_a_new_table_by_keys_and_by_mouse(field, qtbot):
    field.tools["table"].click()
    picker = field.findChild(TablePicker)
    assert picker.size_shown == (3, 3)
    qtbot.keyClick(picker, Qt.Key.Key_Right)
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    assert picker.accessibleName() == "Cỡ của bảng: 2 hàng × 4 cột"
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    made = only_table(field)
    assert (len(made.rows), made.columns, made.has_header) == (2, 4, True)
    assert field.editor.is_in_table
    field.set_value(RichText())
    field.tools["table"].click()
    picker = field.findChildren(TablePicker)[-1]
    side = picker._cells._side
    qtbot.mouseClick(picker._cells, Qt.MouseButton.LeftButton, pos=QPoint(side + 3, 4 * side + 3))
    assert (len(only_table(field).rows), only_table(field).columns) == (5, 2)


def test_table_put_into_a_line_parts_it_and_undo_brings_it_back(field):
    field.set_value(RichText.plain("trước sau"))
    cursor = field.editor.textCursor()
    cursor.setPosition(6)
    field.editor.setTextCursor(cursor)
    field.editor.insert_table(2, 2)
    assert [block.text for block in field.value().blocks] == ["trước ", " | \n | ", "sau"]
    field.editor.undo()
    assert field.value() == RichText.plain("trước sau")
    field.editor.redo()
    assert len(field.value().blocks) == 3


def test_under_a_table_in_a_heading_goes_plain_text(field, type_in):
    field.set_value(RichText((Block((Run("Đề mục"),), BlockKind.HEADING),)))
    field.editor.moveCursor(field.editor.textCursor().MoveOperation.End)
    field.editor.insert_table(2, 2)
    field.editor.moveCursor(field.editor.textCursor().MoveOperation.End)
    type_in(field.editor, "sau")
    heading, _, after = field.value().blocks
    assert (heading.kind, after) == (BlockKind.HEADING, paragraph("sau"))


@pytest.mark.parametrize(
    ("at", "words", "rows"),
    [
        ((1, 0), "Thêm hàng phía trên", (0, None, 1, 2)),
        ((0, 0), "Thêm hàng phía dưới", (0, None, 1, 2)),
        ((2, 1), "Thêm hàng phía dưới", (0, 1, 2, None)),
        ((1, 0), "Xoá hàng", (0, 2)),
    ],
)
def test_rows_come_and_go_and_are_undone(field, type_in, at, words, rows):
    field.set_value(RichText((SCORES,)))
    stand_in(field, *at)
    do(field, words)
    expected = tuple(row("", "") if n is None else SCORES.rows[n] for n in rows)
    assert only_table(field).rows == expected
    assert only_table(field).has_header
    if None in rows:
        stand_in(field, rows.index(None), 0)
        type_in(field.editor, "mới")
        assert only_table(field).rows[rows.index(None)] == row("mới", "")
        for _ in "mới":
            field.editor.undo()
    field.editor.undo()
    assert only_table(field) == SCORES


@pytest.mark.parametrize("kind", list(BlockKind))
def test_both_halves_of_a_parted_line_stay_what_they_were(field, kind):
    field.set_value(RichText((Block((Run("trước sau"),), kind),)))
    cursor = field.editor.textCursor()
    cursor.setPosition(6)
    field.editor.setTextCursor(cursor)
    field.editor.insert_table(2, 2)
    before, _, after = field.value().blocks
    assert (before.kind, after) == (kind, Block((Run("sau"),), kind))


def test_a_row_under_the_head_is_not_bold(field, qtbot, type_in):
    head = TableBlock(SCORES.rows[:1], has_header=True)
    field.set_value(RichText((head,)))
    stand_in(field, 0, 1)
    qtbot.keyClick(focused(field), Qt.Key.Key_Tab)
    type_in(field.editor, "An")
    assert only_table(field).rows[1] == row("An", "")
    stand_in(field, 0, 1)
    do(field, "Thêm cột bên phải")
    type_in(field.editor, "Mới")
    fragment = field.editor.textCursor().block().begin().fragment()
    assert fragment.charFormat().fontWeight() == QFont.Weight.Bold


@pytest.mark.parametrize(
    ("at", "words", "columns", "shares"),
    [
        (0, "Thêm cột bên trái", (None, 0, 1), (33, 47, 20)),
        (1, "Thêm cột bên phải", (0, 1, None), (47, 20, 33)),
        (0, "Xoá cột", (1,), (100,)),
    ],
)
def test_columns_come_and_go_and_are_undone(field, at, words, columns, shares):
    field.set_value(RichText((SCORES,)))
    stand_in(field, 1, at)
    do(field, words)
    made = only_table(field)
    assert made.rows == tuple(
        tuple(() if n is None else cells[n] for n in columns) for cells in SCORES.rows
    )
    assert made.shares == shares
    field.editor.undo()
    assert only_table(field) == SCORES


def test_head_row_goes_on_and_off(field):
    bold = tables
    field.set_value(RichText((SCORES,)))
    stand_in(field, 0, 0)
    assert field.editor.is_in_head
    assert "Thêm hàng phía trên" not in [
        a.text() for a in field.editor.context_menu(field.editor.textCursor()).actions()
    ]
    do(field, "Hàng đầu là tiêu đề")
    assert only_table(field) == TableBlock(SCORES.rows, False, SCORES.shares)
    do(field, "Hàng đầu là tiêu đề")
    assert only_table(field) == SCORES
    weight = bold(field)[0].cellAt(0, 0).firstCursorPosition().block().begin().fragment()
    assert weight.charFormat().fontWeight() == QFont.Weight.Bold
    do(field, "Xoá hàng")
    assert only_table(field) == TableBlock(SCORES.rows[1:], False, SCORES.shares)


def test_widths_of_columns(field):
    field.set_value(RichText((SCORES,)))
    stand_in(field, 0, 1)
    do(field, "Cột này rộng hơn")
    assert only_table(field).shares == (62, 38)
    do(field, "Các cột đều nhau")
    assert only_table(field).shares == (50, 50)
    do(field, "Cột này hẹp hơn")
    assert only_table(field).shares == (60, 40)
    do(field, "Theo nội dung")
    assert only_table(field).shares == ()


def test_several_rows_at_once_and_the_whole_table(field):
    field.set_value(RichText((paragraph("trước"), SCORES)))
    table = tables(field)[0]
    cursor = table.cellAt(1, 0).firstCursorPosition()
    cursor.setPosition(table.cellAt(2, 1).firstPosition(), cursor.MoveMode.KeepAnchor)
    field.editor.setTextCursor(cursor)
    do(field, "Xoá 2 hàng")
    assert only_table(field).rows == SCORES.rows[:1]
    do(field, "Xoá cả bảng")
    assert field.value() == RichText.plain("trước")
    field.editor.undo()
    field.editor.undo()
    assert only_table(field) == SCORES


def test_menu_opens_where_the_table_is_pressed(field, qapp):
    field.set_value(RichText((paragraph("trước"), SCORES)))
    stand_in(field, 2, 0)
    spot = field.editor.cursorRect().center()
    field.editor.moveCursor(field.editor.textCursor().MoveOperation.Start)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, QPoint(0, 0))
    qapp.sendEvent(field.editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    try:
        assert "Xoá hàng" in [action.text() for action in menu.actions()]
        assert field.editor.is_in_table
    finally:
        menu.close()


def test_only_looked_at_a_table_cannot_be_changed(field):
    field.set_value(RichText((SCORES,)))
    field.set_read_only(True)
    stand_in(field, 1, 0)
    menu = field.editor.context_menu(field.editor.textCursor())
    assert "Xoá hàng" not in [action.text() for action in menu.actions()]
    assert not any(tool.isEnabled() for tool in field.tools.values())
    field.editor.insert_table(2, 2)
    assert field.value() == RichText((SCORES,))
    field.set_read_only(False)
    assert field.tools["table"].isEnabled()


def test_cells_take_no_headings_or_lists(field):
    field.set_value(RichText((paragraph("trước"), SCORES, paragraph("sau"))))
    stand_in(field, 1, 0)
    assert not field.tools["list"].isEnabled()
    field.editor.toggle_kind(BlockKind.BULLET)
    field.editor.selectAll()
    field.editor.toggle_kind(BlockKind.BULLET)
    first, table, last = field.value().blocks
    assert (first.kind, last.kind) == (BlockKind.BULLET, BlockKind.BULLET)
    assert table == SCORES
    assert field.tools["list"].isEnabled()


def test_bold_in_a_cell_is_kept_and_in_the_head_is_its_place(field):
    field.set_value(RichText((SCORES,)))
    stand_in(field, 0, 0)
    assert not field.tools["bold"].isChecked()
    field.editor.toggle("bold")
    assert field.editor.currentCharFormat().fontWeight() == QFont.Weight.Bold
    stand_in(field, 1, 0)
    cursor = field.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right)
    field.editor.setTextCursor(cursor)
    assert field.tools["bold"].isChecked()


def test_saving_leaves_the_cursor_where_it_was(field, type_in):
    field.set_value(RichText((paragraph("trước"), SCORES)))
    stand_in(field, 2, 0)
    type_in(field.editor, "Tại ")
    at = field.editor.textCursor().position()
    field.set_value(field.value())
    assert field.editor.textCursor().position() == at
    assert not field.editor.document().isUndoAvailable()
    field.set_value(RichText.plain("khác"))
    assert field.editor.textCursor().position() == 0


# --- a field for shorter texts --------------------------------------------------------------


def test_compact_field_is_low_and_grows_with_its_text(qtbot, field):
    short = RichTextField("Ghi chú", compact=True)
    qtbot.addWidget(short)
    short.resize(500, 300)
    short.show()
    low = short.editor.height()
    assert low < field.editor.minimumHeight() < field.editor.height()
    short.set_value(RichText.plain("dòng\n" * 6))
    qtbot.waitUntil(lambda: short.editor.height() > low)
    short.set_value(RichText.plain("dòng\n" * 300))
    qtbot.waitUntil(lambda: short.editor.verticalScrollBar().maximum() > 0)
    assert short.editor.height() < 400
