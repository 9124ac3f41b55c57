"""Units among units, and two people made one: written whole, undone whole."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.errors import InvalidRecord, RecordInUse
from desktop_app.domain.meetings.meeting import Attendance
from desktop_app.domain.units.person import Person, Posting
from desktop_app.domain.units.unit import Succession, Unit, UnitName
from desktop_app.domain.years.period import Secretariat, SecretariatMember
from desktop_app.storage import DataFile

DAY = dt.date(2018, 8, 6)


def test_parent_and_forerunners_come_back_whole(file, path, small):
    lead = file.units.save(small.lead.replace(parent=small.other, profile="Phòng cháy"))
    older = Succession(unit=lead, day=DAY, decision="12/QĐ-BCA")
    name = UnitName(full="Cục Mới")
    newer = Unit(id="moi", names=(name,), predecessors=(older,), inactive_from=DAY)
    file.units.save(newer)
    file.close()
    with DataFile.open(path) as again:
        assert again.units.get("moi") == newer
        assert again.units.get("c07").parent == small.other


def test_unit_that_another_stands_under_is_not_deleted(file, small):
    small.other = file.units.save(small.other.replace(id="tren"))
    file.units.save(small.lead.replace(parent=small.other))
    with pytest.raises(RecordInUse, match="1 đơn vị"):
        file.units.delete(small.other)


def test_stale_record_makes_no_circle(file, small):
    """The form may hold units as they were before somebody else's change."""
    file.units.save(small.lead.replace(parent=small.other))
    with pytest.raises(InvalidRecord) as refused:
        file.units.save(small.other.replace(parent=small.lead))
    assert set(refused.value.problems) == {"parent"}
    assert file.units.get("k01").parent is None


def test_restoring_an_old_image_makes_no_circle(file, small):
    file.units.save(small.lead.replace(parent=small.other))
    under = file.history.of_record("c07")[0]
    file.units.save(small.lead)
    file.units.save(small.other.replace(predecessors=(Succession(unit=small.lead, day=DAY),)))
    with pytest.raises(InvalidRecord):
        file.history.restore(under)
    assert file.units.get("c07").parent is None


@pytest.fixture
def pair(file, small):
    """Two people who are one: each is used where the other is not."""
    kept = Person(id="giu", full_name="Đặng Văn Ân", unit=small.lead)
    gone = Person(id="bo", full_name="Dang Van An", phone="0912", postings=(Posting(post="Cũ"),))
    period = small.period
    members = (period.members[0].replace(representative=gone, contact=kept), period.members[1])
    attendance = (Attendance(name="A", person=kept), Attendance(name="B", person=gone))
    file.save_all(
        (
            kept,
            gone,
            period.replace(members=members),
            small.meeting.replace(chair=gone, attendance=attendance),
            Secretariat(id="to", period=period, members=(SecretariatMember(person=gone),)),
        )
    )
    file.attachments.add(gone, "lý lịch.pdf", b"%PDF")
    return kept, gone


def _everything(file):
    return {store.record.__name__: store.all() for store in file.stores}


def test_merging_moves_every_link_and_deletes_the_other(file, pair):
    kept, gone = pair
    one = file.people.merge(kept.replace(phone="0912"), gone)
    assert one.phone == "0912"
    assert file.people.find("bo") is None
    member = file.periods.get("2018").members[0]
    assert (member.representative, member.contact) == (one, one)
    meeting = file.meetings.get("ky-ket")
    assert meeting.chair == one
    assert [delegate.person for delegate in meeting.attendance] == [one, one]
    assert file.secretariats.get("to").members[0].person == one
    assert [a.name for a in file.attachments.of_record(one)] == ["lý lịch.pdf"]
    # both rows of the meeting stay, and the check says that they are now the same delegate
    assert file.check() == ("Hội nghị ký kết: Dòng 2: B đã có ở dòng 1.",)


def test_merging_is_one_change_of_the_history(file, pair):
    before = _everything(file)
    kept, gone = pair
    file.people.merge(kept.replace(phone="0912"), gone)
    after = _everything(file)
    touched = {entry.record for entry in file.history.undo()}
    assert {"giu", "bo", "2018", "ky-ket", "to"} < touched
    assert _everything(file) == before
    file.history.redo()
    assert _everything(file) == after


def test_merging_that_fails_changes_nothing(file, pair, monkeypatch):
    def fail(*_):
        raise RuntimeError("mất điện")

    before = _everything(file)
    monkeypatch.setattr(file.people, "delete", fail)
    with pytest.raises(RuntimeError):
        file.people.merge(*pair)
    assert _everything(file) == before


def test_people_stand_by_given_name_wherever_they_are_chosen_from(file):
    names = ("Trần Văn Ân", "Lê Thị Bình", "Đỗ Đức An", "Nguyễn Ánh", "Bùi Văn Ân")
    for name in names:
        file.people.save(Person(full_name=name))
    listed = [person.full_name for person in file.people.all() if person.full_name in names]
    assert listed == ["Đỗ Đức An", "Nguyễn Ánh", "Bùi Văn Ân", "Trần Văn Ân", "Lê Thị Bình"]
