"""The first run on a fresh machine: the order of its steps, with the standard library alone.

Nothing newer than Python 3.6 may be written in this package, or an old Python could not read the
sentence that turns it away. Heavy modules are imported where they are needed, since every start
passes through here.
"""

import os
import sys

from desktop_app.bootstrap import display, environment, system_libraries
from desktop_app.bootstrap.environment import ROOT
from desktop_app.bootstrap.refusals import Refused, leave

__all__ = ["ROOT", "ensure", "ensure_display", "main"]

OLDEST = (3, 11)
NEWEST = (3, 13)


def ensure(extra: str = "", libraries: str = "") -> None:
    """Return inside an environment that has everything, or leave the process.

    `libraries` names what Qt is needed for: "" nothing, "offscreen", or "window".
    """
    if getattr(sys, "frozen", False):
        return
    python = _prepared(extra, libraries)
    if python != sys.executable:
        _hand_over(python)


def ensure_display() -> None:
    """Leave with a sentence where Qt would abort for want of a display."""
    try:
        display.refuse_without_display(sys.platform, os.environ)
    except Refused as refusal:
        leave(refusal)


def main(arguments: "list[str]") -> int:
    """Prepare the environment for an extra ("test", "build") and print its Python."""
    extra = arguments[0] if arguments else ""
    print(_prepared(extra, "bundle" if extra == "build" else "offscreen"))
    return 0


def _prepared(extra: str, libraries: str) -> str:
    _write_utf8()
    try:
        return _prepare(extra, libraries)
    except Refused as refusal:
        leave(refusal)


def _prepare(extra: str, libraries: str) -> str:
    """The Python that has everything, once this machine has it."""
    refuse_unfit_python(sys.version_info[:2])
    python = environment.ready_python(extra)
    system_libraries.ensure(libraries, with_venv=python is None)
    return python or environment.set_up(extra)


def refuse_unfit_python(version: "tuple[int, ...]") -> None:
    """Raise when this Python is older, or newer, than the libraries allow."""
    if OLDEST <= version <= NEWEST:
        return
    raise Refused(
        "Chương trình cần Python %d.%d đến %d.%d, máy này đang dùng Python %d.%d."
        % (OLDEST + NEWEST + tuple(version)),
        "Hãy cài Python 3.13 (Windows: từ python.org; Debian, Ubuntu: apt-get install python3), "
        "rồi chạy lại bằng Python ấy.",
    )


def _hand_over(python: str) -> None:
    """Go on as the same program inside the environment."""
    command = [python, *sys.argv]  # the first argument is the file of the program that runs
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(python, command)
    import subprocess  # on Windows execv would give the prompt back before the program ends

    sys.exit(subprocess.call(command))


def _write_utf8() -> None:
    """Vietnamese must not fail in a pipe whose encoding is an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
