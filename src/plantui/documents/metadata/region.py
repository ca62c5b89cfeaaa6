"""The region that a document speaks for."""

from __future__ import annotations

from collections import Counter

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .issuer import NAME, NO_PLACE

_REGION = compiled(
    rf"^(?:中共)?((?:{NAME}{{2,6}}?(?:省|自治区))?(?:{NAME}{{1,7}}?(?:自治州|地区|盟|市|(?<=[一-鿿]{{2}})州(?!市)))?"
    rf"(?:{NAME}{{1,6}}?(?:新区|新城|自治县|自治旗|县|(?<![社园城小景山地])区|旗))?"
    rf"(?:{NAME}{{1,6}}?(?:(?<![城乡])镇|(?<![城村])乡|街道)(?=人民政府|政府|党委|党工委|办事处|卫生院|\d|关于|$))?)"
)
_STATE = compiled(
    r"^(?:国务院|国家(?!税务总局[一-鿿]|级)|中共中央|全国|中华人民共和国|[^省市县区州旗委局厅]{2,8}部(?:办公厅|$))"
)
_TO_ALL = compiled(r"各省(?:、自治区|（区|（自治区)")
_CENTRAL = compiled(
    r"(?<=[（、，：。])(?:国家发展改革委|国务院[一-鿿]{2,6}|(?:财政|教育|科技|水利|民政|公安|商务|司法|工业和信息化|生态环境|"
    r"农业农村|交通运输|自然资源|住房城乡建设|人力资源社会保障|文化和旅游|应急管理)部)"
)
_MENTIONED = compiled(
    r"(?<![\u4e00-\u9fff])([^按照据请由对将各全本我该市县区州省有相及和与为在至到\W\dA-Za-z]{2,4}?(?:自治州|市|县|(?<![社园城小景山地新发矿灌库林])区|旗))"
    r"(?!场|政|民|容|域|直|级|辖)"
)
_BEFORE = compiled(r"^(?:20\d\d年度?|国家税务总局)")
_LEVELS = ("省", "市", "自治州", "州", "县", "区")
_UNKNOWN = "未注明"


@rule(Stage.FRONT)
def region_of(issuer: str | None, title: str, text: str) -> str:
    """The region is named at the head of the issuer, else of the title (石桥镇人民政府 → 石桥镇); else it is the place whose
    name the issuer begins with (青禾水务集团 where the text has 青禾市), or the town or county that the text names most. A
    body of the state, a letter to 各省、自治区、直辖市 and tasks of ministries speak for 全国; what names no place at all
    speaks for its issuer, or has the region 未注明."""
    if issuer and _STATE.match(issuer.split("、")[0]):
        return "全国"
    own = "" if issuer is None or NO_PLACE.match(issuer) else issuer.split("、")[0]
    for words in (own, title):
        match = _REGION.match(_BEFORE.sub("", words))
        if match and match[1] and not match[1].startswith("全"):
            return match[1]
    if _TO_ALL.search(text) or len(_CENTRAL.findall(text)) > 2:
        return "全国"
    if place := next((own[:2] + level for level in _LEVELS if own and own[:2] + level in text), None):
        return place
    places = Counter(match[1] for match in _MENTIONED.finditer(text))
    if places:
        return places.most_common(1)[0][0]
    return "全国" if _STATE.match(title) else own or _UNKNOWN
