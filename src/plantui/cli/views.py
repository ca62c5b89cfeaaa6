"""`plantui views`: the saved views, and those of another file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.store.saved_views import SavedView, read_views, views_file, with_views, write_views

from .command import Command
from .options import json_option, option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.words.catalogue import Words

    from .context import CommandContext


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [option(words, "--take", metavar="FILE"), json_option(words)]
    return Command(startup, "views", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    words, path = context.words, views_file(context.config_path)
    views = read_views(path)
    if taken := values.optional("take"):
        source = at_home(Path(taken))
        if not source.exists():
            raise UsageError("views.no_file", path=source)
        more = read_views(source)
        views = with_views(views, more)
        write_views(path, views)
        say(words("views.taken", count=len(more), names=words.listing([one.name for one in more])))
    if context.is_json:
        write_json([_view_dict(one) for one in views])
        return ExitCode.DONE
    titles = ("digit", "name", "find", "view")
    columns = [Column(words(f"views.column.{name}"), is_elastic=name == "find") for name in titles]
    write_table(columns, [_row(words, one) for one in views])
    return ExitCode.DONE


def _row(words: Words, view: SavedView) -> tuple[str, ...]:
    """Return a view as a row. Raises UsageError for one of another version."""
    from plantui.query.saved_views import view_of

    digit = "" if view.digit is None else str(view.digit)
    return digit, view.name, view.find, words(f"screen.view.{view_of(view).value}")


def _view_dict(view: SavedView) -> JsonObject:
    return {
        "name": view.name,
        "digit": view.digit,
        "find": view.find,
        "view": view.view,
        "columns": [*view.columns],
        "sorted_by": view.sorted_by,
        "descending": view.descending,
    }
