"""Terms that stand behind the name of a section and hold for its tasks."""

from __future__ import annotations

from plantui.documents.fields.deadlines import deadlines_in
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.reading import ReadDeadline
from plantui.documents.rule import Stage, id_of, note, rule
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.tokens.widths import folded


@rule(Stage.DEADLINES)
def of_section(found: FoundTask, period: Period) -> tuple[ReadDeadline, ...]:
    """汛前准备（4月30日前完成）: a bracket behind the name of a section that says by when is the deadline of its tasks that
    have none of their own."""
    above = (found.section, *found.section.above()) if found.section is not None else ()
    for node in above:
        title = node.heading.title if node.heading else None
        match = ZH.DUE_PHRASES_DUE_OF_ALL.search(title.text) if title is not None else None
        if title is not None and match is not None:
            said = title[match.start("when") : match.end("when")]
            dated = [one for one in deadlines_in(folded(said.text), period) if one.due is not None]
            phrases = [said[one.start : one.end] for one in dated]
            for phrase in phrases:
                note(id_of(of_section), phrase.span)
            return tuple(
                ReadDeadline(phrase.text, one.due, "", phrase.span)
                for phrase, one in zip(phrases, dated, strict=True)
                if one.due is not None
            )
    return ()
