"""What a new criteria set can begin with, and the dialog that offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import paths
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criteria_templates import read_template, template_name
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.storage import DataFile
from desktop_app.ui.theme import theme

Make = Callable[[], CriteriaSet]


@dataclass(frozen=True)
class Source:
    """A beginning: its words, and what makes the draft; a workbook is read first instead."""

    title: str
    words: str
    make: Make | None = None

    @property
    def is_workbook(self) -> bool:
        return self.make is None


def criteria_sources(file: DataFile, period: Period) -> tuple[Source, ...]:
    """Last year's table first, then other tables of the file, templates, Excel, and nothing."""
    return (
        *_from_file(file, period),
        *_from_templates(period),
        Source("Từ sổ Excel…", "Đọc bảng tiêu chí trong tệp .xlsx, xem trước rồi mới nhận."),
        Source(
            "Bảng trống",
            "Tự lập từng phần, từng tiêu chí.",
            lambda: CriteriaSet(period=period, name=f"Bộ tiêu chí thi đua {period.in_a_sentence}"),
        ),
    )


def _from_file(file: DataFile, period: Period) -> Iterator[Source]:
    others = [known for known in file.criteria.all() if known.period.id != period.id]
    others.sort(key=lambda known: str(known.period.since or ""), reverse=True)
    for known in others:
        words = (
            f"{known.period.cluster.name}, {known.period.in_a_sentence}: "
            f"{len(known.tree.leaves)} tiêu chí, {number(known.max_total)} điểm. "
            "Chỉ tiêu của năm cũ không chép theo."
        )
        yield Source(f"Chép: {known.title}", words, _copy(known, period))


def _from_templates(period: Period) -> Iterator[Source]:
    for path in sorted((paths.resources() / "criteria").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        draft = read_template(text, period)
        yield Source(f"Mẫu có sẵn: {template_name(text)}", draft.note, _read(text, period))


def _copy(known: CriteriaSet, period: Period) -> Make:
    return lambda: known.copied_for(period)


def _read(text: str, period: Period) -> Make:
    return lambda: read_template(text, period)


class SourceDialog(QDialog):
    """A list of beginnings; `chosen` is the one that was taken."""

    def __init__(self, sources: tuple[Source, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.setWindowTitle("Thêm bộ tiêu chí")
        heading = QLabel("Bắt đầu từ đâu?")
        heading.setProperty("role", "h2")
        self.list = QListWidget()
        self.list.setAccessibleName("Các cách bắt đầu")
        for source in sources:
            item = QListWidgetItem(source.title)
            item.setToolTip(source.words)
            item.setSizeHint(QSize(0, theme.metrics.row))
            self.list.addItem(item)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "muted")
        self._words.setMinimumHeight(64)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.currentRowChanged.connect(self._show_words)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (heading, self.list, self._words, self._buttons()):
            layout.addWidget(part)
        self.resize(560, 380)

    @property
    def chosen(self) -> Source:
        return self._sources[self.list.currentRow()]

    def _show_words(self, row: int) -> None:
        self._words.setText(self._sources[row].words)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        take, cancel = QPushButton("Tiếp tục"), QPushButton("Huỷ")
        take.setProperty("role", "primary")
        take.setDefault(True)
        box.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
