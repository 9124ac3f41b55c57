"""«Bàn giao cho Cụm trưởng mới…», «Mang sang máy khác…»: what goes along, where to, how far."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app import paths
from desktop_app.domain.attachment import safe_name
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.exchange.pack import Manifest, Purpose
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Stopped, run_in_background
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.packs.collecting import Order, make_pack
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label

KINDS = "Gói bàn giao (*.zip)"
_CLEAR = (
    "Gói không có mật khẩu: ai cầm USB cũng đọc được. Hãy trao tận tay, đừng gửi qua mạng. Cần kín "
    "thì đặt mật khẩu cho tệp trước khi đóng gói."
)
_ENCRYPTED = (
    "Tệp có mật khẩu nên gói chỉ chứa tệp dữ liệu đã mã hoá; biên bản đã chốt và tệp kèm nằm trong "
    "đó, không để rời bên cạnh. Trao mật khẩu riêng, đừng để cùng USB."
)


class PackDialog(QDialog):
    """Makes the pack in the background; nothing half is left when it is stopped."""

    minutes_wanted = Signal()
    """The person wants to see the minutes of handover."""

    def __init__(
        self, file: DataFile, period: Period, purpose: Purpose, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(purpose.label)
        self._file, self._period, self._purpose = file, period, purpose
        self._job: Job | None = None
        self.made: Manifest | None = None
        """The pack that was made."""
        self.told = plain_label()
        self.report = plain_label()
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.strip = ProgressStrip()
        # a child at once: where it finds no place in the foot it would outlive the dialog
        self.minutes_button = QPushButton("Mở biên bản bàn giao", self)
        self.minutes_button.setVisible(purpose is Purpose.HANDOVER)
        self.minutes_button.setAutoDefault(False)
        self.minutes_button.clicked.connect(self._show_minutes)
        self.pack_button = QPushButton("Chọn nơi lưu và đóng gói…")
        self._build()

    def choose_and_pack(self) -> None:
        """Ask where to, and begin."""
        if self._job is not None:
            return
        start = paths.documents() / self._file_name()
        name, _ = QFileDialog.getSaveFileName(self, self._purpose.label, str(start), KINDS)
        if name:
            self.pack(Path(name) if name.lower().endswith(".zip") else Path(f"{name}.zip"))

    def pack(self, target: Path) -> None:
        """Begin; the end is told in the dialog."""
        file = self._file
        order = Order(
            target=target,
            purpose=self._purpose,
            who=file.who,
            cluster=self._period.cluster.name,
            period=self._period.title,
            path=file.path,
            pages=file.pages,
            content=file.stand_still(),
            key=file.key,
        )
        self.pack_button.setEnabled(False)
        self.report.clear()
        self._job = run_in_background(
            lambda report: (make_pack(order, report), target), self._done, self._failed
        )
        self._job.finished.connect(self._free)
        self.strip.follow(self._job, "Đang đóng gói…")

    # --- how ------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; a pack on its way is given up."""
        if self._job is not None:
            self.strip.stop()
            return
        super().reject()

    def _done(self, answer: tuple[Manifest, Path]) -> None:
        self.made, target = answer
        size = number(-(-target.stat().st_size // 1024))
        self.report.setText(
            f"Đã đóng gói và đọc lại để kiểm tra: {len(self.made.papers)} giấy tờ, {size} KB.\n"
            f"{target}\nMã gói: {self.made.code}. Bên nhận thấy đúng mã này thì gói còn nguyên; "
            "nên ghi mã vào biên bản bàn giao."
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            messages.tell(self, error)

    def _free(self) -> None:
        if self._job is not None and self._job.is_stopped:
            self.report.setText("Đã dừng; không có gói dở dang nào ở lại.")
        self._job = None
        self._file.move_again()
        self.pack_button.setEnabled(True)

    def _show_minutes(self) -> None:
        if self._job is None:
            self.minutes_wanted.emit()
            self.accept()

    def _file_name(self) -> str:
        words = f"{self._purpose.label} - {self._period.cluster.name} {dt.date.today():%Y-%m-%d}"
        return safe_name(f"{words}.zip")

    def _build(self) -> None:
        self.told.setText(self._words())
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.strip)
        layout.addWidget(self.report)
        layout.addStretch(1)
        others = (self.minutes_button,) if self._purpose is Purpose.HANDOVER else ()
        foot = dialog_foot(self, self.pack_button, *others, act=self.choose_and_pack, way_out=CLOSE)
        layout.addWidget(foot)
        open_at(self, 640, 400)

    def _words(self) -> str:
        file = self._file
        versions, attached = file.minutes_versions.count(), file.attachments.count()
        parts = [
            f"Gói là một tệp .zip gồm: tệp dữ liệu «{file.path.name}» với đủ lịch sử"
            + (
                "."
                if file.key
                else f"; {versions} biên bản đã chốt (PDF); {attached} tệp kèm; mục lục; tổng kiểm."
            ),
            _ENCRYPTED if file.key else _CLEAR,
            "Tệp đang mở không thay đổi. Trên máy kia: «Tệp ▸ Nhận gói bàn giao…».",
        ]
        if self._purpose is Purpose.HANDOVER:
            parts.append(self._minutes_state())
        else:
            parts.append(
                "Sau khi mở ở máy kia, chỉ làm tiếp ở một máy: hai bản không gộp lại được."
            )
        return "\n\n".join(parts)

    def _minutes_state(self) -> str:
        kept = self._file.handovers.of_period(self._period)
        state = kept[0].state.label.lower() if kept else "chưa lập"
        return f"Biên bản bàn giao của {self._period.title}: {state}."
