"""Remarks on a note that is being written: what a reader would ask about. A remark never keeps a note from being saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from .actual import is_same_unit, unit_key
from .requirement import standing
from .terms import DONE
from .text import half_width, without_blanks

if TYPE_CHECKING:
    from datetime import date

    from .note import Note, NoteContent
    from .plan import Deadline, Indicator
    from .stages import NoteStage

_STOCK_PHRASES = (
    *("正在推进", "正在进行", "正在办理", "正在落实", "推进中", "进行中"),
    *(
        "有序推进",
        "稳步推进",
        "持续推进",
        "扎实推进",
        "积极推进",
        "加快推进",
        "全力推进",
        "按计划推进",
        "按序时推进",
    ),
    *("in progress", "under way", "underway", "ongoing", "on track", "as planned", "progressing"),
)
"""Phrases that say of any task at any time that it goes on."""
_WHOLE = 100
"""The percent of what is completed."""
_OFTEN = 3
"""Notes in a row that say no more than a stock phrase before it is remarked upon."""

_FIGURE_BEHIND_NAME = r"[^0-9;；。!！?？\n]{0,12}?(?P<value>[0-9][0-9,.]*)\s*(?P<unit>[%‰℃]|[^\W\d_]{1,6})"
"""A figure in a sentence behind the name of an indicator, and the letters behind the figure."""
_OF_A_DATE = tuple("年月日号时点")
"""Units of dates and times: a figure with one of them says when."""


class RemarkKind(StrEnum):
    """Matter of a remark."""

    SAME_TEXT = "same_text"
    STOCK_PHRASE = "stock_phrase"
    PERCENT_DOWN = "percent_down"
    NO_EVIDENCE = "no_evidence"
    OTHER_UNIT = "other_unit"
    SECOND_NOTE = "second_note"
    LEAVES_STAGE = "leaves_stage"
    NOT_WHOLE = "not_whole"
    BEFORE_PLAN = "before_plan"


@dataclass(frozen=True, slots=True)
class SameText:
    """Remark that the progress is told in the words of the note before."""

    kind: ClassVar[RemarkKind] = RemarkKind.SAME_TEXT
    before: Note


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """Remark that several notes in a row, this one the last, say little more than a stock phrase."""

    kind: ClassVar[RemarkKind] = RemarkKind.STOCK_PHRASE
    phrase: str
    """The phrase as this note has it."""
    times: int


@dataclass(frozen=True, slots=True)
class PercentDown:
    """Remark that a percent is lower than the one reported before."""

    kind: ClassVar[RemarkKind] = RemarkKind.PERCENT_DOWN
    before: int
    now: int
    requirement: Deadline | None = None
    """The dated requirement that both speak of, None for the percent of the whole task."""


@dataclass(frozen=True, slots=True)
class NoEvidence:
    """Remark that completion is reported and no evidence named."""

    kind: ClassVar[RemarkKind] = RemarkKind.NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """Remark that a figure of an indicator stands in another unit than the plan's."""

    kind: ClassVar[RemarkKind] = RemarkKind.OTHER_UNIT
    indicator: Indicator
    figure: str
    """The figure with its unit, as reported."""


@dataclass(frozen=True, slots=True)
class SecondNote:
    """Remark that the department has another note on the task that speaks of the same day."""

    kind: ClassVar[RemarkKind] = RemarkKind.SECOND_NOTE
    before: Note


@dataclass(frozen=True, slots=True)
class LeavesStage:
    """Remark that the note that is changed or retracted was submitted, checked or closed, and is so no longer then."""

    kind: ClassVar[RemarkKind] = RemarkKind.LEAVES_STAGE
    stage: NoteStage
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class NotWhole:
    """Remark that completion is reported with a percent below 100."""

    kind: ClassVar[RemarkKind] = RemarkKind.NOT_WHOLE
    percent: int


@dataclass(frozen=True, slots=True)
class BeforePlan:
    """Remark that the day that a note speaks of lies before the plan's first year."""

    kind: ClassVar[RemarkKind] = RemarkKind.BEFORE_PLAN
    day: date
    start_year: int


Remark = (
    SameText
    | StockPhrase
    | PercentDown
    | NoEvidence
    | OtherUnit
    | SecondNote
    | LeavesStage
    | NotWhole
    | BeforePlan
)
"""A remark, by its class."""


