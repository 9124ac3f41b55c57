"""Packs go out whole or not at all, and come in only when every byte is what it was."""

from __future__ import annotations

import datetime as dt
import json
import random
import stat
import zipfile

import pytest

from desktop_app import disk
from desktop_app.domain.errors import ImportRefused, PaperNotWritten
from desktop_app.exchange import pack, pack_reading
from desktop_app.exchange.pack import MANIFEST, Manifest, Purpose, Source, write_pack
from desktop_app.exchange.pack_reading import read_pack, unpack

DATA = "du-lieu/cụm 2.thidua"
FILES = {
    DATA: b"du lieu" * 5000,
    "giay-to/Biên bản «ký kết», bản 1.pdf": b"%PDF-1.7" + bytes(range(256)) * 9,
    "muc-luc.pdf": b"",
}


def quiet(_done, _whole):
    """Nobody listens."""


def fine(_path, _manifest):
    """The data file is accepted."""


@pytest.fixture
def sources(tmp_path):
    found = []
    for number, (name, content) in enumerate(FILES.items()):
        path = tmp_path / f"{number}.nguồn"
        path.write_bytes(content)
        found.append(Source(name, f"Giấy {number}", path))
    return found


@pytest.fixture
def manifest():
    return Manifest(
        purpose=Purpose.HANDOVER,
        made_at=dt.datetime(2026, 11, 27, 16, 30),
        who="Nguyễn Văn An",
        cluster="Cụm thi đua số 2",
        period="Năm 2026",
        data=DATA,
        content={"version": 5, "changes": 12, "head": "ab", "rows": {"unit": 3}},
    )


@pytest.fixture
def good(tmp_path, manifest, sources):
    target = tmp_path / "gói.zip"
    write_pack(target, manifest, sources, quiet)
    return target


def left_in(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_what_goes_in_comes_out(good, tmp_path, manifest, sources):
    found = read_pack(good, quiet)
    assert found.content == manifest.content
    assert [entry.name for entry in found.entries] == list(FILES)
    data = unpack(good, tmp_path / "nơi nhận", quiet, fine)
    assert data.name == "cụm 2.thidua"
    root = data.parent.parent
    assert root.name == "Cụm thi đua số 2 2026-11-27 1630"
    for name, content in FILES.items():
        assert (root / name).read_bytes() == content
    assert left_in(tmp_path / "nơi nhận") == [root.name]


def test_any_tool_can_look_inside_and_check_the_sums(good):
    with zipfile.ZipFile(good) as archive:
        assert archive.testzip() is None
        sums = archive.read("SHA256SUMS.txt").decode().splitlines()
        assert len(sums) == len(FILES)
        assert "NHẬN GÓI" in archive.read("DOC-TRUOC.txt").decode().upper()


def test_second_time_goes_beside_the_first(good, tmp_path):
    first = unpack(good, tmp_path / "nơi", quiet, fine)
    first.write_bytes(b"da sua o day")
    second = unpack(good, tmp_path / "nơi", quiet, fine)
    assert second != first
    assert first.read_bytes() == b"da sua o day"


def test_both_sides_have_the_same_code_and_another_pack_another(good, tmp_path, manifest, sources):
    made = write_pack(tmp_path / "hai.zip", manifest, sources, quiet)
    assert read_pack(good, quiet).code == made.code
    sources[1].path.write_bytes(b"%PDF khac")
    assert write_pack(tmp_path / "ba.zip", manifest, sources, quiet).code != made.code


# --- damage -------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_pack_that_was_cut_off_is_refused(good, share):
    whole = good.read_bytes()
    good.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ImportRefused, match=r"chép chưa hết|hỏng|không phải"):
        read_pack(good, quiet)


def test_every_changed_byte_is_refused_or_harmless(good, tmp_path):
    """Dates and the like in the zip's own heads may change; no file of the pack ever does."""
    whole, chance, refused = good.read_bytes(), random.Random(7), 0
    for number in range(150):
        place = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        good.write_bytes(flipped)
        try:
            data = unpack(good, tmp_path / f"{number}", quiet, fine)
        except ImportRefused:
            refused += 1
            assert left_in(tmp_path / f"{number}") == []
        else:
            for name, content in FILES.items():
                assert (data.parent.parent / name).read_bytes() == content
    assert refused > 130


