"""A small plan to put things into, and the doors to fixing with strings on both sides."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kepu_cli.fixing.tidy import fix, tidy
from tests.plans import NOWHERE

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
方案: 示例方案
年度: 2026
地区: 示例县
成员单位:
  - 县教育局
  - {名称: 县科协, 别名: [县科学技术协会]}
  - {名称: 县人社局, 前身: {名称: [县人事局, 县劳动局], 至: 2009, 方式: 合并}}
  - 县妇联
重点任务:
  - 名称: 甲
"""


def action(fields: str) -> str:
    """A plan whose one action has these fields, given without indentation."""
    return HEAD + textwrap.indent(textwrap.dedent(fields), "    ", lambda line: bool(line.strip()))


def tidied(text: str, folder: Path = NOWHERE) -> str:
    return tidy(text.encode(), "plan.yaml", folder).data.decode()


def fixed(text: str, folder: Path = NOWHERE) -> str:
    return fix(text.encode(), "plan.yaml", folder).data.decode()
