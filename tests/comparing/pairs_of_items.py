"""Pairs of plans whose items came, went, moved, or say something else than before."""

from __future__ import annotations

from typing import Any

from tests.comparing.pair import Pair, pair
from tests.comparing.two_plans import EDUCATION, SCIENCE, WOMEN, duties, one


def action(number: str, name: str, *given: Any, **more: Any) -> dict[str, Any]:
    """An action with its duties: texts, or mappings."""
    return {"id": number, "name": name, "duties": list(given)} | more


def project(**fields: Any) -> list[Any]:
    """A plan's actions: one, with one project of these fields."""
    return [{"id": "一", "name": "甲", "projects": [{"name": "科普日"} | fields]}]


TEXTS: dict[str, Pair] = {
    "nothing": pair(one(lead=EDUCATION), one(lead=EDUCATION)),
    "text changed slightly": pair(one(text="办展览"), one(text="办好展览"), "changed 办展览 → 办好展览"),
    "text respelled": pair(one(text="办展览，(含网上)。"), one(text="办 展览,（含网上）")),
    "the plan's year in a text": pair(
        one(text="办好2025年科普日"), one(text="办好2026年科普日"), after={"year": "2026"}
    ),
    "another year in a text": pair(
        one(text="学习2021年纲要"),
        one(text="学习2025年纲要"),
        "changed 学习2021年纲要 → 学习2025年纲要",
        after={"year": "2026"},
    ),
    "a paragraph of which one word is new": pair(
        one(text="开展科普进校园活动，" * 12 + "每季度一次"),
        one(text="开展科普进校园活动，" * 12 + "每月一次"),
        f"changed {'开展科普进校园活动，' * 12}每季度一次 → {'开展科普进校园活动，' * 12}每月一次",
    ),
    "leader": pair(one(leader="李副县长"), one(leader="王副县长"), "changed [leader] 李副县长 → 王副县长"),
    "leader taken out": pair(one(leader="李副县长"), one(), "changed [leader] 李副县长 →"),
    "remark": pair(one(), one(remark="新增"), "changed [remark] → 新增"),
    "deliberately nobody": pair(
        one(), one(unassigned_because="由办公室兜底"), "changed [unassigned_because] → 由办公室兜底"
    ),
    "a column of one's own": pair(
        one(extra={"经费": "3万元"}), one(extra={"经费": "5万元"}), "changed [extra] 经费 3万元 → 经费 5万元"
    ),
    "project's text": pair(project(text="一次"), project(text="两次"), "changed [text] 一次 → 两次"),
    "project renamed, its text too": pair(
        project(text="一次"), project(name="科普周", text="两次"),
        "removed 科普日 →", "added → 科普周",
        fates=["dropped 科普日"],
    ),
    "numbered project renamed, its text too": pair(
        project(id="P1", text="一次"), project(id="P1", name="科普周", text="两次"),
        "changed [text] 一次 → 两次", "renamed 科普日 → 科普周",
    ),
    "kind": pair(
        [action("一", "甲", kind="行动")], [action("一", "甲", kind="工程")], "changed [kind] action → programme"
    ),
    "results counted so far": pair(one(targets={"场次": "9"}), one(targets={"场次": "9"}, results={"场次": "3"})),
    "former number alone": pair(one(), one(formerly="1")),
    "several at one item, in the order of the verbs": pair(
        one(lead=EDUCATION, due="6月底前", targets={"场次": "1"}),
        one(text="办大展览", lead=WOMEN, responsible=SCIENCE, due="7月底前", targets={"场次": "2"}),
        "changed 办展览 → 办大展览",
        "lead-changed 县教育局 → 县妇联",
        "joined 县科学技术局 responsible",
        "due-changed 6月底前 → 7月底前",
        "target-changed 场次 1 → 场次 2",
    ),
}  # fmt: skip

