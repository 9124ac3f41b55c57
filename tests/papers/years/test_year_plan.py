"""Kế hoạch hoạt động năm."""

from __future__ import annotations

from desktop_app.domain.years.plan import PlanStep
from desktop_app.papers.blocks import Closing, Letterhead, Paragraph, Table, Title


def test_plan_lists_its_steps_by_day(sample, read):
    paper = read("year-plan", sample.plan)
    rows = paper.one(Table).rows
    assert len(rows) == 16
    assert rows[3].cells[:4] == (
        "4",
        "08/03/2018 – 13/03/2018",
        "Hội nghị ký kết giao ước, phát động",
        "Đơn vị Cụm trưởng",
    )
    assert "bản giao ước" in rows[3].cells[4]
    assert paper.one(Title).subject == "Hoạt động năm 2018 của Cụm thi đua số 2"
    assert paper.one(Letterhead).symbol == "Số:        /KH-CTĐ2"
    assert "Các đơn vị thành viên Cụm thi đua số 2" in paper.one(Closing).receivers[1]


def test_step_of_one_day_and_step_without_a_day(sample, read):
    first = sample.plan.steps[0]
    steps = (first.replace(starts=first.due), PlanStep(text="Việc khác"))
    rows = read("year-plan", sample.plan.replace(steps=steps)).one(Table).rows
    assert [row.cells[1] for row in rows] == ["04/01/2018", "Chưa định ngày"]


def test_empty_plan_says_so(sample, read):
    paper = read("year-plan", sample.plan.replace(steps=()))
    assert not paper.of(Table)
    assert Paragraph("Chưa có nội dung kế hoạch.") in paper.blocks
