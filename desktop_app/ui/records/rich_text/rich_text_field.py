"""The field for minutes: a small editor with bold, italic, underline, headings, lists, tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop_app.domain.letters.doctor import pasted_finding
from desktop_app.domain.rich_text import BlockKind, RichText
from desktop_app.ui import icons
from desktop_app.ui.records.forms.field import Field, restyle
from desktop_app.ui.records.rich_text import rich_confidential, rich_document
from desktop_app.ui.records.rich_text.rich_edit import RichEdit
from desktop_app.ui.records.rich_text.rich_letters import mend_pasted
from desktop_app.ui.records.rich_text.table_menu import TableActions
from desktop_app.ui.records.rich_text.table_picker import TablePicker

_HERE = Qt.ShortcutContext.WidgetShortcut
_KIND_TOOLS = ("heading-2", "list", "list-ordered")


class RichTextField(Field):
    """A heading with the tools at its right, and the editor below."""

    heading = True

    def __init__(
        self,
        label: str,
        *,
        compact: bool = False,
        confidential: bool = False,
        placeholder: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`compact` is for shorter texts: a few lines, and more only as they are typed.

        In a `confidential` one parts can be marked as not to be spread.
        """
        super().__init__(label, tip=tip, parent=parent)
        self.label.setProperty("role", "h2")
        self.editor = RichEdit(compact=compact)
        self.editor.can_mark = confidential
        self.editor.setPlaceholderText(placeholder)
        self.editor.setAccessibleName(label)
        self.tools: dict[str, QToolButton] = {}
        self._layout.addWidget(self._build_tools())
        self._filling = False
        self.editor.textChanged.connect(self._changed)
        self.editor.pasted.connect(self._pasted)
        self.editor.cursorPositionChanged.connect(self._show_marks)
        self.editor.currentCharFormatChanged.connect(lambda _: self._show_marks())
        self._add_editors(self.editor)
        if not compact:
            self._layout.setStretchFactor(self.editor, 1)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def value(self) -> RichText:
        return self.editor.rich_text()

    def set_read_only(self, on: bool) -> None:
        self.editor.setReadOnly(on)
        restyle(self.editor)
        for tool in self.tools.values():
            tool.setEnabled(not on)
        self._show_marks()

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
        self._add_tool(layout, "table", "Bảng", "")
        self.tools["table"].setCheckable(False)
        self.tools["table"].clicked.connect(self._open_table)
        if self.editor.can_mark:
            self._add_tool(layout, "lock", "Không phổ biến", "Ctrl+Shift+K")
            self.tools["lock"].clicked.connect(self._toggle_confidential)
            marking = QKeySequence("Ctrl+Shift+K")
            QShortcut(marking, self.editor, self._toggle_confidential).setContext(_HERE)
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

    def _toggle_confidential(self) -> None:
        if not self.editor.isReadOnly():
            rich_confidential.toggle(self.editor.textCursor())
        self._show_marks()
        self.editor.setFocus()

    def _open_table(self) -> None:
        """The size of a new table, or the menu of the one the cursor is in."""
        tool = self.tools["table"]
        if self.editor.is_in_table:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            TableActions(self.editor, self.editor.textCursor()).add_to(menu)
            menu.popup(tool.mapToGlobal(tool.rect().bottomLeft()))
            return
        picker = TablePicker(self)
        picker.chosen.connect(self._insert_table)
        picker.open_under(tool)

    def _insert_table(self, rows: int, columns: int) -> None:
        self.editor.insert_table(rows, columns)
        self.editor.setFocus()

    def _show_marks(self) -> None:
        form = self.editor.currentCharFormat()
        kind = rich_document.kind_of(self.editor.textCursor().block())
        heading = kind is BlockKind.HEADING or self.editor.is_in_head
        # a cell holds words and lines, no headings or lists
        can_be_listed = not (self.editor.is_in_table or self.editor.isReadOnly())
        for name in _KIND_TOOLS:
            self.tools[name].setEnabled(can_be_listed)
        states = {
            "bold": form.fontWeight() >= QFont.Weight.DemiBold and not heading,
            "italic": form.fontItalic(),
            "underline": form.fontUnderline(),
            "heading-2": kind is BlockKind.HEADING,
            "list": kind is BlockKind.BULLET,
            "list-ordered": kind is BlockKind.NUMBERED,
        }
        if self.editor.can_mark:
            states["lock"] = rich_confidential.is_marked_at(self.editor.textCursor())
        for name, on in states.items():
            self.tools[name].setChecked(on)

    def _pasted(self, raw: str, place: QTextCursor) -> None:
        """Offer to put old letters right; a click does it as one step of Ctrl+Z."""
        finding = pasted_finding(raw)
        if finding is None:
            return

        def mend() -> None:
            if not self.editor.isReadOnly():
                mend_pasted(place, raw)
            self.settle()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

        self.paste_offer.offer(finding, mend, stands=place.hasSelection)

    def _changed(self) -> None:
        if not self._filling:
            self.typed()

    def _measure(self) -> None:
        super()._measure()
        self.editor.measure()
