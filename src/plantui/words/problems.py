"""Texts on the problems of plan files, departments files and the folders where they are looked for."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "former_wording": (
        "{plan} 任务 {task}：填报或延期针对的 {count} 条要求，计划中已不是这样写的，不计入：{wordings}。请在计划的新写法下重新填报。",
        "{plan}, task {task}: {count:requirement} that notes or extensions speak of no longer {count:~stands|stand} so in the "
        "plan and {count:~counts|count} for nothing: {wordings}. Please report on the plan's new wording.",
    ),
    "form_files": (
        '只有 kind = "bundle" 的报表才有 files，这里是“{kind}”。',
        'Only a form of kind = "bundle" has files; this one is {kind!r}.',
    ),
    "form_reply_days_kind": (
        '只有 kind = "reminder" 的报表才有 reply_days，这里是“{kind}”。',
        'Only a form of kind = "reminder" has reply_days; this one is {kind!r}.',
    ),
    "form_reply_days": (
        "应为 0 到 {most} 的整数（自然日），写的是 {value}",
        "should be a whole number of calendar days from 0 to {most}, not {value}",
    ),
    "form_member": (
        "“{value}”不能用。应为：报表名.格式，如 ledger.xlsx；格式有 {formats}",
        "{value!r} cannot be used. Right would be the name of a form and a format, like ledger.xlsx; formats: {formats}",
    ),
    "form_member_unknown": (
        "没有名为“{name}”的报表（plantui forms 列出全部）。",
        "There is no form named {name!r} (plantui forms lists them).",
    ),
    "form_member_bundle": (
        "“{name}”本身就是几份一起写的，不能再放进来。",
        "{name!r} is a bundle itself, and a bundle holds single forms.",
    ),
    "form_member_format": (
        "报表“{name}”没有 {format} 格式，可用：{formats}",
        "The form {name!r} cannot be written as {format}; there are: {formats}",
    ),
    "form_profile_twice": ("有两个名为“{name}”的版本。", "Two profiles are named {name!r}."),
    "form_template": (
        "{folder} 里没有模板文件“{name}”。",
        "There is no template {name!r} in {folder}.",
    ),
    "rules_unknown": (
        "没有名为“{name}”的预警规则。",
        "There are no light rules named {name!r}.",
    ),
    "map_no_title": (
        "列对照表没有任务的列。应有：title 或 text。",
        "The column map has no column for the task. Right would be: title or text.",
    ),
    "map_head_twice": (
        "表头“{head}”已用于 {other}。一个表头只能有一个含义。",
        "The head {head!r} is that of {other} already. A head has one meaning.",
    ),
    "rules_key": ("没有“{name}”这一项。可用：{known}", "There is no key {name!r}. There are: {known}"),
    "rules_value": ("“{value}”不能用。应为：{right}", "{value!r} cannot be used. Right would be: {right}"),
    "own_word": (
        "“{value}”不能作词。应为：不超过 {most} 个字，写在一行，前后不留空格。",
        "{value!r} is no word of a document. Right would be: at most {most} characters on one line, no blanks at the edges.",
    ),
    "rules_points": (
        "严重滞后的百分点（{far}）小于滞后的（{behind}）。",
        "The points of far behind ({far}) are fewer than those of behind ({behind}).",
    ),
    "file_unreadable": ("文件打不开：{reason}", "the file cannot be opened: {reason}"),
    "folder_unreadable": (
        "文件夹 {folder} 打不开：{reason}",
        "the folder {folder} cannot be opened: {reason}",
    ),
    "not_utf8": ("文件不是 UTF-8 编码（字节 {byte}）", "the file is not UTF-8 text (byte {byte})"),
    "toml_broken": ("TOML 格式有误：{detail}", "broken TOML: {detail}"),
    "toml_broken_at": (
        "TOML 格式有误：{detail}（第 {column} 列）",
        "broken TOML: {detail} (column {column})",
    ),
    "toml_too_deep": (
        "括号或带点的键嵌套超过 {most} 层；计划文件最多用 3 层",
        "brackets or the parts of a dotted key are nested more than {most} deep; a plan file needs three",
    ),
    "not_closed_on_line": (
        "以 {opener} 开头的文字在本行没有用 {closer} 结束",
        "the text that begins with {opener} is not closed by {closer} on the same line",
    ),
    "never_closed": (
        "这里的 {opener} 到文件末尾也没有对应的 {closer}",
        "the {opener} here has no {closer} anywhere after it",
    ),
    "closed_too_late": (
        "这里的 {opener} 到第 {last} 行才结束，中间像是漏了 {closer}",
        "the {opener} here ends only in line {last}; the {closer} that should close it seems to be missing",
    ),
    "not_a_file": (
        "不是普通文件（是文件夹、管道或设备）",
        "this is no file but a folder, a pipe or a device",
    ),
    "file_too_large": (
        "文件超过 {most} MB，没有读入；请把计划分成几个文件",
        "the file is larger than {most} MB and was not read; put its plan into several files",
    ),
    "file_unusable": (
        "文件中有本程序不能处理的内容，已略过（{detail}）",
        "the file holds something that this program cannot handle and was left out ({detail})",
    ),
    "more_problems": (
        "以上是本文件的前 {told} 处问题，另有 {count} 处没有列出",
        "these are the first {told} problems of this file; {count} more are not listed",
    ),
    "number_too_large": (
        "整数 {value} 过大，最大为 {most}",
        "the whole number {value} is too large; the largest is {most}",
    ),
    "section_too_deep": (
        "章节嵌套超过 {most} 层；请检查 parent",
        "sections lie inside each other more than {most} deep; look at their parents",
    ),
    "format_newer": (
        "文件格式版本 {format} 比本程序新，请升级 plantui",
        "format {format} is newer than this program; please upgrade plantui",
    ),
    "format_unknown": ("没有格式版本 {format}，应为 1", "there is no format {format}; it should be 1"),
    "key_missing": ("缺少 {name}", "{name} is missing"),
    "key_misspelt": (
        "没有 {name} 这个键，是不是 {nearest}？",
        "there is no key {name}; did you mean {nearest}?",
    ),
    "key_unknown": ("没有 {name} 这个键", "there is no key {name} here"),
    "text_empty": ("不能为空", "must not be empty"),
    "expected_text": ("应为带引号的文字，写的是 {value}", "should be text in quotes, not {value}"),
    "expected_integer": ("应为整数，写的是 {value}", "should be a whole number, not {value}"),
    "expected_year": ("应为年份（如 2025），写的是 {value}", "should be a year such as 2025, not {value}"),
    "expected_number": ("应为数字，写的是 {value}", "should be a number, not {value}"),
    "expected_date": (
        "应为日期（如 2025-09-30，不加引号），写的是 {value}",
        "should be a date such as 2025-09-30 without quotes, not {value}",
    ),
    "expected_texts": (
        '应为文字列表（如 ["市财政局"]），写的是 {value}',
        'should be a list of texts such as ["市财政局"], not {value}',
    ),
    "expected_range": (
        '应为字符范围，如 "120-135"，写的是 {value}',
        'should be a range of characters such as "120-135", not {value}',
    ),
    "places_differ": (
        "有 {places} 处出处，{name} 有 {values} 项；出处会对不上",
        "has {places} places for {values} {name}; which belongs to which is not known",
    ),
    "expected_switch": ("应为 true 或 false，写的是 {value}", "should be true or false, not {value}"),
    "expected_table": ("应为一个表，写的是 {value}", "should be a table, not {value}"),
    "expected_tables": (
        "应为若干个表（每个以双方括号的 {name} 开头），写的是 {value}",
        "should be tables, each under its own double-bracket header {name}, not {value}",
    ),
    "date_quoted": ("日期 {value} 不加引号", "the date {value} is written without quotes"),
    "date_impossible": (
        "没有 {value} 这一天，日期写作 2025-09-30 的形式",
        "{value} is not a day; dates are written like 2025-09-30",
    ),
    "date_with_time": ("只写日期，不写时刻：{value}", "a date has no time of day: {value}"),
    "year_range": (
        "{value} 不在 {first} 至 {last} 年之间",
        "{value} is not between the years {first} and {last}",
    ),
    "choice_wrong": (
        "{value} 不是可用的值，可用：{choices}",
        "{value} is not allowed; allowed are {choices}",
    ),
    "choice_misspelt": (
        "{value} 不是可用的值，是不是 {nearest}？可用：{choices}",
        "{value} is not allowed; did you mean {nearest}? Allowed are {choices}",
    ),
    "id_not_file": (
        "id 是 {id}，与文件名 {name}.toml 不一致",
        "the id is {id}, but the file's name is {name}.toml",
    ),
    "years_reversed": (
        "结束年份 {end} 早于开始年份 {start}",
        "the end year {end} is before the start year {start}",
    ),
    "report_days_range": (
        "应为 1 到 {most} 的整数（天），写的是 {value}",
        "should be a whole number of days from 1 to {most}, not {value}",
    ),
    "report_days_reversed": (
        "上限 {limit} 天小于目标 {target} 天",
        "the limit of {limit:day} is below the target of {target:day}",
    ),
    "task_duplicate": ("任务 id {id} 与 {other} 重复", "the task id {id} is already used by {other}"),
    "section_duplicate": ("章节 id {id} 与 {other} 重复", "the section id {id} is already used by {other}"),
    "section_unknown": ("没有 id 为 {section} 的章节", "there is no section with the id {section}"),
    "tag_twice": ("标签“{tag}”写了两次", "the tag {tag!r} is written twice"),
    "tag_form": (
        "标签“{tag}”前后有空白，或有看不见的字符",
        "the tag {tag!r} has blanks around it, or a character that nobody sees",
    ),
    "funding_below_zero": ("金额 {value} 小于 0", "the amount {value} is below 0"),
    "funding_unit": ("金额没有写单位，如 万元", "the amount has no unit, such as 万元"),
    "funding_empty": (
        "没有金额，也没有来源；不知道的不写，不写成 0",
        "neither an amount nor a source; what is not known is left out, and not written as 0",
    ),
    "two_successors": (
        "superseded_by 和 merged_into 只能写一个",
        "superseded_by and merged_into do not go together",
    ),
    "successor_unknown": (
        "本计划没有别的代号为 {task} 的任务；别的计划的任务写作 计划/任务",
        "this plan has no other task with the id {task}; a task of another plan is written PLAN/TASK",
    ),
    "successor_form": ("“{value}”不是 计划/任务 的写法", "{value!r} is no PLAN/TASK"),
    "parent_unknown": (
        "没有 id 为 {parent} 的上级章节",
        "there is no section with the id {parent} to be the parent",
    ),
    "parent_cycle": ("章节互为上级：{cycle}", "the sections contain each other: {cycle}"),
    "department_unknown": (
        "{region}没有登记“{name}”这个单位",
        "{name} is not a known department of {region}",
    ),
    "department_control": (
        "单位名称“{name}”中有看不见的控制字符 {code}，很可能是粘贴时带入的，请删除",
        "the name {name!r} holds the invisible character {code}, as it comes with pasting: remove it",
    ),
    "department_near": (
        "{region}没有登记“{name}”这个单位，是不是“{nearest}”？",
        "{name} is not a known department of {region}; did you mean {nearest}?",
    ),
    "department_duplicate": ("{region}的“{name}”已经登记过", "{name} of {region} is listed twice"),
    "alias_taken": (
        "“{alias}”已经是{region}“{owner}”的名称",
        "{alias} is already a name of {owner} in {region}",
    ),
    "member_unknown": (
        "{region}没有登记成员单位“{name}”",
        "the member {name} is not a known department of {region}",
    ),
    "member_near": (
        "{region}没有登记成员单位“{name}”，是不是“{nearest}”？",
        "the member {name} is not a known department of {region}; did you mean {nearest}?",
    ),
    "group_cycle": ("单位组包含了自己：{cycle}", "the group contains itself: {cycle}"),
    "plan_hidden": (
        "计划 {id} 读自 {shown}；{file} 与它同名，没有显示",
        "the plan {id} is read from {shown}; {file} has the same id and is not shown",
    ),
    "plans_hidden": (
        "有 {count} 个计划因与排在前面的计划同名而没有显示，详见 plantui plans",
        "{count:plan is not shown, since another of the same id stands before it|plans are not shown, since others of the same id stand before them}; see plantui plans",
    ),
    "plans_folder_missing": ("--plans：没有文件夹 {folder}", "--plans: there is no folder {folder}"),
    "plans_folder_of_variable_missing": (
        "环境变量 {variable}：没有文件夹 {folder}",
        "environment variable {variable}: there is no folder {folder}",
    ),
    "orphaned": (
        "台账有 {count} 条进展挂在计划 {plan} 的任务 {task} 上，但没有这项任务",
        "{count:note hangs|notes hang} on task {task} of plan {plan}, which no plan file holds",
    ),
    "unnamed": (
        "计划 {plan} 有 {count} 项任务（{tasks}）记有“{department}”的进展，但任务没有写这个单位，这些进展不计入",
        "{department} has notes on {count:task} of plan {plan} ({tasks}) that {count:~does|do} not name it: these notes do not count",
    ),
    "unnamed_renamed": (
        "计划 {plan} 有 {count} 项任务（{tasks}）记有“{department}”的进展，但任务没有写这个单位，这些进展不计入。"
        "最像的单位是“{likely}”：如果是它改了名，请在计划文件夹的 departments.toml 里把它写成下面这样"
        "（新建的文件第一行写 format = 1）：\n{lines}",
        "{department} has notes on {count:task} of plan {plan} ({tasks}) that {count:~does|do} not name it: these notes do not "
        "count. "
        "Most alike is {likely}: if that is its name now, have departments.toml in the folder of the plans say so "
        "(a new file begins with format = 1):\n{lines}",
    ),
}
