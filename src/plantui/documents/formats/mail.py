"""A mail (.eml): the document that it brings, which is its only readable attachment, else its own text."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import PurePath
from typing import Any

from plantui.model.problem import DataError

from .sniff import Form, form_of

_MODULE = "plantui.documents.formats.mail"
_TEXTS = frozenset((".txt", ".text", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et"))
"""Names under which a plain text is a document: anything else that is no known form may be a key or a calendar."""
_BODIES = (("plain", ""), ("html", ".html"))


@dataclass(frozen=True, slots=True)
class Brought:
    """What a mail brings."""

    content: bytes
    name: str
    """The name of the attachment, or one for the text of the mail."""
    is_attachment: bool
    others: tuple[str, ...]
    """Attachments in forms that are not read."""


def brought_by(content: bytes) -> Brought:
    """Return the document that a mail brings, found in a process of its own. Raises DataError where it brings several."""
    from .guarded import guarded_answer

    answer = guarded_answer(_MODULE, content)
    return Brought(
        b64decode(answer["content"]), answer["name"], answer["is_attachment"], tuple(answer["others"])
    )


def main() -> None:
    """Answer with the document that the mail on standard input brings."""
    from .worker import serve

    serve(_answer)


def _answer(content: bytes) -> dict[str, Any]:
    message = BytesParser(policy=default).parsebytes(content)
    attachments = [(name, part) for part in message.walk() if (name := part.get_filename())]
    readable: list[tuple[str, bytes]] = []
    others: list[str] = []
    for name, part in attachments:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and _is_readable(payload, name):
            readable.append((name, payload))
        elif part.get_content_disposition() != "inline":
            others.append(name)
    if len(readable) > 1:
        raise DataError("formats.several_attachments", names="、".join(name for name, _ in readable))
    name, payload = readable[0] if readable else _body(message)
    return {
        "content": b64encode(payload).decode("ascii"),
        "name": name,
        "is_attachment": bool(readable),
        "others": others,
    }


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
