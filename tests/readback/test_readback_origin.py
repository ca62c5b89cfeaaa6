"""The origin inside office files: of many plans and a long filter, and after another program has saved them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.form_saving import save_file
from plantui.export.formats import Format
from plantui.export.origin import Origin, origin_of
from plantui.export.past import origin_in
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.plan import Plan, PlanInfo, Section, Task
from plantui.model.terms import Language
from plantui.planfile.search_path import is_file
from plantui.query.filter import Filter
from plantui.query.selection import TaskSelection
from plantui.readback.opening import open_letter, open_workbook
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace

LONG = Filter(words="治 " * 400 + '  两个空格  \U00020bb7 "引号" & <b>')
PLANS = tuple(
    Plan(
        PlanInfo(f"plan-{number:03}", f"第{number}号行动计划", f"{number}号", "金石市", 2024, 2026),
        sections=(Section("1", "一", "行动"),),
        tasks=(Task("1", "1", "1", "任务", ""),),
    )
    for number in range(100)
)
LEDGER = Form("ledger", FormKind.LEDGER, ("xlsx", "docx"), InLanguages("工作台账"))


def content(folder: Path) -> FormContent:
    """A ledger of a hundred plans that was asked for through a long filter."""
    ledger = make_ledger(folder)
    workspace = make_workspace(folder, ledger, PLANS)
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    return FormContent(LEDGER, made, Words(Language.ZH), selection=TaskSelection(LONG))


def origin_inside(path: Path) -> Origin | None:
    opened = open_workbook(path) if path.suffix == ".xlsx" else open_letter(path)
    return origin_in(opened.properties)


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
@pytest.mark.parametrize("resaved", [False, True], ids=["as written", "saved by LibreOffice"])
def test_an_origin_of_any_length_comes_back(tmp_path: Path, form: Format, resaved: bool) -> None:
    made = content(tmp_path)
    (file,) = form_files(made, form)
    (path,) = save_file(file, tmp_path / f"a.{form.value}")
    assert len(origin_of(made, form).text) > 10_000

    if resaved:
        path = saved_by_office(path)

    assert origin_inside(path) == origin_of(made, form)


def saved_by_office(path: Path) -> Path:
    """Have LibreOffice save a file, and return what it wrote; skip where it is not there or lacks the program for it."""
    office = shutil.which("soffice")
    library = "libswlo.so" if path.suffix == ".docx" else "libsclo.so"
    if office is None or not is_file(Path(office).resolve().parent / library):
        pytest.skip("needs LibreOffice")
    out = path.parent / "out"
    command = [office, f"-env:UserInstallation=file://{path.parent}/profile", "--headless"]
    command += ["--convert-to", path.suffix[1:], "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / path.name


def test_a_template_that_was_a_form_once_leaves_nothing_of_its_origin(tmp_path: Path) -> None:
    """The old origin has more pieces than the new one."""
    first = content(tmp_path)
    (file,) = form_files(first, Format.DOCX)
    (template,) = save_file(file, tmp_path / "template.docx")
    small = first._replace(
        form=replace(LEDGER, template=str(template)), selection=TaskSelection(Filter(words="短"))
    )
    small = small._replace(summary=replace(small.summary, heading=replace(small.summary.heading, plans=())))
    (file,) = form_files(small, Format.DOCX)
    (path,) = save_file(file, tmp_path / "b.docx")

    assert origin_inside(path) == origin_of(small, Format.DOCX)
