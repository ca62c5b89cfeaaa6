"""Texts on the files of other systems: what they have no place for, and what is doubtful in them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "lost": ("没有对应位置，未带过去：{parts}", "had no place and is not in it: {parts}"),
    "approximated": ("只能近似：{parts}", "only approximated: {parts}"),
    "counted": ("{what} {count} 处", "{what} {count}"),
    "nothing_lost": ("内容全部带过去，没有丢失。", "Nothing was lost."),
    "one_plan": (
        "这种文件一份只放一个计划，现在选中 {count} 个。请用 --plan 选一个。",
        "Such a file holds one plan, and {count} are chosen. Choose one with --plan.",
    ),
    "strict": (
        "有内容带不过去（--strict），没有写出任何文件。",
        "Something does not arrive as it was (--strict): nothing was written.",
    ),
    "no_account": (
        "--strict 只用于与其他系统交换的文件，见 plantui exchange。",
        "--strict is for files of other systems: see plantui exchange.",
    ),
    "not_for_exchange": (
        "{file} 是 {format} 文件，不按文件阅读规则读入，{option} 不适用。",
        "{file} is a {format} file and is not read by the rules for documents: {option} has no meaning for it.",
    ),
    "no_xml": ("{file} 不是完好的 XML（{reason}）。", "{file} is no sound XML ({reason})."),
    "declares": (
        "{file} 自带 DOCTYPE 声明。这样的文件可能是有意做坏的，没有读。",
        "{file} has a DOCTYPE of its own. Such a file may be meant to do harm and was not read.",
    ),
    "no_goals": ("{file} 里没有目标（Goal）。", "{file} has no goals."),
    "unusable": ("{file} 读成的计划有错：{fault}", "What was read of {file} makes no sound plan: {fault}"),
    "doubts": ("存疑 {count} 处：", "{count:doubt}:"),
    "doubt.person": (
        "“{name}”是个人，不作为单位",
        "{name} is a person, and no department was made of the name",
    ),
    "doubt.perhaps_persons": (
        "{count} 个名称没有写明是单位还是个人，作为单位读入：{names}",
        "of {count:name|names} it is not said whether they are organisations or persons; they were read as departments: {names}",
    ),
    "doubt.region": (
        "文件没有写地方，暂写“{region}”",
        "the file names no region: {region} stands in its place",
    ),
    "doubt.date": (
        "{element} 的“{written}”不是日期，没有读入",
        "{written!r} in {element} is no date and was left out",
    ),
    "doubt.number": (
        "NumberOfUnits 的“{written}”不是数字，没有读入",
        "{written!r} in NumberOfUnits is no number and was left out",
    ),
    "doubt.numbers": (
        "编号（SequenceIndicator）有缺或有重复，编号改按次序",
        "numbers (SequenceIndicator) are missing or stand twice: ids are made of the order",
    ),
    "doubt.no_name": (
        "{element} 没有名称，取说明开头为题：{text}",
        "{element} has no name; the first words of its description stand in its place: {text}",
    ),
    "part.short_title": ("计划简称", "short title"),
    "part.plan_status": ("计划状态", "standing of the plan"),
    "part.issued_month": ("只到年月的印发时间", "issue date without a day"),
    "part.nesting": ("章节的上下级", "nesting of sections"),
    "part.source": ("在原文中的位置", "places in the document"),
    "part.successor": ("由哪项任务接替", "tasks in their place"),
    "part.baseline_year": ("指标的对比年份", "baseline years"),
    "part.force": ("指标的约束性或预期性", "force of targets"),
    "part.signs": ("控制字符", "control characters"),
    "part.author": ("填报人", "authors of notes"),
    "part.problems": ("存在问题", "problems"),
    "part.next_steps": ("下一步措施", "next steps"),
    "part.reason": ("暂缓、中止等的理由", "reasons of a status"),
    "part.requirement": ("逐项时限的完成情况", "words on single requirements"),
    "part.actual": ("指标实际值", "actual values"),
    "part.evidence": ("佐证材料", "evidence"),
    "column.format": ("格式", "format"),
    "column.directions": ("方向", "directions"),
    "column.lost": ("没有位置的内容", "no place for"),
    "column.approximated": ("只能近似的内容", "approximated"),
    "export": ("导出", "export"),
    "import": ("导入", "import"),
    "stratml.goals": ("主要目标", "Main goals"),
    "stratml.progress": ("进展情况：{department}", "Progress: {department}"),
}
