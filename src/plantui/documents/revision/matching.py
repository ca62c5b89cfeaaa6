"""Finds each task of an old plan again in the new one, whatever number it has there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plantui.model.likeness import character_pairs, dice, each_once, folded
from plantui.model.plan import Task

_LEAST = 0.45
"""Likeness below which two tasks are different tasks."""
_LEAST_TITLE = 0.75
"""Likeness of titles that makes one task of two whose texts were written anew."""
_SAME_ID = 0.03
_SAME_NUMBER = 0.02
"""What an unchanged id or number adds: it decides between equals and nothing else."""
_COMMON = 60
"""How many tasks may share a pair of characters before it says nothing about any."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which old task is which new one, by their places in the plans."""

    pairs: tuple[tuple[int, int], ...]
    """In the order of the new plan."""
    dropped: tuple[int, ...]
    added: tuple[int, ...]


def pair_tasks(old: Sequence[Task], new: Sequence[Task]) -> Pairing:
    """Pair the tasks: the same wording first, then the most alike; each task once."""
    same = dict(_same(old, new))
    left_old = [at for at in range(len(old)) if at not in same]
    kept = set(same.values())
    left_new = [at for at in range(len(new)) if at not in kept]
    pairs = same | each_once((at, to) for _, at, to in _alike(old, new, left_old, left_new))
    taken = set(pairs.values())
    return Pairing(
        pairs=tuple(sorted(pairs.items(), key=lambda pair: pair[1])),
        dropped=tuple(at for at in range(len(old)) if at not in pairs),
        added=tuple(at for at in range(len(new)) if at not in taken),
    )


def _same(old: Sequence[Task], new: Sequence[Task]) -> Iterator[tuple[int, int]]:
    """Tasks whose title and text are unchanged. Several that are the same keep their order."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, task in enumerate(new):
        places[folded(task.title), folded(task.text)].append(at)
    for waiting in places.values():
        waiting.reverse()
    for at, task in enumerate(old):
        if found := places.get((folded(task.title), folded(task.text))):
            yield at, found.pop()


def _alike(
    old: Sequence[Task], new: Sequence[Task], left_old: Iterable[int], left_new: Iterable[int]
) -> list[tuple[float, int, int]]:
    """Pairs that may be one task, the most alike first."""
    own = {at: _pairs_in(old[at]) for at in left_old}
    other = {at: _pairs_in(new[at]) for at in left_new}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, (title, text) in other.items():
        for gram in title.keys() | text.keys():
            having[gram].append(at)
    scored = []
    for at, (title, text) in own.items():
        shared: Counter[int] = Counter()
        for gram in title.keys() | text.keys():
            if len(having[gram]) <= max(_COMMON, len(other) // 4):
                shared.update(having[gram])
        for to, _ in shared.most_common(_COMMON):
            score = _score(dice(title, other[to][0]), dice(text, other[to][1]), bool(text and other[to][1]))
            if score:
                nearness = _SAME_ID * (old[at].id == new[to].id) + _SAME_NUMBER * (
                    old[at].number == new[to].number
                )
                scored.append((score + nearness, at, to))
    return sorted(scored, key=lambda found: (-found[0], found[1], found[2]))


def _pairs_in(task: Task) -> tuple[Counter[str], Counter[str]]:
    """Return the pairs of characters in a task's title, and those in its text."""
    return character_pairs(folded(task.title)), character_pairs(folded(task.text))


def _score(title: float, text: float, have_text: bool) -> float:
    """How alike two tasks are; 0 for different ones."""
    both = 0.4 * title + 0.6 * text if have_text else title
    if both >= _LEAST or title >= _LEAST_TITLE:
        return max(both, title * 0.6)
    return 0.0
