"""The Qt binding must keep its references to None: PySide6 6.12.0 lost one with every call."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel

CALLS = 20_000
LOOP = f"""
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range({CALLS}):
    label.setText(str(number % 7))
    label.setEnabled(True)
    label.parent()
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")
def test_calls_keep_their_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(2_000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 200


def test_many_calls_do_not_abort():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        [sys.executable, "-c", LOOP], env=environment, capture_output=True, text=True, timeout=100
    )
    assert child.returncode == 0, child.stderr[-2000:]
