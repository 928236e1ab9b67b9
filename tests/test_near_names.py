"""What a colleague who knows the departments would guess, and what he would not: every pair was looked at."""

from __future__ import annotations

import time

import pytest

from kepu_cli.checking import check
from kepu_cli.loading.load import load_file
from kepu_cli.model import Department
from kepu_cli.near_names import Kind, NearNames, Suggestion
from kepu_cli.roster import Register, Sort
from tests.near_names import IN_CITY, near
from tests.plans import EXAMPLES


@pytest.mark.parametrize(
    ("written", "member", "extra"),
    [
        ("市教育局牵头", "市教育局", ("牵头",)),
        ("牵头：市教育局", "市教育局", ("牵头",)),
        ("牵头单位:市教育局", "市教育局", ("牵头单位",)),
        ("由市教育局负责", "市教育局", ("由", "负责")),
        ("（牵头）市教育局", "市教育局", ("牵头",)),
        ("市教育局(牵头", "市教育局", ("牵头",)),
        ("市教育局会同", "市教育局", ("会同",)),
        ("市发改委配合", "市发改局", ("配合",)),
        ("请组织部牵头落实", "市委组织部", ("请", "牵头落实")),
        ("1.市教育局", "市教育局", ("1",)),
        ("“市教育局”", "市教育局", ("“", "”")),
        ("市教育局：", "市教育局", ("：",)),
        ("😀市科协", "市科协", ("😀",)),
        ("市教育局按职责分工负责", "市教育局", ("按职责分工负责",)),
        ("市教育局按职责分工", "市教育局", ("按职责分工",)),
        ("市教育局按照各自职责", "市教育局", ("按照各自职责",)),
        ("市教育局按职责", "市教育局", ("按职责",)),
        ("市教育局分别负责", "市教育局", ("分别负责",)),
        ("市教育局分工负责", "市教育局", ("分工负责",)),
        ("市教育局等按职责分工负责", "市教育局", ("等按职责分工负责",)),
        ("市教育局等单位分别负责", "市教育局", ("等单位分别负责",)),
    ],
)
def test_a_word_besides_the_name_is_taken_out(written: str, member: str, extra: tuple[str, ...]) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.ROLE_WORD, (member,), extra=extra)


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("市教育局和市科协", ("市教育局", "市科协")),
        ("市教育局及市科协", ("市教育局", "市科协")),
        ("市教育局与科协", ("市教育局", "市科协")),
        ("市教育局会同市科协", ("市教育局", "市科协")),
        ("市教育局/市科协", ("市教育局", "市科协")),
        ("市教育局 市科协", ("市教育局", "市科协")),
        ("市教育局市科协", ("市教育局", "市科协")),
        ("市教育局团市委市发改委", ("市教育局", "团市委", "市发改局")),
        ("市教育局牵头市科协配合", ("市教育局", "市科协")),
        ("市教育局（牵头）市科协（配合）", ("市教育局", "市科协")),
        ("由市委组织部、市委宣传部负责", ("市委组织部", "市委宣传部")),
        ("市教育局会市科协", ("市教育局", "市科协")),
        ("市教育局及各镇", ("市教育局", "各镇")),
        ("市教育局及各地区", ("市教育局", "各地区")),
        ("市教育局和各镇（街道）", ("市教育局", "各镇（街道）")),
        ("市教育局、各镇和市科协按职责分工负责", ("市教育局", "各镇", "市科协")),
    ],
)
def test_names_run_together_are_told_apart(written: str, members: tuple[str, ...]) -> None:
    found = IN_CITY.suggest(written)
    assert (found.kind, found.names) == (Kind.SEVERAL, members)


@pytest.mark.parametrize(
    ("written", "members"),
    [
        pytest.param("市教育局团委", (), id="the youth league at the bureau"),
        pytest.param("市教育局科协", (), id="the association at the bureau"),
        pytest.param("市教育局办公室", (), id="an office of the bureau"),
        pytest.param("市教育局和市文爱办", (), id="one of the two is a stranger"),
        pytest.param("市教育局各科室", (), id="parts of the bureau"),
        pytest.param("市教育局和各项工作", (), id="no bodies at all"),
        pytest.param("市教育局会计科", (), id="an office that begins like a conjunction"),
        pytest.param("市" * 300, (), id="absurdly long"),
        pytest.param("市教育局" * 30 + "甲", (), id="long and almost"),
        pytest.param("市教育局" * 3000, (), id="no list that anybody wrote"),
    ],
)
def test_what_is_not_all_names_is_left_alone(written: str, members: tuple[str, ...]) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.STRANGER, members)


