"""Bounds of the processor time that something takes: what a busy machine does beside it does not count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Hold what is done to so many seconds of processor time, of this process and of those that it started and ended."""
    begun = _used()
    yield
    assert _used() - begun < seconds


def _used() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
