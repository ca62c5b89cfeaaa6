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
