"""The command palette: every command, and the choices of the filters, by Chinese or English name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from plantui.model.initials import initials
from plantui.model.terms import Language
from plantui.model.text import one_line
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.ui.widgets.painted import SCROLLBAR_CSS
from plantui.words import Words

from .commands import COMMANDS, Command, key_name
from .dialogs.choice_rows import fold
from .modal import GuardedModal

FACETS = (Facet.YEAR, Facet.TAG, Facet.STATUS, Facet.LIGHT, Facet.PLAN)
"""The filters whose choices the palette offers; departments are too many and have their picker."""


class PaletteHost(Protocol):
    """The answers that the palette needs, and what it has done."""

    words: Words

    def facet_choices(self, facet: Facet) -> Sequence[CountedChoice]:
        """Return what can be chosen, each with its count."""

    def choice_words(self, facet: Facet, value: Choice) -> str:
        """Return a choice as the user reads it."""

    def command_applies(self, command: Command) -> bool:
        """Return whether a command does something where the cursor is, as for its key."""

    async def run_command(self, command: Command) -> None:
        """Do what the command does."""

    def apply_choice(self, facet: Facet, value: Choice) -> None:
        """Add the value to the filter, or take it out."""

    def use_theme(self, name: str) -> None:
        """Show the interface in this theme."""


class PaletteScreen(Protocol):
    """A screen over which the palette is opened."""

    @property
    def palette_host(self) -> PaletteHost:
        """The screen's answers to the palette."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """An entry to run. `label` is shown, `other` behind it, `keys` last."""

    label: str
    other: str
    keys: str
    run: Callable[[], object]
    score: float = 1.0
    """Worth of a match: commands come before filter choices."""
    letters: str = ""
    """The first letters of a command's Chinese name, by which it is found too: 对比 by `db`."""

    @property
    def text(self) -> str:
        """The whole line."""
        return "  ".join(part for part in (self.label, self.other, self.keys) if part)


def entries(host: PaletteHost) -> Iterator[PaletteEntry]:
    """Yield the commands that apply, then the choices of the filters."""
    words = host.words
    other, chinese = _other(words), Words(Language.ZH)
    for command in COMMANDS:
        if command.palette and host.command_applies(command):
            yield PaletteEntry(
                words(command.title_key),
                other(command.title_key),
                " ".join(key_name(key) for key in command.keys),
                partial(host.run_command, command),
                letters=initials(chinese(command.title_key)),
            )
    for facet in FACETS:
        for choice in host.facet_choices(facet):
            facts = {"name": one_line(host.choice_words(facet, choice.value)), "count": choice.count}
            label = words("dialogs.palette.filter", facet=words(f"commands.{facet.value}"), **facts)
            run = partial(host.apply_choice, facet, choice.value)
            yield PaletteEntry(label, "", "", run, 0.5 if choice.count else 0.3)


def themes(host: PaletteHost, names: Sequence[str]) -> Iterator[PaletteEntry]:
    """Yield the themes to choose from."""
    other = _other(host.words)
    for name in names:
        label = host.words("dialogs.palette.theme", name=name)
        yield PaletteEntry(label, other("commands.theme"), "", partial(host.use_theme, name), 0.2)


def _other(words: Words) -> Words:
    return Words(Language.EN if words.language is Language.ZH else Language.ZH)


def score(entry: PaletteEntry, query: str) -> float:
    """Return how well an entry fits what was typed, 0 where it does not: its letters, or each word in one of its names."""
    typed = fold(query).strip()
    by_letters = 0.85 if typed and entry.letters.startswith(typed) else 0.0
    return max(entry.score * by_letters, _score_by_names(entry, query))


def _score_by_names(entry: PaletteEntry, query: str) -> float:
    names = fold(entry.label), fold(entry.other)
    parts = [fold(part) for part in query.split()]
    if not parts or not all(any(part in name for name in names) for part in parts):
        return 0.0
    if fold(query) in names:
        return entry.score
    begins = any(name.startswith(parts[0]) for name in names)
    return entry.score * (0.9 if begins else 0.8)


_NO_HIT = 0.01
_LEAST_WIDTH = 8
"""Columns of the list of commands, however narrow the terminal is."""


def _do_nothing() -> None:
    """Do nothing: the action of the entry that says that nothing was found."""


class CommandListScreen(CommandPalette, GuardedModal[None]):  # in this order: styles follow the first
    """Textual's command palette, guarded: a command that was chosen twice in one read runs once."""

    # Opaque as every dialog is: what shows through is too dim to be read, and a character may be cut in two. The list
    # keeps some columns where the terminal has hardly any: Textual ends with a ValueError when a text has none.
    DEFAULT_CSS = f"""
    CommandListScreen {{ background: $background; }}
    CommandListScreen SearchIcon {{ color: $foreground; }}
    CommandListScreen CommandInput > .input--placeholder {{ color: $text-muted; }}
    CommandListScreen CommandList {{ min-width: {_LEAST_WIDTH}; {SCROLLBAR_CSS} }}
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to turn pages where the terminal leaves the list no line: Textual would end with a KeyError."""
        if action == "command_list" and not self.query_one(CommandList).size.height:
            return False
        return super().check_action(action, parameters)


class CommandProvider(Provider):
    """Offers the entries to Textual's palette, as content, so that no title is read as markup."""

    async def startup(self) -> None:
        host = cast(PaletteScreen, self.screen).palette_host
        self._nothing = host.words("dialogs.palette.nothing")
        self._entries = [*entries(host), *themes(host, sorted(self.app.available_themes))]

    async def search(self, query: str) -> Hits:
        hits = [(found, entry) for entry in self._entries if (found := score(entry, query))]
        for found, entry in hits:
            yield Hit(found, Content(entry.text), entry.run, text=entry.label)
        if not hits:  # else Textual says so itself, in English
            yield Hit(_NO_HIT, Content(self._nothing), _do_nothing, text=query)

    async def discover(self) -> Hits:
        for entry in self._entries:
            yield DiscoveryHit(Content(entry.text), entry.run, text=entry.label)


def command_palette(words: Words) -> CommandPalette:
    """Return the palette of the screen under it."""
    return CommandListScreen(providers=[CommandProvider], placeholder=words("dialogs.palette.placeholder"))
