"""The words that give a role: labels before names (责任单位：), verbs after them (牵头), words between them (会同)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re


class Label(StrEnum):
    """What a label introduces."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    PERSON = "person"
    DUE = "due"
    PLAIN = "plain"  # 分工：the words after it say who does what


LABEL_ROLES = {Label.LEAD: Role.LEAD, Label.RESPONSIBLE: Role.RESPONSIBLE, Label.SUPPORT: Role.SUPPORT}

_NOUN = r"(?:单位|部门|处室|科室|股室|机构|主体|方)"
_PERSON = (
    r"(?:牵头|分管|主管|责任|包抓|包联|包保|包案|帮扶|挂点|联点|领衔|挂钩|挂联|督办|督查|协管|带队|联系|主要|第一)"
    r"(?:[省市县区州旗校局]|[县市区]级)?领导(?:同志)?|[省市县区州]级领导"
    r"|(?:主要|第一|直接|具体|牵头|分管|部门)?(?:责任|负责|联系|经办|承办)人员?|牵头人|联络员|(?:分管|主要)?负责同志"
)
_DUE = (
    r"(?:计划|预计|要求|工作|任务)?完成(?:时间节点|时限|时间|期限|日期|节点)(?:要求)?"
    r"|(?:办结|工作|整改|实施|推进|任务)?时限(?:要求)?|(?:工作)?时间节点|(?:工作)?(?:进度|时间)(?:安排|要求)|时间进度"
    r"|(?:起止|实施)时间|完成期"
)
_SUPPORT = (
    r"(?:主要)?(?:协同配合|协助配合|配合协助|参与配合|配合参与|配合|协同|协作|协办|协助|参加|参与|支持|会办|联办|监督|指导|督导)"
    rf"(?:责任|实施)?{_NOUN}"
)
_LEAD = (
    rf"(?:第[一二三])?总?牵头\(?(?:责任|组织实施|组织|协调|实施|负责|承办|主管|主办)?\)?{_NOUN}"
    rf"|(?:主办|主责|汇总|抓总|主抓)(?:责任)?{_NOUN}"
    r"|(?:第一|首要|主要|主体|总)(?:责任|负责|承办|牵头)(?:单位|部门|处室|科室)"
)
_RESPONSIBLE = (
    rf"(?:具体|共同|相关|直接|任务|落实|第[二三四])?(?:责任|负责|承办|承担|落实|执行){_NOUN}|(?:组织)?实施(?:单位|部门|主体)|组织(?:单位|部门)"
    r"|任务(?:承担)?单位|责任单位(?:及|和|、)(?:责任人|负责人|联系人)"
)
# Of two that begin at one place the first wins: 主要责任人 before 主要责任单位.
_LABELS: tuple[tuple[Label, str], ...] = (
    (Label.PERSON, _PERSON),
    (Label.DUE, _DUE),
    (Label.SUPPORT, _SUPPORT),
    (Label.LEAD, _LEAD),
    (Label.RESPONSIBLE, _RESPONSIBLE),
    (Label.PLAIN, r"(?:任务|责任|职责|工作|部门|具体)?分工"),
)
# Without a noun a label has to begin its clause: “压实责任：” introduces no department.
_SHORT_LABELS: tuple[tuple[Label, str], ...] = (
    (Label.LEAD, r"牵头|主办"),
    (Label.RESPONSIBLE, r"责任|负责|承办"),
    (Label.SUPPORT, r"配合|协办|参加|参与"),
)
# Behind another field alone: at the beginning of a line it is when a page was published.
_DUE_BEHIND = r"(?<=[,;。 \n)])(?:时间|期限|时限|节点)"
_ABOUT = r"(?:[本该此][项条类]?|以上|上述)(?:各项|几项)?(?:重点)?(?:任务|工作|措施)?的?"


def _groups(labels: tuple[tuple[Label, str], ...], suffix: str = "") -> str:
    return "|".join(f"(?P<{label}{suffix}>{words})" for label, words in labels)


_WORD = f"(?:{_groups(_LABELS)})"
_CLAUSE_START = r"(?<![一-龥A-Za-z0-9])"
# 责任单位(排第一的为牵头单位):, 【责任单位】, and what may be a label if a name follows: 责任单位为, 责任单位 in a row.
LABEL = pattern(
    rf"(?:{_CLAUSE_START}{_ABOUT})?(?:"
    rf"\( *{_WORD} *\)(?! *(?:[、,;。)]|$)) *:?"
    rf"|{_WORD.replace('>', '_a>')} *(?P<note>\([^()]{{1,30}}\))? *(?:: *|(?P<link>为|是|[-—–]{{1,2}})(?=[^\W\d]{{2}}))"
    rf"|{_CLAUSE_START}(?:{_groups(_SHORT_LABELS, '_b')}) *: *|(?P<due_d>{_DUE_BEHIND}) *: *"
    rf"|{_CLAUSE_START}{_WORD.replace('>', '_c>')}(?:[\t\n ]+|(?=[省市县区州团各有相])))"
)
FIRST_LEADS = pattern(
    r"(?:第一|首位|首个|前列)(?:[位个名家]|顺位)?的?(?:责任)?(?:单位|部门)?的?(?:[为是]|即为|作为|负责|进行){0,2}(?:牵头|主办|汇总)"
)


