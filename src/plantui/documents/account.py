"""The account of a Chinese document: which piece went where."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.normalize.normalize import Normalized
from plantui.documents.structure.kinds import Kind
from plantui.documents.structure.outline import Outline
from plantui.documents.structure.tree import Node

from .coverage import Account
from .imported import RemainderKind
from .reading_tasks import TaskRead
from .source import Source
from .traced import Span, TracedText

_OF_KIND = {
    Kind.GENERAL: RemainderKind.GENERAL,
    Kind.SAFEGUARDS: RemainderKind.SAFEGUARDS,
    Kind.STEPS: RemainderKind.STEPS,
    Kind.DUTIES: RemainderKind.DUTIES,
    Kind.ANNEX: RemainderKind.ANNEX,
    Kind.TASKS: RemainderKind.OTHER_PART,
    Kind.OPEN: RemainderKind.OTHER_PART,
}


def account_of(
    source: Source,
    fixed: Normalized,
    outline: Outline,
    reads: Sequence[TaskRead],
    goals: Sequence[TracedText],
    tables: Sequence[Span] = (),
) -> Account:
    """Return the account, in which every piece of the document has its mark."""
    account = Account(source)
    for text in fixed.furniture:
        account.name_span(RemainderKind.FURNITURE, text.span)
    for read in reads:
        account.use(read.used)
    account.use(goals)
    for span in tables:
        account.name_span(RemainderKind.TABLE, span)
    outside = {
        id(node) for top, kind in outline.found.outside if kind is not Kind.GOALS for node in top.walk()
    }
    for node in outline.root.walk():
        if id(node) not in outside:
            account.use(_heading(node))
    for node, kind in outline.found.outside:
        if kind is not Kind.GOALS:
            account.name_whole(_OF_KIND[kind], _all(node))
    account.name(RemainderKind.INTRODUCTION, outline.found.introductions)
    for task in outline.repeated:
        account.name(
            RemainderKind.REPEATED, (task.heading.title, *task.paragraphs, *(cell for _, cell in task.cells))
        )
    if any(task.node is outline.root for task in outline.tasks):
        used = {text.span.start for read in reads for text in read.used}
        rest = [p.text for p in outline.root.paragraphs if p.text.span.start not in used]
        account.name(RemainderKind.PREAMBLE, rest)
    else:
        account.name_whole(RemainderKind.PREAMBLE, [p.text for p in outline.root.paragraphs])
    account.name_whole(RemainderKind.CLOSING, [p.text for p in outline.closing])
    _name_parts(account, outline)
    return account


def _name_parts(account: Account, outline: Outline) -> None:
    for kind, paragraphs in ((RemainderKind.LETTER, outline.before), (RemainderKind.ANNEX, outline.after)):
        if paragraphs:
            first, last = paragraphs[0], paragraphs[-1]
            start = (first.number_text or first.text).span.start
            account.name_span(kind, Span(start, last.text.span.end))


def _heading(node: Node) -> list[TracedText]:
    texts = [node.number_text] if node.number_text is not None else []
    return [*texts, node.heading.title] if node.heading else texts


def _all(node: Node) -> list[TracedText]:
    texts = [*_heading(node), *node.body()]
    for child in node.children:
        texts += _all(child)
    return texts
