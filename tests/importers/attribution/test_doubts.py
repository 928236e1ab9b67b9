"""What a person is asked to look at, and what was not understood."""

from __future__ import annotations

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.attribution.read import cell_attribution, read_attribution
from kepu_cli.model import Role


def _doubts(text: str) -> list[str]:
    return [doubt.in_(Lang.ZH) for doubt in read_attribution(text).doubts]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        pytest.param("责任单位：县科协、动监大厅甲", ["“动监大厅甲”不像单位名称，请核对"], id="strange name"),
        pytest.param(
            "县科协牵头，县教育局", ["没有写明县教育局是牵头、责任还是配合，暂按责任单位"], id="a name without a role"
        ),
        pytest.param(
            "省科技厅、示例市科技局、教育局",
            ["“教育局”没有写级别，读作“示例市教育局”，请核对"],
            id="two levels before it",
        ),
        pytest.param("教育局、县科协", ["“教育局”没有写级别，别的单位写了，请核对"], id="no level before it"),
        pytest.param(
            "县科协、县妇联配合，县教育局组织开展讨论",
            ["没有写明县教育局是牵头、责任还是配合，暂按责任单位", "“组织开展讨论”没有读懂，没有算作分工"],
            id="words that are no role",
        ),
        pytest.param(
            "县教育局，县科协牵头",
            ["县教育局后面没有单独写角色，按逗号后面那几家一样读，请核对"],
            id="a comma that may part roles",
        ),
        pytest.param(
            "县教育局会同县科协牵头", ["县科协在“会同”之后，后面又写牵头，暂按配合单位"], id="joins and leads"
        ),
        pytest.param("县科协负责，县纪委监委监督", ["县纪委监委写的是指导、监督，暂按配合单位"], id="supervises"),
        pytest.param("县科协、周 彤", ["“周彤”像是人名，没有算作单位"], id="a person"),
        pytest.param(
            "9\t县教育局\t县科协", ["这一行没有表头，各栏按先后读作牵头、责任、配合，请核对"], id="columns by position"
        ),
        pytest.param(
            "牵头部门：县教育局\n责任单位：县科协\n牵头部门：县科技局",
            ["责任单位之后又写了一次牵头单位，可能是漏了标题的另一项任务，请核对"],
            id="a second lead behind the others",
        ),
    ],
)
def test_it_is_told(text: str, doubts: list[str]) -> None:
    assert _doubts(text) == doubts


@pytest.mark.parametrize(
    "text",
    [
        "牵头单位：县科协\n责任单位：县教育局、科技局，各乡镇",
        "责任单位：县科协；牵头单位：县教育局",
        "(县科协、县教育局)",
        "省科协、教育厅按职责分工负责，各市政府结合实际落实",
        "由县科协牵头，县教育局、团县委等单位参加",
        "示例县科协、教育局，县妇联",
        "(教育局、科协)",
        "牵头领导：周 彤；牵头单位：县科协",
    ],
)
def test_what_is_plain_raises_no_doubt(text: str) -> None:
    assert _doubts(text) == []


@pytest.mark.parametrize("lang", Lang)
def test_every_doubt_can_be_said_in_both_languages(lang: Lang) -> None:
    read = read_attribution("教育局、县科协牵头，县教育局会同县妇联牵头，周 彤，县残联，组织开展讨论")
    assert all("{" not in doubt.in_(lang) for doubt in read.doubts)
    assert len(read.doubts) >= 4


def test_what_was_not_understood_is_kept() -> None:
    read = read_attribution("由县科协牵头，负责协调推动方案。县教育局配合，另行通知")
    assert read.unread == ("负责协调推动方案", "另行通知")


def test_an_open_list_is_open_behind_the_name_where_it_said_so() -> None:
    names = cell_attribution("县科协、县教育局等，各乡镇", Role.LEAD).names
    assert [name.written for name in names] == ["县科协", "县教育局等", "各乡镇"]
    assert [name.name for name in names] == ["县科协", "县教育局", "各乡镇"]
