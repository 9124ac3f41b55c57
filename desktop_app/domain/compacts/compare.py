"""Two versions of a compact beside each other, part by part and word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop_app.domain.compacts.compact import Compact, CompactItem, Direction, UnitTarget
from desktop_app.domain.text_diff import Piece, compared, is_same
from desktop_app.domain.vietnamese import number

_ALIKE = 0.5
"""From this share of common words on, two commitments are versions of one."""


@dataclass(frozen=True)
class Difference:
    """One part of the compact: its name, and the words with what became of them."""

    heading: str
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return is_same(self.pieces)


def differences(old: Compact, new: Compact) -> tuple[Difference, ...]:
    """Every part that is not the same, in the order of the paper."""
    parts = [
        ("Tên giao ước", old.name, new.name),
        ("Căn cứ", "\n".join(old.grounds), "\n".join(new.grounds)),
        ("Khẩu hiệu", old.slogan, new.slogan),
        ("Mở đầu", old.opening, new.opening),
        *_item_parts(old, new),
        ("Thứ tự nội dung", *_orders(old, new)),
        ("Biện pháp", old.measures.text, new.measures.text),
        ("Trách nhiệm", old.responsibilities.text, new.responsibilities.text),
        ("Phần kết", old.closing, new.closing),
        ("Chỉ tiêu riêng của đơn vị", _targets(old), _targets(new)),
        ("Nơi ký", old.place, new.place),
    ]
    found = (Difference(heading, compared(before, after)) for heading, before, after in parts)
    return tuple(difference for difference in found if not difference.is_same)


def _item_parts(old: Compact, new: Compact) -> list[tuple[str, str, str]]:
    """Commitments that belong together, the new order first, then those that are gone."""
    pairs = _pairs(old.items, new.items)
    parts = [
        (f"Nội dung {place}", _told(pairs[item.id]) if item.id in pairs else "", _told(item))
        for place, item in enumerate(new.items, start=1)
    ]
    met = {before.id for before in pairs.values()}
    return parts + [
        (f"Nội dung {place} của bản cũ", _told(item), "")
        for place, item in enumerate(old.items, start=1)
        if item.id not in met
    ]


def _orders(old: Compact, new: Compact) -> tuple[str, str]:
    """The places of the old version, as they were and as they stand now; empty when none moved."""
    pairs = _pairs(old.items, new.items)
    places = {item.id: place for place, item in enumerate(old.items, start=1)}
    now = [places[pairs[item.id].id] for item in new.items if item.id in pairs]
    if now == sorted(now):
        return "", ""
    return ", ".join(map(str, sorted(now))), ", ".join(map(str, now))


def _pairs(old: tuple[CompactItem, ...], new: tuple[CompactItem, ...]) -> dict[str, CompactItem]:
    """New id → the old commitment it came from: the same words, or else the most alike."""
    free = list(old)
    found: dict[str, CompactItem] = {}
    for item in new:
        same = next((each for each in free if each.text == item.text), None)
        if same:
            found[item.id] = same
            free.remove(same)
    for item in new:
        if item.id in found or not free:
            continue
        best = max(free, key=lambda each: _likeness(each, item))
        if _likeness(best, item) >= _ALIKE:
            found[item.id] = best
            free.remove(best)
    return found


def _likeness(one: CompactItem, other: CompactItem) -> float:
    words = one.text.text.split(), other.text.text.split()
    return SequenceMatcher(a=words[0], b=words[1], autojunk=False).ratio()


def _told(item: CompactItem) -> str:
    goal = item.target or target_words(item)
    tail = f" (chỉ tiêu: {goal})" if goal else ""
    return f"[{item.group}] {item.text.text}{tail}" if item.group else item.text.text + tail


def target_words(item: CompactItem) -> str:
    """«≥ 95 %», «giảm 5 %», «≤ 3 vụ»; empty where no number was agreed."""
    if item.value is None or item.direction is Direction.NONE:
        return ""
    value = number(item.value)
    if item.direction in (Direction.REDUCE, Direction.INCREASE):
        what = f" {item.measure}" if item.measure and item.measure != "%" else ""
        return f"{item.direction.label.removesuffix(' %')} {value}%{what}"
    gap = "" if item.measure == "%" else " "
    return f"{item.direction.label} {value}{gap}{item.measure}".strip()


def _given(target: UnitTarget) -> str:
    if target.is_free:
        return "không giao"
    return "" if target.value is None else number(target.value)


def _targets(compact: Compact) -> str:
    """One line a target that differs from the common one."""
    places = {item.id: place for place, item in enumerate(compact.items, start=1)}
    lines = [
        f"Nội dung {places[target.item]}, {target.unit.short_name}: " + _given(target)
        for target in compact.targets
        if target.item in places
    ]
    return "\n".join(sorted(lines))
