"""Files that are written beside their target: whole and on the disk, or as they were."""

from __future__ import annotations

import pytest

from desktop_app import disk
from desktop_app.new_file import create_sample
from desktop_app.storage.open_form.reading import read_open_form
from desktop_app.storage.open_form.writing import write_open_form
from desktop_app.storage.places import copy_in


@pytest.fixture
def steps(monkeypatch):
    """What reaches the disk, in order: «flush» of a file, «rename», «names» of a folder."""
    seen = []
    rename = disk.Path.replace

    def renamed(path, target):
        seen.append(("rename", target.name))
        return rename(path, target)

    monkeypatch.setattr(disk.Path, "replace", renamed)
    for told, name in (("flush", "flush"), ("names", "settle")):
        work = getattr(disk, name)
        monkeypatch.setattr(
            disk, name, lambda at, told=told, work=work: seen.append((told, at.name)) or work(at)
        )
    return seen


def test_a_file_is_on_the_disk_before_and_its_name_after_it_takes_the_place(tmp_path, steps):
    target = tmp_path / "a.pdf"
    target.write_text("cũ")
    with disk.beside(target) as part:
        part.write_text("mới")
        assert target.read_text() == "cũ"
    assert target.read_text() == "mới"
    assert steps == [("flush", "a.pdf.dang-ghi"), ("rename", "a.pdf"), ("names", tmp_path.name)]


@pytest.mark.parametrize("wrong", [OSError("hỏng"), KeyboardInterrupt()])
def test_whatever_goes_wrong_the_old_file_stays_and_nothing_half(tmp_path, wrong):
    target = tmp_path / "a.pdf"
    target.write_text("cũ")

    def write():
        with disk.beside(target) as part:
            part.write_text("nửa")
            raise wrong

    with pytest.raises(type(wrong)):
        write()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert target.read_text() == "cũ"


def test_an_older_half_is_begun_anew(tmp_path):
    target = tmp_path / "a.pdf"
    (tmp_path / "a.pdf.dang-ghi").write_text("của lần trước, dài hơn")
    with disk.beside(target) as part:
        assert not part.exists()
        part.write_text("mới")
    assert target.read_text() == "mới"


@pytest.mark.parametrize("way", ["copy", "out", "in", "here"])
def test_each_way_to_a_new_file_waits_for_the_disk(way, tmp_path, steps):
    source, target = tmp_path / "nguồn.thidua", tmp_path / "nơi" / "nguồn.thidua"
    target.parent.mkdir()
    with create_sample(source) as file:
        if way == "copy":
            file.copy_to(target)
        elif way != "here":
            write_open_form(file, target)
    if way == "in":
        source, target = target, tmp_path / "nơi" / "mới.thidua"
        read_open_form(source, target)
    elif way == "here":
        target = copy_in(source, target.parent)
    names = [(step, name) for step, name in steps if name.startswith((target.name, "nơi"))]
    part = f"{target.name}.dang-ghi"
    assert names[-3:] == [("flush", part), ("rename", target.name), ("names", "nơi")]
