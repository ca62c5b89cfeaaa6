"""Values as the user reads them: the words for a term, the sentence for a light."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Op, PlanStatus, Role, Status

from .catalogue import Words, topic

if TYPE_CHECKING:
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.dates import RequirementDate
    from plantui.model.event import Choice, Event, Extension, StageKind
    from plantui.model.funding import FundingSums
    from plantui.model.note import Note, NoteContent
    from plantui.model.period import Period
    from plantui.model.plan import Funding, Indicator, Plan
    from plantui.model.progress import TaskProgress
    from plantui.model.roles import DeskRole, RoleRules
    from plantui.model.since import Since
    from plantui.model.stages import NoteStage, Obstacle, StageState

_CUT_SHOWN = 8
"""Characters of a state's name that are shown where room is short."""
_KINDS: dict[type, str] = {Role: "role", Status: "status", Light: "light", PlanStatus: "plan"}
_BEFORE_OFFSET = -len("+08:00")
_NAMED = 3
"""Number of notes that are named one by one."""


def term(words: Words, value: Role | Status | Light | PlanStatus | NoteStage, *, long: bool = False) -> str:
    """The field's word for a role, a status, a light or the stage of a note."""
    kind = _KINDS.get(type(value), "stage")  # a start need not load what checking and closing are
    tail = ".long" if long and isinstance(value, Role) else ""
    return words(f"terms.{kind}.{value.value}{tail}")


def year_term(words: Words, year: int | None) -> str:
    """A year, or 无期限."""
    return words("terms.year.none") if year is None else str(year)


def years_term(words: Words, start: int | None, end: int | None) -> str:
    """The years of a plan; what the plan does not give is said to be missing."""
    if start is None and end is None:
        return words("terms.years.none")
    if start is None or end is None:
        return words("terms.years.until" if start is None else "terms.years.from", start=start, end=end)
    return words("terms.years", start=start, end=end)


def local_moment(moment: datetime) -> str:
    """Return a moment as the clock here shows it, with the distance to UTC: 2024-06-03 09:30+08:00."""
    return moment.astimezone().isoformat(" ", "minutes")


