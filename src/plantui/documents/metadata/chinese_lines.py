"""What a document says about itself, where it says so, and the plan's own data made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from plantui.documents.normalize.normalize import Normalized
from plantui.documents.normalize.typography import typeset
from plantui.documents.patterns import compiled
from plantui.documents.place import place_at
from plantui.documents.reading import ReadDepartment
from plantui.documents.source import Source
from plantui.documents.structure.outline import Outline
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Place

from .chinese import read_front
from .front import Front
from .spans import front_spans

_FRONT_LINES = 80
_GAP = compiled(r"(?:[ \u00a0\t]{2,}|\u3000)[ \u00a0\u3000\t]*(?=\S{2,12}[：:])")
_BODY = r"[\u4e00-\u9fff]{2,}(?:政府|厅|局|委|办公室|委员会|部|署|院|会|行|公司|集团|学校|大学|办事处)"
_BODY_NAME = compiled(rf"^{_BODY}$")
_ISSUES = compiled(rf"^(?:{_BODY})?(?:关于|印发)")
_YEAR = compiled(r"20\d\d\s?年")


def front_of(
    fixed: Normalized,
    outline: Outline,
    source: Source,
    above_tables: Sequence[TracedText] = (),
    year: int | None = None,
) -> Front:
    """The front matter: of the lines above the plan's first heading and above its tables, and of its close. `year` is the
    one that the user gives."""
    end, close = _front_end(outline, source), _close(outline, source)
    head = [line.text for line in fixed.kept if line.text.offsets[0] < end]
    lines = _first_words(head)
    above = _first_words(above_tables)
    lines += above
    paragraphs = [p.text.text for p in fixed.paragraphs if p.text.text and p.text.offsets[0] < end]
    paragraphs = [*paragraphs[:_FRONT_LINES], *above]
    whole = "\n".join(p.text.text for p in fixed.paragraphs)
    if not _YEAR.search(whole):  # its years stand in cells
        whole = source.text
    closing = _first_words(_closing_lines(fixed, close))
    return read_front(
        lines, paragraphs, closing, whole, above, _neighbours(head, source), year, source.caption
    )


def places_of(
    front: Front,
    fixed: Normalized,
    outline: Outline,
    source: Source,
    carried: Sequence[ReadDepartment],
    above_tables: Sequence[TracedText] = (),
) -> dict[str, Place]:
    """Return the places of the plan's own data; `carried` are the departments that carry every task."""
    end, close = _front_end(outline, source), _close(outline, source)
    head, closing = (
        TracedText.join(typeset(piece) for line in lines[:_FRONT_LINES] for piece in line.split(_GAP))
        for lines in (
            [*(line.text for line in fixed.kept if line.text.offsets[0] < end), *above_tables],
            _closing_lines(fixed, close),
        )
    )
    spans = front_spans(front, head, closing, source)
    if found := [one.span for one in carried if one.span.end]:
        spans["responsible"] = Span.around(found)
    return {field: place_at(source, span) for field, span in spans.items()}


def _front_end(outline: Outline, source: Source) -> int:
    """Where the plan's first heading stands."""
    return next((n.start for n in outline.root.walk() if n.start is not None), len(source.text))


def _close(outline: Outline, source: Source) -> int:
    """Where the plan's close begins."""
    return min((p.text.offsets[0] for p in outline.closing if p.text.text), default=len(source.text))


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
