"""A whole country of made-up plans: validated, gathered into one table, and that table asked (see docs/scale.md).

`python -m benchmarks.country [--townships 40000] [--jobs 2]`. The names are generated; the numbers of provinces, cities
and counties are about those of mainland China.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from benchmarks.province import region_name
from kepu_cli.loading.linked_files import builtin_file

if TYPE_CHECKING:
    from collections.abc import Iterator


class Size(NamedTuple):
    provinces: int = 31
    cities: int = 333
    counties: int = 2843
    townships: int = 40_000


# Without level; each leads what the outline customarily gives it, so that some carry more than others.
_BODIES = (
    *("委组织部", "委宣传部", "教育局", "科学技术局", "工业和信息化局", "民政局", "财政局", "人力资源和社会保障局"),
    *("自然资源局", "生态环境局", "农业农村局", "文化和旅游局", "卫生健康局", "应急管理局", "气象局", "总工会"),
    *("妇联", "科协"),
)
_LEADS = {"青少年": 2, "农民": 10, "产业工人": 15, "老年人": 12, "领导干部": 0}
_TOWNSHIP_BODIES = ("党政办", "经济发展办", "社会事务办", "农业服务中心", "文化站", "卫生院", "中心学校")
_TOWNSHIP_WORK = ("举办科普赶集", "培训科普信息员", "开展健康讲座", "组织科普进校园", "更新科普宣传栏")


def main() -> None:
    """Makes, validates, exports and asks, and prints the seconds of each step."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.country", description=__doc__)
    for name, count in Size()._asdict().items():
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--jobs", type=int, default=2, help="processes that check")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        home = write_country(scratch / "country", Size(asked.provinces, asked.cities, asked.counties, asked.townships))
        files = [path for path in home.rglob("*.yaml") if path.name != ROSTER]
        size = sum(path.stat().st_size for path in files)
        print(f"{len(files):,} plans, {size / 1e6:.0f} MB\n\n| command | seconds | last line |\n|---|---:|---|")
        _timed(scratch, "validate", "country", "--jobs", str(asked.jobs))
        _timed(scratch, "export", "country", "-o", "ledger.csv")
        print(f"\nledger.csv: {(scratch / 'ledger.csv').stat().st_size / 1e6:.0f} MB")
        _ask(scratch / "ledger.csv")


def write_country(home: Path, size: Size) -> Path:
    """A folder a region with its plan and roster; the townships' plans lie in those of the counties."""
    places: list[Path] = []
    for level, count in (("省", size.provinces), ("市", size.cities), ("县", size.counties)):
        for number in range(count):
            region = region_name(number)[:-1] + level
            folder = home / level / f"{number:04}{region}"
            _write_region(folder, region, number)
            places.append(folder)
    for number in range(size.townships):
        folder = places[-1 - number % max(size.counties, 1)]
        _write_township(folder, number)
    return home


ROSTER = "名册.yaml"


def _write_region(folder: Path, region: str, number: int) -> None:
    folder.mkdir(parents=True)
    level = region[-1]
    roster = [f"地区: {region}", "成员单位:", *(f"  - {level}{body}" for body in _BODIES)]
    (folder / ROSTER).write_text("\n".join(roster) + "\n", encoding="utf-8")
    (folder / "方案.yaml").write_text("\n".join(_plan(region, number)) + "\n", encoding="utf-8")


def _plan(region: str, number: int) -> Iterator[str]:
    """The outline's duties; some are left out by every fourth region, some by every twelfth, others by none."""
    level = region[-1]
    yield from (f"方案: {region}2026年全民科学素质行动实施方案", "年度: 2026", f"地区: {region}")
    yield from (f"成员单位: {ROSTER}", "上级纲要: builtin:2021", "重点任务:")
    for at, (name, prefix, duties) in enumerate(_outline()):
        lead = _BODIES[_LEADS.get(prefix, (number + at) % 3 + 15)]
        yield from (f"  - 编号: {at + 1}", f"    名称: {name}", f"    牵头单位: {level}{lead}")
        yield from (f"    责任单位: {level}财政局", "    完成时限: 2026年12月底前", "    职责:")
        for step, (identity, text) in enumerate(duties):
            if step and (number * 7 + at) % (4 + (at * 5 + step * 3) % 9) == 0:
                continue
            other = _BODIES[(number + at + step * 5) % len(_BODIES)]
            yield from (f"      - 编号: {at + 1}.{step + 1}", f"        内容: {text}")
            yield from (f"        牵头单位: {level}{lead}", f"        对应: [纲要/{identity}]")
            if other != lead:
                yield f"        责任单位: {level}{other}"


