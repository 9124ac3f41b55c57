"""G7, G10 … G13: lists of 100,000 rows, workbooks, the preview, and a window that goes on moving.

The processor's time is told, which a busy machine does not stretch; but for the gaps of G13.
`python -m tests.benchmarks.showing`.
"""

from __future__ import annotations

import io
import os
import random
import statistics
import tempfile
import time
import zipfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.domain.shown_list import ShownColumn, ShownList
from desktop_app.domain.units.person import Person
from desktop_app.exchange.list_book import list_book
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.printing import fonts, pdf, raster
from desktop_app.ui import background
from desktop_app.ui.records.lists.paged_model import PagedModel
from desktop_app.ui.records.lists.record_model import Column, RecordModel
from desktop_app.ui.records.lists.record_table import RecordTable
from desktop_app.ui.theme import theme
from desktop_app.ui.units.person_view import PersonView
from tests.benchmarks import lists, minutes, search
from tests.benchmarks.promise import Promise

ROWS, JUMPS, EXPORTED, SCREEN = 100_000, 300, 10_000, 30
PAPERS = 8
"""So many are made one after the other: of one alone the slowest frame would be 99 of 100."""
STOPPED_SHEETS, STOPS = 5_000, 12
SIZE = (900, 800)


def promises() -> list[Promise]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    fonts.register()
    return [*_lists(), *_in_pages(), *_export(), *_preview(), *_meanwhile(app), *_stopped(app)]


def _lists() -> list[Promise]:
    people = [
        Person(full_name=search._name(random.Random(n)), post=f"Đội {n}") for n in range(ROWS)
    ]
    columns = (
        Column("Họ và tên", lambda p: p.full_name, width=300),
        *(Column(f"Cột {n}", lambda p, n=n: f"{p.post} {n}", width=110) for n in range(5)),
    )
    model = RecordModel(columns)
    table = RecordTable(model)
    model.set_records(people)
    ours = _frames(table)
    plain = QTableView()
    plain.setModel(_plain_model())
    theirs = _frames(plain)
    p99 = ours[int(len(ours) * 0.99)]
    ratio = statistics.median(ours) / statistics.median(theirs)
    return [
        Promise("G10", f"a frame while a list of {ROWS} is scrolled, 99 of 100", p99, "ms", 16.7),
        Promise("G10", "half of the frames beside a C++ model of 10,000", ratio, limit=2),
    ]


def _in_pages() -> list[Promise]:
    """As the window does it: the file keeps the order, and the first screen is read."""
    with tempfile.TemporaryDirectory() as folder, lists.make_file(Path(folder) / "lớn.td") as file:
        model = PagedModel(PersonView.columns)
        listed = file.search.lists.long_list("Person", 1)
        assert listed is not None
        model.set_records(listed)

        def by_name() -> None:
            model.sort(0)
            for row in range(SCREEN):
                model.data(model.index(row, 0))

        taken = []
        for _ in range(7):
            model.sort(3)
            started = time.process_time()
            by_name()
            taken.append((time.process_time() - started) * 1000)
        found = lists.promises(file)
    words = f"a list of {ROWS} put in the order of Vietnamese names, the first screen read"
    return [Promise("G11", words, statistics.median(taken), "ms", 5), *found]


def _plain_model() -> QStandardItemModel:
    model = QStandardItemModel(10_000, 6)
    for row in range(10_000):
        for column in range(6):
            model.setItem(row, column, QStandardItem(f"Đội {row} {column}"))
    return model


def _frames(table: QTableView) -> list[float]:
    """Milliseconds to paint after each jump, sorted."""
    table.resize(*SIZE)
    table.show()
    QApplication.processEvents()
    bar, chance, took = table.verticalScrollBar(), random.Random(3), []
    for _ in range(JUMPS):
        bar.setValue(chance.randrange(bar.maximum()))
        started = time.process_time()
        table.viewport().repaint()
        took.append((time.process_time() - started) * 1000)
    table.close()
    return sorted(took)


def _export() -> list[Promise]:
    heads = ("STT", "Họ và tên", "Cấp bậc", "Chức vụ", "Đơn vị", "Danh hiệu", "Năm")
    rows = tuple(
        (str(n), "Nguyễn Văn An", "Trung tá", f"Đội trưởng {n}", "Cục A", "Chiến sĩ", "2018")
        for n in range(EXPORTED)
    )
    shown = ShownList(name="Cán bộ", columns=tuple(ShownColumn(head) for head in heads), rows=rows)
    ours = _quickest(lambda: list_book([shown]))
    raw = _quickest(lambda: _raw_book(rows))
    return [
        Promise("G12", f"{EXPORTED} rows to Excel beside raw zip and XML", ours / raw, limit=3.5)
    ]


