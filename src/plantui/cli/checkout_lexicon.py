"""A checkout's words of the import, made again before a document is read."""

from __future__ import annotations

from plantui.model.problem import DataError


def remake_lexicon() -> None:
    """Make the words and patterns again where a data file is newer; a published package has no data files.

    Raises DataError with the fault of a data file.
    """
    from plantui.documents.languages.making import remake_in_checkout

    try:
        remake_in_checkout()
    except ValueError as error:
        raise DataError("documents.lexicon_fault", fault=error) from error
