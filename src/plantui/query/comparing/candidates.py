"""Finds which items of different plans may be the same, without looking at every pair: what shares no piece is never met.

Memory grows with the number of items and not with that of pairs: of each item the most alike others are kept, of each pair
of plans one sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappush, heapreplace
from itertools import groupby
from typing import NamedTuple

from .wording import Item, Pieces, Scale, combined

_KEPT = 32
"""Candidates that are kept of each item, over all other plans."""
_UNKNOWN = 3
"""Tasks that every plan is taken to have beside its own that are in no other: two short plans may agree by chance."""

_RELATED, _UNRELATED = 0.33, 0.23
"""Likeness of plans from which on they are taken to have a common source, and up to which they are taken to have none."""
_LEAST_RELATED, _LEAST_UNRELATED = 0.16, 0.65
"""Score from which on two tasks are the same, in plans with a common source and in plans without one."""


_WORTH_SCORING = (0.15, 0.08)
"""Shares of title and of text below which both are too small for any of these scores: such pairs are most of all."""


class Candidate(NamedTuple):
    """Two items that may be the same, by their places; the first one stands before the other."""

    score: float
    one: int
    other: int


def candidates(items: Sequence[Item], scale: Scale) -> list[Candidate]:
    """Return the pairs of items of different plans that are alike enough, the most alike first.

    The items stand plan by plan. How alike is enough follows from how alike the two plans are on the whole: tasks of two
    plans that carry out one plan from above are expected to meet, those of others have to be nearly the same.
    """
    finder = _Finder(items, scale)
    found = {
        pair
        for at, kept in enumerate(finder.kept)
        for score, other in kept
        for pair in [Candidate(score, min(at, other), max(at, other))]
    }
    least: dict[tuple[str, str], float] = {}

    def is_enough(pair: Candidate) -> bool:
        plans = items[pair.one].plan, items[pair.other].plan
        if plans not in least:
            least[plans] = _least(finder.affinity(*plans))
        return pair.score >= least[plans]

    return sorted(filter(is_enough, found), key=lambda pair: (-pair.score, pair.one, pair.other))


def _least(affinity: float) -> float:
    """Return the score from which on tasks of two plans that are so alike are the same."""
    share = (affinity - _UNRELATED) / (_RELATED - _UNRELATED)
    share = min(max(share, 0.0), 1.0)
    return _LEAST_UNRELATED + (_LEAST_RELATED - _LEAST_UNRELATED) * share


class _Finder:
    """Goes through the plans, each against all before it, by lists of the items that have a piece."""

    def __init__(self, items: Sequence[Item], scale: Scale) -> None:
        self._items, self._scale = items, scale
        self._lengths = [tuple(map(scale.length, (one.title, one.text, one.targets))) for one in items]
        self._having: tuple[defaultdict[str, list[int]], ...] = tuple(defaultdict(list) for _ in range(3))
        self._worded: defaultdict[str, list[int]] = defaultdict(list)
        self.kept: list[list[tuple[float, int]]] = [[] for _ in items]
        """The most alike items of other plans, of each item."""
        self._sums: defaultdict[tuple[str, str], float] = defaultdict(float)
        """Of two plans the sum of the best scores that the first one's items have in the second one."""
        self._sizes: dict[str, int] = {}
        for plan, group in groupby(range(len(items)), lambda at: items[at].plan):
            places = [*group]
            self._sizes[plan] = len(places)
            self._meet(plan, places)

    def affinity(self, one: str, other: str) -> float:
        """Return how alike two plans are on the whole, from 0 to 1, seen from the one that is nearer to the other."""
        return max(
            self._sums[plan, beside] / (self._sizes[plan] + _UNKNOWN)
            for plan, beside in ((one, other), (other, one))
        )

    def _meet(self, plan: str, places: Sequence[int]) -> None:
        best_of_others: dict[int, float] = {}
        for at in places:
            best_in: dict[str, float] = {}
            for other, score in self._scores(at):
                beside = self._items[other].plan
                best_in[beside] = max(best_in.get(beside, 0.0), score)
                best_of_others[other] = max(best_of_others.get(other, 0.0), score)
                self._keep(at, score, other)
                self._keep(other, score, at)
            for beside, score in best_in.items():
                self._sums[plan, beside] += score
        for other, score in best_of_others.items():
            self._sums[self._items[other].plan, plan] += score
        for at in places:
            self._worded[self._items[at].whole].append(at)
            for having, pieces in zip(self._having, _channels(self._items[at]), strict=True):
                for piece in pieces:
                    if self._scale.weight(piece):
                        having[piece].append(at)

    def _keep(self, at: int, score: float, other: int) -> None:
        kept = self.kept[at]
        if len(kept) < _KEPT:
            heappush(kept, (score, other))
        elif score > kept[0][0]:
            heapreplace(kept, (score, other))

    def _scores(self, at: int) -> Iterator[tuple[int, float]]:
        """Yield the items before that share enough of title or text, or all of their wording, with their scores."""
        item, lengths = self._items[at], self._lengths[at]
        titles, texts, targets = (
            self._shared(having, pieces) for having, pieces in zip(self._having, _channels(item), strict=True)
        )
        near = {*self._worded[item.whole]}
        for channel, (shared, least) in enumerate(zip((titles, texts), _WORTH_SCORING, strict=True)):
            enough, theirs = least * lengths[channel], self._lengths
            near.update(
                other for other, weight in shared.items() if weight >= enough * theirs[other][channel]
            )
        for other in sorted(near):
            if item.whole == self._items[other].whole:
                yield other, 1.0
                continue
            title, text, target = (
                _share(shared.get(other, 0), lengths[channel] * self._lengths[other][channel])
                for channel, shared in enumerate((titles, texts, targets))
            )
            has_targets = item.targets and self._items[other].targets
            yield other, combined(title, text, target if has_targets else None)

    def _shared(self, having: Mapping[str, list[int]], pieces: Pieces) -> dict[int, int]:
        """Return of each item before the weight of the pieces that it shares."""
        shared: defaultdict[int, int] = defaultdict(int)
        for piece in pieces:
            weight = self._scale.weight(piece)
            for other in having.get(piece, ()):
                shared[other] += weight
        return shared


def _channels(item: Item) -> tuple[Pieces, Pieces, Pieces]:
    return item.title, item.text, item.targets


def _share(weight: int, lengths: float) -> float:
    return min(weight / lengths, 1.0) if lengths else 0.0
