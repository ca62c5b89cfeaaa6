"""Completion of the word that is being typed: plans, tasks, departments and years of the library, closed values.

A parameter's metavar says what it takes, so no command has to tell twice. Imported only while a shell completes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import click
from click.shell_completion import CompletionItem

from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.model.text import half_width
from plantui.query.naming import every_department_name, folded
from plantui.query.office import OfficeChoice
from plantui.store.settings import SettingKey
from plantui.words.phrases import side_text

from .columns import SEPARATORS
from .context import CommandContext
from .filters import no_year
from .light_rules import rules_folders
from .lookup import departments_of, plan_named
from .startup import Startup
from .task_names import TaskNames
from .values import Values
from .vocabulary import (
    COLUMNS,
    DIRECTIONS,
    LIGHTS,
    ORDERS,
    ROLES,
    SORTS,
    STATUSES,
    Vocabulary,
    desk_vocabulary,
    figure_vocabulary,
    group_vocabulary,
)

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.model.form import Form
    from plantui.model.plan import Task
    from plantui.store.index.library import Library, PlanEntry, TaskEntry

Item = CompletionItem[str]
T = TypeVar("T")


@dataclass(frozen=True)
class Request:
    """A word that is being typed, and what stands before it."""

    startup: Startup
    values: Mapping[str, object]
    """The options and arguments that are already there, by name."""
    typed: str

    @cached_property
    def library(self) -> Library:
        """The plans that the options lead to."""
        return self.context.open_plans()

    @cached_property
    def context(self) -> CommandContext:
        """The context that the options lead to."""
        given = {name: self.values.get(name) for name in ("plans", "db")}
        return CommandContext.of(self.startup, Values(given))

    @property
    def plan(self) -> PlanEntry | None:
        """The one plan that an argument names."""
        name = self.values.get("plan")
        try:
            return plan_named(self.library, name) if isinstance(name, str) and name else None
        except UsageError:
            return None  # nothing can be offered for a plan that is not there

    @cached_property
    def regions(self) -> frozenset[str]:
        """The regions of the plans that are named; those of all plans where none is."""
        named = self.values.get("plan")
        names = named if isinstance(named, tuple) else (named,)
        plans = [Request(self.startup, {**self.values, "plan": name}, "").plan for name in names]
        return frozenset(plan.region for plan in (list(filter(None, plans)) or self.library.plans))

    def is_begun(self, name: str) -> bool:
        """Return whether what is typed may be the beginning of the name."""
        return folded(name).startswith(folded(self.typed))


def candidates(context: click.Context, parameter: click.Parameter, typed: str) -> list[Item]:
    """Return what the parameter may become; nothing for a parameter of free text."""
    source = _SOURCES.get(str(parameter.metavar))
    startup = getattr(context.command, "startup", None)
    if source is None or startup is None:
        return []
    # A word with a line end or another control character cannot be put into a command line.
    return [item for item in source(Request(startup, context.params, typed)) if item.value.isprintable()]


def _plans(request: Request) -> Iterator[Item]:
    plans = request.library.plans
    names = [folded(name) for plan in plans for name in {plan.id, plan.short_title, plan.title}]
    for plan in plans:
        for name in (plan.id, plan.short_title, plan.title):
            if request.is_begun(name) and names.count(folded(name)) == 1:
                yield CompletionItem(name, help=plan.id if name == plan.short_title else plan.short_title)
                break


def _tasks(request: Request) -> Iterator[Item]:
    plan = request.plan
    if plan is None:
        return
    names = TaskNames(request.library, plan)
    for task in request.library.tasks(range(plan.first, plan.first + plan.tasks)):
        for name in _task_names(names, task):
            if request.is_begun(name):
                yield CompletionItem(name, help=f"{task.number} {task.title}")
                break


def _task_names(names: TaskNames, task: TaskEntry) -> Iterator[str]:
    """Yield what means this task only, the shortest first."""
    yield names.safe_name(task)
    yield f"id:{task.id}"
    if len(names.rows_numbered(task.number)) == 1:
        yield f"no:{task.number}"
    if len(names.rows_titled(task.title)) == 1:
        yield task.title


def _requirements(request: Request) -> Iterator[Item]:
    for number, deadline in enumerate(task.deadlines if (task := _task(request)) else (), 1):
        if request.is_begun(str(number)):
            yield CompletionItem(str(number), help=f"{deadline.phrase} {deadline.clause}".strip())


def _requirement_percents(request: Request) -> Iterator[Item]:
    return (CompletionItem(f"{item.value}=", help=item.help) for item in _requirements(request))


def _actuals(request: Request) -> Iterator[Item]:
    for number, indicator in enumerate(task.indicators if (task := _task(request)) else (), 1):
        if request.is_begun(f"{number}="):
            yield CompletionItem(f"{number}=", help=f"{indicator.indicator} {indicator.unit or ''}".strip())


def _task(request: Request) -> Task | None:
    """Return the one task that the arguments name."""
    plan, name = request.plan, request.values.get("task")
    if plan is None or not isinstance(name, str):
        return None
    try:
        return request.library.task(TaskNames(request.library, plan).find(name))
    except UsageError:
        return None


def _departments(request: Request) -> Iterator[Item]:
    if not request.typed and (named := _departments_of_task(request)):
        yield from (CompletionItem(ref.name, help=ref.region) for ref in named)
        return
    resolve = request.library.registry.resolve
    for region, name in dict.fromkeys(every_department_name(request.library)):
        if region not in request.regions:
            continue
        ref = resolve(region, name)
        # Before anything is typed other names would only repeat the list.
        if request.is_begun(name) and (request.typed or name == ref.name):
            yield CompletionItem(name, help=region if name == ref.name else str(ref))
        elif request.typed and request.is_begun(f"{region}/{name}") and name == ref.name:
            yield CompletionItem(str(ref), help=region)


def _departments_of_task(request: Request) -> list[DepartmentRef]:
    plan, name = request.plan, request.values.get("task")
    if plan is None or not isinstance(name, str):
        return []
    try:
        row = TaskNames(request.library, plan).find(name)
    except UsageError:
        return []
    return departments_of(request.library, plan, request.library.tasks([row])[0])


def _tags(request: Request) -> Iterator[Item]:
    from plantui.store.index.facets import FacetKind

    return _plain(request, [*request.library.facet_values(FacetKind.TAG)])


def _years(request: Request) -> Iterator[Item]:
    from plantui.store.index.facets import FacetKind

    years = request.library.facet_values(FacetKind.YEAR)
    return _plain(request, [*filter(None, years), no_year(request.startup.words)])


def _groups(request: Request) -> Iterator[Item]:
    return _words(group_vocabulary())(request)


def _figures(request: Request) -> Iterator[Item]:
    return _words(figure_vocabulary())(request)


def _desks(request: Request) -> Iterator[Item]:
    return _words(desk_vocabulary())(request)


def _columns(request: Request) -> Iterator[Item]:
    """Yield what the last of several columns may become, with those before it."""
    typed = half_width(request.typed)
    done = max(typed.rfind(sign) for sign in SEPARATORS) + 1
    for name in COLUMNS.beginning_with(request.startup.words, request.typed[done:]):
        yield CompletionItem(request.typed[:done] + name)


def _sort(request: Request) -> Iterator[Item]:
    """Yield what to sort by, and behind a colon in which direction."""
    words, typed = request.startup.words, half_width(request.typed)
    name, colon, direction = typed.partition(":")
    if not colon:
        yield from _words(SORTS)(request)
        return
    for way in DIRECTIONS.beginning_with(words, direction):
        yield CompletionItem(f"{name}:{way}")


def _words(vocabulary: Vocabulary[T]) -> Callable[[Request], Iterator[Item]]:
    def items(request: Request) -> Iterator[Item]:
        return map(CompletionItem, vocabulary.beginning_with(request.startup.words, request.typed))

    return items


def _one_of(*values: str) -> Callable[[Request], Iterator[Item]]:
    return lambda request: _plain(request, values)


def _plain(request: Request, values: Iterable[str]) -> Iterator[Item]:
    return (CompletionItem(value) for value in values if request.is_begun(value))


def _setting(request: Request) -> Iterator[Item]:
    if request.values.get("key") == SettingKey.DEPARTMENT:
        yield from _departments(request)
    elif request.values.get("key") == SettingKey.ROLE:
        yield from _desks(request)
    elif request.values.get("key") == SettingKey.LANG:
        yield from _plain(request, list(Language))


def _rules(request: Request) -> tuple[str, ...]:
    from plantui.store.light_rules import known_rules

    return known_rules(rules_folders(request.context))


def _rules_named(request: Request) -> Iterator[Item]:
    names = [*_plain(request, _rules(request))]
    return iter(names) if names else _path("file")(request)


def _forms(request: Request) -> tuple[Form, ...]:
    from plantui.export.form_names import known_forms

    return tuple(form for form in known_forms(rules_folders(request.context)) if form.problem is None)


def _forms_named(request: Request) -> Iterator[Item]:
    words = request.startup.words
    names = [
        CompletionItem(form.name, help=form.title.text(words.language))
        for form in _forms(request)
        if request.is_begun(form.name)
    ]
    return iter(names) if names else _path("file")(request)


def _profiles(request: Request) -> Iterator[Item]:
    """Yield the profiles of the form that stands before, else of all forms."""
    written, words = request.values.get("form"), request.startup.words
    forms = [form for form in _forms(request) if written in (None, form.name)]
    profiles = {profile.name: profile for form in forms for profile in form.profiles}
    for name, profile in profiles.items():
        if request.is_begun(name):
            yield CompletionItem(name, help=profile.title.text(words.language))


def _issued(request: Request) -> Iterator[Item]:
    for entry in reversed(request.context.ledger().issued()):
        if request.is_begun(entry.id):
            yield CompletionItem(entry.id, help=f"{entry.file.name} {entry.file.as_of}")


def _formats(request: Request) -> Iterator[Item]:
    from plantui.export.formats import Format

    return _plain(request, [form.value for form in Format])


def _chosen(request: Request) -> Iterator[Item]:
    values = {
        OfficeChoice.PERIOD: ("month", "quarter", "half_year"),
        OfficeChoice.CLOSING_DAY: ("none", "25", "+5"),
        OfficeChoice.LIGHT_RULES: _rules(request),
        OfficeChoice.ROLES: ("none", "required"),
        OfficeChoice.COUNTING_STAGE: ("saved", "submitted", "checked", "closed"),
    }
    name = str(request.values.get("choice"))
    return _plain(request, values[OfficeChoice(name)] if name in set(OfficeChoice) else ())


def _conflicts(request: Request) -> Iterator[Item]:
    for heads in request.context.ledger().conflicts():
        one = heads[-1]
        if request.is_begun(one.chain):
            yield CompletionItem(one.chain, help=f"{one.key.plan} {one.key.task} {one.department}")


def _sides(request: Request) -> Iterator[Item]:
    """Yield the numbers of the texts of the note that stands before, with who wrote each."""
    chosen, ledger = request.values.get("conflict"), request.context.ledger()
    for heads in ledger.conflicts():
        if chosen in (heads[0].chain, *(one.id for one in heads)):
            for number, one in enumerate(heads, 1):
                if request.is_begun(str(number)):
                    yield CompletionItem(
                        str(number), help=side_text(request.startup.words, one, ledger.zone())
                    )


def _maps_named(request: Request) -> Iterator[Item]:
    from plantui.store.column_maps import known_maps

    words = request.startup.words
    names = [
        CompletionItem(one.name, help=one.title_in(words.language))
        for one in known_maps(request.context.folders())
        if request.is_begun(one.name)
    ]
    return iter(names) if names else _path("file")(request)


def _path(kind: str) -> Callable[[Request], Iterator[Item]]:
    return lambda request: iter([CompletionItem(request.typed, type=kind)])


_SOURCES: dict[str, Callable[[Request], Iterator[Item]]] = {
    "PLAN": _plans,
    "TASK": _tasks,
    "NAME": _departments,
    "NOTE": _plans,
    "CONFLICT": _conflicts,
    "SIDE": _sides,
    "YEAR": _years,
    "TAG": _tags,
    "ROLE": _words(ROLES),
    "STATUS": _words(STATUSES),
    "LIGHT": _words(LIGHTS),
    "ORDER": _words(ORDERS),
    "COLUMNS": _columns,
    "SORT": _sort,
    "RULES": _rules_named,
    "GROUP": _groups,
    "FIGURE": _figures,
    "DESK": _desks,
    "KEY": _one_of(*SettingKey),
    "CHOICE": _one_of(*OfficeChoice),
    "CHOSEN": _chosen,
    "VALUE": _setting,
    "SHELL": _one_of("bash", "zsh", "fish"),
    "zh|en": _one_of(*Language),
    "FORMAT": _formats,
    "MAP": _maps_named,
    "FORM": _forms_named,
    "PROFILE": _profiles,
    "ISSUED": _issued,
    "md|csv|json": _one_of("md", "csv", "json"),
    "xlsx|md|json": _one_of("xlsx", "md", "json"),
    "PLAN/TASK": _plans,
    "FILE": _path("file"),
    "A": _path("file"),
    "B": _path("file"),
    "OLD": _path("file"),
    "NEW": _path("file"),
    "DIR": _path("dir"),
    "PLACE": _path("file"),
    "REQUIREMENT": _requirements,
    "N[=DATE]": _requirements,
    "N=PERCENT": _requirement_percents,
    "N=VALUE[UNIT][@DATE]": _actuals,
}
"""By metavar."""
