"""How a new data file begins: catalogue, templates, a cluster of one's own, or the sample."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.commendations.base_salary import BaseSalary, read_base_salaries
from desktop_app.domain.commendations.certificate_designs import certificate_designs
from desktop_app.domain.errors import DataFileError
from desktop_app.domain.meetings.template import MeetingTemplate, read_templates
from desktop_app.domain.record import Record
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.papers.meetings.closed_minutes import version_of
from desktop_app.storage import DataFile


def award_catalogue() -> tuple[Award, ...]:
    """The catalogue every new file starts with; from then on it is the user's own data."""
    return read_catalogue(_catalogue("awards"), _catalogue("conditions"))


def base_salaries() -> tuple[BaseSalary, ...]:
    """The table of base salaries that comes with the program."""
    return read_base_salaries(_catalogue("base_salaries"))


def meeting_templates() -> tuple[MeetingTemplate, ...]:
    """The templates of meetings that come with the program; in a file they are the user's own."""
    text = (paths.resources() / "meetings" / "templates.json").read_text(encoding="utf-8")
    return read_templates(text)


def designs() -> tuple[Record, ...]:
    """What a new file has to begin its meetings and its certificates with."""
    return (*meeting_templates(), *certificate_designs())


def create_file(path: Path, records: Iterable[Record] = ()) -> DataFile:
    """A new file with what the program brings and these records. Raises DataFileError."""
    _make_folder(path)
    return DataFile.create(path, (*_program_data(), *records))


def create_sample(path: Path) -> DataFile:
    """A new file with the sample cluster, marked as sample. Raises DataFileError."""
    _make_folder(path)
    sample = sample_cluster(award_catalogue())
    file = DataFile.create(path, (*_program_data(), *sample.records()))
    file.keep_setting("sample", True)
    _close_sample_minutes(file)
    file.history.restart()
    return file


def _program_data() -> tuple[Record, ...]:
    """What every new file begins with."""
    return (*award_catalogue(), *base_salaries(), *designs())


def _catalogue(name: str) -> str:
    return (paths.resources() / "catalogue" / f"{name}.json").read_text(encoding="utf-8")


def _close_sample_minutes(file: DataFile) -> None:
    """The adopted minutes of the sample are kept as if somebody had closed them."""
    for meeting in file.meetings.all():
        if meeting.is_adopted and meeting.ends:
            conference = file.conference_of(meeting)
            file.minutes_versions.save(version_of(conference, meeting.ends, "Dữ liệu mẫu"))


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFileError(
            f"Không tạo được thư mục «{path.parent}».",
            kept="Chưa có tệp nào được tạo.",
            remedy="Hãy chọn một thư mục khác, ví dụ thư mục Tài liệu.",
        ) from error
