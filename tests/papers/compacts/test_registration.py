"""Papers on registrations: who is counted, who is reminded of what, what was achieved."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Grant, GrantState
from desktop_app.domain.compacts.registration import (
    LineState,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.compacts.registration_board import RegistrationBoard, board
from desktop_app.domain.units.person import Person
from desktop_app.papers.blocks import Addressees, Closing, Letterhead, Table
from tests.papers.conftest import words

DUE = dt.date(2018, 3, 31)
RETURNED = RegistrationState.RETURNED


@pytest.fixture
def period(sample):
    return sample.periods[0].replace(registration_due=DUE)


@pytest.fixture
def whole(period, sample):
    """Four accepted, the fifth sent back, the sixth silent."""
    own = [each.replace(period=period) for each in sample.registrations]
    return RegistrationBoard(id=period.id, period=period, registrations=board(period, own))


def cells(row):
    return [words(cell) for cell in row.cells]


def column(table, name):
    return [words(head.head) for head in table.columns].index(name)


# --- the unit's own paper -----------------------------------------------------------------


def test_person_stands_with_rank_and_post_and_a_withdrawn_line_is_gone(whole, read, awards):
    first = whole.registrations[0]
    fighter = next(a for a in awards if a.code == "CSTDCS" and a.holds_on(DUE))
    person = Person(full_name="Nguyễn Văn A", rank="Đại úy", post="Đội trưởng")
    kept = RegistrationLine(award=fighter, kind=SubjectKind.INDIVIDUAL, person=person)
    gone = kept.replace(id="rut", name="Trần Văn Rút", state=LineState.WITHDRAWN)
    paper = read("registration", first.replace(lines=(kept, gone)))
    rows = [cells(row) for row in paper.one(Table).rows]
    assert rows == [
        ["Cá nhân"],
        ["1", "Đại úy Nguyễn Văn A, Đội trưởng", "Chiến sĩ thi đua cơ sở", ""],
    ]
    assert paper.one(Closing).right.lines == ("CỤC TRƯỞNG",)


# --- the consolidated table ---------------------------------------------------------------


def test_table_counts_only_what_was_sent_and_names_the_others(whole, read):
    paper = read("registration-table", whole)
    table = paper.one(Table)
    sent = column(table, "Ngày gửi")
    rows = [cells(row) for row in table.rows]
    assert [row[sent] for row in rows[4:6]] == ["Trả lại", "Chưa gửi"]
    assert set(rows[4][2:sent]) == {""}
    line = paper.line("TT: tập thể")
    assert "Đã gửi 04/06 đơn vị; chưa gửi: Cục Cơ yếu; trả lại: Cục Cảnh sát giao thông." in line
    lines = [line for each in whole.registrations[:4] for line in each.standing]
    told = [part.split() for cell in rows[-1][2:sent] for part in cell.split("; ") if part]
    assert sum(int(number) for number, _ in told) == len(lines)
    personal = sum(line.kind is SubjectKind.INDIVIDUAL for line in lines)
    assert sum(int(number) for number, kind in told if kind == "CN") == personal


# --- the reminder -------------------------------------------------------------------------


def test_reminder_tells_silent_units_and_returned_ones_apart(whole, read):
    paper = read("registration-reminder", whole)
    assert paper.one(Addressees).names == ("Cục Cảnh sát giao thông", "Cục Cơ yếu")
    head = paper.one(Letterhead)
    assert head.symbol.split() == ["Số:", "/CTĐ2"]
    assert head.about == "V/v đôn đốc gửi bản đăng ký thi đua năm 2018"
    assert "chậm nhất ngày 31 tháng 3 năm 2018" in paper.lines()[0]
    assert paper.line("Đến nay") == (
        "Đến nay Tổ giúp việc chưa nhận được bản đăng ký của Cục Cơ yếu."
    )
    assert paper.line("Bản đăng ký của") == (
        "Bản đăng ký của Cục Cảnh sát giao thông đã được trả lại để bổ sung, hoàn chỉnh: "
        "Chưa ghi rõ tên tập thể trực thuộc."
    )
    assert paper.lines()[-1].startswith("Đề nghị các đơn vị có tên nêu trên gửi")
    assert paper.lines()[-1].endswith("./.")


def test_letter_to_one_unit_speaks_of_no_other(whole, read):
    late = whole.registrations[5]
    paper = read("registration-reminder", whole, late.id)
    assert paper.one(Addressees).names == ("Cục Cơ yếu",)
    assert "giao thông" not in paper.text
    assert paper.lines()[-1].startswith("Đề nghị đơn vị gửi")


def test_nobody_late_is_said(whole, read):
    sent = tuple(e for e in whole.registrations if e.counts)
    paper = read("registration-reminder", whole.replace(registrations=sent))
    assert paper.line("Các đơn vị thành viên đã gửi đủ")


# --- registered against achieved ----------------------------------------------------------


@pytest.fixture
def ended(whole, awards):
    """The first unit: a flag registered and granted, one missed, a certificate unforeseen."""
    first = whole.registrations[0]
    unit = first.unit
    flag, other = (a for a in awards if a.code in ("CO-CP", "CO-BCA") and a.holds_on(DUE))
    surprise = next(a for a in awards if a.code == "GCN-CUM")
    lines = tuple(RegistrationLine(award=award) for award in (flag, other))
    made = Grant(kind=SubjectKind.COLLECTIVE, unit=unit, name=unit.name)
    grants = (
        made.replace(id="1", award=flag),
        made.replace(id="2", award=surprise),
        made.replace(id="3", award=other, state=GrantState.RECALLED),
    )
    own = (first.replace(lines=lines), *whole.registrations[1:])
    return whole.replace(registrations=own, grants=grants), flag, other, surprise


def test_result_counts_and_names_what_does_not_agree(ended, read):
    whole, flag, other, surprise = ended
    counts, missed, unforeseen = read("registration-result", whole).of(Table)
    own = {row[1]: row[2:] for row in map(cells, counts.rows[1:4])}
    assert own == {
        flag.name: ["1", "1", "0"],
        other.name: ["1", "0", "−1"],
        surprise.name: ["0", "1", "+1"],
    }
    name = whole.registrations[0].unit.name
    assert [cells(row) for row in missed.rows[:2]] == [[name], ["1", name, other.name]]
    assert [cells(row) for row in unforeseen.rows] == [[name], ["1", name, surprise.name]]


def test_result_lists_no_unit_that_sent_nothing_as_having_missed(ended, read):
    _, missed, _ = read("registration-result", ended[0]).of(Table)
    assert "Cục Cơ yếu" not in [cells(row)[0] for row in missed.rows if row.is_group]


def test_one_grant_answers_one_line(ended):
    whole, flag, *_ = ended
    first = whole.registrations[0]
    parts = tuple(RegistrationLine(award=flag, name=f"Đội {place}") for place in (1, 2))
    grant = whole.grants[0].replace(name="Đội 2")
    outcome = whole.replace(grants=(grant,)).outcome(first.replace(lines=parts))
    assert [line.name for line, _ in outcome.achieved] == ["Đội 2"]
    assert [line.name for line in outcome.missed] == ["Đội 1"]
    assert outcome.unforeseen == ()


def test_grant_with_a_typed_name_does_not_honour_two_officers_of_that_name(whole, awards):
    first = whole.registrations[0]
    fighter = next(a for a in awards if a.code == "CSTDCS" and a.holds_on(DUE))
    lines = tuple(
        RegistrationLine(
            award=fighter,
            kind=SubjectKind.INDIVIDUAL,
            person=Person(id=key, full_name="Nguyễn Văn A"),
        )
        for key in "ab"
    )
    grant = Grant(kind=SubjectKind.INDIVIDUAL, unit=first.unit, name="Nguyễn Văn A", award=fighter)
    outcome = whole.replace(grants=(grant,)).outcome(first.replace(lines=lines))
    assert [len(found) for found in (outcome.achieved, outcome.missed)] == [1, 1]
