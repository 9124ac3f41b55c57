"""Marked words typed into an encrypted file stand in no byte that the program writes (T10)."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.backups.folder import backups_of
from desktop_app.ui import looked_at
from desktop_app.ui.background import run_in_background
from desktop_app.ui.preview import saving
from desktop_app.ui.records.attached import attached_files
from tests.window.locking import lock_file, settle

COUNT = 50
BEGINNING = "Vếtđỏ"
_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


def mark(number):
    return f"{BEGINNING}{number:02}Ẩn"


def found_in(folders):
    """The files in which the beginning of the marks stands, in any way to write it."""
    ways = [BEGINNING, unicodedata.normalize("NFD", BEGINNING)]
    wanted = [word.encode(code) for word in ways for code in ("utf-8", "utf-16-le", "utf-16-be")]
    hits = set()
    for folder in folders:
        for path in Path(folder).rglob("*"):
            texts = [path.name.encode(), path.read_bytes() if path.is_file() else b""]
            if any(shape in text for shape in wanted for text in texts):
                hits.add(path)
    return hits


def type_everywhere(window):
    """A mark into every line of text of one form after the other, until all are typed."""
    typed = 0
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        for place in range(len(page.views)):
            view = page.turn_to(place)
            settle()
            typed = _type_into(view, typed)
            if typed == COUNT:
                return
    raise AssertionError(f"only {typed} lines to type into")


def _type_into(view, typed):
    form = getattr(view, "form", None)
    if form is None or form.shown is None or form.is_read_only:
        return typed
    for field in form.fields.values():
        editor = next(iter(field.findChildren(QLineEdit)), None)
        if type(field).__name__ not in ("LineField", "TextField", "RichTextField"):
            continue
        if typed == COUNT:
            break
        _put(field, editor, mark(typed))
        typed += 1
    view.draft.keep()
    return typed


def _put(field, line, words):
    editor = line or next(e for kind in _EDITORS for e in field.findChildren(kind))
    editor.setText(words) if isinstance(editor, QLineEdit) else editor.setPlainText(words)
    field.settle()


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Wherever the program may write."""
    temporary = tmp_path / "tạm"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return [tmp_path, os.environ["HOME"]]


def test_no_mark_stands_in_any_byte_that_was_written(window, places, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    lock_file(window)
    file = window.file
    type_everywhere(window)
    drafts = " ".join(str(draft.image) for draft in file.drafts.all())
    assert [n for n in range(COUNT) if mark(n) not in drafts] == []
    saved = [v for page in window.pages.values() for v in page.built_views if v.has_edits]
    assert sum(view.save() for view in saved) >= 3
    assert file.path.with_name(file.path.name + "-wal").stat().st_size > 0
    assert found_in([file.path.parent]) == set()

    content = mark(1).encode()
    attachment = file.attachments.add(file.units.all()[0], f"{mark(2)}.txt", content)
    attached_files.copy_to_look_at(attachment, content)
    saving.open_outside(window, mark(3), mark(4).encode())
    assert len(found_in([looked_at.folder(""), *places])) >= 2  # the search does find
    _fail_with(mark(5), qtbot)
    file.keep_setting("sample", False)
    window.backups.begin(Reason.HAND)
    qtbot.waitUntil(lambda: window.backups._job is None, timeout=20000)
    assert window.actions_.files.going_back.put_back(backups_of(file.path)[0], file.path)
    window.actions_.locking.lock()
    qtbot.waitUntil(lambda: window.actions_.locking.is_locked, timeout=20000)
    settle()
    assert len(list(file.path.parent.rglob("*.thidua"))) >= 3
    assert found_in(places) == set()


def _fail_with(words, qtbot):
    """Work in the background that ends with an error of these words."""
    failed = []

    def work(_):
        raise UserFacingError(words)

    run_in_background(work, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
