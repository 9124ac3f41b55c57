"""A dossier as it goes out: its papers in their order, what is sent apart, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.dossier import (
    DossierLine,
    is_report,
    is_submission,
    missing_papers,
)
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.record import Choice, Record
from desktop_app.domain.vietnamese import short_date

MERGED = frozenset((".pdf", ".jpg", ".jpeg", ".png"))
"""Files whose pages can be bound into one PDF."""


class PackKind(Choice):
    """How a paper gets into the dossier."""

    PRINTED = "in", "Chương trình in"
    ATTACHED = "tep", "Tệp kèm"
    APART = "rieng", "Gửi kèm bản riêng"
    ON_PAPER = "giay", "Bản giấy gửi kèm"


@dataclass(frozen=True)
class PackItem:
    """One paper of the dossier."""

    name: str
    kind: PackKind
    group: str = ""
    """Whose dossier it is of, where several go together; empty for what all share."""
    note: str = ""
    paper: str = ""
    """The key of the paper that is printed, made from `record`."""
    record: Record | None = None
    attachment: Attachment | None = None
    is_wanted: bool = True
    """Whether it is proposed for the dossier: a draft beside its signed scan is not."""


@dataclass(frozen=True)
class Pack:
    """Everything that goes out together."""

    title: str
    about: str
    """Whom and what it asks for, under the title of the contents page."""
    items: tuple[PackItem, ...]
    missing: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    """What is not needed this time, each with its reason."""


def nomination_pack(
    found: NominationFile,
    lines: Sequence[DossierLine],
    submission: Submission | None,
    report: str = "merit-report",
) -> Pack:
    """The dossier of one nomination; `submission` carries it, `report` is its form's key."""
    nomination = found.nomination
    head = _submission_items(submission) if submission else ()
    return Pack(
        f"Hồ sơ {nomination.subject}",
        about(nomination),
        (*head, *_own_items(found, lines, report)),
        _missing(lines, submission),
        _waived(lines),
    )


def submission_pack(
    submission: Submission,
    dossiers: Sequence[tuple[NominationFile, Sequence[DossierLine]]],
    report: str = "merit-report",
) -> Pack:
    """The dossiers of everyone on a tờ trình, which comes once, before them all."""
    items = list(_submission_items(submission))
    missing: list[str] = []
    waived: list[str] = []
    for place, (found, lines) in enumerate(dossiers, start=1):
        group = f"{place}. {found.nomination.subject}"
        items += _own_items(found, lines, report, group)
        if lacking := _missing(lines, submission):
            missing.append(f"{group}: {'; '.join(lacking)}")
        waived += (f"{group}: {words}" for words in _waived(lines))
    title = f"Hồ sơ {submission.subject}"
    return Pack(title, submission.subject, tuple(items), tuple(missing), tuple(waived))


def carrier_of(nomination: Nomination, submissions: Sequence[Submission]) -> Submission | None:
    """The last tờ trình that names a nomination."""
    own = [s for s in submissions if any(n.nomination.id == nomination.id for n in s.lines)]
    return max(own, key=lambda submission: str(submission.date or ""), default=None)


def about(nomination: Nomination) -> str:
    """«Đề nghị tặng Cờ thi đua của Bộ Công an năm 2017 cho Cục A»."""
    award = nomination.award.name if nomination.award else "…………"
    year = f" năm {nomination.achievement_year}" if nomination.achievement_year else ""
    return f"Đề nghị tặng {award}{year} cho {nomination.subject}"


def _submission_items(submission: Submission) -> tuple[PackItem, ...]:
    printed = PackKind.PRINTED
    return (
        PackItem("Tờ trình", printed, paper="submission", record=submission),
        PackItem("Danh sách đề nghị", printed, paper="nomination-list", record=submission),
    )


def _own_items(
    found: NominationFile, lines: Sequence[DossierLine], report: str, group: str = ""
) -> Iterator[PackItem]:
    """The paper of the list that is printed here, then what is attached to it."""
    if not any(is_report(line.paper) for line in lines):
        yield _report_item(found, None, report, group)
    for line in lines:
        if is_report(line.paper):
            yield _report_item(found, line, report, group)
        for file in line.files:
            yield _file_item(line, file, group)
        if line.paper.received_on and not line.files:
            day = f"Bản giấy nhận ngày {short_date(line.paper.received_on)}"
            yield PackItem(line.paper.name, PackKind.ON_PAPER, group, day)


def _report_item(
    found: NominationFile, line: DossierLine | None, report: str, group: str
) -> PackItem:
    """Proposed where the list asks for it, or where somebody wrote it all the same."""
    paper = line.paper if line else None
    is_there = bool(line and (line.files or line.paper.received_on or line.paper.waived))
    is_written = bool(found.nomination.report)
    if is_there:
        note = "đã có bản khác"
    elif is_written:
        note = ""
    else:
        note = "soạn từ dữ liệu, chưa viết trên trang «Báo cáo»"
    return PackItem(
        paper.name if paper else "Báo cáo thành tích",
        PackKind.PRINTED,
        group,
        note,
        report,
        found,
        is_wanted=not is_there and (paper is not None or is_written),
    )


def _file_item(line: DossierLine, file: Attachment, group: str) -> PackItem:
    kind = PackKind.ATTACHED if file.ending in MERGED else PackKind.APART
    return PackItem(line.paper.name, kind, group, file.name, attachment=file)


def _missing(lines: Sequence[DossierLine], submission: Submission | None) -> tuple[str, ...]:
    """A tờ trình that is printed here is not missing."""
    there = submission is not None
    return missing_papers([x for x in lines if not (there and is_submission(x.paper))])


def _waived(lines: Sequence[DossierLine]) -> tuple[str, ...]:
    return tuple(f"{x.paper.name} ({x.paper.waived})" for x in lines if x.paper.waived)
