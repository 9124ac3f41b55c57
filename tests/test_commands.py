"""The command line does its work without a screen and says in Vietnamese what went wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pdfplumber
import pytest
from docx import Document as WordDocument

from desktop_app import commands
from desktop_app.papers import PAPERS
from desktop_app.printing import raster
from desktop_app.storage import DataFile

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The sample file and all its papers."""
    folder = tmp_path_factory.mktemp("demo")
    path = folder / "mẫu.thidua"
    papers = folder / "giấy tờ"
    assert commands.main(["demo", str(path), "--papers", str(papers)]) == 0
    return path, papers


def test_demo_prints_every_paper_as_pdf_and_word(demo):
    path, papers = demo
    with DataFile.open(path) as file:
        expected = {
            f"{paper.key}-{record.id}.{ending}"
            for paper in PAPERS
            for record in file.records_of(paper.record)
            for ending in ("pdf", "docx")
        }
    assert {found.name for found in papers.iterdir()} == expected
    assert all(found.stat().st_size > 3000 for found in papers.iterdir())


def test_every_font_is_embedded_and_none_is_helvetica(demo):
    _, papers = demo
    for path in papers.glob("*.pdf"):
        with pdfplumber.open(path) as pdf:
            fonts = {char["fontname"] for page in pdf.pages for char in page.chars}
        assert fonts, path.name
        # A subset that is embedded has six letters and a plus before its name.
        assert all(font[6] == "+" for font in fonts), (path.name, fonts)
        assert b"Helvetica" not in path.read_bytes(), path.name


def test_text_of_the_papers_is_what_was_recorded(demo):
    path, papers = demo
    text = " ".join(" ".join(raster.text_of(f.read_bytes())) for f in papers.glob("*.pdf"))
    assert text == unicodedata.normalize("NFC", text)
    flat = " ".join(text.split())
    with DataFile.open(path) as file:
        meeting = file.meetings.get("hn-ky-ket-2018")
        names = [person.name for person in meeting.attendance]
        units = [member.unit.name for member in meeting.period.members]
    for words in (*names, *units, meeting.conclusions[0].text, "Đỗ Ngọc Cẩn"):
        assert " ".join(words.split()) in flat, words


def test_word_says_the_same_as_pdf(demo):
    _, papers = demo
    word = WordDocument(str(papers / "minutes-hn-ky-ket-2018.docx"))
    written = {p.text.strip() for p in word.paragraphs}
    content = (papers / "minutes-hn-ky-ket-2018.pdf").read_bytes()
    pdf = " ".join(" ".join(raster.text_of(content)).split())
    long = [" ".join(line.split()) for line in written if len(line) > 40]
    assert len(long) > 10
    for line in long:
        assert line in pdf


def test_print_writes_one_paper(demo, tmp_path, capsys):
    path, _ = demo
    target = tmp_path / "biên bản.docx"
    arguments = ["print", str(path), "minutes", "--record", "hn-ky-ket-2018", "--out", str(target)]
    assert commands.main(arguments) == 0
    assert WordDocument(str(target)).paragraphs
    assert "Đã ghi" in capsys.readouterr().out


def test_print_of_one_part_is_one_page(demo, tmp_path):
    path, _ = demo
    with DataFile.open(path) as file:
        grant = file.decisions.all()[0].grants[1]
    target = tmp_path / "giấy.pdf"
    one = ["--record", "qd-2018-01", "--part", grant.id]
    arguments = ["print", str(path), "certificate", *one, "--out", str(target)]
    assert commands.main(arguments) == 0
    assert raster.page_count(target.read_bytes()) == 1
    assert grant.name in " ".join(raster.text_of(target.read_bytes()))


def test_papers_lists_keys_and_names(capsys):
    assert commands.main(["papers"]) == 0
    out = capsys.readouterr().out
    for key, name in (("minutes", "Biên bản hội nghị"), ("certificate", "Giấy chứng nhận")):
        assert any(line.startswith(key) and line.endswith(name) for line in out.splitlines())


def test_check_tells_a_whole_file_from_a_broken_record(demo, tmp_path, capsys):
    path, _ = demo
    copy = tmp_path / "bản sao.thidua"
    with DataFile.open(path) as file:
        file.copy_to(copy)
    assert commands.main(["check", str(copy)]) == 0
    with DataFile.open(copy) as file:
        file.run(file.units.table.update(level=9).where(file.units.table.id == "c07"))
    capsys.readouterr()
    assert commands.main(["check", str(copy)]) == 3
    assert "Cấp đơn vị" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["demo"], 2, "Cách dùng"),
        (["khong-co"], 2, "Cách dùng"),
        (["check", "khong-co.thidua"], 1, "Không mở được"),
        (["print", "{demo}", "poster", "--out", "x.pdf"], 2, "Không có loại giấy tờ"),
        (["print", "{demo}", "minutes", "--out", "x.pdf"], 2, "hn-ky-ket-2018"),
        (["print", "{demo}", "minutes", "--record", "la", "--out", "x.pdf"], 2, "Không có bản ghi"),
        (["print", "{demo}", "mirror", "--out", "x.odt"], 1, "x.odt"),
        (["demo", "{demo}"], 1, "Đã có tệp"),
    ],
)
def test_what_goes_wrong_is_said_on_stderr_with_its_code(demo, capsys, arguments, code, said):
    path, _ = demo
    before = path.read_bytes()
    assert commands.main([part.replace("{demo}", str(path)) for part in arguments]) == code
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert path.read_bytes() == before


def test_help_is_vietnamese(capsys):
    with pytest.raises(SystemExit) as left:
        commands.main(["print", "--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    for word in ("usage", "options", "positional", "show this"):
        assert word not in out


def test_command_line_needs_no_qt(tmp_path):
    code = (
        "import sys; from desktop_app import commands; "
        f"code = commands.main(['demo', {str(tmp_path / 'a.thidua')!r}]); "
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="màn hình X là việc của Linux")
def test_without_a_screen_the_window_says_so_and_leaves_with_2(tmp_path):
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "python3 -m desktop_app --help" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a pipe that breaks without a signal is of POSIX")
def test_a_reader_that_has_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "papers"],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
