"""The package as files: a zip, or the same unpacked in a folder. Nothing outside it is opened."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import Protocol

from desktop_app.domain.errors import ImportRefused
from desktop_app.storage.open_form import DATA

_MEGABYTE = 1024 * 1024
LARGEST_DATA = 512 * _MEGABYTE
"""Bytes of the JSON; decades of a cluster need a tenth of it."""


class Source(Protocol):
    """Gives the bytes of a file of the package, at most so many."""

    def read(self, name: str, most: int) -> bytes: ...

    def close(self) -> None: ...


def opened(path: Path) -> Source:
    """The package that a zip or an unpacked `du-lieu.json` belongs to. Raises ImportRefused."""
    if path.suffix.lower() == ".json":
        return _Folder(path)
    try:
        return _Zip(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise refused(
            f"«{path.name}» không phải bản xuất của chương trình, hoặc đã hỏng."
        ) from error


def refused(what: str) -> ImportRefused:
    """Why an export is not taken in, with what to do about it."""
    return ImportRefused(
        what,
        kept="Chưa tạo tệp dữ liệu nào.",
        remedy="Hãy chọn đúng bản xuất, hoặc xuất lại từ tệp gốc.",
    )


class _Zip:
    def __init__(self, path: Path) -> None:
        self._package = zipfile.ZipFile(path)

    def read(self, name: str, most: int) -> bytes:
        try:
            if self._package.getinfo(name).file_size > most:
                raise refused(f"{name}: lớn hơn mức chương trình nhận.")
            with self._package.open(name) as source:
                return _limited(source.read(most + 1), name, most)
        except KeyError as error:
            raise refused(f"Bản xuất thiếu tệp «{name}».") from error
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise refused(f"{name}: không đọc được, bản xuất đã hỏng.") from error

    def close(self) -> None:
        self._package.close()


class _Folder:
    """The JSON may have another name once it is unpacked; the rest lies beside it."""

    def __init__(self, data: Path) -> None:
        self._data, self._folder = data, data.parent

    def read(self, name: str, most: int) -> bytes:
        parts = PurePosixPath(name).parts
        if not parts or any(part in ("..", "/") or ":" in part or "\\" in part for part in parts):
            raise refused(f"«{name}» nằm ngoài bản xuất.")
        path = self._data if name == DATA else self._folder.joinpath(*parts)
        try:
            with path.open("rb") as source:
                return _limited(source.read(most + 1), name, most)
        except OSError as error:
            raise refused(f"Không đọc được tệp «{path}».") from error

    def close(self) -> None:
        """Nothing stays open."""


def _limited(content: bytes, name: str, most: int) -> bytes:
    if len(content) > most:
        raise refused(f"{name}: lớn hơn mức chương trình nhận.")
    return content
