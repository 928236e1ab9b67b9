"""Texts that nobody would write: whatever they hold, the commands answer in clean sentences and change nothing.

`make fuzz` tries thousands of new ones; what it finds becomes a row of the collection.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.rows import GOOD, PLAN, Row
from tests.hostile.running import FOREIGN, changes, ensure_clean, ran, snapshot

pytestmark = pytest.mark.skipif(os.name == "nt", reason="NOT PROVEN: limits of POSIX")

COMMANDS = (("validate", PLAN, "--all"), ("gaps", PLAN), ("show", PLAN), ("fmt", "--check", PLAN))
PIECES = (
    *(
        "方案",
        "年度",
        "地区",
        "成员单位",
        "重点任务",
        "名称",
        "牵头单位",
        "责任单位",
        "完成时限",
        "目标",
        "规则",
        "豁免",
    ),
    *("title", "actions", "lead", "上级纲要", "领导小组", "单位组", "实施阶段", "职责", "编号", "项目", "承接", "其他"),
    *(
        "县教育局",
        "县科协",
        "各乡镇",
        "有关单位",
        "县教育局、县科协等",
        "（牵头）",
        "2026",
        "2026年底前",
        "每年9月",
        "二〇二六年",
    ),
    *("builtin:2021", "departments.yaml", "../x.yaml", "K302", "关闭", "off", "一", "（一）", "1.1", "~", "null", "no"),
    *(
        ": ",
        "：",
        ":",
        "- ",
        "-",
        "－ ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "，",
        "、",
        "；",
        "\n",
        "\n  ",
        "\n    ",
        "\n      ",
        "\t",
    ),
    *(
        "'",
        '"',
        "“",
        "”",
        "#",
        " #",
        "# ",
        "&a ",
        "*a",
        "!x ",
        "<<",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "---\n",
        "...\n",
    ),
    *(
        "\u3000",
        "\xa0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\x1b[2J",
        "\x00",
        "\u2028",
        "\x85",
        "\r",
        "\r\n",
        "🧪",
        "𠮷",
        "\\e",
        "\\x1b",
    ),
    *("[red]", "{0}", "%s", "$HOME", "=1+1", "字" * 200, " " * 100),
)
# A command costs more than a function does.
FEW = settings(max_examples=2000 if os.environ.get("KEPU_EXPLORE") == "1" else 20)
# Texts are made of words from the sources, too; those that no answer may hold would come back as the line at fault.
texts = st.text(max_size=200).filter(lambda text: not FOREIGN.search(text))
soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """The good plan with pieces put in and taken out."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 6)) :]
    return text


def _ensure_answered(data: bytes) -> None:
    here = Path.cwd()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / PLAN).write_bytes(data)
        os.chdir(folder)
        try:
            before = snapshot(folder)
            for command in COMMANDS:
                ensure_clean(ran(command, "zh"), "zh", Row("soup", {PLAN: data}, command, seconds=5))
            assert changes(before, snapshot(folder)) == set()
        finally:
            os.chdir(here)


@FEW
@given(spoilt())
def test_a_plan_that_was_spoilt(text: str) -> None:
    _ensure_answered(text.encode("utf-8", "surrogatepass"))


@FEW
@given(soup)
def test_pieces_of_plans(text: str) -> None:
    _ensure_answered(text.encode())


@FEW
@given(texts)
def test_any_text(text: str) -> None:
    _ensure_answered(text.encode("utf-8", "surrogatepass"))


@FEW
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    _ensure_answered(data)


@FEW
@given(texts, st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le", "big5"]))
def test_a_plan_in_any_encoding(text: str, encoding: str) -> None:
    _ensure_answered((GOOD + text).encode(encoding, "replace"))
