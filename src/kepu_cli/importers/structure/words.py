"""What headings say about the section below them."""

from __future__ import annotations

from kepu_cli.names import normal
from kepu_cli.patterns import pattern


def is_goal(heading: str) -> bool:
    """What is aimed at and why: 指导思想, 总体要求, 基本原则."""
    plain = _plain(heading)
    return len(plain) <= _SHORT and bool(_GOAL.search(plain))


def is_closing(heading: str) -> bool:
    """How the work is to be secured: 组织保障, 工作要求."""
    plain = _plain(heading)
    return len(plain) <= _SHORT and bool(_CLOSING.search(plain)) and not is_phase(heading)


def is_phases(heading: str) -> bool:
    """When the work goes through which stages: 实施步骤, 阶段安排."""
    plain = _plain(heading)
    return len(plain) <= _SHORT and bool(_PHASES.search(plain))


def is_phase(heading: str) -> bool:
    """One stage: 发动部署阶段(3月下旬)."""
    plain = normal(heading)
    return len(plain) <= _LONG and bool(_PHASE.search(plain))


def is_wrapper(heading: str) -> bool:
    """Announces the tasks and is none: 重点任务, 主要任务和措施."""
    return bool(_WRAPPER.fullmatch(_plain(heading)))


def is_task(heading: str) -> bool:
    """Is a task by its name: 农民科学素质提升行动, 科普基础设施工程."""
    return bool(_TASK.search(_plain(heading)))


def mentions_tasks(heading: str) -> bool:
    """Announces tasks among other words: 抓好重点任务，推动事业发展."""
    return bool(_TASKS.search(_plain(heading)))


def is_work(text: str) -> bool:
    """Says that something is to be done, or was: 开展, 推进, 加强."""
    return bool(_WORK.search(text))


_SHORT, _LONG = 16, 40
_EDGES = " 。.:：;；,，、"
_GOAL = pattern(
    r"指导思想|总体(?:要求|目标|思路|安排|部署|考虑)|(?:工作|主要|发展|活动|奋斗|建设|创建|预期|年度)目标|^目标(?:任务)?$|目标要求"
    r"|(?:基本|工作|实施|主要|总体)原则|^原则$|工作思路|(?:重要|重大)?意义|目的|背景|^前言|依据|适用范围|形势|基本情况|^(?:活动|培训|会议)?(?:主题|时间|地点|对象|日期|时间地点)$|^(?:主办|承办|组织|协办)单位$|^(?:参加|参与|活动)(?:人员|对象|范围)$"
)
_CLOSING = pattern(
    r"(?:组织|保障|措施|工作|条件|支撑)(?:保障|领导)|保障(?:措施|机制|条件|和)|^保障$|(?:工作|有关|具体|相关|几点|活动|其他|纪律|督查)要求"
    r"|^要求$|组织(?:实施|管理|推进|机构)|加强(?:组织)?领导|监督检查|督(?:促|导|查)(?:检查|考核|落实|指导)|考核(?:评估|评价|奖惩|办法|督查)?$"
    r"|检查(?:考核|验收|监督)|总结评估|^附则|责任追究|经费保障$|宣传报道$|信息报送$|注意事项"
)
_PHASES = pattern(
    r"(?:方法|实施|工作|活动|推进|进度|具体|时间)(?:步骤|阶段|安排|进度)|步骤(?:安排|方法|和)|阶段(?:安排|划分)|^步骤$|时间(?:节点|表)"
)
_PHASE = pattern(r"阶段(?:\(.*\))?[。.:]?$|阶段[(:,,]|^第[一二三四五]阶段")
_TASK_NOUN = r"(?:任务|内容|工作|措施|举措|事项|项目|重点|职责|要点|活动|分工|行动|工程)"
_ADJECTIVE = r"(?:重点|主要|工作|具体|目标|年度|核心|基本|建设|行动|活动|实施|责任|职责|任务|推进|推动|创建)"
_WRAPPER = pattern(
    rf"(?:20\d\d年)?(?:全年|本年度?|今年)?(?:的)?{_ADJECTIVE}{{1,3}}{_TASK_NOUN}(?:(?:和|与|及|、|暨)?{_ADJECTIVE}{{0,2}}{_TASK_NOUN}){{0,2}}"
    r"|任务|任务(?:和|与|及)?(?:措施|分工|分解)|(?:和|与)?责任分(?:工|解)|分工(?:安排)?|任务分(?:工|解)(?:安排|表)?"
)
_TASKS = pattern(r"(?:重点|主要|各项|目标|工作|具体)任务|任务分(?:工|解)")
_TASK = pattern(r"(?:行动|工程|计划|项目)$")
_WORK = pattern(
    r"开展|推[进动广行]|加[强大快]|组织|实施|建[设立成]|完善|提[高升]|落实|制定|做好|举办|培训|宣传|健全|强化|深[入化]|搭建|打造"
    r"|普及|推出|支持|鼓励|引导|发展|优化|构建|编[制写印]|修订|研究|服务|督促|检查|评估|统计|保障|监测|改造|整治|创建|开放|协调|成立"
)


def _plain(heading: str) -> str:
    return normal(heading).strip(_EDGES)
