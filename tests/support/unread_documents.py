"""Documents in which the import finds no task, as it would be reviewed."""

from __future__ import annotations

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks

SUMMARY = """清河县2025年垃圾分类工作总结

一、总体要求
各镇（街道）思想统一，2025年6月底前全部动员。
（一）建设分拣中心
牵头单位：县城管局
2025年9月底前建成分拣中心2座。
（二）配备分类桶
责任单位：各镇人民政府
2025年底前配齐。
二、组织保障
高度重视，营造氛围。
"""


TABLE = "甲,名称,说明\n1,修路,2025年9月底前\n"


def unread(text: str, name: str = "总结.txt") -> Imported:
    """Return what the review begins with; fails where a task is found."""
    try:
        found = import_document(read_source(text.encode(), name), "qinghe")
    except NoTasks as error:
        return error.imported
    raise AssertionError([task.title for task in found.plan.tasks])