def test_damaged_paper_is_named(good):
    whole = bytearray(good.read_bytes())
    whole[whole.index(b"%PDF-1.7") + 3] ^= 1
    good.write_bytes(whole)
    with pytest.raises(ImportRefused, match="«Giấy 1»"):
        read_pack(good, quiet)


# --- hostile packs ------------------------------------------------------------------------


def rebuilt(good, change):
    """The pack again, after a change of its members: name → (info, content)."""
    with zipfile.ZipFile(good) as archive:
        members = [(info, archive.read(info)) for info in archive.infolist()]
    members = change(members) or members
    with zipfile.ZipFile(good, "w", zipfile.ZIP_STORED) as archive:
        for info, content in members:
            archive.writestr(info, content)
    return good


def with_manifest(good, change):
    def apply(members):
        for place, (info, content) in enumerate(members):
            if info.filename == MANIFEST:
                made = json.loads(content)
                change(made)
                members[place] = (zipfile.ZipInfo(MANIFEST), json.dumps(made).encode())

    return rebuilt(good, apply)


BAD_NAMES = [
    "../thoát.txt",
    "du-lieu/../../thoát.txt",
    "/tmp/thoát.txt",
    "C:/thoát.txt",
    "du-lieu\\..\\thoát.txt",
    "giay-to/CON.pdf",
    "giay-to/a.pdf.",
    "giay-to/ a.pdf",
    "giay-to//a.pdf",
    "giay-to/a:b.pdf",
    "giay-to/\u202efdp.exe",
    "giay-to/" + "a" * 300,
    "thư mục/",
]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_leave_the_folder_or_deceive_are_refused(good, tmp_path, name):
    rebuilt(good, lambda members: members.append((zipfile.ZipInfo(name), b"x")))
    if "\\" in name:  # zipfile writes another slash here; the wire may hold this one
        plain, wire = name.replace("\\", "/").encode(), name.encode()
        good.write_bytes(good.read_bytes().replace(plain, wire))
    with pytest.raises(ImportRefused, match="không an toàn"):
        unpack(good, tmp_path / "nơi", quiet, fine)
    assert left_in(tmp_path / "nơi") == []
    assert not list(tmp_path.rglob("thoát.txt"))


