"""Tables as they are met: heads of two rows and heads again, rows cut overleaf, sums, notes, cells left blank."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kepu_cli.importers.tables.joining import joined
from kepu_cli.importers.tables.read import read_table
from tests.importers.tables.sheets import outline, plain, read, table, told

HEAD = ["序号", "重点任务", "具体措施", "牵头单位", "责任单位", "完成时限"]
ONE = ["1", "青少年行动", "办科技节", "县教育局", "县科协", "6月底"]
TWO = ["2", "农民行动", "办培训班", "县农业农村局", "县科协", "年底"]
READ_ONE = ["1 青少年行动", "  办科技节 | 牵头=县教育局 | 责任=县科协 | 时限=6月底"]
READ_TWO = ["2 农民行动", "  办培训班 | 牵头=县农业农村局 | 责任=县科协 | 时限=年底"]


def test_heads_below_heads() -> None:
    rows = [
        ["序号", "重点任务", "责任分工", "←", "←", "进展情况", "←"],
        ["↑", "↑", "牵头", "责任", "配合", "一季度", "二季度"],
        ["1", "办科技节", "县教育局", "县科协", "团县委", "已部署", "已办"],
    ]
    expected = "1 办科技节 | 牵头=县教育局 | 责任=县科协 | 配合=团县委 | 进展情况 一季度=已部署 | 进展情况 二季度=已办"
    assert outline(read(rows)) == [expected]


def test_heads_below_heads_without_merged_cells() -> None:
    rows = [
        ["序号", "重点任务", "责任单位", "", "完成时限"],
        ["", "", "牵头单位", "配合单位", ""],
        ["1", "办科技节", "县教育局", "团县委", "6月底"],
    ]
    reading = read_table(plain(rows))
    assert reading is not None
    assert outline(reading) == ["1 办科技节 | 牵头=县教育局 | 配合=团县委 | 时限=6月底"]


def test_bodies_of_two_levels_below_one_head() -> None:
    rows = [
        ["重点任务", "牵头领导", "责任单位", "←"],
        ["↑", "↑", "市级", "县级"],
        ["办科技节", "孙副市长", "市科协", "东山县科协"],
    ]
    assert outline(read(rows))[0].startswith("办科技节 | 责任=市科协、")


def test_one_head_over_coarse_and_fine() -> None:
    rows = [
        ["序号", "重点任务", "←", "牵头单位"],
        ["1", "青少年行动", "办科技节", "县教育局"],
        ["↑", "↑", "办科学营", "县科协"],
        ["2", "统计工作", "←", "县科协"],
    ]
    assert outline(read(rows)) == [
        "1 青少年行动",
        "  办科技节 | 牵头=县教育局",
        "  办科学营 | 牵头=县科协",
        "2 统计工作 | 牵头=县科协",
    ]


def test_the_head_again_on_each_page() -> None:
    title = ["东山县任务分解表", *["←"] * 5]
    reading = read([title, HEAD, ONE, title, HEAD, TWO])
    assert outline(reading) == READ_ONE + READ_TWO
    assert (reading.title, reading.leftovers) == ("东山县任务分解表", ())


def test_a_row_goes_on_overleaf() -> None:
    first = ["1", "青少年行动", "办科技节，评选", "县教育局", "县科协", "6月底"]
    reading = read([HEAD, first, HEAD, ["", "", "科技小院士", "", "", ""], TWO])
    assert outline(reading) == [
        "1 青少年行动",
        "  办科技节，评选科技小院士 | 牵头=县教育局 | 责任=县科协 | 时限=6月底",
        *READ_TWO,
    ]
    assert told(reading.actions[0].duties[0].doubts) == ["Sheet!C4 这一行没有另起一项，接在了上一行后面，请核对"]


def test_names_go_on_overleaf() -> None:
    reading = read([HEAD, ONE, ["", "", "", "", "团县委", ""], TWO])
    assert outline(reading)[1] == "  办科技节 | 牵头=县教育局 | 责任=县科协、团县委 | 时限=6月底"
    assert told(reading.actions[0].duties[0].doubts) == ["Sheet!E3 这一行没有另起一项，接在了上一行后面，请核对"]


def test_sums_notes_and_signatures_are_left_over() -> None:
    below = [
        ["合 计", "", "2项", "", "", ""],
        ["注：完成时限均为2024年。", *["←"] * 5],
        ["填表人：周立", "", "", "审核人：吴强", "", ""],
        ["", "", "", "", "东山县科协办公室", "←"],
        ["2024年3月5日", *["←"] * 5],
    ]
    reading = read([HEAD, ONE, TWO, *below])
    assert outline(reading) == READ_ONE + READ_TWO
    assert [each.text for each in reading.leftovers] == [
        "合 计\u30002项",
        "注：完成时限均为2024年。",
        "填表人：周立\u3000审核人：吴强",
        "东山县科协办公室",
        "2024年3月5日",
    ]
    assert [each.place.where.zh for each in reading.leftovers][:2] == ["Sheet!A4", "Sheet!A5"]


def test_a_sentence_over_the_width_is_left_over() -> None:
    reading = read([HEAD, ONE, ["以上各项由县科协负责督促。", *["←"] * 5], TWO])
    assert outline(reading) == READ_ONE + READ_TWO
    assert [each.text for each in reading.leftovers] == ["以上各项由县科协负责督促。"]


def test_blank_cells_that_are_not_merged() -> None:
    reading = read([HEAD, ONE, ["", "", "办科学营", "", "县科协", ""]])
    assert outline(reading) == [*READ_ONE, "  办科学营 | 责任=县科协"]
    assert told(reading.notes) == ["“重点任务”一栏有 1 行空着又没有合并，归到了上面一项"]


def test_the_same_action_in_every_row() -> None:
    again = ["2", "青少年 行动", "办科学营", "县科协", "", ""]
    assert outline(read([HEAD, ONE, again])) == [
        "青少年行动",
        "  1 办科技节 | 牵头=县教育局 | 责任=县科协 | 时限=6月底",
        "  2 办科学营 | 牵头=县科协",
    ]


def test_the_same_number_in_every_row() -> None:
    again = ["1", "青少年行动", "办科学营", "县科协", "", ""]
    assert outline(read([HEAD, ONE, again, TWO])) == [*READ_ONE, "  办科学营 | 牵头=县科协", *READ_TWO]


def test_an_action_that_has_a_row_of_its_own() -> None:
    own = ["1", "青少年行动", "", "县教育局", "", ""]
    assert outline(read([HEAD, own, ["", "", "办科技节", "县科协", "", ""], TWO])) == [
        "1 青少年行动 | 牵头=县教育局",
        "  办科技节 | 牵头=县科协",
        *READ_TWO,
    ]


def test_an_action_as_a_whole_as_our_own_tables_have_it() -> None:
    whole = ["1", "青少年行动", "（本项任务总体）", "县教育局", "", ""]
    more = ["1", "青少年行动（续）", "办科技节", "县科协", "", ""]
    assert outline(read([HEAD, whole, ["↑", "↑", "办展", "县妇联", "", ""], HEAD, more])) == [
        "1 青少年行动 | 牵头=县教育局",
        "  办展 | 牵头=县妇联",
        "  办科技节 | 牵头=县科协",
    ]


def test_names_merged_over_all_rows_are_the_actions() -> None:
    more = ["↑", "↑", "办科学营", "↑", "↑", "年底"]
    assert outline(read([HEAD, ONE, more])) == [
        "1 青少年行动 | 牵头=县教育局 | 责任=县科协",
        "  办科技节 | 时限=6月底",
        "  办科学营 | 时限=年底",
    ]


def test_names_that_items_would_not_inherit_stay_with_them() -> None:
    rows = [HEAD, ONE, ["↑", "↑", "办科学营", "县科协", "↑", "年底"]]
    assert outline(read(rows)) == [
        "1 青少年行动",
        "  办科技节 | 牵头=县教育局 | 责任=县科协 | 时限=6月底",
        "  办科学营 | 牵头=县科协 | 责任=县科协 | 时限=年底",
    ]


def test_sections_in_sections() -> None:
    rows = [
        ["任务", "牵头单位", "责任单位"],
        ["一、行动", "←", "←"],
        ["（一）青少年", "←", "←"],
        ["1.办科技节", "县教育局", "县科协"],
        ["（二）农民", "←", "←"],
        ["2.办培训班", "县农业农村局", "县科协"],
    ]
    assert outline(read(rows)) == [
        "一 行动",
        "一 青少年 | 部分=一、行动",
        "  1 办科技节 | 牵头=县教育局 | 责任=县科协",
        "二 农民 | 部分=一、行动",
        "  2 办培训班 | 牵头=县农业农村局 | 责任=县科协",
    ]


@pytest.mark.parametrize(
    "row", [["一", "重点行动", "←", "←"], ["一、重点行动", "", "", ""], ["", "一、重点行动", "", ""]]
)
def test_sections_that_are_not_merged_over_all(row: list[str]) -> None:
    rows = [["序号", "任务", "牵头单位", "责任单位"], row, ["1", "办科技节", "县教育局", "县科协"]]
    reading = read(rows)
    assert [duty.text for duty in reading.actions[0].duties] == ["办科技节"]
    assert (reading.actions[0].number, reading.actions[0].text) == ("一", "重点行动")


def test_a_section_without_rows_is_left_over() -> None:
    reading = read([HEAD, ["重点行动", *["←"] * 5], ["保障工作", *["←"] * 5], ONE])
    assert outline(reading) == ["1 青少年行动 | 部分=保障工作", READ_ONE[1]]
    assert [each.text for each in reading.leftovers] == ["重点行动"]


def test_a_third_column_that_only_says_more_about_the_second() -> None:
    head = ["重点任务", "具体任务", "工作措施", "责任单位"]
    rows = [head, ["青少年行动", "办科技节", "各校一次", "县教育局"], ["↑", "办科学营", "暑期两期", "县科协"]]
    expected = [
        "青少年行动",
        "  办科技节 | 责任=县教育局 | 工作措施=各校一次",
        "  办科学营 | 责任=县科协 | 工作措施=暑期两期",
    ]
    assert outline(read(rows)) == expected


def test_a_third_column_that_is_finer_than_the_second() -> None:
    head = ["重点任务", "具体任务", "工作措施", "责任单位"]
    rows = [head, ["青少年行动", "办科技节", "各校一次", "县教育局"], ["↑", "↑", "评选奖励", "县科协"]]
    expected = ["办科技节 | 重点任务=青少年行动", "  各校一次 | 责任=县教育局", "  评选奖励 | 责任=县科协"]
    assert outline(read(rows)) == expected


def test_another_table_below() -> None:
    rows = [HEAD, ONE, ["项目", "责任单位", "完成时限"], ["建科普馆", "县科协", "年底"]]
    assert outline(read(rows)) == [*READ_ONE, "建科普馆 | 责任=县科协 | 时限=年底"]


def test_columns_that_no_plan_has() -> None:
    rows = [["重点任务", "责任单位", "预期成效", ""], ["办科技节", "县科协", "参与5万人次", "市里关注"]]
    reading = read(rows)
    assert outline(reading) == ["办科技节 | 责任=县科协 | 预期成效=参与5万人次 | 第4列=市里关注"]


def test_a_head_that_says_that_the_first_leads() -> None:
    rows = [["重点任务", "责任单位（排第一位的为牵头单位）"], ["办科技节", "县教育局、县科协"]]
    assert told(read(rows).notes) == ["表头“责任单位（排第一位的为牵头单位）”说明排在首位的单位牵头，已照此读"]


def test_a_title_in_two_lines() -> None:
    above = [["附件1"], ["东山县2024年全民科学素质行动", "←"], ["责任分解表", "←"], ["（2024年3月）", "←"]]
    reading = read([*above, ["重点任务", "责任单位"], ["办科技节", "县科协"]])
    assert reading.title == "东山县2024年全民科学素质行动责任分解表"
    assert [each.text for each in reading.leftovers] == ["附件1", "（2024年3月）"]


def test_a_label_before_the_title() -> None:
    reading = read([["附件2：东山县任务分解表", "←"], ["重点任务", "责任单位"], ["办科技节", "县科协"]])
    assert (reading.title, [each.text for each in reading.leftovers]) == ("东山县任务分解表", ["附件2："])


def test_a_list_in_a_cell_is_several_duties() -> None:
    listed = "1.办科技节，\n每校一次\n2.办科学营\n3.评小院士"
    rows = [HEAD, ["1", "青少年行动", listed, "县教育局", "县科协", "年底"], TWO]
    assert outline(read(rows)) == [
        "1 青少年行动 | 牵头=县教育局 | 责任=县科协 | 时限=年底",
        "  1 办科技节，\n每校一次",
        "  2 办科学营",
        "  3 评小院士",
        *READ_TWO,
    ]
    rows = [
        HEAD,
        ["1", "青少年行动", "（1）办展\n（2）办赛", "县教育局", "", ""],
        ["↑", "↑", "办科学营", "县科协", "", "年底"],
    ]
    assert outline(read(rows)) == [
        "1 青少年行动",
        "  1 办展 | 牵头=县教育局",
        "  2 办赛 | 牵头=县教育局",
        "  办科学营 | 牵头=县科协 | 时限=年底",
    ]


@pytest.mark.parametrize(
    "text",
    ["1.办科技节\n办科学营", "一是办科技节，二是办科学营", "办好：\n1.科技节\n2.科学营", "2.办科技节\n1.办科学营"],
)
def test_other_texts_of_several_lines_are_one_duty(text: str) -> None:
    (action,) = read([HEAD, ["1", "青少年行动", text, "县教育局", "", ""]]).actions
    assert len(action.duties) == 1


def test_role_words_in_a_cell_win() -> None:
    rows = [
        ["重点任务", "责任单位"],
        ["办科技节", "县教育局牵头，县科协、团县委配合"],
        ["办科学营", "县科协（牵头）、县妇联"],
    ]
    assert outline(read(rows)) == [
        "办科技节 | 牵头=县教育局 | 配合=县科协、团县委",
        "办科学营 | 牵头=县科协 | 责任=县妇联",
    ]


def test_the_first_leads_where_told_so() -> None:
    rows = [["重点任务", "责任单位"], ["办科技节", "县教育局、县科协"]]
    assert outline(read(rows)) == ["办科技节 | 责任=县教育局、县科协"]
    assert outline(read(rows, first_leads=True)) == ["办科技节 | 牵头=县教育局 | 责任=县科协"]


def test_a_card_for_one_task() -> None:
    rows = [
        ["东山县重点工作任务卡", "←", "←", "←"],
        ["任务名称", "建设县科普馆", "←", "←"],
        ["牵头单位", "县科协", "责任单位", "县财政局、县住建局"],
        ["分管领导", "孙副县长", "完成时限", "2024年底"],
        ["预期目标", "年接待3万人次", "←", "←"],
        ["填表人：周立", "←", "←", "←"],
    ]
    reading = read(rows)
    expected = (
        "建设县科普馆 | 牵头=县科协 | 责任=县财政局、县住建局 | 领导=孙副县长 | 时限=2024年底 | 预期目标=年接待3万人次"
    )
    assert outline(reading) == [expected]
    assert (reading.title, [each.text for each in reading.leftovers]) == ("东山县重点工作任务卡", ["填表人：周立"])


def test_bodies_under_a_word_that_means_units_too() -> None:
    assert outline(read([["工作任务", "单位"], ["办科技节", "县科协"]])) == ["办科技节 | 责任=县科协"]
    assert read_table(table([["项目", "单位", "数量"], ["科普画廊", "处", "12"]])) is None


def test_a_table_in_pieces() -> None:
    pieces = [plain([HEAD, ONE]), plain([TWO]), plain([["周立", "县科协"]]), plain([HEAD, TWO])]
    whole, other, again = joined(pieces)
    reading = read_table(whole)
    assert reading is not None
    assert outline(reading) == READ_ONE + READ_TWO
    assert [cell.text for cell in whole.cells()] == HEAD + ONE + TWO
    assert (other, again) == (pieces[2], pieces[3])


def test_our_own_heads_in_english() -> None:
    rows = [
        ["No.", "Action", "Measure", "Lead", "Responsible", "Support", "Due"],
        ["1", "A", "B", "甲局", "乙局", "", "June"],
    ]
    assert outline(read(rows)) == ["1 A", "  B | 牵头=甲局 | 责任=乙局 | 时限=June"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["姓名", "单位", "职务"], ["周立", "县科协", "主席"]], id="persons"),
        pytest.param([["项目", "金额", "备注"], ["布展", "20万元", ""]], id="money"),
        pytest.param([["县科协", "县教育局"], ["县妇联", "团县委"]], id="names"),
        pytest.param([["任务由责任单位落实"]], id="a sentence"),
        pytest.param([["重点任务", "县科协", "牵头", "责任"], ["办科技节", "★", "1", "0"]], id="a matrix"),
        pytest.param([], id="nothing"),
    ],
)
def test_other_tables_are_none(rows: list[list[str]]) -> None:
    assert read_table(table(rows) if rows else plain(rows)) is None


def test_pages_of_a_table_with_a_head_each() -> None:
    first = [HEAD_OF_FIVE, ["1", "青少年行动", "办展览", "县教育局", ""]]
    pages = [
        plain(first),
        plain([HEAD_OF_FIVE, ["2", "青少年行动（续）", "办大赛", "县科协", ""]]),
        plain([HEAD_OF_FIVE, ["3", "", "进校园", "县科协", ""]]),
        plain([HEAD_OF_FIVE, ["1", "农民行动", "办培训", "县农业农村局", ""]]),
    ]
    whole, other = joined(pages)
    reading = read_table(whole)
    assert reading is not None
    assert outline(reading) == [
        "青少年行动",
        "  1 办展览 | 牵头=县教育局",
        "  2 办大赛 | 牵头=县科协",
        "  3 进校园 | 牵头=县科协",
    ]
    assert other == pages[3]


HEAD_OF_FIVE = ["序号", "重点任务", "具体措施", "牵头单位", "责任单位"]


def test_sheets_are_not_pages() -> None:
    sheets = [replace(plain([HEAD_OF_FIVE, ["1", "", "办展览", "县教育局", ""]]), name=name) for name in ("甲", "乙")]
    assert joined(sheets) == sheets


def test_who_does_it_behind_each_measure() -> None:
    rows = [
        ["序号", "重点任务", "工作措施及责任分工"],
        [
            "1",
            "青少年行动",
            "1.举办科普展览。（牵头单位：县教育局；责任单位：县科协）\n2.举办创新大赛。（牵头单位：县科协）",
        ],
        ["2", "农民行动", "组织专家下乡培训农民。（责任单位：县农业农村局、各镇街）"],
    ]
    reading = read(rows)
    assert outline(reading) == [
        "1 青少年行动",
        "  1 举办科普展览。 | 牵头=县教育局 | 责任=县科协",
        "  2 举办创新大赛。 | 牵头=县科协",
        "2 农民行动",
        "  组织专家下乡培训农民。 | 责任=县农业农村局、各镇街",
    ]
    assert reading.notes == ()


def test_a_column_of_departments_leaves_the_text_whole() -> None:
    rows = [["序号", "任务", "牵头单位"], ["1", "举办科普展览。（责任单位：县科协）", "县教育局"]]
    assert outline(read(rows)) == ["1 举办科普展览。（责任单位：县科协） | 牵头=县教育局"]


def test_heads_in_traditional_characters() -> None:
    rows = [["序號", "工作任務", "牽頭單位", "責任單位", "完成時限"], ["1", "建科普館", "縣科協", "縣財政局", "6月底"]]
    assert outline(read(rows)) == ["1 建科普館 | 牵头=縣科協 | 责任=縣財政局 | 时限=6月底"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("县 科 协", "县科协"),
        ("县\u3000妇\u3000联、县教育局", "县妇联、县教育局"),
        ("县 科 协\n团 县 委", "县科协、团县委"),
        ("County Association, Women's Federation", "County Association、Women's Federation"),
    ],
)
def test_names_made_wide_and_names_in_english(typed: str, names: str) -> None:
    assert outline(read([["任务", "牵头单位"], ["办展览", typed]])) == [f"办展览 | 牵头={names}"]
