"""Letters to single departments: 催办通知 on reports that are missing, 督办单 on tasks under a red light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from plantui.export.blocks import Block, Document, Paragraph, Piece, Table, TableCell, TableColumn, Text
from plantui.export.filename import form_name
from plantui.export.form_content import FormContent
from plantui.export.form_facts import form_facts
from plantui.export.formats import Format
from plantui.model.day import moved_day
from plantui.model.department import DepartmentRef
from plantui.model.form import LETTER_PARTS, ReportPart
from plantui.model.problem import DataError
from plantui.model.terms import SETTLED, Light
from plantui.query.order import Order
from plantui.store.index import bits
from plantui.store.index.library import TaskEntry
from plantui.words.light_phrases import light_label
from plantui.words.note_phrases import requirement_name
from plantui.words.phrases import status_text

from .telling import NOT_KNOWN, Telling

_SHARES = {
    "number": 8,
    "task": 26,
    "requirement": 34,
    "due": 20,
    "last": 16,
    "days": 11,
    "status": 16,
    "light": 20,
}
_WORDED = ("task", "requirement")
_COLUMNS = {
    ReportPart.MISSING: ("number", "task", "requirement", "due", "last", "light"),
    ReportPart.RED: ("number", "task", "requirement", "due", "days", "status"),
}


def reminder_documents(content: FormContent) -> list[tuple[DepartmentRef, Document]]:
    """Return a letter to each department that owes reports or has tasks under a red light, as the form's parts ask.

    Departments stand by region and name; one that owes nothing gets no letter.
    """
    telling = Telling(content)
    asked = [part for part in LETTER_PARTS if part in content.form.parts] or [ReportPart.MISSING]
    sets = {part: _missing(telling) if part is ReportPart.MISSING else _red(telling) for part in asked}
    departments = sorted({one for found in sets.values() for one in found})
    return [
        (
            department,
            _letter(content, department, {part: found.get(department, 0) for part, found in sets.items()}),
        )
        for department in departments
    ]


def named_reminders(content: FormContent, form: Format) -> Iterator[tuple[str, DepartmentRef, Document]]:
    """Yield each letter with its department and the name of its file, such as `督办单-市水利局-2024-06.docx`.

    The names differ. Raises DataError where there is no letter to write.
    """
    found, title = reminder_documents(content), content.form.title.text(content.words.language)
    if not found:
        raise DataError("reports.letter.none", form=title)
    taken: Counter[str] = Counter()
    for department, document in found:
        name = form_name(content.summary.heading, title, department, form)
        taken[name] += 1
        if taken[name] > 1:
            name = f"{name.removesuffix(form.suffix)[:-1]}-{taken[name]}.{form.suffix}"
        yield name, department, document


def _missing(telling: Telling) -> dict[DepartmentRef, int]:
    """Return the tasks on which each department has yet to report in the period."""
    return {one: telling.tasks & telling.workspace.unreported[one] for one in telling.owing}


def _red(telling: Telling) -> dict[DepartmentRef, int]:
    """Return the tasks under a red light of each department that decides their status and has not settled its own part."""
    workspace = telling.workspace
    rows: dict[DepartmentRef, list[int]] = {}
    for entry in telling.entries(bits.rows_of(telling.tasks & workspace.lights[Light.RED])):
        progress = workspace.expected(entry)
        still_open = [
            name
            for name, report in zip(progress.reported, progress.reports, strict=True)
            if report.status not in SETTLED
        ]
        region = workspace.library.plan_at[entry.plan].region
        for name in (*progress.missing, *still_open):
            rows.setdefault(DepartmentRef(region, name), []).append(entry.pk)
    return {department: bits.from_rows(found) for department, found in rows.items()}


def _letter(content: FormContent, department: DepartmentRef, sets: dict[ReportPart, int]) -> Document:
    told = bits.union(sets.values())
    telling = Telling(content, told)
    language, heading = content.words.language, content.summary.heading
    title = content.form.title.text(language)
    if heading.is_demo:
        title = content.words("export.demo.title", title=title)
    blocks = [
        block
        for part, tasks in sets.items()
        if tasks and not telling.drops(part)
        for block in _part(telling, part, department, tasks)
    ]
    name = department.full_name if heading.several_regions else department.name
    return Document(
        title,
        "",
        content.words("reports.addressee", name=name),
        blocks,
        [line for line in (content.form.sender.text(language), telling.day(heading.as_of)) if line],
        list(form_facts(content, told)),
    )


def _part(telling: Telling, part: ReportPart, department: DepartmentRef, tasks: int) -> Iterator[Block]:
    period = telling.period(telling.workspace.period)
    count = telling.count(f"letter_{part.value}", tasks)
    day = telling.day(telling.content.summary.heading.as_of)
    said = telling.say(
        f"reports.letter.{part.value}", day=day, subject=telling.subject, period=period, count=count
    )
    yield Paragraph(said)
    yield _table(telling, part, department, telling.workspace.rows(tasks, Order.WORST_FIRST))
    yield Paragraph(_asked(telling, part))


def _asked(telling: Telling, part: ReportPart) -> Text:
    """Return what is asked, and by when, where form or office say so."""
    by = _by(telling, part)
    return (
        telling.say(f"reports.letter.{part.value}.by", by=by)
        if by
        else telling.say(f"reports.letter.{part.value}.open")
    )


def _by(telling: Telling, part: ReportPart) -> Text:
    """Return the day of the form's `reply_days`, else the period's closing day where it lies ahead; empty for neither."""
    first, days = telling.content.summary.heading.as_of, telling.content.form.reply_days
    if days is not None:
        key = "reports.letter.by.days" if days else "reports.letter.by.today"
        return telling.say(key, day=telling.day(moved_day(first, days)), first=telling.day(first), days=days)
    closing = telling.workspace.office.reporting.closing_day(telling.workspace.period)
    if part is ReportPart.MISSING and closing and closing >= first:
        return telling.say("reports.letter.by.day", day=telling.day(closing))
    return ()


def _table(telling: Telling, part: ReportPart, department: DepartmentRef, rows: Sequence[int]) -> Table:
    names = [name for name in _COLUMNS[part] if not telling.drops(name)]
    columns = [
        TableColumn.wide_enough(telling.words(f"reports.column.{name}"), _SHARES[name], name not in _WORDED)
        for name in names
    ]
    deadlines = telling.workspace.library.deadlines_of(rows)
    cells = []
    for at, entry in enumerate(telling.entries(rows), 1):
        requirements = telling.workspace.requirements_of(entry, deadlines.get(entry.pk, ()))
        due = telling.workspace.light(entry).due
        asked = [requirement_name(one.requirement) for one in requirements if one.dates.current == due]
        whole = _cells(telling, part, at, entry, department, "\n".join(asked))
        cells.append([whole[name] for name in names])
    return Table(telling.words(f"reports.letter.{part.value}.table"), columns, cells)


def _cells(
    telling: Telling, part: ReportPart, at: int, entry: TaskEntry, department: DepartmentRef, asked: str
) -> dict[str, TableCell]:
    reason = telling.workspace.light(entry)
    late = -reason.days if reason.days is not None and reason.days < 0 else None
    last = _last_day(telling, entry, department)

    def said(name: str, text: str) -> tuple[Piece, ...]:
        return (telling.figure(f"{part.value}{at}_{name}", text, 1 << entry.pk),)

    due = reason.due.isoformat() if reason.due else telling.words("terms.year.none")
    reported = last.isoformat() if last else telling.words("terms.report.missing")
    status = status_text(telling.words, telling.workspace.expected(entry))
    return {
        "number": TableCell((str(at),)),
        "task": telling.task_cell(entry),
        "requirement": TableCell((asked or NOT_KNOWN,)),
        "due": TableCell(said("due", due)),
        "last": TableCell(said("last", reported)),
        "days": TableCell((NOT_KNOWN,) if late is None else said("by", str(late))),
        "status": TableCell(said("status", status)),
        "light": TableCell(said("light", light_label(telling.words, reason)), reason.light),
    }


def _last_day(telling: Telling, entry: TaskEntry, department: DepartmentRef) -> date | None:
    progress = telling.workspace.period_workspace.expected(entry)
    if department.name not in progress.reported:
        return None
    return progress.reports[progress.reported.index(department.name)].as_of
