"""The values of options in either language, and what a refusal offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.cli.vocabulary import (
    COLUMNS,
    DIRECTIONS,
    LIGHTS,
    ORDERS,
    ROLES,
    SORTS,
    STATUSES,
    Vocabulary,
    group_vocabulary,
)
from plantui.model.terms import Language, Light, Role, Status
from plantui.query.columns import Column, Sorting
from plantui.query.order import Order
from plantui.words.catalogue import Words
from tests.support.cli_home import Home

ZH, EN = Words(Language.ZH), Words(Language.EN)
ALL = (LIGHTS, ORDERS, ROLES, STATUSES, COLUMNS, SORTS, DIRECTIONS, group_vocabulary())


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        *(
            (LIGHTS, written, Light.RED)
            for written in ("红", "红灯", "红色", "red", "RED", "red light", "ｒｅｄ", " 红 ")
        ),
        *((LIGHTS, written, Light.NONE) for written in ("无", "无期限", "none", "no date", "no-light")),
        *((LIGHTS, written, Light.YELLOW) for written in ("黄灯", "yellow")),
        *(
            (STATUSES, written, Status.IN_PROGRESS)
            for written in ("推进中", "in_progress", "in-progress", "In Progress")
        ),
        *((ROLES, written, Role.LEAD) for written in ("牵头", "牵头单位", "lead")),
        *((ROLES, written, None) for written in ("any", "任一角色", "any role")),
        *(
            (ORDERS, written, Order.WORST_FIRST)
            for written in ("worst_first", "先急后缓", "worst first", "worst-first")
        ),
        *((COLUMNS, written, Column.PERCENT) for written in ("%", "％", "完成比例", "percent")),
        *((COLUMNS, written, Column.DAYS) for written in ("days", "逾期/剩余天", "剩余天数", "days left")),
        *(
            (SORTS, written, Sorting(Column.DAYS, True))
            for written in ("overdue", "逾期天数", "days overdue")
        ),
        *((DIRECTIONS, written, True) for written in ("desc", "降序", "descending")),
    ],
)
def test_value_is_found(kind: Vocabulary[object], written: str, value: object) -> None:
    assert {kind.find(ZH, written), kind.find(EN, written)} == {value}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.kind)
@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_what_is_offered_is_taken(kind: Vocabulary[object], words: Words) -> None:
    """Each value once, in a word that needs no quotes in a shell, in the user's language."""
    offered = kind.offered(words)

    assert [kind.find(words, word) for word in offered] == list(kind.values.values())
    assert not [word for word in offered if not word.replace("_", "").isalpha()]
    assert all(word.isascii() is (words is EN) for word in offered)


@pytest.mark.parametrize(
    ("arguments", "offered"),
    [
        (["list", "--status", "已办结"], "未启动 | 推进中 | 已完成 | 已销号 | 暂缓 | 已中止 | 长期坚持"),
        (["list", "--light", "紫"], "红 | 黄 | 绿 | "),
        (["list", "--role", "主办"], "任一角色 | 牵头 | 配合 | 按职责分工 | 责任 | 指导"),
        (["list", "--order", "时间"], "按文件 | 先急后缓"),
        (["stats", "--by", "部门"], "单位 | 时限年度 | 状态 | 预警灯 | 计划"),
        (["note", "add", "zhengzhou", "1", "--progress", "x", "--status", "办结"], "已完成"),
    ],
)
def test_refusal_names_the_words_of_the_language(tmp_path: Path, arguments: list[str], offered: str) -> None:
    refused = Home(tmp_path, PLANTUI_LANG="zh").run(*arguments)

    assert refused.code == 2
    assert offered in refused.err
    assert "in_progress" not in refused.err


def test_refused_year_names_the_word_for_none(tmp_path: Path) -> None:
    refused = [Home(tmp_path, PLANTUI_LANG=lang).run("list", "--year", "去年").err for lang in ("zh", "en")]

    assert "无期限" in refused[0]
    assert "none" in refused[1]


def test_english_refusal_names_the_ids(tmp_path: Path) -> None:
    refused = Home(tmp_path, PLANTUI_LANG="en").run("list", "--status", "finished")

    assert "not_started | in_progress | completed | closed | deferred | stopped | " in refused.err


@pytest.mark.parametrize(
    ("words", "typed", "found"),
    [
        (ZH, "红", ["红"]),
        (ZH, "红灯", ["红灯"]),
        (ZH, "r", ["red"]),
        (EN, "r", ["red"]),
        (EN, "红", ["红"]),
        (EN, "x", []),
    ],
)
def test_beginning_of_a_value(words: Words, typed: str, found: list[str]) -> None:
    assert LIGHTS.beginning_with(words, typed) == found
