"""Keys as clerks type them: slips are told once and read as what was meant, doubles name both lines."""

from __future__ import annotations

import pytest

from kepu_cli.findings import Words
from kepu_cli.vocabulary import KIND_WORDS, VOCABULARY
from tests.plans import load, plan_of, told

_ACTION = "方案: 示例\n重点任务:\n  - 名称: 甲\n"


@pytest.mark.parametrize(
    ("line", "case", "meant"),
    [
        pytest.param("牵头单味: 市科协", "misspelt", "牵头单位", id="one wrong character"),
        pytest.param("牵头部们: 市科协", "misspelt", "牵头部门", id="slip in a second spelling"),
        pytest.param("牵头: 市科协", "misspelt", "牵头单位", id="cut short"),
        pytest.param("laed: 市科协", "misspelt", "lead", id="English letters swapped"),
        pytest.param("leads: 市科协", "misspelt", "lead", id="English plural"),
        pytest.param("Lead: 市科协", "misspelt", "lead", id="capital"),
        pytest.param("牵头 单位: 市科协", "invisible", "牵头单位", id="blank inside"),
        pytest.param("牵头单位\u3000: 市科协", "invisible-sign", "牵头单位", id="wide blank behind"),
        pytest.param("牵头\u200b单位: 市科协", "invisible-sign", "牵头单位", id="zero-width space"),
        pytest.param("ｌｅａｄ: 市科协", "invisible", "lead", id="full-width letters"),
    ],
)
def test_a_slip_is_one_flaw_and_read_as_meant(line: str, case: str, meant: str) -> None:
    loaded = load(_ACTION + f"    {line}\n    完成时限: 年底前\n")
    [flaw] = loaded.flaws
    assert told(flaw) == f"K004 {case} 4:5"
    assert {**flaw.facts, "key": line.partition(":")[0], "meant": meant} == flaw.facts
    assert flaw.path == ("actions", 0, line.partition(":")[0])
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ("市科协",)
    assert loaded.plan.actions[0].due == "年底前"


@pytest.mark.parametrize(
    "key", ["责任人员名单", "weather", "xyz", "进展情况", "资金", "a", "1", "每项任务牵头的单位是哪一个"]
)
def test_what_is_like_no_key_is_guessed_to_be_none(key: str) -> None:
    loaded = load(_ACTION + f"    {key}: 市科协\n")
    [flaw] = loaded.flaws
    assert told(flaw) == "K004 unknown 4:5"
    keys = flaw.facts["keys"]
    assert isinstance(keys, tuple)
    assert ("lead" if key.isascii() else "牵头单位") in keys
    assert loaded.plan is not None
    assert loaded.plan.actions[0].is_unassigned


@pytest.mark.parametrize(
    ("key", "homes"),
    [
        ("组长", ("领导小组", "the leading group")),
        ("head", ("领导小组", "the leading group")),
        ("系统", ("成员单位", "a member of the roster")),
    ],
)
def test_a_key_that_belongs_elsewhere(key: str, homes: tuple[str, str]) -> None:
    [flaw] = load(_ACTION + f"    {key}: 某某\n").flaws
    assert told(flaw) == "K004 misplaced 4:5"
    assert flaw.facts["homes"] == Words(*homes)


@pytest.mark.parametrize(
    ("first", "second", "case"),
    [
        pytest.param("牵头单位", "牵头单位", "same", id="the same"),
        pytest.param("lead", '"lead"', "same", id="quoted"),
        pytest.param("牵头单位", "lead", "synonym", id="both languages"),
        pytest.param("牵头部门", "牵头单位", "synonym", id="two spellings"),
    ],
)
def test_a_double_key_names_both_lines_and_the_first_counts(first: str, second: str, case: str) -> None:
    loaded = load(_ACTION + f"    {first}: 市科协\n    备注: 无\n    {second}: 市教育局\n")
    [flaw] = loaded.flaws
    assert told(flaw) == f"K003 {case} 6:5"
    assert (flaw.also and flaw.also.line, flaw.facts["line"]) == (4, 4)
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ("市科协",)


def test_an_empty_double_does_not_erase() -> None:
    loaded = load(_ACTION + "    职责: [办展览]\n    职责: []\n")
    assert [told(flaw) for flaw in loaded.flaws] == ["K003 same 5:5"]
    assert loaded.plan is not None
    assert [duty.text for duty in loaded.plan.actions[0].duties] == ["办展览"]


def test_doubles_among_the_clerks_own_keys() -> None:
    loaded = load(_ACTION + "    目标: {场次: 1, 人数: 5, 场次: 2}\n    xyz: 1\n    xyz: 2\n")
    assert [told(flaw) for flaw in loaded.flaws] == ["K004 unknown 5:5", "K003 same 6:5", "K003 same 4:24"]


