"""Criteria out of the data file of another cluster: a copy is read, the file stays untouched."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from desktop_app.domain.errors import DataFileError
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.storage import opening, places
from desktop_app.storage.data_file import DataFile
from desktop_app.storage.file_key import FileKey


def criteria_in(path: Path, key: FileKey | None = None) -> tuple[CriteriaSet, ...]:
    """The criteria sets of a file, the newest year first. Raises DataFileError and its kinds.

    The file may be open elsewhere, older than this program, or on a stick that cannot be
    written to: it is copied before it is opened and upgraded.
    """
    opening.check_header(path, key)
    with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as folder:
        copy = Path(folder) / "khác.thidua"
        try:
            for ending in places.ENDINGS:
                source = path.with_name(path.name + ending)
                if source.exists():
                    shutil.copyfile(source, copy.with_name(copy.name + ending))
        except OSError as error:
            raise DataFileError(
                f"Chưa đọc được tệp «{path.name}».",
                kept="Không có gì thay đổi.",
                remedy="Hãy đóng tệp ở chương trình khác, kiểm tra USB và ổ đĩa, rồi thử lại.",
            ) from error
        with DataFile.open(copy, key) as file:
            found = file.criteria.all()
    return tuple(sorted(found, key=lambda one: str(one.period.since or ""), reverse=True))
