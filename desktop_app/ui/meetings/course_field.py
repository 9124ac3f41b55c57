"""The editor of what was said: the hour, speakers, fields, stock phrases; a line becomes a task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.domain.meetings.template import TextBlock
from desktop_app.domain.rich_text import RichText
from desktop_app.ui import icons
from desktop_app.ui.records.forms.pick_list import PickList
from desktop_app.ui.records.rich_text import rich_confidential
from desktop_app.ui.records.rich_text.rich_text_field import RichTextField

Offer = Callable[[], Sequence[str]]
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
TOOLS = (
    ("stamp", "Giờ", "Ctrl+;", "Chèn giờ lúc này: «09 giờ 15, »"),
    ("speaker", "Phát biểu", "F2", "Chèn tên người phát biểu, chữ đậm"),
    ("block", "Mẫu", "F3", "Chèn đoạn mẫu của hội nghị"),
    ("field", "Trường", "F4", "Chèn trường do chương trình điền khi in"),
    ("conclusion", "Kết luận", "F6", "Chuyển dòng này thành kết luận"),
    ("task", "Nhiệm vụ", "F7", "Chuyển dòng này thành nhiệm vụ có đơn vị và thời hạn"),
)


class CourseField(RichTextField):
    """Words of the meeting come in by one key each; what they mean is told by the page."""

    line_taken = Signal(str, bool, bool)
    """A line is to become a conclusion, or a task (true), and whether it is not to be spread."""
    conduct_wanted = Signal()
    """The meeting is to be conducted on one screen."""
    taking_undone = Signal()
    """The line that was taken last stands in the text again."""

    def __init__(self, label: str) -> None:
        super().__init__(label, confidential=True)
        self.speakers: Offer = tuple
        self.text_blocks: Callable[[], Sequence[TextBlock]] = tuple
        self.field_names: Offer = tuple
        self._taken_at = -1
        self.buttons: dict[str, QToolButton] = {}
        self._layout.insertWidget(1, self._build_words())

    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        for button in self.buttons.values():
            button.setEnabled(not on)

    # --- what goes in ---------------------------------------------------------------------

    def stamp(self) -> None:
        """The hour of this minute."""
        now = dt.datetime.now()
        self._write(f"{now.hour:02d} giờ {now.minute:02d}, ")

    def choose_speaker(self) -> None:
        names = list(self.speakers())
        self._pick("Người phát biểu", names, lambda place: self.write_speaker(names[place]))

    def write_speaker(self, name: str) -> None:
        """A line of its own for who speaks, where the cursor stands in one with words."""
        cursor = self.editor.textCursor()
        if cursor.block().text().strip() and cursor.atBlockEnd() and not self.editor.is_in_table:
            cursor.insertBlock()
            self.editor.setTextCursor(cursor)
        self._write(f"{name}: ", bold=True)

    def choose_block(self) -> None:
        blocks = list(self.text_blocks())
        lines = [f"{block.name}: {block.text}" for block in blocks]
        self._pick("Đoạn mẫu", lines, lambda place: self.insert_block(blocks[place].text))

    def insert_block(self, text: str) -> None:
        """A stock phrase, its fields still fields."""
        self.editor.insert_rich(RichText.plain(text))
        self.editor.setFocus()

    def choose_field(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self.field_names():
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, chosen=name: self._write(f"{{{chosen}}}"))
        menu.popup(self._below_cursor())

    # --- what goes out --------------------------------------------------------------------

    def take_line(self, *, as_task: bool) -> None:
        """The selection, or the line of the cursor, leaves the text for the conclusions."""
        if self.editor.isReadOnly() or self.editor.is_in_table:
            return
        cursor = self.editor.textCursor()
        is_confidential = rich_confidential.touches_marked(cursor)
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        words = " ".join(cursor.selectedText().replace("\u2029", " ").split())
        if not words:
            return
        cursor.removeSelectedText()
        self._taken_at = self.editor.document().availableUndoSteps()
        self.line_taken.emit(words, as_task, is_confidential)

    def undo(self) -> None:
        """Back by one step; a line that was taken out comes back from the conclusions."""
        was_taken = self.editor.document().availableUndoSteps() == self._taken_at
        self.editor.undo()
        if was_taken:
            self._taken_at = -1
            self.taking_undone.emit()

    # --- how ------------------------------------------------------------------------------

    def _write(self, words: str, *, bold: bool = False) -> None:
        self.editor.write(words, bold=bold)
        self.editor.setFocus()

    def _pick(self, name: str, lines: Sequence[str], take: Callable[[int], object]) -> None:
        if self.editor.isReadOnly():
            return
        picker = PickList(name, lines, self)
        picker.picked.connect(take)
        picker.open_at(self._below_cursor())

    def _below_cursor(self) -> QPoint:
        return self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft())

    def _build_words(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        doing = {
            "stamp": self.stamp,
            "speaker": self.choose_speaker,
            "block": self.choose_block,
            "field": self.choose_field,
            "conclusion": lambda: self.take_line(as_task=False),
            "task": lambda: self.take_line(as_task=True),
        }
        for name, words, keys, tip in TOOLS:
            button = QToolButton()
            button.setText(words)
            button.setToolTip(f"{tip} ({keys})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, do=doing[name]: do())
            shortcut = QShortcut(QKeySequence(keys), self, doing[name])
            shortcut.setContext(_HERE)
            self.buttons[name] = button
            layout.addWidget(button)
        layout.addStretch()
        conduct = icons.icon_button("maximize", "Điều hành hội nghị", shortcut="F9")
        conduct.clicked.connect(self.conduct_wanted)
        self.buttons["conduct"] = conduct
        layout.addWidget(conduct)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z of the editor goes through `undo`, which knows of lines that were taken."""
        if watched is self.editor and isinstance(event, QKeyEvent):
            is_press = event.type() is QEvent.Type.KeyPress
            if is_press and event.matches(QKeySequence.StandardKey.Undo):
                self.undo()
                return True
        return super().eventFilter(watched, event)
