"""Bounds on a process's memory and processor time, where the system can set them: the only file that knows `resource`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


def bound_process(memory: int, seconds: int) -> None:
    """Let the system end this process where it takes more; not every system can, so whoever started it watches too."""
    _set_soft_limit("RLIMIT_AS", memory)
    _set_soft_limit("RLIMIT_CPU", seconds)


@contextmanager
def bounded_memory(most: int) -> Iterator[None]:
    """Raise MemoryError inside the block where this process takes more than `most` bytes, and lift the bound after it."""
    before = _set_soft_limit("RLIMIT_AS", most)
    try:
        yield
    finally:
        if before is not None:
            _set_soft_limit("RLIMIT_AS", before)


def _set_soft_limit(name: str, most: int) -> int | None:
    """Set one limit and return what it was; None, and nothing set, where the system has no such limit."""
    try:
        import resource
    except ImportError:
        return None  # Windows
    limit = getattr(resource, name)
    soft, hard = resource.getrlimit(limit)
    wanted = most if hard == resource.RLIM_INFINITY or most == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(limit, (wanted, hard))
    except ValueError:
        return None  # macOS refuses some bounds
    return soft
