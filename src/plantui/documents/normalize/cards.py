"""Cards: tasks whose lines begin with labels, below a title with a label of its own or without any number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import Number, Style
from plantui.documents.traced import TracedText

from .card_labels import AGAIN, label_of
from .role_signs import DATE_LINE
from .wrapping import Paragraph

_LONGEST_TITLE = 40
_LEAST = 3
_MORE = 1.5
"""How many cards for each number above them: a number for each is that of the task itself."""


@rule(Stage.REPAIR)
def titled_cards(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    """任务名称：统一身份认证升级 begins a task where such a line comes again: what stands behind the label is its title, and
    序号：1 above it its number. A number of its own before the label stays (1.项目名称：…). In a document without numbers
    任务：… is such a label too."""
    is_bare = not any(paragraph.number for paragraph in paragraphs)
    matches = [
        ZH.WRAPPING_CARD_TITLE.match(paragraph.text.text)
        or (ZH.WRAPPING_BARE_TITLE.match(paragraph.text.text) if is_bare else None)
        for paragraph in paragraphs
    ]
    counts = Counter(match["label"] for match in matches if match)
    found: list[Paragraph] = []
    cards = 0
    for paragraph, match in zip(paragraphs, matches, strict=True):
        if match is None or counts[match["label"]] < AGAIN:
            found.append(paragraph)
            continue
        cards += 1
        label, title = paragraph.text[: match.end()], paragraph.text[match.end() :]
        if paragraph.number is not None and paragraph.number_text is not None:
            found.append(
                replace(paragraph, text=title, number_text=TracedText.join([paragraph.number_text, label]))
            )
            continue
        above = (
            ZH.WRAPPING_CARD_NUMBER.match(found[-1].text.text) if found and found[-1].number is None else None
        )
        printed = above["number"] if above else ""
        number_text = TracedText.join([found.pop().text, label]) if above else label
        found.append(
            replace(
                paragraph,
                text=title,
                number=Number(Style.LABEL, cards, printed, len(label)),
                number_text=number_text,
            )
        )
    return found


@rule(Stage.REPAIR)
def headed_cards(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A short line without number and stop above lines that say who does it (降低电耗 above 目标：…, 责任部门：…) is the
    title of a task, where three such stand in the document and no number tells each of them. One above such titles is
    their heading."""
    titles: list[int] = []
    numbers: set[tuple[int, bool]] = set()
    """Each number with whether titles stand between it and the lines that say who."""
    title = number = -1
    for at, paragraph in enumerate(paragraphs):
        if paragraph.number is not None:
            title, number = -1, at
        elif _may_be_title(paragraph):
            title = at
        elif paragraph.is_label and title >= 0 and title not in titles[-1:]:
            titles.append(title)
            numbers.add((number, True))
        elif paragraph.is_label and title < 0:
            numbers.add((number, False))
    if len(titles) < _LEAST or len(titles) < _MORE * len(numbers):
        return paragraphs
    groups = {at - 1 for at in titles if at > 1 and _may_be_title(paragraphs[at - 1])}
    styles = dict.fromkeys(groups if len(groups) >= AGAIN else (), Style.HAN_PAREN)
    styles |= dict.fromkeys(titles, Style.LABEL)
    counts: Counter[Style] = Counter()
    found = []
    for at, paragraph in enumerate(paragraphs):
        if style := styles.get(at):
            counts[style] += 1
            paragraph = replace(paragraph, number=Number(style, counts[style], "", 0))
        found.append(paragraph)
    return found


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.text
    return (
        paragraph.number is None
        and not paragraph.is_label
        and len(text) <= _LONGEST_TITLE
        and not (
            ZH.ROLE_SIGNS_HEADING_STOP.search(text)
            or ZH.ROLE_SIGNS_TERMINAL.search(text)
            or label_of(text)
            or DATE_LINE.match(text)
        )
    )
