"""Finds an office's own words of the import: the files in the folder `lexicon` beside the settings."""

from __future__ import annotations

import os
from functools import reduce
from pathlib import Path

from plantui.model.own_words import NO_OWN_WORDS, OwnWords
from plantui.model.problem import DataError, Message, Problem
from plantui.planfile.search_path import is_folder, toml_files

from .locations import config_file

WORDS_FOLDER = "lexicon"
"""Folder of an office's own words, in the settings folder."""


def own_words_files() -> list[Path]:
    """Return the files of own words, by name; none where there is no such folder."""
    folder = config_file(os.environ).parent / WORDS_FOLDER
    return toml_files(folder) if is_folder(folder) else []


def read_all_own_words() -> OwnWords:
    """Return the words of all files. Raises DataError where one has a fault, with its file, line and key."""
    return reduce(OwnWords.with_more, map(_words_of, own_words_files()), NO_OWN_WORDS)


def own_words_problems() -> list[Problem]:
    """Return what is wrong with the files."""
    from plantui.planfile.own_words import read_own_words

    return [problem for path in own_words_files() for problem in read_own_words(path).problems]


def _words_of(path: Path) -> OwnWords:
    from plantui.planfile.own_words import read_own_words  # and TOML with it: most offices have no such file

    read = read_own_words(path)
    if read.words is not None:
        return read.words
    fault = next(iter(read.problems))
    said = Message(fault.message, **fault.facts)
    raise DataError(
        "documents.own_words_fault", file=fault.file, line=fault.line or 1, key=fault.key, fault=said
    )
