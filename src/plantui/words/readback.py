"""Texts on forms that came back: working ledgers that were filled in by hand, reports that were edited."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "also.task": ("任务名称|工作任务|重点任务|任务事项", "task name|title"),
    "also.number": ("编号|任务序号|任务号", "number|task no.|task id"),
    "also.plan": ("计划名称|所属计划|方案", "plan title"),
    "also.progress": (
        "进展|工作进展|进展情况说明|工作进展情况|完成情况|落实情况",
        "progress so far|progress made",
    ),
    "also.problems": ("问题|存在的问题|存在问题及困难|存在困难", "problem|difficulties"),
    "also.next_steps": ("下一步|下一步工作|下步措施|下一步工作措施|下一步打算|下一步安排", "next step"),
    "also.status": ("状态|工作状态|进度状态", "state"),
    "also.percent": ("进度|完成进度|完成百分比|百分比|完成率", "percent done|% done|%"),
    "also.days": ("截至日期|截止日期|报送日期|填报时间", "date|as of|reported on"),
    "also.reporters": ("报送单位|填报部门", "department|reporting department"),
    "placed": ("{sheet}!{cell}：{said}", "{sheet}!{cell}: {said}"),
    "unreadable": ("{path} 没有接收：{reason}", "{path} was not received: {reason}"),
    "no_workbook": (
        "{name} 不是 Excel 工作簿（.xlsx）；旧格式（.xls）和 WPS 格式（.et）请先另存为 .xlsx。",
        "{name} is no Excel workbook (.xlsx); save one of an older form (.xls) or of WPS (.et) as .xlsx first.",
    ),
    "no_table": (
        "{path} 没有接收：没有找到台账的表头（要有“任务”或“任务编号”一列，和“进展情况”等一列）；看过的工作表：{sheets}",
        "{path} was not received: no sheet has the head of a working ledger (a column task or task number, and one such as "
        "progress). Sheets: {sheets}",
    ),
    "doubled": (
        "“{heading}”一列有两份，都填了内容（另一份在 {other}）：请只留一份。",
        "there are two columns {heading}, both filled in (the other at {other}): keep one.",
    ),
    "no_title": (
        "这一行填了内容，却没有写是哪项任务（编号“{number}”）：请补上任务名称。",
        "this row is filled in, but names no task (number {number!r}): write the task.",
    ),
    "no_plan": ("没有“{plan}”这个计划；有：{plans}", "there is no plan {plan!r}; there are: {plans}"),
    "no_task": ("计划里没有“{task}”这项任务。", "the plan has no task {task!r}."),
    "no_task_near": (
        "计划里没有“{task}”这项任务；相近的有：{nearest}",
        "the plan has no task {task!r}; the nearest: {nearest}",
    ),
    "several_tasks": (
        "这个名称的任务有几项，分不清是哪一项：{tasks}。请写任务编号。",
        "several tasks are called so: {tasks}. Write the task number.",
    ),
    "several_plans": (
        "几个计划都有这项任务，分不清是哪一个：{tasks}。请加“计划”一列，或在表头上方写明计划名称。",
        "several plans have this task: {tasks}. Add a column plan, or write the plan's title above the table.",
    ),
    "two_tasks": (
        "编号和任务对不上：这个编号是 {at_number}，而写的任务是 {at_title}。",
        "number and task disagree: the number is that of {at_number}, and the task written is {at_title}.",
    ),
    "other_number": (
        "编号和任务对不上：编号写的是“{number}”，而这项任务是 {tasks}。",
        "number and task disagree: the number is {number!r}, and the task is {tasks}.",
    ),
    "other_title": (
        "编号和任务对不上：编号“{number}”是 {tasks}，而任务写的是“{title}”。",
        "number and task disagree: number {number!r} is {tasks}, and the task written is {title!r}.",
    ),
    "formula": (
        "公式还没有算出结果（{text}）：请打开文件算好、保存，或直接填写内容。",
        "the formula has no result yet ({text}): open the file and save it, or write the content itself.",
    ),
    "error": (
        "公式的结果是错误值 {text}：请直接填写内容。",
        "the formula's result is the error {text}: write the content itself.",
    ),
    "struck": (
        "这一格的文字有删除线，仍按原文读取。",
        "the text is struck through; it was read as it stands.",
    ),
    "not_taken": (
        "“{heading}”一列改过，这一列不从表中接收，没有采用。",
        "the column {heading} was changed; nothing is taken from it.",
    ),
    "nobody_says": (
        "“{heading}”一列改过，而这一行没有新内容，没有采用。",
        "the column {heading} was changed, but the row says nothing new; nothing was taken.",
    ),
    "gone": (
        "台账中{names}的内容已不在这一格里（删去或被别的内容覆盖）；台账中的没有改动。",
        "what the ledger has of {names} is not in this cell any more (taken out or typed over); the ledger keeps it.",
    ),
    "emptied": (
        "这一格里的“{text}”被删去，没有采用；台账中的没有改动。",
        "{text!r} was taken out of this cell; that was not taken, and the ledger keeps it.",
    ),
    "day_alone": (
        "只改了日期，没有别的新内容，分不清是哪个单位的，没有采用。",
        "only the day was changed, and it cannot be told whose it is; it was not taken.",
    ),
    "evidence": (
        "“佐证材料”一列改过：佐证要登记文件本身，没有采用；请用 plantui note edit --evidence 或在界面登记。",
        "the evidence was changed; nothing was taken: evidence is named by the file itself, with plantui note edit --evidence or in "
        "the interface.",
    ),
    "no_department": (
        "“{written}”不是这项任务的单位；有：{names}。填报单位只写一个。",
        "{written!r} is no department of this task; there are: {names}. Name one.",
    ),
    "whose": (
        "分不清是哪个单位填的（{names}）：请在内容前写“单位：”，或在“填报单位”一列写一个，或接收时加 --department。",
        "whose text this is cannot be told ({names}): write the department and a colon before it, or one department in the column of "
        "reporting departments, or receive it with --department.",
    ),
    "whose.status": (
        "几个单位共同负责（{names}），办理状态分不清是谁的：请写成“单位：状态”，或在“填报单位”一列写一个。",
        "several departments are accountable ({names}), so it cannot be told whose status this is: write the department and a colon "
        "before it, or one department in the column of reporting departments.",
    ),
    "whose.percent": (
        "几个单位共同负责（{names}），完成比例分不清是谁的：请写成“单位：比例”，或在“填报单位”一列写一个。",
        "several departments are accountable ({names}), so it cannot be told whose percent this is: write the department and a colon "
        "before it, or one department in the column of reporting departments.",
    ),
    "whose.days": (
        "几个单位共同负责（{names}），填报日期分不清是谁的：请写成“单位：日期”，或在“填报单位”一列写一个。",
        "several departments are accountable ({names}), so it cannot be told whose day this is: write the department and a colon "
        "before it, or one department in the column of reporting departments.",
    ),
    "goes_on": (
        "分不清末尾几行是接着{department}的话，还是另一个单位的：请在前面写“单位：”。",
        "the lines below the text of {department} may go on with it or be another department's: write the department and a colon "
        "before them.",
    ),
    "joint_value": (
        "这一格说的是几个单位合起来的情况，没有采用；要写某个单位的，请写成“单位：内容”。",
        "the cell tells of several departments together and was not taken; for one of them write it as department: value.",
    ),
    "bad_status": (
        "“{text}”不是办理状态；应为：{terms}",
        "{text!r} is no status; there are: {terms}",
    ),
    "bad_percent": (
        "“{text}”不是 0 到 100 的整数百分比；请写 40 或 40%。",
        "{text!r} is no whole percent from 0 to 100; write 40 or 40%.",
    ),
    "bad_day": (
        "“{text}”不是日期；请写成 2024-06-30 或 2024年6月30日。",
        "{text!r} is no date; write 2024-06-30.",
    ),
    "future": (
        "日期 {day} 在 {today} 之后。",
        "the day {day} is after {today}.",
    ),
    "day_read": (
        "日期“{text}”没有写年份，读作 {day}。",
        "the date {text!r} has no year; it was read as {day}.",
    ),
    "no_requirement": (
        "“{line}”说的不是这项任务的时限；请照“时限：已完成（2024-06-30）”写，时限用计划的原文。",
        "{line!r} names no dated requirement of this task; write its own words, then a colon and done (2024-06-30).",
    ),
    "bad_requirement": (
        "“{line}”读不懂；请写“已完成”“已完成（2024-06-30）”“未完成”或“未完成 60%”。",
        "{line!r} cannot be read; write done, done (2024-06-30), open, or open 60%.",
    ),
    "detail_later": (
        "“{line}”里的日期在填报日期 {day} 之后。",
        "the date in {line!r} is after the day of the note, {day}.",
    ),
    "no_indicator": (
        "“{line}”说的不是这项任务的指标；请照“指标：12条（2024-06-30）”写，指标用计划的原文。",
        "{line!r} names no indicator of this task; write its own name, then a colon and the value.",
    ),
    "several_indicators": (
        "“{line}”：同名的指标有 {count} 个，分不清是哪一个；请用 plantui note add --actual 填报。",
        "{line!r}: {count:indicator has|indicators have} that name; report it with plantui note add --actual.",
    ),
    "bad_actual": (
        "“{line}”没有写数值；请照“指标：12条（2024-06-30）”写。",
        "{line!r} gives no figure; write it as name: 12 (2024-06-30).",
    ),
    "other_unit": (
        "“{line}”的单位和计划的“{unit}”不同：不作换算，请用计划的单位写。",
        "the unit in {line!r} is not the plan's {unit!r}: nothing is converted, write it in that unit.",
    ),
    "no_progress": (
        "{department}改了这一行，但没有写进展情况。",
        "{department} changed this row, but tells no progress.",
    ),
    "not_its_own": (
        "这里有{department}的话，和台账不同；本表是{chosen}填的，没有采用。",
        "the words of {department} differ from the ledger; the workbook is that of {chosen}, and they were not taken.",
    ),
    "others_words": (
        "{department}的话被改动，而本表是{chosen}填的：请改回，或不加 --department 接收。",
        "the words of {department} were changed, and the workbook is that of {chosen}: change them back, or receive it without "
        "--department.",
    ),
    "changed_since": (
        "{department} {day} 的进展在此之后又写过（{author}：“{text}”），不改写；要另报，请写别的填报日期。",
        "the note of {department} for {day} was written later ({author}: {text!r}); it is not changed. To report anew, write another day.",
    ),
    "not_allowed": ("{department}：{reason}", "{department}: {reason}"),
    "no_reason": (
        "{department}的状态是“{status}”，要在“不计逾期的理由”一列写明理由。",
        "{department} gives the status {status}, which needs a reason in its column.",
    ),
    "status_guessed": (
        "{department}没有写办理状态，按“{status}”。",
        "{department} gives no status; it was taken for {status}.",
    ),
    "repeated": (
        "{department}在同一天对同一任务写了两种内容（另一处在 {other}）。",
        "{department} says two different things on one task for one day (the other at {other}).",
    ),
    "adds": ("{department} {day}：新进展", "{department} {day}: new note"),
    "changes": ("{department} {day}：改写当天的进展", "{department} {day}: changes its note of that day"),
    "remark": ("{department}：{remark}", "{department}: {remark}"),
    "changed_meanwhile": (
        "{path} 没有接收：其间有人改了同一条进展，请再接收一次。",
        "{path} was not received: somebody changed one of the notes meanwhile. Receive it again.",
    ),
    "received": (
        "{name}：{rows} 行，新进展 {notes} 条，改写 {revisions} 条，与台账相同 {known} 条。",
        "{name}: {rows:row}, {notes:new note}, {revisions} changed, {known} as in the ledger.",
    ),
    "faults": (
        "{name}：{count} 处有错，整个文件没有接收；改好后再接收，或加 --good-rows 只接收没有错的行。",
        "{name}: {count:mistake}, so nothing of it came in. Mend them, or take the rows without mistakes with --good-rows.",
    ),
    "faults_left": (
        "{count} 处有错，有错的行没有接收。",
        "{count:mistake}; the rows that have them did not come in.",
    ),
    "hidden": (
        "{name}：其中 {count} 行是隐藏的（筛选或手工隐藏），也已读取。",
        "{name}: {count:row is|rows are} hidden on the sheet, by a filter or by hand; they were read too.",
    ),
    "unread_sheets": ("{name}：没有读取的工作表：{sheets}", "{name}: sheets that were not read: {sheets}"),
    "unread_column": (
        "{name}：“{heading}”一列不是台账的列，其中 {count} 格的内容没有读取。",
        "{name}: {heading} is no column of a working ledger; {count:cell was|cells were} not read.",
    ),
    "only_workbooks": (
        "{options} 只用于填好的台账（.xlsx），要接收的文件里没有。",
        "{options} is for filled-in ledgers (.xlsx), and there is none among the files.",
    ),
    "no_letter": (
        "{name} 不是 Word 文档（.docx）。",
        "{name} is no Word document (.docx).",
    ),
    "no_origin": (
        "{path} 里没有写明它是由哪份台账、哪个时刻生成的：不是 plantui 导出的报表，或来源信息已被另存时丢掉，不能核对。",
        "{path} does not say from which state of which ledger it was made: it is no form of plantui, or saving took its origin away; it "
        "cannot be verified.",
    ),
    "other_ledger": (
        "{path} 由台账的另一现状（{cut}）生成，本台账没有过这一现状，不能核对。",
        "{path} was made from a state of a ledger ({cut}) in which this one never was; it cannot be verified.",
    ),
    "no_page": ("{name} 不是网页（.html）。", "{name} is no web page (.html)."),
    "no_figures": (
        "报表“{form}”没有可核对的数字；可核对的有汇报、通报、一页纸、催办通知、督办单和台账。",
        "the form {form} has no figures to verify; reports, circulars, the page for leaders, letters and ledgers have.",
    ),
    "not_verified": (
        "{path}：{format} 文件里的数字不能逐个核对；可核对 .docx、.xlsx 和 .html，或用 plantui export --again 重新写出后比较。",
        "{path}: figures in a {format} file cannot be told apart. A .docx, .xlsx or .html can be verified; this one can be written again by "
        "plantui export --again and compared.",
    ),
    "no_letter_then": (
        "{path}：按现在的计划和单位文件，当时不会给 {department} 发这份通知，不能核对。",
        "{path}: by the plans and departments of now, {department} would have got no such letter; it cannot be verified.",
    ),
    "needless": (
        "按现在的台账，{department} 已不必收到这份通知。",
        "By the ledger of now, {department} would get no such letter any more.",
    ),
    "wrong": (
        "不符  {place}：文中是“{printed}”，应为“{right}”；对应任务：{tasks}",
        "wrong    {place}: the report has {printed!r}, right is {right!r}; tasks: {tasks}",
    ),
    "missing": (
        "找不到  {place}：应为“{right}”",
        "missing  {place}: right is {right!r}",
    ),
    "missing.row": ("找不到  {place}：整行", "missing  {place}: the whole row"),
    "missing.column": ("找不到  {place}：整栏", "missing  {place}: the whole column"),
    "added": ("多出  {row}：生成时没有这一行", "added  {row}: there was no such row when it was made"),
    "changed": (
        "其后有变  {place}：当时“{then}”，现在“{now}”",
        "changed since  {place}: {then!r} then, {now!r} now",
    ),
    "no_tasks": ("无", "none"),
    "verified": (
        "{name}：共 {figures} 个数字，与台账相符 {agreeing} 个，不符 {wrong} 个，找不到 {missing} 个。",
        "{name}: {figures:figure}, {agreeing} as in the ledger, {wrong} wrong, {missing} not found any more.",
    ),
    "other_sources": (
        "核对用的是现在的文件，不是生成这份报表时的文件。",
        "The report was verified against the files of now, not those that it was made from.",
    ),
    "verify.title": ("核对报表中的数字", "Verify the figures of a report"),
    "verify.what": (
        "选一份改过的报表（.docx、.xlsx 或 .html），与生成它时的台账逐个核对数字。",
        "Choose an edited report (.docx, .xlsx or .html): its figures are held against the ledger that it was made from.",
    ),
    "option.whole": ("台账有错时整个文件不收", "A ledger with mistakes: take nothing"),
    "option.good_rows": ("台账有错时只收没有错的行", "A ledger with mistakes: take the other rows"),
    "workbooks_left": (
        "文件夹里还有 {count} 个工作簿（.xlsx）没有接收：填好的台账请逐个写明文件名。",
        "The folder also has {count:workbook} (.xlsx), not received: name a filled-in ledger to receive it.",
    ),
}
