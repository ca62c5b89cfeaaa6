"""What a name takes from its neighbours: 市 in front, 人民政府 behind."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_BUREAU = OpenPattern(zh.PREFIXES_BUREAU, any_of(zh.BODIES_CARRYING), lambda own: own.bodies)


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
    if ZH.PREFIXES_PROVINCE.match(name) or "国家" in name or compiled(r"^公安.{2,4}分局").match(name):
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
