"""One backup: a copy of the data file and, beside it, what was counted in it when it was made."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from desktop_app.domain.record import Choice

MANIFEST = ".json"
"""What follows the name of a backup in the name of its manifest."""
_STAMP = "%Y%m%d-%H%M%S"


class Reason(Choice):
    """Why a backup was made."""

    DAY = "dau-ngay", "Thay đổi đầu tiên trong ngày"
    WORK = "dang-lam", "Trong khi làm việc"
    CLOSE = "dong-tep", "Khi đóng tệp"
    HAND = "bam-nut", "Bấm «Sao lưu ngay»"
    UPGRADE = "truoc-nang-cap", "Trước khi nâng cấp tệp"
    IMPORT = "truoc-khi-nhap", "Trước khi nhập dữ liệu"
    DELETE = "truoc-khi-xoa", "Trước khi xoá nhiều bản ghi"
    RESTORE = "truoc-phuc-hoi", "Trước khi phục hồi"

    @property
    def is_before_something(self) -> bool:
        """Such a backup is kept for a while whatever else stands beside it."""
        return self in (Reason.UPGRADE, Reason.IMPORT, Reason.DELETE, Reason.RESTORE)


@dataclass(frozen=True)
class Content:
    """What is counted in a data file: a copy is good when it holds the same."""

    version: int
    """The version of its tables."""
    changes: int
    """The number of the last entry in its history."""
    head: str
    """The seal of that entry."""
    rows: dict[str, int] = field(default_factory=dict)
    """Table → how many rows."""


@dataclass(frozen=True)
class Backup:
    """A copy that was opened and checked. Its manifest is written last: without it none counts."""

    path: Path
    made_at: dt.datetime
    reason: Reason
    content: Content
    sha256: str = ""
    size: int = 0

    def manifest(self) -> str:
        """What stands beside the copy."""
        kept = {
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "reason": self.reason.value,
            "sha256": self.sha256,
            "size": self.size,
            "content": asdict(self.content),
        }
        return json.dumps(kept, ensure_ascii=False, indent=1)

    @classmethod
    def read(cls, path: Path) -> Backup:
        """The backup at a path by its manifest. Raises OSError, ValueError or KeyError."""
        kept = json.loads(manifest_of(path).read_text(encoding="utf-8"))
        return cls(
            path=path,
            made_at=dt.datetime.fromisoformat(kept["made_at"]),
            reason=Reason(kept["reason"]),
            content=Content(**kept["content"]),
            sha256=kept["sha256"],
            size=kept["size"],
        )


def manifest_of(path: Path) -> Path:
    """Where the sum and the counts of a backup are written: beside it."""
    return path.with_name(path.name + MANIFEST)


def name_of(source: Path, made_at: dt.datetime, reason: Reason) -> str:
    """«Cụm 2-20261127-160245-dau-ngay.thidua»: sorted by name they are sorted by time."""
    return f"{source.stem}-{made_at.strftime(_STAMP)}-{reason.value}{source.suffix}"
