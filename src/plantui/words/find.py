"""The search line: its keys and words, and what is said of a part that is not understood."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "key.department": ("单位|部门", "department|dept"),
    "key.plan": ("计划", "plan"),
    "key.role": ("角色", "role"),
    "key.year": ("年度|年|时限", "year|due"),
    "key.status": ("状态", "status"),
    "key.light": ("预警|灯", "light"),
    "key.state": ("情形", "state"),
    "key.waiting": ("报送", "waiting"),
    "key.tag": ("标签", "tag"),
    "key.text": ("文字", "text"),
    "waiting.unreported": ("未报送|未报", "unreported|not-reported"),
    "waiting.submitted": ("待审核|待审", "to-check|submitted"),
    "waiting.returned": ("已退回|退回", "returned"),
    "waiting.to_confirm": ("待确认", "to-confirm"),
    "waiting.appealed": ("异议|有异议", "appealed"),
    "waiting.to_adjust": ("待调整", "to-adjust"),
    "waiting.disputed": ("评估不一致|不一致", "disputed"),
    "waiting.too_old": ("超限|报送超限", "over-limit|too-old"),
    "measure.overdue": ("逾期|逾期天数", "overdue"),
    "measure.left": ("剩余|剩余天数", "left"),
    "measure.percent": ("进度|完成比例", "percent"),
    "measure.age": ("未更新|未更新天数|距上次报送", "age|report-age"),
    "bound.overdue": ("逾期 {op} {number} 天", "overdue {op} {number:day}"),
    "bound.left": ("剩余 {op} {number} 天", "left {op} {number:day}"),
    "bound.percent": ("进度 {op} {number}%", "percent {op} {number}%"),
    "bound.age": ("未更新 {op} {number} 天", "last report {op} {number:day} old"),
    # Words of values that plan texts are full of: they mean the value behind its key only.
    "too_common": ("无|责任|指导", "none|lead|support|shared|guide|responsible"),
    "wrong": ("“{text}”没有看懂。", "“{text}” is not understood."),
    "no_department": ("“{text}”：没有这样的单位。", "“{text}”: no such department."),
    "no_plan": ("“{text}”：没有这样的计划。", "“{text}”: no such plan."),
    "no_tag": ("“{text}”：没有这样的标签。", "“{text}”: no such tag."),
    "second_role": ("“{text}”：只能按一种角色查找。", "“{text}”: only one role can be asked for."),
}
