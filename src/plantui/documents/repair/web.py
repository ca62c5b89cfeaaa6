"""What a web page puts around a document: its way there, its tools, its imprint."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .lines import Line

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
_NUMBERED = compiled(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第.{1,3}[章节条])")
_OWNER = compiled(r"^(?:主管|主办|承办|协办)单位[：:]")
"""In a plan these are roles: they are the page's own only beside something else of it."""


@rule(Stage.REPAIR)
def web_furniture(lines: list[Line]) -> set[int]:
    """What a web page puts before a document (您的位置：首页 > …, its menu) and after it (【打印】【关闭】, 相关解读,
    主办单位 … ICP备) is no part of it: after it, from the first such line on where no text of a document follows."""
    return _before(lines) | _after(lines)


def _before(lines: list[Line]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines[:_HEAD_LINES]):
        words = line.text.text.split()
        menu = sum(_MENU.match(word) is not None for word in words)
        if (
            _PLACE.match(line.text.text)
            or (menu >= 2 and menu * 2 >= len(words))
            or (menu and len(words) == 1)
            or (_TOOLS.match(line.text.text) and not _SAYS_SOMETHING.search(line.text.text))
        ):
            found.add(index)
    return found


def _after(lines: list[Line]) -> set[int]:
    first = max(0, len(lines) - _TAIL_LINES)
    tail = [(index, lines[index].text.text) for index in range(first, len(lines))]
    marks = [index for index, text in tail if _marks_end(text)]
    if not marks:
        return set()
    start = _start(lines, marks)
    return set(range(start, len(lines))) if start is not None else set()


def _marks_end(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_IMPRINT.search(text) or _AFTER.match(text) or _TOOLS.match(text))


def _start(lines: list[Line], marks: list[int]) -> int | None:
    """The first mark behind which no part of the document comes; a role line is one only beside another."""
    own = [index for index in marks if not _OWNER.match(lines[index].text.text)]
    for start in marks:
        behind = [index for index in own if start <= index <= start + 6]
        if behind and not any(_is_text(lines[index]) for index in range(start, len(lines))):
            return start
    return None


def _is_text(line: Line) -> bool:
    """A line that only a document has: a numbered heading, or a sentence of some length."""
    text = line.text.text
    if _marks_end(text):
        return False
    return _NUMBERED.match(text) is not None or (len(text) > 20 and text.endswith("。"))
