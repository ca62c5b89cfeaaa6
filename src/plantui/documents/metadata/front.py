"""What a document says about itself, in any language, and the plan's own data made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from plantui.documents.reading import Doubt
from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.model.plan import Place, PlanInfo
from plantui.model.plan import Source as PlanSource
from plantui.model.terms import PlanStatus


class Front(NamedTuple):
    """The front matter."""

    title: str
    """Empty where neither the text nor the file says one."""
    short_title: str
    region: str
    document_number: str | None
    issuer: str | None
    issued: date | str | None
    start_year: int | None
    end_year: int | None
    is_draft: bool
    is_titled: bool
    """False where the text has no title: another name stands for it."""


def year_of(issued: date | str | None) -> int | None:
    """Return the year of a day of issue, of which perhaps only month or year are known."""
    if isinstance(issued, date):
        return issued.year
    return int(issued[:4]) if issued else None


def file_name(source: Source) -> str:
    """Return the name of a document's file without its folders."""
    return source.name.replace("\\", "/").rsplit("/", 1)[-1]


def called(front: Front, source: Source) -> Front:
    """Return the front matter with a title: of a document without one the file's name."""
    stem = PurePath(file_name(source)).stem
    return front._replace(title=front.title or stem, short_title=front.short_title or stem)


def plan_info(
    front: Front, plan_id: str, source: Source, places: Mapping[str, Place], responsible: Sequence[str] = ()
) -> PlanInfo:
    """Return the plan's own data, with the places that are known of them."""
    return PlanInfo(
        id=plan_id,
        title=front.title,
        short_title=front.short_title,
        region=front.region,
        start_year=front.start_year,
        end_year=front.end_year,
        status=PlanStatus.DRAFT if front.is_draft else PlanStatus.IN_FORCE,
        document_number=front.document_number,
        issuer=front.issuer,
        issued=front.issued,
        responsible=tuple(dict.fromkeys(responsible)),
        source=PlanSource(
            file_name(source),
            source.sha256,
            **places,
            with_hidden=source.selection.with_hidden,
            attachment=source.selection.attachment,
        ),
    )


def missing_in(front: Front) -> Iterator[Doubt]:
    """Yield a doubt for each thing that is missing, at the document's beginning.

    A document that says when it was issued says by whom; one that says neither is a bare list, and nothing was overlooked.
    The day of issue is asked for where something counts from it, at that place.
    """
    if not front.is_titled:
        yield Doubt(Span(0, 0), front.title, "documents.doubt.no_title")
    if front.start_year is None:
        yield Doubt(Span(0, 0), "", "documents.doubt.no_years")
    if front.issuer is None and front.issued is not None:
        yield Doubt(Span(0, 0), "", "documents.doubt.no_issuer")
