"""Tables in the editor: from and to our own, and their rows and columns added and removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from desktop_app.domain.rich_text import (
    Block,
    Cell,
    RichText,
    Run,
    TableBlock,
    whole_shares,
)
from desktop_app.ui.records.rich_text.rich_runs import Line, lines_of, run_format, weight_format

_PADDING = 4
_GAP = 5
_PER_CENT = QTextLength.Type.PercentageLength
_BETWEEN = Run(" | ")
WIDER = 1.25
"""How much a column grows or shrinks at a time."""


# --- ours into Qt's -------------------------------------------------------------------------


def insert(cursor: QTextCursor, block: TableBlock) -> QTextTable:
    """Write the table where the cursor stands and leave the cursor in the line behind it."""
    table = cursor.insertTable(len(block.rows), block.columns, _format(block))
    for row, cells in enumerate(block.rows):
        heavy = block.has_header and not row
        for column, cell in enumerate(cells):
            place = table.cellAt(row, column)
            if heavy:
                _weigh(place, True)
            _write(place.firstCursorPosition(), cell, heavy)
    cursor.setPosition(table.lastPosition() + 1)
    return table


def write_inside(cursor: QTextCursor, text: RichText) -> None:
    """Write into the table where the cursor is: a table cell by cell, all else as lines."""
    table = cursor.currentTable()
    if len(text.blocks) == 1 and isinstance(text.blocks[0], TableBlock):
        _write_cells(cursor, table, text.blocks[0])
        return
    lines: list[Line] = []
    for block in text.blocks:
        lines += [block.runs] if isinstance(block, Block) else map(_row_line, block.rows)
    _write_lines(cursor, lines, is_header(table, table.cellAt(cursor).row()))


def _write_cells(cursor: QTextCursor, table: QTextTable, block: TableBlock) -> None:
    """From the cell of the cursor on, in place of what was there; the table grows as needed."""
    first = table.cellAt(cursor)
    row, column = first.row(), first.column()
    if (more := row + len(block.rows) - table.rows()) > 0:
        add_rows(table, table.rows(), more)
    if (more := column + block.columns - table.columns()) > 0:
        add_columns(table, table.columns(), more)
    for down, cells in enumerate(block.rows):
        for right, cell in enumerate(cells):
            place = table.cellAt(row + down, column + right)
            inside = _whole(place)
            inside.removeSelectedText()
            _write(inside, cell, is_header(table, row + down))
            cursor.setPosition(inside.position())


def _write(cursor: QTextCursor, cell: Cell, heavy: bool) -> None:
    lines: list[list[Run]] = [[]]
    for run in cell:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
            lines[-1].append(Run(part, run.bold, run.italic, run.underline))
    _write_lines(cursor, lines, heavy)


def _write_lines(cursor: QTextCursor, lines: Sequence[Sequence[Run]], heavy: bool) -> None:
    for place, line in enumerate(lines):
        if place:
            cursor.insertBlock(QTextBlockFormat(), weight_format(heavy))
        for run in line:
            if run.text:
                cursor.insertText(run.text, run_format(run, heavy))


def _row_line(row: Sequence[Cell]) -> Line:
    runs: list[Run] = []
    for cell in row:
        runs += [_BETWEEN] if runs else []
        runs += (Run(r.text.replace("\n", " "), r.bold, r.italic, r.underline) for r in cell)
    return tuple(runs)


def _format(block: TableBlock) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setHeaderRowCount(int(block.has_header))
    form.setWidth(QTextLength(_PER_CENT, 100))
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    # a grey that is seen on a light and on a dark ground
    form.setBorderBrush(QBrush(Qt.GlobalColor.gray))
    form.setCellPadding(_PADDING)
    form.setCellSpacing(0)
    form.setTopMargin(_GAP)
    form.setBottomMargin(_GAP)
    form.setColumnWidthConstraints(_lengths(block.shares))
    return form


def _lengths(shares: Sequence[int]) -> list[QTextLength]:
    return [QTextLength(_PER_CENT, share) for share in shares]


# --- Qt's into ours -------------------------------------------------------------------------


def read(table: QTextTable) -> TableBlock:
    """The table as it stands in the editor."""
    has_header = table.format().headerRowCount() > 0
    return TableBlock(rows_of(table, has_header), has_header, shares_of(table))


def rows_of(table: QTextTable, has_header: bool) -> tuple[tuple[Cell, ...], ...]:
    """The words of every cell; those of merged cells stand in each of them.

    Only a cell as wide as the table says its words once, in the first place.
    """
    return tuple(
        tuple(_cell(table, row, column, has_header) for column in range(table.columns()))
        for row in range(table.rows())
    )


def shares_of(table: QTextTable) -> tuple[int, ...]:
    """Per cent of the columns where the table sets them."""
    lengths = table.format().columnWidthConstraints()
    if not lengths or any(length.type() is not _PER_CENT for length in lengths):
        return ()
    return tuple(round(length.rawValue()) for length in lengths)


def _cell(table: QTextTable, row: int, column: int, has_header: bool) -> Cell:
    cell = table.cellAt(row, column)
    if column and cell.columnSpan() == table.columns():
        return ()
    runs: list[Run] = []
    for place, line in enumerate(_lines(cell.begin(), has_header and not row)):
        runs += [Run("\n")] if place else []
        runs += line
    return tuple(runs)


def _lines(place: QTextFrame.iterator, heavy: bool) -> Iterator[Line]:
    """The lines of a cell; a table within it gives a line a row."""
    while not place.atEnd():
        frame = place.currentFrame()
        if isinstance(frame, QTextTable):
            yield from map(_row_line, rows_of(frame, False))
        elif frame is not None:
            yield from _lines(frame.begin(), heavy)
        else:
            yield from _marked(place.currentBlock(), heavy)
        place += 1


def _marked(block: QTextBlock, heavy: bool) -> Iterator[Line]:
    """A cell holds no lists: an item keeps its mark as words."""
    held = block.textList()
    first, *others = lines_of(block, heavy)
    if held is not None:
        mark = held.itemText(block)
        first = (Run(f"{mark if mark[:1].isalnum() else '-'} "), *first)
    yield first
    yield from others


# --- the shape ------------------------------------------------------------------------------


def step(cursor: QTextCursor, forward: bool) -> QTextCursor | None:
    """The cursor in the next or the previous cell; a row is added behind the last one.

    None before the first cell: there the key leaves the field.
    """
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
    if number < 0:
        return None
    if number == table.rows() * table.columns():
        add_rows(table, table.rows())
    row, column = divmod(number, table.columns())
    return table.cellAt(row, column).lastCursorPosition()


def add_rows(table: QTextTable, row: int, count: int = 1) -> None:
    """Empty rows before this one, or behind the last."""
    table.insertRows(row, count)


def add_columns(table: QTextTable, column: int, count: int = 1) -> None:
    """Empty columns before this one, or behind the last; the others make room for them."""
    shares = list(shares_of(table))
    with _Change(table):
        table.insertColumns(column, count)
        for added in range(column, column + count):
            _weigh(table.cellAt(0, added), has_header(table))
        if shares:
            even = sum(shares) // len(shares)
            set_shares(table, [*shares[:column], *[even] * count, *shares[column:]])


def remove_rows(table: QTextTable, row: int, count: int = 1) -> None:
    """Rows with their words; without its first row a table has no head any more."""
    with _Change(table):
        if row == 0 and count < table.rows():
            _set_header_rows(table, 0)
        table.removeRows(row, count)


def remove_columns(table: QTextTable, column: int, count: int = 1) -> None:
    """Columns with their words; the others share their room."""
    shares = list(shares_of(table))
    with _Change(table):
        is_whole = count >= table.columns()
        table.removeColumns(column, count)
        if shares and not is_whole:
            set_shares(table, [*shares[:column], *shares[column + count :]])


def remove(table: QTextTable) -> None:
    """The whole table with its words."""
    table.removeRows(0, table.rows())


def has_header(table: QTextTable) -> bool:
    return table.format().headerRowCount() > 0


def set_header(table: QTextTable, on: bool) -> None:
    """Let the first row name the columns, or be a row like the others."""
    with _Change(table):
        _set_header_rows(table, int(on))
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            _weigh(cell, on)
            _whole(cell).mergeCharFormat(weight_format(on))


def set_shares(table: QTextTable, shares: Sequence[int]) -> None:
    """How the columns share the width; nothing given lets the words decide."""
    form = table.format()
    form.setColumnWidthConstraints(_lengths(whole_shares(shares, table.columns())))
    table.setFormat(form)


def set_even(table: QTextTable) -> None:
    """Columns of one width."""
    set_shares(table, [1] * table.columns())


def widen(table: QTextTable, column: int, factor: float = WIDER) -> None:
    """Give a column more of the width, or less; the others keep their proportions."""
    shares = list(shares_of(table)) or [100 // table.columns()] * table.columns()
    wanted = min(max(round(shares[column] * factor), 3), 90)
    others = sum(shares) - shares[column] or 1
    scaled = [round(share * (100 - wanted) * 100 / others) for share in shares]
    scaled[column] = wanted * 100
    set_shares(table, scaled)


class _Change:
    """Several steps on a table that are undone as one."""

    def __init__(self, table: QTextTable) -> None:
        self._cursor = table.firstCursorPosition()

    def __enter__(self) -> None:
        self._cursor.beginEditBlock()

    def __exit__(self, *_: object) -> None:
        self._cursor.endEditBlock()


def is_header(table: QTextTable, row: int) -> bool:
    """Whether this row names the columns."""
    return row == 0 and has_header(table)


def _set_header_rows(table: QTextTable, count: int) -> None:
    form = table.format()
    form.setHeaderRowCount(count)
    table.setFormat(form)


def _weigh(cell: QTextTableCell, bold: bool) -> None:
    """What is typed into the empty cell will be bold, or will not."""
    form = QTextCharFormat(cell.format())
    form.setFontWeight(weight_format(bold).fontWeight())
    cell.setFormat(form)


def _whole(cell: QTextTableCell) -> QTextCursor:
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
