"""No display: a sentence that names the command line, and exit code 2."""

import os
import subprocess
import sys

import pytest

from desktop_app.bootstrap import ROOT
from desktop_app.bootstrap.display import refuse_without_display
from desktop_app.bootstrap.refusals import Refused
from tests.bootstrap.conftest import lines_of

only_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only on Linux may there be no display"
)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
        {"DISPLAY": ":987"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
@only_linux
def test_no_display_names_the_command_line(environment):
    with pytest.raises(Refused) as caught:
        refuse_without_display("linux", environment)
    sentence, way_out = lines_of(caught.value)
    assert sentence.startswith("Không mở được cửa sổ")
    assert "python3 -m desktop_app --help" in way_out
    assert caught.value.code == 2


@only_linux
def test_wayland_that_answers_is_a_display_unless_x11_is_asked_for(tmp_path):
    import socket

    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        refuse_without_display("linux", environment)
        with pytest.raises(Refused):
            refuse_without_display("linux", {**environment, "QT_QPA_PLATFORM": "xcb"})


def test_no_display_is_needed_offscreen_or_on_windows():
    refuse_without_display("linux", {"QT_QPA_PLATFORM": "offscreen"})
    refuse_without_display("win32", {})


@only_linux
def test_program_without_display_leaves_with_2():
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    child = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert child.returncode == 2
    assert "không có màn hình" in child.stderr
