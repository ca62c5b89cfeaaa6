"""Parts of an English document that its structure sets aside, and why."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.imported import RemainderKind
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.outliner import EnglishOutline
from plantui.documents.traced import TracedText

from .account import Skipped


def skipped_in(lines: Normalized, outline: EnglishOutline) -> Iterator[Skipped]:
    """Yield what of the document is in no field."""
    yield Skipped(RemainderKind.REPEATED, outline.repeated, is_whole=False)
    first = min((item.line for item in outline.items), default=0)
    yield Skipped(RemainderKind.LETTER, [line.text for line in lines.kept[:first]])
    for kind, run in free_runs(lines, outline, first):
        yield Skipped(kind, run)


@rule(Stage.ENGLISH)
def free_runs(
    lines: Normalized, outline: EnglishOutline, first: int
) -> Iterator[tuple[RemainderKind, list[TracedText]]]:
    """Text behind the first task that is in none: below a heading without tasks it is another part, below one with
    tasks an introduction; what no heading announces is not understood."""
    tasks = sorted(item.line for item in outline.items)
    headings = sorted(line for line in outline.headings if line > first)
    for at, start in enumerate(headings):
        end = headings[at + 1] if at + 1 < len(headings) else len(lines.kept)
        run = [lines.kept[line].text for line in range(start, end) if line in outline.free]
        has_tasks = any(start < line < end for line in tasks) or end in tasks
        yield (RemainderKind.INTRODUCTION if has_tasks else RemainderKind.OTHER_PART), run
