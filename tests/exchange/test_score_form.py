"""The form in which a unit scores itself: out, back unchanged, back filled in, back wrong."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.scores.self_scoring import differences, sheet_of, with_differences
from desktop_app.domain.scores.sheet import Passed, Round, ScoreLine, SheetState, SheetStep
from desktop_app.exchange.reading import read_book
from desktop_app.exchange.score_book import write_form
from desktop_app.exchange.score_form import COLUMNS, FORM_SHEET, HEAD_ROW, MARKS_SHEET, PLACES
from desktop_app.exchange.score_reading import Expected, read_form

FIGURES = {
    "I.1.a": {"actual": Decimal("96.5"), "evidence": "Báo cáo số 12/BC\n(kèm danh sách)"},
    "I.1.b": {"actual": Decimal(0)},
    "I.2": {"actual": Decimal("-1.25")},
    "I.3": {"count": 3, "self_score": Decimal(10)},
    "I.4": {"self_score": Decimal("9.75")},
    "II.1": {"passed": Passed.YES},
    "II.2": {"passed": Passed.NO, "evidence": "=1+1 không phải công thức"},
    "III.2": {"bonus_count": 2, "penalty_count": 0, "self_score": Decimal(-2)},
}
"""Something of every kind; II.3 and others are left open."""


@pytest.fixture
def unit(criteria):
    return criteria.period.members_on(None)[1].unit


@pytest.fixture
def sheet(criteria, unit):
    return sheet_of(criteria, unit, Round.YEAR, ())


@pytest.fixture
def filled(sheet):
    """The same sheet with figures of every kind."""
    lines = (
        ScoreLine(criterion=sheet.criteria.tree.find(code).id, **figures)
        for code, figures in FIGURES.items()
    )
    return sheet.replace(lines=tuple(lines))


@pytest.fixture
def place(sheet):
    """Where a criterion's field stands, e.g. «G8»."""
    rows = {c.code: row for row, c in enumerate(sheet.criteria.tree.in_order, HEAD_ROW + 1)}

    def place(code, field):
        return f"{openpyxl.utils.get_column_letter(PLACES[field])}{rows[code]}"

    return place


@pytest.fixture
def returned(tmp_path, sheet):
    """What is read of a form after somebody changed it."""

    def returned(change=None, written=None, **expected):
        path = tmp_path / "phiếu.xlsx"
        path.write_bytes(write_form(written or sheet))
        if change:
            book = openpyxl.load_workbook(path)
            change(book)
            book.save(path)
        known = {"period": sheet.period, "round": Round.YEAR, "sets": (sheet.criteria,)}
        return read_form(read_book(path), Expected(**(known | expected)))

    return returned


def cells(values):
    """A change of some cells of the form."""

    def change(book):
        for where, value in values.items():
            book[FORM_SHEET][where] = value

    return change


def words(reading):
    return [complaint.why for complaint in reading.complaints]


# --- out --------------------------------------------------------------------------------------


@pytest.fixture
def book(filled):
    return openpyxl.load_workbook(io.BytesIO(write_form(filled)))


def test_only_what_is_to_be_filled_in_is_open(book, filled):
    page = book[FORM_SHEET]
    open_cells = {
        (page.cell(row, 1).value, field)
        for row in range(HEAD_ROW + 1, page.max_row + 1)
        for field, column in PLACES.items()
        if not page.cell(row, column).protection.locked
    }
    assert page.protection.sheet
    assert not page.protection.password
    assert ("I.1.a", "actual") in open_cells
    assert ("I.1.a", "count") not in open_cells
    assert ("II.1", "passed") in open_cells
    assert ("III.2", "penalty_count") in open_cells
    assert ("I.4", "count") not in open_cells, "without points for one, the score is typed"
    assert not {field for code, field in open_cells if code in ("I", "I.1", "II", "III")}
    leaves = {leaf.code for leaf in filled.criteria.tree.leaves}
    assert {code for code, field in open_cells if field == "self_score"} == leaves


def test_what_a_unit_is_not_assigned_is_closed(criteria):
    last = criteria.period.members_on(None)[-1].unit
    book = openpyxl.load_workbook(io.BytesIO(write_form(sheet_of(criteria, last, Round.YEAR, ()))))
    page = book[FORM_SHEET]
    row = next(r for r in range(1, page.max_row) if page.cell(r, 1).value == "I.3")
    assert page.cell(row, PLACES["target"]).value == "Không giao"
    assert all(page.cell(row, column).protection.locked for column in PLACES.values())


