"""The field for minutes: a small editor with bold, italic, underline, lists and headings."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QToolButton, QWidget

from desktop_app.domain.rich_text import BlockKind, RichText
from desktop_app.ui import icons
from desktop_app.ui.records import rich_document
from desktop_app.ui.records.field import Field, restyle

_HERE = Qt.ShortcutContext.WidgetShortcut


class RichEdit(QTextEdit):
    """An editor that takes from the clipboard only what RichText knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(140)

    def rich_text(self) -> RichText:
        return rich_document.read(self.document())

    def set_rich_text(self, text: RichText) -> None:
        rich_document.fill(self.document(), text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def toggle(self, mark: str) -> None:
        """Bold, italic or underline on or off for the selection or what is typed next."""
        now = self.textCursor().charFormat()
        form = QTextCharFormat()
        if mark == "bold":
            heavy = now.fontWeight() >= QFont.Weight.DemiBold
            form.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        elif mark == "italic":
            form.setFontItalic(not now.fontItalic())
        else:
            form.setFontUnderline(not now.fontUnderline())
        self.mergeCurrentCharFormat(form)

    def toggle_kind(self, kind: BlockKind) -> None:
        """Make the paragraphs into this kind, or back into plain ones."""
        cursor = self.textCursor()
        now = rich_document.kind_of(cursor.block())
        rich_document.set_kind(cursor, BlockKind.PARAGRAPH if now is kind else kind)
        plain = QTextCharFormat()
        heading = kind is BlockKind.HEADING and now is not kind
        plain.setFontWeight(QFont.Weight.Bold if heading else QFont.Weight.Normal)
        if not cursor.block().text():
            self.mergeCurrentCharFormat(plain)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml():
            document = QTextDocument()
            document.setHtml(source.html())
            text = rich_document.read(document)
        else:
            text = RichText.plain(source.text())
        if text:
            cursor = self.textCursor()
            cursor.removeSelectedText()
            rich_document.insert(cursor, text)
            self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()


class RichTextField(Field):
    """A heading with the tools at its right, and the editor below."""

    heading = True

    def __init__(
        self, label: str, *, placeholder: str = "", tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.label.setProperty("role", "h2")
        self.editor = RichEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.setAccessibleName(label)
        self.tools: dict[str, QToolButton] = {}
        self._layout.addWidget(self._build_tools())
        self._filling = False
        self.editor.textChanged.connect(self._changed)
        self.editor.cursorPositionChanged.connect(self._show_marks)
        self.editor.currentCharFormatChanged.connect(lambda _: self._show_marks())
        self._add_editors(self.editor)
        self._layout.setStretchFactor(self.editor, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def value(self) -> RichText:
        return self.editor.rich_text()

    def set_read_only(self, on: bool) -> None:
        self.editor.setReadOnly(on)
        restyle(self.editor)
        for tool in self.tools.values():
            tool.setEnabled(not on)

    def _put(self, value: RichText) -> None:
        self._filling = True
        self.editor.set_rich_text(value)
        self._filling = False

    def _build_tools(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addStretch()
        for mark, words, keys in (
            ("bold", "Đậm", "Ctrl+B"),
            ("italic", "Nghiêng", "Ctrl+I"),
            ("underline", "Gạch chân", "Ctrl+U"),
        ):
            self._add_tool(layout, mark, words, keys)
            self.tools[mark].clicked.connect(lambda _=False, m=mark: self._toggle(m))
            shortcut = QShortcut(QKeySequence(keys), self.editor, lambda m=mark: self._toggle(m))
            shortcut.setContext(_HERE)
        for name, words, kind in (
            ("heading-2", "Đề mục", BlockKind.HEADING),
            ("list", "Gạch đầu dòng", BlockKind.BULLET),
            ("list-ordered", "Đánh số", BlockKind.NUMBERED),
        ):
            self._add_tool(layout, name, words, "")
            self.tools[name].clicked.connect(lambda _=False, k=kind: self._toggle_kind(k))
        return row

    def _add_tool(self, layout: QHBoxLayout, name: str, words: str, keys: str) -> None:
        tool = icons.icon_button(name, words, shortcut=keys)
        tool.setCheckable(True)
        self.tools[name] = tool
        layout.addWidget(tool)

    def _toggle(self, mark: str) -> None:
        if not self.editor.isReadOnly():
            self.editor.toggle(mark)
        self._show_marks()
        self.editor.setFocus()

    def _toggle_kind(self, kind: BlockKind) -> None:
        if not self.editor.isReadOnly():
            self.editor.toggle_kind(kind)
        self._show_marks()
        self.editor.setFocus()

    def _show_marks(self) -> None:
        form = self.editor.currentCharFormat()
        kind = rich_document.kind_of(self.editor.textCursor().block())
        heading = kind is BlockKind.HEADING
        states = {
            "bold": form.fontWeight() >= QFont.Weight.DemiBold and not heading,
            "italic": form.fontItalic(),
            "underline": form.fontUnderline(),
            "heading-2": heading,
            "list": kind is BlockKind.BULLET,
            "list-ordered": kind is BlockKind.NUMBERED,
        }
        for name, on in states.items():
            self.tools[name].setChecked(on)

    def _changed(self) -> None:
        if not self._filling:
            self.typed()
