"""Signs at the edges of lines: what ends a sentence, what begins a role, what stands alone."""

from __future__ import annotations

from plantui.documents.lexicon import DIVISION
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

TERMINAL = compiled(
    r"[。！？；：!?;:…][”’\"）〕)】]*$|(?:[。；]|^)[（(【\[［〔](?:[^（()）]|（[^（）]*）){0,200}[）)】\]］〕][。；]?$"
)
CLAUSE_END = compiled(
    r"(?:负责|牵头|配合|落实|参与|指导|局|委|办|部|政府|单位|部门|厅|中心|公司|院|管委会)[）)〕\]】］][。；]?$"
)
ROLE_LABEL = compiled(
    r"^[（(【\[]?\s?(?:(?:[市省区县州]级|[市省区县州]直|主要|第一|具体|各项|任务)?(?:牵头|责任|主责|首责|支持|协作|承担|监管|督办|组织实施|具体实施|配合|主办|协办|承办|实施|落实|负责|参与|参加|协同|主管|指导|督导|共同|分管|包联|包抓|挂联|联系(?!人))"
    rf"(?:责任)?(?:单位|部门|领导|主体|科室|处室|区域|地区|人)(?:及责任人)?|{DIVISION}|完成时限|完成时间|完成期限|完成日期|完成节点|时间节点|时限要求|时间要求|时间进度|工作时限|办结时限|整改时限)\s?[】\]]?\s?[：:】]"
)
HEADING_STOP = compiled(r"[。；，;!?！？]")
_HAN = "[〇○零一二三四五六七八九十]"
DATE_LINE = compiled(
    rf"^[（(]?(?:\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?(?:\d{{1,2}}\s?日)?|{_HAN}{{4}}年{_HAN}{{1,3}}月(?:{_HAN}{{1,3}}日)?)(?:印发)?[）)]?$"
)
NUMBER_LINE = compiled(r"^[\u4e00-\u9fff]{1,14}\s?[〔\[(（【](?:19|20)\d\d[〕\])）】]\s?第?\s?\d{1,4}\s?号$")
SIGNER = compiled(
    r"^[\u4e00-\u9fff]{0,24}(?:政府|办公厅|办公室|委员会|局|厅|部|委|国务院|党委|指挥部|领导小组|管委会|总局|会|署)$"
)

_LAST_SENTENCE = compiled(r"[。；！？]\s*([^。；！？]+)$")
LONGEST_END = 500
"""How far before its end the close of a paragraph can begin."""


@rule(Stage.REPAIR)
def ends_with_label(text: str) -> bool:
    """A role label begins the paragraph or its last sentence: …建设。责任单位：市科技局. Its list needs no full stop."""
    last = _LAST_SENTENCE.search(text, max(0, len(text) - LONGEST_END))
    return bool(ROLE_LABEL.match(text) or (last and ROLE_LABEL.match(last[1].lstrip("—－- "))))
