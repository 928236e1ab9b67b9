"""A notice's own text is told as what it is; a broken plan stays a broken plan."""

from __future__ import annotations

import pytest

from kepu_cli.loading.load import load_bytes
from tests.plans import NOWHERE

_NOTICE = "各乡镇人民政府：\n现将方案印发给你们，请认真组织实施。\n一、时间:2026年\n"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        pytest.param("通知.txt", _NOTICE, "K001 prose", id="notice"),
        pytest.param("通知.yaml", _NOTICE, "K001 prose", id="notice called a plan"),
        pytest.param("分工.txt", "青少年行动\n牵头单位：县教育局\n", "K001 prose", id="task in a text file"),
        pytest.param("分工.csv", "任务,单位\n开齐科学课:小学,县教育局\n", "K001 prose", id="table of texts"),
        pytest.param("plan.txt", "方案：示例。\n年度：2026\n", "K002 wide-colon", id="plan with another suffix"),
        pytest.param("plan.yaml", "- 名称：甲。\n  牵头单位：乙\n", "K002 root-list", id="part of a plan"),
        pytest.param("plan.yaml", "示例方案\n", "K002 root-text", id="a few words"),
        pytest.param("notes.txt", "hello: world: again\n", "K002 colon-in-value", id="not in Chinese"),
    ],
)
def test_prose(file: str, text: str, told: str) -> None:
    loaded = load_bytes(text.encode(), file, NOWHERE)
    assert loaded.plan is None
    assert [f"{flaw.code} {flaw.kind}" for flaw in loaded.flaws] == [told]
