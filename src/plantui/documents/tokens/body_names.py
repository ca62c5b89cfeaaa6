"""What the name of a department looks like, and what is nobody."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


class Likeness(IntEnum):
    """How much a text looks like the name of a department."""

    NONE = 0
    WEAK = 1
    STRONG = 2


_BODY = (
    "局|委|办|厅|部|署|院|会|社|行|所|处|站|队|组|室|科|股|段|库|馆|台|校|关|联|协|大学|中心|政府|公司|集团|单位|部门|企业|机构|总部|专班|"
    "支行|分行|党校|党委|党组|工委|纪委|团委|街道|街镇|乡镇|镇街|工会|法院|医院|学校|院校|高校|平台|基地|园区|开发区|新区|高新区|经开区|示范区|"
    "实验区|试验区|管理区|保税区|度假区|港区|国企|央企|主体|区县|县区|市州|州市|县市|市区|区市|各地|省份|市县|区|县|市|州|盟|旗|镇|乡|村|农场|"
    "管理人|运营商|协会|商会|指挥部|领导小组|办事处|居委会|村委会|联盟|报社|银行|铁塔|电信|移动|联通|供电|水务|海关|烟草|邮政|中央|办公厅|委员会"
)
_ENDING = compiled(rf"(?:{_BODY})$")
_STRONG = compiled(
    r"(?:[局委办厅部署]|委员会|办公室|政府|管委会|工委|法院|检察院|海关|税务总局|管理中心|"
    r"服务中心|人民银行|总队|支队|供电公司|总社|"
    r"证监会|银保监会|总工会|妇联|残联|工商联|团市委|团省委|街道办事处|指挥部|领导小组|"
    r"分局|国管局|供销社|邮政公司|铁路总公司)$"
)
_GROUP = compiled(
    r"^(?:各|有关|相关|市直|省直|区直|县直|州直|[市省区县州]级|属地|地方|国务院|全市|全省|试点)[^，。]{0,24}$"
)
_COMMON = compiled(
    r"(?:社会|机会|干部|协会会|执行|运行|实行|进行|推行|试行|全部|内部|外部|布局|格局|大局|"
    r"全局|餐厅|之处|用处|到处|举办|开办|车队|同行|先行|出行|发行|"
    r"流行|现行|平行|通行|飞行|步行|农村|乡村|山区|牧区|灾区|社区|小区|景区|城市|都市|"
    r"超市|门市|股市|会议|课室|宿舍|教室|水库|仓库)$"
)
_SENTENCE = compiled(
    r"^(?:要|须|切实|高度|认真|加强|推进|推动|完善|确保|应当|应(?!急)|必须|不得|按照|根据|可以|包括|含|"
    r"不含|以下|以上|其中|如|即|指(?!挥)|例如|详见|参见|见|注|经(?![济信开发委贸管营]|"
    r"文)|对(?!外|口|台)|将|把|为|是|"
    r"原则上|每|另外|下同|同时|具体|坚持|鼓励|支持|建立|完成|开展|实施|落实|进一步)"
)
_WORDY = compiled(r"[\d：]|加强|推进|确保|完善|按照|根据|应当|不得|通过|以上|以下|进行")
_FOREIGN = compiled(r"[“”《》：！？%+=]|\d{3,}|[年月]\d|\d[年月日]|(?<!自)(?<!理)由(?!于)")
_NOBODY = compiled(
    r"等(?:\d+|[一二三四五六七八九十]+|多)?(?:个|家)?(?:国务院|市|省|区|县|州|国家|中央|级|"
    r"直|各|相关|有关|责任|成员|职能|主管|行业|涉及|参与|配合|其他|所有|"
    r"重点|政府|组成)*(?:部门|单位|委办局|委局|机构|企业|地方|地区|方面|区县|县区|公司|院校|平台)?"
    r"(?:(?:和|及|、|与|或|以及)?(?:相关|有关|重点|责任)*(?:部门|单位|企业|机构|地区|地方|组织))*$"
)
_NOTE = compiled(r"（([^（）]{2,12})）$")
_SAME_BODY = compiled(
    r"[局委办处科室厅部会站队院所司署行社组区县市州旗镇乡村]$|[、/]|中心|公司|集团|街道|机关|单位|团队|专班"
)
_OTHERS = compiled(r"(?<=[局委办厅部署院会行站])等[^、，；]{1,12}(?:部门|单位|机构|企业|组织)$")
"""Behind a whole name: 市邮政管理局等窗口行业主管部门."""
_LONGEST = 160
_PLACE = compiled(
    r"^[一-鿿]{2,6}(?<![园功能核心中保护试验重点农牧工业老城])(?:区|县|市|自治州|州|旗|镇|乡|街道)$"
)
_NONE_AT_ALL = frozenset(
    {"", "无", "/", "—", "——", "-", "－", "暂无", "部门", "单位", "有关", "相关", "同上", "其他"}
)


@rule(Stage.DEPARTMENTS)
def without_others(name: str) -> int:
    """等, 等部门, 等单位, 等有关部门和单位, 等10个部门 at the end of a name are nobody: the length of the name without
    them. 高等院校 keeps its 等."""
    match = (_NOBODY.search(name) or _OTHERS.search(name)) if len(name) <= _LONGEST else None
    if match is None or name[: match.start()].endswith(("高", "中", "同", "初", "平")):
        return len(name)
    return match.start()


@rule(Stage.DEPARTMENTS)
def without_note(name: str) -> int:
    """The length of a name without a note of its duty: 省公安厅（人口库） is 省公安厅. Another name of the body
    (市交通委（市道运局）), a part of it and the levels of 各县（市、区） belong to the name."""
    match = _NOTE.search(name)
    if match is None or _SAME_BODY.search(match[1]) or likeness(match[1]) is Likeness.STRONG:
        return len(name)
    return match.start() if likeness(name[: match.start()]) is Likeness.STRONG else len(name)


@rule(Stage.DEPARTMENTS)
def nobody(name: str) -> bool:
    """无, a dash or an empty cell, and a bare 部门 or 单位 name nobody."""
    return name.strip() in _NONE_AT_ALL


@rule(Stage.DEPARTMENTS)
def is_plausible(text: str) -> bool:
    """Behind a label or before a verb a name need not end like a body (国网, 申通地铁), but it is short, without figures,
    and no sentence."""
    return len(text) <= 18 and not (_FOREIGN.search(text) or _SENTENCE.match(text) or _WORDY.search(text))


@rule(Stage.DEPARTMENTS)
def is_place(name: str) -> bool:
    """东湖区, 南江市: a town or district stands for its government."""
    return _PLACE.match(name) is not None and _COMMON.search(name) is None


@lru_cache(maxsize=4096)  # asked again and again of the same words
@rule(Stage.DEPARTMENTS)
def likeness(name: str) -> Likeness:
    """A name ends like a body (局, 委, 厅, 政府, 中心, 公司 …) or says a group (各…, 有关部门); a word like 布局 or 社会, a
    quotation, a figure or a sentence is no name."""
    if len(name) > _LONGEST:
        return Likeness.NONE
    plain = compiled(r"（[^（）]*）").sub("", name).strip()
    if not 2 <= len(plain) <= 36 or _FOREIGN.search(name) or _SENTENCE.match(plain) or _COMMON.search(plain):
        return Likeness.NONE
    if (
        _STRONG.search(plain)
        or is_place(plain)
        or (_GROUP.match(plain) and (_ENDING.search(plain) or plain in ("各地", "地方")))
    ):
        return Likeness.STRONG
    if _ENDING.search(plain):
        return (
            Likeness.STRONG
            if compiled(r"[省市区县州国](?!区$)").match(plain) and len(plain) > 3
            else Likeness.WEAK
        )
    return Likeness.NONE
