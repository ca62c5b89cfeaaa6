"""Texts on files from other desks: why one is refused, and what came in with it."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "newer": (
        "{path} 由更新版本的 plantui 写成（版本 {version}，本程序支持到 {known}），没有并入。请升级 plantui 后再接收。",
        "{path} was written by a newer plantui (version {version}, this one knows up to {known}); nothing of it came in. "
        "Upgrade plantui and receive it again.",
    ),
    "foreign": (
        "{path} 是其他程序的数据库，不是台账，没有并入。",
        "{path} is another program's database, not a ledger; nothing of it came in.",
    ),
    "not_database": (
        "{path} 既不是报送文件也不是台账，没有并入。",
        "{path} is neither a submission nor a ledger; nothing of it came in.",
    ),
    "is_folder": (
        "{path} 是文件夹，不是文件，没有并入。",
        "{path} is a folder, not a file; nothing of it came in.",
    ),
    "damaged": (
        "{path} 已损坏（{reason}），没有并入。请对方重新发送。",
        "{path} is damaged ({reason}); nothing of it came in. Ask for it again.",
    ),
    "cannot_open": (
        "无法打开 {path}（{reason}），没有并入。请检查文件和文件夹的权限。",
        "{path} cannot be opened ({reason}); nothing of it came in. Check the rights on file and folder.",
    ),
    "busy": (
        "{path} 正被其他程序使用（等了 {seconds} 秒），没有并入。请稍后再接收。",
        "Another program is using {path} (waited {seconds} s); nothing of it came in. Receive it again later.",
    ),
    "changed": (
        "{path} 在读取时被换掉或改动，没有并入。请再接收一次。",
        "{path} was replaced or changed while it was read; nothing of it came in. Receive it again.",
    ),
    "outside": (
        "{name}：新进展 {notes} 条，更正 {revisions} 条，已有 {known} 条。一次撤销即全部收回。",
        "{name}: {notes:new note}, {revisions:correction}, {known} here before. One undo takes them all back.",
    ),
    "outside_kept": (
        "{count} 条没有记入：同一任务、单位和日期已有人填报或改过（{shown}）。",
        "{count:note was|notes were} not taken in, since a person has written or changed one on the same task, department and day ({shown}).",
    ),
    "not_there": ("{path} 不存在，没有并入。", "{path} is not there; nothing came in."),
    "is_itself": (
        "{path} 就是本台账，不能并入自己。",
        "{path} is this ledger itself, which cannot come into itself.",
    ),
    "is_empty": ("{path} 是空的，没有并入。", "{path} is empty; nothing came in."),
    "is_demo": (
        "{path} 是演示台账，其中的进展是虚构的，没有并入。",
        "{path} is a demonstration, whose notes are invented; nothing of it came in.",
    ),
    "too_large": (
        "{path} 有 {size} MiB，超过报送文件的上限 {largest} MiB，没有并入。",
        "{path} has {size} MiB, more than the {largest} MiB that a submission may have; nothing of it came in.",
    ),
    "cut_off": (
        "{path} 在传送中被截断，没有并入。请对方重新发送。",
        "{path} was cut off on its way; nothing of it came in. Ask for it again.",
    ),
    "changed_text": (
        "{path} 与它的校验值不符：打包之后被改动或损坏，没有并入。请对方重新发送。",
        "{path} does not agree with its checksum: it was changed or damaged after it was packed; nothing of it came in. Ask for it again.",
    ),
    "unsigned": (
        "{path} 没有签名，而“{department}”的报送文件应当有签名，没有并入。",
        "{path} is not signed, as submissions of {department} have to be; nothing of it came in.",
    ),
    "wrong_signature": (
        "{path} 的签名与“{department}”的密钥不符，没有并入。",
        "{path} is signed with another secret than that of {department}; nothing of it came in.",
    ),
    "keys_unreadable": (
        "无法读取各单位的密钥文件 {path}（{reason}）。",
        "The file of the departments' secrets {path} cannot be read ({reason}).",
    ),
    "keys_broken": (
        '各单位的密钥文件 {path} 不是 TOML，每行应为 "单位" = "密钥"。',
        'The file of the departments\' secrets {path} is no TOML: each line has to be "department" = "secret".',
    ),
    "key_weak": (
        "密钥文件 {path} 中“{department}”的密钥不是至少 {least} 个字符的文本。",
        "In {path} the secret of {department} is not a text of {least} characters or more.",
    ),
    "packed": (
        "已打包 {department} {period}的 {count} 条进展：{path}",
        "Packed {count:note} of {department} for {period}: {path}",
    ),
    "packed_without_notes": (
        "{department} {period}没有进展，报送文件中只有延期、任务认领等 {count} 条。",
        "{department} has no note for {period}: the submission holds {count:record} of extensions and assignments alone.",
    ),
    "packed_without_assessments": (
        "该单位本期的 {count} 条独立评估不在其中：评估不由填报单位报送。",
        "{count:independent assessment} of the department in the period {count:~is|are} not in it: they are not its own to send.",
    ),
    "packed_signed": ("已用该单位的密钥签名。", "It is signed with the department's secret."),
    "packed_empty": (
        "{department} {period}没有进展，报送文件是空的。",
        "{department} has no note for {period}: the submission is empty.",
    ),
    "submission_states": (
        "报送文件：{department} {period}的全部进展，连同修改、审核、延期和任务认领",
        "Submission: all notes of {department} for {period}, with their revisions, stages, extensions and words on assignments",
    ),
    "no_submission": (
        "没有设置本单位，不能生成报送文件：plantui config set department 单位",
        "There is no submission without an own department: plantui config set department NAME",
    ),
    "no_submission_demo": (
        "这是演示，其中的进展是虚构的，不能生成报送文件。",
        "This is a demonstration, whose notes are invented: there is no submission of it.",
    ),
    "department_wanted": (
        "请用 --department 指明单位，或先设置本单位：plantui config set department 单位",
        "Name the department with --department, or set your own: plantui config set department NAME",
    ),
    "department_ambiguous": (
        "“{name}”指多个单位：{names}。请写明地区。",
        "{name} means several departments: {names}. Write the region too.",
    ),
    "nothing_to_receive": (
        "{path} 中没有报送文件（*.plantui）或台账（*.db）。",
        "There is no submission (*.plantui) and no ledger (*.db) in {path}.",
    ),
    "folder_unreadable": (
        "无法列出文件夹 {path}（{reason}）。",
        "The folder {path} cannot be listed ({reason}).",
    ),
    "received": (
        "{name}：新进展 {notes} 条，修改 {revisions} 条，审核、延期、任务认领和评估 {events} 条，原有 {known} 条",
        "{name}: {notes:new note}, {revisions} revised, {events} on stages, extensions, assignments and assessments, {known} known before",
    ),
    "conflicts": (
        "{count} 条进展两边都改过，两种文字都保留，较新的先算数，请在界面用 Ctrl+P“选定两边都改过的进展”选定，或用 plantui conflicts。",
        "{count:note was|notes were} changed on two desks: both texts are kept and the newer one counts until you choose, with Ctrl+P, Settle conflicts, or with plantui conflicts.",
    ),
    "missing": (
        "{period}，{region}尚未报送的单位 {count} 个：{names}",
        "Reports for {period} are missing in {region} from {count:department}: {names}",
    ),
    "missing_tasks": ("{department}（{count} 项）", "{department} ({count:task})"),
    "nobody_missing": ("{period}，各单位都已报送。", "Every department has reported for {period}."),
    "regions_looked_at": (
        "以上只看{regions}的计划；全部计划见 plantui missing。",
        "Only plans of {regions} were looked at for this; plantui missing tells of all.",
    ),
    "refused": ("{count} 个文件没有并入，原因见上。", "{count:file} did not come in, for the reasons above."),
    "title": ("接收", "Receive"),
    "what": (
        "按 Enter 接收下面文件夹中的全部报送文件（*.plantui）和台账（*.db）；只接收一个文件，或填好的工作台账（*.xlsx），输入文件名，Tab 补全。",
        "Enter receives every submission (*.plantui) and ledger (*.db) of the folder; type a name, or Tab, for a single file, or for a "
        "filled-in working ledger (*.xlsx).",
    ),
    "key.settle": ("选定两边都改过的", "settle the conflicts"),
    "key.close": ("关闭", "close"),
    "key.mark": ("左右选", "mark"),
    "key.take": ("采用", "take it"),
    "key.join": ("都留下", "join all"),
    "key.later": ("以后再说", "later"),
    "conflict_title": ("两边都改过的进展", "A note that two desks changed"),
    "conflict": (
        "{note}：两边都改过，选哪一种？",
        "{note} was changed on two desks. Which text is to count?",
    ),
    "conflict_more": (
        "共有 {count} 份，左右键逐份翻看：采用一份，其余不再算数。",
        "There are {count:text}, which Left and Right page through: taking one ends the others.",
    ),
    "whose": ("{author} {moment}（截至 {day}）", "{author} {moment}, as of {day}"),
    "taken_back": ("（已撤回）", "(taken back)"),
    "nothing_to_join": (
        "有一边已撤回，没有可合并的文字。",
        "One side was taken back: there is nothing to join.",
    ),
    "mark_first": ("先按左右方向键选一边。", "Mark one side first, with Left or Right."),
    "settled": ("已选定：{note}", "Settled: {note}"),
    "conflict_head": ("{plan} {task}（编号 {id}）", "{plan} {task} (note {id})"),
    "side": ("{number}) {line}", "{number}) {line}"),
    "counts_now": ("  （选定之前这一份算数）", "  (this one counts until you choose)"),
    "conflicts_listed": (
        "{count} 条进展两边都改过。选定：plantui conflicts settle 编号 --keep 序号，或 --join 都留下",
        "{count:note was|notes were} changed on two desks. To settle one: plantui conflicts settle NOTE --keep NUMBER, or --join",
    ),
    "still_in_conflict": (
        "注意：这条进展两边都改过，还没有选定，本次改的是现在算数的一份；选定：plantui conflicts settle {id}",
        "Note: two desks changed this note and nobody has settled it; the text that counts now was changed. To settle it: plantui conflicts settle {id}",
    ),
    "not_in_conflict": (
        "进展 {id} 没有两边都改过，不用选定；两边都改过的见 plantui conflicts。",
        "The note {id} was not changed on two desks: there is nothing to settle. plantui conflicts lists those that were.",
    ),
    "keep_or_join": (
        "请写明采用哪一份（--keep 序号），或都留下（--join），二者取一：{sides}",
        "Say which text to take (--keep NUMBER), or to join them (--join), one of both: {sides}",
    ),
    "no_side": ("没有“{value}”这一份；现有：{sides}", "There is no text {value!r}; there are: {sides}"),
    "no_text_to_change": (
        "采用的一份已撤回，没有文字可改；不要写 --progress。",
        "The text that is taken was taken back, so there is none to change: leave --progress out.",
    ),
    "no_conflicts": ("没有两边都改过而未选定的进展。", "There is no conflict to settle."),
    "no_copies": ("台账旁没有同步软件留下的副本。", "There is no copy of a sync folder beside the ledger."),
    "conflicts_too": ("，{count} 条两边都改过", ", {count:conflict}"),
    "conflicts_wait": (
        "{count} 条进展两边都改过，等您选定（Ctrl+P 选定两边都改过的进展）",
        "{count:note was|notes were} changed on two desks: Ctrl+P, Settle conflicts",
    ),
    "copies_found": (
        "台账旁有同步软件留下的 {count} 个副本（Ctrl+P 并入同步副本）",
        "A sync folder left {count:copy|copies} of the ledger beside it: Ctrl+P, Merge sync copies",
    ),
    "incomplete": (
        "{path} 不完整：修改记录 {id} 所接的前一版 {earlier} 不在其中，本台账也没有，整个文件没有并入。请对方用 plantui pack 重新打包。",
        "{path} is incomplete: revision {id} takes the place of {earlier}, which is neither in it nor in this ledger; nothing of the file "
        "came in. Ask for it to be packed again with plantui pack.",
    ),
    "differs": (
        "{path} 中编号 {id} 的内容与本台账中同一编号的不同：记录只增不改，这个文件被改动过，没有并入。",
        "{path} says something else under the id {id} than this ledger: records are never changed, so that file was tampered with; "
        "nothing of it came in.",
    ),
}
