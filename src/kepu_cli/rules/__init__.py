"""The rules, one module each. This list is the registry: a rule that is not in it does not exist."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kepu_cli.rules.anatomy import FlawRule, PlanRule, Rule, TogetherRule, WaiverRule

_FLAW_RULES = (
    "k001_unreadable_file",
    "k002_yaml_syntax",
    "k003_duplicate_key",
    "k004_unknown_key",
    "k005_wrong_value",
    "k006_missing_key",
    "k007_unsafe_yaml",
    "k008_bad_reference",
    "k009_legacy_encoding",
    "k010_cut_by_comment",
)
_PLAN_RULES = (
    "k101_action_without_name",
    "k102_action_count",
    "k103_duplicate_id",
    "k104_duplicate_item",
    "k105_numbering_gap",
    "k106_unfinished_text",
    "k201_unknown_department",
    "k202_ambiguous_department",
    "k203_other_spelling",
    "k204_former_name",
    "k205_department_twice",
    "k206_two_roles",
    "k207_roster_conflict",
    "k208_member_without_duty",
    "k209_overloaded_lead",
    "k210_protocol_order",
    "k211_in_everything",
    "k212_names_unchecked",
    "k301_action_without_lead",
    "k302_many_leads",
    "k303_lead_alone",
    "k304_vague_group",
    "k305_group_leads",
    "k306_open_list",
    "k307_many_responsible",
    "k401_duty_nobody_covers",
    "k402_duty_by_default",
    "k403_duty_without_lead",
    "k404_duty_group_only",
    "k405_unknown_cover",
    "k406_outline_duty_open",
    "k407_project_for_nothing",
    "k408_title_differs",
    "k501_due_missing",
    "k502_due_unreadable",
    "k503_due_outside_period",
    "k504_phases",
    "k505_open_ended_due",
    "k601_target_unreadable",
)
_WAIVER_RULES = (
    "k701_waiver_without_reason",
    "k702_waiver_expired",
    "k703_waiver_unused",
)
_TOGETHER_RULES = (
    "k801_two_plans_two_leads",
    "k802_overloaded_across",
)


def is_together(code: str) -> bool:
    """Whether the rule of this code looks at several plans."""
    return any(name.startswith(f"{code.lower()}_") for name in _TOGETHER_RULES)


def flaw_rules() -> tuple[FlawRule, ...]:
    """The rules that word what reading and loading have met, by code."""
    return tuple(cast("FlawRule", _module(name)) for name in _FLAW_RULES)


def flaw_rule(code: str) -> FlawRule:
    """The rule that words the flaws of a code. Raises KeyError for any other code."""
    names = {name[:4].upper(): name for name in _FLAW_RULES}
    return cast("FlawRule", _module(names[code]))


@cache
def plan_rules() -> tuple[PlanRule, ...]:
    """The rules that look at a loaded plan, by code."""
    return tuple(cast("PlanRule", _module(name)) for name in _PLAN_RULES)


def waiver_rules() -> tuple[WaiverRule, ...]:
    """The rules that look at a plan's waivers, by code."""
    return tuple(cast("WaiverRule", _module(name)) for name in _WAIVER_RULES)


def together_rules() -> tuple[TogetherRule, ...]:
    """The rules that look at several plans at once, by code."""
    return tuple(cast("TogetherRule", _module(name)) for name in _TOGETHER_RULES)


def all_rules() -> tuple[Rule, ...]:
    """The whole catalogue, by code."""
    return (*flaw_rules(), *plan_rules(), *waiver_rules(), *together_rules())


def codes() -> tuple[str, ...]:
    """Every code, without importing a rule."""
    names = (*_FLAW_RULES, *_PLAN_RULES, *_WAIVER_RULES, *_TOGETHER_RULES)
    return tuple(name[:4].upper() for name in names)


def _module(name: str) -> object:
    return import_module(f"kepu_cli.rules.{name}")
