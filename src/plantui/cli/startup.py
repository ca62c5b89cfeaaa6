"""Settles the language before the command line is parsed, since help and usage errors are written in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantui.model.problem import PlantuiError, UsageError
from plantui.model.terms import Language
from plantui.store.locations import config_file
from plantui.store.settings import Settings, read_settings
from plantui.words.catalogue import Words, language_of

LANGUAGE_VARIABLE = "PLANTUI_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"


class Startup(NamedTuple):
    """The catalogue in the interface language, and what the process was started with."""

    words: Words
    environ: Mapping[str, str]
    fault: PlantuiError | None = None
    """Error for which the settings or PLANTUI_LANG could not be used: help still works, a command raises it."""
    remark: str = ""
    """A sentence on settings that this version does not know, empty where there are none."""


def startup_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Startup:
    """Return the language from --lang, else PLANTUI_LANG, else the settings, else the locale; and what is wrong there."""
    fault: PlantuiError | None = None
    language = _asked_for(arguments)
    settings = Settings()
    try:
        language = language or _configured(environ)
        settings = read_settings(config_file(environ))
        language = language or settings.language
    except PlantuiError as error:
        fault = None if language else error
    words = Words(language or _of_locale(environ))
    return Startup(words, environ, fault, _remark(words, environ, settings))


def _remark(words: Words, environ: Mapping[str, str], settings: Settings) -> str:
    if not settings.unknown:
        return ""
    return words("cli.settings_unknown", path=config_file(environ), settings=words.listing(settings.unknown))


def _asked_for(arguments: Sequence[str]) -> Language | None:
    """Return the last --lang; a value that is no language is reported when the options are parsed."""
    found = None
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == _OPTION:
            found = value if equals else "".join(arguments[position + 1 : position + 2])
    return Language(found) if found in set(Language) else None


def _configured(environ: Mapping[str, str]) -> Language | None:
    named = environ.get(LANGUAGE_VARIABLE)
    if not named:
        return None
    if named not in set(Language):
        raise UsageError("cli.bad_language", source=LANGUAGE_VARIABLE, value=named)
    return Language(named)


def _of_locale(environ: Mapping[str, str]) -> Language:
    return language_of(next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), ""))