DUES_AND_TARGETS: dict[str, Pair] = {
    "due respelled": pair(one(due="2025年6月底前"), one(due="2025-06-30")),
    "due moved": pair(one(due="6月底前"), one(due="2025年9月底前"), "due-changed 6月底前 → 2025年9月底前"),
    "due begins later": pair(one(due="3月至5月"), one(due="4月至5月"), "due-changed 3月至5月 → 4月至5月"),
    "due added": pair(one(), one(due="6月底前"), "due-changed → 6月底前"),
    "due taken out": pair(one(due="6月底前"), one(), "due-changed 6月底前 →"),
    "due every year": pair(one(due="11月底前"), one(due="每年11月底前"), "due-changed 11月底前 → 每年11月底前"),
    "due without end, other words": pair(one(due="长期坚持"), one(due="持续推进")),
    "due that ends now": pair(one(due="长期坚持"), one(due="12月底前"), "due-changed 长期坚持 → 12月底前"),
    "due that is no date": pair(one(due="按省里要求"), one(due="按市里要求"), "due-changed 按省里要求 → 按市里要求"),
    "one of two milestones": pair(
        one(due="3月底前制定方案，12月底前完成"),
        one(due="5月底前制定方案，12月底前完成"),
        "due-changed 3月底前制定方案，12月底前完成 → 5月底前制定方案，12月底前完成",
    ),
    "the action's due, which its duties have too": pair(
        [action("一", "甲", "A", due="6月底前")], [action("一", "甲", "A", due="9月底前")],
        "due-changed 6月底前 → 9月底前",
    ),
    "the action's due written at its duty as well": pair(
        [action("一", "甲", {"text": "A"}, due="12月底前")],
        [action("一", "甲", {"text": "A", "due": "12月31日前"}, due="12月底前")],
    ),
    "a duty's own due taken out, so that it has its action's": pair(
        [action("一", "甲", {"text": "A", "due": "9月底前"}, due="12月底前")],
        [action("一", "甲", {"text": "A"}, due="12月底前")],
        "due-changed 9月底前 → 12月底前",
    ),
    "moved to an action with another date and leader": pair(
        [action("一", "甲", "A", "B", due="6月底前", leader="王"), action("二", "乙", "C", due="9月底前", leader="李")],
        [action("一", "甲", "A", due="6月底前", leader="王"), action("二", "乙", "C", "B", due="9月底前", leader="李")],
        "changed [leader] 王 → 李", "moved 一 甲 → 二 乙", "due-changed 6月底前 → 9月底前",
    ),
    "January after the plan's year": pair(
        one(due="2026年1月底前"), one(due="2027年1月底前"), after={"year": "2026"}
    ),
    "a goal of years to come put off": pair(
        one(due="2030年底前"), one(due="2031年底前"), "due-changed 2030年底前 → 2031年底前", after={"year": "2026"}
    ),
    "target changed": pair(
        one(targets={"场次": "20", "人次": "500"}),
        one(targets={"人次": "800", "场次": "20"}),
        "target-changed 人次 500 → 人次 800",
    ),
    "target respelled": pair(
        one(targets={"人次": "5,000人"}), one(targets={"人次": {"value": "5000.0", "unit": "人"}})
    ),
    "target's last year": pair(one(targets={"率": {"value": "9", "last": "8"}}), one(targets={"率": "9"})),
    "target added": pair(one(), one(targets={"场次": "20"}), "target-changed → 场次 20"),
    "target removed": pair(one(targets={"场次": "20"}), one(), "target-changed 场次 20 →"),
    "target in another unit": pair(
        one(targets={"经费": "2万元"}), one(targets={"经费": "3万元"}), "target-changed 经费 2万元 → 经费 3万元"
    ),
    "the same amount counted in 万": pair(one(targets={"经费": "1.2万元"}), one(targets={"经费": "12,000元"})),
    "target whose unit was left out": pair(one(targets={"人次": "3000"}), one(targets={"人次": "3000人次"})),
    "target that is only a lower bound now": pair(
        one(targets={"人次": "3000"}), one(targets={"人次": "3000以上"}), "target-changed 人次 3000 → 人次 3000以上"
    ),
    "target in another measure": pair(
        one(targets={"覆盖率": "80%"}), one(targets={"覆盖率": "0.8"}), "target-changed 覆盖率 80% → 覆盖率 0.8"
    ),
}  # fmt: skip

