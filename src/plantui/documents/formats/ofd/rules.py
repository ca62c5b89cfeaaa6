"""The level and upright lines that a path draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ..drawn.drawing import Rule
from ..markup import local
from .numbers import Matrix, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_PIECE = re.compile(r"[A-Za-z]|[-+.\d][-+.\deE]*")
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_STRAIGHT = 0.5
"""Distance in points by which the ends of a level line may differ."""
_THIN = 4.0
"""Width in points of a filled box that is a line."""
_Point = tuple[float, float]


def rules_of(element: _Element, place: Matrix) -> Iterator[Rule]:
    """Yield the rules of a path object; curves and slanting lines are none."""
    data = next((child.text or "" for child in element if local(child) == "AbbreviatedData"), "")
    is_stroked = (element.get("Stroke") or "true") != "false"
    try:
        shapes = [*_shapes(data)]
    except DataError:
        return  # a path that is written in another way draws no table
    for shape in shapes:
        points = [place.at(x, y) for x, y in shape]
        if not is_stroked and (thin := _thin(points)) is not None:
            yield thin
            continue
        ends = zip(points, [*points[1:], points[0]] if not is_stroked else points[1:], strict=False)
        yield from (rule for start, end in ends if (rule := _rule(start, end)) is not None)


def _shapes(data: str) -> Iterator[list[_Point]]:
    """Yield the corners of each part of a path, without those that have curves."""
    points: list[_Point] = []
    is_straight = True
    pieces = iter(_PIECE.findall(data))
    for operator in pieces:
        operands = [number(next(pieces, "0")) for _ in range(_OPERANDS.get(operator, 0))]
        if operator in ("S", "M"):
            if is_straight and len(points) > 1:
                yield points
            points, is_straight = [(operands[0], operands[1])], True
        elif operator == "L":
            points.append((operands[0], operands[1]))
        elif operator == "C":
            points += points[:1]
        else:
            is_straight = False
    if is_straight and len(points) > 1:
        yield points


def _rule(start: _Point, end: _Point) -> Rule | None:
    (x, y), (to_x, to_y) = start, end
    if abs(y - to_y) <= _STRAIGHT < abs(x - to_x):
        return Rule(min(x, to_x), y, max(x, to_x), y)
    if abs(x - to_x) <= _STRAIGHT < abs(y - to_y):
        return Rule(x, min(y, to_y), x, max(y, to_y))
    return None


def _thin(points: Sequence[_Point]) -> Rule | None:
    """Return the line that a filled box is where it is thin."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width, height = right - left, bottom - top
    if min(width, height) > _THIN or max(width, height) <= 2 * min(width, height):
        return None
    if width > height:
        return Rule(left, (top + bottom) / 2, right, (top + bottom) / 2)
    return Rule((left + right) / 2, top, (left + right) / 2, bottom)
