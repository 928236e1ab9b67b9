"""Every shape in which notices say who does what, one text a row; the number is that of the shape."""

from __future__ import annotations

import pytest

from kepu_cli.importers.attribution.read import cut_attribution, read_attribution
from tests.importers.attribution.telling import told

_SHAPES = [
    (
        "1 two lines",
        "牵头部门:县教育局\n责任单位:县委宣传部、县科协、团县委。",
        "牵头 县教育局｜责任 县委宣传部、县科协、团县委",
    ),
    (
        "1 an empty line between",
        "牵头部门：县委组织部、县农业农村局\n\n责任单位：县科协、县妇联。",
        "牵头 县委组织部、县农业农村局｜责任 县科协、县妇联",
    ),
    ("1 one lead and no more", "牵头部门:县财政局", "牵头 县财政局"),
    (
        "2 groups behind a comma",
        "牵头单位:区科协\n责任单位:区教育局,各街道、区直各部门",
        "牵头 区科协｜责任 区教育局、各街道*、区直各部门*",
    ),
    (
        "2 commas alone",
        "牵头单位:区科协\n责任单位:区教育局,区科技局,区卫健委",
        "牵头 区科协｜责任 区教育局、区科技局、区卫健委",
    ),
    (
        "3 chief lead",
        "总牵头部门:市科协。\n责任单位:市教育局、市文旅局、市总工会。",
        "牵头 市科协｜责任 市教育局、市文旅局、市总工会",
    ),
    ("3 chief lead, one line", "总牵头单位：州科协 责任单位：州教育局、州民委", "牵头 州科协｜责任 州教育局、州民委"),
    (
        "4 both labels, 。 between",
        "牵头单位:县农业农村局、县科协。责任单位:县教育局、县林业局。",
        "牵头 县农业农村局、县科协｜责任 县教育局、县林业局",
    ),
    (
        "4 three labels",
        "牵头单位：县科协。责任单位：县教育局。配合单位：县融媒体中心、各乡镇。",
        "牵头 县科协｜责任 县教育局｜配合 县融媒体中心、各乡镇*",
    ),
    (
        "4 the break between two labels is lost",
        "牵头部门:县教育局责任单位:县委宣传部、县科协",
        "牵头 县教育局｜责任 县委宣传部、县科协",
    ),
    ("5 responsible in brackets", "(责任单位:县科协、县教育局)", "责任 县科协、县教育局"),
    ("5 full width, 部门", "（责任部门：县民政局、县卫生健康局）", "责任 县民政局、县卫生健康局"),
    ("5 black brackets", "【责任单位：县科协、县教育局】", "责任 县科协、县教育局"),
    ("5 tortoise-shell brackets", "〔责任单位：县科协〕", "责任 县科协"),
    ("5 square brackets", "[责任单位:县科协、县妇联]", "责任 县科协、县妇联"),
    ("5 the label alone in brackets", "【责任单位】县科协、县教育局", "责任 县科协、县教育局"),
    ("5 one bracket lost", "(责任单位:县科协、县教育局", "责任 县科协、县教育局"),
    ("5 other noun", "（责任处室：科普部、学会部）", "责任 科普部、学会部"),
    (
        "5 with a due date",
        "（责任单位：县科协、县教育局；完成时限：2026年10月底前）",
        "责任 县科协、县教育局｜期限 2026年10月底前",
    ),
    (
        "6 lead and cooperating",
        "（牵头单位：市发展改革委，配合单位：市委组织部、市教育局，各区、县级市）",
        "牵头 市发展改革委｜配合 市委组织部、市教育局、各区、县级市*",
    ),
    ("6 only a group cooperates", "（牵头单位：市科协，配合单位：各区、县级市）", "牵头 市科协｜配合 各区、县级市*"),
    (
        "6 a district in the list",
        "（牵头单位：市委组织部，配合单位：市科协、市财政局、云岭区）",
        "牵头 市委组织部｜配合 市科协、市财政局、云岭区",
    ),
    (
        "6 the leads of projects",
        "（牵头单位：市委组织部，配合单位：各项目牵头单位）",
        "牵头 市委组织部｜配合 各项目牵头单位*",
    ),
    (
        "7 ; , and a due date",
        "(牵头单位:州科协;责任单位:州教育局、州科技局,各县市人民政府,6月底完成)",
        "牵头 州科协｜责任 州教育局、州科技局、各县市人民政府*｜期限 6月底完成",
    ),
    (
        "7 due in the year",
        "（牵头单位：州科协；责任单位：州教育局，年内见成效）",
        "牵头 州科协｜责任 州教育局｜期限 年内见成效",
    ),
    ("8 participating", "(县科技局、科协牵头,各成员单位参与)", "牵头 县科技局、县科协｜配合 各成员单位*"),
    ("8 taking part", "（县科协、县教育局牵头，有关成员单位参加）", "牵头 县科协、县教育局｜配合 有关成员单位*"),
    ("8 cooperating", "（县科协牵头，县教育局、团县委配合）", "牵头 县科协｜配合 县教育局、团县委"),
    ("8 one bracket in another", "由县科协牵头（县教育局配合）", "牵头 县科协｜配合 县教育局"),
    ("9 bare list", "(县科协、县总工会、团县委、县妇联)", "责任 县科协、县总工会、团县委、县妇联"),
    ("9 one name", "（县科协）", "责任 县科协"),
    (
        "9 bare list, full width",
        "（县委组织部、县人力社保局、县科协、县财政局）",
        "责任 县委组织部、县人力社保局、县科协、县财政局",
    ),
    ("10 one group", "(各成员单位)", "责任 各成员单位*"),
    ("10 a vague group", "（有关单位）", "责任 有关单位*"),
    (
        "11 in running words",
        "由县科协、县教育局牵头,县民政局、县妇联参加",
        "牵头 县科协、县教育局｜配合 县民政局、县妇联",
    ),
    ("11 one helper", "由县科协牵头,县教育局配合", "牵头 县科协｜配合 县教育局"),
    (
        "11 in brackets, with 等",
        "（由县文旅局牵头，县教育局、县科协等单位配合）",
        "牵头 县文旅局｜配合 县教育局、县科协｜等",
    ),
    (
        "12 分工",
        "分工:由省科协、科技厅牵头,省教育厅、农业农村厅、总工会、团省委、妇联参加。",
        "牵头 省科协、省科技厅｜配合 省教育厅、省农业农村厅、省总工会、团省委、省妇联",
    ),
    ("12 责任分工", "责任分工：县科协牵头，县教育局、县科技局按职责分工负责。", "牵头 县科协｜责任 县教育局、县科技局"),
    (
        "13 the verbs win over the label",
        "责任单位:由县文旅局、民政局、科技局、科协牵头,县教育局、卫健局等单位参加。",
        "牵头 县文旅局、县民政局、县科技局、县科协｜配合 县教育局、县卫健局｜等",
    ),
    (
        "13 a lead in a responsible label",
        "责任单位：县科协（牵头）、县教育局、县科技局",
        "牵头 县科协｜责任 县教育局、县科技局",
    ),
    ("13 joint duty in a lead label", "牵头单位：县科协、县教育局按职责分工负责", "责任 县科协、县教育局"),
    (
        "14 together with",
        "由县科技局会同县委组织部、县教育局、县科协等单位共同推进",
        "牵头 县科技局｜配合 县委组织部、县教育局、县科协｜等",
    ),
    ("14 together with, short", "县教育局会同县科协负责", "牵头 县教育局｜配合 县科协"),
    ("14 together with, behind a lead", "县教育局牵头，会同县科协、县妇联落实", "牵头 县教育局｜配合 县科协、县妇联"),
    (
        "15 会同 without a comma",
        "牵头单位:州农业农村局。责任单位:州教育局、州林业局、州妇联会同州委组织部、州委宣传部。",
        "牵头 州农业农村局｜责任 州教育局、州林业局、州妇联｜配合 州委组织部、州委宣传部",
    ),
    ("16 会", "科普处会办公室", "牵头 科普处｜配合 办公室"),
    ("16 会 in a longer list", "规划处、科普处会人事处", "牵头 规划处、科普处｜配合 人事处"),
    ("17 leads", "省工业和信息化厅牵头", "牵头 省工业和信息化厅"),
    ("17 leads and is responsible", "县科协牵头负责", "牵头 县科协"),
    ("17 is responsible", "县教育局负责", "责任 县教育局"),
    (
        "17 leads by another word",
        "县科协主办，县教育局承办，县融媒体中心协办",
        "牵头 县科协｜责任 县教育局｜配合 县融媒体中心",
    ),
    ("18 lead and joint duty", "省科协牵头，省教育厅、科技厅按职责分工负责", "牵头 省科协｜责任 省教育厅、省科技厅"),
    ("18 lead, one with 等", "省数据局牵头，省国资委等单位按职责分工负责", "牵头 省数据局｜责任 省国资委｜等"),
    ("19 joint duty", "省科协、省教育厅、省科技厅按职责分工负责", "责任 省科协、省教育厅、省科技厅"),
    ("19 each its own duty", "县科协、县教育局按照各自职责抓好落实", "责任 县科协、县教育局"),
    (
        "19 with 和 in a name",
        "省工业和信息化厅、人力资源和社会保障厅、政务和数据局按职责分工负责",
        "责任 省工业和信息化厅、省人力资源和社会保障厅、省政务和数据局",
    ),
    (
        "20 examples and groups",
        "自然资源部牵头，住房城乡建设部等国务院相关部门及各地区按职责分工负责",
        "牵头 自然资源部｜责任 住房城乡建设部、国务院相关部门*、各地区*｜等",
    ),
    (
        "20 及 before a group",
        "市教育局牵头，市级各有关部门及各县市区政府按职责分工负责",
        "牵头 市教育局｜责任 市级各有关部门*、各县市区政府*",
    ),
    (
        "20 departments and units",
        "国务院办公厅牵头，国务院相关部门和单位及各地区按职责分工负责",
        "牵头 国务院办公厅｜责任 国务院相关部门和单位*、各地区*",
    ),
    (
        "21 groups in the second clause",
        "省科协、教育厅按职责分工负责，各地级以上市人民政府结合实际落实",
        "责任 省科协、省教育厅、各地级以上市人民政府*",
    ),
    (
        "21 groups carry out",
        "省科协、省教育厅负责，各市、县（市、区）人民政府组织实施",
        "责任 省科协、省教育厅、各市、县（市、区）人民政府*",
    ),
    (
        "22 等 and 落实",
        "省委网信办、省教育厅、省卫生健康委等按职责分工落实",
        "责任 省委网信办、省教育厅、省卫生健康委｜等",
    ),
    (
        "23 ; before groups",
        "（责任单位：市交通委（市道运局）、市农业农村委、市通信管理局等；各区政府）",
        "责任 市交通委（市道运局）、市农业农村委、市通信管理局、各区政府*｜等",
    ),
    (
        "24 key and value",
        "主管领导:王建国 责任单位:市教育局 主要责任人:李四 进度安排:6月底前完成",
        "责任 市教育局｜期限 6月底前完成｜人 主管领导:王建国、主要责任人:李四",
    ),
    (
        "24 two milestones",
        "責任單位:市教育局\n主要責任人:王強\n進度安排:6月底前,建成10所、六縣(市)開工4所;12月底前全部開工。",
        "责任 市教育局｜期限 6月底前,建成10所、六縣(市)開工4所;12月底前全部開工｜人 主要責任人:王強",
    ),
    (
        "24 more labels",
        "牵头领导：副县长王建国；牵头单位：县科协；联系人：李四；完成时限：全年",
        "牵头 县科协｜期限 全年｜人 牵头领导:副县长王建国、联系人:李四",
    ),
    (
        "25 two sentences",
        "由县科协、县妇联牵头,负责协调推动方案的落实。县委宣传部、县教育局、县气象局作为成员单位,参与实施。",
        "牵头 县科协、县妇联｜配合 县委宣传部、县教育局、县气象局",
    ),
    (
        "25 lead and responsible units",
        "县科协、县教育局为牵头单位，县妇联、团县委为责任单位",
        "牵头 县科协、县教育局｜责任 县妇联、团县委",
    ),
    ("26 a row with tabs", "81\t王 强\t县教育局\t县各有关单位", "牵头 县教育局｜责任 县各有关单位*｜人 :王强"),
    (
        "26 a row with two glued persons",
        "82\t陆 川周 彤\t县教育局\t县各有关单位",
        "牵头 县教育局｜责任 县各有关单位*｜人 :陆川、:周彤",
    ),
    (
        "26 a row with a date and a place",
        "3 科技活动周启动仪式 5月19日 云岭县 市委宣传部、市科技局、科协、农口各单位、云岭县有关单位",
        "责任 市委宣传部、市科技局、市科协、农口各单位*、云岭县有关单位*｜期限 5月19日",
    ),
    ("26 labels in a row", "牵头单位\t县科协\t责任单位\t县教育局", "牵头 县科协｜责任 县教育局"),
    ("27 the label tells who leads", "责任单位(排第一的为牵头单位)：县科协、县教育局", "牵头 县科协｜责任 县教育局"),
    (
        "27 a note behind the list",
        "责任单位：县教育局、县科技局、县科协（排名第一的为牵头单位）",
        "牵头 县教育局｜责任 县科技局、县科协",
    ),
    ("27 a star", "（责任单位：★县科协、县教育局）", "牵头 县科协｜责任 县教育局"),
]
# Rows of tables and single bodies without a bracket are nothing that a paragraph would be cut for.
_NO_PARAGRAPHS = ("16", "26")


@pytest.mark.parametrize(("text", "meaning"), [pytest.param(text, told_, id=name) for name, text, told_ in _SHAPES])
def test_a_shape_says_who_does_what(text: str, meaning: str) -> None:
    assert told(read_attribution(text)) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [pytest.param(text, told_, id=name) for name, text, told_ in _SHAPES if not name.startswith(_NO_PARAGRAPHS)],
)
def test_a_paragraph_that_is_one_is_cut_whole(text: str, meaning: str) -> None:
    cut = cut_attribution(text)
    assert cut is not None
    assert (cut.before, cut.written, cut.after) == ("", text, "")
    assert told(cut.attribution) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [pytest.param(text, told_, id=name) for name, text, told_ in _SHAPES if "\t" not in text and text[0] in "(（【〔["],
)
def test_a_bracket_behind_a_measure_is_cut_off(text: str, meaning: str) -> None:
    cut = cut_attribution(f"组织开展科普活动。{text}")
    assert cut is not None
    assert (cut.before, cut.written) == ("组织开展科普活动。", text)
    assert told(cut.attribution) == meaning
