"""«Nhận gói bàn giao…»: every byte is checked first, then unpacked where nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app import paths
from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.pack import Manifest
from desktop_app.exchange.pack_reading import read_pack, unpack
from desktop_app.storage.backups.backup import Content
from desktop_app.storage.backups.copying import content_of
from desktop_app.storage.places import refuse_shared
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Stopped, run_in_background
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.packs.pack_dialog import KINDS
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label


class ReceiveDialog(QDialog):
    """Accepted with `received`: the data file that was unpacked, to be opened."""

    def __init__(self, pack: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhận gói bàn giao")
        self._pack = pack
        self._job: Job | None = None
        self._manifest: Manifest | None = None
        self.received: Path | None = None
        self.told = plain_label()
        self.strip = ProgressStrip()
        self.take = QPushButton("Chọn nơi để và mở…")
        self.take.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.strip)
        layout.addStretch(1)
        layout.addWidget(dialog_foot(self, self.take, act=self.choose_and_take))
        open_at(self, 620, 340)
        self.look()

    def look(self) -> None:
        """Check the pack; what it holds is told, or why it is refused."""
        self.told.setText(f"«{self._pack.name}»")
        self._run(lambda tell: read_pack(self._pack, tell), self._looked, "Đang kiểm tra từng tệp…")

    def choose_and_take(self) -> None:
        """Ask where the new folder is to stand, and begin."""
        if self._manifest is None or self._job is not None:
            return
        start = paths.data_folder()
        start.mkdir(parents=True, exist_ok=True)
        name = QFileDialog.getExistingDirectory(self, "Nơi để thư mục nhận được", str(start))
        if name:
            self.take_to(Path(name))

    def take_to(self, folder: Path) -> None:
        """Unpack into a new folder there."""
        try:
            refuse_shared(folder / "nhận.thidua")
        except Exception as error:  # noqa: BLE001 - told in the way of its kind
            messages.tell(self, error)
            return
        self._run(
            lambda tell: unpack(self._pack, folder, tell, _same_content),
            self._taken,
            "Đang mở gói…",
        )

    def reject(self) -> None:
        """Close; work on its way is given up and leaves nothing."""
        if self._job is not None:
            self.strip.stop()
        super().reject()

    # --- how ------------------------------------------------------------------------------

    def _run(self, work: object, done: object, words: str) -> None:
        self.take.setEnabled(False)
        self._job = run_in_background(work, done, self._failed)  # type: ignore[arg-type]
        self._job.finished.connect(self._free)
        self.strip.follow(self._job, words)

    def _looked(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self.take.setEnabled(True)
        self.take.setFocus()
        rows = manifest.content.get("rows", {})
        counted = f", {number(sum(rows.values()))} dòng dữ liệu" if rows else ""
        locked = (
            " Tệp có mật khẩu: cần mật khẩu của bên giao để mở." if manifest.is_encrypted else ""
        )
        self.told.setText(
            f"{manifest.purpose.label}: {manifest.cluster}, {manifest.period}\n"
            f"Lập lúc {manifest.made_at:%H:%M ngày %d/%m/%Y}, người lập: {manifest.who}.\n\n"
            f"Gói còn nguyên: {len(manifest.entries)} tệp ({len(manifest.papers)} giấy tờ), "
            f"{number(-(-manifest.size // 1024))} KB{counted}.{locked}\n\n"
            f"Mã gói: {manifest.code}. Hãy so với mã bên giao đọc hoặc ghi trong biên bản.\n\n"
            "Gói được mở vào một thư mục mới; không tệp nào trên máy này bị ghi đè."
        )

    def _taken(self, received: Path) -> None:
        self.received = received
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            messages.tell(self, error)
            if self._manifest is None:
                super().reject()

    def _free(self) -> None:
        self._job = None
        self.take.setEnabled(self._manifest is not None)


def choose_pack(parent: QWidget | None) -> Path | None:
    """The pack that the person points at."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "Chọn gói bàn giao", str(paths.documents()), KINDS
    )
    return Path(name) if name else None


def _same_content(data: Path, manifest: Manifest) -> None:
    """The data file holds what was counted when the pack was made. Raises UserFacingError."""
    if manifest.is_encrypted:
        return  # its sum is right, and nobody has given the password yet
    if content_of(data) != Content(**manifest.content):
        raise ImportRefused(
            "Tệp dữ liệu trong gói không khớp với số liệu lúc đóng gói.",
            kept="Không có gì được mở ra; các tệp trên máy này còn nguyên.",
            remedy="Hãy xin lại gói từ bên giao.",
        )
