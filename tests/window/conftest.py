"""The real window on a copy of the sample file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.sheet import Round
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.memory import settings
from desktop_app.ui.theme import theme


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mau") / "mẫu.thidua"
    create_sample(path).close()
    return path


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, nobody_is_asked: None
) -> Iterator[MainWindow]:
    settings().clear()
    theme.apply(qapp, "light")
    path = tmp_path / "cụm.thidua"
    shutil.copy(sample, path)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.actions_.files.open(path)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    yield window
    window.close()


@pytest.fixture
def unscored(window: MainWindow) -> None:
    """The sample's year before anybody scored: no sheets, and criteria that may be changed."""
    assert window.file is not None
    _forget_scores(window.file)
    window.reload()


@pytest.fixture
def half_scored(window: MainWindow) -> None:
    """The sample's year with the drafts of its first half alone; criteria may be changed."""
    file = window.file
    assert file is not None
    sheets, inspections = file.sheets.all(), file.inspections.all()
    _forget_scores(file)
    file.save_all([sheet for sheet in sheets if sheet.round is Round.HALF_YEAR])
    file.save_all(inspections)
    window.reload()


def _forget_scores(file: DataFile) -> None:
    for store in (file.tie_decisions, file.inspections, file.sheets):
        for record in store.all():
            store.delete(record)
    (criteria,) = file.criteria.all()
    file.criteria.delete(criteria)
    file.criteria.save(criteria.replace(state=CriteriaState.ADOPTED))


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that a test did not expect fails it instead of waiting for a click."""

    def fail(_parent: object, error: BaseException) -> None:
        raise error

    def nobody_answers(_parent: object, question: str, *_: object, **__: object) -> None:
        raise AssertionError(f"Không ai trả lời câu hỏi: {question}")

    monkeypatch.setattr(messages, "show_error", fail)
    monkeypatch.setattr(messages, "report_bug", fail)
    for question in ("ask", "ask_text", "ask_delete", "show_note"):
        monkeypatch.setattr(messages, question, nobody_answers)
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: messages.Unsaved.DISCARD)


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answers the question where to save."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    return answer


def _commit(target: QWidget, text: str) -> None:
    """Letter by letter as an input method gives them; simulated keys know no «ă»."""
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(target, event)


@pytest.fixture
def keys(qtbot: QtBot) -> Callable[..., None]:
    """Types into whatever has the focus: text, or a key with its modifiers."""

    def press(what: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        if isinstance(what, str):
            _commit(target, what)
        else:
            qtbot.keyClick(target, what, modifier or Qt.KeyboardModifier.NoModifier)
            # Enter in a cell is answered only once the program is back in its loop.
            QApplication.processEvents()

    return press
