"""`plantui import FILE`: a published document becomes a plan definition."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, UsageError

from .bounded_import import bounded_import
from .command import Command
from .context import CommandContext
from .expressions import kept_expressions
from .options import argument, flag, json_option, option
from .output import say, write, write_json
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.documents.imported import Imported, Remainder, RemainderKind, Shares
    from plantui.documents.reading import Doubt
    from plantui.documents.source import Source
    from plantui.documents.traced import Span
    from plantui.words.catalogue import Words

_MANY = frozenset({"furniture", "table"})
"""Kinds of pieces of which only the number is told."""
_SHOWN = 60
"""Number of characters shown of a piece of the document."""
_LOOKED_AT = 10 * _SHOWN
"""Number of characters looked at for these: many may be blanks."""


def build(startup: Startup) -> Command:
    """Return the command `import`."""
    words = startup.words
    params = [
        argument("FILE"),
        option(words, "-o", "--output", metavar="FILE"),
        flag(words, "--force"),
        flag(words, "--review"),
        json_option(words),
    ]
    return Command(startup, "import", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    if not values.flag("review"):
        gc.disable()  # the program ends with the import: collecting costs a part of its time
    output = values.optional("output")
    target = Path(output) if output and output != "-" else None
    imported = _read(context, values.text("file"), target)
    may_replace = values.flag("force")
    if values.flag("review"):
        may_replace = _check_review(context, imported, target, force=may_replace)
        reviewed = _reviewed(context, imported)
        if reviewed is None:
            return ExitCode.DONE
        imported = reviewed
    if target is not None:
        _save(context, imported, target, values.text("file"), force=may_replace)
    if context.is_json:
        write_json(imported_dict(context.words, imported))
    elif target is None:
        from plantui.planfile.writer import plan_toml

        write(plan_toml(imported.plan).rstrip("\n"))
    if not values.flag("review"):
        _tell(context.words, imported)
    return ExitCode.DONE


def _read(context: CommandContext, file: str, target: Path | None) -> Imported:
    """Read the document as a plan that is called as its file will be."""
    with bounded_import(context.words, file) as progress, kept_expressions():
        from plantui.documents.formats import open_source
        from plantui.documents.importer import import_document

        source = open_source(file)
        progress.allow_text(len(source.text))
        return import_document(source, target.stem if target else None, progress.tell)


def _save(context: CommandContext, imported: Imported, target: Path, file: str, *, force: bool) -> None:
    """Write the plan, and say where its document should lie."""
    from plantui.export.writing import save
    from plantui.planfile.writer import plan_toml

    place = save([plan_toml(imported.plan)], target, force=force)
    say(context.words("documents.written", path=place))
    if file == "-":
        say(context.words("documents.no_document"))
    elif Path(file).resolve().parent != place.parent:
        say(context.words("documents.keep_beside", file=Path(file).name, folder=place.parent))


def _check_review(context: CommandContext, imported: Imported, target: Path | None, *, force: bool) -> bool:
    """Return whether the review may replace the file that exists: with --force, or where the review itself wrote it.

    Raises UsageError where nothing can be reviewed here, before the work begins.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):  # drawn on stderr: standard output is the plan's
        raise UsageError("review.no_terminal")
    if target is None and not context.is_json and sys.stdout.isatty():
        raise UsageError("review.no_output")
    if target is None or force or not target.exists():
        return force
    from plantui.planfile.writer import plan_toml
    from plantui.ui.review.decision_store import kept_plan

    if target.read_bytes() != plan_toml(kept_plan(imported)).encode():
        raise UsageError("export.exists", path=target)
    return True


def _reviewed(context: CommandContext, imported: Imported) -> Imported | None:
    """Return the import as the user corrected it in the interface; None where the review was left before its end."""
    from plantui.ui.review.app import run_review

    plan, left = run_review(context.words, imported, theme=context.settings().theme)
    if plan is None:
        say(context.words("review.kept", open=left.open, doubtful=left.doubtful))
        return None
    if left.open:
        say(context.words("review.unfinished", open=left.open, doubtful=left.doubtful))
    return replace(imported, plan=plan)


