"""Files: whole or not at all, and a sentence that says which path and why."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.papers.blocks import Paragraph
from desktop_app.printing import output
from tests.printing.conftest import document

PAPER = document(Paragraph("Nội dung."), title="Thử")


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF"), ("Tờ trình.DOCX", b"PK")])
def test_ending_chooses_the_kind(tmp_path, name, start):
    output.save(PAPER, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_unknown_ending_is_refused(tmp_path):
    with pytest.raises(PaperNotWritten, match=r"\.txt.*\.pdf hoặc \.docx"):
        output.save(PAPER, tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "đĩa đã đầy"),
        (errno.EACCES, "tệp đang mở ở chương trình khác hoặc thư mục không cho ghi"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
        (errno.ENOTSUP, "hệ điều hành báo lỗi"),
    ],
)
@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_old_file_stays_whole_when_writing_fails(monkeypatch, tmp_path, step, number, reason):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, "x")

    monkeypatch.setattr(*(Path, "replace") if step == "replace" else (os, "fsync"), fail)
    with pytest.raises(PaperNotWritten) as caught:
        output.write_bytes(target, b"new")
    assert reason in str(caught.value)
    assert str(target) in str(caught.value)
    assert caught.value.remedy
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(PaperNotWritten, match="thư mục không còn"):
        output.write_bytes(tmp_path / "không có" / "a.pdf", b"x")


def test_folder_of_that_name_is_left_alone(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(PaperNotWritten):
        output.write_bytes(tmp_path / "a.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_rights_of_the_file_are_those_of_any_file(tmp_path):
    plain, ours = tmp_path / "plain", tmp_path / "ours.pdf"
    plain.write_bytes(b"")
    output.write_bytes(ours, b"x")
    assert ours.stat().st_mode == plain.stat().st_mode
    ours.chmod(0o640)
    output.write_bytes(ours, b"y")
    assert ours.stat().st_mode & 0o777 == 0o640


def test_first_paint_loads_no_heavy_library():
    code = (
        "import sys; import desktop_app.printing.page, desktop_app.printing.output, "
        "desktop_app.printing.preflight, desktop_app.printing.fonts;"
        "print([n for n in ('reportlab', 'docx', 'pypdfium2', 'PIL') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
