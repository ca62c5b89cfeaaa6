"""A ledger sent out, changed here and there and received again: exactly what was changed is new."""

from __future__ import annotations

import random
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from plantui.model.terms import Language, Status
from plantui.words import Words
from plantui.words.phrases import term
from tests.support.export_samples import TODAY
from tests.support.filled_ledgers import COLUMNS
from tests.support.receiving_desk import office_in

LEADS = {"=水库加固": "市水利局", "修复湿地": "市水利局", "关停": "市水利局"}
"""Tasks that one department decides, by their titles."""
SHARED = {"整治 | 河道": "市城管局", "县区节水": "西区政府"}
"""Tasks of several departments, with one that has not reported."""
TEXTS = (
    "一",
    "两行\n文字",
    "=1+1",
    "市财政局：不是它说的",
    "[/]<b>",
    "2024年6月30日：开工",
    "  前后空白  ",
    "、。：",
)


@pytest.mark.parametrize("seed", range(8))
def test_what_was_changed_and_nothing_else(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    office = office_in(tmp_path)
    language = chance.choice([*Language])
    columns = [*COLUMNS]
    chance.shuffle(columns)
    form = office.form(language=language, columns=columns)
    before = {note.id for note in office.notes()}
    cells: list[tuple[str, str, str | int | float | date | None]] = []
    expected: dict[tuple[str, str], tuple[object, ...]] = {}
    for title, department in LEADS.items():
        if chance.random() < 0.7:
            text, status = chance.choice(TEXTS), chance.choice([Status.IN_PROGRESS, Status.COMPLETED])
            percent, day = chance.randrange(1, 100), TODAY - timedelta(chance.randrange(60))
            cells += [
                (title, "progress", text),
                (title, "status", term(Words(chance.choice([*Language])), status)),
                (title, "percent", f"{percent}%"),
                (title, "days", chance.choice((day.isoformat(), f"{day:%Y年%m月%d日}", f"{day:%Y/%m/%d}"))),
            ]
            said = "\n".join(line.rstrip() for line in text.split("\n")).strip()
            expected[title, department] = said, status, percent, day
    for title, department in SHARED.items():
        if chance.random() < 0.7:
            text = f"{title}办理{seed}"
            old = cell_of(form.path, form.cell(title, "progress"))
            cells.append((title, "progress", f"{old}\n{department}：{text}".strip()))
            expected[title, department] = (text,)

    def text_cells(sheet: Worksheet) -> None:
        for title, column, value in cells:
            cell = sheet[form.cell(title, column)]
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # a text that a person writes as one, though it begins with =

    arrival = office.receive(form.edit(text_cells))

    assert not arrival.has_faults, office.told(arrival)
    titles = {task.id: task.title for task in office.workspace.library.tasks(office.every_task)}
    found = {
        (titles[note.key.task], note.department): (
            note.content.progress,
            note.content.status,
            note.content.percent,
            note.as_of,
        )
        for note in office.notes()
        if note.id not in before
    }
    assert found.keys() == expected.keys()
    assert {key: found[key][: len(said)] for key, said in expected.items()} == expected
    taken = office.receive(form.path).received
    assert taken is not None
    assert not taken.is_new


def cell_of(path: Path, cell: str) -> str:
    """Return the text of a cell of a workbook."""
    return str(load_workbook(path).worksheets[0][cell].value or "")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_another_program(tmp_path: Path) -> None:
    """LibreOffice writes fonts, formats, properties and hidden rows in its own way."""
    office = office_in(tmp_path)
    form = office.form()
    form.fill(
        ("修复湿地", "progress", "修复 50 公顷"),
        ("修复湿地", "percent", "50%"),
        ("修复湿地", "days", date(2026, 11, 20)),
    )
    out = tmp_path / "out"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "xlsx", "--outdir", str(out), str(form.path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    before = {note.id for note in office.notes()}
    arrival = office.receive(out / form.path.name)

    assert office.told(arrival)[-1] == "台账.xlsx：6 行，新进展 1 条，改写 0 条，与台账相同 5 条。"
    (new,) = [note for note in office.notes() if note.id not in before]
    assert (new.content.progress, new.content.percent, new.as_of) == ("修复 50 公顷", 50, date(2026, 11, 20))
