"""The log says what went wrong and where, turns over, and holds no word of the records."""

from __future__ import annotations

import logging

import pytest

from desktop_app import paths
from desktop_app.domain.errors import RecordInUse
from desktop_app.ui import log

SECRET = "Nguyễn Văn Bí"


@pytest.fixture
def logger(monkeypatch):
    """A log of its own, as the program sets it up."""
    root = logging.Logger("gốc")
    monkeypatch.setattr(
        logging, "basicConfig", lambda level, handlers: [*map(root.addHandler, handlers)]
    )
    log.write_log()
    yield root
    for handler in root.handlers:
        handler.close()
    for file in paths.log_file().parent.glob("*.log*"):
        file.unlink()


def written():
    return "".join(f.read_text("utf-8") for f in paths.log_file().parent.glob("*.log*"))


ERRORS = [
    ValueError(f"invalid literal: '{SECRET}'"),
    KeyError(SECRET),
    RecordInUse(f"Còn 3 hội nghị của {SECRET}.", remedy=SECRET),
    TypeError(f"must be str, not '{SECRET}'"),
    RuntimeError(SECRET),
    FileNotFoundError(2, "No such file or directory", f"/home/{SECRET}/cụm.thidua"),
    UnicodeEncodeError("ascii", SECRET, 0, 1, "ordinal not in range"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_words_of_records_stay_out(logger, error):
    try:
        try:
            raise error
        except Exception as first:
            raise LookupError(SECRET) from first
    except LookupError as caught:
        logger.error("bug", exc_info=caught)
    text = written()
    assert "Bí" not in text
    assert type(error).__name__ in text
    assert "test_words_of_records_stay_out" in text
    assert log.report().count(type(error).__name__) == 1


def test_what_the_language_says_of_the_program_stays():
    said = log.error_text(AttributeError("'NoneType' object has no attribute 'period'"))
    assert said == "AttributeError: 'NoneType' object has no attribute 'period'"
    assert log.error_text(OSError(28, "No space left on device", "/x")).endswith(
        "[28] No space left on device"
    )


def test_log_turns_over(logger, monkeypatch):
    for handler in logger.handlers:
        handler.maxBytes = 2000
    for number in range(400):
        logger.warning("dòng %d", number)
    files = list(paths.log_file().parent.glob("*.log*"))
    assert len(files) == 4
    assert all(file.stat().st_size <= 2000 for file in files)


def test_report_without_a_log_is_no_error():
    assert "trống" in log.report()