def test_hostile_name_in_the_manifest_too_is_refused(good, tmp_path):
    def point_out(made):
        made["entries"][0]["name"] = made["data"] = "../thoát.thidua"

    with pytest.raises(ImportRefused):
        unpack(with_manifest(good, point_out), tmp_path / "nơi", quiet, fine)
    assert not list(tmp_path.rglob("thoát*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [DATA, DATA.upper(), "du-lieu/cụm 2.thidua"])
def test_two_files_of_one_name_are_refused(good, twin):
    rebuilt(good, lambda members: members.append((zipfile.ZipInfo(twin), b"khac")))
    with pytest.raises(ImportRefused, match="cùng tên"):
        read_pack(good, quiet)


def test_links_are_refused(good):
    link = zipfile.ZipInfo("giay-to/lối tắt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    rebuilt(good, lambda members: members.append((link, b"/etc/passwd")))
    with pytest.raises(ImportRefused, match="không an toàn"):
        read_pack(good, quiet)


def test_bomb_is_refused_before_it_is_opened(good, tmp_path):
    def add(members):
        bomb = zipfile.ZipInfo("giay-to/bom.pdf")
        bomb.compress_type = zipfile.ZIP_DEFLATED
        members.append((bomb, bytes(50_000_000)))

    rebuilt(good, add)
    assert good.stat().st_size < 1_000_000
    with pytest.raises(ImportRefused, match="bị nén"):
        read_pack(good, quiet)


def test_sizes_that_overlap_are_refused(good, monkeypatch):
    monkeypatch.setattr(pack_reading, "_refuse_unsafe", lambda info: None)
    with zipfile.ZipFile(good) as archive:
        claimed = archive.infolist()
        for info in claimed:
            info.file_size = 10**9
        with pytest.raises(ImportRefused, match="lớn hơn chính nó"):
            pack_reading._members(archive, good)


def test_member_with_a_password_is_refused(good):
    whole = bytearray(good.read_bytes())
    start = whole.rindex(b"PK\x01\x02", 0, whole.index(b"PK\x01\x02") + 5)
    whole[start + 8] |= 1
    good.write_bytes(whole)
    with pytest.raises(ImportRefused, match="mật khẩu"):
        read_pack(good, quiet)


def test_strange_file_is_refused(good):
    rebuilt(good, lambda members: members.append((zipfile.ZipInfo("giay-to/lạ.exe"), b"MZ")))
    with pytest.raises(ImportRefused, match=r"tệp lạ «giay-to/lạ\.exe»"):
        read_pack(good, quiet)


def test_missing_file_is_named(good):
    rebuilt(good, lambda members: [one for one in members if "giay-to" not in one[0].filename])
    with pytest.raises(ImportRefused, match="thiếu tệp «giay-to/Biên bản"):
        read_pack(good, quiet)


FOREIGN = {
    "no manifest": lambda good: rebuilt(
        good, lambda members: [one for one in members if one[0].filename != MANIFEST]
    ),
    "other kind": lambda good: with_manifest(good, lambda made: made.update(kind="khác")),
    "no data": lambda good: with_manifest(good, lambda made: made.update(data="muc-luc.xlsx")),
    "no entries": lambda good: with_manifest(good, lambda made: made.pop("entries")),
    "bad sizes": lambda good: with_manifest(
        good, lambda made: made["entries"][0].update(size="nhiều")
    ),
    "unknown purpose": lambda good: with_manifest(good, lambda made: made.update(purpose="?")),
    "not a zip": lambda good: good.write_bytes(b"PK day la tep khac" * 99),
    "a picture": lambda good: good.write_bytes(b"\x89PNG\r\n" + bytes(5000)),
}


@pytest.mark.parametrize("change", FOREIGN)
def test_foreign_packs_are_refused(good, change):
    FOREIGN[change](good)
    with pytest.raises(ImportRefused):
        read_pack(good, quiet)


def test_paper_exchanged_for_another_is_named(good):
    """The zip is whole, its own sums are right: only the sum of the index tells."""

    def exchange(members):
        for place, (info, _) in enumerate(members):
            if info.filename.endswith(".pdf") and "Biên bản" in info.filename:
                members[place] = (info, b"%PDF-1.7 noi dung khac")

    with pytest.raises(ImportRefused, match="«Giấy 1»"):
        read_pack(rebuilt(good, exchange), quiet)


def test_newer_pack_says_so(good):
    with_manifest(good, lambda made: made.update(version=pack.VERSION + 1))
    with pytest.raises(ImportRefused, match="bản mới hơn"):
        read_pack(good, quiet)


# --- half-done work -----------------------------------------------------------------------


def test_stopped_work_leaves_nothing(good, tmp_path, manifest, sources):
    class Stopped(Exception):
        """The person pressed «Dừng»."""

    def stop(done, whole):
        if done > whole / 3:
            raise Stopped

    with pytest.raises(Stopped):
        write_pack(tmp_path / "mới.zip", manifest, sources, stop)
    with pytest.raises(Stopped):
        unpack(good, tmp_path / "nơi", stop, fine)
    assert not list(tmp_path.glob("mới*"))
    assert left_in(tmp_path / "nơi") == []


def test_full_disk_keeps_the_pack_that_was_there(good, manifest, sources, monkeypatch):
    before = good.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(PaperNotWritten, match="Chưa ghi được gói"):
        write_pack(good, manifest, sources, quiet)
    assert good.read_bytes() == before
    assert not list(good.parent.glob("*.dang-ghi"))


def test_data_that_is_not_accepted_leaves_nothing(good, tmp_path):
    def refuse(_path, _manifest):
        raise ImportRefused("Không khớp.")

    with pytest.raises(ImportRefused, match="Không khớp"):
        unpack(good, tmp_path / "nơi", quiet, refuse)
    assert left_in(tmp_path / "nơi") == []


def test_disk_without_room_is_told_before_anything_is_written(good, tmp_path, monkeypatch):
    monkeypatch.setattr(pack_reading.shutil, "disk_usage", lambda _: type("D", (), {"free": 10})())
    with pytest.raises(ImportRefused, match="không đủ chỗ"):
        unpack(good, tmp_path / "nơi", quiet, fine)
    assert left_in(tmp_path / "nơi") == []
