"""Papers of scoring say what the board says, and say sensibly what is not there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.scores.criterion import Target
from desktop_app.domain.scores.score_round import score_round
from desktop_app.domain.scores.scoreboard import Source
from desktop_app.domain.scores.sheet import Round, ScoreLine, SheetState, SheetStep
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import BarChart, Closing, Table, Title
from tests.papers.conftest import words

SCORE_PAPERS = (
    "ranking-table",
    "score-details",
    "score-sheet",
    "score-explanation",
    "review-minutes",
)


@pytest.fixture
def scored(sample):
    return score_round(sample.periods[0], sample.criteria, Round.HALF_YEAR, sample.sheets)


def cells(row):
    return [words(cell) for cell in row.cells]


def test_the_table_of_places_has_the_boards_figures(scored, read):
    paper = read("ranking-table", scored)
    rows = [cells(row) for row in paper.one(Table).rows]
    assert len(rows) == 6
    for row, standing in zip(rows, scored.standings, strict=True):
        total = scored.board.total(standing.unit)
        assert row[0] == str(standing.place)
        assert row[1].startswith(standing.unit.name)
        sections = [number(score.final) for score in standing.sections]
        assert row[2:] == [*sections, number(total.final), f"{number(total.completion)}%"]
    assert paper.one(BarChart).bars[0].words == rows[0][5]
    assert "Điểm tạm tính" in paper.text


def test_the_one_who_is_knocked_out_is_told_with_the_reason(scored, read):
    paper = read("ranking-table", scored)
    (out,) = [row for row in paper.one(Table).rows if "(điểm liệt)" in row.cells[1]]
    assert out.cells[1] == "Cục Cảnh sát giao thông (điểm liệt)"
    assert "không xét mọi danh hiệu thi đua vì bị điểm liệt: II.1" in paper.text


def test_a_tie_is_told_once_under_the_table(scored, read):
    equal = [sheet.replace(lines=scored.sheets[0].lines) for sheet in scored.sheets[:2]]
    targets = tuple(t for t in scored.criteria.targets if t.value is None)
    criteria = scored.criteria.replace(targets=targets)
    tied = scored.replace(
        criteria=criteria, sheets=tuple(sheet.replace(criteria=criteria) for sheet in equal)
    )
    notes = {note for standing in tied.standings for note in standing.tie_notes}
    assert len(notes) == 1
    assert read("ranking-table", tied).text.count(notes.pop()) == 1


def test_last_year_stands_beside_it(scored, read):
    unit = scored.sheets[0].unit
    last = scored.replace(last_year={unit.id: Decimal(450)}, last_year_most=Decimal(500))
    paper = read("ranking-table", last)
    column = {cells(row)[1]: cells(row)[-1] for row in paper.one(Table).rows}
    assert column[unit.name] == "450/500"
    assert column[scored.sheets[1].unit.name] == "–"
    same = last.replace(last_year_most=scored.criteria.max_total)
    assert same.last_year_in_words(unit) == "450"
    (pale,) = [bar for bar in paper.one(BarChart).bars if bar.is_pale]
    assert (pale.value, pale.words) == (90.0, "năm trước 450/500")


def test_details_have_every_leaf_of_a_section_for_every_unit(scored, read):
    board, tree = scored.board, scored.criteria.tree
    whole = read("score-details", scored)
    assert len(whole.document.sections) == len(tree.roots) == 3
    assert all(section.landscape for section in whole.document.sections)
    for root, table in zip(tree.roots, whole.of(Table), strict=True):
        found = {cells(row)[0]: cells(row)[3:] for row in table.rows}
        for leaf in tree.leaves_of(root):
            scores = [board.score(leaf, unit) for unit in board.units]
            not_assigned = [score.source is Source.NOT_ASSIGNED for score in scores]
            assert [cell == "–" for cell in found[leaf.code]] == not_assigned
            pairs = zip(found[leaf.code], scores, strict=True)
            assert all(cell in ("–", number(score.final)) for cell, score in pairs)
        assert found[root.code] == [number(board.score(root, u).final) for u in board.units]


def test_long_names_become_numbers_that_are_explained(scored, read):
    paper = read("score-details", scored, scored.criteria.tree.roots[0].id)
    heads = [words(column.head) for column in paper.one(Table).columns[3:]]
    assert heads[1] == scored.board.units[1].short_name
    unit = scored.sheets[0].unit
    (name,) = unit.names
    long = unit.replace(names=(name.replace(short="Tên gọi tắt dài hơn cả một cột"),))
    sheets = (scored.sheets[0].replace(unit=long), *scored.sheets[1:])
    paper = read("score-details", scored.replace(sheets=sheets), scored.criteria.tree.roots[0].id)
    heads = [words(column.head) for column in paper.one(Table).columns[3:]]
    assert heads == [f"({place})" for place in range(1, 7)]
    assert f"(1): {unit.name}" in paper.text


def reviewed(sheet, scored):
    """The sheet after both reviews: II.4 lowered, explained, given back in part."""
    leaf = scored.criteria.tree.find("II.4")
    line = sheet.by_criterion[leaf.id].replace(
        review1=Decimal(3),
        reason1="Thiếu minh chứng",
        reviewer1="Cán bộ A",
        reviewed1_on=dt.date(2018, 7, 3),
        explanation="Đã bổ sung hồ sơ",
        review2=Decimal(4),
        reason2="Chấp nhận một phần",
    )
    steps = (
        SheetStep(
            state=SheetState.SUBMITTED, day=dt.date(2018, 7, 1), name="Cán bộ B", unit=sheet.unit
        ),
        SheetStep(state=SheetState.REVIEWED, day=dt.date(2018, 7, 3), name="Cán bộ A"),
    )
    return sheet.with_line(line).replace(state=SheetState.REVIEWED_AGAIN, steps=steps)


def with_review(scored):
    return scored.replace(sheets=(reviewed(scored.sheets[0], scored), *scored.sheets[1:]))


def test_a_sheet_has_all_scores_side_by_side(scored, read):
    record = with_review(scored)
    unit = record.sheets[0].unit
    paper = read("score-sheet", record, unit.id)
    lines, steps = paper.of(Table)
    row = {cells(row)[0]: cells(row) for row in lines.rows}["II.4"]
    assert row[2:7] == ["5", "5", "3", "4", "4"]
    assert "Lần 1: Thiếu minh chứng (Cán bộ A, 03/07/2018)." in row[7]
    assert "Giải trình: Đã bổ sung hồ sơ." in row[7]
    assert [cells(row)[1:5] for row in steps.rows] == [
        ["Đã nộp", "01/07/2018", "Cán bộ B", unit.name],
        ["Thẩm định lần 1", "03/07/2018", "Cán bộ A", "Cơ quan thường trực"],
    ]
    total = record.board.total(unit)
    assert cells(lines.rows[-1])[3:7] == [
        number(value) for value in (total.own, total.first, total.second, total.final)
    ]
    closing = paper.one(Closing)
    assert closing.left.lines == ("THỦ TRƯỞNG ĐƠN VỊ",)
    assert closing.right.lines == ("TM. TỔ THẨM ĐỊNH",)


def test_a_review_that_did_not_take_place_shows_nothing(scored, read):
    table = read("score-sheet", scored, scored.sheets[1].unit.id).of(Table)[0]
    assert {tuple(cells(row)[4:6]) for row in table.rows} == {("", "")}


def test_every_unit_can_be_printed_alone(scored, read):
    for key in ("score-sheet", "score-explanation"):
        assert len(read(key, scored).document.sections) == 6
        paper = read(key, scored, scored.sheets[2].unit.id)
        assert scored.sheets[2].unit.name in paper.one(Title).subject


def test_a_formula_is_explained_with_its_figures(scored, read):
    unit = scored.sheets[0].unit
    rows = {
        cells(r)[0]: cells(r) for r in read("score-explanation", scored, unit.id).of(Table)[0].rows
    }
    # 26 of 24 is 8,33 % more; the leader has 20 of 18, that is 11,11 %: 7,5 + 0,75 × 7,5
    assert "A = 26; T = 24; M = 15" in rows["I.1.a"][2]
    assert "Dẫn đầu: Cục ANM, vượt 11,11%." in rows["I.1.a"][2]
    assert "= 13,125. Làm tròn: 13,13." in rows["I.1.a"][2]
    assert rows["I.1.a"][3] == "13,13/15"
    assert "II.1" not in rows


def test_changes_are_told_with_their_reasons(scored, read):
    record = with_review(scored)
    for key, of in (("score-explanation", 1), ("review-minutes", 1)):
        only = record.sheets[0].unit.id if key == "score-explanation" else None
        rows = [cells(row) for row in read(key, record, only).of(Table)[of].rows]
        (row,) = [row for row in rows if row[0] == "II.4"]
        assert row[1:4] == ["5", "3", "4"]
        for reason in ("Thiếu minh chứng", "Đã bổ sung hồ sơ", "Chấp nhận một phần"):
            assert reason in row[-1]


def test_minutes_of_the_review_name_the_reviewers_and_the_sums(scored, read):
    record = with_review(scored)
    paper = read("review-minutes", record)
    assert "Tổ thẩm định: Cán bộ A (cơ quan thường trực)." in paper.text
    total = record.board.total(record.sheets[0].unit)
    first = cells(paper.of(Table)[0].rows[0])
    sums = (total.own, total.first, total.second, total.final)
    assert first[2:] == [number(value) for value in sums]


def test_minutes_of_an_inspection(sample, read):
    paper = read("inspection-minutes", sample.inspection)
    rows = [cells(row) for row in paper.one(Table).rows]
    assert [row[3:] for row in rows] == [["−2", "Chưa"], ["−0,5", "20/06/2018"]]
    assert rows[0][2].startswith("II.3 ")
    assert "Tổng đề nghị: trừ 2,5 điểm." in paper.text
    assert paper.one(Closing).right.name
    bare = sample.inspection.replace(
        unit=None, day=None, members=(), findings=(), conclusion="", criteria=None
    )
    assert "chưa ghi phát hiện nào" in read("inspection-minutes", bare).text


def no_targets(scored):
    criteria = scored.criteria.replace(targets=())
    return scored.replace(
        criteria=criteria, sheets=tuple(s.replace(criteria=criteria) for s in scored.sheets)
    )


@pytest.mark.parametrize("key", SCORE_PAPERS)
def test_nothing_to_score_is_said(key, scored, read):
    nobody = scored.replace(sheets=(), period=scored.period.replace(members=()))
    assert "chưa có đơn vị thành viên" in read(key, nobody).text
    empty = scored.replace(criteria=scored.criteria.replace(criteria=(), targets=()))
    assert read(key, empty).document.sections


def test_before_anything_is_filled_in_nobody_has_a_place(scored, read):
    empty = scored.replace(sheets=tuple(sheet.replace(lines=()) for sheet in scored.sheets))
    paper = read("ranking-table", empty)
    assert "chưa đơn vị nào có điểm nên chưa có thứ hạng" in paper.text
    assert not paper.of(Table)
    assert not paper.of(BarChart)


def with_figures(scored, code, figures, targets=None):
    """The round where one criterion has these figures, and these targets instead of its own."""
    leaf = scored.criteria.tree.find(code)
    criteria = scored.criteria
    if targets is not None:
        others = tuple(t for t in criteria.targets if t.criterion != leaf.id)
        own = tuple(
            Target(criterion=leaf.id, unit=sheet.unit, value=value)
            for sheet, value in zip(scored.sheets, targets, strict=True)
        )
        criteria = criteria.replace(targets=(*others, *own))
    return scored.replace(
        criteria=criteria,
        sheets=tuple(
            sheet.with_line(ScoreLine(criterion=leaf.id, **line)).replace(criteria=criteria)
            for sheet, line in zip(scored.sheets, figures, strict=True)
        ),
    )


def actuals(*values):
    return [{"actual": Decimal(value)} for value in values]


@pytest.mark.parametrize(
    ("code", "figures", "targets", "told", "points"),
    [
        # a target of zero counts as none: 5 of the best result 20 among those without: 15 × 5 : 20
        (
            "I.1.a",
            actuals(5, 20, 1, 1, 1, 1),
            [Decimal(0)] * 6,
            ("Chỉ tiêu bằng 0 được xét như không có chỉ tiêu.", "(5 : 20) × 15 = 3,75."),
            "3,75/15",
        ),
        # below zero counts as zero
        (
            "I.1.a",
            actuals(-7, 1, 1, 1, 1, 1),
            [Decimal(10)] * 6,
            ("Kết quả âm được tính như 0.",),
            "0/15",
        ),
        # all met the target and nobody exceeded it: half of 15, and no leader is named
        (
            "I.1.a",
            actuals(*[10] * 6),
            [Decimal(10)] * 6,
            ("Đạt đúng chỉ tiêu.", "s × M = 0,5 × 15 = 7,5."),
            "7,5/15",
        ),
        # nobody has a target, nobody a result
        ("I.1.a", actuals(*[0] * 6), [None] * 6, ("Không có chỉ tiêu",), "0/15"),
        # 99 times the points of one, held at the maximum
        ("I.3", [{"count": 99}] * 6, None, ("Ngoài giới hạn, tính 10.",), "10/10"),
    ],
    ids=["target of zero", "negative", "no leader", "nothing anywhere", "over the maximum"],
)
def test_odd_figures_are_explained(scored, read, code, figures, targets, told, points):
    record = with_figures(scored, code, figures, targets)
    paper = read("score-explanation", record, record.sheets[0].unit.id)
    (row,) = [cells(row) for row in paper.of(Table)[0].rows if cells(row)[0] == code]
    for words_told in told:
        assert words_told in row[2], row[2]
    assert row[3] == points
    assert "Dẫn đầu" not in row[2]


def test_units_without_targets_are_told_how_they_were_compared(scored, read):
    paper = read("score-explanation", no_targets(scored), scored.sheets[0].unit.id)
    rows = {cells(row)[0]: cells(row) for row in paper.of(Table)[0].rows}
    assert "Không có chỉ tiêu, so với các đơn vị cùng nhóm." in rows["I.1.a"][2]
    assert "Dẫn đầu" not in rows["I.1.a"][2]


def test_what_nobody_is_assigned_is_told(scored, read):
    leaf = scored.criteria.tree.find("I.4")
    target = scored.criteria.targets[-1]
    nobody = tuple(
        target.replace(id=f"x-{s.unit.id}", criterion=leaf.id, unit=s.unit) for s in scored.sheets
    )
    criteria = scored.criteria.replace(targets=(*scored.criteria.targets, *nobody))
    idle = scored.replace(
        criteria=criteria, sheets=tuple(s.replace(criteria=criteria) for s in scored.sheets)
    )
    assert "không giao cho đơn vị nào: I.4." in read("ranking-table", idle).text
