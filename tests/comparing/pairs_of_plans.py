"""Pairs of plans that differ as a whole: the head, the members, the phases."""

from __future__ import annotations

from typing import Any

from tests.comparing.pair import Pair, pair
from tests.comparing.two_plans import EDUCATION, ROSTER, SCIENCE, one


def heads(before: dict[str, Any], after: dict[str, Any], *told: str) -> Pair:
    """Two plans that differ in nothing but their heads."""
    return pair(one(), one(), *told, before=before, after=after)


PHASES = [{"name": "部署", "time": "1-3月", "text": "印发方案"}, {"name": "总结", "time": "12月"}]
LATER = [{"name": "部署", "time": "1-4月", "text": "印发方案"}, {"name": "总结", "time": "12月"}]

HEADS: dict[str, Pair] = {
    "the year moves on": heads({}, {"year": "2026"}),
    "title": heads({"title": "2025年方案"}, {"title": "2025年行动方案"}, "renamed 2025年方案 → 2025年行动方案"),
    "title of a period": heads(
        {"title": "2021—2025年规划"}, {"title": "2026—2030年规划", "year": None, "period": "2026-2030"}
    ),
    "number and date of the notice": heads(
        {"number": "〔2025〕2号", "date": "2025-03-21"}, {"number": "〔2026〕1号", "date": "2026-03-18"}
    ),
    "issuer": heads({"issuer": "县政府"}, {"issuer": "县政府办公室"}, "changed [issuer] 县政府 → 县政府办公室"),
    "annex": heads({"annex": "附件"}, {"annex": "附件2"}, "changed [annex] 附件 → 附件2"),
    "任务数": heads({"action_count": "1"}, {"action_count": "2"}, "changed [action_count] 1 → 2"),
    "the office of the leading group": heads(
        {"leading_group": {"head": "副县长", "office": "县科协"}},
        {"leading_group": {"head": "副县长", "office": "县科学技术局"}},
        "changed [office] 县科协 → 县科学技术局",
    ),
    "a deputy more": heads(
        {"leading_group": {"deputies": ["甲"]}}, {"leading_group": {"deputies": ["甲", "乙"]}},
        "changed [deputies] 甲 → 甲、乙",
    ),
    "a phase lasts longer": heads(
        {"phases": PHASES}, {"phases": LATER}, "changed [phases] 1-3月：印发方案 → 1-4月：印发方案"
    ),
    "a phase more": heads({"phases": PHASES[:1]}, {"phases": PHASES}, "changed [phases] → 12月"),
    "phases in another order": heads({"phases": PHASES}, {"phases": PHASES[::-1]}),
    "another outline": heads(
        {"outline": [{"title": "旧纲要"}]}, {"outline": [{"title": "新纲要"}]}, "changed [outline] 旧纲要 → 新纲要"
    ),
    "rule settings and waivers": heads({}, {"rules": {"K302": "off"}}),
}  # fmt: skip

MEMBERS: dict[str, Pair] = {
    "came and went": heads(
        {}, {"departments": [*ROSTER[1:], "县数据局"]}, "member-added 县数据局", "member-removed 县教育局"
    ),
    "another order": heads({}, {"departments": ROSTER[::-1]}),
    "now spelled in full, the short form known": heads(
        {"departments": [EDUCATION, "县科技局"]}, {"departments": [EDUCATION, {"name": SCIENCE, "aliases": "县科技局"}]}
    ),
    "now spelled short, the full form known": heads(
        {"departments": [EDUCATION, {"name": SCIENCE, "aliases": "县科技局"}]}, {"departments": [EDUCATION, "县科技局"]}
    ),
    "a roster for a plan that had none": heads({"departments": []}, {}),
    "sectors and contacts": heads(
        {"departments": [EDUCATION]}, {"departments": [{"name": EDUCATION, "sector": "政府", "contact": "办公室"}]}
    ),
}  # fmt: skip
