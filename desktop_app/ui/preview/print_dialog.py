"""From PDF bytes to the printer: the same pages, as dots, each the way round it wants to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.ui import messages
from desktop_app.ui.asking import asked

MOST_DOTS = 300
"""Dots to the inch: finer costs four times the memory and looks the same on paper."""
NO_PRINTER = "Chưa có máy in. Hãy lưu PDF hoặc mở bằng trình xem PDF."


def print_pdf(
    parent: QWidget | None,
    pdf: bytes,
    title: str,
    save: Callable[[], object],
    open_outside: Callable[[], object],
    *,
    calibrated: bool = False,
) -> bool:
    """Ask for the printer and print; without a printer offer the other two ways.

    `calibrated` moves the print by what was measured for this printer, tray and sheet.
    """
    from desktop_app.printing import raster

    if not QPrinterInfo.availablePrinterNames():
        _offer_other_ways(parent, save, open_outside)
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    sizes = raster.page_sizes(pdf)
    printer.setPageLayout(page_layout(sizes[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    dialog.setMinMax(1, len(sizes))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    if not asked(dialog):
        return False
    try:
        if calibrated:
            pdf = moved_for(printer.printerName(), pdf, sizes[0])
        return paint_pages(printer, pdf, parent)
    except PaperNotWritten as error:
        messages.show_error(parent, error)
        return False


def moved_for(printer: str, pdf: bytes, size: tuple[float, float]) -> bytes:
    """The pages as this printer is to get them."""
    from desktop_app.printing.placing import placed
    from desktop_app.ui.preview.calibration import kept_placing, sheet_name, tray_of

    return placed(pdf, kept_placing(printer, tray_of(printer), sheet_name(size)))


def paint_pages(printer: QPrinter, pdf: bytes, parent: QWidget | None = None) -> bool:
    """Draw the chosen pages on the printer. False when «Dừng» was pressed.

    Raises PaperNotWritten when the printer takes nothing.
    """
    from desktop_app.printing import raster

    sizes = raster.page_sizes(pdf)
    pages = list(_chosen_pages(printer, len(sizes)))
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(sizes[pages[0]]))
    strip = _progress(parent, len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        strip.deleteLater()
        raise PaperNotWritten("Máy in chưa nhận lệnh in.", remedy="Hãy xem lại máy in rồi in lại.")
    try:
        for place, page in enumerate(pages):
            strip.setValue(place)
            QApplication.processEvents()
            if strip.wasCanceled():
                printer.abort()
                return False
            if place:
                printer.setPageLayout(page_layout(sizes[page]))
                printer.newPage()
            _paint(painter, printer, pdf, page)
    finally:
        painter.end()
        strip.deleteLater()
    return True


def page_layout(size: tuple[float, float]) -> QPageLayout:
    """The paper and the way round for a page of so many pt."""
    width, height = size
    landscape = width > height
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turn = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, turn, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint(painter: QPainter, printer: QPrinter, pdf: bytes, page: int) -> None:
    from desktop_app.printing import raster

    dots = min(printer.resolution(), MOST_DOTS)
    drawn = raster.render(pdf, page, dots / 72)
    image = QImage(
        drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888
    ).copy()
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), image)


def _chosen_pages(printer: QPrinter, count: int) -> Iterator[int]:
    """Page numbers from 0, as often as copies are wanted of a printer that makes none itself."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or count, count)
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    for _ in range(copies):
        yield from range(first - 1, last)


def _progress(parent: QWidget | None, pages: int) -> QProgressDialog:
    strip = QProgressDialog("Đang in…", "Dừng", 0, pages, parent)
    strip.setWindowTitle("In")
    strip.setWindowModality(Qt.WindowModality.WindowModal)
    strip.setMinimumDuration(600)
    return strip


def _offer_other_ways(
    parent: QWidget | None, save: Callable[[], object], open_outside: Callable[[], object]
) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "In", NO_PRINTER, parent=parent)
    saving = box.addButton("Lưu PDF…", QMessageBox.ButtonRole.AcceptRole)
    opening = box.addButton("Mở bằng trình xem PDF", QMessageBox.ButtonRole.ActionRole)
    closing = box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(closing)
    asked(box)
    if box.clickedButton() is saving:
        save()
    elif box.clickedButton() is opening:
        open_outside()
