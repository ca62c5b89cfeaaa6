"""Meanings of the options of the command line, as help shows them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "since": ("从哪一日，或台账现状的编号", "the day, or the name of a state of the ledger"),
    "period": (
        "报告期，如 2024-06、2024Q2、2024H1；默认本期",
        "the period, such as 2024-06, 2024Q2, 2024H1; default: the current one",
    ),
    "due_since": (
        "列出这一日以来到期、报送超限和从未报送的；有则退出码为 1",
        "what fell due since this day: dates, reports over the limit, and those that never came; the exit code is 1 if there is any",
    ),
    "due_department": ("哪个单位；默认本单位", "which department; default: the own one"),
    "not-reported": ("只列本期（或 --period）未报送的", "only tasks without a report in the period"),
    "help": ("显示帮助", "show this help"),
    "path": (
        "只生成演示台账并输出其路径，不打开界面",
        "only make the demonstration and print its path; do not open the interface",
    ),
    "reset": ("先删除演示台账，再重新生成", "delete the demonstration and make it anew"),
    "delete": ("删除演示台账", "delete the demonstration"),
    "version": ("显示版本", "show the version"),
    "plans": (
        "计划文件夹，可多次使用，先于其他文件夹",
        "a folder of plans, before all others; may be repeated",
    ),
    "db": (
        "台账文件（默认 PLANTUI_DB，否则为用户数据文件夹）",
        "the ledger file (default PLANTUI_DB, else in the user's data folder)",
    ),
    "today": (
        "截至日期，如 2025-06-30 或 6-30（默认今天）",
        "the as-of day, like 2025-06-30 or 6-30 (default: today)",
    ),
    "lang": (
        "界面语言（默认 PLANTUI_LANG、设置、系统语言）",
        "language of the interface (default PLANTUI_LANG, settings, locale)",
    ),
    "pack_department": (
        "打包哪个单位的进展，默认本单位",
        "the department whose notes are packed; your own by default",
    ),
    "pack_period": (
        "报告期，如 2024-06、2024Q2、2024H1；默认正在报送的一期",
        "the period, as 2024-06, 2024Q2 or 2024H1; by default the one being reported",
    ),
    "also": (
        "同一条进展也写入此任务（同一计划），可多次使用；撤销时一并撤销",
        "save the same note on this task of the plan too; may be repeated, and one undo takes all back",
    ),
    "plan": (
        "只看此计划：编号、简称或其开头，可多次使用",
        "only this plan: id, short title or the beginning of one; may be repeated",
    ),
    "department": (
        "只看此单位，别名也可，含所属集合单位的任务；郑州市/市工信局 限定地区；可多次使用",
        "only this department, by any of its names, with tasks given to a group that it belongs to; 郑州市/市工信局 for "
        "one region; may be repeated",
    ),
    "role": (
        "单位的角色：any lead support shared responsible guide，或 牵头 配合 等（默认 any）",
        "the department's role: any lead support shared responsible guide (default any)",
    ),
    "tag": ("只列带有这个标签的任务", "only tasks with this tag"),
    "year": (
        "有时限落在此年，none 或 无期限 为没有时限；可多次使用",
        "a deadline falls in this year, none for tasks without dates; may be repeated",
    ),
    "explain": (
        "说明每一项是哪条规则、从文件的哪一处读出来的；不写计划，除非用 -o",
        "tell by which rule and at which place of the document each field was read; no plan is printed, -o writes it",
    ),
    "import_year": (
        "没有写年份的时限所在的年份，如 2025；标题没有年份的，也作为计划的年份",
        "the year of dates that name none, like 2025; also the plan's own where its title names none",
    ),
    "status": (
        "任务状态，如 in_progress 或 推进中；可多次使用",
        "the task's status, like in_progress; may be repeated",
    ),
    "light": (
        "预警灯：红 黄 绿 蓝 灰 无期限，或 red yellow green blue grey none；可多次使用",
        "the light: red yellow green blue grey none; may be repeated",
    ),
    "changed-since": (
        "此日或台账现状编号以来有进展、环节或延期变化",
        "notes, steps or extensions were stored since this day or state of the ledger",
    ),
    "matrix": (
        "任务×单位对照表：多单位负责的任务，各单位各报到哪里；○ 本期未报送，— 与该单位无关",
        "tasks by department: where each of several accountable departments stands; ○ not reported this period, — not concerned",
    ),
    "text": (
        "编号、名称、原文、单位或填报记录中含有全部这些词（以空格分开）；名称和单位可输入拼音、首字母",
        "number, title, text, departments or notes that count hold all of these words; of titles and departments pinyin or initials do",
    ),
    "view": (
        "常用视图的名称或数字：用它的筛选、列和次序",
        "a saved view by name or digit: its filter, columns and order",
    ),
    "take": ("加入一个文件里的视图", "take the views of a file"),
    "find": (
        "一行里写出要找的：词、拼音、2024、2024Q2、红、未报送、牵头:市水利局、逾期>30，空格分开；引号中的只当文字",
        "what to find in one line: words, pinyin, 2024, 2024Q2, red, unreported, lead:NAME, overdue>30, parted by blanks; in quotation marks words only",
    ),
    "rules": (
        "本次按这些预警规则：自带规则或 light-rules 文件夹中规则的名称，或规则文件",
        "the light rules of this one command: a name of bundled or own rules, or a rule file",
    ),
    "order": (
        "次序：按文件 或 先急后缓，即 document worst_first",
        "the order: document as printed, or worst_first",
    ),
    "columns": (
        "只输出这些列，依此次序，用逗号分开，如 预警,时限,任务；JSON 不受影响。可用：预警 状态 完成比例 时限 剩余天数 任务 牵头单位 最近报送 未更新天数 计划 行动 序号 责任主体 "
        "按职责分工 配合单位 责任单位 未报送单位 标签 资金 原时限 延期次数 审核情况 任务认领 独立评估，或其英文代号",
        "just these columns in this order, parted by commas, such as light,due,task; JSON stays whole. There are light status percent due days task "
        "lead reported age plan section number accountable shared support responsible missing tags funding first_due extensions stage assignment assessment",
    ),
    "sort": (
        "按一列排序，如 时限 或 逾期天数:降序；没有值的总在最后，相同的按文件次序",
        "sort by a column, such as due or overdue:desc; rows without a value come last either way, equal ones as printed",
    ),
    "json": ("输出 JSON", "print JSON"),
    "by": (
        "只按一种分组：单位 时限年度 状态 预警灯 计划，或 department year status light plan",
        "only one group: department year status light plan",
    ),
    "stats-sort": (
        "按此列排序：名称 任务数 已完成 完成率 推进中 滞后 逾期 未报送 延期 红 黄 绿 蓝 灰 无期限；前加 - 则相反；不写则最差在前",
        "sort by: name tasks done rate in_progress behind overdue not_reported extensions red yellow green blue grey none; with - before it the other way round; worst first without",
    ),
    "format": ("格式：md csv json", "the format: md csv json"),
    "form_format": (
        "格式：xlsx docx html ics vtodo md csv json stratml mspdi decidim iati；不写时按文件名后缀",
        "the format: xlsx docx html ics vtodo md csv json stratml mspdi decidim iati; default: the file's ending",
    ),
    "strict": (
        "有内容带不过去就不写，退出码为 1",
        "write nothing, and exit with 1, where something does not arrive as it was",
    ),
    "form": (
        "哪种报表：plantui forms 列出的名称，或 .toml 文件",
        "the form: a name that plantui forms lists, or a .toml file",
    ),
    "compared-with": (
        "与何时比较（较上期）：某日、某个报告期如 2024-05、台账现状的编号，none 为不比较；默认上一报告期末",
        "the time to compare with: a day, a period like 2024-05, a state of the ledger, none for none; default: the end of "
        "the period before",
    ),
    "changed-only": (
        "只列比较时点以来有变化的任务",
        "only tasks of which something was said since the time compared with",
    ),
    "again": (
        "重新写出一份导出过的报表：plantui issued 列出的编号",
        "write an issued form again, by its id as plantui issued lists it",
    ),
    "cut": (
        "按台账当时的样子：某次操作的编号（plantui office 给出现在的，plantui issued 给出各报表的）",
        "the ledger as it was with this action (plantui office names the present one, plantui issued that of each form)",
    ),
    "form_output": (
        "写到此文件，有几个文件的报表写到此文件夹；- 为标准输出（默认）",
        "write to this file, or folder for a form of several files; - for standard output (the default)",
    ),
    "profile": (
        "报表的版本，如 publication（公开版）：略去其中的列和部分，并写明",
        "a variant of the form, like publication: without some columns and parts, which it says",
    ),
    "output": ("写到此文件，- 为标准输出（默认）", "write to this file, - for standard output (the default)"),
    "attachment": (
        "文件是邮件且有几个能读的附件时，读这一个（名称，或只有它才有的一部分）",
        "of a mail with several attachments that can be read, read this one (its name, or a part that no other has)",
    ),
    "map": (
        "按这份列对照表把 xlsx、csv 读成台账：名称或标题（plantui exchange --maps 列出）或 .toml 文件；none 为按文件阅读规则读入",
        "read an xlsx or csv as a ledger by this column map: a name or title (plantui exchange --maps) or a .toml file; none reads it as a document",
    ),
    "maps": ("列出台账的列对照表", "list the column maps of ledgers"),
    "notes": (
        "台账、StratML 报告里的进展也记入（一次撤销即全部收回）；重复读入不会重复记",
        "take in the progress of the ledger or the StratML report too; one undo takes it back, and reading it again adds nothing twice",
    ),
    "update": (
        "按台账自己的编号更新 -o 的计划；台账里不再有的任务保留并说明",
        "update the plan at -o by the ledger's own ids; tasks that the ledger no longer has stay and are named",
    ),
    "hidden": (
        "隐藏的行、列和工作表也读入",
        "read hidden rows, columns and sheets too",
    ),
    "review": (
        "在终端里逐项核对读到的内容，存疑的在前；离开时进度保留，再次运行即继续",
        "review every field on the terminal, the doubtful ones first; what was decided is kept, the same command goes on",
    ),
    "source": (
        "再列出任务各项（或计划的标题、目标、章节）在原文中的位置和原句（由 import 录入的计划）",
        "also print where the task's fields, or the plan's title, goals and headings, stand in its document, with the sentences"
        " (of imported plans)",
    ),
    "force": ("替换已有文件", "replace a file that exists"),
    "compare_against": (
        "以此计划为准：其他计划与它相比，它的任务排在前面",
        "hold the others against this plan; its tasks come first (default: the first plan)",
    ),
    "different": ("只列各地说法不同的任务", "only tasks on which some plan says something else"),
    "missing": ("只列不是各地都有的任务", "only tasks that not every plan has"),
    "same": (
        "记录：这两项为同一任务，如 zhengzhou-2023-2025/8 xinxiang-2023-2025/9",
        "record that these two are the same task, like zhengzhou-2023-2025/8 xinxiang-2023-2025/9",
    ),
    "apart": ("记录：这两项不是同一任务", "record that these two are different tasks"),
    "compare_format": (
        "格式：xlsx md json；不写时按文件名后缀",
        "the format: xlsx md json; default: the file's ending",
    ),
    "against": (
        "计划公布文件的一个版本：列出计划与它不符之处",
        "a copy of the plan's document: lists where the plan differs from it",
    ),
    "was": (
        "计划修订前的文件：找出进展所属任务现在的编号；可多次使用",
        "a plan as it was before its revision: finds the present id of tasks with notes; may be repeated",
    ),
    "keep-ids": (
        "把新版本写到此文件，任务沿用旧版本的编号",
        "write the new version to this file with the ids of the old one",
    ),
    "rebuild": ("先按全部进展重新生成各任务的当前情况", "first make what counts now again from all notes"),
    "all": ("全部修订，包括被取代和撤回的", "every revision, superseded and retracted ones too"),
    "note_department": ("填报单位，别名也可", "who reports, by any of its names"),
    "id": (
        "进展编号（UUID）：重试同一命令不会重复保存",
        "the note's id (a UUID): trying the same command again does not save it twice",
    ),
    "note_status": (
        "状态：not_started in_progress completed closed deferred stopped standing，或中文（默认 in_progress）",
        "the status: not_started in_progress completed closed deferred stopped standing (default in_progress)",
    ),
    "percent": ("完成比例，0 到 100", "how far, 0 to 100"),
    "keep": (
        "采用哪一份：plantui conflicts 所列的序号，或修订编号",
        "which text to take: its number in plantui conflicts, or its revision id",
    ),
    "join": (
        "都留下：文字前后相接，佐证材料合在一起，数值以较新的为准",
        "join them: one text behind the other, all evidence, the newer figures",
    ),
    "settled_progress": (
        "改用自己写的进展情况，- 读标准输入",
        "words of your own for what was done, - reads standard input",
    ),
    "progress": ("进展情况（必填），- 读标准输入", "what was done (required), - reads standard input"),
    "problems": ("存在问题，- 读标准输入", "what stands in the way, - reads standard input"),
    "next": ("下一步措施，- 读标准输入", "what comes next, - reads standard input"),
    "reason": (
        "长期坚持、暂缓、已中止的理由（这些状态必填），- 读标准输入",
        "why it is standing, deferred or stopped (required with these), - reads standard input",
    ),
    "as": (
        "以何种席位角色执行：clerk checker supervision reader，或 填报人 审核人 督查 只读（默认见设置 role）",
        "the role of this desk: clerk checker supervision reader (default: the setting role)",
    ),
    "filled_department": (
        "填写台账（.xlsx）的单位，别名也可；不写时看每行的单位名",
        "the department that filled in a working ledger (.xlsx), by any of its names; without it the rows say whose words they are",
    ),
    "filled_date": (
        "台账（.xlsx）中的进展所属日期；不写时看填报日期一列，再看正在报送的报告期",
        "the day that the notes of a working ledger (.xlsx) speak of; without it its own column says so, else the period being reported",
    ),
    "good-rows": (
        "台账（.xlsx）有错时，只接收没有错的行",
        "take the rows without mistakes of a working ledger (.xlsx) that has some",
    ),
    "step_reason": (
        "原因：退回和重新打开时必填",
        "why: required for return and reopen",
    ),
    "by_assessor": (
        "谁评估：督查室 第三方 审计，或 supervision third_party audit",
        "who assessed: supervision, third_party or audit",
    ),
    "assessed_status": (
        "评估认定的状态：not_started in_progress completed closed deferred stopped standing，或中文",
        "the status as assessed: not_started in_progress completed closed deferred stopped standing",
    ),
    "finding": ("评估结论（必填）", "the finding (required)"),
    "score": ("分数，0 到 100", "points of 100"),
    "assigned_department": (
        "责任单位；不写则为本单位或唯一的责任单位",
        "the accountable department; without it the own one, or the only one",
    ),
    "assignment_reason": (
        "异议的理由，或对异议的答复（这两者必填）",
        "the reason of an appeal, or the answer to it (required of both)",
    ),
    "extension_reason": ("延期的原因（必填）", "why the date is extended (required)"),
    "approved-by": ("批准延期的单位或人（必填）", "who approved the extension (required)"),
    "done": (
        "第 N 个时限要求已完成，可写日期，如 1 或 1=2024-06-20；可多次使用。编号见 plantui show",
        "dated requirement N is done, with its day where it is known, like 1 or 1=2024-06-20; may be repeated. "
        "plantui show numbers them",
    ),
    "open": (
        "第 N 个时限要求（重新）未完成；可多次使用",
        "this dated requirement, by its number, is open (again); may be repeated",
    ),
    "done-percent": (
        "第 N 个时限要求的完成比例，如 2=60；可多次使用",
        "how far dated requirement N is, like 2=60; may be repeated",
    ),
    "actual": (
        "第 N 个指标的完成值，如 1=38.5、1=38.5公里、1=38.5@2024-06-30；单位须与计划相同，不作换算；可多次使用",
        "the actual value of indicator N, like 1=38.5, 1=38.5公里 or 1=38.5@2024-06-30; in the plan's unit, nothing is "
        "converted; may be repeated",
    ),
    "actual-source": (
        "完成值的来源，如统计公报；写一个，或每个 --actual 各写一个",
        "the origin of the actual value, such as a bulletin; one for all, or one for each --actual",
    ),
    "evidence": (
        "佐证材料：文件、文件夹或链接（http://…），只记位置、大小和 SHA-256，不复制；可多次使用",
        "evidence: a file, a folder or a link (http://…); place, size and SHA-256 are kept, nothing is copied; may be repeated",
    ),
    "date": (
        "进展所属日期，如 2025-06-30 或 6-30（默认今天），不能晚于今天",
        "the day that the note speaks of, like 2025-06-30 or 6-30 (default today), not later than today",
    ),
}
