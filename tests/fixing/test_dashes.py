"""Items that have lost their dash get it back; nothing else moves."""

from __future__ import annotations

import pytest

from kepu_cli.findings import Place
from kepu_cli.fixing.dashes import dash_edits
from kepu_cli.fixing.tidy import fix
from tests.fixing.samples import HEAD, action, fixed, tidied
from tests.plans import NOWHERE, load

_LOST = {
    "duty": (
        "职责:\n  - 内容: 做\n    责任单位: 县妇联\n    内容: 办\n    责任单位: 县科协\n",
        "职责:\n  - 内容: 做\n    责任单位: 县妇联\n  - 内容: 办\n    责任单位: 县科协\n",
    ),
    "wide-margin": (
        "职责:\n-   编号: 1\n    内容: 做\n    编号: 2\n    内容: 办\n",
        "职责:\n-   编号: 1\n    内容: 做\n-   编号: 2\n    内容: 办\n",
    ),
    "two-lost": (
        "职责:\n  - 编号: 1\n    内容: 做\n    编号: 2\n    内容: 办\n    # 三\n    编号: 3\n    内容: 讲\n",
        "职责:\n  - 编号: 1\n    内容: 做\n  - 编号: 2\n    内容: 办\n    # 三\n  - 编号: 3\n    内容: 讲\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), _LOST.values(), ids=_LOST)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_lost_dash_comes_back(before: str, after: str, ending: str) -> None:
    before, after = (action(text).replace("\n", ending) for text in (before, after))
    assert fixed(before) == after
    assert tidied(before) == after


def test_actions_come_apart_too() -> None:
    text = HEAD + "    牵头单位: 县科协\n    名称: 乙\n    牵头单位: 县妇联\n"
    mended = fix(text.encode(), "plan.yaml", NOWHERE)
    assert mended.data.decode() == text.replace("    名称: 乙", "  - 名称: 乙")
    assert mended.counts == {"K003": 1}
    assert mended.loaded.plan is not None
    assert [each.name for each in mended.loaded.plan.actions] == ["甲", "乙"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("职责:\n  - {编号: 1, 内容: 做, 编号: 2, 内容: 办}\n", id="in braces"),
        pytest.param("职责:\n  -\n    编号: 1\n    内容: 做\n    编号: 2\n    内容: 办\n", id="dash on its own line"),
    ],
)
def test_what_has_no_dash_to_copy_stays(fields: str) -> None:
    assert fixed(action(fields)) == action(fields)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(
            "职责:\n  - 责任单位: 县科协\n    内容: 做\n    备注: 一\n    责任单位: 县妇联\n    备注: 二\n",
            id="two values, no second text",
        ),
        pytest.param(
            "职责:\n  - 内容: 做\n    责任单位: 县科协\n    内容: 做\n    责任单位: 县科协\n", id="the same again"
        ),
        pytest.param(
            "职责:\n  - 编号: 1\n    内容: 做\n    内容: 办\n    编号: 2\n    责任单位: 县科协\n", id="another order"
        ),
    ],
)
def test_keys_that_come_again_make_no_item(fields: str) -> None:
    """Nothing tells where it would begin, or that there is one."""
    text = action(fields)
    assert fixed(text) == tidied(text) == text
    loaded = load(text)
    assert {flaw.code for flaw in loaded.flaws} == {"K003"}
    assert "lost-dash" not in {flaw.kind for flaw in loaded.flaws}


def test_findings_in_the_second_item_stand_where_it_stands() -> None:
    loaded = load(HEAD + "    牵头单位: 县科协\n    名称: 乙\n    牵头单位: 县文联\n")
    assert loaded.places.find(("actions", 1, "lead", 0)) == Place("plan.yaml", 13, 11, 3)
    assert loaded.places.spot(("actions", 1, "lead", 0)) is not None
    assert len(list(dash_edits(loaded.places.texts["plan.yaml"], loaded))) == 1
