"""The region that a document speaks for."""

from __future__ import annotations

from collections import Counter

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule

_LEVELS = ("省", "市", "自治州", "州", "县", "区")
_UNKNOWN = "未注明"


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
