"""What a section is for, by its heading: goals, general parts, safeguards, duties, or tasks."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


class Kind(StrEnum):
    """What a section is for."""

    TASKS = "tasks"  # 重点任务: says itself that it holds tasks
    OPEN = "open"  # a heading of the matter itself
    GOALS = "goals"  # 主要目标
    GENERAL = "general"  # 总体要求, 指导思想, 基本原则
    SAFEGUARDS = "safeguards"  # 保障措施, 组织实施
    DUTIES = "duties"  # 职责分工: what each department does, said once more
    STEPS = "steps"  # 实施步骤: phases of the work
    ANNEX = "annex"


_GOALS = compiled(
    r"^(?:总体|主要|工作|发展|行动|具体|预期|阶段|总|年度|建设|试点|规划|创建|改革|战略)?(?:性)?目标(?:任务|指标|愿景|要求)?$|^目标|^主要指标|^主要预期目标"
    r"|目标(?:愿景|任务)?$"
)
_GENERAL = compiled(
    r"^(?:总体(?:要求|思路|部署|考虑|安排)|指导思想|(?:基本|工作|实施|总体)原则|编制(?:依据|背景|目的)|(?:重大|重要|充分认识.*|深刻认识.*)意义"
    r"|(?:工作|规划|发展|现实|形势)?(?:背景|基础|现状|形势)(?:与.*|和.*)?|(?:适用|实施|试点|规划|整治|工作)?范围(?:和.*|及.*)?|.*面临.*形势.*"
    r"|(?:项目|工程)?(?:实施|申报|申请|加装|准入|认定|支持|扶持|补贴|补助|奖励|享受|适用|建设|改造|推荐)(?:条件|对象)"
    r"|形势.*|现状.*|总则|前言|序言|名词解释|有关说明|思想认识|提高(?:思想|政治)?认识.*|提高(?:政治)?站位.*|指导思想.*|基本思路|工作要求和目标)$"
)
_SAFEGUARDS = compiled(
    r"^(?:组织|实施|政策|支撑|工作|规划|服务|监督|和|与|及|、){0,4}保障(?:措施|机制|体系)?(?:和.*|与.*)?$|^(?:有关|工作|"
    r"相关|几点|具体|组织|落实)?要求$|^组织(?:实施|保障|领导|推进|机制)|组织(?:实施|保障|领导)$"
    r"|^(?:实施|政策|支撑|支持|工作|推进)保障|^(?:加强|强化|做好|抓好|健全|切实做好|切实加强|切实抓好|完善|全面加强)?(?:规划)?(?:组织实施|"
    r"组织保障|组织领导|实施保障|工作保障|保障措施|推进落实|督促落实|监督(?:检查|考核|评估)|督导考核|考核评估)"
    r"|^附则$|^(?:规划|方案)(?:的)?实施$|^监督(?:检查|考核|管理)|^考核(?:评价|奖惩)"
)
_STEPS = compiled(
    r"^(?:实施|工作|推进|进度|方法|时间)?(?:步骤|阶段|进度|时序)(?:安排|划分|和.*)?$|^(?:时间|进度|工作|推进|组织)(?:安排|进度安排|步骤)|实施步骤|步骤安排|进度安排"
)
_DUTIES = compiled(
    r"^(?:部门|单位|工作|各部门|有关部门|成员单位|任务|组织机构|机构)?(?:和|及)?(?:主要)?(?:职责|分工|职责分工|责任分工|工作职责|任务分工)(?:任务)?$"
    r"|^职责(?:任务|分工)|部门(?:工作)?(?:职责|分工)$"
)
_TASKS = compiled(
    r"^(?:重点|主要|工作|目标|具体|核心|年度|建设|试点|改革|整治|实施|行动|专项|整改|创建)?(?:工作|行动|建设|试点|改革|整治)?(?:任务|"
    r"措施|举措|内容|工程|行动|重点|工作|项目|事项)(?:及.*|和.*|与.*)?$"
    r"|重点任务|主要任务|工作任务|主要措施|重点工作|重点举措|主要举措|重点工程|重点行动"
)
_ANNEX = compiled(r"^附(?:件|表|录)")


@lru_cache(maxsize=4096)  # asked again and again of the same words
@rule(Stage.OUTLINE)
def kind_of(title: str) -> Kind:
    """A section headed 总体要求, 指导思想, 基本原则, 申报条件 and the like is general; 主要目标 holds goals; 保障措施,
    组织实施, 有关要求 are safeguards, 职责分工 duties, 实施步骤 phases: none of them holds tasks unless its items name
    departments. 重点任务, 主要措施 and the like hold tasks."""
    words = title.strip("。：: ")
    if _ANNEX.match(words):
        return Kind.ANNEX
    for pattern, kind in (
        (_DUTIES, Kind.DUTIES),
        (_STEPS, Kind.STEPS),
        (_GENERAL, Kind.GENERAL),
        (_SAFEGUARDS, Kind.SAFEGUARDS),
        (_GOALS, Kind.GOALS),
        (_TASKS, Kind.TASKS),
    ):
        if pattern.search(words):
            return kind
    return Kind.OPEN


NO_TASKS = frozenset({Kind.GOALS, Kind.GENERAL, Kind.SAFEGUARDS, Kind.DUTIES, Kind.STEPS, Kind.ANNEX})
"""Sections that hold no tasks unless their items name departments."""
