"""A live file stands on a disk of this PC; elsewhere it is refused and offered to be copied."""

from __future__ import annotations

import pytest

from desktop_app import paths
from desktop_app.domain.errors import DataFileBusy, DataFileError, DataFileInSharedPlace
from desktop_app.storage import DataFile, places

SYNCED = ["OneDrive", "OneDrive - Công an tỉnh", "Dropbox", "Dropbox (Cá nhân)", "Google Drive"]


@pytest.mark.parametrize("name", SYNCED)
def test_synced_folder_is_refused_and_named(tmp_path, small, name):
    folder = tmp_path / name / "Thi đua"
    folder.mkdir(parents=True)
    with pytest.raises(DataFileInSharedPlace, match="thư mục đồng bộ") as told:
        DataFile.create(folder / "cụm.thidua", small.records())
    assert name in told.value.what
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["OneDrives", "Thi đua", "Dropbox cũ", "Google", "cụm OneDrive"])
def test_other_folders_are_not(tmp_path, name):
    assert places.shared_place(tmp_path / name / "cụm.thidua") == ""


@pytest.mark.parametrize(
    ("text", "is_network"),
    [
        (r"\\may-chu\chung\cụm.thidua", True),
        ("//may-chu/chung/cụm.thidua", True),
        (r"\\?\UNC\may-chu\chung\cụm.thidua", True),
        (r"\\?\C:\Users\an\cụm.thidua", False),
        (r"C:\Users\an\cụm.thidua", False),
        ("/home/an/cụm.thidua", False),
    ],
)
def test_network_paths(text, is_network):
    assert places._is_network_path(text) is is_network


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "fuse.sshfs", "ext4"])
def test_mounted_network_drive_is_known_by_its_kind(tmp_path, monkeypatch, kind):
    mounted = tmp_path / "ổ chung"
    table = tmp_path / "mounts"
    octal = str(mounted).replace(" ", "\\040")
    table.write_text(
        "1 0 8:1 / / rw - overlay overlay rw\n"
        f"2 1 0:50 / {octal} rw,relatime shared:9 - {kind} //may/chung rw\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(places, "_MOUNTS", table)
    found = places._mounted_from_network(mounted / "cụm.thidua")
    assert found is (kind != "ext4")
    assert not places._mounted_from_network(tmp_path / "cụm.thidua")


def test_link_into_a_synced_folder_is_seen_through(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "tắt").symlink_to(tmp_path / "Dropbox")
    assert "Dropbox" in places.shared_place(tmp_path / "tắt" / "cụm.thidua")


@pytest.fixture
def shared(tmp_path, small):
    """A good file that somebody has moved into a synced folder."""
    path = tmp_path / "cụm.thidua"
    DataFile.create(path, small.records()).close()
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    return path.rename(folder / path.name)


def test_copy_is_whole_and_overwrites_nothing(shared, tmp_path, small):
    before = shared.read_bytes()
    own = tmp_path / "máy này"
    own.mkdir()
    (own / "cụm.thidua").write_bytes(b"cu")
    copy = places.copy_in(shared, own)
    assert copy == own / "cụm (2).thidua"
    assert (own / "cụm.thidua").read_bytes() == b"cu"
    assert shared.read_bytes() == before
    with DataFile.open(copy) as file:
        assert file.meetings.get("ky-ket") == small.meeting
        assert file.check() == ()


def test_file_that_is_open_elsewhere_is_not_copied(shared, tmp_path):
    from desktop_app.storage.file_lock import FileLock

    lock = FileLock(shared)
    assert lock.take() is None
    with pytest.raises(DataFileBusy):
        places.copy_in(shared, tmp_path / "máy này")
    lock.release()


def test_copy_that_cannot_be_written_leaves_nothing(shared, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(places.shutil, "copyfile", full)
    with pytest.raises(DataFileError, match="Chưa chép được"):
        places.copy_in(shared, tmp_path / "máy này")
    assert list((tmp_path / "máy này").iterdir()) == []


def test_default_folder_moves_out_of_a_synced_one(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "documents", lambda: tmp_path / "OneDrive" / "Tài liệu")
    monkeypatch.setattr(paths.Path, "home", lambda: tmp_path)
    assert paths.data_folder() == tmp_path / "Thi đua Cụm"
