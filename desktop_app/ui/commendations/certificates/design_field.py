"""The boxes of a design as one field of a form: the sheet, the list of boxes, the exact figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.certificate_template import (
    CertificateTemplate,
    TemplateField,
)
from desktop_app.domain.record import new_id
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.ui import icons
from desktop_app.ui.background import Job, Report, run_in_background
from desktop_app.ui.commendations.certificates.design_canvas import DesignCanvas
from desktop_app.ui.commendations.certificates.design_part import DesignPart
from desktop_app.ui.records.forms.field import Field

_PAUSE = 120
"""Milliseconds without a change before the page is printed again."""


class DesignField(Field):
    """The value is the tuple of boxes, in the order in which they are drawn."""

    heading = True
    page_wanted = Signal()
    """The page is to be shown anew: the form knows the whole design and the words."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label.hide()
        self._parts: list[TemplateField] = []
        self._size = (297.0, 210.0)
        self._job: Job | None = None
        self.canvas, self.part, self.list = DesignCanvas(), DesignPart(), QListWidget()
        self._build()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.page_wanted)
        self.canvas.picked.connect(self.list.setCurrentRow)
        self.canvas.moved.connect(self._moved)
        self.canvas.zoomed.connect(self._later.start)
        self.list.currentRowChanged.connect(self._turned)
        self.part.edited.connect(self._part_edited)

    # --- as a field -----------------------------------------------------------------------

    def value(self) -> tuple[TemplateField, ...]:
        return tuple(self._parts)

    def own_problem(self) -> str:
        return self.part.own_problem()

    def set_read_only(self, on: bool) -> None:
        self.canvas.is_locked = on
        self.part.set_locked(on)
        for button in self._buttons:
            button.setEnabled(not on)

    def _put(self, value: tuple[TemplateField, ...] | None) -> None:
        row = max(self.list.currentRow(), 0)
        self._parts = list(value or ())
        self._fill_list(min(row, len(self._parts) - 1))

    # --- the page -------------------------------------------------------------------------

    def show_design(self, template: CertificateTemplate) -> None:
        """The sheet's size and which boxes are wrong, as the design stands now."""
        self._size = float(template.width), float(template.height)
        wrong = {int(key.split(".")[1]) for key in template.problems() if key.startswith("fields.")}
        boxes = [_box(part) for part in self._parts]
        self.canvas.show_boxes(self._size, boxes, wrong, self.list.currentRow())
        self._later.start()

    def show_sheet(self, sheet: CertificateSheet) -> None:
        """Print the sheet in the background and lay it under the boxes."""
        if self._job:
            self._job.stop()
        scale = self.canvas.dots_per_point()

        def work(_: Report) -> QImage:
            from desktop_app.printing import raster
            from desktop_app.printing.pdf import to_pdf

            drawn = raster.render(to_pdf(Document("", (Section((sheet,)),))), 0, scale)
            image = QImage(
                drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888
            )
            return image.copy()

        self._job = run_in_background(work, self.canvas.show_page, self._not_drawn)

    def _not_drawn(self, _error: Exception) -> None:
        """No older page stays under the boxes; the next change of the design tries again."""
        self.canvas.show_page(QImage())
        self.set_problem("Chưa vẽ được tờ giấy theo thiết kế này.")

    # --- changes --------------------------------------------------------------------------

    def add_part(self) -> None:
        """A box in the middle of the sheet, to be moved."""
        width, height = min(100.0, self._size[0] - 10), 10.0
        part = TemplateField(
            text="Chữ mới",
            x=Decimal(str(round((self._size[0] - width) / 2, 1))),
            y=Decimal(str(round((self._size[1] - height) / 2, 1))),
            width=Decimal(str(width)),
        )
        self._take([*self._parts, part], len(self._parts))

    def copy_part(self) -> None:
        """The box in hand once more, under it."""
        row = self.list.currentRow()
        if row >= 0:
            part = self._parts[row]
            twin = part.replace(id=new_id(), y=part.y + part.height)
            self._take([*self._parts, twin], len(self._parts))

    def remove_part(self) -> None:
        """Without the box in hand."""
        row = self.list.currentRow()
        if row >= 0:
            self._take(self._parts[:row] + self._parts[row + 1 :], row)

    def _take(self, parts: list[TemplateField], row: int) -> None:
        self._parts = parts
        self._fill_list(min(row, len(parts) - 1))
        self.settle()

    def _moved(self, row: int, box: QRectF) -> None:
        self._parts[row] = self._parts[row].replace(
            x=_mm(box.x()), y=_mm(box.y()), width=_mm(box.width()), height=_mm(box.height())
        )
        self.part.move_part(self._parts[row])
        self.typed()

    def _part_edited(self, part: TemplateField) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._parts[row] = part
            self.list.item(row).setText(part.title)
            self.settle()

    def _turned(self, row: int) -> None:
        self.part.show_part(self._parts[row] if 0 <= row < len(self._parts) else None)
        self.canvas.pick(row)

    def _fill_list(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([part.title for part in self._parts])
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._turned(row)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self.list.setAccessibleName("Các ô chữ của mẫu")
        self.list.setProperty("role", "grid")
        self.list.setMinimumHeight(96)
        self.list.setMaximumHeight(150)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.setSpacing(4)
        beside.addLayout(self._build_tools())
        beside.addWidget(self.list)
        beside.addWidget(self.part, 1)
        side.setMinimumWidth(330)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.addWidget(self.canvas)
        body.addWidget(side)
        body.setStretchFactor(0, 1)
        body.setSizes([640, 340])
        self._add_editors(self.canvas, row=body)
        self._layout.setStretchFactor(body, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _build_tools(self) -> QHBoxLayout:
        entries: tuple[tuple[str, str, Any], ...] = (
            ("plus", "Thêm ô chữ", self.add_part),
            ("copy", "Chép ô đang chọn", self.copy_part),
            ("trash-2", "Xoá ô đang chọn", self.remove_part),
            ("zoom-out", "Thu nhỏ (Ctrl+lăn chuột)", lambda: self.canvas.zoom(1 / 1.25)),
            ("zoom-in", "Phóng to (Ctrl+lăn chuột)", lambda: self.canvas.zoom(1.25)),
            ("maximize", "Vừa cả trang", self.canvas.fit),
        )
        row = QHBoxLayout()
        made: list[QToolButton] = []
        for name, words, do in entries:
            button = icons.icon_button(name, words)
            button.clicked.connect(lambda _=False, act=do: act())
            row.addWidget(button)
            made.append(button)
        self._buttons = made[:3]
        row.addStretch()
        return row


def _box(part: TemplateField) -> QRectF:
    return QRectF(float(part.x), float(part.y), float(part.width), float(part.height))


def _mm(value: float) -> Decimal:
    """Hundredths of a millimetre: finer than any printer."""
    return Decimal(str(round(value, 2)))
