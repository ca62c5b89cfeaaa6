"""Short documents with wordings and layouts of our own, each with what must come out of it."""

from __future__ import annotations

from datetime import date

from plantui.model.plan import Task
from tests.support.imported_documents import imported, roles


def tasks_of(text: str) -> tuple[Task, ...]:
    """The tasks of a document."""
    return imported(text).plan.tasks


def test_a_time_limit_after_the_departments_belongs_to_the_task() -> None:
    """完成时限： as the last of the role lines; a standing one is no date and no text."""
    tasks = tasks_of(
        "安城区2024年平安建设实施方案\n一、重点任务\n"
        "1、开展隐患排查。各部门组织检查。\n责任单位：区应急局、区住建局\n完成时限：2024年8月31日\n"
        "2、加强宣传。组织进社区活动。\n责任单位：区融媒体中心、区教育局\n完成时限：持续开展\n"
        "3、完善台账。建立问题台账。\n责任单位：区应急局、区商务局\n完成时限：2024年5月底前\n"
    )

    assert [[d.due for d in task.deadlines] for task in tasks] == [
        [date(2024, 8, 31)],
        [],
        [date(2024, 5, 31)],
    ]
    assert tasks[1].text == "组织进社区活动。"


def test_a_heading_with_a_comma_does_not_run_into_its_first_item() -> None:
    """一、以…为抓手，提升… in one line is a heading though it holds a comma."""
    plan = imported(
        "安城市数字政府2024年工作要点\n一、以一体化建设为抓手，持续夯实数字底座\n"
        "（一）完善政务云平台，统筹云资源管理。推进各部门业务系统上云，2024年底前上云率达到95%。（市数据局、市财政局牵头）\n"
        "（二）升级政务外网。完成骨干网改造。（市数据局牵头，市财政局配合）\n"
        "二、以便民利企为目标，全面优化政务服务\n"
        "（三）推行集成办理。（市政务服务局牵头，各区政府配合）\n"
    ).plan

    assert [section.title for section in plan.sections] == [
        "以一体化建设为抓手，持续夯实数字底座",
        "以便民利企为目标，全面优化政务服务",
    ]
    assert [task.id for task in plan.tasks] == ["1", "2", "3"]


def test_square_brackets_hold_departments() -> None:
    """[…牵头，…参与] and 【…负责】 close an item as round brackets do."""
    tasks = tasks_of(
        "安南省节能降碳行动方案（2024—2025年）\n第一章 重点任务\n第一节 产业\n"
        "1.培育新兴产业。扩大产业规模。[省工业和信息化厅牵头，省财政厅参与]\n"
        "2.改造传统产业。推进技术改造。[省工业和信息化厅、发展改革委按职责分工负责]\n"
        "第二节 能源\n3.发展可再生能源。扩大装机规模。【省能源局负责】\n"
    )

    assert [task.title for task in tasks] == ["培育新兴产业", "改造传统产业", "发展可再生能源"]
    assert roles(tasks[1]) == {"shared": ["省工业和信息化厅", "省发展改革委"]}


def test_the_last_list_of_departments_ends_with_its_line() -> None:
    """A closing paragraph after 责任单位：… in the same line as the text is no department."""
    tasks = tasks_of(
        "安城市支持科技创新若干措施\n1．加大研发投入。落实加计扣除政策。责任单位：市科技局、市税务局\n"
        "2．培育领军企业。建立培育库。责任单位：市科技局、市工信局\n"
        "3．强化金融支持。设立科创基金。责任单位：市金融办、市投资集团\n"
        "本措施自印发之日起施行，有效期至2026年12月31日。\n"
    )

    assert roles(tasks[2]) == {"responsible": ["市金融办", "市投资集团"]}
    assert not tasks[2].deadlines


def test_english_actions_below_plain_chapters() -> None:
    """`Lead agency:` in lower case, chapters with a bare number, strategies above actions, an action without an agency."""
    plan = imported(
        "City of Lakeside\nClimate Action Plan 2024–2030\n\n1. Introduction\nThe city will cut emissions.\n\n"
        "2. Buildings and Energy\nStrategy 2.1: Upgrade municipal buildings\n"
        "Action 2.1.1: Retrofit city halls\nComplete retrofits in all halls.\n"
        "Lead agency: Department of General Services\nSupporting agencies: Office of Sustainability; Department of Finance\n"
        "Timeline: 2024–2028\n\n"
        "Action 2.1.2: Install rooftop solar\nInstall panels on schools.\n"
        "Lead agency: Office of Sustainability\nTarget: 10 MW installed by December 2027\n\n"
        "3. Transportation\nStrategy 3.1: Electrify vehicles\n"
        "Action 3.1.1: Convert the fleet\nReplace vehicles by 2030.\nLead agency: Fleet Services Division\n\n"
        "Action 3.1.2: Study shared shuttles\nStudy options with residents.\n",
        "lakeside.txt",
    ).plan

    assert [task.title for task in plan.tasks] == [
        "Retrofit city halls",
        "Install rooftop solar",
        "Convert the fleet",
        "Study shared shuttles",
    ]
    assert roles(plan.tasks[0]) == {
        "lead": ["Department of General Services"],
        "support": ["Office of Sustainability", "Department of Finance"],
    }
    assert [(d.phrase, d.due) for d in plan.tasks[0].deadlines] == [("2024–2028", date(2028, 12, 31))]
    assert {section.title for section in plan.sections} >= {"Transportation", "Electrify vehicles"}