PLACES: dict[str, Pair] = {
    "renumbered by insertion": pair(
        duties({"id": "1", "text": "A", "lead": EDUCATION}, {"id": "2", "text": "B", "lead": WOMEN}),
        duties(
            {"id": "1", "text": "X", "lead": SCIENCE},
            {"id": "2", "text": "A", "lead": EDUCATION},
            {"id": "3", "text": "B", "lead": WOMEN},
        ),
        "added 县科学技术局 → X",
    ),
    "two items swapped, the numbers stay in order": pair(
        duties({"id": "1", "text": "A", "due": "6月底前"}, {"id": "2", "text": "B", "due": "9月底前"}),
        duties({"id": "1", "text": "B", "due": "9月底前"}, {"id": "2", "text": "A", "due": "6月底前"}),
    ),
    "two items swapped with their numbers": pair(
        duties({"id": "1", "text": "A"}, {"id": "2", "text": "B"}),
        duties({"id": "2", "text": "B"}, {"id": "1", "text": "A"}),
    ),
    "two leads swapped between two items": pair(
        duties({"id": "1", "text": "A", "lead": EDUCATION}, {"id": "2", "text": "B", "lead": WOMEN}),
        duties({"id": "1", "text": "A", "lead": WOMEN}, {"id": "2", "text": "B", "lead": EDUCATION}),
        "lead-changed 县教育局 → 县妇联", "lead-changed 县妇联 → 县教育局",
    ),
    "removed": pair(
        duties({"text": "A", "lead": EDUCATION}, {"text": "B"}),
        duties({"text": "B"}),
        "removed 县教育局 A →",
        fates=["dropped A"],
    ),
    "removed, but done": pair(
        duties({"text": "A", "targets": {"场次": "20"}, "results": {"场次": "24"}}, {"text": "B"}),
        duties({"text": "B"}),
        "removed A →",
        fates=["finished A → 场次 24/20"],
    ),
    "removed, half done": pair(
        duties({"text": "A", "targets": {"场次": "20", "人次": "9"}, "results": {"场次": "24"}}, {"text": "B"}),
        duties({"text": "B"}),
        "removed A →",
        fates=["dropped A"],
    ),
    "moved": pair(
        [action("一", "甲", "A"), action("二", "乙")], [action("一", "甲"), action("二", "乙", "A")],
        "moved 一 甲 → 二 乙",
    ),
    "moved and renamed at once": pair(
        [{"id": "一", "name": "甲", "projects": [{"id": "1.1", "name": "A"}]}, action("二", "乙")],
        [action("一", "甲"), {"id": "二", "name": "乙", "projects": [{"name": "B", "formerly": "1.1"}]}],
        "renamed A → B", "moved 一 甲 → 二 乙",
    ),
    "moved, and another lead": pair(
        [action("一", "甲", {"text": "A", "lead": EDUCATION}), action("二", "乙")],
        [action("一", "甲"), action("二", "乙", {"text": "A", "lead": WOMEN})],
        "moved 一 甲 → 二 乙", "lead-changed 县教育局 → 县妇联",
    ),
    "moved under another lead, which it has from there": pair(
        [action("一", "甲", "A", lead=EDUCATION), action("二", "乙", lead=WOMEN)],
        [action("一", "甲", lead=EDUCATION), action("二", "乙", "A", lead=WOMEN)],
        "moved 一 甲 → 二 乙", "lead-changed 县教育局 → 县妇联 (inherited)",
    ),
    "a duty that became a project": pair(
        [action("一", "甲", "办科普日")], [{"id": "一", "name": "甲", "projects": ["办科普日"]}],
        "removed 办科普日 →", "added → 办科普日",
    ),
    "a project that became a duty, another project of its action stays": pair(
        [{"id": "一", "name": "甲", "projects": ["办科普日", "办展览"]}],
        [{"id": "一", "name": "甲", "duties": ["办科普日。"], "projects": ["办展览"]}],
        "removed 办科普日 →", "added → 办科普日。",
    ),
    "a number that was given to another matter": pair(
        duties({"id": "1", "text": "举办科技创新大赛", "lead": EDUCATION}, "建设科技馆"),
        duties({"id": "1", "text": "开设智慧助老课堂", "lead": WOMEN}, "建设科技馆"),
        "changed 举办科技创新大赛 → 开设智慧助老课堂", "lead-changed 县教育局 → 县妇联",
        doubts=["by number ('1',) 1"],
    ),
    "a number that was given to another matter of the same department": pair(
        duties({"id": "1", "text": "举办科技创新大赛", "lead": EDUCATION}),
        duties({"id": "1", "text": "开设智慧助老课堂", "lead": EDUCATION}),
        "changed 举办科技创新大赛 → 开设智慧助老课堂", doubts=["by number ('1',) 1"],
    ),
    "an id with a letter goes with its item wherever it moves": pair(
        [action("一", "甲", {"id": "K-017", "text": "举办科普大讲堂", "lead": EDUCATION}), action("二", "乙")],
        [action("一", "甲"), action("二", "乙", {"id": "K-017", "text": "组织专家进校园", "lead": WOMEN})],
        "changed 举办科普大讲堂 → 组织专家进校园", "moved 一 甲 → 二 乙", "lead-changed 县教育局 → 县妇联",
    ),
    "3.1 is not 3.10": pair(
        [action("三", "甲", {"id": "3.1", "text": "A"}, {"id": "3.10", "text": "B", "due": "6月底前"})],
        [action("三", "甲", {"id": "3.1", "text": "A"}, {"id": "3.10", "text": "B", "due": "9月底前"})],
        "due-changed 6月底前 → 9月底前",
    ),
    "numbers in other brackets": pair(
        [action("（一）", "甲", {"id": "（1）", "text": "A"}, {"id": "②", "text": "B"})],
        [action("一、", "甲", {"id": "1.", "text": "A"}, {"id": "（二）", "text": "B"})],
    ),
    "the two plans the wrong way round": pair(
        one(), one(due="6月底前"), "due-changed → 6月底前", doubts=["backwards 2025 2024"], after={"year": "2024"}
    ),
    "split in two": pair(
        duties({"id": "1", "text": "办展览和讲座", "lead": EDUCATION}),
        duties(
            {"id": "1", "text": "办展览", "lead": EDUCATION, "formerly": "1"},
            {"id": "2", "text": "办讲座", "lead": WOMEN, "formerly": "1"},
        ),
        "changed 办展览和讲座 → 办展览", "added 县妇联 1 办展览和讲座 → 办讲座",
        fates=["continued 办展览和讲座 → 办展览、办讲座"],
    ),
    "one part split off": pair(
        duties({"id": "1", "text": "办展览"}),
        duties({"id": "1", "text": "办展览"}, {"id": "2", "text": "办网上展览", "formerly": "1"}),
        "added 1 办展览 → 办网上展览",
        fates=["continued 办展览 → 办展览、办网上展览"],
    ),
    "a part split off, the rest keeps the number": pair(
        duties({"id": "1", "text": "开齐科学课，实验教学全部达标"}),
        duties({"id": "1", "text": "开齐科学课"}, {"id": "2", "text": "实验教学全部达标", "formerly": "1"}),
        "changed 开齐科学课，实验教学全部达标 → 开齐科学课", "added 1 开齐科学课，实验教学全部达标 → 实验教学全部达标",
        fates=["continued 开齐科学课，实验教学全部达标 → 开齐科学课、实验教学全部达标"],
    ),
    "another item has the number of one that says where it was": pair(
        duties({"id": "1", "text": "开齐科学课，实验教学全部达标"}),
        duties({"id": "1", "text": "办夏令营"}, {"id": "2", "text": "开足科学课，实验全部达标", "formerly": "1"}),
        "added → 办夏令营", "changed 开齐科学课，实验教学全部达标 → 开足科学课，实验全部达标",
    ),
    "a piece of it came in front, itself as it was": pair(
        duties({"id": "1", "text": "开齐科学课，实验教学全部达标"}),
        duties({"id": "1", "text": "开齐科学课"}, {"id": "2", "text": "开齐科学课，实验教学全部达标", "formerly": "1"}),
        "added → 开齐科学课",
    ),
    "two merged": pair(
        duties({"id": "1", "text": "办展览", "lead": EDUCATION}, {"id": "2", "text": "办讲座", "lead": WOMEN}),
        duties({"id": "1", "text": "办展览和讲座", "lead": EDUCATION, "responsible": WOMEN, "formerly": "1、2"}),
        "changed 办展览 → 办展览和讲座", "moved 2 办讲座 → 1 办展览和讲座", "joined 县妇联 responsible",
        fates=["merged 办讲座 → 办展览和讲座"],
    ),
    "merged into one that stays as it is": pair(
        duties({"id": "1", "text": "办展览"}, {"id": "2", "text": "办讲座"}),
        duties({"id": "1", "text": "办展览", "formerly": ["1", "2"]}),
        "moved 2 办讲座 → 1 办展览",
        fates=["merged 办讲座 → 办展览"],
    ),
    "merged from another action": pair(
        [action("一", "甲", {"id": "1.1", "text": "A"}), action("二", "乙", {"id": "2.1", "text": "B"})],
        [action("一", "甲", {"id": "1.1", "text": "A", "formerly": "1.1、2.1"}), action("二", "乙")],
        "moved 2.1 B → 1.1 A",
        fates=["merged B → A"],
    ),
    "原编号 of nothing": pair(
        duties({"id": "1", "text": "A"}), duties({"id": "1", "text": "A", "formerly": "9"}),
        doubts=["no origin “A” 9"],
    ),
    "原编号 against number and name": pair(
        duties({"id": "1", "text": "A"}, {"id": "2", "text": "B"}),
        duties({"id": "1", "text": "C", "formerly": "2"}, {"id": "2", "text": "D", "formerly": "1"}),
        "changed B → C", "changed A → D",
    ),
    "an item of the same text twice, one dropped": pair(
        duties({"text": "加强宣传"}, {"text": "加强宣传"}), duties({"text": "加强宣传"}),
        "removed 加强宣传 →",
        fates=["dropped 加强宣传"],
    ),
}  # fmt: skip

