"""When an environment is used as it is, when it is renewed, and when it is made again."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.bootstrap import environment
from desktop_app.bootstrap.refusals import Refused
from tests.bootstrap.conftest import lines_of


def finished(venv, *extras):
    """A folder that looks like a finished environment of today's versions."""
    made(venv)
    (venv / ".ready").write_text(" ".join([environment.wanted_stamp(), *extras]))


def made(venv):
    python = Path(environment.venv_python())
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("")
    version = ".".join(map(str, sys.version_info[:3]))
    (venv / "pyvenv.cfg").write_text(f"version = {version}\n")


@pytest.fixture
def runs(folder, monkeypatch):
    """The modules that were run with -m, each as if it had done its work."""
    names = []

    def run(command):
        names.append(command[2])
        if command[2] == "venv":
            made(folder)
        return True, ""

    monkeypatch.setattr(environment, "run", run)
    return names


def fail_with(monkeypatch, module, output):
    monkeypatch.setattr(
        environment, "run", lambda command: (command[2] != module, output if module else "")
    )


# --- Used as it is --------------------------------------------------------------------------


def test_complete_environment_is_used_as_it_is(folder):
    assert environment.ready_python("test") == sys.executable
    assert not folder.exists()


def test_complete_environment_that_was_made_by_hand_in_our_place_is_used_too(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "VENV", sys.prefix)
    monkeypatch.setattr(environment, "READY", "no-stamp-there")
    assert environment.ready_python("test") == sys.executable


@pytest.mark.parametrize("version", ["6.9.3", "6.12.0", ""])
def test_unsound_qt_makes_an_environment_incomplete(monkeypatch, version):
    monkeypatch.setattr(environment, "qt_version", lambda: version)
    assert not environment.is_complete("")


def test_finished_environment_is_fresh(folder, monkeypatch):
    finished(folder, "test")
    assert environment.is_fresh("")
    assert environment.is_fresh("test")
    assert not environment.is_fresh("build")
    monkeypatch.setattr(environment, "is_complete", lambda _extra: False)
    assert environment.ready_python("test") == environment.venv_python()


def test_other_versions_wanted_make_it_stale(folder):
    finished(folder)
    (folder / ".ready").write_text("0" * 64)
    assert not environment.is_fresh("")


def test_other_python_makes_it_stale(folder):
    finished(folder)
    (folder / "pyvenv.cfg").write_text("version = 3.1.4\n")
    assert not environment.is_fresh("")


# --- Made or renewed ------------------------------------------------------------------------


def test_environment_is_made_from_nothing(folder, runs):
    assert environment.set_up("test") == environment.venv_python()
    assert runs == ["venv", "pip"]
    assert environment.is_fresh("test")


def test_environment_killed_in_the_making_is_made_again(folder, runs):
    made(folder)
    (folder / "half").mkdir()
    environment.set_up("")
    assert runs == ["venv", "pip"]
    assert not (folder / "half").exists()
    assert environment.is_fresh("")


def test_environment_of_other_versions_is_renewed_where_it_stands(folder, runs):
    finished(folder)
    (folder / ".ready").write_text("0" * 64 + " test")
    environment.set_up("")
    assert runs == ["pip"]
    assert environment.is_fresh("")
    assert not environment.is_fresh("test")


def test_second_extra_keeps_the_first(folder, runs):
    finished(folder, "test")
    environment.set_up("build")
    assert runs == ["pip"]
    assert environment.is_fresh("test")
    assert environment.is_fresh("build")


def test_renewal_that_is_cut_short_is_not_taken_for_finished(folder, monkeypatch):
    finished(folder, "test")
    fail_with(monkeypatch, "pip", "Killed")
    with pytest.raises(Refused):
        environment.set_up("build")
    assert not environment.is_fresh("test")


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the lock of Linux")
def test_second_start_waits_for_the_first(folder, monkeypatch):
    waiting = "import fcntl, sys; fcntl.flock(open(sys.argv[1]), fcntl.LOCK_EX | fcntl.LOCK_NB)"

    def run(command):
        tried = [sys.executable, "-c", waiting, str(folder / environment.TURN)]
        child = subprocess.run(tried, capture_output=True, text=True, timeout=60)
        assert "BlockingIOError" in child.stderr
        if command[2] == "venv":
            made(folder)
        return True, ""

    monkeypatch.setattr(environment, "run", run)
    environment.set_up("")
    assert environment.is_fresh("")


def test_the_tested_versions_are_what_is_installed(folder, monkeypatch):
    commands = []
    monkeypatch.setattr(
        environment, "run", lambda command: (commands.append(command), (True, ""))[1]
    )
    environment.set_up("test")
    pip = commands[-1]
    assert pip[pip.index("-c") + 1] == environment.TESTED_VERSIONS
    assert any(name.startswith("PySide6-Essentials") for name in pip)
    assert "pytest" in pip


# --- What may go wrong ----------------------------------------------------------------------


def test_unwritable_folder_is_named(folder, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(environment.os, "makedirs", refuse)
    with pytest.raises(Refused) as caught:
        environment.set_up("")
    sentence, way_out = lines_of(caught.value)
    assert sentence == f"Không ghi được vào thư mục {folder} (Permission denied)."
    assert "thư mục ghi được" in way_out


def test_no_network_is_said(folder, monkeypatch):
    fail_with(monkeypatch, "pip", "ERROR: No matching distribution found for peewee")
    with pytest.raises(Refused) as caught:
        environment.set_up("test")
    sentence, way_out = lines_of(caught.value)
    assert "cần mạng" in sentence
    assert "nối mạng" in way_out
    assert not environment.is_fresh("test")


def test_other_failure_of_pip_is_said_in_its_words(folder, monkeypatch):
    fail_with(monkeypatch, "pip", "Collecting peewee\nERROR: No space left on device")
    with pytest.raises(Refused) as caught:
        environment.set_up("")
    assert "(ERROR: No space left on device)" in lines_of(caught.value)[0]


def test_python_that_cannot_make_an_environment_is_said(folder, monkeypatch):
    fail_with(monkeypatch, "venv", "/usr/bin/python3: No module named venv")
    with pytest.raises(Refused) as caught:
        environment.set_up("")
    sentence, way_out = lines_of(caught.value)
    assert "No module named venv" in sentence
    assert "cài lại Python" in way_out
