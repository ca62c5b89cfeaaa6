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
    "roles.none": ("不另行规定角色", "the usual roles"),
    "roles.rules": ("角色规定 {rules}", "roles {rules}"),
    "counting_stage.saved": ("保存即计入通报", "notes count in circulars once saved"),
    "counting_stage.submitted": ("报送后计入通报", "notes count in circulars once submitted"),
    "counting_stage.checked": ("审核后计入通报", "notes count in circulars once checked"),
    "counting_stage.closed": ("销号后计入通报", "notes count in circulars once closed"),
    "left_out.submitted": (
        "有 {count} 条进展尚未报送，不计入。",
        "{count:note} not yet submitted {count:~is|are} not counted.",
    ),
    "left_out.checked": (
        "有 {count} 条进展尚未审核，不计入。",
        "{count:note} not yet checked {count:~is|are} not counted.",
    ),
    "left_out.closed": (
        "有 {count} 条进展尚未销号，不计入。",
        "{count:note} not yet closed {count:~is|are} not counted.",
    ),
    "current": ("本期：{period}（{first} 至 {last}）", "current period: {period} ({first} to {last})"),
    "current_closing": (
        "本期：{period}（{first} 至 {last}），{closing} 截止",
        "current period: {period} ({first} to {last}), closing on {closing}",
    ),
    "speaks_of": (
        "{period}截止前（{closing}）未写 --date，按期末 {day} 记。",
        "No --date given before {period} closes on {closing}: the note speaks of its last day, {day}.",
    ),
    "never": ("从未报送", "never reported"),
    "missing_counted": (
        "{period}：{departments} 个单位 {tasks} 项未报送（其中从未报送 {never} 项），共 {all} 项任务",
        "{period}: {departments:department} with {tasks:report} missing ({never} never reported), of {all:task} in all",
    ),
    "not_in_force": (
        "{period}时《{plan}》（{issued}）尚未印发，不计未报送。",
        "“{plan}” ({issued}) was not yet in force in {period}: no report on it is missing.",
    ),
    "plans_not_in_force": (
        "{period}时有 {count} 个计划尚未印发，不计未报送。",
        "{count:plan} {count:~was|were} not yet in force in {period}: no report on {count:~it|them} is missing.",
    ),
    "due_counted": (
        "{department} {period}应报送 {owed} 项，已报送 {reported} 项",
        "{department}, {period}: {owed} to report, {reported} reported",
    ),
    "since_column.kind": ("事由", "Reason"),
    "since_column.day": ("日期", "Day"),
    "since_kind.never_reported": ("从未报送", "never reported"),
    "since_kind.too_old": ("报送过久", "too old"),
    "since_kind.over_target": ("超过目标", "over target"),
    "since_kind.date": ("到期", "date"),
    "since_counted": (
        "{since} 至 {today}：从未报送 {never_reported} 项，报送过久 {too_old} 项，超过目标 {over_target} 项，到期 {date} 项",
        "{since} to {today}: {never_reported} never reported, {too_old} reported too long ago, {over_target} over target, {date:date} come",
    ),
    "since_ahead": (
        "--since {since} 晚于截至日期 {today}。",
        "--since {since} is after the as-of day {today}.",
    ),
    "since_or_period": ("--since 和 --period 只能写一个。", "Give --since or --period, not both."),
    "due_closing": ("截止日 {closing}", "closing on {closing}"),
    "no_own_department": (
        "还没有设置本单位，请用 --department 写明，或先运行 plantui config set department。",
        "No own department is set: name one with --department, or run plantui config set department first.",
    ),
    "bad_period_name": (
        "--period 不能是“{value}”。写法：2024-06、2024Q2、2024H1、2024-03-26..2024-06-25",
        "--period cannot be {value!r}. It is written 2024-06, 2024Q2, 2024H1 or 2024-03-26..2024-06-25",
    ),
    "period_ahead": (
        "{period}还没有开始（今天 {today}）。",
        "The period {period} has not begun yet (today is {today}).",
    ),
    "period_of_what": (
        "--period 要与 --not-reported 一起用。",
        "--period says in which period nothing was reported: use it with --not-reported.",
    ),
    "change.new": ("新报", "new"),
    "change.edited": ("修改", "edited"),
    "change.retracted": ("撤回", "retracted"),
    "change.stage": ("办理环节", "step"),
    "change.extension": ("延期", "extension"),
    "change.assignment": ("任务认领", "assignment"),
    "change.assessment": ("独立评估", "assessment"),
    "change.choice": ("约定", "choice"),
    "change.alignment": ("对应关系", "alignment"),
    "turned": ("{then} → {now}", "{then} → {now}"),
    "not_given": ("未填", "none"),
    "changes_join": ("；", "; "),
    "choice_made": ("{name} = {value}", "{name} = {value}"),
    "changed": ("{since}共 {count} 处变化", "{count:change} {since}"),
    "nobody": ("（未写明单位）", "(nobody named)"),
    "cut": ("台账现状：{cut}", "state of the ledger: {cut}"),
    "no_cut": ("台账中还没有内容。", "Nothing has been written to the ledger yet."),
    "chosen": ("已约定 {name} = {value}（{meaning}）", "{name} is now {value} ({meaning})"),
    "chosen_before": ("{name} 已经是 {value}（{meaning}）", "{name} is {value} already ({meaning})"),
    "unreadable": (
        "台账中 {name} = {value}，本版本读不懂，按未约定处理。",
        "The ledger has {name} = {value}, which this version cannot read; it counts as not chosen.",
    ),
    "forms.period": (
        "month（月）、quarter（季）、half_year（半年）、dates:03-25,06-25,09-25,12-25（每期的末日）",
        "month, quarter, half_year, dates:03-25,06-25,09-25,12-25 (the last day of each period)",
    ),
    "forms.closing_day": (
        "none（不设）、25（期末当月 25 日）、+5（期末后 5 天）、-3（期末前 3 天）、每月25日前、次月5日前",
        "none, 25 (day 25 of the period's last month), +5 (5 days after its end), -3 (3 days before it)",
    ),
    "forms.roles": (
        "none（不规定），或以空格分隔的 required、步骤=角色，如 required checked=checker,supervision。"
        "步骤：submitted、checked、returned、closed、reopened；角色：clerk、checker、supervision",
        "none, or parts such as required checked=checker,supervision, parted by blanks. "
        "Steps: submitted, checked, returned, closed, reopened; roles: clerk, checker, supervision",
    ),
    "forms.counting_stage": (
        "saved（保存）、submitted（报送）、checked（审核）、closed（销号）",
        "saved, submitted, checked, closed",
    ),
    "forms.light_rules": (
        "{names}，或规则文件（.toml）的路径",
        "{names}, or the path of a rule file (.toml)",
    ),
    "bad_choice": (
        "{name} 不能是“{value}”。可用：{forms}",
        "{name} cannot be {value!r}. There are: {forms}",
    ),
    "office_title": (
        "全单位约定：各席位一样，写入台账，可撤销",
        "Office-wide choices: the same for every desk, kept in the ledger, undone by Ctrl+Z",
    ),
    "office_kept": ("{said}，Ctrl+Z 撤销", "{said}; Ctrl+Z takes it back"),
    "name.period": ("报告期", "period"),
    "name.closing_day": ("截止日", "closing day"),
    "name.light_rules": ("预警规则", "light rules"),
    "name.roles": ("角色", "roles"),
    "name.counting_stage": ("计入通报", "counting stage"),
    "key.change": ("修改", "change"),
    "key.keep": ("约定", "keep"),
    "bad_light_rules": (
        "{option} 不能是“{value}”，没有这样的规则。可用：{forms}",
        "{option} cannot be {value!r}, there are no such rules. There are: {forms}",
    ),
    "faulty_light_rules": (
        "{option} 不能是“{value}”，规则文件有误：{fault}",
        "{option} cannot be {value!r}, its file has a fault: {fault}",
    ),
}
