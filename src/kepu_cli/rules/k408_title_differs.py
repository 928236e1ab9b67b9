"""K408 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县委组织部, 县委党校]
    上级纲要:
      - 纲要: 科学素质规划纲要
        重点任务:
          - {编号: 五, 名称: 领导干部和公务员科学素质提升行动}
    重点任务:
      - 名称: 领导干部与公务员的科学素质行动
        牵头单位: 县委组织部
        责任单位: 县委党校
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县委组织部, 县委党校]
    上级纲要:
      - 纲要: 科学素质规划纲要
        重点任务:
          - {编号: 五, 名称: 领导干部和公务员科学素质提升行动}
    重点任务:
      - 名称: 领导干部和公务员科学素质提升行动
        牵头单位: 县委组织部
        责任单位: 县委党校
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.patterns import pattern
from kepu_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.model import Outline, Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K408"
NAME = "title-differs"
SEVERITY = Severity.INFO
TITLE = Words("名称与上级纲要差几个字", "An action is called almost as in the outline")
WHY = Words(
    "上级汇总时按自己的名称找；多一个“的”字、“和”写成“与”，就对不上。",
    "The superior looks for its own words: one 的 too many, or 与 for 和, and the action is not found.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{written}”与{outline}的“{name}”差几个字", "“{written}” is called almost as “{name}” of {outline}")
HINT = Words(
    "如果就是这一项，请写成“{name}”；本地有意另起名称的，不必改",
    "if it is that one, write “{name}”; a name of your own may stay",
)

# How much alike two kernels must be: one slip in five characters.
ALIKE = 0.8
# Two names of one kernel that are less alike than this as a whole have only a word in common.
ALIKE_AS_A_WHOLE = 0.5


def check(subject: Subject) -> Iterator[Issue]:
    known = _outline_names(subject.plan)
    written = {normal(action.name) for action in subject.plan.actions}
    kernels: dict[str, str] = {}
    for name in known:
        if name not in written and (kernel := _kernel(name)):
            kernels.setdefault(kernel, name)
    for position, action in enumerate(subject.plan.actions if kernels else ()):
        plain = normal(action.name)
        if plain not in known and (near := _near(plain, kernels)):
            name, outline = known[near]
            message = say(MESSAGE, written=action.name, name=name, outline=f"《{outline.short or outline.title}》")
            yield Issue(("actions", position, "name"), message, say(HINT, name=name))


def _outline_names(plan: Plan) -> Mapping[str, tuple[str, Outline]]:
    """The outlines' names for their actions, by normal form."""
    known: dict[str, tuple[str, Outline]] = {}
    for outline in plan.outline:
        for action in outline.actions:
            known.setdefault(normal(action.name), (action.name, outline))
    return known


# What names of actions share, or have in one place and not in another: it tells none of them from the others.
_SHARED = pattern(r"科学素[质养]|提升|建设|行动|工程|计划|专项|队伍|工作|以及|[和与及的\W]")


def _kernel(plain: str) -> str:
    return _SHARED.sub("", plain)


def _near(plain: str, kernels: Mapping[str, str]) -> str | None:
    kernel = _kernel(plain)
    near = kernel if kernel in kernels else nearest(kernel, kernels, ALIKE)
    return nearest(plain, [kernels[near]], ALIKE_AS_A_WHOLE) if near else None
