"""Examples of the rules of this language, made by `make lexicon` from the data files beside it."""

SOURCE = "2f4145adef3153e4ca0b4e63073b1e3cbb1d1ee02a3863d1dacc6d9e36998139"

EXAMPLES: dict[str, dict[str, str]] = {
    'deadlines.end_of_year': {
        '2025年底前建成。': '2025年底前 2025-12-31',
        '今年年底前完成普查。': '今年年底前 2024-12-31',
    },
    'deadlines.until_year': {
        '到2025年，覆盖率达到90%。': '到2025年 2025-12-31',
        '2026年前建成。': '2026年前 2026-12-31 ?',
    },
    'deadlines.end_of_month': {
        '2025年9月底前完成。': '2025年9月底前 2025-09-30',
        '2025年5月中旬完成。': '2025年5月中旬 2025-05-20',
        '9月底前完成验收。': '9月底前 2024-09-30 ?',
    },
    'deadlines.exact_day': {
        '2025年6月30日前完成。': '2025年6月30日前 2025-06-30',
        '9月30日前完成。': '9月30日前 2024-09-30 ?',
    },
    'deadlines.numeric_day': {
        '2025.12.31前完成。': '2025.12.31前 2025-12-31',
        '25年6月底前完成。': '25年6月底前 2025-06-30',
    },
    'deadlines.quarter_and_half': {
        '2025年第三季度完成。': '2025年第三季度 2025-09-30',
        '2025年上半年完成。': '2025年上半年 2025-06-30',
    },
    'deadlines.from_until': {
        '2025年7月至12月开展排查。': '2025年7月至12月 2025-12-31',
        '2025年6—9月开展排查。': '2025年6—9月 2025-09-30',
    },
    'deadlines.five_year_plan': {
        '“十四五”期间建成3座。': '“十四五”期间 2025-12-31',
    },
    'deadlines.after_issue': {
        '方案印发后3个月内出台细则。': '印发后3个月内 2024-06-15',
        '自印发之日起30日内报送。': '印发之日起30日内 2024-04-14',
    },
    'deadlines.before_term': {
        '2025年秋季学期前建成。': '2025年秋季学期前 2025-08-31 ?',
        '主汛期前完成加固。': '主汛期前 ?',
    },
    'deadlines.before_feast': {
        '2025年国庆节前开放。': '2025年国庆节前 2025-10-01',
        '2025年春节前完成。': '2025年春节前 ?',
    },
    'deadlines.within_years': {
        '三年内发布标准40项。': '三年内 2026-12-31',
    },
    'deadlines.bare_year': {
        '2025年，完成改造。': '2025年 2025-12-31',
        '完成2025年改造任务。': '—',
        '2024年创建2个、2025年创建3个小区。': '2024年 2024-12-31; 2025年 2025-12-31',
    },
    'deadlines.date_alone': {
        '2024.12': '2024.12 2024-12-31',
        '2025/6/30': '2025/6/30 2025-06-30',
    },
    'deadlines.without_year': {
        '年底前建成。': '年底前 2024-12-31 ?',
        '对2000年以前建成的小区调查，9月底前完成。': '9月底前 2024-09-30 ?',
    },
    'deadlines.clause_range': {
        '2025年底前建成泵站，2026年底前投用。': '2025年底前 2025-12-31; 2026年底前 2026-12-31',
    },
    'deadlines.clause_ranges': {
        '6月底前、12月底前各检查一次。': '6月底前 2024-06-30 ?; 12月底前 2024-12-31 ?',
    },
    'deadlines.baseline': {
        '较2025年底前提高。': '—',
        '在2025年基础上提高。': '—',
    },
    'deadlines.start': {
        '从2025年1月1日起实施。': '—',
        '2025年6月底起实施。': '—',
    },
    'deadlines.yearly_duty': {
        '每年12月底前报送总结。': '—',
        '每年汛期前检查。': '—',
    },
    'deadlines.part_of_a_name': {
        '落实《水利建设计划（2025年底前）》。': '—',
        '制定2025年工作要点。': '—',
    },
    'deadlines.objects_meant': {
        '对2025年底前到期的合同进行清理。': '—',
    },
    'deadlines.past': {
        '截至2024年6月底，已建成3座。': '—',
    },
    'deadlines.before_plan': {
        '2023年12月底前完成。': '2023年12月底前 2023-12-31 ?',
    },
    'deadlines.gives_its_year': {
        '2025年春季集中免疫工作5月20日前完成。': '5月20日前 2025-05-20',
    },
    'deadlines.mere_mention': {
        '完成2025年改造任务。': '—',
        '由市水利局于2025年10月开展评估。': '2025年10月 2025-10-31',
    },
    'departments.role_line': {
        '加固堤防。\n牵头单位：市水利局\n配合单位：市财政局、应急局': 'lead 市水利局; support 市财政局; support 市应急局',
    },
    'departments.bracket_clause': {
        '加固堤防。（市水利局牵头，市财政局、应急局配合）': 'lead 市水利局; support 市财政局; support 市应急局',
        '加固堤防（见附件2）。': '—',
    },
    'departments.labelled_tail': {
        '给予资金支持。责任单位：市科技局、市财政局。': 'responsible 市科技局; responsible 市财政局',
    },
    'departments.clause_paragraph': {
        '加固堤防。\n市水利局牵头，市财政局配合': 'lead 市水利局; support 市财政局',
    },
    'departments.closing_sentence': {
        '减少排放。由市水利局、各县（市）区人民政府负责落实。': 'responsible 市水利局; responsible 各县（市）区人民政府',
    },
    'departments.in_sentences': {
        '由市水利局牵头，会同市财政局制定规划。': 'lead 市水利局 ?; support 市财政局 ?',
        '由市水利局牵头、市财政局配合。经费由县工商联负责，各乡镇参与。': 'lead 市水利局 ?; support 市财政局 ?; responsible 县工商联 ?; support 各乡镇 ?',
        '加固堤防，由市水利局牵头，市财政局、农业银行甲市分行配合，抓紧实施。': 'lead 市水利局 ?; support 市财政局 ?; support 农业银行甲市分行 ?',
    },
    'departments.role_labels': {
        '加固堤防。（主办单位：市水利局；协办部门：市财政局；督导单位：市政府办公室）': 'lead 市水利局; support 市财政局; guide 市政府办公室',
    },
    'departments.deadline_labels': {
        '加固堤防。\n责任单位：市水利局。完成时限：2025年底': '2025年底 2025-12-31',
    },
    'departments.other_labels': {
        '加固堤防。（责任人：王某某；责任单位：市水利局）': 'responsible 市水利局',
    },
    'departments.label_without_colon': {
        '加固堤防。\n牵头单位  市水利局': 'lead 市水利局',
    },
    'departments.beside_lead': {
        '加固堤防。（牵头单位：市水利局；主责单位：市财政局）': 'lead 市水利局; responsible 市财政局',
        '加固堤防。（主责单位：市水利局）': 'lead 市水利局',
    },
    'departments.close': {
        '加固堤防。（市教育局；市财政局、市人力社保局配合）': 'responsible 市教育局; support 市财政局; support 市人力社保局',
    },
    'departments.role_of_verb': {
        '加固堤防。（市水利局统筹协调，市财政局协办，各县区政府按职责分工负责，市应急局指导）': 'lead 市水利局; support 市财政局; shared 各县区政府; guide 市应急局',
    },
    'departments.verb_with_object': {
        '加固堤防。（省发展改革委牵头制定方案，市财政局做好资金保障）': 'lead 省发展改革委; support 市财政局',
    },
    'departments.roles': {
        '下同，列第一位者为牵头单位。\n加固堤防。（市水利局、市财政局）': 'lead 市水利局; responsible 市财政局',
    },
    'departments.first_is_lead': {
        '排在第一位的为牵头单位，其余为配合单位，下同。\n加固堤防。（市水利局、市财政局负责）': 'lead 市水利局; support 市财政局',
    },
    'departments.carries_every_task': {
        '以下任务均需各县区政府落实，不再一一列出。（市水利局牵头）': 'lead 市水利局; responsible 各县区政府 in every task',
    },
    'departments.with_place': {
        '加固堤防。（各县党委、政府负责）': 'responsible 各县党委; responsible 各县政府',
        '加固堤防。（各县（市、区）政府、管委会负责）': 'responsible 各县（市、区）政府; responsible 各县（市、区）管委会',
    },
    'departments.each_of_level': {
        '加固堤防。（各区、县级市负责）': 'responsible 各区; responsible 各县级市',
        '加固堤防。（责任单位：各区、县级市）': 'responsible 各区; responsible 各县级市',
    },
    'departments.place_and_group': {
        '加固堤防。（白云湖区等相关区政府负责）': 'responsible 白云湖区政府; responsible 相关区政府',
    },
    'departments.split_joined': {
        '加固堤防。（市财政局和市水利局负责）': 'responsible 市财政局; responsible 市水利局',
        '加固堤防。（市工业和信息化局负责）': 'responsible 市工业和信息化局',
    },
    'departments.runs_of': {
        '加固堤防。（各县〔市、区〕政府，市水利局/市财政局负责）': 'responsible 各县〔市、区〕政府; responsible 市水利局; responsible 市财政局',
    },
    'departments.carried_prefix': {
        '加固堤防。（市财政局、水利局，黄河河务局负责）': 'responsible 市财政局; responsible 市水利局; responsible 黄河河务局',
        '加固堤防。（省财政厅、金融监管总局甲省监管局、证监局负责）': 'responsible 省财政厅; responsible 金融监管总局甲省监管局; responsible 证监局',
    },
    'departments.carried_ending': {
        '加固堤防。（上街区、巩义市人民政府负责）': 'responsible 上街区人民政府; responsible 巩义市人民政府',
    },
    'departments.is_clause': {
        '加固堤防。（市水利局负责）': 'responsible 市水利局',
        '加固堤防（省级负责的项目除外）。': '—',
    },
    'departments.is_bare_list': {
        '加固堤防。（工业和信息化部、公安部、科协等）': 'responsible 工业和信息化部; responsible 公安部; responsible 科协',
    },
    'departments.without_others': {
        '加固堤防。（市水利局、市财政局等10个部门负责）': 'responsible 市水利局; responsible 市财政局',
    },
    'departments.without_note': {
        '加固堤防。（省公安厅（人口库）、市交通委（市道运局）负责）': 'responsible 省公安厅; responsible 市交通委（市道运局）',
    },
    'departments.nobody': {
        '加固堤防。（牵头单位：市水利局；配合单位：无）': 'lead 市水利局',
    },
    'departments.is_plausible': {
        '加固堤防。（责任单位：国网、申通地铁）': 'responsible 国网; responsible 申通地铁',
    },
    'departments.is_place': {
        '加固堤防。（市水利局、市财政局、东湖区）': '—',
    },
    'departments.likeness': {
        '加固堤防。（市水利局负责）': 'responsible 市水利局',
        '加固堤防。（全社会负责）': '—',
    },
    'departments.lead_mark': {
        '标★的为牵头单位。\n加固堤防。（★市水利局，市财政局）': 'lead 市水利局; responsible 市财政局',
    },
    'goals.read_goals': {
        '到2025年，城镇化率达到60%，绿化率达到40%；新增就业5万人。': '城镇化率达到60%: >= 60% by 2025-12-31; 绿化率达到40%: >= 40% by 2025-12-31; 新增就业5万人: >= 5万人 by 2025-12-31',
    },
    'goals.whole_year': {
        '全年新增经营主体1200户。': '全年新增经营主体1200户: >= 1200户 by 2025-12-31',
    },
    'goals.graded_target': {
        '国控断面水质稳定达到Ⅱ类。': '国控断面水质稳定达到Ⅱ类: Ⅱ类',
    },
    'indicators.by_comparison': {
        '覆盖率达到76%。': '覆盖率 >= 76%',
        '审批时限压缩到3个工作日办结。': '审批时限办结 <= 3个工作日',
        '累计达到12家以上企业上市。': '企业上市 >= 12家',
    },
    'indicators.ends_clause': {
        '受污染耕地安全利用率95%。': '受污染耕地安全利用率 >= 95%',
    },
    'indicators.counted_object': {
        '新建充电桩5000个。': '新建充电桩 >= 5000个',
        '完成2.45万亩湿地修复。': '湿地修复 >= 2.45万亩',
    },
    'indicators.share_done': {
        '新增公交车100%选用新能源车型。': '新增公交车选用新能源车型 >= 100%',
    },
    'indicators.so_many_reach': {
        '首批100个社区全面建成。': '首批社区全面建成 >= 100个',
    },
    'indicators.ranks_in': {
        '空气质量不进入后20名。': '空气质量（倒数名次） > 20名',
        '保持全省前十名。': '在全省排名 <= 10名',
    },
    'indicators.says_what_is_meant': {
        '淘汰年运量150万吨以上的企业的旧车。': '—',
        '改造30户以上自然村道路。': '—',
    },
    'indicators.is_fact_or_award': {
        '目前已建成泵站12座。': '—',
        '每年开展演练完成2次。': '—',
        '给予100万元补助。': '—',
    },
    'indicators.direction': {
        '能耗不高于1.5吨标准煤。': '能耗 <= 1.5吨标准煤',
        '损耗降至5%。': '损耗 <= 5%',
        '事故控制在3起以内。': '事故 <= 3起',
    },
    'indicators.force_of': {
        '力争覆盖率达到90%。': '覆盖率 >= 90% hoped',
    },
    'indicators.names_apart': {
        '县城、城市污水处理率分别达到85%、95%。': '县城污水处理率 >= 85%; 城市污水处理率 >= 95%',
    },
    'indicators.baseline_year': {
        '能耗较2022年下降10%。': '能耗较2022年下降 >= 10% since 2022',
    },
    'indicators.indicator_name': {
        '力争森林覆盖率稳定达到45%以上。': '森林覆盖率 >= 45% hoped',
    },
    'indicators.object_of': {
        '遴选一批智能制造示范工厂，到2026年建成50家。': '智能制造示范工厂 >= 50家 by 2026-12-31',
    },
    'indicators.hope_of_sentence': {
        '力争到2025年，覆盖率达到90%，利用率达到80%。': '覆盖率 >= 90% by 2025-12-31 hoped; 利用率 >= 80% by 2025-12-31 hoped',
    },
    'indicators.dues_apart': {
        '2025年、2026年分别完成道路改造30公里、50公里。': '道路改造 >= 30公里 by 2025-12-31; 道路改造 >= 50公里 by 2026-12-31',
    },
    'indicators.due_of': {
        '2025年完成道路改造30公里、2026年完成道路改造50公里。': '道路改造 >= 30公里 by 2025-12-31; 道路改造 >= 50公里 by 2026-12-31',
    },
    'indicators.begin_part': {
        '2025年6月底前完成验收；改造率达到80%。': '改造率 >= 80%',
    },
    'indicators.previous': {
        '开展节能诊断，完成1000家。': '开展节能诊断 >= 1000家',
    },
    'indicators.without_dates': {
        '航线于2025年9月底前开通5条。': '航线开通 >= 5条 by 2025-09-30',
    },
    'indicators.is_target': {
        '建成泵站12座。': '泵站 >= 12座',
        '共有泵站12座。': '—',
    },
}