def test_an_item_that_begins_with_a_year() -> None:
    """`1.2024年9月底前` is item 1 and a date."""
    tasks = tasks_of(
        "安城市2024年重点任务分工方案\n一、优化环境\n"
        "1.2024年9月底前，推行集成改革。（市数据局牵头，市财政局配合）\n"
        "2.优化注销流程。（市市场监管局负责，各区政府配合）\n"
        "3.推进全程电子化。（市发展改革委、国资委按职责分工负责）\n"
    )

    assert [task.number for task in tasks] == ["1", "2", "3"]
    assert [deadline.due for deadline in tasks[0].deadlines] == [date(2024, 9, 30)]
    assert roles(tasks[2]) == {"shared": ["市发展改革委", "市国资委"]}


def test_a_flattened_table_with_groups_and_cells_over_several_lines() -> None:
    """Names of groups stand between the rows, a head and a cell run over two lines, 无 is nobody."""
    plan = imported(
        "附件\n安城县2024年乡村建设重点任务清单\n序\n号\n重点任务\n具体内容\n牵头\n单位\n配合单位\n完成时限\n"
        "一、守牢底线\n1\n健全监测机制\n1.开展常态化监测。\n2.监测覆盖率达到100%。\n县农业农村局\n县民政局、县医保局\n2024年6月底前\n"
        "2\n落实教育政策\n确保无人失学。\n县教育局\n无\n长期坚持\n"
        "二、提升产业\n3\n建设冷链设施\n建成冷库20座。\n县交通\n运输局\n县商务局、\n县供销社\n2024年10月底前\n"
    ).plan

    assert plan.info.title == "安城县2024年乡村建设重点任务清单"
    assert [(s.number, s.title) for s in plan.sections] == [("一、", "守牢底线"), ("二、", "提升产业")]
    assert [task.title for task in plan.tasks] == ["健全监测机制", "落实教育政策", "建设冷链设施"]
    assert roles(plan.tasks[2]) == {"lead": ["县交通运输局"], "support": ["县商务局", "县供销社"]}
    assert plan.tasks[0].indicators[0].indicator == "监测覆盖率"
    assert roles(plan.tasks[1]) == {"lead": ["县教育局"]}


def test_goals_in_a_general_section_and_two_signers_on_one_line() -> None:
    """一、总体要求 without parts of its own holds goals where it has figures."""
    plan = imported(
        "安城市教育局 安城市财政局关于印发安城市护眼工作方案（2024—2025年）的通知\n各县区教育局：\n现印发给你们，请认真执行。\n"
        "安城市教育局  安城市财政局\n2024年7月30日\n安城市护眼工作方案（2024—2025年）\n"
        "一、总体要求\n坚持预防为主。到2025年，总体近视率不高于38%。\n二、主要任务\n"
        "（一）开展监测。2024年秋季学期起，开展视力监测。（市教育局、卫生健康委负责）\n"
        "（二）改善环境。新购置护眼灯2000台。（市教育局牵头，市财政局配合）\n"
        "（三）加强宣传。开展主题宣传。（市教育局牵头，团市委配合）\n"
    ).plan

    assert plan.info.issuer == "安城市教育局、安城市财政局"
    assert [(goal.indicator, goal.value) for goal in plan.goals] == [("总体近视率", 38)]
    assert not plan.tasks[0].deadlines
    assert [(i.indicator, i.value) for i in plan.tasks[1].indicators] == [("新购置护眼灯", 2000)]


def test_labels_with_a_leader_in_the_line_of_the_text() -> None:
    """牵头领导：… 牵头单位：… 完成时限：… behind the text, parted by semicolons or by blanks; persons are no departments."""
    plan = imported(
        "2024年全市蓝天保卫战重点任务分解\n一、优化结构\n"
        "1、推进搬迁。完成3家企业搬迁。牵头领导：张三；牵头单位：市工信局；责任单位：各县区政府；完成时限：11月底\n"
        "2、深化整治。实施分类处置。牵头领导：李四 牵头单位：市生态环境局 责任单位：市工信局、市市场监管局 完成时限：长期坚持\n"
        "3、治理锅炉。淘汰燃煤锅炉。牵头领导：李四；牵头单位：市市场监管局；责任单位：各县区政府；完成时限：12月底\n"
    ).plan

    assert (plan.info.title, plan.tasks[1].text) == ("2024年全市蓝天保卫战重点任务分解", "实施分类处置。")
    assert roles(plan.tasks[1]) == {"lead": ["市生态环境局"], "responsible": ["市工信局", "市市场监管局"]}
    assert [d.due for d in plan.tasks[0].deadlines] == [date(2024, 11, 30)]


