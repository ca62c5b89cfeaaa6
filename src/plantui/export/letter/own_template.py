"""An office's own template: its page, styles, head and foot, and the places that it names for the parts of a document.

A place is a plain name in double braces. Nothing in a template is looked up, called or worked out: a name that is not known
is refused. (docxtpl would do the same job by Jinja, whose expressions would have to be locked away first.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from plantui.export.blocks import Document
from plantui.export.form_content import FormContent
from plantui.model.problem import DataError
from plantui.model.system import system_reason
from plantui.words import Words

from .layout import Layout
from .markup import printable
from .paper import Paper

_PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_BROKEN = re.compile(r"\{\{|\}\}|\{%|%\}")
_BODY = "body"
_OTHERS = ("title", "subtitle", "addressee", "signature", "notes")


def paper_for(content: FormContent, bundled: BinaryIO, *, is_compact: bool = False) -> Paper:
    """Return the paper of a form: its own template where it names one, else the bundled one.

    `is_compact` adds the styles for one page where the template lacks some.
    Raises DataError where the template cannot be read.
    """
    path, language = content.form.template, content.words.language
    if not path:
        return Paper(bundled, language)
    try:
        with Path(path).open("rb") as stream:
            return Paper(stream, language, is_compact=is_compact)
    except OSError as error:
        raise DataError("reports.template.unreadable", path=path, reason=system_reason(error)) from error
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise DataError("reports.template.no_document", path=path) from error


def laid_out(paper: Paper, content: FormContent, document: Document) -> Iterator[str]:
    """Return the pieces of a document on its paper, whose named places are filled.

    A template with a place for the body keeps its own text; the notes follow the body where it names no other place for
    them. Without such a place the whole document takes the place of the template's text. Raises DataError for a place
    that is not known, and for a second body.
    """
    layout = Layout(paper, content.words.language)
    places = _fill(paper, content, document) if content.form.template else set()
    if _BODY not in places:
        _clear(paper)
        paper.keep_place()
        return layout.document(document)
    return _body(layout, document, has_notes="notes" in places)


def _body(layout: Layout, document: Document, *, has_notes: bool) -> Iterator[str]:
    yield from layout.blocks(document.blocks)
    if not has_notes:
        yield from layout.notes(document.notes)


def _clear(paper: Paper) -> None:
    """Take the text of a template away, its last section stays."""
    body = paper.file.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)


def _fill(paper: Paper, content: FormContent, document: Document) -> set[str]:
    """Fill the places and return their names."""
    values = {
        "title": document.title,
        "subtitle": document.subtitle,
        "addressee": document.addressee,
        "signature": "\n".join(document.signature),
        "notes": "\n".join(document.notes),
    }
    found: set[str] = set()
    path, words, body = content.form.template, content.words, paper.file.element.body
    for root in _roots(paper):
        for element in list(root.iter(qn("w:p"))):
            names = _names_in(element, path, words)
            if _BODY in names:
                is_alone = _PLACE.fullmatch(_text_of(element).strip()) and element.getparent() is body
                if not is_alone or _BODY in found:
                    raise DataError("reports.template.body", path=path, paragraph=_text_of(element))
                paper.keep_place(element)
                body.remove(element)
            elif names:
                _replace(element, values)
            found.update(names)
    return found


def _roots(paper: Paper) -> Iterator[etree._Element]:
    """Yield the markup of the body, and of each head and foot."""
    yield paper.file.element.body
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    for relation in paper.file.part.rels.values():
        if relation.reltype in kinds:
            yield relation.target_part.element


def _names_in(paragraph: etree._Element, path: str, words: Words) -> list[str]:
    """Return the names of the places in a paragraph. Raises DataError for one that is not known, or is not closed."""
    text = _text_of(paragraph)
    names = _PLACE.findall(text)
    known = (*_OTHERS, _BODY)
    for name in names:
        if name not in known:
            listed = words.listing(list(known))
            raise DataError("reports.template.unknown", path=path, name=name, paragraph=text, names=listed)
    in_runs = "".join(run.text or "" for run in paragraph.findall(qn("w:r")))
    if _BROKEN.search(_PLACE.sub("", text)) or _PLACE.findall(in_runs) != names:
        raise DataError("reports.template.broken", path=path, paragraph=text)
    return names


def _text_of(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _replace(paragraph: etree._Element, values: Mapping[str, str]) -> None:
    """Put values into a paragraph's places, each into the run where its place begins: it may be split over several."""
    runs = paragraph.findall(qn("w:r"))  # python-docx's own elements: their text has line ends and tabs
    pieces = [run.text or "" for run in runs]
    whole = "".join(pieces)
    starts = [sum(map(len, pieces[:at])) for at in range(len(pieces) + 1)]
    for match in reversed(list(_PLACE.finditer(whole))):
        begin = next(at for at in range(len(runs)) if starts[at] <= match.start() < starts[at + 1])
        for at in range(len(runs)):
            first, last = max(match.start(), starts[at]), min(match.end(), starts[at + 1])
            if first < last:
                old = pieces[at]
                kept = old[: first - starts[at]], old[last - starts[at] :]
                pieces[at] = f"{kept[0]}{values[match[1]] if at == begin else ''}{kept[1]}"
    for run, piece in zip(runs, pieces, strict=True):
        if run.text != piece:
            run.text = printable(piece)
