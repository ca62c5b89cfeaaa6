"""Imports point down only, as docs/architecture.md draws the layers, and never in a circle; also late imports and those
for types."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.support.paths import DOCS, PACKAGE, ROOT

ROOT_LAYER = frozenset({"plantui"})
"""The package itself, which has only the version."""
MODEL = ROOT_LAYER | {"model"}
STORE = MODEL | {"planfile", "store"}
QUERY = STORE | {"query"}
EXCHANGE = MODEL | {"words", "exchange"}
EXPORT = QUERY | EXCHANGE | {"export"}
DOCUMENTS = MODEL | {"documents"}
MAY_IMPORT = {
    "plantui": frozenset(),
    "model": MODEL,
    "words": MODEL | {"words"},
    "planfile": MODEL | {"planfile", "words"},
    "store": STORE,
    "query": QUERY,
    "exchange": EXCHANGE,
    "export": EXPORT,
    "documents": DOCUMENTS,
    "readback": EXPORT | {"documents", "readback"},
    "cli": EXPORT | {"documents", "readback", "cli"},
    "ui": EXPORT | {"documents", "readback", "ui"},
    "__main__": ROOT_LAYER | {"model", "cli"},
}
"""Layers that each layer may know, itself included."""

FOREIGN = {
    "plantui": frozenset(),
    "model": frozenset(),
    "words": frozenset(),
    "planfile": frozenset({"tomli", "tomli_w", "dateutil", "platformdirs"}),
    "store": frozenset({"sqlite_utils", "tomli_w", "dateutil"}),
    "query": frozenset(),
    "documents": frozenset(
        {
            *("PIL", "cv2", "numpy", "pypdfium2", "rapidocr"),
            *("dateutil", "defusedxml", "lxml", "opencc", "openpyxl", "pdfplumber", "pypdf", "xlrd"),
        }
    ),
    "exchange": frozenset({"lxml"}),
    "export": frozenset({"docx", "icalendar", "lxml", "rich", "xlsxwriter"}),
    "readback": frozenset({"openpyxl"}),
    "cli": frozenset({"click", "rich"}),
    "ui": frozenset({"textual", "rich"}),
    "__main__": frozenset(),
}
"""Libraries that each layer may use."""

NO_CIRCLES = sorted(set(MAY_IMPORT) - {"plantui", "__main__"})
"""The packages inside which nothing imports in a circle."""

STAGES = (
    (
        "rule",
        "needed",
        "patterns",
        "traced",
        "source",
        "period",
        "field_kind",
        "reading",
        "imported",
        "progress",
        "lexicon",
    ),
    ("formats",),
    ("languages",),
    ("tokens",),
    ("normalize", "traditional"),
    ("tables",),
    ("structure",),
    ("place",),
    ("fields",),
    ("tasks", "metadata"),
    ("assemble", "account"),
    ("readers",),
    ("overview",),
    ("importer",),
    ("doubt_kinds", "quoting", "explaining", "comparing", "revision", "review"),
    ("reference",),
)
"""The stages of the import, from left to right: what all stages speak of, then read, languages, single words, normalize,
tables, structure, fields and metadata, assemble, importer, and what is done with an import. Parts of one stage may know each
other, and every part knows those to its left."""

STARTS_THE_INTERFACE = frozenset({"cli/browse.py", "cli/import_document.py"})
"""The places of the command line that import the interface, inside a function: to browse, and to review an import."""


@dataclass(frozen=True)
class Import:
    """An import of a file."""

    file: str
    line: int
    target: str
    """The module, absolute; for `from package import name` with the name."""
    is_late: bool

    @property
    def layer(self) -> str:
        """The layer that imports."""
        return _layer(self.file.removesuffix(".py").split("/"))

    @property
    def target_layer(self) -> str | None:
        """The layer imported, None for what is not of plantui."""
        first, *rest = self.target.split(".")
        return _layer(rest) if first == "plantui" else None

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.target}"


def _layer(parts: list[str]) -> str:
    known = [*parts, "plantui"][0]
    return known if known in MAY_IMPORT else "plantui"


@cache
def imports() -> tuple[Import, ...]:
    """Every import of the source."""
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple(found for path in files for found in imports_of(path))


def imports_of(path: Path) -> Iterator[Import]:
    """The imports of one file."""
    file = path.relative_to(PACKAGE).as_posix()
    package = ["plantui", *path.relative_to(PACKAGE).parts[:-1]]
    yield from _imports(ast.parse(path.read_text("utf-8")), file, package, is_late=False)


def _imports(node: ast.AST, file: str, package: list[str], *, is_late: bool) -> Iterator[Import]:
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        for target in _targets(child, package):
            yield Import(file, getattr(child, "lineno", 0), target, is_late or is_function)
        yield from _imports(child, file, package, is_late=is_late or is_function)


def _targets(node: ast.AST, package: list[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if isinstance(node, ast.ImportFrom):
        base = package[: len(package) - node.level + 1] if node.level else []
        module = ".".join([*base, *([node.module] if node.module else [])])
        return [f"{module}.{name.name}" for name in node.names]
    if (
        isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module"
    ):
        return [_dynamic(node, package)]
    return []


def _dynamic(call: ast.Call, package: list[str]) -> str:
    """Return the module that `import_module` is given: the fixed beginning of an f-string, or a name of this very package."""
    written = call.args[0]
    first = written.values[0] if isinstance(written, ast.JoinedStr) else written
    text = str(first.value) if isinstance(first, ast.Constant) else ""
    return text if text.startswith("plantui") else ".".join([*package, "?"])


def test_every_layer_is_known() -> None:
    """A new package must find its place here and in docs/architecture.md."""
    found = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}

    assert found == set(MAY_IMPORT) - {"plantui", "__main__"}


def test_the_architecture_page_has_the_same_layers() -> None:
    page = (DOCS / "architecture.md").read_text("utf-8")
    drawn = page.partition("## Layers")[2].partition("```\n")[2].partition("```")[0]

    assert {line.split()[0] for line in drawn.splitlines()} == set(MAY_IMPORT) - {"plantui"}


def test_imports_point_down_only() -> None:
    wrong = [
        str(one)
        for one in imports()
        if one.target_layer is not None
        and one.target_layer not in MAY_IMPORT[one.layer]
        and not (one.file in STARTS_THE_INTERFACE and one.target_layer == "ui")
    ]

    assert len(imports()) > 300
    assert wrong == []


def test_the_command_line_starts_the_interface_late_and_in_two_places() -> None:
    found = [one for one in imports() if one.layer == "cli" and one.target_layer == "ui"]

    assert {one.file for one in found} == STARTS_THE_INTERFACE
    assert all(one.is_late for one in found)


def test_the_start_imports_what_it_decides_for_late() -> None:
    early = [
        str(one) for one in imports() if one.layer == "__main__" and not one.is_late and one.target_layer
    ]

    assert [one for one in early if "cli.startup" not in one] == []


@cache
def modules() -> frozenset[str]:
    """Every module and package of the source, without `plantui.` in front; a package is named by its folder."""
    files = (path.relative_to(PACKAGE).with_suffix("").parts for path in PACKAGE.rglob("*.py"))
    return frozenset(".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in files)


def _module_of(target: str) -> str | None:
    """Return the module that an import loads, None where it is not of plantui.

    A module imported under a computed name is a table of texts or a reader of one form: it is none of these.
    """
    name = target.removeprefix("plantui.")
    if name == target or name.endswith((".", "?")):
        return None
    return name if name in modules() else name.rpartition(".")[0]


def _graph(package: str) -> dict[str, set[str]]:
    """Return what the files and packages directly inside a package import of each other.

    A package among them stands for all that is in it; the package's own `__init__` is one of its files.
    """
    graph: dict[str, set[str]] = {}
    for one in imports():
        here = one.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        there = _module_of(one.target)
        ends = [_part_of(package, name) for name in (here, there) if name is not None]
        if len(ends) == 2 and None not in ends and ends[0] != ends[1]:
            graph.setdefault(str(ends[0]), set()).add(str(ends[1]))
    return graph


def _part_of(package: str, module: str) -> str | None:
    """Return the part of a package in which a module lies, None where it lies elsewhere."""
    if module == package:
        return f"{package}.__init__"
    inside = module.removeprefix(f"{package}.")
    return None if inside == module else f"{package}.{inside.partition('.')[0]}"


def circles(graph: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """Return the groups in which each part reaches each other one."""
    reached = {start: _reached(graph, start) for start in graph}
    groups = {
        frozenset(other for other in found if start in reached.get(other, ()))
        for start, found in reached.items()
    }
    return groups - {frozenset()}


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = [*graph.get(start, ())]
    while ahead:
        part = ahead.pop()
        if part not in found:
            found.add(part)
            ahead += graph.get(part, ())
    return found


def test_no_circles_inside_a_layer() -> None:
    """Neither files nor packages import each other in a circle, late imports and those for types counted as well."""
    folders = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    packages = [name.replace("/", ".") for name in folders if name.partition("/")[0] in NO_CIRCLES]
    found = {circle for package in packages for circle in circles(_graph(package))}

    assert len(packages) > 10
    assert found == set()


def test_every_part_of_the_import_is_a_stage() -> None:
    """A new part of `documents` must find its place in the order."""
    parts = {name.split(".")[1] for name in modules() if name.startswith("documents.")}

    assert parts <= {part for stage in STAGES for part in stage}


def test_stages_import_to_the_left_only() -> None:
    order = {f"documents.{part}": rank for rank, stage in enumerate(STAGES) for part in stage}
    found = {
        (part.removeprefix("documents."), other.removeprefix("documents."))
        for part, others in _graph("documents").items()
        for other in others
        if part in order and other in order and order[part] < order[other]
    }

    assert len(order) > 20
    assert found == set()


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}}, set()),
        ({"a": {"b"}, "b": {"a"}}, {"ab"}),
        ({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}}, {"bc"}),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a", "e"}, "e": {"d"}}, {"abc", "de"}),
    ],
    ids=["none", "two", "behind", "several"],
)
def test_no_circle_is_overlooked(graph: Mapping[str, set[str]], expected: set[str]) -> None:
    assert circles(graph) == {frozenset(names) for names in expected}


@pytest.mark.parametrize(
    ("package", "module", "expected"),
    [
        ("ui", "ui.app", "ui.app"),
        ("ui", "ui.screens.main", "ui.screens"),
        ("ui", "ui", "ui.__init__"),
        ("ui", "uis.app", None),
        ("ui.screens", "ui.app", None),
    ],
)
def test_parts_of_a_package(package: str, module: str, expected: str | None) -> None:
    assert _part_of(package, module) == expected


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_libraries(layer: str) -> None:
    """Only the interface knows Textual, only the command line click, only the store sqlite-utils."""
    wrong = [
        str(one)
        for one in imports()
        if one.layer == layer
        and (name := one.target.partition(".")[0]) not in FOREIGN[layer] | {"plantui", "__future__"}
        and name not in sys.stdlib_module_names
    ]

    assert wrong == []


def test_every_dependency_is_used_and_declared() -> None:
    """What nobody imports is installed for nothing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = project["dependencies"] + extras["import"] + extras["reports"] + extras["ocr"]
    modules = {"python-dateutil": "dateutil", "python-docx": "docx", "XlsxWriter": "xlsxwriter"}
    names = [re.split(r"[<>=!~ ;\[]", text, maxsplit=1)[0] for text in declared]
    unseen = {
        "defusedxml",
        "tzdata",
        "onnxruntime",
        "plantui",
    }  # openpyxl reads XML, zoneinfo its zones, rapidocr its models through it as soon as it is there
    brought = {"PIL", "cv2", "numpy", "pypdfium2"}
    """What rapidocr and pdfplumber cannot do without."""
    expected = {modules.get(name, name.replace("-", "_")) for name in names} - unseen | brought

    used = {one.target.partition(".")[0] for one in imports()} - sys.stdlib_module_names - {"plantui"}
    assert used | {"xlsxwriter"} == expected
    assert used == expected


