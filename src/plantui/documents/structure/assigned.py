"""A paragraph that shares out the tasks by their numbers: 第1、2、6项任务由市水利局牵头；第3项由市财政局负责."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.owners import responsible_line
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.tokens.numbering import han_value
from plantui.documents.traced import TracedText

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_SHARE = compiled(zh.ASSIGNED_SHARE)
_RANGE = compiled(rf"({_NUMBER})[至—-]+第?({_NUMBER})|({_NUMBER})")


@rule(Stage.OUTLINE)
def assigned_by_number(tasks: Sequence[FoundTask], paragraphs: Sequence[Paragraph]) -> list[FoundTask]:
    """Where no task names its departments and a paragraph shares the tasks out by their numbers (第1、2、6项任务由…牵头，
    …配合；第3至5项由…负责), each numbered task has those departments. The numbers must tell the tasks apart."""
    shares = {value: line for paragraph in paragraphs for value, line in _shares(paragraph.text)}
    if not shares or any(task.says_who for task in tasks):
        return [*tasks]
    usual = Counter(task.node.style for task in tasks).most_common(1)[0][0]
    values = Counter(
        task.node.number.value for task in tasks if task.node.number and task.node.style == usual
    )
    if max(values.values(), default=0) != 1:
        return [*tasks]
    return [
        replace(task, paragraphs=(*task.paragraphs, shares[number.value]))
        if (number := task.node.number) and number.style == usual and number.value in shares
        else task
        for task in tasks
    ]


def _shares(text: TracedText) -> Iterator[tuple[int, TracedText]]:
    if "项" not in text.text and "条" not in text.text:
        return
    for match in _SHARE.finditer(text.text):
        line = responsible_line(text[match.start("who") : match.end("who")])
        for value in _values(match["numbers"]):
            yield value, line


def _values(numbers: str) -> Iterator[int]:
    for match in _RANGE.finditer(numbers):
        if match[3]:
            yield han_value(match[3])
        else:
            yield from range(han_value(match[1]), han_value(match[2]) + 1)
