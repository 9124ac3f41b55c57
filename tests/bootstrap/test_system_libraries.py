"""Missing system packages: root gets them installed, anybody else is told the one line."""

import sys

import pytest

from desktop_app.bootstrap import system_libraries
from desktop_app.bootstrap.refusals import Refused
from tests.bootstrap.conftest import lines_of

VENV_PACKAGE = "python{}.{}-venv".format(*sys.version_info[:2])
LINE = "Hãy chạy một lần: sudo apt-get update && sudo apt-get install -y --no-install-recommends "


@pytest.fixture
def bare_linux(monkeypatch):
    """A Linux without two of Qt's libraries; returns the commands that were run."""
    commands = []
    missing = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_has_apt", lambda: True)
    monkeypatch.setattr(system_libraries, "_has_venv", lambda: True)
    monkeypatch.setattr(
        system_libraries, "missing_libraries", lambda wanted: dict(missing) if wanted else {}
    )

    def run(command):
        commands.append(command)
        return True, ""

    monkeypatch.setattr(system_libraries, "run", run)
    return commands


def be_user(monkeypatch, number):
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: number, raising=False)


def refused(purpose, with_venv=False):
    with pytest.raises(Refused) as caught:
        system_libraries.ensure(purpose, with_venv)
    assert caught.value.code == 1
    return lines_of(caught.value)


def test_missing_libraries_are_named_to_a_plain_user(bare_linux, monkeypatch):
    be_user(monkeypatch, 1000)
    sentence, way_out = refused("offscreen")
    assert sentence == "Máy này thiếu thư viện hệ thống của Qt."
    assert way_out == LINE + "libegl1 libgl1"
    assert bare_linux == []


def test_missing_venv_is_named_in_the_same_line(bare_linux, monkeypatch):
    be_user(monkeypatch, 1000)
    monkeypatch.setattr(system_libraries, "_has_venv", lambda: False)
    sentence, way_out = refused("offscreen", with_venv=True)
    assert sentence == "Máy này thiếu mô-đun venv của Python và thư viện hệ thống của Qt."
    assert way_out == LINE + "libegl1 libgl1 " + VENV_PACKAGE


def test_missing_venv_is_named_alone(bare_linux, monkeypatch):
    be_user(monkeypatch, 1000)
    monkeypatch.setattr(system_libraries, "_has_venv", lambda: False)
    sentence, way_out = refused("", with_venv=True)
    assert sentence == "Máy này thiếu mô-đun venv của Python."
    assert way_out == LINE + VENV_PACKAGE
    system_libraries.ensure("", with_venv=False)


def test_root_installs_what_is_missing(bare_linux, monkeypatch):
    be_user(monkeypatch, 0)
    system_libraries.ensure("offscreen", with_venv=False)
    assert bare_linux == [["apt-get", "update"], [*system_libraries.APT, "libegl1", "libgl1"]]


def test_failure_of_apt_names_the_line(bare_linux, monkeypatch):
    be_user(monkeypatch, 0)
    monkeypatch.setattr(system_libraries, "run", lambda _command: (False, "x\nE: no such source"))
    sentence, way_out = refused("offscreen")
    assert "(E: no such source)" in sentence
    assert way_out.endswith("libegl1 libgl1")


def test_system_without_apt_is_told_the_files(bare_linux, monkeypatch):
    monkeypatch.setattr(system_libraries, "_has_apt", lambda: False)
    assert refused("offscreen")[1].endswith("libEGL.so.1 libGL.so.1")


def test_other_systems_bring_their_libraries(bare_linux, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    system_libraries.ensure("window", with_venv=True)


@pytest.mark.skipif(sys.platform != "linux", reason="loads libraries of Linux")
def test_only_what_cannot_be_loaded_is_missing():
    wanted = {"libc.so.6": "libc6", "libnowhere.so.9": "nowhere"}
    assert system_libraries.missing_libraries(wanted) == {"libnowhere.so.9": "nowhere"}


@pytest.mark.parametrize(
    ("purpose", "environment", "offscreen", "window"),
    [
        ("", {"DISPLAY": ":0"}, False, False),
        ("offscreen", {"DISPLAY": ":0"}, True, False),
        ("window", {"DISPLAY": ":0"}, True, True),
        ("window", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, True, False),
        ("window", {}, False, False),
        ("bundle", {}, True, True),
    ],
)
def test_what_is_wanted_depends_on_the_purpose(purpose, environment, offscreen, window):
    wanted = system_libraries.wanted_libraries(purpose, environment)
    assert ("libEGL.so.1" in wanted) is offscreen
    assert ("libxcb-cursor.so.0" in wanted) is window
