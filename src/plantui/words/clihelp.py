"""The help of the command line: what each command does, its examples, what each option means."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "heading.usage": ("用法：", "Usage:"),
    "heading.options": ("选项：", "Options:"),
    "heading.commands": ("命令：", "Commands:"),
    "heading.examples": ("示例：", "Examples:"),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "command_metavar": ("[命令]", "[COMMAND]"),
    "required": ("{text}（必填）", "{text} (required)"),
    "plantui.short": ("跟踪行动计划", "Follow action plans"),
    "plantui.text": (
        "跟踪已发布的行动计划：浏览、筛选、记录进展、导出。不写命令时打开界面，可带筛选选项。"
        "\n\n选项 --plans、--db、--today、--lang 写在命令前后都可以。数据输出到标准输出，提示输出到标准错误。"
        "退出码：0 完成，1 数据有问题，2 用法或设置有误。",
        "Follow published action plans: browse, filter, note progress, export. Without a command the interface opens, "
        "with the filter options of browse."
        "\n\nThe options --plans, --db, --today and --lang may stand before or after the command. Data goes to "
        "standard output, words to standard error. Exit codes: 0 done, 1 a data problem, 2 usage or settings.",
    ),
    "plantui.examples": (
        "plantui\nplantui --department 郑州市/市水利局 --year 2025\nplantui list --light 红",
        "plantui\nplantui --department 郑州市/市水利局 --year 2025\nplantui list --light red",
    ),
    "browse.short": ("打开界面（默认命令）", "open the interface (the default)"),
    "browse.text": (
        "打开界面，先按选项筛选。标准输出不是终端时请用 plantui list。",
        "Opens the interface, with the filter that the options ask for. Where standard output is no terminal, "
        "use plantui list.",
    ),
    "browse.examples": (
        "plantui browse --plan zhengzhou --light 红 --light 黄\nplantui --today 2025-06-30",
        "plantui browse --plan zhengzhou --light red --light yellow\nplantui --today 2025-06-30",
    ),
    "plans.short": ("列出找到的计划", "list the plans found"),
    "plans.text": (
        "列出找到的计划及其任务数、已完成数、逾期数。查找顺序：--plans、PLANTUI_PLANS、用户自己的计划文件夹、自带的计划；"
        "编号相同的以先找到的为准。--json 输出计划的全部基本信息。",
        "Lists the plans found, with how many tasks they have, how many are done and how many overdue. Plans are looked "
        "for in --plans, PLANTUI_PLANS, the user's own plans folder and the bundled plans; of two with one id the first "
        "counts. --json gives all that the plans say of themselves.",
    ),
    "plans.examples": (
        "plantui plans\nplantui plans --json\nplantui --plans ./plans plans",
        "plantui plans\nplantui plans --json\nplantui --plans ./plans plans",
    ),
    "views.short": ("列出常用视图", "list the saved views"),
    "views.text": (
        "列出常用视图：数字、名称、查找的一行、视图。界面中按 F10 保存和打开。它们在设置旁的 saved-views.toml 里，可以直接发给别人；--take 加入别人的，同名的替换。",
        "Lists the saved views: digit, name, search line, view. F10 saves and opens them on the screen. They stand in saved-views.toml beside "
        "the settings, which may be passed on as it is; --take takes those of another file, in place of ones of the same name.",
    ),
    "views.examples": (
        "plantui views\nplantui views --json",
        "plantui views\nplantui views --json",
    ),
    "list.short": ("列出任务，可筛选", "list tasks, filtered"),
    "list.text": (
        "列出符合筛选条件的任务，每行一项。同一选项多次使用表示“或”，不同选项之间是“且”。在终端按列对齐；"
        "写入管道时以制表符分隔、不截断、没有表头，各列为：计划、任务、灯、状态、完成比例、最早时限、名称、负责单位。"
        "\n\n--columns 另选各列，数字不带单位：完成比例 40，剩余天数 -180 即逾期 180 天。--sort 按一列排序，列名后可加 :降序，或在列名前加 -。"
        "\n\n--json 输出任务数组：任务本身的各键，加上 plan、status、percent（没有填写时为 null）、"
        "percent_from（几个单位的平均）、accountable（共几个单位）、light、state、light_reason、extensions（延期次数）、extended_dates（延期的时限：index、first_due、due、extensions）、stage（审核情况）、age（最近一次报送距今天数，从未报送为 null）、notes（进展条数）、"
        "other_reports（不决定状态而已报送的单位）。",
        "Lists the tasks that pass the filter, one to a line. Several values of one option widen, different options "
        "narrow. A terminal gets aligned columns; a pipe gets whole texts parted by tabs, without a heading: plan, task, "
        "light, status, percent, earliest date, title, accountable departments."
        "\n\n--columns chooses other columns, with bare figures: 40 percent is 40, and -180 days left are 180 days overdue. "
        "--sort sorts by a column; :desc may follow its name, or - stand before it."
        "\n\n--json gives an array of tasks: a task's own keys and plan, status, percent (null where none was given), "
        "percent_from (how many departments it is the mean of), accountable (of how many), light, state, light_reason, extensions (how many), extended_dates (index, first_due, due, "
        "extensions of each date that was extended), stage (saved, submitted, checked, closed, returned), age (days since the last report, null where nobody has reported), notes (how many), "
        "other_reports (departments that have reported without deciding the status).",
    ),
    "list.examples": (
        "plantui list --department 市发改委 --role 牵头 --year 2025\nplantui list --status 推进中 --year 无期限\n"
        "plantui list --light 红 --columns 剩余天数,牵头单位,任务 --sort 逾期天数:降序\nplantui list --light 红 --json",
        "plantui list --department 市发改委 --role lead --year 2025\nplantui list --status in_progress --year none\n"
        "plantui list --light red --columns days,lead,task --sort overdue:desc\nplantui list --light red --json",
    ),
    "show.short": ("显示一个计划或一项任务", "show a plan or a task"),
    "show.text": (
        "显示一个计划的目标和目录，或一项任务的单位、时限、指标、原文和进展。PLAN 可以是编号、简称，或能唯一确定的开头。"
        "\n\n--json：计划按计划格式完整输出；任务输出 list 的各键，加上 reported（已报送的单位）、missing（本期未报送的单位）、never_reported（从未报送的单位）和 "
        "assignments（各责任单位的认领情况）、assessments（独立评估）、note_list（各条进展）。",
        "Shows a plan's goals and outline, or a task's departments, dates, indicators, wording and notes. PLAN is an id, "
        "a short title, or the beginning of one if only one plan begins so."
        "\n\n--json: a plan as a whole in the form of the plan format; a task with the keys of list, and reported, "
        "missing (the departments that have not reported in the current period), never_reported, assignments (of each accountable department), assessments and note_list (the notes).",
    ),
    "show.examples": (
        "plantui show zhengzhou\nplantui show zhengzhou 7\nplantui show zhengzhou-2023-2025 --json > plan.json",
        "plantui show zhengzhou\nplantui show zhengzhou 7\nplantui show zhengzhou-2023-2025 --json > plan.json",
    ),
    "note.short": ("记录和查看进展", "write and read progress notes"),
    "note.text": (
        "记录、查看、修改、撤回进展，撤销和恢复操作。",
        "Writes, reads, changes and takes back progress notes; undoes and redoes.",
    ),
    "note.examples": (
        "plantui note add zhengzhou 7 --progress 已完成立项\nplantui note list zhengzhou\nplantui note undo",
        'plantui note add zhengzhou 7 --progress "approved"\nplantui note list zhengzhou\nplantui note undo',
    ),
    "note.add.short": ("新增一条进展", "save a new note"),
    "note.add.text": (
        "为一项任务新增一条进展，必须写明 --progress。单位默认为设置中的本单位（任务写到它时），否则为唯一的牵头单位；"
        "状态默认 in_progress，完成时完成比例默认 100；长期坚持、暂缓、已中止要用 --reason 写明理由，已销号须附 --evidence；日期默认今天。文字写 - 表示读标准输入，只能有一处。"
        "--also 把同一条进展也写入同一计划的其他任务，一次撤销全部撤销。"
        "\n\n--done、--open、--done-percent 按 plantui show 的编号说明各时限要求，--actual 说明指标的完成值；进展保留当时计划的表述。"
        "单位与计划不同的数值会被退回（退出码 2），不作换算。\n\n保存后的提示（与上期相同、只写“正在推进”、比例下降、完成无佐证或比例不足 100%、日期早于计划首年等）写到标准错误，不影响保存，"
        "--json 时另在键 remarks 下。标准输出为新进展的编号（每项一行），--json 时为整条进展，"
        "用了 --also 时在键 notes 下。",
        "Saves a new note on a task; --progress is required. The department is by default your own from the settings "
        "where the task names it, else the only lead; the status in_progress; the percent 100 once completed; the date "
        "today. Standing, deferred and stopped need a --reason, closed needs --evidence. A text of - reads standard input, which one text can do. With --also the same note is saved on "
        "more tasks of the plan, and one undo takes all back."
        "\n\n--done, --open and --done-percent speak of dated requirements by the numbers that plantui show gives them, "
        "--actual of an indicator's value; the note keeps the plan's wording of that day. A value in another unit than the plan's is "
        "asked back (exit code 2) and never converted."
        "\n\nRemarks on what was saved (the text of last time, only a stock phrase, a percent going down, completed without evidence or below 100 percent, a day before the plan's first year …) "
        "go to standard error and change nothing; with --json they stand under the key remarks too. The note's id goes to standard output, one a line, with --json the "
        "whole note, with --also the notes under the key notes.",
    ),
    "note.add.examples": (
        "plantui note add zhengzhou 12 --department 市水利局 --percent 60 --progress 主体完工\n"
        "plantui note add zhengzhou 12 --department 市水利局 --progress 完成排查 --done 1=2024-06-20 --actual 1=85 --source 统计公报 --evidence 验收单.pdf\n"
        "plantui note add zhengzhou 7 --status 已完成 --progress - < 进展.txt",
        'plantui note add zhengzhou 12 --department 市水利局 --percent 60 --progress "main part built"\n'
        'plantui note add zhengzhou 12 --department 市水利局 --progress surveyed --done 1=2024-06-20 --actual 1=85 --source "yearbook" --evidence report.pdf\n'
        "plantui note add zhengzhou 7 --status completed --progress - < progress.txt",
    ),
    "note.list.short": ("列出进展", "list notes"),
    "note.list.text": (
        "列出截至当日有效的进展，可限定计划、任务、单位。--all 列出全部修订，包括被取代和撤回的。"
        "\n\n--json 的键：id、plan、task、department、status、percent、progress、problems、next_steps、reason、requirements（各时限要求）、actuals（完成值）、"
        "evidence（佐证材料）、author、as_of、written_at（UTC）、supersedes；--all 时另有 kind（written 或 retracted）。",
        "Lists the notes that count on the as-of day, of a plan, a task, a department. --all lists every revision, "
        "superseded and retracted ones too."
        "\n\nKeys of --json: id, plan, task, department, status, percent, progress, problems, next_steps, reason, requirements, actuals, evidence, author, "
        "as_of, written_at (UTC), supersedes; with --all also kind (written or retracted).",
    ),
    "note.list.examples": (
        "plantui note list\nplantui note list zhengzhou 7 --all\n"
        "plantui note list --plan zhengzhou --department 市水利局 --json",
        "plantui note list\nplantui note list zhengzhou 7 --all\n"
        "plantui note list --plan zhengzhou --department 市水利局 --json",
    ),
    "note.edit.short": ("修改一条进展", "change a note"),
    "note.edit.text": (
        "给出的选项取代原来的内容，其余不变。ID 是这条进展任一修订的编号；原内容保留在历史中。"
        "修改已报送、已审核、已销号的进展，会使它回到“已保存”，须重新报送：写到标准错误，--json 时另在键 remarks 下；撤销即恢复。",
        "What the options give takes the place of what the note said; the rest stays. ID is that of any of the note's "
        "revisions. The history keeps what it said before. A change of a note that was submitted, checked or closed takes it "
        "back to saved, to be submitted again: standard error says so, and with --json the key remarks; undo brings the stage back.",
    ),
    "note.edit.examples": ("plantui note edit ID --percent 80", "plantui note edit ID --percent 80"),
    "note.retract.short": ("撤回一条进展", "take a note back"),
    "note.retract.text": (
        "撤回一条进展，历史保留，可以撤销。",
        "Takes a note back. Its history stays, and undo brings it back.",
    ),
    "note.retract.examples": ("plantui note retract ID", "plantui note retract ID"),
    "note.follow.short": ("把进展带到取代原任务的任务上", "carry notes on to the tasks in their place"),
    "note.follow.text": (
        "计划文件里写了 superseded_by 或 merged_into 的任务，各单位最近一条进展在取代它的任务上再记一次，一次撤销。原进展不动。"
        "几项任务合并成一项的，各项最近的进展合成一条；状态、完成比例不一的记为推进中、不写比例。"
        "该单位在新任务上已有同日或更晚的进展的不重复。新任务里没有的时限要求和完成值不带过去，并说明几处。有任务的去处找不到时退出码为 1。"
        "\n\n标准输出为新进展的编号；--json 的键 notes。",
        "Of each task whose plan file says superseded_by or merged_into, every department's latest note is written once more on the "
        "task in its place; one undo takes that back. The old notes stay as they are. Of several tasks that became one the latest notes "
        "become one note, in progress and without a percent where these differ. What the department has said on the new task on the same day "
        "or later is not repeated. Words on dates and actual values that the new task does not have stay behind, which is said. Exits with 1 "
        "where the task in the place of another is nowhere."
        "\n\nStandard output gets the ids of the new notes; with --json the key notes.",
    ),
    "note.follow.examples": (
        "plantui note follow zhengzhou-2023-2025",
        "plantui note follow zhengzhou-2023-2025",
    ),
    "note.submit.short": ("报送进展", "submit notes"),
    "note.submit.text": (
        "把已保存（或被退回）的进展报送审核。"
        "可写一条进展的编号，或计划和任务，或用与 list 相同的筛选条件一次处理多条（只处理所选单位的进展）：要么全部成功，要么全部不变，一次撤销。不在这一步的进展不变，并会说明。\n\n标准输出为各条进展的编号；--json 的键 events：id、plan、task、department、note、step、reason、author、as_of、written_at。",
        "Submits saved or returned notes for checking. "
        "NOTE is a note's id, or a plan, with a TASK; or the filters of list choose many (of chosen departments, their own notes): all or none, and one undo takes them back. Notes at another stage stay as they are, which is said.\n\nStandard output gets the notes' ids; with --json the key events: id, plan, task, department, note, step, reason, author, as_of, written_at.",
    ),
    "note.submit.examples": (
        "plantui note submit --department 市水利局 --plan zhengzhou",
        "plantui note submit --department 市水利局 --plan zhengzhou",
    ),
    "note.check.short": ("审核进展", "check notes"),
    "note.check.text": (
        "审核通过已报送的进展。"
        "可写一条进展的编号，或计划和任务，或用与 list 相同的筛选条件一次处理多条（只处理所选单位的进展）：要么全部成功，要么全部不变，一次撤销。不在这一步的进展不变，并会说明。\n\n标准输出为各条进展的编号；--json 的键 events：id、plan、task、department、note、step、reason、author、as_of、written_at。",
        "Marks submitted notes as checked. "
        "NOTE is a note's id, or a plan, with a TASK; or the filters of list choose many (of chosen departments, their own notes): all or none, and one undo takes them back. Notes at another stage stay as they are, which is said.\n\nStandard output gets the notes' ids; with --json the key events: id, plan, task, department, note, step, reason, author, as_of, written_at.",
    ),
    "note.check.examples": ("plantui note check zhengzhou 7", "plantui note check zhengzhou 7"),
    "note.return.short": ("退回进展", "return notes"),
    "note.return.text": (
        "退回已报送或已审核的进展，须用 --reason 写明原因。"
        "可写一条进展的编号，或计划和任务，或用与 list 相同的筛选条件一次处理多条（只处理所选单位的进展）：要么全部成功，要么全部不变，一次撤销。不在这一步的进展不变，并会说明。\n\n标准输出为各条进展的编号；--json 的键 events：id、plan、task、department、note、step、reason、author、as_of、written_at。",
        "Returns submitted or checked notes; the --reason is required. "
        "NOTE is a note's id, or a plan, with a TASK; or the filters of list choose many (of chosen departments, their own notes): all or none, and one undo takes them back. Notes at another stage stay as they are, which is said.\n\nStandard output gets the notes' ids; with --json the key events: id, plan, task, department, note, step, reason, author, as_of, written_at.",
    ),
    "note.return.examples": (
        "plantui note return zhengzhou 7 --reason 数字与上月不符",
        'plantui note return zhengzhou 7 --reason "figures differ from last month"',
    ),
    "note.close.short": ("销号", "close tasks after check"),
    "note.close.text": (
        "为已审核、状态为已完成且附有佐证材料的进展销号，由督查进行。全部主责单位的进展都已销号，任务即为已销号。"
        "可写一条进展的编号，或计划和任务，或用与 list 相同的筛选条件一次处理多条（只处理所选单位的进展）：要么全部成功，要么全部不变，一次撤销。不在这一步的进展不变，并会说明。\n\n标准输出为各条进展的编号；--json 的键 events：id、plan、task、department、note、step、reason、author、as_of、written_at。",
        "Closes checked notes that say completed and name evidence; for the supervision office. A task is closed once the notes of all accountable departments are. "
        "NOTE is a note's id, or a plan, with a TASK; or the filters of list choose many (of chosen departments, their own notes): all or none, and one undo takes them back. Notes at another stage stay as they are, which is said.\n\nStandard output gets the notes' ids; with --json the key events: id, plan, task, department, note, step, reason, author, as_of, written_at.",
    ),
    "note.close.examples": ("plantui note close zhengzhou 7", "plantui note close zhengzhou 7"),
    "note.reopen.short": ("回头看：重新打开", "open a closed task again"),
    "note.reopen.text": (
        "把已销号的进展重新打开，须用 --reason 写明原因；任务不再算完成，直到再次填报或销号。历史保留。"
        "可写一条进展的编号，或计划和任务，或用与 list 相同的筛选条件一次处理多条（只处理所选单位的进展）：要么全部成功，要么全部不变，一次撤销。不在这一步的进展不变，并会说明。\n\n标准输出为各条进展的编号；--json 的键 events：id、plan、task、department、note、step、reason、author、as_of、written_at。",
        "Opens closed notes again; the --reason is required. The task does not count as completed until it is reported or closed anew; the history stays. "
        "NOTE is a note's id, or a plan, with a TASK; or the filters of list choose many (of chosen departments, their own notes): all or none, and one undo takes them back. Notes at another stage stay as they are, which is said.\n\nStandard output gets the notes' ids; with --json the key events: id, plan, task, department, note, step, reason, author, as_of, written_at.",
    ),
    "note.reopen.examples": (
        "plantui note reopen zhengzhou 7 --reason 复查发现未整改到位",
        'plantui note reopen zhengzhou 7 --reason "the mend does not hold"',
    ),
    "note.confirm.short": ("确认任务分工", "acknowledge an assignment"),
    "note.confirm.text": (
        "责任单位在第一次报送之前确认交办的任务；已提出的异议由此收回。报送即视为确认。不写任何话的为“待确认”。\n\nPLAN、TASK 为计划和任务，一次一个责任单位；可以撤销，合并台账和报送文件时一并带走。不影响预警灯和未报送：那只看本单位的报送。标准输出为这一条的编号；--json 的键：id、subject（assignment）、plan、task、department、word、reason、author、as_of、written_at。",
        "The accountable department acknowledges a task before its first report; an appeal is taken back by it. A report confirms by itself; a department that has said nothing is still to confirm.\n\nOne task and one accountable department at a time; undo takes it back, merging and submissions carry it. Neither lights nor missing reports change: they follow from the department's reports alone. Standard output gets the id; keys of --json: id, subject (assignment), plan, task, department, word, reason, author, as_of, written_at.",
    ),
    "note.confirm.examples": (
        "plantui note confirm zhengzhou 7",
        "plantui note confirm zhengzhou 7",
    ),
    "note.appeal.short": ("对任务分工提出异议", "appeal against an assignment"),
    "note.appeal.text": (
        "责任单位在第一次报送之前对分工提出异议，须用 --reason 写明理由；督查以 uphold（维持）或 adjust（同意调整）答复。\n\nPLAN、TASK 为计划和任务，一次一个责任单位；可以撤销，合并台账和报送文件时一并带走。不影响预警灯和未报送：那只看本单位的报送。标准输出为这一条的编号；--json 的键：id、subject（assignment）、plan、task、department、word、reason、author、as_of、written_at。",
        "The accountable department appeals before its first report; the --reason is required. The supervision office answers with uphold or adjust.\n\nOne task and one accountable department at a time; undo takes it back, merging and submissions carry it. Neither lights nor missing reports change: they follow from the department's reports alone. Standard output gets the id; keys of --json: id, subject (assignment), plan, task, department, word, reason, author, as_of, written_at.",
    ),
    "note.appeal.examples": (
        "plantui note appeal zhengzhou 7 --reason 不属本单位职责",
        'plantui note appeal zhengzhou 7 --reason "not within our duties"',
    ),
    "note.uphold.short": ("答复异议：维持分工", "answer an appeal: the assignment stands"),
    "note.uphold.text": (
        "督查答复异议，维持原分工，须用 --reason 写明答复；任务回到“待确认”。\n\nPLAN、TASK 为计划和任务，一次一个责任单位；可以撤销，合并台账和报送文件时一并带走。不影响预警灯和未报送：那只看本单位的报送。标准输出为这一条的编号；--json 的键：id、subject（assignment）、plan、task、department、word、reason、author、as_of、written_at。",
        "The supervision office answers an appeal: the assignment stands. The answer in --reason is required; the assignment is to be confirmed again.\n\nOne task and one accountable department at a time; undo takes it back, merging and submissions carry it. Neither lights nor missing reports change: they follow from the department's reports alone. Standard output gets the id; keys of --json: id, subject (assignment), plan, task, department, word, reason, author, as_of, written_at.",
    ),
    "note.uphold.examples": (
        "plantui note uphold zhengzhou 7 --reason 三定方案有此职责",
        'plantui note uphold zhengzhou 7 --reason "it is in the statute"',
    ),
    "note.adjust.short": ("答复异议：同意调整", "answer an appeal: to be adjusted"),
    "note.adjust.text": (
        "督查答复异议，同意调整分工，须用 --reason 写明答复；任务为“待调整”，直到计划文件改了责任单位。\n\nPLAN、TASK 为计划和任务，一次一个责任单位；可以撤销，合并台账和报送文件时一并带走。不影响预警灯和未报送：那只看本单位的报送。标准输出为这一条的编号；--json 的键：id、subject（assignment）、plan、task、department、word、reason、author、as_of、written_at。",
        "The supervision office answers an appeal: the assignment is to be adjusted. The answer in --reason is required; it stands so until the plan names another department.\n\nOne task and one accountable department at a time; undo takes it back, merging and submissions carry it. Neither lights nor missing reports change: they follow from the department's reports alone. Standard output gets the id; keys of --json: id, subject (assignment), plan, task, department, word, reason, author, as_of, written_at.",
    ),
    "note.adjust.examples": (
        "plantui note adjust zhengzhou 7 --reason 改由市城管局牵头",
        'plantui note adjust zhengzhou 7 --reason "the city management bureau will lead"',
    ),
    "note.assess.short": ("登记独立评估", "enter an independent assessment"),
    "note.assess.text": (
        "登记督查室、第三方或审计对一个责任单位的评估，与自报并列：状态、分数、结论、佐证材料。评估不算该单位的报送，预警灯、状态和未报送都只看自报；两者状态不同为“不一致”（--find 评估不一致，列“独立评估”）。每个评估方最新的一条算数；可以撤销，合并台账时一并带走。"
        "\n\n标准输出为这一条的编号；--json 的键：id、subject（assessment）、plan、task、department、by、status、score、finding、evidence、author、as_of、written_at。",
        "Enters what the supervision office, a third party or the audit says of an accountable department's task, beside its own report: status, score, finding, evidence. It never counts as the department's report: light, status and missing reports follow from the self-report alone; where the statuses differ it is disputed (--find disputed, column assessment). The newest of each assessor counts; undo takes it back, merging carries it."
        "\n\nStandard output gets the id; keys of --json: id, subject (assessment), plan, task, department, by, status, score, finding, evidence, author, as_of, written_at.",
    ),
    "note.assess.examples": (
        "plantui note assess zhengzhou 7 --by 第三方 --status 推进中 --score 60 --finding 现场只完成一半",
        'plantui note assess zhengzhou 7 --by third_party --status in_progress --score 60 --finding "half of it is there"',
    ),
    "note.undo.short": ("撤销上一次操作", "undo your last action"),
    "note.undo.text": (
        "撤销您对台账的上一次操作，包括在界面中和以前运行时做的。其后已被他人改动的不撤销：跳过并说明，撤销更早的一次；跳过的写到标准错误。没有可撤销的操作时退出码为 1。"
        "\n\n--json 的键：action（撤销的是哪种操作）、notes（各进展现在的修订）、events（审核步骤、延期、全单位约定，subject 为 stage、extension、assignment、assessment 或 choice）、passed_over（跳过的各项，他人改动后的修订）；"
        "kind 为 retracted 表示已不算数。",
        "Undoes your last action on the ledger, also one from the interface or an earlier run. What somebody else has changed since is "
        "not taken back: it is passed over, which standard error says, and the action before is undone. Exits with 1 where there "
        "is nothing to undo."
        "\n\nKeys of --json: action (the kind that was undone), notes (the revisions that count now), events (steps of checking, extensions, "
        "office-wide choices: subject is stage, extension, assignment, assessment or choice), passed_over (what was passed over, as somebody else changed it); a kind of retracted says "
        "that it counts no longer.",
    ),
    "note.undo.examples": ("plantui note undo", "plantui note undo"),
    "note.redo.short": ("恢复刚撤销的操作", "redo what was undone"),
    "note.redo.text": (
        "恢复最近撤销的操作。没有可恢复的操作时退出码为 1。--json 的键与 note undo 相同。",
        "Brings back what was undone last. Exits with 1 where there is nothing to redo. The keys of --json are those of note undo.",
    ),
    "note.redo.examples": ("plantui note redo", "plantui note redo"),
    "extend.short": ("延长一条时限", "extend a date"),
    "extend.text": (
        "为任务的一条完成时限登记延期。REQUIREMENT 是时限的序号，从 1 起，依计划中的次序（见 plantui show）；DATE 是新的时限，"
        "必须晚于现在的时限；原因和批准人必填。原时限永远保留，延期次数计入；预警按现时限。可以撤销。"
        "\n\n标准输出为这次延期的编号；--json 的键：id、plan、task、requirement（原时限）、due（新时限）、reason、approved_by、"
        "extensions（第几次）等。",
        "Records a later date for one dated requirement of a task. REQUIREMENT is its number, from 1 in the order of the plan (see "
        "plantui show); DATE is the new date, later than the one that holds now; the reason and who approved it are required. The "
        "first date stays for ever and the extensions are counted; the light goes by the date that holds now. Undo takes it back."
        "\n\nStandard output gets the extension's id; keys of --json: id, plan, task, requirement (with the first date), due (the new "
        "one), reason, approved_by, extensions (how many now), and more.",
    ),
    "extend.examples": (
        "plantui extend zhengzhou 7 1 2026-03-31 --reason 疫情影响 --approved-by 市政府常务会议",
        'plantui extend zhengzhou 7 1 2026-03-31 --reason "late delivery" --approved-by "city government"',
    ),
    "pack.short": (
        "打包一个单位一期的进展，用于报送",
        "pack a department's notes of a period to submit them",
    ),
    "pack.text": (
        "把一个单位在一个报告期内的进展连同全部修改记录、审核环节、延期和任务认领写成一个报送文件。文件是可读的文本，带校验值；"
        '设置文件旁的 submission-keys.toml 中有该单位的密钥（"单位" = "密钥"）时同时签名。格式见 docs/submission.md。',
        "Writes a department's notes of a period, with all their revisions, stages, extensions and words on assignments, as one submission: a readable "
        "text with a checksum. Where submission-keys.toml beside the settings has a secret of the department "
        '("department" = "secret"), it is signed too. The form is described in docs/submission.md.',
    ),
    "pack.examples": (
        "plantui pack --department 郑州市/市水利局 --period 2024-06 -o 市水利局-2024-06.plantui",
        "plantui pack --department 郑州市/市水利局 --period 2024-06 -o water-2024-06.plantui",
    ),
    "verify.short": ("核对改过的报表中的数字", "verify the figures of an edited report"),
    "verify.text": (
        "读回改过的报表（汇报、通报、一页纸、催办通知、督办单和台账，.docx、.xlsx 或 .html），把其中的数字（台账则逐行逐格）与生成它时的台账逐个核对：不符的列出文中的数、应有的数和对应的任务；"
        "找不到的、多出的行和此后有变的也列出。数字移到别处、表格重新排序、全角数字和千分位都不要紧。有不符的，退出码为 1。\n\n"
        "--json 的键：file form as_of cut recipient figures agreeing is_needless added、wrong missing changed_since（每项：name place right，printed 或 now，tasks）、"
        "has_other_plans、changed_sources（每项：kind name）。",
        "Reads a form back that was edited by hand (reports, circulars, the page for leaders, letters to departments and ledgers, as .docx, "
        ".xlsx or .html) and holds each of its figures, of a ledger each cell of its rows, against the "
        "ledger in the state that the report was made from: for one that does not agree it lists what the report has, what is right, and the tasks "
        "behind it; figures that are not found any more, rows that were added, and what has changed since are listed too. A figure may have been moved, a table sorted; "
        "full-width digits and commas make no difference. The exit code is 1 where one does not agree.\n\n"
        "Keys of --json: file form as_of cut recipient figures agreeing is_needless added, wrong missing changed_since (of each: name place right, printed or now, tasks), "
        "has_other_plans, changed_sources (of each: kind name).",
    ),
    "verify.examples": (
        "plantui verify 月报.docx\nplantui verify 台账.xlsx --json",
        "plantui verify report.docx\nplantui verify ledger.xlsx --json",
    ),
    "receive.short": (
        "接收报送文件、其他台账、填好的工作台账",
        "receive submissions, other ledgers, filled-in ledgers",
    ),
    "receive.text": (
        "把报送文件（*.plantui）或整本台账并入自己的台账，可以一次给出多个文件或文件夹。每个文件要么整个并入，要么完全不并入；"
        "重复接收不会重复记录，先后次序没有影响。损坏、被改动或更新版本的文件会说明原因，其余的照常并入，退出码为 1。"
        "两边都改过的进展两种文字都保留，等人选定。最后列出这一期尚未报送的单位，与 plantui missing 相同。\n\n"
        "单位手工填好的工作台账（.xlsx）也可以接收，要逐个写明文件名：按表头找列（插入、移动、隐藏、改宽都不要紧），按任务名称和编号找任务"
        "（二者要一致），按内容前的“单位：”、填报单位一列或 --department 找单位。与台账相同的不记，改过的记作新进展；同一单位同一天的进展则改写，并逐条说明。"
        "有错的格逐一列出（表名和格名，应怎样写），整个文件不接收，退出码为 1；加 --good-rows 只接收没有错的行。全部内容是一次操作，一次撤销就全部收回；"
        "重复接收不会重复记录。计划本身的内容、佐证材料等列的改动不采用，会说明。需要 pip install 'plantui[import]'。\n\n"
        "--json 的键：files（每个文件：notes revisions known；工作簿还有 rows hidden_rows faults said filled unread_sheets unread_columns）、missing。",
        "Merges submissions (*.plantui) and whole ledgers into your own; several files and folders may be given. Each comes in whole or "
        "not at all; receiving twice adds nothing, and the order makes no difference. A file that is damaged, changed or newer is named with "
        "the reason, the others come in, and the exit code is 1. Of a note that two desks changed both texts are kept until a person chooses. "
        "At the end stand the departments that still owe reports for the period, as in plantui missing.\n\n"
        "A working ledger (.xlsx) that a department filled in by hand comes in too, when it is named itself: columns are found by their "
        "headings, wherever they were moved or hidden, tasks by wording and number, which have to agree, departments by their name before "
        "the text, by the column of reporting departments or by --department. What the ledger says already makes no note; what was changed "
        "becomes a new note, or changes the department's note of the same day, which is said. Mistakes are listed with sheet and cell and what "
        "would be right; then nothing of the file comes in and the exit code is 1, or with --good-rows the other rows do. All of it is one "
        "action, which one undo takes back; receiving twice adds nothing. Changes in columns from which nothing is taken, such as the plan's own "
        "words or evidence, are said. It needs pip install 'plantui[import]'.\n\n"
        "Keys of --json: files (of each: notes revisions known; of a workbook also rows hidden_rows faults said filled unread_sheets "
        "unread_columns), missing.",
    ),
    "receive.examples": (
        "plantui receive 报送/\nplantui receive 市水利局-2024-06.plantui --json\n"
        "plantui receive 市水利局台账.xlsx --department 市水利局",
        "plantui receive submissions/\nplantui receive water-2024-06.plantui --json\n"
        "plantui receive water-ledger.xlsx --department 市水利局",
    ),
    "conflicts.short": ("列出、选定两边都改过的进展", "list and settle notes that two desks changed"),
    "conflicts.text": (
        "接收以后，两边都改过的进展各份都保留，较新的先算数，等人选定；不写命令时列出。",
        "After receiving, all texts of a note that two desks changed are kept and the newer one counts until a person chooses; without a command "
        "they are listed.",
    ),
    "conflicts.examples": (
        "plantui conflicts\nplantui conflicts settle ID --keep 2",
        "plantui conflicts\nplantui conflicts settle ID --keep 2",
    ),
    "conflicts.list.short": ("列出两边都改过的进展", "list the notes that two desks changed"),
    "conflicts.list.text": (
        "列出两边都改过而未选定的进展：各份文字都有序号，从早到晚，最后一份现在算数。"
        "\n\n--json 为数组，键：note（这条进展的编号）、plan、task、department、sides；每份的键同 note list --all --json，另有 side（序号）、counts（现在是否算数）、"
        "stage、stage_reason、reopened。",
        "Lists the notes that two desks changed and nobody has settled: every text under a number, oldest first; the last one counts now."
        "\n\n--json gives an array with the keys note (the id of the note), plan, task, department, sides; each side has the keys of note list --all --json and "
        "side (its number), counts (whether it counts now), stage, stage_reason, reopened.",
    ),
    "conflicts.list.examples": (
        "plantui conflicts\nplantui conflicts --json",
        "plantui conflicts\nplantui conflicts --json",
    ),
    "conflicts.settle.short": ("选定一条两边都改过的进展", "settle a note that two desks changed"),
    "conflicts.settle.text": (
        "--keep 采用一份：文字原样，审核到哪一步也不变；采用已撤回的一份就是撤回这条进展。--join 各份都留下。--progress 另写进展情况。"
        "CONFLICT 是这条进展任一修订的编号。可以撤销，撤销后各份仍在，算数的还是原来那一份。不再处于原来的审核步骤时会说明。",
        "--keep takes one text as it stands, at the stage that it has reached; to take one that was taken back retracts the note. --join keeps "
        "all of them. --progress puts words of your own in the place of the text. CONFLICT is the id of any revision of the note. Undo brings all texts "
        "back, and the one that counted counts again. Where a stage is given up, it is said.",
    ),
    "conflicts.settle.examples": (
        "plantui conflicts settle ID --keep 1\nplantui conflicts settle ID --join --progress 两处数字已核对，以40家为准",
        'plantui conflicts settle ID --keep 1\nplantui conflicts settle ID --join --progress "both figures checked: 40"',
    ),
    "stats.short": ("统计", "figures"),
    "stats.text": (
        "对符合筛选条件的任务进行统计：总体，以及按单位、时限年度、状态、预警灯、计划。一项任务可以计入几个单位和年度，"
        "所以分组之和可能大于总数。按预警灯或状态选出的任务不计完成率。最差的在前：红灯多、黄灯多、完成率低。"
        "写入管道时每行第一列为分组；-f、-o 写成 md、csv 或 json 文件。",
        "Figures over the tasks that pass the filter: overall, and by department, deadline year, status, light and plan. "
        "A task counts for each of its departments and years, so groups may add up to more than the whole. Tasks that "
        "were chosen by light or status have no rate. The worst come first: most red, then yellow, then the lowest rate. For a "
        "pipe the first column names the group; -f and -o write md, csv or json.",
    ),
    "stats.examples": (
        "plantui stats\nplantui stats --by 单位 --plan zhengzhou --sort 完成率\nplantui stats --by 单位 -o 统计.csv",
        "plantui stats\nplantui stats --by department --plan zhengzhou --sort rate\nplantui stats --today 2025-06-30 --json",
    ),
    "indicators.short": ("量化指标：目标与完成值", "indicators: targets against reported values"),
    "indicators.text": (
        "列出符合筛选条件的任务的量化指标，最差在前：未达到（时限已过）、未报、待人工比对、推进中、已达到；约束性与预期性分开计数。"
        "完成值取各单位最新的一次；等级（如 Ⅱ类）只按文字比较，不作换算，也不推算进度。历次填报是已报数值的高低，不是趋势。"
        "\n\n-f、-o 写成 md、csv、json；--json 的键：today、overall、by_force、indicators（plan、task、index、indicator、state、latest、series）。",
        "Lists the indicators of the tasks that pass the filter, worst first: missed (the date has passed), not reported, to be compared by a "
        "person, on the way, met; binding and hoped for are counted apart. The latest value of each department counts; a grade such as Ⅱ类 is "
        "compared as text only, nothing is converted, and no share of the way is made up. The blocks show the reported figures, not a trend."
        "\n\n-f and -o write md, csv or json; keys of --json: today, overall, by_force, indicators (plan, task, index, indicator, state, latest, series).",
    ),
    "indicators.examples": (
        "plantui indicators --plan zhengzhou\nplantui indicators --department 市水利局 -f csv -o 指标.csv",
        "plantui indicators --plan zhengzhou\nplantui indicators --department 市水利局 -f csv -o indicators.csv",
    ),
    "evidence.short": ("打开、核对佐证材料", "open evidence and look at it again"),
    "evidence.text": (
        "打开进展所附的佐证材料，核对哪些文件已改动或不在。",
        "Opens the evidence that notes name, and finds what has changed or vanished.",
    ),
    "evidence.examples": ("plantui evidence check", "plantui evidence check"),
    "evidence.check.short": ("核对佐证材料", "find evidence that changed or vanished"),
    "evidence.check.text": (
        "核对有效进展所附的文件和文件夹：大小或 SHA-256 与登记时不同的为已改动，找不到的为已不在。链接只列出，不访问。"
        "退出码：0 都没有变化，1 有变化。--json 列出全部，各有键 state。",
        "Looks again at the files and folders that notes name as evidence: another size or SHA-256 is a change, a place that is gone has "
        "vanished. Links are listed and never fetched. Exit code 0: all as they were, 1: something is not. --json lists all, each with a state.",
    ),
    "evidence.check.examples": (
        "plantui evidence check\nplantui evidence check --department 市水利局 --json",
        "plantui evidence check\nplantui evidence check --department 市水利局 --json",
    ),
    "evidence.open.short": ("打开一件佐证材料", "open a piece of evidence"),
    "evidence.open.text": (
        "用系统的程序打开一条进展的佐证材料；有几件时写明第几件。会被当作程序运行的文件不打开。",
        "Opens evidence of a note with the system's program; where there are several, say which by its number. A file that the system would run "
        "as a program is not opened.",
    ),
    "evidence.open.examples": ("plantui evidence open ID\nplantui evidence open ID 2",) * 2,
    "export.short": ("导出报表", "export a form"),
    "export.text": (
        "导出一份报表：--form 写明哪一种（plantui forms 列出全部，也可写自己的 .toml 文件），不写时由格式决定：xlsx 为工作台账，docx 和 html 为情况汇报，"
        "ics 为时限日历，vtodo 为日历程序里的待办事项，md 为完整汇总，csv 和 json 为任务行，stratml、mspdi、decidim、iati 为供其他系统读入的计划（一份一个计划，写明什么带不过去，见 plantui exchange；--strict 时带不过去就不写）。筛选条件和次序与界面相同。不写 -f 时按文件名后缀，"
        "没有后缀则为该报表的常用格式，都不写则为 md；后缀与格式不一致时拒绝。不写 -o 或写 - 时输出到标准输出（xlsx 和 docx 不输出到终端）。"
        "有几个文件的报表（如 month、reminder）写到 -o 的文件夹，没有就新建。文件要么全部完整写出，要么一个不写；"
        "已有文件只在 --force 时替换。--profile 选版本，如 publication（公开版）。--columns 另选各列：csv 只有这些列，md 以一张表代替逐项说明，json 仍为完整任务行。",
        "Exports a form: --form says which (plantui forms lists them; a .toml file of one's own will do, too). Without it the "
        "format decides: xlsx is the working ledger, docx and html the report, ics the calendar of deadlines, vtodo the tasks as to-dos of a calendar, md the whole "
        "summary, csv and json the rows, stratml, mspdi, decidim and iati a plan for another system (one plan a file; what does not arrive is told, see "
        "plantui exchange; with --strict nothing is written then). Filter and order are those of the interface. Without -f the file's ending decides, "
        "the form's usual format where it has none, md where no form is named either; an ending of another format is refused. "
        "Without -o, or with -, it goes to standard output (xlsx and docx not to a terminal). A form of several files, like "
        "month or reminder, goes into the folder that -o names, which is made if it is not there. All files are written "
        "whole or none at all; one that exists is only replaced with --force. --profile chooses a variant, like publication. "
        "--columns chooses other columns: csv has just these, md one table of them in place of the account of each task, "
        "json its whole rows.",
    ),
    "export.examples": (
        "plantui export -o 汇总.md --plan zhengzhou\nplantui export -f csv -o 台账.csv --department 市水利局 --force\n"
        "plantui export -f json | jq length",
        "plantui export -o summary.md --plan zhengzhou\nplantui export -f csv -o ledger.csv --department 市水利局 --force\n"
        "plantui export -f json | jq length",
    ),
    "issued.short": ("列出导出过的报表", "list the forms that were issued"),
    "issued.text": (
        "列出写成文件的报表，先写的在前：编号、时间、经手人、报表、文件、截至日期、任务数、台账现状、校验值。--json 另有筛选条件等全部来历（origin）。"
        "export --again 编号 -o 文件 按当时的台账和截至日期重新写出，并说明是否逐字节相同；计划、单位、预警规则、报表定义和模板文件后来改过的会写明。"
        "写明文件时只列出与它逐字节相同的：一份也没有时退出码为 1，并说明是改动过还是从未记录。",
        "Lists the forms that were written to files, the oldest first: id, when, by whom, form, file, as-of day, tasks, state of "
        "the ledger, checksum. --json also has all that each was made from (origin). export --again ID -o FILE writes one again, "
        "by the ledger as it was and on its day, and says whether it is the same byte for byte; plans, "
        "departments, light rules, definition and template that have changed since are named. With a file, just those are listed "
        "that are the same byte for byte: where there is none the exit code is 1, and it is said whether the file was changed or "
        "was never in the log.",
    ),
    "issued.examples": (
        "plantui issued\nplantui issued --json\nplantui issued 通报.docx",
        "plantui issued\nplantui issued --json\nplantui issued circular.docx",
    ),
    "check.short": ("检查计划文件", "check plan files"),
    "check.text": (
        "一次报告计划文件、departments.toml 和预警规则文件的全部问题，每行一个：文件:行: 键: 说明。不写文件时检查全部计划、本单位的规则和报表，"
        "并报告台账中任务已不存在的进展，以及任务没有写其单位、因此不计入的进展（例如单位改了名），并给出该加的别名；--was 给出修订前的版本时，说明这些任务现在的编号。有问题时退出码为 1。"
        "\n\n--against 把一份计划与其公布文件的任何一个版本（docx、pdf、ofd、html 等，- 为标准输入）核对：标题、章节、任务、原文、单位、时限、指标有不符的逐条列出，附文件中的行和页。"
        "校对时改过而文件原文支持的，不算不符。--json 输出 plan、document 和 departures（field、task、about、plan、document、line、page）。",
        "Reports every problem of plan files, departments.toml and files of light rules in one go, one to a line: file:line: "
        "key: sentence. Without files all plans and the office's own rules and forms are checked, and notes are reported whose task is in no plan, or whose department the task "
        "does not name (it may have been renamed), with the alias that would help; with the version before a revision as --was, also the id that such a task has now. Exits with 1 if there are any problems."
        "\n\n--against holds one plan against any copy of its document (docx, pdf, ofd, html and so on; - is standard input), and lists where title, sections, tasks, "
        "text, departments, dates and figures differ, with line and page of the document. What a review changed and the words of the document bear out is no departure. "
        "--json has plan, document and departures (field, task, about, plan, document, line, page).",
    ),
    "check.examples": (
        "plantui check\nplantui check plans/zhengzhou-2023-2025.toml\nplantui check --was 旧.toml --json\nplantui check plans/zhengzhou-2023-2025.toml --against 印发稿.pdf",
        "plantui check\nplantui check plans/zhengzhou-2023-2025.toml\nplantui check --was old.toml --json\nplantui check plans/zhengzhou-2023-2025.toml --against issued.pdf",
    ),
    "forms.short": ("列出可导出的报表", "list the forms that can be exported"),
    "forms.text": (
        "列出 export --form 可用的报表：自带的，和设置文件夹 forms/ 及计划文件旁 forms/ 里本单位自己的。同名时用本单位的。"
        "定义有错的写明文件、行、键，退出码为 1。写入管道时各列为：名称、报表、格式（或所含文件）、版本、定义文件。"
        "定义的写法见 docs/forms.md。",
        "Lists the forms that export --form takes: the bundled ones, and the office's own in forms/ of the settings folder and "
        "beside the plans; an own form stands in the place of a bundled one of its name. A definition with a mistake is told "
        "with file, line and key, and the exit code is 1. A pipe gets: name, title, formats (or the files of a bundle), "
        "profiles, definition. docs/forms.md says how to write one.",
    ),
    "forms.examples": ("plantui forms\nplantui forms --json", "plantui forms\nplantui forms --json"),
    "restore.short": ("列出和恢复台账备份", "list backups of the ledger and put one back"),
    "restore.text": (
        "不带参数时列出台账的备份（每天第一次保存后自动生成，放在台账旁的“台账名-backups”文件夹）和被替换时另存的台账：日期、种类、大小、进展条数、最后一次操作。"
        "写出日期或文件时，把那一份恢复为台账；现有台账连同日志另存为“台账名.saved-时间.db”，因此恢复本身也可以恢复回去。另一个 plantui 正在读写时不恢复；"
        "打开着的窗口会发现台账已换，并询问。",
        "Without an argument, lists the backups of the ledger (made after a day's first save, in the folder NAME-backups beside it) and the "
        "ledgers that were kept when they were replaced: date, kind, size, notes, last action. With a date or a file, puts that one in the "
        "ledger's place; the present ledger is kept with its log as NAME.saved-TIME.db, so that this can be taken back in the same way. "
        "Nothing is put back while another plantui reads or writes; a window that is open notices that the ledger was replaced, and asks.",
    ),
    "restore.examples": (
        "plantui restore\nplantui restore 2024-06-28\nplantui restore ledger.saved-20240628-091500.db\nplantui restore --json",
        "plantui restore\nplantui restore 2024-06-28\nplantui restore ledger.saved-20240628-091500.db\nplantui restore --json",
    ),
    "doctor.short": ("检查台账、计划、佐证和备份", "examine ledger, plans, evidence and backups"),
    "doctor.text": (
        "检查台账（文件是否完好、各行是否可读、内容是否仍受保护、操作与各版内容是否对应、有无两处都改过的进展、保存的当前情况与全部进展是否一致）、计划文件及其索引、"
        "进展对应的任务和单位、佐证材料、备份和旁边的文件；每个问题写明怎么办。除 --rebuild 外不改动任何内容。有问题时退出码为 1。",
        "Examines the ledger (whether its file is sound, its rows can be read and are still protected from being changed, actions and revisions belong "
        "together, notes were changed in two places, what is kept as counting now follows from the notes), the plan files and their index, tasks and departments of the notes, the evidence, the backups and the "
        "files beside the ledger; each problem comes with what to do about it. Changes nothing without --rebuild. Exits with 1 if there are any problems.",
    ),
    "doctor.examples": ("plantui doctor\nplantui doctor --json", "plantui doctor\nplantui doctor --json"),
    "import.short": ("把已发布的文件转成计划", "turn a published document into a plan"),
    "import.text": (
        "读入已发布的行动计划（txt、md、docx、有文字层的 pdf 和 ofd、html、mht、eml、xlsx、xls、odt、ods、csv，装有 LibreOffice 时还有 doc、wps、et、rtf，- 为标准输入），按规则识别章节、任务、单位、时限和指标，"
        "输出 TOML 计划；-o 写到文件，文件名即计划代号。全程离线。每项都记下在原文中的位置。存疑之处、归类比例和未成为任务的部分输出到标准错误。"
        "\n\n--json 输出计划，另有 import：coverage、shares、doubts（kind、reason、message、read、alternatives、位置、places）、remainder（kind、位置）。没有找到任务时，列出看到的标题、表格、栏目和日期（import 中的 outline），退出码为 1。"
        "\n\n--explain 逐项说明规则和位置，规则的例子见 docs/import-rules.md；与 --json 合用时列在 explained（task、field、said、rule、table、line、page、start、end、text）。"
        "\n\nStratML 和 Microsoft Project 的 XML 文件（见 plantui exchange）按根元素认出，照原样读入，写明什么没有位置、什么存疑（--json 时在 import.losses）；--strict 时有丢失就不写。StratML 报告里的结果即进展（import.notes），--notes 记入。"
        "\n\n台账（xlsx、csv 等）按列对照表读成计划和进展：--map 指定，或凭表头认出（plantui exchange --maps 列出）。--notes 记入进展，一次撤销即收回；--update 更新已有的计划。"
        "--json 时 import 另有 map、rows、notes，更新时有 new、changed、reworded、vanished，记入时有 taken（notes、revisions、known、kept）。见 docs/exchange.md。",
        "Reads a published action plan (txt, md, docx, pdf and ofd with text, html, mht, eml, xlsx, xls, odt, ods, csv; where LibreOffice is installed doc, wps, et and rtf; - is standard "
        "input), finds its sections, tasks, departments, deadlines and indicators by rules alone, offline, and prints a plan as TOML; -o writes it "
        "to a file, whose name is the plan's id. The place of every field in the document is kept. What is doubtful, the share "
        "of the text accounted for, and what became no task are told on standard error."
        "\n\n--json prints the plan with import: coverage, shares, doubts (kind, reason, message, read, alternatives, place, places), "
        "remainder (kind, place). Where no task is found, the headings, tables, labels and dates that were seen are told (outline in "
        "import), and the exit code is 1."
        "\n\n--explain tells rule and place of each field; docs/import-rules.md has examples of the rules. With --json they are in "
        "explained (task, field, said, rule, table, line, page, start, end, text)."
        "\n\nAn XML file of StratML or Microsoft Project (plantui exchange) is recognised by its root and read as it stands; what had no place, and what "
        "is doubtful, is told (import.losses with --json), and --strict writes nothing then. Results of a StratML report are progress (import.notes), which --notes takes in."
        "\n\nA ledger (xlsx, csv and the like) becomes plan and notes by a column map that --map names or that is recognised by its heads (plantui exchange --maps). "
        "--notes takes the progress in, which one undo takes back; --update changes the plan that is there. With --json, import has map, rows, notes, of an update new, changed, "
        "reworded, vanished, and taken (notes, revisions, known, kept) where notes were taken in. See docs/exchange.md.",
    ),
    "exchange.short": ("列出与其他系统交换的格式", "list the formats of other systems"),
    "exchange.text": (
        "列出与其他系统交换计划的格式：能导出还是也能导入，什么没有位置，什么只能近似。export -f 和 import 每次都写明实际丢了什么、各几处；"
        "--strict 时有丢失就不写。写入管道时各列为：格式、方向、没有位置的内容、只能近似的内容。"
        "--maps 列出台账的列对照表：名称、标题、凭哪些列认出、文件（--json 另有 columns、status）。",
        "Lists the formats in which plans travel to other systems: whether they are written or read too, what has no place in them, "
        "and what is only approximated. export -f and import say each time what was lost and how often; with --strict a loss "
        "leaves everything unwritten. A pipe gets: format, directions, what has no place, what is approximated. "
        "--maps lists the column maps of ledgers: name, title, the columns by which one is recognised, file (--json: columns and status too).",
    ),
    "exchange.examples": (
        "plantui exchange\nplantui export -f stratml --plan zhengzhou-2023-2025 -o 计划.xml\nplantui import 计划.xml -o plans/demo.toml",
        "plantui exchange\nplantui export -f stratml --plan zhengzhou-2023-2025 -o plan.xml\nplantui import plan.xml -o plans/demo.toml",
    ),
    "import.examples": (
        "plantui import 三年行动计划.docx -o plans/demo-2025.toml\nplantui import 三年行动计划.docx --review -o plans/demo-2025.toml\nplantui import 通知.txt --json\nplantui import 督办台账.xlsx -o plans/duban.toml --notes",
        "plantui import action-plan.docx -o plans/demo-2025.toml\nplantui import action-plan.docx --review -o plans/demo-2025.toml\nplantui import notice.txt --json\nplantui import ledger.xlsx -o plans/ledger.toml --notes",
    ),
    "demo.short": ("打开演示台账", "open the demonstration"),
    "demo.text": (
        "用一份虚构的台账打开界面：郑州市三年行动计划，十几个单位半年的填报，截至日期固定为 2024-12-10。演示台账是单独的文件，"
        "放在台账旁边，名称带 -demo，与正式台账互不影响；屏幕上方和导出的文件都写明“演示”。可以随意填报，--reset 恢复原样，"
        "--delete 删除。\n\n--path 只生成并输出路径，配合 --db 可用于其他命令。",
        "Opens the interface on an invented ledger: the three-year plan of Zhengzhou with half a year of notes of more than "
        "a dozen departments, always as of 2024-12-10. The demonstration is a file of its own beside the ledger, with -demo in its "
        "name; the head of the screen and every exported file say DEMO. Write what you like: --reset makes it anew, --delete "
        "deletes it.\n\n--path only makes it and prints its path, which --db takes in every command.",
    ),
    "demo.examples": (
        'plantui demo\nplantui demo --reset\nplantui --db "$(plantui demo --path)" stats --by department\nplantui demo --delete',
        'plantui demo\nplantui demo --reset\nplantui --db "$(plantui demo --path)" stats --by department\nplantui demo --delete',
    ),
    "compare-sources.short": ("比较同一文件的两份文本", "compare two copies of a document"),
    "compare-sources.text": (
        "比较同一文件的两份文本（任何可导入的格式，- 为标准输入），列出不同之处、所在行和页，并尽可能指出哪个对。"
        "硬换行和空格不算不同；标点的全角半角只计数。相同时退出码为 0，有不同时为 1。"
        "\n\n--json 的键：a、b、differences（kind、a、b、right；两处各有 text、before、after、line、page、start、end）、habits。"
        "right 为空表示应删去，为 null 表示要对照原件。",
        "Compares two copies of one document, of any form that can be imported; - is standard input. Says what differs, on "
        "which line and page, and where possible which is right. Hard wraps and blanks are no differences; the width of "
        "signs is only counted. Exits with 0 where both say the same, with 1 where they differ."
        "\n\nKeys of --json: a, b, differences (kind, a, b, right; of each copy text, before, after, line, page, start, end), "
        "habits. An empty right means that nothing should be there, null that only the original can tell.",
    ),
    "compare-sources.examples": (
        "plantui compare-sources 印发稿.pdf 网页.html\nplantui compare-sources a.txt b.txt --json",
        "plantui compare-sources issued.pdf page.html\nplantui compare-sources a.txt b.txt --json",
    ),
    "compare.short": ("对照各地计划中的同一任务", "compare the same task in several plans"),
    "compare.text": (
        "对照几个计划（如各市贯彻同一省级方案的计划）：同一任务并排，时限早晚、目标宽严、单位类别、所在章节不同的写明，哪里缺少、哪里独有。"
        "任务按名称、文字和指标对应，不看编号；每个对应都有相似度和依据。以第一个计划为准，或用 --against 指定，例如省级计划："
        "plantui compare --against 省计划 --missing 市计划 列出市里没有对应任务的省级任务。"
        "\n\n对应有误时用 --same、--apart 改正，记入台账，note undo 可撤销，合并台账时一并带走。"
        "\n\n--format xlsx 写工作簿（对照、差异、原文三张表）。--json 输出数组，每行一个对象：base、section、title、missing、plans"
        "（plan、task、number、title、section、score、reasons、differences；每处差异有 kind、verdict，时限和目标有 base 和 here，单位有 department）。",
        "Compares plans, such as those of several cities that carry out one provincial plan: the same task side by side, with "
        "earlier and later dates, stricter and looser targets, other kinds of departments and headings, and what is missing or "
        "only in one of them. Tasks are aligned by title, wording and targets, never by number; each alignment has a score and "
        "reasons. The others are held against the first plan, or that of --against: plantui compare --against PROVINCE --missing "
        "CITY lists the provincial tasks that have no task in the city."
        "\n\n--same and --apart put an alignment right; that is kept in the ledger, goes along when ledgers are merged, and note "
        "undo takes it back."
        "\n\n--format xlsx writes a workbook (comparison, differences, sentences). --json gives an array with one object a row: base, "
        "section, title, missing, plans (plan, task, number, title, section, score, reasons, differences; a difference has kind "
        "and verdict, of dates and targets base and here, of departments department).",
    ),
    "compare.examples": (
        "plantui compare zhengzhou-2023 sanmenxia xinxiang\nplantui compare zhengzhou-2023 xinxiang --different -o 对照.xlsx\n"
        "plantui compare --same zhengzhou-2023-2025/14 xinxiang-2023-2025/20",
        "plantui compare zhengzhou-2023 sanmenxia xinxiang\nplantui compare zhengzhou-2023 xinxiang --different -o compared.xlsx\n"
        "plantui compare --same zhengzhou-2023-2025/14 xinxiang-2023-2025/20",
    ),
    "diff.short": ("比较计划的两个版本", "compare two versions of a plan"),
    "diff.text": (
        "比较计划的两个版本：新增、删去、改写的任务，变动的时限、指标和单位。任务按内容对应，不论编号。"
        "相同时退出码为 0，有变动时为 1。--keep-ids 把新版本写到文件，任务沿用旧编号，进展因此仍挂在原任务上。"
        "\n\n--json 的键：plan（计划本身的变动）、tasks（old、new、title、changes）、added、dropped、ids（旧编号对应的新编号）、"
        "unchanged（项数）；每处变动有 kind、about、old、new。",
        "Compares two versions of a plan: tasks added, dropped and reworded, dates moved, figures and departments changed. "
        "Tasks are matched by what they say, whatever their numbers. Exits with 0 where both say the same, with 1 where they "
        "differ. --keep-ids writes the new version to a file with the old ids, so notes stay with their tasks."
        "\n\nKeys of --json: plan (changes of the plan itself), tasks (old, new, title, changes), added, dropped, ids (the new "
        "id of each old one), unchanged (how many); a change has kind, about, old, new.",
    ),
    "diff.examples": (
        "plantui diff 2023.toml 2024.toml\nplantui diff 旧.toml 新.toml --keep-ids plans/demo-2025.toml --force",
        "plantui diff 2023.toml 2024.toml\nplantui diff old.toml new.toml --keep-ids plans/demo-2025.toml --force",
    ),
    "missing.short": ("列出本期未报送的单位和任务", "list who has not reported in a period"),
    "missing.text": (
        "列出一个报告期内还没有报送的单位和任务，与界面 5 未报送 相同，每行一个单位的一项任务，先急后缓。默认本期；"
        "--period 可写 2024-06、2024Q2、2024H1。已报完成或中止的不再要求报送，长期坚持的每期都要报送。"
        "写入管道时各列为：单位、计划、任务、灯、最近报送（从未报送的写明）、最早时限、名称。",
        "Lists the departments and tasks without a report in a period, as the view 5 does: one department's task to a line, "
        "worst first. The period is the current one, or that of --period: 2024-06, 2024Q2, 2024H1. Who has said that a task is "
        "completed or stopped owes nothing more on it; a standing duty is owed each period. A pipe gets: department, plan, "
        "task, light, last report (or never reported), earliest date, title.",
    ),
    "missing.examples": (
        "plantui missing\nplantui missing --period 2024-06 --json\nplantui missing --department 市水利局",
        "plantui missing\nplantui missing --period 2024-06 --json\nplantui missing --department 市水利局",
    ),
    "changes.short": (
        "列出某日或某个台账现状以来的变化",
        "list what changed since a day or a state of the ledger",
    ),
    "changes.text": (
        "按任务列出某日以来，或 plantui office 给出的某个台账现状以来，写入台账的变化：灯、状态、完成比例当时和现在各是什么；"
        "改了什么（进展的新报、修改、撤回，时限要求，完成值，延期，办理环节，约定）、谁写的、最后何时写的。"
        "合并进来的内容从收到时算起；仅因日期推移而变灯的任务不列。--json 的 changes 逐项列出，按写入的先后；tasks 逐项任务列出 then 和 now。",
        "Lists by task what was stored since a day began, or since a state of the ledger as plantui office names it: light, "
        "status and percent then and now; what was changed (notes new, edited, retracted; requirements, actual values, "
        "extensions, steps, choices), by whom, and when last. What a merge brought counts from when it came in; a task whose "
        "light only time has turned is not listed. --json: changes has each one in the order of writing, tasks has then and now.",
    ),
    "changes.examples": (
        "plantui changes --since 2024-06-01\nplantui changes --since 2024-06-01 --json",
        "plantui changes --since 2024-06-01\nplantui changes --since 2024-06-01 --json",
    ),
    "due.short": ("列出本单位本期应报送的任务", "list what the own department owes this period"),
    "due.text": (
        "列出本单位（plantui config set department 所设，或 --department）在一个报告期内应报送而未报送的任务，先急后缓；并说明已报送几项。"
        "--json 另有 reported：已报送或不再要求报送的任务。"
        "\n\n--since 日期：列出从这一日到截至日期（两日都含）到期的时限，和报送变得过久的任务，供定时运行；没有 --department 也没有设置本单位的，列出所有单位。"
        "最先列从未报送的：计划写有 report_target_days、report_limit_days 的，从印发之日起超过这些天数即列出，没有写的，印发之日即列出；印发日期、年份都没有的不知道起算日，不列。"
        "其次是最近一次报送超过上限、超过目标的，最后是到期而未完成的。各列为：事由、日期、单位、计划、最近报送、任务。有内容退出码为 1，没有为 0。",
        "Lists the tasks on which the own department (that of plantui config set department, or --department) has yet to report "
        "in a period, worst first, and says how many are reported. --json adds reported: the tasks on which nothing is owed."
        "\n\n--since DAY lists the dates that have come from this day up to the as-of day, both included, and the reports that have grown too "
        "old, for scheduled runs; without --department and without an own department those of all departments. What was never reported "
        "comes first: once the days of the plan's report_target_days or report_limit_days have gone by since its issue, or on the day of issue "
        "where it sets none; where it names neither a day nor a year nothing is known, and nothing is listed. Then come last reports older than the limit, than the target, and dates of open "
        "requirements. A pipe gets: reason, day, department, plan, last report, task. The exit code is 1 where something is listed, else 0.",
    ),
    "due.examples": (
        "plantui due\nplantui due --department 郑州市/市水利局 --period 2024Q2 --json\nplantui due --since 2025-06-23 || plantui export --form reminder -f eml -o 催办",
        "plantui due\nplantui due --department 郑州市/市水利局 --period 2024Q2 --json\nplantui due --since 2025-06-23 || plantui export --form reminder -f eml -o letters",
    ),
    "office.short": ("查看和修改全单位的约定", "read and change the choices of the whole office"),
    "office.text": (
        "全单位的约定写在台账里，每台电脑都一样：报告期（period）、截止日（closing_day）、预警规则（light_rules）、角色（roles）、"
        "计入通报的环节（counting_stage）。不写子命令时列出各项约定。",
        "The choices of the whole office stand in the ledger, so every desk has the same: reporting period, closing_day, "
        "light_rules, roles, and counting_stage, from which on notes count in circulars. Without a command the choices are listed.",
    ),
    "office.examples": (
        "plantui office\nplantui office set period quarter\nplantui office set closing_day 次月5日前",
        "plantui office\nplantui office set period quarter\nplantui office set closing_day +5",
    ),
    "office.show.short": (
        "列出约定、本期和台账现状",
        "list the choices, the current period and the ledger's state",
    ),
    "office.show.text": (
        "列出各项约定的值和含义，并说明本期和截止日。台账现状以最后一次操作的编号表示，plantui changes --since 可用它。"
        "--json 另有 made（已约定的各项）、current_period 和 cut。",
        "Lists each choice with its value and meaning, and says which period is current and when it closes. The ledger's "
        "state is named by its last action, which plantui changes --since takes. --json adds made (the choices that were "
        "made), current_period and cut.",
    ),
    "office.show.examples": ("plantui office show --json", "plantui office show --json"),
    "office.set.short": ("改一项约定", "change one choice"),
    "office.set.text": (
        "从截止日期（--today）起改一项约定；以前各日仍按以前的约定。plantui note undo 可撤销。"
        "\n\nperiod：month、quarter、half_year，或 dates:03-25,06-25,09-25,12-25（每期的末日）。"
        "closing_day：none、25（期末当月 25 日）、+5（期末后 5 天）、-3（期末前 3 天），也可写 每月25日前、次月5日前。"
        "light_rules：default、自带规则的名称、light-rules 文件夹中规则文件的名称，或规则文件的路径。"
        "counting_stage：saved、submitted、checked、closed。",
        "Changes one choice from the as-of day (--today) on; earlier days keep the earlier one. plantui note undo takes it back."
        "\n\nperiod: month, quarter, half_year, or dates:03-25,06-25,09-25,12-25 (the last day of each period). "
        "closing_day: none, 25 (day 25 of the period's last month), +5 (5 days after its end), -3 (3 days before it). "
        "light_rules: default, the name of bundled rules or of a file in a folder light-rules, or the path of a rule file. "
        "counting_stage: saved, submitted, checked, closed.",
    ),
    "office.set.examples": (
        "plantui office set period month\nplantui office set closing_day 25\nplantui office set counting_stage checked",
        "plantui office set period month\nplantui office set closing_day 25\nplantui office set counting_stage checked",
    ),
    "config.short": ("查看和修改设置", "read and change settings"),
    "config.text": (
        "设置项：department（本单位，地区/名称）、lang（zh 或 en）、theme（界面主题）、author（填报人）、role（席位角色：clerk、checker、supervision、reader；不设则什么都可以做）、backups（保留几天的备份：0、3、7、14、31、92，0 为不备份，默认 7）。",
        "Settings: department (your own, region/name), lang (zh or en), theme (of the interface), author (who writes "
        "the notes), role (of this desk: clerk, checker, supervision, reader; without one it may do everything), backups (days with a backup that are kept: 0, 3, 7, 14, 31, 92; 0 makes none, 7 without it).",
    ),
    "config.examples": (
        "plantui config set department 郑州市/市工信局\nplantui config list",
        "plantui config set department 郑州市/市工信局\nplantui config list",
    ),
    "config.list.short": ("列出设置", "list the settings"),
    "config.list.text": (
        "列出全部设置项和设置文件的位置。",
        "Lists all settings and says where they are kept.",
    ),
    "config.list.examples": ("plantui config list --json", "plantui config list --json"),
    "config.get.short": ("查看一项设置", "print one setting"),
    "config.get.text": ("输出一项设置的值。", "Prints the value of one setting."),
    "config.get.examples": ("plantui config get department", "plantui config get department"),
    "config.set.short": ("修改一项设置", "change one setting"),
    "config.set.text": (
        "修改一项设置。单位必须是已知的，几个地区同名时要写明地区。",
        "Changes one setting. A department has to be known, and to say its region where several know the name.",
    ),
    "config.set.examples": (
        "plantui config set department 郑州市/市工信局\nplantui config set lang zh\nplantui config set theme textual-light",
        "plantui config set department 郑州市/市工信局\nplantui config set lang en\nplantui config set theme textual-light",
    ),
    "config.unset.short": ("去掉一项设置", "remove one setting"),
    "config.unset.text": ("去掉一项设置，恢复默认。", "Removes one setting; the default counts again."),
    "config.unset.examples": ("plantui config unset theme", "plantui config unset theme"),
    "completion.short": ("输出命令补全脚本", "print a completion script"),
    "completion.text": (
        "输出 bash、zsh 或 fish 的命令补全脚本，供 shell 启动时读取。补全命令、选项、状态等，以及库中的计划、任务、单位和年份。",
        "Prints the script that teaches bash, zsh or fish to complete commands, options and their values, and the plans, "
        "tasks, departments and years of the library; have the shell read it at start.",
    ),
    "completion.examples": (
        "plantui completion bash > ~/.local/share/bash-completion/completions/plantui\n"
        "plantui completion zsh > ~/.zfunc/_plantui\n"
        "plantui completion fish > ~/.config/fish/completions/plantui.fish",
        "plantui completion bash > ~/.local/share/bash-completion/completions/plantui\n"
        "plantui completion zsh > ~/.zfunc/_plantui\n"
        "plantui completion fish > ~/.config/fish/completions/plantui.fish",
    ),
}
