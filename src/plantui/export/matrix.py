"""The matrix of tasks and departments as files: Markdown to read, CSV to filter, JSON for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass

from plantui.model import csv_cell
from plantui.model.department import DepartmentRef
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.period import Period
from plantui.model.text import escaped_json
from plantui.query.matrix import Matrix, MatrixCell, MatrixRow
from plantui.query.stats import Figures
from plantui.words import Words
from plantui.words.phrases import department_term, numbered, period_name, term

from .csvfile import BOM, CsvLine, scope_cells, scope_titles
from .formats import Format
from .heading import Heading
from .markdown import document_foot, document_head
from .marks import table

OWED, NOT_CONCERNED = "○", "—"
"""Signs of a missing report of the current period, and of a department that a task does not concern."""


@dataclass(frozen=True, slots=True)
class MatrixFile:
    """The matrix of a set of tasks with what it is about."""

    heading: Heading
    overall: Figures
    matrix: Matrix
    period: Period
    """The period whose reports are missing where a cell says so."""


def cell_text(words: Words, cell: MatrixCell | None) -> str:
    """Return a cell in words: ○ where this period's report is missing, then light, status and percent of the last one."""
    if cell is None:
        return NOT_CONCERNED
    parts = [OWED] if cell.is_owed else []
    if cell.report and cell.light:
        parts += [term(words, cell.light), term(words, cell.report.status)]
        if cell.report.percent is not None:
            parts.append(words("terms.percent", percent=cell.report.percent))
    return " ".join(parts)


def department_names(file: MatrixFile) -> list[str]:
    """Return the headings of the columns of departments, with their regions where there are several."""
    regions = {ref.region for ref in file.matrix.departments}
    return [department_term(ref, with_region=len(regions) > 1) for ref in file.matrix.departments]


def legend(words: Words, file: MatrixFile) -> str:
    """Return the sentence that explains the signs and counts what is missing."""
    missing = sum(cell.is_owed for row in file.matrix.rows for cell in row.cells.values())
    facts = {"tasks": len(file.matrix.rows), "departments": len(file.matrix.departments)}
    return words("export.matrix.legend", period=period_name(words, file.period), missing=missing, **facts)


def export_matrix(file: MatrixFile, form: Format, words: Words) -> Iterator[str]:
    """Yield the text of a file in pieces."""
    if form is Format.MARKDOWN:
        return _markdown(file, words)
    if form is Format.CSV:
        return _csv(file, words)
    return iter((f"{matrix_json(file)}\n",))


def _markdown(file: MatrixFile, words: Words) -> Iterator[str]:
    yield document_head(words, file.heading, file.overall, words("export.matrix.title"))
    titles = [words("export.column.plan"), words("export.column.task"), *department_names(file)]
    rows = [
        [row.plan.short_title, _name(row), *(cell_text(words, cell) for cell in _cells(file, row))]
        for row in file.matrix.rows
    ]
    yield "\n" + (table(titles, rows, numbers_from=len(titles)) if rows else f"{words('export.none')}\n")
    yield f"\n{legend(words, file)}\n"
    yield document_foot(words, file.heading)


def _csv(file: MatrixFile, words: Words) -> Iterator[str]:
    line, text = CsvLine(), csv_cell.text_cell
    writer = csv.writer(line)
    demo = [words("export.demo")] if file.heading.is_demo else []
    titles = [words(f"export.column.{name}") for name in ("plan", "number", "task")]
    writer.writerow([*titles, *map(text, department_names(file)), *demo, *scope_titles(words)])
    yield BOM + line.text
    scope = [*demo, *scope_cells(words, file.heading)]
    for row in file.matrix.rows:
        head = [row.plan.title, row.task.number, row.task.title]
        cells = [text(cell_text(words, cell)) for cell in _cells(file, row)]
        writer.writerow([*map(text, head), *cells, *scope])
        yield line.text


def matrix_json(file: MatrixFile) -> str:
    """Return the matrix as one JSON object, indented: the form of `stats --matrix --json`."""
    data: JsonObject = {
        "today": file.heading.as_of.isoformat(),
        "period": file.period.name,
        "departments": [_department_dict(ref) for ref in file.matrix.departments],
        "tasks": [_row_dict(row) for row in file.matrix.rows],
    }
    if file.heading.is_demo:
        data["demo"] = True
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2))


def _row_dict(row: MatrixRow) -> JsonObject:
    reports: list[Json] = [_cell_dict(ref, cell) for ref, cell in row.cells.items()]
    return {"plan": row.plan.id, "task": row.task.id, "title": row.task.title, "reports": reports}


def _cell_dict(ref: DepartmentRef, cell: MatrixCell) -> JsonObject:
    report = cell.report
    return {
        **_department_dict(ref),
        "status": report.status.value if report else None,
        "percent": report.percent if report else None,
        "light": cell.light.value if cell.light else None,
        "as_of": report.as_of.isoformat() if report and report.as_of else None,
        "not_reported": cell.is_owed,
        "never_reported": report is None,
    }


def _department_dict(ref: DepartmentRef) -> JsonObject:
    return {"region": ref.region, "department": ref.name}


def _cells(file: MatrixFile, row: MatrixRow) -> list[MatrixCell | None]:
    return [row.cells.get(ref) for ref in file.matrix.departments]


def _name(row: MatrixRow) -> str:
    return numbered(row.task.number, row.task.title)
