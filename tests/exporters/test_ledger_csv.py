"""The ledger as CSV: what a spreadsheet needs to read it right, and nothing that it would run."""

from __future__ import annotations

import csv
import io

import pytest

from kepu_cli.exporters import ledger_csv
from kepu_cli.ledger import Ledger, build_ledger
from kepu_cli.model import Plan
from tests.plans import ledger_of

_PLAN = """
    方案: 示例
    成员单位: [市教育局, 市科协]
    重点任务:
      - 编号: 一
        名称: 甲
        牵头单位: 市科协
        完成时限: 年底前
        职责: [{编号: '1.10', 内容: '办展览, 办"讲座"', 责任单位: 各成员单位, 完成时限: 6月}, 写书]
    """


def _read(ledger: Ledger) -> list[list[str]]:
    return list(csv.reader(io.StringIO(ledger_csv.render(ledger).decode("utf-8-sig"), newline="")))


def test_rows() -> None:
    assert _read(ledger_of(_PLAN)) == [
        ["item", "level", "id", "action", "name", "department", "role", "basis", "due"],
        ["actions/0", "action", "一", "甲", "甲", "市科协", "lead", "named", "年底前"],
        *(
            ["actions/0/duties/0", "duty", "1.10", "甲", '办展览, 办"讲座"', name, role, basis, "6月"]
            for name, role, basis in (
                ("市教育局", "responsible", "group"),
                ("市科协", "responsible", "group"),
                ("市科协", "lead", "inherited"),
            )
        ),
        ["actions/0/duties/1", "duty", "", "甲", "写书", "市科协", "lead", "inherited", "年底前"],
    ]


def test_byte_order_mark_and_line_ends() -> None:
    data = ledger_csv.render(ledger_of(_PLAN))
    assert data.startswith(b"\xef\xbb\xbfitem,level,")
    assert data.count(b"\n") == data.count(b"\r\n") == 6


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=cmd|"/C calc"!A0'])
def test_nothing_begins_like_a_formula(text: str) -> None:
    action = {"id": text, "name": text, "lead": ["市科协"], "due": text}
    ledger = build_ledger(Plan.read({"title": "示例", "actions": [action]}))
    [_, row] = _read(ledger)
    assert row[2:5] == [f"'{text}"] * 3
    assert row[8] == f"'{text}"


def test_a_plan_of_nobody_is_a_head() -> None:
    ledger = build_ledger(Plan.read({"title": "示例", "actions": [{"name": "甲"}]}))
    assert _read(ledger) == [list(ledger_csv.COLUMNS)]
