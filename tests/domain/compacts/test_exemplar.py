"""Exemplars: stages in the order of days, points of replication, the book of a period."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarBook,
    ExemplarKind,
    Publicity,
    Replication,
    Stage,
    StageReached,
    twin_of,
)


@pytest.fixture
def exemplar(period, units):
    return Exemplar(period=period, name="Tổ liên gia an toàn", unit=units[0])


def on(stage, *day):
    return StageReached(stage=stage, day=dt.date(2018, *day) if day else None)


def test_seven_stages_in_the_order_of_the_dossier():
    assert [stage.label for stage in Stage] == [
        "Phát hiện",
        "Lựa chọn",
        "Bồi dưỡng",
        "Tổng kết, công nhận",
        "Tuyên truyền",
        "Nhân rộng",
        "Theo dõi",
    ]
    assert [stage.place for stage in Stage] == [1, 2, 3, 4, 5, 6, 7]


def test_furthest_stage_is_the_last_with_a_day(exemplar):
    assert exemplar.stage is None
    stages = (on(Stage.NURTURED, 5, 1), on(Stage.FOUND, 3, 1), on(Stage.REPLICATED))
    assert exemplar.replace(stages=stages).stage is Stage.NURTURED


def test_day_before_an_earlier_stage_is_refused_in_its_cell_whatever_the_rows(exemplar):
    stages = (on(Stage.CHOSEN, 3, 19), on(Stage.FOUND, 3, 20), on(Stage.NURTURED, 3, 20))
    found = exemplar.replace(stages=stages).problems()
    assert found == {"stages.0.day": "Dòng 1: đứng trước ngày của bước «Phát hiện» (20/03/2018)."}
    same_day = (on(Stage.FOUND, 3, 20), on(Stage.CHOSEN, 3, 20))
    assert exemplar.replace(stages=same_day).problems() == {}


def test_stage_without_a_day_between_does_not_hide_a_wrong_order(exemplar):
    stages = (on(Stage.FOUND, 6, 1), on(Stage.CHOSEN), on(Stage.NURTURED, 5, 1))
    assert set(exemplar.replace(stages=stages).problems()) == {"stages.2.day"}


def test_stage_twice_is_refused_in_its_second_row(exemplar):
    stages = (on(Stage.FOUND), on(Stage.CHOSEN), on(Stage.FOUND))
    found = exemplar.replace(stages=stages).problems()
    assert found == {"stages.2.stage": "Dòng 3: bước này đã có ở dòng 1."}


def test_individual_needs_a_person_and_a_point_needs_a_place(exemplar, period, units):
    person = period.members[0].representative
    individual = exemplar.replace(kind=ExemplarKind.INDIVIDUAL)
    assert set(individual.problems()) == {"person"}
    assert individual.replace(person=person).problems() == {}
    points = (Replication(unit=units[1]), Replication(place="Hà Nội"), Replication(result="Tốt"))
    assert set(exemplar.replace(replications=points).problems()) == {"replications.2.place"}
    assert set(exemplar.replace(publicity=(Publicity(),)).problems()) == {"publicity.0.organ"}
    assert set(exemplar.replace(name="", unit=None).problems()) == {"name", "unit"}


def test_twin_has_the_same_name_unit_and_period(exemplar, units):
    twin = exemplar.replace(id="b", name="TỔ LIÊN GIA AN TOÀN")
    assert twin_of(twin, (exemplar, twin)) is exemplar
    assert twin_of(twin.replace(unit=units[1]), (exemplar,)) is None
    assert twin_of(exemplar, (exemplar,)) is None


def test_book_orders_by_unit_of_the_cluster_and_counts_points(exemplar, period, units):
    point = Replication(place="Hà Nội")
    last = exemplar.replace(id="a", unit=units[5], replications=(point,))
    second = exemplar.replace(id="b", name="Vườn rau", replications=(point, point))
    third = exemplar.replace(id="c", kind=ExemplarKind.COLLECTIVE)
    book = ExemplarBook(period=period, exemplars=(last, second, third, exemplar))
    assert book.of_kind(ExemplarKind.MODEL) == (exemplar, second, last)
    assert book.of_kind(ExemplarKind.COLLECTIVE) == (third,)
    assert book.points == 3
