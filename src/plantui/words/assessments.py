"""Texts of independent assessments beside the departments' own reports."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "heading": ("独立评估", "Independent assessments"),
    "by.supervision": ("督查室", "supervision"),
    "by.third_party": ("第三方", "third party"),
    "by.audit": ("审计", "audit"),
    "agreement.agrees": ("一致", "agrees"),
    "agreement.disputed": ("不一致", "disputed"),
    "verdict": ("{by}评估 {status}", "assessed by {by}: {status}"),
    "score": ("{score} 分", "{score} of 100"),
    "join": ("，", ", "),
    "no_report": ("未报送", "not reported"),
    "beside": ("{department} 自报 {own}；{said}", "{department} reports: {own}; {said}"),
    "disputed": (
        "{department} 自报 {own}；{said}（不一致）",
        "{department} reports: {own}; {said} (disputed)",
    ),
    "finding_required": ("评估须写明结论。", "An assessment needs its finding."),
    "bad_score": (
        "分数 {value} 不对：写 0 到 100 的整数。",
        "{value} is no score: write a number from 0 to 100.",
    ),
    "for_others": (
        "独立评估不由填报单位自己登记；可以的是：督查。",
        "An independent assessment is not entered by the department itself; it is for: supervision.",
    ),
    "choice": ("登记独立评估", "enter an independent assessment"),
    "field.finding": ("结论", "Finding"),
    "field.score": ("分数", "Score"),
    "hint.finding": ("必填", "required"),
    "hint.score": ("0 到 100，可不填", "0 to 100, may stay empty"),
    "key.status": ("选状态", "choose the status"),
    "title": ("独立评估 · {task}", "Assessment · {task}"),
    "of": ("{by} · {department}", "{by} · {department}"),
}
