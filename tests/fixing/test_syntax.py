"""What an input method does to YAML's own signs is mended where YAML refuses the file; texts keep their signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kepu_cli.fixing.tidy import fix, tidy
from tests.fixing.samples import fixed, tidied
from tests.plans import NOWHERE

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
方案: 示例方案
年度: 2026
地区: 示例县
成员单位: [县教育局, {名称: 县科协, 系统: 群团}]
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县教育局   # 注：释
    目标:
      场次: 20
      人数: 30
    职责:
      - 推进课程改革：全面实施
      - 内容: 大赛：办好，办实
        责任单位: 县科协
  - 编号: 二
    名称: 老年人行动
    牵头单位: 县科协
"""
_EVERYWHERE = re.sub(r": ?", "：", GOOD)
_INDENT = re.compile(r"^( +)", re.MULTILINE)


def _with(*changes: str) -> str:
    text = GOOD
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    return text


_MENDED = {
    "wide-colons-everywhere": _EVERYWHERE,
    "wide-colons-and-commas": _EVERYWHERE.replace("科协, 系统", "科协，系统"),
    "no-spaces-everywhere": re.sub(r"^([^{\n]*:) ", r"\1", GOOD, flags=re.MULTILINE).replace("[县", " [县"),
    "half-of-the-file": _EVERYWHERE.replace("：", ": ", 7).replace("重点任务: ", "重点任务:"),
    "wide-colon": _with("年度: ", "年度："),
    "wide-colon-and-space": _with("年度: ", "年度：\u3000"),
    "wide-colon-opens-a-block": _with("职责:", "职责："),
    "wide-colon-of-the-clerks-own-key": _with("人数: ", "人数："),
    "wide-colons-of-one-key": _with("牵头单位: ", "牵头单位："),
    "wide-colon-below-a-text-with-one": _with("  - 编号: 二\n", "    完成时限：年底前\n  - 编号: 二\n"),
    "missing-space": _with("地区: ", "地区:"),
    "space-after-colon": _with("年度: ", "年度:\u3000", "地区: ", "地区:\xa0"),
    "wide-indent": _with("    名称", "\u3000\u3000名称"),
    "narrow-wide-indent": _with("    名称", "\u3000" * 4 + "名称"),
    "no-break-indent": _with("    名称", "\xa0" * 4 + "名称"),
    "zero-width-indent": _with("年度", "\u200b年度"),
    "wide-space-behind-a-dash": _with("  - 编号: 二", "  -\u3000编号: 二"),
    "tabs-of-two": _INDENT.sub(lambda found: "\t" * (len(found[1]) // 2), GOOD),
    "tabs-of-four": GOOD.replace("    ", "\t"),
    "tabs-behind-dashes": GOOD.replace("  - ", "\t-\t").replace("      ", "\t\t\t").replace("    ", "\t\t"),
    "wide-dash": _with("  - 编号: 二", "  － 编号: 二"),
    "wide-dash-without-space": _with("  - 编号: 二", "  —编号: 二"),
    "no-space-behind-a-dash": _with("  - 编号: 二", "  -编号: 二"),
    "wide-bracket": _with("群团}]", "群团}】"),
    "wide-brace": _with("群团}]", "群团｝]"),
    "wide-comma-between-keys": _with("科协, 系统", "科协，系统"),
    "wide-colon-before-brackets": _with("成员单位: ", "成员单位："),
    "no-space-before-brackets": _with("成员单位: ", "成员单位:"),
    "wide-comma-before-braces": _with("县教育局, {名称: 县科协, 系统", "县教育局，{名称: 县科协，系统"),
    "dash-below-a-text-with-a-colon": _with("      - 内容", "      －内容", "地区: ", "地区:"),
    "several": _with(
        "年度: ", "年度：", "地区: ", "地区:", "    名称: 老", "\u3000\u3000名称：老", "  - 编号", "  － 编号"
    ),
}


@pytest.mark.parametrize("text", _MENDED.values(), ids=_MENDED)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_mended(text: str, ending: str) -> None:
    good = GOOD
    if "完成时限：" in text:
        good = _with("  - 编号: 二\n", "    完成时限: 年底前\n  - 编号: 二\n")
        assert fixed(text.replace("\n", ending)) == good.replace("\n", ending)
        return
    assert tidied(text.replace("\n", ending)) == good.replace("\n", ending)
    assert fixed(text.replace("\n", ending)) == good.replace("\n", ending)


def test_a_comment_sign() -> None:
    assert tidied("＃ 说明：一\n" + GOOD) == "# 说明：一\n" + GOOD


def test_a_comma_in_a_value_of_braces_is_the_clerks() -> None:
    text = _with("{名称: 县科协, 系统: 群团}", "{名称: 县科协，系统: 群团}")
    phases = "实施阶段: [{名称: 申报，内容: 定方案，报计划，时间: 1-3月}]\n"
    mended = "实施阶段: [{名称: 申报, 时间: 1-3月, 内容: 定方案，报计划}]\n"
    assert tidied(text.replace("重点任务", phases + "重点任务")) == _with("重点任务", mended + "重点任务")


_REFUSED = {
    "a-colon-is-missing": _with("年度: ", "年度：", "地区: ", "地区 "),
    "a-quote-is-open": _with("年度: ", "年度：", "名称: 老", '名称: "老'),
    "a-tab-in-a-block": _with("年度: ", "年度：") + "附件: |\n \t名称：甲\n",
    "an-anchor": _with("年度: ", "年度：", "名称: 老", "名称: &老"),
    "only-a-text-has-the-colon": _with("    职责:", "    职责").replace("大赛：办好，办实", "大赛"),
    "no-plan": "说明：这是一段话\n",
}


@pytest.mark.parametrize("text", _REFUSED.values(), ids=_REFUSED)
def test_what_cannot_be_mended_is_not_touched(text: str) -> None:
    for mended in (tidy(text.encode(), "plan.yaml", NOWHERE), fix(text.encode(), "plan.yaml", NOWHERE)):
        assert not mended.is_readable
        assert (mended.data, mended.changes) == (text.encode(), 0)
        assert mended.loaded.flaws


_TEXTS = {
    "block": "附件: |\n  年度：2026\n  - 做：好\n   名称:甲\n",
    "folded-plain": "附件: 附件一\n  名称：甲\n",
    "quoted": '附件: "附件\n\n  年度：2026"\n',
    "comment": "# 年度：2026\n",
}


@pytest.mark.parametrize("extra", _TEXTS.values(), ids=_TEXTS)
def test_texts_keep_their_signs(extra: str) -> None:
    broken, good = (text.replace("重点任务", f"{extra}重点任务") for text in (_with("年度: ", "年度："), GOOD))
    assert fixed(broken) == good


def test_tabs_of_texts_stay_and_those_before_comments_go() -> None:
    kept = "附件: |\n  一\n  \t二\n"
    good = GOOD.replace("重点任务", f"{kept}重点任务").replace("    名称: 老", "    # 注\n    名称: 老")
    assert fixed(good.replace("    名称: 老", "\t名称: 老")) == good
    assert fixed(good.replace("    # 注", "\t# 注")) == good.replace("    # 注", "  # 注")


def test_keys_of_a_linked_file_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "departments.yaml").write_text("地\u200b区: 示例县\n成员单位: [县科协]\n", encoding="utf-8")
    text = _with("[县教育局, {名称: 县科协, 系统: 群团}]", "departments.yaml")
    assert fixed(text, tmp_path) == text


def test_keys_are_typed_anew() -> None:
    broken = _with("年度", "年\u200b度", "    牵头单位", "    牵头 单位", "地区", '"地\u3000区"')
    assert tidied(broken) == _with("地区", '"地区"')
    assert tidied(_with("年度", "ｙｅａｒ")) == _with("年度", "year")


def test_a_key_that_would_then_stand_twice_stays() -> None:
    text = _with("年度: 2026", "年度: 2026\n年\u200b度: 2027")
    assert tidied(text) == text


def test_many_slips_end_in_time() -> None:
    """A hundred slips of four kinds in ten times as many lines."""
    items = "".join(f"  - 名称：甲{at}\n    完成时限:\u3000年底前\n\t编号: {at}\n" for at in range(100))
    broken = GOOD + items
    mended = tidy(broken.encode(), "plan.yaml", NOWHERE)
    assert mended.is_readable
    assert mended.loaded.plan is not None
    assert len(mended.loaded.plan.actions) == 102
