"""Parts of a Chinese document that its structure sets aside, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.documents.imported import RemainderKind
from plantui.documents.structure.level import Kind
from plantui.documents.structure.outline import Outline
from plantui.documents.structure.tree import Node
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText

from .account import Skipped

_OF_KIND = {
    Kind.GENERAL: RemainderKind.GENERAL,
    Kind.SAFEGUARDS: RemainderKind.SAFEGUARDS,
    Kind.STEPS: RemainderKind.STEPS,
    Kind.DUTIES: RemainderKind.DUTIES,
    Kind.ANNEX: RemainderKind.ANNEX,
    Kind.TASKS: RemainderKind.OTHER_PART,
    Kind.OPEN: RemainderKind.OTHER_PART,
}


def headings_in(outline: Outline) -> Iterator[TracedText]:
    """Yield the headings of the plan itself."""
    outside = {id(node) for top, _ in _outside(outline) for node in top.walk()}
    for node in outline.root.walk():
        if id(node) not in outside:
            yield from _heading(node)


def skipped_in(outline: Outline, tasks: Sequence[ExtractedTask]) -> Iterator[Skipped]:
    """Yield what of the plan itself is in no field."""
    for node, kind in _outside(outline):
        yield Skipped(_OF_KIND[kind], _all(node))
    yield Skipped(RemainderKind.INTRODUCTION, outline.found.introductions, is_whole=False)
    for task in outline.repeated:
        yield Skipped(
            RemainderKind.REPEATED,
            (task.heading.title, *task.paragraphs, *(cell for _, cell in task.cells)),
            is_whole=False,
        )
    top = [paragraph.text for paragraph in outline.root.paragraphs]
    if any(task.node is outline.root for task in outline.tasks):
        used = {text.span.start for task in tasks for text in task.used}
        rest = [text for text in top if text.span.start not in used]
        yield Skipped(RemainderKind.PREAMBLE, rest, is_whole=False)
    else:
        yield Skipped(RemainderKind.PREAMBLE, top)
    yield Skipped(RemainderKind.CLOSING, [paragraph.text for paragraph in outline.closing])


def other_parts(outline: Outline) -> Iterator[tuple[RemainderKind, Span]]:
    """Yield the parts of the document before and behind the plan."""
    for kind, paragraphs in ((RemainderKind.LETTER, outline.before), (RemainderKind.ANNEX, outline.after)):
        if paragraphs:
            first, last = paragraphs[0], paragraphs[-1]
            yield kind, Span((first.number_text or first.text).span.start, last.text.span.end)


def _outside(outline: Outline) -> Iterator[tuple[Node, Kind]]:
    return ((node, kind) for node, kind in outline.found.outside if kind is not Kind.GOALS)


def _heading(node: Node) -> list[TracedText]:
    texts = [node.number_text] if node.number_text is not None else []
    return [*texts, node.heading.title] if node.heading else texts


def _all(node: Node) -> list[TracedText]:
    texts = [*_heading(node), *node.body()]
    for child in node.children:
        texts += _all(child)
    return texts
