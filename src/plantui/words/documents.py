"""Texts of an import: how much was read, what is doubtful, what was left over."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "reading": (
        "正在读入 {file}：已用 {seconds} 秒，完成 {percent}%",
        "reading {file}: {seconds} s, {percent}% done",
    ),
    "too_demanding": (
        "{file}：整理成计划所需的时间或内存超出限度，已停止。请只留下计划本身，把过长的行分成几行，或把文件分成几份",
        "{file}: making a plan of it takes more time or memory than it may, and was stopped. Keep only the plan itself, break "
        "very long lines, or split the file",
    ),
    "bad_year": (
        "“{written}”不是 {first}—{last} 的年份，应写作 --year 2025",
        "{written!r} is no year from {first} to {last}; write it as --year 2025",
    ),
    "own_words_fault": (
        "{file}:{line}：{key}：{fault}",
        "{file}:{line}: {key}: {fault}",
    ),
    "lexicon_fault": (
        "源码中的词表有误：{fault}。改正后再试。",
        "The data files of the import have a fault: {fault}. Mend it and try again.",
    ),
    "other_year": (
        "{file} 的标题写明 {years}，--year 应在其中，不是 {year}",
        "the title of {file} says {years}; --year should be one of these and not {year}",
    ),
    "no_tasks": ("{file}：没有找到任务", "{file}: no tasks found"),
    "seen": ("原文中看到：", "what was seen in it:"),
    "seen.none": (
        "原文中没有看到标题、表格、单位或时限的栏目、日期",
        "no heading, table, label of departments or dates, or date was seen in it",
    ),
    "seen.heading": ("标题 {count} 个", "{count:heading}"),
    "seen.table": ("表格 {count} 个", "{count:table}"),
    "seen.label": ("单位或时限的栏目 {count} 处", "{count:label} of departments or dates"),
    "seen.date": ("日期 {count} 处", "{count:date}"),
    "seen.kind": ("{kind}：", "{kind}:"),
    "seen.place": ("{place}：{text}", "{place}: {text}"),
    "seen.in_sentence": ("{place}：{text}（{sentence}）", "{place}: {text} ({sentence})"),
    "seen.rows": ("{place}，{rows} 行：{text}", "{place}, {rows:row}: {text}"),
    "seen.more": ("另有 {count} 处，见 --json", "{count} more, listed by --json"),
    "seen.mark": (
        "plantui import {file} --review -o 计划.toml 可以自己标出哪些行是任务",
        "plantui import {file} --review -o PLAN.toml lets you mark which lines are tasks",
    ),
    "place.cell": (
        "{place}（表{table}第{row}行第{column}格）",
        "{place} (table {table}, row {row}, cell {column})",
    ),
    "read": (
        "读入 {title}：{sections} 节、{tasks} 项任务、{deadlines} 个时限、{indicators} 个指标",
        "read {title}: sections {sections}, tasks {tasks}, deadlines {deadlines}, indicators {indicators}",
    ),
    "shares": (
        "原文：成为计划内容 {in_fields}%，有名目地留下 {set_aside}%，未识别 {not_understood}%",
        "of the document's text {in_fields}% is in the plan, {set_aside}% set aside for a named reason, {not_understood}% not understood",
    ),
    "written": ("已写入 {path}", "written to {path}"),
    "doubts": ("存疑 {count} 处：", "doubtful places: {count}"),
    "doubt": ("[{kind}] {place}：{sentence}", "[{kind}] {place}: {sentence}"),
    "doubt_group": ("[{kind}] {sentence}：{count} 处", "[{kind}] {sentence}: {count:place}"),
    "doubt_place": ("{place}：“{read}”", "{place}: “{read}”"),
    "doubt_lines": ("第{lines}行", "lines {lines}"),
    "kind.lost": ("可能遗漏", "may be lost"),
    "kind.value": ("日期或数值", "date or figure"),
    "kind.guess": ("推断", "guess"),
    "kind.form": ("形式", "form"),
    "doubt.alternatives": ("{sentence}；也可能是 {others}", "{sentence}; it may also be {others}"),
    "place.line": ("第{line}行", "line {line}"),
    "place.page": ("第{page}页第{line}行", "page {page}, line {line}"),
    "remainder": ("未成为任务的部分：", "what did not become part of a task:"),
    "remainder.piece": ("{place}：[{kind}] {text}", "{place}: [{kind}] {text}"),
    "remainder.pieces": ("{place}起：[{kind}] {count} 处", "{place} on: [{kind}] {count:piece}"),
    "remainder.furniture": ("页码页眉", "page furniture"),
    "remainder.letter": ("通知正文", "covering letter"),
    "remainder.preamble": ("标题和前言", "title and preamble"),
    "remainder.general": ("总体要求", "general part"),
    "remainder.safeguards": ("保障措施", "safeguards"),
    "remainder.steps": ("实施步骤", "phases"),
    "remainder.duties": ("职责分工", "duties by department"),
    "remainder.annex": ("附件", "annex"),
    "remainder.repeated": ("重复的任务", "tasks said again"),
    "remainder.introduction": ("引言", "introduction"),
    "remainder.table": ("任务表", "task table"),
    "remainder.details": ("任务的其他栏目", "other labelled lines"),
    "remainder.closing": ("落款", "close"),
    "remainder.other_part": ("其他部分", "other part"),
    "remainder.unknown": ("未识别", "not understood"),
    "doubt.title_from_text": (
        "“{read}”：原文没有标题，取正文开头为题",
        "“{read}”: the document gives no title; these are the first words of the text",
    ),
    "doubt.titles_from_text": (
        "{count} 项任务在原文中没有标题，取正文开头为题",
        "{count:task} have no title in the document; the first words of their text were taken",
    ),
    "doubt.no_certain_dates": (
        "{count} 处时限不能定到哪一天（{read}）",
        "{count:term} name no certain day ({read})",
    ),
    "doubt.no_roles": (
        "{count} 处只列出单位（{read}），没有写明职责，按责任单位收入",
        "{count:place lists|places list} departments without a role ({read}); they were taken as responsible",
    ),
    "doubt.labels_unread": (
        "{count} 处像是单位或时限的栏目，但留在了任务正文里（{read}）",
        "{count:place looks|places look} like a label of departments or dates, but stayed in the text ({read})",
    ),
    "doubt.dates_without_year": (
        "{count} 处日期没有写明年份（{read}）",
        "{count:date names|dates name} no year ({read})",
    ),
    "doubt.from_sentences": (
        "{count} 处责任单位从正文的句子中认定（{read}），请核对",
        "{count:body was|bodies were} taken from sentences of the text ({read}): please check them",
    ),
    "doubt.tasks_without_departments": (
        "{count} 项任务没有写明单位；文件可能不是行动计划，或者单位写在别处",
        "{count:task names|tasks name} no departments; the document may be no action plan, or names them elsewhere",
    ),
    "doubt.section_without_departments": (
        "“{read}”一节没有写明单位，未作为任务收入",
        "the section “{read}” names no departments; it was not taken as tasks",
    ),
    "doubt.other_part_with_tasks": (
        "文件另一部分（通知或附件）中有 {count} 处像任务的条目，未收入",
        "another part of the document (letter or annex) has {count:item that looks like a task; it was left out|items that look like tasks; they were left out}",
    ),
    "doubt.departments_set_aside": (
        "“{read}”写了单位（{said}），但这一部分没有收入任务",
        "“{read}” names departments ({said}) in a part that was not taken as tasks",
    ),
    "doubt.deadline_set_aside": (
        "“{read}”有时限（{said}），但这一部分没有收入任务",
        "“{read}” has a deadline ({said}) in a part that was not taken as tasks",
    ),
    "doubt.figure_set_aside": (
        "“{read}”有指标（{said}），但这一部分没有收入任务",
        "“{read}” has a target ({said}) in a part that was not taken as tasks",
    ),
    "doubt.many_departments_set_aside": (
        "{count} 行写了单位（{read}），但这一部分没有收入任务",
        "{count:line names|lines name} departments ({read}) in a part that was not taken as tasks",
    ),
    "doubt.many_deadline_set_aside": (
        "{count} 行有时限（{read}），但这一部分没有收入任务",
        "{count:line has|lines have} deadlines ({read}) in a part that was not taken as tasks",
    ),
    "doubt.many_figure_set_aside": (
        "{count} 行有指标（{read}），但这一部分没有收入任务",
        "{count:line has|lines have} targets ({read}) in a part that was not taken as tasks",
    ),
    "doubt.label_unread": (
        "“{read}”像单位或时限的栏目，却留在任务正文里",
        "“{read}” looks like a label of departments or dates, but stayed in the task's text",
    ),
    "doubt.body_unread": (
        "正文说“{read}”牵头，任务的单位里却没有",
        "the text says that “{read}” leads, but it is not among the task's departments",
    ),
    "doubt.date_unread": (
        "“{read}”像时限，却没有读成日期",
        "“{read}” looks like a deadline, but was not read as a date",
    ),
    "doubt.target_unread": ("“{read}”像指标，却没有读出", "“{read}” looks like a target, but was not read"),
    "doubt.left_out": (
        "“{read}”等 {count} 行夹在网页的页脚里，未收入",
        "“{read}”: {count:line within the foot of the web page was|lines within the foot of the web page were} left out",
    ),
    "doubt.row_merged": (
        "“{read}”这一行没有单位，按单元格与上一行合并读",
        "the row of “{read}” names no department; it was read as merged with the row above",
    ),
    "doubt.row_short": (
        "“{read}”这一行的格子比表头少，看不出是空着还是与上一行合并",
        "the row of “{read}” has fewer cells than the table's head: some are empty or merged with those above",
    ),
    "doubt.rows_short": (
        "{count} 行的格子比表头少，看不出是空着还是与上一行合并",
        "{count:row has|rows have} fewer cells than the table's head: some are empty or merged with those above",
    ),
    "doubt.row_long": (
        "“{read}”这一行的格子比表头多，多出的归入最后一栏",
        "the row of “{read}” has more cells than the table's head: those behind the last column were read as part of it",
    ),
    "doubt.row_parted": (
        "“{read}”这一行有几个单位，看不出各在哪一栏",
        "the row of “{read}” has several departments, and it does not show which column each stands in",
    ),
    "doubt.few_tasks": (
        "只找到 {count} 项任务；原文若还有，请在核对时指出",
        "only {count:task} found; if the document has more, point to them in the review",
    ),
    "doubt.no_title": (
        "正文没有标题，以“{read}”为题（工作表或文件的名称）",
        "the text has no title; “{read}”, the name of the sheet or the file, stands for it",
    ),
    "doubt.no_years": (
        "文件没有写年份，没有年份的时限没有日期；用 plantui import 文件 --year 年份 导入，就有日期",
        "the document names no year, so its dates without a year are no days; plantui import FILE --year YEAR gives them one",
    ),
    "doubt.struck": ("“{read}”已划去，没有收入", "“{read}” is struck through and was left out"),
    "doubt.struck_at": (
        "{where} 的“{read}”已划去，没有收入",
        "“{read}” in {where} is struck through and was left out",
    ),
    "doubt.hidden": ("“{read}”是隐藏文字，没有收入", "“{read}” is hidden text and was left out"),
    "doubt.hidden_at": (
        "{where} 的“{read}”不显示，没有收入",
        "“{read}” in {where} is not shown and was left out",
    ),
    "doubt.aslant": (
        "“{read}”斜排在页面上（多半是水印），没有收入",
        "“{read}” lies across the page (a watermark, most likely) and was left out",
    ),
    "doubt.hidden_rows_at": (
        "第 {where} 行已隐藏，没有收入：{read}（要收入：导入时连同隐藏的读，即 --hidden）",
        "row {where} is hidden and was left out: {read} (to take it: hidden parts too, --hidden)",
    ),
    "doubt.hidden_column_at": (
        "{where} 列已隐藏，没有收入：{read}（要收入：导入时连同隐藏的读，即 --hidden）",
        "column {where} is hidden and was left out: {read} (to take it: hidden parts too, --hidden)",
    ),
    "doubt.hidden_sheet_at": (
        "工作表“{where}”已隐藏，没有收入：{read}（要收入：导入时连同隐藏的读，即 --hidden）",
        "the sheet “{where}” is hidden and was left out: {read} (to take it: hidden parts too, --hidden)",
    ),
    "doubt.filtered_at": (
        "筛选隐藏了 {where} 行，没有收入：{read}（要收入：导入时连同隐藏的读，即 --hidden）",
        "a filter hides {where} rows, which were left out: {read} (to take them: hidden parts too, --hidden)",
    ),
    "doubt.no_result_at": (
        "{where} 的公式没有结果：请用 Excel 或 WPS 打开文件并保存一次，再导入",
        "the formula in {where} has no result: open the file in Excel or WPS, save it, and import it again",
    ),
    "doubt.no_results": (
        "有 {count} 个公式没有结果（{read}）：请用 Excel 或 WPS 打开文件并保存一次，再导入",
        "{count:formula} have no result ({read}): open the file in Excel or WPS, save it, and import it again",
    ),
    "doubt.cut_nought_at": (
        "{where} 是数字 {read}；若原为 {read}0（十月），表格程序去掉了末尾的 0",
        "{where} is the number {read}; a spreadsheet drops the nought where it was {read}0 (October)",
    ),
    "doubt.early_day_at": (
        "{where} 列的日期都带有时间 {read}，可能是按别的时区写入的，早了一天",
        "all days of column {where} have the time {read}: they were probably written in another time zone, a day early",
    ),
    "doubt.attachment": (
        "读的是附件“{read}”，邮件正文没有收入",
        "the attachment “{read}” was read, the text of the mail was not",
    ),
    "doubt.equations_at": (
        "原文件里的 {where} 个公式由 LibreOffice 转换而来，符号可能有缺，请对照原件",
        "LibreOffice has converted the formulas of the original ({where}), and may lose signs: compare them",
    ),
    "doubt.lost_equations_at": (
        "原文件里有 {where} 个公式没有转换出来（LibreOffice 可能缺公式部件 Math）",
        "formulas of the original that were not converted: {where} (LibreOffice may lack its part for them, Math)",
    ),
    "doubt.not_read": ("这里的{read}没有读出", "{read} was not read here"),
    "doubt.picture": (
        "这里有图片，其中的文字没有读出",
        "a picture stands here; what it shows in words was not read",
    ),
    "doubt.scanned_page_at": (
        "第 {where} 页是扫描图，没有读出（文字识别请安装：pip install 'plantui[ocr]'）",
        "page {where} is a scan and was not read (to recognise it: pip install 'plantui[ocr]')",
    ),
    "doubt.unread_line_at": (
        "这一页上有一处笔迹没有认出文字（距左、距上各占页面百分之 {where}）",
        "a place of this page that may be a line was not recognised (per cent of the page from the left and from above: {where})",
    ),
    "doubt.recognised": (
        "有 {count} 页是从图片中识别的文字，单位名称和数字请对照原件",
        "{count:page was|pages were} recognised from pictures: compare names and figures with the original",
    ),
    "doubt.misread": ("“{read}”可能是“{other}”识别有误", "“{read}” may be “{other}”, misread"),
    "doubt.unsure": ("这一行识别不清：{read}", "this line was recognised with doubt: {read}"),
    "doubt.mended_at": ("识别成“{where}”，已按“{read}”收入", "recognised as “{where}”, taken as “{read}”"),
    "doubt.no_issuer": ("没有找到印发机关", "the issuer was not found"),
    "keep_beside": (
        "把原文件 {file} 也放到 {folder}，就能看到每一项的原句",
        "put the document {file} into {folder} too, and the sentence of every field can be shown",
    ),
    "no_document": (
        "原文来自标准输入，没有文件，看不到原句",
        "the document came from standard input: there is no file to show its sentences from",
    ),
    "doubt.no_certain_date": ("“{read}”不能定到哪一天", "“{read}” is no certain day"),
    "doubt.no_departments": ("“{read}”没有写明单位", "“{read}” names no departments"),
    "show.source": ("出处", "source"),
    "show.place": (
        "{field}：第 {range} 字符  {text}",
        "{field}: characters {range}  {text}",
    ),
    "show.sentence": ("{place}：{text}", "{place}: {text}"),
    "show.placed": (
        "{field}：{place}，第 {range} 字符  {text}",
        "{field}: {place}, characters {range}  {text}",
    ),
    "show.line_only": ("{field}：{place}  {text}", "{field}: {place}  {text}"),
    "show.none": ("此任务没有出处记录", "no source is recorded for this task"),
    "show.here_none": ("这里没有出处记录", "no source is recorded here"),
    "show.plan_none": ("此计划没有出处记录", "no source is recorded for this plan"),
    "show.no_file": (
        "找不到原文件 {file}，只列出位置；把它放在计划文件旁边，就能看到原句",
        "the document {file} is not there, only the places are listed; with it beside the plan file its sentences are shown",
    ),
    "show.scan": (
        "原文件 {file} 是扫描件，只列出位置；请按页码翻看原件",
        "the document {file} is a scan: only the places are listed, with their pages",
    ),
    "show.changed": (
        "原文件 {file} 已改动，只列出位置",
        "the document {file} has changed; only the places are listed",
    ),
    "explain.plan": ("计划", "plan"),
    "explain.task": ("任务 {task}", "task {task}"),
    "explain.role": ("（{role}）", " ({role})"),
    "explain.field": ("{field}：{place}  {said}  [{rule}]", "{field}: {place}  {said}  [{rule}]"),
    "explain.cell": (
        "{field}：{place}  {said}  [{rule}，表格的栏]",
        "{field}: {place}  {said}  [{rule}, column of a table]",
    ),
    "field.document_number": ("文号", "document number"),
    "field.issuer": ("印发机关", "issuer"),
    "field.issued": ("印发日期", "issued"),
    "field.responsible": ("全部任务的责任单位", "departments of every task"),
    "field.goal": ("目标", "goal"),
    "field.section": ("章节", "section"),
    "field.title": ("标题", "title"),
    "field.text": ("正文", "text"),
    "field.departments": ("单位", "department"),
    "field.deadlines": ("时限", "deadline"),
    "field.indicators": ("指标", "indicator"),
}
