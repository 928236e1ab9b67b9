"""Cells of a table, whose heading gives the role; and what a caller tells: the region, that the first leads."""

from __future__ import annotations

import pytest

from kepu_cli.importers.attribution.read import cell_attribution, cut_attribution, read_attribution
from kepu_cli.model import Role
from tests.importers.attribution.telling import told

_CELLS = [
    ("one name", "县教育局", Role.LEAD, "牵头 县教育局"),
    ("a list", "县教育局、科协，团县委", Role.SUPPORT, "配合 县教育局、县科协、团县委"),
    ("lines", "县教育局\n县科协\n", Role.LEAD, "牵头 县教育局、县科协"),
    ("Excel's line ends", "县教育局\r\n县科协", Role.RESPONSIBLE, "责任 县教育局、县科协"),
    ("a name in two lines", "县人力资源\n和社会保障局", Role.LEAD, "牵头 县人力资源和社会保障局"),
    ("nothing", "", Role.LEAD, ""),
    ("none", "无", Role.SUPPORT, ""),
    ("a dash", "—", Role.SUPPORT, ""),
    ("none and a stop", "无。", Role.SUPPORT, ""),
    ("a blank", "　", Role.SUPPORT, ""),
    ("group", "县各有关单位", Role.RESPONSIBLE, "责任 县各有关单位*"),
    ("joint duty wins over the heading", "县教育局、县科协按职责分工负责", Role.LEAD, "责任 县教育局、县科协"),
    ("verbs win over the heading", "县教育局牵头，县科协配合", Role.RESPONSIBLE, "牵头 县教育局｜配合 县科协"),
    ("labels win too", "牵头单位：县教育局\n配合单位：县科协", Role.RESPONSIBLE, "牵头 县教育局｜配合 县科协"),
    ("role in brackets", "县教育局（牵头）\n县科协", Role.RESPONSIBLE, "牵头 县教育局｜责任 县科协"),
    ("together with", "科普处会办公室", Role.RESPONSIBLE, "责任 科普处｜配合 办公室"),
    ("open list", "县教育局等", Role.RESPONSIBLE, "责任 县教育局｜等"),
    ("a person", "周 彤", Role.LEAD, "人 :周彤"),
    ("two glued persons", "陆 川周 彤", Role.LEAD, "人 :陆川、:周彤"),
    ("a due in the cell", "县教育局，6月底前完成", Role.LEAD, "牵头 县教育局｜期限 6月底前完成"),
    ("a strange name", "动监中队指挥台账组甲", Role.LEAD, "牵头 动监中队指挥台账组甲"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "meaning"), [pytest.param(*parts, id=name) for name, *parts in _CELLS])
def test_a_cell_has_the_role_of_its_heading(text: str, role: Role, meaning: str) -> None:
    assert told(cell_attribution(text, role)) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("(教育局、组织部、团委)", "责任 市教育局、市委组织部、团市委", id="no level at all"),
        pytest.param("(教育局、县科协)", "责任 教育局、县科协", id="one has a level"),
        pytest.param("(教育部、科技部)", "责任 教育部、科技部", id="national"),
        pytest.param("(教育局、税务局、云岭日报社)", "责任 市教育局、税务局、云岭日报社", id="vertical and media"),
        pytest.param("(各成员单位)", "责任 各成员单位*", id="group"),
    ],
)
def test_the_region_completes_names_where_none_has_a_level(text: str, meaning: str) -> None:
    assert told(read_attribution(text, region="示例市")) == meaning
    cut = cut_attribution(text, region="示例市")
    assert cut is not None
    assert told(cut.attribution) == meaning


def test_without_a_region_names_stay_as_written() -> None:
    assert told(read_attribution("(教育局、组织部)")) == "责任 教育局、组织部"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("责任单位：县科协、县教育局", "牵头 县科协｜责任 县教育局", id="the first"),
        pytest.param("(县科协、县教育局)", "牵头 县科协｜责任 县教育局", id="bare list"),
        pytest.param("牵头单位：县教育局。责任单位：县科协", "牵头 县教育局｜责任 县科协", id="a lead is named"),
        pytest.param("(各乡镇、县科协)", "牵头 县科协｜责任 各乡镇*", id="a group does not lead"),
        pytest.param("县科协配合", "配合 县科协", id="who supports does not lead"),
        pytest.param("(各成员单位)", "责任 各成员单位*", id="groups alone"),
    ],
)
def test_the_first_leads_only_where_somebody_says_so(text: str, meaning: str) -> None:
    assert told(read_attribution(text, first_leads=True)) == meaning


def test_a_cell_knows_the_convention_too() -> None:
    assert (
        told(cell_attribution("县科协、县教育局", Role.RESPONSIBLE, first_leads=True)) == "牵头 县科协｜责任 县教育局"
    )
