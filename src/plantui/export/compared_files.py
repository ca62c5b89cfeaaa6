"""Files of a comparison of plans: which writer makes which format."""

from __future__ import annotations

from typing import BinaryIO

from plantui.words import Words

from .compared import ComparedFile, compared_json, markdown
from .form_content import FormFile
from .form_libraries import require_libraries
from .formats import Format
from .progress import Progress
from .writing import emit

COMPARED_FORMATS = (Format.XLSX, Format.MARKDOWN, Format.JSON)
"""The formats of a comparison."""


def compared_form(file: ComparedFile, form: Format, words: Words) -> FormFile:
    """Return the file in a format, with the name to offer. Raises UsageError without the library that writes it."""
    require_libraries(form)
    name = f"{words('compare.title')}-{file.today:%Y-%m}.{form.value}"
    if form is Format.XLSX:
        from .workbook.compared_book import write_comparison

        def write_book(stream: BinaryIO, progress: Progress) -> None:
            write_comparison(stream, file, words, progress)

        return FormFile(name, write_book)

    def write(stream: BinaryIO, progress: Progress) -> None:
        emit(markdown(file, words) if form is Format.MARKDOWN else compared_json(file), stream)

    return FormFile(name, write)
