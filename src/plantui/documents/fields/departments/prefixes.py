"""What a name takes from its neighbours: 市 in front, 人民政府 behind."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_LEVEL = compiled(zh.PREFIXES_LEVEL)
_NO_LEVEL = compiled(zh.PREFIXES_NO_LEVEL)
_LIKE_A_LEVEL = compiled(zh.PREFIXES_LIKE_A_LEVEL)
_PLACE = compiled(zh.PREFIXES_PLACE)
_NO_PLACE = compiled(zh.PREFIXES_NO_PLACE)
_OWN = compiled(zh.PREFIXES_OWN)
_BUREAU = OpenPattern(zh.PREFIXES_BUREAU, any_of(zh.BODIES_CARRYING), lambda own: own.bodies)
_ALONE = compiled(zh.PREFIXES_ALONE)
_FORCES = compiled(zh.PREFIXES_FORCES)
_SITE = compiled(zh.PREFIXES_SITE)
_OWN_SITE = compiled(zh.PREFIXES_OWN_SITE)
_PRESS = compiled(zh.PREFIXES_PRESS)
_FUNCTION = compiled(zh.PREFIXES_FUNCTION)
_NAMED_UNIT = compiled(zh.PREFIXES_NAMED_UNIT)
_PROVINCE = compiled(zh.PREFIXES_PROVINCE)
_PARTY = compiled(zh.PREFIXES_PARTY)
_PARTY_OFFICE = compiled(zh.PREFIXES_PARTY_OFFICE)


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
        if _LIKE_A_LEVEL.match(name):
            return False
        if _NO_LEVEL.match(name):
            return True
        level = _LEVEL.match(name)
        if level and not compiled(r"^（").match(level["rest"]):
            self._level, self._party = level["p"], level["w"] == "委"
            return True
        place = None if _NO_PLACE.match(name) else _PLACE.match(name)
        if place and not _ALONE.search(name):
            self._level, self._party = place["p"], False
            return True
        return False


def _has_own_name(name: str) -> bool:
    """Whether a body is called after a place: it does not begin with what it is for, as those of a level do. Armed forces
    and newspapers are."""
    if _FORCES.search(name) or _PRESS.match(name) or _OWN_SITE.match(name):
        return True
    if _PROVINCE.match(name) or "国家" in name or compiled(r"^公安.{2,4}分局").match(name):
        return True
    named = _NAMED_UNIT.search(name) or _SITE.match(name)
    return named is not None and _FUNCTION.match(name) is None


@rule(Stage.DEPARTMENTS)
def carried_prefix(name: str, level: str, party: bool) -> str:
    """市财政局、水利局 → 市财政局, 市水利局; 市委宣传部、网信办 → 市委网信办. Bodies with a level, a place or a name of their
    own keep theirs: 市政府国资委, 卢氏县政府, companies, 黄河河务局, 江南交警大队, 湖南能源监管办, 青江日报社, 青江警备区,
    各县（市、区）政府, 相关单位, ministries, 团市委. A 灌区, 景区 or 矿区 in a name is no level: 柳河水库运行中心 behind
    青石灌区管理局 is whole."""
    plain = compiled(r"（[^（）]*）").sub("", name)
    if not level or _OWN.match(plain) or _ALONE.search(plain) or _has_own_name(plain):
        return ""
    short = level if len(level) == 1 else ""
    if _PARTY.match(plain) or (party and _PARTY_OFFICE.match(plain)):
        return f"{short or level}委"
    return level if _BUREAU.search(plain) else ""


_BARE_PLACE = compiled(zh.PREFIXES_BARE_PLACE)
_ZONE = compiled(zh.PREFIXES_ZONE)
_ZONE_BOARD = compiled(zh.PREFIXES_ZONE_BOARD)
_SHORT_PLACE = compiled(zh.PREFIXES_SHORT_PLACE)
_TOWN = compiled(zh.PREFIXES_TOWN)
_STREET = compiled(zh.PREFIXES_STREET)
_OF_TOWN = compiled(zh.PREFIXES_OF_TOWN)
_SHARED_ENDING = compiled(zh.PREFIXES_SHARED_ENDING)


def is_bare_town(name: str) -> bool:
    """Whether a name could be that of a town, without its level: 石桥, but not 公安."""
    return _TOWN.match(name) is not None and _FUNCTION.fullmatch(name) is None


@rule(Stage.DEPARTMENTS)
def carried_ending(names: list[str]) -> list[str]:
    """上街区、巩义市人民政府 → 上街区人民政府, 巩义市人民政府; 安庆、六安市政府 → 安庆市政府, 六安市政府;
    郑州高新区、郑州经开区管委会 → both 管委会; 石桥、青云街道 → both 街道. Only 政府 goes to towns and districts, and only
    管委会 to development zones; 临江、安城经济开发区管委会 are two of them. For each name, the ending it takes."""
    endings = [""] * len(names)
    later = shared_level = ""
    for at in range(len(names) - 1, -1, -1):
        shared = _SHARED_ENDING.search(names[at])
        zone = _ZONE_BOARD.match(names[at])
        if zone:
            later = zone["e"] or zone["f"]
        elif later.startswith(("经", "高", "农", "牧", "林")) and _SHORT_PLACE.match(names[at]):
            endings[at] = later
        elif shared and len(names[at]) > len(shared.group()):
            later = shared["e"]
            level = _OF_TOWN.match(names[at])
            shared_level = level["l"] if level else ""
        elif later.endswith("政府") and shared_level and _TOWN.match(names[at]):
            endings[at] = shared_level + later
        elif not later.endswith("政府") and (street := _STREET.match(names[at])):
            later, shared_level = street["e"], ""
        elif later in ("街道", "镇", "乡") and is_bare_town(names[at]):
            endings[at] = later
        elif later and (_BARE_PLACE.search(names[at]) or _ZONE.search(names[at])):
            later = later[later.find("管委会") :] if later.endswith("管委会") else later
            is_zone = _ZONE.search(names[at]) is not None
            if is_zone == later.startswith("管") or (is_zone and names[at].endswith("新区")):
                endings[at] = later
        else:
            later = shared_level = ""
    return endings
