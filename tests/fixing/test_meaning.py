"""An edit that would change what a plan means is seen, and so is a comment that gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.fixing.draft import Draft
from kepu_cli.fixing.meaning import same_content, same_duties, same_holders
from kepu_cli.fixing.written import comments
from tests.fixing.samples import action
from tests.plans import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    Judge = Callable[[Draft, Draft], bool]

_PLAN = action("牵头单位: 县科协\n责任单位: 教育局、县科协  # 注\n目标: {场次: 1}\n")
_CONTENT, _DUTIES, _HOLDERS = (same_content, same_duties, same_holders)

_CHANGES: dict[str, tuple[str, str, tuple[Judge, ...]]] = {
    "nothing": ("", "", (_CONTENT, _DUTIES, _HOLDERS)),
    "the order of keys": (
        "名称: 甲\n    牵头单位: 县科协",
        "牵头单位: 县科协\n    名称: 甲",
        (_CONTENT, _DUTIES, _HOLDERS),
    ),
    "a spelling": ("教育局、", "县教育局、", (_DUTIES, _HOLDERS)),
    "the lighter of two roles": ("、县科协", "", (_HOLDERS,)),
    "the heavier of two roles": ("牵头单位: 县科协", "牵头单位:", ()),
    "another department": ("教育局、", "县妇联、", ()),
    "a department less": ("教育局、", "", ()),
    "a name that is no role's": ("名称: 甲", "名称: 乙", ()),
    "a target": ("场次: 1", "场次: 2", ()),
    "a comment less": ("# 注", "", ()),
    "another comment": ("# 注", "# 住", ()),
    "no yaml": ("名称: 甲", "名称 甲", ()),
    "a key twice": ("  - 名称: 甲", "  - 名称: 甲\n    名称: 甲", ()),
}


@pytest.mark.parametrize(("old", "new", "judges"), _CHANGES.values(), ids=_CHANGES)
def test_what_counts_as_the_same(old: str, new: str, judges: tuple[Judge, ...]) -> None:
    assert old in _PLAN
    before, after = (Draft.of(text, "plan.yaml", NOWHERE) for text in (_PLAN, _PLAN.replace(old, new, 1)))
    assert before.loaded.flaws == ()
    assert tuple(judge for judge in (_CONTENT, _DUTIES, _HOLDERS) if judge(before, after)) == judges


def test_comments_are_told_from_texts() -> None:
    text = """\
# 一
a: x#y  # 二
"b # c": 'd # e' # 三
f: | # 四
  # 不是
  g
# 五
h: [i, # 六
  j]
k: >-
  l # 不是

  # 不是
 # 七
m: "n
# 不是"
"""
    for ending in ("\n", "\r\n", "\r"):
        draft = Draft.of(text.replace("\n", ending), "plan.yaml", NOWHERE)
        assert draft.root is not None
        assert comments(draft.text, draft.root) == [f"# {number}" for number in "一二三四五六七"]
