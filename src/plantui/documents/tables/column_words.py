"""Words in the heads of columns, in the order in which they are looked for."""

from __future__ import annotations

BODIES = "单位|部门|科室|处室|股室|主体|机构"
LEAD = r"牵头|主办|主责|首责|第一责任|承办"
SUPPORT = r"配合|协办|参与|协同|参加|协助|协作|联办|会办"
NUMBER = r"序号|编号|^号$|^No\.?$|项次"
OTHER = (
    r"备注|投资|资金|经费|预算|分值|得分|进展|(?:完成|落实|推进|办理)情况|依据|来源|电话|联系方式|"
    r"(?:开始|启动|开工|填报|立项|起始)(?:时间|日期)"
)
PERSON = rf"^(?!.*(?:{BODIES})).*(?:责任人|负责人|联系人|联络员|领导(?!小组)|分管|包联|[市县区]长$)"
LEAD_AND_OTHERS = (
    rf"(?:{LEAD}).*[及和与、/].*(?:{SUPPORT}|责任|实施)|(?:责任|{SUPPORT}).*[及和与、/].*(?:{LEAD})"
)
GUIDE = rf"(?:督导|督办|督查|指导|监督|监管|督促)[^措内事]{{0,2}}(?:{BODIES})"
DUE = r"时限|期限|年限|时间|日期|节点|时序|截止|起止|进度(?:安排|要求)"
RESPONSIBLE = (
    rf"责任|负责|(?:实施|落实|建设|执行|组织|整改|经办|完成|主管|分工)(?:{BODIES})|^(?:{BODIES})$|分工$"
)
SECTION = r"类别|领域|板块|类型|行动名称|专项行动|方面|一级|大类|分类|模块|维度|章节|行动$|工程$"
GOAL = r"^(?!.*(?:内容|措施|任务|事项|举措|项目)).*(?:目标|指标|预期成效|工作成效|成果|标准|年度计划)"
CONTENT = r"内容|措施|举措|要求|具体|做法|清单|细化|二级|描述|任务分解|分解任务"
TITLE = r"任务|事项|项目|实事|工作|名称|整改|重点|问题|要点"
YEAR = r"^(?P<year>20\d\d)年?度?(?:工作|阶段性?|年度|主要|建设)*(?P<what>目标|计划|任务|安排|内容|要求|指标)?值?$"

ENGLISH_TASK = (
    "action|activity|task|measure|initiative|recommendation|intervention|project|commitment|policy|"
    "programme|program|deliverable|milestone|step|strategy|objective|tactic|what"
)
"""What a column of tasks is called, the likeliest first."""
ENGLISH_ABOVE = (
    "goal|objective|strategy|theme|priority|sector|category|pillar|area|focus|outcome|aim|chapter|topic|"
    "hazard|hazards|domain|section"
)
ENGLISH_BESIDE = (
    "mitigation|adaptation|proposed|key|recommended|priority|the|point|item|title|name|specific|planned|"
    "strategic|implementation|to|be|taken|of|and|or|for|description|policy|is|statement|area|focus|will|"
    "we|do"
)
