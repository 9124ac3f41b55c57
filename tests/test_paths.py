"""Where things are kept, on a plain system, a moved documents folder, and a USB stick."""

import sys
from pathlib import Path

import pytest

from desktop_app import paths

linux_only = pytest.mark.skipif(sys.platform == "win32", reason="folders of Linux")


def test_resources_are_there():
    assert (paths.resources() / "fonts" / "LiberationSerif-Regular.ttf").is_file()
    assert (paths.resources() / "licenses" / "INDEX.txt").is_file()


def test_every_licence_in_the_index_is_there():
    folder = paths.resources() / "licenses"
    rows = [line.split("\t") for line in (folder / "INDEX.txt").read_text("utf-8").splitlines()]
    assert {row[2] for row in rows} == {file.name for file in folder.glob("*.txt")} - {"INDEX.txt"}


def test_frozen_resources_are_unpacked_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@linux_only
def test_documents_folder_follows_the_system(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.documents() == tmp_path / "Documents"
    (tmp_path / "config").mkdir()
    named = tmp_path / "config" / "user-dirs.dirs"
    named.write_text('XDG_DOCUMENTS_DIR="$HOME/Tài liệu"\n', encoding="utf-8")
    assert paths.data_file() == tmp_path / "Tài liệu" / "Thi đua Cụm" / "Thi đua Cụm.thidua"
    named.write_text('XDG_DOCUMENTS_DIR="$HOME/"\n', encoding="utf-8")
    assert paths.documents() == tmp_path / "Documents"


@linux_only
def test_relative_folder_in_the_environment_does_not_count(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    assert paths.settings_folder() == tmp_path / ".config" / "thi-dua-cum"


def test_portable_program_keeps_everything_beside_itself(monkeypatch, tmp_path):
    program = tmp_path / "ThiDuaCum"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert paths.portable_folder() is None
    (tmp_path / "portable.txt").touch()
    for place in (paths.data_file(), paths.settings_folder(), paths.log_file()):
        assert Path(tmp_path).resolve() in place.parents
