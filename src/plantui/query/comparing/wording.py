"""Wording of a task or a heading as it is held against other plans: its pieces, each with its weight.

A piece is a pair of neighbouring characters, in English a word. It says the more, the fewer tasks of a plan have it: 推进
and 加强 say nothing, 公转铁 says all. Tasks are counted for one plan on average, so that more plans make no difference. What
only one plan has, such as the names of its places, counts half: it can match nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import NamedTuple

from plantui.model.likeness import character_pairs, folded
from plantui.model.plan import Plan, Task
from plantui.model.search_text import fold_text

_RUN = re.compile(r"[a-z]{3,}|[㐀-鿿]+")
_SCALE = 10_000
"""Weights are whole numbers, so that sums do not depend on the order in which they are made."""
_ONLY_ONE_PLAN = 0.5
_STOCK_WORDS = """
    开展 推进 推动 推行 推广 加强 加快 加大 强化 深化 优化 完善 健全 建立 建设 建成 新建 实施 实行 实现 落实 提升 提高 扩大
    促进 保障 确保 规范 严格 组织 制定 编制 明确 纳入 结合 形成 探索 鼓励 支持 引导 提供 利用 使用 应用 运用 持续 深入 巩固
    积极 大力 全面 全部 充分 切实 着力 有效 有序 及时 合理 统筹 综合 集中 专项 重点 主要 突出 进一 一步 依法 根据 通过 达到
    完成 以上 超过 新增 基本 稳定 符合 优先 因地 地制 制宜 水平 能力 机制 体系 制度 标准 工作 工程 项目 设施 主体 责任 方案
    计划 规划 措施 政策 行动 活动 范围 规模 质量 比例 力度 要求 规定 情况 条件 问题 需求 实际 有关 相关 领域 行业 部门 单位
    机构 中心 平台 系统 模式 方式 结果 月底 底前 年底 覆盖 全覆 管理 治理 监管 监督 检查 评估 评价 试点 升级 改造 改革 发展
"""
"""Pieces that most plans have, whatever they are about: they say how something is done and not what."""
_STOCK = frozenset(_STOCK_WORDS.split())
_STOCK_WORTH = 0.5
_COMMON_SHARE, _COMMON_LEAST = 1 / 3, 3
"""A piece that more tasks of a plan have, as a share and at least, is left out: it says hardly anything."""
_TITLE, _TEXT, _TARGETS = 0.45, 0.45, 0.1
"""Shares of title, wording and targets in a score; where not both tasks have targets, the others count alone."""

Pieces = frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """A task or a heading with the pieces of its wording."""

    plan: str
    id: str
    title: Pieces
    text: Pieces
    """Pieces of the text, and of the title: a city may say in the one what another says in the other."""
    targets: Pieces
    whole: str
    """Its wording as a whole, to know what is word for word the same."""


class Evidence(NamedTuple):
    """Likeness of two tasks in each part and as a whole, from 0 to 1."""

    score: float
    title: float
    text: float
    targets: float | None
    """Likeness of the targets; None where not both have some."""


def pieces_of(text: str) -> Pieces:
    """Return the pieces of a text; a text without any, such as a number, is one piece as a whole."""
    found: set[str] = set()
    for run in _RUN.findall(fold_text(text)):
        found.update([run] if run.isascii() else character_pairs(run))
    if not found and (whole := folded(text)):
        found.add(whole)
    return frozenset(found)


def task_item(plan: Plan, task: Task) -> Item:
    """Return a task as it is compared."""
    targets = {
        piece
        for measure in task.indicators
        for piece in (*pieces_of(measure.indicator), f"unit {measure.unit or ''}")
    }
    return Item(
        plan.info.id,
        task.id,
        pieces_of(task.title),
        pieces_of(f"{task.title}。{task.text}"),
        frozenset(targets),
        f"{folded(task.title)}\n{folded(task.text)}",
    )


class Scale:
    """The weights of all pieces that a set of items has."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._weights = _weights(items)

    def weight(self, piece: str) -> int:
        """Return the weight of a piece, 0 for one that says nothing."""
        return self._weights.get(piece, 0)

    def length(self, pieces: Pieces) -> float:
        """Return the length of the pieces as a vector of their weights."""
        return sqrt(sum(map(self.weight, pieces)))

    def evidence(self, one: Item, other: Item) -> Evidence:
        """Return how far two items say the same."""
        title, text, targets = (
            self._share(mine, theirs)
            for mine, theirs in (
                (one.title, other.title),
                (one.text, other.text),
                (one.targets, other.targets),
            )
        )
        both = bool(one.targets and other.targets)
        score = combined(title, text, targets if both else None)
        return Evidence(1.0 if one.whole == other.whole else score, title, text, targets if both else None)

    def _share(self, one: Pieces, other: Pieces) -> float:
        lengths = self.length(one) * self.length(other)
        return min(sum(map(self.weight, one & other)) / lengths, 1.0) if lengths else 0.0


def combined(title: float, text: float, targets: float | None) -> float:
    """Return one score of the likeness of titles, texts and targets.

    The stronger of title and text counts half by itself: a city may keep the words of only one of them.
    """
    if targets is None:
        all_together = (_TITLE * title + _TEXT * text) / (_TITLE + _TEXT)
    else:
        all_together = _TITLE * title + _TEXT * text + _TARGETS * targets
    return (max(title, text) + all_together) / 2


def _weights(items: Sequence[Item]) -> Mapping[str, int]:
    """Return the square of each piece's weight, scaled; those that are left out have none."""
    having: Counter[str] = Counter()
    plans: defaultdict[str, set[str]] = defaultdict(set)
    for item in items:
        for piece in _all(item):
            having[piece] += 1
            plans[piece].add(item.plan)
    usual = len(items) / max(len({item.plan for item in items}), 1)
    most = max(usual * _COMMON_SHARE, _COMMON_LEAST)
    weights: dict[str, int] = {}
    for piece, count in having.items():
        in_one_plan = count / len(plans[piece])
        if in_one_plan <= most:
            share = log((usual + 1) / in_one_plan) / log(usual + 1)
            worth = max(share, 0.0) * (1 if len(plans[piece]) > 1 else _ONLY_ONE_PLAN)
            worth *= _STOCK_WORTH if piece in _STOCK else 1
            weights[piece] = round(worth * worth * _SCALE)
    return weights


def _all(item: Item) -> Iterable[str]:
    return item.title | item.text | item.targets
