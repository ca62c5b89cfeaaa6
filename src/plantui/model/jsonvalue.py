"""The types of what is written as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""A value as the json module writes it."""
JsonObject: TypeAlias = "dict[str, Json]"
"""An object of JSON that is being put together."""
