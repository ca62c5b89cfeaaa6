"""The command table: texts, keys, and the page made from it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from plantui.model.terms import Language
from plantui.ui.commands import COMMANDS, Command, by_id, key_name
from plantui.ui.editor.commands import EDITOR_COMMANDS, HISTORY_COMMANDS
from plantui.ui.keys_page import every_command, keys_markdown
from plantui.ui.review.commands import REVIEW_COMMANDS
from plantui.words import Words
from tests.support.paths import DOCS

PLACES = {
    "screen": COMMANDS,
    "editor": EDITOR_COMMANDS,
    "history": HISTORY_COMMANDS,
    "review": REVIEW_COMMANDS,
}
PAGE = DOCS / "keys.md"
SURE = re.compile(
    r"\d|f([1-9]|1[02])|ctrl\+[a-z]|enter|escape|tab|space|backspace|delete|up|down|left|right|pageup|pagedown"
)
"""Keys that reach the program while an input method is on; F11 is the terminal's own."""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", every_command(), ids=lambda command: command.title_key)
def test_every_command_has_both_texts(command: Command, language: Language) -> None:
    words = Words(language)
    assert words(command.title_key).strip()
    assert words(command.help_key).strip()
    assert words(f"commands.group.{command.group.value}")


@pytest.mark.parametrize("place", PLACES)
def test_no_key_is_used_twice(place: str) -> None:
    keys = Counter(key for command in PLACES[place] for key in command.keys)

    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", every_command(), ids=lambda command: command.title_key)
def test_the_first_key_works_with_an_input_method(command: Command) -> None:
    assert all(SURE.fullmatch(key) for key in command.keys[:1])


@pytest.mark.parametrize("language", list(Language))
def test_titles_are_unique(language: Language) -> None:
    """Two commands of one name could not be told apart in the palette."""
    words = Words(language)
    titles = Counter(words(command.title_key) for command in COMMANDS)

    assert [title for title, times in titles.items() if times > 1] == []


def test_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert by_id("export").keys == ("f8",)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+z", "Ctrl+Z"),
        ("f12", "F12"),
        ("escape", "Esc"),
        ("pageup", "PgUp"),
        ("question_mark", "?"),
        ("d", "d"),
    ],
)
def test_key_names(key: str, name: str) -> None:
    assert key_name(key) == name


def test_the_page_is_the_one_generated() -> None:
    """`docs/keys.md` is written from the table: write it again after a change of keys or texts."""
    assert PAGE.read_text("utf-8") == keys_markdown(Words(Language.EN))
