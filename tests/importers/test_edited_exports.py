"""A workbook that somebody worked on is read as it stands now, and the notes say what was changed and where."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.errors import KepuError
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.views.division import Column
from tests.importers.edited import (
    PLAN,
    edited,
    exported,
    imported,
    read_back,
    row_added,
    row_deleted,
    rows_ordered,
    saved,
    shape,
    told,
    typed,
    unmerged,
)
from tests.importers.generated import named_at, told_by
from tests.plans import plan_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from tests.importers.edited import Edit

OLD = plan_of(PLAN)
ONE, TWO, THREE, FOUR = shape(OLD)


def _same(sheet: Worksheet) -> None:
    """Nothing but what saving does."""


def _title_above(sheet: Worksheet) -> None:
    unmerged(sheet)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "内部资料"


def _column_moved(sheet: Worksheet) -> None:
    """完成时限 in front of 牵头单位."""
    sheet.move_range("D2:E11", cols=1, rows=20)
    for row in range(2, 12):
        sheet.cell(row, 4).value = sheet.cell(row, 6).value
        sheet.cell(row, 5).value = sheet.cell(row + 20, 5).value
        sheet.cell(row, 6).value = sheet.cell(row + 20, 6).value
    sheet.delete_rows(13, 40)


def _all_filled(sheet: Worksheet) -> None:
    """Unmerged, every row with its action's number and name."""
    unmerged(sheet)
    number = name = None
    for row in range(3, 12):
        number, name = sheet.cell(row, 1).value or number, sheet.cell(row, 2).value or name
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = number, name


def _blank_rows(sheet: Worksheet) -> None:
    sheet.cell(14, 3).value = "  "


def _names_broken(sheet: Worksheet) -> None:
    sheet["E3"].value = "县科协\n县妇联"


