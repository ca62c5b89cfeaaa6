"""What several figures behind 分别 measure."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.fields.indicators.figures import Figure
from plantui.documents.fields.indicators.naming import own_words
from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule

_KINDS = frozenset("级类型性期段区县市业")
_FARTHEST = 4
"""How much longer than the others the last member's own words may be."""


@rule(Stage.INDICATORS)
def names_apart(clause: str, figures: Sequence[Figure]) -> dict[int, str]:
    """县城、城市污水处理率分别达到85%、95%: the figures behind 分别 measure the names before it in turn, and what only the
    last name says is shared: 县城污水处理率. The shared words begin with a word of measuring near the length of the other
    members (果蔬、肉类、水产品产地低温处理率); where none is known, each figure has the whole list as its name. For each
    figure's place its name."""
    at = clause.find("分别")
    behind = [figure for figure in figures if figure.start > at]
    if at < 0 or len(behind) < 2:
        return {}
    whole = own_words(clause[:at])
    names = [name.strip() for name in ZH.DISTRIBUTED_LISTED.split(whole)]
    if len(names) != len(behind) or not all(names):
        return {}
    if not any(ZH.DISTRIBUTED_WHOLE_NAME.search(name) for name in names[:-1]):
        tail = _shared(names)
        if tail:
            names = [*(name + tail for name in names[:-1]), names[-1]]
        elif tail is None:
            names = [whole] * len(names)
    return {figure.start: name for figure, name in zip(behind, names, strict=True)}


def _shared(names: Sequence[str]) -> str | None:
    """The words of the last name that belong to all; empty where it has none, None where they cannot be told. Members
    that end alike (国家级、省级绿色工厂) end so in the last name too."""
    last = names[-1]
    lengths = [len(ZH.DISTRIBUTED_REGION.sub("", name)) for name in names[:-1]]
    ends = {name[-1] for name in names[:-1]}
    alike = last.find(ends.pop(), 1) + 1 if len(ends) == 1 and ends <= _KINDS else 0
    if 0 < alike < len(last) - 1 and alike <= max(lengths) + 2:
        return last[alike:]
    near = [
        (min(abs(place - length) for length in lengths), place)
        for place in range(2, len(last) - 1)
        if ZH.DISTRIBUTED_TAIL.match(last[place:])
    ]
    distance, place = min(near, default=(_FARTHEST + 1, 0))
    if distance <= _FARTHEST:
        return "" if names[0].endswith(last[-1]) else last[place:]
    return "" if len(last) <= max(lengths) + 1 else None
