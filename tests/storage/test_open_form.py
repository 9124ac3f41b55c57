"""The open form: everything goes out and comes in again equal; faults are named by their place."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile

import pytest

from desktop_app.domain.errors import DataFileError, ImportRefused
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.storage.open_form import DATA, HISTORY, SUMS, WORDS
from desktop_app.storage.open_form.reading import read_open_form
from desktop_app.storage.open_form.writing import write_open_form
from desktop_app.storage.plain import to_plain
from desktop_app.storage.schema import RECORD_TABLES


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """The sample with files attached, one of them to two records."""
    path = tmp_path_factory.mktemp("gốc") / "mẫu.thidua"
    with create_sample(path) as file:
        meeting, unit = file.meetings.all()[0], file.units.all()[0]
        file.attachments.add(meeting, "Biên bản ký.pdf", b"%PDF-1.7 ch\xe1\xbb\xaf k\xc3\xbd")
        file.attachments.add(unit, "Biên bản ký.pdf", b"%PDF-1.7 ch\xe1\xbb\xaf k\xc3\xbd")
        file.attachments.add(unit, "ảnh.png", bytes(range(256)) * 40)
    return path


@pytest.fixture(scope="module")
def package(original, tmp_path_factory):
    target = tmp_path_factory.mktemp("ra") / "mẫu.json.zip"
    with DataFile.open(original) as file:
        write_open_form(file, target)
    return target


@pytest.fixture
def changed(package, tmp_path):
    """The package after somebody changed its JSON."""

    def change(edit):
        target = tmp_path / "sửa.json.zip"
        with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name == DATA:
                    data = json.loads(content)
                    answer = edit(data)
                    content = answer if isinstance(answer, bytes) else json.dumps(data).encode()
                new.writestr(name, content)
        return target

    return change


def plains(path):
    with DataFile.open(path) as file:
        found = {store.record.__name__: list(map(to_plain, store.all())) for store in file.stores}
        contents = {a.id: file.attachments.content(a) for a in file.attachments.all()}
        return found, contents, file.check(), file.is_sample


def by_id(found):
    return {name: {plain["id"]: plain for plain in all_} for name, all_ in found.items()}


def test_everything_comes_back_record_by_record(original, package, tmp_path):
    target = tmp_path / "mới.thidua"
    taken = read_open_form(package, target)
    before, contents_before, _, _ = plains(original)
    after, contents_after, wrong, is_sample = plains(target)
    assert by_id(after) == by_id(before)
    assert contents_after == contents_before
    assert len(contents_after) == taken.attached == 3
    assert taken.records == sum(map(len, before.values())) - 3
    assert wrong == ()
    assert is_sample


def test_it_goes_out_again_the_same(package, tmp_path):
    target, again = tmp_path / "mới.thidua", tmp_path / "lại.json.zip"
    read_open_form(package, target)
    with DataFile.open(target) as file:
        write_open_form(file, again)
    first, second = (json.loads(zipfile.ZipFile(path).read(DATA)) for path in (package, again))
    assert by_id(first["records"]) == by_id(second["records"])
    assert first["schema"] == second["schema"]


def test_the_package_says_what_it_is(package, original):
    with zipfile.ZipFile(package) as zipped:
        data = json.loads(zipped.read(DATA))
        sums = dict(
            reversed(line.split("  ", 1)) for line in zipped.read(SUMS).decode().splitlines()
        )
        assert set(sums) == set(zipped.namelist()) - {SUMS}
        for name, sum_ in sums.items():
            assert hashlib.sha256(zipped.read(name)).hexdigest() == sum_
        history = [json.loads(line) for line in zipped.read(HISTORY).decode().splitlines()]
        assert "UTF-8" in zipped.read(WORDS).decode()
    assert data["schema"]["Unit"]["noun"] == "đơn vị"
    assert data["schema"]["Meeting"]["fields"]["period"] == {"type": "link", "to": "Period"}
    assert len(data["contents"]) == 2
    with DataFile.open(original) as file:
        assert len(history) == data["history"]["entries"] == file.history.newest()
    assert "không" in data["history"]["note"]


def test_no_table_is_forgotten(original):
    with DataFile.open(original) as file:
        kept = {table for store in file.stores for table in (store.table, *store.parts.values())}
    assert set(RECORD_TABLES) - kept == set()


def test_keys_of_the_history_stay_at_home(package):
    with zipfile.ZipFile(package) as zipped:
        assert set(json.loads(zipped.read(DATA))["settings"]) <= {"sample", "bonus_rounding"}


def test_the_history_of_the_new_file_begins_with_it(package, tmp_path):
    target = tmp_path / "mới.thidua"
    read_open_form(package, target)
    with DataFile.open(target) as file:
        assert file.history.next_undo() == ""
        unit = file.units.all()[0]
        (entry,) = file.history.of_record(unit.id)
        assert entry.verb == "Thêm"


def test_an_unpacked_package_is_read_too(package, tmp_path):
    folder = tmp_path / "mở ra"
    with zipfile.ZipFile(package) as zipped:
        zipped.extractall(folder)
    (folder / DATA).rename(folder / "cụm.json")
    taken = read_open_form(folder / "cụm.json", tmp_path / "mới.thidua")
    assert taken.attached == 3


# --- refusals: with the place, and without half a file ------------------------------------


def first(data, name):
    return data["records"][name][0]


def put(name, field, value):
    return lambda data: first(data, name).__setitem__(field, value)


WRONG = {
    "unknown sort": (lambda d: d["records"].__setitem__("Xe", []), "records.Xe: "),
    "no list": (lambda d: d["records"].__setitem__("Unit", {}), "records.Unit: "),
    "unknown field": (put("Unit", "mau", 1), "records.Unit[0].mau: không có trường"),
    "no id": (lambda d: first(d, "Unit").pop("id"), "records.Unit[0].id: thiếu"),
    "bad day": (put("Decision", "date", "31/12/2018"), "records.Decision[0].date: «31/12/2018»"),
    "no choice": (put("Nomination", "state", "xong"), "records.Nomination[0].state: «xong»"),
    "lost link": (put("Person", "unit", "khong"), "records.Person[0].unit: trỏ tới"),
    "text as number": (put("Person", "full_name", 12), "records.Person[0].full_name: phải là chữ"),
    "null": (put("Person", "full_name", None), "records.Person[0].full_name: không được để trống"),
    "parts": (put("Period", "members", "x"), "records.Period[0].members: phải là"),
    "part": (
        lambda d: first(d, "Period")["members"][0].__setitem__("role", "vua"),
        "records.Period[0].members[0].role: «vua»",
    ),
    "twice": (
        lambda d: d["records"]["Unit"].append(dict(first(d, "Unit"))),
        "đã có ở một bản ghi khác",
    ),
    "owner": (put("Attachment", "owner", "ai"), "records.Attachment[0].owner: trỏ tới"),
    "sum": (put("Attachment", "sha256", "0" * 64), "thiếu nội dung của tệp kèm"),
    "contents": (lambda d: d.__setitem__("contents", 5), "contents: "),
    "version": (lambda d: d.__setitem__("format_version", 99), "«format_version» là 99"),
    "data version": (lambda d: d.__setitem__("data_version", 99), "«data_version» là 99"),
    "other format": (lambda d: d.__setitem__("format", "x"), "mục «format»"),
    "syntax": (lambda d: b'{"format": "thi-dua-cum",\n "x": }', "dòng 2, cột 7: sai cú pháp"),
    "letters": (lambda d: b'{"a": "\xff"}', "byte thứ 8"),
    "deep": (lambda d: b"[" * 200_000, "quá sâu"),
    "a list": (lambda d: b"[]", "mục «format»"),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_data_are_refused_with_their_place(changed, tmp_path, what):
    edit, words = WRONG[what]
    target = tmp_path / "mới.thidua"
    with pytest.raises(ImportRefused) as refusal:
        read_open_form(changed(edit), target)
    assert words in str(refusal.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sửa.json.zip"]


def test_several_faults_are_told_at_once(changed, tmp_path):
    def edit(data):
        for plain in data["records"]["Person"]:
            plain["unit"] = "khong"

    with pytest.raises(ImportRefused) as refusal:
        read_open_form(changed(edit), tmp_path / "mới.thidua")
    assert str(refusal.value).count("\n") >= 10


def test_units_that_are_each_others_parents_are_refused(changed, tmp_path):
    def edit(data):
        one, two, *_ = data["records"]["Unit"]
        one["parent"], two["parent"] = two["id"], one["id"]

    with pytest.raises(ImportRefused, match="trỏ vòng"):
        read_open_form(changed(edit), tmp_path / "mới.thidua")


def test_changed_bytes_of_an_attached_file_are_found(package, tmp_path):
    target = tmp_path / "sửa.json.zip"
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"!" if name.endswith(".pdf") else b""))
    with pytest.raises(ImportRefused, match="không khớp mã kiểm"):
        read_open_form(target, tmp_path / "mới.thidua")
    assert not (tmp_path / "mới.thidua").exists()


def test_files_beside_the_package_are_never_read(package, tmp_path):
    folder = tmp_path / "mở ra"
    with zipfile.ZipFile(package) as zipped:
        zipped.extractall(folder)
    data = json.loads((folder / DATA).read_text("utf-8"))
    for one in data["contents"]:
        one["file"] = "../bí mật.txt"
    (folder / DATA).write_text(json.dumps(data), "utf-8")
    with pytest.raises(ImportRefused, match="nằm ngoài bản xuất"):
        read_open_form(folder / DATA, tmp_path / "mới.thidua")


def test_no_file_is_written_over(package, original, tmp_path):
    target = tmp_path / "có rồi.thidua"
    shutil.copy(original, target)
    before = target.read_bytes()
    with pytest.raises(DataFileError, match="Đã có tệp"):
        read_open_form(package, target)
    assert target.read_bytes() == before


def test_something_else_is_refused(tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(b"PK\x03\x04 khong phai")
    with pytest.raises(ImportRefused, match="không phải bản xuất"):
        read_open_form(path, tmp_path / "mới.thidua")


class Stop(Exception):
    pass


def stopping(done, whole):
    if done > whole / 2:
        raise Stop


def test_stopping_leaves_nothing(original, package, tmp_path):
    with pytest.raises(Stop), DataFile.open(original) as file:
        write_open_form(file, tmp_path / "ra.json.zip", stopping)
    with pytest.raises(Stop):
        read_open_form(package, tmp_path / "mới.thidua", stopping)
    assert list(tmp_path.iterdir()) == []
