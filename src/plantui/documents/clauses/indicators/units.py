"""Units of measurement, with 万 and 亿 in front and a slash inside."""

from __future__ import annotations

_SCALE = r"(?:万亿|百万|千万|亿|万|千|百)?"
_SHARE = ("%", "‰", "个百分点", "百分点", "个位次", "位次", "倍", "成")
_TIME = ("个工作日", "工作日", "个小时", "小时", "分钟", "个月", "天", "秒")
_COUNT = (
    "个", "家", "条", "座", "台", "套", "辆", "艘", "架", "处", "所", "项", "件", "户", "名", "位", "人次",
    "架次", "车次", "班次", "台次", "户次", "家次",
    "人", "宗", "场次", "批次", "场", "次", "期", "班", "支", "张", "株", "棵", "头", "只", "羽", "批", "种", "类", "部",
    "首",    "对", "门", "口", "幅", "栋", "幢", "块", "片", "岁", "例", "起", "列", "趟", "眼", "路", "分", "扇",
    "册", "篇", "份", "档", "标箱", "TEU", "床", "枚", "根", "村", "盏",
)  # fmt: skip
_MEASURE = (
    "微克", "毫克", "千克", "公斤", "克", "万吨标准煤", "吨标准煤", "千克标准煤", "克标准煤", "吨标煤",
    "蒸吨", "吨", "立方米", "立方", "平方公里", "平方千米", "平方米", "平米", "公顷", "亩", "公里", "千米",
    "毫米", "厘米", "米", "千瓦时", "兆瓦时", "度", "千伏安", "千伏", "千瓦", "兆瓦", "吉瓦", "瓦", "焦耳",
    "兆帕", "千帕", "帕", "兆伏安", "伏", "兆赫", "吉赫", "赫兹", "赫", "兆焦", "微米", "纳米", "英寸",
    "兆比特", "吉比特", "比特",
    "吉焦", "升", "斤", "元", "美元", "人民币", "分贝", "摄氏度", "℃", "Gbps", "Mbps", "PFlops", "PFLOPS",
    "EFlops", "EFLOPS", "TB", "PB", "兆", "标准煤", "机架", "标准机架", "芯公里", "车位", "学位", "床位",
    "千卡", "单",
)  # fmt: skip
_LATIN = (
    "μg/m³", "μg/m3", "ug/m³", "ug/m3",
    "km/km²", "km/km2", "tCO2/万元", "tCO2", "t",
    "mg/m³", "mg/m3", "mg/L", "mg/kg", "dB（A）", "dB", "hm²", "hm2", "㎡", "km²", "km2", "m³/d", "m³/s",
    "m³/h", "m³", "m3", "m²", "m2", "kWh", "kW·h", "kW", "MWh", "MW", "GWh", "GW", "t/万元", "t/（km²·月）", "t/a", "t/d",
    "tce", "kg", "km",
)  # fmt: skip
"""Units of the SI and of trades in Latin letters; no other letter follows them."""
_ALL = sorted(dict.fromkeys((*_SHARE, *_TIME, *_COUNT, *_MEASURE)), key=len, reverse=True)
_ONE = "(?:" + "|".join(_ALL) + "|(?:" + "|".join(sorted(_LATIN, key=len, reverse=True)) + ")(?![A-Za-z]))"
_EACH = (
    "立方米|平方米|平方公里|公里|亩|公顷|吨|升|千克|公斤|千瓦时|人次|人|户|万人|万元|元|辆|台|套|"
    "件|月|年|日|周|天|小时|秒|千人"
)
_PER = rf"(?:[/每](?:{_EACH}))?(?:·(?:{_EACH})(?:/(?:{_EACH}))?)?"
_NOT_A_UNIT = r"(?!类|级|星级|层级|期工程)"

UNIT = rf"(?:{_SCALE}(?!单[位元]){_ONE}{_PER}|(?:万亿|亿|万)(?=$|以|左|，|。|；|、)){_NOT_A_UNIT}"
"""One unit of measurement as a pattern."""

COUNT = frozenset(_COUNT)
TIME = frozenset(_TIME)


def is_count(unit: str) -> bool:
    """Things that are counted: 个, 家, 条, 万人, 辆."""
    return unit.lstrip("万亿百千") in COUNT


def is_money(unit: str) -> bool:
    """元 in any size, also 亿美元."""
    return unit.endswith(("元", "人民币"))
