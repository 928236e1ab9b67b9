"""The changes as text and as JSON, on small files written for it and on the sample county's plans."""

from __future__ import annotations

import json
import pathlib
import re
from typing import Any

import pytest

from kepu_cli.comparing.changes import Change, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.findings import Lang
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.reports import changes_json, changes_text
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width

SAMPLE = pathlib.Path(__file__).parents[2] / "data" / "examples" / "sample-county"
ROSTER = "成员单位: [县教育局, 县科协, 县妇联, {名称: 县扶贫办}]"
NEW_ROSTER = "成员单位: [县教育局, 县科协, 县妇联, {名称: 县乡村振兴局, 前身: {名称: 县扶贫办, 至: 2025}}]"
OLD = f"""\
方案: 2025年方案
年度: 2025
{ROSTER}
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县教育局
    职责:
      - {{编号: 1.1, 内容: 办展览, 牵头单位: 县教育局、县科协, 完成时限: 6月底前, 目标: {{场次: 20}}}}
      - {{编号: 1.2, 内容: 办夏令营, 牵头单位: 县妇联}}
      - {{编号: 1.3, 内容: 帮扶山村学校, 责任单位: 县扶贫办}}
  - 名称: 老行动
"""
NEW = f"""\
方案: 2026年方案
年度: 2026
{NEW_ROSTER}
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县教育局
    职责:
      - {{编号: 1.1, 内容: 办展览, 牵头单位: 县妇联、县科协, 完成时限: 2026年9月底前, 目标: {{场次: 30}}}}
      - {{编号: 1.3, 内容: 帮扶山村学校, 责任单位: 县乡村振兴局、县妇联}}
      - {{编号: 1.4, 内容: 科学教师培训, 牵头单位: 县教育局}}
  - 编号: 二
    名称: 新行动
    牵头单位: 县科协
"""

ZH = """\
方案和成员单位
  机构改革  县扶贫办 → 县乡村振兴局（1 项任务随之转入）

一 青少年行动  第 5 行
  1.1 办展览  第 9 行
    牵头调整  县教育局、县科协 → 县妇联、县科协
    时限调整  6月底前 → 2026年9月底前
    目标调整  场次 20 → 30
  取消      1.2 办夏令营（牵头：县妇联）  旧方案第 10 行
  1.3 帮扶山村学校  第 10 行
    增加单位  县妇联（责任）
  新增      1.4 科学教师培训（牵头：县教育局）  第 11 行

老行动  旧方案第 12 行
  取消

二 新行动  第 12 行
  新增      牵头：县科协

共 9 处变化：新增 2 项，取消 2 项，牵头调整 1 处，增加单位 1 处，时限调整 1 处，
目标调整 1 处，机构改革 1 处。
"""
EN = """\
The plan and its members
  reformed        县扶贫办 → 县乡村振兴局 (1 task went over)

一 青少年行动  line 5
  1.1 办展览  line 9
    lead changed    县教育局, 县科协 → 县妇联, 县科协
    due changed     6月底前 → 2026年9月底前
    target changed  场次 20 → 30
  removed         1.2 办夏令营 (lead: 县妇联)  line 10 of the old plan
  1.3 帮扶山村学校  line 10
    joined          县妇联 (responsible)
  added           1.4 科学教师培训 (lead: 县教育局)  line 11

老行动  line 12 of the old plan
  removed

二 新行动  line 12
  added           lead: 县科协

9 changes: 2 items added, 2 items removed, 1 lead changed, 1 department joined,
1 due date changed, 1 target changed, 1 department reformed.
"""


def text(old: str, new: str, screen: Screen) -> str:
    before, after = (
        load_bytes(each.encode(), name, pathlib.Path()) for each, name in ((old, "旧.yaml"), (new, "新.yaml"))
    )
    assert before.plan is not None
    assert after.plan is not None
    return changes_text.render(compare(before.plan, after.plan), before.places, after.places, screen)


def document(old: str, new: str) -> Any:
    before, after = (
        load_bytes(each.encode(), name, pathlib.Path()) for each, name in ((old, "旧.yaml"), (new, "新.yaml"))
    )
    assert before.plan is not None
    assert after.plan is not None
    return json.loads(changes_json.render(compare(before.plan, after.plan), before.places, after.places))


