"""The front matter as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plantui.documents.patterns import compiled
from plantui.documents.repair.marks import DATE_LINE
from plantui.documents.rule import Stage, rule

from .dates import issued_in
from .title import is_draft, short_title, title_of


@dataclass(frozen=True, slots=True)
class Front:
    """What a document says about itself."""

    title: str
    short_title: str
    region: str
    document_number: str | None
    issuer: str | None
    issued: date | str | None
    start_year: int
    end_year: int
    is_draft: bool


_HEAD_LINES = 20
_NUMBER = compiled(r"([\u4e00-\u9fff]{1,14}〔(?:19|20)\d\d〕\s?第?\d{1,4}号)")
_TITLE_END = compiled(r"^.*(?:通知|意见|方案|计划|规划|办法|措施|决定|纲要)(?=[\u4e00-\u9fff])")
_BODY = (
    r"(?:人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|人民政府|管理委员会|管委会|工作委员会|委员会办公室|委员会|办公厅|办公室|指挥部|领导小组办公室|"
    r"领导小组|总局|厅|局|国务院|委|部|总工会|联合会|集团|公司|大学|学院)"
)
_SIGNER = compiled(rf"^[\u4e00-\u9fff·（）、\s]{{0,40}}?{_BODY}$")
_SIGNED = compiled(rf"^([\u4e00-\u9fff·、]{{2,40}}{_BODY})(\d{{4}}年.*)$")
_ISSUER_HEAD = compiled(rf"(?:^|[”》\s])([\u4e00-\u9fff、]{{0,100}}?{_BODY})(?:印发|关于)")
_NAME = r"[^局委厅办府室部院会党，。、（）\s]"
_JOINTLY = compiled(
    rf"({_BODY})(?=(?:中共)?{_NAME}{{1,8}}?[省市县区州旗][\u4e00-\u9fff]{{0,16}}?{_BODY}(?:、|$|中共|{_NAME}{{1,8}}[省市县区州旗]))"
)
_NO_PLACE = compiled(r"^(?:省|市|县|区|州|旗|镇)(?:人民政府|政府|委|府办)")
"""A signer that names its level only: 市政府办公厅."""
_NOTE = compiled(r"^[（(][^）)]*[）)]")
_LABEL_END = r"[\s】\]]*[：:】\]\s]\s*"
_META_MADE = compiled(rf"(?:成文日期|印发日期|发文日期|制发日期|签发日期){_LABEL_END}(.+)$")
_META_SHOWN = compiled(rf"(?:发布日期|发布时间|公布日期|公开日期|生成日期|日\s*期|时\s*间){_LABEL_END}(.+)$")
_META_NUMBER = compiled(
    rf"(?:发文字号|文\s*号|发文号|字\s*号)(?:{_LABEL_END}([^，。；]+?号)|\s*([\u4e00-\u9fff]{{1,14}}〔(?:19|20)\d\d〕\s?第?\d{{1,4}}号))"
)
_META_ISSUER = compiled(
    rf"(?:发文机关|发布机构|发文机构|发文单位|制发机关|制定机关|发布单位|公开主体){_LABEL_END}"
    r"([\u4e00-\u9fff、]{3,40}?)(?=成文|发布|发文|生成|印发|索引|主题|有效|文号|名称|公开|体裁|组配|$|[^\u4e00-\u9fff、])"
)


@rule(Stage.FRONT)
def number_of_document(lines: Sequence[str]) -> str | None:
    """The plan's own number stands on a line of its own, after the title or after 发文字号：, and never in brackets or
    after a cited title."""
    for line in lines:
        if match := _META_NUMBER.search(line):
            return compiled(r"\s").sub("", match[1] or match[2])
    for line in lines:
        match = _NUMBER.search(line)
        if not match:
            continue
        before, after = line[: match.start()], line[match.end() :]
        prefix = _TITLE_END.sub("", match[1])
        is_alone = not before.strip() and not after.strip()
        follows_title = len(prefix) < len(match[1]) or before.endswith(("》", "）", "通知"))
        cited = before.rstrip().endswith(("（", "(", "》", "》（")) or after[:1] in ("）", ")")
        if not cited and (is_alone or follows_title) and "。" not in before:
            return compiled(r"\s").sub("", prefix)
    return None


@rule(Stage.FRONT)
def issuer_and_date(lines: Sequence[str]) -> tuple[str | None, date | str | None]:
    """The issuer signs above the date, at the end of the letter or of the plan; else the head names it (… 关于印发 …) or the
    web page does (发文机关：). A date that the page shows (发布日期：) counts only where nobody signed."""
    days = [index for index, line in enumerate(lines) if DATE_LINE.match(line)]
    for line in lines:
        if match := _SIGNED.match(line):
            return match[1], issued_in(match[2])
    for index in days:
        if signers := _signers(lines, index):
            return signers, issued_in(lines[index])
    issuer = _named(lines, _META_ISSUER)
    made = _named(lines, _META_MADE) or (lines[days[0]] if days else None)
    return issuer or _head_issuer(lines), issued_in(made) if made else None


def _head_issuer(lines: Sequence[str]) -> str | None:
    """Who issues, by the first words of the notice's own title, also where that runs over several lines."""
    for length in (1, 2, 3):
        for start in range(min(_HEAD_LINES, len(lines))):
            head = _ISSUER_HEAD.search("".join(lines[start : start + length]))
            if head and len(head[1]) > 2:
                return _apart_by_place(head[1])
    return None


