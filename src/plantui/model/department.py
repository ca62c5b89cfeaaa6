"""Departments of a region: one organisation under several names, and groups with members."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import normalize


class DepartmentRef(NamedTuple):
    """A department's identity: the same name in two regions is two departments."""

    region: str
    name: str

    def __str__(self) -> str:
        return f"{self.region}/{self.name}" if self.region else self.name

    @property
    def full_name(self) -> str:
        """The name as a letter writes it, with the region said once: 三门峡市生态环境局."""
        region, name = self.region, self.name
        if not region or name.startswith(region[:-1]):
            return name
        if region.isascii():
            return f"{name}, {region}"
        return region + name.removeprefix(region[-1])


class Department(NamedTuple):
    """Organisation of a region, with its other names, and its members where it stands for a group."""

    region: str
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def ref(self) -> DepartmentRef:
        """The department's identity."""
        return DepartmentRef(self.region, self.name)


_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "“": '"', "”": '"'})


@lru_cache(8_192)  # a registry, what it resolves and whoever looks a name up ask for the same ones
def fold_name(name: str) -> str:
    """Return the form in which two spellings of a name compare equal: width, brackets and spaces do not count."""
    return "".join(normalize("NFKC", name).translate(_BRACKETS).split())


class DepartmentRegistry:
    """All known departments, found by any of their names, with the groups that they belong to."""

    def __init__(self, departments: Iterable[Department] = ()) -> None:
        self.departments: tuple[Department, ...] = tuple(departments)
        self._resolved: dict[tuple[str, str], DepartmentRef] = {}
        self._members: dict[DepartmentRef, tuple[DepartmentRef, ...]] = {}

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Department]:
        found: dict[tuple[str, str], Department] = {}
        for department in self.departments:
            found[department.region, fold_name(department.name)] = department
        for department in self.departments:
            for alias in department.aliases:
                found.setdefault((department.region, fold_name(alias)), department)
        return found

    @cached_property
    def _groups_of(self) -> dict[DepartmentRef, tuple[DepartmentRef, ...]]:
        groups: dict[DepartmentRef, list[DepartmentRef]] = {}
        for group in self.departments:
            for member in group.members:
                groups.setdefault(self.resolve(group.region, member), []).append(group.ref)
        return {member: tuple(of) for member, of in groups.items()}

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions, in the order in which they were first named."""
        return tuple(dict.fromkeys(d.region for d in self.departments))

    def resolve(self, region: str, name: str) -> DepartmentRef:
        """Return the identity behind a name as written; an unknown name stands for itself."""
        ref = self._resolved.get((region, name))
        if ref is None:
            known = self._by_name.get((region, fold_name(name)))
            ref = known.ref if known else DepartmentRef(region, name.strip())
            self._resolved[region, name] = ref
        return ref

    def get(self, ref: DepartmentRef) -> Department | None:
        """Return the known department of that identity, None where there is none."""
        return self._by_name.get((ref.region, fold_name(ref.name)))

    def find(self, written: str, regions: Iterable[str] = ()) -> tuple[DepartmentRef, ...]:
        """Return every known department that `written` names: `市工信局`, or `郑州市/市工信局` for one region only."""
        region, slash, name = written.partition("/")
        if slash and (region in self.regions or region in tuple(regions)):
            known = self._by_name.get((region, fold_name(name)))
            return (known.ref,) if known else ()
        folded = fold_name(written)
        hits = (self._by_name.get((region, folded)) for region in self.regions)
        return tuple(hit.ref for hit in hits if hit)

    def groups_of(self, ref: DepartmentRef) -> tuple[DepartmentRef, ...]:
        """Return every group that contains the department, directly or through another group."""
        seen: dict[DepartmentRef, None] = {}
        waiting = [ref]
        while waiting:
            for group in self._groups_of.get(waiting.pop(), ()):
                if group not in seen and group != ref:
                    seen[group] = None
                    waiting.append(group)
        return tuple(seen)

    def members_of(self, ref: DepartmentRef) -> tuple[DepartmentRef, ...]:
        """Return the direct members of a group, none for a single department."""
        members = self._members.get(ref)
        if members is None:
            department = self.get(ref)
            members = tuple(self.resolve(ref.region, m) for m in department.members) if department else ()
            self._members[ref] = members
        return members

    def names_of(self, ref: DepartmentRef) -> tuple[str, ...]:
        """Return every name of the department, its own first."""
        department = self.get(ref)
        return (department.name, *department.aliases) if department else (ref.name,)
