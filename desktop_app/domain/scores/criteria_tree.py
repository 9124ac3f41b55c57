"""The tree that a flat list of criteria stands for: parents, children, leaves and paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from desktop_app.domain.scores.criterion import ZERO, Criterion


class CriteriaTree:
    """Criteria by their parents. Those that lead back to themselves belong to no branch."""

    def __init__(self, criteria: Iterable[Criterion]) -> None:
        listed = tuple(criteria)
        self._by_key: dict[str, Criterion] = {}
        for criterion in listed:
            self._by_key.setdefault(criterion.code, criterion)
        # An id goes before a code, and neither of them is empty.
        self._by_key |= {criterion.id: criterion for criterion in listed}
        self._by_key.pop("", None)
        self._children: dict[str, list[Criterion]] = {}
        for criterion in listed:
            above = self.parent(criterion)
            self._children.setdefault(above.id if above else "", []).append(criterion)
        self._paths: dict[str, tuple[Criterion, ...]] = {}
        self.in_order = tuple(self._walk())
        """Every criterion of a branch, each before its children."""
        self.leaves = tuple(criterion for criterion in self.in_order if self.is_leaf(criterion))
        self.circular = tuple(criterion for criterion in listed if criterion.id not in self._paths)
        self._sums: dict[str, Decimal] = {}
        for criterion in reversed(self.in_order):
            worths = (self.worth(child) for child in self.children(criterion))
            self._sums[criterion.id] = sum(worths, ZERO)

    @property
    def roots(self) -> tuple[Criterion, ...]:
        """The sections (phần), in order."""
        return self.children(None)

    def find(self, key: str) -> Criterion | None:
        """The criterion of an id or a code."""
        return self._by_key.get(key)

    def parent(self, criterion: Criterion) -> Criterion | None:
        return self.find(criterion.parent)

    def children(self, criterion: Criterion | None) -> tuple[Criterion, ...]:
        """What stands directly below; the sections for None."""
        return tuple(self._children.get(criterion.id if criterion else "", ()))

    def is_leaf(self, criterion: Criterion) -> bool:
        return criterion.id not in self._children

    def path(self, criterion: Criterion) -> tuple[Criterion, ...]:
        """From the section down to the criterion itself; empty for one of no branch."""
        return self._paths.get(criterion.id, ())

    def depth(self, criterion: Criterion) -> int:
        """0 for a section."""
        return len(self.path(criterion)) - 1

    def leaves_of(self, criterion: Criterion) -> tuple[Criterion, ...]:
        """The leaves below a criterion; a leaf has itself."""
        return tuple(leaf for leaf in self.leaves if criterion in self.path(leaf))

    def worth(self, criterion: Criterion) -> Decimal:
        """The maximum it states, or else what its children are worth together."""
        if criterion.max_points is not None:
            return criterion.max_points
        return self.sum_below(criterion)

    def sum_below(self, criterion: Criterion) -> Decimal:
        """What its children are worth together."""
        return self._sums.get(criterion.id, ZERO)

    def _walk(self) -> Iterator[Criterion]:
        """Depth first with a stack of its own: a table may be deeper than Python's."""
        waiting = [*reversed(self.roots)]
        while waiting:
            criterion = waiting.pop()
            above = self.parent(criterion)
            self._paths[criterion.id] = (*(self._paths[above.id] if above else ()), criterion)
            yield criterion
            waiting += reversed(self._children.get(criterion.id, ()))
