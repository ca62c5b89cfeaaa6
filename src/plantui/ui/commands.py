"""Every command of the interface, declared once: key bindings, footer, palette, help and docs/keys.md come from here."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Group(StrEnum):
    """Group of a command in help and docs."""

    VIEW = "view"
    FILTER = "filter"
    NOTE = "note"
    MARK = "mark"
    OUTPUT = "output"
    MOVE = "move"
    PROGRAM = "program"
    EDITOR = "editor"
    HISTORY = "history"
    OUTLINE = "outline"
    REVIEW = "review"


class Command(NamedTuple):
    """A command. Its title is `<topic>.<id>` in the catalogue, its one-sentence help `<topic>.<id>.help`."""

    id: str
    keys: tuple[str, ...]
    """The first works while an input method is on (digit, F-key, Ctrl, arrow); the others are extra.

    Without keys the command is run from the palette alone.
    """
    action: str
    """The Textual action that carries it out."""
    group: Group
    footer: int = 0
    """Its rank in the footer, where it applies and there is room; 0 keeps it out."""
    topic: str = "commands"
    palette: bool = True
    """True where the palette offers the command; movement keys are not worth searching for."""
    priority: bool = False
    """True where the command goes before what the focused field does with the key."""

    is_view: bool = False
    """True where it shows another view, and so stands in the strip of views."""

    @property
    def key_names(self) -> tuple[str, ...]:
        """Its keys as people read them; those of the palette where it has none of its own."""
        return tuple(key_name(key) for key in self.keys or PALETTE_KEYS)

    @property
    def title_key(self) -> str:
        """The catalogue key of its name."""
        return f"{self.topic}.{self.id}"

    @property
    def help_key(self) -> str:
        """The catalogue key of its one-sentence help."""
        return f"{self.topic}.{self.id}.help"


PALETTE_KEYS = ("ctrl+p",)
"""The keys of the command palette."""
FIELD_KEYS = frozenset({"backspace", "space", "ctrl+a", "ctrl+c", "ctrl+e", "ctrl+k"})
"""Keys of commands that a text field takes for itself, beside the characters that it types."""

COMMANDS: tuple[Command, ...] = (
    Command("open", ("enter",), "open", Group.MOVE, footer=1, palette=False),
    Command("back", ("escape",), "back", Group.MOVE, footer=2, palette=False),
    Command("help", ("f1", "question_mark"), "help", Group.PROGRAM, footer=3),
    Command("note", ("f2",), "note", Group.NOTE, footer=4),
    Command("search", ("f3", "slash"), "search", Group.FILTER, footer=5),
    Command("department", ("f4", "d"), "choose('department')", Group.FILTER, footer=6),
    Command("changed", ("f5", "c"), "changed", Group.FILTER, footer=16),
    Command("year", ("f6", "y"), "choose('year')", Group.FILTER, footer=9),
    Command("tag", ("ctrl+n", "t"), "choose('tag')", Group.FILTER),
    Command("status", ("ctrl+e", "s"), "choose('status')", Group.FILTER, footer=11),
    Command("light", ("ctrl+l", "l"), "choose('light')", Group.FILTER),
    Command("role", ("ctrl+r", "r"), "choose('role')", Group.FILTER),
    Command("plan", ("ctrl+o", "p"), "choose('plan')", Group.FILTER),
    Command("unfilter", ("backspace",), "unfilter", Group.FILTER),
    Command("clear", ("0",), "clear", Group.FILTER, footer=10),
    Command("view_tree", ("1",), "view('tree')", Group.VIEW, is_view=True),
    Command("view_mine", ("2",), "view('mine')", Group.VIEW, is_view=True),
    Command("view_warnings", ("3",), "view('warnings')", Group.VIEW, is_view=True),
    Command("view_to_check", ("4",), "view('to_check')", Group.VIEW, is_view=True),
    Command("view_unreported", ("5",), "view('unreported')", Group.VIEW, is_view=True),
    Command("stats", ("6",), "stats", Group.VIEW, is_view=True),
    Command("indicators", (), "indicators", Group.VIEW),
    Command("matrix", (), "matrix", Group.VIEW),
    Command("compare", (), "compare", Group.VIEW),
    Command("fold", ("9", "asterisk"), "fold_all", Group.VIEW, footer=13),
    Command("saved_views", ("f10", "v"), "saved_views", Group.VIEW),
    Command("columns", ("ctrl+k",), "columns", Group.VIEW),
    Command("source", ("7",), "toggle_pane", Group.VIEW),
    Command("quote", ("ctrl+g",), "quote", Group.VIEW, footer=14),
    Command("history", ("8", "h"), "history", Group.NOTE),
    Command("evidence", ("ctrl+t", "e"), "evidence", Group.NOTE),
    Command("stage", ("f7",), "stage", Group.NOTE, footer=15),
    Command("undo", ("ctrl+z",), "undo", Group.NOTE),
    Command("redo", ("ctrl+y",), "redo", Group.NOTE),
    Command("mark", ("space",), "mark", Group.MARK, footer=12),
    Command("mark_all", ("ctrl+a",), "mark_all", Group.MARK),
    Command("export", ("f8",), "export", Group.OUTPUT, footer=8),
    Command("copy", ("ctrl+c",), "copy", Group.OUTPUT),
    Command("receive", ("f9",), "receive", Group.OUTPUT),
    Command("issued", (), "issued", Group.OUTPUT),
    Command("verify", (), "verify", Group.OUTPUT),
    Command("conflicts", (), "conflicts", Group.NOTE),
    Command("copies", (), "copies", Group.OUTPUT),
    Command("theme", (), "theme", Group.PROGRAM),
    Command("open_plan", (), "open_plan", Group.PROGRAM),
    Command("import", (), "import", Group.PROGRAM),
    Command("office", (), "office", Group.PROGRAM),
    Command("setup", (), "setup", Group.PROGRAM),
    Command("demo", (), "demo", Group.PROGRAM),
    Command("leave_demo", (), "leave_demo", Group.PROGRAM),
    Command("problems", ("f12",), "problems", Group.PROGRAM),
    Command("palette", PALETTE_KEYS, "palette", Group.PROGRAM, palette=False),
    Command("quit", ("ctrl+q",), "quit", Group.PROGRAM, footer=7),
)

VIEWS = tuple(command for command in COMMANDS if command.is_view)
"""The commands of the strip of views. The short name of each is `screen.strip.ID`."""

FOOTER = sorted((command for command in COMMANDS if command.footer), key=lambda command: command.footer)
"""The commands of the footer in their order."""


def by_id(command_id: str) -> Command:
    """Return the command with an id."""
    return next(command for command in COMMANDS if command.id == command_id)


_KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """Return a key as people read it: `ctrl+z` is Ctrl+Z."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key_name(key[5:]) if len(key) > 6 else key[5:].upper()}"
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key
