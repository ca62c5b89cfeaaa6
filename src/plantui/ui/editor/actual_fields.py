"""The indicators of the task in the form: for each a value, the day on which it was so, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from plantui.model.actual import Actual
from plantui.model.plan import Indicator
from plantui.model.text import one_line
from plantui.model.typed_fields import TypedActual
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words
from plantui.words.note_phrases import amount_text
from plantui.words.phrases import target_text

from .field_line import FieldLine
from .fields import Field
from .figure_input import Figure, FigureInput


class ActualRow(Vertical):
    """Row of one indicator: its target and last value, and the fields for a value of now."""

    def __init__(self, words: Words, row: int, typed: TypedActual, *, is_former: bool) -> None:
        super().__init__(classes="actual")
        self._words = words
        self._typed = typed
        self._is_former = is_former
        self._indicator = Sentence(classes="indicator")
        with self.prevent(Input.Changed):
            self._value = FieldLine(typed.value, id=f"{Field.ACTUAL.value}-{row}")
            self._day = FigureInput(typed.day, Figure.DAY, id=f"{Field.ACTUAL_DAY.value}-{row}")
            self._source = FieldLine(typed.source, id=f"{Field.ACTUAL_SOURCE.value}-{row}")
            self._source.add_class("-source")

    def compose(self) -> ComposeResult:
        yield self._indicator
        with Horizontal():
            for name, field in (("value", self._value), ("day", self._day), ("source", self._source)):
                yield Static(self._words(f"editor.actual.{name}"), classes="label", markup=False)
                yield field

    @property
    def typed(self) -> TypedActual:
        """The fields as they stand."""
        return TypedActual(self._typed.indicator, self._value.value, self._day.value, self._source.value)

    def fill(self, typed: TypedActual) -> None:
        """Show these texts in the fields."""
        self._value.value, self._day.value, self._source.value = typed.value, typed.day, typed.source

    def go_to(self, field: Field) -> None:
        """Put the cursor into a field."""
        fields = {Field.ACTUAL_DAY: self._day, Field.ACTUAL_SOURCE: self._source}
        fields.get(field, self._value).focus()

    def show_last(self, last: Actual | None) -> None:
        """Show name and target of the indicator, and its last reported value."""
        words, item = self._words, self._typed.indicator
        parts = [item.indicator, target_text(words, item)]
        if self._is_former:
            parts.append(words("editor.requirement.former"))
        if last:
            value = amount_text(last)
            parts.append(words("editor.actual.last", value=value, day=last.day.isoformat()))
        self._indicator.show(one_line("  ".join(part for part in parts if part)))


class ActualFields(Vertical):
    """A row for each indicator; an empty value means that nothing is reported."""

    DEFAULT_CSS = """
    ActualFields { height: auto; }
    ActualFields .actual { height: auto; }
    ActualFields .actual > Horizontal { height: 1; padding: 0 0 0 2; }
    ActualFields .indicator { height: auto; padding: 0 1; }
    ActualFields FieldLine { width: 16; }
    ActualFields FigureInput { width: 13; }
    ActualFields .-source { width: 1fr; margin: 0 1 0 0; }
    """

    def __init__(self, words: Words, indicators: Sequence[Indicator], rows: Sequence[TypedActual]) -> None:
        super().__init__(id="actuals")
        self._words = words
        self._indicators = indicators
        self._last: Mapping[Indicator, Actual] = {}
        self._numbers = count()
        """Numbers of rows for their ids: those of rows that are going away are not given again."""
        self._fields = [*self._made(rows)]

    def _made(self, rows: Sequence[TypedActual]) -> Iterator[ActualRow]:
        for typed in rows:
            is_former = typed.indicator not in self._indicators
            yield ActualRow(self._words, next(self._numbers), typed, is_former=is_former)

    def compose(self) -> ComposeResult:
        yield Static(self._words("editor.field.actuals"), id="label-actuals", classes="label", markup=False)
        yield from self._fields

    def on_mount(self) -> None:
        self.show_last(self._last)

    @property
    def rows(self) -> tuple[TypedActual, ...]:
        """The rows as they stand."""
        return tuple(one.typed for one in self._fields)

    def go_to(self, field: Field, row: int) -> None:
        """Put the cursor into a field of a row."""
        self._fields[row].go_to(field)

    def fill(self, rows: Sequence[TypedActual]) -> None:
        """Show these rows; other indicators than before get fields of their own."""
        if [one.indicator for one in rows] == [one.typed.indicator for one in self._fields]:
            for field, typed in zip(self._fields, rows, strict=True):
                field.fill(typed)
            return
        for field in self._fields:
            field.remove()
        self._fields = [*self._made(rows)]
        self.mount(*self._fields)
        self.show_last(self._last)

    def show_last(self, last: Mapping[Indicator, Actual]) -> None:
        """Show the last reported value of each indicator."""
        self._last = last
        for field in self._fields:
            field.show_last(last.get(field.typed.indicator))
