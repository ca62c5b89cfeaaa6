"""The front matter of a Chinese document: what it says, where it says so, and the plan's own data made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise, takewhile

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.normalize.typography import typeset
from plantui.documents.patterns import compiled
from plantui.documents.place import place_at
from plantui.documents.reading import ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.structure.outline import Outline
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Place

from .front import Front
from .issuer import (
    apart,
    body_above_title,
    date_shown,
    dates_in,
    in_full,
    issuer_and_date,
    letterhead,
    printing_office,
    region_of,
)
from .title import is_draft, line_like_title, short_title, title_above_table, title_of, title_of_sheet
from .years import period_of

_FRONT_LINES = 80
_GAP = compiled(r"(?:[ \u00a0\t]{2,}|\u3000)[ \u00a0\u3000\t]*(?=\S{2,12}[：:])")
_BODY = r"[\u4e00-\u9fff]{2,}(?:政府|厅|局|委|办公室|委员会|部|署|院|会|行|公司|集团|学校|大学|办事处)"
_BODY_NAME = compiled(rf"^{_BODY}$")
_ISSUES = compiled(rf"^(?:{_BODY})?(?:关于|印发)")
_YEAR = compiled(r"20\d\d\s?年")
_BETWEEN = compiled(r"[\s、]+")
"""What stands between the pieces of a value: a title's lines, those who sign together."""


@rule(Stage.FRONT)
def number_of_document(lines: Sequence[str]) -> str | None:
    """The plan's own number stands on a line of its own, after the title or after 发文字号：, and never in brackets or
    after a cited title."""
    for line in lines:
        if match := ZH.FRONT_META_NUMBER.search(line):
            return compiled(r"\s").sub("", match[1] or match[2])
    for line in lines:
        match = ZH.FRONT_NUMBER.search(line)
        if not match:
            continue
        before, after = line[: match.start()], line[match.end() :]
        prefix = ZH.FRONT_TITLE_END.sub("", match[1])
        is_alone = not before.strip() and not after.strip()
        follows_title = len(prefix) < len(match[1]) or before.endswith(("》", "）", "通知"))
        cited = before.rstrip().endswith(("（", "(", "》", "》（")) or after[:1] in ("）", ")")
        if not cited and (is_alone or follows_title) and "。" not in before:
            return compiled(r"\s").sub("", prefix)
    return None


class FrontPages:
    """The lines of a document that say what it is: those above its first heading and above its tables, and its close."""

    def __init__(
        self, fixed: Normalized, outline: Outline, source: Source, above_tables: Sequence[TracedText] = ()
    ) -> None:
        self._source = source
        self._above = above_tables
        end = next((n.start for n in outline.root.walk() if n.start is not None), len(source.text))
        close = min((p.text.offsets[0] for p in outline.closing if p.text.text), default=len(source.text))
        self._head = [line.text for line in fixed.kept if line.text.offsets[0] < end]
        self._closing = _closing_lines(fixed, close)
        texts = [p.text for p in fixed.paragraphs]
        self._paragraphs = [one.text for one in texts if one.text and one.offsets[0] < end][:_FRONT_LINES]
        whole = "\n".join(one.text for one in texts)
        self._text = whole if _YEAR.search(whole) else source.text  # its years may stand in cells

    def front(self, year: int | None = None) -> Front:
        """Return the front matter. `year` is the one that the user gives to a plan whose title names none."""
        above = _first_words(self._above)
        lines, paragraphs = [*_first_words(self._head), *above], [*self._paragraphs, *above]
        closing = _first_words(self._closing)
        printed = title_of(lines) or title_above_table(above) or line_like_title(lines)
        title = printed or title_of_sheet(self._source.caption)
        issuer, issued = issuer_and_date(paragraphs)
        if issuer is None or issued is None:
            other, day = issuer_and_date(lines)
            issuer, issued = issuer or other, issued or day
        issuer = apart(issuer, lines)
        if issued is None or issuer is None:
            signer, day = issuer_and_date(closing)
            issuer = signer if signer and issued is None else issuer or signer
            issued = issued or day
        issuer = (
            in_full(issuer, lines)
            or letterhead(lines)
            or body_above_title(_neighbours(self._head, self._source), title)
        )
        issued = issued or date_shown(lines) or date_shown(paragraphs)
        if issuer is None or issued is None:
            office, day = printing_office([*lines, *closing])
            issuer, issued = issuer or office, issued or day
        years = period_of(title, issued, self._text, year)
        return Front(
            title,
            short_title(title),
            region_of(issuer, title, self._text),
            number_of_document(paragraphs),
            issuer,
            issued,
            years.start,
            years.end,
            is_draft([line for line in lines if len(line) < 80]),
            is_titled=bool(printed),
        )

    def places(self, front: Front, carried: Sequence[ReadDepartment]) -> dict[str, Place]:
        """Return the places of the plan's own data; `carried` are the departments that carry every task."""
        head, closing = (
            TracedText.join(typeset(piece) for line in lines[:_FRONT_LINES] for piece in line.split(_GAP))
            for lines in ([*self._head, *self._above], self._closing)
        )
        spans = _front_spans(front, head, closing, self._source)
        if found := [one.span for one in carried if one.span.end]:
            spans["responsible"] = Span.around(found)
        return {field: place_at(self._source, span) for field, span in spans.items()}


