"""Texts of the command line: sentences on stderr, headings of tables, readable forms of plans and tasks."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "bad_language": (
        "{source}：没有语言“{value}”，可用 zh 或 en。",
        "{source}: there is no language {value!r}; use zh or en.",
    ),
    "bad_date": (
        "{option}：“{value}”不是日期，请写成 2025-06-30、20250630、6-30 或 6月30日。",
        "{option}: {value!r} is not a date; write it like 2025-06-30, 20250630, 6-30 or 6月30日.",
    ),
    "day_read": (
        "{option}：“{value}”没有写年份，按 {day} 计。",
        "{option}: {value!r} names no year; it is taken for {day}.",
    ),
    "lookalike": (
        "“{argument}”里有{signs}，请写成：{right}",
        "In {argument} there is {signs}; write {right}",
    ),
    "lookalike.hyphen": ("全角连字符“{sign}”", "the full-width hyphen {sign}"),
    "lookalike.blank": ("全角或特殊的空格", "a full-width or special blank"),
    "lookalike.equals": ("全角等号“{sign}”", "the full-width sign {sign}"),
    "lookalike.quote": ("中文引号{sign}", "the curly quote {sign}"),
    "system_refuses": ("系统报错：{reason}", "The system refuses: {reason}"),
    "empty_path": ("{option}：没有写路径。", "{option}: the path is empty."),
    "no_terminal": (
        "界面需要终端。要把任务写到管道或文件，请用 plantui list。",
        "The interface needs a terminal. To put tasks into a pipe or a file, use plantui list.",
    ),
    "nowhere_to_draw": (
        "界面显示在标准错误上，它现在不是终端：去掉 2> 或管道再启动。",
        "The interface is drawn on standard error, which is not a terminal now: start it without 2> or a pipe.",
    ),
    "problem_in_plans": (
        "计划文件有 {count} 处问题，详见 plantui check",
        "{count} problem in plan files; see plantui check",
    ),
    "problems_in_plans": (
        "计划文件有 {count} 处问题，详见 plantui check",
        "{count:problem} in plan files; see plantui check",
    ),
    "compiling": ("正在编制 {count} 个文件的索引 …", "compiling the index of {count:file} …"),
    "index_made_again": (
        "计划的索引（缓存）已损坏，现已重新编制。",
        "The index of the plans, a cache, was damaged; it has been made again.",
    ),
    "index_stays": (
        "计划的索引 {path}（缓存）已损坏，且无法删除（{reason}），请删除它或更换缓存文件夹。",
        "The index of the plans {path}, a cache, is damaged and cannot be deleted ({reason}); "
        "delete it or choose another cache folder.",
    ),
    "index_damaged": (
        "计划的索引（缓存）已损坏，现已删除，请再运行一次。",
        "The index of the plans, a cache, was damaged and has been deleted; run the command again.",
    ),
    "rules_used": ("灯按预警规则：{rules}", "lights by these rules: {rules}"),
    "counted": ("{shown}/{all} 项任务", "{shown}/{all} tasks"),
    "no_plans": ("没有找到计划：{folders}", "No plans found in {folders}"),
    "department_in_regions": (
        "“{name}”在几个地区都有，全部计入：{departments}",
        "{name!r} is known in several regions, all of them are used: {departments}",
    ),
    "command_missing": (
        "plantui {group} 后面要写命令：{names}",
        "plantui {group} needs a command: {names}",
    ),
    "unknown_command_near": (
        "没有命令“{name}”。是不是：{nearest}",
        "There is no command {name!r}. Nearest: {nearest}",
    ),
    "unknown_command_of": (
        "没有命令“{name}”。可用：{names}",
        "There is no command {name!r}. There are: {names}",
    ),
    "unknown_command": ("没有命令“{name}”。", "There is no command {name!r}."),
    "unknown_tag_near": (
        "没有标签“{name}”。相近的有：{nearest}",
        "There is no tag {name!r}. Nearest: {nearest}",
    ),
    "unknown_tag_of": ("没有标签“{name}”。可用：{names}", "There is no tag {name!r}. There are: {names}"),
    "unknown_tag": (
        "没有标签“{name}”：计划文件的 tags 里没有写。",
        "There is no tag {name!r}: no task's tags in the plan files have it.",
    ),
    "unknown_plan_near": (
        "没有计划“{name}”。相近的有：{nearest}",
        "There is no plan {name!r}. Nearest: {nearest}",
    ),
    "unknown_plan_of": ("没有计划“{name}”。可用：{names}", "There is no plan {name!r}. There are: {names}"),
    "unknown_plan": ("没有计划“{name}”，见 plantui plans。", "There is no plan {name!r}; see plantui plans."),
    "plan_ambiguous": ("“{name}”指哪个计划：{plans}", "{name!r} may mean several plans: {plans}"),
    "unknown_task_near": (
        "计划 {plan} 没有任务“{name}”。相近的有：{nearest}",
        "The plan {plan} has no task {name!r}. Nearest: {nearest}",
    ),
    "unknown_task": (
        "计划 {plan} 没有任务“{name}”，见 plantui show {plan}。",
        "The plan {plan} has no task {name!r}; see plantui show {plan}.",
    ),
    "task_ambiguous": ("“{name}”指哪项任务：{tasks}", "{name!r} may mean several tasks: {tasks}"),
    "task_id_or_number": (
        "“{name}”既是一项任务的编号，又是别的任务的印刷序号，请写明是哪一项：编号 {by_id}；序号 {by_number}",
        "{name!r} is the id of one task and the printed number of another; say which: by id {by_id}; by number {by_number}",
    ),
    "unknown_department_near": (
        "没有单位“{name}”。相近的有：{nearest}",
        "There is no department {name!r}. Nearest: {nearest}",
    ),
    "unknown_department": (
        "没有单位“{name}”，见 plantui stats --by department。",
        "There is no department {name!r}; see plantui stats --by department.",
    ),
    "nothing_due": (
        "没有任务在“{name}”年到期。相近的有：{nearest}",
        "No task is due in {name!r}. Nearest: {nearest}",
    ),
    "unknown_year_of": (
        "“{name}”不是年份。可用：{names}",
        "{name!r} is not a year. There are: {names}",
    ),
    "unknown_status_near": (
        "没有状态“{name}”。可用：{nearest}",
        "There is no status {name!r}. Nearest: {nearest}",
    ),
    "unknown_light_near": (
        "没有预警灯“{name}”。可用：{nearest}",
        "There is no light {name!r}. Nearest: {nearest}",
    ),
    "unknown_role_near": (
        "没有角色“{name}”。可用：{nearest}",
        "There is no role {name!r}. Nearest: {nearest}",
    ),
    "unknown_order_near": (
        "没有次序“{name}”。可用：{nearest}",
        "There is no order {name!r}. Nearest: {nearest}",
    ),
    "unknown_column_near": (
        "没有列“{name}”。可用：{nearest}",
        "There is no column {name!r}. Nearest: {nearest}",
    ),
    "unknown_direction_near": (
        "不能“{name}”排列。可用：{nearest}",
        "Cannot sort {name!r}. Nearest: {nearest}",
    ),
    "two_orders": (
        "--sort 和 --order 只能用一个：前者按一列排序，后者按文件或先急后缓",
        "Give --sort or --order, not both: the one sorts by a column, the other takes the order printed or the worst first",
    ),
    "unknown_group_near": (
        "不能按“{name}”统计。可用：{nearest}",
        "Cannot group by {name!r}. Nearest: {nearest}",
    ),
    "unknown_figure_near": (
        "不能按“{name}”排序。可用：{nearest}",
        "Cannot sort by {name!r}. Nearest: {nearest}",
    ),
    "unknown_format_near": (
        "没有格式“{name}”。可用：{nearest}",
        "There is no format {name!r}. Nearest: {nearest}",
    ),
    "unknown_format_of": (
        "没有格式“{name}”。可用：{names}",
        "There is no format {name!r}. There are: {names}",
    ),
    "unknown_shell_near": (
        "不支持“{name}”。可用：{nearest}",
        "There is no script for {name!r}. Nearest: {nearest}",
    ),
    "unknown_shell_of": (
        "不支持“{name}”。可用：{names}",
        "There is no script for {name!r}. There are: {names}",
    ),
    "unknown_choice_near": (
        "没有约定“{name}”。相近的有：{nearest}",
        "There is no choice {name!r}. Nearest: {nearest}",
    ),
    "unknown_choice_of": (
        "没有约定“{name}”。可用：{names}",
        "There is no choice {name!r}. There are: {names}",
    ),
    "unknown_setting_near": (
        "没有设置项“{name}”。相近的有：{nearest}",
        "There is no setting {name!r}. Nearest: {nearest}",
    ),
    "unknown_setting_of": (
        "没有设置项“{name}”。可用：{names}",
        "There is no setting {name!r}. There are: {names}",
    ),
    "no_such_file": ("没有文件 {path}。", "There is no file {path}."),
    "usage.try_help": ("用法见 {command} --help", "See {command} --help"),
    "usage.no_such_option": ("没有选项 {name}。", "There is no option {name}."),
    "usage.no_such_option_near": (
        "没有选项 {name}。是不是 {nearest}？",
        "There is no option {name}. Did you mean {nearest}?",
    ),
    "usage.missing": ("缺少 {name}。", "{name} is missing."),
    "usage.too_many": (
        "多了“{values}”，用法见 {command} --help",
        "{values!r} is too much; see {command} --help",
    ),
    "usage.twice": (
        "{name} 只能写一个值，却写了不止一次。",
        "{name} takes one value and is given more than once.",
    ),
    "usage.option_value": (
        "选项 {name} 的写法不对，请看它是否需要值。",
        "Option {name} is misused: see whether it takes a value.",
    ),
    "usage.other": ("命令写法有误：{message}", "Wrong usage: {message}"),
    "setting_empty": (
        "设置项 {key} 不能为空，要去掉请用 config unset。",
        "The setting {key} must not be empty; to remove it, use config unset.",
    ),
    "setting_not_unicode": ("设置项 {key} 不是有效的文字。", "The setting {key} is not valid text."),
    "setting_wrong": (
        "设置项 {key} 不能是“{value}”。可用：{choices}",
        "The setting {key} cannot be {value!r}. There are: {choices}",
    ),
    "settings_unreadable": (
        "读不了设置文件 {path}（{reason}）。",
        "The settings {path} cannot be read ({reason}).",
    ),
    "settings_broken": (
        "设置文件 {path} 不是有效的 TOML（{reason}），请改正或删除。",
        "The settings {path} are not valid TOML ({reason}); mend or delete the file.",
    ),
    "settings_unknown": (
        "设置文件 {path} 中的 {settings} 本版本不认识，已保留，不起作用。",
        "{path}: this version does not know {settings}; it is kept and has no effect.",
    ),
    "settings_not_text": (
        "设置文件 {path}：{key} 应为带引号的文字。",
        "{path}: {key} should be text in quotes.",
    ),
    "settings_unwritable": (
        "写不了设置文件 {path}（{reason}）。",
        "The settings {path} cannot be written ({reason}).",
    ),
    "config.file": ("设置文件：{path}", "settings file: {path}"),
    "config.not_set": ("{key} 没有设置。", "{key} is not set."),
    "config.saved": ("已设置 {key}：{value}", "{key} is now {value}"),
    "config.removed": ("{key} 已去掉。", "{key} is no longer set."),
    "config.which_region": (
        "“{name}”在几个地区都有，请写明是哪一个：{names}",
        "{name!r} is known in several regions; say which: {names}",
    ),
    "check.none": ("没有问题。", "no problems"),
    "check.problems": ("共 {count} 处问题。", "{count:problem}"),
    "export.written": ("已写入 {path}（{count} 项任务）", "written to {path} ({count:task})"),
    "export.two_formats": (
        "--json 与 -f {format} 不能同时使用。",
        "--json and -f {format} exclude each other.",
    ),
    "note.followed": (
        "已带到取代原任务的任务上：{notes}。plantui note undo 可撤销",
        "carried on to the tasks in their place: {notes}; plantui note undo takes it back",
    ),
    "note.follow_known": (
        "{count} 条已在新任务上，没有重复",
        "{count:note} on the new tasks already, not repeated",
    ),
    "note.follow_left_out": (
        "{count} 处时限要求或完成值新任务里没有，没有带过去",
        "{count:word on a date or value|words on dates and values} that the new tasks do not have stayed behind",
    ),
    "note.follow_nowhere": (
        "{task} 的去处 {successor} 找不到",
        "{successor}, in the place of {task}, is nowhere",
    ),
    "note.future": (
        "--date {date} 晚于今天（{today}），进展不能写在将来。",
        "--date {date} is later than today ({today}): a note cannot speak of the future.",
    ),
    "note.progress_missing": ("请用 --progress 写明进展情况。", "Say what the progress is with --progress."),
    "note.reason_missing": (
        "状态为“{status}”的任务不计逾期，请用 --reason 写明理由（如批准的文号）。",
        "A task that is {status} is never late: say why with --reason, such as the decision's number.",
    ),
    "note.bad_percent": (
        "--percent：应为 0 到 100 的整数，现为“{value}”。",
        "--percent must be a whole number from 0 to 100, not {value!r}.",
    ),
    "note.one_stdin": ("只有一个选项可以是 -：{options}", "Only one option can be -: {options}"),
    "note.stdin_not_utf8": ("标准输入不是 UTF-8 文字。", "Standard input is not UTF-8 text."),
    "note.department_missing": (
        "任务 {task} 没有写明单位，请用 --department 指定填报单位。",
        "Task {task} names no department; say with --department who reports.",
    ),
    "note.department_which": (
        "请用 --department 指定任务 {task} 的填报单位：{names}",
        "Say with --department who reports on task {task}: {names}",
    ),
    "note.departments_differ": (
        "这几项任务的填报单位不同，请用 --department 指定一个：{names}",
        "Different departments report on these tasks; say with --department which one does: {names}",
    ),
    "note.id_of_several": (
        "--id 只能用于一项任务，不能与 --also 同用。",
        "The --id is for one task and cannot be used with --also.",
    ),
    "note.not_named": (
        "注意：任务 {task} 没有写到 {department}。",
        "Note: task {task} does not name {department}.",
    ),
    "note.already_saved": (
        "这条进展此前已保存，未重复写入：{note}（{status}）",
        "Already saved before, not written again: {note} ({status})",
    ),
    "note.bad_id": (
        "--id 应为 UUID，例如 7c9e6679-7425-40de-944b-e07fc1f90ae7，现为“{value}”。",
        'The --id must be a UUID such as 7c9e6679-7425-40de-944b-e07fc1f90ae7, not "{value}".',
    ),
    "note.numbers_of_several": (
        "{options} 按一项任务的编号指定时限或指标，不能与 --also 同用。",
        "{options} number the requirements or indicators of one task and cannot be used with --also.",
    ),
    "note.no_task": (
        "{options}：这条进展所属的任务已不在计划中，无法按编号指定时限或指标。",
        "{options}: the plans no longer have the note's task, so nothing of it can be numbered.",
    ),
    "note.no_requirement": (
        "{option}：任务 {task} 没有第“{number}”个时限要求，可用：{listed}",
        "{option}: task {task} has no dated requirement {number!r}; there are: {listed}",
    ),
    "note.no_requirements": (
        "{option}：任务 {task} 没有时限要求。",
        "{option}: task {task} has no dated requirements.",
    ),
    "note.no_indicator": (
        "{option}：任务 {task} 没有第“{number}”个指标，可用：{listed}",
        "{option}: task {task} has no indicator {number!r}; there are: {listed}",
    ),
    "note.no_indicators": ("{option}：任务 {task} 没有指标。", "{option}: task {task} has no indicators."),
    "note.done_twice": (
        "{option} {number}：同一时限要求说了两次是否完成。",
        "{option} {number}: whether this requirement is done is said twice.",
    ),
    "note.done_and_percent": (
        "--done-percent {number}={percent}：第 {number} 个时限要求已写明完成；没有完成请用 --open {number}。",
        "--done-percent {number}={percent}: requirement {number} is said to be done; if it is not, give --open {number}.",
    ),
    "note.open_with_day": (
        "--open {value}：未完成没有日期，请写成 --open {number}。",
        "--open {value}: what is open has no day; write --open {number}.",
    ),
    "note.bad_done_percent": (
        "--done-percent：应写成 {number}=60（0 到 100 的整数），现为“{value}”。",
        "--done-percent must be written like {number}=60, a whole number from 0 to 100, not {value!r}.",
    ),
    "note.bad_actual": (
        "--actual：应写成 {number}=38.5、{number}=38.5@2024-06-30，现为“{value}”。",
        "--actual must be written like {number}=38.5 or {number}=38.5@2024-06-30, not {value!r}.",
    ),
    "note.bad_grade": (
        "--actual：应写成 {number}={grade}（等级按文字比较），现为“{value}”。",
        "--actual must be written like {number}={grade}, a grade, not {value!r}.",
    ),
    "note.unit_other": (
        "--actual {number}：“{indicator}”的单位是“{wanted}”，写的是“{unit}”。请自行换算后写成 {number}=数值 或 {number}=数值{wanted}（现写的数值是 {value}）。",
        "--actual {number}: the unit of {indicator!r} is {wanted!r}, not {unit!r}. Convert the {value} yourself and write "
        "{number}=VALUE or {number}=VALUE{wanted}.",
    ),
    "note.unit_none": (
        "--actual {number}：计划中“{indicator}”没有单位，写的是“{unit}”。请写成 {number}={value}。",
        "--actual {number}: the plan gives {indicator!r} no unit, you wrote {unit!r}; write {number}={value}.",
    ),
    "note.day_after": (
        "{option}：{date} 晚于这条进展所属的日期（{day}）。",
        "{option}: {date} is later than the day that the note speaks of ({day}).",
    ),
    "note.source_alone": (
        "--source 说明完成值的来源，要与 --actual 同用。",
        "--source names the origin of an actual value: use it with --actual.",
    ),
    "note.source_count": (
        "--source 写了 {sources} 个，--actual 有 {actuals} 个：写一个（通用），或每个完成值各写一个。",
        "There are {sources} --source for {actuals} --actual: give one for all, or one for each.",
    ),
    "note.remark_of": ("任务 {tasks}：{remark}", "Task {tasks}: {remark}"),
    "check.zone": (
        "台账的一天以时区 {zone} 的午夜为止。",
        "The days of the ledger end at midnight in the time zone {zone}.",
    ),
    "note.stored_unsaid": (
        "进展已存入台账，编号 {id}，但标准输出写不出去（{reason}）。不必重做；要重做，请加 --id {id}，就不会重复。",
        "The note is stored, its id is {id}, but standard output could not be written ({reason}). "
        "To repeat the command harmlessly, add --id {id}.",
    ),
    "note.done_unsaid": (
        "已存入台账（{id}），但标准输出写不出去（{reason}）。请不要重做。",
        "It is stored ({id}), but standard output could not be written ({reason}). Do not repeat the command.",
    ),
    "note.saved": ("已保存：{note}（{status}）", "Saved: {note} ({status})"),
    "note.retracted": ("已撤回：{note}", "Retracted: {note}"),
    "note.is_retracted": ("  （已撤回）", "  (retracted)"),
    "note.supersedes": ("  取代 {id}", "  takes the place of {id}"),
    "note.count": ("{count} 条进展", "{count:note}"),
    "note.head": (
        "{as_of}  {department}  {status}  {author}  {id}",
        "{as_of}  {department}  {status}  {author}  {id}",
    ),
    "note.progress": ("进展情况", "Progress"),
    "note.problems": ("存在问题", "Problems"),
    "note.next": ("下一步措施", "Next steps"),
    "note.step_refused": ("{reason}", "{reason}"),
    "note.step_for_which": (
        "请写明哪一条：进展的编号，或计划和任务，或筛选条件（如 --department）。",
        "Say which note: its id, or a plan and a task, or a filter such as --department.",
    ),
    "unknown_assessor_near": (
        "没有评估方“{name}”。可用：{nearest}",
        "There is no assessor {name!r}. There are: {nearest}",
    ),
    "unknown_desk_near": (
        "没有席位角色“{name}”。可用：{nearest}",
        "There is no role of a desk {name!r}. Nearest: {nearest}",
    ),
    "extend.done": ("已延期：{what}（第 {count} 次延期）", "Extended: {what} (extension {count})"),
    "column.plan": ("计划", "Plan"),
    "column.task": ("任务", "Task"),
    "column.light": ("灯", "Light"),
    "column.status": ("状态", "Status"),
    "column.percent": ("完成", "%"),
    "column.due": ("时限", "Due"),
    "column.title": ("名称", "Title"),
    "column.departments": ("单位", "Departments"),
    "column.region": ("地区", "Region"),
    "column.plan_status": ("状态", "Status"),
    "column.done": ("已完成", "Done"),
    "column.tasks": ("任务数", "Tasks"),
    "column.overdue": ("逾期", "Overdue"),
    "column.department": ("单位", "Department"),
    "column.last_report": ("最近报送", "Last report"),
    "column.change": ("变化", "Change"),
    "column.author": ("填报人", "Author"),
    "column.written": ("写入时间", "Stored at"),
    "column.choice": ("约定", "Choice"),
    "column.meaning": ("含义", "Meaning"),
    "column.setting": ("设置项", "Setting"),
    "column.value": ("值", "Value"),
    "stats.matrix_alone": (
        "--matrix 不与 --by、--sort 一起用。",
        "--matrix stands alone: it takes neither --by nor --sort.",
    ),
    "stats.all": ("合计", "all"),
    "stats.by.overall": ("总体", "Overall"),
    "stats.by.department": ("单位", "Department"),
    "stats.by.year": ("时限年度", "Deadline year"),
    "stats.by.status": ("状态", "Status"),
    "stats.by.light": ("预警灯", "Light"),
    "stats.by.plan": ("计划", "Plan"),
    "stats.written": ("已写入 {path}", "written to {path}"),
    "stats.name": ("名称", "Name"),
    "stats.tasks": ("任务数", "Tasks"),
    "stats.done": ("已完成", "Done"),
    "stats.rate": ("完成率", "Rate"),
    "stats.in_progress": ("推进中", "In progress"),
    "stats.behind": ("滞后", "Behind"),
    "stats.overdue": ("逾期", "Overdue"),
    "stats.not_reported": ("未报送", "Not reported"),
    "stats.extensions": ("延期", "Extensions"),
    "show.fact": ("{name}：{value}", "{name}: {value}"),
    "show.id": ("编号", "Id"),
    "show.region": ("地区", "Region"),
    "show.document_number": ("文号", "Document number"),
    "show.issuer": ("发文单位", "Issuer"),
    "show.issued": ("发文日期", "Issued"),
    "show.years": ("年度", "Years"),
    "show.status": ("状态", "Status"),
    "show.responsible": ("全部任务的责任单位", "Responsible for every task"),
    "show.file": ("文件", "File"),
    "show.figures": (
        "任务 {tasks} 项，已完成 {done} 项，逾期 {overdue} 项（截至 {today}）",
        "{tasks:task}, {done} done, {overdue} overdue (as of {today})",
    ),
    "show.goals": ("主要目标", "Goals"),
    "show.task_line": ("{id}  {title}  [{light} {status}]", "{id}  {title}  [{light}, {status}]"),
    "show.light": ("预警灯", "Light"),
    "show.stage": ("审核", "Stage"),
    "show.deadlines": ("时限", "Deadlines"),
    "show.indicators": ("量化指标", "Indicators"),
    "show.newest": ("最新进展", "Newest note"),
    "show.notes": ("此前进展", "Earlier notes"),
}
