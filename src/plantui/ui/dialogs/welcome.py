"""The first window: language, city, department, or the demonstration. Painted over the list, which is ready behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from plantui.model.department import DepartmentRef
from plantui.model.terms import Language
from plantui.model.text import one_line
from plantui.query.choices import CountedChoice
from plantui.ui.painting import clip
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words

from .base import Dialog, Hint
from .choice_rows import ChoiceRows, Entry, Everything, NamesSpelled, best_row
from .picker import ListLine

_LANGUAGES = tuple(Language)
_FIELDS = ("language", "city", "department")


@dataclass(frozen=True, slots=True)
class WelcomeAnswer:
    """The choices of the first window."""

    language: Language
    department: DepartmentRef | None = None
    """The department to make the user's own, None to leave it as it is."""
    wants_demo: bool = False
    was_skipped: bool = False
    """True where the user left by Esc."""


@dataclass(frozen=True, slots=True)
class DemoOffer:
    """The row that offers the demonstration."""


WelcomeRow = Everything | DemoOffer | Entry


class Question(Chooser):
    """A field of few values. ↑ and ↓ go to the fields around it, as they look to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.field(1)", show=False),
        Binding("up", "screen.field(-1)", show=False),
    ]


class WelcomeList(RowList[WelcomeRow], can_focus=False):
    """The departments of the city; the keyboard stays with the line above."""

    cursor_is_always_bright = True


class WelcomeDialog(Dialog[WelcomeAnswer]):
    """Asks a new user who they are. Esc ends it, too: then only the language is kept."""

    AUTO_FOCUS = "#language"
    DEFAULT_CSS = """
    WelcomeDialog .field { height: auto; }
    WelcomeDialog .label { padding: 0 1; }
    WelcomeDialog #intro { padding: 0 1; margin: 0 0 1 0; height: auto; }
    WelcomeDialog #typed { width: 1fr; margin: 0 1 0 0; }
    WelcomeDialog #choices { margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "opening.key.change"),
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "opening.key.next"),
        Hint(("tab",), "dialogs.key.field"),
        Hint(("escape",), "opening.key.skip"),
    )

    def __init__(
        self,
        words: Words,
        departments: Sequence[CountedChoice],
        regions: Sequence[str],
        spelled: NamesSpelled,
        own: DepartmentRef | None = None,
        home: str | None = None,
    ) -> None:
        """Take the departments and the cities. `home` is the city to begin with; without one none is chosen for the user."""
        super().__init__(words, words("opening.title"))
        self._regions = regions
        self._spelled = spelled
        self._own = own
        self._first_region = regions.index(home) if home in regions else None
        self._departments = [c for c in departments if isinstance(c.value, DepartmentRef)]
        self._asked = ""
        """The text for which several cities were found and the user was told; the next Enter takes the row."""

    # -- what is shown ---------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        yield Sentence(id="intro")
        for name, field in zip(_FIELDS, self._fields(), strict=True):
            with Horizontal(classes="field"):
                yield Static("", id=f"{name}-label", classes="label", markup=False)
                yield field
        yield WelcomeList(self._paint, id="choices")

    def _fields(self) -> tuple[Chooser, Chooser, ListLine]:
        languages = [Words(language)("opening.this_language") for language in _LANGUAGES]
        return (
            Question(languages, _LANGUAGES.index(self.words.language), id="language"),
            Question(self._regions, self._first_region, id="city"),
            ListLine(id="typed", compact=True, select_on_focus=False),
        )

    def on_mount(self) -> None:
        self._label()
        self._list()

    def _label(self) -> None:
        """Write every text in the language chosen."""
        words = self.words
        labels = {name: words(f"opening.field.{name}") for name in _FIELDS}
        width = max(cell_len(label) for label in labels.values()) + 2
        for name, label in labels.items():
            shown = self.query_one(f"#{name}-label", Static)
            shown.update(label)
            shown.styles.width = width
        self.query_one("#title", Static).update(words("opening.title"))
        self.query_one("#intro", Sentence).show(words("opening.intro"))
        self.query_one("#keys", Static).update("  ".join(hint.text(words) for hint in self.hints()))
        self.query_one(ListLine).placeholder = words("opening.type")

    @property
    def _region(self) -> str | None:
        chosen = self.query_one("#city", Chooser).chosen
        return self._regions[chosen] if chosen >= 0 and self._regions else None

    def _list(self) -> None:
        """List the departments of the city that match what was typed, before them what needs none."""
        typed = self.query_one(ListLine).value
        found = self._found(typed)
        rows: list[WelcomeRow] = list(found)
        if not typed.strip():
            rows = [Everything(), DemoOffer(), *found]
        own = (i for i, row in enumerate(rows) if isinstance(row, Entry) and row.value == self._own)
        at = best_row(found, typed) if typed.strip() else next(own, 0)
        self.query_one(WelcomeList).show(rows, at)
        self.say("" if rows else self._nothing_found())

    def _found(self, typed: str) -> list[Entry]:
        """Return the departments that match what was typed, of the city chosen or of all."""
        region = self._region
        choices = [
            c
            for c in self._departments
            if isinstance(c.value, DepartmentRef) and region in (None, c.value.region)
        ]
        rows = ChoiceRows(self.words, choices, {}, spelled=self._spelled).rows(typed)
        return [row for row in rows if isinstance(row, Entry)]

    def _nothing_found(self) -> str:
        if self._region is None:
            return self.words("opening.nowhere")
        return self.words("opening.not_here", city=one_line(self._region))

    def _paint(self, row: WelcomeRow, width: int) -> Painted:
        words = self.words
        if isinstance(row, Entry):
            tasks = row.choice.count
            count = words("opening.one_task") if tasks == 1 else words("opening.tasks", count=tasks)
            matched = words("dialogs.picker.matched", name=one_line(row.matched)) if row.matched else ""
            name = clip(self._shown_name(row), width - 2 - cell_len(count))
            return [(f" {name}", ""), (f"{matched}  {count}", "muted")]
        said = words("opening.try_demo" if isinstance(row, DemoOffer) else "opening.no_department")
        return [(f" {clip(said, width - 1)}", "head")]

    def _shown_name(self, row: Entry) -> str:
        """Return the name of a department, with its city while none is chosen."""
        is_told_apart = self._region is None and isinstance(row.value, DepartmentRef)
        return one_line(str(row.value) if is_told_apart else row.name)

    # -- what is done ----------------------------------------------------------------------------------------

    @on(Chooser.Chosen)
    def change(self, event: Chooser.Chosen) -> None:
        """Show the window in the language chosen, and the departments of the city chosen."""
        event.stop()
        if event.chooser.id == "language":
            self.words = Words(_LANGUAGES[event.index])
            self._label()
        self._list()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List what matches the text typed so far."""
        event.stop()
        self._list()

    def action_move(self, rows: int) -> None:
        """Move in the list; above its first row stands the field before."""
        choices = self.query_one(WelcomeList)
        self._asked = self.query_one(ListLine).value.strip()  # who moves the cursor sees what it is on
        if rows == -1 and choices.cursor == 0:
            self.focus_previous()
        else:
            choices.action_move(rows)

    def action_field(self, by: int) -> None:
        """Go to the next field, or to the one before where there is one."""
        if by > 0:
            self.focus_next()
        elif not self.query_one("#language").has_focus:
            self.focus_previous()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed on a field of few values for the name of the department: that is what one types."""
        typed = event.character or ""
        if isinstance(self.focused, Chooser) and typed.isprintable() and typed.strip():
            event.stop()
            line = self.query_one(ListLine)
            line.focus()
            line.insert_text_at_cursor(typed)
        else:
            super().on_key(event)

    def action_page(self, pages: int) -> None:
        """Move in the list by what is seen of it."""
        self.query_one(WelcomeList).action_page(pages)

    @on(Input.Submitted)
    def action_next(self) -> None:
        """Go to the next field; behind the last one, begin."""
        if isinstance(self.focused, Chooser):
            self.focus_next()
        else:
            self.begin()

    @on(RowList.Chosen)
    def begin(self) -> None:
        """Begin with the row under the cursor."""
        row = self.query_one(WelcomeList).current
        if isinstance(row, Entry) and self._must_ask():
            self.say(self.words("opening.several_cities"))
            return
        if isinstance(row, Entry) and isinstance(row.value, DepartmentRef):
            self.dismiss(WelcomeAnswer(self.words.language, row.value))
        elif row is not None:
            self.dismiss(WelcomeAnswer(self.words.language, wants_demo=isinstance(row, DemoOffer)))

    def _must_ask(self) -> bool:
        """Return whether several cities have what was typed, and nobody has said which is meant."""
        typed = self.query_one(ListLine).value.strip()
        if not typed or typed == self._asked or self._region is not None:
            return False
        self._asked = typed
        return (
            len({row.value.region for row in self._found(typed) if isinstance(row.value, DepartmentRef)}) > 1
        )

    def action_cancel(self) -> None:
        self.dismiss(WelcomeAnswer(self.words.language, was_skipped=True))
