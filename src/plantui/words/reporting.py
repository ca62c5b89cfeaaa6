"""Reporting periods, and the choices that hold for a whole office."""

from __future__ import annotations

ENTRIES = {
    "period.month": ("按月", "by month"),
    "period.quarter": ("按季", "by quarter"),
    "period.half_year": ("按半年", "by half-year"),
    "period.dates": ("自定日期，每期末日 {days}", "own dates, the last days being {days}"),
    "period_name.month": ("{year}年{month}月", "{year}-{month:02}"),
    "period_name.quarter": ("{year}年第{number}季度", "{year} Q{number}"),
    "period_name.first_half": ("{year}年上半年", "first half of {year}"),
    "period_name.second_half": ("{year}年下半年", "second half of {year}"),
    "period_name.dates": ("{first}至{last}", "{first} to {last}"),
    "closing.none": ("不设截止日", "no closing day"),
    "closing.day_of_month": ("期末当月{day}日前", "by day {day} of the period's last month"),
    "closing.after": ("期末后{days}天内", "within {days:day} of the period's end"),
    "closing.before": ("期末前{days}天", "{days:day} before the period's end"),
    "closing.at_end": ("期末当日", "on the period's last day"),
    "light_rules.default": ("自带的预警规则", "the bundled rules"),
    "light_rules.named": ("预警规则 {name}", "the rules {name}"),
    "roles.none": ("没有规定角色", "the usual roles"),
    "roles.rules": ("角色规定 {rules}", "roles {rules}"),
    "counting_stage.saved": ("保存即计入通报", "notes count in circulars once saved"),
    "counting_stage.returned": ("保存即计入通报", "notes count in circulars once saved"),
    "counting_stage.submitted": ("报送后计入通报", "notes count in circulars once submitted"),
    "counting_stage.checked": ("审核后计入通报", "notes count in circulars once checked"),
    "counting_stage.closed": ("销号后计入通报", "notes count in circulars once closed"),
    "current": ("本期：{period}（{first} 至 {last}）", "current period: {period} ({first} to {last})"),
    "current_closing": (
        "本期：{period}（{first} 至 {last}），{closing} 截止",
        "current period: {period} ({first} to {last}), closing on {closing}",
    ),
    "cut": ("账本现状：{cut}", "state of the ledger: {cut}"),
    "no_cut": ("账本中还没有内容。", "Nothing has been written to the ledger yet."),
    "chosen": ("已约定 {name} = {value}（{meaning}）", "{name} is now {value} ({meaning})"),
    "chosen_before": ("{name} 已经是 {value}（{meaning}）", "{name} is {value} already ({meaning})"),
    "unreadable": (
        "账本中 {name} = {value}，本版本读不懂，按未约定处理。",
        "The ledger has {name} = {value}, which this version cannot read; it counts as not chosen.",
    ),
    "bad_period": (
        "period 不能是“{value}”。可用：month（月）、quarter（季）、half_year（半年）、dates:03-25,06-25,09-25,12-25（每期的末日）",
        "period cannot be {value!r}. There are: month, quarter, half_year, dates:03-25,06-25,09-25,12-25 "
        "(the last day of each period)",
    ),
    "bad_closing_day": (
        "closing_day 不能是“{value}”。可用：none（不设）、25（期末当月 25 日）、+5（期末后 5 天）、-3（期末前 3 天）、"
        "每月25日前、次月5日前",
        "closing_day cannot be {value!r}. There are: none, 25 (day 25 of the period's last month), +5 (5 days after "
        "its end), -3 (3 days before it)",
    ),
    "bad_light_rules": (
        "light_rules 不能是“{value}”。default 是自带的规则，其他名称见预警规则文件。",
        "light_rules cannot be {value!r}. default is the bundled rules, other names are those of rule files.",
    ),
    "bad_roles": (
        "roles 不能是“{value}”。可用：none（不规定），或以空格分隔的 required、步骤=角色，如 required checked=checker,supervision。"
        "步骤：submitted、checked、returned、closed、reopened；角色：clerk、checker、supervision",
        "roles cannot be {value!r}. There are: none, or parts such as required checked=checker,supervision, parted by "
        "blanks. Steps: submitted, checked, returned, closed, reopened; roles: clerk, checker, supervision",
    ),
    "bad_counting_stage": (
        "counting_stage 不能是“{value}”。可用：saved（保存）、submitted（报送）、checked（审核）、closed（销号）",
        "counting_stage cannot be {value!r}. There are: saved, submitted, checked, closed",
    ),
}
