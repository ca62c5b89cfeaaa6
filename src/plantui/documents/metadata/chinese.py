"""The front matter as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .front import Front
from .issuer import (
    apart,
    body_above_title,
    date_shown,
    in_full,
    issuer_and_date,
    letterhead,
    printing_office,
)
from .region import region_of
from .title import is_draft, line_like_title, short_title, title_above_table, title_of, title_of_sheet
from .years import period_of


@rule(Stage.FRONT)
def number_of_document(lines: Sequence[str]) -> str | None:
    """The plan's own number stands on a line of its own, after the title or after 发文字号：, and never in brackets or
    after a cited title."""
    for line in lines:
        if match := ZH.FRONT_META_NUMBER.search(line):
            return compiled(r"\s").sub("", match[1] or match[2])
    for line in lines:
        match = ZH.FRONT_NUMBER.search(line)
        if not match:
            continue
        before, after = line[: match.start()], line[match.end() :]
        prefix = ZH.FRONT_TITLE_END.sub("", match[1])
        is_alone = not before.strip() and not after.strip()
        follows_title = len(prefix) < len(match[1]) or before.endswith(("》", "）", "通知"))
        cited = before.rstrip().endswith(("（", "(", "》", "》（")) or after[:1] in ("）", ")")
        if not cited and (is_alone or follows_title) and "。" not in before:
            return compiled(r"\s").sub("", prefix)
    return None


def read_front(
    lines: Sequence[str],
    paragraphs: Sequence[str],
    closing: Sequence[str],
    text: str,
    above_tables: Sequence[str] = (),
    neighbours: Sequence[tuple[str, str]] = (),
    year: int | None = None,
    caption: str = "",
) -> Front:
    """The front matter, from the lines above the plan's first heading, the paragraphs that they form, those of its close,
    the cells above the heads of tables, and the lines that stand straight below each other. `year` is the one that the user
    gives to a plan whose title names none, `caption` what the file calls the document outside its text."""
    printed = title_of(lines) or title_above_table(above_tables) or line_like_title(lines)
    title = printed or title_of_sheet(caption)
    issuer, issued = issuer_and_date(paragraphs)
    if issuer is None or issued is None:
        other, day = issuer_and_date(lines)
        issuer, issued = issuer or other, issued or day
    issuer = apart(issuer, lines)
    if issued is None or issuer is None:
        signer, day = issuer_and_date(closing)
        issuer = signer if signer and issued is None else issuer or signer
        issued = issued or day
    issuer = in_full(issuer, lines) or letterhead(lines) or body_above_title(neighbours, title)
    issued = issued or date_shown(lines) or date_shown(paragraphs)
    if issuer is None or issued is None:
        office, day = printing_office([*lines, *closing])
        issuer, issued = issuer or office, issued or day
    years = period_of(title, issued, text, year)
    return Front(
        title,
        short_title(title),
        region_of(issuer, title, text),
        number_of_document(paragraphs),
        issuer,
        issued,
        years.start,
        years.end,
        is_draft([line for line in lines if len(line) < 80]),
        is_titled=bool(printed),
    )
