"""The documentation that repeats the code is current; `KEPU_GOLDEN=1` writes it anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from kepu_cli.catalogue import rule_texts
from kepu_cli.choices import CHOICES
from kepu_cli.commands.many_files import LARGE_BYTES, SPAWNING, WORTHWHILE, WORTHWHILE_BYTES
from kepu_cli.documentation import choices_table, generated_docs, keys_table, rules_page, with_tables
from kepu_cli.vocabulary import VOCABULARY

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("rules.md", "language.md", "checking.md")


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str) -> None:
    path = DOCS / name
    written = path.read_text("utf-8") if path.exists() else ""
    current = generated_docs({name: written})[name]
    # Only where it differs: another test writes the screens of the same page.
    if os.environ.get("KEPU_GOLDEN") and current != written:
        path.write_text(current, "utf-8", newline="\n")
    assert path.read_text("utf-8") == current


def test_tables_are_made_anew_and_the_prose_stays() -> None:
    page = "前\n<!-- generated:keys Target -->\nold\n<!-- end -->\n后 <!-- end -->\n"
    made = with_tables(page)
    assert made == f"前\n<!-- generated:keys Target -->\n\n{keys_table('Target')}\n\n<!-- end -->\n后 <!-- end -->\n"
    assert with_tables(made) == made


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_tables("<!-- generated:keys Ledger --><!-- end -->")


def test_a_key_stands_with_all_its_spellings_its_need_and_its_example() -> None:
    assert "| **`年度`**、`年份` | `year` | 哪一年，四位数字<br>the year, four digits | `2026` |" in keys_table("Plan")
    assert "| **`方案`**、`标题`、`方案名称` | `title` | **必写 required** · " in keys_table("Plan")


def test_choices_stand_in_both_languages() -> None:
    assert "| `工程` | `programme`、`program` |" in choices_table("kind")


def test_the_pages_leave_no_key_and_no_choice_out() -> None:
    pages = "".join((DOCS / name).read_text("utf-8") for name in PAGES)
    tables = set(re.findall(r"<!-- generated:(\w+ \w+) -->", pages))
    expected = {f"keys {kind}" for kind in VOCABULARY} | {
        f"choices {choice}" for choice in CHOICES if choice != "optional"
    }
    assert tables == expected


def test_the_page_tells_from_when_on_several_processes_check() -> None:
    page = (DOCS / "checking.md").read_text("utf-8")
    much, large = f"{WORTHWHILE_BYTES // 1000} KB", f"{LARGE_BYTES // 1_000_000} MB"
    assert f"{WORTHWHILE} 份以上，合起来 {much} 以上" in page
    assert f"合起来 {large} 以上" in page
    assert f"{WORTHWHILE} files or more, {much} together" in page
    assert f"{large} together" in page
    assert SPAWNING == 3, "乘以三, three times as much"


def test_the_rules_page_has_an_anchor_for_each_entry_of_its_table() -> None:
    page = rules_page()
    for text in rule_texts():
        assert f"(#{text.code.lower()})" in page
        assert f'<a id="{text.code.lower()}"></a>' in page
        assert f"### {text.code} {text.title.zh} · {text.title.en}" in page


def test_the_examples_of_the_language_page_are_yaml() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / "language.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    assert all(isinstance(yaml.safe_load(block), dict) for block in blocks)


@pytest.mark.parametrize("name", ["language.md", "checking.md"])
def test_chinese_prose_has_full_width_punctuation(name: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", (DOCS / name).read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text) == []
