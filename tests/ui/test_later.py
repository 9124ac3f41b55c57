"""What is done a moment later, unless the one it is for is gone by then."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop_app.ui.later import later


class Owner(QObject):
    def __init__(self):
        super().__init__()
        self.done = 0

    def act(self):
        self.done += 1


@pytest.mark.parametrize("pause", [0, 5])
def test_it_is_done_once_and_leaves_nothing(qtbot, pause):
    owner = Owner()
    later(owner, owner.act, pause)
    assert owner.done == 0
    qtbot.waitUntil(lambda: bool(owner.done))
    qtbot.wait(20)
    assert owner.done == 1
    assert owner.children() == []


@pytest.mark.parametrize("pause", [0, 5])
def test_whoever_is_gone_is_left_alone_and_not_kept(qtbot, pause):
    done, left = [], []
    for _ in range(5):
        owner = Owner()
        left.append(weakref.ref(owner))
        later(owner, lambda owner=owner: done.append(owner.act()), pause)
        delete(owner)
    del owner
    qtbot.wait(20)
    gc.collect()
    assert done == []
    assert [ref for ref in left if ref() is not None] == []