def office_moment(moment: datetime, zone: tzinfo | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """Return a moment as the office's clock shows it; where the clock here shows another time, with its distance to UTC.

    `zone` is that of the office, in which its days end; None for the one here.
    """
    there = moment.astimezone(zone)
    if there.utcoffset() == moment.astimezone().utcoffset():
        return f"{there:{form}}"
    return f"{there:{form}}{there.isoformat()[_BEFORE_OFFSET:]}"


def since_text(words: Words, since: Since) -> str:
    """Return since when changes count: 2024-06-01 以来, 台账现状 … 以来."""
    if isinstance(since, str):
        return words("terms.since.cut", cut=since)
    return words("terms.since.day", day=since.isoformat())


def short_since_text(words: Words, since: Since) -> str:
    """Return since when changes count, of a state of the ledger only the beginning of its name."""
    return since_text(words, f"{since[:_CUT_SHOWN]}…" if isinstance(since, str) else since)


def period_name(words: Words, period: Period) -> str:
    """Return a reporting period as people say it: 2024年6月, 2024年第2季度, 2024年上半年."""
    year, month = period.first.year, period.first.month
    kind = period.kind.value
    if kind == "half_year":
        kind = "first_half" if month == 1 else "second_half"
    return words(
        f"reporting.period_name.{kind}",
        year=year,
        month=month,
        number=(month + 2) // 3,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
    )


def due_text(
    words: Words, department: str, period: Period, owed: int, reported: int, closing: date | None
) -> str:
    """Return on how many tasks a department owes reports in a period, on how many it has reported, and until when."""
    name = period_name(words, period)
    said = [words("reporting.due_counted", department=department, period=name, owed=owed, reported=reported)]
    if closing:
        said.append(words("reporting.due_closing", closing=closing))
    return words.listing(said)


def percent_text(words: Words, progress: TaskProgress) -> str:
    """Return how far a task is: 60%, over several departments 48%（3/4家）, nothing where no figure was given."""
    if progress.percent is None:
        return ""
    return mean_text(words, progress.percent, progress.percent_from, progress.accountable)


def mean_text(words: Words, percent: int, given: int, accountable: int) -> str:
    """Return a percent, where several departments are accountable with how many of them gave one: 48%（3/4家）."""
    if accountable < 2:
        return words("terms.percent", percent=percent)
    return words("terms.percent.mean", percent=percent, given=given, all=accountable)


def status_text(words: Words, progress: TaskProgress) -> str:
    """Return where a task stands, with how far it is: 推进中 48%（3/4家）."""
    return f"{term(words, progress.status)} {percent_text(words, progress)}".rstrip()


def note_status(words: Words, content: NoteContent) -> str:
    """Return what a note says of the status, with its percent where it gives one: 推进中 60%."""
    return f"{term(words, content.status)} {_percent(words, content)}".rstrip()


def report_role(words: Words, role: Role | None) -> str:
    """Return the heading over the departments of one role, or over those that the task does not name."""
    return words("terms.role.unnamed") if role is None else term(words, role, long=True)


def report_cells(words: Words, note: Note) -> tuple[str, str, str]:
    """Return the day, the status and the percent of a department's latest note, for the table of reports."""
    content = note.content
    return note.as_of.isoformat(), term(words, content.status), _percent(words, content)


def _percent(words: Words, content: NoteContent) -> str:
    return "" if content.percent is None else words("terms.percent", percent=content.percent)


def note_reason(words: Words, content: NoteContent) -> str:
    """Return the reason for a note's status; where it needs one and an older note gives none, that it does not."""
    return words("terms.note.no_reason") if content.lacks_reason else content.reason


def light_count(words: Words, light: Light, count: int) -> str:
    """Return the number of tasks that have a light: 红55, 无期限85."""
    name = year_term(words, None) if light is Light.NONE else term(words, light)
    return words("screen.light_count", light=name, count=count)


def department_term(ref: DepartmentRef, *, with_region: bool) -> str:
    """A department's name, with its region where several are in view."""
    return str(ref) if with_region else ref.name


def note_name(words: Words, plan: str, number: str, department: str, day: date) -> str:
    """Return a note in words: 郑州环境治理 第7项 市水利局 2025年6月进展."""
    facts = {"plan": plan, "number": number, "department": department}
    return words("ledger.note_name", **facts, year=day.year, month=day.month)


def choice_made(words: Words, choice: Choice) -> str:
    """Return an office-wide choice in words: 报告期 = month; one that this version does not know by its own name."""
    is_known = f"name.{choice.name}" in topic("reporting")
    name = words(f"reporting.name.{choice.name}") if is_known else choice.name
    return words("reporting.choice_made", name=name, value=choice.value)


def alignment_made(words: Words, choice: AlignmentChoice) -> str:
    """Return a word on two tasks in words: a-2023/7 = b-2023/3."""
    return words(
        "compare.made.same" if choice.is_same else "compare.made.apart",
        one="/".join(choice.one),
        other="/".join(choice.other),
    )


def event_name(words: Words, event: Event, plan: str, number: str) -> str:
    """Return what an event says in words: which task it is about, which step was taken, which date was set."""
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.assessment import Assessment
    from plantui.model.assignment import Assignment
    from plantui.model.event import Choice, Extension

    content = event.content
    if isinstance(content, Choice):
        return words("ledger.event.choice", choice=choice_made(words, content))
    if isinstance(content, AlignmentChoice):
        return alignment_made(words, content)
    facts = {"plan": plan, "number": number}
    if isinstance(content, Extension):
        first, new = content.requirement.due.isoformat(), content.new_due.isoformat()
        return words("ledger.event.extension", **facts, first=first, new=new)
    if isinstance(content, Assignment):
        step = words(f"assignments.word.{content.word.value}")
    elif isinstance(content, Assessment):
        by, status = words(f"assessments.by.{content.by.value}"), term(words, content.status)
        step = words("assessments.verdict", by=by, status=status)
    else:
        step = words(f"terms.step.{content.kind.value}")
    return words("ledger.event.stage", **facts, department=event.department, step=step)


def stage_name(words: Words, state: StageState) -> str:
    """Return how far a note has come, without the reason given; empty for one that is only saved."""
    if state.last is None:
        return ""
    return words("terms.stage.reopened" if state.is_reopened else f"terms.stage.{state.stage.value}")


def stage_text(words: Words, state: StageState) -> str:
    """Return how far a note has come, with the reason given: 已退回：数字不符; empty for one that is only saved."""
    stage = stage_name(words, state)
    return words("terms.stage.with_reason", stage=stage, reason=state.reason) if state.reason else stage


def blocked_text(
    words: Words, kind: StageKind, blocked: Obstacle, desk: RoleRules, role: DeskRole | None, note: str
) -> str:
    """Return why a step cannot be taken with a note, given in words."""
    step = words(f"terms.step.{kind.value}")
    if blocked.value == "role":
        roles = words.listing([words(f"terms.desk.{one.value}") for one in desk.roles_for(kind)])
        if role is None:
            return words("stages.refused.role_missing", step=step, roles=roles)
        return words("stages.refused.role", role=words(f"terms.desk.{role.value}"), step=step, roles=roles)
    return words(f"stages.refused.{blocked.value}", step=step, note=note)


def extended_text(words: Words, dates: RequirementDate) -> str:
    """Return the first date of an extended requirement and how often it was extended; empty where it was not."""
    if not dates.is_extended:
        return ""
    return words("terms.extended", first=dates.first.isoformat(), count=dates.times)


def extension_text(words: Words, extension: Extension) -> str:
    """Return an extension with its reason and who approved it."""
    return words(
        "terms.extension",
        new=extension.new_due.isoformat(),
        reason=extension.reason,
        approved_by=extension.approved_by,
    )


def former_extension_text(words: Words, extension: Extension) -> str:
    """Return an extension of a date that the plan no longer has in that wording: it changes nothing."""
    first, phrase = extension.requirement.due.isoformat(), extension.requirement.phrase
    return words("terms.former_extension", first=first, phrase=phrase, text=extension_text(words, extension))


def side_text(words: Words, note: Note, zone: tzinfo | None = None) -> str:
    """Return who wrote one text of a note in conflict, when by the office's clock, and for which day."""
    moment = office_moment(note.written_at, zone)
    return words("arrivals.whose", author=note.author, moment=moment, day=note.as_of.isoformat())


def notes_listed(words: Words, names: Sequence[str]) -> str:
    """Return notes by their names, of many the number and the first."""
    if len(names) > _NAMED:
        return words("ledger.several_notes", count=len(names), first=names[0])
    return words.listing(list(names))


def passed_over(words: Words, passed: Sequence[Note | Event], names: Sequence[str]) -> str:
    """Return what undo passed over, by these names, and who has changed it since; empty where it passed over nothing."""
    if not passed:
        return ""
    authors = list(dict.fromkeys(one.author for one in passed))
    return words("ledger.passed_over", notes=notes_listed(words, names), authors=words.listing(authors))


def numbered(number: str, title: str) -> str:
    """A heading with its printed number; a full-width bracket or mark needs no blank behind it."""
    return f"{number}{title}" if not number or number[-1] in "）、．。" else f"{number} {title}"


def read_text(words: Words, plan: Plan) -> str:
    """Return what was read of a file as a plan: how many sections, tasks, deadlines and indicators."""
    return words(
        "documents.read",
        title=plan.info.title,
        sections=len(plan.sections),
        tasks=len(plan.tasks),
        deadlines=sum(len(task.deadlines) for task in plan.tasks),
        indicators=sum(len(task.indicators) for task in plan.tasks),
    )


def number_text(value: float) -> str:
    """Return a figure as printed: no zero is added to a whole number."""
    return str(int(value)) if float(value).is_integer() else str(value)


def target_text(words: Words, indicator: Indicator) -> str:
    """Return direction, value and unit of an indicator, 不低于 40%, or its grade; empty where it has neither."""
    if indicator.value is None:
        return indicator.grade or ""
    amount = f"{number_text(indicator.value)}{indicator.unit or ''}"
    if indicator.op is Op.ABOUT:
        return words("terms.about", amount=amount)
    return f"{words(f'terms.op.{indicator.op.value}')} {amount}" if indicator.op else amount


def funding_text(words: Words, funding: Iterable[Funding]) -> str:
    """Return the money for a task, an amount or the word that it is not known, each with its source."""
    return words.listing(
        [
            words("terms.funding.from", amount=said, source=one.source) if one.source else said
            for one in funding
            for said in [
                words("terms.funding.unknown")
                if one.amount is None
                else f"{number_text(one.amount)}{one.unit or ''}"
            ]
        ]
    )


def funding_sums_text(words: Words, found: FundingSums) -> str:
    """Return the sum of each unit with its number of tasks, and of how many the money is not known."""
    said = [
        words("terms.funding.sum", amount=f"{number_text(one.amount)}{one.unit}", tasks=one.tasks)
        for one in found.sums
    ]
    for key, count in (("some_unknown", found.unknown), ("without", found.without)):
        said += [words(f"terms.funding.{key}", count=count)] if count else []
    return words.listing(said)


def funding_line(words: Words, found: FundingSums) -> str:
    """Return the sums of the money under their name."""
    return words("terms.funding.line", sums=funding_sums_text(words, found))


def column_name(words: Words, column: str) -> str:
    """Return the name of a column of task lists where it stands alone; a heading may be shorter."""
    return words(f"columns.name.{column}" if column in ("task", "percent") else f"columns.{column}")


def place_text(words: Words, line: int, page: int | None = None) -> str:
    """Return a place of a document in words: its line, and its page where it has pages."""
    if page is None:
        return words("documents.place.line", line=line)
    return words("documents.place.page", page=page, line=line)


def doubt_text(words: Words, reason: str, facts: Mapping[str, str], alternatives: Sequence[str] = ()) -> str:
    """Return the sentence that says why a reading of a document is doubtful, with its other readings."""
    sentence = words(reason, **facts)
    if not alternatives:
        return sentence
    return words("documents.doubt.alternatives", sentence=sentence, others=words.listing([*alternatives]))


def days_text(words: Words, days: int) -> str:
    """Return the days to a date in words: 剩余3天, 今天到期, 逾期180天 where they are negative."""
    which = "today" if days == 0 else "late" if days < 0 else "left"
    return words(f"columns.value.{which}", days=abs(days))
