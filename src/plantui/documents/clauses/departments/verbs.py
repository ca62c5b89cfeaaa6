"""Verbs behind a list: …牵头, …配合, …按职责分工负责, …组织落实, …指导."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Role

_DUTY = (
    r"(?:按照?|依照|依据|根据|依)(?:各自|部门|本部门|法定|自身|有关|相关)?(?:的)?(?:职责|"
    r"职能|分工|权限|任务|管理|范围|要求|规定|划分|和|及|内|、)+"
)
_MANNER = (
    r"加强|强化|结合实际|结合职责|因地制宜|全面|严格|协力|共同|联合|分别|各自|具体|统一|依法|积极|密切|切实|认真|主动|全力|分工|做好|抓好|贯彻|"
    r"分头|一并|齐抓共管|、"
)
_VERB = (
    r"(?:牵头|统筹|协调|主办|主责|抓总|配合|参与|参加|协助|协办|协同|支持|指导|督导|监督|督促|督办|落实|实施|负责|"
    r"承担|承办|办理|执行|推进|推动|组织|完成|做好(?:相关|有关|各项|配合)?工作)"
)
_TAIL = r"(?:工作|到位|此项工作|相关工作|有关工作)?"
_SAID = compiled(rf"^(?P<name>.*?)(?P<verb>(?:{_DUTY}|{_MANNER}|{_VERB})*{_VERB}{_TAIL})$")
_LONGEST = 160
"""Longer words are a sentence and no name with its verb."""
_INSIDE = compiled(
    r"^(?P<name>.{2,30}?(?:[局委办厅部署院会社行处]|中心|政府|单位|部门|公司|集团))"
    r"(?P<verb>牵头|负责|配合|参与|指导|做好|提供|按职责分工)(?P<object>(?!会同|联合).{2,30})$"
)
_ROLES = (
    (compiled("牵头|主办|主责|抓总|统筹(?!.*指导)"), Role.LEAD),
    (compiled("配合|参与|参加|协助|协办|协同|支持"), Role.SUPPORT),
    (compiled(r"^(?!.*(?:负责|落实|实施)).*(?:指导|督导)"), Role.GUIDE),
    (compiled("职责|职能|分工|权限|分别|各自|共同|分头|齐抓共管"), Role.SHARED),
    (compiled("指导|督导|监督|督促|督办"), Role.GUIDE),
    (compiled("做好|提供"), Role.SUPPORT),
)


@rule(Stage.DEPARTMENTS)
def role_of_verb(verb: str) -> Role:
    """牵头, 主办, 统筹协调 → lead; 配合, 参与, 协办, 协助 → support (also 按职责分工配合); 按职责分工负责, 分工负责,
    共同负责 → shared; 指导, 督导 → guide (also 按职责加强指导); 负责, 负责落实, 组织落实, 组织实施 → responsible."""
    for pattern, role in _ROLES:
        if pattern.search(verb):
            return role
    return Role.RESPONSIBLE


def verb_behind(text: str) -> tuple[int, Role] | None:
    """Where the verb at the end of an item begins, and the role it gives; None where no verb stands there."""
    match = _SAID.match(text) if len(text) <= _LONGEST else None
    if match:
        return match.start("verb"), role_of_verb(match["verb"])
    return None


@rule(Stage.DEPARTMENTS)
def verb_with_object(text: str) -> tuple[int, Role] | None:
    """省发展改革委牵头制定方案, 市财政局做好资金保障: a verb straight after the name, with more words behind it."""
    match = _INSIDE.match(text) if len(text) <= _LONGEST else None
    return (match.start("verb"), role_of_verb(match["verb"])) if match else None
