"""Runs the reading process: this program again, with limits of memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_app import disk
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.limits import MEGABYTE, Limits
from desktop_app.exchange.package_check import Sort, check_package, refused

_PAUSE = 0.05


def read_apart(
    path: Path,
    sort: Sort,
    limits: Limits,
    check: Callable[[], None],
    request: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What the reading process found in a file. Raises ImportRefused; `check` may raise to stop.

    `request` tells it what is wanted; it finds that by `request_of`.
    """
    data = _bytes_of(path, sort, limits)
    check_package(data, limits, sort)
    try:
        with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as name:
            source, answer = Path(name) / f"file{sort.endings[0]}", Path(name) / "answer.json"
            source.write_bytes(data)
            _request_beside(source).write_text(json.dumps(request or {}), encoding="utf-8")
            _run(sort.verb, source, answer, limits, check)
            found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    except OSError as error:
        raise refused(
            f"Chưa đọc được tệp: thư mục tạm của máy không ghi được, {disk.reason(error)}.",
            "Hãy dọn bớt ổ đĩa rồi thử lại.",
        ) from error
    if "refused" in found:
        raise refused(found["refused"], "Hãy xoá các dòng, cột thừa trong tệp rồi thử lại.")
    return found


def request_of(source: Path) -> dict[str, Any]:
    """What the program wants of this file, as the reading process is told."""
    wanted: dict[str, Any] = json.loads(_request_beside(source).read_text(encoding="utf-8"))
    return wanted


def _request_beside(source: Path) -> Path:
    return source.with_name("request.json")


def _bytes_of(path: Path, sort: Sort, limits: Limits) -> bytes:
    ending = path.suffix.lower()
    if ending in sort.macro_endings:
        raise refused(f"Tệp {ending} có thể chứa macro nên không được đọc.", sort.save_again)
    if ending not in sort.endings:
        raise refused(
            f"Chỉ đọc tệp {sort.short}, không đọc tệp «{ending or path.name}».", sort.save_again
        )
    try:
        if path.stat().st_size > limits.file_bytes:
            most = number(limits.file_bytes // MEGABYTE)
            raise refused(
                f"Tệp lớn quá {most} MB nên không được đọc.", "Hãy bỏ bớt trang, hình ảnh."
            )
        return path.read_bytes()
    except OSError as error:
        raise refused(
            f"Không mở được tệp «{path.name}».",
            "Hãy đóng tệp ở chương trình khác hoặc cắm lại USB, rồi thử lại.",
        ) from error


def _run(verb: str, source: Path, answer: Path, limits: Limits, check: Callable[[], None]) -> None:
    command = [*_program(), verb, str(source), str(answer), json.dumps(limits.as_plain())]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        creationflags=hidden,
        env=_environment(),
    )
    end = time.monotonic() + limits.seconds
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise refused(
                    f"Đọc tệp quá {limits.seconds} giây nên đã dừng.",
                    "Hãy xoá các trang, dòng, cột thừa trong tệp rồi thử lại.",
                )
            check()
            time.sleep(_PAUSE)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    if process.returncode or not answer.exists():
        raise refused(
            "Tệp làm tiến trình đọc phải dừng: quá lớn so với bộ nhớ cho phép, hoặc đã hỏng.",
            "Hãy xoá các trang, dòng, cột thừa trong tệp, lưu lại rồi thử lại.",
        )


def _program() -> list[str]:
    """This program again: the packaged one, or Python on the package's own folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(Path(__file__).resolve().parents[1])]


def _environment() -> dict[str, str]:
    """A packaged program starts afresh instead of taking itself for a part of this one."""
    return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
