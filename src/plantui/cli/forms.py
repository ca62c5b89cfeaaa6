"""The form that a command writes: asked for, or that of the file's ending. Both never disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError

from .context import CommandContext

if TYPE_CHECKING:
    from plantui.export.formats import Format

STDOUT = "-"
"""Value of --output that means standard output."""


def chosen_form(
    context: CommandContext, written: str | None, target: str, formats: Sequence[Format] | None = None
) -> Format | None:
    """Return the format asked for by --format or --json, else the one that the file's name ends in, None for neither.

    `formats` are those that there are; None for those of texts. Raises UsageError where the name ends in another
    format's suffix, or, with nothing asked for, in the suffix of none that there is.
    """
    from plantui.export.filename import form_of_name
    from plantui.export.formats import TEXT_FORMATS

    formats = TEXT_FORMATS if formats is None else formats
    asked = _asked(context, written, formats)
    path = Path(target)
    ending = None if target == STDOUT else form_of_name(path)
    names = context.words.listing([form.value for form in formats])
    if asked is None:
        if ending not in formats and target != STDOUT and path.suffix:
            raise UsageError("export.file.unknown_ending", path=target, ending=path.suffix, formats=names)
        return ending
    if ending is not None and ending.suffix != asked.suffix:
        raise UsageError(
            "export.file.ending", path=target, ending=path.suffix, form=asked.value, formats=names
        )
    return asked


def _asked(context: CommandContext, written: str | None, formats: Sequence[Format]) -> Format | None:
    from plantui.export.formats import Format

    names = {form.value: form for form in formats}
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