def remarks_on(
    content: NoteContent,
    before: Sequence[Note],
    indicators: Sequence[Indicator] = (),
    stage: NoteStage | None = None,
    start_year: int | None = None,
) -> tuple[Remark, ...]:
    """Return the remarks on a note that is about to be saved, or has been.

    `before` are the notes of the same department on the same task that count, the oldest day first, without the one
    that is being changed (see `notes_before`); `indicators` are the task's, whose figures the text may give. `stage` is
    the one that the note had reached which is changed, None for a new note; `start_year` is the plan's first year.
    """
    earlier = [note for note in before if content.as_of is None or note.as_of <= content.as_of]
    return (
        *leaving_stage(stage),
        *_repetitions(content, earlier),
        *_lower_percents(content, earlier),
        *_percent_of_done(content),
        *_day_before_plan(content, start_year),
        *_missing_evidence(content),
        *_other_units(content, indicators),
        *_second_note(content, before),
    )


def leaving_stage(stage: NoteStage | None, *, is_retracted: bool = False) -> tuple[LeavesStage, ...]:
    """Return the remark that a change, or a retraction, takes a note back that had reached a stage; none where it is not."""
    return (LeavesStage(stage, is_retracted),) if stage and stage.is_past_saving else ()


def notes_before(notes: Sequence[Note], department: str, chain: str = "") -> list[Note]:
    """Return the notes of one department among a task's, without the chain that is being changed."""
    return [note for note in notes if note.department == department and not (chain and note.chain == chain)]


def _repetitions(content: NoteContent, earlier: Sequence[Note]) -> Iterator[SameText | StockPhrase]:
    said = _comparable(content.progress)
    if said and earlier and _comparable(earlier[-1].content.progress) == said:
        yield SameText(earlier[-1])
    phrase = _stock_phrase(content.progress)
    if not phrase:
        return
    times = 1
    for note in reversed(earlier):
        if not _stock_phrase(note.content.progress):
            break
        times += 1
    if times >= _OFTEN:
        yield StockPhrase(phrase, times)


def _lower_percents(content: NoteContent, earlier: Sequence[Note]) -> Iterator[PercentDown]:
    percents = [note.content.percent for note in earlier if note.content.percent is not None]
    if percents and content.percent is not None and content.percent < percents[-1]:
        yield PercentDown(percents[-1], content.percent)
    known = standing(note.content.requirements for note in earlier)
    for report in content.requirements:
        last = known.get(report.requirement)
        if last is None or last.percent is None or report.percent is None:
            continue
        if report.percent < last.percent:
            yield PercentDown(last.percent, report.percent, report.requirement)


def _percent_of_done(content: NoteContent) -> Iterator[NotWhole]:
    if content.status in DONE and content.percent is not None and content.percent < _WHOLE:
        yield NotWhole(content.percent)


def _day_before_plan(content: NoteContent, start_year: int | None) -> Iterator[BeforePlan]:
    # As for elapsed time, a plan begins on 1 January of its first year, not on its day of issue.
    if start_year is not None and content.as_of is not None and content.as_of.year < start_year:
        yield BeforePlan(content.as_of, start_year)


def _missing_evidence(content: NoteContent) -> Iterator[NoEvidence]:
    if content.status in DONE and not content.evidence:
        yield NoEvidence()


def _other_units(content: NoteContent, indicators: Sequence[Indicator]) -> Iterator[OtherUnit]:
    found: dict[Indicator, OtherUnit] = {}
    for actual in content.actuals:
        if not is_same_unit(actual.unit, actual.indicator.unit):
            said = f"{actual.value}{actual.unit or ''}"
            found[actual.indicator] = OtherUnit(actual.indicator, said)
    for indicator in indicators:
        figure = _figure_in_text(half_width(content.progress), indicator)
        if figure and indicator not in found:
            found[indicator] = OtherUnit(indicator, figure)
    yield from found.values()


def _second_note(content: NoteContent, before: Sequence[Note]) -> Iterator[SecondNote]:
    same_day = [note for note in before if note.as_of == content.as_of]
    if same_day:
        yield SecondNote(same_day[-1])


def _comparable(text: str) -> str:
    """Return a text without what says nothing: blanks, widths, the sign at its end."""
    return without_blanks(text).rstrip(".。;；!！")


def _stock_phrase(text: str) -> str:
    """Return the stock phrase in a text that gives no figure beside it; empty without one."""
    plain = half_width(text)
    if re.search(r"[0-9]", plain):
        return ""
    lowered = plain.lower()
    return next((phrase for phrase in _STOCK_PHRASES if phrase in lowered), "")


def _figure_in_text(text: str, indicator: Indicator) -> str:
    """Return the figure behind an indicator's name where its unit is another than the plan's; empty without one."""
    name, wanted = half_width(indicator.indicator).strip(), unit_key(indicator.unit)
    if not name or not wanted:
        return ""
    for found in re.finditer(re.escape(name) + _FIGURE_BEHIND_NAME, text):
        unit = found["unit"]
        if not unit.startswith(wanted) and not unit.startswith(_OF_A_DATE):
            return f"{found['value']}{unit}"
    return ""
