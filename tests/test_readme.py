"""The READMEs: every example on the command line runs as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.words.clihelp import ENTRIES as HELP
from tests.support.cli_home import Home
from tests.support.document_files import docx_of, pdf_of
from tests.support.paths import ROOT

PAGES = {Language.EN: ROOT / "README.md", Language.ZH: ROOT / "README.zh-CN.md"}
PLAN = "zhengzhou-2023-2025"
DAY = "2025-06-30"
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^plantui(?P<words>.*?)(?:\s+# .*)?$", re.MULTILINE)
FINDS = {"compare-sources": 1, "diff": 0}
"""Exit codes of the commands that answer by them: two copies that differ give 1."""


def commands(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command of a page."""
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for found in _COMMAND.finditer(block):
            yield shlex.split(found["words"])


def prepared(folder: Path, language: Language) -> tuple[Home, str]:
    """Return a user with the files that the examples name and a note to edit, and the note's id."""
    source = (bundled_plans() / f"{PLAN}.txt").read_text("utf-8")
    paragraphs = [line for line in source.splitlines() if line.strip()]
    (folder / "行动计划.docx").write_bytes(docx_of(paragraphs))
    for name in ("issued.pdf", "印发稿.pdf"):
        (folder / name).write_bytes(pdf_of(paragraphs))
    for name in ("report.pdf", "验收单.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4")
    for name in ("my-plan.toml", "我的计划.toml", "old-plan.toml", "new-plan.toml"):
        text = (bundled_plans() / f"{PLAN}.toml").read_text("utf-8")
        (folder / name).write_text(text.replace(PLAN, Path(name).stem), "utf-8")
    for name, text in (("copy-a.txt", source), ("甲.txt", source)):
        (folder / name).write_text(text, "utf-8")
    workbook = Workbook()
    workbook.worksheets[0].append(["任务编号", "任务", "进展情况"])
    for name in ("ledger.xlsx", "台账.xlsx", "water-ledger.xlsx", "市水利局台账.xlsx"):
        workbook.save(folder / name)
    matters = Workbook()
    matters.worksheets[0].append(["编号", "督办事项", "牵头单位", "办理状态", "办理情况"])
    matters.worksheets[0].append(["甲1", "修堤", "市水利局", "进行中", "开工"])
    matters.save(folder / "督办台账.xlsx")
    for name in ("copy-b.txt", "乙.txt"):
        (folder / name).write_text(source.replace("2025", "2026", 1), "utf-8")
    home = Home(folder, PLANTUI_LANG=language.value)
    home.run("config", "set", "department", "郑州市/市水利局")
    for name in ("submissions", "报送"):
        (folder / name).mkdir()
        sent = Home(folder / name, PLANTUI_LANG=language.value)
        sent.run("note", "add", PLAN, "7", "--department", "市生态环境局", "--progress", "开工", today=DAY)
        packed = sent.run(
            "pack", "--department", "郑州市/市生态环境局", "--period", "2025-06", "-o", "a.plantui"
        )
        assert packed.code == 0, packed.err
        shutil.move("a.plantui", folder / name / "a.plantui")
        (folder / name / "ledger.db").unlink()
    shutil.copy(bundled_plans() / f"{PLAN}.txt", folder)
    home.run("note", "add", PLAN, "7", "--department", "市生态环境局", "--progress", "开工", today=DAY)
    added = home.run("note", "add", PLAN, "11", "--department", "市城管局", "--progress", "开工", today=DAY)
    return home, added.out.strip()


@pytest.mark.parametrize("language", PAGES)
def test_every_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    """One after another in one folder; those that open the interface are the interface's tests' part."""
    monkeypatch.chdir(tmp_path)
    home, note = prepared(tmp_path, language)
    given = [[note if word == "ID" else word for word in words] for words in commands(PAGES[language])]
    wrong: list[str] = []

    assert len(given) > 15
    for words in given:
        if "--review" in words or words[:1] == ["demo"]:
            continue
        found = home.run(*words, *(["--force"] if words[0] == "import" else []), today=DAY)
        if found.code != FINDS.get(words[0], 0) or not (found.out or found.err):
            wrong.append(f"plantui {' '.join(words)}: {found.code} {found.out} {found.err}")
    assert not wrong, "\n".join(wrong)


def test_both_pages_have_the_same_examples() -> None:
    english, chinese = (commands(PAGES[language]) for language in (Language.EN, Language.ZH))

    assert [words[:1] for words in english] == [words[:1] for words in chinese]


_NEEDS_FILES = (
    "browse",
    "demo",
    "completion",
    "import",
    "compare-sources",
    "diff",
    "check",
    "restore",
    "evidence",
    "verify",
)
"""Commands whose examples in the help name files or states that stand for the reader's own, or open the interface."""


@pytest.mark.parametrize("language", PAGES)
def test_every_example_of_the_help_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    """No example on the bundled plans is refused as wrong use: each task, requirement and indicator in it is there."""
    monkeypatch.chdir(tmp_path)
    home, note = prepared(tmp_path, language)
    texts = [text[language is Language.EN] for key, text in HELP.items() if key.endswith(".examples")]
    lines = [line for text in texts for line in text.splitlines() if not re.search("[|<>]", line)]
    given = [[note if word == "ID" else word for word in shlex.split(line)[1:]] for line in lines]
    asked = [words for words in given if words and words[0] not in _NEEDS_FILES and words[0][0] != "-"]
    found = {" ".join(words): home.run(*words, today=DAY) for words in asked}

    assert len(found) > 50
    assert {line: result.err for line, result in found.items() if result.code == 2} == {}
