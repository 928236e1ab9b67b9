"""The schemas: valid themselves, complete, open for everything the examples do, shut for slips."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kepu_cli.kinds import KINDS
from kepu_cli.schema import FILES, schema
from kepu_cli.vocabulary import VOCABULARY

EXAMPLES = Path(__file__).parent.parent / "data" / "examples"
OUTLINES = sorted(Path(str(files("kepu_cli"))).glob("data/outline-*.yaml"))
# As texts, which is how kepu reads, and as YAML 1.1 guesses, which is what other tools hand to a schema.
LOADERS: dict[str, type[yaml.BaseLoader | yaml.SafeLoader]] = {"texts": yaml.BaseLoader, "guessed": yaml.SafeLoader}


@lru_cache(maxsize=3)
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(kind))


def errors(kind: str, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(kind).iter_errors(data)]


def read(text: str, loader: str = "texts") -> Any:
    """The data as JSON has it: dates are texts, and so is every key."""
    return json.loads(json.dumps(yaml.load(text, LOADERS[loader]), default=str))


def kind_of(path: Path) -> str:
    return "roster" if path.name.startswith(("departments", "roster")) else "plan"


@pytest.mark.parametrize("kind", FILES)
def test_schema_is_a_valid_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_is_accepted(path: Path, loader: str) -> None:
    assert errors(kind_of(path), read(path.read_text("utf-8"), loader)) == []


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_every_builtin_outline_is_accepted(path: Path, loader: str) -> None:
    assert errors("outline", read(path.read_text("utf-8"), loader)) == []


@pytest.mark.parametrize("kind", FILES)
def test_every_spelling_of_every_key_is_known(kind: str) -> None:
    whole = schema(kind)
    parts = {FILES[kind]: whole, **whole["$defs"]}
    for name, part in parts.items():
        mapping = part if "properties" in part else part["anyOf"][1]
        expected = {word for field, key in VOCABULARY[name].items() for word in (field, *key.zh)}
        assert set(mapping["properties"]) == expected, name
        assert mapping["additionalProperties"] is False, name


def test_every_kind_of_the_model_is_in_the_plan_or_the_roster() -> None:
    assert set(KINDS) == {"Plan", "Roster", "Settings", *schema("plan")["$defs"]}


def test_descriptions_speak_both_languages_and_examples_have_their_shape() -> None:
    properties = schema("plan")["$defs"]["Action"]["properties"]
    assert properties["完成时限"] is properties["due"]
    assert properties["due"]["description"] == "什么时候完成 / by when it is done"
    assert properties["targets"]["examples"] == [{"场次": "20", "参与人数": "5000"}]


def test_no_choice_is_between_something_and_nothing() -> None:
    assert '{"type": "null"}' not in json.dumps([schema(kind) for kind in FILES])


ACCEPTED = {
    "numbers": "{方案: 甲, 年度: 2026, 重点任务: [{编号: 3.10, 名称: 乙, 目标: {场次: 20}}]}",
    "year-with-word": "{方案: 甲, 年度: 2026年, 重点任务: [{名称: 乙}]}",
    "english": "{title: 甲, year: 2026, actions: [{name: 乙, lead: [县教育局, 县科协], duties: [丙, {text: 丁}]}]}",
    "mixed": "{方案: 甲, actions: [{名称: 乙, lead: 县教育局、县科协}]}",
    "inline-roster": "{方案: 甲, 成员单位: [县科协, {名称: 县教育局, 系统: 政府}], 重点任务: [{名称: 乙}]}",
    "roster-as-text": "{方案: 甲, 成员单位: 县科协、县教育局, 重点任务: [{名称: 乙}]}",
    "two-outlines": "{方案: 甲, 上级纲要: [builtin:2021, {纲要: 丙, 职责: []}], 重点任务: [{名称: 乙}]}",
    "outline-inline": "{方案: 甲, 上级纲要: {纲要: 丙, 职责: [{编号: 1, 内容: 丁}]}, 重点任务: [{名称: 乙}]}",
    "target-as-mapping": "{方案: 甲, 重点任务: [{名称: 乙, 目标: {合格率: {数值: 98, 单位: '%', 上年: 96.5}}}]}",
    "rules": "{方案: 甲, 规则: {K302: off, K303: 关闭, K209: {上限: 6}}, 重点任务: [{名称: 乙}]}",
    "one-former-name": "{方案: 甲, 成员单位: [{名称: 丙, 前身: {名称: 丁, 至: 2009}}], 重点任务: [{名称: 乙}]}",
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_what_the_language_allows_is_accepted(text: str, loader: str) -> None:
    assert errors("plan", read(text, loader)) == []


def test_a_key_with_nothing_behind_it_is_accepted() -> None:
    text = "{方案: 甲, 年度: , 文号: , 实施阶段: , 重点任务: [{名称: 乙, 责任单位: , 类别: ~, 目标: }]}"
    assert errors("plan", read(text, "guessed")) == []


REFUSED = {
    "misspelt-key": "{方案: 甲, 重点任务: [{名称: 乙, 牵头单们: 县科协}]}",
    "misspelt-english-key": "{title: 甲, actions: [{name: 乙, laed: 县科协}]}",
    "key-of-another-kind": "{方案: 甲, 牵头单位: 县科协, 重点任务: [{名称: 乙}]}",
    "no-title": "{年度: 2026, 重点任务: [{名称: 乙}]}",
    "no-actions": "{方案: 甲}",
    "actions-empty": "{方案: 甲, 重点任务: []}",
    "year-in-words": "{方案: 甲, 年度: 今年, 重点任务: [{名称: 乙}]}",
    "kind-unknown": "{方案: 甲, 重点任务: [{名称: 乙, 类别: 活动}]}",
    "severity-unknown": "{方案: 甲, 规则: {K302: 静音}, 重点任务: [{名称: 乙}]}",
    "leads-as-mapping": "{方案: 甲, 重点任务: [{名称: 乙, 牵头单位: {甲: 乙}}]}",
    "duty-without-text": "{方案: 甲, 重点任务: [{名称: 乙, 职责: [{牵头单位: 县科协}]}]}",
    "action-as-text": "{方案: 甲, 重点任务: [乙]}",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_slips_are_refused(text: str) -> None:
    assert errors("plan", read(text)) != []


def test_an_unknown_kind_of_file_has_no_schema() -> None:
    with pytest.raises(KeyError):
        schema("ledger")
