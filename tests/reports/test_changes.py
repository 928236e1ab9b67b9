"""The changes as text, by action and summed up: small files written for it, and the sample county's two years."""

from __future__ import annotations

import pathlib
import re
from dataclasses import replace

import pytest

from kepu_cli.comparing.changes import Change, Doubt, Mentioned, Proposal, Verb
from kepu_cli.findings import Lang, Words, say
from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.reports.changes_details import around_difference
from kepu_cli.reports.changes_text import render, render_summary
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width
from tests.golden import assert_golden
from tests.reports.comparisons import OLD, compared, loaded, of_loaded, sample

GOLDEN = pathlib.Path(__file__).parent / "golden" / "changes"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [80, 120, None], ids=str)
def test_the_whole_page(width: int | None, lang: Lang) -> None:
    assert_golden(GOLDEN / f"small-{width or 'pipe'}.{lang}.txt", render(*compared(), Screen(lang, width)))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [80, 120])
def test_the_sample_county(width: int, lang: Lang) -> None:
    assert_golden(GOLDEN / f"sample-{width}.{lang}.txt", render(*sample(), Screen(lang, width)))


@pytest.mark.parametrize("lang", Lang)
def test_the_summary_of_the_sample_county(lang: Lang) -> None:
    assert_golden(GOLDEN / f"sample-summary-80.{lang}.txt", render_summary(*sample(), Screen(lang, 80)))


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [(Lang.ZH, "两份方案没有实质变化。\n"), (Lang.EN, "Nothing of substance changed between the two plans.\n")],
    ids=["zh", "en"],
)
def test_nothing_changed(lang: Lang, sentence: str) -> None:
    assert render(*compared(OLD, OLD), Screen(lang, 80)) == sentence
    assert render_summary(*compared(OLD, OLD), Screen(lang, 80)) == sentence


def test_one_change_in_english_is_singular() -> None:
    page = render(*compared(OLD, OLD.replace("6月底前", "7月底前")), Screen(Lang.EN))
    assert "\n1 change: 1 due date changed.\n" in page


def test_colour_is_only_paint() -> None:
    painted = render(*compared(), Screen(Lang.ZH, 80, colour=True))
    assert "\x1b[1;31m旧方案有、新方案没有交代的（2）\x1b[0m" in painted
    assert "\x1b[32m增加单位\x1b[0m" in painted
    assert "\x1b[1;31m取消\x1b[0m" in painted
    assert "\x1b[1m一 青少年行动\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(*compared(), Screen(Lang.ZH, 80))


@pytest.mark.parametrize("width", [44, 60, 80, 110, 140])
@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    for made in (compared(), sample()):
        for told in (render, render_summary):
            assert max(map(display_width, told(*made, Screen(lang, width)).splitlines())) <= width


@pytest.mark.parametrize("lang", list(Lang))
def test_in_one_column_nothing_is_lost(lang: Lang) -> None:
    wrapped, whole = (render(*sample(), Screen(lang, width)) for width in (44, None))
    assert re.sub(r"\s", "", wrapped) == re.sub(r"\s", "", whole)


def test_old_and_new_stand_one_below_the_other_where_the_line_is_short() -> None:
    new = OLD.replace("办展览", "在全县各中小学举办流动科普展览")
    assert "    内容变化  办展览\n              → 在全县各中小学举办流动科普展\n                览\n" in render(
        *compared(OLD, new), Screen(Lang.ZH, 44)
    )


def test_with_room_they_stand_side_by_side() -> None:
    long = "在全县各中小学、社区、企业和农村巡回举办流动科普展览，" * 3
    new = OLD.replace("内容: 办展览", f"内容: {long}").replace("6月底前", "7月底前")
    lines = render(*compared(OLD, new), Screen(Lang.ZH, 110)).splitlines()
    first = next(line for line in lines if line.startswith("    内容变化"))
    second = next(line for line in lines if line.startswith("    时限调整"))
    assert first.startswith("    内容变化  办展览  → 在全县各中小学")
    assert second == "    时限调整  6月底前 → 7月底前"
    turned = render(*compared(new, OLD), Screen(Lang.ZH, 110)).splitlines()
    third = next(line for line in turned if line.startswith("    内容变化"))
    assert display_width(third.partition("→")[0]) == 12 + (110 - 2 - 10 - 3) // 2 + 1


def test_a_long_text_stands_in_its_change_and_not_in_the_heading_too() -> None:
    long = "在全县各中小学、社区、企业和农村巡回举办流动科普展览，" * 3
    page = render(*compared(OLD, OLD.replace("内容: 办展览", f"内容: {long}")), Screen(Lang.ZH, 80))
    heading = next(line for line in page.splitlines() if line.startswith("  1.1"))
    assert heading.endswith("…")
    assert re.sub(r"\s", "", page).count(long) == 1


def test_what_was_not_there_is_called_none() -> None:
    page = render(*compared(OLD, OLD.replace(", 完成时限: 6月底前", "")), Screen(Lang.ZH))
    assert "    时限调整  6月底前 → （无）\n" in page


def test_an_edited_workbook_has_no_lines_to_tell_of() -> None:
    made = compared()
    page = render(made.comparison, made.old, None, Screen())
    assert "\n  1.1 办展览\n" in page
    assert "旧方案第 12 行" in page
    assert "就在新方案这一项里加上：\n      原编号: 1.2\n" in page
    assert "第" not in render(made.comparison, None, None, Screen()).replace("第一", "")


def test_the_line_to_add_is_written_in_the_plans_own_keys() -> None:
    english = "title: plan\nyear: {year}\ndepartments: [A]\nactions:\n  - name: x\n    duties: [{{{duty}}}]\n"
    old = loaded(english.format(year=2025, duty="id: '1', text: summer camp for village children, lead: A"), "o.yaml")
    new = loaded(english.format(year=2026, duty="id: '2', text: a summer camp for children, lead: A"), "n.yaml")
    page = render(*of_loaded(old, new), Screen(Lang.ZH))
    assert "\n      formerly: 1\n" in page


