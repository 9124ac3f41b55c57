"""One operation under one fault, in a child process; and another child that looks afterwards."""

from __future__ import annotations

import contextlib
import enum
import os
import resource
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import DataFileBusy, UserFacingError
from desktop_app.storage import DataFile
from desktop_app.ui.errors import in_words
from tests.faults import shim
from tests.faults.operations import FILE, OPERATIONS, WRONG, Operation, key, opened
from tests.faults.rig import say
from tests.faults.shim import Strike

YEAR = 365 * 24 * 3600


class Result(enum.StrEnum):
    """How an operation ended, as the person sees it."""

    DONE = "xong"
    REFUSED = "không làm được, có lời"
    BUG = "lỗi ngoài dự kiến"


def warm_up(sample: Path) -> None:
    """Every operation once, so that nothing is done for the first time in a child."""
    key()
    for doing in OPERATIONS.values():
        with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as folder:
            doing.lay(Path(folder), sample)
            state = doing.begin(Path(folder))
            doing.act(state)
            doing.end(state)


def trial(
    operation: str,
    folder: str,
    strike: int = Strike.NOTHING,
    nth: int = 0,
    sticky: bool = False,
    clock: int = 0,
    memory: int = 0,
    second: bool = False,
    retry: bool = False,
    log: str = "",
) -> dict[str, Any]:
    """The operation with a fault that strikes at its nth call; says what the person would see."""
    place, doing = Path(folder), (OPERATIONS | WRONG)[operation]
    library = shim.loaded()
    _watch(library, place, log)
    with _second_process(doing, place) if second else contextlib.nullcontext():
        try:
            state = doing.begin(place)
        except UserFacingError as error:
            words = {"result": Result.REFUSED, "words": str(error)}
            return words | {"hits": 0, "calls": [], "begun": False}
        library.fault_mark(1)
        library.fault_clock(clock)
        library.fault_arm(strike, nth, sticky)
        result, words = _act(doing, state, memory)
        hits, calls = library.fault_hits(), [library.fault_calls(sort) for sort in (0, 1, 2, 4)]
        library.fault_arm(Strike.NOTHING, 0, 0)
        if result is Result.DONE:
            library.fault_mark(2)
        say({"result": result, "words": words, "hits": hits, "calls": calls})
        # what a person does at once; it may mend what the fault has hurt, so not every time
        is_tried = retry and result is Result.REFUSED
        again, why = _act(doing, state, 0) if is_tried else (result, "")
        doing.end(state)
    found = {"result": result, "words": words, "hits": hits, "calls": calls}
    return found | {"again": again, "why": why}


def look(operation: str, folder: str) -> dict[str, Any]:
    """What is there after the trial, by a program started anew; and whether it can be done now."""
    place, doing = Path(folder), (OPERATIONS | WRONG)[operation]
    with opened(place / FILE) as file:
        problems = list(file.check())
        kept = doing.kept(place, file)
        done = doing.is_done(place, file)
    state = doing.begin(place)
    doing.act(state)
    doing.end(state)
    with opened(place / FILE) as file:
        works = doing.is_done(place, file) and doing.kept(place, file)
    return {"problems": problems, "kept": kept, "done": done, "works": works}


def _watch(library: Any, folder: Path, log: str) -> None:
    """What the operation writes for itself lies in the watched folder too."""
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
    library.fault_watch(os.fsencode(folder))
    if log:
        library.fault_record(os.fsencode(log))


def _act(doing: Operation, state: Any, memory: int) -> tuple[Result, str]:
    try:
        with _little_memory(memory) if memory else contextlib.nullcontext():
            doing.act(state)
    except Exception as error:  # noqa: BLE001 - as the window does with it
        shown = in_words(error)
        if shown is None:
            return Result.BUG, traceback.format_exc()
        return Result.REFUSED, str(shown)
    return Result.DONE, ""


@contextlib.contextmanager
def _little_memory(more: int) -> Iterator[None]:
    """The process gets only so many bytes more than it has."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


@contextlib.contextmanager
def _second_process(doing: Operation, folder: Path) -> Iterator[None]:
    """Another process has the file open; or it tries to while the operation has it."""
    if not doing.opens_first:
        reading, writing = os.pipe()
        told, telling = os.pipe()
        child = os.fork()
        if not child:
            os.close(writing)
            with DataFile.open(folder / FILE):
                os.write(telling, b"1")
                os.read(reading, 1)
            os._exit(0)
        os.read(told, 1)
        yield
        os.close(writing)
        os.waitpid(child, 0)
        return
    act = doing.act

    def with_intruder(state: Any) -> None:
        child = os.fork()
        if not child:
            try:
                DataFile.open(folder / FILE)
            except DataFileBusy:
                os._exit(0)
            os._exit(1)
        act(state)
        _, status = os.waitpid(child, 0)
        assert status == 0, "a second process was let in"

    doing.act = with_intruder  # type: ignore[method-assign]
    yield
