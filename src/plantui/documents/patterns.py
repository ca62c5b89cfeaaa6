"""The regular expressions of the rules. Compiling them takes a third of a usual import, so their compiled form can be kept.

Python has no public way to keep a compiled expression. What `re` itself does in two steps, parse and build, is done
here in the same two steps, so that the result of the first can be written down (`kept`) and given back in a later
run (`use`). Where this Python has other insides, or what was kept does not fit, every expression is compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from typing import Any

_Ready = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the builder of `re` takes: flags, code (here as bytes, which are quicker to load), number of groups, groups by
name, names by group."""
_WORD = "I"

VERSION = f"{sys.implementation.cache_tag}-{sys.hexversion:x}"
"""The Python whose compiled expressions these are: no other can use them."""


class _Shelf:
    """The compiled forms known so far, and whether any was added in this run."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], _Ready] = {}
        self.built: dict[tuple[str, int], re.Pattern[str]] = {}
        self.has_new = False


_SHELF = _Shelf()


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, from the kept form where there is one. Asked for again, it is the same object."""
    key = (expression, int(flags))
    found = _SHELF.built.get(key)
    if found is None:
        found = _SHELF.built[key] = _made(key)
    return found


def use(content: bytes) -> None:
    """Take what an earlier run kept. Content that cannot be read changes nothing."""
    try:
        found = marshal.loads(content)
        if found["version"] == VERSION:
            _SHELF.known.update(found["expressions"])
    except (EOFError, ValueError, TypeError, KeyError):
        _SHELF.has_new = True


def kept() -> bytes | None:
    """What the next run can `use`; None where it would have nothing new."""
    if not _SHELF.has_new:
        return None
    _SHELF.has_new = False
    return marshal.dumps({"version": VERSION, "expressions": _SHELF.known})


def _made(key: tuple[str, int]) -> re.Pattern[str]:
    try:
        ready = _SHELF.known.get(key)
        if ready is None:
            ready = _SHELF.known[key] = _parsed(*key)
            _SHELF.has_new = True
        return _built(key[0], ready)
    except (AttributeError, ImportError, TypeError, ValueError, RuntimeError):
        return re.compile(*key)


def _parsed(expression: str, flags: int) -> _Ready:
    insides: Any = re
    tree = insides._parser.parse(expression, flags)
    code = array(_WORD, insides._compiler._code(tree, flags)).tobytes()
    by_name = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, group in by_name.items():
        names[group] = name
    return int(flags | tree.state.flags), code, tree.state.groups - 1, by_name, tuple(names)


def _built(expression: str, ready: _Ready) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, code, *groups = ready
    made: re.Pattern[str] = _sre.compile(expression, flags, array(_WORD, code).tolist(), *groups)
    return made
