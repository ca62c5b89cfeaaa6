"""A file of another system as it is read: what nobody asked for is counted as lost, element by element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from lxml import etree

from plantui.model.dates import FIRST_YEAR, LAST_YEAR
from plantui.model.problem import Message

from .losses import LossAccount, LossCount, LossKind
from .xmlfile import local_name


def _as_named(path: str, text: str) -> str:
    """Return the element's own path."""
    return path


class Reading:
    """Gathers doubts and losses while a file is read."""

    def __init__(self, *, keeps_blanks: bool = False, told_as: Callable[[str, str], str] = _as_named) -> None:
        """Take how a loss is told of an element's path and text; nothing is told of it where that is empty."""
        self.keeps_blanks = keeps_blanks
        """True where blanks around a text are the text's own: plantui wrote the file."""
        self._told_as = told_as
        self._doubts: dict[tuple[str, tuple[str, ...]], Message] = {}
        self._nodes: list[Node] = []
        self._losses = LossCount()

    def node(self, element: etree._Element) -> Node:
        """Return an element, of which is lost what nobody takes."""
        node = Node(self, element)
        self._nodes.append(node)
        return node

    def doubt(self, key: str, **facts: str) -> None:
        """Note a doubt, the same one once."""
        self._doubts.setdefault((key, tuple(facts.values())), Message(key, **facts))

    def doubt_name(self, element: str, description: str) -> None:
        """Note that an element has no name, and what stands in its place: the description, else the element's own name."""
        if description:
            self.doubt("exchange.doubt.no_name", element=element, text=description)
        else:
            self.doubt("exchange.doubt.nothing_said", element=element)

    def approximate(self, what: str) -> None:
        """Count something that became something like it."""
        self._losses.add(what, LossKind.APPROXIMATED)

    def lose(self, what: str) -> None:
        """Count something that was looked at and has no place."""
        self._losses.add(what, LossKind.LOST)

    @property
    def doubts(self) -> tuple[Message, ...]:
        """The doubts, in the order of the file."""
        return tuple(self._doubts.values())

    def account(self) -> LossAccount:
        """Return what was lost, when all is read."""
        for node in self._nodes:
            for path, text in node.left():
                if what := self._told_as(path, text):
                    self.lose(what)
        return self._losses.account()


class Node:
    """An element of a file; its parts are taken by their names, in any order and any namespace."""

    def __init__(self, reading: Reading, element: etree._Element) -> None:
        self._reading = reading
        self._element = element
        self._left: dict[str, list[etree._Element]] = defaultdict(list)
        for child in element:
            if isinstance(child.tag, str):
                self._left[local_name(child)].append(child)

    @property
    def name(self) -> str:
        """The element's name without its namespace."""
        return local_name(self._element)

    def attribute(self, *names: str) -> str:
        """Return the first of the attributes that is there; empty for none."""
        return next((value for name in names if (value := self._element.get(name))), "")

    def all(self, name: str) -> list[Node]:
        """Take all elements of a name."""
        return [self._reading.node(child) for child in self._left.pop(name, ())]

    def first(self, name: str) -> Node:
        """Take the first element of a name; an empty one where there is none."""
        if not self.has(name):
            return self._reading.node(etree.Element(name))
        return self._reading.node(self._left[name].pop(0))

    @property
    def text(self) -> str:
        """The element's own text."""
        text = self._element.text or ""
        return text if self._reading.keeps_blanks else text.strip()

    def said(self, name: str) -> str:
        """Take the text of the first element of a name; empty where there is none."""
        return self.first(name).text if self.has(name) else ""

    def has(self, name: str) -> bool:
        """Return whether an element of a name is there that nobody has taken."""
        return bool(self._left.get(name))

    def peeked(self, name: str) -> str:
        """Return the text of the first element of a name and leave it to others; empty where there is none."""
        return Node(self._reading, self._left[name][0]).text if self.has(name) else ""

    def day(self, name: str) -> date | None:
        """Take a date; None where there is none. What cannot be read as one is doubtful."""
        written = self.said(name)
        if not written:
            return None
        element = f"{self.name}/{name}"
        try:
            found = date.fromisoformat(written[: len("2025-09-30")])
        except ValueError:
            self._reading.doubt("exchange.doubt.date", element=element, written=written)
            return None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            # Programs write 0001-01-01 where they know no day; a plan that had it would be refused whole.
            years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
            self._reading.doubt("exchange.doubt.year", element=element, written=written, **years)
            return None
        return found

    def left(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of each element that says something and was not taken."""
        for name, children in self._left.items():
            for child in children:
                if text := "".join(map(str, child.itertext())).strip():
                    yield f"{self.name}/{name}", text