def test_the_model_does_nothing() -> None:
    """No input or output, no clock: it imports nothing that could."""
    doing = {
        "os",
        "io",
        "pathlib",
        "sqlite3",
        "time",
        "tempfile",
        "shutil",
        "subprocess",
        "socket",
        "sys",
        "random",
    }

    assert [
        str(one) for one in imports() if one.layer == "model" and one.target.partition(".")[0] in doing
    ] == []


@pytest.mark.parametrize("layer", ["model", "planfile", "store", "query", "exchange", "export", "ui"])
def test_the_clock_is_read_in_few_places(layer: str) -> None:
    """The as-of day is handed down; only the ledger stamps what it writes with the moment."""
    calls = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
        for path in sorted((PACKAGE / layer).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("date", "datetime")
    ]

    assert {call.partition(":")[0] for call in calls} <= {"store/ledger/ledger.py", "store/ledger/records.py"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import plantui.ui.app", ["plantui.ui.app"]),
        ("from plantui.ui import app", ["plantui.ui.app"]),
        ("from . import bits", ["plantui.store.index.bits"]),
        ("from ..ledger import x", ["plantui.store.ledger.x"]),
        ("from ... import ui", ["plantui.ui"]),
        ("def f():\n    from plantui import ui", ["plantui.ui"]),
        ("if TYPE_CHECKING:\n    import plantui.cli", ["plantui.cli"]),
        (
            "class A:\n    try:\n        import textual.app\n    except ImportError:\n        pass",
            ["textual.app"],
        ),
        ("async def f():\n    import_module(f'plantui.ui.{x}')", ["plantui.ui."]),
    ],
)
def test_no_import_is_overlooked(text: str, expected: list[str]) -> None:
    found = list(_imports(ast.parse(text), "store/index/x.py", ["plantui", "store", "index"], is_late=False))

    assert [one.target for one in found] == expected
    assert found[0].is_late == text.startswith(("def", "async"))
