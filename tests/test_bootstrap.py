"""Every way a first start can fail: one clear sentence, the way out, and the exit code."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import bootstrap
from desktop_app.bootstrap import Refused

ROOT = Path(__file__).resolve().parent.parent
SIMPLE_FILES = (
    "desktop_app/__init__.py",
    "desktop_app/__main__.py",
    "desktop_app/bootstrap.py",
    "tests/__init__.py",
    "tests/__main__.py",
)


def lines_of(refusal):
    sentence, way_out = refusal.text.split("\n")
    assert sentence.endswith(".")
    return sentence, way_out


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An environment folder of the test's own."""
    venv = tmp_path / "venv"
    monkeypatch.setenv("THIDUACUM_VENV", str(venv))
    return venv


def finished(venv, *extras):
    """A folder that looks like a finished environment of today's versions."""
    python = Path(bootstrap.venv_python(str(venv)))
    python.parent.mkdir(parents=True)
    python.write_text("")
    (venv / "pyvenv.cfg").write_text("")
    (venv / ".ready").write_text(" ".join([bootstrap.wanted_stamp(), *extras]))
    return venv


# --- Python ---------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 14)])
def test_wrong_python_is_told_which_one_is_needed(version):
    with pytest.raises(Refused) as caught:
        bootstrap.refuse_old_python(version)
    sentence, way_out = lines_of(caught.value)
    assert "Python 3.11" in sentence
    assert f"Python {version[0]}.{version[1]}." in sentence
    assert "cài Python" in way_out
    assert caught.value.code == 1


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_right_python_goes_on(version):
    bootstrap.refuse_old_python(version)


@pytest.mark.parametrize("name", SIMPLE_FILES)
def test_an_old_python_can_read_the_file_that_turns_it_away(name):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_refusal_is_printed_and_leaves_with_its_code(capsys, monkeypatch):
    monkeypatch.setattr(bootstrap, "OLDEST", (3, 99))
    monkeypatch.setattr(bootstrap, "NEWEST", (3, 99))
    with pytest.raises(SystemExit) as caught:
        bootstrap.ensure()
    assert caught.value.code == 1
    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ("6.9.3", False),
        ("6.10.0", True),
        ("6.11.3", True),
        ("6.12.0", False),
        ("", False),
        ("dev", False),
    ],
)
def test_qt_must_be_a_sound_version(version, sound):
    assert bootstrap.is_sound_qt(version) is sound


def test_complete_environment_is_used_as_it_is(folder):
    assert bootstrap._ready_python("test") == sys.executable
    assert not folder.exists()


def test_unsound_qt_makes_an_environment_incomplete(monkeypatch):
    monkeypatch.setattr(bootstrap, "_qt_version", lambda: "6.12.0")
    assert not bootstrap.is_complete("")


def test_frozen_program_returns_at_once(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(bootstrap, "_ensure", pytest.fail)
    bootstrap.ensure()


# --- The environment ------------------------------------------------------------------------


def test_finished_environment_is_fresh(folder):
    finished(folder, "test")
    assert bootstrap.is_fresh(str(folder), "")
    assert bootstrap.is_fresh(str(folder), "test")
    assert not bootstrap.is_fresh(str(folder), "build")


def test_other_versions_wanted_make_it_stale(folder):
    finished(folder)
    (folder / ".ready").write_text("0" * 64)
    assert not bootstrap.is_fresh(str(folder), "")


def test_environment_killed_in_the_making_is_stale_and_made_again(folder, monkeypatch):
    finished(folder)
    (folder / ".ready").unlink()
    (folder / ".setting-up").write_text("x")
    (folder / "half").mkdir()
    monkeypatch.setattr(bootstrap, "_run", lambda _command: (0, ""))
    assert not bootstrap.is_fresh(str(folder), "")
    bootstrap._set_up("")
    assert not (folder / "half").exists()
    assert (folder / ".ready").exists()
    assert (folder / ".setting-up").read_text() == ""


def test_second_extra_keeps_the_first(folder, monkeypatch):
    finished(folder, "test")
    monkeypatch.setattr(bootstrap, "_run", lambda _command: (0, ""))
    bootstrap._set_up("build")
    assert (folder / ".ready").read_text().split()[1:] == ["build", "test"]


def test_folder_of_somebody_else_is_left_alone(folder):
    folder.mkdir()
    (folder / "letter.docx").write_text("x")
    with pytest.raises(Refused) as caught:
        bootstrap._set_up("")
    sentence, way_out = lines_of(caught.value)
    assert str(folder) in sentence
    assert "THIDUACUM_VENV" in way_out
    assert (folder / "letter.docx").exists()


def test_unwritable_folder_is_named(folder, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(bootstrap.os, "makedirs", refuse)
    with pytest.raises(Refused) as caught:
        bootstrap._set_up("")
    sentence, way_out = lines_of(caught.value)
    assert sentence.startswith(f"Không ghi được vào thư mục {folder} (")
    assert "THIDUACUM_VENV" in way_out


def test_read_only_source_installs_what_is_needed_without_the_project():
    arguments = bootstrap.pip_arguments("test", writable=False)
    assert "-e" not in arguments
    assert any(name.startswith("PySide6-Essentials") for name in arguments)
    assert "pytest" in arguments


def test_writable_source_installs_the_project_in_place():
    assert bootstrap.pip_arguments("test", writable=True)[-2:] == [
        "-e",
        bootstrap.ROOT + "[test]",
    ]


# --- Installing -----------------------------------------------------------------------------


def test_no_network_is_said(folder, monkeypatch):
    answers = iter([(0, ""), (1, "ERROR: No matching distribution found for peewee")])
    monkeypatch.setattr(bootstrap, "_run", lambda _command: next(answers))
    with pytest.raises(Refused) as caught:
        bootstrap._set_up("test")
    sentence, way_out = lines_of(caught.value)
    assert "cần mạng" in sentence
    assert "PIP_FIND_LINKS=wheels python3 -m tests" in way_out
    assert "peewee" in (folder / "pip.log").read_text(encoding="utf-8")
    assert not bootstrap.is_fresh(str(folder), "test")


def test_other_failure_of_pip_names_its_log():
    sentence, way_out = lines_of(bootstrap.pip_refusal("disk full", "/x/pip.log", "desktop_app"))
    assert "/x/pip.log" in sentence
    assert "python3 -m desktop_app" in way_out


def test_python_without_venv_gets_the_one_line():
    refusal = bootstrap.venv_refusal((3, 11), ["libegl1"], True)
    _sentence, way_out = lines_of(refusal)
    assert way_out == (
        "Hãy chạy một lần: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends python3.11-venv libegl1"
    )
    assert refusal.code == 1


def test_python_without_venv_elsewhere_is_sent_to_a_whole_python():
    _sentence, way_out = lines_of(bootstrap.venv_refusal((3, 12), [], False))
    assert "python.org" in way_out


# --- System libraries -----------------------------------------------------------------------


@pytest.fixture
def bare_linux(monkeypatch):
    """A Linux where every shared library is missing; returns the commands that were run."""
    commands = []
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "_has_apt", lambda: True)
    monkeypatch.setattr(bootstrap, "_has_venv", lambda: True)
    missing = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda *_: missing)

    def run(command):
        commands.append(command)
        return 0, ""

    monkeypatch.setattr(bootstrap, "_run", run)
    return commands


