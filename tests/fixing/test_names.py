"""A name becomes another one, or goes, in every way that a list can be written; the rest stays to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Finding, Fix, Place, Severity, Words, say
from kepu_cli.fixing.names import name_edits
from kepu_cli.fixing.tidy import fix
from kepu_cli.loading.load import load_bytes
from tests.fixing.samples import HEAD, action, fixed, tidied
from tests.plans import NOWHERE

if TYPE_CHECKING:
    import pathlib

    from kepu_cli.findings import Path

_RESPELT = {
    "text": ("责任单位: 教育局、县妇联\n", "责任单位: 县教育局、县妇联\n"),
    "open-end": ("责任单位: 县妇联、教育局等单位\n", "责任单位: 县妇联、县教育局等单位\n"),
    "comment": ("责任单位: 教育局   # 教育局，原文\n", "责任单位: 县教育局   # 教育局，原文\n"),
    "part-of-another": ("责任单位: 教育局工会、教育局\n", "责任单位: 教育局工会、县教育局\n"),
    "double-quoted": ('责任单位: "教育局,县妇联"\n', '责任单位: "县教育局,县妇联"\n'),
    "single-quoted": ("责任单位: '县妇联； 教育局'\n", "责任单位: '县妇联； 县教育局'\n"),
    "flow-list": ("责任单位: [ 教育局,县妇联 ]\n", "责任单位: [ 县教育局,县妇联 ]\n"),
    "flow-list-quoted": ('责任单位: ["教育局", 县妇联]\n', '责任单位: ["县教育局", 县妇联]\n'),
    "two-to-an-item": ("责任单位: [县妇联、教育局, 县科协]\n", "责任单位: [县妇联、县教育局, 县科协]\n"),
    "block-list": (
        "责任单位:\n  - 县妇联\n  # 教育局\n  - 教育局  # 注\n",
        "责任单位:\n  - 县妇联\n  # 教育局\n  - 县教育局  # 注\n",
    ),
    "literal": (
        "责任单位: |  # 教育局\n  县妇联\n  教育局\n",
        "责任单位: |  # 教育局\n  县妇联\n  县教育局\n",
    ),
    "folded": ("责任单位: >-\n  县妇联、\n  教育局、\n", "责任单位: >-\n  县妇联、\n  县教育局、\n"),
    "plain-over-lines": ("责任单位: 县妇联、\n  教育局\n", "责任单位: 县妇联、\n  县教育局\n"),
    "no-list-item": ("责任单位: 无、教育局\n", "责任单位: 无、县教育局\n"),
    "english-key": ("responsible: 教育局\n", "responsible: 县教育局\n"),
    "duty": ("职责:\n  - {内容: 做, 牵头单位: 教育局}\n", "职责:\n  - {内容: 做, 牵头单位: 县教育局}\n"),
    "former": ("责任单位: 县人事局、县妇联\n", "责任单位: 县人社局、县妇联\n"),
    "two-become-one": ("责任单位: 县人事局、县劳动局、县妇联\n", "责任单位: 县人社局、县妇联\n"),
    "escaped": ('责任单位: "\\u6559育局、教育局"\n', '责任单位: "\\u6559育局、教育局"\n'),
    "quote-in-quotes": ("责任单位: '教育局、''五一''办'\n", "责任单位: '教育局、''五一''办'\n"),
    "office-in-brackets": ("责任单位: 县科协（科普部）\n", "责任单位: 县科协（科普部）\n"),
    "before-the-brackets": ("责任单位: 教育局（督导室）、县妇联\n", "责任单位: 县教育局（督导室）、县妇联\n"),
}


@pytest.mark.parametrize(("before", "after"), _RESPELT.values(), ids=_RESPELT)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_spelling(before: str, after: str, ending: str) -> None:
    before, after = (action(text).replace("\n", ending) for text in (before, after))
    assert fixed(before) == after
    assert tidied(before) == after


_TAKEN_OUT = {
    "first": ("责任单位: 县科协、县妇联", "责任单位: 县妇联"),
    "middle": ("责任单位: 县妇联、县科协；县人社局", "责任单位: 县妇联；县人社局"),
    "last": ("责任单位: 县妇联, 县科协  # 注", "责任单位: 县妇联  # 注"),
    "before-a-full-stop": ("责任单位: 县妇联、县科协。", "责任单位: 县妇联。"),
    "open-end-stays": ("责任单位: 县妇联、县科协等单位", "责任单位: 县妇联等单位"),
    "open-end-alone": ("责任单位: 县科协等单位", None),
    "open-end-first": ("责任单位: 县科协等、县妇联", None),
    "quoted": ('责任单位: "县科协、县妇联"', '责任单位: "县妇联"'),
    "alone": ("责任单位: 县科协\n完成时限: 年底前", "责任单位:\n完成时限: 年底前"),
    "alone-with-comment": ("责任单位: 县科协   # 注", "责任单位:   # 注"),
    "alone-quoted": ("责任单位: '县科协'", "责任单位:"),
    "alone-below": ("责任单位:\n  县科协\n完成时限: 年底前", "责任单位:\n完成时限: 年底前"),
    "alone-below-with-comment": ("责任单位:\n  县科协  # 注", "责任单位:\n  # 注"),
    "alone-in-a-block": ("责任单位: |-  # 注\n  县科协\n完成时限: 年底前", "责任单位:  # 注\n完成时限: 年底前"),
    "alone-beside-none": ("责任单位: 无、县科协", None),
    "literal": ("责任单位: |\n  县妇联\n  县科协\n  县人社局", "责任单位: |\n  县妇联\n  县人社局"),
    "over-lines": ("责任单位: 县科协、\n  县妇联", "责任单位: 县妇联"),
    "flow-first": ("责任单位: [县科协, 县妇联]", "责任单位: [县妇联]"),
    "flow-last": ("责任单位: [县妇联 ,  县科协 ]", "责任单位: [县妇联 ]"),
    "flow-only": ("责任单位: [县科协]", "责任单位: []"),
    "flow-two-to-an-item": ("责任单位: [县妇联、县科协, 县人社局]", "责任单位: [县妇联, 县人社局]"),
    "flow-trailing-comma": ("责任单位: [县妇联, 县科协,]", "责任单位: [县妇联, ]"),
    "flow-over-lines": (
        "责任单位: [\n  县妇联,\n  县科协,\n  县人社局\n]",
        "责任单位: [\n  县妇联,\n  县人社局\n]",
    ),
    "flow-comment-stays": (
        "责任单位: [\n  县妇联,  # 一\n  县科协,  # 二\n  县人社局  # 三\n]",
        "责任单位: [\n  县妇联,  # 一\n  # 二\n  县人社局  # 三\n]",
    ),
    "flow-last-with-comment-before": (
        "责任单位: [\n  县妇联,  # 一\n  县科协\n]",
        "责任单位: [\n  县妇联  # 一\n]",
    ),
    "flow-comment-behind-the-line": (
        "责任单位: [县妇联, 县科协,  # 注\n  县人社局]",
        "责任单位: [县妇联, # 注\n  县人社局]",
    ),
    "flow-comment-behind-the-bracket": (
        "责任单位: [县科协,  # 注\n  县人社局]",
        "责任单位: [  # 注\n  县人社局]",
    ),
    "flow-comma-on-the-next-line": (
        "责任单位: [\n  县妇联  # 一\n  , 县科协]",
        "责任单位: [\n  县妇联  # 一\n  ]",
    ),
    "flow-comment-before-comma": (
        "责任单位: [\n  县科协 # 一\n  , 县妇联]",
        "责任单位: [\n   # 一\n   县妇联]",
    ),
    "flow-mapping": ("项目: [{名称: 乙, 牵头单位: 县科协, 责任单位: 县科协}]", None),
    "block-list": ("责任单位:\n  - 县妇联\n  - 县科协\n  - 县人社局", "责任单位:\n  - 县妇联\n  - 县人社局"),
    "block-only": ("责任单位:\n- 县科协\n完成时限: 年底前", "责任单位:\n完成时限: 年底前"),
    "block-comment-stays": (
        "责任单位:\n  - 县科协     # 注\n  - 县妇联",
        "责任单位:\n  # 注\n  - 县妇联",
    ),
    "block-quoted": ("责任单位:\n  - '县科协'\n  - 县妇联", "责任单位:\n  - 县妇联"),
    "block-after-a-blank-line": ("责任单位:\n  - 县妇联\n\n  - 县科协\n\n完成时限: 年底前", None),
}


@pytest.mark.parametrize(("before", "after"), _TAKEN_OUT.values(), ids=_TAKEN_OUT)
@pytest.mark.parametrize("ending", ["\n", ""], ids=["", "no line end"])
def test_taking_out(before: str, after: str | None, ending: str) -> None:
    wanted = _SPECIAL.get(before, before if after is None else after)
    lead = "牵头单位: 县科协\n"
    assert fixed(action(lead + before + ending)) == action(lead + wanted + ending)


_SPECIAL = {
    "项目: [{名称: 乙, 牵头单位: 县科协, 责任单位: 县科协}]": "项目: [{名称: 乙, 牵头单位: 县科协, 责任单位: }]",
    "责任单位:\n  - 县妇联\n\n  - 县科协\n\n完成时限: 年底前": "责任单位:\n  - 县妇联\n\n\n完成时限: 年底前",
}


def test_a_list_at_the_end_of_a_file_without_a_line_break() -> None:
    text = action("牵头单位: 县科协\n责任单位:\n  - 县妇联\n  - 县科协")
    assert fixed(text) == action("牵头单位: 县科协\n责任单位:\n  - 县妇联")


def test_several_of_one_list_go() -> None:
    assert fixed(action("责任单位: 县科协、县科协、县妇联、县妇联、县科协\n")) == action("责任单位: 县科协、县妇联\n")
    assert fixed(action("牵头单位: 县妇联、县科协\n责任单位: [县科协, 县妇联]\n")) == action(
        "牵头单位: 县妇联、县科协\n责任单位: []\n"
    )


def test_tidying_leaves_two_roles_alone() -> None:
    text = action("牵头单位: 县科协\n责任单位: 县科协、县妇联、县妇联\n")
    assert tidied(text) == action("牵头单位: 县科协\n责任单位: 县科协、县妇联\n")


@pytest.mark.parametrize("sign", [":", "#", ",", "]", "'", '"', "\\", "、"])
def test_a_roster_name_that_yaml_would_misread_is_not_put_in(sign: str) -> None:
    name = f"县教{sign}育局"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    text = HEAD.replace("  - 县教育局\n", f'  - {{名称: "{quoted}", 别名: [教委]}}\n')
    for responsible in ("教委", "[教委, 县妇联]", '"教委"', "'教委'"):
        after = fix(f"{text}    责任单位: {responsible}\n".encode(), "plan.yaml", NOWHERE)
        plan = after.loaded.plan
        assert plan is not None
        assert plan.actions[0].responsible[0] in ("教委", name)
        assert len(plan.actions[0].responsible) == 1 + ("县妇联" in responsible)


@pytest.mark.parametrize(
    ("written", "to", "fits"),
    [
        ("教委", "县教: 育局", False),
        ("教委", "县教育局", True),
        ("教委", "县教,育局", False),
        ("教委", "县教、育局", False),
        ("'教委'", "县教:育局", True),
        ("'教委'", "县教'育局", False),
        ('"教委"', "县教\\育局", False),
        ('"\\u6559委、教委"', "县教育局", False),
        ("'教委、''一'''", "县教育局", False),
        ("[教委]", "县教育局", True),
        ("[教委]", "县教]育局", False),
        ("|\n      教委", "县教:育局", True),
    ],
)
def test_a_name_goes_only_where_it_fits(written: str, to: str, fits: bool) -> None:
    loaded = load_bytes(action(f"责任单位: {written}\n").encode(), "plan.yaml", NOWHERE)
    edits = [*name_edits(loaded, [_finding(("actions", 0, "responsible", 0), to)])]
    assert [splice.text for edit in edits for splice in edit.splices] == [to] * fits


def _finding(path: Path, to: str | None) -> Finding:
    message = say(Words("", ""))
    return Finding("K203", "", Severity.INFO, message, None, Place("", 1, 1), path, fix=Fix(path, to))


def test_what_stands_in_another_file_is_not_edited(tmp_path: pathlib.Path) -> None:
    (tmp_path / "departments.yaml").write_text("成员单位:\n  - {名称: 县科协, 别名: [科协]}\n", encoding="utf-8")
    text = "方案: 示例\n成员单位: departments.yaml\n重点任务: [{名称: 甲}]\n"
    loaded = load_bytes(text.encode(), "plan.yaml", tmp_path)
    path = ("departments", 0, "aliases", 0)
    assert loaded.places.spot(path) is not None
    assert [*name_edits(loaded, [_finding(path, "科学技术协会"), _finding(path, None)])] == []


def test_only_names_have_a_spot() -> None:
    places = load_bytes(action("责任单位: 县妇联\n").encode(), "plan.yaml", NOWHERE).places
    former = places.spot(("departments", 2, "formerly", 0, "names", 1))
    assert former is not None
    assert former.scalar.text == "县劳动局"
    for path in ((), ("actions", 0), ("actions", 0, "responsible", 1), ("actions", 9, "lead", 0)):
        assert places.spot(path) is None


def test_only_the_named_file_is_mended(tmp_path: pathlib.Path) -> None:
    roster = "地区: 示例县\n成员单位:\n  - {名称: 县科协, 别名: [县科学技术协会]}\n"
    (tmp_path / "departments.yaml").write_text(roster, encoding="utf-8")
    text = "方案: 示例\n年度: 2026\n成员单位: departments.yaml\n重点任务:\n  - {名称: 甲, 牵头单位: 科协}\n"
    assert fixed(text, tmp_path) == text.replace("单位: 科协", "单位: 县科协")
    assert (tmp_path / "departments.yaml").read_text(encoding="utf-8") == roster


_LEFT = {
    "switched-off": ("规则: {K203: off}\n", "责任单位: 教育局\n"),
    "waived": ("豁免:\n  - {规则: K203, 对象: 教育局, 理由: 照原文}\n", "责任单位: 教育局\n"),
    "several-successors": ("", "责任单位: 县文体局\n"),
}


@pytest.mark.parametrize(("head", "fields"), _LEFT.values(), ids=_LEFT)
def test_what_the_plan_accepts_stays(head: str, fields: str) -> None:
    text = action(fields).replace("重点任务:", f"{head}重点任务:")
    text = text.replace("  - 县妇联\n重点", "  - {名称: 县妇联, 前身: {名称: 县文体局, 至: 2009, 方式: 拆分}}\n重点")
    assert fixed(text) == text
