"""The columns of a ledger form: chosen on the screen, by the form, all; own headings; left out by a profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plantui.export.form_content import FormContent
from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.export.ledger_table import dropped_headings, table_fields
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.terms import Language, Light
from plantui.query.columns import Column
from plantui.query.filter import Filter
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace

LEDGER = Form("ledger", FormKind.LEDGER, ("html",), InLanguages("工作台账", "Working ledger"))


@pytest.fixture
def content(tmp_path: Path) -> FormContent:
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    return FormContent(LEDGER, made, Words(Language.ZH))


def headings(content: FormContent) -> list[str]:
    return [field.heading for field in table_fields(content)]


def test_without_a_choice_all_columns_are_there(content: FormContent) -> None:
    assert [field.name for field in table_fields(content)] == [column.name for column in LEDGER_COLUMNS]


def test_a_form_chooses_columns_their_order_and_headings(content: FormContent) -> None:
    own = replace(
        LEDGER,
        columns=("light", "task", "progress"),
        headings={"task": InLanguages("重点事项", "Item"), "progress": InLanguages("进展")},
    )
    chosen = replace(content, form=own)
    first, *_ = content.summary

    assert headings(chosen) == ["预警", "重点事项", "进展"]
    assert headings(replace(chosen, words=Words(Language.EN))) == ["light", "Item", "进展"]
    assert [field.cell(first) for field in table_fields(chosen)][:2] == ["红", "整治 | 河道"]
    assert [field.light(first) for field in table_fields(chosen)] == [Light.RED, None, None]


def test_columns_of_the_screen_say_what_they_say_there(content: FormContent) -> None:
    shown = replace(content.summary, columns=(Column.DAYS, Column.TASK, Column.LIGHT))
    chosen = replace(content, summary=shown, form=replace(LEDGER, columns=("task",)))
    first, *_ = shown

    assert headings(chosen) == ["逾期/剩余天", "任务", "预警"]
    assert [field.cell(first) for field in table_fields(chosen)] == ["逾期691天", "1 整治 | 河道", "红"]
    assert [field.light(first) for field in table_fields(chosen)] == [None, None, Light.RED]


def test_a_profile_leaves_columns_out_and_names_them(content: FormContent) -> None:
    public = Profile("publication", InLanguages("公开"), ("problems", "percent", "charts"))
    own = replace(content, form=replace(LEDGER, columns=("task", "problems", "light")), profile=public)

    assert headings(own) == ["任务", "预警"]
    assert dropped_headings(own) == ["存在问题"]
    assert dropped_headings(content) == []
