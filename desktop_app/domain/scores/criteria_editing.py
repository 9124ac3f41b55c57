"""Changes of a tree of criteria: every function takes the list in its order and gives a new one.

The list is that of `CriteriaSet.criteria` after `in_tree_order`: each criterion stands before its
children, and `parent` is an id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from desktop_app.domain.scores.criteria_tree import CriteriaTree
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.vietnamese import point_letter, roman

Criteria = tuple[Criterion, ...]
_LETTERS = tuple(point_letter(place) for place in range(23))


def in_tree_order(criteria: Iterable[Criterion]) -> Criteria:
    """Each before its children and linked by ids; what leads back to itself comes last."""
    listed = tuple(criteria)
    tree = CriteriaTree(listed)
    linked = {
        criterion.id: criterion.replace(parent=above.id)
        for criterion in listed
        if (above := tree.parent(criterion))
    }
    ordered = (*tree.in_order, *tree.circular)
    return tuple(linked.get(criterion.id, criterion) for criterion in ordered)


def branch(criteria: Criteria, criterion_id: str) -> Criteria:
    """A criterion and everything below it."""
    held = {criterion_id}
    for criterion in criteria:
        if criterion.parent in held:
            held.add(criterion.id)
    return tuple(criterion for criterion in criteria if criterion.id in held)


def with_child(criteria: Criteria, parent_id: str, child: Criterion) -> Criteria:
    """The child behind the last one of its parent, which is a group from now on."""
    added = (*criteria, child.replace(parent=parent_id))
    return in_tree_order(_as_groups(added, {parent_id}))


def with_brother(criteria: Criteria, criterion_id: str, brother: Criterion) -> Criteria:
    """The brother right behind a criterion and all that is below it; else at the end."""
    held = branch(criteria, criterion_id)
    if not held:
        return in_tree_order((*criteria, brother.replace(parent="")))
    place = criteria.index(held[-1]) + 1
    made = brother.replace(parent=held[0].parent)
    return in_tree_order((*criteria[:place], made, *criteria[place:]))


def without(criteria: Criteria, criterion_id: str) -> Criteria:
    """What is left when a criterion goes with everything below it."""
    gone = {criterion.id for criterion in branch(criteria, criterion_id)}
    return tuple(criterion for criterion in criteria if criterion.id not in gone)


def moved(criteria: Criteria, criterion_id: str, step: int) -> Criteria:
    """A branch changes places with the one before (-1) or behind (1) it; at the edge it stays."""
    brothers = _brothers(criteria, criterion_id)
    at = [brother.id for brother in brothers].index(criterion_id)
    if not 0 <= at + step < len(brothers):
        return criteria
    first, second = sorted((at, at + step))
    upper = branch(criteria, brothers[first].id)
    lower = branch(criteria, brothers[second].id)
    rest = tuple(c for c in criteria if c not in upper and c not in lower)
    place = criteria.index(upper[0])
    return in_tree_order((*rest[:place], *lower, *upper, *rest[place:]))


def indented(criteria: Criteria, criterion_id: str) -> Criteria:
    """One level deeper: the last child of the brother before; the first brother stays."""
    brothers = _brothers(criteria, criterion_id)
    at = [brother.id for brother in brothers].index(criterion_id)
    return _put_below(criteria, criterion_id, brothers[at - 1].id) if at else criteria


def outdented(criteria: Criteria, criterion_id: str) -> Criteria:
    """One level up, right behind the criterion it was under; a section stays."""
    known = {criterion.id: criterion for criterion in criteria}
    above = known.get(known[criterion_id].parent)
    if above is None:
        return criteria
    own = branch(criteria, criterion_id)
    rest = tuple(criterion for criterion in criteria if criterion not in own)
    place = rest.index(branch(rest, above.id)[-1]) + 1
    top = own[0].replace(parent=above.parent)
    changed = in_tree_order((*rest[:place], top, *own[1:], *rest[place:]))
    return _recoded(changed, criterion_id)


def next_code(criteria: Criteria, parent_id: str, at: int | None = None) -> str:
    """The code a new criterion would have under a parent: it goes on as its brothers do.

    The first free one from place `at` among the brothers on, counted from 0; else the last.
    """
    brothers = [criterion for criterion in criteria if criterion.parent == parent_id]
    known = {criterion.id: criterion for criterion in criteria}
    above = known.get(parent_id)
    front = f"{above.code}." if above else ""
    last = brothers[-1].code.rpartition(".")[2] if brothers else ""
    sign = _sign_like(last) or _SIGNS[min(_depth(known, above), len(_SIGNS) - 1)]
    used = {criterion.code.casefold() for criterion in criteria}
    count = len(brothers) if at is None else at
    while (code := front + sign(count)).casefold() in used:
        count += 1
    return code


def _put_below(criteria: Criteria, criterion_id: str, parent_id: str) -> Criteria:
    own = branch(criteria, criterion_id)
    rest = tuple(criterion for criterion in criteria if criterion not in own)
    changed = (*rest, own[0].replace(parent=parent_id), *own[1:])
    return _recoded(in_tree_order(_as_groups(changed, {parent_id})), criterion_id)


def _recoded(criteria: Criteria, criterion_id: str) -> Criteria:
    """A branch that was moved is cited by its new place, and so is what is below it."""
    own = branch(criteria, criterion_id)
    others = tuple(criterion for criterion in criteria if criterion not in own)
    at = [brother.id for brother in _brothers(criteria, criterion_id)].index(criterion_id)
    old, new = own[0].code, next_code(others, own[0].parent, at)
    fresh = {
        criterion.id: criterion.replace(code=new + criterion.code.removeprefix(old))
        for criterion in own
        if criterion.id == criterion_id or (old and criterion.code.startswith(f"{old}."))
    }
    return tuple(fresh.get(criterion.id, criterion) for criterion in criteria)


def _brothers(criteria: Criteria, criterion_id: str) -> Criteria:
    parent = next(criterion.parent for criterion in criteria if criterion.id == criterion_id)
    return tuple(criterion for criterion in criteria if criterion.parent == parent)


def _as_groups(criteria: Sequence[Criterion], ids: set[str]) -> Criteria:
    """What has children is a group; its points and its other figures are kept."""
    return tuple(
        criterion.replace(kind=Kind.GROUP) if criterion.id in ids else criterion
        for criterion in criteria
    )


def _depth(known: dict[str, Criterion], above: Criterion | None) -> int:
    depth, seen = 0, set()
    while above is not None and above.id not in seen:
        seen.add(above.id)
        depth, above = depth + 1, known.get(above.parent)
    return depth


# --- I, 1, a: how the places of brothers are written ------------------------------------------


def _digit(place: int) -> str:
    return str(place + 1)


def _roman(place: int) -> str:
    return roman(place + 1)


def _letter(place: int) -> str:
    return _LETTERS[place] if place < len(_LETTERS) else f"a{place + 1}"


_SIGNS: tuple[Callable[[int], str], ...] = (_roman, _digit, _letter, _digit)


def _sign_like(last: str) -> Callable[[int], str] | None:
    """The way in which a brother is numbered, where it is a usual one."""
    if last.isdigit():
        return _digit
    if last and set(last) <= set("IVXLC"):
        return _roman
    return _letter if last in _LETTERS else None
