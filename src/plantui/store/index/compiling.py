"""Compiles plan files one after the other, or many at a time where that is worth it."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence

from plantui.model.department import DepartmentRegistry
from plantui.store.processes import processors

from .compiled import CompiledFile, PlanContent, compiled_file

_WORTH_WORKERS = 2 << 20
"""Bytes of plan files from which on starting workers takes less time than they save."""
_MOST_WORKERS = 6
"""More would wait for this process, which stores what they return."""


def compiled_files(
    plans: Sequence[PlanContent], registry: DepartmentRegistry, workers: int | None = None
) -> Generator[CompiledFile]:
    """Yield what each file compiles to, in their order; by so many workers, or by as many as it is worth."""
    count = _worth(plans) if workers is None else workers
    if count < 2:
        for plan in plans:
            yield compiled_file(plan, registry)
        return
    from .workers import Workers  # processes and threads, which only a large library needs

    with Workers(count, registry) as at_work:
        yield from at_work.compiled(plans)


def _worth(plans: Sequence[PlanContent]) -> int:
    """Return how many workers are worth their while; none where there is no program to start."""
    size = sum(len(plan.content or b"") for plan in plans)
    if size < _WORTH_WORKERS or not sys.executable or hasattr(sys, "frozen"):
        return 0
    return min(processors(), len(plans), _MOST_WORKERS)
