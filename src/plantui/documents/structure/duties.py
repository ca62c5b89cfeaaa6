"""Lists that say again, department by department, what each has to do."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.tree import Node

_DEPARTMENT = compiled(
    r"^(?:各|省|市|县|区|自治区|国家)?[\u4e00-\u9fff（）()、〔〕]{0,24}(?:局|委|委员会|办|办公室|部|厅|政府|中心|公司|院|管委会|总局|署|支队|集团|联合会|团委|妇联|总工会|单位|部门|街道|银行|分行|所|台|社|队)$"
)
_VERB = compiled(
    r"^(?:加强|推进|推动|强化|开展|建立|健全|完善|优化|提升|加快|实施|建设|支持|深化|落实|做好|打造|培育|发展|整合|创新|推广|规范|改革|统筹|设立|组建)"
)


@rule(Stage.OUTLINE)
def is_duty_list(items: list[Node]) -> bool:
    """Items most of which are headed by a department (市发展改革委：负责…) list duties and are not tasks."""
    if len(items) < 3:
        return False
    named = sum(_is_department(item) for item in items)
    return named >= 0.6 * len(items)


def _is_department(item: Node) -> bool:
    text = item.source.text if item.source else ""
    words = compiled(r"[：:。，]").split(text, maxsplit=1)[0].strip()
    return bool(_DEPARTMENT.match(words)) and not _VERB.match(words)
