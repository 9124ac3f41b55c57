"""What is put into «Đóng hồ sơ»: the dossier of one nomination, or all those of a tờ trình."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.commendations.dossier import by_owner, dossier_lines
from desktop_app.domain.commendations.dossier_pack import (
    Pack,
    carrier_of,
    nomination_pack,
    submission_pack,
)
from desktop_app.domain.commendations.nomination import Nomination, Submission

if TYPE_CHECKING:
    from desktop_app.storage import DataFile


def pack_of_nomination(file: DataFile, nomination: Nomination, report: str) -> Pack:
    """Its own papers and files after the tờ trình that carries it; `report` is a paper's key."""
    lines = dossier_lines(nomination, file.attachments.of_record(nomination))
    carrier = carrier_of(nomination, file.submissions.of_period(nomination.period))
    return nomination_pack(file.nomination_file_of(nomination), lines, carrier, report)


def pack_of_submission(file: DataFile, submission: Submission) -> Pack:
    """Everyone on the list, as the nominations are in the file now."""
    ids = [line.nomination.id for line in submission.lines]
    found = file.nominations.load(ids)
    nominations = [found[one] for one in ids if one in found]
    attached = by_owner(file.attachments.all())
    dossiers = [
        (file.nomination_file_of(one), dossier_lines(one, attached.get(one.id, ())))
        for one in nominations
    ]
    return submission_pack(submission, dossiers)
