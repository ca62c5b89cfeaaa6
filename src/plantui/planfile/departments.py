"""Reads `departments.toml`: each region's departments, their other names, groups with their members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from plantui.model.department import Department, DepartmentRef, DepartmentRegistry, fold_name
from plantui.model.problem import Problem

from .bounds import MOST_PROBLEMS
from .checks import check_table, is_format_known, nearest, warn_of_control
from .finding import Findings
from .spec import DEPARTMENTS_FILE
from .toml_source import read_toml


@dataclass(frozen=True, slots=True)
class DepartmentFile:
    """The sound departments of one file, or of several merged, and what is wrong with the others."""

    departments: tuple[Department, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _File:
    """A file between reading and checking against the others."""

    name: str
    text: str
    found: Findings
    departments: dict[int, Department] = field(default_factory=dict)
    """Sound entries by their position in the file."""


def read_departments(
    source: Path | bytes, name: str | None = None, known: Iterable[Department] = ()
) -> DepartmentFile:
    """Read one departments file or its content, with every problem of it.

    `known` are the departments of other files, which may be members of this one's groups.
    """
    file = _read(source, name if name is not None else str(source) if isinstance(source, Path) else "")
    _check_relations(file, known)
    return DepartmentFile(tuple(file.departments.values()), file.found.problems(file.text, file.name))


def read_department_files(files: Sequence[Path]) -> DepartmentFile:
    """Read several files as one list: an earlier file's department counts, a later one adds to it."""
    read = [_read(path, str(path)) for path in files]
    problems: list[Problem] = []
    for file in read:
        _check_relations(file, [d for other in read if other is not file for d in other.departments.values()])
        problems += file.found.problems(file.text, file.name)
    departments = merge_departments(file.departments.values() for file in read)
    return DepartmentFile(departments, tuple(problems))


def merge_departments(files: Iterable[Iterable[Department]]) -> tuple[Department, ...]:
    """Return one entry for each region and name: the first, with the other names and members of the later ones."""
    result: dict[DepartmentRef, Department] = {}
    for department in chain.from_iterable(files):
        ref = DepartmentRef(department.region, fold_name(department.name))
        if first := result.get(ref):
            department = first._replace(
                aliases=tuple(dict.fromkeys((*first.aliases, *department.aliases))),
                members=tuple(dict.fromkeys((*first.members, *department.members))),
            )
        result[ref] = department
    return tuple(result.values())


def _read(source: Path | bytes, name: str) -> _File:
    try:
        return _read_sound(source, name)
    except Exception as error:  # noqa: BLE001 - one file must not keep the others from being read
        file = _File(name, "", Findings())
        file.found.error("file_unusable", detail=error)
        return file


def _read_sound(source: Path | bytes, name: str) -> _File:
    read = read_toml(source)
    file = _File(name, read.text, read.findings)
    if read.data is None or not is_format_known(file.found, read.data):
        return file
    check_table(file.found, read.data, DEPARTMENTS_FILE, ())
    entries = read.data.get("departments")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if department := _sound_parts(entry):
            file.departments[index] = department
            _warn_of_controls(file.found, index, department)
    _drop_duplicates(file)
    return file


def _sound_parts(entry: object) -> Department | None:
    """Return the entry without its wrong values, None where it has no region or name: a slip in one alias must not
    make every plan's department unknown."""
    if not isinstance(entry, dict) or not (_is_text(entry.get("region")) and _is_text(entry.get("name"))):
        return None
    return Department(entry["region"], entry["name"], _texts(entry, "aliases"), _texts(entry, "members"))


def _warn_of_controls(found: Findings, index: int, department: Department) -> None:
    warn_of_control(found, ("departments", index, "name"), department.name)
    for key, names in (("aliases", department.aliases), ("members", department.members)):
        for name in names:
            warn_of_control(found, ("departments", index, key), name)


def _texts(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = entry.get(key)
    return tuple(value for value in values if _is_text(value)) if isinstance(values, list) else ()


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _drop_duplicates(file: _File) -> None:
    seen: set[tuple[str, str]] = set()
    for index, department in list(file.departments.items()):
        key = (department.region, fold_name(department.name))
        if key in seen:
            place = ("departments", index, "name")
            file.found.error("department_duplicate", place, name=department.name, region=department.region)
            del file.departments[index]
        seen.add(key)


def _check_relations(file: _File, known: Iterable[Department]) -> None:
    _check_aliases(file)
    registry = DepartmentRegistry(merge_departments([file.departments.values(), known]))
    _check_members(file, registry)
    _check_cycles(file, registry)


def _check_aliases(file: _File) -> None:
    owners = {(d.region, fold_name(d.name)): d for d in file.departments.values()}
    for index, department in file.departments.items():
        for position, alias in enumerate(department.aliases):
            owner = owners.setdefault((department.region, fold_name(alias)), department)
            if owner is not department:
                place = ("departments", index, "aliases", position)
                file.found.error("alias_taken", place, alias=alias, owner=owner.name, region=owner.region)


def _check_members(file: _File, registry: DepartmentRegistry) -> None:
    names = _names_by_region(registry)
    for index, department in file.departments.items():
        for position, member in enumerate(department.members):
            if registry.get(registry.resolve(department.region, member)):
                continue
            place = ("departments", index, "members", position)
            right = None if file.found.is_full else nearest(member, names.get(department.region, []))
            if right:
                file.found.error("member_near", place, name=member, region=department.region, nearest=right)
            else:
                file.found.error("member_unknown", place, name=member, region=department.region)


def _names_by_region(registry: DepartmentRegistry) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for department in registry.departments:
        names.setdefault(department.region, []).extend((department.name, *department.aliases))
    return names


def _check_cycles(file: _File, registry: DepartmentRegistry) -> None:
    own: dict[DepartmentRef, int] = {}
    for index, department in file.departments.items():
        own.setdefault(registry.resolve(department.region, department.name), index)
    told: set[DepartmentRef] = set()
    for cycle in islice(_cycles(own, registry), MOST_PROBLEMS):
        start = min((ref for ref in cycle if ref in own), key=own.__getitem__, default=None)
        if start is None or start in told:
            continue
        told.update(cycle)
        at = cycle.index(start)
        way = [*cycle[at:], *cycle[:at], start]
        position = registry.members_of(start).index(way[1])
        place = ("departments", own[start], "members", position)
        file.found.error("group_cycle", place, cycle=" → ".join(ref.name for ref in way))


def _cycles(starts: Iterable[DepartmentRef], registry: DepartmentRegistry) -> Iterator[list[DepartmentRef]]:
    """Yield cycles of groups that lie below `starts`, at least one of each knot; every group is visited once."""
    done: set[DepartmentRef] = set()
    for start in starts:
        path: dict[DepartmentRef, int] = {}
        ways: list[Iterator[DepartmentRef]] = [iter((start,))]
        while ways:
            member = next(ways[-1], None)
            if member is None:
                ways.pop()
                if path:
                    path.popitem()
            elif member in path:
                yield list(path)[path[member] :]
            elif member not in done:
                done.add(member)
                path[member] = len(path)
                ways.append(iter(registry.members_of(member)))
