"""What a web page puts around a document: its way there, its tools, its imprint."""

from __future__ import annotations

from typing import NamedTuple

from plantui.documents.normalize.lines import Line
from plantui.documents.normalize.role_signs import has_clause
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import decimal_number, number_of

_HEAD_LINES = 40
_TAIL_LINES = 80
_LONGEST = 120
_PLACE = compiled(
    r"^(?:您?(?:的|现在的|所在的?|当前的?)*位置|当前位置|当前栏目|返回首页|网站首页|首\s?页)\s?(?:是|在)?\s?"
    r"[：:>＞»›|｜\s]|^欢迎(?:进入|访问|来到|光临|您)"
)
_MENU = compiled(
    r"^(?:首\s?页|网站首页|政务公开|政务服务|互动交流|政民互动|解读回应|新闻中心|信息公开|政府信息公开|机构概况|走进\S{2,6}|"
    r"专题专栏|数据发布|公众参与|办事服务|无障碍|长者版|繁体|简体|登录|注册|English)$"
)
_TOOLS = compiled(
    r"^[【\[（(]?(?:字体|字号|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|率|次数)|访问量|打印(?:本页)?|分享(?:到|至)?|收藏|下载|"
    r"扫一扫)[：:\s\]】）)]"
)
_SAYS_SOMETHING = compiled(r"日期|时间|来源|机构|机关|文号|字号：\S*〔|索引|关于|〔\d{4}〕")
_IMPRINT = compiled(
    r"版权所有|ICP备|公网安备|网站标识码|技术支持[：:]|网站地图|政府网站找错|建议使用.{0,12}浏览器|^Copyright|"
    r"All Rights Reserved|^您是第\d+位"
)
_AFTER = compiled(
    r"^[【\[（(]?(?:打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页)|收藏|纠错|分享(?:到|至)?(?:微信|微博|[：:]|$)|扫一扫|"
    r"[上下]一[篇条页][：:\s]?|相关(?:稿件|解读|链接|文件|新闻|阅读|信息|政策|报道|文档|文章)|责任编辑|编辑[：:]|来源[：:]|主办[：:]|"
    r"联系我们|关于我们|网站声明|友情链接|政策解读$|解读材料|图解[：:]|视频解读|"
    r"(?:主管|主办|承办|协办|运行维护|维护)单位[：:].*(?:政府|办公|中心|公司|局))"
)
_LINK = compiled(r"《[^》]+》[^。]{0,16}$|(?:解读|图解|一图读懂|问答|答记者问|新闻发布会)[^。]{0,8}$")
_BESIDE_IMPRINT = compiled(
    r"^(?:地\s?址|邮\s?编|邮政编码|(?:联系|值班|举报|服务)?电\s?话|传\s?真|邮\s?箱|电子邮箱|官方微信|官方微博|微信公众号|手机版|电脑版|客户端|无障碍浏览)(?:[：:\s]|$)"
)
"""What stands beside an imprint: told from a document only by where it stands."""
_CLOCK = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
_PERSON = r"[\u4e00-\u9fff·]{2,4}"
_TOOL = (
    r"(?:字体|字号)[：:]?(?>[\s/|｜]*[\[【（(]?\s?(?:特大|大|中|小|默认)\s?[\]】）)]?)+"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|率)?[：:]\s?\d*\s?次?"
    r"|(?:打印|关闭|收藏|保存|转发|返回)(?:本[页文]|此[页文]|页面|窗口|顶部|首页|列表)?|分享(?:到|至)?[：:]?(?:\s?(?:微信|微博|QQ空间|QQ))*"
    rf"|(?:责任编辑|编辑|编审|责编|作者|审核|校对|录入|初审|复审|终审)[：:]\s?{_PERSON}(?:[、\s]\s?{_PERSON}(?![：:]))*"
)
_SHOWN = (
    r"(?:信息|稿件|文章|内容|新闻)?来源[：:]\s?[^\d。；：:\s]{2,30}"
    rf"|(?:发布|更新|录入|上传)(?:时间|日期)[：:]\s?{_CLOCK}"
)
_OWN = compiled(rf"^(?=.*(?:{_TOOL}))(?>[\[【（(]?\s?(?:{_TOOL}|{_SHOWN})\s?[\]】）)]?[\s|｜/·]*)+$")
"""A line of tools, of who made the page and when, and of nothing else. Its pieces are atomic: no line takes long."""
_DUE = compiled(r"[年月日底末](?:之|以)?前|年底|月底")
_OWNER = compiled(r"^(?:主管|主办|承办|协办)单位[：:]")
"""In a plan these are roles: they are the page's own only beside something else of it."""


