"""Everything can be found, as it is now: after a save, a rename, a deletion, an undo, a crash."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.errors import InvalidRecord, RecordInUse
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.storage.search_index import AT_ONCE, KINDS

OLD = Path(__file__).parent / "old_files" / "version-4.thidua"


def found(file, typed):
    return {hit.record for group in file.search.find(typed) for hit in group.hits}


def unit(name, **more):
    return Unit(names=(UnitName(full=name),), **more)


def build_all(file):
    while file.search.build(50):
        pass


# --- what is typed -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("cuc canh sat", True),
        ("CUC  CANH sat dang", True),
        ("cục cảnh sát", True),
        ("cục cánh", False),
        ("canh sát đặng", True),
        ("dặng", True),
        ("c07", True),
        ("cuc ca", True),
        ("cu canh sat", False),
        ("", False),
        ("  ", False),
        ('"*:^() AND', False),
        ("«»", False),
    ],
)
def test_words_find_the_unit(file, small, typed, is_found):
    assert (small.lead.id in found(file, typed)) is is_found


def test_spellings_find_each_other(file):
    one = file.people.save(Person(full_name="Nguyễn Thị Thuý Hoà", post="Chiến sỹ"))
    for typed in ("thúy hòa", "thuý hoà", "thuy hoa", "hòa chiến sĩ", "nguyen chien sy"):
        assert found(file, typed) == {one.id}, typed
    assert not found(file, "thúi")


def test_names_come_before_texts_and_newest_first(file, small):
    for place in range(AT_ONCE + 2):
        file.people.save(Person(id=f"p{place}", full_name=f"Trần Hội {place}"))
    file.people.save(Person(id="note", full_name="Lê Văn B", post="Chi hội trưởng"))
    groups = file.search.find("hoi")
    assert [group.kind for group in groups] == ["Person", "Meeting"]
    assert [hit.record for hit in groups[0].hits] == ["p6", "p5", "p4", "p3", "p2"]
    assert [group.by_name for group in groups] == [True, True]
    assert [group.by_name for group in file.search.find("chi hoi")] == [False]
    assert groups[0].has_more
    assert not groups[1].has_more


def test_minutes_show_the_sentence(file, small):
    ((group,),) = (file.search.find("thao luan"),)
    (hit,) = group.hits
    assert (hit.kind, hit.record, hit.period) == ("Meeting", small.meeting.id, "2018")
    assert hit.line.text == "Thảo luận"
    assert hit.line.spans == ((0, 4), (5, 4))


def test_decisions_are_found_by_who_is_honoured(tmp_path):
    with create_sample(tmp_path / "mẫu.thidua") as file:
        grant = next(g for d in file.decisions.all() for g in d.grants if g.unit)
        groups = {group.kind for group in file.search.find(grant.unit.name)}
        assert {"Unit", "Decision", "Meeting"} <= groups


# --- what changes --------------------------------------------------------------------------


def test_change_deletion_undo_and_redo_are_followed(file):
    one = file.people.save(Person(full_name="Đỗ Văn Cũ"))
    file.people.save(one.replace(full_name="Đỗ Văn Mới"))
    assert (found(file, "do van cu"), found(file, "do van moi")) == (set(), {one.id})
    file.people.delete(file.people.get(one.id))
    assert found(file, "do van moi") == set()
    file.history.undo()
    assert found(file, "do van moi") == {one.id}
    file.history.undo()
    assert found(file, "do van cu") == {one.id}
    file.history.redo()
    assert found(file, "do van moi") == {one.id}


def test_new_name_of_a_unit_stands_in_everything_that_names_it(file, small):
    old = small.other.names[0].replace(until=dt.date(2019, 12, 31))
    names = (old, UnitName(full="Bộ Tư lệnh Biên phòng", since=dt.date(2020, 1, 1)))
    file.units.save(small.other.replace(names=names))
    assert {small.other.id, small.period.id} <= found(file, "bien phong")
    assert small.other.id in found(file, "canh ve")


def test_titles_in_the_index_follow_whatever_they_are_made_of(tmp_path):
    """A number like 01/KH-CTĐ2 has the cluster's code in it, and is looked for as it is now."""
    with create_sample(tmp_path / "mẫu.thidua") as file:
        assert _stale(file) == []
        assert _titles(file, "01/KH-CTĐ2")
        file.save_all([c.replace(code="CTĐ9", name="Cụm số 9") for c in file.clusters.all()])
        assert _stale(file) == []
        assert (_titles(file, "01/KH-CTĐ2"), len(_titles(file, "01/KH-CTĐ9"))) == ([], 1)
        assert "Năm 2018" in _titles(file, "cụm số 9")
        file.save_all([a.replace(name=f"{a.name} mới") for a in file.awards.all()])
        file.save_all([p.replace(full_name=f"{p.full_name} Út") for p in file.people.all()])
        file.periods.save(file.periods.get("ky-2018").replace(name="2018-2019"))
        assert _stale(file) == []


