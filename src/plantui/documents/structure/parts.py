"""A document's parts: a covering letter, the plan, its close, annexes. Only one of them is the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.normalize.marks import DATE_LINE
from plantui.documents.normalize.wrapping import Paragraph
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_SIGNED = compiled(zh.PARTS_SIGNED)
_ANNEX = compiled(zh.PARTS_ANNEX)
_CLOSING = compiled(zh.PARTS_CLOSING)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A run of paragraphs that belong together."""

    paragraphs: tuple[Paragraph, ...]
    is_annex: bool = False


def is_closing(paragraph: Paragraph) -> bool:
    """Whether a paragraph belongs to the close: a signature's date, 此件公开发布, 抄送."""
    return paragraph.number is None and bool(
        DATE_LINE.match(paragraph.text.text) or _CLOSING.search(paragraph.text.text)
    )


@rule(Stage.OUTLINE)
def parts_of(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """A new part begins after a signature's date and at a line 附件 or 附件1 that stands alone or bears a title. What
    lists the annexes in a letter (附件：1.… 2.…) begins none, since the plan's numbers start anew after it."""
    parts: list[Part] = []
    current: list[Paragraph] = []
    is_annex = False
    for index, paragraph in enumerate(paragraphs):
        if _begins_annex(paragraphs, index):
            parts.append(Part(tuple(current), is_annex))
            current, is_annex = [], True
        current.append(paragraph)
        if _is_signature(paragraph) and index > 0:
            parts.append(Part(tuple(current), is_annex))
            current, is_annex = [], False
    parts.append(Part(tuple(current), is_annex))
    return [part for part in parts if part.paragraphs]


def _is_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text.text
    return paragraph.number is None and bool(DATE_LINE.match(text) or _SIGNED.search(text))


def _begins_annex(paragraphs: Sequence[Paragraph], index: int) -> bool:
    paragraph = paragraphs[index]
    match = _ANNEX.match(paragraph.text.text) if paragraph.number is None else None
    if match is None or len(paragraph.text) > 60:
        return False
    following = paragraphs[index + 1 : index + 12]
    return not any(_is_signature(after) for after in following) or not match["rest"]


@rule(Stage.OUTLINE)
def without_closing(part: Part) -> tuple[Part, tuple[Paragraph, ...]]:
    """The close of a part (the signature, its date, 此件公开发布, 抄送 and what a web page adds) is not part of its last
    task."""
    kept = list(part.paragraphs)
    cut: list[Paragraph] = []
    while kept and _closes(kept[-1], bool(cut)):
        cut.insert(0, kept.pop())
    return Part(tuple(kept), part.is_annex), tuple(cut)


_SIGNER = compiled(zh.PARTS_SIGNER)


def _closes(paragraph: Paragraph, after_cut: bool) -> bool:
    if paragraph.number is not None or paragraph.is_label:
        return False
    text = paragraph.text.text
    return (
        is_closing(paragraph)
        or bool(_SIGNED.search(text) and len(text) < 50)
        or (after_cut and bool(_SIGNER.match(text)))
        or (len(text) < 60 and bool(_ANNEX.match(text)))
    )
