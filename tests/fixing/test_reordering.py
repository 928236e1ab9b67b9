"""Keys move into their usual order with their comments; what cannot be told for sure stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Lang
from kepu_cli.fixing.tidy import tidy
from kepu_cli.loading.builtin_outlines import builtin_outline
from kepu_cli.starting.templates import starter
from tests.fixing.samples import HEAD, tidied
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

_TOP = HEAD.removesuffix("  - 名称: 甲\n")

# Below 重点任务, indented by two.
_ACTIONS = {
    "first-key-behind-the-dash": (
        """\
  - 名称: 甲
    编号: 一
    完成时限: 年底前
    牵头单位: 县科协
""",
        """\
  - 编号: 一
    名称: 甲
    牵头单位: 县科协
    完成时限: 年底前
""",
    ),
    "comments": (
        """\
  # 第一项
  - 名称: 甲  # 名称的注
    # 编号的注
    编号: 一  # 也是
      # 完成时限上面，编号下面
    # 完成时限的注
    完成时限: 年底前

    # 牵头单位的注
    牵头单位: 县科协
    # 末尾
  # 第二项
  - 名称: 乙
""",
        """\
  # 第一项
  # 编号的注
  - 编号: 一  # 也是
      # 完成时限上面，编号下面
    名称: 甲  # 名称的注

    # 牵头单位的注
    牵头单位: 县科协
    # 完成时限的注
    完成时限: 年底前
    # 末尾
  # 第二项
  - 名称: 乙
""",
    ),
    "wide-dash-and-blocks": (
        """\
  -   职责:
      - 内容: >-
          做，
          再做

        编号: 1
      - 听
      # - 看
      名称: |
        甲
""",
        """\
  -   名称: |
        甲
      职责:
      - 编号: 1

        内容: >-
          做，
          再做
      - 听
      # - 看
""",
    ),
    "items-put-aside": (
        """\
  - 名称: 甲
    完成时限: 年底前
    责任单位:
      - 县科协
    # 去年还有
    # - 县妇联
    # 末尾
""",
        """\
  - 名称: 甲
    责任单位:
      - 县科协
    # 去年还有
    # - 县妇联
    完成时限: 年底前
    # 末尾
