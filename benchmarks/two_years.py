"""One plan in two years: the same duties, some of them in other words, none with a number that would tell them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIRST = "青柳石白龙双金大河清新东西南北长高云凤桃梅松竹银铁沙水花"
_SECOND = "山河湾桥坪溪塘岭泉坝店口沟坡井台渡滩洲寨垭冲畈屯堡源浦洋塬峪"
_WORK = (
    ("办科普讲座", "组织举办科普知识讲座"),
    ("培训科技辅导员", "开展科技辅导员轮训"),
    ("更新科普长廊", "科普长廊提档更新"),
    ("组织专家下乡", "邀请农技专家下乡服务"),
    ("开放气象站", "推动气象站面向公众开放"),
    ("举办职工技能赛", "办好职工技能竞赛"),
    ("宣讲健康知识", "开展健康知识巡回宣讲"),
    ("建科普志愿服务队", "壮大科普志愿服务队伍"),
)
_BODIES = ("教育局", "科学技术局", "民政局", "农业农村局", "卫生健康局", "应急管理局", "总工会", "妇联", "科协")
_ITEMS_OF_ACTION = 20


def write_two_years(folder: Path, items: int, reworded: int) -> tuple[Path, Path]:
    """Two plans of so many duties each; of a hundred duties `reworded` say the same in other words in the second."""
    paths = tuple(folder / f"{items}-{reworded}-{year}.yaml" for year in (2025, 2026))
    for year, path in zip((2025, 2026), paths, strict=True):
        text = "\n".join(_plan(year, items, reworded if year == 2026 else 0))
        path.write_text(text + "\n", encoding="utf-8")
    return paths[0], paths[1]


def duty_texts(items: int, reworded: int) -> Iterator[str]:
    """A village and what is done there; every third time around the villages another work."""
    villages = [one + other for one, other in product(_FIRST, _SECOND)]
    for number in range(items):
        around, at = divmod(number, len(villages))
        now, later = _WORK[(number + 3 * around) % len(_WORK)]
        village = villages[at] if not around else f"{villages[at]}{villages[at - around][::-1]}"
        # Spread evenly: of a hundred duties in a row exactly so many.
        is_reworded = (number + 1) * reworded // 100 > number * reworded // 100
        yield f"在{village}村{later if is_reworded else now}"


def _plan(year: int, items: int, reworded: int) -> Iterator[str]:
    yield from (f"方案: 示例县{year}年全民科学素质工作要点", f"年度: {year}", "地区: 示例县", "成员单位:")
    yield from (f"  - 县{body}" for body in _BODIES)
    yield "重点任务:"
    for number, text in enumerate(duty_texts(items, reworded)):
        if number % _ITEMS_OF_ACTION == 0:
            action = number // _ITEMS_OF_ACTION
            yield from (f"  - 名称: 第{action + 1}片区科普行动", f"    牵头单位: 县{_body(action)}", "    职责:")
        yield from (f"      - 内容: {text}", f"        牵头单位: 县{_body(number)}")
        yield f"        责任单位: 县{_body(number + 1)}、县{_body(number + 2)}"


def _body(number: int) -> str:
    return _BODIES[number % len(_BODIES)]
