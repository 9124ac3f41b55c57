"""What a person has typed and ticked in a dialog, in words: kept when the dialog has to go."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop_app.domain.vietnamese import clean_line

Said = tuple[str, str]
"""The words beside an editor, and what stands in it."""
_ROWS = 200
"""More rows than this are no table that somebody fills in by hand."""
_begun: WeakKeyDictionary[QWidget, Counter[Said]] = WeakKeyDictionary()


def note_begun(dialog: QWidget) -> None:
    """What stands in a dialog before anybody has typed in it."""
    _begun[dialog] = Counter(words_in(dialog))


def typed_words(dialog: QWidget) -> tuple[Said, ...]:
    """What stands there now and did not when it was opened."""
    left = Counter(_begun.get(dialog, ()))
    found = []
    for said in words_in(dialog):
        if left[said]:
            left[said] -= 1
        else:
            found.append(said)
    return tuple(found)


def words_in(whole: QWidget) -> list[Said]:
    """Every filled editor of a dialog or a field, in its order; passwords are no words."""
    found: list[Said] = []
    for editor in whole.findChildren(QWidget):
        if editor.window() is not whole.window() or isinstance(editor, QHeaderView):
            continue  # of another dialog over this one, or beside the rows of a table
        if isinstance(editor, QAbstractItemView):
            found += [(_label(editor), row) for row in _rows(editor)]
        elif text := _text(editor).strip():
            found.append((_label(editor), text))
    return found


def _text(editor: QWidget) -> str:
    if isinstance(editor, QLineEdit):
        is_open = editor.echoMode() is QLineEdit.EchoMode.Normal and not editor.isReadOnly()
        return editor.text() if is_open and not editor.property("secret") else ""
    if isinstance(editor, QPlainTextEdit | QTextEdit):
        return "" if editor.isReadOnly() else editor.toPlainText()
    if isinstance(editor, QComboBox):
        # an editable one has a line of its own
        return "" if editor.isEditable() else editor.currentText()
    if isinstance(editor, QCheckBox | QRadioButton):
        return f"đã chọn «{editor.text().replace('&', '')}»" if editor.isChecked() else ""
    return ""


def _rows(table: QAbstractItemView) -> list[str]:
    """The rows of a table or list that a person fills in or ticks."""
    model = table.model()
    no_keys = table.editTriggers() is QAbstractItemView.EditTrigger.NoEditTriggers
    if model is None or model.rowCount() > _ROWS:
        return []
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    return [
        " | ".join(filter(None, (_cell(model.index(row, column)) for column in columns)))
        for row in range(model.rowCount())
        if any(_is_filled_in(model, row, column, no_keys=no_keys) for column in columns)
    ]


def _is_filled_in(model: QAbstractItemModel, row: int, column: int, *, no_keys: bool) -> bool:
    flags = model.flags(model.index(row, column))
    typed = Qt.ItemFlag.ItemIsEditable in flags and not no_keys
    return typed or Qt.ItemFlag.ItemIsUserCheckable in flags


def _cell(index: QModelIndex) -> str:
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    ticked = state is not None and Qt.CheckState(state) is Qt.CheckState.Checked
    sign = "" if state is None else "☑" if ticked else "☐"
    return " ".join(filter(None, (sign, clean_line(str(index.data() or "")))))


def _label(editor: QWidget) -> str:
    """The words beside an editor: of its field, of its row, or those for screen readers."""
    if editor.accessibleName():
        return editor.accessibleName()
    widget: QWidget | None = editor
    while widget is not None and not widget.isWindow():
        label = getattr(widget, "label", None)
        if isinstance(label, QLabel):
            return label.text()
        above = widget.parentWidget()
        layout = above.layout() if above is not None else None
        if isinstance(layout, QFormLayout):
            beside = layout.labelForField(widget)
            if isinstance(beside, QLabel):
                return beside.text().replace("&", "")
        widget = above
    buddies = (label for label in editor.window().findChildren(QLabel) if label.buddy() is editor)
    return next((label.text().replace("&", "") for label in buddies), "")
