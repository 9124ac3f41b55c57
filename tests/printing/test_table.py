"""Tables: heads on every page, whole words, tall rows, group rows, leaning of numbers."""

import itertools

import pytest

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Column, Paragraph, Row, Table
from desktop_app.printing import page
from desktop_app.printing.table_widths import column_widths
from tests.printing.conftest import SENTENCE, printed
from tests.printing.printed import MM

LEFT, RIGHT = 30 * MM, 195 * MM
COLUMNS = (
    Column("STT", 0.01, "center"),
    Column("Họ và tên", 0.3),
    Column("Thành tích", 0.5),
    Column("Điểm", 0.1, "right"),
)


def _table(count, columns=COLUMNS):
    rows = [Row((str(n), "Nguyễn Thị Quỳnh Như", SENTENCE, "95,50")) for n in range(1, count + 1)]
    return Table(columns, (Row(("I. TẬP THỂ",), is_group=True), *rows))


def test_head_is_repeated_and_no_row_is_torn():
    found = printed(_table(25))
    assert len(found.sizes) > 2
    for number in range(1, len(found.sizes) + 1):
        head = found.find("Họ và tên", page=number)
        assert head.is_dressed(page.TABLE_HEAD)
        words = [line for line in found.on(number) if line.text.startswith("Thực hiện phong")]
        ends = [line for line in found.on(number) if line.text.endswith("ghi nhận.")]
        assert len(words) == len(ends) > 0


def test_cells_lean_as_their_columns_say():
    found = printed(_table(1))
    head, number = found.find("STT"), found.find("1")
    assert number.middle == pytest.approx(head.middle, abs=0.5)
    assert found.find("95,50").x1 == pytest.approx(RIGHT - page.TABLE_PADDING, abs=0.5)


def test_group_row_is_bold_and_spans_the_table():
    found = printed(Table(COLUMNS, (Row((SENTENCE,), is_group=True),)))
    line = found.find("Thực hiện")
    assert line.is_dressed(page.TABLE_GROUP)
    assert line.width > 400


def test_bold_words_in_a_cell():
    found = printed(Table(COLUMNS, (Row(("1", (Run("Đậm", bold=True),), "Thường")),)))
    assert found.find("Đậm").fonts == {"LiberationSerif-Bold"}
    assert found.find("Thường").fonts == {"LiberationSerif"}


def test_narrow_column_keeps_its_words_whole():
    widths = column_widths(_table(1), 467.0)
    assert sum(widths) == pytest.approx(467.0)
    assert printed(_table(1)).find("STT").text == "STT"


@pytest.mark.parametrize("is_group", [False, True])
def test_row_taller_than_a_page_is_printed_whole(is_group):
    words = " ".join(f"từ{number}" for number in range(3000))
    cells = (words,) if is_group else ("1", "Tên", words, "")
    row = Row(cells, is_group)
    found = printed(Paragraph(SENTENCE), Table(COLUMNS, (row, *_table(3).rows)))
    printed_words = " ".join(line.text for line in found.lines).split()
    assert [word for word in printed_words if word.startswith("từ")] == words.split()
    assert all(line.baseline > 20 * MM for line in found.lines)
    heads = [line for line in found.lines if line.text == "Họ và tên"]
    assert len(heads) == len(found.sizes)


def test_tall_row_has_no_line_inside_it_and_is_closed_where_the_page_ends():
    tall = "gọng\n" * 150
    found = printed(Table((Column("Cột", 1.0),), (Row((tall,)),)))
    assert len(found.sizes) > 2
    for number in range(1, len(found.sizes)):
        last = min(line.baseline for line in found.on(number))
        heights = [r[3] for r in found.rules if r[0] == number and r[3] < 297 * MM - 130]
        # below the letters that hang, and still on the page
        assert len(heights) == 1
        assert last - 10 < heights[0] < last - 3
        assert heights[0] >= 20 * MM


def test_cell_beside_a_tall_one_has_no_gap():
    body = (
        "Thiếu tá, Đội trưởng, Trung tâm Nghiên cứu, ứng dụng khoa học, công nghệ và bảo đảm "
        'kỹ thuật nghiệp vụ & "hậu cần" thứ'
    )
    # empty columns keep the neighbours' lines apart when the page is read back
    shares = {"Đơn vị": 0.15, "": 0.1, "Khác": 0.15, " ": 0.1, "Thành tích": 0.5}
    columns = tuple(Column(head, share) for head, share in shares.items())
    other = "Cờ thi đua\nBằng khen\n" + " ".join(["Chiến sĩ thi đua"] * 11)
    cells = (body, "", other, "", " ".join([SENTENCE] * 20))
    found = printed(Table(columns, (Row(cells),)), landscape=True)
    for x in {round(found.find("Thiếu tá").x0), round(found.find("Cờ thi đua").x0)}:
        baselines = [line.baseline for line in found.on(1) if round(line.x0) == x]
        steps = [a - b for a, b in itertools.pairwise(baselines)]
        assert len(steps) > 5
        assert steps == pytest.approx([page.TABLE_CELL.leading(1.0)] * len(steps), abs=0.2)


def test_rows_for_writing_by_hand_have_their_least_height():
    found = printed(Table((Column("Tên", 1.0),), (Row(("A",), height=15), Row(("B",), height=15))))
    assert found.find("A").baseline - found.find("B").baseline == pytest.approx(15 * MM, abs=0.5)


def test_rows_with_too_few_or_too_many_cells():
    found = printed(Table(COLUMNS, (Row(("1",)), Row(("2", "b", "c", "d", "e")))))
    assert found.find("2")
    assert not printed(Table((), ())).lines


def test_head_taller_than_a_page_is_printed_once():
    words = " ".join(f"từ{number}" for number in range(900))
    found = printed(Table((Column("A", 0.5), Column(words, 0.5)), (Row(("1", "2")),) * 40))
    printed_words = " ".join(line.text for line in found.lines).split()
    assert [word for word in printed_words if word.startswith("từ")] == words.split()
    assert len([line for line in found.lines if line.text == "1"]) == 40


def test_endless_word_is_torn_inside_its_cell():
    found = printed(Table(COLUMNS, (Row(("1", "x" * 300)),)))
    assert "".join(line.text for line in found.lines if set(line.text) == {"x"}) == "x" * 300
    assert max(line.x1 for line in found.lines) <= RIGHT


def test_head_of_a_group_is_never_the_last_row_of_a_page():
    for before in range(18, 26):
        rows = [Row((str(n), "Nguyễn Thị Như", "", "95")) for n in range(before)]
        group = (Row(("II. CÁ NHÂN",), is_group=True), Row(("1", "Lê Văn Đầu Tiên", "", "90")))
        found = printed(Table(COLUMNS, (*rows, *rows[:10], *group)))
        assert found.find("II. CÁ NHÂN").page == found.find("Lê Văn Đầu Tiên").page
