"""Texts on forms: their definitions, their files and the log of those that were issued."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_writer": (
        "报表“{form}”没有 {format} 格式。可用：{formats}",
        "The form {form!r} cannot be written as {format}. There are: {formats}",
    ),
    "unknown": (
        "没有名为“{value}”的报表。可用：{forms}，或 .toml 文件的路径",
        "There is no form named {value!r}. There are: {forms}, or the path of a .toml file",
    ),
    "faulty": (
        "报表“{value}”的定义有错：{fault}",
        "The definition of the form {value!r} has a mistake: {fault}",
    ),
    "column.name": ("名称", "name"),
    "column.title": ("报表", "form"),
    "column.heading": ("列名", "heading"),
    "column.formats": ("格式", "formats"),
    "column.profiles": ("版本", "profiles"),
    "column.file": ("定义", "definition"),
    "bundled": ("自带", "bundled"),
    "unknown_profile": (
        "报表“{form}”没有名为“{value}”的版本。可用：{profiles}",
        "The form {form!r} has no profile {value!r}. There are: {profiles}",
    ),
    "no_profiles": ("（没有）", "(none)"),
    "library_missing": (
        "写 {format} 需要 {library}。请安装：pip install 'plantui[reports]'",
        "Writing {format} needs {library}. Install it with: pip install 'plantui[reports]'",
    ),
    "wants_folder": (
        "“{form}”有几个文件，请用 -o 写明文件夹。",
        "{form!r} has several files: name a folder with -o.",
    ),
    "binary_terminal": (
        "{format} 不能输出到终端。请用 -o 写明文件，或接上管道。",
        "A terminal cannot show {format}. Name a file with -o, or pipe it.",
    ),
    "written_several": (
        "已写入 {count} 个文件（{rows} 项任务）：{folder}",
        "wrote {count:file} ({rows:task}) into {folder}",
    ),
    "nothing_to_write": (
        "“{form}”没有要写的文件：没有符合的单位。",
        "{form!r} has no file to write: no department is concerned.",
    ),
    "progress": ("已写出 {percent}%", "{percent}% written"),
    "summary": ("进展汇总", "Status summary"),
    "compared_later": (
        "{day} 不早于截至日期 {today}，不能与之比较。",
        "{day} is not before the as-of day {today}: there is nothing to compare with.",
    ),
    "changed_since_what": (
        "--changed-only 只列与比较时点相比有变化的任务，不能与 --changed-since 或 --compared-with none 同用。",
        "--changed-only lists the tasks changed since the time that is compared with: it does not go with --changed-since, "
        "nor with --compared-with none.",
    ),
    "issued.id": ("编号", "id"),
    "issued.when": ("时间", "when"),
    "issued.by": ("经手人", "by"),
    "issued.form": ("报表", "form"),
    "issued.file": ("文件", "file"),
    "issued.as_of": ("截至日期", "as of"),
    "issued.rows": ("任务数", "tasks"),
    "issued.cut": ("台账现状", "state of the ledger"),
    "issued.sha256": ("校验值", "checksum"),
    "issued.none": ("还没有导出过报表。", "No form has been issued yet."),
    "issued.title": ("导出记录", "Issued reports"),
    "issued.reading": ("正在读取导出记录……", "Reading the log of issued reports..."),
    "issued.how": (
        "还没有导出过报表。关闭后按F8导出，写出的每份文件都会记在这里。",
        "No report has been issued yet. Close this and press F8: each file that is written is kept here.",
    ),
    "issued.key.again": ("重新写出", "write again"),
    "issued.key.verify": ("核对文件", "verify the file"),
    "issued.untouched": (
        "{name}：与记录的校验值相同，写出后没有改动过。",
        "{name} has the checksum of the log: it is as it was issued.",
    ),
    "issued.touched": (
        "{name}：与记录的校验值不同，写出后改动过，或不是这份文件。",
        "{name} has another checksum than in the log: it was changed since, or is another file.",
    ),
    "issued.unknown": (
        "{name}：导出记录中没有这个校验值，也没有同名的文件。",
        "{name}: the log has no file of this checksum, and none of this name.",
    ),
    "issued.no_figures": (
        "这种报表不能逐个核对数字，只核对了校验值。",
        "The figures of such a form cannot be verified one by one: only its checksum was.",
    ),
    "issued.not_kept": (
        "文件已写出，但没有记入导出记录：{reason}",
        "The file is written, but the log of issued reports has no record of it: {reason}",
    ),
    "issued.unreadable": ("读不到 {path}：{reason}", "cannot read {path}: {reason}"),
    "issued.gone": (
        "{path} 写出后又读不到了，没有记入导出记录：{reason}",
        "{path} was written and cannot be read any more, so the log of issued reports has no record of it: {reason}",
    ),
    "issued.older": (
        "文件已写出，但台账是旧版本的，没有记入导出记录；下次保存进展后即可记入。",
        "The file is written, but the ledger is of an older version and keeps no log of issued reports; it does after the "
        "next note is saved.",
    ),
    "again.alone": (
        "--again 按原来的条件重新写出，不能与 {option} 同用。",
        "--again writes a form as it was asked for then: it does not go with {option}.",
    ),
    "again.wants_file": (
        "--again 要用 -o 写明文件。",
        "--again needs a file: name one with -o.",
    ),
    "again.unknown": (
        "导出记录里没有编号为“{id}”的报表（plantui issued 列出全部）。",
        "The log has no issued form {id!r} (plantui issued lists them).",
    ),
    "again.several": (
        "导出记录里有几份报表的编号以“{id}”开头，请写全。",
        "Several issued forms have an id that begins with {id!r}: write more of it.",
    ),
    "again.newer": (
        "报表 {id} 由更新版本的 plantui 写出，这个版本不能重新写出。",
        "The form {id} was written by a newer plantui; this one cannot write it again.",
    ),
    "again.no_file": (
        "按原来的条件，现在没有名为 {name} 的文件。",
        "Asked for in the same way, the form now has no file named {name}.",
    ),
    "changed.plan": (
        "计划 {name} 的文件后来改过或已不在，内容可能与原来不同。",
        "The file of plan {name} has changed since, or is gone: what is said may be otherwise.",
    ),
    "changed.departments": (
        "单位文件（departments.toml）后来改过，单位的名称和归属可能与原来不同。",
        "The files of departments (departments.toml) have changed since: names and groups of departments may be otherwise.",
    ),
    "changed.rules": (
        "预警规则的文件后来改过或已不在，预警可能与原来不同。",
        "The file of the light rules has changed since, or is gone: lights may be otherwise.",
    ),
    "changed.form": (
        "报表“{name}”的定义后来改过，栏目和内容可能与原来不同。",
        "The definition of the form {name} has changed since: columns and parts may be otherwise.",
    ),
    "changed.template": (
        "报表“{name}”的模板文件后来改过或已不在，版式可能与原来不同。",
        "The template of the form {name} has changed since, or is gone: it may look otherwise.",
    ),
    "again.same": ("与当时写出的逐字节相同。", "It is the same, byte for byte, as it was issued."),
    "again.differs": ("与当时写出的不同。", "It differs from what was issued."),
    "nothing_before": (
        "较上期：上期没有报送，无可比较。",
        "Nothing had been reported by the time that would be compared with.",
    ),
}
