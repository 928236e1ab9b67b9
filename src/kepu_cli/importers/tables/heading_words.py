"""What the heads of columns mean: the words that offices write over them, as data."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.traditional import SIMPLIFIED
from kepu_cli.names import normal
from kepu_cli.patterns import pattern
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a column holds. `JOINING` is 参加单位: responsible, or supporting beside a column of the responsible.

    `FACT` is a column that tables of work are known to have and a plan has no field for: progress, contacts, scores.
    """

    NUMBER = "number"
    THEME = "theme"
    TASK = "task"
    MEASURE = "measure"
    LEADER = "leader"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    JOINING = "joining"
    SUPPORT = "support"
    DUE = "due"
    REMARK = "remark"
    FACT = "fact"


def head_kind(head: str) -> Kind | None:
    """The kind of a column by its head, blanks and what stands in brackets aside; None for a word that says nothing."""
    whole = normal(head).translate(SIMPLIFIED)
    plain = _EDGES.sub("", _BRACKETS.sub("", whole) or whole)
    if not plain or len(plain) > _LONGEST:
        return None
    return _WORDS.get(plain) or next((kind for kind, words in _PATTERNS if words.fullmatch(plain)), None)


def is_part_of_time(head: str) -> bool:
    """A year, a quarter, a month: what stands below 完成时限 where that has columns of its own."""
    return _TIME.fullmatch(normal(head)) is not None


def tells_of_work(head: str) -> bool:
    """Progress or marks: only tables of work have such columns, whether or not they say who does it."""
    return _WORK.search(normal(head)) is not None


def may_stand_for_task(head: str) -> bool:
    """工作目标, 考核指标: what a table is about where it has no column of tasks."""
    return _ABOUT.search(normal(head)) is not None


def says_first_leads(head: str) -> bool:
    """责任单位（排在第一位的为牵头单位）."""
    return _FIRST_LEADS.search(normal(head)) is not None


_LONGEST = 20
_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = pattern(r"^[0-9.、*★※]+|[:、*★※]+$")
_TIME = pattern(r"(?:20)?\d\d年?(?:上半年|下半年)?|(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?|q[1-4])(?:底|末)?")
_WORK = pattern("动态|进展|进度|完成情况|评分|分值|得分|考核")
_ABOUT = pattern("目标|指标|标准|内容|要求")
_FIRST_LEADS = pattern(r"(?:第一|首)(?:个|位|家)?.{0,8}牵头")

_SPELT = {
    Kind.NUMBER: "序号 编号 序 号 项次 任务序号 任务编号 项目编号 no no.",
    Kind.THEME: "类别 类型 分类 大类 领域 组 组别 板块 专题 专项 工作类别 任务类别 任务分类 工作领域 所属领域 所属类别",
    Kind.TASK: "任务 重点任务 工作任务 主要任务 目标任务 目标与任务 任务名称 任务内容 任务事项 项目 项目名称 事项 "
    "工作事项 重点工作 重点事项 工作内容 主要内容 主要工作 工作项目 工作名称 活动 活动名称 活动内容 工作目标及任务要求 "
    "考核内容 工作要点 重点项目 建设任务",
    Kind.MEASURE: "具体任务 具体工作任务 具体举措 具体措施 具体内容 具体工作 具体事项 具体要求 "
    "工作举措 工作措施 工作要求 任务要求 主要措施 主要举措 重点举措 重点措施 推进措施 "
    "推进举措 细化分工 细化措施 细化任务 分解任务 任务分解 内容 举措 措施 落实措施 "
    "任务措施",
    Kind.LEADER: "领导",
    Kind.LEAD: "牵头 牵头方 主办 主办方 总牵头",
    Kind.RESPONSIBLE: "责任 承办 责任分工 责任主体 部门 责任单位及责任人 责任单位和责任人 任务分工",
    Kind.JOINING: "参加",
    Kind.SUPPORT: "配合 协办 协同 协作 参与 配合方 协办方",
    Kind.DUE: "时间 时限 期限 时间安排 时间要求 时间节点 时间进度 进度安排 进度要求 完成节点 完成日期 推进计划",
    Kind.REMARK: "备注 说明 附注 备注说明 remark notes",
    Kind.FACT: "地点 标准 工作标准 分值 得分 自评 依据 目标 经费 资金使用情况 工作动态 工作进度 进度 状态 单位名称",
}
_OURS = {
    Column.NUMBER: Kind.NUMBER,
    Column.ACTION: Kind.TASK,
    Column.MEASURE: Kind.MEASURE,
    Column.TARGETS: Kind.FACT,
    Column.LEADER: Kind.LEADER,
    Column.LEAD: Kind.LEAD,
    Column.RESPONSIBLE: Kind.RESPONSIBLE,
    Column.SUPPORT: Kind.SUPPORT,
    Column.DUE: Kind.DUE,
    Column.REMARK: Kind.REMARK,
}


