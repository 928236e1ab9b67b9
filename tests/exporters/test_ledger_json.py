"""The plan and its ledger as JSON, in the documented form."""

from __future__ import annotations

import json
from typing import Any

from kepu_cli.exporters import ledger_json
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from tests.plans import EXAMPLES, plan_of

_PLAN = """
    方案: 示例
    年度: 2026
    地区: 什邡市
    成员单位: [市教育局, 市科协]
    重点任务:
      - 编号: 一
        名称: 甲
        类别: 行动
        牵头单位: 科协
        完成时限: 6月底前
        目标: {场次: {数值: 20, 单位: 场}}
        职责: [{内容: 子, 对应: [甲/1]}]
    """


def _document(text: str) -> dict[str, Any]:
    plan = plan_of(text)
    document: dict[str, Any] = json.loads(ledger_json.render(plan, build_ledger(plan)))
    return document


def test_the_whole_document() -> None:
    nothing: dict[str, object] = {
        "id": None,
        "kind": None,
        "due": None,
        "due_kind": None,
        "due_last": None,
        "targets": {},
    }
    assert _document(_PLAN) == {
        "schema": 1,
        "plan": {
            "title": "示例",
            "year": 2026,
            "period": None,
            "region": "什邡市",
            "departments": ["市教育局", "市科协"],
        },
        "items": [
            {
                "path": ["actions", 0],
                "level": "action",
                "id": "一",
                "name": "甲",
                "kind": "action",
                "due": "6月底前",
                "due_kind": "once",
                "due_last": "2026-06-30",
                "targets": {"场次": {"value": "20", "unit": "场"}},
                "covers": [],
            },
            {"path": ["actions", 0, "duties", 0], "level": "duty", "name": "子", "covers": ["甲/1"], **nothing},
        ],
        "ledger": [
            {"item": ["actions", 0], "department": "市科协", "role": "lead", "basis": "named"},
            {"item": ["actions", 0, "duties", 0], "department": "市科协", "role": "lead", "basis": "inherited"},
        ],
    }


def test_both_languages_give_the_same() -> None:
    chinese, english = (load_file(EXAMPLES / "shifang-2007" / name).plan for name in ("plan.yaml", "plan-en.yaml"))
    assert chinese is not None
    assert english is not None
    assert ledger_json.render(chinese, build_ledger(chinese)) == ledger_json.render(english, build_ledger(english))


def test_chinese_is_readable_and_the_end_is_a_line_feed() -> None:
    plan = plan_of(_PLAN)
    data = ledger_json.render(plan, build_ledger(plan))
    assert "什邡市".encode() in data
    assert data.endswith(b"}\n")
