"""The guide: its commands run, its pictures are those of the program, and both READMEs lead to it."""

from __future__ import annotations

import asyncio
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.guide_pictures import GUIDE, SCENES, picture
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.cli_home import Home
from tests.support.paths import DOCS, ROOT
from tests.support.pty_program import PtyProgram

PAGES = {Language.EN: DOCS / "guide.md", Language.ZH: DOCS / "guide.zh-CN.md"}
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(
    r"^plantui(?P<words>.*?)(?:\s+#\s*(?:exit code|退出码) ?(?P<code>\d).*)?$", re.MULTILINE
)
_PICTURE = re.compile(r"!\[([^\]]+)\]\(guide/([^)]+)\)")
_LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
_OPENS_THE_SCREEN: tuple[list[str], ...] = ([], ["demo"])
FRESH = ("my-tasks", "statistics")
"""Scenes whose pictures are made again: they show most of what changes, and type nothing."""


def commands(page: Path) -> Iterator[tuple[list[str], int]]:
    """Yield the words of each command of a page, with the exit code that it names."""
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for found in _COMMAND.finditer(block):
            yield shlex.split(found["words"]), int(found["code"] or 0)


@pytest.mark.parametrize("language", PAGES)
def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    """One after another in one folder, as a reader would, on the demonstration and the guide's documents."""
    for document in GUIDE.glob("*.txt"):
        shutil.copy(document, tmp_path)
    monkeypatch.chdir(tmp_path)
    home = Home(tmp_path, PLANTUI_LANG=language.value)
    made = home.run("demo", "--path", today=None).out.strip()
    home = Home(tmp_path, PLANTUI_LANG=language.value, PLANTUI_DB=made)
    given = [*commands(PAGES[language])]

    assert len(given) > 15
    for words, code in given:
        if words in _OPENS_THE_SCREEN:
            continue
        if words == ["demo", "--delete"]:
            continue  # the commands behind it read the demonstration
        result = home.run(*words, today=None)
        assert (result.code, words) == (code, words), result.err
        assert result.out or result.err, words
    assert home.run("demo", "--delete", today=None).code == 0
    assert not Path(made).exists()


@pytest.mark.parametrize("words", _OPENS_THE_SCREEN, ids=str)
def test_the_commands_that_open_the_screen_do(tmp_path: Path, words: list[str]) -> None:
    assert all(any(words == given for given, _ in commands(page)) for page in PAGES.values())
    with PtyProgram(tmp_path, ["--lang", "en", *words]) as running:
        running.see("[DEMO]" if words else Words(Language.EN)("opening.title"))
        running.type("\x11")

        assert running.ended() == 0


@pytest.mark.parametrize("language", PAGES)
def test_every_picture_is_used_and_made(language: Language) -> None:
    used = _PICTURE.findall(PAGES[language].read_text("utf-8"))
    names = [f"{language.value}-{scene.name}.svg" for scene in SCENES]

    assert sorted(name for _, name in used) == sorted(names)
    assert {path.name for path in GUIDE.glob(f"{language.value}-*.svg")} == set(names)
    assert len({text for text, _ in used}) == len(names)


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("name", FRESH)
def test_the_committed_pictures_are_those_of_the_program(name: str, language: Language) -> None:
    """`make docs` makes all of them again."""
    scene = next(scene for scene in SCENES if scene.name == name)

    assert asyncio.run(picture(scene, language)) == (GUIDE / f"{language.value}-{name}.svg").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("language", PAGES)
def test_every_link_leads_somewhere(language: Language) -> None:
    page = PAGES[language]
    text = page.read_text("utf-8")

    assert all((page.parent / path).exists() for path, _ in _LINK.findall(text))
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


def test_both_pages_have_the_same_steps() -> None:
    """The same headings, pictures and commands in the same order, whatever the words."""
    english, chinese = (page.read_text("utf-8") for page in (PAGES[Language.EN], PAGES[Language.ZH]))
    shape = re.compile(r"^(#+ |!\[|```sh)", re.MULTILINE)

    assert shape.findall(english) == shape.findall(chinese)
    assert [words[:1] for words, _ in commands(PAGES[Language.EN])] == [
        words[:1] for words, _ in commands(PAGES[Language.ZH])
    ]


@pytest.mark.parametrize(("name", "page"), [("README.md", "guide.md"), ("README.zh-CN.md", "guide.zh-CN.md")])
def test_the_readmes_lead_to_it(name: str, page: str) -> None:
    assert f"(docs/{page})" in (ROOT / name).read_text("utf-8")
