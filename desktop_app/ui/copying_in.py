"""A data file that stands on a network or in a synced folder is offered to be copied to this PC."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app import paths
from desktop_app.domain.errors import DataFileInSharedPlace
from desktop_app.storage.places import copy_in
from desktop_app.ui import messages


def offer_copy(
    parent: QWidget,
    path: Path,
    error: DataFileInSharedPlace,
    run: Callable[[Callable[[], object], str], bool],
) -> Path | None:
    """The copy on this PC, when the person wants one and it could be made.

    `run` does slow work, tells what went wrong, and says whether it was done.
    """
    folder = paths.data_folder()
    wanted = messages.ask(
        parent,
        error.what,
        f"{error.remedy}\n\nBản chép sẽ nằm trong «{folder}». Tệp ở nơi cũ được giữ nguyên và "
        "không còn theo kịp: từ nay hãy làm việc với bản trên máy này.",
        "Chép vào máy rồi mở",
    )
    made: list[Path] = []
    if not wanted or not run(lambda: made.append(copy_in(path, folder)), "Đang chép tệp…"):
        return None
    return made[0]
