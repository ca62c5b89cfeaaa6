"""The seeds as scans: their pages at 200 dpi, turned by a degree, with noise. `make ocr` runs this; it takes a quarter of an hour."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy
import pypdfium2
import pytest
from PIL import Image

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.source import MarkKind, Source
from plantui.model.plan import Plan
from tests.support.imported_documents import SEEDS, document, imported, roles
from tests.support.paths import DOCUMENTS

pytestmark = pytest.mark.skipif("PLANTUI_OCR" not in os.environ, reason="make ocr runs it")
_DPI, _DEGREES, _NOISE = 200, 1.0, 8.0
_LEAST_LIKE = 0.6
"""How like the printed line the recognised one is at the least that is not lost."""


def _scanned(name: str) -> bytes:
    """A PDF of pictures of a document's pages."""
    chance = numpy.random.default_rng(len(name))
    pages = []
    with pypdfium2.PdfDocument(DOCUMENTS / "makers" / f"{name}.libreoffice.pdf") as file:
        for page in file:
            picture = page.render(scale=_DPI / 72).to_pil().convert("L")
            turned = numpy.asarray(picture.rotate(_DEGREES, fillcolor=255, resample=Image.Resampling.BICUBIC))
            noisy = turned + chance.normal(0, _NOISE, turned.shape)
            pages.append(Image.fromarray(numpy.clip(noisy, 0, 255).astype(numpy.uint8)))
    scan = io.BytesIO()
    pages[0].save(scan, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, quality=60)
    return scan.getvalue()


def _departments(plan: Plan) -> set[tuple[str, str, str]]:
    return {
        (task.id, role, name) for task in plan.tasks for role, names in roles(task).items() for name in names
    }


def _dates(plan: Plan) -> set[tuple[str, str]]:
    return {(task.id, str(deadline.due)) for task in plan.tasks for deadline in task.deadlines}


def _lost(name: str, scan: Source) -> Iterator[str]:
    """Yield the printed lines of which nothing was recognised."""
    printed = read_source(DOCUMENTS / "makers" / f"{name}.libreoffice.pdf")
    found = "".join(scan.text.split())
    for line in printed.text.split("\n"):
        words = "".join(line.split())
        at = 0
        for start in range(0, len(words), 20):
            piece = words[start : start + 20]
            if len(piece) < 8 or piece in found:
                continue
            window = found[max(0, at) :]
            match = SequenceMatcher(None, window, piece, autojunk=False).find_longest_match()
            if match.size < _LEAST_LIKE * len(piece) / 2:
                yield piece


@pytest.mark.parametrize("name", SEEDS)
def test_a_scanned_seed(name: str) -> None:
    source = read_source(_scanned(name), f"{name}.pdf")
    made, expected = import_document(source).plan, imported(document(name)).plan

    for what, read, right, least in (
        ("departments", _departments(made), _departments(expected), 0.98),
        ("dates", _dates(made), _dates(expected), 0.99),
    ):
        every = len(read) + len(right)
        share = 2 * len(read & right) / every if every else 1.0  # one plan names no department
        sys.stdout.write(f"{name}: {what} {share:.3f}\n")
        assert share >= least, (what, sorted(right ^ read)[:10])
    told = sum(mark.kind is MarkKind.UNREAD_LINE for mark in source.marks)
    lost = [*_lost(name, source)]
    sys.stdout.write(f"{name}: {len(lost)} lost, {told} told, {len(source.marks)} marks\n")
    assert len(lost) <= told, lost