@pytest.mark.parametrize(
    ("slip", "key"),
    [
        pytest.param("laed", "lead", id="a slip"),
        pytest.param("迁头单位", "lead", id="a slip in the other language"),
        pytest.param("牵头 单位", "牵头部门", id="a blank"),
        pytest.param("主责单位", "牵头单位", id="another form's word"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_slip_beside_the_right_key_names_its_line(slip: str, key: str, *, first: bool) -> None:
    lines = [f"    {slip}: 市教育局\n", f"    {key}: 市科协\n"]
    loaded = load(_ACTION + "".join(lines if first else lines[::-1]))
    [flaw] = loaded.flaws
    right, wrong = (5, 4) if first else (4, 5)
    assert told(flaw) == f"K004 standing {wrong}:5"
    assert flaw.facts == {"key": slip, "meant": key, "line": right}
    assert (flaw.also and flaw.also.line) == right
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ("市科协",)


def test_of_two_slips_for_one_key_the_second_is_told_to_join_the_first() -> None:
    loaded = load(_ACTION + "    laed: 市科协\n    leda: 市教育局\n")
    assert [told(flaw) for flaw in loaded.flaws] == ["K004 misspelt 4:5", "K004 standing 5:5"]
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ("市科协",)


@pytest.mark.parametrize(
    ("line", "case", "field", "meant"),
    [
        pytest.param("主责单位: 市科协", "synonym", "lead", "牵头单位", id="lead"),
        pytest.param("owner: 市科协", "synonym", "lead", "lead", id="in English"),
        pytest.param("departments: 市科协", "synonym", "responsible", "responsible", id="a key of another level"),
        pytest.param("成员单位: [市科协]", "synonym", "responsible", "责任单位", id="a list of names"),
        pytest.param("责任领导: 市科协", "person", "leader", "牵头领导", id="a person"),
        pytest.param("责任人: 市科协", "person", "leader", "牵头领导", id="never a department's key for a person"),
        pytest.param("实施时间: 市科协", "synonym", "due", "完成时限", id="due"),
        pytest.param("备注 说明: 市科协", "synonym", "remark", "备注", id="with a blank"),
    ],
)
def test_another_forms_word_is_read_as_what_it_means(line: str, case: str, field: str, meant: str) -> None:
    loaded = load(_ACTION + f"    {line}\n")
    [flaw] = loaded.flaws
    assert told(flaw) == f"K004 {case} 4:5"
    assert flaw.facts["meant"] == meant
    assert loaded.plan is not None
    assert getattr(loaded.plan.actions[0], field) in ("市科协", ("市科协",))


def test_what_is_only_to_be_kept_is_not_read() -> None:
    loaded = load(_ACTION + "    联系电话: 8888\n")
    [flaw] = loaded.flaws
    assert (told(flaw), flaw.facts["meant"]) == ("K004 own 4:5", "其他")
    assert loaded.plan is not None
    assert dict(loaded.plan.actions[0].extra) == {}


def test_a_roster_in_the_wrong_place_is_not_read_as_names() -> None:
    loaded = load(_ACTION + "    成员单位: [{名称: 市科协}]\n")
    [flaw] = loaded.flaws
    assert (told(flaw), flaw.facts["meant"]) == ("K004 misplaced-meant 4:5", "责任单位")
    assert loaded.plan is not None
    assert loaded.plan.actions[0].is_unassigned


def test_both_languages_mixed_read_the_same() -> None:
    chinese = plan_of(
        "方案: 示例\n重点任务:\n  - 名称: 甲\n    牵头单位: 市科协\n    职责: [{内容: 子, 完成时限: 年底}]\n"
    )
    mixed = plan_of(
        "title: 示例\nactions:\n  - name: 甲\n    牵头部门: [市科协]\n    duties: [{text: 子, 时限: 年底}]\n"
    )
    assert mixed == chinese


def test_nothing_written_is_not_there() -> None:
    plan = plan_of(
        "方案: 示例\n年度:\n地区: ~\n文号: null\n附件: ''\n重点任务:\n  - 名称: 甲\n    牵头单位:\n    职责:\n"
    )
    assert (plan.year, plan.region, plan.number, plan.annex) == (None, "", "", "")
    assert (plan.actions[0].lead, plan.actions[0].duties) == ((), ())


@pytest.mark.parametrize(
    "text", ["yes", "010", "3.10", "1:30", "2007-12", "0x1F", "1_000", "=", ".inf", "on", "2026-06-30"]
)
def test_every_text_stays_as_typed(text: str) -> None:
    plan = plan_of(f"方案: 示例\n重点任务:\n  - 编号: {text}\n    名称: {text}\n    其他: {{{text}: {text}}}\n")
    action = plan.actions[0]
    assert (action.id, action.name, dict(action.extra)) == (text, text, {text: text})


def test_every_kind_has_words() -> None:
    assert KIND_WORDS.keys() == VOCABULARY.keys()
