"""What the pages of «Nhập danh sách» share."""

from __future__ import annotations

from PySide6.QtWidgets import QWizardPage


class ImportPage(QWizardPage):
    """A page with a heading that counts the pages."""

    def __init__(self, number: int, title: str, subtitle: str) -> None:
        super().__init__()
        self.setTitle(f"{title} ({number}/3)")
        self.setSubTitle(subtitle)
