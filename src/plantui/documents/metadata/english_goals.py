"""The plan's main goals: what its goal chapters, objectives and prose promise, with figure or date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plantui.documents.fields.deadlines.english_deadlines import deadlines_in
from plantui.documents.fields.indicators.english_figures import read_figures
from plantui.documents.languages.en import EN
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.outliner import EnglishOutline
from plantui.documents.structure.sections import Mark
from plantui.documents.traced import TracedText
from plantui.model.plan import Goal

_LONGEST = 400


@rule(Stage.ENGLISH)
def read_english_goals(
    lines: Normalized, outline: EnglishOutline, period: Period
) -> list[tuple[Goal, TracedText]]:
    """A sentence outside the tasks is a goal where it has a figure or a date under a heading of goals or targets, or
    where it says by when the place or the plan is to reach something. Objectives above tasks are goals where they have
    a figure; `Overall objective: …` and `Goal 2: Protect lives from storms.` above no task are goals without one
    too. Projections, needs and what others ask for are none; two goals in one sentence are two."""
    found: list[tuple[Goal, TracedText]] = []
    seen: set[str] = set()
    for mark in goal_marks(lines, outline):
        words = mark.title
        seen.add(words.text.lower())
        found.append((_goal(words, words.text, period, in_chapter=True) or Goal(words.text), words))
    for text, in_chapter in _sentences(lines, outline):
        if overall := EN.GOALS_OVERALL.match(text.text):
            whole = text[overall.end() :].strip()
            if whole.text.lower() not in seen:
                seen.add(whole.text.lower())
                found.append((_goal(whole, whole.text, period, in_chapter=True) or Goal(whole.text), whole))
            continue
        for piece in text.split(EN.GOALS_TWO):
            goal = _goal(piece.strip(), text.text, period, in_chapter=in_chapter)
            if goal is not None and goal.text.lower() not in seen:
                seen.add(goal.text.lower())
                found.append((goal, piece))
    return found


def goal_marks(lines: Normalized, outline: EnglishOutline) -> Iterator[Mark]:
    """The sentences behind `Goal` and a number, or behind `Goal:`, that are no heading of tasks."""
    tasks = {item.line for item in outline.items}
    for at, mark in enumerate(outline.marks):
        following = outline.marks[at + 1].line if at + 1 < len(outline.marks) else len(lines.kept)
        has_tasks = any(mark.line < line < following for line in tasks)
        if _is_sentence(lines, mark) and not (has_tasks and mark.number.lower() != "goal"):
            yield mark


def _is_sentence(lines: Normalized, mark: Mark) -> bool:
    """`Goal: Reduce emissions by 40% by 2035.` is a sentence, no heading."""
    end = next(
        (line.text.text for line in lines.kept[mark.line : mark.line + 3] if line.text.text.endswith(".")), ""
    )
    words = mark.title.text.split()
    return (
        bool(compiled(r"(?:overall )?goal\b", re.IGNORECASE).match(mark.number))
        and len(words) > 3
        and end.endswith(f"{words[-1]}.")
    )


def _goal(piece: TracedText, sentence: str, period: Period, *, in_chapter: bool) -> Goal | None:
    words = piece.text
    if EN.GOALS_GUESS.search(sentence) or len(words) > _LONGEST or len(words) < 15:
        return None
    dates = [one.due for one in deadlines_in(words, period) if one.due]
    figures = read_figures(piece, period)
    if not (
        dates and (in_chapter or EN.GOALS_OURS.search(sentence)) and EN.GOALS_VERB.search(words)
    ) and not (in_chapter and figures and EN.GOALS_VERB.search(words)):
        return None
    due = dates[-1] if dates else None
    if not figures:
        return Goal(words, due=due)
    first = figures[0]
    return Goal(
        words, first.indicator, first.op, first.value, first.unit, first.due or due, force=first.force
    )


def _sentences(lines: Normalized, outline: EnglishOutline) -> Iterator[tuple[TracedText, bool]]:
    """The sentences outside tasks and tables, and whether they stand below a heading of goals."""
    for mark in outline.marks:
        yield mark.title, True
    in_chapter = False
    held: list[TracedText] = []
    for at, line in enumerate(lines.kept):
        is_free = at in outline.free
        heading = outline.headings.get(at)
        if heading is not None:
            yield from _cut(held, lines, in_chapter=in_chapter)
            held = []
            in_chapter = bool(EN.GOALS_HEADING.search(heading))
            continue
        if not is_free:
            yield from _cut(held, lines, in_chapter=in_chapter)
            held = []
            continue
        if line.after_blank or line.is_bullet or _ends(held):
            yield from _cut(held, lines, in_chapter=in_chapter)
            held = []
        held.append(line.text)
    yield from _cut(held, lines, in_chapter=in_chapter)


def _ends(held: Sequence[TracedText]) -> bool:
    return bool(held) and held[-1].text.endswith((".", ":"))


def _cut(
    held: Sequence[TracedText], lines: Normalized, *, in_chapter: bool
) -> Iterator[tuple[TracedText, bool]]:
    whole = joined(held, lines.words)
    for sentence in whole.split(EN.GOALS_STOP):
        if sentence.text.strip():
            yield sentence.strip(" -–•"), in_chapter
