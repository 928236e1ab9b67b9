"""Realistic plans of any length: the sample county's, its actions repeated under new numbers and names."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BODIES = (
    "教育局",
    "科学技术局",
    "民政局",
    "财政局",
    "农业农村局",
    "卫生健康局",
    "应急管理局",
    "总工会",
    "妇联",
    "科协",
)
_WORK = ("开展科普进校园", "组织科技志愿服务", "举办健康讲座", "培训科普信息员", "更新科普长廊", "认定科普基地")


def write_plan(folder: Path, lines: int) -> Path:
    """A plan of about so many lines with its roster inline, clean by the rules at error level."""
    path = folder / f"plan-{lines}.yaml"
    path.write_text("\n".join(plan_lines(lines)) + "\n", encoding="utf-8")
    return path


def plan_lines(lines: int, region: str = "示例县", first: int = 0) -> list[str]:
    """The text of such a plan; `first` turns the departments, so that the plans of two counties differ."""
    text = [f"方案: {region}2026年全民科学素质工作要点", "年度: 2026", f"地区: {region}", "成员单位:"]
    text += [f"  - 县{body}" for body in _BODIES]
    text.append("重点任务:")
    for number in count(1):
        text += _action(number, first)
        if len(text) >= lines:
            break
    return text


def _action(number: int, first: int) -> list[str]:
    lead, *others = (f"县{_BODIES[(number + first + step) % len(_BODIES)]}" for step in range(4))
    head = [
        f"  - 编号: {number}",
        f"    名称: 第{number}项科学素质提升行动",
        f"    牵头单位: {lead}",
        f"    责任单位: {'、'.join(others)}",
        "    完成时限: 2026年11月底前",
        "    职责:",
    ]
    for step, work in enumerate(_WORK, start=1):
        head += [
            f"      - 编号: {number}.{step}",
            f"        内容: {work}（第{number}组）",
            f"        牵头单位: {lead}",
            f"        责任单位: {others[step % 3]}",
        ]
    return head


def write_wide_plan(folder: Path, actions: int, departments: int) -> Path:
    """A plan with so many actions without duties, and so many departments, all of which have something to do."""
    bodies = [f"县{one}{other}" for one in ("青山", "白河", "双桥", "龙泉", "金坪") for other in _OFFICES]
    bodies = bodies[:departments]
    text = ["方案: 示例县2026年全民科学素质工作要点", "年度: 2026", "地区: 示例县", "成员单位:"]
    text += [*(f"  - {body}" for body in bodies), "重点任务:"]
    for number in range(actions):
        lead, *others = (bodies[(number * 7 + step * 3) % len(bodies)] for step in range(6))
        text += [f"  - 名称: {_WORK[number % len(_WORK)]}（第{number + 1}片区）", f"    牵头单位: {lead}"]
        text += [f"    责任单位: {'、'.join(others)}", "    完成时限: 2026年11月底前"]
    path = folder / f"wide-{actions}.yaml"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


_OFFICES = ("中学", "医院", "镇政府", "图书馆", "博物馆", "气象站", "林场", "水厂")