def _words() -> Mapping[str, Kind]:
    spelt = {normal(word): kind for kind, words in _SPELT.items() for word in words.split()}
    return spelt | {normal(word): kind for column, kind in _OURS.items() for word in COLUMN_WORDS[column]}


_WORDS = _words()
_BODY = "(?:单位|部门|处室|科室|股室|机构|站所|主体|处|科|股|室)"
# The first that fits the whole head counts; heads that say less come later.
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, pattern(words))
    for kind, words in (
        (Kind.FACT, ".*(?:责任人|联系人|负责人|联络员|经办人|联系方式|电话|手机|职务)"),
        (Kind.LEADER, ".*领导"),
        (Kind.FACT, "(?:启动|开始|开工|上报|填报|报送|检查).*(?:时间|日期)"),
        (Kind.DUE, ".*(?:时限|期限|时间|完成日期|完成时间表|时间节点|进度安排|进度计划)"),
        # One column for several roles: the role words are in the cells.
        (Kind.RESPONSIBLE, ".*(?:牵头|主办|责任|承办).{0,4}[及和与、/].*(?:责任|承办|配合|协办|参与|参加).*"),
        (Kind.LEAD, f".{{0,6}}(?:牵头|主办|汇总|第一责任|主要责任).{{0,8}}{_BODY}"),
        (Kind.SUPPORT, f".{{0,6}}(?:配合|协同|协办|协助|协作|参与|支持).{{0,8}}{_BODY}"),
        (Kind.JOINING, f".{{0,2}}参加.{{0,8}}{_BODY}"),
        (Kind.RESPONSIBLE, f".{{0,6}}(?:责任|承办|任务|落实|实施|负责|承担|主责|执行|完成).{{0,6}}{_BODY}"),
        # The departments stand behind each measure.
        (
            Kind.MEASURE,
            ".{0,4}(?:任务|措施|举措|内容|事项|要求)[及和与、/].{0,2}(?:责任|任务|职责|牵头|单位)?(?:分工|单位|部门)",
        ),
        (Kind.FACT, "(?:下一?步|下阶段|本月|本季度?|上月|存在|目前).*"),
        (
            Kind.FACT,
            ".*(?:情况|进展|动态|问题|困难|成效|成果|措施及进展|评分.*|得分|扣分|自评|分值|标准|依据|来源|经费)",
        ),
        (Kind.FACT, ".*(?:资金|预算|投资|地点|对象|频次|人数|规模|目标|目标值|指标|指标值)"),
        (Kind.MEASURE, "(?:具体|细化|分解|二级|三级|年度).{0,6}(?:任务|事项|措施|举措|工作|内容|要求|分工)"),
        (Kind.TASK, ".{0,8}(?:任务|事项|重点工作|工作内容|工作要点|活动内容|活动名称|项目名称)"),
        (Kind.MEASURE, ".{0,6}(?:措施|举措|工作要求|主要内容|实施内容|建设内容)"),
        (Kind.THEME, ".{0,4}(?:类别|领域|板块|分类)"),
    )
)
