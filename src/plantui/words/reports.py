"""Texts of the reports that offices hand in: reports, one-page summaries, letters to departments."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    # Titles, days, names
    "title": ("{subject}{form}", "{form} on {subject}"),
    "as_of": ("（截至{day}）", "(as of {day})"),
    "addressee": ("{name}：", "To: {name}"),
    "subject.none": ("各计划", "the plans"),
    "subject.join": ("和", " and "),
    "subject.several": ("{first}等{count}个计划", "{count:plan} ({first} and others)"),
    "quoted_plan": ("《{title}》", "“{title}”"),
    "task": ("任务{number} {title}", "task {number}, {title}"),
    "task.bare": ("任务 {title}", "task {title}"),
    "task.of_plan": ("{plan}{task}", "{plan}, {task}"),
    "join": ("，", ", "),
    "join.last": ("，", " and "),
    "day": ("{year}年{month}月{day}日", "{day} {month} {year}"),
    "period.month": ("{year}年{month}月", "{month} {year}"),
    "months": (
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "January February March April May June July August September October November December",
    ),
    # Headings
    "part": ("{number}、{title}", "{number}. {title}"),
    "part.second": ("（{number}）{title}", "{number}) {title}"),
    "numbers": ("一二三四五六七八九十", "1234567890"),
    "numbers.second": ("一二三四五六七八九十", "abcdefghij"),
    "overall": ("总体情况", "Overall progress"),
    "departments": ("各单位完成情况", "Progress by department"),
    "indicators": ("指标完成情况", "Indicators"),
    "lagging": ("滞后和逾期事项", "Tasks that are overdue or behind"),
    "lagging.overdue": ("逾期事项", "Overdue"),
    "lagging.behind": ("滞后事项", "Behind schedule"),
    "problems": ("存在问题", "Problems"),
    "problems.told": ("各单位反映的问题", "Problems that departments report"),
    "next_steps": ("下一步措施", "Next steps"),
    "next_steps.downward": ("下一步要求", "What is asked"),
    "next_steps.told": ("重点任务的下一步措施", "Steps announced for the tasks above"),
    # Overall
    "total": (
        "截至{day}，{subject}共有任务{total}项，已完成{done}项，完成率{rate}。",
        "As of {day}, {done} of the {total:task} in {subject} {done:~is|are} completed ({rate}).",
    ),
    "total.chosen": (
        "截至{day}，{subject}中符合条件的任务共有{total}项，已完成{done}项，完成率{rate}。",
        "As of {day}, {done} of the {total:task} selected from {subject} {done:~is|are} completed ({rate}).",
    ),
    "total.unrated": (
        "截至{day}，{subject}中符合条件的任务共有{total}项，其中已完成{done}项。",
        "As of {day}, {done} of the {total:task} selected from {subject} {done:~is|are} completed.",
    ),
    "total.none": (
        "截至{day}，{subject}中没有符合条件的任务。",
        "As of {day}, no task of {subject} matches the selection.",
    ),
    "closed": (
        "已完成任务中，已销号{count}项。",
        "Of the completed tasks, {count} {count:~has|have} been closed after a check.",
    ),
    "others": ("其余任务中，{parts}。", "Of the others, {parts}."),
    "others.in_progress": ("推进中{count}项", "{count} {count:~is|are} in progress"),
    "others.not_started": ("未启动{count}项", "{count} {count:~has|have} not been started"),
    "others.standing": ("长期坚持{count}项", "{count} {count:~is a standing duty|are standing duties}"),
    "others.deferred": ("暂缓{count}项", "{count} {count:~is|are} deferred"),
    "others.stopped": ("已中止{count}项", "{count} {count:~has|have} been stopped"),
    "lights": ("从预警情况看，{parts}。", "The warning lights stand at {parts}."),
    "light.red": ("红灯{count}项", "{count} red"),
    "light.yellow": ("黄灯{count}项", "{count} yellow"),
    "light.green": ("绿灯{count}项", "{count} green"),
    "light.blue": ("蓝灯{count}项", "{count} blue"),
    "light.grey": ("灰灯（不计逾期）{count}项", "{count} grey (not counted as late)"),
    "light.none": ("无期限{count}项", "{count} without a date"),
    "late": (
        "其中逾期{overdue}项，进度滞后{behind}项。",
        "{overdue} {overdue:~task is|tasks are} overdue and {behind} {behind:~is|are} behind schedule.",
    ),
    "late.unknown": (
        "其中逾期{overdue}项。未完成任务都没有报完成比例，是否滞后无法判断。",
        "{overdue} {overdue:~task is|tasks are} overdue. No percentage has been reported for any open task, so it cannot be "
        "said whether they are behind schedule.",
    ),
    "late.some_unknown": (
        "另有{count}项未逾期的未完成任务没有报完成比例，是否滞后无法判断。",
        "For {count:other open task} no percentage has been reported; whether {count:~it is|they are} behind schedule cannot be said.",
    ),
    "late.no_years": (
        "其中逾期{overdue}项。报了完成比例的任务所属方案年份未给出，无法对照序时进度，是否滞后无法判断。",
        "{overdue} {overdue:~task is|tasks are} overdue. The plans of the tasks with a percentage give no years, so it cannot be "
        "said whether they are behind schedule.",
    ),
    "late.some_no_years": (
        "另有{count}项任务报了完成比例，但方案年份未给出，无法对照序时进度。",
        "{count:task} {count:~has|have} a percentage but {count:~its plan gives|their plans give} no years, so "
        "{count:~it|they} cannot be held against elapsed time.",
    ),
    "due_soon": ("近期到期{count}项。", "{count:task} {count:~falls|fall} due soon."),
    "owed": (
        "{period}应报未报任务{count}项，涉及{departments}个单位。",
        "For {period}, reports on {count:task} are still missing from {departments:department}.",
    ),
    "owed.nobody": (
        "另有{count}项任务未写明单位，也无人报送。",
        "{count:further task} {count:~names|name} no department and {count:~has|have} not been reported on.",
    ),
    "owed.only_nobody": (
        "{count}项任务未写明单位，也无人报送。",
        "{count:task} {count:~names|name} no department and {count:~has|have} not been reported on.",
    ),
    "owed.none": ("{period}进展已全部报送。", "For {period}, nothing remains to be reported."),
    "extended": (
        "累计延期{count}次，涉及任务{tasks}项。",
        "Dates have been extended {count:time}, for {tasks:task}.",
    ),
    "compared": ("与上期（截至{day}）相比，{parts}。", "Compared with {day}, {parts}."),
    "more.done": ("完成任务增加{count}项", "{count} more {count:~task is|tasks are} completed"),
    "fewer.done": ("完成任务减少{count}项", "{count} fewer {count:~task is|tasks are} completed"),
    "same.done": ("完成任务数不变", "the number of completed tasks is unchanged"),
    "more.overdue": ("逾期任务增加{count}项", "{count} more {count:~is|are} overdue"),
    "fewer.overdue": ("逾期任务减少{count}项", "{count} fewer {count:~is|are} overdue"),
    "same.overdue": ("逾期任务数不变", "as many are overdue"),
    "more.red": ("红灯增加{count}项", "there {count:~is|are} {count} more red {count:~light|lights}"),
    "fewer.red": ("红灯减少{count}项", "there {count:~is|are} {count} fewer red {count:~light|lights}"),
    "same.red": ("红灯项数不变", "the number of red lights is unchanged"),
    "by_plan": ("各计划完成情况", "Progress by plan"),
    "chart.lights": ("任务的预警情况", "Tasks by warning light"),
    "chart.departments": ("各单位完成率", "Completion rate by department"),
    "chart.said": ("{title}：{bars}。", "{title}: {bars}."),
    # Departments
    "departments.count": (
        "任务涉及{count}个单位。",
        "The tasks concern {count:department}.",
    ),
    "departments.none": ("任务都没有写明单位。", "The tasks name no department."),
    "departments.facts": ("其中，{parts}。", "Of these, {parts}."),
    "departments.all_done": (
        "{count}个单位的任务已全部完成",
        "{count} {count:~has|have} completed all of their tasks",
    ),
    "departments.none_done": (
        "{count}个单位的任务都还没有完成",
        "{count} {count:~has|have} completed none",
    ),
    "departments.overdue": ("{count}个单位有逾期任务", "{count} {count:~has|have} overdue tasks"),
    "departments.owing": (
        "{count}个单位{period}有任务未报送",
        "{count} {count:~owes|owe} reports for {period}",
    ),
    "departments.worst": (
        "逾期任务较多的有{names}。",
        "The most overdue tasks are with {names}.",
    ),
    "departments.equal": (
        "逾期任务最多的有{count}个单位，各{each}项。",
        "{count:department} {count:~has|have} the most overdue tasks, {each} each.",
    ),
    "departments.counted": ("{name}（{count}项）", "{name} ({count})"),
    "departments.role": (
        "任务计入其每个单位（{role}），各单位之和可能大于任务总数；“—”表示未报完成比例或不适用。",
        "A task counts for each of its departments ({role}), so the sum may exceed the number of tasks; “—” means not reported or not "
        "applicable.",
    ),
    "column.department": ("单位", "department"),
    "column.plan": ("计划", "plan"),
    "column.all": ("合计", "all"),
    "column.tasks": ("任务数", "tasks"),
    "column.done": ("已完成", "done"),
    "column.rate": ("完成率", "rate"),
    "column.in_progress": ("推进中", "in progress"),
    "column.behind": ("滞后", "behind"),
    "column.overdue": ("逾期", "overdue"),
    "column.not_reported": ("未报送", "not reported"),
    "column.red": ("红灯", "red"),
    "column.yellow": ("黄灯", "yellow"),
    # Indicators
    "indicators.none": ("任务中没有量化指标。", "The tasks have no indicators."),
    "indicators.count": (
        "{tasks}项任务共有量化指标{count}项，其中{parts}。",
        "{tasks:task} {tasks:~has|have} {count:indicator}: {parts}.",
    ),
    "indicators.missed": ("到期未达到{count}项", "{count} missed {count:~its|their} target by the date"),
    "indicators.not_reported": (
        "未报完成值{count}项",
        "for {count} no value has been reported",
    ),
    "indicators.not_comparable": (
        "完成值须人工比对{count}项",
        "{count} can only be compared by a person",
    ),
    "indicators.on_the_way": ("推进中{count}项", "{count} {count:~is|are} on the way"),
    "indicators.met": ("已达到{count}项", "{count} {count:~has|have} been met"),
    "indicators.left_out": (
        "另有{count}个完成值由任务未写明的单位报送，不计入。",
        "{count:value} reported by departments that the task does not name {count:~is|are} not counted.",
    ),
    "indicators.rest": (
        "未报完成值的{count}项指标不列入下表，见工作台账。",
        "The {count:indicator} without a value {count:~is|are} not in the table; the working ledger has them.",
    ),
    "indicators.table": ("已报完成值的指标", "Indicators with reported values"),
    "indicator.state.missed": ("到期未达到", "missed"),
    "indicator.state.not_reported": ("未报", "not reported"),
    "indicator.state.not_comparable": ("须人工比对", "to be compared"),
    "indicator.state.on_the_way": ("推进中", "on the way"),
    "indicator.state.met": ("已达到", "met"),
    "column.number": ("序号", "no."),
    "column.task": ("任务", "task"),
    "column.indicator": ("指标", "indicator"),
    "column.target": ("目标值", "target"),
    "column.actual": ("完成值", "actual"),
    "column.state": ("完成情况", "state"),
    "actual": ("{department}：{amount}（{day}）", "{department}: {amount} ({day})"),
    # Lagging
    "lagging.none": ("没有逾期或滞后的任务。", "No task is overdue or behind schedule."),
    "overdue.count": (
        "逾期任务{count}项，时间最长的已逾期{days}天。",
        "{count:task} {count:~is|are} overdue, {count:~by|the longest by} {days:day}.",
    ),
    "behind.count": (
        "未到期但进度落后于序时进度的任务{count}项，其中严重滞后{far}项。",
        "{count:task} not yet due {count:~is|are} behind elapsed time, {far} of {count:~it|them} far behind.",
    ),
    "overdue.table": ("逾期事项清单", "Overdue tasks"),
    "warned.table": ("重点关注事项", "Tasks to watch"),
    "behind.table": ("滞后事项清单", "Tasks behind schedule"),
    "column.accountable": ("牵头（责任）单位", "accountable departments"),
    "column.requirement": ("要求", "requirement"),
    "column.last": ("上次报送", "last report"),
    "column.due": ("完成时限", "due"),
    "column.days": ("逾期天数", "days overdue"),
    "column.points": ("滞后百分点", "points behind"),
    "column.status": ("办理状态", "status"),
    "column.light": ("预警", "light"),
    "due.first": ("{due}（原{first}）", "{due} (first {first})"),
    # Problems
    "ordinal": ("{number}是{said}", "({number}) {said}"),
    "problem.overdue": (
        "{count}项任务逾期未完成，最长的已逾期{days}天。",
        "{count:task} {count:~has|have} passed {count:~its date|their dates}, {count:~by|the longest by} {days:day}.",
    ),
    "problem.behind": (
        "{count}项任务进度落后于序时进度。",
        "{count:task} {count:~is|are} behind elapsed time.",
    ),
    "problem.missing": (
        "{departments}个单位{period}未按要求报送{count}项任务的进展。",
        "{departments:department} {departments:~has|have} not reported on {count:task} for {period}.",
    ),
    "problem.silent": (
        "{count}项任务从未有单位填报。",
        "On {count:task} nobody has ever reported.",
    ),
    "problem.missed": (
        "{count}项指标到期未达到目标值。",
        "{count:indicator} {count:~has|have} missed {count:~its target|their targets}.",
    ),
    "problem.no_value": (
        "{count}项指标没有报送完成值，达到与否无法判断。",
        "For {count:indicator} no value has been reported, so nobody can say whether {count:~it is|they are} met.",
    ),
    "problem.no_percent": (
        "{count}项推进中的任务没有报完成比例，难以对照序时进度。",
        "{count:task} in progress {count:~comes|come} without a percentage, so {count:~it|they} cannot be held against elapsed time.",
    ),
    "problem.none": (
        "从现有填报看，没有发现逾期、滞后和漏报。",
        "Nothing reported so far is overdue, behind or missing.",
    ),
    "problems.untold": ("各单位的填报没有反映困难和问题。", "No department reports a problem."),
    "problems.unheard": (
        "没有单位填报，困难和问题无从了解。",
        "No department has reported, so nothing is known of problems.",
    ),
    "told": ("{at}.{department}（{task}）：{said}", "{at}. {department} ({task}): {said}"),
    # Next steps
    "step.overdue": (
        "紧盯{count}项逾期任务，逐项查明原因、明确完成时间。",
        "For each of the {count:overdue task}, the cause will be established and a new date set.",
    ),
    "step.behind": (
        "加快{count}项滞后任务的进度，赶上序时进度。",
        "Work on the {count:task} behind schedule will be speeded up.",
    ),
    "step.missing": (
        "督促{departments}个单位补报{period}的进展。",
        "{departments:department} will be reminded to report for {period}.",
    ),
    "step.no_value": (
        "补齐{count}项指标的完成值。",
        "The missing values of {count:indicator} will be collected.",
    ),
    "step.due_soon": (
        "盯紧{count}项临期任务，确保按期完成。",
        "The {count:task} falling due soon will be watched closely.",
    ),
    "step.none": ("继续按计划推进各项任务。", "Work goes on as planned."),
    "ask.overdue": (
        "逾期任务的单位要逐项查明原因，明确完成时间和责任人，抓紧办理（{count}项）。",
        "Departments with overdue tasks ({count}) are asked to state the cause, a new date and who is in charge of each.",
    ),
    "ask.behind": (
        "进度滞后的单位要加快进度，尽快赶上序时进度（{count}项任务）。",
        "Departments behind schedule ({count:task}) are asked to catch up with elapsed time.",
    ),
    "ask.missing": (
        "{departments}个单位要尽快补报{period}的进展。",
        "{departments:department} {departments:~is|are} asked to report for {period} without delay.",
    ),
    "ask.no_value": (
        "有关单位要补报{count}项指标的完成值。",
        "Departments concerned are asked to report the missing values of {count:indicator}.",
    ),
    "ask.due_soon": (
        "临期任务的单位要倒排时间，确保按期完成（{count}项）。",
        "Departments with tasks falling due soon ({count}) are asked to finish them in time.",
    ),
    "ask.none": ("各单位要继续按计划推进各项任务。", "Departments are asked to go on as planned."),
    "steps.rest": (
        "其余任务的下一步措施见工作台账。",
        "The working ledger has the steps for all other tasks.",
    ),
    # One page
    "one_page.departments": (
        "完成情况靠后的单位（{count}个单位中的{shown}个）",
        "Departments that are furthest behind ({shown} of {count})",
    ),
    "one_page.all_departments": ("各单位完成情况", "Progress by department"),
    "one_page.no_room": (
        "筛选条件等说明文字太长，一项任务不列也放不成一页。请减少筛选条件，或改用情况汇报。",
        "The lines on filter and the like are so long that one page has no room for them even without a task: filter by less, or write the "
        "progress report.",
    ),
    "one_page.more": (
        "另有{count}项红灯、黄灯任务未列，见工作台账。",
        "{count:more task} under a red or yellow light {count:~stands|stand} in the working ledger.",
    ),
    "one_page.all": (
        "以上{count}项为全部红灯、黄灯任务。",
        "{count:~This is the one task|These are all tasks} under a red or yellow light ({count}).",
    ),
    # The ledger
    "ledger.left_out": (
        "本件未列下列栏目（限于版面，.xlsx 工作台账中有）：{names}",
        "Columns for which this page has no room (the working ledger as .xlsx has them): {names}",
    ),
    # An office's own template
    "template.unreadable": ("模板 {path} 无法读取：{reason}", "cannot read the template {path}: {reason}"),
    "template.no_document": (
        "模板 {path} 不是 .docx 文档，请用文字处理软件另存为 .docx。",
        "The template {path} is no .docx document: save it as one in a word processor.",
    ),
    "template.unknown": (
        "模板 {path} 的段落“{paragraph}”中有不认识的占位符“{name}”。可用：{names}",
        "The template {path} has an unknown place {name!r} in the paragraph “{paragraph}”. There are: {names}",
    ),
    "template.broken": (
        "模板 {path} 的段落“{paragraph}”中的占位符写得不完整，应如 {{{{ title }}}}。",
        "The template {path} has a place that is not whole in the paragraph “{paragraph}”; it should be like {{{{ title }}}}.",
    ),
    "template.body": (
        "模板 {path} 的段落“{paragraph}”：正文占位符须单独成段，放在正文中，且只有一个。",
        "The template {path}, in the paragraph “{paragraph}”: the place of the body is a paragraph of its own in the text, and the only one.",
    ),
    "template.no_a4": (
        "模板 {path} 的页面是 {short} × {long} 毫米，一页纸要用 A4（210 × 297 毫米）。",
        "The page of the template {path} is {short} by {long} mm; a summary on one page needs A4 (210 by 297 mm).",
    ),
    "template.sections": (
        "模板 {path} 分了几节或几栏，一页纸的模板只能有一节、一栏。",
        "The template {path} has several sections or columns; a summary on one page needs one section of one column.",
    ),
    "template.page_break": (
        "模板 {path} 自己的文字中有分页符，放不成一页，请去掉。",
        "The own text of the template {path} has a page break, so no single page is possible: take it out.",
    ),
    "template.no_room": (
        "模板 {path} 留给一页纸的版面太小：至少要 {needed} 毫米高，只有 {left} 毫米。请缩小页边距、页眉页脚、字号或模板自己的文字。",
        "The template {path} leaves too little room for one page: {needed} mm of height are needed at least, and there are {left} mm. "
        "Make margins, head, foot, type or its own text smaller.",
    ),
    # Letters to departments
    "letter.none": (
        "没有需要发{form}的单位。",
        "No department needs a letter of the form {form}.",
    ),
    "letter.missing": (
        "按照{subject}的安排，你单位{period}尚有{count}项任务的进展未报送（截至{day}），现予催办。",
        "Under {subject}, reports on {count:task} for {period} have not been received from you as of {day}.",
    ),
    "letter.missing.table": ("未报送任务清单", "Tasks to report on"),
    "letter.missing.by": (
        "请于{by}补报；确有困难的，请书面说明原因。",
        "Please report {by}, or state in writing why you cannot.",
    ),
    "letter.missing.open": (
        "请尽快补报；确有困难的，请书面说明原因。",
        "Please report as soon as you can, or state in writing why you cannot.",
    ),
    "letter.red": (
        "对照{subject}，{period}你单位承担的任务有{count}项亮红灯（截至{day}），现予督办。",
        "Under {subject}, {count:task} in your charge {count:~is|are} under a red light as of {day} (reporting period {period}).",
    ),
    "letter.red.table": ("督办事项清单", "Tasks to act on"),
    "letter.red.by": (
        "请逐项查明原因，提出整改措施，明确完成时间和责任人，于{by}书面反馈。",
        "Please state in writing {by}, for each of them, the cause, what will be done, until when and who is in charge.",
    ),
    "letter.red.open": (
        "请逐项查明原因，提出整改措施，明确完成时间和责任人，并书面反馈。",
        "Please state in writing, for each of them, the cause, what will be done, until when and who is in charge.",
    ),
    "letter.by.day": ("{day}前", "by {day}"),
    "letter.by.today": ("{day}当日", "on {day}, the day of this letter"),
    "letter.by.days": (
        "{day}前（含当日，自{first}起{days}个自然日）",
        "by {day} ({days:calendar day} from {first})",
    ),
    # Facts below a report
    "facts.join": ("；", "; "),
    "facts.filter": ("筛选条件：{filter}", "Filter: {filter}"),
    "facts.told": ("本件任务数：{count}项", "Tasks in this letter: {count}"),
    "facts.count": (
        "任务数：所列{count}项，全部{all}项",
        "Tasks: {count} listed of {all} in all",
    ),
    "facts.as_of": ("截至日期：{day}", "As of: {day}"),
    "facts.period": (
        "报告期：{period}（{first}至{last}）",
        "Reporting period: {period} ({first} to {last})",
    ),
    "facts.cut": ("台账现状：{cut}", "State of the ledger: {cut}"),
    "facts.before": ("较上期：与{day}比较", "Compared with: {day}"),
    "facts.profile": (
        "{profile}：未列{names}",
        "{profile}: without {names}",
    ),
    "facts.demo": (
        "本件依据演示数据编制，进展均为虚构。",
        "Made from the demonstration: the progress is invented.",
    ),
}
