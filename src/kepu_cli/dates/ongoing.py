"""Words that set no day: what goes on for good, at any time, or as somebody else asks for it."""

from __future__ import annotations

import re

from kepu_cli.patterns import pattern

_LASTING = pattern(
    r"(?:贯穿|实行|实施|坚持|保持)?"
    r"(?:长期|常年|全年|全程|全过程|始终|常态|随时|实时|经常|日常|平时|不间断|一直|长效|滚动|持续|持之以恒|永久"
    r"|不定期|定期|常抓不懈|即日起|(?:本?方案|通知|文件)?(?:印发|发文|发布|下发)之日起"
    r"|即知即改|立行立改|立查立改|边查边改|即行即改"
    r"|动态(?:更新|管理|调整|推进|监测|跟踪|维护|清零|优化|完善|$))",
    re.ASCII,
)
# 按工作进度推进, 按上级要求: the whole text, for after 按照 whole paragraphs may follow.
_AS_ASKED = pattern(
    r"(?:按照?|根据|依据|依|视|随)(?:上级|[省市县区]级?|国家|工作|项目|工程|实际|序时|时序|既定|施工|建设|有关"
    r"|相关|统一|各自|具体|任务|时间|方案|活动|年度|的){0,4}"
    r"(?:进度|进展|计划|要求|部署|安排|需要|需求|通知|节点|情况|规定|实际)(?:要求|安排|部署|计划|节点)?"
    r"(?:稳步|有序|组织|及时|分步|加快|认真|逐步)?(?:推进|开展|实施|完成|落实|进行|执行|办理|报送|启动)?[)”\"]?$",
    re.ASCII,
)
_ALL_YEAR = pattern(r"(?:贯穿)?[全常]年", re.ASCII)


def is_ongoing(text: str) -> bool:
    """Whether the text, in plain form, begins with such words or is an appeal to a schedule that stands elsewhere."""
    return bool(_LASTING.match(text) or _AS_ASKED.match(text))


def is_all_year(text: str) -> bool:
    """Whether it says 全年: nothing with an end for a task, the whole year for a phase."""
    return bool(_ALL_YEAR.match(text))
