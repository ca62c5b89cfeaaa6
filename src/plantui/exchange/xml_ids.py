"""Ids of plans, sections and tasks as `xs:ID`: any text becomes a name that XML allows, and is had back from it."""

from __future__ import annotations

import re

_OURS = "_plantui"
SECTION, TASK = "s", "t"
"""The kinds of sections and tasks among the parts of an id."""
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9-]")
_WRITTEN = re.compile(r"_(10[0-9a-f]{4}|[0-9a-f]{1,5})_")


def xml_id(*parts: str) -> str:
    """Return the id of something inside a plan: `_plantui.zhengzhou.t.7`. Different parts have different ids."""
    return ".".join((_OURS, *(_NOT_PLAIN.sub(lambda sign: f"_{ord(sign[0]):x}_", part) for part in parts)))


def parts_of(written: str) -> tuple[str, ...]:
    """Return the parts of an id that `xml_id` wrote; none for anybody else's."""
    ours, *parts = written.split(".")
    if ours != _OURS:
        return ()
    return tuple(_WRITTEN.sub(lambda code: chr(int(code[1], 16)), part) for part in parts)
