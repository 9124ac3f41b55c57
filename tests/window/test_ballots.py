"""Rounds of voting in the window: from the nominations to the minutes of the count."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.meetings.ballot import BallotState
from desktop_app.domain.meetings.ballot_result import outcome
from desktop_app.domain.meetings.meeting import Attendance, Meeting, MeetingKind, Presence
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.period import Membership, Role
from desktop_app.papers import paper_with_key
from desktop_app.printing import raster
from desktop_app.printing.pdf import to_pdf
from desktop_app.ui import messages
from desktop_app.ui.meetings.counting import Stage
from desktop_app.ui.preview import print_dialog
from desktop_app.ui.records.forms.source_dialog import SourceDialog
from tests.window.hand import Hand
from tests.window.journeys import took

MEETINGS, BALLOTS = 3, 1
COUNTS = {"agreed": (5, 4, 2), "against": (1, 2, 4)}


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().turn_to(BALLOTS)
    qtbot.waitUntil(lambda: view.isVisible() and view.list.model.total == 1)
    return view


@pytest.fixture
def present(window):
    """All heads are in the room of the year-end meeting, which is the last of the year."""
    meeting = window.file.meetings.get("hn-tong-ket-2018")
    people = tuple(
        Attendance(unit=member.unit, name="Thủ trưởng", votes=True, presence=Presence.PRESENT)
        for member in window.period.members_on(meeting.day)
    )
    return window.file.meetings.save(meeting.replace(attendance=people))


@pytest.fixture
def choose_award(monkeypatch):
    """Takes the line of the real dialog that begins with these words."""

    def answer(words, hand=None):
        def choose(dialog):
            dialog.show()
            hand_of = hand or Hand()
            hand_of.open_row(f"danh hiệu {words}", dialog.list, words)
            return dialog.result()

        monkeypatch.setattr(SourceDialog, "exec", choose)

    return answer


def button(view, text):
    return next(b for b in view.form.findChildren(QAbstractButton) if b.text() == text)


def shown(view):
    """The buttons of steps that are offered."""
    steps = [*view._steps.values(), view._again, view._next, view._honour, view._cancel]
    return [one.text() or one.toolTip() for one in steps if one.isVisible()]


def type_count(keys, view, qtbot, figures, votes):
    """From the field in hand on, as one types: Tab from figure to figure, Enter in the grid."""
    for figure in figures:
        keys(str(figure))
        keys(Qt.Key.Key_Tab)
    table = view.form.candidates
    table.table.setFocus()
    table._go(0, 1)
    for row in zip(*votes, strict=True):
        for figure in row:
            if not table.table.is_typing():
                table.edit_current()
            keys(str(figure))
            keys(Qt.Key.Key_Return)
            qtbot.wait(1)


def test_journey_from_nominations_to_the_minutes_of_the_count_in_nine_steps(
    window, view, present, choose_award, monkeypatch, qtbot, keys
):
    """Journey J6, counted as the journeys are: a count is one step, its figures are typing."""
    hand, printed = Hand(), []

    def on_paper(_pane, pdf, title, *_):
        hand.steps.append("hộp thoại In: đồng ý")
        printed.append((pdf, title))

    monkeypatch.setattr(print_dialog, "print_pdf", on_paper)
    print_button = next(
        one
        for one in view.preview.findChildren(QAbstractButton)
        if one.toolTip().startswith("In văn bản này")
    )

    def print_now():
        qtbot.waitUntil(print_button.isEnabled, timeout=20000)
        before = len(printed)
        hand.click("In", print_button)
        qtbot.waitUntil(lambda: len(printed) > before, timeout=20000)

    choose_award("Bằng khen của Bộ", hand)
    hand.click("Thêm vòng", view.list.add_button)
    window.activateWindow()  # as a window manager does when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    ballot = view.form.shown
    assert ballot.present == 6
    assert len(ballot.candidates) == 6
    print_now()

    votes = (5, 4, 3, 2, 1, 0), (1, 2, 3, 4, 5, 6)
    view.form.tabs.setCurrentIndex(1)
    hand.steps.append("lần kiểm 1")
    view.form.counting.bar.setCurrentIndex(Stage.FIRST)
    view.form.focus_field("issued")
    type_count(keys, view, qtbot, (6, 6, 6, 0), votes)
    assert view.form.counting.bar.currentIndex() == Stage.SECOND  # Enter led on
    assert "lần 1" in view.form.counting.result.text()
    assert "phiếu (" not in view.form.counting.result.text()
    hand.steps.append("lần kiểm 2")
    view.form.focus_field("returned2")
    type_count(keys, view, qtbot, (6, 6, 0), votes)
    assert view.form.counting.bar.currentIndex() == Stage.COMPARED
    hand.click("Xong kiểm phiếu", button(view, "Xong kiểm phiếu"))
    assert view.form.shown.state is BallotState.COUNTED
    assert view.papers_shown.key() == "counting-minutes"
    print_now()
    took("J6", hand.steps)
    slips, minutes = (raster.text_of(pdf)[0] for pdf, _ in printed)
    assert "PHIẾU BẦU" in slips
    assert "BIÊN BẢN" in minutes
    assert "83,33%" in minutes


@pytest.fixture
def counted(window, view, present):
    """The sample's round, counted twice with one result, as shown in the form."""
    ballot = window.file.ballots.get("bp-suy-ton-2018")
    figures = dict.fromkeys(("issued", "returned", "valid", "returned2", "valid2"), 6)
    figures |= {"invalid": 0, "invalid2": 0, "present": 6, "members": 6}
    candidates = tuple(
        one.replace(agreed=a, agreed2=a, against=b, against2=b)
        for one, a, b in zip(ballot.candidates, *COUNTS.values(), strict=True)
    )
    window.file.ballots.save(ballot.replace(candidates=candidates, **figures))
    view.refresh()
    view.select("bp-suy-ton-2018")
    return view


