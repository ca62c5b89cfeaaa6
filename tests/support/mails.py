"""Makes mails as a mail program writes them."""

from __future__ import annotations

from email.message import EmailMessage

_BINARY = ("application", "octet-stream")


def mail_of(*attachments: tuple[str, bytes], text: str = "请查收附件。", html: str = "") -> bytes:
    """A mail with its attachments, by their names."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "行动计划"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attachments:
        message.add_attachment(content, *_BINARY, filename=name)
    return message.as_bytes()
