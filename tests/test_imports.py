"""Modules that a start loads, counted in fresh interpreters: a command pays for what it does, and importing does nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import plantui

SOURCE = Path(plantui.__file__).parents[1]

RUN = """
import sys
from plantui.__main__ import main
code = main(sys.argv[2:])
modules = sorted(sys.modules)
import json
with open(sys.argv[1], "w") as file:
    json.dump({"code": code, "modules": modules}, file)
"""

WITHOUT_LXML = """
from importlib.machinery import PathFinder
find = PathFinder.find_spec
def find_others(cls, name, *more):
    return None if name.partition(".")[0] == "lxml" else find(name, *more)
PathFinder.find_spec = classmethod(find_others)
"""
"""What makes an interpreter one in which the extra was not installed."""

IMPORT = """
import importlib, json, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
with open(sys.argv[1], "w") as file:
    json.dump({"modules": sorted(sys.modules)}, file)
"""

IMPORT_ALL = """
import importlib, json, os, pkgutil, sys
touched = []

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if isinstance(path, (str, bytes)) and (writes or not str(path).endswith((".py", ".pyc", ".so"))):
            touched.append([event, os.fsdecode(path), writes])
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "sqlite3.connect", "subprocess.Popen"):
        touched.append([event, repr(arguments), True])

import plantui
names = [module.name for module in pkgutil.walk_packages(plantui.__path__, "plantui.")]
import textual.app, textual.widgets, click, rich.table, sqlite_utils, dateutil.relativedelta, tomli_w, platformdirs
import textual.widgets.text_area, textual.containers, textual.pilot
sys.addaudithook(watch)
for name in names:
    importlib.import_module(name)
with open(sys.argv[1], "w") as file:
    json.dump({"names": names, "touched": touched[:-1] if touched and touched[-1][1] == sys.argv[1] else touched}, file)
