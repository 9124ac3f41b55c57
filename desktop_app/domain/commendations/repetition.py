"""The same achievement told twice: nominations and grants of one subject set beside each other."""

from __future__ import annotations

import dataclasses
import difflib
import re
from dataclasses import dataclass

from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.honour import Honour
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.vietnamese import clean_line, fold

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_SHINGLE = 3
"""Words that are looked at together."""
_SHORTEST = 6
"""Words of a sentence that says anything: headings and dates are alike every year."""
NEARLY_EQUAL = 0.8
"""From this share of common passages on somebody should read both texts (a usual bar), where
the file has no other."""
BARS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""What a file may choose from."""
LIKENESS_SETTING = "likeness_bar"
"""What the file calls its own bar."""


@dataclass(frozen=True)
class Passage:
    """Two sentences that say nearly the same."""

    earlier: str
    later: str
    likeness: float
    """0 to 1."""


@dataclass(frozen=True)
class Repetition:
    """Why a nomination should be looked at again."""

    words: str
    earlier: str
    """The earlier text, of this nomination's subject."""
    later: str
    """The text of this nomination."""
    likeness: float
    """0 to 1."""
    bar: float = NEARLY_EQUAL
    """From which likeness on passages of the two are shown."""


def likeness(one: str, other: str) -> float:
    """How much two texts have in common by runs of three words (Jaccard), 0 to 1."""
    ours, theirs = _shingles(one), _shingles(other)
    if not ours or not theirs:
        return 1.0 if one and fold(clean_line(one)) == fold(clean_line(other)) else 0.0
    return len(ours & theirs) / len(ours | theirs)


def passages(earlier: str, later: str, bar: float = NEARLY_EQUAL) -> tuple[Passage, ...]:
    """The sentences of the later text that stand, nearly word for word, in the earlier one."""
    old = [s for s in _sentences(earlier) if len(s.split()) >= _SHORTEST]
    found = []
    for sentence in _sentences(later):
        if len(sentence.split()) < _SHORTEST:
            continue
        near = [(_ratio(each, sentence, bar), each) for each in old]
        best, twin = max(near, default=(0.0, ""))
        if best >= bar:
            found.append(Passage(twin, sentence, best))
    return tuple(found)


def repetitions(facts: Facts, bar: float = NEARLY_EQUAL) -> tuple[Repetition, ...]:
    """Everything that looks like a second proposal for the same, the worst first.

    Texts count as nearly the same from `bar` (0 to 1) on; a second proposal of the same award
    for the same year is told of whatever its text.
    """
    others, nomination = facts.others, facts.nomination
    found = [r for other in others if (r := _with_nomination(nomination, other, bar))]
    found += [r for honour in facts.honours if (r := _with_honour(facts, honour, bar))]
    told = (dataclasses.replace(one, bar=bar) for one in found)
    return tuple(sorted(told, key=lambda r: -r.likeness))


def _with_honour(facts: Facts, honour: Honour, bar: float) -> Repetition | None:
    nomination, grant = facts.nomination, honour.grant
    source = grant.nomination
    if source and source.id in {nomination.id, *(other.id for other in facts.others)}:
        return None
    award = grant.award.name if grant.award else ""
    same = bool(grant.award and nomination.award and grant.award.is_same(nomination.award))
    if same and honour.year is not None and honour.year == facts.year:
        words = f"Đã được tặng «{award}» năm {honour.year} ({honour.cited})."
        return _pair(words, grant.achievement, nomination)
    words = f"Thành tích gần như trùng với lần khen «{award}» ({honour.cited})."
    pair = _pair(words, grant.achievement, nomination)
    return pair if pair.likeness >= bar else None


def _with_nomination(nomination: Nomination, other: Nomination, bar: float) -> Repetition | None:
    award = other.award.name if other.award else "chưa chọn danh hiệu"
    same = bool(other.award and nomination.award and other.award.is_same(nomination.award))
    if same and other.achievement_year == nomination.achievement_year:
        words = f"Đã có đề nghị khác cùng danh hiệu «{award}», năm {other.achievement_year}."
        return _pair(words, other.achievement, nomination)
    told = f"gần như trùng với đề nghị «{award}», năm {other.achievement_year}."
    for name, earlier, later in (
        ("Báo cáo thành tích", other.report.text, nomination.report.text),
        ("Thành tích", other.achievement, nomination.achievement),
    ):
        share = likeness(earlier, later)
        if share >= bar:
            return Repetition(f"{name} {told}", earlier, later, share)
    return None


def _pair(words: str, earlier: str, nomination: Nomination) -> Repetition:
    later = nomination.achievement
    return Repetition(words, earlier, later, likeness(earlier, later))


def _sentences(text: str) -> list[str]:
    return [part for part in (clean_line(p).strip() for p in _SENTENCE.split(text)) if part]


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}


def _ratio(one: str, other: str, bar: float) -> float:
    matcher = difflib.SequenceMatcher(None, fold(one).split(), fold(other).split(), False)
    if matcher.real_quick_ratio() < bar or matcher.quick_ratio() < bar:
        return 0.0
    return matcher.ratio()
