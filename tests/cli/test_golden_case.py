"""The golden case: the ten-task plan exactly as it stands gives exactly these findings, in either key language."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import EXAMPLES, ROOT, kepu

if TYPE_CHECKING:
    from pathlib import Path

SHIFANG = EXAMPLES / "shifang-2007"
GOLDEN = ROOT.parent / "shared" / "data" / "shifang-ten-tasks.golden.json"


def _findings(plan: Path) -> list[dict[str, object]]:
    ran = kepu("validate", plan, "--all", "--format", "json")
    assert ran.code == 1
    return list(json.loads(ran.out)["findings"])


@pytest.mark.parametrize("plan", ["plan.yaml", "plan-en.yaml"])
def test_findings_are_those_of_the_document_and_no_others(plan: str) -> None:
    found = _findings(SHIFANG / plan)
    by_task = Counter((str(item["code"]), _task(item)) for item in found)
    assert by_task == Counter(
        {
            ("K101", 2): 1,
            ("K105", 3): 1,
            ("K201", 1): 1,
            ("K201", 2): 1,
            ("K201", 4): 1,
            ("K201", 6): 1,
            ("K201", 7): 1,
            ("K201", 9): 1,
            **{("K203", task): 1 for task in (1, 4, 5)},
            ("K203", 3): 2,
            ("K203", 8): 2,
            ("K203", 9): 2,
            ("K203", 10): 2,
            ("K206", 2): 1,
            **{("K302", task): 1 for task in (2, 4, 5, 6, 8, 9)},
            ("K501", 1): 1,
        }
    )


@pytest.mark.parametrize("plan", ["plan.yaml", "plan-en.yaml"])
def test_every_finding_points_at_the_very_name(plan: str) -> None:
    lines = (SHIFANG / plan).read_text(encoding="utf-8").splitlines()
    for finding in _findings(SHIFANG / plan):
        line, column = int(str(finding["line"])), int(str(finding["column"]))
        rest = lines[line - 1][column - 1 :]
        if finding["code"] == "K201":
            assert rest.startswith(("市文爱办", "市党校")), finding
        if finding["code"] == "K203":
            assert rest.startswith(("市发改委", "团市委", "市劳动和社会保障局")), finding
        if finding["code"] == "K206":
            assert rest.startswith("市农业局"), finding


def test_both_key_languages_give_the_same_findings() -> None:
    def told(plan: str) -> list[tuple[object, ...]]:
        return [(item["code"], item["severity"], item["message"], item["path"]) for item in _findings(SHIFANG / plan)]

    assert Counter(map(str, told("plan.yaml"))) == Counter(map(str, told("plan-en.yaml")))


def test_no_false_alarm_for_names_that_are_only_spelt_otherwise() -> None:
    ran = kepu("validate", SHIFANG / "plan.yaml")
    for name in ("劳动和社会保障局", "市发改委", "团市委"):
        assert f"“{name}”" not in ran.out
    assert "没有任务" not in ran.out


def test_aliases_for_both_unknown_names_silence_them(tmp_path: Path) -> None:
    roster = (SHIFANG / "departments.yaml").read_text(encoding="utf-8")
    for member, alias in (("市委宣传部", "市文爱办"), ("市委组织部", "市党校")):
        assert f"{{名称: {member}," in roster
        roster = roster.replace(f"{{名称: {member},", f"{{名称: {member}, 别名: [{alias}],")
    (tmp_path / "departments.yaml").write_text(roster, encoding="utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((SHIFANG / "plan.yaml").read_bytes())
    assert "K201" not in {finding["code"] for finding in _findings(plan)}


def test_the_corrected_plan_is_clean() -> None:
    ran = kepu("validate", SHIFANG / "corrected.yaml", "--strict")
    assert (ran.code, ran.err) == (0, "")


def test_the_documents_own_expectations() -> None:
    """What was read off the document by hand, task by task."""
    if not GOLDEN.exists():
        pytest.skip("the document's own expectations are not in this checkout")
    expected = json.loads(GOLDEN.read_text(encoding="utf-8"))["expected_findings"]
    found = _findings(SHIFANG / "plan.yaml")
    unknown = {
        (name, task)
        for name, by_role in expected["not_in_roster"].items()
        for tasks in by_role.values()
        for task in tasks
    }
    assert {(_name(item), _task(item)) for item in found if item["code"] == "K201"} == unknown
    several = {int(task) for task in expected["tasks_with_several_leads"]}
    assert {_task(item) for item in found if item["code"] == "K302"} == several
    assert [_task(item) for item in found if item["code"] == "K101"] == expected["untitled_and_unnumbered"]
    twice = {(entry["department"], entry["task"]) for entry in expected["lead_also_responsible"]}
    assert {(_name(item), _task(item)) for item in found if item["code"] == "K206"} == twice


def _task(finding: dict[str, object]) -> int:
    path = finding["path"]
    assert isinstance(path, list)
    return int(path[1]) + 1


def _name(finding: dict[str, object]) -> str:
    return str(finding["message"]).partition("“")[2].partition("”")[0]