@pytest.mark.parametrize(
    ("written", "helpers"),
    [
        ("市教育局会同市科协", ("市科协",)),
        ("市教育局会市科协、市妇联", ("市科协", "市妇联")),
        ("市教育局配合市科协", ("市科协",)),
        ("市教育局牵头市科协配合", ("市科协",)),
        ("市教育局（牵头）市科协（配合）", ("市科协",)),
        ("市教育局牵头，市科协配合，市妇联协助", ("市科协", "市妇联")),
        ("市教育局会同市科协负责", ("市科协",)),
        ("市教育局会同各镇", ("各镇",)),
        ("市教育局和市科协", ()),
        ("市教育局/市科协", ()),
        ("市教育局市科协", ()),
        ("市教育局和市科协配合", ()),
        ("市教育局配合市科协牵头", ()),
    ],
)
def test_who_only_cooperates(written: str, helpers: tuple[str, ...]) -> None:
    assert IN_CITY.suggest(written).helpers == helpers


@pytest.mark.parametrize(
    "written",
    [
        "待定",
        "待补充",
        "（待定）",
        "XX局",
        "ＸＸ局",
        "××局",
        "×局",
        "某某局",
        "某局",
        "市某局",
        "县XX局",
        "___",
        "？？",
        "……",
    ],
)
def test_nobody_filled_in_yet(written: str) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.UNFILLED)


@pytest.mark.parametrize("written", ["市文爱办", "待业青年就业局", "X光站", "市未来办"])
def test_these_are_filled_in(written: str) -> None:
    assert IN_CITY.suggest(written).kind is not Kind.UNFILLED


@pytest.mark.parametrize("name", ["市发展和改革局", "市卫生和计划生育局", "市教育和体育局"])
def test_a_conjunction_within_a_name_divides_nothing(name: str) -> None:
    assert near(["市改革局", "市计划生育局", "市体育局"]).suggest(name).kind is not Kind.SEVERAL


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("分管副县长", ()),
        ("王县长", ()),
        ("张三局长", ()),
        ("副市长黄剑", ()),
        ("县委书记", ()),
        ("常务副市长", ()),
        ("市领导", ()),
        ("李四同志", ()),
        ("市教育局局长", ("市教育局",)),
        ("市教育局副局长张三", ("市教育局",)),
        ("市科协主席", ("市科协",)),
        ("市教育局负责人", ("市教育局",)),
    ],
)
def test_persons(written: str, members: tuple[str, ...]) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.PERSON, members)


@pytest.mark.parametrize(
    "written", ["市长热线", "市长热线办", "县长公开电话办公室", "市人大常委", "市委", "王家村", "市院士站"]
)
def test_these_are_no_persons(written: str) -> None:
    assert IN_CITY.suggest(written).kind is not Kind.PERSON


@pytest.mark.parametrize(
    ("written", "member"),
    [
        ("省教育厅", "市教育局"),
        ("四川省教育厅", "市教育局"),
        ("教育厅", "市教育局"),
        ("教育部", "市教育局"),
        ("县教育局", "市教育局"),
        ("德阳市教育局", "市教育局"),
        ("四川省德阳市教育局", "市教育局"),
        ("省科学技术厅", "市科技局"),
        ("国家发展改革委", "市发改局"),
        ("国家市场监管总局", "市市场监管局"),
        ("农业农村部", "市农业农村局"),
        ("中国科协", "市科协"),
        ("中华全国总工会", "市总工会"),
        ("全国妇联", "市妇联"),
        ("团省委", "团市委"),
        ("团县委", "团市委"),
        ("共青团中央", "团市委"),
        ("省委组织部", "市委组织部"),
        ("四川省委宣传部", "市委宣传部"),
        ("中央宣传部", "市委宣传部"),
        ("中宣部", "市委宣传部"),
    ],
)
def test_bodies_of_other_levels(written: str, member: str) -> None:
    assert IN_CITY.suggest(written) == Suggestion(Kind.ELSEWHERE, (member,))


def test_without_any_level_a_name_with_one_is_no_other_level() -> None:
    assert near(["教育局", "科协"], "").suggest("市教育局").kind is not Kind.ELSEWHERE


