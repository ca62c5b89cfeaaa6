"""Measures the import of documents: a usual one against bare imports, a very long one for its growth, both against an
earlier build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from .commands import run_seconds
from .figures import Figure, ratio
from .setup import BEFORE, CHECKOUT, Setup

_DOCUMENT = CHECKOUT / "plans" / "zhengzhou-2023-2025.txt"
_USUAL = 20_000
_THIRTY_PAGES = 13_300
"""Characters of 30 pages in the usual size."""
_OWN_WORK = 0.150
"""Seconds of the importer's own work that a usual document may take beside three times the bare imports."""
_TASK = re.compile(r"\d{1,2}\s?[.．]\s*(?=\D)")
_SECTION = re.compile(r"（[一二三四五六七八九十]+）")
_CLAUSE = re.compile(r"([^局委办府会：，。；、]{3})([^局委办府会：，。；、]{4,})(?=[，。；、]|$)")
"""A clause that names nobody, where it is parted for a name of its own."""
_NAMES = (
    "东南西北春夏秋冬梅兰竹菊松柏杨柳江河湖海山川溪谷金银铜铁日星云雨风霜雪露红黄蓝绿青紫橙白龙凤虎鹤鹿马牛羊"
)
_LONG = (500_000, 2_000_000)
_SCAN = CHECKOUT / "tests" / "data" / "documents" / "scans" / "river-plan.pdf"
_ENGINE = """
import sys, numpy, pypdfium2
from rapidocr import RapidOCR
engine = RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": 6000, "Det.limit_side_len": 960})
for page in pypdfium2.PdfDocument(sys.argv[1]):
    engine(numpy.array(page.render(scale=200 / 72).to_pil().convert("L")), use_cls=False)
"""


def documents(setup: Setup) -> Iterator[Figure]:
    """`plantui import` of a document of 20,000 characters, and how the time grows with the length."""
    text = _DOCUMENT.read_text("utf-8")
    bare = [str(setup.python), "-c", "import re, tomllib"]
    environ = setup.environ("import", large=False)
    usual = setup.folder / "usual.txt"
    usual.write_text(_of_length(text, _USUAL), "utf-8")
    pairs = []
    for run in range(setup.runs + 1):
        command = [setup.plantui, "import", str(usual), "--json"]
        pair = run_seconds(command, environ, setup.folder), run_seconds(bare, environ, setup.folder)
        if run:
            pairs.append(pair)
    ours, theirs = (median(seconds) for seconds in zip(*pairs, strict=True))
    detail = f"3 × {theirs * 1000:.0f} ms and 150 ms allowed"
    budget = (3 * theirs + _OWN_WORK) * 1000
    yield Figure(f"import of {_USUAL:,} characters", ours * 1000, "ms", budget, detail)
    if before := setup.before():
        for what, file, budget in (
            ("20,000", usual, 0.8),
            ("2,000,000", _long_file(setup, text, _LONG[1]), 0.5),
        ):
            yield _against_before(
                setup, before, f"import of {what} characters / of build {BEFORE}", file, budget
            )
    yield _page_description(setup, text)
    yield _scan(setup)
    short, long = (_long_import(setup, text, length) for length in _LONG)
    growth = (long / short) / (_LONG[1] / _LONG[0])
    yield Figure("import of 2,000,000 characters / four times 500,000", growth, "x", 1.5, f"{long:.1f} s")


def _against_before(setup: Setup, before: Setup, what: str, file: Path, budget: float) -> Figure:
    """Measure what an import takes beside `--help`, in turn with an earlier build that has kept its expressions."""

    def own_seconds(build: Setup) -> float:
        environ = build.environ("import", large=False)
        asked, helped = (
            run_seconds([build.plantui, "import", *words], environ, build.folder)
            for words in ((str(file), "--json"), ("--help",))
        )
        return asked - helped

    pairs = [(own_seconds(setup), own_seconds(before)) for _ in range(setup.runs + 1)][1:]
    return ratio(what, pairs, budget)


def _page_description(setup: Setup, text: str) -> Figure:
    """An OFD of 30 pages against the same words as text, in turn."""
    from tests.support.ofd_files import ofd_of

    lines = [line.strip() for line in _of_length(text, _THIRTY_PAGES).splitlines() if line.strip()]
    plain, printed = setup.folder / "pages.txt", setup.folder / "pages.ofd"
    plain.write_text("\n".join(lines), "utf-8")
    printed.write_bytes(ofd_of(lines))
    environ = setup.environ("import", large=False)
    seconds = [
        [
            run_seconds([setup.plantui, "import", str(file), "--json"], environ, setup.folder)
            for file in (plain, printed)
        ]
        for _ in range(setup.runs + 1)
    ][1:]
    as_text, as_pages = (median(each) for each in zip(*seconds, strict=True))
    detail = f"{as_pages * 1000:.0f} ms, as text {as_text * 1000:.0f} ms"
    return Figure("import of an OFD of 30 pages / its text", as_pages / as_text, "x", 2.0, detail)


def _scan(setup: Setup) -> Figure:
    """A scan of two pages against the engine alone, which renders them and recognises their lines, in turn."""
    alone = [str(setup.python), "-c", _ENGINE, str(_SCAN)]
    environ = setup.environ("import", large=False)
    pairs = [
        (
            run_seconds([setup.plantui, "import", str(_SCAN), "--json"], environ, setup.folder),
            run_seconds(alone, environ, setup.folder),
        )
        for _ in range(setup.runs + 1)
    ][1:]
    return ratio("import of a scan of 2 pages / the engine alone", pairs, 1.1)


def _name(number: int) -> str:
    """Return three characters that no other number below 125,000 has."""
    return "".join(_NAMES[number // 50**place % 50] for place in (2, 1, 0))


def _of_length(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def _long_import(setup: Setup, text: str, length: int) -> float:
    """Seconds for one long document."""
    document = _long_file(setup, text, length)
    begun = perf_counter()
    run_seconds(
        [setup.plantui, "import", str(document), "--json"], setup.environ("import", large=False), setup.folder
    )
    return perf_counter() - begun


def _long_file(setup: Setup, text: str, length: int) -> Path:
    document = setup.folder / f"long-{length}.txt"
    document.write_text(_long_document(text, length), "utf-8")
    return document


def _long_document(text: str, length: int) -> str:
    """A plan of this length: the tasks of the document again and again, numbered through, no sentence of them twice."""
    lines = text.splitlines()
    first = next(index for index, line in enumerate(lines) if _TASK.match(line))
    last = next(index for index, line in enumerate(lines) if index > first and line.startswith("四、"))
    head, tasks = "\n".join(lines[:first]), [line for line in lines[first:last] if not _SECTION.match(line)]
    parts, size, number, batch = [head], len(head), 0, 0
    clauses = count()
    while size < length:
        batch += 1
        for line in tasks:
            task = _TASK.match(line)
            if task:
                number += 1
                line = f"{number}．第{batch}片区{line[task.end() :]}"
            parts.append(_CLAUSE.sub(lambda clause: clause[1] + _name(next(clauses)) + clause[2], line))
            size += len(parts[-1]) + 1
    return "\n".join(parts)[:length]
