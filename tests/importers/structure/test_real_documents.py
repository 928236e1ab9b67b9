"""The five documents as they were found on the web: every character is kept, and the plans are those a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.structure.read import read_structure
from kepu_cli.loading.load import load_file
from kepu_cli.model import Role
from tests.importers.structure.documents import accounted, items
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    from kepu_cli.importers.blocks.block import Document
    from kepu_cli.importers.drafts.draft import DraftItem, Reading
    from kepu_cli.model import Action, Duty, Plan

DOCUMENTS = EXAMPLES.parent.parent.parent / "shared/data/documents"
LITERACY = "science-literacy-work-plans.txt"
NAMES = (
    LITERACY,
    "cast-outreach-work-plan-2022.txt",
    "first-class-initiative.txt",
    "four-creations-activity-2021.txt",
    "model-county-experience-2023.txt",
)


def real(name: str) -> Document:
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"NOT TESTED: the documents from the web are not here ({path})")
    return read_document(path.read_bytes(), name)


@pytest.fixture(scope="module")
def literacy() -> Reading:
    return read_structure(real(LITERACY))


@pytest.mark.parametrize("name", NAMES)
def test_keeps_every_character(name: str) -> None:
    read = real(name)
    assert accounted(read, read_structure(read)) == ({}, {})


@pytest.mark.parametrize("name", NAMES)
def test_keeps_texts_whole(name: str) -> None:
    """What is written at an item holds its text, sentence by sentence."""
    for plan in read_structure(real(name)).plans:
        for item in items(plan):
            written = "".join("".join(each.text.split()) for each in item.written)
            assert all(piece in written for piece in "".join(item.text.split()).split("。")), item.text


def test_finds_three_plans_in_five_texts(literacy: Reading) -> None:
    assert [plan.title[-2:] for plan in literacy.plans] == ["篇一", "篇三", "篇四"]
    assert [plan.region for plan in literacy.plans] == ["什邡市", "武义县", ""]
    sayings = [each.text for each in literacy.leftovers if each.text[:3].rstrip(".").isdigit()]
    assert len(sayings) == 20
    assert literacy.leftovers[-1].text == "相关范文推荐"


def test_reads_ten_tasks_once(literacy: Reading) -> None:
    draft = literacy.plans[0]
    plan = by_hand("shifang-2007")
    assert [action.number for action in draft.actions] == ["一", "", *"三四五六七八九十"]
    assert [action.text for action in draft.actions] == [action.name or "" for action in plan.actions]
    assert [roles(action) for action in draft.actions] == [roles_by_hand(action) for action in plan.actions]
    assert not any(action.duties for action in draft.actions)


def test_tells_of_the_missing_heading_and_the_second_list(literacy: Reading) -> None:
    draft = literacy.plans[0]
    assert [action.doubts != () for action in draft.actions] == [False, True] + [False] * 8
    assert "第 2 项" in draft.actions[1].doubts[0].in_(Lang.ZH)
    assert any("第 107 行" in note.in_(Lang.ZH) for note in draft.notes)
    assert {each.place.where.zh for each in draft.repeated} >= {"第 107 行", "第 163 行"}
    assert sum(each.text.startswith("各单位负责本单位") for each in draft.leftovers) == 1


def test_reads_the_roster_as_it_is_written(literacy: Reading) -> None:
    members = literacy.plans[0].members
    assert len(members) == 19
    assert members[:3] == ("市委组织部", "市委宣传部", "市发改局")
    assert "劳动和社会保障局" in members
    assert members[-1] == "市科协"


def test_reads_fifteen_measures_under_three_headings(literacy: Reading) -> None:
    draft = literacy.plans[1]
    plan = by_hand("wuyi-policy")
    assert [len(action.duties) for action in draft.actions] == [4, 8, 3]
    for action, expected in zip(draft.actions, plan.actions, strict=True):
        assert [roles(duty) for duty in action.duties] == [roles_by_hand(duty) for duty in expected.duties]
        assert [duty.number for duty in action.duties] == [str(at) for at in range(1, len(action.duties) + 1)]
    assert draft.actions[2].duties[2].attributions == ()
    assert "县科技局" in draft.members


def test_reads_a_report_in_prose(literacy: Reading) -> None:
    draft = literacy.plans[2]
    assert [len(action.duties) for action in draft.actions] == [1, 3]
    assert [duty.number for duty in draft.actions[1].duties] == list("一二三")
    assert draft.actions[0].text.endswith("未成年人科学素质行动")


@pytest.mark.parametrize(
    ("name", "numbers", "duties"),
    [
        (NAMES[1], ["二", "三", "四（一）", "四（二）", "四（三）", "四（四）", "五"], [5, 4, 4, 7, 4, 3, 3]),
        (NAMES[2], list("一二三四五六七八九"), [1, 1, 4, 4, 4, 4, 3, 1, 1]),
        (NAMES[3], ["1", "2", "3", "五"], [1, 1, 1, 2]),
        (NAMES[4], ["一", "二", "三"], [3, 3, 3]),
    ],
)
def test_reads_documents_that_name_nobody(name: str, numbers: list[str], duties: list[int]) -> None:
    (plan,) = read_structure(real(name)).plans
    assert [action.number for action in plan.actions] == numbers
    assert [len(action.duties) for action in plan.actions] == duties


def test_joins_the_pages_of_a_document_site() -> None:
    reading = read_structure(real(NAMES[2]))
    (plan,) = reading.plans
    assert "建设。引导科协党员干部" in plan.actions[0].duties[0].text
    assert reading.leftovers[0].text.startswith("1、 2、 3、")
    assert "16、" in reading.notes[-1].in_(Lang.ZH)


def by_hand(name: str) -> Plan:
    loaded = load_file(EXAMPLES / name / "plan.yaml")
    assert loaded.plan is not None
    return loaded.plan


def roles(item: DraftItem) -> dict[Role, list[str]]:
    """As written, for that is how the plans made by hand have the names."""
    named = [name for each in item.attributions for name in each.names]
    return {role: [name.written or name.name for name in named if name.role is role] for role in Role}


def roles_by_hand(item: Action | Duty) -> dict[Role, list[str]]:
    return {role: list(getattr(item, role.value)) for role in Role}
