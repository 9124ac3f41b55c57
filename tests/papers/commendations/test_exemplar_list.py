"""Danh sách điển hình tiên tiến: by kind, counted, with person, stage, places, press, awards."""

from __future__ import annotations

import pytest

from desktop_app.domain.compacts.exemplar import ExemplarBook, LinkedAward
from desktop_app.papers.blocks import Table, Title


@pytest.fixture
def book(sample):
    return ExemplarBook(period=sample.periods[0], exemplars=sample.exemplars)


def test_list_is_grouped_by_kind_and_counts_models_and_points(book, read):
    paper = read("exemplar-list", book)
    assert paper.one(Title).subject == "Năm 2018 của Cụm thi đua số 2"
    assert paper.line("Tổng số") == (
        "Tổng số 03 điển hình (01 tập thể, 01 cá nhân, 01 mô hình); 02 điểm nhân rộng."
    )
    rows = paper.one(Table).rows
    assert [row.cells[0] for row in rows if row.is_group] == [
        "Tập thể (01 điển hình, 00 điểm nhân rộng)",
        "Cá nhân (01 điển hình, 00 điểm nhân rộng)",
        "Mô hình (01 điển hình, 02 điểm nhân rộng)",
    ]
    assert [row.cells[0] for row in rows if not row.is_group] == ["1", "2", "3"]


def test_person_is_named_with_rank_and_post(book, read):
    person = next(e for e in book.exemplars if e.person).person
    rows = read("exemplar-list", book).one(Table).rows
    name = rows[3].cells[1].split("\n")[1]
    assert name.startswith(f"Đồng chí {person.rank} {person.full_name}")


def test_model_tells_its_stage_places_press_and_awards(book, awards, read):
    model = book.exemplars[0]
    linked = LinkedAward(award=awards[0], decision="Quyết định số 12/QĐ-BCA")
    point = model.replications[0].replace(result="Giảm 02 vụ")
    told = model.replace(awards=(linked,), replications=(point, *model.replications[1:]))
    paper = read("exemplar-list", book.replace(exemplars=(told,)))
    cells = paper.one(Table).rows[1].cells
    assert cells[4] == "Tổng kết, công nhận, 02/07/2018"
    assert cells[5].split("\n") == [
        "- Bộ Tư lệnh Cảnh vệ, Hà Nội (01/08/2018): Giảm 02 vụ",
        "- Cục Kế hoạch và Đầu tư, Hải Phòng",
    ]
    assert cells[6].split("\n") == [
        "- Bản tin của Cụm (05/08/2018)",
        f"- {awards[0].name} (Quyết định số 12/QĐ-BCA)",
    ]


def test_stopped_one_is_said_and_an_empty_book_too(book, read):
    stopped = book.exemplars[1].replace(is_stopped=True)
    paper = read("exemplar-list", book.replace(exemplars=(stopped,)))
    assert paper.one(Table).rows[1].cells[4] == "Lựa chọn, 10/04/2018\nĐã dừng"
    assert "trong đó 01 điển hình đã dừng" in paper.line("Tổng số")
    empty = read("exemplar-list", book.replace(exemplars=()))
    assert empty.of(Table) == []
    assert empty.lines() == ["Trong kỳ chưa ghi nhận điển hình tiên tiến."]
