"""Pairs of plans in which other departments hold the items: by name, by group word, through a project or the action."""

from __future__ import annotations

from typing import Any

from tests.comparing.pair import Pair, pair
from tests.comparing.pairs_of_items import action
from tests.comparing.two_plans import EDUCATION, FARMING, REFORMED, REVIVAL, ROSTER, SCIENCE, WOMEN, duties, one

NAMED: dict[str, Pair] = {
    "lead changed": pair(one(lead=EDUCATION), one(lead=SCIENCE), "lead-changed 县教育局 → 县科学技术局"),
    "second lead": pair(one(lead=EDUCATION), one(lead=[EDUCATION, WOMEN]), "lead-changed 县教育局 → 县教育局、县妇联"),
    "one of two leads goes": pair(
        one(lead=[EDUCATION, WOMEN]), one(lead=WOMEN), "lead-changed 县教育局、县妇联 → 县妇联"
    ),
    "one of two leads stays on as responsible": pair(
        one(lead=[EDUCATION, WOMEN]), one(lead=WOMEN, responsible=EDUCATION),
        "lead-changed 县教育局、县妇联 → 县妇联", "role-changed 县教育局 lead → responsible",
    ),
    "leads in another order": pair(one(lead=[EDUCATION, WOMEN]), one(lead=[WOMEN, EDUCATION])),
    "lead and responsible exchanged": pair(
        one(lead=EDUCATION, responsible=SCIENCE), one(lead=SCIENCE, responsible=EDUCATION),
        "lead-changed 县教育局 → 县科学技术局", "role-changed 县教育局 lead → responsible",
    ),
    "new lead was responsible": pair(
        one(lead=EDUCATION, responsible=[SCIENCE, WOMEN]), one(lead=SCIENCE, responsible=[WOMEN]),
        "lead-changed 县教育局 → 县科学技术局",
    ),
    "lead from nothing": pair(one(), one(lead=EDUCATION), "joined 县教育局 lead"),
    "lead lost": pair(one(lead=EDUCATION), one(), "left 县教育局 lead"),
    "responsible made lead": pair(
        one(responsible=EDUCATION), one(lead=EDUCATION), "role-changed 县教育局 responsible → lead"
    ),
    "lead made responsible, nobody leads": pair(
        one(lead=EDUCATION), one(responsible=EDUCATION), "role-changed 县教育局 lead → responsible"
    ),
    "joined and left": pair(
        one(responsible=[EDUCATION, SCIENCE]), one(responsible=[WOMEN, SCIENCE]),
        "joined 县妇联 responsible", "left 县教育局 responsible",
    ),
    "responsible made support": pair(
        one(responsible=EDUCATION), one(support=EDUCATION), "role-changed 县教育局 responsible → support"
    ),
    "named twice, then once by the heavier role": pair(
        one(lead=EDUCATION, responsible=EDUCATION), one(lead=EDUCATION)
    ),
    "short name": pair(one(lead="县科技局"), one(lead="科学技术局")),
    "open list": pair(one(responsible=[EDUCATION, WOMEN]), one(responsible=[EDUCATION, "县妇联等"])),
    "unknown names": pair(one(lead="县供销社"), one(lead="县 供销社")),
    "unknown name for another": pair(one(lead="县供销社"), one(lead="县供电所"), "lead-changed 县供销社 → 县供电所"),
}  # fmt: skip

TOWNS: dict[str, Any] = {"groups": {"各镇街": ["甲镇", "乙街道"]}}
MORE_TOWNS: dict[str, Any] = {"groups": {"各镇街": ["甲镇", "乙街道", "丙镇"]}}