def _raw_book(rows: tuple[tuple[str, ...], ...]) -> bytes:
    cells = (
        "".join(f'<c t="inlineStr"><is><t>{words}</t></is></c>' for words in row) for row in rows
    )
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{sheet}</sheetData></worksheet>"
        )
    return target.getvalue()


def _quickest(work) -> float:
    took = []
    for _ in range(3):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)


def _preview() -> list[Promise]:
    (section,) = minutes.minutes(1).sections
    short = pdf.to_pdf(Document("Một trang", (Section(section.blocks[:12]),)))
    long = pdf.to_pdf(minutes.minutes(1))
    first, same = (
        _quickest(lambda made=made: raster.render(made, 0, 96 / 72)) for made in (short, long)
    )
    return [
        Promise("G12", "first page in the preview at 96 dpi", first * 1000, "ms", 20),
        Promise("G12", "the same of 200 pages beside it", same / first, limit=2),
    ]


def _meanwhile(app: QApplication) -> list[Promise]:
    """Gaps between the ticks of a window while minutes of 200 pages are made beside it, and while
    the work sleeps: that is what a busy machine costs by itself."""
    papers = [minutes.minutes(number) for number in range(PAPERS)]
    gaps = _gaps(app, [lambda _, made=paper: pdf.to_pdf(made) for paper in papers])
    idle = _gaps(app, [lambda _: time.sleep(0.6)] * PAPERS)
    words = "gap between frames while a paper is made"
    return [
        Promise("G13", f"{words}, 99 of 100", gaps[int(len(gaps) * 0.99)], "ms", 35),
        Promise("G13", "the longest gap", gaps[-1], "ms", 100),
        Promise("G13", "99 of 100 while nothing is made", idle[int(len(idle) * 0.99)], "ms"),
    ]


def _gaps(app: QApplication, jobs: list[background.Work]) -> list[float]:
    """Milliseconds between the ticks while the jobs are done one after the other, sorted."""
    gaps: list[float] = []
    clock, timer = QElapsedTimer(), QTimer(interval=16)
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    for job in jobs:
        clock.start()
        timer.start()
        _made_beside(app, job)
        timer.stop()
    return sorted(gaps)


def _stopped(app: QApplication) -> list[Promise]:
    """From «Dừng» to the moment the work has let go, at moments all along its way."""
    sheets = tuple(Section((_certificate(n),), landscape=True) for n in range(STOPPED_SHEETS))
    papers = {"minutes of 200 pages": minutes.minutes(3), f"{STOPPED_SHEETS} certificates":
              Document("Giấy khen", sheets)}  # fmt: skip
    return [
        Promise("G13", f"until a stopped job of {words} lets go, the longest",
                max(_until_it_lets_go(app, paper)), "ms", 100)
        for words, paper in papers.items()
    ]  # fmt: skip


def _until_it_lets_go(app: QApplication, paper: Document) -> list[float]:
    def work(report: background.Report) -> None:
        pdf.to_pdf(paper, check=report.check)

    whole = min(_made_beside(app, work) for _ in range(2))
    return [
        _made_beside(app, work, stop_after=whole * moment / STOPS) * 1000
        for moment in range(1, STOPS)
    ]


def _made_beside(app: QApplication, work: background.Work, stop_after: float = 0) -> float:
    """Seconds until the work has ended; where it is stopped, from then on."""
    ended: list[bool] = []
    started = time.perf_counter()
    job = background.run_in_background(work, _no, _no)
    job.finished.connect(lambda: ended.append(True))
    while not ended:
        app.processEvents()
        time.sleep(0.001)
        if stop_after and not job.is_stopped and time.perf_counter() - started > stop_after:
            started = time.perf_counter()
            job.stop()
    return time.perf_counter() - started if job.is_stopped or not stop_after else 0.0


def _certificate(number: int) -> CertificateSheet:
    return CertificateSheet(
        authority="CỤM TRƯỞNG CỤM THI ĐUA SỐ 2",
        verb="Tặng",
        title="GIẤY KHEN",
        name=f"Nguyễn Văn An {number}",
        description=f"Đội trưởng Đội {number}",
        achievement="Đã có thành tích trong phong trào thi đua năm 2018",
        decision_line="Quyết định số 12/QĐ-CTĐ2",
        register_line=f"Số sổ vàng: {number}",
        place_and_date="Hà Nội, ngày 13 tháng 3 năm 2018",
        signer_lines=("CỤM TRƯỞNG",),
        signer_name="Trần Văn Bình",
    )


def _no(_: object) -> None:
    """What was made is not wanted."""


if __name__ == "__main__":
    print("\n".join(promise.row() for promise in promises()))
    background.finish()
