"""Requirements, actual values and evidence of notes in words, and the states of indicators."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "requirements": ("时限完成情况", "Requirements"),
    "actuals": ("完成值", "Actual values"),
    "evidence": ("佐证材料", "Evidence"),
    "labelled": ("{label}：{text}", "{label}: {text}"),
    "detailed": ("{text}（{details}）", "{text} ({details})"),
    "done": ("已完成", "done"),
    "done_on": ("已完成（{day}）", "done ({day})"),
    "open": ("未完成", "open"),
    "reported": ("{department}：{text}（{day} 报）", "{department}: {text} (reported {day})"),
    "value": ("{department}：{text} {state}", "{department}: {text} {state}"),
    "former": ("（原表述）{text}", "(former wording) {text}"),
    "kind.file": ("文件", "file"),
    "kind.folder": ("文件夹", "folder"),
    "kind.link": ("链接", "link"),
    "indicator.met": ("已达到", "met"),
    "indicator.on_the_way": ("推进中", "on the way"),
    "indicator.missed": ("未达到", "missed"),
    "indicator.not_reported": ("未报", "not reported"),
    "indicator.not_comparable": ("待人工比对", "to be compared by a person"),
}