def test_it_prints_on_a4_with_its_heads(book):
    page = book[FORM_SHEET]
    assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", 9)
    assert page.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert [page.cell(HEAD_ROW, c).value for c in PLACES.values()] == list(COLUMNS.values())


def test_its_marks_are_well_hidden_and_words_are_no_formulas(book, place):
    assert book[MARKS_SHEET].sheet_state == "veryHidden"
    assert book.security.lockStructure
    cell = book[FORM_SHEET][place("II.2", "evidence")]
    assert (cell.data_type, cell.value) == ("s", "=1+1 không phải công thức")


def test_the_cells_say_what_may_be_typed(book, place):
    def rule_at(where):
        rules = book[FORM_SHEET].data_validations.dataValidation
        return next(rule for rule in rules if where in rule.sqref)

    assert rule_at(place("II.1", "passed")).formula1 == '"Đạt,Không đạt"'
    score = rule_at(place("III.2", "self_score"))
    assert (score.formula1, score.formula2) == ("-2", "4")
    assert "-2" in score.error
    assert rule_at(place("I.3", "count")).type == "whole"


# --- back as it should be -----------------------------------------------------------------------


def test_untouched_nothing_differs(returned, sheet, filled):
    for written in (sheet, filled):
        reading = returned(written=written, sheets=(written,))
        assert reading.complaints == reading.notices == reading.differences == ()
        assert not reading.can_be_taken


def test_filled_in_exactly_those_cells_differ(returned, filled, place):
    values = {
        place(code, field): value.label if isinstance(value, Passed) else value
        for code, figures in FIGURES.items()
        for field, value in figures.items()
        if code != "II.2"
    }
    reading = returned(cells(values))
    found = {(one.criterion.code, one.field): one.new for one in reading.differences}
    assert found == {
        (code, field): value
        for code, figures in FIGURES.items()
        for field, value in figures.items()
        if code != "II.2"
    }
    assert all(one.old in (None, "") for one in reading.differences)
    taken = with_differences(reading.sheet, reading.differences)
    for line in filled.lines:
        if filled.criteria.tree.find(line.criterion).code == "II.2":
            continue
        own = taken.by_criterion[line.criterion]
        assert own.replace(id=line.id) == line


def test_taken_once_the_second_time_nothing_differs(returned, place):
    change = cells({place("I.3", "count"): 4, place("I.4", "evidence"): "  Báo cáo  "})
    first = returned(change)
    taken = with_differences(first.sheet, first.differences)
    assert not returned(change, sheets=(taken,)).differences


def test_what_is_left_out_is_told_from_what_is_new(returned, filled, place):
    reading = returned(
        cells({place("I.3", "count"): None, place("I.4", "self_score"): 8}),
        written=filled,
        sheets=(filled,),
    )
    assert [(d.criterion.code, d.clears) for d in reading.differences] == [
        ("I.3", True),
        ("I.4", False),
    ]


def test_a_nought_is_not_nothing(sheet):
    leaf = sheet.criteria.tree.find("I.3")
    assert [one.new for one in differences(sheet, {leaf.id: {"count": 0}})] == [0]


def test_a_vietnamese_number_typed_as_text_counts(returned, place):
    reading = returned(cells({place("I.1.a", "actual"): "1.234,5"}))
    assert reading.differences[0].new == Decimal("1234.5")


def test_a_counted_formula_is_taken_and_flagged(returned, sheet, place, tmp_path):
    where = place("I.1.a", "actual")
    path = tmp_path / "công thức.xlsx"
    path.write_bytes(_with_formula(write_form(sheet), where, "<f>40+2</f><v>42</v>"))
    reading = read_form(read_book(path), Expected(sheet.period, Round.YEAR, (sheet.criteria,), ()))
    assert [one.new for one in reading.differences] == [42]
    assert [notice.place for notice in reading.notices] == [f"Trang «{FORM_SHEET}», ô {where}"]


def test_words_beside_the_table_are_told(returned):
    reading = returned(cells({"O9": "Xem thêm thư", "A60": "Người lập"}))
    assert [notice.why for notice in reading.notices] == [
        "Chữ ngoài bảng không được nhận: «Xem thêm thư».",
        "Chữ ngoài bảng không được nhận: «Người lập».",
    ]


