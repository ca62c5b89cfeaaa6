"""The plan's own title, however often it is printed and whatever notice surrounds it."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import DATE_LINE
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


@rule(Stage.FRONT)
def title_of(lines: Sequence[str]) -> str:
    """The title is what the notice issues (关于印发 … 的通知, 《…》已经…同意，现印发给你们), in the form printed above the
    plan itself where there is one; without a notice it is the first run of lines that ends like a plan's name
    (方案, 计划, 意见 …), and does more than name a form (任务分解表, the name of a sheet). Marks of a draft are no part
    of it."""
    blocks = _blocks(lines)
    issued = _clean(_issued_title("".join(lines)))
    own = [_clean(block) for block in blocks if not ZH.TITLE_NOTICE.search(block)]
    if issued:
        return max((block for block in own if _is_same(block, issued)), key=len, default=issued)
    if own:
        return next((block for block in own if not ZH.TITLE_FORM_ALONE.fullmatch(block)), own[0])
    return _clean(blocks[0]) if blocks else ""


@rule(Stage.FRONT)
def line_like_title(lines: Sequence[str]) -> str:
    """Where nothing ends like a plan's name and no table has a title, the first line that is no sentence, label, date or
    body is the title."""
    return next(
        (
            _clean(line)
            for line in lines
            if ZH.TITLE_LIKE_TITLE.match(line)
            and not (
                ZH.TITLE_NOT_TITLE.search(line) or ZH.TITLE_BODY_ALONE.match(line) or DATE_LINE.match(line)
            )
        ),
        "",
    )


@rule(Stage.FRONT)
def title_above_table(cells: Sequence[str]) -> str:
    """Where nothing ends like a plan's name, the first cell above a table that is no label, date or name of a body is the
    title: 2025年为民办实事项目."""
    named = (cell for cell in cells if compiled(r"^[\w“”、（）()—-]{6,40}$").match(cell))
    return next(
        (_clean(cell) for cell in named if not ZH.TITLE_BODY_ALONE.match(cell) and not DATE_LINE.match(cell)),
        "",
    )


@rule(Stage.FRONT)
def title_of_sheet(caption: str) -> str:
    """Where the text has no title at all, the name of the only sheet is one that ends like a plan's (任务分解表)."""
    return _clean(caption) if ZH.TITLE_ENDS.search(caption) else ""


def _issued_title(text: str) -> str:
    """What the document itself issues: 《国务院关于印发…的通知》 in a sentence is another document, which it cites."""
    notice = next(
        (
            m
            for m in ZH.TITLE_NOTICE.finditer(text)
            if text.rfind("《", 0, m.start()) <= text.rfind("》", 0, m.start())
        ),
        None,
    )
    match = ZH.TITLE_ISSUED.search(text) or notice
    return match[1] if match else ""


def _blocks(lines: Sequence[str]) -> list[str]:
    """Runs of title lines, each up to a line with which a title ends."""
    blocks: list[str] = []
    current = ""
    for line in (ZH.TITLE_NAME_LABEL.sub("", line) for line in lines):
        if ZH.TITLE_DRAFT.fullmatch(line) or ZH.TITLE_YEARS.fullmatch(line):
            if blocks and not current:
                blocks[-1] += line
            elif current:
                current += line
            continue
        if (
            ZH.TITLE_NOT_TITLE.search(line)
            or (not current and ZH.TITLE_BODY_ALONE.match(line))
            or len(current + line) > 110
        ):
            current = ""
            continue
        current += line
        if ZH.TITLE_ENDS.search(current):
            blocks.append(current)
            current = ""
    return blocks


def _is_same(block: str, issued: str) -> bool:
    """Whether a title above the plan is the one issued, perhaps with its years or with the region before it."""
    bare, other = (compiled(r"[^\w]").sub("", ZH.TITLE_YEARS.sub("", text)) for text in (block, issued))
    if not bare or not bare.endswith(other):
        return False
    return bare == other or bool(
        compiled(r"(?:20\d\d年度?)?(?:[\u4e00-\u9fff]{1,8}[省市县区州盟旗])?").fullmatch(bare[: -len(other)])
    )


def _clean(title: str) -> str:
    return compiled(r"\s+").sub("", ZH.TITLE_DRAFT.sub("", title)).strip("《》：:，,、；;")


@rule(Stage.FRONT)
def is_draft(lines: Sequence[str]) -> bool:
    """征求意见稿, 送审稿, 草案 beside the title make the plan a draft."""
    return any(ZH.TITLE_DRAFT.search(line) and len(line) < 80 for line in lines)


def short_title(title: str) -> str:
    """The title without its years and without the words that issue it."""
    bare = compiled(r"20\d\d\s?(?:[-—–~～至到]{1,3}\s?20\d\d\s?)?年度?").sub(
        "", ZH.TITLE_YEARS.sub("", title)
    )
    text = compiled(r"^.{2,20}?关于(?:印发)?").sub("", bare)
    return text or title
