"""The user's settings: a small TOML file, read when asked for and written whole or not at all."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason
from plantui.model.terms import Language
from plantui.model.text import is_unicode


class SettingKey(StrEnum):
    """The settings that there are."""

    DEPARTMENT = "department"
    """The user's own department as `region/name`: 本单位."""
    LANG = "lang"
    THEME = "theme"
    ROLE = "role"
    """Role of the desk; without one it may do everything."""
    AUTHOR = "author"
    """Author of the notes, where it is not the system's user."""
    BACKUPS = "backups"
    """Days with a backup that are kept, 0 for no backups at all."""


THEMES: tuple[str, ...] = (
    *("textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night"),
    *("monokai", "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato"),
    *("solarized-light", "solarized-dark", "rose-pine", "rose-pine-moon", "rose-pine-dawn"),
    *("atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light"),
)
"""The interface's themes by name; a test compares them with Textual's, which is too slow to ask here."""

ROLES: tuple[str, ...] = ("clerk", "checker", "supervision", "reader")
"""Roles of a desk by name; a test compares them with `model.roles.DeskRole`, which no start needs."""

_CHOICES: dict[SettingKey, tuple[str, ...]] = {
    SettingKey.LANG: tuple(Language),
    SettingKey.THEME: THEMES,
    SettingKey.ROLE: ROLES,
    SettingKey.BACKUPS: ("0", "3", "7", "14", "31", "92"),
}
"""Values that the settings can take that are no free text."""


class Settings(NamedTuple):
    """The settings of one user, None where nothing is set."""

    department: str | None = None
    language: Language | None = None
    theme: str | None = None
    author: str | None = None
    role: str | None = None
    """Role of the desk, of `ROLES`."""
    backups: str | None = None
    """Days with a backup that are kept, as written."""
    unknown: tuple[str, ...] = ()
    """Entries that this version does not know, as `key` or `key = value`; they stay in the file unused."""

    def value(self, key: SettingKey) -> str | None:
        """Return one setting as text."""
        if key is SettingKey.LANG:
            return self.language.value if self.language else None
        found: str | None = getattr(self, key.value)
        return found


def read_settings(path: Path) -> Settings:
    """Read the settings of a file; a missing file sets nothing. Raises UsageError for an unusable file.

    A key, language or theme that this version does not know may be a newer one's: it is named and not used.
    """
    known: dict[SettingKey, str] = {}
    unknown: list[str] = []
    for name, value in _read(path).items():
        if name not in set(SettingKey):
            unknown.append(name)
            continue
        key = SettingKey(name)
        if not isinstance(value, str):
            raise UsageError("cli.settings_not_text", path=path, key=name)
        _check_text(key, value)
        if value in _CHOICES.get(key, (value,)):
            known[key] = value
        else:
            unknown.append(f"{name} = {value}")
    language = known.get(SettingKey.LANG)
    return Settings(
        department=known.get(SettingKey.DEPARTMENT),
        language=Language(language) if language else None,
        theme=known.get(SettingKey.THEME),
        author=known.get(SettingKey.AUTHOR),
        role=known.get(SettingKey.ROLE),
        backups=known.get(SettingKey.BACKUPS),
        unknown=tuple(unknown),
    )


def write_setting(path: Path, key: SettingKey, value: str | None) -> None:
    """Set one setting, or take it out, and keep all others, unknown ones too. Raises UsageError for a wrong value.

    Whether a department exists is for the caller to check.
    """
    values = _read(path)
    if value is None:
        values.pop(key.value, None)
    else:
        check_setting(key, value)
        values[key.value] = value
    import tomli_w

    from .atomic import atomic_write

    try:
        atomic_write(path, tomli_w.dumps(values))
    except (OSError, ValueError) as error:  # ValueError: an unknown setting's number has no decimal form
        reason = system_reason(error)
        raise DataError("cli.settings_unwritable", path=path, reason=reason) from error


def check_setting(key: SettingKey, value: str) -> None:
    """Raise UsageError for an unknown language or theme, and for a text that is empty or cannot be stored."""
    _check_text(key, value)
    choices = _CHOICES.get(key)
    if choices is not None and value not in choices:
        raise UsageError("cli.setting_wrong", key=key.value, value=value, choices=" ".join(choices))


def _check_text(key: SettingKey, value: str) -> None:
    if not value.strip():
        raise UsageError("cli.setting_empty", key=key.value)
    if not is_unicode(value):
        raise UsageError("cli.setting_not_unicode", key=key.value)


def _read(path: Path) -> dict[str, object]:
    return read_tables(path, unreadable="cli.settings_unreadable", broken="cli.settings_broken")


def read_tables(path: Path, *, unreadable: str, broken: str) -> dict[str, object]:
    """Return the content of one of the user's TOML files by its keys; a missing file has none.

    Raises UsageError, with one of the messages, for a file that cannot be read and for one that is no TOML.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError(unreadable, path=path, reason=system_reason(error)) from error
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except (
        ValueError,
        RecursionError,
    ) as error:  # no UTF-8, no TOML, or numbers and brackets without measure
        raise UsageError(broken, path=path, reason=error) from error
