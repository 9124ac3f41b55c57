"""The smoke run: once through everything the packaged program carries with it, without a person."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop_app import commands


def run(names: list[str]) -> int:
    """Through a data file: every paper, what is taken in, a password, the manual, the window.

    Without a name it is the sample, in a folder that goes again.
    """
    from desktop_app.ui import application

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data_file = Path(names[0]) if names else folder / "demo.thidua"
        if not names:
            commands.write_demo(data_file)
        papers = commands.write_papers(data_file, folder / "papers")
        papers += commands.write_workbooks(data_file, folder / "workbooks")
        pictures = [folder / "window.png", folder / "manual.png"]
        failed = application.smoke(data_file, *pictures)
        if failed or not papers or not all(picture.is_file() for picture in pictures):
            return failed or 1
        fill_templates(folder)
        lock_and_open(folder / "locked.thidua")
    print("ready")
    return 0


def fill_templates(folder: Path) -> None:
    """Every starter of the office's Word templates is looked over and read in processes apart.

    Raises ImportRefused, or RuntimeError where a starter of our own has a fault.
    """
    from desktop_app.exchange.office_templates.filling import faults_of
    from desktop_app.exchange.word_reading import read_text
    from desktop_app.papers.office_templates import TEMPLATE_SORTS
    from desktop_app.papers.office_templates.starter import starter
    from desktop_app.printing.word_template import to_template

    for number, sort in enumerate(TEMPLATE_SORTS):
        data = to_template(starter(sort))
        if faults := faults_of(data, sort):
            raise RuntimeError(f"{sort.key}: {'; '.join(faults)}")
        text = folder / f"template-{number}.docx"
        text.write_bytes(data)
        read_text(text)


def lock_and_open(path: Path) -> None:
    """A sample file gets a password and is opened with it. Raises DataFileError."""
    from desktop_app.storage import rekeying
    from desktop_app.storage.data_file import DataFile
    from desktop_app.storage.file_key import key_of_password, new_key, read_header

    password = "Mật khẩu chạy thử"
    commands.write_demo(path)
    rekeying.change_key(path, None, new_key(password))
    DataFile.open(path, key_of_password(read_header(path), password)).close()
