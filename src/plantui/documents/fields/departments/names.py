"""How a list is cut into names, and what a name takes from its neighbours: 市 in front, 人民政府 behind."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, is_plausible, likeness, nobody, without_others
from plantui.documents.tokens.brackets import depths
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText

_BUREAU = OpenPattern(zh.PREFIXES_BUREAU, any_of(zh.BODIES_CARRYING), lambda own: own.bodies)
_LONGEST = 160
_MARKS, _BLANKS = compiled(r"[、，；。/\n]"), compiled(r"[ \t　]")


@rule(Stage.DEPARTMENTS)
def runs_of(part: TracedText) -> list[tuple[int, TracedText]]:
    """Names are separated by 、 ， ； 。 outside brackets (各县〔市、区〕政府 is one), by a slash or a line end, and by
    blanks only where no other mark stands. 各市、县政府 and 各辖市、区政府 are one name. Each comes with the number of its
    run (、 joins a run)."""
    text = folded(part.text)
    levels = depths(text)
    found: list[tuple[int, TracedText]] = []
    start, run = 0, 0
    for match in (_MARKS if _MARKS.search(text) else _BLANKS).finditer(text):
        at, mark = match.start(), match.group()
        if levels[at] or (mark == "、" and _is_open(text[start:at], text[at + 1 :])):
            continue
        found.append((run, part[start:at]))
        start = at + 1
        if mark != "、":
            run += 1
    return [*found, (run, part[start:])]


def _is_open(left: str, right: str) -> bool:
    """各市、县政府: a level alone before another that carries the ending."""
    left = left.lstrip("由 ")
    return ZH.ITEMS_OPEN_LEVEL.match(left) is not None and ZH.ITEMS_CLOSED_LEVEL.match(right) is not None


@rule(Stage.DEPARTMENTS)
def split_joined(words: TracedText) -> list[tuple[TracedText, bool]]:
    """州委编办及州直相关单位, 财政局和水利局 are two names where the words before 和, 及, 与 end like a body, and so are
    人民银行及各银行机构 and, sharing their ending, 石桥和青云街道; 文化和旅游部 and 工业和信息化局 are one. Of A、B会同C
    those before 会同 lead: the mark says whether the name is one of them."""
    text = folded(words.text)
    if len(text) > _LONGEST:
        return [(words, False)]
    for match in ZH.ITEMS_AND.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if depths(text)[match.start()] or nobody(right[: without_others(right)]):
            continue
        if not _is_whole(left[: without_others(left)], match.group(), right):
            continue
        leads = match.group().endswith(("会同", "商"))
        return [(words[: match.start()], leads), *split_joined(words[match.end() :])]
    return [(words, False)]


def _is_whole(left: str, conjunction: str, right: str) -> bool:
    """Whether the words before 和 are a name of their own, and not the first half of one."""
    if is_bare_town(left) and ZH.ITEMS_TOWN_BEHIND.match(right):
        return True
    if likeness(left) is Likeness.STRONG:
        is_half = left.endswith(("部", "中心")) and conjunction in "和与"
        return not is_half or likeness(right) is Likeness.STRONG
    if conjunction == "以及" and likeness(right) is Likeness.STRONG:
        return is_plausible(left)
    is_group = ZH.ITEMS_GROUP.match(right) is not None and likeness(right) is not Likeness.NONE
    is_body = ZH.ITEMS_COMPANY.search(left) is not None and likeness(right) is Likeness.STRONG
    return likeness(left) is Likeness.WEAK and (is_group or is_body)


@rule(Stage.DEPARTMENTS)
def place_and_group(name: TracedText) -> list[TracedText]:
    """白云湖区等相关区政府 are 白云湖区政府 and 相关区政府: the place takes the ending of the group that it is one of."""
    match = ZH.ITEMS_PLACE_OF_GROUP.fullmatch(folded(name.text))
    if match is None:
        return [name]
    place = TracedText.join([name[: match.end("place")], name[match.start("ending") :]])
    return [place, name[match.start("group") :]]


class Prefix:
    """The level that carries over from name to name: 市 of 市财政局、水利局. A name with a level restarts it."""

    def __init__(self) -> None:
        self._level = ""
        self._party = False

    def before(self, name: str) -> str:
        """What to put before a name; also remembers the level that the name itself has."""
        if self._remember(name):
            return ""
        return carried_prefix(name, self._level, self._party)

    def _remember(self, name: str) -> bool:
        if ZH.PREFIXES_LIKE_A_LEVEL.match(name):
            return False
        if ZH.PREFIXES_NO_LEVEL.match(name):
            return True
        level = ZH.PREFIXES_LEVEL.match(name)
        if level and not compiled(r"^（").match(level["rest"]):
            self._level, self._party = level["p"], level["w"] == "委"
            return True
        place = None if ZH.PREFIXES_NO_PLACE.match(name) else ZH.PREFIXES_PLACE.match(name)
        if place and not ZH.PREFIXES_ALONE.search(name):
            self._level, self._party = place["p"], False
            return True
        return False


def _has_own_name(name: str) -> bool:
    """Whether a body is called after a place: it does not begin with what it is for, as those of a level do. Armed forces
    and newspapers are."""
    if ZH.PREFIXES_FORCES.search(name) or ZH.PREFIXES_PRESS.match(name) or ZH.PREFIXES_OWN_SITE.match(name):
        return True
    if (
        ZH.PREFIXES_PROVINCE.match(name)
        or "国家" in name
        or "总局" in name
        or compiled(r"^公安.{2,4}分局").match(name)
    ):
        return True
    named = ZH.PREFIXES_NAMED_UNIT.search(name) or ZH.PREFIXES_SITE.match(name)
    return named is not None and ZH.PREFIXES_FUNCTION.match(name) is None


@rule(Stage.DEPARTMENTS)
def carried_prefix(name: str, level: str, party: bool) -> str:
    """市财政局、水利局 → 市财政局, 市水利局; 市委宣传部、网信办 → 市委网信办. Bodies with a level, a place or a name of their
    own keep theirs: 市政府国资委, 卢氏县政府, companies, 黄河河务局, 江南交警大队, 湖南能源监管办, 青江日报社, 青江警备区,
    各县（市、区）政府, 相关单位, ministries, 团市委; so does a bare 办公室. A 灌区, 景区 or 矿区
    in a name is no level: 柳河水库运行中心 behind 青石灌区管理局 is whole."""
    plain = compiled(r"（[^（）]*）").sub("", name)
    if not level or ZH.PREFIXES_OWN.match(plain) or ZH.PREFIXES_ALONE.search(plain) or _has_own_name(plain):
        return ""
    short = level if len(level) == 1 else ""
    if ZH.PREFIXES_PARTY.match(plain) or (party and ZH.PREFIXES_PARTY_OFFICE.match(plain)):
        return f"{short or level}委"
    return level if _BUREAU.search(plain) and not _BUREAU.match(plain) else ""


def is_bare_town(name: str) -> bool:
    """Whether a name could be that of a town, without its level: 石桥, but not 公安."""
    return ZH.PREFIXES_TOWN.match(name) is not None and ZH.PREFIXES_FUNCTION.fullmatch(name) is None


@rule(Stage.DEPARTMENTS)
def carried_ending(names: list[str]) -> list[str]:
    """上街区、巩义市人民政府 → 上街区人民政府, 巩义市人民政府; 安庆、六安市政府 → 安庆市政府, 六安市政府;
    郑州高新区、郑州经开区管委会 → both 管委会; 石桥、青云街道 → both 街道. Only 政府 goes to towns and districts, and only
    管委会 to development zones; 临江、安城经济开发区管委会 are two of them. For each name, the ending it takes."""
    endings = [""] * len(names)
    later = shared_level = ""
    for at in range(len(names) - 1, -1, -1):
        shared = ZH.PREFIXES_SHARED_ENDING.search(names[at])
        zone = ZH.PREFIXES_ZONE_BOARD.match(names[at])
        if zone:
            later = zone["e"] or zone["f"]
        elif later.startswith(("经", "高", "农", "牧", "林")) and ZH.PREFIXES_SHORT_PLACE.match(names[at]):
            endings[at] = later
        elif shared and len(names[at]) > len(shared.group()):
            later = shared["e"]
            level = ZH.PREFIXES_OF_TOWN.match(names[at])
            shared_level = level["l"] if level else ""
        elif later.endswith("政府") and shared_level and ZH.PREFIXES_TOWN.match(names[at]):
            endings[at] = shared_level + later
        elif not later.endswith("政府") and (street := ZH.PREFIXES_STREET.match(names[at])):
            later, shared_level = street["e"], ""
        elif later in ("街道", "镇", "乡") and is_bare_town(names[at]):
            endings[at] = later
        elif later and (ZH.PREFIXES_BARE_PLACE.search(names[at]) or ZH.PREFIXES_ZONE.search(names[at])):
            later = later[later.find("管委会") :] if later.endswith("管委会") else later
            is_zone = ZH.PREFIXES_ZONE.search(names[at]) is not None
            if is_zone == later.startswith("管") or (is_zone and names[at].endswith("新区")):
                endings[at] = later
        else:
            later = shared_level = ""
    return endings
