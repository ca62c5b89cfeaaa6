"""Remarks on notes in words."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "same_text": (
        "提示：进展情况与上一条（{day}）相同。",
        "Remark: the progress is told in the words of the last note ({day}).",
    ),
    "stock_phrase": (
        "提示：连续第 {times} 次只写“{phrase}”，没有具体进展。",
        "Remark: this is note {times} in a row that says {phrase!r} and no figure.",
    ),
    "percent_down": (
        "提示：完成比例由 {before}% 降到 {now}%。",
        "Remark: the percent goes down from {before}% to {now}%.",
    ),
    "percent_down.requirement": (
        "提示：“{phrase}”的完成比例由 {before}% 降到 {now}%。",
        "Remark: the percent of {phrase!r} goes down from {before}% to {now}%.",
    ),
    "not_whole": (
        "提示：已报完成，完成比例却为 {percent}%。",
        "Remark: completion is reported with {percent}%.",
    ),
    "before_plan": (
        "提示：截至日期 {day} 早于计划开始的 {year} 年。",
        "Remark: the note is of {day}, before the plan begins in {year}.",
    ),
    "no_evidence": (
        "提示：已报完成，没有附佐证材料。",
        "Remark: completion is reported without evidence.",
    ),
    "other_unit": (
        "提示：“{indicator}”写的是 {figure}，计划的单位是“{unit}”；不作换算。",
        "Remark: {indicator!r} is given as {figure}, the plan's unit is {unit!r}; nothing is converted.",
    ),
    "other_unit.none": (
        "提示：“{indicator}”写的是 {figure}，计划没有写单位；不作换算。",
        "Remark: {indicator!r} is given as {figure}, the plan names no unit; nothing is converted.",
    ),
    "leaves_stage": (
        "提示：本次修改使这条进展退出“{stage}”，须重新报送。",
        "Remark: the note was {stage}; this change takes that back, and it has to be submitted again.",
    ),
    "leaves_stage.retracted": (
        "提示：撤回的是一条“{stage}”的进展。",
        "Remark: the note that was retracted had been {stage}.",
    ),
    "second_note": (
        "提示：本单位在 {day} 已有一条进展，这是第二条。",
        "Remark: the department already has a note of {day}; this is a second one.",
    ),
}
