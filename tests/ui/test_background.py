"""Work in a thread: its answer comes on the screen's thread, or not at all once it is stopped."""

import gc
import threading
import time
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.ui import background
from desktop_app.ui.background import ProgressStrip, run_in_background


def test_the_answer_comes_on_the_screens_thread(qtbot):
    seen = []

    def work(report):
        report(1, 2, "nửa đường")
        return threading.current_thread()

    job = run_in_background(
        work,
        lambda answer: seen.append((answer, threading.current_thread())),
        lambda error: seen.append(error),
        lambda *progress: seen.append(progress),
    )
    with qtbot.waitSignal(job.finished, timeout=3000):
        pass
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] == (1, 2, "nửa đường")
    worker, answered = seen[1]
    assert worker is not threading.main_thread()
    assert answered is threading.main_thread()


def test_an_error_is_handed_over_whole(qtbot):
    seen = []

    def work(report):
        raise ValueError("hỏng")

    run_in_background(work, seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ValueError)


def test_stopped_work_says_nothing_any_more(qtbot):
    seen, go = [], threading.Event()
    reached = []

    def work(report):
        go.wait(3)
        report(1, 2)
        reached.append("after the stop")

    job = run_in_background(work, seen.append, seen.append, lambda *p: seen.append(p))
    job.stop()
    with qtbot.waitSignal(job.finished, timeout=3000):
        go.set()
    assert seen == []
    assert reached == []


class Owner(QObject):
    def __init__(self):
        super().__init__()
        self.seen = []

    def take(self, answer):
        self.seen.append(answer)


def test_a_closed_window_is_left_alone(qtbot):
    from shiboken6 import delete

    owner, go = Owner(), threading.Event()
    job = run_in_background(lambda report: go.wait(3), owner.take, owner.take)
    delete(owner)
    with qtbot.waitSignal(job.finished, timeout=3000):
        go.set()
    assert owner.seen == []


def test_the_strip_shows_the_way_and_stops_it(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    go = threading.Event()

    def work(report):
        report(3, 7, "3/7 Đang tạo…")
        go.wait(3)

    job = run_in_background(work, lambda _: None, lambda _: None)
    strip.follow(job, "Đang tạo…")
    assert not strip.isHidden()
    qtbot.waitUntil(lambda: strip._bar.value() == 3)
    assert strip._bar.maximum() == 7
    strip._button.click()
    assert job.is_stopped
    with qtbot.waitSignal(job.finished, timeout=3000):
        go.set()
    QApplication.processEvents()
    assert strip.isHidden()


def test_finish_stops_the_work_and_waits_for_it(qtbot):
    began = threading.Event()

    def work(report):
        began.set()
        while True:
            report.check()
            time.sleep(0.005)

    run_in_background(work, lambda _: None, lambda _: None)
    assert began.wait(5)
    assert background.finish(5000)


def test_finish_does_not_wait_for_ever(qtbot):
    free = threading.Event()
    run_in_background(lambda _: free.wait(10), lambda _: None, lambda _: None)
    assert not background.finish(100)
    free.set()
    assert background.finish(5000)


class Ring(QDialog):
    """Refers to itself, as a dialog with a connected lambda does; tells where it is destroyed."""

    def __init__(self, where):
        super().__init__()
        self.me = self
        self.destroyed.connect(
            lambda: where.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
        )

    def answer(self, report=None):
        pass


def rings(count):
    """What fills the measure of the collector."""
    for _ in range(count):
        ring = []
        ring.append(ring)


def test_a_ring_of_widgets_is_never_taken_apart_in_the_thread(qtbot):
    where = []
    run_in_background(lambda _: None, lambda _: None, lambda _: None)
    for _ in range(5):
        Ring(where)
    job = run_in_background(lambda _: rings(5_000), lambda _: None, lambda _: None)
    background.wait_for(job)
    assert where == []
    gc.collect()
    assert where == [threading.main_thread()] * 5


def test_rings_are_taken_apart_on_the_screens_thread_by_and_by(qtbot):
    where = []
    run_in_background(lambda _: None, lambda _: None, lambda _: None)
    Ring(where)
    rings(2000)
    qtbot.waitUntil(lambda: bool(where), timeout=3000)
    assert where == [threading.main_thread()]


@pytest.mark.parametrize("fails", [False, True])
def test_what_the_work_held_alone_is_let_go_of_on_the_screens_thread(qtbot, fails):
    where = []

    class Held(QObject):
        def work(self, report):
            self.destroyed.connect(
                lambda: where.append(threading.current_thread()),
                Qt.ConnectionType.DirectConnection,
            )
            if fails:
                raise ValueError
            return self

        def take(self, answer):
            pass

    for _ in range(10):
        held = Held()
        job = run_in_background(held.work, held.take, held.take)
        del held
        background.wait_for(job)
        del job
        gc.collect()
    assert background.finish()
    gc.collect()
    assert set(where) == {threading.main_thread()}
    assert len(where) == 10


def test_of_work_that_is_over_nothing_stays(qtbot):
    left = []
    for _ in range(10):
        job = run_in_background(lambda _: None, lambda _: None, lambda _: None)
        left += [weakref.ref(job), weakref.ref(job._task)]
        background.wait_for(job)
    del job
    assert background.finish()
    gc.collect()
    assert [ref for ref in left if ref() is not None] == []
