"""Texts of the workbook of the working ledger."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "sheet.departments": ("各单位", "Departments"),
    "sheet.charts": ("图表", "Charts"),
    "completion": (
        "各单位任务完成情况（完成率由低到高）",
        "Tasks by department, the lowest completion rate first",
    ),
    "completion.more": (
        "只画完成率最低的 {shown} 个单位，另有 {count} 个单位见各单位表。",
        "Only the {shown:department} with the lowest rates are drawn; {count} more stand on the sheet of departments.",
    ),
    "deadlines": ("各季度到期要求", "Requirements by the quarter they are due in"),
    "quarter": ("季度", "quarter"),
    "requirements": ("要求（项）", "requirements"),
    "deadline.done": ("已完成", "done"),
    "deadline.overdue": ("已逾期", "overdue"),
    "deadline.ahead": ("未到期", "not due yet"),
    "deadline.not_counted": ("不计逾期", "not counted as late"),
    "indicators": ("指标完成值与目标值", "Indicators against their targets"),
    "share": ("完成值占目标值", "actual as a share of the target"),
    "indicator.actual": ("完成值", "actual"),
    "indicator.target": ("目标值", "target"),
    "indicator.state": ("完成情况", "state"),
    "indicators.more": (
        "另有 {count} 个完成值未画。",
        "{count:more value|more values} {count:~is|are} not drawn.",
    ),
    "indicators.not_drawn": (
        "{count} 个完成值不能折算为目标值的比例，未画。",
        "{count:value} {count:~is|are} no share of a target and not drawn.",
    ),
    "sheet.notes": ("说明", "Notes"),
    "title": ("{title}：{part}", "{title}: {part}"),
    "page": ("第 &P 页，共 &N 页", "Page &P of &N"),
    "plans": ("计划：{plans}", "Plans: {plans}"),
    "legend": ("预警：{lights}", "Lights: {lights}"),
    "join": ("；", "; "),
    "days_left": (
        '"剩余"0"天";"逾期"0"天";"今天到期"',
        '0" days left";0" days overdue";"due today"',
    ),
    "goes_on": ("（未完，下一行续）", "(continued in the next row)"),
    "comes_from": ("（续上一行）", "(continued from the row above)"),
    "continued": ("{position}（续）", "{position} (continued)"),
    "no_comparison": (
        "较上期：没有可比的上期，该列为空",
        "Compared with: nothing before to compare with, so that column is empty",
    ),
    "continued_cells": (
        "每格最多 {longest} 个字符，以下 {count} 格的内容在下一行接着写：{cells}",
        "A cell holds {longest:character}; {count:cell} {count:~goes|go} on in the next row: {cells}",
    ),
    "hidden_cells": (
        "一行最高 {highest} 磅，以下 {count} 格打印或浏览时显示不全，内容完整，选中即可见：{cells}",
        "A row is at most {highest:point} high; {count:cell} {count:~is|are} not shown whole, though the text is all there: {cells}",
    ),
    "cell": ("{cell}（{column}）", "{cell} ({column})"),
    "and_more": ("{cells} 等", "{cells} and others"),
    "too_many_rows": (
        "一张工作表最多 {most} 行，放不下这么多任务：请用筛选分成几份，或导出 csv。",
        "A sheet holds {most:row}, too few for so many tasks: export parts by a filter, or csv.",
    ),
    "overall.note": (
        "任务计入其每个单位，各单位之和可能多于合计。",
        "A task counts for each of its departments: the parts may add up to more than all.",
    ),
}
