"""A paper that has been made: its blocks, its PDF, and what should be mended before printing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.record import Record

if TYPE_CHECKING:
    from desktop_app.papers.blocks import Document
    from desktop_app.papers.paper import Paper


@dataclass(frozen=True)
class MadePaper:
    """The very bytes that are shown, printed and saved, with the blocks they came from."""

    document: Document
    pdf: bytes
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.document.title


def make_paper(
    paper: Paper,
    record: Record,
    only: str | None = None,
    check: Callable[[], object] = lambda: None,
) -> MadePaper:
    """Compose a paper and turn it into a PDF; runs in the background, needs no file.

    `check` may raise to stop.
    """
    from desktop_app.printing import preflight
    from desktop_app.printing.pdf import to_pdf

    document = paper.compose(record, only)
    pdf = to_pdf(document, check=check)
    return MadePaper(document, pdf, tuple(preflight.check(document)))


def make_batch(
    paper: Paper,
    record: Record,
    parts: Sequence[str],
    tell: Callable[[int], object] = lambda _done: None,
) -> Document:
    """One document of the chosen parts, in their order; `tell` hears how many are done."""
    from desktop_app.papers.blocks import Document

    made = []
    for place, part in enumerate(parts):
        if place % 20 == 0:
            tell(place)
        made.append(paper.compose(record, part))
    sections = tuple(section for document in made for section in document.sections)
    warnings = tuple(dict.fromkeys(words for document in made for words in document.warnings))
    return Document(made[0].title if made else paper.name, sections, warnings=warnings)


def file_name(title: str) -> str:
    """A title as the name of a file, without what systems refuse."""
    kept = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in title)
    return " ".join(kept.split()).strip(". ")[:120] or "van-ban"
