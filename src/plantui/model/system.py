"""Reasons for which the system refuses something, as messages: its own texts come in the language of the machine."""

from __future__ import annotations

import errno

from .problem import Message

_REASONS = {
    errno.ENOSPC: "system.no_space",
    errno.EACCES: "system.no_right",
    errno.EPERM: "system.no_right",
    errno.EROFS: "system.read_only",
    errno.ENOENT: "system.not_there",
    errno.ENOTDIR: "system.no_folder",
    errno.EISDIR: "system.is_folder",
    errno.EEXIST: "system.exists",
    errno.ENOTEMPTY: "system.not_empty",
    errno.EBUSY: "system.busy",
    errno.ENAMETOOLONG: "system.name_too_long",
    errno.EFBIG: "system.too_large",
    errno.EMFILE: "system.too_many_open",
    errno.EIO: "system.device",
}
"""Messages by the numbers of the system's errors; all others are told in its own words."""


def system_reason(error: Exception) -> str:
    """Return the reason of an error of the system: a message where it is a usual one, else the system's own text."""
    number = getattr(error, "errno", None)
    if number in _REASONS:
        return Message(_REASONS[number])
    return getattr(error, "strerror", None) or str(error)
