"""The small lines below every form: what it was made from, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.terms import LIGHTS_OF_FIGURES
from plantui.words.catalogue import topic
from plantui.words.light_phrases import lights_legend
from plantui.words.phrases import period_name

from .form_content import FormContent
from .phrasing import filter_text, left_out_text


def form_facts(content: FormContent, told: int | None = None) -> Iterator[str]:
    """Yield a line for each thing that a form was made from, such as filter, number of tasks, as-of day and light rules.

    `told` is the set of the tasks that a letter is about, where it is about some of those selected: it explains their
    lights alone, so that all of a short letter stands on one page.
    """
    words, heading = content.words, content.summary.heading
    if heading.is_demo:
        yield words("reports.facts.demo")
    if told is not None:
        yield words("reports.facts.told", count=told.bit_count())
    yield from selection_facts(content)
    if content.cut:
        yield words("reports.facts.cut", cut=content.cut)
    if left_out := left_out_text(words, heading):
        yield left_out
    if content.profile:
        names = words.listing([_name(content, name) for name in content.profile.drop])
        yield words("reports.facts.profile", profile=content.profile.title.text(words.language), names=names)
    lights = content.summary.workspace.lights
    shown = LIGHTS_OF_FIGURES if told is None else [light for light, lit in lights.items() if lit & told]
    yield lights_legend(words, heading.rules, shown)


def selection_facts(content: FormContent) -> Iterator[str]:
    """Yield what was selected: filter, number of tasks, as-of day, period, and what it is compared with."""
    words, heading = content.words, content.summary.heading
    period = content.summary.workspace.period
    yield words("reports.facts.filter", filter=filter_text(words, heading))
    yield words("reports.facts.count", count=heading.count, all=heading.everything)
    yield words("reports.facts.as_of", day=heading.as_of.isoformat())
    yield words(
        "reports.facts.period",
        period=period_name(words, period),
        first=period.first.isoformat(),
        last=period.last.isoformat(),
    )
    if content.before:
        yield words("reports.facts.before", day=content.before.day.isoformat())
    elif content.lacks_before:
        yield words("forms.nothing_before")


_ENDS = "。."


def short_facts(content: FormContent) -> Iterator[str]:
    """Yield the lines of a form that has no room for more than one page: what it was made from, without the light rules."""
    *facts, _ = form_facts(content)
    yield content.words("reports.facts.join").join(fact.rstrip(_ENDS) for fact in facts)


def _name(content: FormContent, name: str) -> str:
    """Return the heading of a column or a part that a variant goes without."""
    words = content.words
    if name in content.form.headings:
        return content.form.headings[name].text(words.language)
    for kind, key in (("export", f"column.{name}"), ("reports", name), ("reports", f"column.{name}")):
        if key in topic(kind):
            return words(f"{kind}.{key}")
    return name
