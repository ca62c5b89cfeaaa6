"""What an import says: how much was read, what is doubtful, what was left over."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "reading": ("正在读入", "reading"),
    "no_tasks": ("{file}：没有找到任务", "{file}: no tasks found"),
    "read": (
        "读入 {title}：{sections} 节、{tasks} 项任务、{deadlines} 个时限、{indicators} 个指标",
        "read {title}: sections {sections}, tasks {tasks}, deadlines {deadlines}, indicators {indicators}",
    ),
    "coverage": ("原文归类 {percent}%", "{percent}% of the document's text accounted for"),
    "written": ("已写入 {path}", "written to {path}"),
    "doubts": ("存疑 {count} 处：", "doubtful places: {count}"),
    "doubt": ("{place}：{sentence}", "{place}: {sentence}"),
    "doubt.alternatives": ("{sentence}；也可能是 {others}", "{sentence}; it may also be {others}"),
    "place.line": ("第{line}行", "line {line}"),
    "place.page": ("第{page}页第{line}行", "page {page}, line {line}"),
    "remainder": ("未成为任务的部分：", "what did not become part of a task:"),
    "remainder.piece": ("{place}：[{kind}] {text}", "{place}: [{kind}] {text}"),
    "remainder.furniture": ("页码页眉", "page furniture"),
    "remainder.letter": ("通知正文", "covering letter"),
    "remainder.preamble": ("标题和前言", "title and preamble"),
    "remainder.general": ("总体要求", "general part"),
    "remainder.safeguards": ("保障措施", "safeguards"),
    "remainder.steps": ("实施步骤", "phases"),
    "remainder.duties": ("职责分工", "duties by department"),
    "remainder.annex": ("附件", "annex"),
    "remainder.repeated": ("重复的任务", "tasks said again"),
    "remainder.introduction": ("引言", "introduction"),
    "remainder.table": ("任务表", "task table"),
    "remainder.closing": ("落款", "close"),
    "remainder.other_part": ("其他部分", "other part"),
    "remainder.unknown": ("未识别", "not understood"),
    "doubt.title_from_text": (
        "“{read}”：原文没有标题，取正文开头为题",
        "“{read}”: the document gives no title; these are the first words of the text",
    ),
    "doubt.section_without_departments": (
        "“{read}”一节没有写明单位，未作为任务收入",
        "the section “{read}” names no departments; it was not taken as tasks",
    ),
    "doubt.other_part_with_tasks": (
        "文件另一部分（通知或附件）中有 {count} 处像任务的条目，未收入",
        "another part of the document (letter or annex) has {count} items that look like tasks; they were left out",
    ),
    "doubt.no_issuer": ("没有找到印发机关", "the issuer was not found"),
    "doubt.no_issue_date": ("没有找到印发日期", "the day of issue was not found"),
    "doubt.no_departments": ("“{read}”没有写明单位", "“{read}” names no departments"),
    "show.source": ("出处", "source"),
    "show.place": (
        "{field}：第 {range} 字符  {text}",
        "{field}: characters {range}  {text}",
    ),
    "show.none": ("此任务没有出处记录", "no source is recorded for this task"),
    "show.no_file": (
        "找不到原文件 {file}，只列出位置",
        "the document {file} is not there; only the places are listed",
    ),
    "show.changed": (
        "原文件 {file} 已改动，只列出位置",
        "the document {file} has changed; only the places are listed",
    ),
    "field.title": ("标题", "title"),
    "field.text": ("正文", "text"),
    "field.departments": ("单位", "department"),
    "field.deadlines": ("时限", "deadline"),
    "field.indicators": ("指标", "indicator"),
}