ACTIONS: dict[str, Pair] = {
    "action renumbered": pair([action("一", "甲", "A")], [action("二", "甲", "A")]),
    "action renumbered with its items": pair(
        [action("三", "丙", {"id": "3.1", "text": "A"}, {"id": "3.2", "text": "B"})],
        [action("三", "新"), action("四", "丙", {"id": "4.1", "text": "A"}, {"id": "4.2", "text": "B改"})],
        "added → 新", "changed B → B改",
    ),
    "action renamed, its duties stay": pair([action("一", "甲", "A")], [action("一", "乙", "A")], "renamed 甲 → 乙"),
    "action renamed and renumbered, by 原编号": pair(
        [action("四", "甲", "A")], [action("五", "乙", "A", formerly="四")], "renamed 甲 → 乙"
    ),
    "actions merged": pair(
        [action("一", "甲", "A"), action("二", "乙", "B")],
        [action("一", "甲", "A", "B", formerly="一、二")],
        "moved 二 乙 → 一 甲",
        fates=["merged 乙 → 甲"],
    ),
    "action split": pair(
        [action("一", "甲", "A", "B")],
        [action("一", "甲", "A"), action("二", "乙", "B", formerly="一")],
        "added 一 甲 → 乙", "moved 一 甲 → 二 乙",
        fates=["continued 甲 → 甲、乙"],
    ),
    "action added with its duty": pair(
        [{"name": "甲"}], [{"name": "甲"}, {"name": "乙", "lead": WOMEN, "duties": ["B"]}],
        "added 县妇联 → 乙", "added → B",
    ),
    "action dropped, one duty saved": pair(
        [action("一", "甲"), action("二", "乙", "A", "B")], [action("一", "甲", "B")],
        "moved 二 乙 → 一 甲", "removed 乙 →", "removed A →",
        fates=["dropped 乙", "dropped A"],
    ),
    "two actions swapped": pair(
        [action("一", "甲", "A"), action("二", "乙", "B")], [action("一", "乙", "B"), action("二", "甲", "A")]
    ),
}  # fmt: skip
