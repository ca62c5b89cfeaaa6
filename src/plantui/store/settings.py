"""The user's settings: a small TOML file, read when asked for and written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plantui.model.problem import DataError, UsageError
from plantui.model.terms import Language
from plantui.model.text import is_unicode

from .whole import atomic_write


class SettingKey(StrEnum):
    """What can be set."""

    DEPARTMENT = "department"
    """The user's own department as `region/name`: 本单位."""
    LANG = "lang"
    THEME = "theme"
    AUTHOR = "author"
    """Who notes are written by, where it is not the system's user."""


THEMES: tuple[str, ...] = (
    *("textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night"),
    *("monokai", "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato"),
    *("solarized-light", "solarized-dark", "rose-pine", "rose-pine-moon", "rose-pine-dawn"),
    *("atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light"),
)
"""The interface's themes by name; a test compares them with Textual's, which is too slow to ask here."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one user, None where nothing is set."""

    department: str | None = None
    language: Language | None = None
    theme: str | None = None
    author: str | None = None

    def value(self, key: SettingKey) -> str | None:
        """One setting as text."""
        if key is SettingKey.LANG:
            return self.language.value if self.language else None
        found: str | None = getattr(self, key.value)
        return found


def read_settings(path: Path) -> Settings:
    """The settings in a file; none at all where the file is not there. Raises UsageError for an unusable file."""
    values = _read(path)
    language = values.get(SettingKey.LANG)
    return Settings(
        department=values.get(SettingKey.DEPARTMENT),
        language=Language(language) if language else None,
        theme=values.get(SettingKey.THEME),
        author=values.get(SettingKey.AUTHOR),
    )


def write_setting(path: Path, key: SettingKey, value: str | None) -> None:
    """Set one setting, or take it out, and keep the others. Raises UsageError for a value that cannot be.

    Whether a department exists is for the caller to check.
    """
    values = _read(path)
    if value is None:
        values.pop(key, None)
    else:
        check_setting(key, value)
        values[key] = value
    import tomli_w

    try:
        atomic_write(path, tomli_w.dumps({key.value: value for key, value in values.items()}))
    except OSError as error:
        raise DataError("cli.settings_unwritable", path=path, reason=error.strerror or error) from error


def check_setting(key: SettingKey, value: str) -> None:
    """Raise UsageError for a language or a theme that there is not, or a text that is empty or none at all."""
    if not value.strip():
        raise UsageError("cli.setting_empty", key=key.value)
    if not is_unicode(value):
        raise UsageError("cli.setting_not_unicode", key=key.value)
    choices = {SettingKey.LANG: tuple(Language), SettingKey.THEME: THEMES}.get(key)
    if choices is not None and value not in choices:
        raise UsageError("cli.setting_wrong", key=key.value, value=value, choices=" ".join(choices))


def _read(path: Path) -> dict[SettingKey, str]:
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError("cli.settings_unreadable", path=path, reason=error.strerror or error) from error
    import tomllib

    try:
        data = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("cli.settings_broken", path=path, reason=error) from error
    values: dict[SettingKey, str] = {}
    for name, value in data.items():
        if name not in set(SettingKey):
            raise UsageError("cli.settings_key_unknown", path=path, key=name, known=" ".join(SettingKey))
        if not isinstance(value, str):
            raise UsageError("cli.settings_not_text", path=path, key=name)
        check_setting(SettingKey(name), value)
        values[SettingKey(name)] = value
    return values
