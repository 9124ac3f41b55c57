"""«Căn máy in»: how each printer, tray and sheet moves the print; kept on this computer alone."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.printing.placing import (
    LEAST_PERCENT,
    MOST_MM,
    MOST_PERCENT,
    Placing,
    ruler_sheet,
)
from desktop_app.ui.preview import saving
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.fields import NumberField
from desktop_app.ui.records.memory import settings

_ROOT = "printer-placing"
FILE = "Tệp PDF"
"""The name under which the figures stand where no printer is installed."""


def sheet_name(size: tuple[float, float]) -> str:
    """«297 × 210» for a page of so many pt."""
    return " × ".join(str(round(side * 25.4 / 72)) for side in size)


def kept_placing(printer: str, tray: str, sheet: str) -> Placing:
    """What was measured for a printer, its tray and a sheet; plain where nothing was."""
    text = settings().value(_key(printer, tray, sheet), "")
    try:
        return Placing(*(float(figure) for figure in str(text).split(";")))
    except (TypeError, ValueError):
        return Placing()


def keep_placing(printer: str, tray: str, sheet: str, placing: Placing) -> None:
    """Keep the figures; all prints of certificates on that sheet are moved from now on."""
    figures = (placing.right, placing.down, placing.wider, placing.taller)
    settings().setValue(_key(printer, tray, sheet), ";".join(map(str, figures)))


def _key(printer: str, tray: str, sheet: str) -> str:
    said = "|".join((printer, tray.strip().casefold(), sheet))
    return f"{_ROOT}/{said.encode().hex()}"


class CalibrationDialog(QDialog):
    """The ruler sheet, and the figures read off it."""

    def __init__(self, size: tuple[float, float], parent: QWidget | None = None) -> None:
        """`size` is that of the sheet in pt."""
        super().__init__(parent)
        self._size, self._sheet = size, sheet_name(size)
        self.setWindowTitle(f"Căn máy in, giấy {self._sheet} mm")
        self.printer = CalmCombo()
        self.printer.addItems(QPrinterInfo.availablePrinterNames() or [FILE])
        self.tray = QLineEdit()
        self.tray.setPlaceholderText("để trống nếu chỉ có một khay")
        self.figures = {
            "right": NumberField("Dời phải (mm)", decimals=2, minimum=None),
            "down": NumberField("Dời xuống (mm)", decimals=2, minimum=None),
            "wider": NumberField("Tỷ lệ ngang (%)", decimals=2),
            "taller": NumberField("Tỷ lệ dọc (%)", decimals=2),
        }
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        rows = QFormLayout()
        rows.addRow("Máy in", self.printer)
        rows.addRow("Khay giấy", self.tray)
        for field in self.figures.values():
            rows.addRow(field.label, field)
        layout = QVBoxLayout(self)
        hint = QLabel(
            "In tờ thước trên giấy thường đúng khổ, đo độ lệch bằng thước thật rồi ghi ở đây. "
            "Số âm là dời sang trái, lên trên. Chỉ dời lúc in, tệp PDF lưu ra không đổi."
        )
        hint.setWordWrap(True)
        layout.addWidget(hint)
        layout.addLayout(rows)
        layout.addWidget(self.problem)
        layout.addLayout(self._build_buttons())
        self.printer.currentTextChanged.connect(self._show)
        self.tray.textChanged.connect(self._show)
        self.setMinimumWidth(460)
        self._show()

    def placing(self) -> Placing | None:
        """What the figures say; None with the sentence beside them when they cannot be."""
        found = {name: field.value() for name, field in self.figures.items()}
        told = next(filter(None, (f.own_problem() for f in self.figures.values())), "")
        if not told and None in found.values():
            told = "Cần đủ bốn số; không lệch thì ghi 0 và 100."
        if not told:
            given = {name: float(value) for name, value in found.items() if value is not None}
            told = self._told(given)
        self.problem.setText(told)
        return None if told else Placing(**given)

    def _told(self, given: dict[str, float]) -> str:
        if max(abs(given["right"]), abs(given["down"])) > MOST_MM:
            return f"Chỉ dời được đến {MOST_MM:g} mm; lệch hơn là do đặt giấy sai."
        if not all(LEAST_PERCENT <= given[name] <= MOST_PERCENT for name in ("wider", "taller")):
            return f"Tỷ lệ từ {LEAST_PERCENT:g} đến {MOST_PERCENT:g} %."
        return ""

    def keep(self) -> None:
        """Keep the figures and close."""
        placing = self.placing()
        if placing is not None:
            keep_placing(self.printer.currentText(), self.tray.text(), self._sheet, placing)
            settings().setValue(_tray_key(self.printer.currentText()), self.tray.text())
            self.accept()

    def _show(self) -> None:
        kept = kept_placing(self.printer.currentText(), self.tray.text(), self._sheet)
        for name, field in self.figures.items():
            field.set_value(Decimal(str(getattr(kept, name))).normalize() + 0)
        self.problem.setText("")

    def _print_ruler(self) -> None:
        from desktop_app.ui.preview import print_dialog

        pdf = ruler_sheet(*(side * 25.4 / 72 for side in self._size))
        title = f"Tờ thước {self._sheet} mm"
        print_dialog.print_pdf(
            self,
            pdf,
            title,
            lambda: self._save_ruler(pdf, title),
            lambda: saving.open_outside(self, title, pdf),
        )

    def _save_ruler(self, pdf: bytes, title: str) -> None:
        path = saving.ask_path(self, title, ".pdf")
        if path:
            saving.write(self, path, pdf)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        ruler, keep, close = QPushButton("In tờ thước…"), QPushButton("Lưu"), QPushButton("Đóng")
        keep.setProperty("role", "primary")
        ruler.clicked.connect(self._print_ruler)
        keep.clicked.connect(self.keep)
        close.clicked.connect(self.reject)
        for button in (ruler, keep, close):
            button.setAutoDefault(False)
        row.addWidget(ruler)
        row.addStretch()
        row.addWidget(keep)
        row.addWidget(close)
        return row


def tray_of(printer: str) -> str:
    """The tray last calibrated for a printer."""
    return str(settings().value(_tray_key(printer), ""))


def _tray_key(printer: str) -> str:
    return f"{_ROOT}-tray/{printer.encode().hex()}"