@pytest.mark.parametrize(
    ("written", "kind", "member"),
    [
        ("市环保局", Kind.REFORMED, "市生态环境局"),
        ("市农业局", Kind.REFORMED, "市农业农村局"),
        ("市劳动和社会保障局", Kind.REFORMED, "市人社局"),
        ("工商局", Kind.REFORMED, "市市场监管局"),
        ("市文旅局", Kind.OLD_ROSTER, "市文体局"),
        ("市文化和旅游局", Kind.OLD_ROSTER, "市文体局"),
    ],
)
def test_names_before_and_after_a_reform(written: str, kind: Kind, member: str) -> None:
    assert IN_CITY.suggest(written) == Suggestion(kind, (member,))


def test_a_former_name_leads_to_the_rosters_own() -> None:
    member = Department.read({"name": "市卫健委", "formerly": {"names": "市卫计委", "until": "2018"}})
    assert NearNames(Register([member], {}, "什邡市")).suggest("市卫计句").names == ("市卫健委",)


@pytest.mark.parametrize("written", ["市司法局", "市宣传部", "市应急局"])
def test_of_several_old_names_or_a_body_that_only_grew_none_is_offered(written: str) -> None:
    members = ["市法制办", "市新闻出版局", "市安监局", "市地震局"]
    assert near(members).suggest(written).kind is Kind.STRANGER


@pytest.mark.parametrize(
    ("written", "taken", "suggestion"),
    [
        ("市教育句", "市教育局", Suggestion(Kind.SLIP, (), ("市教育局",))),
        ("市弄政局", "市财政局", Suggestion(Kind.SLIP, ("市民政局",))),
        ("市教育局牵头", "市教育局", Suggestion(Kind.ROLE_WORD, (), ("市教育局",), ("牵头",))),
        ("市教育局和市科协", "市教育局", Suggestion(Kind.SEVERAL, ("市科协",), ("市教育局",), ("和",))),
        ("教育部", "市教育局", Suggestion(Kind.ELSEWHERE, (), ("市教育局",))),
        ("市环保局", "市生态环境局", Suggestion(Kind.REFORMED, (), ("市生态环境局",))),
        ("市教育局局长", "市教育局", Suggestion(Kind.PERSON, (), ("市教育局",))),
    ],
)
def test_what_stands_at_the_item_is_not_offered(written: str, taken: str, suggestion: Suggestion) -> None:
    assert IN_CITY.suggest(written, {taken}) == suggestion
    assert IN_CITY.suggest(written).standing == ()


def test_a_member_whose_name_means_something_else_is_not_offered() -> None:
    register = Register([Department(name="有关单位"), Department(name="市科协")], {"市科协": ()}, "什邡市")
    assert register.resolve("市科协").sort is Sort.GROUP
    assert NearNames(register).suggest("市科携") == Suggestion(Kind.STRANGER)


def test_of_several_names_all_can_be_written_or_none_is_offered() -> None:
    register = Register([Department(name=name) for name in ("市科协", "市教育局")], {"市科协": ()}, "什邡市")
    assert NearNames(register).suggest("市科协和市教育局").names == ()


def test_nobody_there() -> None:
    assert near([]).suggest("市教育局") == Suggestion(Kind.STRANGER)


def test_a_roster_full_of_strangers_stays_cheap() -> None:
    names = near([f"市{one}{other}局" for one in "甲乙丙丁戊己庚辛" for other in "子丑寅卯辰巳午未"])
    start = time.process_time()
    for at in range(300):
        names.suggest(f"市教育局第{at}个不认识的办公室和牵头")
    assert time.process_time() - start < 1.0


def test_the_second_place_is_the_members_line_in_the_rosters_own_file() -> None:
    loaded = load_file(EXAMPLES / "shifang-2007/plan.yaml")
    spelt = [finding for finding in check(loaded).findings if finding.code == "K203"]
    assert spelt
    for finding in spelt:
        assert finding.also is not None
        assert finding.also.file.endswith("departments.yaml")
        meant = loaded.places.line_of(finding.also)[finding.also.column - 1 :][: finding.also.width]
        assert meant == finding.message.facts["department"]


def test_names_nobody_knows_have_no_second_place() -> None:
    findings = check(load_file(EXAMPLES / "shifang-2007/plan.yaml")).findings
    assert {finding.also for finding in findings if finding.code == "K201"} == {None}
