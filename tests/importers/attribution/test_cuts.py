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
    ("a call before the leads", "加强督查，", "县纪委监委牵头，县委督查室按职责分工负责", ""),
    ("a village is no body", "送科技下乡", "（县农业农村局）", ""),
    ("a building is no office", "改造提升县科技馆", "（县科协）", ""),
    ("a station is no office", "支持企业建立院士工作站", "（县科协）", ""),
    ("a list with a star", "建立投诉平台。", "★县营商局、县司法局", ""),
    ("a list behind 。", "开展志愿服务。", "县委宣传部、县科协、团县委。", ""),
    ("a short sentence", "开展志愿服务。", "县科协负责。", ""),
    ("the measure goes on", "创建科普示范县", "（县科协牵头，各成员单位配合）", "，完善基层组织。"),
    ("a labelled bracket, the measure goes on", "建设阵地", "（责任单位：县科协，各乡镇）", "，力争年底前建成3个。"),
    ("a month in a bracket of its own", "举办科普日。", "（责任领导：李强；责任单位：县科协）（9月）", ""),
    ("a strange word in a bracket", "改造场馆", "（县科协、县少年天地、县教育局）", ""),
    ("a milestone behind the lead", "整治河道", "（县水利局牵头，2026年汛期前完成清淤）", "。"),
    ("offices without a level", "办好服务", "（党政综合办、社会事务办）", "。"),
    ("one office", "召开会议。", "(基教科)", ""),
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
    "全面落实科学素质纲要，促进科普事业与产业协调发展。",
    "加强科普队伍建设（专职、兼职）。",
    "举办“科普进校园”活动（小学、中学）。",
    "推动图书馆、博物馆、文化馆（站）开展科普服务。",
    "建立科普联席会议制度，定期研究解决重大问题。",
    "各级党委和政府要把科普工作纳入重要议事日程。",
    "加快推进县科技馆建设，力争2026年投入使用。",
    "实施科技志愿服务项目（全年不少于10场）。",
    "活动地点：县文化广场、县科技馆、各乡镇文化站。",
    "参加人员：县委组织部、县科协、县教育局负责同志。",
    "县委常委会会议、县政府常务会议专题研究。",
    "报送单位：示例县科学技术协会",
    "主送：各乡镇人民政府，县政府各部门",
    "示例县人民政府办公室　2025年3月5日印发",
    "示例县全民科学素质工作领导小组办公室",
    "附件：示例县2025年科普工作任务分解表",
    "创新“互联网+科普”方式，依托“科普中国”平台推送内容。",
    "支持有条件的企业（园区）设立科普场所。",
    "深化校企合作，联合高校、科研院所开展攻关。",
    "一是加强组织领导，落实责任单位。",
    "完善“政府推动、部门协作、社会参与”的机制。",
    "会议由县科协主席主持。",
    "请各单位于6月底前将总结报送县科协。",
    "请于每月25日前报县科协。",
    "本方案由县科协负责解释。",
    "县科协负责收集汇总各单位信息，及时编发简报。",
    "充分发挥学会、协会、研究会作用。",
    "领导小组下设办公室，办公室设在县科协。",
    "加大对基层（乡镇、村）的支持力度。",
    "评选优秀科普作品（图书、视频）。",
    "完善县科技馆（县青少年活动中心）",
    "加强与科技局（县科协）的沟通。",
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
