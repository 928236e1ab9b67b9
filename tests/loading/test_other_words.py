"""The tables of other forms' words: they point at what exists, and hide nothing that the language has."""

from __future__ import annotations

import pytest

from kepu_cli.choices import CHOICES
from kepu_cli.loading.other_words import KEYS, VALUES, choice_for, key_for
from kepu_cli.names import normal
from kepu_cli.vocabulary import VOCABULARY, english_key

_KEYS = [(kind, word, field) for kind, words in KEYS.items() for word, field in words.items()]
_PERSONS = ("人", "领导", "person", "sponsor")


@pytest.mark.parametrize("kind", KEYS)
def test_every_word_leads_to_a_key_and_is_none_itself(kind: str) -> None:
    for word, field in KEYS[kind].items():
        assert field in VOCABULARY[kind]
        assert english_key(kind, word) is None, word
        assert word == normal(word), "it would never be found"


def test_a_word_for_persons_never_means_departments() -> None:
    for _, word, field in _KEYS:
        if word.endswith(_PERSONS):
            assert field in ("leader", "contact", "extra"), word


@pytest.mark.parametrize("choice", CHOICES)
def test_every_word_leads_to_a_choice_and_is_none_itself(choice: str) -> None:
    known = {word for words in CHOICES[choice].values() for word in words}
    for word, value in VALUES[choice].items():
        assert value in CHOICES[choice]
        assert word not in known, word
        assert word == normal(word), "it would never be found"


@pytest.mark.parametrize(
    ("choice", "typed", "meant"),
    [
        ("kind", "专项", "工程"),
        ("kind", "任务", "行动"),
        ("kind", "Project", "programme"),
        ("sector", "乡镇", "镇街"),
        ("sector", "群众团体", "群团"),
        ("sector", "人民团体", "群团"),
        ("how", "改名", "更名"),
        ("how", "撤并", "合并"),
        ("severity", "严重", "错误"),
        ("severity", "忽略", "关闭"),
        ("severity", "ignore", "off"),
        ("severity", "warn", "warning"),
        ("severity", "随便", None),
        ("sector", "事业", None),
    ],
)
def test_customary_choices(choice: str, typed: str, meant: str | None) -> None:
    assert choice_for(choice, typed) == meant


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("Action", "任务名称", "name"),
        ("Duty", "task", "text"),
        ("Plan", "tasks", "actions"),
        ("Department", "联系电话", "contact"),
        ("Action", "进展情况", None),
        ("Target", "owner", None),
    ],
)
def test_customary_keys(kind: str, typed: str, field: str | None) -> None:
    assert key_for(kind, typed) == field
