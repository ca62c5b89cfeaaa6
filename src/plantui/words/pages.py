"""Texts of the forms as web pages and of the charts in them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "skip": ("跳到各单位情况", "Skip to the figures by department"),
    "charts": ("图表", "Charts"),
    "chart.table": ("数值表", "The values as a table"),
    "chart.label": ("名称", "name"),
    "chart.value": ("数值", "value"),
    "completion": ("各单位完成情况（完成率低的在前）", "Completion by department, the lowest rate first"),
    "completion.bar": (
        "完成 {done}/{total}，{rate}（{lights}）",
        "{done} of {total} done, {rate} ({lights})",
    ),
    "completion.value": ("完成项数、完成率、预警", "tasks done, rate, lights"),
    "completion.said": (
        "{count} 个单位的任务数，按预警分色；完成率从 {lowest} 到 {highest}。",
        "The tasks of {count:department} by warning light; completion rates are from {lowest} to {highest}.",
    ),
    "completion.more": (
        "图中画出完成率最低的 {shown} 个单位，另有 {count} 个单位见上表。",
        "The chart has the {shown:department} with the lowest rates; the table above has the {count:~other|others} ({count}), too.",
    ),
    "deadlines": ("各季度到期要求（按现时限）", "Deadlines by quarter, by the date that holds now"),
    "deadlines.label": ("季度", "quarter"),
    "deadlines.value": ("要求条数", "deadlines"),
    "deadlines.bar": ("{total} 条：{parts}", "{total}: {parts}"),
    "deadlines.done": ("已完成 {count}", "{count} done"),
    "deadlines.overdue": ("逾期 {count}", "{count} overdue"),
    "deadlines.ahead": ("未到期 {count}", "{count} ahead"),
    "deadlines.not_counted": ("不计逾期 {count}", "{count} not counted as late"),
    "deadlines.said": (
        "有时限的要求分布在 {quarters} 个季度，共 {counts}。",
        "The dated requirements fall in {quarters:quarter}; in all {counts}.",
    ),
    "indicators": (
        "指标完成值与目标值（竖线为目标）",
        "Indicators against their targets (the line is the target)",
    ),
    "indicators.label": ("{indicator}（{department}）", "{indicator} ({department})"),
    "indicators.bar": (
        "{actual}，目标 {target}，{percent}，{state}",
        "{actual}, target {target}, {percent}, {state}",
    ),
    "indicators.value": ("完成值、目标值、比例、状态", "value, target, share, state"),
    "indicators.said": (
        "{count} 个完成值占目标值的比例，竖线为 100%；超过 200% 的画到 200% 为止。",
        "{count:reported value} as shares of their targets. The line marks 100%; bars end at 200%.",
    ),
    "indicators.more": ("另有 {count} 个完成值未画出。", "{count:more value} {count:~is|are} not drawn."),
    "indicators.not_drawn": (
        "{count} 个完成值是等级，或单位与目标不同，不能算成目标的比例，未画出。",
        "{count:value} {count:~is|are} not drawn: a class, or in another unit than the target, and no share of it.",
    ),
    "indicators.not_reported": (
        "{all} 个指标中有 {count} 个没有报完成值。",
        "Of {all:indicator}, {count} {count:~has|have} no reported value.",
    ),
}
