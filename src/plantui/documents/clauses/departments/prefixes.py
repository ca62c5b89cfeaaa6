"""What a name takes from its neighbours: 市 in front, 人民政府 behind."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_LEVEL = compiled(
    r"^(?:(?P<p>(?:自治)?(?:省|区|州)|市|县|盟|旗|镇|乡)(?P<w>委(?!员会?)|政府|人大|政协)?)"
    r"(?P<rest>.+)$"
)
_NO_LEVEL = compiled(
    r"^(?:[省市区县州](?:级|直|属)|[省市]辖|市(?:区|内|州|县)|省(?:际|内|区|市(?!场))|区(?:县|划|市(?!场|政))|"
    r"县(?:区|市(?!场|政)|乡(?!村))|州(?:市(?!场)|县)|镇[街村江远雄平安巴康沅宁赉坪原海]|乡[镇宁城])"
)
_LIKE_A_LEVEL = compiled(r"^(?:市场|市政(?![府务协法])|市容|乡村|区域|县域|州域|省域|市域)")
"""Names that only begin like a level: 市场监管局, 乡村振兴局."""
_PLACE = compiled(
    r"^(?P<p>[一-鿿]{1,6}?(?:省|市|自治区|自治州|县|(?<![灌库景园矿林社牧垦战军备])区|州(?!市)))(?P<rest>[一-鿿].*[局委办厅]|[一-鿿]{2,12}中心)$"
)
_NO_PLACE = compiled(
    r"^(?:城市|城区|社区|地区|园区|小区|市区|郊区|景区|库区|灾区|林区|山区|牧区|辖区|"
    r"区县|县区|开发区|都市|各|国|中国|全国|有关|相关)"
)
_OWN = compiled(
    r"^(?:国(?!资|有资产|动|防动员|土|税|际)|中(?!小|医|药)|全国|全市|全省|各|有关|相关|其他|团|本|驻|人行|人民银行|属地|试点|"
    r"沿|所有|最高|共青团|上级|省[级直]|市[级直]|区[级直]|县[级直]|地方(?![金志史])|"
    r"铁路|民航|(?:长江|黄河|淮河|珠江|海河|辽河|松花江|松辽|太湖)(?!区|县|市|街))"
)
_BUREAU = compiled(
    r"(?:[局委办厅联协]|委员会|办公室|中心|支队|总队|大队|队|站|供销社|党校|工会|总会|"
    r"法院|检察院|红十字会|档案馆|联合会|科学院|社)$"
)
_ALONE = compiled(
    r"(?:总局|总署|总社|公司|集团|银行|支行|分局|海关|河务局|海事局|证监局|银保监局|"
    r"铁路局|大学|学院|医院|学校|协会|商会|学会|"
    r"政府|管委会|单位|部门|机构|企业|政府国资委|车务段)$"
)
_FORCES = compiled(r"部队|战区|军分?区|警备区|^武警|预备役")
_SITE = compiled(r"^[一-鿿]{2,4}(?<![型级])(?:灌区|水库|景区|矿区|林场|湿地)[一-鿿]*(?:中心|局|处|站|所)$")
_OWN_SITE = compiled(
    r"^(?!人民|中心|公立|妇|儿童|精神|中医|中西|职业|区域|跨|城市|重点|国)[一-鿿]{2}(?:医院|区域|流域|机场|新城)[一-鿿]*(?:中心|局|处|站|所|办公室|办)$"
)
"""A hospital or a region with a name of two characters, whatever these mean elsewhere: 安宁医院, 临江区域."""
_PRESS = compiled(
    r"^(?!广播|人民)[一-鿿]{2,4}(?:日报|晚报|晨报|商报|时报)(?:社|传媒集团)?$|^[一-鿿]{2,4}(?<!广播)报社$"
)
_FUNCTION = compiled(
    "^(?:财政|发展|发改|教育|体育|教体|科技|科学|工业|工信|经信|经济|民政|民族|民宗|宗教|司法|人力|人社|人防|自然|规划|国土|资源|"
    "生态|环境|环保|住房|住建|建设|城|交通|交运|交警|公安|公路|公共|公积金|公用|水|农|林|园林|绿化|商务|商贸|文|旅游|广|卫|退役|应急|审计|审批|国资|国有|国防|"
    "国家安全|市场|工商|质|食品|食药|药|统计|医|信访|信息|信用|乡村|扶贫|机关|机构|机要|政|行政|大数据|数据|数字|金融|地方|地震|地质|外|侨|台|档案|党|史志|气象|邮政|邮管|通信|"
    "烟草|税务|消防|检|法|总工会|工会|妇|残|红十字|供销|粮|物资|能源|投资|招|房|轨道|铁路|港|航|民航|口岸|机场|知识产权|疾|血|老|养老|编|网|宣传|组织|统战|纪|监|改革|督|"
    "保密|文明|双拥|畜|渔|海洋|煤|安|节能|特种|无线电|殡葬|救助|社会|社保|就业|劳动|青少年|综合|智慧|营商|服务|开发|热力|燃气|排水|供水|河|湖|湿地|森林|草原|野生|动物|植物|种子|动植|计量|测绘|不动产|土地|道路|运输|运管|路政|巡|特警|治安|刑|经侦|禁毒|反|网安|技侦|出入境|车|看守|拘|戒毒|监狱|救援|专利|版权|新闻|出版|电影|博物|图书|物业|市政|市容|环卫|照明|停车|亮化|执法|稽查|监察|监督|抽查|仲裁|公证)"
)
_NAMED_UNIT = compiled(
    r"(?:大队|支队|中队|分局|站|段|管理局|监管局|监管办|管理办|监察局|管理处|专员办|稽查局)$"
)
_PROVINCE = compiled(
    "^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|"
    "西藏|陕西|甘肃|青海|宁夏|新疆)"
)
_PARTY = compiled(r"^(?:宣传部|组织部|统战部|政法委(?:员会)?|社会工作部|老干部局|党校)$")
_PARTY_OFFICE = compiled(
    r"^(?:网信办|编办|文明办|改革办|国安办|农办|外办|台办|巡察办|军民融合办|直属机关工委|机要保密局|.*部)$"
)


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


_BARE_PLACE = compiled(r"(?:市|县|区|(?<=[一-鿿]{2})州|盟|旗|镇|乡|街道)(?:（[^（）]*）)?$")
_ZONE = compiled(
    r"(?:高新|经开|开发|新|示范|园|试验|实验|度假|保税|综保|港|功能|集聚|产业|风景名胜|"
    r"景|管理|合作|自贸|临空|航空)区(?:（[^（）]*）)?$|[园片]区$|新城$"
)
_ZONE_BOARD = compiled(
    r"^(?:[一-鿿]{2,3}(?P<e>(?:经济(?:技术)?|高新(?:技术(?:产业)?)?)开发区管委会)|"
    r"[一-鿿]{2,4}?(?P<f>(?:农牧?|牧|林)场管委会))$"
)
_SHORT_PLACE = compiled(
    r"^(?![国各有团省市县])[一-鿿]{1,2}[^局委办厅部会联协院行社处站队县市区乡镇州旗盟企]$"
)
_TOWN = compiled(r"^(?:[一-鿿]{2,3}(?<![局委办厅部会联协院行社处站队县市区乡镇州旗盟企团军])|[一-鿿]州)$")
_STREET = compiled(r"^[一-鿿]{2,3}(?P<e>街道|镇|乡)$")
_OF_TOWN = compiled(r"^[一-鿿]{2,3}(?P<l>[市县区])(?:人民)?政府$")
_SHARED_ENDING = compiled(r"(?P<e>人民政府|政府|管委会|管理委员会)(?:（[^（）]*）)?$")


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
