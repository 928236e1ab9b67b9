"""Every example validates the way its README says, and stays readable by every command."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from kepu_cli.checking import check
from kepu_cli.findings import Severity
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from kepu_cli.views.division import division_table

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
PLANS = sorted(path for path in EXAMPLES.glob("*/*.yaml") if not load_file(path).is_companion)
READMES = sorted({path.with_name("README.md") for path in PLANS})
FOLDERS = (
    "cast-outreach-2022",
    "first-class-initiative",
    "four-creations-2021",
    "model-county-2023",
    "nine-tasks",
    "qinghe-2026",
    "sample-county",
    "shifang-2007",
    "wuyi-policy",
)

_TABLE = re.compile(r"<!-- findings -->\n(?:.*<!-- end -->\n)?", re.DOTALL)


def test_every_example_is_there() -> None:
    assert tuple(sorted(path.parent.name for path in EXAMPLES.glob("*/README.md"))) == FOLDERS


@pytest.mark.parametrize("readme", READMES, ids=lambda path: str(path.parent.name))
def test_the_readme_says_what_validate_finds(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    current = _TABLE.sub(lambda _: _findings_table(readme.parent), text)
    if os.environ.get("KEPU_GOLDEN") == "1":
        readme.write_text(current, encoding="utf-8")
    assert "<!-- end -->" in current
    assert readme.read_text(encoding="utf-8") == current


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_loads_whole(plan: Path) -> None:
    loaded = load_file(plan)
    assert loaded.plan is not None
    assert not [flaw for flaw in loaded.flaws if flaw.code != "K009"]
    table = division_table(loaded.plan, build_ledger(loaded.plan))
    assert sum(len(block.rows) for block in table.blocks) >= len(loaded.plan.actions)


def test_the_sample_county_has_thirty_to_sixty_duties_on_ten_actions() -> None:
    for year in ("2025", "2026"):
        plan = load_file(EXAMPLES / "sample-county" / f"{year}.yaml").plan
        assert plan is not None
        kinds = Counter(action.kind for action in plan.actions)
        assert (kinds["action"], kinds["programme"]) == (5, 5)
        assert 30 <= sum(len(action.duties) for action in plan.actions) <= 60


def _findings_table(folder: Path) -> str:
    lines = ["<!-- findings -->", "| 方案 | 错误 | 警告 | 提示 | 规则 |", "|---|---|---|---|---|"]
    for plan in (path for path in PLANS if path.parent == folder):
        report = check(load_file(plan))
        counts = " | ".join(str(report.count(severity)) for severity in Severity)
        codes = Counter(finding.code for finding in report.findings)
        told = "、".join(f"{code}×{count}" if count > 1 else code for code, count in sorted(codes.items()))
        lines.append(f"| `{plan.name}` | {counts} | {told or '—'} |")
    return "\n".join([*lines, "<!-- end -->", ""])
