"""The names of the interface's commands, and one sentence on each: footer, palette, help and docs/keys.md."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "group.view": ("视图", "Views"),
    "group.filter": ("筛选", "Filters"),
    "group.note": ("进展", "Progress notes"),
    "group.mark": ("成批处理", "Several tasks at once"),
    "group.output": ("导出", "Output"),
    "group.move": ("移动", "Moving"),
    "group.program": ("程序", "Program"),
    "group.editor": ("填报窗口", "Note editor"),
    "group.history": ("填报记录窗口", "History of notes"),
    "group.outline": ("没有找到任务的文件", "A document without tasks"),
    "group.review": ("导入校对", "Review of an import"),
    "open": ("打开", "Open"),
    "open.help": (
        "展开或折叠计划、行动；在任务上打开任务内容。",
        "Unfolds or folds a plan or section; opens a task.",
    ),
    "back": ("返回", "Back"),
    "back.help": ("回到上一处，不丢失任何内容。", "Goes back one step; nothing is lost."),
    "help": ("帮助", "Help"),
    "help.help": (
        "说明光标所在任务的预警：规则、时限、最新进展和计划原文；并列出全部按键。",
        "Explains the light under the cursor (rule, dates, newest note, the plan's sentence) and lists all keys.",
    ),
    "note": ("填报", "Note"),
    "note.help": (
        "填写光标所在任务的进展情况；选中了任务时，一次为全部选中的任务填写。",
        "Writes a progress note on the task under the cursor, or one note for all marked tasks.",
    ),
    "search": ("查找", "Search"),
    "search.help": (
        "按文字、拼音、年度、预警等查找任务，如 slj 2024 红、牵头:市水利局 逾期>30；多个词用空格隔开。",
        "Finds tasks by words, pinyin, year, light and more, such as slj 2024 red, lead:NAME overdue>30; spaces part them.",
    ),
    "department": ("单位", "Department"),
    "department.help": (
        "按单位筛选，可输入简称或别名；F5 设为本单位。",
        "Filters by department, by any of its names; F5 makes it your own.",
    ),
    "changed": ("变化", "Changed"),
    "changed.help": (
        "只看上期末或某一日以来有变化的任务；再按可换日期或取消。",
        "Shows only tasks that changed since the last period's end or another day; press it again to choose another.",
    ),
    "office": ("全单位约定", "Office-wide choices"),
    "office.help": (
        "看和改全单位的约定：报告期、截止日、预警规则、角色、哪些进展计入通报。",
        "Shows and sets what holds for the whole office: period, closing day, light rules, roles, which notes count in circulars.",
    ),
    "matrix": ("任务×单位矩阵", "Task by department matrix"),
    "matrix.help": (
        "多单位负责的任务，各单位各报到哪里；←→ 看其余单位。",
        "Where each of several accountable departments stands on a task; left and right show the other departments.",
    ),
    "compare": ("对比各地计划", "Compare plans"),
    "compare.help": (
        "几个计划的同一任务并排：时限早晚、目标宽严、哪里缺少；对应有误可当场改正。",
        "The same task of several plans side by side: earlier and later dates, stricter and looser targets, what is missing; alignments can be put right.",
    ),
    "year": ("年度", "Year"),
    "year.help": ("按完成时限所在年度筛选。", "Filters by the year of a dated requirement."),
    "tag": ("标签", "Tag"),
    "tag.help": ("按计划文件中本单位自己的标签筛选。", "Filters by the office's own tags in the plan files."),
    "status": ("状态", "Status"),
    "status.help": ("按办理状态筛选。", "Filters by status."),
    "light": ("预警", "Light"),
    "light.help": (
        "按红、黄、绿、蓝、灰和无期限筛选。",
        "Filters by light: red, yellow, green, blue, grey, no date.",
    ),
    "role": ("角色", "Role"),
    "role.help": (
        "单位以何种角色参与：牵头、配合、按职责分工、责任、指导。",
        "The role in which the department stands: lead, support, shared, responsible, guide.",
    ),
    "plan": ("计划", "Plan"),
    "plan.help": ("只看选定的计划。", "Shows only the chosen plans."),
    "unfilter": ("去掉一项", "Remove last filter"),
    "unfilter.help": ("去掉最后加上的一项筛选。", "Removes the filter that was added last."),
    "clear": ("清除筛选", "Clear all filters"),
    "clear.help": ("去掉全部筛选。", "Clears all filters."),
    "view_tree": ("计划树", "Plan tree"),
    "view_tree.help": ("计划、行动、任务的树。", "The tree of plans, sections and tasks."),
    "view_mine": ("本单位", "My department"),
    "view_mine.help": (
        "本单位的任务，预警重的在前；本期已报的有标记。",
        "Your department's tasks, worst light first; those reported in this period are marked.",
    ),
    "view_warnings": ("预警清单", "Warnings"),
    "view_warnings.help": (
        "红灯和黄灯的任务，逾期久的在前，列出逾期天数和责任主体。",
        "Red and yellow tasks, the longest overdue first, with who is accountable.",
    ),
    "view_to_check": ("待审核", "To check"),
    "view_to_check.help": (
        "已报送、尚未审核的任务；席位角色为填报人时，被退回的排在前面。",
        "Tasks with notes that were submitted and not checked yet; for a clerk, those returned come first.",
    ),
    "view_unreported": ("未报送", "Not reported"),
    "view_unreported.help": (
        "按单位列出尚未报送进展的任务；Enter 折叠一个单位。",
        "The tasks that each accountable department has not reported on; Enter folds a department.",
    ),
    "stats": ("各单位统计", "Statistics"),
    "stats.help": (
        "按单位、年度、状态、预警、计划统计当前显示的任务，最差在前；Enter 看一组的任务，Esc 从那里回到统计。",
        "Counts the tasks shown by department, year, status, light and plan, worst first; Enter shows a group's tasks, Esc "
        "goes back from there.",
    ),
    "indicators": ("量化指标", "Indicators"),
    "indicators.help": (
        "当前显示的任务的量化指标：目标与各单位最新完成值，最差在前；Enter 看任务，F8 导出。",
        "The indicators of the tasks shown against the latest values, worst first; Enter shows the task, F8 exports.",
    ),
    "fold": ("全部展开/折叠", "Fold all"),
    "fold.help": (
        "展开全部计划和行动；再按一次全部折叠。",
        "Unfolds everything; once more folds everything.",
    ),
    "saved_views": ("常用视图", "Saved views"),
    "saved_views.help": (
        "打开保存过的视图（筛选、列、次序），F10 再按数字即可；F2 保存现在的视图。",
        "Opens a view that was saved (filter, columns, order): F10 and its digit; F2 there saves the one that is shown.",
    ),
    "columns": ("列", "Columns"),
    "columns.help": (
        "选择显示哪些列、列的次序，以及按哪一列排序。",
        "Chooses the columns, their order, and the one to sort by.",
    ),
    "source": ("任务栏", "Task pane"),
    "source.help": ("显示或隐藏右侧的任务内容。", "Shows or hides the task pane."),
    "quote": ("原文出处", "Sentence"),
    "quote.help": (
        "在任务栏里显示这项任务（或计划、章节）在原文件中的句子；再按一次回到任务。",
        "Shows the sentences of the document that the task, plan or section was read from; once more shows the task.",
    ),
    "history": ("填报记录", "History"),
    "history.help": (
        "光标所在任务的全部填报、修改和撤回，可逐条比对。",
        "All notes on the task with every revision, and what changed.",
    ),
    "evidence": ("佐证材料", "Evidence"),
    "evidence.help": (
        "列出光标所在任务各条进展（在填报记录中为这一版）所附的佐证材料，登记后改动过或已不在的会注明，Enter 用系统的程序打开。",
        "Lists the evidence that the notes on the task name, in the history that of the revision: what has changed or vanished is marked, and "
        "Enter opens one with the system's program.",
    ),
    "stage": ("审核、延期", "Check, extend"),
    "stage.help": (
        "报送、审核、退回、销号、重新打开光标所在任务的进展（选中了任务时，一次处理全部选中的）；4 为时限延期，8 为确认任务分工、提出异议和答复，9 为登记独立评估。",
        "Submits, checks, returns, closes or reopens the notes on the task under the cursor, or on all marked tasks; 4 extends a date, 8 acknowledges an assignment, appeals or answers, 9 enters an independent assessment.",
    ),
    "undo": ("撤销", "Undo"),
    "undo.help": (
        "撤销上一次填报、修改或撤回，重启后也可以；其后已被他人改动的跳过并说明。",
        "Takes back the last saved note, edit or retraction, also after a restart; what somebody else has changed since is passed over, and said.",
    ),
    "redo": ("重做", "Redo"),
    "redo.help": ("重新执行刚撤销的操作。", "Does again what was just undone."),
    "mark": ("选中", "Mark"),
    "mark.help": (
        "选中光标所在任务（计划、行动则选中其下全部任务），再按一次取消；换筛选后仍选中，Esc 全部取消。填报和复制用于全部选中的任务。",
        "Marks the task under the cursor (on a plan or section, all tasks under it), or takes the mark away. Marks stay when "
        "the filter changes; Esc clears them. Note and Copy go for all marked tasks.",
    ),
    "mark_all": ("全部选中", "Mark all"),
    "mark_all.help": (
        "选中当前显示的全部任务，再按一次全部取消。",
        "Marks all tasks shown, or takes their marks away.",
    ),
    "export": ("导出", "Export"),
    "export.help": (
        "把当前显示的任务写成报表：台账、汇报、通报、一页纸、催办通知、日历等。",
        "Writes forms of the tasks shown: ledger, reports, one page, letters, calendar and others.",
    ),
    "copy": ("复制", "Copy"),
    "copy.help": (
        "把选中的任务（没有选中的则是光标所在任务）连同表头复制到剪贴板，可粘贴到 WPS 表格；按住 Shift 拖动可选择屏幕文字。",
        "Copies the marked tasks, else the one under the cursor, as a table with its head for a spreadsheet; Shift-drag selects "
        "text on the screen.",
    ),
    "receive": ("接收", "Receive"),
    "receive.help": (
        "接收报送文件或其他台账，并入自己的台账",
        "Receive submissions or other ledgers into your own",
    ),
    "issued": ("导出记录", "Issued reports"),
    "issued.help": (
        "列出写出过的报表，可原样重新写出，或核对其文件；导出时按F8也是",
        "List the reports that were issued, write one again as it was, or verify its file; F8 in the export does so too",
    ),
    "verify": ("核对改过的报表", "Verify a report"),
    "verify.help": (
        "读回改过的报表，列出与台账不符的数字",
        "Read an edited report back and list the figures that no longer agree with the ledger",
    ),
    "conflicts": ("选定两边都改过的进展", "Settle conflicts"),
    "conflicts.help": (
        "两边都改过的进展并排显示，选定一种或合并",
        "Show the notes that two desks changed side by side, and choose or join",
    ),
    "copies": ("并入同步副本", "Merge sync copies"),
    "copies.help": (
        "并入同步软件在台账旁留下的副本",
        "Merge the copies of the ledger that a sync folder made beside it",
    ),
    "theme": ("明暗", "Theme"),
    "theme.help": ("在深色与浅色之间切换，并记住。", "Switches between dark and light, and remembers."),
    "open_plan": ("打开计划文件", "Open a plan file"),
    "open_plan.help": (
        "检查一个计划文件，加入自己的计划或只在这次打开。",
        "Checks a plan file and adds it to your plans, or opens it this once.",
    ),
    "import": ("导入文件", "Import a document"),
    "import.help": (
        "把公布的文件读成计划，校对后加入自己的计划。",
        "Reads an issued document as a plan and, once reviewed, adds it to your plans.",
    ),
    "setup": ("语言和本单位", "Language and department"),
    "setup.help": (
        "选择界面语言和本单位，并记住。",
        "Chooses the language and your department, and remembers them.",
    ),
    "demo": ("演示", "Demonstration"),
    "demo.help": (
        "打开虚构的演示台账，与正式台账互不影响。",
        "Opens an invented ledger; your own is not touched.",
    ),
    "leave_demo": ("退出演示", "Leave the demonstration"),
    "leave_demo.help": ("回到自己的台账。", "Goes back to your own ledger."),
    "problems": ("数据问题", "Data problems"),
    "problems.help": (
        "计划文件里发现的问题：文件、行、键。",
        "What is wrong in the plan files: file, line, key.",
    ),
    "palette": ("命令", "Commands"),
    "palette.help": (
        "输入中文或英文名称，执行任何命令。",
        "Runs any command by its Chinese or English name.",
    ),
    "quit": ("退出", "Quit"),
    "quit.help": ("退出；尚未保存的填报已存为草稿。", "Leaves; an unsaved note is kept as a draft."),
}
