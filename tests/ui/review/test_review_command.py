"""`plantui import --review` on the command line: what it asks for, what it writes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from plantui.__main__ import main
from plantui.documents.imported import Imported
from plantui.documents.review import Left, Review
from plantui.planfile.reader import read_plan
from tests.support.review_host import DOCUMENT


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANTUI_CONFIG", str(tmp_path / "config.toml"))
    path = tmp_path / "临江.txt"
    path.write_text(DOCUMENT, "utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object, terminal: bool = True) -> int:
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "argv", ["plantui", "import", *map(str, arguments), "--review", "--lang", "zh"])
    return main()


def decide(monkeypatch: pytest.MonkeyPatch, corrections: dict[str, str], *, writes: bool) -> None:
    """Stands in for the person at the keys."""

    def review(_words: Any, imported: Imported, **_: Any) -> tuple[Any, Left]:
        review = Review(imported)
        for field in review.fields:
            if field.key in corrections:
                review.correct(field, corrections[field.key])
        return (review.plan() if writes else None), review.left()

    monkeypatch.setattr("plantui.ui.review.app.run_review", review)


def test_the_reviewed_plan_is_written(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, {"task/1/title": "整治全部入河排污口"}, writes=True)
    target = document.parent / "linjiang.toml"

    assert run(monkeypatch, document, "-o", target) == 0
    plan = read_plan(target).plan
    assert plan is not None
    assert plan.tasks[0].title == "整治全部入河排污口"
    assert "还有 26 项未核（存疑 1）" in capsys.readouterr().err


def test_left_before_its_end_nothing_is_written(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, {}, writes=False)
    target = document.parent / "linjiang.toml"

    assert run(monkeypatch, document, "-o", target) == 0
    assert not target.exists()
    said = capsys.readouterr()
    assert said.out == ""
    assert "校对进度已保存" in said.err


def test_what_exists_is_refused_before_the_work(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = document.parent / "linjiang.toml"
    target.write_text("", "utf-8")

    assert run(monkeypatch, document, "-o", target) == 2
    assert str(target) in capsys.readouterr().err


def test_the_same_command_goes_on_after_the_plan_was_written(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What this review wrote may be replaced; what a person changed in it since may not."""
    decide(monkeypatch, {}, writes=True)
    target = document.parent / "linjiang.toml"

    assert run(monkeypatch, document, "-o", target) == 0
    assert run(monkeypatch, document, "-o", target) == 0
    target.write_text(target.read_text("utf-8").replace("河道整治行动", "河道行动"), "utf-8")
    assert run(monkeypatch, document, "-o", target) == 2
    assert "已经存在" in capsys.readouterr().err


def test_a_document_that_lies_elsewhere(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its sentences are read from beside the plan, so it is said where it should lie."""
    decide(monkeypatch, {}, writes=True)
    folder = document.parent / "plans"
    folder.mkdir()

    assert run(monkeypatch, document, "-o", folder / "linjiang.toml") == 0
    assert f"把原文件 临江.txt 也放到 {folder}" in capsys.readouterr().err


def test_a_review_without_a_file_does_not_end_on_the_terminal(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert run(monkeypatch, document) == 2
    assert "校对请用 -o 写明计划文件" in capsys.readouterr().err


def test_without_a_terminal(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, document, terminal=False) == 2
    assert "校对需要在终端里进行" in capsys.readouterr().err
