"""Who issues a document, for which region and on which day: the signature, the head of the notice, labels of a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import DATE_LINE
from plantui.documents.patterns import Pattern, compiled
from plantui.documents.period import FIRST_YEAR, LAST_YEAR
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import day_of
from plantui.documents.tokens.numerals import whole_number

_HEAD_LINES = 20
_SIGNERS = 24
"""So many lines above a date can be those who sign."""
_LEVELS = ("省", "市", "自治州", "州", "县", "区")
_UNKNOWN = "未注明"


@rule(Stage.FRONT)
def issued_in(text: str) -> date | str | None:
    """A date in figures (2023年10月16日, 2023-10-16) or in words (二〇二三年九月二十三日); without a day it is the text
    2025-10."""
    return next((day for _, _, day in dates_in(text)), None)


def dates_in(text: str) -> Iterator[tuple[int, int, date | str | None]]:
    """Every such date with the place where it stands, those in words first."""
    for match in ZH.ISSUER_DATE_IN_WORDS.finditer(text):
        year = whole_number(match[1].replace("○", "〇").replace("Ｏ", "〇"))
        day = _day(year, whole_number(match[2]), whole_number(match[3]) if match[3] else None)
        yield match.start(), match.end(), day
    for match in ZH.ISSUER_DATE_IN_FIGURES.finditer(text):
        day = _day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
        yield match.start(), match.end(), day


def _day(year: int, month: int, day: int | None) -> date | str | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return day_of(year, month, day)


def _is_body(name: str) -> bool:
    return ZH.ISSUER_BODY_ALONE.match(name) is not None and ZH.ISSUER_CLAUSE.search(name) is None


@rule(Stage.FRONT)
def issuer_and_date(lines: Sequence[str]) -> tuple[str | None, date | str | None]:
    """The issuer signs above the date, at the end of the letter or of the plan, or is noted below the title
    （2024年2月26日安城市水利局印发）; else the head names it (… 关于印发 …) or the web page does (发文机关：). What holds a
    sentence (为贯彻落实…) is no name."""
    days = [index for index, line in enumerate(lines) if DATE_LINE.match(line)]
    for line in lines:
        if (match := ZH.ISSUER_SIGNED.match(line)) and not ZH.ISSUER_CLAUSE.search(match[1]):
            return match[1], issued_in(match[2])
        if (match := ZH.ISSUER_NOTED.match(line)) and not ZH.ISSUER_CLAUSE.search(match[2]):
            return match[2], issued_in(match[1])
    for index in days:
        if signers := _signers(lines, index):
            return signers, issued_in(lines[index])
    issuer = named(lines, ZH.ISSUER_META_ISSUER)
    made = named(lines, ZH.ISSUER_META_MADE) or (lines[days[0]] if days else None)
    return issuer or _head_issuer(lines), issued_in(made) if made else None


@rule(Stage.FRONT)
def _head_issuer(lines: Sequence[str]) -> str | None:
    """Who issues, by the first words of the notice's own title, also where that runs over several lines or those who
    issue it together stand on lines of their own above 关于."""
    for length in (1, 2, 3):
        for start in range(min(_HEAD_LINES, len(lines))):
            text = "".join(lines[start : start + length])
            if (
                length == 1
                and text.startswith(("关于", "印发"))
                and (above := _bodies_above(lines, start, 1))
            ):
                return "、".join(above)
            for head in ZH.ISSUER_ISSUER_HEAD.finditer(text):
                bodies = _bodies_at_end(head[1])
                if bodies and len(bodies[-1]) > 2:
                    return "、".join([*_bodies_above(lines, start, 2), *bodies])
    return None


def _bodies_above(lines: Sequence[str], start: int, least: int) -> list[str]:
    """The bodies on the lines straight above, each of which names so many and nothing else."""
    bodies: list[str] = []
    for line in reversed(lines[:start]):
        names = compiled(r"[\s、]+").split(line.strip())
        if len(names) < least or not all(map(_is_body, names)):
            break
        bodies = [*names, *bodies]
    return bodies


def _bodies_at_end(text: str) -> list[str]:
    """The bodies with which the words before 关于 end."""
    bodies: list[str] = []
    for name in reversed(compiled(r"[\s、]+").split(text.strip())):
        if not name or ZH.ISSUER_CLAUSE.search(name) or not ZH.ISSUER_ENDS_AS_BODY.search(name):
            break
        bodies.insert(0, _apart_by_place(name))
    return bodies


def _apart_by_place(names: str) -> str:
    """Several issuers without a mark between them: each names its place again."""
    apart = names
    while (parted := ZH.ISSUER_JOINTLY.sub(r"\1、", apart, count=1)) != apart:
        apart = parted
    return apart


@rule(Stage.FRONT)
def in_full(issuer: str | None, lines: Sequence[str]) -> str | None:
    """A signer that names only its level (市政府办公厅) is the one that the head of the notice names in full."""
    if issuer is None or not ZH.ISSUER_NO_PLACE.match(issuer):
        return issuer
    head = _head_issuer(lines)
    return head if head and not ZH.ISSUER_NO_PLACE.match(head) else issuer


def named(lines: Sequence[str], pattern: Pattern) -> str | None:
    """What the first line with this label says."""
    return next((match[1] for line in lines if (match := pattern.search(line))), None)


@rule(Stage.FRONT)
def date_shown(lines: Sequence[str]) -> date | str | None:
    """A date that the web page shows (发布日期：) counts only where nobody signed."""
    shown = named(lines, ZH.ISSUER_META_SHOWN)
    return issued_in(shown) if shown else None


def _signers(lines: Sequence[str], index: int) -> str | None:
    names: list[str] = []
    for signed in reversed(lines[max(0, index - _SIGNERS) : index]):
        line = ZH.ISSUER_NOTE.sub("", signed)
        if not ZH.ISSUER_SIGNER.match(line) or ZH.ISSUER_CLAUSE.search(line):
            break
        names.insert(0, "、".join(line.split()))
    return "、".join(names) or None


@rule(Stage.FRONT)
def apart(issuer: str | None, lines: Sequence[str]) -> str | None:
    """Those who issue together, with only blanks between their names, are told apart by the lines themselves, which can
    name more of them above."""
    signed = issuer_and_date(lines)[0] if issuer else None
    fused = (issuer or "").replace("、", "")
    same = signed is not None and signed.replace("、", "").endswith(fused)
    return signed if same else issuer


@rule(Stage.FRONT)
def letterhead(lines: Sequence[str]) -> str | None:
    """A letterhead names the issuer where nothing else does: 安城水务集团有限公司文件, 安城市人民政府专题会议纪要."""
    heads = (match[1] for line in lines[:_HEAD_LINES] if (match := ZH.ISSUER_LETTERHEAD.match(line)))
    return next((name for name in heads if _is_body(name)), None)


@rule(Stage.FRONT)
def body_above_title(neighbours: Sequence[tuple[str, str]], title: str) -> str | None:
    """A line that is only a body's name, straight above the title, names the issuer where nothing else does."""
    for name, below in neighbours:
        words = compiled(r"\s+").sub("", below)
        if len(words) > 3 and title.removeprefix(name).startswith(words) and _is_body(name):
            return name
    return None


