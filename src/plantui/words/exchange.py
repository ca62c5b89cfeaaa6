"""Texts on the files of other systems: what they have no place for, and what is doubtful in them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "lost": ("没有对应位置，未带过去：{parts}", "had no place and is not in it: {parts}"),
    "approximated": ("只能近似：{parts}", "only approximated: {parts}"),
    "counted": ("{what} {count} 处", "{what} {count}"),
    "nothing_lost": ("内容全部带过去，没有丢失。", "Nothing was lost."),
    "one_plan": (
        "这种文件一份只放一个计划，现在选中 {count} 个。请用 --plan 选一个。",
        "Such a file holds one plan, and {count} are chosen. Choose one with --plan.",
    ),
    "strict": (
        "有内容带不过去（--strict），没有写出任何文件。",
        "Something does not arrive as it was (--strict): nothing was written.",
    ),
    "no_account": (
        "--strict 只用于与其他系统交换的文件，见 plantui exchange。",
        "--strict is for files of other systems: see plantui exchange.",
    ),
    "not_for_exchange": (
        "{file} 是 {format} 文件，不按文件阅读规则读入，{option} 不适用。",
        "{file} is a {format} file and is not read by the rules for documents: {option} has no meaning for it.",
    ),
    "no_xml": ("{file} 不是完好的 XML（{reason}）。", "{file} is no sound XML ({reason})."),
    "declares": (
        "{file} 自带 DOCTYPE 声明。这样的文件可能是有意做坏的，没有读。",
        "{file} has a DOCTYPE of its own. Such a file may be meant to do harm and was not read.",
    ),
    "no_goals": ("{file} 里没有目标（Goal）。", "{file} has no goals."),
    "no_rows": ("{file} 里没有任务行（Task）。", "{file} has no rows of tasks."),
    "unusable": ("{file} 读成的计划有错：{fault}", "What was read of {file} makes no sound plan: {fault}"),
    "doubts": ("存疑 {count} 处：", "{count:doubt}:"),
    "doubt.person": (
        "“{name}”是个人，不作为单位",
        "{name} is a person, and no department was made of the name",
    ),
    "doubt.perhaps_persons": (
        "{count} 个名称没有写明是单位还是个人，作为单位读入：{names}",
        "of {count:name|names} it is not said whether they are organisations or persons; they were read as departments: {names}",
    ),
    "doubt.region": (
        "文件没有写地方，暂写“{region}”",
        "the file names no region: {region} stands in its place",
    ),
    "doubt.date": (
        "{element} 的“{written}”不是日期，没有读入",
        "{written!r} in {element} is no date and was left out",
    ),
    "doubt.year": (
        "{element} 的“{written}”不在 {first} 至 {last} 年之间，没有读入",
        "{written!r} in {element} is not between the years {first} and {last} and was left out",
    ),
    "doubt.number": (
        "NumberOfUnits 的“{written}”不是数字，没有读入",
        "{written!r} in NumberOfUnits is no number and was left out",
    ),
    "doubt.numbers": (
        "编号（SequenceIndicator）有缺或有重复，编号改按次序",
        "numbers (SequenceIndicator) are missing or stand twice: ids are made of the order",
    ),
    "doubt.no_role": (
        "文件没有写哪个资源牵头，分配的 {count} 个资源都作为责任单位",
        "the file does not say which resource leads: {count:resource} {count:~was|were} read as responsible for the tasks",
    ),
    "doubt.midnight": (
        "{count} 个日期写在零点，按写明的那天读入，也可能是前一天",
        "{count:date} {count:~has|have} midnight as the hour: the day that is written was taken, and it may be the one before",
    ),
    "doubt.no_section": (
        "有任务不在任何标题之下，归入以计划名称为题的章节：{title}",
        "tasks stand below no heading: they were put below one with the title of the plan: {title}",
    ),
    "doubt.key_twice": (
        "任务编号 {name} 出现两次，后一行另给编号",
        "the key {name} stands twice: the later row has another id",
    ),
    "doubt.no_name": (
        "{element} 没有名称，取说明开头为题：{text}",
        "{element} has no name; the first words of its description stand in its place: {text}",
    ),
    "ledger.no_map": (
        "没有名为“{name}”的列对照表。现有：{known}。",
        "There is no column map named {name!r}. There are: {known}.",
    ),
    "ledger.no_map_file": ("列对照表 {file} 不存在。", "There is no column map {file}."),
    "ledger.bad_map": (
        "列对照表 {file}:{line}：{key}：{fault}",
        "Column map {file}:{line}: {key}: {fault}",
    ),
    "ledger.no_heads": (
        "{file} 里没有 {map} 的表头（title 或 text，另加至少一列）。第一行是：{heads}",
        "{file} has no heads of the map {map} (title or text, and one more). Its first row is: {heads}",
    ),
    "ledger.no_tasks": ("{file} 里没有任务（列对照表 {map}）。", "{file} has no tasks by the map {map}."),
    "ledger.several_maps": (
        "{file} 像台账，但有几份列对照表都合用：{maps}。请用 --map 选一份；--map none 则按文件阅读规则读入。",
        "{file} looks like a ledger, and several column maps fit: {maps}. Choose one with --map; --map none reads it as a document.",
    ),
    "ledger.read_by": (
        "按列对照表 {map} 读成台账：{rows} 行，{tasks} 项任务，{notes} 条进展（--map none 则按文件阅读规则读入）",
        "read as a ledger by the column map {map}: {rows:row}, {tasks:task}, {notes:progress note} (--map none reads it as a document)",
    ),
    "notes_left": (
        "{count} 条进展没有记入；加 --notes 记入台账，一次撤销即全部收回。",
        "{count:progress note is|progress notes are} not taken in; --notes does, and one undo takes them back.",
    ),
    "notes_need_output": (
        "--notes 记在计划的任务上：请用 -o 写明计划文件。",
        "--notes hang on the tasks of a plan: say with -o where its file is to be.",
    ),
    "ledger.only_ledgers": (
        "{option} 只用于台账（xlsx、csv 等），{file} 不是。",
        "{option} is for ledgers (xlsx, csv and the like), which {file} is not.",
    ),
    "ledger.update_needs_plan": (
        "--update 更新已有的计划：{file} 不存在，请去掉 --update。",
        "--update changes a plan that is there: there is no {file}; leave --update out.",
    ),
    "ledger.plan_broken": (
        "{file} 不是完好的计划，没有更新：{fault}",
        "{file} is no sound plan and was not updated: {fault}",
    ),
    "ledger.updated": (
        "计划已按台账更新：新任务 {new} 项，改动 {changed} 项，未变 {same} 项",
        "the plan was updated by the ledger: {new:new task}, {changed} changed, {same} as before",
    ),
    "ledger.reworded": (
        "编号相同而文字已变 {count} 项，请看是不是同一项：{shown}",
        "{count:task has|tasks have} the same id and another wording; see whether they are the same: {shown}",
    ),
    "ledger.vanished": (
        "台账里不再有 {count} 项任务，计划里保留：{shown}",
        "no longer in the ledger, kept in the plan: {count:task}: {shown}",
    ),
    "not_on_path": (
        "{folder} 不在计划的查找路径里：计划放进查找路径后才看得到进展。",
        "{folder} is not on the search path of plans: the notes are seen once the plan is.",
    ),
    "ledger.doubt.sheet": (
        "{count} 个工作表没有这样的表头，没有读：{shown}",
        "not read, without such heads: {count:sheet}: {shown}",
    ),
    "ledger.doubt.cut": (
        "正好 {shown} 行：导出程序到这个数就截断，后面可能还有",
        "exactly {shown} rows, at which the exporting program cuts: there may be more",
    ),
    "ledger.doubt.no_task": (
        "{count} 行没有任务，没有读：{shown}",
        "left out, without a task: {count:row}: {shown}",
    ),
    "ledger.doubt.parent": (
        "{count} 行的上级不在文件里，放在没有上级的一组：{shown}",
        "{count:row names|rows name} a parent that is not in the file: {shown}",
    ),
    "ledger.doubt.no_id": (
        "{count} 行没有编号，按序号或次序编：{shown}",
        "{count:row has|rows have} no id: one was made of the number or the order: {shown}",
    ),
    "ledger.doubt.id_twice": (
        "{count} 行与前面的编号相同而文字不同，作为另一项：{shown}",
        "a task apart, since the id is that of another wording: {count:row}: {shown}",
    ),
    "ledger.doubt.new_name": (
        "{count} 个单位只见于几个单位并列的格子，请核对：{shown}",
        "to be checked, known from lists alone: {count:department}: {shown}",
    ),
    "ledger.doubt.unsplit": (
        "“{about}”有 {count} 处分不清是哪些单位，没有读入：{shown}",
        "{about}: left out, since nobody can tell which departments are meant: {count:text}: {shown}",
    ),
    "ledger.doubt.alike": (
        "“{about}”有 {count} 处像是写错的已知单位，没有读入：{shown}",
        "{about}: left out, since they look like known departments written otherwise: {count:name}: {shown}",
    ),
    "ledger.doubt.lead_not_among": (
        "{count} 行的牵头单位不在“{about}”里：{shown}",
        "{count:row has|rows have} a lead that is not in {about}: {shown}",
    ),
    "ledger.doubt.unwritten": (
        "“{about}”有 {count} 处是程序写的空值，作为没有：{shown}",
        "{about}: taken as empty, since a program writes nothing so: {count:cell}: {shown}",
    ),
    "ledger.doubt.escape": (
        "“{about}”有 {count} 处残留转义符，照原样保留：{shown}",
        "{about}: escapes of a program in the text, which stays as it is: {count:place}: {shown}",
    ),
    "ledger.doubt.shares": (
        "“{shown}”一列全是 0 到 1 的数，按比例读：0.4 是 40%",
        "all numbers of the column {shown} are between 0 and 1: they were read as shares, 0.4 as 40 %",
    ),
    "ledger.doubt.percent": (
        "“{about}”有 {count} 处不是 0 到 100 的数，比例留空，原话留在进展里：{shown}",
        "{about}: {count:text is|texts are} no percent from 0 to 100; the percent is unknown, the words are in the note: {shown}",
    ),
    "ledger.doubt.status": (
        "不认识的状态“{about}”{count} 处，原话留在进展里，状态暂作推进中：{shown}",
        "the status {about!r} is unknown ({count}): its word is in the note, which counts as in progress until somebody says more: {shown}",
    ),
    "ledger.doubt.no_status": (
        "{count} 行有进展而没有状态，暂作推进中：{shown}",
        "{count:row has|rows have} progress and no status; the note counts as in progress: {shown}",
    ),
    "ledger.doubt.no_reason": (
        "{count} 行没有写暂缓、中止或长期坚持的理由，以进展或状态的原话代替：{shown}",
        "{count:row gives|rows give} no reason for a status that is never late; the words of progress or status stand there: {shown}",
    ),
    "ledger.doubt.day": (
        "“{about}”有 {count} 处读不出日期：{shown}",
        "{about}: {count:text names|texts name} no certain day: {shown}",
    ),
    "ledger.doubt.serial": (
        "“{about}”有 {count} 处是电子表格的日期序号：{shown}",
        "{about}: {count:cell is|cells are} a spreadsheet's number for a day: {shown}",
    ),
    "ledger.doubt.future": (
        "“{about}”有 {count} 处晚于今天，进展记在今天：{shown}",
        "{about}: {count:day is|days are} yet to come; the notes are of today: {shown}",
    ),
    "ledger.doubt.as_of_above": (
        "没有日期的列，按表头上面的截至日期记：{shown}",
        "there is no column for it, so the notes are of the day above the heads: {shown}",
    ),
    "ledger.doubt.actual": (
        "“{about}”有 {count} 处不是数字或没有对应的指标，没有读入：{shown}",
        "{about}: left out, no number or of no indicator: {count:value}: {shown}",
    ),
    "ledger.doubt.region": (
        "台账没有写地方，暂写“{shown}”",
        "the ledger names no region: {shown} stands in its place",
    ),
    "ledger.doubt.nameless": (
        "{count} 条进展没有单位，暂记在“{shown}”名下",
        "under {shown}, since no department is named: {count:note}",
    ),
    "ledger.mark.struck": (
        "划去的文字没有读（{where}）：{shown}",
        "struck-out text was left out ({where}): {shown}",
    ),
    "ledger.mark.hidden_rows": (
        "隐藏的行没有读（{where}）：{shown}",
        "hidden rows were left out ({where}): {shown}",
    ),
    "ledger.mark.hidden_column": (
        "隐藏的列没有读（{where}）：{shown}",
        "a hidden column was left out ({where}): {shown}",
    ),
    "ledger.mark.hidden_sheet": (
        "隐藏的工作表没有读（{where}）：{shown}",
        "a hidden sheet was left out ({where}): {shown}",
    ),
    "ledger.mark.filtered": (
        "筛选隐藏的行没有读（{where}）：{shown}",
        "rows hidden by a filter were left out ({where}): {shown}",
    ),
    "ledger.mark.no_result": ("公式没有结果（{where}）", "a formula has no result ({where})"),
    "ledger.mark.cut_nought": (
        "可能少了末尾的 0（{where}）：{shown}",
        "a nought may be missing at the end ({where}): {shown}",
    ),
    "ledger.mark.early_day": (
        "日期可能早了一天（{where}）：{shown}",
        "days may be one too early ({where}): {shown}",
    ),
    "ledger.mark.picture": ("图片没有读（{where}）", "a picture was not read ({where})"),
    "ledger.mark.not_read": ("没有读的文字（{where}）：{shown}", "text that was not read ({where}): {shown}"),
    "column.map": ("列对照表", "column map"),
    "column.title": ("名称", "title"),
    "column.recognised_by": ("凭哪些列认出", "recognised by"),
    "column.file": ("文件", "file"),
    "bundled": ("自带", "bundled"),
    "doubt.result_day": (
        "{count} 处结果没有写日期，按报告的日期 {day}",
        "{count:result names|results name} no day: the report's stands in its place, {day}",
    ),
    "doubt.no_result_day": (
        "{count} 处结果没有写日期，文件也没有，按记入的那天",
        "{count:result names|results name} no day, nor does the file: they count from the day on which they are taken in",
    ),
    "doubt.no_reporter": (
        "{count} 项任务看不出结果是哪个单位的，没有读成进展：{tasks}",
        "of {count:task} nobody can tell whose the results are; they became no notes: {tasks}",
    ),
    "doubt.no_status": (
        "{count} 项任务的结果没有写明状态，暂作推进中：{tasks}",
        "the results of {count:task} name no status and count as in progress until somebody says more: {tasks}",
    ),
    "doubt.no_reason": (
        "{count} 项任务暂缓、中止或长期坚持而没有理由，以进展情况代替：{tasks}",
        "{count:task is|tasks are} put off, ended or a standing duty without a reason; the progress stands in its place: {tasks}",
    ),
    "doubt.nothing_said": (
        "{element} 没有名称，也没有说明，以“{element}”为题",
        "{element} has neither a name nor a description; {element} stands as its title",
    ),
    "part.plan_title": ("计划名称", "title of the plan"),
    "part.region": ("地方", "region"),
    "part.issuer": ("发文机关", "issuer"),
    "part.document_number": ("文号", "document number"),
    "part.issued": ("印发时间", "date of issue"),
    "part.responsible": ("负责整个计划的单位", "departments of the whole plan"),
    "part.registered_id": (
        "发布机构的登记号（用计划代号代替）",
        "registered id of the publisher (the plan's id stands in its place)",
    ),
    "part.goals": ("主要目标", "goals"),
    "part.sections": ("章节", "sections"),
    "part.departments": ("单位及其职责", "departments with their roles"),
    "part.indicators": ("指标", "indicators"),
    "part.earlier_deadlines": ("最后时限以外的时限", "dates but the last"),
    "part.deadline_words": ("时限的原话", "words of dated requirements"),
    "part.no_date": (
        "没有日期的任务（以截至日期代替）",
        "tasks without any date (the as-of day stands in its place)",
    ),
    "part.no_department": (
        "没有单位的任务（以发文机关代替）",
        "tasks that name nobody (the issuer stands in their place)",
    ),
    "part.extension": ("延期", "extensions"),
    "part.long_text": ("过长而截短的文字", "texts cut for length"),
    "part.one_line": ("放在一行里、去掉首尾空白的文字", "texts put on one line, without blanks around them"),
    "part.divided": ("名称里有分号的单位", "departments with a semicolon in their names"),
    "part.schedule": ("排程软件计算和设置的数据", "figures that the scheduling program computes or sets"),
    "part.settings": ("项目的设置", "settings of the project"),
    "part.status": ("状态", "status"),
    "part.percent": ("完成比例", "percents"),
    "part.progress": ("进展情况", "progress notes"),
    "part.short_title": ("计划简称", "short title"),
    "part.plan_status": ("计划状态", "standing of the plan"),
    "part.issued_month": ("只到年月的印发时间", "issue date without a day"),
    "part.nesting": ("章节的上下级", "nesting of sections"),
    "part.source": ("在原文中的位置", "places in the document"),
    "part.successor": ("由哪项任务接替", "tasks in their place"),
    "part.tags": ("标签", "tags"),
    "part.funding": ("资金", "funding"),
    "part.report_age": ("报送间隔的目标和上限", "target and limit of days between reports"),
    "part.baseline_year": ("指标的对比年份", "baseline years"),
    "part.force": ("指标的约束性或预期性", "force of targets"),
    "part.signs": ("控制字符", "control characters"),
    "part.author": ("填报人", "authors of notes"),
    "part.problems": ("存在问题", "problems"),
    "part.next_steps": ("下一步措施", "next steps"),
    "part.reason": ("暂缓、中止等的理由", "reasons of a status"),
    "part.requirement": ("逐项时限的完成情况", "words on single requirements"),
    "part.actual": ("指标实际值", "actual values"),
    "part.evidence": ("佐证材料", "evidence"),
    "column.format": ("格式", "format"),
    "column.directions": ("方向", "directions"),
    "column.lost": ("没有位置的内容", "no place for"),
    "column.approximated": ("只能近似的内容", "approximated"),
    "export": ("导出", "export"),
    "import": ("导入", "import"),
    "line": ("{label}：{text}", "{label}: {text}"),
    "note_by": ("{department}（{day}，{status}）", "{department} ({day}, {status})"),
    "mspdi.number": ("编号", "Number"),
    "mspdi.region": ("地方", "Region"),
    "mspdi.progress": ("【最新进展】", "[Newest progress]"),
    "mspdi.status": ("状态", "Status"),
    "mspdi.key": ("任务编号", "Task key"),
    "stratml.goals": ("主要目标", "Main goals"),
    "stratml.progress": ("进展情况：{department}", "Progress: {department}"),
}
