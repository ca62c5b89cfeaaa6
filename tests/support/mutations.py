"""Documents spoilt in the ways in which copies of documents are: the same mutation for the same number, always."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

_LEAST, _MOST = 15, 70
"""Lines of the part of a document that is spoilt."""
_FULL = str.maketrans("0123456789.,:;()", "０１２３４５６７８９．，：；（）")
_HALF = str.maketrans("０１２３４５６７８９．，：；（）", "0123456789.,:;()")
_NUMBERED = re.compile(r"^(\s*)(\d{1,2})[.．、]")
_HAN_NUMBERED = re.compile(r"^(\s*)[（(]([一二三四五六七八九十]{1,3})[)）]")
_HAN = "零一二三四五六七八九十"
_ROLES = ("牵头单位", "责任单位", "配合单位", "Lead", "Partners")
_SPELLINGS = {
    "牵头单位": ("牵头部门", "主办单位", "牵 头 单 位"),
    "责任单位": ("责任部门", "落实单位", "承办单位"),
    "配合单位": ("配合部门", "协办单位", "参与单位"),
    "Lead": ("Responsible", "Owner"),
    "Partners": ("Supporting", "Partner organisations"),
}

Lines = list[str]


def _some(lines: Sequence[str], random: Random, share: float = 0.15) -> list[int]:
    count = max(1, int(len(lines) * share))
    return sorted(random.sample(range(len(lines)), min(count, len(lines))))


def _dropped(lines: Lines, random: Random) -> Lines:
    gone = set(_some(lines, random, 0.1))
    return [line for at, line in enumerate(lines) if at not in gone]


def _doubled(lines: Lines, random: Random) -> Lines:
    twice = set(_some(lines, random, 0.05))
    return [line for at, line in enumerate(lines) for _ in range(2 if at in twice else 1)]


def _full_width(lines: Lines, random: Random) -> Lines:
    chosen = set(_some(lines, random, 0.5))
    return [line.translate(_FULL) if at in chosen else line for at, line in enumerate(lines)]


def _half_width(lines: Lines, random: Random) -> Lines:
    chosen = set(_some(lines, random, 0.5))
    return [line.translate(_HALF) if at in chosen else line for at, line in enumerate(lines)]


def _broken(lines: Lines, random: Random) -> Lines:
    """Lines end at a column, as in a text out of a PDF or a mail."""
    width = random.choice((20, 32, 40, 72))
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _joined(lines: Lines, random: Random) -> Lines:
    made: Lines = []
    chosen = set(_some(lines, random, 0.1))
    for at, line in enumerate(lines):
        if at in chosen and made:
            made[-1] += line.strip()
        else:
            made.append(line)
    return made


def _spread(lines: Lines, random: Random) -> Lines:
    """An empty line between all, or none at all."""
    if random.random() < 0.5:
        return [line for line in lines if line.strip()]
    return [piece for line in lines for piece in (line, "")]


def _indented(lines: Lines, random: Random) -> Lines:
    blank = random.choice(("　　", "    ", "\t"))
    return [blank + line.strip() if line.strip() else line for line in lines]


def _renumbered(lines: Lines, random: Random) -> Lines:
    """Numbers of items in another style."""
    style = random.choice(("{}）", "（{}）", "{}、", "{}﹒"))
    made = [_NUMBERED.sub(lambda match: match[1] + style.format(match[2]), line) for line in lines]
    return [_HAN_NUMBERED.sub(lambda match: f"{match[1]}{match[2]}、", line) for line in made]


def _respelt(lines: Lines, random: Random) -> Lines:
    """Labels of roles in another wording."""
    chosen = {role: random.choice(_SPELLINGS[role]) for role in _ROLES}
    for role, spelling in chosen.items():
        lines = [line.replace(role, spelling) for line in lines]
    return lines


def _reset_table(lines: Lines, random: Random) -> Lines:
    """A table by tabs, bars or blanks set in one of the other ways, or one cell a line."""
    between = random.choice(("\t", " | ", "    ", "\n"))
    return [re.sub(r"\t|\s*[|｜]\s*|(?<=\S) {3,}(?=\S)", between, line) for line in lines]


def _with_pages(lines: Lines, random: Random) -> Lines:
    """Page numbers after every so many lines."""
    every = random.choice((12, 20, 30))
    style = random.choice(("— {} —", "{}", "第 {} 页", "Page {}"))
    made: Lines = []
    for at, line in enumerate(lines, 1):
        made.append(line)
        if at % every == 0:
            made.append(style.format(at // every))
    return made


def _shuffled(lines: Lines, random: Random) -> Lines:
    """Two neighbouring parts change their places."""
    first, second, third = sorted(random.sample(range(len(lines) + 1), 3)) if len(lines) > 2 else (0, 0, 0)
    return [*lines[:first], *lines[second:third], *lines[first:second], *lines[third:]]


def _cut(lines: Lines, random: Random) -> Lines:
    """The text ends in the middle of a line."""
    at = random.randrange(len(lines) // 2, len(lines)) if len(lines) > 1 else 0
    return [*lines[:at], lines[at][: len(lines[at]) // 2]]


WAYS: tuple[Callable[[Lines, Random], Lines], ...] = (
    _dropped,
    _doubled,
    _full_width,
    _half_width,
    _broken,
    _joined,
    _spread,
    _indented,
    _renumbered,
    _respelt,
    _reset_table,
    _with_pages,
    _shuffled,
    _cut,
)


def mutation(documents: Sequence[tuple[str, str]], number: int) -> tuple[str, str]:
    """Return what was done to which document, and the spoilt text; `documents` are names and texts."""
    random = Random(number)
    name, text = documents[number % len(documents)]
    lines = _part(text.split("\n"), random)
    ways = [WAYS[number // len(documents) % len(WAYS)]]
    if random.random() < 0.3:
        ways.append(random.choice(WAYS))
    for way in ways:
        lines = "\n".join(way(lines or [""], random)).split("\n")
    return f"{name} {'+'.join(way.__name__.strip('_') for way in ways)}", "\n".join(lines)


def _part(lines: Lines, random: Random) -> Lines:
    """Some lines on end of a long document, with its first ones; a short one whole."""
    if len(lines) <= _MOST:
        return lines
    count = random.randint(_LEAST, _MOST)
    start = random.randrange(0, len(lines) - count)
    return lines[: min(start, 4)] + lines[start : start + count]
