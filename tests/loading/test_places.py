"""Every name is pointed at where it stands, however its list is written."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.loading.load import load_bytes
from kepu_cli.loading.places import source_line
from tests.plans import NOWHERE, load, pointed_at

if TYPE_CHECKING:
    from pathlib import Path

_LEAD = ("actions", 0, "lead")
_NAMES = ("市科协", "科协", "市教育局", "教育局")


def _plan(lead: str) -> str:
    return (
        "方案: 示例\n重点任务:\n  - 名称: 甲\n    牵头单位: "
        + lead.replace("\n  ", "\n      ")
        + "\n    完成时限: 年底前\n"
    )


@pytest.mark.parametrize(
    ("lead", "places"),
    [
        pytest.param("市科协、科协、市教育局、教育局", [(4, 11), (4, 15), (4, 18), (4, 23)], id="plain"),
        pytest.param("'市科协、科协，市教育局;教育局'", [(4, 12), (4, 16), (4, 19), (4, 24)], id="single quotes"),
        pytest.param('"市科协、科协、市教育局、教育局"', [(4, 12), (4, 16), (4, 19), (4, 24)], id="double quotes"),
        pytest.param("[市科协, 科协, '市教育局', \"教育局\"]", [(4, 12), (4, 17), (4, 22), (4, 30)], id="flow list"),
        pytest.param("[市科协、科协, 无, 市教育局、教育局]", [(4, 12), (4, 16), (4, 23), (4, 28)], id="two to an item"),
        pytest.param(
            "\n  - 市科协\n  - 科协、市教育局\n  - 教育局", [(5, 9), (6, 9), (6, 12), (7, 9)], id="block list"
        ),
        pytest.param("|\n  市科协\n  科协、市教育局\n\n  教育局", [(5, 7), (6, 7), (6, 10), (8, 7)], id="literal"),
        pytest.param(">-\n  市科协、\n  科协、市教育局、\n  教育局", [(5, 7), (6, 7), (6, 10), (7, 7)], id="folded"),
        pytest.param("市科协、\n  科协、市教育局、\n  教育局", [(4, 11), (5, 7), (5, 10), (6, 7)], id="plain, folded"),
        pytest.param(
            "'市科协、\n  科协、市教育局、\n  教育局'", [(4, 12), (5, 7), (5, 10), (6, 7)], id="quoted, folded"
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["no BOM", "BOM"])
def test_names_of_a_list(lead: str, places: list[tuple[int, int]], ending: str, bom: bytes) -> None:
    loaded = load_bytes(bom + _plan(lead).replace("\n", ending).encode(), "plan.yaml", NOWHERE)
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == _NAMES
    found = [pointed_at(loaded, *_LEAD, at) for at in range(4)]
    assert found == [(*place, name) for place, name in zip(places, _NAMES, strict=True)]


@given(st.lists(st.sampled_from(["科协", "市科协", "市科协科普部", "教育局"]), min_size=1, max_size=6), st.data())
def test_repeated_names_and_substrings(names: list[str], data: st.DataObject) -> None:
    separators = st.sampled_from(["、", "，", "; ", "、\n      ", ", "])
    text = names[0] + "".join(data.draw(separators) + name for name in names[1:])
    loaded = load_bytes(_plan(text).encode(), "plan.yaml", NOWHERE)
    spots = [pointed_at(loaded, *_LEAD, at) for at in range(len(names))]
    assert [name for _, _, name in spots] == names
    assert sorted(set(spots)) == spots


def test_what_an_escape_hides_is_pointed_at_as_a_whole() -> None:
    assert pointed_at(load(_plan('"市科协、市\\u6559育局"')), *_LEAD, 1) == (4, 11, '"市科协、市\\u6559育局"')


_TREE = """
    方案: 示例
    成员单位:
      - 市科协
      - {名称: 市人社局, 别名: [市人社保局, 市人力社保局], 前身: [{名称: 市劳动局}, {名称: [市人事局、市社保局]}]}
      - {名称: 市环保局, 前身: {名称: 市环卫局}}
      - 市教育局、市妇联
      - 名称: 市总工会
    单位组:
      各镇: [甲镇、乙镇, 丙镇]
      学校: 一中、二中
    上级纲要: {纲要: 某纲要, 职责: [{编号: 1, 内容: 子}]}
    重点任务:
      - 名称: 甲
        职责:
          - 办展览
          - {内容: 办讲座, 对应: 纲要/1、纲要/2}
          - [写错了]
        项目: [{名称: 科普日, 目标: {场次: {数值: 20}}}]
    """


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param((), (2, 1, "方案"), id="plan"),
        pytest.param(("nothing",), (2, 1, "方案"), id="what is not there"),
        pytest.param(("title",), (2, 5, "示例"), id="title"),
        pytest.param(("departments", 0), (4, 5, "市科协"), id="bare member"),
        pytest.param(("departments", 1), (5, 6, "名称"), id="member"),
        pytest.param(("departments", 1, "aliases", 1), (5, 28, "市人力社保局"), id="alias"),
        pytest.param(("departments", 1, "formerly", 0, "names", 0), (5, 47, "市劳动局"), id="former name"),
        pytest.param(("departments", 1, "formerly", 1, "names", 1), (5, 65, "市社保局"), id="second former name"),
        pytest.param(("departments", 2, "formerly", 0, "names", 0), (6, 25, "市环卫局"), id="only former name"),
        pytest.param(("departments", 3), (7, 5, "市教育局"), id="two members in one text, the first"),
        pytest.param(("departments", 4), (7, 10, "市妇联"), id="two members in one text, the second"),
        pytest.param(("departments", 5, "name"), (8, 9, "市总工会"), id="member after them"),
        pytest.param(("groups", "各镇", 1), (10, 11, "乙镇"), id="body of a group"),
        pytest.param(("groups", "学校", 1), (11, 10, "二中"), id="body of a group in a text"),
        pytest.param(("outline", 0, "duties", 0, "text"), (12, 34, "子"), id="duty of an inline outline"),
        pytest.param(("actions", 0), (14, 5, "名称"), id="action"),
        pytest.param(("actions", 0, "duties", 0, "text"), (16, 9, "办展览"), id="bare duty"),
        pytest.param(("actions", 0, "duties", 1, "covers", 1), (17, 28, "纲要/2"), id="cover"),
        pytest.param(("actions", 0, "duties", 2), (18, 10, "写错了"), id="list where none belongs"),
        pytest.param(("actions", 0, "duties", 1, "due"), (17, 10, "内容"), id="field left out"),
        pytest.param(("actions", 0, "projects", 0, "targets", "场次", "value"), (19, 34, "20"), id="target"),
    ],
)
def test_tree(path: tuple[str | int, ...], place: tuple[int, int, str]) -> None:
    loaded = load("\n" + textwrap.dedent(_TREE).lstrip())
    assert pointed_at(loaded, *path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(("departments", 1, "name"), "folder/名册.yaml:3:5", id="member"),
        pytest.param(("groups", "各镇", 1), "folder/名册.yaml:4:14", id="body of a group"),
        pytest.param(("region",), "folder/名册.yaml:1:5", id="region"),
        pytest.param(("outline", 0, "duties", 3), "folder/plan.yaml:3:8", id="built-in outline: where it is named"),
        pytest.param(("outline", 1, "duties", 0, "text"), "folder/o.yaml:2:18", id="outline"),
        pytest.param(("actions", 0), "folder/plan.yaml:4:9", id="the plan's own"),
    ],
)
def test_linked_files_have_their_own_places(path: tuple[str | int, ...], place: str, tmp_path: Path) -> None:
    roster = "地区: 什邡市\n成员单位: [市科协,\n    市教育局]\n单位组: {各镇: 甲镇、乙镇}\n"
    (tmp_path / "名册.yaml").write_text(roster, "utf-8")
    (tmp_path / "o.yaml").write_text("纲要: 某纲要\n职责: [{编号: 1, 内容: 子}]\n", "utf-8")
    text = "方案: 示例\n成员单位: 名册.yaml\n上级纲要: [builtin:2021, o.yaml]\n重点任务: [{名称: 甲}]\n"
    loaded = load_bytes(text.encode(), "folder/plan.yaml", tmp_path)
    assert str(loaded.places.find(path)).replace("\\", "/") == place
    assert len(loaded.places.files()) == 3


@pytest.mark.parametrize(("line", "text"), [(1, "一"), (2, ""), (3, "三\u2028"), (4, ""), (5, ""), (0, ""), (-1, "")])
def test_source_line(line: int, text: str) -> None:
    assert source_line("一\r\n\r三\u2028\n", line) == text
