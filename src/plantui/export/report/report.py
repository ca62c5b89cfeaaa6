"""A report as a whole: 情况汇报 to those above, 情况通报 to the departments below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plantui.export.blocks import Block, Document, Heading
from plantui.export.form_content import FormContent
from plantui.export.form_facts import form_facts
from plantui.model.form import REPORT_PARTS, ReportPart

from .departments import departments
from .indicators import indicators
from .lagging import lagging
from .next_steps import next_steps
from .overall import overall, total_sentences
from .problems import problems
from .telling import Telling

_PARTS: dict[ReportPart, Callable[[Telling], Iterator[Block]]] = {
    ReportPart.INDICATORS: indicators,
    ReportPart.LAGGING: lagging,
    ReportPart.PROBLEMS: problems,
    ReportPart.NEXT_STEPS: next_steps,
}


def report_document(content: FormContent, *, has_charts: bool = False) -> Document:
    """Return what a report says, part by part in the order of its form.

    `has_charts` adds charts of what its tables say, for formats that draw them.
    """
    telling = Telling(content)
    return framed(telling, list(_blocks(telling, has_charts)))


def framed(telling: Telling, blocks: list[Block]) -> Document:
    """Return a document of these blocks with title, as-of day, addressee, signature and facts."""
    content = telling.content
    language, form, heading = content.words.language, content.form, content.summary.heading
    title = content.words("reports.title", subject=telling.subject, form=form.title.text(language))
    if heading.is_demo:
        title = content.words("export.demo.title", title=title)
    day = telling.day(heading.as_of)
    addressee, sender = form.addressee.text(language), form.sender.text(language)
    return Document(
        title,
        content.words("reports.as_of", day=day),
        content.words("reports.addressee", name=addressee) if addressee else "",
        blocks,
        [line for line in (sender, day) if line],
        list(form_facts(content)),
    )


def _blocks(telling: Telling, has_charts: bool) -> Iterator[Block]:
    if not telling.tasks:
        yield telling.paragraph(total_sentences(telling))
        return
    chosen = dict.fromkeys(telling.content.form.parts or REPORT_PARTS)
    parts = [part for part in map(ReportPart, chosen) if part in REPORT_PARTS and not telling.drops(part)]
    numbers = telling.words("reports.numbers")
    for at, part in enumerate(parts):
        is_asked = part is ReportPart.NEXT_STEPS and telling.content.form.is_downward
        title = telling.words(f"reports.{part.value}.downward" if is_asked else f"reports.{part.value}")
        yield Heading(telling.words("reports.part", number=numbers[at], title=title))
        yield from _numbered(telling, _part(telling, part, has_charts))


def _part(telling: Telling, part: ReportPart, has_charts: bool) -> Iterator[Block]:
    if part is ReportPart.OVERALL:
        return overall(telling, has_charts=has_charts)
    if part is ReportPart.DEPARTMENTS:
        return departments(telling, has_charts=has_charts)
    return _PARTS[part](telling)


def _numbered(telling: Telling, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield blocks with the headings of the second level numbered: （一）, （二）."""
    at = 0
    numbers = telling.words("reports.numbers.second")
    for block in blocks:
        if isinstance(block, Heading):
            yield Heading(
                telling.words("reports.part.second", number=numbers[at], title=block.text), block.level
            )
            at += 1
        else:
            yield block