def test_english_numbers_without_a_stop_and_a_title_in_capitals() -> None:
    """`1.1 Expand …` with labelled lines below it is an action."""
    plan = imported(
        "COUNTY OF SAN LUNA\nWILDFIRE RESILIENCE ACTION PLAN\n2023-2027\n\nGoal 1: Reduce risk to structures\n\n"
        "1.1 Expand home inspections\nOffer assessments to every home.\n"
        "Responsible Party: Fire Department\nPartners: Office of Emergency Services\nTimeframe: 2023-2025\n\n"
        "1.2 Update the building code\nAdopt the latest code.\n"
        "Responsible Party: Community Development Department\nPartners: Fire Department\nTimeframe: By December 31, 2024\n\n"
        "Goal 2: Protect people\n\n2.1 Upgrade the alert system\nReplace the platform.\n"
        "Responsible Party: Office of Emergency Services\nPartners: None\nTimeframe: Ongoing\n",
        "luna.txt",
    ).plan

    assert (plan.info.title, plan.info.region) == (
        "Wildfire Resilience Action Plan",
        "County of San Luna",
    )
    assert [task.number for task in plan.tasks] == ["1.1", "1.2", "2.1"]
    assert roles(plan.tasks[0]) == {
        "support": ["Office of Emergency Services"],
        "responsible": ["Fire Department"],
    }


def test_a_single_department_in_a_bracket_behind_the_text() -> None:
    """（市农业农村局） behind a full stop names who does it, and makes its section one of tasks."""
    plan = imported(
        "安城市2024年食品安全重点工作安排\n一、压实责任\n（一）落实党政同责。制定责任清单。（市食安办）\n"
        "（二）严格校园监管。开展专项检查。（市教育局、市市场监管局）\n二、强化监管\n"
        "（三）加强种植监管。推广绿色防控。（市农业农村局）\n（四）保障进口食品安全。（安城海关）\n"
    ).plan

    assert [roles(task) for task in plan.tasks] == [
        {"responsible": ["市食安办"]},
        {"responsible": ["市教育局", "市市场监管局"]},
        {"responsible": ["市农业农村局"]},
        {"responsible": ["安城海关"]},
    ]


def test_a_flattened_table_of_goals_and_a_division_of_labour() -> None:
    """The tasks have no title of their own, and their cell of departments says who leads."""
    plan = imported(
        "安城市无废城市建设责任清单\n序号\n目标任务\n责任分工\n时间安排\n（一）工业领域\n"
        "1\n推动园区改造，完成2个园区改造\n市发改委牵头，市工信局、市生态环境局配合，各县（区）政府落实\n2024年底\n"
        "（二）农业领域\n2\n秸秆综合利用率保持在95%以上\n市农业农村局牵头，各县（区）政府落实\n2025年底\n"
    ).plan

    assert [section.title for section in plan.sections] == ["工业领域", "农业领域"]
    assert roles(plan.tasks[0]) == {
        "lead": ["市发改委"],
        "support": ["市工信局", "市生态环境局"],
        "responsible": ["各县（区）政府"],
    }
    assert [i.value for i in plan.tasks[1].indicators] == [95]
    assert (plan.info.start_year, plan.info.end_year) == (2024, 2025)


def test_role_lines_below_the_items_of_a_section() -> None:
    """Where only the section names departments, it is the task; a cited plan is not the title."""
    plan = imported(
        "关于印发《安城市节水行动方案》的通知\n各县区水务局：\n为落实《国家节水方案》（发改〔2019〕695号），我局制定了《安城市节水行动方案》，"
        "现印发给你们。\n安城市水务局\n2020年3月5日\n安城市节水行动方案\n一、重点行动\n（一）强化双控\n"
        "1. 强化指标约束。建立定额体系。\n2. 严格全过程管理。落实计划用水。\n（市水务局牵头，市发展改革委等参与）\n"
        "（二）农业增效\n3. 推进节水灌溉。创建节水灌区。\n（市农业农村局、市水务局负责）\n"
        "（三）城镇降损\n4. 降低管网漏损。改造供水管网。\n（市住建局、市水务局负责）\n"
    ).plan

    assert plan.info.title == "安城市节水行动方案"
    assert roles(plan.tasks[0]) == {"lead": ["市水务局"], "support": ["市发展改革委"]}
    assert len(plan.tasks) == 3


def test_decimal_numbers_in_three_levels() -> None:
    """2.1 is a section where the departments stand with 2.1.1."""
    plan = imported(
        "安城市绿色建设工作方案\n1 总体目标\n到2025年，绿色建材应用比例达到70%。\n2 重点任务\n2.1 推进绿色建筑\n"
        "2.1.1 提升建筑能效。出台标准。\n责任单位：市住建局、市资规局\n2.1.2 改造既有建筑。开展改造。\n责任单位：市住建局、市机关事务局\n"
        "2.2 推进绿色交通\n2.2.1 优先发展公交。新增线路10条。\n责任单位：市交通运输局、市公交集团\n"
    ).plan

    assert [task.title for task in plan.tasks] == ["提升建筑能效", "改造既有建筑", "优先发展公交"]
    assert [s.title for s in plan.sections if s.id == plan.tasks[0].section] == ["推进绿色建筑"]