def test_missing_libraries_are_named_to_a_plain_user(bare_linux, monkeypatch):
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(Refused) as caught:
        bootstrap.ensure_system("offscreen", with_venv=False)
    _sentence, way_out = lines_of(caught.value)
    assert way_out == (
        "Hãy chạy một lần: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )
    assert caught.value.code == 1
    assert bare_linux == []


def test_root_installs_missing_libraries(bare_linux, monkeypatch):
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0, raising=False)
    bootstrap.ensure_system("offscreen", with_venv=False)
    assert bare_linux == [["apt-get", "update"], [*bootstrap.APT, "libegl1", "libgl1"]]


def test_system_without_apt_is_told_the_files(bare_linux, monkeypatch):
    monkeypatch.setattr(bootstrap, "_has_apt", lambda: False)
    with pytest.raises(Refused) as caught:
        bootstrap.ensure_system("offscreen", with_venv=False)
    assert lines_of(caught.value)[1].endswith("libEGL.so.1 libGL.so.1")


def test_command_line_needs_no_library_of_qt():
    assert bootstrap.wanted_libraries("", {"DISPLAY": ":0"}) == {}


def test_window_needs_more_than_the_tests_do():
    window = bootstrap.wanted_libraries("window", {"DISPLAY": ":0"})
    assert "libxcb-cursor.so.0" in window
    assert "libxcb-cursor.so.0" in bootstrap.wanted_libraries("bundle", {})
    assert "libxcb-cursor.so.0" not in bootstrap.wanted_libraries("window", {})
    hidden = {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}
    assert "libxcb-cursor.so.0" not in bootstrap.wanted_libraries("window", hidden)
    assert "libxcb-cursor.so.0" not in bootstrap.wanted_libraries("offscreen", {"DISPLAY": ":0"})


# --- A display ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":987"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may there be no display")
def test_no_display_names_the_command_line(environment):
    with pytest.raises(Refused) as caught:
        bootstrap.refuse_without_display("linux", environment)
    sentence, way_out = lines_of(caught.value)
    assert sentence.startswith("Không mở được cửa sổ")
    assert "python3 -m desktop_app --help" in way_out
    assert caught.value.code == 2


def test_no_display_is_needed_offscreen_or_on_windows():
    bootstrap.refuse_without_display("linux", {"QT_QPA_PLATFORM": "offscreen"})
    bootstrap.refuse_without_display("win32", {})


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may there be no display")
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


# --- Going on -------------------------------------------------------------------------------


def test_program_started_elsewhere_finds_itself(monkeypatch, tmp_path):
    environment = {"PYTHONPATH": "old"}
    monkeypatch.chdir(tmp_path)
    bootstrap._add_root_for(environment)
    assert environment["PYTHONPATH"] == os.pathsep.join([bootstrap.ROOT, "old"])


def test_a_start_imports_nothing_heavy():
    script = (
        "import sys; before = set(sys.modules); from desktop_app import bootstrap;"
        "bootstrap.ensure(); print(*sorted(set(sys.modules) - before))"
    )
    child = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert child.returncode == 0, child.stderr
    assert not {"PySide6", "peewee", "reportlab", "subprocess", "venv"} & set(child.stdout.split())
