"""A plan with its roster and outlines: what they contribute, and what is told where when they cannot be had."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words
from kepu_cli.loading import load as load_module
from kepu_cli.loading.load import load_bytes, load_file, unreadable
from kepu_cli.rules import flaw_rules
from kepu_cli.yaml_source.source import Source, read_source
from tests.plans import EXAMPLES, NOWHERE, load, told

_ACTIONS = "重点任务:\n  - 名称: 甲\n    牵头单位: 市科协\n"


def _linked(roster: str, tmp_path: Path, more: str = "") -> str:
    (tmp_path / "名册.yaml").write_text(roster, "utf-8")
    return f"方案: 示例\n成员单位: 名册.yaml\n{more}{_ACTIONS}"


def test_a_roster_file_gives_members_groups_and_region(tmp_path: Path) -> None:
    text = _linked(
        "名册: 成员\n地区: 什邡市\n成员单位: [市科协, {名称: 市教育局}]\n单位组: {各镇: 甲镇、乙镇}\n", tmp_path
    )
    loaded = load(text, tmp_path)
    assert loaded.flaws == ()
    assert loaded.plan is not None
    assert [member.name for member in loaded.plan.departments] == ["市科协", "市教育局"]
    assert loaded.plan.region == "什邡市"
    assert loaded.plan.groups == {"各镇": ("甲镇", "乙镇")}


def test_the_plans_own_region_and_groups_win(tmp_path: Path) -> None:
    text = _linked(
        "地区: 什邡市\n成员单位: [市科协]\n单位组: {各镇: 甲镇, 学校: 一中}\n",
        tmp_path,
        "地区: 绵竹市\n单位组: {各镇: 丙镇}\n",
    )
    loaded = load(text, tmp_path)
    assert loaded.plan is not None
    assert loaded.plan.region == "绵竹市"
    assert loaded.plan.groups == {"学校": ("一中",), "各镇": ("丙镇",)}


@pytest.mark.parametrize(
    "written",
    [
        "市教育局、市科协",
        "[市教育局, 市科协]",
        "[市教育局、市科协]",
        "\n  - 市教育局，市科协",
        "\n  - {名称: 市教育局}\n  - 市科协",
    ],
)
@pytest.mark.parametrize("in_file", [False, True])
def test_members_in_any_shape(written: str, tmp_path: Path, *, in_file: bool) -> None:
    text = _linked(f"成员单位: {written}\n", tmp_path) if in_file else f"方案: 示例\n成员单位: {written}\n{_ACTIONS}"
    loaded = load(text, tmp_path)
    assert loaded.flaws == ()
    assert loaded.plan is not None
    assert [member.name for member in loaded.plan.departments] == ["市教育局", "市科协"]


@pytest.mark.parametrize(
    ("roster", "flaw"),
    [
        pytest.param("成员单位: [{名秤: 市科协}]\n", "K004 misspelt 1:9", id="slip"),
        pytest.param("成员单位: [{名称: [市科协]}]\n", "K005 text 1:14", id="wrong shape"),
        pytest.param("地区: [什邡市]\n成员单位: [市科协]\n", "K005 text 1:6", id="region"),
        pytest.param("成员单位: [市科协]\n单位组: [甲镇]\n", "K005 mapping 2:7", id="groups"),
        pytest.param("成员单位: [市科协]\n成员单位: []\n", "K003 same 2:1", id="double"),
        pytest.param("地区: 什邡市\n", "K006 missing 1:1", id="no members"),
        pytest.param("成员单位:\n", "K006 missing 1:1", id="nothing behind the key"),
        pytest.param("# 空\n", "K002 empty 1:1", id="empty"),
        pytest.param("- 市科协\n", "K002 root-list 1:1", id="bare list"),
        pytest.param("成员单位：市科协\n", "K002 wide-colon 1:5", id="syntax"),
        pytest.param("成员单位: &a [市科协]\n", "K007 anchor 1:7", id="anchor"),
    ],
)
def test_what_is_wrong_in_a_roster_file_is_told_there(roster: str, flaw: str, tmp_path: Path) -> None:
    loaded = load(_linked(roster, tmp_path), tmp_path)
    [found] = loaded.flaws
    assert told(found) == flaw
    assert Path(found.place.file).name == "名册.yaml"
    if found.code in ("K002", "K004", "K007"):
        assert str(found.also) == "plan.yaml:2:7"
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ("市科协",)


def test_paths_in_a_roster_file_are_the_plans(tmp_path: Path) -> None:
    [flaw] = load(_linked("成员单位:\n  - 市科协\n  - {名秤: 市教育局}\n", tmp_path), tmp_path).flaws
    assert flaw.path == ("departments", 1, "名秤")


@pytest.mark.parametrize(
    ("reference", "flaw", "facts"),
    [
        ("/etc/passwd", "outside", {}),
        ("../r.yaml", "outside", {}),
        ("http://example.com/r.yaml", "outside", {}),
        ("r.xlsx", "not-yaml", {}),
        ("nothing.yaml", "missing", {}),
        ("ROSTER.yaml", "missing-near", {"near": "roster.yaml"}),
        ("folder.yaml", "folder", {}),
        ("plan.yaml", "itself", {}),
        ("folder.yaml/../plan.yaml", "itself", {}),
        ("chain.yaml", "chain", {"reference": "roster.yaml"}),
        ("builtin:2021", "builtin", {}),
        (
            "fifo.yaml",
            "unreadable",
            {"why": Words("这是设备或管道，不是普通文件", "this is a device or a pipe, not a regular file")},
        ),
    ],
)
def test_references_that_are_not_followed(reference: str, flaw: str, facts: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "roster.yaml").write_text("成员单位: [市科协]", "utf-8")
    (tmp_path / "chain.yaml").write_text("成员单位: roster.yaml", "utf-8")
    (tmp_path / "folder.yaml").mkdir()
    if reference.startswith("fifo"):
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes with names here")
        os.mkfifo(tmp_path / reference)
    loaded = load(f"方案: 示例\n成员单位: {reference}\n{_ACTIONS}", tmp_path)
    [found] = loaded.flaws
    assert told(found) == f"K008 {flaw} 2:7"
    assert found.facts["reference"] == facts.get("reference", reference)
    assert facts.items() <= dict(found.facts).items()
    assert loaded.broken == (("departments",),)
    assert loaded.plan is not None


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        pytest.param("builtin:2021", ["2021"], id="one"),
        pytest.param("[builtin:2021, builtin:2006]", ["2021", "2006"], id="several"),
        pytest.param("o.yaml", ["市里的"], id="file"),
        pytest.param("{纲要: 自己的, 职责: []}", ["自己的"], id="inline"),
        pytest.param("[{纲要: 自己的, 职责: []}, o.yaml]", ["自己的", "市里的"], id="mixed"),
    ],
)
def test_outlines(written: str, titles: list[str], tmp_path: Path) -> None:
    (tmp_path / "o.yaml").write_text("纲要: 市里的\n职责: [{编号: 1, 内容: 子}]\n", "utf-8")
    loaded = load(f"方案: 示例\n上级纲要: {written}\n{_ACTIONS}", tmp_path)
    assert loaded.flaws == ()
    assert loaded.plan is not None
    assert all(part in outline.title for part, outline in zip(titles, loaded.plan.outline, strict=True))


def test_builtin_2021_has_its_duties() -> None:
    plan = load(f"方案: 示例\n上级纲要: builtin:2021\n{_ACTIONS}").plan
    assert plan is not None
    [outline] = plan.outline
    assert (outline.short, outline.period, len(outline.actions), len(outline.duties)) == ("纲要", (2021, 2035), 10, 45)
    assert any(duty.optional for duty in outline.duties)


def test_an_outline_that_cannot_be_had_leaves_the_others() -> None:
    loaded = load(f"方案: 示例\n上级纲要: [builtin:1999, builtin:2006]\n{_ACTIONS}")
    assert [told(flaw) for flaw in loaded.flaws] == ["K008 builtin 2:8"]
    assert loaded.plan is not None
    assert [len(outline.duties) for outline in loaded.plan.outline] == [0, 43]


@pytest.mark.parametrize(
    ("text", "is_companion"),
    [
        ("地区: 什邡市\n成员单位: [市科协]\n", True),
        ("纲要: 某纲要\n职责: [{编号: 1, 内容: 子}]\n", True),
        ("方案: 示例\n成员单位: [市科协]\n重点任务: [{名称: 甲}]\n", False),
        ("重点任务: [{名称: 甲}]\n", False),
        ("方案: 示例\n", False),
        ("：", False),
        ("", False),
    ],
)
def test_companions(text: str, *, is_companion: bool) -> None:
    assert load(text).is_companion is is_companion


def test_every_flaw_that_loading_knows_has_words(tmp_path: Path) -> None:
    """A flaw without words would be a traceback in front of a clerk."""
    messages = {rule.CODE: getattr(rule, "MESSAGES", {}) for rule in flaw_rules()}
    loaded = load(
        _linked("成员单位: [{名秤: 市科协}]\n地区: [一]\n", tmp_path, "年度: 二\nxyz: 1\nyear: 3\n"), tmp_path
    )
    assert len(loaded.flaws) == 5
    for flaw in loaded.flaws:
        assert flaw.kind in messages[flaw.code]


def test_files_that_cannot_be_read() -> None:
    with pytest.raises(KepuError):
        load_file(NOWHERE / "plan.yaml")
    loaded = unreadable("x.yaml", Words("没有读取权限", "permission denied"))
    assert loaded.plan is None
    assert [told(flaw) for flaw in loaded.flaws] == ["K001 unreadable 1:1"]


def test_bytes_that_are_no_text() -> None:
    loaded = load_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100), "plan.yaml", NOWHERE)
    assert loaded.plan is None
    assert loaded.flaws


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_examples_read_without_a_flaw(path: Path) -> None:
    loaded = load_file(path)
    assert loaded.flaws == ()
    assert (loaded.plan is None) is loaded.is_companion


def test_shifang_is_the_same_plan_in_both_languages() -> None:
    chinese, english = (load_file(EXAMPLES / "shifang-2007" / name).plan for name in ("plan.yaml", "plan-en.yaml"))
    assert chinese is not None
    assert chinese == english


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("地区: 示例县\n成员单位: [县科协]\n", "Roster"),
        ("region: 示例县\ndepartments: [县科协]\ngroups: {}\n", "Roster"),
        ("纲要: 甲\n职责: []\n", "Outline"),
        ("标题: 甲\n简称: 纲要\n重点任务: []\n", "Outline"),
        ("方案: 甲\n成员单位: [县科协]\n", "Plan"),
        ("成员单位: [县科协]\n重点任务: []\n", "Plan"),
        ("方案: 甲\n重点任务: []\n职责: [一件事]\n", "Plan"),
        ("- 甲\n", "Plan"),
    ],
    ids=[
        "roster",
        "in English",
        "outline",
        "an outline's actions",
        "no actions yet",
        "no title",
        "duties too far left",
        "list",
    ],
)
def test_what_a_file_is(keys: str, kind: str) -> None:
    assert load_bytes(keys.encode(), "f.yaml", Path("nowhere")).kind == kind


def test_a_refused_outline_keeps_the_places_of_those_after_it() -> None:
    outlines = "  - nowhere.yaml\n  - 纲要: 乙\n    职责: [{编号: 1, 内容: 办展览}]\n"
    text = f"方案: 甲\n上级纲要:\n{outlines}重点任务: [{{名称: 甲}}]\n"
    loaded = load_bytes(text.encode(), "f.yaml", Path("nowhere"))
    place = loaded.places.find(("outline", 1, "duties", 0, "text"))
    assert (place.line, place.column) == (5, 22)
    assert loaded.plan is not None
    assert loaded.plan.outline[1].duties[0].text == "办展览"


def test_a_roster_that_plans_share_is_parsed_once_and_anew_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def counting(data: bytes, file: str) -> Source:
        parsed.append(file)
        return read_source(data, file)

    monkeypatch.setattr(load_module, "read_source", counting)
    roster = tmp_path / "shared-roster.yaml"
    text = "方案: 示例\n年度: 2026\n成员单位: shared-roster.yaml\n重点任务: [{名称: 甲, 牵头单位: 县科协}]\n"
    plans = [tmp_path / f"{number}.yaml" for number in range(3)]
    for plan in plans:
        plan.write_text(text, "utf-8")
    for member in ("县科协", "县妇联"):
        roster.write_text(f"成员单位: [{member}, 县教育局]\n", "utf-8")
        found = [load_file(plan, plan.name).plan for plan in plans]
        assert [plan.departments[0].name for plan in found if plan] == [member] * 3
    assert parsed.count("shared-roster.yaml") == 2
    assert len(parsed) == 2 + 2 * 3