def _write_township(folder: Path, number: int) -> None:
    region = f"{folder.name[4:]}{region_name(number // 7)[:2]}镇"
    text = [f"方案: {region}2026年科普工作计划", "年度: 2026", f"地区: {region}", "成员单位:"]
    text += [*(f"  - 镇{body}" for body in _TOWNSHIP_BODIES), "重点任务:"]
    for step, work in enumerate(_TOWNSHIP_WORK):
        lead, other = (_TOWNSHIP_BODIES[(number + step * 2 + more) % len(_TOWNSHIP_BODIES)] for more in (0, 3))
        text += [f"  - 编号: {step + 1}", f"    名称: {work}", f"    牵头单位: 镇{lead}"]
        text += [f"    责任单位: 镇{other}", "    完成时限: 2026年11月底前"]
    (folder / f"镇{number:05}.yaml").write_text("\n".join(text) + "\n", encoding="utf-8")


@cache
def _outline() -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """The actions of the outline of 2021: name, prefix, and its duties as (id, text)."""
    outline = yaml.safe_load(builtin_file("builtin:2021") or b"")
    duties = [(duty["编号"], duty["内容"]) for duty in outline["职责"]]
    return tuple(
        (action["名称"], prefix, tuple(duty for duty in duties if duty[0].startswith(f"{prefix}/")))
        for action in outline["重点任务"]
        if (prefix := action["职责前缀"])
    )


def _timed(scratch: Path, *args: str) -> None:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "kepu_cli", *args, "--lang", "en"],
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - start
    last = [line for line in (done.stdout + done.stderr).splitlines() if ":" in line or "wrote" in line][-1:]
    print(f"| `kepu {' '.join(args)}` | {seconds:.1f} | {''.join(last)} |", flush=True)


QUESTIONS = {
    "Who leads most, by the name without its level": """
        SELECT regexp_replace(department, '^[省市县]', '') AS body, count(DISTINCT region) AS regions,
               round(count(*) / count(DISTINCT region), 1) AS leads_each
        FROM ledger WHERE role = 'lead' AND basis = 'named' AND level = 'duty'
        GROUP BY body ORDER BY count(*) DESC LIMIT 5""",
    "Which duties of the outline most regions leave open": """
        WITH taken AS (SELECT DISTINCT region, covers FROM ledger WHERE covers <> ''),
             regions AS (SELECT count(DISTINCT region) AS all_ FROM taken)
        SELECT covers AS duty, all_ - count(*) AS open_in, all_ AS of_
        FROM taken, regions GROUP BY covers, all_ ORDER BY open_in DESC, duty LIMIT 5""",
}


def _ask(ledger: Path) -> None:
    """The questions, with the seconds that each took, where DuckDB is installed."""
    try:
        # By name, so that the types are checked alike with and without it.
        duckdb = import_module("duckdb")
    except ImportError:
        print("\nduckdb is not installed; pip install duckdb shows what it answers", file=sys.stderr)
        return
    for title, question in QUESTIONS.items():
        start = time.perf_counter()
        answer = duckdb.sql(f"WITH ledger AS (FROM read_csv('{ledger}', all_varchar=true)) {_joined(question)}")
        rows, names = answer.fetchall(), answer.columns
        seconds = time.perf_counter() - start
        print(f"\n{title} ({seconds:.1f} s)\n\n| {' | '.join(names)} |\n|{'---|' * len(names)}")
        print("\n".join(f"| {' | '.join(map(str, row))} |" for row in rows))


def _joined(question: str) -> str:
    """A question that names tables of its own goes on after ours."""
    text = question.strip()
    return f", {text.removeprefix('WITH ')}" if text.startswith("WITH ") else text


if __name__ == "__main__":
    main()