@pytest.mark.parametrize(
    ("state", "taken"),
    [
        (SheetState.DRAFT, True),
        (SheetState.RETURNED, True),
        (SheetState.SUBMITTED, False),
        (SheetState.REVIEWED, False),
        (SheetState.FINAL, False),
    ],
)
def test_a_sheet_under_review_shows_the_difference_only(returned, sheet, place, state, taken):
    step = SheetStep(state=state, day=dt.date(2018, 11, 1), name="Người thẩm định")
    kept = sheet.replace(state=state, steps=(step,))
    reading = returned(cells({place("I.3", "count"): 4}), sheets=(kept,))
    assert len(reading.differences) == 1
    assert reading.can_be_taken is taken
    assert (state.label in reading.closed) is not taken


# --- back as it should not be -------------------------------------------------------------------


def test_another_period(returned, sheet):
    other = sheet.period.replace(id="ky-khac", name="2019")
    assert words(returned(period=other)) == ["Phiếu của kỳ «Năm 2018», đang nhận kỳ «Năm 2019»."]


def test_another_round(returned):
    assert words(returned(round=Round.HALF_YEAR)) == [
        "Phiếu của đợt «Năm», đang nhận đợt «6 tháng»."
    ]


def test_a_unit_that_is_no_member(returned, sheet, unit):
    members = tuple(m for m in sheet.period.members if m.unit.id != unit.id)
    assert words(returned(period=sheet.period.replace(members=members))) == [
        f"Đơn vị «{unit.name}» của phiếu không phải là thành viên của kỳ này."
    ]


def test_the_form_of_another_unit_under_this_ones_marks(returned, unit):
    reading = returned(cells({"A2": "Đơn vị: Cục khác"}))
    assert words(reading) == [
        f"Phiếu ghi «Đơn vị: Cục khác» nhưng mã phiếu là của «{unit.short_name}»: phiếu của đơn "
        "vị khác."
    ]


def test_an_older_version_of_the_criteria(returned, sheet):
    newer = sheet.criteria.replace(id="bo-moi", version=2)
    assert words(returned(sets=(sheet.criteria, newer))) == [
        "Phiếu lập theo bộ tiêu chí bản 1, đang dùng bản 2. Hãy xuất phiếu mới cho đơn vị."
    ]


def test_no_adopted_criteria(returned):
    assert words(returned(sets=())) == ["Kỳ này chưa có bộ tiêu chí nào được thông qua."]


def test_criteria_changed_since(returned, sheet):
    first = sheet.criteria.tree.leaves[0]
    criteria = sheet.criteria.replace(
        criteria=tuple(
            one.replace(max_points=Decimal(20)) if one.id == first.id else one
            for one in sheet.criteria.criteria
        )
    )
    assert "đã được sửa sau khi xuất" in words(returned(sets=(criteria,)))[0]


def test_a_mark_changed_by_hand(returned, sheet):
    other = sheet.period.members_on(None)[2].unit

    def change(book):
        page = book[MARKS_SHEET]
        for row in range(1, 10):
            if page.cell(row, 1).value == "Đơn vị":
                page.cell(row, 2).value = other.id

    assert "trang ẩn của phiếu bị sửa" in words(returned(change))[0]


def test_another_format(returned):
    def change(book):
        book[MARKS_SHEET]["B1"] = "2"

    assert words(returned(change)) == ["Phiếu theo khuôn 2, chương trình này đọc khuôn 1."]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda book: book.remove(book[MARKS_SHEET]), "thiếu trang ẩn «Mã phiếu»"),
        (lambda book: book.remove(book[FORM_SHEET]), "Thiếu trang «Tự chấm»"),
        (lambda book: setattr(book[FORM_SHEET], "title", "Điểm"), "bị xoá hoặc đổi tên"),
        (lambda book: book[MARKS_SHEET].delete_rows(4), "trang ấy không còn đủ"),
        (lambda book: book[FORM_SHEET].insert_rows(9), "dòng bị thêm, xoá"),
        (lambda book: book[FORM_SHEET].delete_rows(9), "(và "),
        (lambda book: book[FORM_SHEET].insert_cols(7), "cột bị chuyển, thêm hoặc xoá"),
        (lambda book: book[FORM_SHEET].delete_cols(8), "Cột này phải là «Số lượng»"),
        (lambda book: book[FORM_SHEET].insert_rows(2), "phiếu của đơn vị khác"),
        (lambda book: book[FORM_SHEET].merge_cells("A5:B5"), "Ô gộp A5:B5 ở đầu bảng"),
        (lambda book: book[FORM_SHEET].merge_cells("G8:G9"), "Ô gộp G8:G9 ở bảng"),
        (cells({"A6": "X"}), "Mã ở đây phải là «I», phiếu ghi «X»"),
        (cells({"B8": "Tiêu chí khác"}), "Ô «Nội dung tiêu chí» của «I.1.a» bị sửa"),
        (cells({"C8": 99}), "Ô «Điểm tối đa» của «I.1.a» bị sửa; phải là «15»"),
        (cells({"F8": 1}), "Ô «Chỉ tiêu» của «I.1.a» bị sửa"),
    ],
)
def test_an_altered_shape(returned, change, sentence):
    reading = returned(change)
    assert any(sentence in why for why in words(reading)), words(reading)
    assert reading.differences == ()


