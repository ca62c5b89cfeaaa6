"""Signs of work in Chinese lines that are in no field, found by the readers of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.normalize.role_signs import has_clause
from plantui.documents.patterns import compiled
from plantui.documents.task_text import TaskText
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

from .deadlines import read_deadlines
from .deadlines.found import NO_YEAR
from .deadlines.reading import phrases_in
from .departments import DepartmentContext, read_departments
from .departments.labels import labels_in
from .departments.running import in_sentences
from .indicators import read_indicators

_UNTIL = compiled(r"^[到至截]|[前底末内]$|季度$|半年$|月份?$")
"""A phrase that is a term wherever it stands; a bare year or day in a line that was set aside is one of a title or a head,
and so is a month that is all of its line."""
_MAY_LEAD = compiled("牵头|主办|主责|抓总|统筹|会同|联合|协同|商")
"""Words one of which stands wherever a sentence makes a body the leading one: without any, nobody need be looked for."""
_LOOSE_DATE = compiled(
    r"(?<![\d.])(?:20)?\d\d[.\-/年]\s?\d{1,2}(?:[.\-/月]\s?\d{1,2}日?)?(?:月底|月末|底|末)?(?:之前|以前|前)"
    r"|(?<!\d)\d\d年(?:年?[底末])(?:之前|以前|前)?"
    r"|(?<!\d)\d{1,2}月(?:\d{1,2}日)?(?:底|末)?(?:之前|以前|前)"
)
_LOOSE_TARGET = compiled(
    r"(?:不低于|不少于|不超过|不高于|不大于|不小于|达到|控制在|降至|降到|提高到|提升至|提升到|小于等于|大于等于|[≤≥＜＞<>])"
    r"[^，。；\d]{0,4}\d[\d.,]*\s*(?:[%％‰]|[A-Za-zμ㎡㎥℃][\w/³²·()（）]*|[一-鿿][一-鿿/]{0,5})"
)
_POLICY = compiled(r"(?:最高|可|给予|补助|补贴|奖励|贷款|罚款|申请)[^，。；]{0,12}$")
"""不超过15万元的贷款 is what somebody may get, not what a plan aims at."""


@dataclass(frozen=True, slots=True)
class ChineseSigns:
    """Looks at Chinese lines."""

    context: DepartmentContext

    def aside(self, line: TracedText) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield what a line that was set aside says. That somebody has to do something (各部门要…) is no sign of a task,
        a label, a bracket behind it or a leading body is."""
        if departments := self._departments(line):
            yield "departments", departments
        deadlines, undated = read_deadlines(line, self.context.period)
        phrases = [one.phrase for one in deadlines]
        phrases += [one.facts["phrase"] for one in undated if one.reason == NO_YEAR and not one.read]
        if terms := [phrase for phrase in phrases if _is_term(phrase, line.text)]:
            yield "deadline", terms
        figures, _ = read_indicators(line, deadlines, self.context.period)
        if figures:
            yield "figure", [one.clause for one in figures]

    def _departments(self, line: TracedText) -> list[str]:
        text = folded(line.text)
        is_clause = has_clause(line.text) or bool(labels_in(text, others=False))
        if not (is_clause or self.context.first_is_lead or _MAY_LEAD.search(text)):
            return []
        found = read_departments([line], self.context).departments
        return [one.name for one in found if is_clause or one.role is Role.LEAD]

    def unread(self, task: TaskText) -> Iterator[tuple[str, TracedText]]:
        """Yield labels, leading bodies, dates and targets that are in the text alone."""
        text, plain = task.text, folded(task.text.text)
        for label in labels_in(plain, others=False):
            yield "label", text[label.start : label.end]
        if task.departments and _MAY_LEAD.search(plain):
            found, _ = in_sentences(text, self.context)
            for one in found:
                if one.role is Role.LEAD and one.name not in task.departments:
                    yield "body", TracedText.of(one.name, one.span.start)
        phrases = phrases_in(plain, self.context.period) if _LOOSE_DATE.search(plain) else []
        for match in _LOOSE_DATE.finditer(plain):
            if not any(one.start < match.end() and match.start() < one.end for one in phrases):
                yield "date", text[match.start() : match.end()]
        for match in _LOOSE_TARGET.finditer(plain):
            words = text[match.start() : match.end()]
            if not task.is_read(words) and not _POLICY.search(plain[: match.start()]):
                yield "target", words


def _is_term(phrase: str, line: str) -> bool:
    return _UNTIL.search(phrase) is not None and phrase != line
