"""The indicators against their reported values as files: Markdown to read, CSV to reckon with, JSON for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plantui.model import csv_cell
from plantui.model.indicator_state import IndicatorState
from plantui.model.jsonvalue import JsonObject
from plantui.model.sparkline import sparkline
from plantui.model.text import escaped_json
from plantui.planfile.jsonform import indicator_dict
from plantui.planfile.noteform import actual_dict
from plantui.query.indicators import IndicatorRow, IndicatorTable
from plantui.query.stats import Figures
from plantui.words import Words
from plantui.words.note_phrases import dated_amount
from plantui.words.phrases import numbered

from .csvfile import BOM, CsvLine, scope_cells, scope_titles
from .formats import Format
from .heading import Heading
from .markdown import document_head
from .marks import table
from .phrasing import indicator_text


@dataclass(frozen=True, slots=True)
class IndicatorReportFile:
    """The indicators of a set of tasks with what they are about."""

    heading: Heading
    overall: Figures
    table: IndicatorTable

    @property
    def today(self) -> date:
        """The as-of day."""
        return self.heading.as_of


def export_indicators(report: IndicatorReportFile, form: Format, words: Words) -> Iterator[str]:
    """Yield the text of a file in pieces."""
    if form is Format.MARKDOWN:
        return _markdown(report, words)
    if form is Format.CSV:
        return _csv(report, words)
    return iter((f"{indicators_json(report)}\n",))


def column_titles(words: Words) -> list[str]:
    """Return the titles of the cells of `row_cells`."""
    names = ("state", "task", "indicator", "latest", "series", "plan")
    return [words(f"notes.column.{name}") for name in names]


def row_cells(words: Words, row: IndicatorRow) -> list[str]:
    """Return an indicator in words: state, task, target, the latest value of each department, the reported figures."""
    return [
        words(f"notes.indicator.{row.state.value}"),
        numbered(row.task.number, row.task.title),
        indicator_text(words, row.report.indicator),
        latest_text(words, row),
        sparkline(row.report.series),
        row.plan.short_title,
    ]


def latest_text(words: Words, row: IndicatorRow) -> str:
    """Return the latest value of each department; empty where none was reported."""
    return words.listing(
        [
            words("notes.of_department", department=value.department, text=dated_amount(words, value.actual))
            for value in row.report.latest
        ]
    )


def counts_lines(words: Words, table_: IndicatorTable) -> list[str]:
    """Return a sentence of figures for all indicators, then for each force that some have: the states that occur."""
    lines = [_counts(words, words("notes.all_indicators"), table_.states())]
    for force, states in table_.by_force().items():
        if sum(states.values()):
            name = words(f"terms.force.{force.value}") if force else words("notes.no_force")
            lines.append(_counts(words, name, states))
    if table_.left_out:
        lines.append(words("notes.values_left_out", count=table_.left_out))
    return lines


def _counts(words: Words, name: str, states: Mapping[IndicatorState, int]) -> str:
    parts = [
        words("notes.state_count", state=words(f"notes.indicator.{state.value}"), count=count)
        for state, count in states.items()
        if count
    ]
    if not parts:
        return words("notes.no_indicators")
    return words("notes.counts", name=name, count=sum(states.values()), states=words.listing(parts))


def _markdown(report: IndicatorReportFile, words: Words) -> Iterator[str]:
    yield document_head(words, report.heading, report.overall, words("notes.indicators_title"))
    yield "\n" + "".join(f"- {line}\n" for line in counts_lines(words, report.table))
    rows = [row_cells(words, row) for row in report.table.rows]
    titles = column_titles(words)
    yield "\n" + (table(titles, rows, numbers_from=len(titles)) if rows else f"{words('export.none')}\n")


def _csv(report: IndicatorReportFile, words: Words) -> Iterator[str]:
    """Yield one row for each latest value; an indicator without any has one with the cells empty."""
    line = CsvLine()
    writer = csv.writer(line)
    names = (
        *("plan", "task_id", "task", "number", "indicator", "force", "target", "due"),
        *("state", "department", "value", "unit", "day", "source"),
    )
    demo = [words("export.demo")] if report.heading.is_demo else []
    writer.writerow([*(words(f"notes.column.{name}") for name in names), *demo, *scope_titles(words)])
    yield BOM + line.text
    scope = [*demo, *scope_cells(words, report.heading)]
    for row in report.table.rows:
        for cells in _csv_rows(words, row):
            writer.writerow([*cells, *scope])
            yield line.text


def _csv_rows(words: Words, row: IndicatorRow) -> Iterator[list[str]]:
    indicator, text = row.report.indicator, csv_cell.text_cell
    head = [
        text(row.plan.title),
        text(row.task.id),
        text(numbered(row.task.number, row.task.title)),
        str(row.number),
        text(indicator.indicator),
        words(f"terms.force.{indicator.force.value}") if indicator.force else "",
        text(indicator_text(words, indicator)),
        indicator.due.isoformat() if indicator.due else "",
        words(f"notes.indicator.{row.state.value}"),
    ]
    for value in row.report.latest:
        actual = value.actual
        figure = text(actual.grade) if actual.value is None else str(actual.value)
        yield [
            *head,
            text(value.department),
            figure,
            text(actual.unit or ""),
            actual.day.isoformat(),
            text(actual.source),
        ]
    if not row.report.latest:
        yield [*head, *[""] * 5]


def indicators_json(report: IndicatorReportFile) -> str:
    """Return the indicators as one JSON object, indented: the form of `indicators --json`."""
    forces: JsonObject = {
        force.value if force else "none": _states_dict(states)
        for force, states in report.table.by_force().items()
    }
    rows = [_row_dict(row) for row in report.table.rows]
    data: JsonObject = {
        "today": report.today.isoformat(),
        "overall": _states_dict(report.table.states()),
        "by_force": forces,
        "values_left_out": report.table.left_out,
        "indicators": rows,
    }
    if report.heading.is_demo:
        data["demo"] = True
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2))


def _states_dict(states: Mapping[IndicatorState, int]) -> JsonObject:
    return {state.value: count for state, count in states.items()}


def _row_dict(row: IndicatorRow) -> JsonObject:
    return {
        "plan": row.plan.id,
        "task": row.task.id,
        "index": row.number,
        "indicator": indicator_dict(row.report.indicator),
        "state": row.state.value,
        "latest": [{"department": one.department, **actual_dict(one.actual)} for one in row.report.latest],
        "series": list(row.report.series),
    }
