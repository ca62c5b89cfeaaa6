"""Reasons of the system in the reader's language, whatever language the machine speaks."""

from __future__ import annotations

import errno

import pytest

from plantui.model.problem import DataError
from plantui.model.system import system_reason
from plantui.model.terms import Language
from plantui.words import Words


@pytest.mark.parametrize(
    ("error", "chinese", "english"),
    [
        (
            OSError(errno.ENOSPC, "Auf dem Gerät ist kein Platz"),
            "磁盘空间不足",
            "no space is left on the disk",
        ),
        (PermissionError(errno.EACCES, "Keine Berechtigung"), "没有权限", "permission denied"),
        (FileNotFoundError(errno.ENOENT, "x"), "没有这个文件或文件夹", "there is no such file or folder"),
        (OSError(errno.ENAMETOOLONG, "x"), "文件名太长", "the name is too long"),
        (OSError(errno.ENOEXEC, "Exec format error"), "Exec format error", "Exec format error"),
        (OSError("without a number"), "without a number", "without a number"),
        (ValueError("no error of the system"), "no error of the system", "no error of the system"),
    ],
)
def test_usual_reasons_come_from_the_catalogue_and_others_as_they_are(
    error: Exception, chinese: str, english: str
) -> None:
    refused = DataError("export.cannot_write", path="a.md", reason=system_reason(error))

    assert Words(Language.ZH).error(refused).endswith(f"{chinese}")
    assert Words(Language.EN).error(refused).endswith(english)
