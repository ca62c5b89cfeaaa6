"""Helpers of the pages' tests: a page read by a parser that is not ours, and rules that every page has to keep."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lxml import html

_VOID = frozenset({"br", "col", "meta"})
_SHAPES = frozenset({"line", "rect"})
"""Elements of a picture, which close themselves."""


class _Balance(HTMLParser):
    """Looks whether every element that begins ends, in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SHAPES:
            self.faults.append(f"{self.getpos()}: <{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{self.getpos()}: </{tag}>")


def read_page(page: str) -> html.HtmlElement:
    """Return the page as a tree."""
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def faults_of(page: str) -> list[str]:
    """Return what is wrong with a page by the rules of this project; empty for a sound one."""
    balance = _Balance()
    balance.feed(page)
    balance.close()
    tree = read_page(page)
    found = [*balance.faults, *(f"<{tag}> does not end" for tag in balance.open)]
    found += [f"no {name}" for name, path in _NEEDED.items() if not tree.xpath(path)]
    found += [
        f"<{one.tag}> must not be there" for one in tree.xpath("//script|//link|//img|//iframe|//object")
    ]
    found += [f"loads {one}" for one in re.findall(r"url\([^)]*\)|@import[^;]*", page)]
    found += [f"{one} leaves the page" for one in tree.xpath("//@src|//@href") if not one.startswith("#")]
    found += [f"handler {one.attrname}" for one in tree.xpath("//@*[starts-with(name(), 'on')]")]
    found += [
        f"no target for {one}" for one in tree.xpath("//a/@href") if not tree.xpath(f"//*[@id='{one[1:]}']")
    ]
    found += _headings(tree) + _tables(tree) + _pictures(tree)
    ids = tree.xpath("//@id")
    found += [f"id {one} is there twice" for one in set(ids) if ids.count(one) > 1]
    controls = re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)
    return found + [f"control {ord(one):#x}" for one in controls]


_NEEDED = {
    "language": "/html[@lang]",
    "encoding": "//meta[@charset='utf-8']",
    "title": "//head/title[text()]",
    "main": "//main",
    "one h1": "//body[count(//h1)=1]",
    "policy": "//meta[@http-equiv='Content-Security-Policy'][contains(@content, \"default-src 'none'\")]",
}


def _headings(tree: html.HtmlElement) -> list[str]:
    levels = [int(one.tag[1]) for one in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    return [
        f"h{level} behind h{before}"
        for before, level in zip([0, *levels], levels, strict=False)
        if level > before + 1
    ]


def _tables(tree: html.HtmlElement) -> list[str]:
    found = [f"no scope: {one.text_content()}" for one in tree.xpath("//th[not(@scope)]")]
    for table in tree.xpath("//table"):
        width = len(table.xpath("./thead/tr/th"))
        found += [] if width else ["a table without a head"]
        found += [
            f"{len(row)} cells of {width}"
            for row in table.xpath("./tbody/tr")
            if len(row.xpath("./td|./th")) != width
        ]
    return found


def _pictures(tree: html.HtmlElement) -> list[str]:
    found: list[str] = []
    for picture in tree.xpath("//*[local-name()='svg'][not(@aria-hidden='true')]"):
        names = (picture.get("aria-labelledby") or "").split()
        texts = [one.text_content().strip() for name in names for one in tree.xpath(f"//*[@id='{name}']")]
        if picture.get("role") != "img" or len(texts) != 2 or not all(texts):
            found.append(f"a picture without words: {names}")
    return found
