"""Where an attribution stands in a paragraph, and what ordinary prose is left alone."""

from __future__ import annotations

import pytest

from kepu_cli.importers.attribution.read import cut_attribution, read_attribution
from tests.importers.attribution.telling import told

_CUTS = [
    ("bracket behind 。", "组织科普大赛。", "(县科协、县教育局)", ""),
    ("bracket before 。", "组织科普大赛", "（县科协牵头，县教育局配合）", "。"),
    ("bracket and blank", "组织科普大赛。 ", "（责任单位：县科协）", " "),
    ("black bracket", "组织科普大赛。", "【责任单位：县科协】", ""),
    ("tortoise-shell bracket", "组织科普大赛。", "〔县科协牵头〕", ""),
    ("names with brackets inside", "改善交通。", "（责任单位：市交通委（市道运局）、市科协等；各区政府）", ""),
    ("ordinary bracket before it", "开展科普活动（含网上）。", "（县科协）", ""),
    ("ordinary bracket behind it", "组织科普大赛。", "（县科协牵头，团县委配合）", "报名费全免（试行）。"),
    ("two brackets", "组织科普大赛。", "(县科协牵头)(2026年6月底前完成)", ""),
    ("the last of two measures", "一、组织大赛（县教育局）；二、举办讲座", "（县科协）", "。"),
    ("due alone", "建成科普馆", "（2026年6月底前完成）", "。"),
    ("labelled due in brackets", "建成科普馆。", "（完成时限：2026年6月）", ""),
    ("group alone", "学习宣传有关文件。", "(各成员单位)", ""),
    ("labelled sentence", "组织科普大赛。", "责任单位：县科协、县教育局。", ""),
    ("labelled clause", "组织科普大赛，", "责任单位：县科协", ""),
    ("labelled sentences", "组织大赛。", "牵头单位：县科协；责任单位：县教育局。完成时限：9月底前。", ""),
    ("labelled lines", "组织科普大赛\n", "牵头单位：县科协\n责任单位：县教育局", ""),
    ("labelled lines and more text", "组织大赛。\n", "责任单位：县科协", "\n报名的具体办法另行通知。"),
    ("a number before the label", "（三）", "责任单位：县科协、县教育局", ""),
    ("a bullet before the label", "——", "责任单位：县科协", ""),
    ("分工 behind the measure", "组织科普大赛。", "分工：由县科协牵头，县教育局参加。", ""),
    ("由 in running words", "组织大赛，", "由县科协牵头，县教育局、团县委配合。", ""),
    ("由 in the middle", "该项工作", "由县科技局会同县委组织部、县科协等单位共同推进。", "为此提出如下方案。"),
    ("a lead's clause", "组织科普大赛，", "县科协牵头，县教育局配合。", ""),
    ("joint duty", "建设科普场馆。", "县发展改革委、县科协按职责分工负责。", ""),
    ("duty and groups", "建设场馆。", "省科协牵头，省教育厅负责，各市、县（市、区）人民政府抓好落实。", ""),
    ("row with tabs", "80\t组织科普大赛\t", "县教育局\t县各有关单位", ""),
    ("row with blanks", "3 组织科普大赛 5月19日 云岭县 ", "县科协、教育局、妇联", ""),
    ("traditional", "組織科普大賽。", "（縣科協牽頭，縣教育局配合）", ""),
]  # fmt: skip


@pytest.mark.parametrize(("before", "written", "after"), [pytest.param(*parts, id=name) for name, *parts in _CUTS])
def test_it_is_cut_where_it_stands(before: str, written: str, after: str) -> None:
    cut = cut_attribution(before + written + after)
    assert cut is not None
    assert (cut.before, cut.written, cut.after) == (before, written, after)
    assert cut.attribution.names or cut.attribution.due
    assert told(cut.attribution) == told(read_attribution(written))


_PROSE = [
    "关于印发实施方案的通知（试行）",
    "开展科普活动（含网上）。",
    "全民科学素质行动（2021—2025年）",
    "制定行动计划纲要(20xx—20xx—20xx年)",
    "成立领导小组（以下简称领导小组）",
    "办公室设在市科学技术协会（市科协）。",
    "召开座谈会（邀请专家学者）。",
    "推进学校、科普基地（场馆）建设。",
    "各级科协党组（党委）要认真落实。",
    "以新时代文明实践中心（所、站）为阵地。",
    "1.计划申报阶段（每年1-3月）。各单位制定创建方案。",
    "开展竞赛（含初赛、复赛）。",
    "（一）加强组织领导",
    "各单位负责本单位此项工作的领导和具体实施。",
    "县委宣传部、教育局通过在学校中开展“爱科学”活动，引导学生讨论。",
    "县科协、县农业局、团县委等36个部门,积极开展“四下乡”活动。",
    "由街道科协、社区、科普基地提出创建计划。",
    "由领导小组办公室拟定工作方案,多种方式动员全民参与。",
    "牵头部门要按照纲要提出的任务和职责分工,会同责任单位以外的有关部门,积极参与实施工作。",
    "各成员单位要按照职责分工，各负其责，密切配合。",
    "构建政府主导、部门协作、社会参与的工作格局。",
    "坚持政府推动、全民参与。",
    "每年各成员单位应向领导小组办公室书面汇报当年的实施情况。",
    "成员单位：县委组织部、县教育局、县科协。",
    "组长：张三（县长）副组长：李四（县科协主席）",
    "联合人力社保局开展各种形式的技能培训。",
    "（二）会同科技部做好新闻发布",
    "各乡镇人民政府，县政府各部门：",
    "抄送：县委办公室、县人大办。",
    "示例县科学技术协会",
    "时间:2023-09-07 18:14:58 作者:紫衣",
    "联系人：张三 电话：12345678",
    "县教育局积极推进新科学课程全面实施。",
    "压实责任：各单位要加强领导。",
    "明确责任单位，落实牵头领导，强化完成时限。",
    "每项任务的牵头单位会同责任单位制定具体的实施方案。",
    "加强与高校、科研院所合作（如省农科院）。",
    "责任单位：",
    "",
    "　",
    "（）",
]


@pytest.mark.parametrize("text", _PROSE)
def test_prose_is_left_alone(text: str) -> None:
    assert cut_attribution(text) is None


def test_brackets_are_cut_one_after_another() -> None:
    text = "举办讲座（县科协）。组织大赛（县教育局牵头）。开展巡展。（各乡镇）"
    found = []
    while (cut := cut_attribution(text)) is not None:
        found.append(cut.written)
        text = cut.before
    assert found == ["（各乡镇）", "（县教育局牵头）", "（县科协）"]
