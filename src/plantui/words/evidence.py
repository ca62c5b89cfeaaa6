"""Evidence in words: why a piece cannot be taken, and what has become of it."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "empty": (
        "佐证材料没有写路径或链接。",
        "A piece of evidence has an empty path; name a file, a folder or a link.",
    ),
    "no_name": (
        "“{place}”不能作文件名，请写文件、文件夹或链接（http://…）。",
        "{place!r} cannot be the name of a file; name a file, a folder or a link (http://…).",
    ),
    "not_there": (
        "佐证材料 {place} 不存在，请写现有的文件、文件夹或链接（http://…）。",
        "The evidence {place} is not there; name an existing file, a folder or a link (http://…).",
    ),
    "not_regular": (
        "佐证材料 {place} 不是普通文件或文件夹（管道、设备不能作佐证）。",
        "The evidence {place} is neither a file nor a folder; a pipe or a device cannot be evidence.",
    ),
    "unreadable": (
        "佐证材料 {place} 读不了（{reason}）。",
        "The evidence {place} cannot be read ({reason}).",
    ),
}