def _apart_by_place(names: str) -> str:
    """Several issuers without a mark between them: each names its place again."""
    apart = names
    while (parted := _JOINTLY.sub(r"\1、", apart, count=1)) != apart:
        apart = parted
    return apart


@rule(Stage.FRONT)
def in_full(issuer: str | None, lines: Sequence[str]) -> str | None:
    """A signer that names only its level (市政府办公厅) is the one that the head of the notice names in full."""
    if issuer is None or not _NO_PLACE.match(issuer):
        return issuer
    head = _head_issuer(lines)
    return head if head and not _NO_PLACE.match(head) else issuer


def _named(lines: Sequence[str], pattern: re.Pattern[str]) -> str | None:
    """What the first line with this label says."""
    return next((match[1] for line in lines if (match := pattern.search(line))), None)


def _signers(lines: Sequence[str], index: int) -> str | None:
    names: list[str] = []
    for line in reversed(lines[max(0, index - 6) : index]):
        if not _SIGNER.match(line) or "关于" in line:
            break
        names.insert(0, "、".join(_NOTE.sub("", line).split()))
    return "、".join(names) or None


_SPAN = compiled(r"(20\d\d)\s?年?\s?[-－—–~～至到]{1,3}\s?(20\d\d)\s?年")
_SHORT_SPAN = compiled(r"(20\d\d)\s?[-－—–~～]{1,3}\s?(\d\d)\s?年")
_FIVE = compiled(r"[“\"]?十([一二三四五六])五[”\"]?")
_COUNT = compiled(r"([两二三四五六])年(?:行动)?(?:计划|方案|规划|攻坚|行动)")
_YEAR = compiled(r"(20\d\d)\s?年")
_TARGET = compiled(r"(?:到|至)(20\d\d)年|(20\d\d)年(?:年?底|末|\d{1,2}月|，|前|上半年)")


@rule(Stage.FRONT)
def period_of(title: str, issued: date | str | None, text: str) -> tuple[int, int]:
    """The period stands in the title (2023—2025年, 2024年, “十四五”); 三年行动计划 counts from the year of issue; else it
    runs from the year of issue to the last year by which the plan wants something."""
    for pattern in (_SPAN, _SHORT_SPAN):
        if match := pattern.search(title):
            end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
            return int(match[1]), int(end)
    if match := _FIVE.search(title):
        first = 2006 + 5 * ("一二三四五六".index(match[1]))
        return first, first + 4
    year = issued.year if isinstance(issued, date) else int(issued[:4]) if issued else None
    if match := _YEAR.search(title):
        return int(match[1]), int(match[1])
    targets = [int(match[1] or match[2]) for match in _TARGET.finditer(text)]
    if year is None:
        years = targets or [int(match[1]) for match in _YEAR.finditer(text)]
        return (min(years), max(years)) if years else (1900, 1900)
    if match := _COUNT.search(title):
        length = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}[match[1]]
        return year, year + length - 1
    later = [target for target in targets if year <= target <= year + 15]
    return year, max(later, default=year)


_REGION = compiled(
    rf"^(?:中共)?((?:{_NAME}{{2,6}}?(?:省|自治区))?(?:{_NAME}{{1,7}}?(?:自治州|地区|盟|市|(?<=[一-鿿]{{2}})州(?!市)))?"
    rf"(?:{_NAME}{{1,6}}?(?:新区|新城|自治县|自治旗|县|(?<![社园城小景山地])区|旗))?)"
)


@rule(Stage.FRONT)
def region_of(issuer: str | None, title: str) -> str:
    """The region is named at the head of the issuer, else of the title; a body of the state speaks for 全国."""
    if issuer and (
        issuer.startswith(("国务院", "国家", "中共中央", "中华人民共和国"))
        or compiled(r"^[\u4e00-\u9fff]{2,8}部").match(issuer)
    ):
        return "全国"
    named = "" if issuer is None or _NO_PLACE.match(issuer) else issuer.split("、")[0]
    for text in (named, title):
        match = _REGION.match(compiled(r"^20\d\d年度?").sub("", text))
        if match and match[1] and not match[1].startswith("全"):
            return match[1]
    return issuer or "全国"


@rule(Stage.FRONT)
def apart(issuer: str | None, lines: Sequence[str]) -> str | None:
    """Those who sign together on one line, with only blanks between their names, are told apart by the line itself."""
    signed = issuer_and_date(lines)[0] if issuer else None
    same = signed is not None and signed.replace("、", "") == (issuer or "").replace("、", "")
    return signed if same else issuer


def read_front(lines: Sequence[str], paragraphs: Sequence[str], closing: Sequence[str], text: str) -> Front:
    """The front matter, from the lines above the plan's first heading, the paragraphs that they form, and those of its
    close."""
    title = title_of(lines)
    issuer, issued = issuer_and_date(paragraphs)
    if issuer is None or issued is None:
        other, day = issuer_and_date(lines)
        issuer, issued = issuer or other, issued or day
    issuer = apart(issuer, lines)
    if issued is None or issuer is None:
        signer, day = issuer_and_date(closing)
        issuer = signer if signer and issued is None else issuer or signer
        issued = issued or day
    if issued is None and (shown := _named(lines, _META_SHOWN) or _named(paragraphs, _META_SHOWN)):
        issued = issued_in(shown)
    issuer = in_full(issuer, lines)
    start, end = period_of(title, issued, text)
    return Front(
        title,
        short_title(title),
        region_of(issuer, title),
        number_of_document(paragraphs),
        issuer,
        issued,
        start,
        end,
        is_draft([line for line in lines if len(line) < 80]),
    )
