"""The form that a command writes: asked for, or that of the file's ending. Both never disagree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError

from .context import CommandContext

if TYPE_CHECKING:
    from plantui.export.formats import Format

STDOUT = "-"
"""Value of --output that means standard output."""


def chosen_form(context: CommandContext, written: str | None, target: str) -> Format | None:
    """Return the form asked for by --format or --json, else the one that the file's name ends in, None for neither.

    Raises UsageError where the name ends in another form's suffix, or, with nothing asked for, in no form's.
    """
    from plantui.export.filename import form_of_name

    asked = _asked(context, written)
    path = Path(target)
    ending = None if target == STDOUT else form_of_name(path)
    if asked is None:
        if ending is None and target != STDOUT and path.suffix:
            raise UsageError("export.file.unknown_ending", path=target, ending=path.suffix)
        return ending
    if ending is not None and ending is not asked:
        raise UsageError("export.file.ending", path=target, ending=path.suffix, form=asked.value)
    return asked


def _asked(context: CommandContext, written: str | None) -> Format | None:
    from plantui.export.formats import Format

    names = {form.value: form for form in Format}
    if context.is_json:
        if written not in (None, Format.JSON.value):
            raise UsageError("cli.export.two_formats", format=written)
        return Format.JSON
    if written is None:
        return None
    if written not in names:
        from .nearest import unknown

        raise unknown("format", written, list(names))
    return names[written]
