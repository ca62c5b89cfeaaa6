"""Texts of a plan as they stand in the names and fields of Microsoft Project, which are single lines with an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from plantui.model.plan import Deadline, Plan
from plantui.model.terms import Role
from plantui.model.text import one_line, with_visible_controls

from .xml_ids import SECTION, TASK, xml_id

PROJECT_NAME, PROJECT_FIELD = 512, 255
"""Characters that Microsoft Project keeps of a name, and of a field of one's own."""
BETWEEN = "; "
"""Sign between departments in a field: Project takes commas for its own separators."""


def joined(names: Iterable[str]) -> str:
    """Return names in one field, in the same form in every language."""
    return BETWEEN.join(names)


def row_name(number: str, title: str) -> str:
    """Return the name of a row: a number, where it has one, and a title."""
    return one_line(f"{number} {title}".strip())


def title_in(number: str, name: str) -> str:
    """Return the title in a row's name; all of it where it does not begin with the number."""
    return name.removeprefix(f"{number} ") if number else name


def deadline_name(deadline: Deadline) -> str:
    """Return the name of a dated requirement's row."""
    return deadline.clause or deadline.phrase


def long_texts(plan: Plan) -> int:
    """Return how many names and fields are longer than Project keeps them."""
    names = [row_name(number, title) for number, title in _numbered(plan)]
    names += [plan.info.title, *(deadline_name(due) for task in plan.tasks for due in task.deadlines)]
    return sum(len(one_line(name)) > PROJECT_NAME for name in names) + sum(
        len(one_line(field)) > PROJECT_FIELD for field in (*_fields(plan), *_keys(plan))
    )


def texts_of_lines(plan: Plan) -> int:
    """Return how many texts change because they stand on one line, without blanks around them."""
    texts = [plan.info.title, *_names(plan)]
    texts += chain.from_iterable(_numbered(plan))
    texts += [deadline_name(due) for task in plan.tasks for due in task.deadlines]
    texts.append(plan.info.region)
    return sum(one_line(text).strip() != with_visible_controls(text) for text in texts)


def divided_names(plan: Plan) -> int:
    """Return how many departments have the sign in their names that stands between two."""
    return sum(BETWEEN in one_line(name) for name in _names(plan))


def _numbered(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield number and title of each heading and task."""
    yield from ((section.number, section.title) for section in plan.sections)
    yield from ((task.number, task.title) for task in plan.tasks)


def _names(plan: Plan) -> Iterator[str]:
    """Yield the departments of all tasks and of the plan."""
    yield from plan.info.responsible
    for task in plan.tasks:
        yield from (name for _, name in task.departments.pairs())


def _fields(plan: Plan) -> Iterator[str]:
    yield plan.info.region
    yield joined(plan.info.responsible)
    for task in plan.tasks:
        yield from (joined(task.departments.of(role)) for role in Role)
    yield from (number for number, _ in _numbered(plan))


def _keys(plan: Plan) -> Iterator[str]:
    yield xml_id(plan.info.id)
    yield from (xml_id(plan.info.id, SECTION, section.id) for section in plan.sections)
    yield from (xml_id(plan.info.id, TASK, task.id) for task in plan.tasks)
