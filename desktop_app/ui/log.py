"""The log: what went wrong and where in the program, never a word of what people typed.

Files turn over, so the log stays small. An error's own sentence may name a person, a unit or a
folder; what is written down is its kind, the place in the program, and the sentence only where
the language or the database wrote it, without what stands in it between quotes.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType

from desktop_app import __version__, paths

_LARGEST = 512 * 1024
_OLDER = 3
"""How many full files are kept beside the one that is written."""
_SHOWN = 200
"""Lines of the log in a report."""
_OWN_WORDS = (
    *(TypeError, AttributeError, NameError, ImportError, MemoryError, RecursionError),
    *(ArithmeticError, RuntimeError),
)
"""Errors whose sentence comes from the language itself."""
_DATABASE = {"peewee", "sqlite3", "sqlcipher3", "sqlcipher3.dbapi2"}
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


class _Wordless(logging.Formatter):
    """Writes errors without the words of records."""

    def formatException(self, info: object) -> str:
        error = info[1] if isinstance(info, tuple) else None
        return error_text(error) if isinstance(error, BaseException) else ""


def write_log() -> None:
    """From now on what goes wrong is written down; where no file can be made it is printed."""
    from logging.handlers import RotatingFileHandler  # not before the window is painted

    log = paths.log_file()
    handler: logging.Handler
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log, maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(_Wordless(_FORM))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def error_text(error: BaseException) -> str:
    """What happened and where: the chain of errors, the first cause first."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append(_one(current, current.__traceback__))
        hidden = None if current.__suppress_context__ else current.__context__
        current = current.__cause__ or hidden
    return "\n\n".join(reversed(parts))


def bug_text(error: BaseException) -> str:
    """The report of an error: version, system, and where it happened."""
    return f"{_head()}\n\n{error_text(error)}"


def report() -> str:
    """Version, system and the end of the log, to be given to whoever looks after the program."""
    try:
        lines = paths.log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return f"{_head()}\n\n" + "\n".join(lines[-_SHOWN:] or ["Nhật ký lỗi trống."])


def _head() -> str:
    return f"Thi đua Cụm {__version__}\nPython {sys.version}\n{sys.platform}"


def _one(error: BaseException, trace: TracebackType | None) -> str:
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    words = _words(error)
    frames = "".join(traceback.format_tb(trace)).rstrip().replace(str(Path.home()), "~")
    return "\n".join(part for part in (frames, f"{name}: {words}" if words else name) if part)


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f"[{error.errno}] {error.strerror or ''}".strip()
    if isinstance(error, _OWN_WORDS) or type(error).__module__ in _DATABASE:
        said = _QUOTED.sub(_quoted, str(error))
        return said if said.isascii() else "…"
    return ""


def _quoted(found: re.Match[str]) -> str:
    inside = found[0][1:-1]
    return found[0] if _NAME.fullmatch(inside) else "'…'"
