"""The files that prove one line of a score sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.vietnamese import clean_line
from desktop_app.storage import DataFile
from desktop_app.ui.records.attached.attachments import AttachmentPanel


class EvidenceDialog(QDialog):
    """Files are kept with the sheet under the criterion; each change is saved at once."""

    def __init__(
        self,
        file: DataFile,
        sheet: ScoreSheet,
        criterion: Criterion,
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Minh chứng {criterion.code} – {sheet.unit.short_name}")
        heading = QLabel(clean_line(criterion.title))
        heading.setProperty("role", "h2")
        heading.setWordWrap(True)
        self.panel = AttachmentPanel(part=criterion.id)
        self.panel.show_record(file, sheet, is_saved=True, read_only=read_only)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.panel, 1)
        layout.addWidget(buttons)
        self.resize(640, 420)
        self.panel.table.setFocus()

    def done(self, result: int) -> None:
        """A file that is still being read would be lost: the dialog waits for it."""
        if self.panel.reading.job is None:
            super().done(result)
