"""Files of what can be worked out again: named parts, with the marks of what they were made of. They are a cache."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .atomic import atomic_write

_MAGIC = b"plantui kept 1\n"
_COUNT = 8
"""Bytes of a number in the file."""


class KeptParts(NamedTuple):
    """Parts that were kept, and what they were made of."""

    marks: Mapping[str, str]
    """Each says by its name what the parts were made of: where it is another one now, they say nothing."""
    parts: Mapping[str, bytes | memoryview]
    """The parts; those that were read are pieces of the file as it was, so that nothing stands twice in memory."""


def kept_place(index: Path | None, ledger: Path) -> Path | None:
    """Return where what follows from an index and a ledger is kept: beside the index; None beside one in memory."""
    if index is None:
        return None
    names = f"{index.name}\n{os.path.abspath(ledger)}"  # noqa: PTH100 - must not follow links
    return index.with_name(f"kept-{zlib.crc32(os.fsencode(names)):08x}.bin")


def read_kept(path: Path) -> KeptParts | None:
    """Return what a file holds, None where there is none, where it may not be read, and where any of its bytes is wrong."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    begin = len(_MAGIC) + 2 * _COUNT
    if len(content) < begin or not content.startswith(_MAGIC):
        return None
    view = memoryview(content)
    check, length = (
        int.from_bytes(view[at : at + _COUNT], "little") for at in (len(_MAGIC), len(_MAGIC) + _COUNT)
    )
    if zlib.crc32(view[len(_MAGIC) + _COUNT :]) != check:
        return None
    try:
        head = json.loads(content[begin : begin + length])
        at = begin + length
        parts: dict[str, bytes | memoryview] = {}
        for name, size in head["parts"]:
            parts[str(name)] = view[at : at + size]
            at += size
        return KeptParts({str(name): str(mark) for name, mark in head["marks"].items()}, parts)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def write_kept(path: Path, kept: KeptParts) -> bool:
    """Put parts into a file in one step; return whether that was possible: without the file they are worked out again."""
    head = json.dumps(
        {"marks": dict(kept.marks), "parts": [[name, len(part)] for name, part in kept.parts.items()]}
    ).encode()
    body = b"".join([len(head).to_bytes(_COUNT, "little"), head, *kept.parts.values()])
    content = _MAGIC + zlib.crc32(body).to_bytes(_COUNT, "little") + body
    with suppress(OSError):
        atomic_write(path, content)
        return True
    return False
