"""What goes into a pack: a checked copy of the data file, and the papers that lie in it."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.attachment import Attachment, free_name, safe_name
from desktop_app.domain.meetings.minutes_version import MinutesVersion
from desktop_app.exchange.pack import Manifest, Purpose, Source, Tell, write_pack
from desktop_app.exchange.pack_book import pack_book
from desktop_app.papers.years.pack_index import IndexLine, pack_index
from desktop_app.storage import DataFile
from desktop_app.storage.backups.backup import Content, Reason
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.file_key import FileKey

_LONGEST_NAME = 100
"""Bytes of a paper's name in the pack: the path must stay short on every system."""
_INDEX = "muc-luc"


@dataclass(frozen=True)
class Order:
    """A pack that is wanted, and all that must be asked of the open file beforehand."""

    target: Path
    purpose: Purpose
    who: str
    cluster: str
    period: str
    path: Path
    pages: BinaryIO
    content: Content
    key: FileKey | None = None


def make_pack(order: Order, tell: Tell) -> Manifest:
    """Makes the pack, in a thread of its own. Raises UserFacingError; nothing half is left.

    The papers are read from the very copy that goes into the pack. The papers of an encrypted
    file stay inside it: beside it they would lie there for everybody to read.
    """
    with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as name:
        folder = Path(name)
        copy = make_backup(
            order.pages,
            order.path,
            folder / "sao",
            Reason.HAND,
            order.content,
            lambda _done, _whole: tell(0, 0),
            key=order.key,
        )
        place = f"du-lieu/{safe_name(order.path.name)}"
        sources = [Source(place, "Tệp dữ liệu", copy.path)]
        manifest = Manifest(
            purpose=order.purpose,
            made_at=dt.datetime.now().replace(microsecond=0),
            who=order.who,
            cluster=order.cluster,
            period=order.period,
            data=place,
            is_encrypted=order.key is not None,
            content=asdict(order.content),
        )
        if order.key is None:
            sources += _papers(copy.path, folder, manifest, tell)
        return write_pack(order.target, manifest, sources, tell)


def _papers(copy: Path, folder: Path, manifest: Manifest, tell: Tell) -> list[Source]:
    """The signed papers as files, and their index; `copy` itself stays as it is."""
    read = folder / "doc" / "doc.thidua"
    read.parent.mkdir()
    shutil.copyfile(copy, read)
    found: list[Source] = []
    taken: set[str] = set()
    with DataFile.open(read) as file:
        for title, wanted, content in _contents(file):
            tell(0, 0)
            # names are made shorter than a path may be, and never twice the same
            short = safe_name(wanted)
            stem, dot, ending = short.rpartition(".")
            cut = stem.encode()[:_LONGEST_NAME].decode(errors="ignore") + dot + ending
            name = free_name(safe_name(cut), taken)
            taken.add(name)
            path = folder / f"{len(found)}.giay"
            path.write_bytes(content)
            found.append(Source(f"giay-to/{name}", title, path))
    return [*found, *_indexes(found, folder, manifest)]


def _contents(file: DataFile) -> Iterator[tuple[str, str, bytes]]:
    """Title, name and bytes of every paper: closed minutes first, then attached files."""
    for version in file.minutes_versions.all():
        state = " (đã mở chốt)" if version.reason else ""
        day = f"{version.closed_at:%Y-%m-%d} " if version.closed_at else ""
        yield version.title + state, f"{day}{version.title}{state}.pdf", _as_pdf(version)
    titles = {record.id: record.title for store in file.stores for record in store.all()}
    for attached in file.attachments.all():
        owner = titles.get(attached.owner, "")
        yield (
            _title(attached, owner),
            f"{owner[:60]} - {attached.name}",
            file.attachments.content(attached),
        )


def _title(attached: Attachment, owner: str) -> str:
    return f"Tệp kèm của «{owner}»: {attached.name}" if owner else f"Tệp kèm: {attached.name}"


def _as_pdf(version: MinutesVersion) -> bytes:
    from desktop_app.papers.meetings.closed_minutes import kept
    from desktop_app.printing.pdf import to_pdf

    return to_pdf(kept(version))


def _indexes(papers: list[Source], folder: Path, manifest: Manifest) -> list[Source]:
    """The same index to be printed and to be sorted."""
    from desktop_app.printing.pdf import to_pdf

    lines = [_line(paper) for paper in papers]
    document = pack_index(manifest.cluster, manifest.period, manifest.made_at, manifest.who, lines)
    made = {".pdf": to_pdf(document), ".xlsx": pack_book(document.title, lines)}
    found = []
    for ending, content in made.items():
        path = folder / f"{_INDEX}{ending}"
        path.write_bytes(content)
        found.append(Source(f"{_INDEX}{ending}", document.title, path))
    return found


def _line(paper: Source) -> IndexLine:
    content = paper.path.read_bytes()
    return IndexLine(paper.title, paper.name, len(content), hashlib.sha256(content).hexdigest())
