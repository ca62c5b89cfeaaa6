"""The program as a process: languages, help, documentation, pipes, what it imports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantui import __version__
from plantui.cli.app import root
from plantui.cli.command import leading_options
from plantui.cli.quick import quick_values
from plantui.cli.reference import commands, page
from plantui.cli.startup import Startup, startup_of
from plantui.cli.values import Values
from plantui.model.terms import Language
from plantui.words import Words
from plantui.words.cli import ENTRIES
from tests.support.cli_home import Home
from tests.support.paths import DOCS, PACKAGE, SOURCE

PAGE = DOCS / "command-line.md"


def _paths() -> Iterator[tuple[str, ...]]:
    return (path for path, _ in commands(root(Startup(Words(Language.EN), {}))))


@pytest.mark.parametrize("path", list(_paths()), ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help_with_an_example(tmp_path: Path, path: tuple[str, ...], language: str) -> None:
    """In both languages, within 80 cells but for the examples."""
    result = Home(tmp_path).run(*path[1:], "--help", "--lang", language)
    examples = "示例：" if language == "zh" else "Examples:"

    assert result.code == 0
    assert examples in result.out
    assert " ".join(path[:2]) in result.out.partition(examples)[2]
    assert ("用法：" in result.out) == (language == "zh")
    assert "[required]" not in result.out


@pytest.mark.parametrize(("language", "word"), [("zh", "（必填）"), ("en", "(required)")])
def test_an_option_that_is_required_says_so_once(tmp_path: Path, language: str, word: str) -> None:
    """Whether the program or click asks for it: `--by`, `--status` and `--finding` of an assessment."""
    options = Home(tmp_path).run("note", "assess", "--help", "--lang", language).out

    assert options.count(word) == 3
    assert "in_progress" in options
    assert "default in_progress" not in options
    assert "默认 in_progress" not in options


def test_page_is_up_to_date() -> None:
    """docs/command-line.md documents every command as it is; `make docs` writes it again."""
    text = PAGE.read_text(encoding="utf-8")

    assert page(text) == text
    assert all(f"# `{' '.join(path)}`\n" in text for path in _paths())


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ([], {}, "en"),
        ([], {"PLANTUI_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        (["list", "--lang=en"], {"PLANTUI_LANG": "zh"}, "en"),
        (["--lang", "zh", "list"], {"LANG": "C"}, "zh"),
    ],
)
def test_language(tmp_path: Path, arguments: list[str], environ: dict[str, str], language: str) -> None:
    """--lang, then PLANTUI_LANG, then the settings, then the locale."""
    startup = startup_of(arguments, {"PLANTUI_CONFIG": str(tmp_path / "none.toml"), **environ})

    assert startup.words.language.value == language


def test_usage_errors_speak_the_language(tmp_path: Path) -> None:
    """click's own errors too."""
    home = Home(tmp_path, PLANTUI_LANG="zh")

    assert home.run("list", "--colour").err.startswith("没有选项 --colour")
    assert home.run("show").err.startswith("缺少 PLAN")
    assert home.run("lsit").err.startswith("没有命令“lsit”")
    assert home.run("list", "more").err.startswith("多了“more”")


def test_interface_needs_a_terminal(tmp_path: Path) -> None:
    """Exit code 2 and the command that does not."""
    home = Home(tmp_path)

    for arguments in ([], ["browse"], ["--year", "2025"]):
        result = home.run(*arguments)
        assert result.code == 2
        assert "plantui list" in result.err


def test_version(tmp_path: Path) -> None:
    """On stdout."""
    assert Home(tmp_path).run("--version").out == f"plantui {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        ([], {"plans": ()}),
        (["browse", "--db", "x"], {"plans": (), "db": "x"}),
        (
            ["--plans=a", "--plans", "b", "--today", "2025-01-01"],
            {"plans": ("a", "b"), "today": "2025-01-01"},
        ),
        (["--year", "2025"], None),
        (["list"], None),
        (["--db"], None),
        (["--help"], None),
    ],
)
def test_quick_start(arguments: list[str], values: dict[str, object] | None) -> None:
    """Only what needs no click is taken by the quick way."""
    found = quick_values(arguments)

    assert (found is None) == (values is None)
    if found is not None and values is not None:
        assert found.texts("plans") == values["plans"]
        assert [found.optional(name) for name in ("db", "today")] == [
            values.get(name) for name in ("db", "today")
        ]