@pytest.mark.parametrize(
    ("code", "field", "value", "sentence"),
    [
        ("I.1.a", "actual", "nhiều", "«nhiều» không phải là số"),
        ("I.1.a", "actual", -1, "«Kết quả» không được âm: -1."),
        ("I.1.a", "actual", 10**13, "«Kết quả» lớn quá 1.000.000.000.000."),
        ("I.1.a", "actual", dt.date(2018, 5, 1), "Excel đã đổi số thành ngày giờ"),
        ("I.1.a", "actual", "=A1", "Công thức chưa có kết quả"),
        ("I.1.a", "actual", "#REF!", "Ô báo lỗi #REF!"),
        ("I.1.a", "actual", True, "không phải là số"),
        ("I.1.a", "count", 5, "Ô «Số lượng» không điền cho tiêu chí này («I.1.a»)"),
        ("I", "self_score", 5, "không điền cho dòng nhóm («I»)"),
        ("I.3", "count", 2.5, "«Số lượng» phải là số nguyên: 2,5."),
        ("I.3", "count", -2, "«Số lượng» không được âm: -2."),
        ("I.3", "self_score", 11, "Điểm tự chấm 11 vượt điểm tối đa 10."),
        ("I.3", "self_score", -1, "Điểm tự chấm -1: không được âm."),
        ("III.2", "self_score", -3, "Điểm tự chấm -3: thấp hơn -2."),
        ("I.3", "self_score", 3.333, "Điểm có nhiều nhất 2 chữ số thập phân: 3,333."),
        ("II.1", "passed", "Gần đạt", "«Gần đạt» không có trong danh mục"),
        ("II.1", "evidence", dt.datetime(2018, 5, 1), "Excel đã đổi ô này thành ngày giờ"),
    ],
)
def test_a_wrong_cell_is_named(returned, place, code, field, value, sentence):
    reading = returned(cells({place(code, field): value}))
    assert [sentence in why for why in words(reading)] == [True], words(reading)
    assert reading.complaints[0].place.endswith(f"ô {place(code, field)}")
    assert not reading.can_be_taken


def test_all_wrong_cells_at_once(returned, place):
    reading = returned(
        cells(
            {
                place("I.1.a", "actual"): "x",
                place("I.3", "count"): -1,
                place("II.1", "passed"): "?",
                place("I.4", "self_score"): 5,
            }
        )
    )
    assert len(reading.complaints) == 3
    assert reading.differences == ()


# --- no workbook at all -------------------------------------------------------------------------


def _with_formula(data, where, inner):
    """The bytes with a formula and what it came to, as Excel saves them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet2.xml"):
                empty = re.compile(rf'<c r="{where}"([^>]*)></c>')
                text = empty.sub(rf'<c r="{where}"\1>{inner}</c>', part.decode())
                assert inner in text
                part = text.encode()
            new.writestr(name, part)
    return made.getvalue()


def _added(data, name):
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(name, b"x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "harm", "sentence"),
    [
        ("phiếu.xlsm", lambda data: data, "macro"),
        ("phiếu.xlsx", lambda data: _added(data, "xl/vbaProject.bin"), "chứa macro"),
        ("phiếu.xlsx", lambda data: data[: len(data) // 2], "đã hỏng"),
        ("phiếu.xlsx", lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, "mật khẩu"),
        ("phiếu.xls", lambda data: data, "Chỉ đọc tệp Excel .xlsx"),
        ("phiếu.xlsx", lambda data: data + b"\0" * (21 * 1024 * 1024), "lớn quá 20 MB"),
        ("phiếu.xlsx", lambda data: b"", "đã hỏng"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path, sheet, name, harm, sentence):
    path = tmp_path / name
    path.write_bytes(harm(write_form(sheet)))
    with pytest.raises(ImportRefused, match=sentence):
        read_book(path)
