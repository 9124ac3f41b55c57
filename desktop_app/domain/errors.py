"""Errors that carry a sentence for the person at the desk, and nothing of a library's own."""

from __future__ import annotations

from collections.abc import Mapping


class UserFacingError(Exception):
    """Something the user can understand and act on: what happened, what was kept, what to do."""

    def __init__(self, what: str, kept: str = "", remedy: str = "") -> None:
        super().__init__(" ".join(part for part in (what, kept, remedy) if part))
        self.what = what
        self.kept = kept
        self.remedy = remedy


class InvalidRecord(UserFacingError):
    """A record that breaks its own rules; `problems` maps a field to its sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(
            "Chưa lưu được: " + " ".join(problems.values()),
            kept="Dữ liệu đã lưu trước đó không thay đổi.",
        )
        self.problems = dict(problems)


class RecordInUse(UserFacingError):
    """A record that other records still point to and that therefore stays."""


class RecordMissing(UserFacingError):
    """A record asked for by its id that is not in the file (any more)."""


class NothingToUndo(UserFacingError):
    """There is no saved change of this session left to undo or redo."""


class NotAllowed(UserFacingError):
    """The person at the desk may not do this."""


class WrongSignIn(UserFacingError):
    """A password that is not the person's, or a try that came too soon."""

    def __init__(self, what: str, wait: int = 0) -> None:
        super().__init__(what)
        self.wait = wait
        """Seconds until the next try is taken."""


class DataFileError(UserFacingError):
    """The data file cannot be opened or written."""


class DataFileTooNew(DataFileError):
    """The file was written by a newer version of the program; it is left untouched."""


class DataFileDamaged(DataFileError):
    """The file is not a data file of ours, or its pages do not fit together."""


class DataFileBusy(DataFileError):
    """Another copy of the program has the file open."""


class DataFileInSharedPlace(DataFileError):
    """A live file on a network or in a folder that a service copies elsewhere would be damaged."""


class PasswordNeeded(DataFileError):
    """The file is encrypted and the key at hand is not its own."""


class WrongPassword(DataFileError):
    """The password or the recovery code does not fit; the file itself is sound."""


class PaperNotWritten(UserFacingError):
    """A paper could not be made or its file could not be written."""


class ImportRefused(UserFacingError):
    """A file from outside that is not read: too large, of another sort, damaged or unsafe."""
