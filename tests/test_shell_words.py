"""Names in command lines that are told can be typed as they stand."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from kepu_cli.shell_words import typed
from tests.cli.process import kepu

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "name", ["方案.yaml", "q q/方案 (1).yaml", "a&b.yaml", "it's.yaml", "二〇二六*.yaml", "a;b", ""]
)
def test_a_shell_reads_one_word(name: str) -> None:
    assert shlex.split(typed(name)) == [name]


def test_a_plain_name_stays_plain() -> None:
    assert typed("科普/方案-2026.yaml") == "科普/方案-2026.yaml"


def test_commands_name_a_folder_with_a_blank_in_quotes(tmp_path: Path) -> None:
    ran = kepu("init", "q q/新 的", cwd=tmp_path)
    assert 'kepu validate "q q/新 的/plan.yaml"' in ran.err
    plan = tmp_path / "q q" / "方案 (1).yaml"
    text = "方案: 示例\n重点任务:\n  - 名称: 甲\n    牵头: 县教育局\n"
    plan.write_text(text, encoding="utf-8")
    for command in (("show",), ("gaps",), ("export", "-o", "a.csv")):
        assert (
            '用 kepu validate "q q/方案 (1).yaml" 查看'
            in kepu(command[0], "q q/方案 (1).yaml", *command[1:], cwd=tmp_path).err
        )
