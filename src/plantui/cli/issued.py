"""`plantui issued`: the log of issued reports; and the writing of one of them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.words.phrases import local_moment

from .command import Command
from .context import CommandContext
from .filters import FILTERING
from .forms import STDOUT
from .light_rules import rules_folders
from .options import argument, json_option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plantui.export.changed_sources import ChangedSource
    from plantui.export.form_making import MadeFile
    from plantui.model.issued import Issued

_SHOWN = 12
"""Characters that are shown of an id and of a checksum."""
_NOT_WITH_AGAIN = (
    *("format", "form", "profile", "compared_with", "cut", "rules", "sort", "view", "columns"),
    *("changed_only", "strict", *FILTERING),
)


def build(startup: Startup) -> Command:
    """Return the command."""
    params = [argument("FILE", required=False), json_option(startup.words)]
    return Command(startup, "issued", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    entries, file = context.ledger().issued(), values.optional("file")
    if file is not None:
        return _prove(context, entries, at_home(Path(file)))
    _write(context, entries)
    if not entries:
        say(context.words("forms.issued.none"))
    return ExitCode.DONE


def _prove(context: CommandContext, entries: Sequence[Issued], path: Path) -> int:
    """Write the entries whose bytes are those of a file, and say so; where there is none, what the log has of its name."""
    from plantui.export.issuing import checksum

    sha256 = checksum(path)
    same = [entry for entry in entries if entry.file.sha256 == sha256]
    _write(context, same)
    named = sum(entry.file.name == path.name for entry in entries)
    key = "untouched" if same else "touched" if named else "unknown"
    say(context.words(f"forms.issued.{key}", name=path.name))
    return ExitCode.DONE if same else ExitCode.DATA


def _write(context: CommandContext, entries: Sequence[Issued]) -> None:
    if context.is_json:
        write_json([_entry_dict(entry) for entry in entries])
        return
    columns = [Column(context.words(f"forms.issued.{name}")) for name in _COLUMNS]
    write_table(columns, [_row(entry) for entry in entries])


_COLUMNS = ("id", "when", "by", "form", "file", "as_of", "rows", "cut", "sha256")


def _row(entry: Issued) -> tuple[str, ...]:
    file = entry.file
    return (
        entry.id,
        local_moment(entry.issued_at),
        entry.author,
        f"{file.form}.{file.format}",
        file.name,
        file.as_of.isoformat(),
        str(file.rows),
        file.cut,
        file.sha256[:_SHOWN],
    )


def _entry_dict(entry: Issued) -> JsonObject:
    import json

    file = entry.file
    return {
        "id": entry.id,
        "issued_at": entry.issued_at.isoformat(),
        "author": entry.author,
        "form": file.form,
        "format": file.format,
        "file": file.name,
        "as_of": file.as_of.isoformat(),
        "cut": file.cut,
        "rows": file.rows,
        "sha256": file.sha256,
        "origin": json.loads(file.origin),
    }


def log_issued(context: CommandContext, made: Sequence[MadeFile], paths: Sequence[Path]) -> None:
    """Keep in the ledger that files were written; what cannot be kept is said, and the files stay."""
    if not paths:  # standard output
        return
    from plantui.export.issuing import keep_issued

    if sentence := keep_issued(context.words, context.own_ledger(), made, paths):
        say(sentence)


def write_again(context: CommandContext, values: Values) -> int:
    """Write an issued form again, of the ledger as it was and on its day, and say whether it is the same.

    Raises UsageError for an id that is not in the log, or that begins several.
    """
    from plantui.export.issuing import again_sentences, issue_again

    from .form_output import put_form, say_written

    target = values.text("output")
    given = [name for name in _NOT_WITH_AGAIN if values.given(name)]
    if given:
        raise UsageError("forms.again.alone", option=f"--{given[0].replace('_', '-')}")
    if target == STDOUT:
        raise UsageError("forms.again.wants_file")
    entry = _entry_named(context, values.text("again"))
    words = context.words

    def put(made: MadeFile) -> list[Path]:
        return put_form(words, made.file, made.format, target, force=values.flag("force"))

    folders = rules_folders(context)
    again = issue_again(entry, context.library(), context.ledger(), words, folders, put)
    say_written(words, entry.file.form, [again.path], again.made.content.summary.heading.count)
    for sentence in again_sentences(words, again):
        say(sentence)
    log_issued(context, [again.made], [again.path])
    return ExitCode.DONE if again.is_same else ExitCode.DATA


def say_changed(context: CommandContext, changed: Iterable[ChangedSource]) -> None:
    """Tell each source that has changed since a form was made."""
    from plantui.export.changed_sources import changed_sentence

    for sentence in dict.fromkeys(changed_sentence(context.words, one) for one in changed):
        say(sentence)


def _entry_named(context: CommandContext, written: str) -> Issued:
    found = [entry for entry in context.ledger().issued() if written and entry.id.startswith(written)]
    if len(found) != 1:
        raise UsageError("forms.again.unknown" if not found else "forms.again.several", id=written)
    return found[0]
