"""What several figures behind 分别 measure."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .figures import Figure
from .naming import own_words

_LISTED = compiled(r"[、和及与]")
_WHOLE_NAME = compiled(
    r"(?:率|量|额|值|比例|比重|占比|面积|规模|浓度|收入|里程|强度|水平|能力|指数|天数|人数|户数)$"
)
_TAIL = compiled(
    r"(?:(?:净|毛)(?=入学)|耕种|集中|饮用|年均|平均|日均|人均|年度?(?=产|处|发|排|运|用)|产地|产量|产值|产能|总量|总产|总面积|总数|增加值|重点|工程|减排|污水|污泥|"
    r"垃圾|废水|废气|废弃物|处理|处置|综合|利用|回收|资源化|无害化|覆盖|普及|入学|巩固|安全|治理|收集|排放|达标|合格|抽检|"
    r"检测|监测|建成|改造|完成|新建|新增|种植|养殖|播种|绿化|森林|林木|水质|空气|优良|浓度|浓度均值|机械化|自动化|数字化|信息化|"
    r"标准化|规模化|城镇化|城市化|良种|自给|商品化|加工|转化|投资|消费|销售|销量|营业|主营|增速|增长|下降|装机|发电|消纳|供热|供气|"
    r"供水|用水|用电|用能|参保|就业|登记|签约|服务|满意|知晓|参与|管控|监管|执法|检查|整改|办结|办理|接种|筛查|治愈|死亡|发病|发生|"
    r"保护|保有|蓄积|修复|恢复|里程|面积|长度|数量|规模|总额|总值|余额|收入|使用|应用|配备|保障|储备|库存|周转|运输|吞吐|运量|"
    r"占比|比例|比重|强度|能耗|效率|系数|指数)"
)
"""Words with which a shared tail may begin, so that no name is cut inside a word."""
_REGION = compiled(r"^全[市省县区州国]")
_KINDS = frozenset("级类型性期段区县市业")
_FARTHEST = 4
"""How much longer than the others the last member's own words may be."""


@rule(Stage.INDICATORS)
def names_apart(clause: str, figures: Sequence[Figure]) -> dict[int, str]:
    """县城、城市污水处理率分别达到85%、95%: the figures behind 分别 measure the names before it in turn, and what only the
    last name says is shared: 县城污水处理率. The shared words begin with a word of measuring near the length of the other
    members (果蔬、肉类、水产品产地低温处理率); where none is known, each figure has the whole list as its name. For each
    figure's place its name."""
    at = clause.find("分别")
    behind = [figure for figure in figures if figure.start > at]
    if at < 0 or len(behind) < 2:
        return {}
    whole = own_words(clause[:at])
    names = [name.strip() for name in _LISTED.split(whole)]
    if len(names) != len(behind) or not all(names):
        return {}
    if not any(_WHOLE_NAME.search(name) for name in names[:-1]):
        tail = _shared(names)
        if tail:
            names = [*(name + tail for name in names[:-1]), names[-1]]
        elif tail is None:
            names = [whole] * len(names)
    return {figure.start: name for figure, name in zip(behind, names, strict=True)}


def _shared(names: Sequence[str]) -> str | None:
    """The words of the last name that belong to all; empty where it has none, None where they cannot be told. Members
    that end alike (国家级、省级绿色工厂) end so in the last name too."""
    last = names[-1]
    lengths = [len(_REGION.sub("", name)) for name in names[:-1]]
    ends = {name[-1] for name in names[:-1]}
    alike = last.find(ends.pop(), 1) + 1 if len(ends) == 1 and ends <= _KINDS else 0
    if 0 < alike < len(last) - 1 and alike <= max(lengths) + 2:
        return last[alike:]
    near = [
        (min(abs(place - length) for length in lengths), place)
        for place in range(2, len(last) - 1)
        if _TAIL.match(last[place:])
    ]
    distance, place = min(near, default=(_FARTHEST + 1, 0))
    if distance <= _FARTHEST:
        return "" if names[0].endswith(last[-1]) else last[place:]
    return "" if len(last) <= max(lengths) + 1 else None