@rule(Stage.FRONT)
def printing_office(lines: Sequence[str]) -> tuple[str | None, date | str | None]:
    """The office that printed the document (安城市水利局办公室 2024年5月10日印发) is the last resort."""
    match = next((match for line in lines if (match := ZH.ISSUER_PRINTED.match(line))), None)
    return (match[1], issued_in(match[2])) if match else (None, None)


@rule(Stage.FRONT)
def region_of(issuer: str | None, title: str, text: str) -> str:
    """The region is named at the head of the issuer, else of the title (石桥镇人民政府 → 石桥镇); else it is the place whose
    name the issuer begins with (青禾水务集团 where the text has 青禾市), or the town or county that the text names most. A
    body of the state, a letter to 各省、自治区、直辖市 and tasks of ministries speak for 全国; what names no place at all
    speaks for its issuer, or has the region 未注明."""
    if issuer and ZH.REGION_STATE.match(issuer.split("、")[0]):
        return "全国"
    own = "" if issuer is None or ZH.ISSUER_NO_PLACE.match(issuer) else issuer.split("、")[0]
    for words in (own, title):
        match = ZH.REGION_REGION.match(ZH.REGION_BEFORE.sub("", words))
        if match and match[1] and not match[1].startswith("全"):
            return match[1]
    if ZH.REGION_TO_ALL.search(text) or len(ZH.REGION_CENTRAL.findall(text)) > 2:
        return "全国"
    if place := next((own[:2] + level for level in _LEVELS if own and own[:2] + level in text), None):
        return place
    places = Counter(match[1] for match in ZH.REGION_MENTIONED.finditer(text))
    if places:
        return places.most_common(1)[0][0]
    return "全国" if ZH.REGION_STATE.match(title) else own or _UNKNOWN
