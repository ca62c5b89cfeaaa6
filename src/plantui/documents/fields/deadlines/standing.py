"""Which dated phrases are no deadlines: baselines, starts, names, yearly duties, the past."""

from __future__ import annotations

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import DatedPhrase


@rule(Stage.DEADLINES)
def baseline(text: str, found: DatedPhrase) -> bool:
    """较2022年, 比2020年, 在2020年基础上, 以2020年为基数, 2020年水平: what is compared with, never a deadline. Behind 前
    or 内 stands what is done by then (年底前数据共享率达到95%)."""
    if text[found.start] in "到至截":
        return False
    if ZH.STANDING_BASE_BEFORE.search(text[: found.start]):
        return True
    return text[found.end - 1] not in "前内" and ZH.STANDING_BASE_AFTER.search(text[found.end :]) is not None


@rule(Stage.DEADLINES)
def start(text: str, found: DatedPhrase) -> bool:
    """从2019年1月1日起, 2024年开始, 2020年以来: a beginning and no deadline."""
    rest = text[found.end :]
    said = text[found.start : found.end]
    if "至" in said or ("之日起" in said and said.endswith("内")):
        return False  # 自印发之日起30日内 ends
    return bool(
        ZH.STANDING_START_AFTER.search(rest)
        or (ZH.STANDING_START_BEFORE.search(text[: found.start]) and not rest.startswith("前"))
    )


@rule(Stage.DEADLINES)
def yearly_duty(text: str, found: DatedPhrase) -> bool:
    """每年12月底前, 每年开学前和汛期前, 每季度末, 次年3月底前: a standing duty has no date of its own."""
    return bool(ZH.STANDING_YEARLY.search(text[: found.start]))


@rule(Stage.DEADLINES)
def part_of_a_name(text: str, found: DatedPhrase) -> bool:
    """《…行动计划（2023—2025年）》, 2025年版, 2024年工作要点, “2025年…”, 2025年中央一号文件: years inside names."""
    before, rest = text[: found.start], text[found.end :]
    for left, right in ("《》", "〈〉"):
        if before.rfind(left) > before.rfind(right):
            return True
    if before.rfind("“") > before.rfind("”") and "”" not in text[found.start : found.end] and "”" in rest:
        return True
    if (
        before.endswith("（")
        and rest.startswith("）")
        and compiled(r"(?:计划|方案|规划|纲要|行动|工程)（$").search(before)
    ):
        return True
    clause = compiled(r"[，。；：]").split(rest, maxsplit=1)[0]
    if compiled(r"的\d+(?:\.\d+)?\s*(?:%|‰|万|亿|个|倍)").match(rest):
        return False  # 提高到2025年的4%
    return bool(
        ZH.STANDING_NAMED_AFTER.search(rest) or (found.is_bare and ZH.STANDING_MEETING.search(clause))
    )


@rule(Stage.DEADLINES)
def objects_meant(text: str, found: DatedPhrase) -> bool:
    """将2024年底前建成的…, 对2025年底前到期的…: the date says which objects are meant."""
    before = compiled(r"[，。；：（]").split(text[: found.start])[-1]
    clause = compiled(r"[，。；：]").split(text[found.end :], maxsplit=1)[0]
    if not before and ZH.STANDING_DONE_BY_THEN.match(clause):
        return True
    return bool(
        compiled(r"(?:^|[推使要])(?:对|将|把|凡是?|凡在)[^，]{0,8}$").search(before)
        and compiled(r"^[^，]{1,10}的").search(clause)
    )


@rule(Stage.DEADLINES)
def past(text: str, found: DatedPhrase, period: Period) -> bool:
    """What is said to have been reached by then (截至2023年6月底，已…) or found (2024年…仅为58毫克/升), and before the plan's
    first year a mere year or month (2019年，全市…) or what has been done (2023年底前累计建成…), is history."""
    if found.due is None:
        return False
    rest = text[found.end :]
    if text[found.start] == "截" and ZH.STANDING_PAST.search(rest):
        return True
    if (found.is_bare and ZH.STANDING_FINDING.match(rest)) or ZH.STANDING_TOLD.match(rest):
        return True
    if not period.is_before(found.due.year):
        return False
    clause = compiled(r"[。；]").split(rest, maxsplit=1)[0]
    return found.is_bare or text[found.start] == "截" or ZH.STANDING_REACHED.search(clause) is not None


@rule(Stage.DEADLINES)
def before_plan(found: DatedPhrase, period: Period) -> bool:
    """A day before the plan's first year is a deadline all the same, with a doubt unless the plan had been issued by then."""
    if found.due is None or not period.is_before(found.due.year):
        return False
    return period.issued is None or found.due < period.issued


@rule(Stage.DEADLINES)
def gives_its_year(text: str, found: DatedPhrase, after: DatedPhrase) -> bool:
    """2024年春季集中免疫工作5月20日前完成: a year straight before a noun, in a clause with a month or day of its own,
    says only the year of that day."""
    if not found.is_bare or not text[found.start : found.end].endswith("年"):
        return False
    between, own = text[found.end : after.start], text[after.start : after.end]
    if (
        not between
        or compiled(r"[，。；：]|^[、和及与至到]").search(between)
        or ZH.STANDING_DONE.search(between)
    ):
        return False
    return compiled(r"\d{4}|[年“]|^[今本当明]").search(own) is None


@rule(Stage.DEADLINES)
def mere_mention(text: str, found: DatedPhrase) -> bool:
    """A year or month alone counts at the head of a clause or straight before what is done by then; elsewhere it is a
    mention (完成2025年改造任务, 2025年度目标). 由市水利局于2025年10月开展评估 says when as well,
    and so does each year of 其中2024年800亩、2025年1200亩 and of 2024年创建2个、2025年创建3个."""
    if not found.is_bare:
        return False
    before, rest = text[: found.start].rstrip(), text[found.end :].lstrip()
    if ZH.STANDING_SEASON.match(rest) or rest.startswith(("以", "及", "和", "与", "或", "之", "—", "-")):
        return True
    is_within = (
        ZH.STANDING_WITHIN.search(before) is not None and compiled(r"^[^，。；]{0,8}的").match(rest) is None
    )
    is_share = ZH.STANDING_OF_WHICH.search(before) is not None and ZH.DATES_SO_MUCH.match(rest) is not None
    is_listed = before.endswith("、") and ZH.STANDING_BUILT.match(rest) is not None
    is_due = ZH.STANDING_HEAD.search(before) or ZH.STANDING_DONE.search(rest)
    return not (is_due or is_within or is_share or is_listed)
