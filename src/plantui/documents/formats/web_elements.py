"""The elements of web pages by what they do: which hold no text, which begin a line, and how they end."""

from __future__ import annotations

NO_TEXT = frozenset((
    "script", "style", "noscript", "template", "title", "nav", "footer", "aside", "iframe",
    "object", "embed", "svg", "annotation", "annotation-xml", "canvas", "audio", "video", "select", "button", "textarea",
    "dialog", "menu", "rt", "rp", "rtc",
))  # fmt: skip
"""Elements of a page that are no part of the document in it, the readings above characters among them."""
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "td", "th", "ul",
))  # fmt: skip
SELF_ENDING = frozenset(("p", "li", "dd", "dt", "tr", "td", "th", "rt", "rp"))
"""Elements that the next one of their kind ends."""
ENDED_BY = {"tr": "table", "td": "table", "th": "table", "li": "ul", "rt": "ruby", "rp": "ruby"}
"""The element whose end ends one that does not end itself."""
