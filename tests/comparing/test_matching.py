"""Which item of the new plan is which of the old one."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.comparing.matching import Matching, match_items
from kepu_cli.comparing.sameness import Years, id_key
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Plan

YEARS = Years(2025, 2026)


def action(number: str, name: str, duties: list[Any] | None = None, **more: Any) -> dict[str, Any]:
    """Duties as texts, (id, text) or (id, text, former ids)."""
    return {"id": number, "name": name, "duties": [duty(each) for each in duties or []], **more}


def duty(given: Any) -> Any:
    return given if isinstance(given, (str, dict)) else dict(zip(("id", "text", "formerly"), given, strict=False))


def match(old: list[Any], new: list[Any]) -> Matching:
    before, after = (build_ledger(Plan.read({"title": "t", "actions": actions})) for actions in (old, new))
    return match_items(before.rows, after.rows, YEARS)


def pairs(matching: Matching) -> list[str]:
    """Old label → new label, leaving out those that are the same."""
    return [f"{old.label}→{new.label}" for old, new in matching.pairs if old.label != new.label]


def gone(matching: Matching) -> tuple[list[str], list[str]]:
    return [row.label for row in matching.removed], [row.label for row in matching.added]


def in_one(duties: list[Any]) -> list[Any]:
    return [action("一", "甲", duties)]


CASES = {
    "same": ([("1", "A"), ("2", "B")], [("1", "A"), ("2", "B")], [], [], []),
    "inserted in front": (
        [("1", "A"), ("2", "B"), ("3", "C")],
        [("1", "X"), ("2", "A"), ("3", "B"), ("4", "C")],
        [],
        [],
        ["X"],
    ),
    "first one dropped": ([("1", "A"), ("2", "B"), ("3", "C")], [("1", "B"), ("2", "C")], [], ["A"], []),
    "swapped": ([("1", "A"), ("2", "B")], [("1", "B"), ("2", "A")], [], [], []),
    "reworded under its number": ([("1", "A"), ("2", "B")], [("1", "A"), ("2", "B改")], ["B→B改"], [], []),
    "number and name both new": ([("1", "A")], [("2", "B")], [], ["A"], ["B"]),
    "chinese and arabic numerals": ([("一", "A")], [("（1）", "B")], ["A→B"], [], []),
    "3.1 is not 3.10": ([("3.1", "A")], [("3.10", "B")], [], ["A"], ["B"]),
    "no numbers, by name": (["A", "B"], ["B", "A。"], ["A→A。"], [], []),
    "no numbers, reworded": (["A"], ["A改"], [], ["A"], ["A改"]),
    "the plan's year moved on": (
        ["办好2025年科普日"],
        ["办好2026年科普日"],
        ["办好2025年科普日→办好2026年科普日"],
        [],
        [],
    ),
    "repeated texts go in order": (["A", "A"], ["A", "A", "A"], [], [], ["A"]),
    "former id": ([("1", "A"), ("2", "B")], [("1", "C"), ("3", "D", "1")], ["A→D"], ["B"], ["C"]),
    "former id in chinese": ([("1", "A"), ("2", "B")], [("5", "D", "二")], ["B→D"], ["A"], []),
    "former id, action/item": ([("1", "A"), ("2", "B")], [("5", "D", "一/2")], ["B→D"], ["A"], []),
    "former id without ids: the number in the list": (["A", "B"], [("5", "D", "一/2")], ["B→D"], ["A"], []),
    "former id beside an item that stayed": ([("1", "A")], [("1", "A"), ("2", "B", "1")], [], [], ["B"]),
    "former id of nothing": ([("1", "A")], [("2", "B", "9")], [], ["A"], ["B"]),
}


@pytest.mark.parametrize(("old", "new", "paired", "removed", "added"), CASES.values(), ids=CASES.keys())
def test_items_side_by_side(
    old: list[Any], new: list[Any], paired: list[str], removed: list[str], added: list[str]
) -> None:
    matching = match(in_one(old), in_one(new))
    assert pairs(matching) == paired
    assert gone(matching) == (removed, added)


def test_all_actions_renumbered_by_one_in_front() -> None:
    old = [action("一", "甲", [("1.1", "A"), ("1.2", "B")]), action("二", "乙", [("2.1", "C")])]
    new = [
        action("一", "新", [("1.1", "X")]),
        action("二", "甲", [("2.1", "A"), ("2.2", "B改")]),
        action("三", "乙", [("3.1", "C")]),
    ]
    matching = match(old, new)
    assert pairs(matching) == ["B→B改"]  # 1.2 of 一 and 2.2 of 二 are both the second of 甲
    assert gone(matching) == ([], ["新", "X"])


def test_the_same_text_is_found_in_another_action_before_the_same_number_here() -> None:
    old = [action("一", "甲", [("1.1", "A")]), action("二", "乙")]
    new = [action("一", "甲", [("1.1", "Z")]), action("二", "乙", [("2.1", "A")])]
    matching = match(old, new)
    assert pairs(matching) == []
    assert gone(matching) == ([], ["Z"])


def test_a_text_that_stands_twice_is_not_carried_to_another_action() -> None:
    old = [action("一", "甲", ["加强宣传"]), action("二", "乙", ["加强宣传"]), action("三", "丙")]
    new = [action("三", "丙", ["加强宣传"])]
    assert gone(match(old, new)) == (["甲", "加强宣传", "乙", "加强宣传"], ["加强宣传"])


def test_a_lasting_id_goes_with_its_item() -> None:
    old = [action("一", "甲", [("K-01", "A")]), action("二", "乙")]
    new = [action("一", "甲"), action("二", "乙", [("K-01", "A改")])]
    assert pairs(match(old, new)) == ["A→A改"]


def test_a_running_number_does_not() -> None:
    old = [action("一", "甲", [("1", "A")]), action("二", "乙")]
    new = [action("一", "甲"), action("二", "乙", [("1", "B")])]
    assert gone(match(old, new)) == (["A"], ["B"])


def test_merged_actions_keep_their_duties() -> None:
    old = [action("一", "甲", [("1.1", "A")]), action("二", "乙", [("2.1", "B")])]
    new = [action("一", "甲乙", [("1.1", "A"), ("1.2", "B")], formerly="一、二")]
    matching = match(old, new)
    assert pairs(matching) == ["甲→甲乙"]
    assert [(old.label, new.label) for old, new in matching.merged] == [("乙", "甲乙")]
    assert gone(matching) == ([], [])
    assert matching.successors["actions", 1].label == "甲乙"


def test_an_ambiguous_former_id_means_the_one_under_the_same_action() -> None:
    old = [action("一", "甲", [("1", "A")]), action("二", "乙", [("1", "B")])]
    new = [action("一", "甲", [("7", "X")]), action("二", "乙", [("8", "Y", "1")])]
    matching = match(old, new)
    assert pairs(matching) == ["B→Y"]
    assert gone(matching) == (["A"], ["X"])


def test_an_action_without_number_and_name_is_known_by_its_place() -> None:
    old = [action("一", "甲"), {"duties": ["A"]}, action("三", "丙")]
    new = [action("一", "甲"), action("二", "乙", ["A"]), action("三", "丙")]
    assert pairs(match(old, new)) == ["→乙"]
    assert gone(match(new, old)) == ([], [])


def test_duties_and_projects_are_not_mixed() -> None:
    old = [{"name": "甲", "duties": ["A"]}]
    new = [{"name": "甲", "projects": ["A"]}]
    assert gone(match(old, new)) == (["A"], ["A"])


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ([("1", "A"), ("一", "B")], ["A"], "旧方案里编号 一 用了两次（“A”和“B”）"),
        (["A"], [("2", "A"), ("2", "B")], "新方案里编号 2 用了两次（“A”和“B”）"),
    ],
    ids=["old", "new"],
)
def test_two_items_of_one_id_are_refused(old: list[Any], new: list[Any], sentence: str) -> None:
    with pytest.raises(KepuError) as caught:
        match(in_one(old), in_one(new))
    assert caught.value.sentence(Lang.ZH).startswith(sentence)
    assert "twice" in caught.value.sentence(Lang.EN)


def test_ids_may_repeat_from_action_to_action_and_between_duties_and_projects() -> None:
    plan = [
        {"id": "1", "name": "甲", "duties": [{"id": "1", "text": "A"}], "projects": [{"id": "1", "name": "P"}]},
        {"id": "2", "name": "乙", "duties": [{"id": "1", "text": "B"}]},
    ]
    assert len(match(plan, plan).pairs) == 5


@pytest.mark.parametrize(
    ("written", "key"),
    [("十", "10"), ("十一、", "11"), ("二十", "20"), ("三十二", "32"), ("（二）", "2"), ("第三项", "3"),
     ("3.10", "3.10"), ("一-2", "1-2"), ("二〇二六", "2026"), ("K-017", "k-017"), ("", "")],
)  # fmt: skip
def test_ids_are_compared_as_numbers(written: str, key: str) -> None:
    assert id_key(written) == key
