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
}
