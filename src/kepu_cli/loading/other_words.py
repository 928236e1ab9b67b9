"""Words of other forms and tools that are no words of the language, and what they mean in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.choices import CHOICES
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Mapping


def key_for(kind: str, typed: str) -> str | None:
    """The field that another form's column is here: `key_for("Action", "主责单位") == "lead"`."""
    return KEYS.get(kind, {}).get(normal(typed))


def choice_for(choice: str, typed: str) -> str | None:
    """The word to write for a customary other one, in its language: `choice_for("how", "改名") == "更名"`."""
    word = normal(typed)
    value = VALUES[choice].get(word)
    return CHOICES[choice][value][1 if word.isascii() else 0] if value else None


def _by_word(words: Mapping[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, listed in words.items() for word in listed.split()}


_ITEM = {
    "lead": "主责单位 主责部门 主要负责单位 主要责任单位 第一责任单位 牵头责任单位 总牵头单位 owner accountable",
    "responsible": "参与单位 参与部门 实施单位 落实单位 责任主体 departments 成员单位 assignee assignees",
    "support": "协助单位 协同单位 配合部门 协办部门 协作单位 supporting consulted",
    "leader": "责任领导 责任人 主要责任人 第一责任人 负责人 责任县领导 分管县领导 分管市领导 包抓领导 联系领导 挂帅领导"
    " 负责领导 person sponsor",
    "due": "实施时间 完成期限 完成日期 截止时间 截止日期 办结时限 时间节点 时间要求 进度安排 时间 时间安排"
    " 期限 起止时间 deadline due_date time",
    "targets": "工作目标 目标任务 量化目标 量化指标 绩效目标 绩效指标 预期目标 goals goal kpi kpis metrics",
    "covers": "对应职责 承接职责 对应纲要 上级职责 reference references",
    "remark": "备注说明 说明 备注栏 附注 note notes comment comments remarks",
    "extra": "联系电话 电话 手机 联系方式 邮箱 联系人及电话 联系人 联络人 联络员 phone tel email contact",
}
_NAMED = {
    "id": "任务编号 项目编号 行动编号 number no",
    "name": "任务名称 行动名称 项目名称 工作名称 任务 task title 重点任务",
}
_DONE = "工作内容 任务内容 具体内容 主要内容 工作任务 具体任务 content description task"

# By the vocabulary's kind: a word → the field it means. A person's word never means a department's field.
KEYS: Mapping[str, Mapping[str, str]] = {
    "Plan": _by_word(
        {
            "title": "方案标题 文件名称 文件标题 名称 name plan",
            "issuer": "发文机关 印发机关 制发单位",
            "date": "发文日期 印发时间 发文时间 成文日期",
            "number": "发文字号 文件编号",
            "region": "行政区 行政区划 所在地区",
            "departments": "责任单位名册 单位名册 单位名单 成员单位名单 成员名单 roster members",
            "actions": "任务清单 任务分工 工作任务 主要任务 重点工作 任务列表 tasks",
            "outline": "上级文件 上级方案 纲要",
        }
    ),
    "Action": _by_word(
        {
            **_ITEM,
            **_NAMED,
            "kind": "类型 任务类别 任务类型 type category",
            "duties": "工作任务 具体任务 主要任务 工作措施 主要措施 具体措施 工作举措 工作内容 任务内容 tasks",
            "projects": "重点项目 项目清单 活动",
        }
    ),
    "Duty": _by_word({**_ITEM, "id": _NAMED["id"], "text": f"{_DONE} 任务名称 任务 职责 title name"}),
    "Project": _by_word({**_ITEM, "id": _NAMED["id"], "name": "项目名称 活动名称 title", "text": f"{_DONE} 项目内容"}),
    "Department": _by_word(
        {
            "name": "单位名称 单位 全称 部门名称 department title",
            "short": "单位简称 缩写 abbreviation",
            "aliases": "其他名称 又名 曾用简称 alias",
            "formerly": "曾用名 原名 旧名 原名称 former",
            "sector": "类别 类型 性质 单位性质 type",
            "contact": "联系电话 电话 联系方式 联络员 phone tel email",
        }
    ),
    "Phase": _by_word(
        {"name": "阶段 阶段名称", "time": "起止时间 时间安排 完成时限 due", "text": "工作内容 任务 description"}
    ),
    "Waiver": _by_word(
        {"reason": "原因 说明 because why", "until": "截止 有效期 截止日期 expires", "rule": "编号 规则编号 code"}
    ),
}

# By the choice: a word → the value it means.
VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": _by_word(
        {
            "action": "任务 专项行动 提升行动 活动 task campaign",
            "programme": "专项 专项工程 提升工程 项目 计划 project",
            "safeguard": "措施 机制 保障措施 组织保障 条件保障 measure measures",
        }
    ),
    "sector": _by_word(
        {
            "party": "党务 党的部门 党委部门 党委系统 党政 party_committee",
            "government": "行政 政府部门 政府系统 政府组成部门 gov govt",
            "mass": "群众团体 人民团体 群众组织 群团组织 社团 mass_organisation mass_organization",
            "township": "乡镇 街道 乡镇街道 镇乡 基层 town towns townships",
        }
    ),
    "how": _by_word(
        {
            "renamed": "改名 改称 更改名称 名称变更 rename",
            "merged": "撤并 并入 整合 重组 merge",
            "split": "分设 分立 拆开 separated",
            "abolished": "裁撤 取消 注销 撤消 废除 dissolved closed abolish",
        }
    ),
    "severity": _by_word(
        {
            "error": "严重 致命 必须改 fatal critical",
            "warning": "警示 告警 warn",
            "info": "信息 提醒 建议 note hint information",
            "off": "忽略 停用 禁用 不检查 关 无 ignore ignored disable disabled none skip no false",
        }
    ),
    "optional": _by_word({"yes": "对 可 可以 y 1", "no": "不 不是 不可 n 0"}),
}
