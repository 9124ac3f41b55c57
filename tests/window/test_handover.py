"""The handover on the screen: begun, drawn up, signed, locked, opened again with a reason."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.years.handover import Handover, HandoverState
from desktop_app.domain.years.period import Role
from desktop_app.ui import messages

UNITS, HANDOVER = 1, 5


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(UNITS)
    view = window.page().turn_to(HANDOVER)
    qtbot.waitUntil(lambda: view.form.shown is not None)
    return view


@pytest.fixture
def ready(window, view):
    """The sample's draft with its day: it can be signed."""
    view.form.fields["day"].set_value(dt.date(2018, 12, 28))
    view.form.fields["day"].edited.emit()
    assert view.save()
    return view


@pytest.fixture
def signed(ready, monkeypatch):
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    ready.sign()
    return ready


def saved(window):
    (handover,) = window.file.handovers.all()
    return handover


def test_menu_begins_it_with_both_sides_and_later_opens_it(window, view):
    file = window.file
    file.handovers.delete(saved(window))
    window.reload()
    window.tabs.setCurrentIndex(0)
    window.actions_.handover.trigger()
    assert window.page().view is view
    draft = view.form.record()
    assert (draft.giver.id, draft.receiver.id) == ("c07", "k01")
    assert draft.giver_person.full_name == "Thủ trưởng mẫu 01"
    assert file.handovers.count() == 0
    assert view.save()
    window.tabs.setCurrentIndex(0)
    window.actions_.handover.trigger()
    assert view.form.shown.id == saved(window).id
    assert not view.can_add


def test_next_year_says_who_receives(window, view):
    file, period = window.file, window.period
    file.handovers.delete(saved(window))
    roles = {"c07": Role.MEMBER, "cy": Role.LEAD}
    members = tuple(
        m.replace(id=f"{m.id}-2019", since=None, role=roles.get(m.unit.id, m.role))
        for m in period.members
    )
    later = period.replace(
        id="2019",
        name="2019",
        since=dt.date(2019, 1, 1),
        until=dt.date(2019, 12, 31),
        members=members,
    )
    file.periods.save(later)
    window.reload()
    view.add()
    assert view.form.record().receiver.id == "cy"
    assert view.form.record().receiver_person.full_name == "Thủ trưởng mẫu 06"


def test_list_is_drawn_up_from_the_records_and_keeps_what_was_typed(window, view, qtbot):
    view.form.tabs.setCurrentIndex(1)
    before = view.form.record()
    button = next(b for b in view.form.findChildren(QPushButton) if b.text() == "Lập danh mục")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    full = view.form.record()
    assert full.items[: len(before.items)] == before.items
    added = {item.text: item.count for item in full.items[len(before.items) :]}
    assert added["Quyết định khen thưởng"] == len(window.file.decisions.of_period(window.period))
    assert full.unfinished.startswith(before.unfinished)
    assert len(full.unfinished) > len(before.unfinished)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.form.record() == full
    assert saved(window) == before
    assert view.save()
    assert saved(window).items == full.items


def test_what_is_missing_for_signing_is_said_beside_the_field(window, view):
    view.sign()
    assert view.form.fields["day"].problem() == "Biên bản đã ký phải có ngày."
    assert saved(window).state is HandoverState.DRAFT


def test_signed_it_is_only_looked_at(window, signed):
    assert saved(window).is_signed
    assert signed.form.is_read_only
    assert not signed.can_delete
    assert signed._reopen.isVisible()
    assert not signed._sign.isVisible()
    with pytest.raises(InvalidRecord) as refused:
        window.file.handovers.save(saved(window).replace(place="Huế"))
    assert refused.value.problems == {"place": "Biên bản bàn giao đã ký: muốn sửa phải mở lại."}


def test_opened_again_with_a_reason_that_stays(window, signed, monkeypatch):
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "")
    signed.reopen()
    assert saved(window).is_signed
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "Ghi nhầm số lượng")
    signed.reopen()
    assert not saved(window).is_signed
    assert saved(window).note.endswith(": Ghi nhầm số lượng")
    signed.form.fields["note"].set_value("")
    assert signed.save() is False
    assert signed.form.fields["note"].problem() == "Lý do mở lại đã ghi phải được giữ."
    signed.discard()


def test_second_handover_of_a_year_is_refused(window, view):
    period = window.period
    with pytest.raises(InvalidRecord) as refused:
        window.file.handovers.save(Handover(period=period, giver=period.members[0].unit))
    assert "Đã có" in refused.value.problems["period"]


def test_minutes_are_previewed(view, qtbot):
    qtbot.waitUntil(lambda: view.preview.pages.page_count > 0, timeout=20000)
