"""What a text must hold for a regular expression to match it, read from the expression as it is written.

A text without it is told from one that may match far quicker than the expression is compiled. What is not understood here
asks for nothing, so the answer is never wrong, at worst useless.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Needed = tuple[tuple[str, ...], ...]
"""Groups of words: each match holds a word of every group."""

_Group = tuple[str, ...]
_MOST_WORDS, _MOST_GROUPS = 60, 4
"""How much is looked for at the most: more takes longer than the expression itself."""
_UNKNOWN = re.compile(r"\(\?(?!P<\w+>|P=|<?[=!]|[:>])")
_ITEM = re.compile(
    r"(?P<again>\(\?P=\w+\))|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[:>]))?)"
    r"|\[(?P<set>\^?\]?(?:\\.|[^\]\\])*)\]"
    r"|\\(?:u(?P<wide>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^0-9A-Za-z])|(?P<edge>[bBAZ])|(?P<other>.))"
    r"|(?P<end>[|)])|(?P<place>[$^])|(?P<any>\.)|(?P<letter>.)",
    re.DOTALL,
)
_TIMES = re.compile(r"(?:(?P<none>[*?]|\{0?(?:,\d*)?\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_MEMBER = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([^0-9A-Za-z])|([^\\])", re.DOTALL)


def needed_words(expression: str) -> Needed:
    """Return the groups of words of which a match holds one each, those first that are in the fewest texts."""
    bare = expression.removeprefix("(?i)")
    if _UNKNOWN.search(bare):
        return ()
    found = [words for words in _Reading(bare).alternatives() if len(words) <= _MOST_WORDS]
    if bare != expression:
        found = [*filter(is_caseless, found)]
    return tuple(sorted(dict.fromkeys(found), key=_places)[:_MOST_GROUPS])


def is_caseless(words: _Group) -> bool:
    """Return whether words have no letters that are written large and small."""
    return all(word.lower() == word.upper() for word in words)


def _places(words: Sequence[str]) -> tuple[int, int]:
    return -min(map(len, words)), len(words)


class _Reading:
    """One expression, read from its beginning to its end."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._at = 0

    def alternatives(self) -> list[_Group]:
        """Return what is needed up to the bracket that closes here: of several alternatives, a word of any of them."""
        groups, sign = self._sequence()
        if sign != "|":
            return groups
        words: list[str] = []
        are_known = True
        while True:
            are_known = are_known and bool(groups)
            if groups:
                best: _Group = min(groups, key=_places)
                words += best
            if sign != "|":
                return [_shortest(words)] if are_known else []
            groups, sign = self._sequence()

    def _sequence(self) -> tuple[list[_Group], str]:
        """Return what one alternative needs, and the sign behind it."""
        groups: list[_Group] = []
        run = ""
        sign = ""
        while item := _ITEM.match(self._expression, self._at):
            self._at = item.end()
            kind = item.lastgroup
            if kind == "end":
                sign = item[0]
                break
            if kind in ("place", "edge"):
                continue
            letter = ""
            found: list[_Group] = []
            if kind == "open":
                found = self.alternatives()
                if item[0].endswith("!"):
                    continue
            elif kind == "set":
                found = [members] if (members := _members(item["set"])) else []
            elif kind in ("wide", "byte"):
                letter = chr(int(item[kind], 16))
            elif kind in ("sign", "letter"):
                letter = item[kind]
            times = _TIMES.match(self._expression, self._at)
            if times:
                self._at = times.end()
                if times["none"]:
                    letter, found = "", []
            run += letter
            if run and (times or not letter) and not item[0].endswith("="):
                groups.append((run,))
                run = ""
            groups += found
        return ([*groups, (run,)] if run else groups), sign


def _members(inside: str) -> _Group:
    """Return the members of a set that lists them all."""
    if inside.startswith("^"):
        return ()
    members: list[str] = []
    at = 0
    while at < len(inside):
        one = _MEMBER.match(inside, at)
        if one is None or (inside[at] == "-" and 0 < at < len(inside) - 1):
            return ()
        members.append(one[4] or one[3] or chr(int(one[1] or one[2], 16)))
        at = one.end()
    return tuple(members)


def _shortest(words: list[str]) -> _Group:
    """Return the words without those that hold another one."""
    kept: list[str] = []
    for word in sorted(dict.fromkeys(words), key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)
