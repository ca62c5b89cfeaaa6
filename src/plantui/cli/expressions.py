"""The compiled expressions of the import rules, kept between runs beside the index: they can always be made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def kept_expressions() -> Iterator[None]:
    """Begin with what an earlier import compiled, and keep what this one added for the next.

    A folder that cannot be read or written costs time and nothing else.
    """
    from plantui.documents import patterns

    place = _place(patterns.VERSION)
    with suppress(OSError):  # the first import, or a folder that may not be read: then they are compiled
        patterns.use(place.read_bytes())
    yield
    added = patterns.kept()
    if added is not None:
        _keep(place, added)


def _place(version: str) -> Path:
    from plantui import __version__
    from plantui.store.locations import cache_folder

    return cache_folder() / f"expressions-{__version__}-{version}.bin"


def _keep(place: Path, content: bytes) -> None:
    from plantui.store.atomic import atomic_write

    with suppress(OSError):  # a folder that may not be written: the next import compiles them again
        atomic_write(place, content)