def test_values_are_what_the_command_line_gave() -> None:
    values = Values({"plan": ("a", "b"), "task": None, "all": True, "text": "x"})

    assert values.texts("plan") == ("a", "b")
    assert (values.optional("task"), values.optional("not asked for")) == (None, None)
    assert (values.flag("all"), values.flag("not asked for")) == (True, False)
    assert values.text("text") == "x"
    with pytest.raises(TypeError):
        values.text("plan")


def test_leading_options() -> None:
    """Options take their values along; flags do not."""
    assert leading_options(["--db", "x", "--json", "list", "--db", "y"]) == ["--db", "x", "--json"]
    assert leading_options(["--db=x", "list"]) == ["--db=x"]
    assert leading_options(["-o", "-", "export"]) == ["-o", "-"]


def test_every_message_is_in_the_catalogue() -> None:
    """The keys written out in the source exist, and none of the catalogue's is without use."""
    elsewhere = [PACKAGE / "store" / "settings.py", PACKAGE / "store" / "index" / "damage.py"]
    files = [*(PACKAGE / "cli").rglob("*.py"), *elsewhere]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    known = {f"cli.{key}" for key in ENTRIES}
    written = {key for key in re.findall(r'"(cli\.[a-z_.]+)"', source) if key != "cli.unknown"}
    composed = ("cli.unknown_", "cli.stats.by.", "cli.stats.", "cli.show.", "cli.note.", "cli.lookalike.")

    assert written <= known
    assert {key for key in known - written if not key.startswith(composed)} == set()


def test_damaged_index_is_made_again(tmp_path: Path) -> None:
    """It is a cache: one sentence beside the answer, and the next call has no more to say."""
    home = Home(tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert home.run("list").code == 0
    (index,) = (tmp_path / "cache" / "plantui").glob("index-*.db")
    content = bytearray(index.read_bytes())
    content[8 * 4096 :] = b"\xee" * (len(content) - 8 * 4096)
    index.write_bytes(content)
    first, second = home.run("list", "--json"), home.run("list", "--json")

    assert (first.code, second.code) == (0, 0)
    assert "was damaged; it has been made again" in first.err
    assert "index" not in second.err
    assert first.out == second.out
    assert len(second.data) == 140


def _process(home: Home, script: str) -> subprocess.CompletedProcess[str]:
    environ = {**home.environ, "PYTHONPATH": str(SOURCE), "PY": sys.executable}
    return subprocess.run(
        ["bash", "-c", script],
        cwd=home.folder,
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("reader", ["head -1", "true"])
@pytest.mark.parametrize("command", ["list", "list --json", "export", "show zhengzhou", "--help"])
def test_reader_that_leaves_is_no_error(tmp_path: Path, command: str, reader: str) -> None:
    """`plantui list | head` ends quietly with 0."""
    done = _process(
        Home(tmp_path), f'"$PY" -m plantui {command} 2>err.txt | {reader}; echo "${{PIPESTATUS[0]}}"'
    )

    assert done.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in (tmp_path / "err.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", ["['--help']", "['list']", "['list', '--json']", "['plans']", "['stats']"]
)
def test_reading_commands_import_little(tmp_path: Path, command: str) -> None:
    """Neither Textual nor sqlite_utils, once the index is there."""
    home = Home(tmp_path)
    assert home.run("list").code == 0
    code = (
        "import sys; from plantui.__main__ import main; "
        f"assert main({command}) == 0; "
        "heavy = {'textual', 'sqlite_utils', 'importlib.metadata', 'rich.table', 'asyncio'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**home.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
