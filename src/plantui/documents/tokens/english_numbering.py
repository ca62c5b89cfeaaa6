"""The forms of a numbered heading: words with a number, codes, numbers, letters."""

from __future__ import annotations

import re

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled

NUMBERED = compiled(
    r"^(?P<code>\(\d{1,3}\)|[A-Z]{2,5}[-–]20\d\d[-–]\d{1,3}|"
    r"\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}[a-z]?|\d{1,3}|[A-Z]{1,5}[-–./ ]?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?|"
    r"\d{1,2}[A-Z](?:\.\d{1,2})*|[IVX]{1,4}(?:\.\d{1,2})+|[A-Z](?:\.[A-Z]?\d{1,2})+|[IVX]{1,4}|[A-Z])(?P<sep>\s?[.):]\s*|\s?[–—-]\s+|\s+|$)(?P<title>.*)$"
)


TITLE_START = compiled(r"^[A-Z“\"‘'(\[À-Þ]|^\d[\d,.]*%?\s+[a-z]+")


def is_number(match: re.Match[str], title: str) -> bool:
    """Whether what stands before a title without a word can be its number."""
    code, sep = match["code"], match["sep"].strip()
    if not title:
        return bool(
            compiled(r"[A-Z]{1,5}[-–./]?\d.*[-–./]\d+|[A-Z]{2,5}-\d+|\d{1,2}(?:\.\d{1,2}){1,3}").fullmatch(
                code
            )
        )
    if not TITLE_START.match(title) or EN.ENGLISH_NUMBERING_FIGURE.match(title):
        return False
    if code.isdigit() and not sep:
        return title[0].isupper() and not EN.ENGLISH_NUMBERING_MONTH.match(title)
    if compiled(r"[A-Z]|[IVX]+").fullmatch(code):
        return sep in {".", ")"} and title[0].isupper() and len(title.split()[0]) > 1
    return not (sep == "" and code.isdigit())


def series_of(word: str, code: str, sep: str) -> str:
    form = compiled(r"\d+").sub("9", compiled(r"[A-Z]+").sub("A", code))
    if compiled(r"[A-Za-z]+").fullmatch(code) and word:
        form = "9"
    if code.endswith(".0"):
        form = "9.0"
    form = compiled(r"(?<=9)[a-z]$").sub("", form)
    mark = "" if word else sep.strip()[:1]
    return f"{word.lower()} {form.replace('–', '-')}{mark}"
