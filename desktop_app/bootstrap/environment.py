"""The Python environment: the one that runs if it has everything, or .venv, made here with pip."""

import os
import sys
from typing import TextIO

from desktop_app.bootstrap.quiet_run import last_line, run
from desktop_app.bootstrap.refusals import Refused

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")
PROJECT = os.path.join(ROOT, "pyproject.toml")
TESTED_VERSIONS = os.path.join(ROOT, ".ci", "lock.txt")
READY = ".ready"  # the last file written: the stamp and the extras of a finished set-up
TURN = ".setting-up"  # whoever holds this file sets the environment up; the others wait

MODULES = {
    "": "PySide6 peewee reportlab pypdfium2 docx openpyxl python_calamine sqlcipher3 argon2",
    "test": "pytest pytestqt pytest_timeout xdist pdfplumber hypothesis ruff mypy",
    "build": "PyInstaller",
}
SOUND_QT = ("6.10.", "6.11.")  # 6.12.0 aborts: tests/test_binding.py
NO_NETWORK = ("connection broken by", "Max retries exceeded", "No matching distribution found")


# --- What there is --------------------------------------------------------------------------


def ready_python(extra: str) -> "str | None":
    """The Python that already has everything, if there is one."""
    inside = os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    made_here = inside and _read_stamp() != []
    if not made_here and is_complete(extra):
        return sys.executable
    if not is_fresh(extra):
        return None
    return sys.executable if inside else venv_python()


def is_complete(extra: str) -> bool:
    """Whether the Python that runs now has every library, Qt in a sound version."""
    from importlib.util import find_spec

    names = MODULES[""].split() + (MODULES[extra].split() if extra else [])
    return all(find_spec(name) for name in names) and qt_version().startswith(SOUND_QT)


def qt_version() -> str:
    """The version of Qt's binding; empty when pip did not install it."""
    from importlib import metadata

    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""


def is_fresh(extra: str) -> bool:
    """Whether .venv was finished for this Python and today's versions, with this extra."""
    stamp, *extras = _read_stamp() or [""]
    return stamp == wanted_stamp() and extra in ["", *extras] and _is_of_this_python()


def wanted_stamp() -> str:
    """What .venv depends on, as one short text."""
    import hashlib

    digest = hashlib.sha256()
    for path in (PROJECT, TESTED_VERSIONS):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def venv_python() -> str:
    """The Python inside .venv."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(VENV, *parts)


def _read_stamp() -> "list[str]":
    try:
        with open(os.path.join(VENV, READY), encoding="ascii") as file:
            return file.read().split()
    except OSError:
        return []


def _is_of_this_python() -> bool:
    """Whether .venv belongs to this version of Python, and that Python is still there."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as file:
            made_with = file.read()
    except OSError:
        return False
    return "version = %d.%d." % sys.version_info[:2] in made_with and os.path.exists(venv_python())


# --- Making it ------------------------------------------------------------------------------


def set_up(extra: str) -> str:
    """Make or renew .venv, one start at a time; return its Python."""
    try:
        os.makedirs(VENV, exist_ok=True)
        with open(os.path.join(VENV, TURN), "w", encoding="ascii") as turn:
            _wait_for(turn)
            if not is_fresh(extra):
                _install(extra)
    except OSError as error:
        raise Refused(
            "Không ghi được vào thư mục %s (%s)." % (VENV, error.strerror or error),
            "Hãy chép chương trình sang một thư mục ghi được, rồi chạy lại.",
        ) from error
    return venv_python()


def _wait_for(turn: "TextIO") -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX)
        return
    import errno
    import msvcrt

    while True:
        try:
            msvcrt.locking(turn.fileno(), msvcrt.LK_LOCK, 1)
            return
        except OSError as error:  # it gives up after ten seconds; an installation takes longer
            if error.errno != errno.EDEADLK:
                raise


def _install(extra: str) -> None:
    """A finished .venv is renewed where it stands, a half-made one is made again."""
    print("Đang chuẩn bị môi trường, chỉ lần đầu, vài phút…", file=sys.stderr, flush=True)
    stamp, *extras = _read_stamp() or [""]
    if stamp != wanted_stamp():
        extras = []
    if stamp and _is_of_this_python():
        os.unlink(os.path.join(VENV, READY))
    else:
        _make_venv()
    _install_with_pip(extra)
    with open(os.path.join(VENV, READY), "w", encoding="ascii") as file:
        file.write(" ".join([wanted_stamp(), *sorted({extra, *extras} - {""})]))


def _make_venv() -> None:
    _empty_venv()
    # the system's Python, should this be .venv's own
    python = getattr(sys, "_base_executable", sys.executable)
    done, output = run([python, "-m", "venv", VENV])
    if not done:
        raise Refused(
            "Không tạo được môi trường Python (%s)." % last_line(output),
            "Hãy cài lại Python đầy đủ (Windows: từ python.org), rồi chạy lại.",
        )


def _empty_venv() -> None:
    import shutil

    for name in os.listdir(VENV):
        path = os.path.join(VENV, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif name != TURN:
            os.unlink(path)


def _install_with_pip(extra: str) -> None:
    pip = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check"]
    done, output = run([*pip, "-c", TESTED_VERSIONS, *requirements(extra)])
    if done:
        return
    if any(sign in output for sign in NO_NETWORK):
        raise Refused(
            "Lần chạy đầu cần mạng để tải thư viện, nhưng máy này không tải được.",
            "Hãy nối mạng rồi chạy lại.",
        )
    raise Refused(
        "Không cài được thư viện (%s)." % last_line(output),
        "Hãy sửa lỗi ấy rồi chạy lại.",
    )


def requirements(extra: str) -> "list[str]":
    """What the project says it needs; the project itself runs from where it lies."""
    import tomllib

    with open(PROJECT, "rb") as file:
        project = tomllib.load(file)["project"]
    optional = project["optional-dependencies"][extra] if extra else []
    return [*project["dependencies"], *optional]
