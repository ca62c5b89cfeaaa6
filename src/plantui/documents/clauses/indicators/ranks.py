"""Places in a ranking: 不进入后20名, 保持前十名."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import HAN, number_of
from plantui.model.terms import Op

_LAST = compiled(
    rf"(?P<v>不进入|不再进入|不得进入|退出|摆脱|避免进入|远离)(?P<of>[^，。；]*?)(?:后|"
    rf"倒数(?:第|前)?)(?P<n>\d+|{HAN}+)(?P<u>[名位])"
)
_FIRST = compiled(
    rf"(?P<v>保持|进入|跻身|位居|居|位列|稳居|挤进|重返|争取|力争|进到|处于|排名(?=[全在]))(?P<of>[^，。；]*?)前(?P<n>\d+|"
    rf"{HAN}+)(?P<u>[名位强])"
)


@dataclass(frozen=True, slots=True, eq=False)
class Rank:
    """A place in a ranking as a target."""

    start: int
    end: int
    op: Op
    value: int | float
    unit: str
    of: str
    """What the ranking is of, where it stands between the verb and the place."""

    def name(self, who: str) -> str:
        """What is measured, in the words of the plans: X在Y排名; counted from the end (倒数名次) where the last
        places are to be left."""
        if not self.of or self.of.startswith("的"):
            place = who
        else:
            place = f"{who}在{self.of}" if self.of.endswith("排名") else f"{who}在{self.of}排名"
        return f"{place}（倒数名次）" if self.op is Op.MORE else place


@rule(Stage.INDICATORS)
def ranks_in(text: str) -> Iterator[Rank]:
    """不进入后20名, 退出…后10名: a place of more than 20, of more than 10; 保持前十名, 进入全省前3位: of at most ten,
    of at most three."""
    for pattern, op in ((_LAST, Op.MORE), (_FIRST, Op.AT_MOST)):
        for match in pattern.finditer(text):
            value = number_of(match["n"])
            if value:
                yield Rank(match.start(), match.end(), op, value, match["u"], match["of"])
