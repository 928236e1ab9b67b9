"""More labels, verbs and damage that notices show."""

from __future__ import annotations

import pytest

from kepu_cli.importers.attribution.read import read_attribution
from tests.importers.attribution.telling import told

_WORDS = [
    (
        "1.3.3 committees and governments",
        "（责任单位：各区县（市）党委、政府，市科协）",
        "责任 各区县（市）党委、政府*、市科协",
    ),
    ("1.3.3 parks among areas", "市科协，各区政府、开发区管委会", "责任 市科协、各区政府、开发区管委会*"),
    (
        "1.3.3 a class of towns with brackets",
        "县直相关部门，各镇（街道、开发区）",
        "责任 县直相关部门*、各镇（街道、开发区）*",
    ),
    ("1.3.5 a league in full", "（共青团示例市委员会、市总工会）", "责任 共青团示例市委员会、市总工会"),
    ("1.3.5 a corps", "兵团科协、师市教育局负责", "责任 兵团科协、师市教育局"),
    (
        "1.3.6 departments and units",
        "市教育局牵头，市财政局、市科协等部门和单位配合",
        "牵头 市教育局｜配合 市财政局、市科协｜等",
    ),
    ("1.3.6 nine departments", "市教育局等九部门按职责分工负责", "责任 市教育局｜等"),
    ("1.3.6 等 and a group", "市科协等有关单位和各区县按职责分工负责", "责任 市科协、各区县*｜等"),
    ("1.3.1 a dot", "(责任单位:县科协.县教育局)", "责任 县科协、县教育局"),
    ("1.3.1 marks and blanks", "(责任单位:县科协 、县教育局 、县妇联 )", "责任 县科协、县教育局、县妇联"),
    (
        "1.3.8 several persons",
        "责任单位：县科协 责任人：张三 李四 时限：6月底",
        "责任 县科协｜期限 6月底｜人 责任人:张三、责任人:李四",
    ),
    ("verbs: in charge and split", "市科协总牵头，市教育局、市科技局分头负责", "牵头 市科协｜责任 市教育局、市科技局"),
    (
        "verbs: leads by organising",
        "由市科协牵头组织实施，市教育局等相关部门协同推进。",
        "牵头 市科协｜责任 市教育局｜等",
    ),
    ("verbs: helps", "市科协牵头组织,市教育局协助实施", "牵头 市科协｜配合 市教育局"),
    (
        "verbs: support at the end",
        "市委政法委牵头负责；市公安局等单位协同配合；6月底前取得阶段性成效",
        "牵头 市委政法委｜配合 市公安局｜期限 6月底前取得阶段性成效｜等",
    ),
    ("labels: numbered leads", "第一牵头单位：市科协；第二牵头单位：市教育局", "牵头 市科协、市教育局"),
    ("labels: short ones", "牵头：县科协；配合：县教育局、县妇联", "牵头 县科协｜配合 县教育局、县妇联"),
    (
        "labels: host and helper",
        "主办单位：县科协；承办单位：县教育局；协办单位：县图书馆",
        "牵头 县科协｜责任 县教育局｜配合 县图书馆",
    ),
    (
        "labels: first and joint responsible",
        "第一责任单位：县科协；协同配合单位：县教育局",
        "牵头 县科协｜配合 县教育局",
    ),
    (
        "labels: main responsible",
        "主要责任单位：县科协；协同配合单位：县教育局、县财政局",
        "牵头 县科协｜配合 县教育局、县财政局",
    ),
    ("labels: about this task", "该项任务牵头单位：县科协", "牵头 县科协"),
    ("labels: 为", "牵头单位为县科协，责任单位为县教育局", "牵头 县科协｜责任 县教育局"),
]


@pytest.mark.parametrize(("text", "meaning"), [pytest.param(text, told_, id=name) for name, text, told_ in _WORDS])
def test_it_says_who_does_what(text: str, meaning: str) -> None:
    assert told(read_attribution(text)) == meaning
