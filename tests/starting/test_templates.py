"""What `kepu init` writes: correct from the start, in both languages, with and without an outline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from kepu_cli.checking import check
from kepu_cli.findings import Lang, Severity
from kepu_cli.loading.builtin_outlines import builtin_outline
from kepu_cli.loading.linked_files import BUILTIN, BUILTIN_OUTLINES
from kepu_cli.loading.load import load_file
from kepu_cli.names import normal
from kepu_cli.references import covered_outline_duties
from kepu_cli.schema import schema
from kepu_cli.starting.draft import department_in
from kepu_cli.starting.templates import PLAN_FILE, ROSTER_FILE, starter

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.loading.load import Loaded

CASES = [(lang, outline) for lang in Lang for outline in (None, *BUILTIN_OUTLINES)]


def written(lang: Lang = Lang.ZH, outline: str | None = None, region: str = "示例县") -> dict[str, str]:
    return starter(region, 2026, lang, builtin_outline(BUILTIN + outline) if outline else None)


def loaded(folder: Path, texts: dict[str, str]) -> Loaded:
    for name, text in texts.items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")
    return load_file(folder / PLAN_FILE)


@pytest.mark.parametrize(("lang", "outline"), CASES)
def test_a_starter_is_clean(lang: Lang, outline: str | None, tmp_path: Path) -> None:
    report = check(loaded(tmp_path, written(lang, outline)))
    told = [(f.code, f.message.in_(Lang.EN)) for f in report.findings if f.severity is not Severity.INFO]
    assert told == []


@pytest.mark.parametrize(("lang", "outline"), CASES)
def test_a_starter_fits_its_own_schemas(lang: Lang, outline: str | None) -> None:
    texts = written(lang, outline)
    for name, kind in ((PLAN_FILE, "plan"), (ROSTER_FILE, "roster")):
        link = f".kepu/{kind}.schema.json"
        assert texts[name].startswith(f"# yaml-language-server: $schema={link}\n")
        assert json.loads(texts[link]) == schema(kind)
        jsonschema.validate(yaml.safe_load(texts[name]), schema(kind))


@pytest.mark.parametrize("outline", [None, *BUILTIN_OUTLINES])
def test_both_languages_say_the_same(outline: str | None, tmp_path: Path) -> None:
    zh, en = (loaded(tmp_path, written(lang, outline)).plan for lang in Lang)
    assert zh is not None
    assert zh == en


@pytest.mark.parametrize("name", BUILTIN_OUTLINES)
def test_an_outline_is_laid_out_with_its_customary_leads(name: str, tmp_path: Path) -> None:
    outline = builtin_outline(BUILTIN + name)
    plan = loaded(tmp_path, written(outline=name)).plan
    assert outline is not None
    assert plan is not None
    assert plan.outline == (outline,)
    for action, laid_out in zip(outline.actions, plan.actions, strict=False):
        assert laid_out.name == action.name
        assert laid_out.lead == tuple(department_in("示例县", core) for core in action.customary_leads)
    asked = {(0, at) for at, duty in enumerate(outline.duties) if not duty.optional}
    assert covered_outline_duties(plan) == asked


def test_what_is_commented_out_becomes_part_of_the_plan_without_its_hash(tmp_path: Path) -> None:
    texts = written(outline="2021")
    lines = [line for line in texts[PLAN_FILE].splitlines() if not line.startswith("    # 下面")]
    kept = [line.replace("# ", "", 1) if line.startswith("    # ") else line for line in lines]
    plan = loaded(tmp_path, {**texts, PLAN_FILE: "\n".join(kept)}).plan
    assert plan is not None
    outline = plan.outline[0]
    assert covered_outline_duties(plan) == {(0, at) for at in range(len(outline.duties))}


def test_every_outline_lead_is_marked_as_a_proposal() -> None:
    for lang, mark in ((Lang.ZH, "# 惯例，请核对"), (Lang.EN, "# customary, please check")):
        lines = written(lang, "2006")[PLAN_FILE].splitlines()
        leads = [line for line in lines if line.lstrip().startswith(("牵头单位:", "lead:"))]
        assert len(leads) == 10
        assert all(mark in line for line in leads)


def test_the_english_starter_has_no_chinese_key_or_comment() -> None:
    for name, text in written(Lang.EN, "2021").items():
        if name.endswith(".yaml"):
            comments = [line.partition("# ")[2] for line in text.splitlines() if line.startswith("#")]
            keys = [line.strip(" -").partition(":")[0] for line in text.splitlines() if ":" in line and "#" not in line]
            assert all(key.isascii() for key in keys)
            assert all("，" not in comment and "。" not in comment for comment in comments)


@pytest.mark.parametrize("region", ["a: b", "什邡市 # 一", "“引”号'\"县", "- 区", "示例", "yes", "某某县\\"])
def test_any_region_survives_the_quoting(region: str, tmp_path: Path) -> None:
    result = loaded(tmp_path, written(region=region))
    assert result.flaws == ()
    assert result.plan is not None
    assert result.plan.region == region
    assert normal(result.plan.title) == normal(f"{region}2026年全民科学素质工作要点")


@pytest.mark.parametrize(
    ("region", "core", "name"),
    [
        ("示例县", "教育局", "县教育局"),
        ("示例市", "组织部", "市委组织部"),
        ("示例区", "团委", "团区委"),
        ("示例旗", "总工会", "旗总工会"),
        ("示例", "科协", "科协"),
        ("示例", "组织部", "组织部"),
        ("示例", "团委", "团委"),
    ],
)
def test_department_in(region: str, core: str, name: str) -> None:
    assert department_in(region, core) == name


def test_mass_organizations_stand_in_protocol_order_behind_the_government() -> None:
    roster = yaml.safe_load(written(outline="2021")[ROSTER_FILE])["成员单位"]
    names = [entry if isinstance(entry, str) else entry["名称"] for entry in roster]
    assert names[:2] == ["县委组织部", "县委宣传部"]
    assert names[-3:] == ["县总工会", "团县委", "县科协"]
