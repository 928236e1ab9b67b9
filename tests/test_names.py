"""Names as texts: where a list is cut, what names nobody in particular, what an 等 leaves open."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.importers.attribution.group_words import is_group
from kepu_cli.names import GroupWord, group_word, normal, split_names, without_open_end
from tests.plans import EXAMPLES

_ORACLE = EXAMPLES.parent.parent.parent / "shared/data/attributions.jsonl"


@pytest.mark.parametrize("separator", ["、", "，", ",", "；", ";", "\n", "\r\n", "\t", "、 ", "，\n", " ", "\u3000"])
def test_every_separator_parts_two_names(separator: str) -> None:
    assert split_names(f"市教育局{separator}市科协") == ("市教育局", "市科协")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("、，;", (), id="separators only"),
        pytest.param("市科协", ("市科协",), id="one"),
        pytest.param("市科协。", ("市科协",), id="full stop"),
        pytest.param(" 市教育局 、 市科协 ", ("市教育局", "市科协"), id="blanks around"),
        pytest.param("市科协、市科协", ("市科协", "市科协"), id="repeats are kept"),
        pytest.param(
            "市交通委（市道运局、市港航局）、市科协", ("市交通委（市道运局、市港航局）", "市科协"), id="wide brackets"
        ),
        pytest.param("市政府办(市民宗局,市外办),市科协", ("市政府办(市民宗局,市外办)", "市科协"), id="ASCII brackets"),
        pytest.param("市教育局(市科协", ("市教育局(市科协",), id="bracket left open"),
        pytest.param(
            "政务和数据局、人力资源和社会保障局", ("政务和数据局", "人力资源和社会保障局"), id="和 parts nothing"
        ),
        pytest.param("各区、县级市，市教育局", ("各区、县级市", "市教育局"), id="各区、县级市"),
        pytest.param("各有关区、县级市", ("各有关区、县级市",), id="各有关区、县级市"),
        pytest.param("各县(市、区)政府、县科协", ("各县(市、区)政府", "县科协"), id="各县(市、区)政府"),
        pytest.param("各区、县(市)、市教育局", ("各区、县(市)", "市教育局"), id="各区、县(市)"),
        pytest.param(
            "各市（州）、县（市、区）政府、省科协", ("各市（州）、县（市、区）政府", "省科协"), id="各市（州）、县"
        ),
        pytest.param("各乡镇、街道、县科协", ("各乡镇、街道", "县科协"), id="各乡镇、街道"),
        pytest.param(
            "各乡镇人民政府、街道办事处，县科协", ("各乡镇人民政府、街道办事处", "县科协"), id="governments and offices"
        ),
        pytest.param("各镇、县教育局", ("各镇", "县教育局"), id="a bureau is no area"),
        pytest.param("无", (), id="none"),
        pytest.param("——", (), id="dash"),
        pytest.param("/", (), id="slash"),
        pytest.param("暂无", (), id="none yet"),
        pytest.param("市教育局、无", ("市教育局",), id="none after a name"),
        pytest.param("无锡市科协", ("无锡市科协",), id="a name that begins with none"),
        pytest.param(
            "Ministry of Education, Science Office", ("Ministry of Education", "Science Office"), id="English"
        ),
        pytest.param("俞 悦", ("俞 悦",), id="padded person"),
        pytest.param(
            "省保密局、密码管理局，省公安厅；各区", ("省保密局", "密码管理局", "省公安厅", "各区"), id="classes"
        ),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@given(st.lists(st.text("市县教育科协局团委", min_size=2, max_size=6)), st.sampled_from("、，,；;\n"))
def test_what_is_joined_is_split_again(names: list[str], separator: str) -> None:
    assert split_names(separator.join(names)) == tuple(names)


def test_names_of_real_plans_come_out_whole() -> None:
    if not _ORACLE.exists():
        pytest.skip("the collection of real attributions is not beside the project")
    cases = [json.loads(line) for line in _ORACLE.read_text("utf-8").splitlines()]
    whole = 0
    for case in cases:
        for line in case["text"].replace(":", "：").splitlines():
            label, colon, text = line.partition("：")
            expected = case["lead"] if label.startswith("牵头") else case["responsible"]
            if colon and label in ("牵头部门", "责任单位") and not case["groups"] and not case["expand"]:
                assert list(split_names(text)) == expected, case["id"]
                whole += 1
    assert whole >= 20


@pytest.mark.parametrize(
    ("written", "name", "is_open"),
    [
        pytest.param("市科协", "市科协", False, id="closed"),
        pytest.param("市科协等", "市科协", True, id="等"),
        pytest.param("市科协等。", "市科协", True, id="等 with a full stop"),
        pytest.param("市科协等单位", "市科协", True, id="等单位"),
        pytest.param("市科协等相关部门", "市科协", True, id="等相关部门"),
        pytest.param("市科协等36个部门", "市科协", True, id="等36个部门"),
        pytest.param("市科协等十个部门", "市科协", True, id="等十个部门"),
        pytest.param("市科协等国务院相关部门", "市科协", True, id="等国务院相关部门"),
        pytest.param("市科协等单位参加", "市科协", True, id="等单位参加"),
        pytest.param("等部门", "", True, id="nothing but 等部门"),
        pytest.param("高等教育局", "高等教育局", False, id="等 inside"),
        pytest.param("市平等委员会", "市平等委员会", False, id="等 before 委员会"),
    ],
)
def test_without_open_end(written: str, name: str, *, is_open: bool) -> None:
    assert without_open_end(written) == (name, is_open)


_WORDS = {
    GroupWord.MEMBERS: "各成员单位 全体成员单位 所有成员单位 其他成员单位 其他各成员单位 其余成员单位 成员单位 "
    "领导小组成员单位 领导小组各成员单位",
    GroupWord.VAGUE: "有关成员单位 各有关单位 各相关单位 县各有关单位 省有关部门 省各有关单位 市级各有关部门 "
    "行业主管部门 主管部门 职能部门 行业部门 "
    "州直相关单位 相关地区 各有关区、县级市 国务院相关部门 国务院相关部门和单位 临颍县有关单位 有关部门 等部门 等单位 "
    "有关学校 有关乡镇人民政府 有关科研院所 相关科室 有关县（市、区） 各有关乡镇（街道） 社会各界",
    GroupWord.CLASS: "区直各部门 各部门 各地区 各地级以上市人民政府 各区政府 各区、县级市 各县(市、区)政府 各区县市 "
    "各县市人民政府 各乡镇(街道) 各镇办 各街道 各镇街 各项目牵头单位 农口各单位 全区经济运行各专班 "
    "县直各单位 市各民主党派 县直单位 县直机关 市直属单位 示例县直属机关 市属企业 市属国有企业 省属高校 县级部门 "
    "直属单位 下属单位 派驻机构 二级单位 中央企业 群团组织 人民团体 新闻媒体 金融机构",
}


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in _WORDS.items() for word in words.split()])
def test_group_words(kind: GroupWord, word: str) -> None:
    assert group_word(word) is kind


@pytest.mark.parametrize("word", [word for words in _WORDS.values() for word in words.split() if "等" not in word])
def test_what_a_plan_may_call_a_group_is_one_in_a_notice_too(word: str) -> None:
    assert is_group(normal(word))


_BODIES = "县直机关工委 市级机关事务局 区直属机关工会 市直机关工会 "
_BODIES += "市教育局 高等教育局 市机关事务局 各界人士联合会 市科协 师古镇 市应急管理局 团市委 市相城区教育局 市委组织部"


@pytest.mark.parametrize("name", _BODIES.split())
def test_a_single_body_is_no_group(name: str) -> None:
    assert group_word(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("市科协", "市 科\u3000协", id="white space"),
        pytest.param("市科协", "市\u200b科协\ufeff", id="invisible"),
        pytest.param("各镇（街道）", "各镇(街道)", id="full width"),
        pytest.param("ＫＸ科协", "kx科协", id="case"),
        pytest.param("文化局", "⽂化局", id="radical"),
    ],
)
def test_normal_folds(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_normal_keeps_what_differs() -> None:
    assert normal("市科协") != normal("县科协")
