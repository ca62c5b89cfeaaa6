"""Signs of work in Chinese lines that are in no field, found by the readers of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.deadlines.reading import phrases_in
from plantui.documents.fields.departments import DepartmentContext, read_departments
from plantui.documents.fields.departments.in_sentences import in_sentences
from plantui.documents.fields.departments.labels import labels_in
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.fields.indicators.figures import TIME, is_money
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import has_clause
from plantui.documents.reading import ReadIndicator, TaskText
from plantui.documents.tokens.dates import NO_YEAR
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role


class ChineseSigns(NamedTuple):
    """Looks at Chinese lines."""

    context: DepartmentContext

    def aside(self, line: TracedText) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield what a line that was set aside says. That somebody has to do something (各部门要…) is no sign of a task,
        a label, a bracket behind it or a leading body is."""
        if departments := self._departments(line):
            yield "departments", departments
        if ZH.SIGNS_FORM.search(line.text):
            return
        deadlines, undated = read_deadlines(line, self.context.period)
        phrases = [one.phrase for one in deadlines]
        phrases += [one.facts["phrase"] for one in undated if one.reason == NO_YEAR and not one.read]
        if terms := [phrase for phrase in phrases if _is_term(phrase, line.text)]:
            yield "deadline", terms
        figures = read_indicators(line, deadlines, self.context.period)
        if wanted := [one.clause for one in figures if not _is_means(one)]:
            yield "figure", wanted

    def _departments(self, line: TracedText) -> list[str]:
        text = folded(line.text)
        is_clause = has_clause(line.text) or bool(labels_in(text, others=False))
        if not (is_clause or self.context.first_is_lead or ZH.SIGNS_MAY_LEAD.search(text)):
            return []
        found = read_departments([line], self.context).departments
        return [one.name for one in found if is_clause or one.role is Role.LEAD]

    def unread(self, task: TaskText) -> Iterator[tuple[str, TracedText]]:
        """Yield labels, leading bodies, dates and targets that are in the text alone."""
        text, plain = task.text, folded(task.text.text)
        labels = labels_in(plain, others=False)
        for start, end in (
            *((label.start, label.end) for label in labels),
            *(match.span() for match in ZH.SIGNS_LIKE_A_LABEL.finditer(plain) if not labels),
        ):
            yield "label", text[start:end]
        if task.departments and ZH.SIGNS_MAY_LEAD.search(plain):
            found, _ = in_sentences(text, self.context)
            for one in found:
                if one.role is Role.LEAD and one.name not in task.departments:
                    yield "body", TracedText.of(one.name, one.span.start)
        phrases = phrases_in(plain, self.context.period) if ZH.SIGNS_LOOSE_DATE.search(plain) else []
        for match in ZH.SIGNS_LOOSE_DATE.finditer(plain):
            if not any(one.start < match.end() and match.start() < one.end for one in phrases):
                yield "date", text[match.start() : match.end()]
        for match in ZH.SIGNS_LOOSE_TARGET.finditer(plain):
            words = text[match.start() : match.end()]
            before = plain[: match.start()]
            outer = ZH.SIGNS_BESIDE.search(before)
            of_condition = outer is not None and not task.is_read(text[outer.start() : outer.end("figure")])
            if not (
                task.is_read(words)
                or of_condition
                or ZH.SIGNS_POLICY.search(before)
                or ZH.TARGETS_OFTEN.search(before)
            ):
                yield "target", words


def _is_means(figure: ReadIndicator) -> bool:
    """Whether a figure beside the tasks is how long something takes (公示不少于7个工作日) or what it costs (资金9800万元)."""
    unit = figure.unit or ""
    return unit in TIME or (is_money(unit) and ZH.SIGNS_FUNDS.search(figure.clause) is not None)


def _is_term(phrase: str, line: str) -> bool:
    return ZH.SIGNS_UNTIL.search(phrase) is not None and phrase != line
