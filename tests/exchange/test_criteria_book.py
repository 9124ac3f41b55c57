"""The criteria in a workbook: what goes out comes back, and all that is wrong is said at once."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.exchange.criteria_book import write_criteria
from desktop_app.exchange.outline_codes import composed
from tests.exchange.raw_workbook import raw_workbook, row, sheet_xml, text_cell


def plain(criteria):
    """The tree and the targets without ids and without targets that say nothing."""
    tree = criteria.tree
    codes = {criterion.id: criterion.code for criterion in criteria.criteria}
    return (
        [
            criterion.replace(id="", parent=above.code if (above := tree.parent(criterion)) else "")
            for criterion in tree.in_order
        ],
        {
            (codes[target.criterion], target.unit.id): (target.value, target.assigned)
            for target in criteria.targets
            if target.value is not None or not target.assigned
        },
    )


def said(reading):
    return [(c.place.partition(", ")[2], c.why) for c in reading.complaints]


def test_what_goes_out_comes_back(criteria, taken):
    reading = taken(write_criteria(criteria))
    assert reading.complaints == ()
    assert plain(reading.criteria) == plain(criteria)
    assert reading.criteria.name == criteria.name
    assert reading.criteria.state is not criteria.state
    assert reading.can_be_taken


def test_deep_trees_and_texts_like_formulas_come_back(sample, taken):
    lines = [Criterion(code="I", text="=1+1", kind=Kind.GROUP, max_points=Decimal("0.5"))]
    for depth in range(25):
        above = lines[-1]
        lines.append(
            above.replace(id=f"{depth}", parent=above.id, code=f"{above.code}.1", text="@SUM(A1)")
        )
    lines[-1] = lines[-1].replace(kind=Kind.COUNT, note="+84 = dòng một\n-dòng hai")
    deep = CriteriaSet(period=sample.periods[0], name="-Sâu", criteria=tuple(lines))
    data = write_criteria(deep)
    cells = [c for r in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows() for c in r]
    assert not any(cell.data_type == "f" for cell in cells)
    assert plain(taken(data).criteria) == plain(deep)


def test_workbook_is_ready_to_be_printed_and_scrolled(criteria):
    sheet = openpyxl.load_workbook(io.BytesIO(write_criteria(criteria)))["Tiêu chí"]
    assert sheet.freeze_panes == "D5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["C"].width > 40


def test_text_that_no_cell_holds_is_not_cut(criteria):
    long = criteria.criteria[0].replace(note="a" * 32_768)
    with pytest.raises(PaperNotWritten):
        write_criteria(criteria.replace(criteria=(long, *criteria.criteria[1:])))


def test_every_problem_is_said_at_once_with_its_place(changed):
    reading = changed({"E7": "mười lăm", "A8": "I.1.a", "B9": "I.9", "D10": "Điểm", "N13": "?"})
    assert not reading.can_be_taken
    assert said(reading) == [
        ("ô E7", "«mười lăm» không phải là số; phần thập phân viết 1,5."),
        ("ô A8", "Mã «I.1.a» đã dùng ở dòng 7."),
        ("ô B9", "Không có tiêu chí cấp trên «I.9»."),
        (
            "ô D10",
            "«Điểm» không có trong danh mục: «Nhóm», «Định lượng theo chỉ tiêu», "
            "«Đạt / không đạt», «Số lượng × điểm», «Cộng / trừ», «Theo mức».",
        ),
        ("ô N13", "Chỉ ghi «x» hoặc để trống."),
        ("ô A8", "Mã «I.1.b» không có trong bảng."),
    ]


def test_numbers_as_words_and_dates(changed):
    reading = changed({"E7": "12,5", "E8": "1.5"})
    assert reading.criteria.criteria[2].max_points == Decimal("12.5")
    assert said(reading) == [("ô E8", "«1.5» không phải là số; phần thập phân viết 1,5.")]


def test_more_than_the_maximum_is_a_complaint(changed):
    reading = changed({"M9": ">= 95 % = 11"})
    assert said(reading) == [("ô M9", "«>= 95 % = 11» vượt điểm tối đa của tiêu chí.")]


def test_sums_that_do_not_fit_are_told_and_do_not_block(changed):
    reading = changed({"E7": Decimal(10)})
    assert reading.can_be_taken
    assert [notice.why for notice in reading.notices] == [
        "I.1: các tiêu chí con cộng lại 25 điểm, mục 30 (thiếu 5)."
    ]


def test_target_of_zero_and_criterion_for_nobody_are_told(changed):
    nobody = {f"{column}13": "Không giao" for column in "DEFGHI"}
    reading = changed({"D7": 0, "D8": 0, **nobody}, "Chỉ tiêu")
    assert reading.can_be_taken
    told = [str(notice) for notice in reading.notices]
    assert told == [
        "Trang «Chỉ tiêu», ô D7: Chỉ tiêu bằng 0 được xét như không có chỉ tiêu.",
        "Trang «Tiêu chí»: I.1.a: chỉ tiêu của Cục CS PCCC và CNCH bằng 0, được xét như không có.",
        "Trang «Tiêu chí»: II.1: không giao cho đơn vị nào.",
    ]


def test_targets_of_unknown_units_and_lines_are_complaints(changed):
    reading = changed(
        {"D4": "Cục Không Có", "A8": "X", "E7": -1, "E9": 5, "F9": "nhiều"}, "Chỉ tiêu"
    )
    assert said(reading) == [
        ("ô D4", "«Cục Không Có» không phải đơn vị của Cụm."),
        ("ô E7", "Chỉ tiêu không được âm."),
        ("ô A8", "Mã «X» không có trong bảng."),
        ("ô E9", "Chỉ tiêu bằng số chỉ dành cho tiêu chí định lượng."),
        ("ô F9", "«nhiều» không phải là số; phần thập phân viết 1,5."),
    ]


def test_formula_in_a_number_field(taken):
    head = row(
        1, text_cell("A1", "STT"), text_cell("B1", "Tiêu chí"), text_cell("C1", "Điểm chuẩn")
    )
    counted = row(
        2, text_cell("A2", "I"), text_cell("B2", "Một"), "<c r='C2'><f>2*3</f><v>6</v></c>"
    )
    open_ = row(3, text_cell("A3", "II"), text_cell("B3", "Hai"), "<c r='C3'><f>2*4</f></c>")
    reading = taken(raw_workbook(sheet_xml(head + counted + open_)))
    assert reading.criteria.criteria[0].max_points == 6
    assert [str(notice) for notice in reading.notices] == [
        "Trang «Tiêu chí», ô C2: Ô là công thức: lấy kết quả Excel đã tính lúc lưu."
    ]
    assert said(reading) == [
        (
            "ô C3",
            "Công thức chưa có kết quả; hãy gõ giá trị, hoặc mở bằng Excel rồi lưu lại.",
        )
    ]


def test_plain_table_of_another_office(taken):
    def fill(book):
        sheet = book.active
        sheet.append(["BẢNG CHẤM ĐIỂM KHỐI SỐ 6"])
        sheet.append(["STT", "Tiêu chí", "Điểm chuẩn", "Điểm chấm"])
        sheet.append(["I", "Công tác trọng tâm", 500])
        sheet.append(["I.1", "Hoàn thành chỉ tiêu", 350.5])
        sheet.append(["I.2", "Chế độ báo cáo", "149,5"])
        sheet.append(["", "Tổng cộng", 500])

    reading = taken(raw_workbook(sheet_xml("")), fill)
    assert reading.complaints == ()
    assert reading.criteria.name == "BẢNG CHẤM ĐIỂM KHỐI SỐ 6"
    assert [(c.code, c.kind) for c in reading.criteria.criteria] == [
        ("I", Kind.GROUP),
        ("I.1", Kind.COUNT),
        ("I.2", Kind.COUNT),
    ]
    assert reading.criteria.warnings() == ()
    assert [notice.why for notice in reading.notices] == [
        "Dòng tổng cộng được bỏ qua: chương trình tự cộng."
    ]


@pytest.mark.parametrize(
    ("codes", "whole"),
    [
        ("I 1 a b 2 II 1 a", "I I.1 I.1.a I.1.b I.2 II II.1 II.1.a"),
        ("I. 1. a) b) II. 1.", "I I.1 I.1.a I.1.b II II.1"),
        ("A I 1 II 1 B I", "A A.I A.I.1 A.II A.II.1 B B.I"),
        ("I a II a", "I I.a II II.a"),
    ],
)
def test_short_codes_of_a_table_on_paper_are_put_together(codes, whole):
    assert composed(codes.split()) == tuple(whole.split())


@pytest.mark.parametrize("codes", ["I I.1 I.2", "1 2 3", "I - -", "I 1.1 1.1"])
def test_other_codes_are_left_as_they_are(codes):
    assert composed(codes.split()) is None


def test_table_on_paper_is_taken_with_a_notice(taken):
    lines = [("STT", "Tiêu chí", "Điểm"), ("I", "Phần", "5"), ("1", "Một", "5"), ("II", "Hai", "4")]
    lines.append(("1", "Khác", "4"))
    rows = "".join(
        row(
            at,
            *(text_cell(f"{column}{at}", text) for column, text in zip("ABC", line, strict=True)),
        )
        for at, line in enumerate(lines, 1)
    )
    reading = taken(raw_workbook(sheet_xml(rows)))
    assert reading.can_be_taken
    assert [one.code for one in reading.criteria.tree.in_order] == ["I", "I.1", "II", "II.1"]
    assert "đã ghép theo thứ tự dòng" in reading.notices[0].why


def test_merged_heads(criteria, taken):
    def two_rows(book):
        sheet = book["Tiêu chí"]
        sheet.insert_rows(5)
        sheet.merge_cells("C4:C5")

    reading = taken(write_criteria(criteria), two_rows)
    assert reading.complaints == ()
    assert len(reading.criteria.criteria) == len(criteria.criteria)
    assert [n.why for n in reading.notices] == [
        "Đầu bảng là ô gộp C4:C5: dữ liệu được đọc từ dòng 6."
    ]

    def two_columns(book):
        book["Tiêu chí"].merge_cells("E4:F4")
        book["Tiêu chí"].merge_cells("C6:C8")

    # the rows whose text the merging swallowed are complained of after these
    assert said(taken(write_criteria(criteria), two_columns))[:2] == [
        (
            "ô E4",
            "Ô gộp ở đầu bảng che mất tên của nhiều cột. Hãy bỏ gộp vùng E4:F4 rồi nhập lại.",
        ),
        (
            "ô C6",
            "Ô gộp nhiều dòng trong bảng: không rõ dòng nào có giá trị. "
            "Hãy bỏ gộp vùng C6:C8 rồi nhập lại.",
        ),
    ]


def test_sheet_without_a_table_says_so(taken):
    reading = taken(raw_workbook(sheet_xml(row(1, text_cell("A1", "Kính gửi")))))
    assert [c.why for c in reading.complaints] == [
        "Không thấy dòng đầu bảng có cột «Mã», «Nội dung tiêu chí», «Điểm tối đa» "
        "trong 30 dòng đầu."
    ]
    assert not reading.can_be_taken


def test_head_without_rows_says_so(criteria, taken):
    reading = taken(write_criteria(criteria), lambda book: book["Tiêu chí"].delete_rows(5, 99))
    assert "Dưới đầu bảng không có dòng nào." in [c.why for c in reading.complaints]