def sample_changes(screen: Screen) -> str:
    old, new = (load_file(SAMPLE / name, name) for name in ("2025.yaml", "2026.yaml"))
    assert old.plan is not None
    assert new.plan is not None
    return changes_text.render(compare(old.plan, new.plan), old.places, new.places, screen)


@pytest.mark.parametrize(("lang", "expected"), [(Lang.ZH, ZH), (Lang.EN, EN)], ids=["zh", "en"])
def test_the_whole_page(lang: Lang, expected: str) -> None:
    assert text(OLD, NEW, Screen(lang, 80)) == expected


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [(Lang.ZH, "两份方案没有实质变化。\n"), (Lang.EN, "Nothing of substance changed between the two plans.\n")],
    ids=["zh", "en"],
)
def test_nothing_changed(lang: Lang, sentence: str) -> None:
    assert text(OLD, OLD, Screen(lang, 80)) == sentence


def test_one_change_in_english_is_singular() -> None:
    assert text(OLD, OLD.replace("6月底前", "7月底前"), Screen(Lang.EN)).endswith("\n1 change: 1 due date changed.\n")


def test_colour_is_only_paint() -> None:
    painted = text(OLD, NEW, Screen(Lang.ZH, 80, colour=True))
    assert "\x1b[32m增加单位\x1b[0m" in painted
    assert "\x1b[1;31m取消\x1b[0m" in painted
    assert "\x1b[1m一 青少年行动\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == ZH


@pytest.mark.parametrize("width", [44, 60, 80])
@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_wider_than_the_screen_and_nothing_is_lost(lang: Lang, width: int) -> None:
    wrapped, whole = sample_changes(Screen(lang, width)), sample_changes(Screen(lang))
    assert max(map(display_width, wrapped.splitlines())) <= width
    assert re.sub(r"\s", "", wrapped) == re.sub(r"\s", "", whole)


def test_old_and_new_stand_one_below_the_other_where_the_line_is_short() -> None:
    new = OLD.replace("办展览", "在全县各中小学举办流动科普展览")
    assert ("    内容变化  办展览\n              → 在全县各中小学举办流动科普展\n                览\n") in text(
        OLD, new, Screen(Lang.ZH, 44)
    )


def test_what_was_not_there_is_called_none() -> None:
    page = text(OLD, OLD.replace(", 完成时限: 6月底前", ""), Screen(Lang.ZH))
    assert "    时限调整  6月底前 → （无）\n" in page


def test_control_characters_from_a_file_do_not_reach_the_terminal() -> None:
    hostile = Change(Verb.RENAMED, (), before="a\x1b[31m", after="b\u202e")
    loaded = load_bytes(OLD.encode(), "旧.yaml", pathlib.Path())
    page = changes_text.render((hostile,), loaded.places, loaded.places, Screen())
    assert "  更名      a\\u001b[31m → b\\u202e\n" in page


def test_json() -> None:
    content = document(OLD, NEW)
    assert (content["schema"], list(content)) == (1, ["schema", "changes", "summary"])
    assert content["summary"] == {
        "added": 2, "removed": 2, "lead-changed": 1, "joined": 1, "due-changed": 1, "target-changed": 1, "reformed": 1,
    }  # fmt: skip
    by_verb = {change["verb"]: change for change in reversed(content["changes"])}
    assert by_verb["joined"] == {
        "verb": "joined", "item": ["actions", 0, "duties", 1], "name": "帮扶山村学校", "department": "县妇联",
        "role": "responsible", "before": "", "after": "", "old": {"file": "旧.yaml", "line": 11, "column": 10},
        "new": {"file": "新.yaml", "line": 10, "column": 44},
    }  # fmt: skip
    assert by_verb["removed"]["item"] == ["actions", 0, "duties", 1]
    assert by_verb["removed"]["new"] is None
    assert by_verb["added"]["old"] is None
    assert by_verb["reformed"]["tasks"] == 1
    assert by_verb["target-changed"]["before"] == "场次 20"


def test_json_of_nothing() -> None:
    assert document(OLD, OLD) == {"schema": 1, "changes": [], "summary": {}}


def test_the_sample_county() -> None:
    page = sample_changes(Screen(Lang.ZH, 80))
    assert "  机构改革  县乡村振兴局 → 县农业农村局（2 项任务随之转入）\n" in page
    assert "    移动      七 科普信息化提升工程 → 九 基层科普能力提升工程\n" in page
    assert "退出单位  县乡村振兴局" not in page
    assert "退出单位  县扶贫办" not in page
