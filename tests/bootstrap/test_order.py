"""The order of the steps: which Python is turned away, which goes on, and as what."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import bootstrap
from desktop_app.bootstrap.refusals import Refused
from tests.bootstrap.conftest import lines_of

ROOT = Path(bootstrap.ROOT)
READ_BY_OLD_PYTHON = [
    ROOT / "desktop_app" / "__init__.py",
    ROOT / "desktop_app" / "__main__.py",
    *sorted((ROOT / "desktop_app" / "bootstrap").glob("*.py")),
    ROOT / "tests" / "__init__.py",
    ROOT / "tests" / "__main__.py",
]


def run_python(*arguments):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 14)])
def test_wrong_python_is_told_which_one_is_needed(version):
    with pytest.raises(Refused) as caught:
        bootstrap.refuse_unfit_python(version)
    sentence, way_out = lines_of(caught.value)
    assert "Python 3.11" in sentence
    assert f"Python {version[0]}.{version[1]}." in sentence
    assert "cài Python" in way_out
    assert caught.value.code == 1


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_right_python_goes_on(version):
    bootstrap.refuse_unfit_python(version)


@pytest.mark.parametrize("file", READ_BY_OLD_PYTHON, ids=lambda file: str(file.relative_to(ROOT)))
def test_an_old_python_can_read_the_file_that_turns_it_away(file):
    ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_refusal_is_printed_and_leaves_with_its_code(capsys, monkeypatch):
    monkeypatch.setattr(bootstrap, "OLDEST", (3, 99))
    monkeypatch.setattr(bootstrap, "NEWEST", (3, 99))
    with pytest.raises(SystemExit) as caught:
        bootstrap.ensure()
    assert caught.value.code == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_frozen_program_returns_at_once(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(bootstrap, "_prepare", pytest.fail)
    bootstrap.ensure()


@pytest.mark.skipif(os.name == "nt", reason="Windows starts a child instead")
def test_the_same_program_goes_on_in_the_environment(monkeypatch):
    started = []

    def execv(*call):
        started.append(call)
        sys.exit()

    monkeypatch.setattr(os, "execv", execv)
    monkeypatch.setattr(sys, "argv", ["/x/desktop_app/__main__.py", "papers"])
    monkeypatch.setattr(bootstrap.environment, "ready_python", lambda _extra: "/x/.venv/bin/python")
    with pytest.raises(SystemExit):
        bootstrap.ensure()
    command = ["/x/.venv/bin/python", "/x/desktop_app/__main__.py", "papers"]
    assert started == [("/x/.venv/bin/python", command)]


def test_package_prints_the_python_it_prepared():
    child = run_python("-m", "desktop_app.bootstrap", "test")
    assert child.returncode == 0, child.stderr
    assert child.stdout.strip() == sys.executable


def test_a_start_imports_nothing_heavy():
    child = run_python(
        "-c",
        "import sys; before = set(sys.modules); from desktop_app import bootstrap;"
        "bootstrap.ensure(); print(*sorted(set(sys.modules) - before))",
    )
    assert child.returncode == 0, child.stderr
    assert not {"PySide6", "peewee", "reportlab", "subprocess", "venv"} & set(child.stdout.split())
