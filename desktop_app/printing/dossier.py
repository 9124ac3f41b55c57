"""A dossier on its way out: one PDF with a contents page, or a folder of numbered files."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app import disk
from desktop_app.domain.attachment import free_name, safe_name
from desktop_app.domain.commendations.dossier_pack import Pack, PackItem, PackKind
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import Document
from desktop_app.papers.commendations.dossier_contents import ContentsLine, contents_page
from desktop_app.printing import binding, output, raster
from desktop_app.printing.pdf import to_pdf

Tell = Callable[[int, int, str], object]
"""Hears how many papers of how many are done; what it raises stops the work."""

_CONTENTS = "Mục lục hồ sơ"
_LONGEST = 70
"""Letters of a name: two folders and a file must fit into the 260 a Windows path has."""
_SIGNED = "đã ký số: gửi kèm tệp gốc"


@dataclass(frozen=True)
class _Part:
    """An item with its pages, if it has any."""

    item: PackItem
    pdf: bytes = b""
    pages: int = 0
    document: Document | None = None


def bind(pack: Pack, files: Mapping[str, bytes], tell: Tell) -> bytes:
    """One PDF: the contents page, then every paper. `files` are the attachments by their id."""
    parts = _parts(pack.items, files, tell)
    contents = _contents(pack, parts)
    total = len(parts)
    return binding.bound(
        [contents, *(part.pdf for part in parts if part.pdf)],
        lambda _done, _total: tell(total, total, "Đang ghép các trang…"),
    )


def write_folder(
    pack: Pack, files: Mapping[str, bytes], parent: Path, tell: Tell, *, with_word: bool = False
) -> Path:
    """A folder of its own under `parent`, all of it or nothing; gives back where it is.

    Raises PaperNotWritten with the reason.
    """
    target = parent / free_name(_short(pack.title), _names_in(parent))
    beside = parent / f".~{secrets.token_hex(6)}.tmp"
    try:
        beside.mkdir()
        parts = _parts(pack.items, files, tell)
        output.write_bytes(beside / f"00 {_CONTENTS}.pdf", _contents(pack, parts, bound=False))
        for number, part in enumerate(parts, start=1):
            tell(number - 1, len(parts), "Đang ghi tệp…")
            _write(part, number, beside, files, with_word=with_word)
        beside.replace(target)
        disk.settle(parent)
    except OSError as error:
        raise PaperNotWritten(
            f"Chưa ghi được hồ sơ vào «{parent}».",
            "Không có gì được ghi dở dang.",
            "Hãy xem ổ đĩa còn chỗ và cho ghi không, hoặc chọn thư mục khác.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(beside)
    return target


def _parts(items: Sequence[PackItem], files: Mapping[str, bytes], tell: Tell) -> list[_Part]:
    made = []
    for place, item in enumerate(items):
        tell(place, len(items), f"{place + 1}/{len(items)} {item.name}")
        made.append(_part(item, files))
    return made


def _part(item: PackItem, files: Mapping[str, bytes]) -> _Part:
    if item.kind is PackKind.PRINTED and item.record is not None:
        document = paper_with_key(item.paper).compose(item.record)
        pdf = to_pdf(document)
        return _Part(replace(item, note=""), pdf, raster.page_count(pdf), document)
    if item.kind is not PackKind.ATTACHED or item.attachment is None:
        return _Part(item)
    try:
        pdf = binding.pages_of(files[item.attachment.id], item.attachment.ending)
    except binding.Unreadable as error:
        note = f"{item.note} ({error}): gửi kèm bản riêng"
        return _Part(replace(item, kind=PackKind.APART, note=note))
    if item.attachment.ending == ".pdf" and binding.is_signed(pdf):
        item = replace(item, note=f"{item.note} ({_SIGNED})")
    return _Part(item, pdf, raster.page_count(pdf))


def _contents(pack: Pack, parts: Sequence[_Part], *, bound: bool = True) -> bytes:
    """The contents page; how long it is itself decides where the papers begin."""
    own = 1
    for _ in range(3):
        lines = _lines(parts, own + 1 if bound else None)
        pdf = to_pdf(contents_page(pack.about, lines, pack.missing, pack.waived))
        found = raster.page_count(pdf)
        if found == own:
            break
        own = found
    return pdf


def _lines(parts: Iterable[_Part], first: int | None) -> list[ContentsLine]:
    lines = []
    for part in parts:
        item, at = part.item, first if part.pages else None
        lines.append(ContentsLine(item.name, item.group, at, part.pages, _note(item)))
        if first is not None:
            first += part.pages
    return lines


def _note(item: PackItem) -> str:
    if item.kind is PackKind.APART and not item.note.endswith("gửi kèm bản riêng"):
        return f"{item.note}: gửi kèm bản riêng"
    return item.note


def _write(
    part: _Part, number: int, folder: Path, files: Mapping[str, bytes], *, with_word: bool
) -> None:
    """A printed paper as PDF, an attached file as it is; what is only on paper has no file."""
    item = part.item
    if item.group:
        folder = folder / _short(item.group)
        folder.mkdir(exist_ok=True)
    stem = f"{number:02d} {item.name[:_LONGEST].strip()}"
    if item.attachment is not None:
        name = safe_name(stem) + item.attachment.ending
        output.write_bytes(folder / name, files[item.attachment.id])
    elif part.document is not None:
        output.write_bytes(folder / f"{safe_name(stem)}.pdf", part.pdf)
        if with_word:
            output.save(part.document, folder / f"{safe_name(stem)}.docx")


def _short(name: str) -> str:
    return safe_name(name[:_LONGEST].strip())


def _names_in(folder: Path) -> list[str]:
    try:
        return [one.name for one in folder.iterdir()]
    except OSError:
        return []
