"""Whole documents as counties write and copy them: what becomes of each, as an outline that can be read by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Paragraph
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.structure.read import read_structure
from tests.importers.attribution.telling import told
from tests.importers.structure.documents import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan, Reading


def _read(text: str, file: str = "方案.txt") -> Reading:
    return read_structure(read_document(text.encode(), file))


def _outline(plan: DraftPlan) -> list[str]:
    return [line for action in plan.actions for line in _lines(action)]


def _lines(action: DraftItem) -> Iterator[str]:
    yield _line(action)
    for duty in getattr(action, "duties", ()):
        yield "  " + _line(duty)


def _line(item: DraftItem) -> str:
    said = " ".join(filter(None, map(told, item.attributions)))
    return " ".join(filter(None, (item.number, item.text, f"<{said}>" if said else "", "?" * len(item.doubts))))


_NO_NUMBERS = """示例市科普“十百千”工程实施方案
工作目标
到2026年底，建成科普基地100个。
建设科普场馆
推进市科技馆二期建设，年内完成主体工程。
牵头单位：市科协
责任单位：市发改委、市财政局
壮大科普队伍
组建百支科普志愿服务队。
牵头单位：团市委
责任单位：各成员单位
工作要求
各单位要高度重视，抓好落实。"""
_COMMA_FOR_DOT = """临江镇2026年重点工作责任分解表
（一）农业农村
1、粮食播种面积稳定在2.1万亩。责任单位：镇农业农村办、各村；责任领导：张建国
(二)平安建设
2，排查化解矛盾纠纷。责任单位：镇综治中心、派出所；责任领导：刘 洋
3．开展反诈宣传，入户率达到100％。责任单位：派出所、各村（社区）"""
_MONTHS = """云岭市教育局2026年科学教育工作安排
一、三月：召开科学教育会议。(基教科)
二、四月：举办教师培训班。（人事科、教师发展中心）
三、五月：开展进校园活动。（基教科牵头，各学校配合）
联系人：王丽，电话：0571-88888888"""
_SECTIONS = """石桥县创建科普示范县实施方案
一、创建任务
(一)完善组织体系
1、健全三级科协组织。
2、组建志愿服务队伍。
分工：由县科协牵头，县委组织部、各乡镇（街道）参加。
(二)强化经费投入
1、科普经费人均不低于2元。
分工：由县财政局负责。
二、实施步骤
（一）动员部署阶段（2026年4月—5月）。制定方案，召开动员会。
（二）迎检验收阶段（2026年7月—12月）。整理资料，迎接检查。"""
_BY_DEPARTMENT = """各部门任务清单
县科协：
1.举办全国科普日活动；
2.组织科普大篷车下乡12场。
县教育局：
1.开齐开足科学课程；
2.举办青少年科技创新大赛。"""
_POINTS = """2026年示例县科普工作要点
一、聚焦重点人群
（一）提升青少年科学素质。一是开展“科学家进校园”（县科协、县教育局）。二是举办大赛（县教育局）。
（二）建强志愿服务队。★县科协、团县委
二、建设阵地
（三）推进科技馆建设。责任单位：县科协、县文旅集团"""
_LOST_HEADING = """示例县2026年科普工作方案
一、重点任务
（一）青少年科学素质行动
1.开展科普进校园活动。
2.举办科技创新大赛。
牵头单位：县教育局
责任单位：县科协
1.建设农村科普e站。
2.开展农民技能培训。
牵头单位：县农业农村局
责任单位：县科协
（三）老年人科学素质行动
1.开设智慧助老课堂。
2.举办健康讲座。
牵头单位：县民政局
责任单位：县卫健局"""
_LOST_HEADING_AND_DUTIES = """示例县2026年科普工作方案
一、重点任务
（一）青少年科学素质行动
1.开展科普进校园活动。（县教育局）
2.举办科技创新大赛。（县科协）
牵头单位：县农业农村局
责任单位：县科协
（三）老年人科学素质行动
1.开设智慧助老课堂。（县民政局）
2.举办健康讲座。（县卫健局）"""
_STARS = """2026年营商环境工作任务
1.推进一网通办。★县政务服务局、县数据局
2.建立投诉平台。★县营商局、县司法局"""


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        pytest.param(
            _NO_NUMBERS,
            [
                "建设科普场馆 <牵头 市科协 责任 市发改委、市财政局>",
                "  推进市科技馆二期建设，年内完成主体工程。",
                "壮大科普队伍 <牵头 团市委 责任 各成员单位*>",
                "  组建百支科普志愿服务队。",
            ],
            id="headings, texts and labels without a number",
        ),
        pytest.param(
            _COMMA_FOR_DOT,
            [
                "一 农业农村",
                "  1 粮食播种面积稳定在2.1万亩。 <责任 镇农业农村办、各村*｜人 责任领导:张建国>",
                "二 平安建设",
                "  2 排查化解矛盾纠纷。 <责任 镇综治中心、派出所｜人 责任领导:刘洋>",
                "  3 开展反诈宣传，入户率达到100％。 <责任 派出所、各村（社区）*>",
            ],
            id="a comma behind a number",
        ),
        pytest.param(
            _MONTHS,
            [
                "一 三月：召开科学教育会议 <责任 基教科>",
                "二 四月：举办教师培训班 <责任 人事科、市教师发展中心>",
                "三 五月：开展进校园活动 <牵头 基教科｜配合 各学校*>",
            ],
            id="months behind numbers, offices in brackets",
        ),
        pytest.param(
            _SECTIONS,
            [
                "一 完善组织体系 <牵头 县科协｜配合 县委组织部、各乡镇（街道）*>",
                "  1 健全三级科协组织。",
                "  2 组建志愿服务队伍。",
                "二 强化经费投入 <责任 县财政局>",
                "  1 科普经费人均不低于2元。",
            ],
            id="分工 below one measure as below several",
        ),
        pytest.param(
            _BY_DEPARTMENT,
            [
                "县科协 <责任 县科协> ?",
                "  1 举办全国科普日活动",
                "  2 组织科普大篷车下乡12场。",
                "县教育局 <责任 县教育局> ?",
                "  1 开齐开足科学课程",
                "  2 举办青少年科技创新大赛。",
            ],
            id="a list by department",
        ),
        pytest.param(
            _POINTS,
            [
                "一 聚焦重点人群",
                "  一 提升青少年科学素质。一是开展“科学家进校园” <责任 县科协、县教育局>",
                "  二是举办大赛。 <责任 县教育局> ?",
                "  二 建强志愿服务队。 <牵头 县科协｜责任 团县委>",
                "二 建设阵地",
                "  三 推进科技馆建设。 <责任 县科协、县文旅集团>",
            ],
            id="points with departments of their own",
        ),
        pytest.param(
            _LOST_HEADING,
            [
                "一 青少年科学素质行动 <牵头 县教育局 责任 县科协>",
                "  1 开展科普进校园活动。",
                "  2 举办科技创新大赛。",
                "<牵头 县农业农村局 责任 县科协> ?",
                "  1 建设农村科普e站。",
                "  2 开展农民技能培训。",
                "三 老年人科学素质行动 <牵头 县民政局 责任 县卫健局>",
                "  1 开设智慧助老课堂。",
                "  2 举办健康讲座。",
            ],
            id="a lost heading: its measures go with its departments",
        ),
        pytest.param(
            _LOST_HEADING_AND_DUTIES,
            [
                "一 青少年科学素质行动",
                "  1 开展科普进校园活动。 <责任 县教育局>",
                "  2 举办科技创新大赛。 <责任 县科协>",
                "<牵头 县农业农村局 责任 县科协> ?",
                "三 老年人科学素质行动",
                "  1 开设智慧助老课堂。 <责任 县民政局>",
                "  2 举办健康讲座。 <责任 县卫健局>",
            ],
            id="a lost heading: only its departments are left",
        ),
        pytest.param(
            _STARS,
            [
                "1 推进一网通办 <牵头 县政务服务局｜责任 县数据局>",
                "2 建立投诉平台 <牵头 县营商局｜责任 县司法局>",
            ],
            id="stars",
        ),
    ],
)
def test_a_document_becomes_its_plan(text: str, outline: list[str]) -> None:
    (plan,) = _read(text).plans
    assert _outline(plan) == outline
    assert plan.title == text.partition("\n")[0]


def test_departments_below_a_duty_are_told_where_no_number_is_missing() -> None:
    (plan,) = _read(_LOST_HEADING_AND_DUTIES.replace("（三）", "（二）")).plans
    assert _outline(plan)[2] == "  2 举办科技创新大赛。 <责任 县科协 牵头 县农业农村局 责任 县科协> ?"


def test_a_list_that_is_copied_twice_is_one() -> None:
    tasks = "1．普及应急知识。\n责任单位：县应急局\n2．建设科普馆。\n责任单位：县科协\n"
    (plan,) = _read("示例县科普工作若干措施\n" + tasks * 2).plans
    assert _outline(plan) == ["1 普及应急知识 <责任 县应急局>", "2 建设科普馆 <责任 县科协>"]
    assert any("又写了一遍" in note.in_(Lang.ZH) for note in plan.notes)
    assert len(plan.repeated) >= 4


def test_a_heading_above_several_plans_is_none_of_them() -> None:
    first, second = "示例县2025年工作计划", "示例县2026年工作计划"
    text = f"# 汇编\n\n## {first}\n\n一、开展培训（县科协）\n\n## {second}\n\n一、开展巡讲（县科协）\n"
    reading = _read(text, "汇编.md")
    assert [plan.title for plan in reading.plans] == [first, second]
    assert [_outline(plan) for plan in reading.plans] == [["一 开展培训 <责任 县科协>"], ["一 开展巡讲 <责任 县科协>"]]
    assert [each.text for each in reading.plans[0].leftovers] == ["汇编"]


def test_a_footnote_is_left_over() -> None:
    note = Paragraph("责任单位：县妇联", place(9), "1", aside=True)
    blocks = (*read_document(_STARS.encode(), "方案.txt").blocks, note)
    reading = read_structure(Document("方案.docx", blocks))
    assert [len(plan.actions) for plan in reading.plans] == [2]
    assert "1责任单位：县妇联" in [each.text for each in reading.leftovers]


def test_departments_in_sentences_are_pointed_out() -> None:
    text = "示例县科普工作总结\n一、农民素质\n县农业农村局积极推进培训。\n二、青少年素质\n县教育局认真开展活动。\n"
    (plan,) = _read(text).plans
    (said,) = [note.in_(Lang.ZH) for note in plan.notes if "单位" in note.in_(Lang.ZH)]
    assert said == "有 2 处没有单列单位，单位写在句子里（如第 3 行的“县农业农村局”），没有算作分工，请对照着补上"
