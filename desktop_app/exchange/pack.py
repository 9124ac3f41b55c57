"""A pack: one plain .zip with the data file, its papers, an index and the sums of all of them.

Whoever gets one can look inside with any tool. Nothing in it is compressed, so it can never grow
larger than it is when it is unpacked.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app import disk
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.record import Choice

VERSION = 1
KIND = "thi-dua-cum/goi"
MANIFEST = "muc-luc.json"
SUMS = "SHA256SUMS.txt"
READ_ME = "DOC-TRUOC.txt"
PIECE = 1 << 20
_CODE = 12
Tell = Callable[[int, int], object]
"""Is told how many bytes of how many are done; may raise to stop."""


class Purpose(Choice):
    """Why a pack is made."""

    HANDOVER = "ban-giao", "Bàn giao cho Cụm trưởng mới"
    MOVE = "sang-may-khac", "Mang sang máy khác"


@dataclass(frozen=True)
class Entry:
    """One file of a pack."""

    name: str
    """Its place in the pack, with slashes."""
    title: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a pack holds and where it comes from."""

    purpose: Purpose
    made_at: dt.datetime
    who: str
    cluster: str
    period: str
    data: str
    """The name of the data file among the entries."""
    is_encrypted: bool = False
    content: Mapping[str, Any] = field(default_factory=dict)
    """What was counted in the data file: version, changes, head of the history, rows."""
    entries: tuple[Entry, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.entries)

    @property
    def papers(self) -> tuple[Entry, ...]:
        """The files that are papers of the cluster."""
        return tuple(entry for entry in self.entries if entry.name.startswith("giay-to/"))

    def text(self) -> str:
        """The manifest as it lies in the pack."""
        made = {"kind": KIND, "version": VERSION, **asdict(self)}
        made |= {"purpose": self.purpose.value, "made_at": self.made_at.isoformat()}
        return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)

    @property
    def code(self) -> str:
        """«3F9A-01C7-88B2»: both sides read it aloud; any other byte gives another code."""
        digest = hashlib.sha256(self.text().encode()).hexdigest()[:_CODE].upper()
        return "-".join(digest[start : start + 4] for start in range(0, _CODE, 4))


@dataclass(frozen=True)
class Source:
    """A file that goes into a pack."""

    name: str
    title: str
    path: Path


def write_pack(target: Path, manifest: Manifest, sources: Sequence[Source], tell: Tell) -> Manifest:
    """The pack at `target`, read back before it counts; its manifest with all entries.

    Raises PaperNotWritten; then nothing half is left, and what stood at `target` still stands.
    """
    from desktop_app.exchange.pack_reading import read_pack

    try:
        with disk.beside(target) as part:
            with part.open("wb") as out:
                full = _write(out, manifest, sources, tell)
            read_pack(part, lambda done, whole: tell(whole + done, 2 * whole))
    except OSError as error:
        raise PaperNotWritten(
            f"Chưa ghi được gói «{target.name}».",
            kept="Tệp dữ liệu còn nguyên; không có gói dở dang nào ở lại.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của nơi lưu, hoặc chọn nơi khác.",
        ) from error
    return full


def _write(out: BinaryIO, manifest: Manifest, sources: Sequence[Source], tell: Tell) -> Manifest:
    whole = sum(source.path.stat().st_size for source in sources)
    done = 0
    entries = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(READ_ME, _read_me(manifest))
        for source in sources:
            digest, size = hashlib.sha256(), 0
            info = zipfile.ZipInfo(source.name, manifest.made_at.timetuple()[:6])
            with source.path.open("rb") as given, archive.open(info, "w", force_zip64=True) as kept:
                while piece := given.read(PIECE):
                    kept.write(piece)
                    digest.update(piece)
                    size += len(piece)
                    tell(done + size, 2 * whole)
            done += size
            entries.append(Entry(source.name, source.title, size, digest.hexdigest()))
        full = replace(manifest, entries=tuple(entries))
        archive.writestr(SUMS, "".join(f"{one.sha256}  {one.name}\n" for one in entries))
        archive.writestr(MANIFEST, full.text())
    return full


def _read_me(manifest: Manifest) -> str:
    lines = (
        f"{manifest.purpose.label.upper()}: {manifest.cluster}, {manifest.period}",
        f"Lập lúc {manifest.made_at:%H:%M ngày %d/%m/%Y}, người lập: {manifest.who}.",
        "",
        "Để dùng tiếp: mở chương trình Thi đua Cụm trên máy mới, vào «Tệp», «Nhận gói bàn giao…»",
        "và chọn chính gói này. Chương trình kiểm tra từng tệp rồi mới mở ra, không ghi đè gì.",
        "",
        "du-lieu/   tệp dữ liệu, có đủ lịch sử",
        "giay-to/   giấy tờ đã ký: biên bản đã chốt và tệp kèm (không có khi tệp có mật khẩu)",
        f"{SUMS}  tổng kiểm SHA-256 của từng tệp",
    )
    # a byte order mark: old editors take it for UTF-8
    return "\ufeff" + "\r\n".join(lines) + "\r\n"
