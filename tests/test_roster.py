"""Names looked up in a roster: in which order, and what is left unknown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kepu_cli.common_names import common_names, equivalence_class
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from kepu_cli.model import Department, Role
from kepu_cli.roster import By, Register, Sort, claims
from tests.plans import EXAMPLES

_GOLDEN = EXAMPLES.parent.parent.parent / "shared/data/shifang-ten-tasks.golden.json"
_CITY = ["市委组织部", "市委宣传部", "市委政法委", "市发改局", "市教育局", "劳动和社会保障局", "市团委", "市科协"]


def register(members: list[Any], region: str = "什邡市", groups: dict[str, tuple[str, ...]] | None = None) -> Register:
    return Register([Department.read(member) for member in members], groups or {}, region)


@pytest.mark.parametrize(
    ("written", "department", "by"),
    [
        pytest.param("市科协", "市科协", By.NAME, id="full name"),
        pytest.param("市 科\u200b协", "市科协", By.EQUIVALENT, id="blanks and invisibles"),
        pytest.param("科协", "市科协", By.PREFIX, id="borrowed prefix"),
        pytest.param("组织部", "市委组织部", By.PREFIX, id="party organ borrows 市委"),
        pytest.param("市组织部", "市委组织部", By.PREFIX, id="party organ without 委"),
        pytest.param("市政法委", "市委政法委", By.PREFIX, id="party organ that ends with 委"),
        pytest.param("中共什邡市委组织部", "市委组织部", By.PREFIX, id="中共 and the region"),
        pytest.param("什邡市教育局", "市教育局", By.PREFIX, id="region"),
        pytest.param("市劳动和社会保障局", "劳动和社会保障局", By.PREFIX, id="the roster borrowed the prefix"),
        pytest.param("团市委", "市团委", By.PREFIX, id="团市委"),
        pytest.param("团委", "市团委", By.PREFIX, id="团委"),
        pytest.param("共青团什邡市委", "市团委", By.PREFIX, id="共青团什邡市委"),
        pytest.param("共青团什邡市委员会", "市团委", By.PREFIX, id="共青团什邡市委员会"),
        pytest.param("市发改委", "市发改局", By.EQUIVALENT, id="委 for 局"),
        pytest.param("发展和改革委员会", "市发改局", By.EQUIVALENT, id="written out"),
        pytest.param("什邡市科学技术协会", "市科协", By.EQUIVALENT, id="written out, with region"),
        pytest.param("市委政法委员会", "市委政法委", By.EQUIVALENT, id="party organ written out"),
        pytest.param("市教育局（市体育局）", "市教育局", By.EQUIVALENT, id="second plate in the plan"),
        pytest.param("市发改委(市粮食局)", "市发改局", By.EQUIVALENT, id="second plate and equivalent"),
    ],
)
def test_names_of_a_city(written: str, department: str, by: By) -> None:
    mention = register(_CITY).resolve(written)
    assert (mention.sort, mention.department, mention.by) == (Sort.DEPARTMENT, department, by)
    assert mention.written == written


@pytest.mark.parametrize(
    "written",
    [
        "市文爱办",
        "县教育局",
        "省教育厅",
        "省科协",
        "德阳市教育局",
        "团省委",
        "团县委",
        "共青团德阳市委",
        "教育部",
        "中国科协",
        "市",
    ],
)
def test_other_levels_and_strangers_stay_unknown(written: str) -> None:
    mention = register(_CITY).resolve(written)
    assert (mention.sort, mention.department, mention.by) == (Sort.UNKNOWN, written, None)


_DECLARED = [
    {
        "name": "市人力资源和社会保障局",
        "short": "市人社局",
        "aliases": ["市人社保局"],
        "formerly": {"names": "市人事局", "until": "2009"},
    },
    {"name": "市人事局服务中心"},
    {"name": "市农业农村局", "formerly": {"names": "市农业局、市畜牧局", "until": "2018"}},
]


@pytest.mark.parametrize(
    ("written", "by", "until"),
    [
        pytest.param("市人力资源和社会保障局", By.NAME, None, id="name"),
        pytest.param("市人社局", By.SHORT, None, id="short"),
        pytest.param("市人社保局", By.ALIAS, None, id="alias"),
        pytest.param("市人事局", By.FORMER, 2009, id="former"),
        pytest.param("人事局", By.FORMER, 2009, id="former with a borrowed prefix"),
        pytest.param("人社局", By.PREFIX, None, id="short with a borrowed prefix"),
        pytest.param("市人力社保局", By.EQUIVALENT, None, id="equivalent of the short name"),
    ],
)
def test_declared_spellings(written: str, by: By, until: int | None) -> None:
    mention = register(_DECLARED).resolve(written)
    assert (mention.department, mention.by) == ("市人力资源和社会保障局", by)
    assert (mention.former.until if mention.former else None) == until


@pytest.mark.parametrize("written", ["市农委", "市畜牧局", "农业局"])
def test_a_spelling_of_a_former_name_is_a_former_name(written: str) -> None:
    mention = register(_DECLARED).resolve(written)
    assert (mention.department, mention.by) == ("市农业农村局", By.FORMER)


def test_a_present_name_wins_over_a_former_one() -> None:
    mention = register(["市农业局", {"name": "市农业农村局", "formerly": {"names": "市农业局"}}]).resolve("市农业局")
    assert (mention.department, mention.by) == ("市农业局", By.NAME)


def test_a_present_alias_wins_over_a_former_name() -> None:
    members = [
        {"name": "市农业农村局", "formerly": {"names": "市农业局"}},
        {"name": "市农科院", "aliases": ["市农业局"]},
    ]
    mention = register(members).resolve("市农业局")
    assert (mention.department, mention.by) == ("市农科院", By.ALIAS)


@pytest.mark.parametrize(
    ("members", "region", "written", "department"),
    [
        pytest.param(["市市场监管局", "市教育局"], "什邡市", "市场监管局", "市市场监管局", id="bare in the plan"),
        pytest.param(["市市场监管局", "市教育局"], "什邡市", "市监局", "市市场监管局", id="市监局"),
        pytest.param(["市市场监管局", "市教育局"], "什邡市", "什邡市市场监督管理局", "市市场监管局", id="written out"),
        pytest.param(["市场监管局", "市教育局"], "什邡市", "市市场监管局", "市场监管局", id="bare in the roster"),
        pytest.param(["县市场监管局"], "", "市场监管局", "县市场监管局", id="county, no region given"),
        pytest.param(["区市政局"], "武侯区", "市政局", "区市政局", id="市政局 of a district"),
        pytest.param(["县教育局", "县科协", "团县委"], "", "科协", "县科协", id="level told by the roster"),
        pytest.param(["县教育局", "团县委"], "", "共青团武义县委员会", "团县委", id="league, no region given"),
        pytest.param(["教育局"], "示例县", "县教育局", "教育局", id="roster without levels"),
        pytest.param(["什邡市教育局"], "什邡市", "教育局", "什邡市教育局", id="roster with the region"),
        pytest.param(["市教育局"], "四川省什邡市", "什邡市教育局", "市教育局", id="region with its province"),
        pytest.param(["市交通局（市道运局）"], "什邡市", "市交通局", "市交通局（市道运局）", id="first plate"),
        pytest.param(["市交通局（市道运局）"], "什邡市", "道运局", "市交通局（市道运局）", id="second plate"),
        pytest.param(
            ["国家税务总局什邡市税务局"], "什邡市", "市税务局", "国家税务总局什邡市税务局", id="vertical body"
        ),
        pytest.param(["市政府办公室"], "什邡市", "什邡市人民政府办公室", "市政府办公室", id="people's government"),
        pytest.param(["市委统战部"], "什邡市", "市委统一战线工作部", "市委统战部", id="equivalent of a party organ"),
    ],
)
def test_level_and_region(members: list[Any], region: str, written: str, department: str) -> None:
    mention = register(members, region).resolve(written)
    assert (mention.sort, mention.department) == (Sort.DEPARTMENT, department)


@pytest.mark.parametrize(
    ("members", "written", "candidates"),
    [
        pytest.param(
            [{"name": "市委办公室", "short": "办公室"}, {"name": "市政府办公室", "short": "办公室"}],
            "办公室",
            ("市委办公室", "市政府办公室"),
            id="short name of two",
        ),
        pytest.param(["市发改局", "市发改委"], "发展改革委", ("市发改局", "市发改委"), id="equivalent of two"),
        pytest.param(
            [{"name": name, "formerly": {"names": "市人事局"}} for name in ("市人社局", "市委编办")],
            "市人事局",
            ("市人社局", "市委编办"),
            id="split in a reform",
        ),
    ],
)
def test_ambiguous_names_tell_their_candidates(members: list[Any], written: str, candidates: tuple[str, ...]) -> None:
    mention = register(members).resolve(written)
    assert (mention.sort, mention.department, mention.candidates) == (Sort.AMBIGUOUS, written, candidates)


def test_an_exact_name_is_never_ambiguous() -> None:
    members = register([{"name": "市文旅局"}, {"name": "文旅中心", "aliases": ["市文旅局"]}])
    assert members.resolve("市文旅局").department == "市文旅局"


@pytest.mark.parametrize(
    ("written", "sort", "bodies", "is_open"),
    [
        pytest.param("各成员单位", Sort.MEMBERS, ("市教育局", "市科协"), False, id="members"),
        pytest.param("其他成员单位", Sort.MEMBERS, ("市教育局", "市科协"), False, id="the other members"),
        pytest.param("各镇街", Sort.GROUP, ("方亭街道", "洛水镇"), False, id="declared"),
        pytest.param("各 镇街等", Sort.GROUP, ("方亭街道", "洛水镇"), True, id="declared, with a blank and 等"),
        pytest.param("教育口", Sort.GROUP, ("市教育局", "什邡中学"), False, id="bodies by the roster's name"),
        pytest.param("待定组", Sort.GROUP, (), False, id="declared without bodies"),
        pytest.param("各学会", Sort.GROUP, (), False, id="a class nobody declared"),
        pytest.param("有关单位", Sort.VAGUE, (), False, id="vague"),
        pytest.param("等单位", Sort.VAGUE, (), True, id="nothing but 等单位"),
    ],
)
def test_groups(written: str, sort: Sort, bodies: tuple[str, ...], *, is_open: bool) -> None:
    groups: dict[str, tuple[str, ...]] = {
        "各镇街": ("方亭街道", "洛水镇"),
        "教育口": ("教育局", "什邡中学"),
        "待定组": (),
    }
    mention = register(["市教育局", "市科协"], "什邡市", groups).resolve(written)
    assert (mention.sort, mention.bodies, mention.open_end) == (sort, bodies, is_open)
    assert mention.is_group is (sort is not Sort.VAGUE)


def test_a_body_of_a_group_is_no_stranger() -> None:
    members = register(["市教育局"], groups={"各镇街": ("方亭街道",)})
    assert members.resolve("方亭街道").sort is Sort.DEPARTMENT
    assert members.resolve("洛水镇").sort is Sort.UNKNOWN


def test_a_declared_group_may_be_called_like_a_vague_one() -> None:
    assert register(["市教育局"], groups={"有关单位": ("市教育局",)}).resolve("有关单位").sort is Sort.GROUP


def test_without_members_every_name_is_a_department() -> None:
    nobody = register([])
    assert nobody.is_open
    assert [nobody.resolve(name).sort for name in ("市科协等", "各成员单位", "有关单位")] == [
        Sort.DEPARTMENT,
        Sort.MEMBERS,
        Sort.VAGUE,
    ]
    assert nobody.resolve("市科协等").department == "市科协"


@pytest.mark.parametrize(
    ("written", "department"),
    [
        pytest.param("市教育局（市体育局）（市招办）", "市教育局", id="more brackets at the end"),
        pytest.param("市教育局（市体育局（筹））", "市教育局", id="brackets in brackets"),
        pytest.param("市教育局（牵头）市科协（配合）", None, id="another name behind the brackets"),
        pytest.param("市教育局（牵头）、", None, id="a mark behind the brackets"),
        pytest.param("市教育局（", None, id="a bracket left open"),
    ],
)
def test_nothing_behind_brackets_is_lost(written: str, department: str | None) -> None:
    mention = register(_CITY).resolve(written)
    assert mention.department == (department or written)
    assert mention.sort is (Sort.DEPARTMENT if department else Sort.UNKNOWN)


@pytest.mark.parametrize(
    ("written", "member"),
    [
        ("发改委", "市发改局"),
        ("市团委", "市团委"),
        ("教育局", "市教育局"),
        ("各成员单位", None),
        ("市文爱办", None),
        ("", None),
    ],
)
def test_member(written: str, member: str | None) -> None:
    assert register(_CITY).member(written) == member


def test_an_ambiguous_name_means_no_one_member() -> None:
    assert register(["市发改局", "市发改委"]).member("发展改革委") is None


def test_members_of_a_core_the_present_names_first() -> None:
    found = register(_DECLARED)
    assert found.of_core("人社局") == ("市人力资源和社会保障局",)
    assert found.of_core("畜牧局") == ("市农业农村局",)
    assert found.of_core("教育局") == ()
    assert register(["市发改局", "市发改委"]).of_core("发展改革委") == ("市发改局", "市发改委")


def test_the_place_of_a_member_counts_entries_without_a_name() -> None:
    members = Register([Department(name=""), Department(name="市科协"), Department(name="市科协")], {}, "")
    assert members.place_of("市科协") == ("departments", 1, "name")
    assert members.place_of("市教育局") is None


def test_the_common_table_is_in_order() -> None:
    """No body is listed twice, and what is near by sound is one character each."""
    common = common_names()
    assert all(equivalence_class(below) for below in common.superiors.values())
    assert all(len(set(group)) == len(group) > 1 for group in common.alike)
    assert not common.superiors.keys() & common.representative.keys()


def test_claims_are_present_spellings() -> None:
    found = claims(map(Department.read, [*_DECLARED, {"name": "市信访局", "short": "市人社局"}]))
    assert [(claim.position, claim.at) for claim in found["市人社局"]] == [(0, ("short",)), (3, ("short",))]
    assert found["市人社保局"][0].at == ("aliases", 0)
    assert "市人事局" not in found


# The ten tasks of 什邡: what the document says, and what the example makes of it.


def _golden() -> dict[str, Any]:
    if not _GOLDEN.exists():
        pytest.skip("the golden case is not beside the project")
    return json.loads(_GOLDEN.read_text("utf-8"))  # type: ignore[no-any-return]


def test_shifang_is_typed_as_the_document_has_it() -> None:
    golden = _golden()
    plan = load_file(EXAMPLES / "shifang-2007/plan.yaml").plan
    assert plan is not None
    assert [member.name for member in plan.departments] == golden["roster_verbatim"]
    for action, task in zip(plan.actions, golden["tasks"], strict=True):
        assert list(action.lead) == task["lead"]
        assert list(action.responsible) == task["responsible"]
        assert (action.id or None, action.name or None) == (task["number_in_text"], task["title_in_text"])


def test_shifang_strangers_and_spellings() -> None:
    expected = _golden()["expected_findings"]
    plan = load_file(EXAMPLES / "shifang-2007/plan.yaml").plan
    assert plan is not None
    ledger = build_ledger(plan)
    unknown: dict[str, dict[str, list[int]]] = {}
    spelt: dict[str, set[str]] = {}
    for name in ledger.written:
        if name.mention.sort is Sort.UNKNOWN:
            roles = unknown.setdefault(name.mention.department, {})
            roles.setdefault(name.role.value, []).append(int(name.path[1]) + 1)
        elif name.mention.by is not By.NAME:
            spelt.setdefault(name.mention.department, set()).add(name.mention.written)
    assert unknown == expected["not_in_roster"]
    assert spelt == {"市发改局": {"市发改委"}, "市团委": {"团市委"}, "劳动和社会保障局": {"市劳动和社会保障局"}}
    counts = expected["counts"]
    assert len({name.mention.department for name in ledger.written}) == counts["distinct_bodies"]
    leads = [name for name in ledger.written if name.role is Role.LEAD]
    assert (len(leads), len(ledger.written) - len(leads)) == (counts["lead_entries"], counts["responsible_entries"])


def test_shifang_corrected_knows_every_name_by_its_own_spelling() -> None:
    plan = load_file(EXAMPLES / "shifang-2007/corrected.yaml").plan
    assert plan is not None
    assert {name.mention.by for name in build_ledger(plan).written} == {By.NAME}
