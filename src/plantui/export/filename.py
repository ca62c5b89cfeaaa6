"""Names that exports are offered under (which plan, whose tasks, which month), and the forms that endings stand for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light
from plantui.model.text import TURNING_CLASS
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.views import View
from plantui.words import Words
from plantui.words.phrases import term

from .formats import OWN_FORMATS, FileFormat, Format, SubmissionFormat
from .heading import Heading
from .phrasing import choice_text

if TYPE_CHECKING:
    from plantui.model.period import Period

_NO_FILE_NAME = re.compile(rf'[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff{TURNING_CLASS}/\\:*?"<>|]+')
_LONGEST_TITLE, _LONGEST_PART, _LONGEST = 120, 60, 200
"""Bytes of the plan's title, of each other part, and of both: 255 are the most that a file system takes of the whole."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.)", re.IGNORECASE)
"""Names that Windows takes for a device, whatever follows behind the point."""


def suggested_name(heading: Heading, form: Format, words: Words, kind: str = "") -> str:
    """Return a file name that says which plans, whose tasks and which month: `某市行动计划-市工信局-2024-06.md`.

    Other selections have other names: what does not fit into the name is told apart by a checksum. `kind` names
    what stands in the file where it is not the summary.
    """
    whole = _file_text(_title(heading, words))
    title = _cut(whole, _LONGEST_TITLE)
    is_whole = title == whole
    parts = [title.strip("._- ") or heading.plans[0].id, _file_text(kind)]
    for part, says_all in _parts(heading, words):
        clean = _cut(_file_text(part), _LONGEST_PART)
        parts.append(clean)
        is_whole = is_whole and says_all and clean == part
    stem = "-".join(part for part in parts if part)
    if len(stem.encode()) > _LONGEST:
        stem, is_whole = _cut(stem, _LONGEST).strip("._- "), False
    if not is_whole:
        chosen = repr((heading.filter, heading.view.value, sorted(heading.marked)))
        stem += f"-{zlib.crc32(chosen.encode(errors='replace')):08x}"
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    return f"{stem}-{heading.as_of:%Y-%m}.{form.suffix}"


def submission_name(department: DepartmentRef, period: Period) -> str:
    """Return the file name of a submission, which says the department and the period: `市水利局-2024-06.plantui`."""
    stem = f"{_cut(_file_text(department.name), _LONGEST_PART)}-{_file_text(period.name)}"
    return f"{'_' if _DEVICE.match(f'{stem}.') else ''}{stem}.{SubmissionFormat.SUBMISSION.value}"


def form_name(heading: Heading, title: str, department: DepartmentRef, form: Format) -> str:
    """Return the file name of a department's letter, which says the form, the department and the month."""
    whole = str(department).replace("/", "") if heading.several_regions else department.name
    name = _cut(_file_text(whole), _LONGEST_PART)
    if name != whole:
        name += f"-{zlib.crc32(whole.encode(errors='replace')):08x}"
    stem = f"{_cut(_file_text(title), _LONGEST_PART)}-{name}"
    return f"{'_' if _DEVICE.match(f'{stem}.') else ''}{stem}-{heading.as_of:%Y-%m}.{form.suffix}"


def form_of_name(path: Path) -> Format | None:
    """Return the form that a file's ending stands for, None for any other ending and for none.

    Formats of other systems have endings that say nothing: .xml, .csv.
    """
    return {f".{form.suffix}": form for form in OWN_FORMATS}.get(path.suffix.lower())


def any_form_of_name(path: Path) -> FileFormat | None:
    """Return the form of a summary or a submission that a file's ending stands for, None for any other ending."""
    is_submission = path.suffix.lower() == f".{SubmissionFormat.SUBMISSION.value}"
    return SubmissionFormat.SUBMISSION if is_submission else form_of_name(path)


def _title(heading: Heading, words: Words) -> str:
    if len(heading.plans) == 1:
        title = heading.plans[0].short_title or heading.plans[0].title
    else:
        title = words("export.file.several", count=len(heading.plans))
    return words("export.demo.title", title=title) if heading.is_demo else title


def _parts(heading: Heading, words: Words) -> Iterator[tuple[str, bool]]:
    """Yield what was chosen besides the plan, as (text, whether the text says all of it)."""
    chosen = heading.filter
    if len(chosen.plans) > 1:
        yield "", False
    if heading.marked:
        yield words("export.file.marked", count=heading.count), False
    if heading.view is not View.TREE and not (heading.view is View.MINE and chosen.departments):
        yield words(f"screen.view.{heading.view.value}"), True
    for part in chosen.parts:
        yield from _choices(heading, words, part if part is chosen else part._replace(role=None))


def _choices(heading: Heading, words: Words, chosen: Filter) -> Iterator[tuple[str, bool]]:
    for facet in Facet:
        values = chosen.chosen(facet)
        if not values or facet is Facet.PLAN:
            continue
        first = _choice(heading, words, facet, values[0])
        if len(values) == 1:
            yield first, True
        else:
            yield words("export.file.and_others", first=first, count=len(values)), False


def _choice(heading: Heading, words: Words, facet: Facet, value: Choice) -> str:
    if isinstance(value, DepartmentRef):
        return str(value).replace("/", "") if heading.several_regions else value.name
    # What a light stands for by the rules is said inside the file.
    return term(words, value) if isinstance(value, Light) else choice_text(words, heading, facet, value)


def _file_text(text: str) -> str:
    return _NO_FILE_NAME.sub("_", text)


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text that has at most so many bytes."""
    return text.encode()[:most].decode(errors="ignore")