GROUPS: dict[str, Pair] = {
    "group word for names": pair(
        one(responsible=[EDUCATION, WOMEN]), one(responsible="各成员单位"),
        "joined 各成员单位 responsible without 县教育局、县妇联",
    ),
    "group word for most of its bodies": pair(
        one(responsible=[EDUCATION, WOMEN, FARMING, REVIVAL]), one(responsible="各成员单位"),
        "joined 县科学技术局 responsible (group)",
    ),
    "names for a group word": pair(
        one(responsible="各成员单位"), one(responsible=[EDUCATION, WOMEN]),
        "left 各成员单位 responsible without 县教育局、县妇联",
    ),
    "a group word spelled out": pair(
        one(responsible="各镇街"), one(responsible=["甲镇", "乙街道"]), before=TOWNS, after=TOWNS
    ),
    "names put under their group word": pair(
        one(responsible=["甲镇", "乙街道"]), one(responsible="各镇街"), before=TOWNS, after=TOWNS
    ),
    "a group word for a word that means nobody": pair(
        one(responsible="有关单位"), one(responsible="各镇街"),
        "joined 各镇街 responsible", "left 有关单位 responsible", before=TOWNS, after=TOWNS,
    ),
    "a group by another name": pair(
        one(responsible="各镇街"), one(responsible="各乡镇街道"),
        "changed [groups] → 甲镇、乙街道", "changed [groups] 甲镇、乙街道 →",
        before=TOWNS, after={"groups": {"各乡镇街道": ["甲镇", "乙街道"]}},
    ),
    "some of a group named with another role": pair(
        one(responsible="各镇街"), one(support="甲镇"),
        "left 乙街道 responsible (group)", "role-changed 甲镇 responsible → support", before=TOWNS, after=TOWNS,
    ),
    "a name with a lighter role beside the group word that means it": pair(
        one(lead=WOMEN, responsible="各成员单位"), one(lead=WOMEN, responsible="各成员单位", support=SCIENCE),
        "role-changed 县科学技术局 responsible → support",
    ),
    "a group word with a list in its name": pair(
        one(lead=["各区、县级市"]), one(lead=["各区", "县级市"]), "lead-changed 各区、县级市 → 各区、县级市"
    ),
    "the lead of the action is responsible at its duty": pair(
        [action("一", "甲", {"text": "A", "lead": WOMEN}, lead=EDUCATION)],
        [action("一", "甲", {"text": "A", "responsible": EDUCATION}, lead=EDUCATION)],
        "lead-changed 县妇联 → 县教育局 (inherited)",
    ),
    "name under a group word gets another role": pair(
        one(responsible="各成员单位"), one(lead=EDUCATION, responsible="各成员单位"),
        "role-changed 县教育局 responsible → lead",
    ),
    "named beside the group word that means it": pair(
        one(responsible="各成员单位"), one(responsible=[EDUCATION, "各成员单位"])
    ),
    "vague word for a name": pair(
        one(responsible="有关单位"), one(responsible=WOMEN), "joined 县妇联 responsible", "left 有关单位 responsible"
    ),
    "other words for the whole membership": pair(one(responsible="各成员单位"), one(responsible="领导小组各成员单位")),
    "a new member under 各成员单位": pair(
        one(responsible="各成员单位"), one(responsible="各成员单位"),
        "member-added 县数据局", "joined 县数据局 responsible (group) + 办展览",
        after={"departments": [*ROSTER, "县数据局"]},
    ),
    "a town more in 单位组": pair(
        one(responsible="各镇街"), one(responsible="各镇街"),
        "changed [groups] 甲镇、乙街道 → 甲镇、乙街道、丙镇", "joined 丙镇 responsible (group) + 办展览",
        before=TOWNS, after=MORE_TOWNS,
    ),
    "a town less in 单位组": pair(
        one(responsible="各镇街"), one(responsible="各镇街"),
        "changed [groups] 甲镇、乙街道、丙镇 → 甲镇、乙街道", "left 丙镇 responsible (group) + 办展览",
        before=MORE_TOWNS, after=TOWNS,
    ),
    "单位组 in another order": pair(
        one(responsible="各镇街"), one(responsible="各镇街"),
        before=TOWNS, after={"groups": {"各镇街": ["乙街道", "甲镇"]}},
    ),
    "a group word that stands for nobody named": pair(
        one(responsible="各镇街"), one(responsible="各镇街"),
        "changed [groups] → 甲镇、乙街道", "joined 甲镇 responsible (group) + 办展览",
        "joined 乙街道 responsible (group) + 办展览",
        after=TOWNS,
    ),
    "a town of the group named by itself": pair(
        one(responsible="各镇街"), one(lead="甲镇", responsible="各镇街"), "role-changed 甲镇 responsible → lead",
        before=TOWNS, after=TOWNS,
    ),
}  # fmt: skip


def covering(lead: str, *covers: str, **duty: Any) -> list[Any]:
    """A duty, and a project of that lead which takes up what it covers."""
    project = {"name": "科普日", "lead": lead, "covers": list(covers)}
    return [{"id": "一", "name": "甲", "duties": [{"id": "1", "text": "办展览"} | duty], "projects": [project]}]


PROJECTS = [
    {"name": "节水行", "lead": EDUCATION, "responsible": FARMING, "covers": ["1.1"]},
    {"name": "科普日", "lead": EDUCATION, "responsible": "各成员单位", "covers": ["1.1"]},
]
SPRING: dict[str, Any] = {"name": "科普周", "lead": EDUCATION, "covers": ["1.1"]}

