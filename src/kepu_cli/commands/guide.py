"""A bare `kepu`: the three commands a newcomer needs first."""

from __future__ import annotations

from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.findings import Words
from kepu_cli.help_page import both


def guide(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=both("显示版本", "show the version"))] = False,
) -> None:
    """Shows the guide when no command is named."""
    if version:
        from kepu_cli import __version__

        console.show(f"kepu {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        console.show(_GUIDE.in_(console.current_lang()))


_GUIDE = Words(
    zh="""kepu：任务分工方案的检查、查漏、出表、对比

头一次用，先试这三条命令：

  kepu init 我的方案            在“我的方案”文件夹里放一份带说明的方案和名册，照着改就行
  kepu validate plan.yaml       逐行检查：写错的单位、漏写的牵头、重复的编号
  kepu export plan.yaml -o 分工表.xlsx
                                生成能直接打印的任务分工表和责任矩阵

接着会用到：

  kepu gaps plan.yaml           哪些职责没人负责，哪些单位没有任务
  kepu show plan.yaml           在屏幕上看方案；加 --matrix 看矩阵
  kepu diff 2025.yaml 2026.yaml 和去年比，改了什么

全部命令：kepu --help
""",
    en="""kepu: checks task-responsibility plans, finds gaps, writes the tables, compares two years

New here? Start with these three:

  kepu init my-plan             puts a commented plan and roster into the folder my-plan
  kepu validate plan.yaml       checks it line by line: unknown departments, missing leads, duplicate ids
  kepu export plan.yaml -o table.xlsx
                                writes the division-of-labour table and the matrix, ready to print

Then:

  kepu gaps plan.yaml           the duties nobody covers, the members without a duty
  kepu show plan.yaml           the plan on the screen; --matrix for the matrix
  kepu diff 2025.yaml 2026.yaml what changed since last year

All commands: kepu --help
""",
)
