"""Makes the pictures of README and manual from the real window and the sample file, unseen.

Run by hand when the look has changed, inside the environment that `python3 -m tests` made:
`.venv/bin/python -m tests.make_pictures [FOLDER]` (Windows: `.venv\\Scripts\\python`).
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

MANUAL = Path(__file__).resolve().parent.parent / "resources" / "help"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pictures"
SIZE = (1366, 728)
LARGEST = 200_000
"""Bytes of a picture: a README that loads slowly is not read."""
SECONDS_TO_DRAW = 60
WIDTH = 580
"""Pixels of a picture in the manual: the page beside the list of pages is as wide."""
PAGES = (
    ("tong-quan", "Tổng quan", "Năm nay", ""),
    ("ke-hoach-nam", "Tổng quan", "Kế hoạch năm", ""),
    ("don-vi", "Đơn vị", "Đơn vị", "Thông tin"),
    ("giao-uoc", "Giao ước thi đua", "Giao ước", "Chỉ tiêu"),
    ("dang-ky", "Giao ước thi đua", "Đăng ký thi đua", ""),
    ("cham-diem", "Giao ước thi đua", "Chấm điểm", ""),
    ("xep-hang", "Giao ước thi đua", "Xếp hạng", ""),
    ("hoi-nghi", "Hội nghị", "Hội nghị", "Biên bản"),
    ("bo-phieu", "Hội nghị", "Bỏ phiếu", ""),
    ("khen-thuong", "Khen thưởng", "Đề nghị khen thưởng", ""),
    ("mau-giay-khen", "Khen thưởng", "Mẫu giấy khen", ""),
)
"""Page of the manual, tab, view and page of the form that its picture shows."""


def main(arguments: list[str]) -> int:
    """Write the pictures, by default into the folder that the README shows."""
    folder = Path(arguments[0]) if arguments else FOLDER
    manual = folder / "help" if arguments else MANUAL
    manual.mkdir(parents=True, exist_ok=True)
    # Closing it ends the window too, before the folder with its file goes.
    with tempfile.TemporaryDirectory() as home:
        _leave_the_person_alone(Path(home))
        pictures = _take_pictures(Path(home) / "Cụm thi đua số 2.thidua", folder, manual)
    for picture in pictures:
        print(f"{picture.name}: {picture.stat().st_size // 1024} KB")
    return int(any(picture.stat().st_size > LARGEST for picture in pictures))


def _leave_the_person_alone(home: Path) -> None:
    """No screen, no settings of the person at this PC, and no name of theirs in the pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LOGNAME"] = "thu-ky"
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[variable] = str(home)
    for name in ("CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


def _take_pictures(data_file: Path, folder: Path, manual: Path) -> list[Path]:
    # Only now: Qt and the settings look at the environment when they are first used.
    from desktop_app.new_file import create_sample
    from desktop_app.ui import application
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.theme import theme

    create_sample(data_file).close()
    app = application.make_application()
    application.load_more_fonts(application.paths.resources() / "fonts")
    sys.excepthook = sys.__excepthook__  # the program's own would show a dialog to nobody
    _stand_in_the_year_of_the_sample()
    theme.apply(app, "light", 100)
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    window.actions_.files.open(data_file)
    taken = [
        _take(window, folder / "tong-quan.png", "Tổng quan"),
        _take(window, folder / "hoi-nghi.png", "Hội nghị", form_page="Biên bản"),
        _take(
            window,
            folder / "khen-thuong.png",
            "Khen thưởng",
            view="Quyết định",
            form_page="Danh sách",
        ),
    ]
    for page, tab, view, form_page in PAGES:
        picture = _take(window, manual / f"{page}.png", tab, view, form_page)
        _scale(picture)
        taken.append(picture)
    window.close()
    return taken


def _take(window, target: Path, tab: str, view: str = "", form_page: str = "") -> Path:
    """The window with this tab, view and page of the form in front, its preview drawn."""
    _turn_to(window.tabs, tab)
    page = window.page()
    if view:
        _turn_to(page._bar, view)
    from desktop_app.ui.preview.preview_pane import PreviewPane
    from desktop_app.ui.records.record_tab import RecordTab

    if isinstance(page.view, RecordTab):
        _wait_for(page.view.list.records)
        page.view.list.select(_fullest(page.view.list.records()).id)
        if form_page:
            _turn_to(page.view.form.tabs, form_page)
    _let_settle()
    papers = [pane for pane in page.view.findChildren(PreviewPane) if pane.isVisible()]
    _wait_for(lambda: all(pane.is_ready for pane in papers))
    window.statusBar().clearMessage()
    window.grab().save(str(target))
    _make_small(target)
    return target


def _make_small(picture: Path) -> None:
    """256 colours are enough for a window and take a third of the bytes."""
    from PIL import Image

    with Image.open(picture) as image:
        small = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


def _scale(picture: Path) -> None:
    """As wide as a page of the manual, and few colours: forty pages travel with the program."""
    from PIL import Image

    with Image.open(picture) as image:
        height = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    few = small.quantize(96, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def _stand_in_the_year_of_the_sample() -> None:
    """Seen from today, everything in the sample would be years overdue."""
    from desktop_app.ui.home import plan_step_form, plan_view, year_overview

    class Day(dt.date):
        @classmethod
        def today(cls):
            return cls(2018, 7, 9)

    for module in (year_overview, plan_view, plan_step_form):
        module.dt = SimpleNamespace(date=Day)


def _turn_to(tabs, label: str) -> None:
    labels = [tabs.tabText(index).replace("&&", "&") for index in range(tabs.count())]
    tabs.setCurrentIndex(next(i for i, text in enumerate(labels) if text.startswith(label)))


def _fullest(records):
    """The record that has most to show: the conference whose minutes were written."""
    return max(records, key=lambda record: len(repr(record)))


def _wait_for(is_so) -> None:
    from PySide6.QtTest import QTest

    for _ in range(SECONDS_TO_DRAW * 20):
        if is_so():
            return
        QTest.qWait(50)
    raise TimeoutError("the window did not show what was asked for")


def _let_settle() -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(800)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
