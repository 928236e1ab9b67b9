"""The table of keys: complete, unambiguous, and the same as the model's fields."""

from __future__ import annotations

import pytest

from kepu_cli.choices import CHOICES, choice_words
from kepu_cli.findings import Lang
from kepu_cli.kinds import KINDS
from kepu_cli.vocabulary import VOCABULARY, english_key, key_in, key_words, written_keys

_FIELDS = [(kind, field) for kind, keys in VOCABULARY.items() for field in keys]


def test_the_kinds_are_the_models() -> None:
    assert VOCABULARY.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", VOCABULARY)
def test_the_fields_are_the_models(kind: str) -> None:
    assert set(VOCABULARY[kind]) == set(KINDS[kind].FIELDS)


@pytest.mark.parametrize(("kind", "field"), _FIELDS)
def test_every_spelling_means_its_field(kind: str, field: str) -> None:
    key = VOCABULARY[kind][field]
    assert english_key(kind, field) == field
    assert english_key(kind, key.zh[0]) == field
    assert key_words(kind, field) == (key.zh[0], field)
    assert key_in(kind, field, Lang.ZH) == key.zh[0]
    assert key_in(kind, field, Lang.EN) == field
    assert all(key.says)


@pytest.mark.parametrize("kind", VOCABULARY)
def test_no_chinese_key_is_written_for_two_fields(kind: str) -> None:
    """A second spelling may be the first of another field (内容 of a duty), which then has it."""
    first = [key.zh[0] for key in VOCABULARY[kind].values()]
    assert len(set(first)) == len(first)
    for field, key in VOCABULARY[kind].items():
        for spelling in key.zh[1:]:
            assert english_key(kind, spelling) == field or spelling in first


@pytest.mark.parametrize(
    ("kind", "written", "field"),
    [
        ("Action", "牵头部门", "lead"),
        ("Action", "负责单位", "lead"),
        ("Action", "主办单位", "lead"),
        ("Duty", "责任部门", "responsible"),
        ("Duty", "参加单位", "responsible"),
        ("Duty", "承办单位", "responsible"),
        ("Duty", "协办单位", "support"),
        ("Duty", "支持单位", "support"),
        ("Duty", "内容", "text"),
        ("Project", "名称", "name"),
        ("Plan", "起止", "period"),
        ("Plan", "laed", None),
        ("Duty", "duties", None),
    ],
)
def test_the_languages_words(kind: str, written: str, field: str | None) -> None:
    assert english_key(kind, written) == field


def test_written_keys_by_language() -> None:
    assert written_keys("Phase", Lang.EN) == ("name", "time", "text")
    assert written_keys("Phase", Lang.ZH) == ("名称", "标题", "时间", "内容")


@pytest.mark.parametrize("choice", CHOICES)
def test_choices_are_written_in_both_languages_and_mean_one_value(choice: str) -> None:
    words = [word for written in CHOICES[choice].values() for word in written]
    assert len(set(words)) == len(words)
    for value in CHOICES[choice]:
        zh, en = choice_words(choice, value)
        assert not zh.isascii()
        assert en.isascii()