def test_steps_are_offered_one_after_the_other(counted):
    assert shown(counted) == ["Bắt đầu bỏ phiếu", "Xong kiểm phiếu", "Hủy vòng bỏ phiếu…"]
    button(counted, "Bắt đầu bỏ phiếu").click()
    assert shown(counted) == ["Xong kiểm phiếu", "Hủy vòng bỏ phiếu…"]
    button(counted, "Xong kiểm phiếu").click()
    assert shown(counted) == ["Xác nhận kết quả", "Kiểm lại", "Hủy vòng bỏ phiếu…"]
    button(counted, "Xác nhận kết quả").click()
    assert shown(counted) == ["Đưa vào đề nghị"]
    assert counted.form.is_read_only


def test_two_counts_that_differ_stop_the_round(window, counted):
    (first, *others) = counted.form.shown.candidates
    counted.form.candidates.set_parts((first.replace(agreed2=4), *others))
    button(counted, "Xong kiểm phiếu").click()
    assert window.file.ballots.get("bp-suy-ton-2018").state is BallotState.PREPARING
    said = counted.form.fields["returned2"].problem()
    assert said == f"{first.title}, đồng ý: lần 1 là 5, lần 2 là 4."


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("issued", 7, "Phát ra 7 phiếu, chỉ có 6 đại biểu có mặt."),
        ("returned", 7, "Thu về 7 phiếu, phát ra 6 phiếu."),
        ("valid", 5, "Hợp lệ 5 + không hợp lệ 0 khác số thu về 6."),
        ("threshold", 101, "Ngưỡng phải lớn hơn 0% và không quá 100%."),
        ("quorum", 120, "Tỷ lệ họp phải lớn hơn 0% và không quá 100%."),
        ("present", 7, "Số có mặt (7) lớn hơn số đơn vị thành viên (6)."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(counted, field, value, sentence):
    counted.form.fields[field].set_value(value)
    counted.form.fields[field].edited.emit()
    assert counted.form.fields[field].problem() == sentence
    assert not counted.save()


def test_votes_beyond_the_valid_ballots_are_refused_in_their_row(counted):
    (first, *others) = counted.form.shown.candidates
    counted.form.candidates.set_parts((first.replace(against=4), *others))
    assert "cộng lại 9, chỉ có 6 phiếu hợp lệ" in counted.form.candidates.problem()


def test_rules_stand_once_ballots_are_out(window, counted):
    button(counted, "Bắt đầu bỏ phiếu").click()
    counted.form.fields["threshold"].set_value(60)
    counted.form.fields["threshold"].edited.emit()
    assert not counted.save()
    assert counted.form.fields["threshold"].problem() == (
        "Đã phát phiếu: không sửa được quy tắc của vòng."
    )
    assert window.file.ballots.get("bp-suy-ton-2018").threshold == 50


def test_cancelling_keeps_the_reason_and_frees_the_award(window, counted, monkeypatch):
    monkeypatch.setattr(messages, "ask_text", lambda *_: "Phát nhầm phiếu")
    counted._cancel.click()
    kept = window.file.ballots.get("bp-suy-ton-2018")
    assert (kept.state, kept.reason) == (BallotState.CANCELLED, "Phát nhầm phiếu")
    assert counted.form.reason.isVisibleTo(counted.form)


def test_the_chosen_become_nominations_as_one_change(window, counted):
    for text in ("Bắt đầu bỏ phiếu", "Xong kiểm phiếu", "Xác nhận kết quả"):
        button(counted, text).click()
    (chosen,) = outcome(counted.form.shown).chosen
    before = window.file.nominations.of_period(window.period)
    button(counted, "Đưa vào đề nghị").click()
    after = window.file.nominations.of_period(window.period)
    assert len(after) == len(before)  # the sample had nominated it already
    award = counted.form.shown.award
    (made,) = [one for one in after if one.award.id == award.id and one.unit.id == chosen.unit.id]
    assert (made.state, made.votes_for, made.votes_total) == (NominationState.HONOURED, 5, 6)
    assert (made.score, made.place) == (chosen.score, chosen.place)
    window.actions_.undo.trigger()
    assert window.file.nominations.of_period(window.period) == before


@pytest.fixture
def thirteen(window):
    """The cluster with seven more units, and its year-end meeting with all thirteen heads."""
    period = window.period
    units = [
        window.file.units.save(
            Unit(
                id=f"them-{n}",
                code=f"T{n:02d}",
                names=(UnitName(full=f"Cục Thử nghiệm nghiệp vụ và bảo đảm hậu cần số {n}"),),
            )
        )
        for n in range(1, 8)
    ]
    added = tuple(Membership(unit=unit, role=Role.MEMBER) for unit in units)
    period = window.file.periods.save(period.replace(members=(*period.members, *added)))
    window.show_period(window.fill_periods(period.id))
    meeting = Meeting(
        period=period,
        kind=MeetingKind.YEAR_END,
        name="Hội nghị tổng kết, suy tôn 13 đơn vị",
        starts=dt.datetime(2018, 12, 20, 8, 0),
        attendance=tuple(
            Attendance(unit=m.unit, name="Thủ trưởng", votes=True, presence=Presence.PRESENT)
            for m in period.members_on(dt.date(2018, 12, 20))
        ),
    )
    return window.file.meetings.save(meeting)


def count_both(view, votes):
    """Put the same totals into both counts, as the grids would."""
    total = view.form.shown.present
    figures = {"issued": total, "returned": total, "valid": total, "invalid": 0}
    figures |= {"returned2": total, "valid2": total, "invalid2": 0}
    for name, value in figures.items():
        view.form.fields[name].set_value(value)
        view.form.fields[name].edited.emit()
    view.form.candidates.set_parts(
        tuple(
            one.replace(agreed=n, agreed2=n, against=total - n, against2=total - n)
            for one, n in zip(view.form.shown.candidates, votes, strict=True)
        )
    )


def test_thirteen_units_vote_twice_because_two_tie(window, view, thirteen, choose_award):
    choose_award("Đơn vị quyết thắng")
    view.list.add_button.click()
    ballot = view.form.shown
    assert ballot.meeting.id == thirteen.id
    assert (ballot.members, ballot.present, len(ballot.candidates)) == (13, 13, 13)
    view.form.fields["seats"].set_value(1)
    view.form.fields["seats"].edited.emit()
    button(view, "Bắt đầu bỏ phiếu").click()
    # 13 members, more than 50 %: 7 votes are needed; two have 9, all others less than 7
    count_both(view, (9, 9, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0))
    assert "Thiếu 1 phiếu" in view.form.counting.result.text()
    button(view, "Xong kiểm phiếu").click()
    button(view, "Xác nhận kết quả").click()
    assert shown(view) == ["Vòng tiếp theo"]

    button(view, "Vòng tiếp theo").click()
    assert view.save()
    second = view.form.shown
    assert (second.number, second.seats, len(second.candidates)) == (2, 1, 2)
    button(view, "Bắt đầu bỏ phiếu").click()
    count_both(view, (8, 5))
    button(view, "Xong kiểm phiếu").click()
    button(view, "Xác nhận kết quả").click()
    assert shown(view) == ["Đưa vào đề nghị"]
    button(view, "Đưa vào đề nghị").click()
    (made,) = [
        one
        for one in window.file.nominations.of_period(window.period)
        if one.award.id == second.award.id and one.state is NominationState.HONOURED
    ]
    assert (made.unit.id, made.votes_for, made.votes_total) == (
        second.candidates[0].unit.id,
        8,
        13,
    )
    minutes = paper_with_key("minutes").compose(window.file.conference_of(thirteen))
    text = " ".join(" ".join(raster.text_of(to_pdf(minutes))).split())
    assert "vòng 2" in text
    assert "Bằng phiếu" in text
    assert "được chọn khi đạt trên 50%" in text


def test_a_meeting_must_be_there_first(window, view, monkeypatch):
    notes = []
    monkeypatch.setattr(view, "_meetings", lambda: ())
    monkeypatch.setattr(messages, "show_note", lambda _p, what, *_: notes.append(what))
    view.list.add_button.click()
    assert notes == ["Kỳ này chưa có hội nghị."]


def test_an_open_vote_is_counted_once(counted):
    counted.form.fields["is_secret"].set_value(False)
    assert counted.save()
    bar = counted.form.counting.bar
    assert [bar.isTabVisible(place) for place in range(4)] == [True, True, False, False]


def test_a_ballot_keeps_its_meeting_until_another_is_chosen(view):
    """Emptied, the field is to be filled again; the preview and the rules never lack it."""
    meeting = view.form.shown.meeting
    assert not view.form.is_dirty
    view.form.fields["meeting"].put(None)
    assert view.form.record().meeting == meeting
    assert view.form.is_dirty
    assert view.form.problems()["meeting"] == "Cần có hội nghị."
    assert not view.save()
    view.form.fields["meeting"].put(meeting)
    assert not view.form.is_dirty
    assert "meeting" not in view.form.problems()


def test_a_ballot_without_its_threshold_is_asked_for_one(view):
    view.form.fields["threshold"].put(None)
    assert view.form.record().threshold is not None
    assert "ngưỡng" in view.form.problems()["threshold"].lower()
    assert not view.save()
