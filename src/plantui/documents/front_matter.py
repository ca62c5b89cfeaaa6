"""What a document says about itself, where it says so, and the plan's own data made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from pathlib import PurePath

from plantui.documents.fields.departments import DepartmentContext
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.normalize.typography import typeset
from plantui.documents.structure.outline import Outline
from plantui.model.plan import PlanInfo
from plantui.model.plan import Source as PlanSource
from plantui.model.terms import PlanStatus, Role

from .front.front import Front, read_front
from .front.places import front_spans
from .patterns import compiled
from .place import place_at
from .source import Source
from .traced import Span, TracedText

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


def document_of(
    front: Front,
    fixed: Normalized,
    outline: Outline,
    source: Source,
    context: DepartmentContext,
    above_tables: Sequence[TracedText] = (),
) -> PlanSource:
    """The document with the places of the plan's own data."""
    end, close = _front_end(outline, source), _close(outline, source)
    head, closing = (
        TracedText.join(typeset(piece) for line in lines[:_FRONT_LINES] for piece in line.split(_GAP))
        for lines in (
            [*(line.text for line in fixed.kept if line.text.offsets[0] < end), *above_tables],
            _closing_lines(fixed, close),
        )
    )
    spans = front_spans(front, head, closing, source)
    carried = [d.span for d in context.carried if d.role is Role.RESPONSIBLE and d.span.end]
    if carried:
        spans["responsible"] = Span(min(s.start for s in carried), max(s.end for s in carried))
    name = source.name.replace("\\", "/").rsplit("/", 1)[-1]
    places = {field: place_at(source, span) for field, span in spans.items()}
    return PlanSource(name, source.sha256, **places, with_hidden=source.with_hidden)


def title_or_file(front: Front, file: str) -> str:
    """Return the plan's title; of a document without one the file's name, which stands wherever a title must."""
    return front.title or PurePath(file.replace("\\", "/")).stem


def plan_info(front: Front, plan_id: str, document: PlanSource, context: DepartmentContext) -> PlanInfo:
    """The plan's own data."""
    carried = [d.name for d in context.carried if d.role is Role.RESPONSIBLE]
    return PlanInfo(
        id=plan_id,
        title=title_or_file(front, document.file),
        short_title=front.short_title or PurePath(document.file).stem,
        region=front.region,
        start_year=front.start_year,
        end_year=front.end_year,
        status=PlanStatus.DRAFT if front.is_draft else PlanStatus.IN_FORCE,
        document_number=front.document_number,
        issuer=front.issuer,
        issued=front.issued,
        responsible=tuple(dict.fromkeys(carried)),
        source=document,
    )


def _front_end(outline: Outline, source: Source) -> int:
    """Where the plan's first heading stands."""
    first = next((n for n in outline.root.walk() if n.number_text is not None), None)
    return first.number_text.offsets[0] if first and first.number_text else len(source.text)


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
