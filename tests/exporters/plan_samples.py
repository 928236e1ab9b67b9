"""Plans for the tests of the workbook as a whole: the examples, and one that strains everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.checking import check
from kepu_cli.exporters.options import Options
from kepu_cli.exporters.workbook import plan_book
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from tests.plans import EXAMPLES, load

if TYPE_CHECKING:
    from kepu_cli.loading.load import Loaded

TINY = """
方案: 石亭江镇科普工作方案
年度: 2026
成员单位: [镇党政办, 镇中心校, 镇卫生院]
重点任务:
  - {编号: 1, 名称: 办科普日, 类别: 行动, 牵头单位: 镇党政办, 责任单位: 镇中心校, 完成时限: 9月}
  - {编号: 2, 名称: 办讲座}
"""


def example(name: str) -> Loaded:
    return load_file(EXAMPLES / name)


def tiny() -> Loaded:
    return load(TINY)


def stress() -> Loaded:
    """24 duties of 40 departments with names of 30 characters, a measure of 400, and items held by all of them."""
    names = [f"什邡市第{n:02}次全民科学素质行动计划纲要实施工作领导小组办公室甲乙丙"[:30] for n in range(1, 41)]
    long = "统筹推进科学普及与科技创新协同发展，完善工作机制。" * 16
    lines = ["方案: 压力测试计划", "年度: 2026", f"成员单位: [{'、'.join(names)}]", "重点任务:"]
    for a in range(3):
        lines += [f"  - 编号: （{a + 1}）", f"    名称: 第{a + 1}项重点任务{'加强组织领导' * a}", "    职责:"]
        for d in range(8):
            held = names if (a, d) == (1, 1) else names[(a * 8 + d) : (a * 8 + d) + d % 3 + 1]
            lines += [f"      - 内容: {long if d == 3 else f'落实第{a + 1}之{d + 1}项 (AI+ Science literacy) 举措'}"]
            lines += [f"        责任单位: {'、'.join(held)}"] if d != 5 else []
            lines += [f"        牵头单位: {names[(a * 7 + d) % 40]}", "        配合单位: 各成员单位"] if d == 2 else []
    return load("\n".join(lines))


def book(loaded: Loaded, options: Options | None = None, *, checked: bool = True) -> bytes:
    """The workbook as the command makes it."""
    assert loaded.plan is not None
    report, places = (check(loaded), loaded.places) if checked else (None, None)
    return plan_book.render(loaded.plan, build_ledger(loaded.plan), options or Options(), report, places)