HARMLESS: dict[str, tuple[Edit, ...]] = {
    "saved": (_same,),
    "unmerged": (unmerged,),
    "title rows above": (_title_above,),
    "columns moved": (_column_moved,),
    "unmerged and filled": (_all_filled,),
    "blank rows below": (_blank_rows,),
    "a line for each name": (_names_broken,),
    "commas between names": (typed("E3", "县科协， 县妇联,"),),
    "other heads": (
        typed("B2", "工作任务"),
        typed("C2", "主要 措施"),
        typed("D2", "牵头部门"),
        typed("F2", "时间节点"),
    ),
    "renamed": (lambda sheet: setattr(sheet, "title", "分解表"),),
    "heads again": (
        row_added(8, A="序号", B="重点任务", C="具体举措", D="牵头单位", E="责任单位", F="完成时限", G="备注"),
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_changes_no_task_changes_nothing(name: str) -> None:
    result = imported(*HARMLESS[name])
    assert told(result) == []
    assert told_by(result.plan) == told_by(OLD)


def test_the_other_sheets_do_not_matter() -> None:
    book = load_workbook(io.BytesIO(exported()))
    for sheet in book.worksheets:
        if sheet.title not in ("任务分工表", "_kepu"):
            book.remove(sheet)
    book["_kepu"].sheet_state = "visible"
    book.move_sheet("_kepu", -1)
    result = read_back(saved(book))
    assert told(result) == []
    assert told_by(result.plan) == told_by(OLD)


@pytest.mark.parametrize(
    ("edits", "path", "expected"),
    [
        pytest.param(
            [typed("D5", "县科协,\n县民政局")],
            ("actions", 0, "duties", 1),
            {"lead": ("县科协", "县民政局")},
            id="lead retyped",
        ),
        pytest.param(
            [typed("E5", "县教育局；县妇联")],
            ("actions", 0, "duties", 1),
            {"lead": ("县科协",), "responsible": ("县教育局", "县妇联")},
            id="responsible added",
        ),
        pytest.param(
            [typed("E4", "县科协、县妇联")],
            ("actions", 0, "duties", 0),
            {"responsible": ("县妇联",)},
            id="one more beside whom the project brings",
        ),
        pytest.param(
            [typed("E10", "县妇联、县科协")],
            ("actions", 3, "duties", 0),
            {"responsible": ("县妇联", "县科协")},
            id="one more beside inherited ones",
        ),
        pytest.param(
            [typed("D10", "县科协")],
            ("actions", 3, "duties", 0),
            {"lead": ("县科协",), "responsible": ("县妇联",)},
            id="another lead, the inherited others stay",
        ),
        pytest.param(
            [typed("D10", "县科协"), typed("D11", "县科协")],
            ("actions", 3),
            {"lead": ("县科协",), "responsible": ("县妇联",)},
            id="the action's lead, changed wherever it is shown",
        ),
        pytest.param([typed("D7", None)], ("actions", 1), {}, id="nobody any more"),
        pytest.param([typed("D9", "县妇联等单位")], ("actions", 2, "duties", 0),
                     {"lead": ("县妇联等单位",), "responsible": ("县科协",)}, id="an open list"),
    ],
)  # fmt: skip
def test_changed_names_are_the_items_own(edits: list[Edit], path: tuple[Any, ...], expected: dict[str, Any]) -> None:
    result = imported(*edits)
    assert named_at(result.plan, *path) == expected
    assert told(result) == []


def test_all_items_that_inherit_still_do_when_the_action_was_changed() -> None:
    result = imported(typed("D10", "县科协"), typed("D11", "县科协"))
    assert named_at(result.plan, "actions", 3, "duties", 0) == {}
    assert named_at(result.plan, "actions", 3, "duties", 1) == {}


@pytest.mark.parametrize(
    ("edits", "dues"),
    [
        pytest.param([typed("F4", "9月底前")], ["12月底前", "9月底前", "6月底前", ""], id="one item"),
        pytest.param([typed("F4", None)], ["12月底前", "", "6月底前", ""], id="an inherited one cannot be cleared"),
        pytest.param([typed("F5", None)], ["12月底前", "", "", ""], id="cleared"),
        pytest.param([typed("F5", "12月底前")], ["12月底前", "", "12月底前", ""], id="the action's date, written out"),
    ],
)
def test_dates(edits: list[Edit], dues: list[str]) -> None:
    action = imported(*edits).plan.actions[0]
    assert [action.due, *(item.due for item in (*action.duties, *action.projects))] == dues


def test_the_date_of_an_action_is_changed_where_all_show_it() -> None:
    action = imported(typed("F10", "10月底前"), typed("F11", "10月底前")).plan.actions[3]
    assert [action.due, *(duty.due for duty in action.duties)] == ["10月底前", "", ""]


@pytest.mark.parametrize(
    ("edits", "expected", "notes"),
    [
        pytest.param(
            [typed("C4", "1.1 办大展览")],
            [("一", "青少年行动", ["1.1 办大展览", "1.2 办大赛"], ["大篷车"]), TWO, THREE, FOUR],
            ["任务分工表!C4 的文字改过，按位置认作原来的第 1 项职责 1"],
            id="text",
        ),
        pytest.param(
            [typed("C4", "1.3 办展览")],
            [("一", "青少年行动", ["1.3 办展览", "1.2 办大赛"], ["大篷车"]), TWO, THREE, FOUR],
            ["任务分工表!C4 的文字改过，按位置认作原来的第 1 项职责 1"],
            id="number",
        ),
        pytest.param(
            [typed("C6", "大篷车进村：进校园、进村")],
            [("一", "青少年行动", ["1.1 办展览", "1.2 办大赛"], ["大篷车进村"]), TWO, THREE, FOUR],
            ["任务分工表!C6 的文字改过，按位置认作原来的第 1 项项目 1"],
            id="project",
        ),
        pytest.param(
            [typed("B10", "社区居民行动"), typed("A10", "4")],
            [ONE, TWO, THREE, ("4", "社区居民行动", FOUR[2], [])],
            ["任务分工表!B10 的任务名称改过，认作原来的第 4 项，名称改为“社区居民行动”"],
            id="action renamed and renumbered",
        ),
        pytest.param(
            [typed("B7", None)],
            [ONE, ("二", "", [], []), THREE, FOUR],
            ["任务分工表!B7 这一项（原来的第 2 项）的任务名称没有了"],
            id="name cleared",
        ),
        pytest.param(
            [typed("C7", "办培训班")],
            [ONE, ("二", "农民行动", ["办培训班"], []), THREE, FOUR],
            ["任务分工表!C7 是新加的一行，读作“农民行动”的一条职责"],
            id="a measure for a whole action",
        ),
        pytest.param(
            [row_deleted(4)],
            [("一", "青少年行动", ["1.2 办大赛"], ["大篷车"]), TWO, THREE, FOUR],
            ["任务分工表!C5 对应的职责“1.1”表里没有了，去掉了这个对应", "原来的第 1 项职责 1 表里没有了，没有读入"],
            id="row deleted",
        ),
        pytest.param(
            [row_deleted(7)],
            [ONE, THREE, FOUR],
            ["原来的第 2 项任务表里没有了，没有读入"],
            id="action deleted",
        ),
        pytest.param(
            [row_added(11, C="建微信群", D="县科协")],
            [ONE, TWO, THREE, ("四", "社区行动", ["建科普角", "建微信群", "办讲座"], [])],
            ["任务分工表!C11 是新加的一行，读作“社区行动”的一条职责"],
            id="row added",
        ),
        pytest.param(
            [row_added(5, C="1.5 建微信群", D="县科协"), row_deleted(12)],
            [
                ("一", "青少年行动", ["1.1 办展览", "1.5 建微信群", "1.2 办大赛"], ["大篷车"]),
                TWO,
                THREE,
                ("四", "社区行动", ["建科普角"], []),
            ],
            ["任务分工表!C5 是新加的一行，读作“青少年行动”的一条职责", "原来的第 4 项职责 2 表里没有了，没有读入"],
            id="row added and row deleted",
        ),
        pytest.param(
            [
                typed("A12", "五"),
                typed("B12", "干部行动"),
                typed("C12", "办班"),
                typed("C13", "考察"),
                typed("D12", "县委组织部"),
            ],
            [ONE, TWO, THREE, FOUR, ("五", "干部行动", ["办班", "考察"], [])],
            [
                "任务分工表!B12 是新加的任务“干部行动”",
                "任务分工表!C12 是新加的一行，读作“干部行动”的一条职责",
                "任务分工表!C13 是新加的一行，读作“干部行动”的一条职责",
            ],
            id="action added",
        ),
        pytest.param(
            [rows_ordered(8, 9, 3, 4, 5, 6, 7, 10, 11)],
            [THREE, ONE, TWO, FOUR],
            [],
            id="actions in another order",
        ),
        pytest.param(
            [
                rows_ordered(3, 4, 5, 6, 7, 8, 9, 11, 10),
                typed("A10", "四"),
                typed("B10", "社区行动"),
                typed("B11", None),
                typed("A11", None),
            ],
            [ONE, TWO, THREE, ("四", "社区行动", ["办讲座", "建科普角"], [])],
            [],
            id="duties in another order",
        ),
        pytest.param(
            [rows_ordered(7, 6, 11, 4, 3, 9, 5, 10, 8)],
            [ONE, TWO, THREE, FOUR],
            ["“任务分工表”的行打乱了，各项任务的行不在一起；任务和职责仍按导出时的顺序"],
            id="sorted by department",
        ),
        pytest.param(
            [typed("A1", "示例县2027年方案任务分工表")],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!A1 的标题改过，方案名称读作“示例县2027年方案”"],
            id="title",
        ),
        pytest.param(
            [typed("H2", "进展情况"), typed("H4", "已完成")],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!H2 的“进展情况”一列是后加的，读进了“其他”"],
            id="column added",
        ),
        pytest.param(
            [typed("A13", "注：时限以文件为准"), lambda sheet: sheet.merge_cells("A13:G13")],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!A13 横跨几列，不像一条任务，没有读"],
            id="note below",
        ),
        pytest.param(
            [typed("D13", "填表人：王芳")],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!C13 这一行没有写要做什么，没有读"],
            id="signature below",
        ),
        pytest.param(
            [lambda sheet: sheet.delete_cols(6)],
            [ONE, TWO, THREE, FOUR],
            ["“任务分工表”里没有“完成时限”一列了，这一项读不回来"],
            id="column deleted",
        ),
        pytest.param(
            [typed("E4", None)],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!E4 写的是“（空）”，但这一格随任务或项目走，再导出会是“县科协”，请核对"],
            id="what comes from a project cannot be cleared",
        ),
        pytest.param(
            [typed("F4", None)],
            [ONE, TWO, THREE, FOUR],
            ["任务分工表!F4 写的是“（空）”，但这一格随任务或项目走，再导出会是“12月底前”，请核对"],
            id="an inherited date cannot be cleared",
        ),
        pytest.param(
            [typed("D3", "县民政局"), typed("F3", "9月底前")],
            [ONE, TWO, THREE, FOUR],
            [
                "任务分工表!D4 写的是“县教育局”，但这一格随任务或项目走，再导出会是“县民政局”，请核对",
                "任务分工表!F4 写的是“12月底前”，但这一格随任务或项目走，再导出会是“9月底前”，请核对",
                "任务分工表!D6 写的是“县教育局”，但这一格随任务或项目走，再导出会是“县民政局”，请核对",
                "任务分工表!F6 写的是“12月底前”，但这一格随任务或项目走，再导出会是“9月底前”，请核对",
            ],
            id="only the row of the whole action",
        ),
    ],
)  # fmt: skip
def test_changed_tables(edits: list[Edit], expected: list[Any], notes: list[str]) -> None:
    result = imported(*edits)
    assert shape(result.plan) == expected
    assert told(result) == notes


def test_what_was_added_to_a_column_of_their_own_is_kept_beside() -> None:
    plan = imported(typed("H2", "进展情况"), typed("H4", "已完成")).plan
    assert plan.actions[0].duties[0].extra == {"进展情况": "已完成"}


def test_references_by_number_follow_their_duty() -> None:
    text = PLAN.replace("编号: 1.1, ", "").replace("编号: 1.2, ", "").replace('["1.1", 办大赛]', "[1, 2]")
    before = plan_of(text).actions[0].projects[0].covers
    action = imported(row_added(4, C="新的一条"), text=text).plan.actions[0]
    assert (before, action.projects[0].covers) == (("1", "2"), ("2", "3"))
    assert [duty.text for duty in action.duties] == ["新的一条", "办展览", "办大赛"]


def test_a_reference_by_text_follows_its_duty() -> None:
    action = imported(typed("C5", "1.2 办创新大赛")).plan.actions[0]
    assert action.projects[0].covers == ("1.1", "办创新大赛")


def test_the_hidden_sheet_repeats_no_text_and_nothing_private() -> None:
    more = "        备注: 内部掌握\n        其他: {经费: 保密}\n    豁免: [{规则: K302, 理由: 领导同意}]\n"
    text = PLAN.rstrip(" ") + more
    text = text.replace("[县教育局, ", "[{名称: 县教育局, 联系人: 王芳}, ")
    book = load_workbook(io.BytesIO(exported(text)))
    hidden = " ".join(str(cell) for row in book["_kepu"].iter_rows(values_only=True) for cell in row)
    for private in (
        "办展览",
        "办大赛",
        "大篷车",
        "进校园",
        "社区行动",
        "新增",
        "内部掌握",
        "保密",
        "王芳",
        "领导同意",
        "K302",
    ):
        assert private not in hidden


def test_an_edited_export_can_be_exported_and_read_again() -> None:
    plan = imported(typed("D10", "县科协"), row_deleted(4), typed("C7", "办培训班")).plan
    data = edited(export(plan))
    assert told_by(read_back(data).plan) == told_by(plan)


def test_columns_that_were_not_printed_are_lost_and_told() -> None:
    options = Options(sheets=(Sheet.DIVISION,), columns=(Column.ACTION, Column.MEASURE, Column.RESPONSIBLE))
    data = export(OLD, options=options)
    result = read_back(data)
    assert told(result) == [
        "导出时没有要“牵头单位”一列，这一项读不回来",
        "导出时没有要“完成时限”一列，这一项读不回来",
        "导出时没有要“备注”一列，这一项读不回来",
        # It led there, which nobody can know any more; now its share comes from the project alone.
        "任务分工表!C5 写的是“（空）”，但这一格随任务或项目走，再导出会是“县科协”，请核对",
    ]
    assert shape(result.plan) == shape(OLD)
    assert named_at(result.plan, "actions", 0) == {"responsible": ("县科协", "县妇联")}


def test_a_title_and_a_label_of_their_own() -> None:
    data = export(OLD, options=Options(title="内部用表", annex="附件3", sheets=(Sheet.MATRIX, Sheet.DIVISION)))
    result = read_back(data)
    assert told(result) == []
    assert result.plan.title == "示例县方案"


def test_without_the_division_of_labour_nothing_can_be_read() -> None:
    with pytest.raises(KepuError, match="without the division of labour"):
        read_back(export(OLD, options=Options(sheets=(Sheet.MATRIX,))))


ENGLISH = """\
    title: Science Plan
    departments: [Bureau of Education, Science Association, Health Office]
    actions:
      - {id: 1, name: Youth, lead: Bureau of Education, responsible: [Science Association, Health Office],
         duties: [Fairs, {text: Contests, lead: Science Association, responsible: Health Office}]}
    """


def test_an_english_workbook() -> None:
    old = plan_of(ENGLISH)
    book = load_workbook(io.BytesIO(exported(ENGLISH)))
    sheet = book["Division of labour"]
    assert "; " in str(sheet["E3"].value).replace("\n", " ")
    assert told_by(read_back(saved(book)).plan) == told_by(old)
    sheet["D4"].value = "Health Office; Bureau of Education"
    changed = read_back(saved(book))
    assert changed.notes == ()
    assert named_at(changed.plan, "actions", 0, "duties", 1)["lead"] == ("Health Office", "Bureau of Education")
