"""What a rule says of itself: its title and reason in both languages, the examples from its docstring."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.rules import all_rules, flaw_rules

if TYPE_CHECKING:
    from kepu_cli.findings import Severity
    from kepu_cli.rules.anatomy import Rule


class Family(StrEnum):
    """The first digit of a code."""

    FILE = "0"
    STRUCTURE = "1"
    DEPARTMENTS = "2"
    ASSIGNMENT = "3"
    COVERAGE = "4"
    TIME = "5"
    TARGETS = "6"
    WAIVERS = "7"
    TOGETHER = "8"


FAMILY_WORDS = {
    Family.FILE: Words("文件", "The file"),
    Family.STRUCTURE: Words("结构", "Structure"),
    Family.DEPARTMENTS: Words("单位", "Departments"),
    Family.ASSIGNMENT: Words("分工", "Assignment"),
    Family.COVERAGE: Words("覆盖", "Coverage"),
    Family.TIME: Words("时限", "Time"),
    Family.TARGETS: Words("目标", "Targets"),
    Family.WAIVERS: Words("豁免", "Waivers"),
    Family.TOGETHER: Words("几份方案之间", "Across plans"),
}


# What stands above a rule's two examples.
BAD_WORDS = Words("会报告", "Reported")
GOOD_WORDS = Words("这样写就好", "Better")


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as people read it. `bad` and `good` are YAML, empty where no YAML can show it.

    `severity` None: off unless a plan asks for it. `fixed`: its severity cannot be set, because what it tells of
    keeps a plan from being read.
    """

    code: str
    name: str
    severity: Severity | None
    title: Words
    why: Words
    bad: str
    good: str
    fixed: bool

    @property
    def family(self) -> Family:
        return Family(self.code[1])


def rule_text(rule: Rule) -> RuleText:
    """The texts of a rule module."""
    document = inspect.cleandoc(rule.__doc__)
    return RuleText(
        code=rule.CODE,
        name=rule.NAME,
        severity=rule.SEVERITY,
        title=rule.TITLE,
        why=rule.WHY,
        bad=_example(document, "Bad"),
        good=_example(document, "Good"),
        fixed=rule in flaw_rules(),
    )


def find_rule(code: str) -> Rule:
    """The rule with a code such as K201. Raises KeyError."""
    return {rule.CODE: rule for rule in all_rules()}[code]


def rule_texts() -> tuple[RuleText, ...]:
    """The whole catalogue, by code."""
    return tuple(map(rule_text, all_rules()))


def _example(document: str, heading: str) -> str:
    """The indented block under `Bad:` or `Good:`, without its indentation."""
    match = re.search(rf"^{heading}:[ ]*\n((?:[ ]+.*\n?|[ ]*\n)+)", document, re.MULTILINE)
    return inspect.cleandoc("\n" + match[1]) if match else ""
