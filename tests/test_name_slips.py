"""Slips of the pen in names, and names that are only like one: every pair was looked at."""

from __future__ import annotations

import pytest

from kepu_cli.common_names import common_names
from kepu_cli.loading.load import load_file
from kepu_cli.near_names import Kind, Suggestion
from kepu_cli.roster import Cores
from kepu_cli.starting.draft import department_in
from tests.near_names import IN_CITY, near
from tests.plans import EXAMPLES, plan_of

_SLIPS = [
    ("市教育句", "市教育局"),
    ("市教肓局", "市教育局"),
    ("市叫育局", "市教育局"),
    ("市教局", "市教育局"),
    ("市教育", "市教育局"),
    ("市教育局局", "市教育局"),
    ("市教局育", "市教育局"),
    ("市教育厅", "市教育局"),
    ("市市教育局", "市教育局"),
    ("什邡教育局", "市教育局"),
    ("市科携", "市科协"),
    ("市妇连", "市妇联"),
    ("市水力局", "市水利局"),
    ("市材政局", "市财政局"),
    ("市名政局", "市民政局"),
    ("市財政局", "市财政局"),
    ("市宣传步", "市委宣传部"),
    ("市委宣传都", "市委宣传部"),
    ("市农业农材局", "市农业农村局"),
    ("市农村农业局", "市农业农村局"),
    ("市生态环保局", "市生态环境局"),
    ("市人力资原和社会保障局", "市人社局"),
    ("市人力资原和社会保章局", "市人社局"),
    ("市场监督管埋局", "市市场监管局"),
]


@pytest.mark.parametrize(("written", "member"), _SLIPS)
def test_slips_of_the_pen(written: str, member: str) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.SLIP, (member,))


@pytest.mark.parametrize(
    ("written", "roster"),
    [
        ("市水利局", "市林业局"),
        ("市农业局", "市林业局"),
        ("市林业局", "市农业局"),
        ("市盐务局", "市税务局"),
        ("市水务局", "市商务局"),
        ("市民政局", "市财政局"),
        ("市邮政局", "市民政局"),
        ("市市政局", "市财政局"),
        ("市政局", "市财政局"),
        ("市审计局", "市统计局"),
        ("市体育局", "市教育局"),
        ("市教研室", "市教育局"),
        ("市科技馆", "市科技局"),
        ("市文化馆", "市文化局"),
        ("市档案馆", "市档案局"),
        ("市气象台", "市气象局"),
        ("市教育科", "市教育局"),
        ("市科普办", "市科协"),
        ("市文联", "市妇联"),
        ("市残联", "市妇联"),
        ("市作协", "市科协"),
        ("市文协", "市科协"),
        ("校科协", "市科协"),
        ("市老科协", "市科协"),
        ("市文爱办", "市文明办"),
        ("市党校", "市科协"),
        ("市人大", "市人社局"),
        ("市政府", "市政府办"),
        ("市工信局", "市经信局"),
        ("市工业和信息化局", "市经济和信息化局"),
        ("市住建局", "市城建局"),
        ("市司法局", "市执法局"),
        ("市政法委", "市纪委"),
        ("市财政局", "市財務科"),
        ("市財政局", "市民政局"),
        ("市国土资源局", "市人力资源局"),
        ("市公安分局", "市公安局"),
    ],
)
def test_another_body_is_never_offered(written: str, roster: str) -> None:
    assert near([roster, "市发改局"]).suggest(written).meant == ()


def test_two_equally_near_are_both_named_and_three_are_none() -> None:
    assert IN_CITY.suggest("市弄政局").names == ("市财政局", "市民政局")
    assert near(["市财政局", "市民政局", "市渔政局"]).suggest("市弄政局").kind is Kind.STRANGER


def _real_bodies() -> list[str]:
    """The examples' rosters, whom the outlines customarily have lead, and the first form of each common body."""
    cores = set(common_names().representative.values())
    for file in EXAMPLES.glob("*/*.yaml"):
        if (plan := load_file(file).plan) and plan.region.endswith(("市", "县")):
            cores |= {Cores(plan.region, ()).of(member.name) for member in plan.departments}
    plan = plan_of("方案: 甲\n上级纲要: [builtin:2006, builtin:2021]\n重点任务: [{名称: 甲}]")
    cores |= {lead for outline in plan.outline for action in outline.actions for lead in action.customary_leads}
    return sorted({department_in("示例县", core) for core in cores if len(core) > 1})


_REAL = _real_bodies()
# What stands for the same body under another name is no mistake: a reform, or another level.
_HARMLESS = (Kind.STRANGER, Kind.REFORMED, Kind.OLD_ROSTER, Kind.ELSEWHERE)


def test_a_real_body_that_the_roster_lacks_is_no_slip_for_another() -> None:
    assert len(_REAL) > 100
    taken_for = {
        name: found.names
        for name in _REAL
        if (found := near([other for other in _REAL if other != name], "示例县").suggest(name)).kind not in _HARMLESS
    }
    assert taken_for == {}
