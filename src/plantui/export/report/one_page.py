"""一页纸: a summary for leaders, worst first, of as many tasks as one page has room for; the last line says how many more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plantui.export.blocks import Block, Document, Paragraph
from plantui.export.form_content import FormContent
from plantui.export.form_facts import short_facts
from plantui.model.terms import Light
from plantui.query.order import Order

from .figure_table import department_table
from .lagging import warned_table
from .overall import compared_sentences, late_sentences, light_sentence, owed_sentences, total_sentences
from .report import framed
from .telling import Telling

Fits = Callable[[Document], bool]
"""Tells whether a document has room on one page of a format."""
_DEPARTMENTS = 6
"""Departments that are shown at the most; the report and the ledger have all of them."""
_TASKS = 8
"""Tasks that are shown before departments."""
_MOST_TASKS = 100
"""Tasks for which no page has room."""


def one_page_document(content: FormContent, fits: Fits) -> Document:
    """Return the summary with as many of its tasks as fit, the worst first: red ones, then yellow ones.

    Departments are shown as far as they leave room for the worst tasks.
    """
    telling = Telling(content)
    workspace = telling.workspace
    rows = [
        *workspace.rows(telling.tasks & workspace.lights[Light.RED], Order.WORST_FIRST),
        *workspace.rows(telling.tasks & workspace.lights[Light.YELLOW], Order.WORST_FIRST),
    ]

    def page(shown: int, departments: int) -> Document:
        return _page(content, rows[:shown], len(rows), departments)

    wanted = min(_TASKS, len(rows))
    departments = next((most for most in range(_DEPARTMENTS, 0, -1) if fits(page(wanted, most))), 0)
    low, high = 0, min(len(rows), _MOST_TASKS)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(page(middle, departments)):
            low = middle
        else:
            high = middle - 1
    return page(low, departments)


def _page(content: FormContent, rows: list[int], everything: int, departments: int) -> Document:
    telling = Telling(content)
    if not telling.tasks:
        return _framed(telling, [telling.paragraph(total_sentences(telling))])
    blocks: list[Block] = [
        telling.paragraph([*total_sentences(telling), light_sentence(telling), *late_sentences(telling)]),
        telling.paragraph([*owed_sentences(telling), *compared_sentences(telling)]),
    ]
    all_of_them = len(telling.content.summary.departments)
    if departments and all_of_them:
        worst = department_table(telling, departments)
        key = "departments" if departments < all_of_them else "all_departments"
        title = telling.words(f"reports.one_page.{key}", shown=len(worst.rows), count=all_of_them)
        blocks.append(replace(worst, title=title))
    if everything:
        blocks += [warned_table(telling, rows)] if rows else []
        left = everything - len(rows)
        key = "reports.one_page.more" if left else "reports.one_page.all"
        blocks.append(Paragraph(telling.say(key, count=left or everything), is_note=True))
    else:
        blocks.append(Paragraph(telling.say("reports.lagging.none"), is_note=True))
    return _framed(telling, blocks)


def _framed(telling: Telling, blocks: list[Block]) -> Document:
    return replace(framed(telling, blocks), notes=list(short_facts(telling.content)), addressee="")
