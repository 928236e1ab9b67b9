"""Three plans as text and as JSON: clashes first, who changed what, what both changed alike."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

from kepu_cli.comparing.three_way import ThreeWay, compare_three
from kepu_cli.findings import Lang
from kepu_cli.reports import changes_three_way_json
from kepu_cli.reports.changes_three_way import PlanFile, Three, render
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width
from tests.golden import assert_golden
from tests.reports.comparisons import OLD, loaded

GOLDEN = pathlib.Path(__file__).parent / "golden" / "changes"
OURS = (
    OLD.replace("6月底前", "7月底前")
    .replace("训练裁判", "训练裁判员")
    .replace("内容: 训练教师", "内容: 训练教师, 牵头单位: 县科协")
    .replace("场次: 20", "场次: 30")
    .replace("      - {编号: 1.2, 内容: 办留守儿童夏令营, 牵头单位: 县妇联}\n", "")
)
THEIRS = (
    OLD.replace("6月底前", "8月底前")
    .replace("场次: 20", "场次: 30")
    .replace("牵头领导: 分管副县长", "牵头领导: 常务副县长")
    .replace("内容: 办留守儿童夏令营", "内容: 办夏令营, 完成时限: 7月底前")
    .replace("  - 名称: 老行动", "      - {内容: 看月亮, 牵头单位: 县妇联}\n  - 名称: 老行动")
)


def made(base: str = OLD, ours: str = OURS, theirs: str = THEIRS) -> tuple[ThreeWay, Three]:
    files = [loaded(text, name) for text, name in ((base, "底稿.yaml"), (ours, "甲.yaml"), (theirs, "乙.yaml"))]
    first, second, third = (file.plan for file in files)
    assert first is not None
    assert second is not None
    assert third is not None
    return compare_three(first, second, third), Three(*(PlanFile(file.file, file.places) for file in files))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_page(width: int, lang: Lang) -> None:
    assert_golden(GOLDEN / f"three-{width}.{lang}.txt", render(*made(), Screen(lang, width)))


@pytest.mark.parametrize("width", [44, 80, 110, 140])
@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    assert max(map(display_width, render(*made(), Screen(lang, width)).splitlines())) <= width


def test_clashes_come_first() -> None:
    heads = [line for line in render(*made(), Screen()).splitlines() if line and not line.startswith(" ")]
    assert [head.partition("（")[0] for head in heads[:4]] == [
        "两边都改了，互相冲突", "只有 甲.yaml 改了", "只有 乙.yaml 改了", "两边改得一样",
    ]  # fmt: skip


def test_with_room_the_files_are_heads_of_columns() -> None:
    lines = render(*made(), Screen(Lang.ZH, 120)).splitlines()
    head = next(line for line in lines if "甲.yaml" in line and "乙.yaml" in line)
    below = lines[lines.index(head) + 1]
    assert display_width(head.partition("乙")[0]) == display_width(below.partition("时限调整  6月底前 → 8")[0])


def test_departments_that_join_in_one_role_share_a_line() -> None:
    ours = OLD.replace("责任单位: 县扶贫办", "责任单位: 县扶贫办、县体育局、县妇联")
    assert "      增加单位  县体育局、县妇联（责任）\n" in render(*made(ours=ours, theirs=OLD), Screen())


def test_nothing_changed_in_either() -> None:
    assert render(*made(OLD, OLD, OLD), Screen()) == "两份方案都没有实质变化。\n"


def test_open_questions_are_told_where_to_find() -> None:
    page = render(*made(theirs=THEIRS.replace("编号: 1.3,", "编号: 1.3, 原编号: 9.9,")), Screen())
    assert "乙.yaml 里还有 1 处要您来定，请看 kepu diff 底稿.yaml 乙.yaml\n" in page


def test_colour_is_only_paint() -> None:
    for width in (80, 120):
        painted, plain = (render(*made(), Screen(Lang.ZH, width, colour=colour)) for colour in (True, False))
        assert "\x1b[1;31m两边都改了，互相冲突" in painted
        assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_json() -> None:
    content = json.loads(changes_three_way_json.render(*made()))
    assert list(content) == ["schema", "files", "facts", "summary"]
    assert content["files"] == {"base": "底稿.yaml", "ours": "甲.yaml", "theirs": "乙.yaml"}
    assert sum(content["summary"].values()) == len(content["facts"])
    for fact in content["facts"]:
        assert set(fact) == {
            "standing", "facet", "item", "level", "number", "name", "action", "which", "ours", "theirs",
        }  # fmt: skip
    clash = next(fact for fact in content["facts"] if fact["standing"] == "clash" and fact["facet"] == "due")
    assert [clash[side][0]["after"] for side in ("ours", "theirs")] == ["7月底前", "8月底前"]
    assert clash["ours"][0]["old"]["file"] == "底稿.yaml"
    assert clash["theirs"][0]["new"]["file"] == "乙.yaml"