"""


def python(tmp_path: Path, program: str, *arguments: str) -> dict[str, object]:
    """Run a program in a fresh interpreter; what it wrote down."""
    answer = tmp_path / "answer.json"
    place = tmp_path / "empty"
    place.mkdir(exist_ok=True)
    paths = [str(SOURCE), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(answer), *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.exists(), done.stderr
    found: dict[str, object] = json.loads(answer.read_text("utf-8"))
    return {**found, "said": done.stderr}


def loaded(found: dict[str, object], *names: str) -> list[str]:
    """Return which of these modules were loaded, or modules inside them."""
    modules = found["modules"]
    assert isinstance(modules, list)
    return [m for m in modules if any(m == name or m.startswith(f"{name}.") for name in names)]


NEVER = ("textual", "plantui.ui", "asyncio", "dateutil")
"""Modules that no command but `browse` loads."""
FOR_WRITING = ("sqlite_utils", "tomli_w", "plantui.store.index.build", "plantui.store.ledger.migrations")
"""Modules that only a command that writes loads."""
FOR_PLANS = (
    "sqlite3",
    "json",
    "plantui.store.index.library",
    "plantui.store.ledger",
    "plantui.query.workspace",
)
"""Modules that a command without plans does not load."""
FOR_LEDGERS = ("plantui.store.ledger", "plantui.query.kept", "plantui.query.packed_reports")
"""Modules that only a ledger that is there needs."""
SLOW = (
    *("platformdirs", "tempfile", "shutil", "random", "locale", "string", "calendar", "dataclasses"),
    *("plantui.cli.helptext", "plantui.cli.vocabulary", "plantui.cli.lookup", "plantui.query.columns"),
)
"""Modules that a list of all tasks has no use for, and that cost half a millisecond or more each, with what they load."""
FOR_OTHER_EXPORTS = (
    *("plantui.model.event", "plantui.model.stages", "plantui.model.roles", "plantui.model.bound"),
    *("plantui.export.past", "plantui.export.changed_sources", "plantui.export.ledger_columns"),
    *("plantui.store.saved_views", "plantui.store.ledger.rescue"),
)
"""Modules that only circulars by stages, saved views, issued forms and definitions of forms need."""
FOR_RULES = ("plantui.documents.patterns", "plantui.documents.place")
"""Modules that only an import needs."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the index of the bundled plans."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PLANTUI_")]:
            patch.delenv(name)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("HOME", str(folder))
        for name in ("DATA", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name))
        found = python(folder, RUN, "list")
    assert found["code"] == 0
    assert loaded(found, *NEVER[:3]) == []
    return folder / "cache"


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["list", "--department", "市发改委", "--year", "2025", "--text", "水"],
        ["plans"],
        ["show", "zhengzhou"],
        ["show", "zhengzhou", "7", "--json"],
        ["stats"],
        ["note", "list"],
        ["export", "-f", "md"],
        ["export", "-f", "csv"],
        ["export", "-f", "json"],
    ],
    ids=" ".join,
)
def test_a_command_that_reads_loads_nothing_for_writing(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """With the index built, plan files are not even parsed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    found = python(tmp_path, RUN, *arguments)

    assert found["code"] == 0
    assert (
        loaded(found, *NEVER, *FOR_WRITING, "rich", "tomllib", "tomli", "hashlib", "plantui.planfile.reader")
        == []
    )


def test_a_list_without_a_ledger_loads_neither_what_reads_one_nor_words_for_options(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    found = python(tmp_path, RUN, "list", "--today", "2026-06-30")

    assert found["code"] == 0
    assert loaded(found, *FOR_LEDGERS, *SLOW) == []


@pytest.mark.parametrize("form", ["md", "csv", "json"])
def test_an_export_loads_the_writer_of_its_own_format(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    writers = {name: f"plantui.export.{module}" for name, module in _TEXT_WRITERS.items()}
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    found = python(tmp_path, RUN, "export", "-f", form)

    assert found["code"] == 0
    assert loaded(found, *writers.values(), "plantui.model.remarks") == [writers[form]]


def test_an_export_of_text_loads_nothing_for_stages_saved_views_and_issued_forms(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    found = python(tmp_path, RUN, "export", "-f", "md")

    assert found["code"] == 0
    assert loaded(found, *FOR_OTHER_EXPORTS) == []


_TEXT_WRITERS = {"md": "markdown", "csv": "csvfile", "json": "jsonfile"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["list", "--help"], 0),
        (["note", "add", "--help"], 0),
        (["import", "--help"], 0),
        (["lst"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_help_loads_no_plans(tmp_path: Path, arguments: list[str], code: int) -> None:
    found = python(tmp_path, RUN, *arguments)

    assert found["code"] == code
    assert loaded(found, *NEVER, *FOR_WRITING, *FOR_PLANS, *FOR_RULES) == []


EXCHANGE_WRITERS = (
    "plantui.exchange.declared",
    *("decimal", "plantui.exchange.content", "plantui.exchange.read_plan", "plantui.model.note"),
    *("plantui.exchange.decidim", "plantui.exchange.iati", "plantui.exchange.mspdi.fields"),
    *("plantui.exchange.mspdi.reading", "plantui.exchange.mspdi.writing"),
    *("plantui.exchange.stratml.reading", "plantui.exchange.stratml.writing", "plantui.exchange.xmlfile"),
)
"""Modules of the formats of other systems that only who reads or writes one of them loads."""
XML_PLAN = (
    "<StrategicPlan><StrategicPlanCore><Goal><Name>井</Name></Goal></StrategicPlanCore></StrategicPlan>"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("行动计划.txt", "一、修复河岸<林带>。市水利局负责。"),
        ("行动计划.html", "<html><p>一、修复河岸林带。市水利局负责。</p></html>"),
    ],
)
@pytest.mark.parametrize("extra", ["", WITHOUT_LXML], ids=["with-extra", "without-extra"])
def test_a_document_with_angles_loads_nothing_of_other_systems(
    tmp_path: Path, name: str, text: str, extra: str
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    found = python(tmp_path, extra + RUN, "import", str(path))

    assert found["code"] == 0
    assert loaded(found, *EXCHANGE_WRITERS, "lxml") == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["exchange"], 0),
        (["export", "-f", "decidim", "--plan", "zhengzhou"], 0),
        (["export", "-f", "stratml", "--plan", "zhengzhou"], 2),
        (["export", "-f", "mspdi", "--plan", "zhengzhou"], 2),
        (["export", "-f", "iati", "--plan", "zhengzhou"], 2),
        (["import", "plan.xml"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_without_its_extra_a_format_is_refused_in_a_sentence(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    """What needs no XML goes on."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "plan.xml").write_text(XML_PLAN, "utf-8")
    found = python(tmp_path, WITHOUT_LXML + RUN, *arguments, "--lang", "en")

    assert found["code"] == code
    if code:
        assert "needs lxml. Install it with: pip install 'plantui[" in str(found["said"])


@pytest.mark.parametrize(
    "arguments", [["config"], ["config", "list"], ["completion", "bash"], ["check"]], ids=" ".join
)
def test_other_commands_load_no_interface(tmp_path: Path, arguments: list[str]) -> None:
    assert loaded(python(tmp_path, RUN, *arguments), *NEVER, *FOR_WRITING) == []


def test_a_note_is_written_without_the_interface(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(built))
    arguments = ["note", "add", "zhengzhou", "7", "--department", "市水利局", "--progress", "开工"]
    found = python(tmp_path, RUN, *arguments)

    assert found["code"] == 0
    assert loaded(found, *NEVER[:3], "rich") == []


def test_the_interface_is_decided_for_without_click(tmp_path: Path) -> None:
    """Without a terminal it is refused, before anything slow is loaded."""
    found = python(tmp_path, RUN, "--today", "2025-01-01")

    assert found["code"] == 2
    assert loaded(found, "click", "textual", "plantui.ui", "sqlite3") == []


def test_the_interface_loads_what_its_first_screen_needs(tmp_path: Path) -> None:
    """Editor, dialogs, palette, ledger and what writes wait until they are asked for. `textual.command` comes with
    Textual's own App, which imports it whatever the app does. Of what writes, the breaking of lines is needed at once."""
    found = python(tmp_path, IMPORT, "plantui.ui.app")
    needed = {"plantui.export", "plantui.export.wrapping"}
    late = (
        *(
            "plantui.model.note",
            "plantui.model.plan",
            "sqlite_utils",
            "dateutil",
            "tomli_w",
            "tomllib",
            "tomli",
            "click",
            "platformdirs.windows",
        ),
        *("plantui.cli", "plantui.export", "plantui.planfile", "plantui.store.index.build"),
        *(
            f"plantui.ui.screens.{name}"
            for name in (
                *("changes", "copying", "exports", "filters", "indicators", "opening", "plans"),
                *("stages", "statistics"),
            )
        ),
        *("plantui.ui.editor", "plantui.ui.dialogs", "plantui.ui.palette", "plantui.ui.keys_page"),
        *("textual.widgets._text_area", "textual.widgets._data_table", "textual.widgets._markdown"),
        *("textual.document", "tree_sitter", "markdown_it", "textual.demo"),
    )

    assert set(loaded(found, *late)) <= needed


def test_the_interface_loads_no_widgets_but_textuals_own(tmp_path: Path) -> None:
    """Nothing of Textual's widgets that Textual's App does not load anyway."""
    bare = set(loaded(python(tmp_path, IMPORT, "textual.app"), "textual.widgets"))
    ours = set(loaded(python(tmp_path, IMPORT, "plantui.ui.app"), "textual.widgets"))

    assert ours - bare == set()


@pytest.mark.parametrize(
    "name", ["plantui", "plantui.model", "plantui.words", "plantui.query", "plantui.cli", "plantui.ui"]
)
def test_a_package_loads_nothing_by_itself(tmp_path: Path, name: str) -> None:
    """Its modules are imported one by one where they are needed."""
    found = python(tmp_path, IMPORT, name)

    assert set(loaded(found, "plantui")) <= {"plantui", name, "plantui.words.catalogue", "plantui.model"} | {
        *("plantui.model.problem", "plantui.model.terms")
    }
    assert loaded(found, "textual", "click", "sqlite3", "platformdirs") == []


def test_importing_touches_no_file(tmp_path: Path) -> None:
    """Not one module reads, makes or changes anything when it is imported; the user's folders stay as they were."""
    found = python(tmp_path, IMPORT_ALL)
    names = found["names"]

    assert isinstance(names, list)
    assert len(names) > 100
    assert found["touched"] == []
    assert list((tmp_path / "empty").iterdir()) == []
    assert not Path(os.environ["HOME"]).exists()
