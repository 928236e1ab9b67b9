"""The keys of the plan language, English and Chinese: the table behind messages, templates, schema and documentation.

The English key is the field's name in the model; the first Chinese key is the one we write, the others are read too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Lang, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


class Key(NamedTuple):
    """A key: its Chinese spellings, what it holds, and an example of a value (Chinese, as a clerk writes it)."""

    zh: tuple[str, ...]
    says: Words
    example: str = ""


def _key(zh: str, says_zh: str, says_en: str, example: str = "") -> Key:
    return Key(tuple(zh.split()), Words(says_zh, says_en), example)


_ROLES = {
    "lead": _key(
        "牵头单位 牵头部门 负责单位 主办单位",
        "对这一项负总责的单位；可以不止一个，第一个为主",
        "the departments that answer for it; the first named comes first",
        "县教育局",
    ),
    "responsible": _key(
        "责任单位 责任部门 参加单位 承办单位",
        "承担其中一部分工作的单位",
        "the departments that do a share of it",
        "县委宣传部、县科协、团县委",
    ),
    "support": _key(
        "配合单位 协办单位 支持单位",
        "协助的单位",
        "the departments that help",
        "县妇联",
    ),
}

_ITEM = {
    **_ROLES,
    "leader": _key(
        "牵头领导 分管领导",
        "牵头的领导；人不是单位",
        "the person who leads; persons are not departments",
        "分管副县长",
    ),
    "due": _key("完成时限 完成时间 时限", "什么时候完成", "by when it is done", "2026年11月底前"),
    "targets": _key(
        "目标 指标",
        "可以数出来的目标：名称和数",
        "targets that can be counted: name and number",
        "{场次: 20, 参与人数: 5000}",
    ),
    "results": _key("完成 完成数", "目前完成了多少", "what has been counted so far", "{场次: 12}"),
    "covers": _key(
        "对应",
        "承接的上级纲要职责，或本项任务里职责的编号",
        "the duties of the outline, or of this action, that it takes up",
        "[纲要/青少年/2]",
    ),
    "formerly": _key(
        "原编号",
        "在去年方案里的编号；几项合并时写成列表",
        "its id in last year's plan; a list when several were merged",
        "四",
    ),
    "unassigned_because": _key(
        "无人负责说明",
        "有意不定单位时，写明原因",
        "why it deliberately names nobody",
        "由领导小组办公室统筹",
    ),
    "remark": _key("备注", "印在备注栏里的话", "printed in the remarks column", "新增"),
    "extra": _key(
        "其他",
        "自己加的内容，原样保留，不印在表里",
        "notes of your own: kept as they are, not printed",
        "{资金来源: 科普经费}",
    ),
}

_ID = _key("编号 序号", "编号，照原样保留", "kept exactly as written", "一")
_NAME = _key("名称 标题", "名称", "the name", "青少年科学素质提升行动")

VOCABULARY: Mapping[str, Mapping[str, Key]] = {
    "Plan": {
        "title": _key("方案 标题 方案名称", "方案的名称", "the plan's title", "示例县2026年全民科学素质工作要点"),
        "year": _key("年度 年份", "哪一年，四位数字", "the year, four digits", "2026"),
        "period": _key("起止 规划期", "起止年份", "first and last year", "2021—2025"),
        "region": _key(
            "地区", "地区名；用来补全简称（科协 → 县科协）", "completes short names (科协 → 县科协)", "示例县"
        ),
        "issuer": _key("发文单位 印发单位", "发文单位", "who issues it", "示例县全民科学素质工作领导小组"),
        "number": _key("文号", "文号", "the document's number", "示科素〔2026〕1号"),
        "date": _key("日期 印发日期", "印发日期", "the day of issue", "2026-03-20"),
        "annex": _key("附件", "印在表格左上角的附件字样", "the annex label above the table", "附件1"),
        "action_count": _key(
            "任务数", "文件里说的任务总数，用来核对", "how many actions the document announces, as a check", "10"
        ),
        "leading_group": _key("领导小组", "领导小组", "the leading group", "{组长: 分管副县长, 办公室: 县科协}"),
        "departments": _key(
            "成员单位 名册",
            "名册文件，或者直接列出单位",
            "a roster file, or the members themselves",
            "departments.yaml",
        ),
        "groups": _key(
            "单位组", "自己定的单位组：组名和组里的单位", "groups of departments", "{各镇街: [城关镇, 东河镇]}"
        ),
        "outline": _key(
            "上级纲要", "要承接的上级文件，可以几份", "the superior's outlines, one or several", "builtin:2021"
        ),
        "phases": _key("实施阶段", "分几个阶段", "the phases", "[{名称: 计划申报, 时间: 每年1-3月}]"),
        "actions": _key("重点任务 任务", "各项行动、工程、保障", "the actions, programmes and safeguards"),
        "rules": _key("规则", "改规则的级别或上限", "a rule's severity or threshold", "{K302: 关闭, K209: {上限: 6}}"),
        "waivers": _key("豁免", "认可的问题，要写理由", "findings accepted, with the reason"),
        "extra": _key("其他", "自己加的内容，原样保留", "notes of your own, kept as they are"),
    },
    "Action": {
        "id": _ID,
        "name": _NAME,
        "kind": _key("类别", "行动、工程或保障", "action, programme or safeguard", "行动"),
        **_ITEM,
        "duties": _key(
            "职责 具体举措 措施", "要做的事，一条一句或一条一组", "what has to be done", "[组织科技创新大赛]"
        ),
        "projects": _key("项目", "具体项目", "concrete projects"),
    },
    "Duty": {
        "id": _ID,
        "text": _key("内容 名称", "要做什么", "what has to be done", "组织青少年科技创新大赛"),
        **_ITEM,
    },
    "Project": {"id": _ID, "name": _NAME, "text": _key("内容", "项目做什么", "what the project does"), **_ITEM},
    "Phase": {
        "name": _NAME,
        "time": _key("时间", "从什么时候到什么时候", "from when to when", "每年4-11月"),
        "text": _key("内容", "这个阶段做什么", "what is done then"),
    },
    "LeadingGroup": {
        "head": _key("组长", "组长", "its head", "分管副县长"),
        "deputies": _key("副组长", "副组长", "deputy heads"),
        "members": _key("成员", "成员", "members"),
        "office": _key("办公室", "办公室设在哪个单位", "the department that holds the office", "县科协"),
        "office_head": _key("办公室主任", "办公室主任", "head of the office"),
    },
    "Target": {
        "value": _key("数值", "目标数", "the number", "12"),
        "unit": _key("单位", "单位，如场、人次、%", "the unit", "%"),
        "last": _key("上年", "上年完成数", "last year's number", "10.5"),
    },
    "RuleSetting": {
        "severity": _key("级别", "错误、警告、提示或关闭", "error, warning, info or off", "警告"),
        "limit": _key("上限", "规则的上限", "the rule's threshold", "6"),
    },
    "Waiver": {
        "rule": _key("规则", "哪条规则", "the rule's code", "K208"),
        "target": _key("对象", "哪个单位或哪一项；不写就是全部", "a department or an item; left out: all", "县水利局"),
        "reason": _key("理由", "为什么认可", "why it is accepted", "本年度无任务"),
        "until": _key("至", "到哪一天为止", "the last day it holds", "2026-12-31"),
    },
    "Roster": {
        "title": _key("名册", "名册的名称", "the roster's title"),
        "region": _key("地区", "地区名", "the region", "示例县"),
        "departments": _key("成员单位", "成员单位，按排名先后", "the members in protocol order"),
        "groups": _key("单位组", "单位组", "groups of departments"),
    },
    "Department": {
        "name": _key("名称", "全称，表格里就这样印", "the name as printed", "县人力资源和社会保障局"),
        "sector": _key("系统", "党委、政府、群团、镇街或其他", "party, government, mass, township or other", "政府"),
        "short": _key("简称", "简称", "the short name", "县人社局"),
        "aliases": _key("别名", "别的写法", "other spellings", "[县人社保局]"),
        "formerly": _key(
            "前身", "机构改革前的单位", "the bodies it came from", "{名称: 县人事局, 至: 2009, 方式: 合并}"
        ),
        "contact": _key("联系人", "联系人或科室", "whom to ask", "综合股"),
    },
    "FormerName": {
        "names": _key("名称", "原来的名称", "the former names", "[县人事局, 县劳动和社会保障局]"),
        "until": _key("至", "用到哪一年", "the last year of the name", "2009"),
        "how": _key("方式", "更名、合并、拆分或撤销", "renamed, merged, split or abolished", "合并"),
    },
    "Outline": {
        "title": _key("纲要 标题", "上级文件的名称", "the outline's title"),
        "short": _key("简称", "引用时写的简称", "the short name used in references", "纲要"),
        "number": _key("文号", "文号", "the document's number"),
        "period": _key("起止", "起止年份", "first and last year", "2021—2035"),
        "actions": _key("重点任务", "纲要里的行动和工程", "the outline's actions and programmes"),
        "duties": _key("职责", "要承接的职责", "the duties a plan takes up"),
    },
    "OutlineAction": {
        "id": _ID,
        "name": _NAME,
        "kind": _key("类别", "行动、工程或保障", "action, programme or safeguard"),
        "customary_leads": _key("惯例牵头", "通常由谁牵头", "who customarily leads"),
        "prefix": _key("职责前缀", "职责编号的前缀", "the prefix of its duties' ids", "青少年"),
    },
    "Settings": {
        "strict": _key("严格", "有警告也算不通过", "warnings fail too", "是"),
        "baseline": _key(
            "基线", "基线文件：里面记着的问题不再报", "the baseline: what it lists is not told", "kepu-baseline.json"
        ),
        "rules": _key(
            "规则", "改规则的级别或上限，对每份方案都算", "severities and thresholds for all plans", "{K302: 关闭}"
        ),
    },
    "OutlineDuty": {
        "id": _key("编号", "编号", "the id", "青少年/1"),
        "text": _key("内容", "要做什么", "what has to be done"),
        "optional": _key("县级可不承接", "县里通常没有这一条", "counties normally skip it", "是"),
    },
}

# What a mapping of each kind is called in a message.
KIND_WORDS = {
    "Plan": Words("方案的最外层", "the top level of the plan"),
    "Action": Words("重点任务的一项", "an action"),
    "Duty": Words("职责", "a duty"),
    "Project": Words("项目", "a project"),
    "Phase": Words("实施阶段", "a phase"),
    "LeadingGroup": Words("领导小组", "the leading group"),
    "Target": Words("目标", "a target"),
    "RuleSetting": Words("规则", "a rule's setting"),
    "Waiver": Words("豁免", "a waiver"),
    "Roster": Words("名册文件", "a roster file"),
    "Department": Words("成员单位", "a member of the roster"),
    "FormerName": Words("前身", "a former name"),
    "Outline": Words("上级纲要", "an outline"),
    "OutlineAction": Words("纲要的重点任务", "an outline's action"),
    "OutlineDuty": Words("纲要的职责", "an outline's duty"),
    "Settings": Words("kepu.toml", "kepu.toml"),
}


def english_key(kind: str, written: str) -> str | None:
    """The model's field for a key as written, or None: `english_key("Action", "牵头部门") == "lead"`."""
    return _ENGLISH[kind].get(written)


def english_keys(kind: str) -> Mapping[str, str]:
    """The model's fields by every spelling that a kind accepts."""
    return _ENGLISH[kind]


def written_keys(kind: str, lang: Lang) -> tuple[str, ...]:
    """Every spelling that `kind` accepts in a language."""
    keys = VOCABULARY[kind]
    return tuple(keys) if lang is Lang.EN else tuple(word for key in keys.values() for word in key.zh)


def key_in(kind: str, field: str, lang: Lang) -> str:
    """The spelling we write ourselves: `key_in("Plan", "year", Lang.ZH) == "年度"`."""
    return field if lang is Lang.EN else VOCABULARY[kind][field].zh[0]


def key_words(kind: str, field: str) -> Words:
    """A key as a fact of a message, named in the reader's language."""
    return Words(VOCABULARY[kind][field].zh[0], field)


_ENGLISH: Mapping[str, Mapping[str, str]] = {
    kind: {
        **{word: english for english, key in keys.items() for word in reversed(key.zh)},
        **{english: english for english in keys},
    }
    for kind, keys in VOCABULARY.items()
}
