"""What version 5 of the data file has and version 4 lacks, a module a subject."""

from __future__ import annotations

from desktop_app.storage.steps.version_5 import (
    accounts,
    certificates,
    commendations,
    keeping,
    meetings,
    office,
    scores,
    voting,
    years,
)

_SUBJECTS = (
    *(voting, meetings, keeping, scores, years, certificates, commendations),
    *(office, accounts),
)

STATEMENTS = tuple(
    statement for subject in _SUBJECTS for statement in subject.STATEMENTS.strip().split(";\n")
)
