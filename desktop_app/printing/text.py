"""Words on their way to paper: clean, composed, cut into lines and marked as lists want them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import clean_text
from desktop_app.papers.blocks import Text

NO_BREAK_SPACE = "\u00a0"
_BREAKS = re.compile(r"[\n\u2028\u2029]")
_WIDE_SPACES = re.compile(r"[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
# A variation selector chooses a drawing for the letter before it and has no ink of its own.
_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def clean(text: str) -> str:
    """Composed text without marks that print nothing; every odd space is a plain one."""
    text = _SELECTORS.sub("", clean_text(_BREAKS.sub("\n", text)))
    return _WIDE_SPACES.sub(" ", text)


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in runs(text))


def runs(text: Text, capitals: bool = False) -> tuple[Run, ...]:
    """Clean runs; a mark that begins a run goes to the letter it stands on."""
    given = (Run(text),) if isinstance(text, str) else text
    kept: list[Run] = []
    for run in given:
        body = run.text.upper() if capitals else run.text
        marks = _leading_marks(body) if kept else ""
        if marks:
            kept[-1] = _with_text(kept[-1], clean(kept[-1].text + marks))
        kept.append(_with_text(run, clean(body[len(marks) :])))
    return tuple(run for run in kept if run.text)


def lines(text: Text, capitals: bool = False) -> list[tuple[Run, ...]]:
    """The runs of each line; a text without lines is one empty line."""
    found: list[list[Run]] = [[]]
    for run in runs(text, capitals):
        first, *others = run.text.split("\n")
        found[-1].append(_with_text(run, first))
        found.extend([_with_text(run, other)] for other in others)
    return [tuple(run for run in line if run.text) for line in found]


def one_line(text: str, capitals: bool = False) -> str:
    """The text without line breaks."""
    return clean(text.upper() if capitals else text).replace("\n", " ").strip(" ")


def keep_spaces(text: str) -> str:
    """Room left for a hand-written number stays as wide as it was typed."""
    return re.sub(" {2,}", lambda found: NO_BREAK_SPACE * (len(found[0]) - 1) + " ", text)


def enumerated(names: Sequence[str]) -> list[str]:
    """«- …;» … «- ….», as ND30 ends the lines of «Kính gửi» and «Nơi nhận»."""
    bare = [_bare(name) for name in names]
    ends = [";"] * (len(bare) - 1) + ["."]
    return [f"- {name}{end}" for name, end in zip(bare, ends, strict=False)]


def after_mark(mark: str, words: Text) -> tuple[Run, ...]:
    """A list's item: its mark, a space that does not stretch, its words."""
    return (Run(mark + NO_BREAK_SPACE), *runs(words)) if mark else runs(words)


def _bare(name: str) -> str:
    return one_line(name).removeprefix("-").rstrip(" ;.,").strip()


def _leading_marks(text: str) -> str:
    count = 0
    while count < len(text) and unicodedata.combining(text[count]):
        count += 1
    return text[:count]


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.underline)
