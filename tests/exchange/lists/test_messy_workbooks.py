"""Thirty workbooks as offices send them, a trouble each: the right rows, the right complaints."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from desktop_app.domain.letters.doctor import Trouble

HEAD = ["TT", "Họ và tên", "Cấp bậc", "Chức vụ", "Đơn vị", "Số hiệu", "Ngày sinh", "Điện thoại"]
AN = [1, "Nguyễn Văn An", "Đại tá", "Phó Cục trưởng", "ANM", "012-345", "05/03/1975", "0912345678"]
BINH = [2, "Trần Thị Bình", "Thiếu tá", "Đội trưởng", "H01", "222-333", "1/2/1980", "0987654321"]


def names(found):
    return [record.full_name for record in found.records]


def changed(row, **values):
    """A row with other values at these heads."""
    at = {"name": 1, "rank": 2, "post": 3, "unit": 4, "number": 5, "born": 6, "phone": 7}
    made = list(row)
    for name, value in values.items():
        made[at[name]] = value
    return made


def test_plain_list(taken_in):
    found = taken_in([HEAD, AN, BINH])
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    an = found.records[0]
    assert (an.rank, an.post, an.unit.id) == ("Đại tá", "Phó Cục trưởng", "u-2")
    assert (an.service_number, an.birth_date) == ("012-345", dt.date(1975, 3, 5))
    assert an.phone == "0912345678"
    assert found.complaints == found.notices == []


def test_head_is_not_in_the_first_row(taken_in):
    above = [["BỘ CÔNG AN"], ["CỤC AN NINH MẠNG"], [], ["DANH SÁCH CÁN BỘ NĂM 2026"], []]
    found = taken_in([*above, HEAD, AN])
    assert found.grid.head_row == 6
    assert names(found) == ["Nguyễn Văn An"]


def test_title_merged_over_the_table(taken_in):
    rows = [["DANH SÁCH CÁN BỘ"], HEAD, AN]
    assert names(taken_in(rows, merged=["A1:H1"])) == ["Nguyễn Văn An"]


def test_empty_rows_are_left_out_and_told(taken_in):
    found = taken_in([HEAD, AN, [], [], BINH])
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert found.notices == ["3 2 dòng trống (dòng 3, 4): bỏ qua."]


def test_head_of_two_rows_with_merged_cells(taken_in):
    first = ["TT", "Họ và tên", "Cấp bậc", "Năm sinh", ""]
    rows = [first, ["", "", "", "Nam", "Nữ"], [1, "Nguyễn Văn An", "Đại tá", "05/03/1975", ""]]
    rows.append([2, "Trần Thị Bình", "Thiếu tá", "", "01/02/1980"])
    found = taken_in(rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    assert [column.head for column in found.grid.columns][3:] == ["Năm sinh – Nam", "Năm sinh – Nữ"]
    assert [p.birth_date for p in found.records] == [dt.date(1975, 3, 5), dt.date(1980, 2, 1)]


def test_name_in_two_columns_under_one_head(taken_in):
    rows = [["TT", "Họ và tên", "", "Cấp bậc"], [1, "Nguyễn Văn", "An", "Đại tá"]]
    assert names(taken_in(rows, merged=["B1:C1"])) == ["Nguyễn Văn An"]


def test_name_in_two_columns_with_heads_of_their_own(taken_in):
    rows = [["Họ đệm", "Tên", "Chức vụ"], ["Nguyễn Văn", "An", "Đội trưởng"]]
    assert names(taken_in(rows)) == ["Nguyễn Văn An"]


def test_row_of_column_numbers(taken_in):
    numbers = [f"({n})" for n in range(1, 9)]
    found = taken_in([HEAD, numbers, AN])
    assert names(found) == ["Nguyễn Văn An"]
    assert found.notices == ["2 Dòng đánh số cột: bỏ qua."]


def test_unit_merged_downwards_holds_for_all_its_rows(taken_in):
    found = taken_in([HEAD, AN, changed(BINH, unit=None)], merged=["E2:E3"])
    assert [person.unit.id for person in found.records] == ["u-2", "u-2"]
    assert found.notices == ["E2 Ô gộp E2:E3: mọi dòng của ô lấy «ANM»."]


def test_rows_that_name_a_group(taken_in):
    group = ["I", "Cục An ninh mạng", "", "", "", "", "", ""]
    other = ["Cán bộ khác", "", "", "", "", "", "", ""]
    rows = [HEAD, group, changed(AN, unit=""), other, BINH]
    found = taken_in(rows, merged=["A4:H4"])
    assert [(p.full_name, p.unit.id) for p in found.records] == [
        ("Nguyễn Văn An", "u-2"),
        ("Trần Thị Bình", "u-1"),
    ]
    assert found.notices == [
        "2 Dòng nhóm «Cục An ninh mạng»: không phải một dòng của danh sách.",
        "4 Dòng nhóm «Cán bộ khác»: không phải một dòng của danh sách.",
        "E3 Ô trống: lấy «ANM» của dòng nhóm phía trên.",
    ]


def test_total_row(taken_in):
    found = taken_in([HEAD, AN, ["Tổng cộng: 1 đồng chí"]])
    assert names(found) == ["Nguyễn Văn An"]
    assert found.notices == ["3 Dòng tổng cộng: bỏ qua."]


def test_signatures_below_the_table(taken_in):
    foot = [
        ["", "", "", "", "Hà Nội, ngày 05 tháng 3 năm 2026"],
        ["", "NGƯỜI LẬP", "", "", "CỤC TRƯỞNG"],
        [],
        ["", "Phạm Văn C", "", "", "Thiếu tướng Lê Văn D"],
    ]
    found = taken_in([HEAD, AN, BINH, *foot])
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert found.notices == ["4 Từ dòng 4 là phần ký, nơi nhận dưới bảng: bỏ qua."]


def test_head_repeated_on_the_next_page(taken_in):
    found = taken_in([HEAD, AN, HEAD, BINH])
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert found.notices == ["3 Đầu bảng lặp lại ở trang sau: bỏ qua."]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5/3/1975", dt.date(1975, 3, 5)),
        ("05-03-1975", dt.date(1975, 3, 5)),
        ("5.3.1975", dt.date(1975, 3, 5)),
        (" 05 / 03 / 1975 ", dt.date(1975, 3, 5)),
        ("1975-03-05", dt.date(1975, 3, 5)),
        ("ngày 05 tháng 3 năm 1975", dt.date(1975, 3, 5)),
        (dt.datetime(1975, 3, 5), dt.date(1975, 3, 5)),
    ],
)
def test_days_in_words_and_true_ones(taken_in, written, day):
    (person,) = taken_in([HEAD, changed(AN, born=written)]).records
    assert person.birth_date == day


def test_day_kept_as_a_bare_number(taken_in):
    found = taken_in([HEAD, changed(AN, born=27458)])
    assert found.records[0].birth_date == dt.date(1975, 3, 5)
    assert found.notices == ["G2 Excel giữ ngày dưới dạng số 27458: hiểu là 05/03/1975."]


def test_year_alone_is_kept_as_a_note(taken_in):
    found = taken_in([HEAD, changed(AN, born=1975)])
    assert (found.records[0].birth_date, found.records[0].note) == (None, "Sinh năm 1975")
    assert found.notices == ["G2 Chỉ có năm sinh 1975: được ghi vào «Ghi chú»."]


def test_days_that_are_none_are_all_told_at_once(taken_in):
    wrong = ["31/02/1975", "03/25/1975", "khoảng 1975", "5/3/75", dt.datetime(2030, 1, 1)]
    found = taken_in([HEAD, *(changed(AN, born=day) for day in wrong)])
    assert found.records == []
    assert found.complaints == [
        "G2 «31/02/1975» không phải ngày có thật viết kiểu 05/03/2026.",
        "G3 «03/25/1975» không phải ngày có thật viết kiểu 05/03/2026.",
        "G4 «khoảng 1975» không phải ngày có thật viết kiểu 05/03/2026.",
        "G5 «5/3/75» có năm hai chữ số: không rõ thế kỷ nào.",
        "G6 Ngày sinh 01/01/2030 ở sau hôm nay.",
    ]


def test_phone_that_lost_its_zero(taken_in):
    found = taken_in([HEAD, changed(AN, phone=912345678)])
    assert found.records[0].phone == "0912345678"
    assert found.notices == [
        "H2 Excel giữ ô dạng số nên mất số 0 ở đầu: 912345678 được ghi 0912345678."
    ]


def test_service_number_that_lost_its_zeros_beside_others_that_kept_them(taken_in):
    rows = [changed(AN, name=f"Nguyễn Văn {n}", number=f"0{n}2345") for n in range(1, 4)]
    found = taken_in([HEAD, *rows, changed(BINH, number=4321)])
    assert found.records[-1].service_number == "004321"
    assert "mất số 0" in found.notices[0]


def test_service_number_of_a_column_of_numbers_stays(taken_in):
    found = taken_in([HEAD, changed(AN, number=12345), changed(BINH, number=123456)])
    assert [p.service_number for p in found.records] == ["12345", "123456"]


def test_rank_and_post_in_one_cell(taken_in):
    rows = [
        ["Họ tên", "Cấp bậc, chức vụ"],
        ["Nguyễn Văn An", "Đại tá, Phó Cục trưởng"],
        ["Trần Thị Bình", "Thượng úy - Cán bộ"],
        ["Lê Văn Chi", "Phó Trưởng phòng, phụ trách"],
    ]
    assert [(p.rank, p.post) for p in taken_in(rows).records] == [
        ("Đại tá", "Phó Cục trưởng"),
        ("Thượng úy", "Cán bộ"),
        ("", "Phó Trưởng phòng, phụ trách"),
    ]


def test_columns_in_another_order_with_words_added_to_their_heads(taken_in):
    rows = [
        [
            "Số điện thoại",
            "Ngày, tháng, năm sinh",
            "ĐƠN VỊ CÔNG TÁC",
            "HỌ VÀ TÊN (chữ in hoa)",
            "?",
        ],
        ["0912345678", "5/3/1975", "Cục An ninh mạng", "NGUYỄN VĂN AN", "x"],
    ]
    (person,) = taken_in(rows).records
    assert (person.full_name, person.unit.id) == ("NGUYỄN VĂN AN", "u-2")
    assert person.birth_date == dt.date(1975, 3, 5)


def test_unknown_and_misspelt_units(taken_in):
    rows = [changed(AN, unit="Cục Mạng"), changed(BINH, unit="cuc an ninh mang")]
    found = taken_in([HEAD, *rows])
    assert [p.unit.id for p in found.records] == ["u-2"]
    assert found.complaints == [
        "E2 «Cục Mạng» chưa có trong danh sách đơn vị; hãy ghi đúng tên, tên viết tắt hoặc mã."
    ]


def test_name_missing(taken_in):
    found = taken_in([HEAD, changed(AN, name=""), BINH])
    assert names(found) == ["Trần Thị Bình"]
    assert found.complaints == ["B2 Thiếu họ và tên."]


def test_formulas_and_errors(taken_in):
    def fill(book):
        book.active["B3"] = "=B2"
        book.active["B4"] = "#REF!"
        book.active["B4"].data_type = "e"

    found = taken_in([HEAD, AN, BINH, BINH], fill=fill)
    assert names(found) == ["Nguyễn Văn An"]
    assert found.complaints == [
        "B3 Công thức chưa có kết quả; hãy gõ giá trị, hoặc lưu lại bằng Excel.",
        "B4 Ô báo lỗi #REF!.",
    ]


def test_words_that_excel_made_a_day_of(taken_in):
    found = taken_in([HEAD, changed(AN, post=dt.datetime(2026, 3, 5))])
    assert found.complaints == ["D2 Excel đã đổi ô này thành ngày giờ; hãy gõ lại dạng chữ."]


def test_same_person_twice_in_the_list_and_once_in_the_file(taken_in):
    hoa = changed(AN, name="LÊ THỊ HOÀ", unit="A05", number="")
    found = taken_in([HEAD, AN, AN, hoa])
    second, third = found.reading.rows[1:]
    assert second.twin_words == "Trùng dòng 2 của danh sách"
    assert not second.can_be_taken
    assert third.twin_words == "Đã có: Trung tá Lê Thị Hoà, ANM, số hiệu 111-222"
    assert third.filled.id == "p-1"
    assert third.filled.birth_date == dt.date(1975, 3, 5)
    assert third.filled.rank == "Trung tá"


def test_two_officers_of_one_name_are_told_apart_by_their_numbers(taken_in):
    rows = [changed(AN, name="Lê Thị Hoà", number="333-444"), changed(AN, number="555-666")]
    assert len(taken_in([HEAD, *rows]).records) == 2


def test_list_in_tcvn3(taken_in):
    head = ["TT", "Hä vµ tªn", "CÊp bËc", "Chøc vô", "§¬n vÞ"]
    rows = [
        head,
        [1, "NguyÔn V¨n Tr\u00ad¬ng", "§¹i t¸", "Phã Côc tr\u00adëng", "Côc An ninh m¹ng"],
    ]
    found = taken_in(rows)
    (person,) = found.records
    assert person.full_name == "Nguyễn Văn Trương"
    assert (person.rank, person.post) == ("Đại tá", "Phó Cục trưởng")
    assert person.unit.id == "u-2"
    assert {t for row in found.reading.rows for f in row.repairs for t in f.troubles} == {
        Trouble.TCVN3
    }


def test_list_in_vni_with_a_name_that_could_be_either(taken_in):
    rows = [
        ["Hoï vaø teân", "Caáp baäc"],
        ["Leâ Vaên Tröông", "Ñaïi taù"],
        ["Hoà Hoà", "Trung taù"],
    ]
    assert names(taken_in(rows)) == ["Lê Văn Trương", "Hồ Hồ"]


def test_loose_marks_look_alike_letters_and_spare_spaces(taken_in):
    rows = [
        changed(AN, name=unicodedata.normalize("NFD", "Nguyễn Văn Ước")),
        changed(BINH, name="Ðỗ  Thị \u0410nh"),
    ]
    found = taken_in([HEAD, *rows])
    assert names(found) == ["Nguyễn Văn Ước", "Đỗ Thị Anh"]
    assert found.reading.repairs == 2


def test_letters_are_left_as_they_are_where_a_person_wants_it(taken_in):
    found = taken_in([HEAD, changed(AN, name="Ðỗ Thị Anh")], mends=False)
    assert names(found) == ["Ðỗ Thị Anh"]
    assert found.reading.repairs == 1


def test_list_on_another_sheet_and_a_hidden_one(taken_in):
    def fill(book):
        book.active.title = "Hướng dẫn"
        hidden = book.create_sheet("Ẩn")
        hidden.sheet_state = "hidden"
        for row in (HEAD, BINH):
            hidden.append(row)
        sheet = book.create_sheet("Trích ngang")
        for row in ([], HEAD, AN):
            sheet.append(row)

    found = taken_in([["Đọc kỹ trước khi điền"]], fill=fill)
    assert found.grid.sheet.name == "Trích ngang"
    assert names(found) == ["Nguyễn Văn An"]


def test_list_without_a_head(taken_in):
    found = taken_in([["Nguyễn Văn An", "Đại tá"], ["Trần Thị Bình", "Thiếu tá"]])
    assert found.grid.head_row == 0
    assert found.complaints == ["Chưa có cột nào ghi vào «Họ và tên»."]


def test_head_without_rows(taken_in):
    assert taken_in([HEAD]).complaints == ["Dưới đầu bảng không có dòng nào."]


def test_unit_given_for_a_list_that_does_not_name_it(taken_in):
    rows = [["Họ và tên", "Cấp bậc"], ["Nguyễn Văn An", "Đại tá"]]
    (person,) = taken_in(rows, given={"unit": "ANM"}).records
    assert person.unit.id == "u-2"
