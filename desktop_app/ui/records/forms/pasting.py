"""Where text is pasted: lines and plain texts that tell of it, and how it is put right there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain.letters.doctor import Finding, pasted_finding
from desktop_app.domain.vietnamese import clean_line, clean_text


class PlainEdit(QPlainTextEdit):
    """A plain text that tells what was pasted or dropped into it, as it came."""

    pasted = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        self.pasted.emit(source.text())


def watch_pasting(editor: QWidget, found: Callable[[Finding], None]) -> None:
    """Call `found` with what a person is to be asked about after each paste."""
    if isinstance(editor, PlainEdit):
        editor.pasted.connect(lambda text: _tell(text, found))
    elif isinstance(editor, QLineEdit) and editor.echoMode() is QLineEdit.EchoMode.Normal:
        _LineWatch(editor, found)


def mend_editor(editor: QWidget, finding: Finding) -> bool:
    """Put the pasted text right as one step of Ctrl+Z. False where it stands there no more."""
    if isinstance(editor, QLineEdit):
        text = editor.text()
        old = standing(text, finding)
        if old and not editor.isReadOnly():
            editor.setSelection(_units(text[: text.index(old)]), _units(old))
            editor.insert(finding.after)
            return True
    elif isinstance(editor, QPlainTextEdit):
        text = editor.toPlainText()
        old = standing(text, finding)
        if old and not editor.isReadOnly():
            cursor = editor.textCursor()
            start = _units(text[: text.index(old)])
            cursor.setPosition(start)
            cursor.setPosition(start + _units(old), cursor.MoveMode.KeepAnchor)
            cursor.insertText(finding.after)
            editor.setTextCursor(cursor)
            return True
    return False


def stands_in(editor: QWidget, finding: Finding) -> bool:
    """Whether the pasted text is still in an editor."""
    if isinstance(editor, QLineEdit):
        return bool(standing(editor.text(), finding))
    return isinstance(editor, QPlainTextEdit) and bool(standing(editor.toPlainText(), finding))


def standing(text: str, finding: Finding) -> str:
    """The pasted text as it stands there now: as it came or cleaned; empty once it is gone."""
    before = finding.before
    ways = (before, clean_text(before), clean_text(before).strip(), clean_line(before))
    return next((way for way in ways if way and way in text), "")


class _LineWatch(QObject):
    """A line tells only what stands in it: what came in at once was pasted."""

    def __init__(self, line: QLineEdit, found: Callable[[Finding], None]) -> None:
        super().__init__(line)
        self._found = found
        self._before = line.text()
        line.textEdited.connect(self._look)
        line.textChanged.connect(self._note)

    def _look(self, text: str) -> None:
        before, self._before = self._before, text
        start = _alike(before, text)
        came = text[start : len(text) - _alike(before[start:][::-1], text[start:][::-1])]
        if len(came) > 1:
            _tell(came, self._found)

    def _note(self, text: str) -> None:
        self._before = text


def _tell(text: str, found: Callable[[Finding], None]) -> None:
    finding = pasted_finding(text.replace("\r\n", "\n"))
    if finding is not None:
        found(finding)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _units(text: str) -> int:
    """Length as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
