"""What the terminal tells of an import: how much was read, what to look at, what is left, what to type next."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.findings import Lang, Severity, Words, say
from kepu_cli.model import Role
from kepu_cli.reports.import_amounts import Amounts
from kepu_cli.reports.import_text import (
    MOST_KEPT,
    MOST_UNSURE,
    Kept,
    Listed,
    PlanTold,
    Unsure,
    render,
    render_list,
)
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width

LOOK = Words(
    "“{name}”前面没有写是哪一级的单位，按“{whole}”读了，请核对是不是同一个单位",
    "“{name}” stands without its level and was read as “{whole}”; please check that it is that body",
)
LONG = "为深入贯彻落实党的二十大精神，" * 12


def _where(number: int) -> Words:
    return Words(f"第 {number} 行", f"line {number}")


def _told(**others: Any) -> PlanTold:
    facts: dict[str, Any] = {
        "title": "示例县2026年全民科学素质行动实施方案",
        "file": "plan.yaml",
        "amounts": Amounts(10, 31, 40, {Role.LEAD: 18, Role.RESPONSIBLE: 79}, 23),
        "unsure": (Unsure(say(LOOK, name="科协", whole="县科协"), _where(7), "一 青少年科学素质提升行动"),),
        "notes": (),
        "kept": (Kept("当前位置：首页", _where(1)), Kept(LONG, _where(3))),
        "found": {Severity.ERROR: 2, Severity.WARNING: 1},
    }
    return PlanTold(**facts | others)


CHINESE = """\
说明：第 2 页是隐藏的，也读了

示例县2026年全民科学素质行动实施方案
  写到  plan.yaml
  读出  10 项任务、31 条职责、40 处写明单位（牵头 18、责任 79）、23 个单位
  检查  2 个错误，1 个警告
  要核对的 1 处，文件里标着“待核”
  - “科协”前面没有写是哪一级的单位，按“县科协”读了，请核对是不是同一个单位
    第 7 行  一 青少年科学素质提升行动
  没有读成任务或分工的 2 段，照原文留在文件末尾
  - 第 1 行  当前位置：首页
  - 第 3 行  为深入贯彻落实党的二十大精神，为深入贯彻落实党的二十大精神，为深...

接着：kepu validate plan.yaml
"""
ENGLISH = """\
示例县2026年全民科学素质行动实施方案
  file   plan.yaml
  read   10 actions, 31 duties, 40 attributions (lead 18, responsible 79),
         23 departments
  check  2 errors, 1 warning
  1 to be checked, marked “to check” in the file
  - “科协” stands without its level and was read as “县科协”; please check that
    it is that body
    line 7  一 青少年科学素质提升行动
  2 left over, kept whole at the end of the file
  - line 1  当前位置：首页
  - line 3  为深入贯彻落实党的二十大精神，为深入贯彻落实党的二十大精神，为深...

next: kepu validate plan.yaml
"""


def test_the_report_in_chinese() -> None:
    notes = (say(Words("第 2 页是隐藏的，也读了", "page 2 is hidden")),)
    assert render([_told()], notes, "kepu validate plan.yaml", Screen(Lang.ZH, 80)) == CHINESE


def test_the_report_in_english() -> None:
    assert render([_told()], (), "kepu validate plan.yaml", Screen(Lang.EN, 80)) == ENGLISH


def test_nothing_to_tell_is_left_out() -> None:
    told = _told(file="", amounts=Amounts(1, 0, 0, {}, 1), unsure=(), kept=(), found={Severity.ERROR: 0}, title="")
    assert render([told], (), "x", Screen(Lang.ZH)) == (
        "（没有名称）\n  读出  1 项任务、0 处写明单位、1 个单位\n  检查  没有发现问题\n\n接着：x\n"
    )
    assert "1 action, 0 attributions, 1 department\n" in render([told], (), "x", Screen(Lang.EN))


def test_long_lists_are_cut_and_counted() -> None:
    unsure = tuple(Unsure(say(Words(f"甲{at}", f"a{at}"))) for at in range(MOST_UNSURE + 2))
    kept = tuple(Kept(f"乙{at}", _where(at)) for at in range(MOST_KEPT + 5))
    text = render([_told(unsure=unsure, kept=kept)], (), "x", Screen(Lang.ZH))
    assert (text.count("  - 甲"), text.count("  - 第 ")) == (MOST_UNSURE, MOST_KEPT)
    assert "……还有 2 处\n" in text
    assert "……还有 5 段\n" in text


@pytest.mark.parametrize("lang", tuple(Lang))
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    told = _told(title=LONG, file=f"{'文件夹/' * 8}plan.yaml", notes=(say(Words(LONG, LONG)),))
    lines = render([told, told], told.notes, "x", Screen(lang, width)).splitlines()
    assert [line for line in lines if display_width(line) > width] == []


def test_nothing_in_a_document_reaches_the_terminal_as_a_command() -> None:
    bad = "\x1b[31m红\x07"
    told = _told(
        title=bad,
        file=bad,
        kept=(Kept(bad, _where(1)),),
        unsure=(Unsure(say(LOOK, name=bad, whole=bad), _where(1), bad),),
    )
    text = render([told], (), bad, Screen(Lang.ZH)) + render_list(bad, [Listed(bad, 1, _where(1))], Screen(Lang.ZH))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_the_plans_to_choose_from() -> None:
    plans = [Listed("甲方案", 10, _where(5)), Listed("", 1, _where(80)), Listed(LONG, 3, _where(120))]
    assert render_list("汇编.txt", plans, Screen(Lang.ZH, 60)).splitlines() == [
        "汇编.txt 里有 3 份方案：",
        "  1  甲方案（10 项任务，第 5 行起）",
        "  2  （没有名称）（1 项任务，第 80 行起）",
        "  3  为深入贯彻落实党的二十大精...（3 项任务，第 120 行起）",
    ]
    assert (
        render_list("a.txt", plans[1:2], Screen(Lang.EN)).splitlines()[1] == "  1  (no name) (1 action, from line 80)"
    )


def test_counts_are_not_torn() -> None:
    told = _told(amounts=Amounts(3, 15, 14, {Role.LEAD: 14, Role.RESPONSIBLE: 20, Role.SUPPORT: 8}, 13))
    for columns in range(60, 100):
        lines = render((told,), (), "kepu validate", Screen(Lang.ZH, columns)).splitlines()
        at = next(index for index, line in enumerate(lines) if "读出" in line)
        assert any(line.endswith("、13 个单位") or line.strip() == "13 个单位" for line in lines[at : at + 3])
