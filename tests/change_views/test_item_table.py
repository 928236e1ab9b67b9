"""The changed items as whole rows: which cells are marked, what they said before, and under which action they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kepu_cli.change_views.item_table import Field, ItemCell, ItemRow, ItemTable, item_key, item_table
from kepu_cli.comparing.compare import compare
from tests.comparing.two_plans import EDUCATION, FARMING, REFORMED, REVIVAL, ROSTER, SCIENCE, WOMEN, duties, one, plan
from tests.exporters.changes.samples import county, stress

if TYPE_CHECKING:
    from kepu_cli.model import Plan


def _table(old: Plan, new: Plan) -> ItemTable:
    return item_table(compare(old, new))


def _of(old: list[Any], new: list[Any], **more: Any) -> ItemTable:
    return _table(plan(old), plan(new, "2026", **more))


def _only(table: ItemTable) -> ItemRow:
    (row,) = table.rows
    return row


def _marked(row: ItemRow) -> dict[Field, ItemCell]:
    return {field: cell for field, cell in row.cells.items() if cell.old is not None}


CHANGED_CELLS = {
    "due": ({"due": "9月底前"}, {"due": "10月底前"}, {Field.DUE: (("10月底前",), ("9月底前",))}),
    "due comes": ({}, {"due": "10月底前"}, {Field.DUE: (("10月底前",), ())}),
    "due goes": ({"due": "9月底前"}, {}, {Field.DUE: ((), ("9月底前",))}),
    "the same day in other words": (
        {"due": "12月底前", "remark": "甲"},
        {"due": "12月31日前", "remark": "乙"},
        {Field.REMARK: (("乙",), ("甲",))},
    ),
    "text": ({"text": "办科普展览"}, {"text": "办科技展览"}, {Field.ITEM: (("办科技展览",), ("办科普展览",))}),
    "remark": ({"remark": "甲"}, {"remark": "乙"}, {Field.REMARK: (("乙",), ("甲",))}),
    "targets": (
        {"targets": {"场次": "3", "人次": "80"}},
        {"targets": {"场次": "5", "人次": "80"}},
        {Field.TARGETS: (("场次 5", "人次 80"), ("场次 3", "人次 80"))},
    ),
    "lead": ({"lead": EDUCATION}, {"lead": WOMEN}, {Field.LEAD: ((WOMEN,), (EDUCATION,))}),
    "joined": (
        {"lead": EDUCATION, "responsible": [WOMEN]},
        {"lead": EDUCATION, "responsible": [WOMEN, SCIENCE]},
        {Field.RESPONSIBLE: ((WOMEN, SCIENCE), (WOMEN,))},
    ),
    "from share to lead": (
        {"lead": EDUCATION, "responsible": [WOMEN, SCIENCE]},
        {"lead": WOMEN, "responsible": [SCIENCE]},
        {Field.LEAD: ((WOMEN,), (EDUCATION,)), Field.RESPONSIBLE: ((SCIENCE,), (WOMEN, SCIENCE))},
    ),
    "another spelling of a name is no change": (
        {"lead": SCIENCE, "due": "9月底前"},
        {"lead": "县科技局", "due": "10月底前"},
        {Field.DUE: (("10月底前",), ("9月底前",))},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "cells"), CHANGED_CELLS.values(), ids=CHANGED_CELLS)
def test_the_changed_cells_have_their_old_text(old: Any, new: Any, cells: Any) -> None:
    row = _only(_of(one(id="1", **old), one(id="1", **new)))
    assert {field: (cell.new, cell.old) for field, cell in _marked(row).items()} == cells


def test_the_parts_that_came_and_went_are_told_apart() -> None:
    old, new = {"responsible": [WOMEN, SCIENCE]}, {"responsible": [SCIENCE, EDUCATION]}
    cell = _only(_of(one(**old), one(**new))).cells[Field.RESPONSIBLE]
    assert cell == ItemCell((SCIENCE, EDUCATION), (WOMEN, SCIENCE), frozenset([EDUCATION]), frozenset([WOMEN]))


def test_a_successor_stands_for_the_body_it_was_made_of() -> None:
    old = one(lead="县乡村振兴局", due="9月底前")
    table = _of(old, one(lead=FARMING, due="10月底前"), departments=REFORMED)
    assert [*_marked(_only(table))] == [Field.DUE]


def test_each_successor_of_a_body_that_was_split_stands_for_it() -> None:
    split = {"names": REVIVAL, "until": "2025", "how": "拆分"}
    roster = [*ROSTER[:3], {"name": FARMING, "formerly": split}, {"name": "县乡村发展中心", "formerly": split}]
    table = _of(one(lead=REVIVAL, due="9月底前"), one(lead="县乡村发展中心", due="10月底前"), departments=roster)
    assert [*_marked(_only(table))] == [Field.DUE]


def test_a_body_that_was_in_a_group_word_and_is_named_now_is_not_new() -> None:
    cell = _only(_of(one(responsible="各成员单位"), one(responsible=[EDUCATION, WOMEN]))).cells[Field.RESPONSIBLE]
    assert cell == ItemCell((EDUCATION, WOMEN), ("各成员单位",), gone=frozenset(["各成员单位"]))


def test_a_body_that_a_group_word_takes_in_now_is_not_gone() -> None:
    cell = _only(_of(one(responsible=[EDUCATION, WOMEN]), one(responsible="各成员单位"))).cells[Field.RESPONSIBLE]
    assert cell == ItemCell(("各成员单位",), (EDUCATION, WOMEN), fresh=frozenset(["各成员单位"]))


def test_an_added_item_has_nothing_old_and_a_removed_one_nothing_new() -> None:
    kept, other = {"id": "1", "text": "办展览"}, {"id": "2", "text": "评选先进个人", "lead": WOMEN, "due": "9月"}
    added, removed = _only(_of(duties(kept), duties(kept, other))), _only(_of(duties(kept, other), duties(kept)))
    for row, cells in ((added, [cell.new for cell in added.cells.values()]), (removed, [])):
        assert row.cells[Field.LEAD] == (
            ItemCell((WOMEN,)) if cells else ItemCell((), (WOMEN,), gone=frozenset([WOMEN]))
        )
    assert (added.added, added.removed, added.dropped) == (True, False, False)
    assert (removed.added, removed.removed, removed.dropped) == (False, True, True)
    assert removed.path == ("actions", 0, "duties", 1)


def test_what_follows_its_action_is_a_note_of_the_action_and_no_row() -> None:
    def action(lead: str) -> list[Any]:
        return [
            {
                "id": "一",
                "name": "甲",
                "lead": lead,
                "duties": [{"id": "1", "text": "办展览"}, {"id": "2", "text": "写书"}],
            }
        ]

    row = _only(_of(action(EDUCATION), action(WOMEN)))
    assert row.path == ("actions", 0)
    assert [item.number for item in row.followers] == ["1", "2"]
    assert [words.zh for words in row.happened] == ["牵头调整"]


def test_the_due_date_of_the_action_is_marked_at_the_items_that_have_it() -> None:
    def action(due: str, remark: str) -> list[Any]:
        return [{"id": "一", "name": "甲", "due": due, "duties": [{"id": "1", "text": "办展览", "remark": remark}]}]

    _, duty = _of(action("9月底前", "甲"), action("10月底前", "乙")).rows
    assert _marked(duty)[Field.DUE].old == ("9月底前",)


def test_an_item_that_moved_stands_under_its_new_action_with_both_numbers() -> None:
    def both(first: list[Any], second: list[Any]) -> list[Any]:
        return [{"id": "一", "name": "甲", "duties": first}, {"id": "二", "name": "乙", "duties": second}]

    stays, here = {"id": "9.9", "text": "评选先进个人"}, {"id": "1.1", "text": "举办科普展览活动"}
    there = {"id": "2.1", "text": "举办科普展览活动", "formerly": "1.1"}
    table = _of(both([stays, here], []), both([stays], [there]))
    (group,) = table.groups
    assert (group.heading.number, _only(table).cells[Field.NUMBER].old) == ("二", ("1.1",))


def test_an_item_that_went_into_another_one_is_told_there_as_merged() -> None:
    one_item = {"id": "1", "text": "举办科普展览"}
    old = duties(one_item, {"id": "2", "text": "评选先进个人"})
    row = _only(_of(old, duties(one_item | {"formerly": ["1", "2"]})))
    assert [words.zh for words in row.happened] == ["并入"]
    assert [change.merged for change in row.changes] == [True]


def test_the_county_has_a_row_an_item_and_only_the_columns_that_something_fills() -> None:
    table = item_table(compare(*county()))
    assert table.fields == tuple(field for field in Field if field is not Field.SUPPORT)
    assert [group.heading.number for group in table.groups] == [*"一二三四五六八九", "十一"]
    assert [row.cells[Field.NUMBER].old for row in table.rows if row.dropped] == [("1.7",)]


@pytest.mark.parametrize("years", [county(), stress()], ids=["county", "stress"])
def test_every_change_of_an_item_is_in_one_row(years: Any) -> None:
    comparison = compare(*years)
    told = [change for row in item_table(comparison).rows for change in row.changes]
    assert len(told) == len([change for change in comparison.changes if change.action])
    assert {item_key(change) for change in told} == {item_key(each) for each in comparison.changes if each.action}


def test_only_the_items_that_are_asked_for() -> None:
    comparison = compare(*county())
    table = item_table(comparison, {(("actions", 0, "duties", 6), True)})
    assert [row.cells[Field.ITEM].old for row in table.rows] == [("留守儿童暑期科普夏令营",)]
    assert item_table(comparison, ()).rows == ()


def test_a_plan_and_itself_have_no_rows() -> None:
    new = county().new
    assert _table(new, new) == ItemTable((Field.NUMBER, Field.ITEM, Field.LEAD, Field.RESPONSIBLE), ())
