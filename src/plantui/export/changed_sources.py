"""The sources of a form that have changed since it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantui.store.index.library import Library
from plantui.words import Words

from .form_content import FormContent
from .origin import Origin
from .sources import SourceKind, other_sources


class ChangedSource(NamedTuple):
    """A source of a form that is another one than when the form was made, or is not there any more."""

    kind: SourceKind
    name: str
    """The plan's id; of other kinds the name of the form."""


def changed_sources(origin: Origin, content: FormContent) -> tuple[ChangedSource, ...]:
    """Return the sources of a form that have changed since its origin was written; `content` is made from those of now.

    An origin of an earlier version names its plans alone.
    """
    return (*_changed_plans(origin, content.summary.workspace.library), *_changed_others(origin, content))


def changed_sentence(words: Words, changed: ChangedSource) -> str:
    """Return a sentence on a source that has changed."""
    return words(f"forms.changed.{changed.kind}", name=changed.name)


def _changed_plans(origin: Origin, library: Library) -> Iterator[ChangedSource]:
    now = {plan.id: library.file_hashes.get(plan.path, "") for plan in library.plans}
    for plan in origin.plans:
        if plan.sha256 != now.get(plan.plan):
            yield ChangedSource(SourceKind.PLAN, plan.plan)


def _changed_others(origin: Origin, content: FormContent) -> Iterator[ChangedSource]:
    if not origin.sources:
        return
    now = other_sources(content)
    for kind in SourceKind:
        if origin.sources.get(kind) != now.get(kind):
            yield ChangedSource(kind, content.form.name)
