"""A mail (.eml): the document that it brings, which is its readable attachment, else its own text."""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default
from pathlib import PurePath
from typing import Any

from plantui.model.problem import DataError, UsageError

from .attachments import SeveralAttachments, distinct_names, place_of
from .sniff import Form, form_of

_MODULE = "plantui.documents.formats.mail"
_TEXTS = frozenset((".txt", ".text", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et"))
"""Names under which a plain text is a document: anything else that is no known form may be a key or a calendar."""
_NAMELESS = "attachment"
_BODIES = (("plain", ""), ("html", ".html"))


@dataclass(frozen=True, slots=True)
class Brought:
    """What a mail brings."""

    content: bytes
    name: str
    """The name of the attachment, or one for the text of the mail."""
    is_attachment: bool
    others: tuple[str, ...]
    """Attachments that were not chosen, and those in forms that are not read."""


def brought_by(content: bytes, attachment: str = "") -> Brought:
    """Return the document that a mail brings, found in a process of its own: of several the attachment that is named.

    Raises SeveralAttachments where it brings several and none is named, UsageError where it has none of that name.
    """
    from .guarded import guarded_answer

    answer = guarded_answer(_MODULE, content, attachment)
    if (names := answer.get("names")) is not None:
        if not attachment:
            raise SeveralAttachments(names)
        message = "formats.no_such_attachment" if names else "formats.no_attachment"
        raise UsageError(message, attachment=attachment, names="、".join(names))
    return Brought(
        b64decode(answer["content"]), answer["name"], answer["is_attachment"], tuple(answer["others"])
    )


def main() -> None:
    """Answer with the document that the mail on standard input brings. `sys.argv` holds the name of the attachment behind
    what `serve` takes."""
    from .worker import serve

    serve(lambda content: _answer(content, sys.argv[5]))


def _answer(content: bytes, wanted: str) -> dict[str, Any]:
    """Return the document, or the names of the attachments that can be read, where they leave open which it is."""
    message = BytesParser(policy=default).parsebytes(content)
    attachments = [(name, part) for part in message.walk() if (name := _name_of(part))]
    readable: list[bytes] = []
    found: list[str] = []
    others: list[str] = []
    for name, part in attachments:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and _is_readable(payload, name):
            readable.append(payload)
            found.append(name)
        elif part.get_content_disposition() != "inline":
            others.append(name)
    names = distinct_names(found)
    chosen = place_of(names, wanted) if wanted or len(names) == 1 else None
    if chosen is None and (names or wanted):
        return {"names": names}
    name, payload = _body(message) if chosen is None else (names[chosen], readable[chosen])
    return {
        "content": b64encode(payload).decode("ascii"),
        "name": name,
        "is_attachment": chosen is not None,
        "others": [*(one for one in names if one != name), *others],
    }


def _name_of(part: Message) -> str:
    """Return the name of an attachment, a general one where it has none that can be read; empty for what is none."""
    is_nameless = part.get_content_disposition() == "attachment" and not part.is_multipart()
    return part.get_filename() or (_NAMELESS if is_nameless else "")


def _is_readable(content: bytes, name: str) -> bool:
    """Return whether an attachment is a document; pictures are mostly those of a signature."""
    try:
        form = form_of(content, name)
    except DataError:
        return False
    if form is Form.TEXT:
        return PurePath(name).suffix.lower() in _TEXTS
    return form not in (Form.PICTURE, Form.MAIL)


def _body(message: EmailMessage) -> tuple[str, bytes]:
    """Return the text of the mail, as plain text where it has both forms; its mark at the beginning tells its encoding."""
    for kind, suffix in _BODIES:
        part = message.get_body((kind,))
        if part is not None and str(text := part.get_content()).strip():
            return f"mail{suffix}", str(text).encode("utf-8-sig", "replace")
    return "mail", b""