def _neighbours(head: Sequence[TracedText], source: Source) -> list[tuple[str, str]]:
    """Lines of the head with the line straight below, where nothing was left out between them."""
    lines = [line for line in head if line.text.strip()][:_FRONT_LINES]
    return [
        (typeset(line).text, typeset(below).text)
        for line, below in pairwise(lines)
        if not source.text[line.offsets[-1] + 1 : below.offsets[0]].strip()
    ]


def _closing_lines(fixed: Normalized, close: int) -> list[TracedText]:
    """The lines of the close, from the bodies on that stand straight above it."""
    lines = [line.text for line in fixed.kept if line.text.text.strip()]
    first = next((at for at, line in enumerate(lines) if line.offsets[0] >= close), len(lines))
    while first > 0 and first < len(lines) and _BODY_NAME.match(lines[first - 1].text.strip()):
        first -= 1
    return lines[first:]


def _first_words(lines: Iterable[TracedText]) -> list[str]:
    """The words of the first lines, and of no more than are looked at."""
    return [*islice((words for line in lines for words in _front_words(line)), _FRONT_LINES)]


def _front_words(line: TracedText) -> Iterator[str]:
    """A line of the front: wide gaps part what a web page puts side by side, and blanks part those who sign together."""
    for piece in line.split(_GAP):
        words = typeset(piece).text
        names = piece.text.split()
        bodies = [*takewhile(_BODY_NAME.search, names)]
        rest = "".join(names[len(bodies) :])
        if len(names) > 1 and bodies and (not rest or _ISSUES.match(rest)):
            words = " ".join([*bodies, rest]).strip()
        if words:
            yield words


def _front_spans(front: Front, head: TracedText, close: TracedText, source: Source) -> dict[str, Span]:
    """The places of the title, number, issuer and day of issue; what is not found is left out."""
    head, close = head.without(_BETWEEN), close.without(_BETWEEN)
    found = {
        "title": _title(front.title, head, source),
        "document_number": next(_occurrences(front.document_number or "", head), None),
    }
    found["issuer"], found["issued"] = _signature(front.issuer, front.issued, head, close)
    return {name: span for name, span in found.items() if span}


def _occurrences(words: str, text: TracedText) -> Iterator[Span]:
    wanted = _BETWEEN.sub("", words)
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        yield text[at : at + len(wanted)].span
        at = text.text.find(wanted, at + 1)


def _title(title: str, head: TracedText, source: Source) -> Span | None:
    """Of the places of the title the last that has its lines to itself: the plan's own head, not the notice's."""
    places = [*_occurrences(title, head)]
    alone = [span for span in places if _is_alone(span, source.text)]
    return next(reversed(alone or places), None)


def _is_alone(span: Span, text: str) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    rest = text[start : span.start] + text[span.end : end if end >= 0 else len(text)]
    return not any(map(str.isalnum, rest))


def _signature(
    issuer: str | None, issued: date | str | None, head: TracedText, close: TracedText
) -> tuple[Span | None, Span | None]:
    """The issuer and the day that stand nearest to each other: those of the signature."""
    names = [span for text in (head, close) for span in _occurrences(issuer or "", text)]
    days = [
        text[start:end].span
        for text in (head, close)
        for start, end, day in dates_in(text.text)
        if day == issued
    ]
    pairs = [(name, day) for name in names for day in days]
    if not pairs:
        return next(iter(names), None), next(iter(days), None)
    return min(pairs, key=lambda pair: abs(pair[1].start - pair[0].end))
