"""Plans and departments by what a user calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from unicodedata import normalize

from plantui.model.department import DepartmentRef, fold_name

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry


def plans_called(library: Library, written: str) -> list[PlanEntry]:
    """Return the plans of that id or title, else those whose id or title begins so."""
    wanted = folded(written)
    tests: tuple[Callable[[str], bool], ...] = (wanted.__eq__, lambda name: name.startswith(wanted))
    for test in tests:
        found = [
            plan for plan in library.plans if wanted and any(map(test, map(folded, names_of_plan(plan))))
        ]
        if found:
            return found
    return []


def names_of_plan(plan: PlanEntry) -> tuple[str, ...]:
    """Return what a plan may be called."""
    return plan.id, plan.short_title, plan.title


def departments_called(library: Library, written: str) -> list[DepartmentRef]:
    """Return every department of that name or alias: `市工信局`, or `郑州市/市工信局` for one region."""
    region, slash, name = written.replace("／", "/").partition("/")  # an input method writes it full-width
    regions = {known for known, _ in every_department_name(library)}
    if not slash or region.strip() not in regions:
        region, name = "", written
    folded_name = fold_name(name)
    found = (
        library.registry.resolve(known, one)
        for known, one in every_department_name(library)
        if fold_name(one) == folded_name and region.strip() in ("", known)
    )
    return list(dict.fromkeys(found))


def every_department_name(library: Library) -> Iterable[tuple[str, str]]:
    """Yield every (region, name) by which a department may be asked for: known, member of a group, or printed in a plan."""
    for department in library.registry.departments:
        for name in (department.name, *department.aliases, *department.members):
            yield department.region, name
    yield from library.printed_names


def folded(name: str) -> str:
    """Return the form in which two spellings of a name compare equal: width, case and blanks do not count."""
    return "".join(normalize("NFKC", name).casefold().split())