""",
    ),
    "quoted-lines-that-look-like-comments": (
        """\
  - 职责: ["一
# 不是注释", 二]
    名称: "甲

# 也不是"
""",
        """\
  - 名称: "甲

# 也不是"
    职责: ["一
# 不是注释", 二]
""",
    ),
    "braces": (
        """\
  - {牵头单位: [县科协, 县妇联], "名称": '甲, 乙' ,编号: 一}  # 注
  - {完成时限: 年底前,
     名称: 乙}
""",
        """\
  - {编号: 一, "名称": '甲, 乙' ,牵头单位: [县科协, 县妇联]}  # 注
  - {名称: 乙,
     完成时限: 年底前}
""",
    ),
    "english-and-chinese": (
        """\
  - due: 年底前
    名称: 甲
    duties:
      - {lead: 县科协, text: 做}
    lead: 县科协
""",
        """\
  - 名称: 甲
    lead: 县科协
    due: 年底前
    duties:
      - {text: 做, lead: 县科协}
""",
    ),
    "empty-values": (
        """\
  - 责任单位:
    # 名称的注
    名称: 甲
    编号:
""",
        """\
  - 编号:
    # 名称的注
    名称: 甲
    责任单位:
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), _ACTIONS.values(), ids=_ACTIONS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_actions(before: str, after: str, ending: str) -> None:
    before, after = ((_TOP + text).replace("\n", ending) for text in (before, after))
    assert tidied(before) == after
    assert tidied(after) == after


_KEPT = {
    "unknown-key": "  - 迁头单位: 县科协\n    名称: 甲\n",
    "key-twice": "  - 牵头单位: 县科协\n    名称: 甲\n    标题: 甲\n",
    "comment-between-braces": "  - {牵头单位: 县科协,  # 注\n     名称: 甲}\n",
    "names-of-the-clerks-own": "  - 名称: 甲\n    目标: {人数: 2, 编号: 1}\n    完成: {职责: 1, 编号: 2}\n",
    "explicit-key": "  - ? 牵头单位\n    : 县科协\n    ? 名称\n    : 甲\n",
    "remarks-anywhere-behind": "  - 名称: 甲\n    备注: 新增\n    职责: [做]\n    无人负责说明: 由办公室统筹\n",
    "targets-and-covers-as-written": "  - 名称: 甲\n    项目:\n      - {名称: 乙, 对应: [1], 目标: {场次: 1}}\n"
    "      - {名称: 丙, 目标: {场次: 1}, 对应: [1]}\n    职责: [做]\n",
}


@pytest.mark.parametrize("actions", _KEPT.values(), ids=_KEPT)
def test_what_stays(actions: str) -> None:
    kept = _TOP + actions
    if "项目" in kept:
        # Projects come behind the duties, and no further.
        moved = tidied(kept).splitlines()
        assert sorted(moved) == sorted(kept.splitlines())
        assert [line for line in moved if "{" in line] == [line for line in kept.splitlines() if "{" in line]
    else:
        assert tidied(kept) == kept


_FILES = {
    "sections": (
        """\
# yaml-language-server: $schema=x
# 说明
年度: 2026

重点任务:
  - 名称: 甲

# 名册在这里
成员单位: [县科协]
方案: 示例
# 末尾
""",
        """\
# yaml-language-server: $schema=x
# 说明
方案: 示例
年度: 2026

# 名册在这里
成员单位: [县科协]

重点任务:
  - 名称: 甲
# 末尾
""",
    ),
    "comment-of-the-first-key": (
        "# 说明\n\n# 年度的注\n年度: 2026\n方案: 示例\n重点任务: [{名称: 甲}]\n",
        "# 说明\n\n方案: 示例\n# 年度的注\n年度: 2026\n重点任务: [{名称: 甲}]\n",
    ),
    "blank-lines-do-not-come-first": (
        "---\n重点任务:\n  - 名称: 甲\n\n\n方案: 示例\n",
        "---\n方案: 示例\n\n\n重点任务:\n  - 名称: 甲\n",
    ),
    "no-line-break-at-the-end": (
        "年度: 2026\r\n重点任务: [{名称: 甲}]\r\n方案: 示例",
        "方案: 示例\r\n年度: 2026\r\n重点任务: [{名称: 甲}]",
    ),
    "nested-mapping-with-a-comment-on-top": (
        "方案: 示例\n领导小组:\n  # 办公室的注\n  办公室: 县科协\n  组长: 县长\n重点任务: [{名称: 甲}]\n",
        "方案: 示例\n领导小组:\n  组长: 县长\n  # 办公室的注\n  办公室: 县科协\n重点任务: [{名称: 甲}]\n",
    ),
    "roster": (
        "成员单位:\n  - {系统: 政府, 名称: 县教育局}\n  - 别名: [科协]\n    名称: 县科协\n地区: 示例县\n",
        "地区: 示例县\n成员单位:\n  - {名称: 县教育局, 系统: 政府}\n  - 名称: 县科协\n    别名: [科协]\n",
    ),
    "outline": (
        "职责:\n  - {内容: 做, 编号: 1}\n纲要: 示例纲要\n",
        "纲要: 示例纲要\n职责:\n  - {编号: 1, 内容: 做}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), _FILES.values(), ids=_FILES)
def test_files(before: str, after: str) -> None:
    assert tidied(before) == after
    assert tidied(after) == after


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_our_own_examples_have_the_order(path: Path) -> None:
    assert "key-order" not in tidy(path.read_bytes(), path.name, path.parent).counts


@pytest.mark.parametrize("outline", ["", "builtin:2006", "builtin:2021"])
@pytest.mark.parametrize("lang", Lang)
def test_what_init_writes_has_the_order(outline: str, lang: Lang, tmp_path: Path) -> None:
    for name, text in starter("示例县", 2026, lang, builtin_outline(outline)).items():
        if name.endswith(".yaml"):
            assert tidied(text, tmp_path) == text
