"""Copies that other programs show: attached files and papers, in clear until they are removed."""

from __future__ import annotations

import contextlib
import shutil
import stat
from pathlib import Path

from desktop_app import paths

ATTACHMENTS, PAPERS = "attachments", "papers"


def folder(name: str) -> Path:
    """Where copies of this sort are put."""
    return paths.cache_folder() / name


def remove() -> None:
    """All copies go; one that a program still holds goes the next time."""
    for name in (ATTACHMENTS, PAPERS):
        for copy in folder(name).rglob("*"):
            with contextlib.suppress(OSError):
                if copy.is_file() and not copy.is_symlink():
                    # Windows removes nothing that is read-only
                    copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
                    copy.unlink()
        shutil.rmtree(folder(name), ignore_errors=True)
