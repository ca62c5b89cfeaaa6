"""A large library of made-up plans, the same at every run: `python -m bench.synthetic DIR --tasks 100000`.

The shape is that of real plans: chapters and sections, one to three leading departments, dated requirements, short
texts; some tasks are without dates, some are given to a group of departments.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

REGION = "合成市"
YEARS = (2026, 2027, 2028, 2029, 2030)
PER_PLAN = 2_500
PER_SECTION = 50
PER_CHAPTER = 500
SEED = 20260101


def _words(text: str) -> list[str]:
    return text.split()


_FIELDS = _words(
    "教育 科技 工信 公安 民政 司法 财政 人社 资源规划 生态环境 住建 交通 水利 农业农村 商务 文旅 卫健 应急"
    " 审计 国资 市场监管 体育 统计 医保 林业 气象 城管 园林 房管 金融 大数据 人防 乡村振兴 投资促进 地震"
    " 邮政 档案 烟草 能源 粮储"
)
DEPARTMENTS = tuple(f"市{field}局" for field in _FIELDS)
COUNTIES = tuple(f"{name}区政府" for name in ("东城", "西城", "南湖", "北山", "新港"))
GROUPS = {
    "各区政府": COUNTIES,
    "市各有关部门": DEPARTMENTS[:8],
    "执法部门": (*DEPARTMENTS[20:26], "各区政府"),
}

_VERBS = _words("完善 推进 建设 优化 深化 健全 实施 打造 提升 构建 探索 落实")
_KINDS = _words("高水平 国际化 数字化 “双一流” 特色鲜明的 多元协同 产教融合 全链条 开放共享 智慧")
_THINGS = _words(
    "人才培养体系 清洁取暖设施 科研创新平台 重点河湖治理 污水处理能力 绿色交通网络 固废处置体系"
    " 农村人居环境 噪声监测点位 生态保护修复 质量保障机制 数据中台 充电基础设施 国际合作网络"
    " 绩效评价制度 应急处置能力"
)
_AMOUNTS = (
    "，覆盖率达到{}％以上",
    "，新增{}项",
    "，建成{}个示范点",
    "，完成率不低于{}％",
    "，累计改造{}处",
    "（第{}批）",
)
_PHRASES = (("{}年底前", 12, 31), ("{}年9月底前", 9, 30), ("{}年上半年", 6, 30), ("到{}年", 12, 31))


@dataclass(frozen=True, slots=True)
class SyntheticTask:
    """Made-up facts of a task. `leads` and `supports` are names as printed."""

    number: int
    title: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    deadlines: tuple[tuple[str, str], ...]
    """Phrase and day."""

    @property
    def section(self) -> str:
        """The id of the section that it stands in: chapter and section counted from 1."""
        at = self.number % PER_PLAN
        return f"{at // PER_CHAPTER + 1}.{at % PER_CHAPTER // PER_SECTION + 1}"

    @property
    def id(self) -> str:
        """Its id in the plan."""
        return f"{self.section}.{self.number % PER_SECTION + 1}"


def tasks(count: int) -> Iterator[SyntheticTask]:
    """The first `count` made-up tasks."""
    random = Random(SEED)
    for number in range(count):
        title = (
            f"{_thing(random)}，{_thing(random)}{random.choice(_AMOUNTS).format(random.randrange(3, 100))}"
        )
        chosen = random.sample(DEPARTMENTS, random.choices((1, 2, 3), (70, 20, 10))[0])
        if number % 40 == 7:
            chosen.append(random.choice(tuple(GROUPS)))
        supports = random.sample(DEPARTMENTS, random.randrange(4))
        deadlines = tuple(_deadline(random) for _ in range(random.choices((0, 1, 2), (8, 80, 12))[0]))
        yield SyntheticTask(
            number, title, tuple(chosen), tuple(d for d in supports if d not in chosen), deadlines
        )


def _thing(random: Random) -> str:
    return random.choice(_VERBS) + random.choice(_KINDS) + random.choice(_THINGS)


def _deadline(random: Random) -> tuple[str, str]:
    phrase, month, day = random.choice(_PHRASES)
    year = random.choice(YEARS)
    return phrase.format(year), f"{year}-{month:02}-{day}"


def write_library(folder: Path, count: int) -> None:
    """Write `count` tasks as plan files with their departments into a folder. Files of another size are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.toml"):
        old.unlink()
    (folder / "departments.toml").write_text(_departments_text(), "utf-8")
    every = list(tasks(count))
    for start in range(0, count, PER_PLAN):
        plan_id = f"synthetic-{start // PER_PLAN + 1:02}"
        text = "\n".join(_plan_text(plan_id, start // PER_PLAN + 1, every[start : start + PER_PLAN]))
        (folder / f"{plan_id}.toml").write_text(text, "utf-8")


def _departments_text() -> str:
    parts = ["format = 1\n"]
    for name in (*DEPARTMENTS, *COUNTIES):
        aliases = _list([f"{REGION}{name.removeprefix('市')}", f"{name}（合成）"])
        parts.append(f'[[departments]]\nregion = "{REGION}"\nname = "{name}"\naliases = {aliases}\n')
    for name, members in GROUPS.items():
        parts.append(f'[[departments]]\nregion = "{REGION}"\nname = "{name}"\nmembers = {_list(members)}\n')
    return "\n".join(parts)


def _plan_text(plan_id: str, number: int, here: Sequence[SyntheticTask]) -> Iterator[str]:
    title = f"合成市综合行动计划第{number}册"
    yield f'format = 1\n\n[plan]\nid = "{plan_id}"\ntitle = "{title}（2026—2030年）"\nshort_title = "{title}"'
    yield f'region = "{REGION}"\nstart_year = 2026\nend_year = 2030\nstatus = "in_force"\n'
    sections = dict.fromkeys(task.section for task in here)
    for chapter in dict.fromkeys(section.partition(".")[0] for section in sections):
        yield f'[[sections]]\nid = "{chapter}"\nnumber = "第{chapter}章"\ntitle = "第{chapter}方面工作"\n'
        for section in (one for one in sections if one.partition(".")[0] == chapter):
            yield f'[[sections]]\nid = "{section}"\nnumber = "{section}"\ntitle = "重点行动{section}"'
            yield f'parent = "{chapter}"\n'
    for task in here:
        yield from _task_text(task)


def _task_text(task: SyntheticTask) -> Iterator[str]:
    clauses = [f"{phrase}，{task.title}。" for phrase, _ in task.deadlines] or [f"{task.title}。"]
    yield f'[[tasks]]\nid = "{task.id}"\nsection = "{task.section}"\nnumber = "{task.number % PER_SECTION + 1}"'
    yield f'title = "{task.title}"\ntext = "{"".join(clauses)}"\n'
    yield f"[tasks.departments]\nlead = {_list(task.leads)}\nsupport = {_list(task.supports)}\n"
    for phrase, day in task.deadlines:
        yield f'[[tasks.deadlines]]\nphrase = "{phrase}"\ndue = {day}\nclause = "{task.title}"\n'


def _list(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def main() -> None:
    """Write a library into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tasks", type=int, default=100_000)
    options = parser.parse_args()
    write_library(options.folder, options.tasks)
    size = sum(file.stat().st_size for file in options.folder.glob("*.toml"))
    sys.stdout.write(f"{options.tasks} tasks, {size / 1e6:.1f} MB of TOML in {options.folder}\n")


if __name__ == "__main__":
    main()
