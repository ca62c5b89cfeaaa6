"""The memory of the interface between runs: open branches, columns, the last export. Losing it loses nothing.

It is a JSON object of sections. What another version of plantui wrote is left alone: a section that is not known
stays in the file, and of a known one only what is understood is taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plantui.query.columns import DEFAULT_COLUMNS, Column, ColumnChoice, Sorting
from plantui.query.outline import Folding, NodeKey
from plantui.store.atomic import atomic_write


class _PlanFolding(NamedTuple):
    """The folding of one plan."""

    all_open: bool
    others: tuple[str, ...]
    """The sections that are not like the others."""


class ListMemory(NamedTuple):
    """The list as the last run left it."""

    folding: Folding | None
    """The folding of the plans asked for, None where none of them is remembered."""
    choice: ColumnChoice


def remembered_list(path: Path, plans: Iterable[str]) -> ListMemory:
    """Return how these plans were folded, and the columns and the sorting; columns not known (any more) are left out."""
    sections = _sections(path)
    return ListMemory(_common_folding(_foldings(sections), plans), _choice(sections.get("list")))


def _common_folding(memory: dict[str, _PlanFolding], plans: Iterable[str]) -> Folding | None:
    known = {plan: memory[plan] for plan in plans if plan in memory}
    if not known:
        return None
    all_open = all(kept.all_open for kept in known.values())
    others = frozenset(
        NodeKey(plan, section)
        for plan, kept in known.items()
        if kept.all_open == all_open
        for section in kept.others
    )
    return Folding(all_open, others)


def _choice(section: object) -> ColumnChoice:
    if not isinstance(section, dict):
        return ColumnChoice()
    shown = section.get("columns")
    known = [_column(name) for name in shown] if isinstance(shown, list) else []
    columns = tuple(dict.fromkeys(column for column in known if column))
    by = _column(section.get("sorted_by"))
    return ColumnChoice(
        columns or DEFAULT_COLUMNS, Sorting(by, section.get("descending") is True) if by else None
    )


def _column(name: object) -> Column | None:
    return Column(name) if isinstance(name, str) and name in Column._value2member_map_ else None


def remember(path: Path, plans: Iterable[str], folding: Folding, choice: ColumnChoice) -> None:
    """Remember how these plans are folded, and the columns and the sorting; what is known of other plans stays.

    Columns that nobody chose are not written down, so that a later version may show others. Raises OSError where
    the file cannot be written.
    """
    others: dict[str, list[str]] = {plan: [] for plan in plans}
    for key in sorted(folding.others, key=lambda key: (key.plan, key.section)):
        others.setdefault(key.plan, []).append(key.section)
    now = {plan: _PlanFolding(folding.all_open, tuple(sections)) for plan, sections in others.items()}
    before = _sections(path)
    kept = {plan: folded._asdict() for plan, folded in {**_foldings(before), **now}.items()}
    section: dict[str, object] = {}
    if choice.columns != DEFAULT_COLUMNS:
        section["columns"] = [column.value for column in choice.columns]
    if choice.sorting:
        section |= {"sorted_by": choice.sorting.column.value, "descending": choice.sorting.descending}
    _write(path, {**before, "plans": kept, "list": section})


class ExportMemory(NamedTuple):
    """The place of the last export, and the format of the last table."""

    folder: Path
    form: str
    """Its suffix; empty where no table was written."""


class FormMemory(NamedTuple):
    """The form that was last written from a view."""

    name: str
    suffix: str


def remembered_export(path: Path) -> ExportMemory | None:
    """Return where the last export was written and the last table's format, None where that is not known."""
    section = _sections(path).get("export")
    if not isinstance(section, dict):
        return None
    folder, form = section.get("folder"), section.get("form")
    return ExportMemory(Path(folder), form) if isinstance(folder, str) and isinstance(form, str) else None


def remembered_form(path: Path, view: str) -> FormMemory | None:
    """Return the form that was last written from a view, None where that is not known."""
    found = _remembered_forms(_sections(path)).get(view)
    return FormMemory(*found) if isinstance(found, list) and [*map(type, found)] == [str, str] else None


def _remembered_forms(sections: dict[str, object]) -> dict[str, object]:
    section = sections.get("export")
    forms = section.get("forms") if isinstance(section, dict) else None
    return forms if isinstance(forms, dict) else {}


def remember_export(
    path: Path, folder: Path, form: str, view: str = "", chosen: FormMemory | None = None
) -> None:
    """Remember where an export was written, the last table's format, and the form chosen in a view.

    Raises OSError where the file cannot be written.
    """
    sections = _sections(path)
    forms = _remembered_forms(sections) | ({view: [*chosen]} if chosen else {})
    _write(path, {**sections, "export": {"folder": str(folder), "form": form, "forms": forms}})


def remembered_folder(path: Path) -> Path | None:
    """Return the folder from which was received last, None where that is not known."""
    section = _sections(path).get("receive")
    folder = section.get("folder") if isinstance(section, dict) else None
    return Path(folder) if isinstance(folder, str) else None


def remember_folder(path: Path, folder: Path) -> None:
    """Remember from where was received. What cannot be remembered is only convenience, and loses nothing."""
    with suppress(OSError):
        _write(path, {**_sections(path), "receive": {"folder": str(folder)}})


def _write(path: Path, sections: dict[str, object]) -> None:
    # In ASCII: a name may have bytes that are not UTF-8.
    atomic_write(path, json.dumps(sections, indent=1))


def _sections(path: Path) -> dict[str, object]:
    """Return the sections as they are on the disk; none where the file is not there or not ours."""
    try:
        sections = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):  # RecursionError: brackets without measure
        return {}
    return sections if isinstance(sections, dict) else {}


def _foldings(sections: dict[str, object]) -> dict[str, _PlanFolding]:
    """Return the foldings among the sections, those that are not understood left out."""
    plans = sections.get("plans")
    if not isinstance(plans, dict):
        return {}
    found = {plan: _folding(kept) for plan, kept in plans.items()}
    return {plan: folding for plan, folding in found.items() if folding}


def _folding(kept: object) -> _PlanFolding | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("others"), list):
        return None
    return _PlanFolding(kept.get("all_open") is True, tuple(str(one) for one in kept["others"]))
