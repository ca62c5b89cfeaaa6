"""`note assess`: an assessment beside the self-report, disagreements, and that it never counts as the report."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli_home import Home, Result

LEAD = "市生态环境局"
LINK = "https://example.org/xianchang"
HOSTILE = "现场[2023]只完成一半 [/] =1+1 \x1b[31m"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk without a role, in Chinese."""
    return Home(tmp_path, PLANTUI_LANG="zh")


def assess(
    home: Home, status: str = "推进中", by: str = "第三方", *options: str, finding: str = HOSTILE
) -> Result:
    """Enter an assessment of task 7."""
    said = ("--by", by, "--status", status, "--finding", finding)
    return home.run("note", "assess", "zhengzhou", "7", *said, *options)


def report(home: Home, status: str = "completed") -> None:
    """Save the department's own report."""
    said = ("--department", LEAD, "--status", status, "--progress", "完成", "--evidence", LINK)
    assert home.run("note", "add", "zhengzhou", "7", *said).code == 0


def shown(home: Home) -> dict[str, Any]:
    """Return task 7 as `show --json` has it, its assessments apart."""
    found: dict[str, Any] = home.run("show", "zhengzhou", "7", "--json").data
    return found


def disputed(home: Home) -> list[str]:
    """Return the tasks on which report and assessment disagree."""
    return [row["id"] for row in home.run("list", "--find", "评估不一致", "--json").data]


def test_assessment_is_no_report(home: Home) -> None:
    """Light, status and missing reports stay: without a report there is nothing to disagree with either."""
    before = shown(home)
    given = assess(home, "completed", "audit", "--score", "80", "--evidence", LINK, "--json")
    assert (given.data["by"], given.data["score"], given.data["finding"]) == ("audit", 80, HOSTILE)
    assert [one["place"] for one in given.data["evidence"]] == [LINK]
    after = shown(home)
    assert {**after, "assessments": []} == before
    assert disputed(home) == []
    unreported = home.run("list", "--plan", "zhengzhou", "--find", "未报送", "--json").data
    assert "7" in [row["id"] for row in unreported]


def test_disagreement_is_found_shown_and_undone(home: Home) -> None:
    report(home)
    assess(home, "推进中")
    assert disputed(home) == ["7"]
    assert home.run("list", "--find", "评估不一致", "--columns", "独立评估,状态").rows[-1] == [
        "不一致",
        "已完成",
    ]
    assert f"{LEAD} 自报 已完成；第三方评估 推进中" in home.run("show", "zhengzhou", "7").out
    assert "第三方评估 推进中" in home.run("changes", "--since", "2025-06-30").out
    home.run("note", "undo")
    assert disputed(home) == []


def test_newest_of_each_assessor_counts(home: Home) -> None:
    """A later assessment of the same body takes the place of its earlier one; another body's stands beside it."""
    report(home)
    assess(home, "推进中")
    assess(home, "completed", "审计")
    assert disputed(home) == ["7"]
    assess(home, "closed")  # done as well: no disagreement with completed
    assert disputed(home) == []
    assert len(shown(home)["assessments"]) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--score", "101"), "分数 101 不对"),
        (("--score", "x"), "分数 x 不对"),
        (("--score", "9" * 5_000), "不对"),
        (("--as", "clerk"), "不由填报单位自己登记"),
    ],
)
def test_what_is_refused(home: Home, options: tuple[str, ...], said: str) -> None:
    refused = assess(home, "推进中", "第三方", *options)
    assert (refused.code, said in refused.err) == (2, True)
    assert shown(home)["assessments"] == []


def test_finding_and_assessor_are_required(home: Home) -> None:
    assert "须写明结论" in assess(home, finding=" ").err
    assert "没有评估方“自己”" in assess(home, by="自己").err
    assert shown(home)["assessments"] == []


def packed(home: Home, folder: Path) -> tuple[Path, str]:
    """Pack the department's submission, and return the file and what was said of it."""
    path = folder / "a.plantui"
    named = ("--department", f"郑州市/{LEAD}", "--period", "2025-06")
    result = home.run("pack", *named, "-o", str(path), "--force")
    assert result.code == 0, result.err
    return path, result.err


def test_submission_leaves_assessments_behind_and_says_so(home: Home, tmp_path: Path) -> None:
    report(home)
    assert "独立评估" not in packed(home, tmp_path)[1]
    assess(home)
    path, said = packed(home, tmp_path)
    assert "该单位本期的 1 条独立评估不在其中" in said
    office = Home(tmp_path / "office", PLANTUI_LANG="zh", PLANTUI_AUTHOR="督查")
    assert office.run("receive", str(path)).code == 0
    assert (len(shown(office)["note_list"]), shown(office)["assessments"]) == (1, [])


def test_submission_with_an_assessment_is_refused(home: Home, tmp_path: Path) -> None:
    """A department that writes one into its submission would assess itself."""
    report(home)
    said = ("--reason", "无此职责", "--department", LEAD)
    assert home.run("note", "appeal", "zhengzhou", "8", *said).code == 0
    path, _ = packed(home, tmp_path)
    document = json.loads(path.read_text("utf-8").partition("\n\n")[2])
    content: dict[str, object] = {
        "by": "audit",
        "status": "completed",
        "finding": "属实",
        "score": None,
        "evidence": [],
    }
    document["events"][0].update(subject="assessment", content=json.dumps(content))
    body = json.dumps(document)
    digest = hashlib.sha256(body.encode()).hexdigest()
    path.write_text(f"plantui-submission 1\nsha256 = {digest}\n\n{body}", "utf-8")
    office = Home(tmp_path / "office", PLANTUI_LANG="zh", PLANTUI_AUTHOR="督查")
    refused = office.run("receive", str(path))
    assert (refused.code, "评估不由填报单位报送" in refused.err) == (1, True)
    assert shown(office)["note_list"] == []


def test_merged_ledgers_have_the_assessments_of_both(home: Home, tmp_path: Path) -> None:
    """The newest of each assessor counts, whichever ledger it came from; undoing takes back its own alone."""
    report(home)
    office = Home(tmp_path / "office", PLANTUI_LANG="zh", PLANTUI_AUTHOR="督查")
    assert office.run("receive", str(home.folder / "ledger.db")).code == 0
    assess(home, "推进中")
    assess(office, "completed", "审计", "--score", "90")
    assess(office, "已完成")
    for own, other in ((home, office), (office, home)):
        assert own.run("receive", str(other.folder / "ledger.db")).code == 0
    said = [
        [(one["by"], one["status"], one["score"]) for one in shown(desk)["assessments"]]
        for desk in (home, office)
    ]
    assert (
        sorted(said[0]) == sorted(said[1]) == [("audit", "completed", 90), ("third_party", "completed", None)]
    )
    assert disputed(home) == []
    office.run("note", "undo")
    assert disputed(office) == ["7"]