class WebFurniture(NamedTuple):
    """Lines around a document, by their places among all lines."""

    own: frozenset[int]
    """Lines that are a page's own."""
    between: frozenset[int]
    """Lines left out with those, though nothing says what they are."""


@rule(Stage.REPAIR)
def web_furniture(lines: list[Line], tables_end: int = 0) -> WebFurniture:
    """What a web page puts before a document (您的位置：首页 > …, its menu) and after it (【打印】【关闭】, 相关解读,
    主办单位 … ICP备) is no part of it: after it, from the first such line on where no text of a document follows, which
    is an item with a number, a line that says who or until when, a sentence of some length, or a table of tasks (the
    last one ends at `tables_end`). A line of tools (字体：大 中 小, 责任编辑：…, 浏览次数：…) is the page's wherever it
    stands. What stands between the lines of the foot and is none of them is not understood, and doubtful."""
    text = [index for index, line in enumerate(lines) if _is_text(line)]
    own = (_before(lines) - set(text)) | _inside(lines, text)
    foot = _foot(lines, text[-1] if text else -1, tables_end)
    between = {index for index in foot if not _is_of_foot(lines[index].text.text)}
    return WebFurniture(frozenset((own | foot) - between), frozenset(between))


def _before(lines: list[Line]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if (
            _PLACE.match(line.text.text)
            or _is_menu(line.text.text)
            or (_TOOLS.match(line.text.text) and not _SAYS_SOMETHING.search(line.text.text))
        ):
            found.add(index)
    return found


def _is_menu(text: str) -> bool:
    words = text.split()
    menu = sum(_MENU.match(word) is not None for word in words)
    return (menu >= 2 and menu * 2 >= len(words)) or (menu > 0 and len(words) == 1)


def _inside(lines: list[Line], text: list[int]) -> set[int]:
    """Lines of tools between the first and the last text of the document."""
    return (
        {index for index in range(text[0], text[-1]) if _OWN.match(lines[index].text.text)} if text else set()
    )


def _foot(lines: list[Line], last_text: int, tables_end: int) -> set[int]:
    """The lines from the first mark on behind which no part of the document comes; a role line is one only beside another."""
    first = max(last_text + 1, len(lines) - _TAIL_LINES)
    tail = [at for at in range(first, len(lines)) if lines[at].text.offsets[0] >= tables_end]
    marks = [at for at in tail if _marks_end(lines[at].text.text)]
    own = [at for at in marks if not _OWNER.match(lines[at].text.text)]
    for start in marks:
        if any(start <= at <= start + 6 for at in own):
            return set(range(start, len(lines)))
    return set()


def _marks_end(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_IMPRINT.search(text) or _AFTER.match(text) or _TOOLS.match(text))


def _is_of_foot(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    is_beside = _LINK.search(text) or _BESIDE_IMPRINT.match(text) or _OWN.match(text)
    return _marks_end(text) or is_beside is not None or _is_menu(text)


def _is_text(line: Line) -> bool:
    """A line that only a document has: an item with a number, what says who does something or until when, and a
    sentence of some length."""
    text = line.text.text
    if _OWN.match(text) or (len(text) <= _LONGEST and _IMPRINT.search(text)):
        return False
    if number_of(text) is not None or decimal_number(text) is not None:
        return _LINK.search(text) is None
    if _DUE.search(text) or (has_clause(text) and not _OWNER.match(text)):
        return True
    return len(text) > 20 and text.endswith("。") and not _marks_end(text)
