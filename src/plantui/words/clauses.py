"""Texts on why a reading of departments, dates or figures is doubtful."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "before_year": (
        "“{phrase}”按当年年底计，也可能指上一年年底",
        "“{phrase}” is read as the end of that year; it may mean the end of the year before",
    ),
    "before_month": (
        "“{phrase}”按当月月底计，也可能指上月月底",
        "“{phrase}” is read as the end of that month; it may mean the end of the month before",
    ),
    "before_plan": (
        "“{phrase}”早于计划的年份，按原文收入，请核对",
        "“{phrase}” lies before the plan's years; it was taken as printed, please check it",
    ),
    "no_year": ("“{phrase}”没有写明年份", "“{phrase}” names no year"),
    "season": (
        "“{phrase}”没有写明日期，各地学期、汛期、采暖期起始不同",
        "“{phrase}” names no day: terms and seasons begin on different days in different places",
    ),
    "no_such_day": ("“{phrase}”不是日历上的日期", "“{phrase}” is no day of the calendar"),
    "no_issue_date": (
        "“{phrase}”从印发之日算起，但文件没有印发日期",
        "“{phrase}” counts from the day of issue, which the document does not give",
    ),
    "workdays": (
        "“{phrase}”按周一至周五计算，未考虑法定节假日",
        "“{phrase}” is counted from Monday to Friday, without public holidays",
    ),
    "no_department": (
        "“{text}”在单位的位置上，但不像单位名称，未收入",
        "“{text}” stands where departments stand but does not look like one; it was left out",
    ),
    "cut_bracket": (
        "“{text}”：括号没有合上，后面的单位可能缺了",
        "“{text}”: the bracket is never closed, departments may be missing behind it",
    ),
    "no_role": (
        "“{text}”只列出单位，没有写明职责，按责任单位收入",
        "“{text}” lists departments without a role; they were taken as responsible",
    ),
    "not_read": (
        "“{text}”像是责任分工，但其中没有认出单位名称，留在正文里",
        "“{text}” seems to say who is responsible, but no department was recognised; it stays in the text",
    ),
    "from_sentence": (
        "责任单位从正文的句子“{text}”中认定，请核对",
        "the departments were taken from the sentence “{text}” of the text: please check them",
    ),
}
