"""Places in a ranking: 不进入后20名, 保持前十名."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import value_of
from plantui.model.terms import Op


class Rank(NamedTuple):
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
    for pattern, op in ((ZH.RANKS_LAST, Op.MORE), (ZH.RANKS_FIRST, Op.AT_MOST)):
        for match in pattern.finditer(text):
            value = value_of(match["n"])
            if value:
                yield Rank(match.start(), match.end(), op, value, match["u"], match["of"])
