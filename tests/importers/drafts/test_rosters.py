"""The roster of an imported plan: the list of the document, else the names found, in the customary order."""

from __future__ import annotations

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.drafts.protocol_order import protocol_place
from kepu_cli.importers.drafts.rosters import Members, members_of
from kepu_cli.roster import Cores
from tests.importers.drafts.readings import action, draft, duty, named

_WULONG = (  # a district's own list, in its own order
    "区委宣传部、区发展改革委、区教委、区科技局、区经济信息委、区公安局、区司法局、区财政局、区人力社保局、区规划自然资源局、"
    "区生态环境局、区住房城乡建委、区城市管理局、区交通局、区农业农村委、区商务委、区文化旅游委、区卫生健康委、区应急局、"
    "区市场监管局、区林业局、区气象局、区总工会、团区委、区妇联、区科协、区社科联"
)
WULONG = tuple(_WULONG.split("、"))


def _names(members: Members) -> list[str]:
    return [member["name"] for member in members.data]


def _said(members: Members) -> list[tuple[object, ...]]:
    return [(*path, said.in_(Lang.ZH)) for path, said in members.doubts]


def test_a_published_roster_is_in_the_customary_order() -> None:
    cores = Cores("武隆区", WULONG)
    assert sorted(WULONG, key=lambda name: protocol_place(cores.of(name))) == [*WULONG]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("县科协、县教育局、县委组织部", "县委组织部、县教育局、县科协"),
        ("县气象局、团县委、县税务局、县妇联", "县税务局、县气象局、团县委、县妇联"),
        ("县第一中学、县政府办公室、县委党校", "县委党校、县政府办公室、县第一中学"),
        ("县文化广电和旅游局、县工业和信息化局、县农业局", "县工业和信息化局、县农业局、县文化广电和旅游局"),
        ("县科学技术协会、县科学技术局", "县科学技术局、县科学技术协会"),
        ("县市场监督管理局、县人力资源和社会保障局", "县人力资源和社会保障局、县市场监督管理局"),
    ],
)
def test_names_found_are_put_in_order(written: str, expected: str) -> None:
    members = members_of(draft(action("甲", named("", written))))
    assert "、".join(_names(members)) == expected


def test_a_gathered_roster_asks_to_be_compared() -> None:
    members = members_of(
        draft(action("甲", named("县教育局", "各成员单位、县科协等"), duties=(duty("乙", named("县妇联")),)))
    )
    assert _names(members) == ["县教育局", "县妇联", "县科协"]
    assert _said(members) == [
        (
            "departments",
            (
                "没有读到成员单位名单，这 3 个单位是从分工里收集的，按通常的排名排列。请对照正式名册，"
                "看全称、先后对不对，有没有漏掉没有任务的单位"
            ),
        )
    ]


def test_spellings_that_differ_in_level_and_region_are_one_body() -> None:
    members = members_of(draft(action("甲", named("科协", "县科协、示例县教育局、县教育局、县教育局、团县委、县团委"))))
    assert members.data == [
        {"name": "县教育局", "aliases": ["示例县教育局"]},
        {"name": "团县委", "aliases": ["县团委"]},
        {"name": "县科协", "aliases": ["科协"]},
    ]
    assert len(members.doubts) == 1


def test_common_variants_are_offered_and_not_decided() -> None:
    members = members_of(draft(action("甲", named("县发改委", "县教育局、县发改局"))))
    assert _names(members) == ["县发改委", "县发改局", "县教育局"]
    assert _said(members)[1:] == [
        (
            "departments",
            1,
            "“县发改局”和“县发改委”可能是一个单位；如果是，请删去这一行，把它写成“县发改委”的别名",
        )
    ]


def test_a_list_of_members_stays_as_it_is() -> None:
    members = members_of(draft(action("甲", named("县财政局")), members=("县科协", "县教育局", "县科协")))
    assert (_names(members), members.doubts) == (["县科协", "县教育局"], [])


def test_groups_on_the_list_are_told() -> None:
    members = members_of(draft(action("甲"), members=("县科协", "各镇街", "各有关单位")))
    assert _names(members) == ["县科协"]
    assert _said(members) == [("departments", "名单里的“各镇街、各有关单位”不是一个单位，没有放进名册")]


def test_without_names_there_is_no_roster() -> None:
    assert members_of(draft(action("甲"))) == Members([], [])
