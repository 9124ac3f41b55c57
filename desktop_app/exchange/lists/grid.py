"""The table on a sheet of somebody else: its head, its columns, and the rows that are its rows.

Lists come with titles above, heads of two rows, merged cells, rows that name a group, rows of
column numbers, totals, and the signatures below. What is no row of the list is left out, and
every such row is told with its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.letters.doctor import examined
from desktop_app.domain.letters.old_fonts import OldFont, prevailing_font
from desktop_app.domain.vietnamese import clean_line, fold
from desktop_app.exchange.book import Area, Book, Cell, Complaint, Sheet, column_letters
from desktop_app.exchange.lists.cell_words import plain_words
from desktop_app.exchange.lists.list_field import ListField, field_called, head_key

HEAD_WITHIN = 40
"""Rows in which the head is looked for."""
_EXAMPLES = 3
_TOTALS = ("tong cong", "tong so", "tong", "cong")
_FOOT = re.compile(
    r"(noi nhan|nguoi lap|thu truong don vi|kt |tm |tl |tuq |ky ten|ky ghi ro)"
    r"|.*ngay .*thang .*nam\b"
)
_ORDINAL = re.compile(r"([ivxlc]+|[a-z]|[0-9]{1,2}([.][0-9]{1,2})*)")
_NUMBERING = re.compile(r"\(?\s*([0-9]{1,2}|[A-Za-z])\s*\)?(\s*=.*)?")


@dataclass(frozen=True)
class FileColumn:
    """A column of the file as a person recognises it."""

    number: int
    head: str
    examples: str

    @property
    def title(self) -> str:
        """«B: Họ và tên»."""
        return f"{column_letters(self.number)}: {self.head or '(không có tên)'}"


class Grid:
    """A table found on a sheet; `head_row` says where its head is, where it was not found."""

    def __init__(
        self,
        sheet: Sheet,
        fields: Sequence[ListField],
        head_row: int = 0,
        remembered: Mapping[str, str] | None = None,
    ) -> None:
        self.sheet = sheet
        self.notices: list[Complaint] = []
        """What was left out or understood, to be looked at."""
        self.font: OldFont | None = prevailing_font(
            cell.raw or cell.value for cell in sheet.cells if isinstance(cell.value, str)
        )
        self._fields, self._remembered = fields, remembered or {}
        self._rows = dict(sheet.rows())
        self._usual_lengths: dict[int, int] = {}
        self._words: dict[Cell, str] = {}
        self.is_guessed = head_row == 0
        self.head_row = head_row or self._likely_head()
        """0 where no row looks like a head."""
        self.first_head, self.last_head = self._head_rows()
        self._tall = self._merged_downwards()
        self.columns = self._columns()
        self.groups: dict[int, str] = {}
        """Row → the words of the group it stands in."""
        self.rows: tuple[int, ...] = tuple(self._list_rows())

    def guess(self) -> dict[int, str]:
        """Column → field, for the heads that are known; one field may have several columns."""
        found = {
            column.number: field_called(column.head, self._fields, self._remembered)
            for column in self.columns
        }
        return {column: field for column, field in found.items() if field}

    @property
    def score(self) -> int:
        """How many fields the heads name."""
        return len(set(self.guess().values())) if self.head_row else 0

    def cell(self, row: int, column: int) -> Cell:
        """A cell; one that is merged downwards has the value of the first."""
        first = self._tall.get((row, column))
        if first is None:
            return self.sheet.cell(row, column)
        return Cell(row, column, first.value, first.source, first.raw)

    def words(self, cell: Cell, *, mended: bool = True) -> str:
        """A cell's words in one line, letters put right where that is wanted."""
        if not isinstance(cell.value, str):
            return "" if cell.value is None else str(cell.value)
        if not mended:
            return clean_line(cell.value)
        if cell not in self._words:
            found = examined(cell.raw or cell.value, self.font)
            self._words[cell] = clean_line(found.after if found else cell.value)
        return self._words[cell]

    def usual_length(self, column: int) -> int:
        """How long the numbers of a column that are kept as words are, when nearly all agree."""
        if column not in self._usual_lengths:
            cells = (self.cell(row, column).value for row in self.rows)
            lengths = Counter(len(v) for v in cells if isinstance(v, str) and v.isdigit())
            length, count = next(iter(lengths.most_common(1)), (0, 0))
            agree = count * 10 >= lengths.total() * 9
            self._usual_lengths[column] = length if agree else 0
        return self._usual_lengths[column]

    # --- the head -------------------------------------------------------------------------

    def _likely_head(self) -> int:
        best, row_of_best = 0, 0
        for row, cells in self._rows.items():
            if row > HEAD_WITHIN:
                break
            named = {
                field_called(self.words(cell), self._fields, self._remembered)
                for cell in cells
                if isinstance(cell.value, str)
            }
            count = len(named - {""})
            if count > best:
                best, row_of_best = count, row
        return row_of_best if best > 1 or (best and self._is_narrow) else 0

    @property
    def _is_narrow(self) -> bool:
        """Whether the sheet is one column wide: then one known head is a head."""
        return max((cell.column for cell in self.sheet.cells), default=0) <= 2

    def _head_rows(self) -> tuple[int, int]:
        """First and last row of the head: merged cells tell how high it is."""
        row = self.head_row
        if not row:
            return 0, 0
        touching = [area for area in self.sheet.merged if area.top <= row <= area.bottom]
        tall = [area for area in touching if area.bottom > area.top]
        first = min((area.top for area in tall), default=row)
        last = max((area.bottom for area in tall), default=row)
        wide = [area for area in touching if area.right > area.left]
        below = self._rows.get(last + 1, ())
        if wide and below and all(_within(cell, wide) for cell in below):
            last += 1
        return first, max(last, row)

    def _merged_downwards(self) -> dict[tuple[int, int], Cell]:
        """Places under the head that belong to a merged cell above them, with that cell."""
        last = max(self._rows, default=0)
        return {
            (row, area.left): self.sheet.cell(area.top, area.left)
            for area in self.sheet.merged
            if area.top > self.last_head
            for row in range(area.top + 1, min(area.bottom, last) + 1)
        }

    def _columns(self) -> tuple[FileColumn, ...]:
        examples: dict[int, dict[str, None]] = {}
        for cell in self.sheet.cells:
            if cell.row >= self.first_head and cell.value is not None:
                found = examples.setdefault(cell.column, {})
                if cell.row > self.last_head and len(found) < _EXAMPLES:
                    found[plain_words(cell.value)] = None
        return tuple(
            FileColumn(number, self._head_of(number), "; ".join(examples[number]))
            for number in sorted(examples)
        )

    def _head_of(self, column: int) -> str:
        """The words over a column, from all rows of the head, each once."""
        found: dict[str, None] = {}
        for row in range(self.first_head, self.last_head + 1) if self.head_row else ():
            cell = self.sheet.cell(row, column)
            area = self.sheet.area_at(row, column) if cell.value is None else None
            if area is not None:
                cell = self.sheet.cell(area.top, area.left)
            if words := self.words(cell):
                found[words] = None
        return " – ".join(found)

    # --- the rows -------------------------------------------------------------------------

    def _list_rows(self) -> Iterator[int]:
        """The rows of the list; all others between and below are told."""
        body = [row for row in self._rows if row > self.last_head]
        foot = self._foot(body)
        if foot:
            self._notice(foot, f"Từ dòng {foot} là phần ký, nơi nhận dưới bảng: bỏ qua.")
            body = [row for row in body if row < foot]
        self._tell_empty(body)
        self._tell_merged(body)
        group = ""
        for row in body:
            cells = self._rows[row]
            if why := self._why_no_row(row, cells):
                self._notice(row, why)
            elif words := self._group_words(cells):
                group = words
                self._notice(row, f"Dòng nhóm «{words}»: không phải một dòng của danh sách.")
            else:
                self.groups[row] = group
                yield row

    def _why_no_row(self, row: int, cells: Sequence[Cell]) -> str:
        words = [self.words(cell) for cell in cells]
        keys = [head_key(text) for text in words]
        if row == self.last_head + 1 and _is_numbering(words):
            return "Dòng đánh số cột: bỏ qua."
        if any(_is_total(key) for key in keys[:2]):
            return "Dòng tổng cộng: bỏ qua."
        heads = {column.number: column.head for column in self.columns}
        again = [cell for cell in cells if self.words(cell) in heads[cell.column].split(" – ")]
        if len(again) == len(cells) > 1:
            return "Đầu bảng lặp lại ở trang sau: bỏ qua."
        return ""

    def _group_words(self, cells: Sequence[Cell]) -> str:
        """The words of a row that only names the rows below; empty for a row of the list."""
        texts = [self.words(cell) for cell in cells]
        if len(self.columns) < 3 or len(texts) > 2:
            return ""
        last = cells[-1]
        if not isinstance(last.value, str):
            return ""
        area = self.sheet.area_at(last.row, last.column)
        is_wide = area is not None and area.right > area.left
        is_numbered = len(texts) == 2 and not texts[0].isdigit() and _is_ordinal(texts[0])
        if len(texts) == 2 and not (is_numbered or _is_ordinal(texts[0])):
            return ""
        return texts[-1] if is_wide or is_numbered else ""

    def _foot(self, body: Sequence[int]) -> int:
        """The first row below the list, where signatures and receivers stand; 0 without one."""
        full = max(2, max((len(self._rows[row]) for row in body), default=0) // 2 + 1)
        for place, row in enumerate(body):
            cells = self._rows[row]
            is_foot = any(_FOOT.match(fold(self.words(cell)).replace(".", " ")) for cell in cells)
            rest = body[place:]
            if is_foot and not any(len(self._rows[other]) >= full for other in rest):
                return row
        return 0

    def _tell_empty(self, body: Sequence[int]) -> None:
        if not body:
            return
        empty = [row for row in range(self.last_head + 1, body[-1]) if row not in self._rows]
        if empty:
            shown = ", ".join(map(str, empty[:8])) + ("…" if len(empty) > 8 else "")
            self._notice(empty[0], f"{len(empty)} dòng trống (dòng {shown}): bỏ qua.")

    def _tell_merged(self, body: Sequence[int]) -> None:
        last = body[-1] if body else 0
        for area in self.sheet.merged:
            if not self.last_head < area.top <= last or area.bottom == area.top:
                continue
            words = self.words(self.sheet.cell(area.top, area.left))
            if words:
                self._notice(
                    area.top, f"Ô gộp {area.place}: mọi dòng của ô lấy «{words}».", area.left
                )

    def _notice(self, row: int, why: str, column: int = 0) -> None:
        self.notices.append(Complaint(why, self.sheet.name, row, column))


def _within(cell: Cell, areas: Sequence[Area]) -> bool:
    return any(area.left <= cell.column <= area.right for area in areas)


def _is_total(key: str) -> bool:
    return key in _TOTALS or key.startswith(("tong cong ", "tong so "))


def _is_ordinal(words: str) -> bool:
    return bool(_ORDINAL.fullmatch(words.strip(" .)").casefold()))


def _is_numbering(words: Sequence[str]) -> bool:
    """«(1) (2) (3)» or «A B 1 2» under the head."""
    found = [match for text in words if (match := _NUMBERING.fullmatch(text))]
    numbers = [int(match[1]) for match in found if match[1].isdigit()]
    is_row = len(found) == len(words) > 1
    return is_row and numbers == list(range(min(numbers, default=1), max(numbers, default=0) + 1))


def best_sheet(book: Book, fields: Sequence[ListField], remembered: Mapping[str, str]) -> Sheet:
    """The sheet whose head names most fields; the first that can be seen where none does."""
    shown = [sheet for sheet in book.sheets if not sheet.is_hidden and sheet.cells]
    candidates = shown or list(book.sheets)
    scores = [Grid(sheet, fields, remembered=remembered).score for sheet in candidates]
    return candidates[scores.index(max(scores))]
