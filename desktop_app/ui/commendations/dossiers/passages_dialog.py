"""Two texts of one subject beside each other: the passages that say nearly the same."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.repetition import Repetition, passages
from desktop_app.ui.dialog_size import open_at


class PassagesDialog(QDialog):
    """For each repetition its sentence, then earlier and present passages side by side."""

    def __init__(self, found: Sequence[Repetition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Những đoạn gần như trùng nhau")
        head = QLabel("Bên trái: lần trước. Bên phải: đề nghị này. Chỉ nhắc, không chặn.")
        head.setProperty("role", "muted")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Các đoạn đặt cạnh nhau")
        self.text.setHtml("".join(_told(one) for one in found))
        buttons = QDialogButtonBox()
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        open_at(self, 860, 560)


def _told(one: Repetition) -> str:
    pairs = [(p.earlier, p.later) for p in passages(one.earlier, one.later, one.bar)]
    rows = "".join(_row(*pair) for pair in pairs or [(one.earlier, one.later)])
    share = f"{one.likeness * 100:.0f}%"
    heading = f"<p><b>{html.escape(one.words)}</b> Giống nhau {share}.</p>"
    return f'{heading}<table width="100%" border="1" cellpadding="5" cellspacing="0">{rows}</table>'


def _row(earlier: str, later: str) -> str:
    cells = (html.escape(text).replace("\n", "<br>") or "(không có)" for text in (earlier, later))
    return "<tr>" + "".join(f'<td width="50%" valign="top">{cell}</td>' for cell in cells) + "</tr>"