def test_an_item_that_names_former_ids_already_keeps_them() -> None:
    made = compared()
    item = Mentioned(("actions", 0, "duties", 4), "1.9", "训练教师")
    asked = Proposal(70, Mentioned(("actions", 1, "duties", 0), "", "搜集旧书"), item, Level.DUTY, "二, 三/1")
    page = render(replace(made.comparison, proposals=(asked,)), made.old, made.new, Screen())
    assert '就把新方案第 15 行的这一项里的那一行改成：\n      原编号: [1.5, 1.6, "二, 三/1"]\n' in page


def test_a_pair_by_number_alone_is_told_as_such() -> None:
    made = compared()
    (asked,) = made.comparison.proposals
    page = render(
        replace(made.comparison, proposals=(asked._replace(is_paired=True),)), made.old, made.new, Screen(Lang.EN)
    )
    assert "By its number alone, one of the two is compared with another item. 8" in page


HOSTILE = "a\x1b[31m\u202e"


def test_control_characters_from_a_file_do_not_reach_the_terminal() -> None:
    item = Mentioned((), HOSTILE, HOSTILE)
    changes = (
        Change(Verb.RENAMED, (), before=(HOSTILE,), after=(HOSTILE,)),
        Change(Verb.CHANGED, (), name=HOSTILE, field="groups", before=(HOSTILE,), after=(HOSTILE,)),
        Change(Verb.JOINED, (), departments=(HOSTILE,), role=Role.LEAD, basis=Basis.GROUP, followers=(item,)),
        Change(Verb.REFORMED, (), departments=(HOSTILE,), before=(HOSTILE,), after=(HOSTILE,)),
    )
    made = compared()
    told = replace(
        made.comparison,
        changes=changes,
        proposals=(Proposal(99, item, item, Level.DUTY, HOSTILE),),
        doubts=(Doubt(say(Words("{name}", "{name}"), name=HOSTILE)),),
    )
    page = render(told, made.old, made.new, Screen())
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "  更名      a\\u001b[31m\\u202e → a\\u001b[31m\\u202e\n" in page


def test_a_field_is_told_by_its_key() -> None:
    new = OLD.replace("牵头领导: 分管副县长", "类别: 工程").replace("时间: 1月", "时间: 2月")
    zh, en = (render(*compared(OLD, new), Screen(lang)) for lang in Lang)
    assert "  内容变化  实施阶段“启动”：1月：部署 → 2月：部署\n" in zh
    assert "  内容变化  类别：（无） → 工程\n" in zh
    assert "  内容变化  牵头领导：分管副县长 → （无）\n" in zh
    assert "  changed         phases “启动”: 1月：部署 → 2月：部署\n" in en
    assert "  changed         kind: (none) → programme\n" in en


def test_a_change_of_the_action_and_where_it_shows_are_one_line() -> None:
    page = render(*compared(), Screen())
    assert "  牵头调整  县教育局 → 县科协（随任务调整：1.9）\n" in page
    assert page.count("县教育局 → 县科协") == 2  # the action's, and that of 1.3 which names others besides


def test_departments_that_join_in_one_role_share_a_line() -> None:
    assert "    增加单位  县教育局、县妇联（责任）\n" in render(*compared(), Screen())


def test_merged_and_split_items_are_told_with_where_they_come_from() -> None:
    page = render(*compared(), Screen())
    assert "    并入      1.6 训练家长 → 1.9 训练教师\n" in page
    assert "  新增      1.10 训练学生（由“1.4 训练裁判”拆出；牵头：县科协；责任：县教育局）" in page
    assert "并入 1 项" in page
    assert "移动" not in page


def test_what_is_finished_is_told_with_what_was_reached() -> None:
    page = render(*compared(), Screen())
    assert "  取消      1.7 建一个站（已完成：站 1/1；牵头：县科协）  旧方案第 17 行\n" in page
    assert page.partition("\n\n")[0].count("1.7") == 0


def test_long_texts_are_told_around_their_difference() -> None:
    head, tail = "面向全县中小学生开展科学教育，" * 4, "，每学期不少于两次，纳入学校年度考核。" * 4
    old, new = (f"{head}{word}{tail}" for word in ("组织专家进校园", "组织院士进校园"))
    assert around_difference(old, new) == (
        f"…{(head + '组织')[-12:]}专家{('进校园' + tail)[:12]}…",
        f"…{(head + '组织')[-12:]}院士{('进校园' + tail)[:12]}…",
    )
    assert around_difference(new, new + "并公开") == (f"…{new[-12:]}", f"…{new[-12:]}并公开")
    assert around_difference(old, "办展览") == (old, "办展览")


def test_the_leading_group_is_named_with_its_offices() -> None:
    old = OLD + "领导小组: {组长: 张副县长}\n"
    told = render(*compared(old, old.replace("张副县长", "陈副县长")), Screen(Lang.ZH, 80))
    assert "内容变化  领导小组组长：张副县长 → 陈副县长" in told


def test_a_duty_that_became_a_project_says_so() -> None:
    old = "标题: 方案\n重点任务:\n  - {名称: 甲, 职责: [办科普日, 办展览]}\n"
    new = "标题: 方案\n重点任务:\n  - {名称: 甲, 职责: [办展览], 项目: [{编号: P1, 名称: 办科普日}]}\n"
    told = render(*compared(old, new), Screen(Lang.ZH, 80))
    assert "取消      办科普日（改列为“P1 办科普日”）" in told
    assert "没有交代" not in told
