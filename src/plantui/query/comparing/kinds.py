"""Kinds of departments: 市工信局 of one city and 市工业和信息化局 of another do the same work."""

from __future__ import annotations

import re

from plantui.model.department import DepartmentRegistry, fold_name

_LEVEL = re.compile(r"^(?:省|市(?!场)|县(?!域)|区(?!域)|州|旗)(?=..)")
"""Level before a department's own name."""


class DepartmentKinds:
    """Kinds of all departments: names belong to one kind where any place knows them as names of one department."""

    def __init__(self, registry: DepartmentRegistry) -> None:
        self._parent: dict[str, str] = {}
        for department in registry.departments:
            if not department.members:
                first, *others = (
                    _bare(department.region, name) for name in (department.name, *department.aliases)
                )
                for other in others:
                    self._parent[self._root(other)] = self._root(first)

    def kind(self, region: str, name: str) -> str:
        """Return the kind of a department; one that no place knows is of its own kind."""
        return self._root(_bare(region, name))

    def _root(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name


def _bare(region: str, name: str) -> str:
    """Return a name without the place and the level before it."""
    return _LEVEL.sub("", fold_name(name).removeprefix(region))
