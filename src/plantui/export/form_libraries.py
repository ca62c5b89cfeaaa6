"""The libraries that formats are written with, an extra of the installation."""

from __future__ import annotations

from importlib.util import find_spec

from plantui.model.problem import UsageError

from .formats import Format

_LIBRARIES = {
    Format.XLSX: ("xlsxwriter",),
    Format.DOCX: ("docx", "lxml"),
    Format.ICS: ("icalendar",),
    **dict.fromkeys((Format.STRATML, Format.MSPDI, Format.IATI), ("lxml",)),
    Format.VTODO: ("icalendar",),
}


def missing_libraries(form: Format) -> tuple[str, ...]:
    """Return the libraries that a format needs and that are not installed."""
    return tuple(name for name in _LIBRARIES.get(form, ()) if find_spec(name) is None)


def require_libraries(form: Format) -> None:
    """Raise UsageError where a library that a format needs is not installed."""
    for library in missing_libraries(form):
        raise UsageError("forms.library_missing", format=form.value, library=library)