PASSED_ON: dict[str, Pair] = {
    "the action's lead, which some of its duties have": pair(
        [action("一", "甲", "A", {"text": "B", "lead": WOMEN}, {"text": "C", "responsible": WOMEN}, lead=EDUCATION)],
        [action("一", "甲", "A", {"text": "B", "lead": WOMEN}, {"text": "C", "responsible": WOMEN}, lead=SCIENCE)],
        "lead-changed 县教育局 → 县科学技术局", "lead-changed 县教育局 → 县科学技术局 (inherited) + A, C",
    ),
    "the action's responsible, which an empty duty has": pair(
        [action("一", "甲", "A", {"text": "B", "lead": WOMEN}, lead=EDUCATION)],
        [action("一", "甲", "A", {"text": "B", "lead": WOMEN}, lead=EDUCATION, responsible=SCIENCE)],
        "joined 县科学技术局 responsible", "joined 县科学技术局 responsible (inherited) + A",
    ),
    "the action names nobody any more": pair(
        [action("一", "甲", "A", lead=EDUCATION)], [action("一", "甲", "A")],
        "left 县教育局 lead", "left 县教育局 lead (inherited) + A",
    ),
    "a duty loses its own lead and falls back on the action's": pair(
        [action("一", "甲", {"text": "A", "lead": WOMEN}, lead=EDUCATION)], [action("一", "甲", "A", lead=EDUCATION)],
        "lead-changed 县妇联 → 县教育局 (inherited)",
    ),
    "a duty gets a lead of its own": pair(
        [action("一", "甲", "A", lead=EDUCATION)], [action("一", "甲", {"text": "A", "lead": WOMEN}, lead=EDUCATION)],
        "lead-changed 县教育局 → 县妇联",
    ),
    "a duty names what it had from the action": pair(
        [action("一", "甲", "A", lead=EDUCATION)],
        [action("一", "甲", {"text": "A", "lead": EDUCATION}, lead=EDUCATION)],
    ),
    "a duty that names a responsible has the rest no more": pair(
        [action("一", "甲", "A", lead=EDUCATION, responsible=WOMEN)],
        [action("一", "甲", {"text": "A", "responsible": SCIENCE}, lead=EDUCATION, responsible=WOMEN)],
        "joined 县科学技术局 responsible", "left 县妇联 responsible (inherited)",
    ),
    "a project's lead, which the covered duty has": pair(
        covering(EDUCATION, "1"), covering(WOMEN, "1"),
        "lead-changed 县教育局 → 县妇联", "lead-changed 县教育局 → 县妇联 (project) + 办展览",
    ),
    "a project's lead goes, two covered duties have it": pair(
        [{"id": "一", "name": "甲", "duties": [{"id": "1", "text": "A"}, {"id": "2", "text": "B"}],
          "projects": [{"name": "科普月", "lead": EDUCATION, "responsible": WOMEN, "covers": ["1", "2"]}]}],
        [{"id": "一", "name": "甲", "duties": [{"id": "1", "text": "A"}, {"id": "2", "text": "B"}],
          "projects": [{"name": "科普月", "lead": EDUCATION, "covers": ["1", "2"]}]}],
        "left 县妇联 responsible", "left 县妇联 responsible (project) + A, B",
    ),
    "a project takes up a duty of nobody": pair(
        covering(EDUCATION), covering(EDUCATION, "1"),
        "joined 县教育局 lead (project)", "changed [covers] → 1",
    ),
    "a project no longer takes up the duty": pair(
        covering(EDUCATION, "1", responsible=WOMEN), covering(EDUCATION, responsible=WOMEN),
        "left 县教育局 lead (project)", "changed [covers] 1 →",
    ),
    "covers by the text instead of the number": pair(covering(EDUCATION, "1"), covering(EDUCATION, "办展览")),
    "covers follow a duty that got another number": pair(
        covering(EDUCATION, "1"),
        [{"id": "一", "name": "甲", "duties": [{"id": "1", "text": "新"}, {"id": "2", "text": "办展览"}],
          "projects": [{"name": "科普日", "lead": EDUCATION, "covers": ["2"]}]}],
        "added → 新",
    ),
    "a project that takes up a duty elsewhere moves": pair(
        [action("一", "甲", {"id": "1.1", "text": "A"}), action("二", "乙", projects=[SPRING]), action("三", "丙")],
        [action("一", "甲", {"id": "1.1", "text": "A"}), action("二", "乙"), action("三", "丙", projects=[SPRING])],
        "moved 二 乙 → 三 丙",
    ),
    "the duty elsewhere got another number": pair(
        [action("一", "甲", {"id": "1.1", "text": "A"}), action("二", "乙", projects=[SPRING])],
        [action("一", "甲", {"id": "1.1", "text": "B"}, {"id": "1.2", "text": "A"}),
         action("二", "乙", projects=[SPRING | {"covers": ["1.2"]}])],
        "added → B",
    ),
    "one number, another duty elsewhere": pair(
        [action("一", "甲", {"id": "1.1", "text": "A"}), action("二", "乙", projects=[SPRING])],
        [action("一", "甲", {"id": "1.1", "text": "B"}, {"id": "1.2", "text": "A"}),
         action("二", "乙", projects=[SPRING])],
        "added → B", "left 县教育局 lead (project)", "changed [covers] 1.1 A → 1.1 B",
    ),
    "two projects that take up one duty, in another order": pair(
        [action("一", "甲", {"id": "1.1", "text": "A", "support": "各成员单位"}, projects=PROJECTS)],
        [action("一", "甲", {"id": "1.1", "text": "A", "support": "各成员单位"}, projects=PROJECTS[::-1])],
    ),
    "covers of the outline": pair(
        one(covers=["纲要/1"]), one(covers=["纲要/1", "纲要/2"]), "changed [covers] 纲要/1 → 纲要/1、纲要/2"
    ),
    "an unassigned duty with a reason inherits nothing": pair(
        [action("一", "甲", "A", lead=EDUCATION)],
        [action("一", "甲", {"text": "A", "unassigned_because": "办公室兜底"}, lead=EDUCATION)],
        "changed [unassigned_because] → 办公室兜底", "left 县教育局 lead (inherited)",
    ),
}  # fmt: skip

