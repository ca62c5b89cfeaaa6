"""A file of another system as it is read: what nobody asked for is counted as lost, element by element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lxml import etree

from plantui.model.problem import Message

from .losses import Loss, LossAccount, LossKind
from .xmlfile import local_name


class Reading:
    """Gathers doubts and losses while a file is read."""

    def __init__(self, *, keeps_blanks: bool = False) -> None:
        self.keeps_blanks = keeps_blanks
        """True where blanks around a text are the text's own: plantui wrote the file."""
        self._doubts: dict[tuple[str, tuple[str, ...]], Message] = {}
        self._nodes: list[Node] = []
        self._losses: Counter[tuple[str, LossKind]] = Counter()

    def node(self, element: etree._Element) -> Node:
        """Return an element, of which is lost what nobody takes."""
        node = Node(self, element)
        self._nodes.append(node)
        return node

    def doubt(self, key: str, **facts: str) -> None:
        """Note a doubt, the same one once."""
        self._doubts.setdefault((key, tuple(facts.values())), Message(key, **facts))

    def approximate(self, what: str) -> None:
        """Count something that became something like it."""
        self._losses[what, LossKind.APPROXIMATED] += 1

    def lose(self, what: str) -> None:
        """Count something that was looked at and has no place."""
        self._losses[what, LossKind.LOST] += 1

    @property
    def doubts(self) -> tuple[Message, ...]:
        """The doubts, in the order of the file."""
        return tuple(self._doubts.values())

    def account(self) -> LossAccount:
        """Return what was lost, when all is read."""
        for node in self._nodes:
            for name in node.left():
                self.lose(name)
        return LossAccount(tuple(Loss(what, kind, count) for (what, kind), count in self._losses.items()))


class Node:
    """An element of a file; its parts are taken by their names, in any order and any namespace."""

    def __init__(self, reading: Reading, element: etree._Element) -> None:
        self._reading = reading
        self._element = element
        self._left = [child for child in element if isinstance(child.tag, str)]

    @property
    def name(self) -> str:
        """The element's name without its namespace."""
        return local_name(self._element)

    def attribute(self, *names: str) -> str:
        """Return the first of the attributes that is there; empty for none."""
        return next((value for name in names if (value := self._element.get(name))), "")

    def all(self, name: str) -> list[Node]:
        """Take all elements of a name."""
        taken = [child for child in self._left if local_name(child) == name]
        self._left = [child for child in self._left if local_name(child) != name]
        return [self._reading.node(child) for child in taken]

    def first(self, name: str) -> Node:
        """Take the first element of a name; an empty one where there is none."""
        child = self._child(name)
        if child is None:
            return self._reading.node(etree.Element(name))
        self._left.remove(child)
        return self._reading.node(child)

    @property
    def text(self) -> str:
        """The element's own text."""
        text = self._element.text or ""
        return text if self._reading.keeps_blanks else text.strip()

    def said(self, name: str) -> str:
        """Take the text of the first element of a name; empty where there is none."""
        return self.first(name).text

    def has(self, name: str) -> bool:
        """Return whether an element of a name is there that nobody has taken."""
        return self._child(name) is not None

    def peeked(self, name: str) -> str:
        """Return the text of the first element of a name and leave it to others; empty where there is none."""
        child = self._child(name)
        return "" if child is None else Node(self._reading, child).text

    def _child(self, name: str) -> etree._Element | None:
        return next((child for child in self._left if local_name(child) == name), None)

    def day(self, name: str) -> date | None:
        """Take a date; None where there is none. What cannot be read as one is doubtful."""
        written = self.said(name)
        if not written:
            return None
        try:
            return date.fromisoformat(written[: len("2025-09-30")])
        except ValueError:
            self._reading.doubt("exchange.doubt.date", element=f"{self.name}/{name}", written=written)
            return None

    def left(self) -> Iterator[str]:
        """Yield the path of each element that says something and was not taken."""
        for child in self._left:
            if any(text.strip() for text in child.itertext()):
                yield f"{self.name}/{local_name(child)}"