def label_of(found: re.Match[str]) -> Label:
    """Which label a match of `LABEL` is."""
    name = next(name for name, value in found.groupdict().items() if value and name not in ("note", "link"))
    return Label(name.split("_")[0])


_DUTY = (
    r"(?:(?:按照?|依照?|根据|依据|结合)(?:各自|自身|本部门|本单位|相关|有关|部门|工作)?的?"
    r"(?:职责|职能|分工|任务|工作实际|实际|当地实际|地方实际)+(?:范围|要求|内)*)"
)
_LEADING = (
    r"(?:共同|联合|总|具体|双|负责)*牵头(?:负责|抓总|总抓|组织|实施|落实|推进|推动|协调|抓好|承担|办理|开展|做好)*|(?:负责)?(?:主办|主抓|主责|抓总)|总负责|负总责|为主"
    r"|(?:作为|担任|任|为|是)(?:总?牵头(?:责任)?|主办|汇总)(?:单位|部门)"
)
_SUPPORTING = (
    rf"{_DUTY}?(?:密切|积极|共同|协调|全力|大力|主动|予以|给予|做好|具体|协同|协助|支持|分工|依法|负责)*"
    r"(?:(?:配合|参与|参加|协助|支持)(?:实施|配合|落实|工作|推进|做好|开展|协助|支持|参与|有关|相关)*|协办|协作|协抓|会办|联办|联动|协同)"
    r"|(?:作为|为|是)(?:成员|配合|参加|参与|协办|协作)(?:单位|部门)"
)
_GUIDING = r"(?:负责|具体|加强)*(?:指导|监督|督导|督查|督促|(?<!市场)监管)(?:落实|工作|实施)?"
_DOING = (
    r"(?:分别|分头|各自|共同|具体|联合|协同|直接|组织|统筹|认真|主要|抓好|做好|切实|属地|因地制宜|推动|协调|分工|按期|按要求|合力|一并|牢牢|同步)*"
    r"(?:负责|贯彻|落实|承办|实施|推进|执行|办理|承担|开展|完成|主管|研究提出|研究制定|研究解决|提出|拟订|制定|编制|起草)+"
    r"(?:落实|到位|工作|实施|推进|办理)*"
)
_DOES = (
    rf"后?{_DUTY}{_DOING}|后?{_DOING}|{_DUTY}|(?:各|分)(?:负|司)其[责职]|统筹(?:协调)?"
    r"|(?:作为|为|是)(?:责任|承办|实施)(?:单位|部门)"
)
# The verb that ends a clause; of two that could, the one that begins first.
ROLE_AT_END = pattern(
    rf"(?:(?P<lead>{_LEADING})|(?P<support>{_SUPPORTING})|(?P<guiding>{_GUIDING})|(?P<responsible>{_DOES}))$"
)
# A verb right before the next name, where the comma was left out: 县科技局牵头县教育局配合.
ROLE_INSIDE = pattern(
    r"(?P<lead>牵头(?:负责)?|主办)|(?P<support>配合|参加|参与|协办|协助)|(?P<responsible>(?:按职责(?:分工)?)?负责|承办)"
)
MARK = "★☆✩✭⭐▲△◆※*"
ROLE_IN_BRACKETS = pattern(
    rf"\((?:为|系|是)?(?:(?P<lead>总?牵头|主办|主责|第一责任|[{MARK}])|(?P<support>配合|协办|参加|参与|协助)|(?P<responsible>责任|承办|负责))"
    r"(?:单位|部门|方)?\)$"
)
LEAD_IN = pattern(r"(?:并|再|主要|具体|原则上|统一|分别|继续|仍|拟|现)?由|请|以(?=.{1,40}为主$)")
# 联合 is part of many names; 会 alone means 会同 where a whole name stands on both sides.
JOINT = pattern(
    r"(?:并|负责|牵头)?(?:会同|会商|协同|联合(?![会社体国党]|大学|学校|执法|开发|公司|集团|总社|工会|办公|调查|接待|职业))|会|商(?=[省市县区州])"
)
OPEN_END = pattern(
    r"(?<![高中初平])等(?:(?:相关|有关|各)?[一-龥]{0,4}?(?:单位|部门|机构|组织|团体|企业|院校|院所|媒体)(?:[和、及](?:单位|部门|机构))?"
    r"|[\d一二三四五六七八九十百]{1,4}多?余?[个家]?(?:成员|相关|有关)?(?:单位|部门))?$"
)
OPEN_INSIDE = pattern(
    r"等(?:相关|有关)?(?:责任|成员|职能)?(?:单位|部门)(?:以?及|和|、)(?=各|有关|相关)|等(?=各|(?:国务院|中央|[省市县区州旗镇][级直属]*|全[省市县区州]).{0,6}(?:部门|单位))"
)


def role_of(found: re.Match[str]) -> Role:
    """The role of a match of the patterns above; who guides supports."""
    groups = found.groupdict()
    return next((Role(name) for name in Role if groups.get(name)), Role.SUPPORT)