def imported_dict(words: Words, imported: Imported) -> JsonObject:
    """Return the plan in the JSON form, with `import`: coverage, doubts and remainder."""
    from plantui.planfile.jsonform import plan_dict

    source = imported.source
    return {
        **plan_dict(imported.plan),
        "import": {
            "coverage": round(imported.shares.coverage, 4),
            "shares": asdict(imported.shares),
            "doubts": [_doubt_dict(words, source, doubt) for doubt in imported.doubts],
            "remainder": [
                {"kind": piece.kind.value, **_place_dict(source, piece.span)} for piece in imported.remainder
            ],
        },
    }


def _place_dict(source: Source, span: Span) -> JsonObject:
    return {
        "start": span.start,
        "end": span.end,
        "line": source.line_of(span.start),
        "page": source.page_of(span.start),
        "text": source.text[span.start : span.end],
    }


def _doubt_dict(words: Words, source: Source, doubt: Doubt) -> JsonObject:
    return {
        "reason": doubt.reason.rpartition(".")[2],
        "message": _sentence(words, doubt),
        "read": doubt.read,
        "alternatives": list(doubt.alternatives),
        **_place_dict(source, doubt.span),
    }


def _sentence(words: Words, doubt: Doubt) -> str:
    return words(doubt.reason, **{"read": doubt.read, **doubt.facts})


def place_of(words: Words, source: Source, offset: int) -> str:
    """Return a place of the document in words: its line, and its page where it has pages."""
    from plantui.words.phrases import place_text

    return place_text(words, source.line_of(offset), source.page_of(offset))


def _tell(words: Words, imported: Imported) -> None:
    from plantui.documents.place import unbroken
    from plantui.documents.traced import Span

    plan, source = imported.plan, imported.source
    facts = {
        "title": plan.info.title,
        "sections": len(plan.sections),
        "tasks": len(plan.tasks),
        "deadlines": sum(len(task.deadlines) for task in plan.tasks),
        "indicators": sum(len(task.indicators) for task in plan.tasks),
    }
    say(words("documents.read", **facts))
    say(words("documents.shares", **_shares(imported.shares)))
    if imported.doubts:
        say(words("documents.doubts", count=len(imported.doubts)))
    for doubt in imported.doubts:
        sentence = _sentence(words, doubt)
        if doubt.alternatives:
            others = words.listing(doubt.alternatives)
            sentence = words("documents.doubt.alternatives", sentence=sentence, others=others)
        say(
            "  "
            + words("documents.doubt", place=place_of(words, source, doubt.span.start), sentence=sentence)
        )
    if imported.remainder:
        say(words("documents.remainder"))
    for piece, count in _grouped(imported.remainder):
        span = piece.span
        text, _ = unbroken(source, Span(span.start, min(span.end, span.start + _LOOKED_AT)))
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        kind = words(f"documents.remainder.{piece.kind.value}")
        place = place_of(words, source, piece.span.start)
        if count > 1:
            say("  " + words("documents.remainder.pieces", place=place, kind=kind, count=count))
        else:
            say("  " + words("documents.remainder.piece", place=place, kind=kind, text=shown))


def _shares(shares: Shares) -> dict[str, str]:
    """Return the three shares as percents; what is not nought is never printed as nought."""
    counts = asdict(shares)
    return {name: _percent(shares.percent(count)) for name, count in counts.items()}


def _percent(percent: float) -> str:
    return "<0.1" if 0 < percent < 0.05 else f"{percent:.1f}"


def _grouped(remainder: Sequence[Remainder]) -> Iterator[tuple[Remainder, int]]:
    """Yield the pieces with their number; kinds that say nothing one by one, such as heads of pages, are one piece."""
    counts = Counter(piece.kind for piece in remainder)
    told: set[RemainderKind] = set()
    for piece in remainder:
        if piece.kind.value not in _MANY:
            yield piece, 1
        elif piece.kind not in told:
            told.add(piece.kind)
            yield piece, counts[piece.kind]
