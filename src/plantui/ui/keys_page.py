"""docs/keys.md, written from the command table. A test keeps the committed page equal to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.model.terms import Language
from plantui.words import Words

from .commands import COMMANDS, Command, Group


def every_command() -> tuple[Command, ...]:
    """The commands of the main screen, of the note editor with its history, and of the review of an import."""
    from .editor.commands import EDITOR_COMMANDS, HISTORY_COMMANDS
    from .review.commands import OUTLINE_COMMANDS, REVIEW_COMMANDS

    return COMMANDS + EDITOR_COMMANDS + HISTORY_COMMANDS + OUTLINE_COMMANDS + REVIEW_COMMANDS


def keys_markdown(words: Words) -> str:
    """The page in one language, with the commands' names in the other one beside them."""
    commands = every_command()
    other = Words(Language.EN if words.language is Language.ZH else Language.ZH)
    return "\n".join([*_intro(words), *_tables(words, other, commands)]) + "\n"


def _intro(words: Words) -> Iterator[str]:
    yield f"# {words('dialogs.keys.title')}"
    yield ""
    yield words("dialogs.keys.intro")
    yield ""
    yield words("dialogs.keys.moved")


def _tables(words: Words, other: Words, commands: Sequence[Command]) -> Iterator[str]:
    columns = [words(f"dialogs.keys.{name}") for name in ("key", "command", "other", "what")]
    for group in Group:
        here = [command for command in commands if command.group is group]
        if here:
            yield from ("", f"## {words(f'commands.group.{group.value}')}", "")
            yield _row(columns)
            yield "|" + " --- |" * len(columns)
            for command in here:
                yield _row(
                    [
                        ", ".join(f"`{name}`" for name in command.key_names),
                        words(command.title_key),
                        other(command.title_key),
                        words(command.help_key),
                    ]
                )


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
