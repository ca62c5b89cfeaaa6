"""Texts on what the system refuses: the usual reasons, which it would tell in the language of the machine."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_space": ("磁盘空间不足", "no space is left on the disk"),
    "no_right": ("没有权限", "permission denied"),
    "read_only": ("文件系统是只读的", "the file system is read-only"),
    "not_there": ("没有这个文件或文件夹", "there is no such file or folder"),
    "no_folder": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "is_folder": ("这是文件夹", "it is a folder"),
    "exists": ("已经有同名的文件", "a file of that name is there already"),
    "not_empty": ("文件夹不是空的", "the folder is not empty"),
    "busy": ("正被别的程序使用", "another program is using it"),
    "name_too_long": ("文件名太长", "the name is too long"),
    "too_large": ("文件太大", "the file is too large"),
    "too_many_open": ("打开的文件太多", "too many files are open"),
    "device": ("读写设备出错", "the device failed to read or write"),
}