def _titles(file, typed):
    return [hit.title.text for group in file.search.find(typed) for hit in group.hits]


def _stale(file):
    """The titles in the index that are not those of the records."""
    now = {record.id: record.title for store in file.stores for record in store.all()}
    kept = file._database.execute_sql("SELECT record, title FROM search_entry").fetchall()
    return [title for record, title in kept if now[record] != title]


def test_merged_people_leave_one(file):
    kept = file.people.save(Person(full_name="Vũ Thị Gộp"))
    gone = file.people.save(Person(full_name="Vũ Thị Gộp"))
    file.people.merge(kept, gone)
    assert found(file, "vu thi gop") == {kept.id}


def test_attachment_is_found_and_goes_with_its_record(file, small):
    one = file.people.save(Person(full_name="Lê A"))
    scan = file.attachments.add(one, "Quyet dinh so 5.pdf", b"x")
    assert found(file, "quyết định") == set()
    assert found(file, "quyet dinh 5") == {scan.id}
    file.people.delete(one)
    assert found(file, "quyet dinh 5") == set()


def test_refused_change_leaves_no_trace(file, small):
    passing = Person(full_name="Người Thoáng Qua")
    with pytest.raises(InvalidRecord):
        file.save_all([passing, Person()])
    assert found(file, "thoang qua") == set()
    with pytest.raises(RecordInUse):
        file.units.delete(small.lead)
    assert small.lead.id in found(file, "canh sat")


def test_index_is_no_history(file):
    before = file.history.newest()
    file.search.start_over()
    build_all(file)
    assert file.history.newest() == before
    assert file.check() == ()


# --- older files -----------------------------------------------------------------------------


def test_older_file_is_drawn_bit_by_bit(tmp_path):
    path = tmp_path / "cũ.thidua"
    shutil.copy(OLD, path)
    with DataFile.open(path) as file:
        assert file.search.count() == 0
        left = file.search.build(3)
        assert (file.search.count(), left > 0) == (3, True)
    with DataFile.open(path) as file:  # closed in between: what is there stays
        assert file.search.count() == 3
        assert file.search.build(1000) == 0
        wanted = sum(s.count() for s in file.stores if s.record.__name__ in KINDS)
        assert file.search.count() == wanted
        (one, *_) = file.units.all()
        assert one.id in found(file, one.name)


def test_drawn_again_it_finds_the_same(tmp_path):
    with create_sample(tmp_path / "mẫu.thidua") as file:
        before = [file.search.find(typed) for typed in ("thi dua", "canh", "hội nghị", "2018")]
        assert all(before)
        file.search.start_over()
        assert file.search.find("thi dua") == ()
        build_all(file)
        after = [file.search.find(typed) for typed in ("thi dua", "canh", "hội nghị", "2018")]
        assert [{g.kind for g in groups} for groups in after] == [
            {g.kind for g in groups} for groups in before
        ]


def test_file_with_an_index_of_other_rules_is_drawn_again(file, path):
    file.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE setting SET value = '0' WHERE name = 'search_rules'")
    connection.commit()
    connection.close()
    with DataFile.open(path) as again:
        assert again.search.count() == 0
        build_all(again)
        assert found(again, "ky ket")


def test_every_kind_is_a_record_of_the_file(file):
    assert {store.record.__name__ for store in file.stores} >= set(KINDS)
    assert len(set(KINDS)) == len(KINDS)