FORESTRY, RESOURCES = "县林业局", "县自然资源局"
MERGED_BODIES = [EDUCATION, {"name": "县人社局", "formerly": {"names": "县人事局、县劳动局", "until": "2025"}}]
TWO_BODIES: dict[str, Any] = {"departments": [EDUCATION, "县人事局", "县劳动局"]}
AFTER: dict[str, Any] = {"year": "2026", "departments": MERGED_BODIES}

SPLIT_BODIES: dict[str, Any] = {
    "year": "2026",
    "departments": [
        EDUCATION,
        {"name": "县卫生健康局", "formerly": [{"names": "县卫生计生局", "until": "2025", "how": "拆分"}]},
        {"name": "县医疗保障局", "formerly": [{"names": "县卫生计生局", "until": "2025", "how": "拆分"}]},
    ],
}
ONE_BODY: dict[str, Any] = {"departments": [EDUCATION, "县卫生计生局"]}
SPLIT = "reformed 县卫生健康局、县医疗保障局 县卫生计生局 → 县卫生健康局、县医疗保障局"

REFORMS: dict[str, Pair] = {
    "split, and another leads": pair(
        one(lead="县农业局"), one(lead=FORESTRY, responsible=FARMING),
        "reformed 县农业农村局、县林业局 县农业局 → 县农业农村局、县林业局", "lead-changed 县农业局 → 县林业局",
        "role-changed 县农业农村局 lead → responsible",
        before={"departments": ["县农业局"]},
        after={"year": "2026", "departments": [
            {"name": FARMING, "formerly": {"names": "县农业局", "until": "2025", "how": "拆分"}},
            {"name": FORESTRY, "formerly": {"names": "县农业局", "until": "2025", "how": "拆分"}},
        ]},
    ),
    "a split body, its task with both, with one, with the other": pair(
        duties({"text": "A", "lead": "县卫生计生局"}, {"text": "B", "lead": "县卫生计生局"},
               {"text": "C", "lead": EDUCATION, "responsible": "县卫生计生局"}),
        duties({"text": "A", "lead": "县卫生健康局"}, {"text": "B", "lead": "县医疗保障局"},
               {"text": "C", "lead": EDUCATION, "responsible": ["县卫生健康局", "县医疗保障局"]}),
        SPLIT,
        before=ONE_BODY, after=SPLIT_BODIES,
    ),
    "a split body that the new plan still calls by its old name": pair(
        duties({"text": "A", "lead": "县卫生计生局"}, {"text": "B", "lead": EDUCATION}),
        duties({"text": "A", "lead": "县卫生计生局"}, {"text": "B", "lead": EDUCATION, "support": "县卫生计生局"}),
        SPLIT, "joined 县卫生计生局 support",
        before=ONE_BODY, after=SPLIT_BODIES,
    ),
    "a chain of which each roster knows one link": pair(
        one(lead="县扶贫办"), one(lead="县农业农村局"),
        "reformed 县农业农村局 县乡村振兴局 → 县农业农村局",
        before={"departments": ["县农业农村局", {"name": "县乡村振兴局",
                                 "formerly": [{"names": "县扶贫办", "until": "2021"}]}]},
        after={"year": "2026", "departments": [{"name": "县农业农村局",
                                                "formerly": [{"names": "县乡村振兴局", "until": "2025"}]}]},
    ),
    "merged bodies, one led, one was responsible": pair(
        one(lead="县人事局", responsible="县劳动局"), one(lead="县人社局"),
        "reformed 县人社局 县人事局 → 县人社局", "reformed 县人社局 县劳动局 → 县人社局",
        before=TWO_BODIES, after=AFTER,
    ),
    "merged bodies, the lighter role is left": pair(
        one(lead="县人事局", responsible="县劳动局"), one(lead=EDUCATION, responsible="县人社局"),
        "reformed 县人社局 县人事局 → 县人社局", "reformed 县人社局 县劳动局 → 县人社局",
        "lead-changed 县人事局 → 县教育局",
        before=TWO_BODIES, after=AFTER,
    ),
    "the successor leads what the old body led, by the action": pair(
        [action("一", "甲", "A", lead=REVIVAL)], [action("一", "甲", "A", lead=FARMING)],
        "reformed 县农业农村局 县乡村振兴局 → 县农业农村局",
        after={"year": "2026", "departments": REFORMED},
    ),
    "a name of before the reform in the new plan": pair(
        one(lead=REVIVAL), one(lead=REVIVAL), "reformed 县农业农村局 县乡村振兴局 → 县农业农村局",
        after={"year": "2026", "departments": REFORMED},
    ),
    "renamed in the roster without 前身": pair(
        one(lead="县融媒体中心"), one(lead="县融媒体服务中心"),
        "member-added 县融媒体服务中心", "member-removed 县融媒体中心", "lead-changed 县融媒体中心 → 县融媒体服务中心",
        doubts=["same 县融媒体中心 县融媒体服务中心"],
        before={"departments": ["县融媒体中心"]}, after={"departments": ["县融媒体服务中心"]},
    ),
    "another spelling in the roster that everybody knows": pair(
        one(lead="县文化和旅游局"), one(lead="县文化旅游局"),
        doubts=["other names ('县文化和旅游局 → 县文化旅游局',)"],
        before={"departments": ["县文化和旅游局"]}, after={"departments": ["县文化旅游局"]},
    ),
    "a bureau set up again: the reform runs backwards": pair(
        one(lead=RESOURCES), one(lead=FORESTRY),
        "member-added 县林业局", "lead-changed 县自然资源局 → 县林业局",
        before={"departments": [{"name": RESOURCES, "formerly": {"names": FORESTRY, "until": "2019"}}]},
        after={"departments": [RESOURCES, FORESTRY], "year": "2026"},
    ),
    "restored, and the roster says from what": pair(
        one(lead=RESOURCES, responsible=EDUCATION), one(lead=RESOURCES, responsible=[EDUCATION, FORESTRY]),
        "member-added 县林业局", "joined 县林业局 responsible",
        before={"departments": [EDUCATION, {"name": RESOURCES, "formerly": {"names": FORESTRY, "until": "2019"}}]},
        after={
            "departments": [EDUCATION, {"name": RESOURCES, "formerly": {"names": FORESTRY, "until": "2019"}}, FORESTRY],
            "year": "2026",
        },
    ),
    "abolished without a successor": pair(
        one(lead=EDUCATION, responsible=FORESTRY), one(lead=EDUCATION),
        "member-removed 县林业局", "left 县林业局 responsible",
        doubts=["ended 县林业局 1"],
        before={"departments": [EDUCATION, FORESTRY]}, after={"departments": [EDUCATION]},
    ),
    "abolished, and it had nothing to do": pair(
        one(lead=EDUCATION), one(lead=EDUCATION), "member-removed 县林业局",
        before={"departments": [EDUCATION, FORESTRY]}, after={"departments": [EDUCATION]},
    ),
    "abolished, but still named": pair(
        one(lead=FORESTRY), one(lead=FORESTRY), "member-removed 县林业局",
        doubts=["ended 县林业局 1"],
        before={"departments": [EDUCATION, FORESTRY]}, after={"departments": [EDUCATION]},
    ),
}  # fmt: skip
