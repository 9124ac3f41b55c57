"""The list's model: Vietnamese order, filter without accents, Qt's own checks, speed."""

import dataclasses
import datetime as dt
import time

from PySide6.QtCore import Qt

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.lists.record_model import RECORD_ROLE, TONE_ROLE, Column, RecordModel
from desktop_app.ui.tokens import Tone

COLUMNS = (
    Column("Họ và tên", lambda person: person.full_name),
    Column("Ngày sinh", lambda person: short_date(person.birth_date), sort=lambda p: p.birth_date),
    Column("Cấp bậc", lambda person: person.rank, chip=lambda p: Tone.RED if p.rank else None),
)
NAMES = ("Văn", "Đội", "Dung", "Ân", "An", "Ăn")


def make_model(names=NAMES):
    model = RecordModel(COLUMNS)
    model.set_records([Person(full_name=name) for name in names])
    return model


def shown(model, column=0):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_order_is_that_of_the_vietnamese_alphabet():
    model = make_model()
    model.sort(0)
    assert shown(model) == ["An", "Ăn", "Ân", "Dung", "Đội", "Văn"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model)[:2] == ["Văn", "Đội"]


def test_days_are_ordered_as_days_and_none_comes_last():
    days = (dt.date(2026, 2, 1), None, dt.date(2025, 12, 31))
    model = RecordModel(COLUMNS)
    model.set_records([Person(full_name="x", birth_date=day) for day in days])
    model.sort(1)
    assert shown(model, 1) == ["31/12/2025", "01/02/2026", ""]


def test_words_without_accents_find_all_and_words_with_accents_themselves():
    model = make_model(("Cờ thi đua", "Co giãn", "Đắk Lắk", "Cổ đông"))
    model.set_filter("co")
    assert shown(model) == ["Cờ thi đua", "Co giãn", "Cổ đông"]
    model.set_filter("cờ")
    assert shown(model) == ["Cờ thi đua"]
    model.set_filter("dak LAK")
    assert shown(model) == ["Đắk Lắk"]
    model.set_filter("thi co")
    assert shown(model) == ["Cờ thi đua"]
    model.set_filter("")
    assert len(shown(model)) == 4


def test_typed_marks_that_stand_alone_find_composed_text():
    model = make_model(("Cờ thi đua", "Cổ đông"))
    model.set_filter("Co\u031b\u0300")
    assert shown(model) == ["Cờ thi đua"]


def test_the_filter_stays_when_the_records_are_others():
    model = make_model()
    model.set_filter("an")
    assert sorted(shown(model)) == sorted(["Ân", "An", "Ăn", "Văn"])
    model.set_records([Person(full_name="Lan"), Person(full_name="Huệ")])
    assert shown(model) == ["Lan"]
    assert model.total == 2


def test_the_index_knows_its_record_wherever_it_stands():
    model = make_model()
    model.sort(0)
    person = model.index(4, 1).data(RECORD_ROLE)
    assert person.full_name == "Đội"
    assert model.row_of(person.id) == 4
    assert model.row_of("nobody") == -1


def test_chips_have_a_tone():
    model = RecordModel(COLUMNS)
    model.set_records([Person(full_name="A", rank="Đại tá"), Person(full_name="B")])
    assert model.index(0, 2).data(TONE_ROLE) is Tone.RED
    assert model.index(1, 2).data(TONE_ROLE) is None
    assert model.index(0, 0).data(TONE_ROLE) is None


def test_qt_finds_nothing_wrong(qtmodeltester):
    model = make_model()
    qtmodeltester.check(model)
    model.set_filter("an")
    model.sort(0)
    qtmodeltester.check(model)


def test_ten_thousand_rows_are_narrowed_between_two_keys():
    person = Person(full_name="x")
    words = "Nguyễn Trần Lê Phạm Hoàng Đỗ Vũ Bùi".split()
    model = RecordModel(COLUMNS)
    model.set_records(
        [
            dataclasses.replace(person, id=str(n), full_name=f"{words[n % 8]} Văn {n}")
            for n in range(10_000)
        ]
    )
    model.set_filter("v")
    start = time.perf_counter()
    for typed in ("ho", "hoa", "hoan", "hoang 99"):
        model.set_filter(typed)
    assert (time.perf_counter() - start) / 4 < 0.15
    assert all("Hoàng" in name and "99" in name for name in shown(model))
    assert shown(model)
