"""Laws: what is built from parts is read back, every text is cut into itself, none raises, none takes long."""

from __future__ import annotations

from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.importers.attribution.read import cell_attribution, cut_attribution, read_attribution
from kepu_cli.model import Role

_LEVELS = ("县", "市", "省", "区", "州", "示例县", "云岭市")
_CORES = (
    *("教育局", "科技局", "科协", "妇联", "总工会", "农业农村局", "人力资源和社会保障局", "发展和改革委员会"),
    *("气象局", "融媒体中心", "市场监管局", "城市管理局", "政务和数据局", "民政局", "文化和旅游局", "应急管理局"),
    *("卫生健康委", "残联", "文联", "图书馆"),
)
_PARTY = ("组织部", "宣传部", "统战部", "政法委", "网信办", "文明办", "党校")
_GROUPS = ("各乡镇（街道）", "各成员单位", "各区、县级市", "有关单位", "各县（市、区）政府", "市直各部门")
_DUES = ("6月底前完成", "2026年10月底前", "年内完成", "长期坚持", "12月底")


class Parts(NamedTuple):
    """What goes into an attribution."""

    lead: list[str]
    responsible: list[str]
    support: list[str]
    due: str


def _bodies(level: str) -> st.SearchStrategy[str]:
    return st.sampled_from([level + core for core in _CORES] + [f"{level}委{organ}" for organ in _PARTY])


@st.composite
def _parts(draw: st.DrawFn) -> Parts:
    level = draw(st.sampled_from(_LEVELS))
    names = draw(st.lists(st.one_of(_bodies(level), st.sampled_from(_GROUPS)), min_size=3, max_size=9, unique=True))
    first = draw(st.integers(1, len(names) - 2))
    second = draw(st.integers(first + 1, len(names) - 1))
    return Parts(names[:first], names[first:second], names[second:], draw(st.sampled_from(_DUES)))


_WAYS = {
    "labelled lines": "牵头单位：{lead}\n责任单位：{responsible}\n配合单位：{support}\n完成时限：{due}",
    "labels with 。": "牵头部门:{lead}。责任部门:{responsible}。协办单位:{support}。时限:{due}",
    "labels in a bracket": "（牵头单位：{lead}；责任单位：{responsible}；配合单位：{support}；完成时限：{due}）",
    "labels in a black bracket": "【牵头单位:{lead},责任单位:{responsible},配合单位:{support},{due}】",
    "verbs": "（{lead}牵头，{responsible}按职责分工负责，{support}配合，{due}）",
    "由": "由{lead}牵头，{responsible}具体负责，{support}参加，{due}。",
    "分工": "分工：由{lead}牵头，{responsible}承办，{support}等单位协助，{due}。",
    "a label around verbs": "责任单位：由{lead}牵头，{responsible}负责落实，{support}参与，{due}",
}


@pytest.mark.parametrize("way", _WAYS.values(), ids=_WAYS)
@settings(max_examples=40)
@given(parts=_parts())
def test_what_is_written_is_read(way: str, parts: Parts) -> None:
    lists = {role: "、".join(getattr(parts, role)) for role in ("lead", "responsible", "support")}
    read = read_attribution(way.format(**lists, due=parts.due))
    for role in Role:
        assert [name.name for name in read.names if name.role is role] == getattr(parts, role.value)
    assert [name.is_group for name in read.names] == [name.name in _GROUPS for name in read.names]
    assert read.due == parts.due


@given(level=st.sampled_from(_LEVELS), cores=st.lists(st.sampled_from(_CORES + _PARTY), min_size=1, unique=True))
def test_a_level_is_borrowed_by_all_that_follow(level: str, cores: list[str]) -> None:
    text = "、".join([f"{level}审计局", *cores])
    whole = [f"{level}委{core}" if core in _PARTY else level + core for core in cores]
    assert [name.name for name in read_attribution(text).names] == [f"{level}审计局", *whole]


@given(names=st.lists(_bodies("县"), min_size=1, max_size=6, unique=True), role=st.sampled_from(Role))
def test_a_cell_is_read_with_any_separator(names: list[str], role: Role) -> None:
    for separator in ("、", "，", ",", "；", "\n", "\r\n", "\n\n", "、 ", "　"):
        read = cell_attribution(separator.join(names), role)
        assert [(name.name, name.role) for name in read.names] == [(name, role) for name in names]


# Pieces of which attributions and the prose around them consist: closer to the edges than any characters.
_WORDS = (
    *(
        "牵头",
        "负责",
        "配合",
        "参加",
        "会同",
        "按职责分工",
        "责任单位",
        "牵头单位：",
        "责任人：",
        "完成时限：",
        "等单位",
    ),
    *("周 彤", "王强", "县长", "(xué)", "科學", "开展活动", "政协办", "联合", "协办", "由县", "成员单位", "各项目"),
)
_PIECES = st.lists(
    st.one_of(
        st.sampled_from([*_CORES, *_PARTY, *_GROUPS, *_DUES, *_LEVELS]),
        st.sampled_from("、，,；;。：:（）()【】〔〕 　\t\n由会和及等委团牵★—/①12的"),
        st.sampled_from(_WORDS),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)


@given(
    text=st.one_of(_PIECES, st.text(max_size=60)),
    role=st.sampled_from(Role),
    region=st.sampled_from(["", "示例县", "x"]),
)
def test_nothing_raises_and_nothing_is_lost(text: str, role: Role, region: str) -> None:
    read_attribution(text, region=region)
    cell_attribution(text, role, region=region, first_leads=True)
    cut = cut_attribution(text, region=region)
    if cut is not None:
        assert cut.before + cut.written + cut.after == text
        assert cut.attribution.names or cut.attribution.due or cut.attribution.persons


@given(_PIECES)
def test_every_name_stands_in_the_text(text: str) -> None:
    for name in read_attribution(text).names:
        assert name.written
        assert name.name.endswith(name.written.removesuffix("等")) or name.written.startswith(("团", "團"))


@pytest.mark.parametrize(
    "unit",
    [
        *("、", "（", "）", "()", "【", "，", " ", "\n", "\t", "市", "各", "等", "会", "由", "牵头", "负责", "落实"),
        *(
            "★",
            "6月底",
            "(xué)",
            "县科协、",
            "(县科协)",
            "(县科协)。",
            "各区、",
            "各县(市、区)",
            "责任单位：",
            "责任单位 ",
        ),
        *("县科协牵头，", "县教育局县科协", "1 ", "周 彤", "责任人：张三、", "开展活动。", "由县科协", "完成时限："),
        *("县教\n", "落实x", "负责落实的", "有关各"),
    ],
)
def test_it_takes_no_longer_than_the_text_is_long(unit: str) -> None:
    text = (unit * 10_000)[: 10_000 if len(unit) == 1 else 4_000]
    began = perf_counter()
    read_attribution(text)
    cut_attribution(text)
    cell_attribution(text, Role.LEAD)
    assert perf_counter() - began < 6, "a hundred times what it takes"
