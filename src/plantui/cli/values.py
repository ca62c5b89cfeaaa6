"""The options and arguments of one call, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


class Values:
    """Arguments parsed from the command line. The methods give the values back in their types."""

    # No dataclass: every start makes this class.
    __slots__ = ("_parsed",)

    def __init__(self, parsed: Mapping[str, object]) -> None:
        self._parsed = parsed

    def text(self, name: str) -> str:
        """Return a required argument, or an option that has a default."""
        return _as(str, self._parsed[name])

    def optional(self, name: str) -> str | None:
        """Return an argument or option, None where it was not given."""
        value = self._parsed.get(name)
        return None if value is None else _as(str, value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return all values of what may be given several times."""
        value = self._parsed.get(name)
        return () if value is None else tuple(_as(str, one) for one in _as(tuple, value))

    def given(self, name: str) -> object:
        """Return whatever was given of an option, None or something empty where nothing was."""
        return self._parsed.get(name)

    def flag(self, name: str) -> bool:
        """Return whether an option without a value was given."""
        value = self._parsed.get(name)
        return value is not None and _as(bool, value)


def _as(kind: type[T], value: object) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
