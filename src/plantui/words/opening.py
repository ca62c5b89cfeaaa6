"""Texts of the first window, of opening a plan and of importing a document from inside."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "plan.what": (
        "选一个计划文件（TOML），先像 plantui check 一样检查，再打开。",
        "Choose a plan file (TOML); it is checked as by plantui check before it is opened.",
    ),
    "plan.keep": ("加入自己的计划", "add it to my plans"),
    "plan.once": ("只在这次，连同所在文件夹", "this once, with its folder"),
    "plan.kept": ("计划已加入，按 0 看全部计划：{path}", "Added to your plans; 0 shows all plans: {path}"),
    "plan.opened": (
        "已打开计划 {plan}，下次启动不在；按 0 看全部计划",
        "Opened {plan}, for this time only; 0 shows all plans",
    ),
    "import.what": (
        "选一份公布的文件：Word、WPS、PDF（含扫描件）、OFD、文本、网页、表格或邮件，读完后逐项校对，再加入自己的计划；也读 StratML、Project（XML）和督办台账。",
        "Choose an issued document: Word, WPS, PDF (scans too), OFD, text, web page, sheet or mail. You then review it, and the plan is added to yours. StratML, Project (XML) and ledgers are read too.",
    ),
    "import.add": ("{file}：加入自己的计划？", "{file}: add it to my plans?"),
    "import.notes": (
        "另有进展 {count} 条，一并记入，一次撤销即全部收回",
        "with its progress: {count:note}, which one undo takes back",
    ),
    "import.shown": ("只读显示的", "what is shown"),
    "import.with_hidden": ("连同隐藏的行、列和工作表", "hidden parts too"),
    "import.which": ("{file}：哪个附件是计划？", "{file}: which attachment is the plan?"),
    "import.left": (
        "校对已保存，还有 {open} 项未看（存疑 {doubtful} 项）；再次导入同一文件即可继续",
        "The review is kept: {open:field} open, {doubtful} doubtful; import the same document again to go on",
    ),
    "no_review": ("上次的校对读不出来：{reason}", "The review kept from before cannot be read: {reason}"),
    "type_path": ("输入路径，Tab 补全；从 {folder} 起", "type a path, Tab completes; from {folder}"),
    "many_files": (
        "文件太多，只列出前 {count} 个，请再输几个字",
        "Only the first {count:file} are listed: type more",
    ),
    "no_files": (
        "这里没有可以打开的文件；输入路径，或用 ↑ 选 ../ 到上一级",
        "Nothing here can be opened: type a path, or choose ../ with ↑",
    ),
    "no_file": ("没有这个文件：{path}", "There is no such file: {path}"),
    "working": ("正在处理 {file}，Esc 取消", "Working on {file}; Esc cancels"),
    "exists": (
        "{path} 已经存在；再按一次 Enter 替换它",
        "{path} already exists; Enter once more replaces it",
    ),
    "unusable": (
        "文件有 {count} 处错误，不能打开。第一处：{problem}。全部错误：plantui check {path}",
        "The file has {count:error} and cannot be opened. The first: {problem}. All of them: plantui check {path}",
    ),
    "cannot_keep": ("{path} 无法保存：{reason}", "{path} cannot be stored: {reason}"),
    "key.complete": ("补全", "complete"),
    "key.add": ("加入", "add"),
    "key.open": ("打开", "open"),
    "title": ("欢迎使用 plantui", "Welcome to plantui"),
    "intro": (
        "选好语言、城市和本单位，就从本单位的任务开始。以后可按 Ctrl+P 找“语言和本单位”更改。",
        "Choose language, city and your department to begin with its tasks. Later: Ctrl+P, Language and department.",
    ),
    "this_language": ("中文", "English"),
    "field.language": ("语言 Language", "Language 语言"),
    "field.city": ("城市", "City"),
    "field.department": ("本单位", "Department"),
    "type": ("输入任一名称查找，或按 ↓ 选择", "type any of its names, or choose with ↓"),
    "tasks": ("{count} 项", "{count:task}"),
    "one_task": ("1 项", "1 task"),
    "no_department": (
        "不设本单位，看全部任务（督查室、领导等）",
        "no department of my own: show all tasks",
    ),
    "not_here": (
        "{city}没有叫这个名称的单位；可按 ↑ 换城市，或换个名称",
        "{city} has no department of that name: ↑ changes the city, or try another name",
    ),
    "nowhere": ("没有叫这个名称的单位，请换个名称", "No department has that name: try another one"),
    "several_cities": (
        "几个城市都有：用 ↑↓ 选定再按 Enter，或按 Shift+Tab 先选城市",
        "Several cities have it: choose with ↑↓ and press Enter, or choose the city first (Shift+Tab)",
    ),
    "try_demo": (
        "先看演示：虚构的台账，十几个单位半年的填报",
        "look at the demonstration first: an invented ledger of half a year",
    ),
    "key.change": ("更改", "change"),
    "key.next": ("下一步", "go on"),
    "key.skip": ("以后再说", "later"),
    "skipped": (
        "以后可按 Ctrl+P 找“语言和本单位”设定",
        "Later: Ctrl+P, Language and department",
    ),
    "begin": (
        "本单位已设为 {department}，急的在前；F2 填报光标所在的任务",
        "Your department is now {department}, most urgent first; F2 reports on the task under the cursor",
    ),
    "not_kept": ("设置没有记住：{error}", "The settings could not be remembered: {error}"),
}
