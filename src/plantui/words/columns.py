"""Texts of the columns of task lists: headings, values, and the dialog that chooses and sorts them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "light": ("预警", "Light"),
    "status": ("状态", "Status"),
    "percent": ("%", "%"),
    "due": ("时限", "Due"),
    "days": ("逾期/剩余天", "Late/left"),
    "task": ("任务", "Task"),
    "lead": ("牵头单位", "Lead"),
    "reported": ("最近报送", "Reported"),
    "plan": ("计划", "Plan"),
    "section": ("行动", "Section"),
    "number": ("序号", "No."),
    "accountable": ("责任主体", "Accountable"),
    "shared": ("按职责分工", "Shared"),
    "support": ("配合单位", "Support"),
    "responsible": ("责任单位", "Responsible"),
    "missing": ("未报送单位", "Not reported"),
    "nobody": ("未写明单位", "No department named"),
    "value.late": ("逾期{days}天", "{days} d late"),
    "value.left": ("剩余{days}天", "{days} d left"),
    "value.today": ("今天到期", "due today"),
    "value.several": ("等{count}家", ", {count} in all"),
}
