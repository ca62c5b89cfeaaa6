"""Lines that name a department and nothing else, above the items that are its own: 市水利局："""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.normalize.role_signs import ROLE_LABEL
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.traced import TracedText

_LONGEST = 90
_NOTE = compiled(r"（(?P<note>[^（）]*)）$")
_MARK = compiled(r"[、，]|和(?=[省市区县州])")


@rule(Stage.OUTLINE)
def owner_lines(paragraphs: Sequence[Paragraph]) -> dict[int, Paragraph]:
    """Where a plan is ordered by departments, a line of names that ends in a colon (区税务局： or
    区市场监管局（配合单位：区税务局）：) gives the numbered items below it their departments, up to the next such line or
    heading. One such line alone, or one that no number follows, addresses a letter. The answer has each line's clause by
    its place."""
    found: dict[int, Paragraph] = {}
    for index, paragraph in enumerate(paragraphs[:-1]):
        if paragraph.number is None and paragraphs[index + 1].number is not None:
            clause = _clause(paragraph.text)
            if clause is not None:
                found[index] = Paragraph(clause, is_label=True)
    return found if len(found) > 1 else {}


def _clause(line: TracedText) -> TracedText | None:
    """The line as 责任单位：…; a label in its brackets follows. None where it is no line of names."""
    if not line.text.endswith("：") or len(line) > _LONGEST or ROLE_LABEL.match(line.text):
        return None
    names = line[:-1]
    note = _NOTE.search(names.text)
    others = None
    if note is not None and "：" in note["note"]:
        names, others = names[: note.start()], names[note.start("note") : note.end("note")]
    bare = _NOTE.sub("", names.text)
    if not bare or any(likeness(name) is not Likeness.STRONG for name in _MARK.split(bare)):
        return None
    behind = [] if others is None else [TracedText.implied("；", line.offsets[0]), others]
    return TracedText.join([responsible_line(names), *behind])


def responsible_line(names: TracedText) -> TracedText:
    """Departments as the line that an item would have: 责任单位：…."""
    return TracedText.join([TracedText.implied("责任单位：", names.offsets[0]), names])
