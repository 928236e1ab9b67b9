"""Arguments and options that several commands take, worded once."""

from __future__ import annotations

from typing import Annotated

import typer

from kepu_cli.help_page import both

PlanArgument = Annotated[
    str,
    typer.Argument(metavar=both("方案", "PLAN"), help=both("方案文件；- 表示标准输入", "a plan; - for standard input")),
]
PlansArgument = Annotated[
    list[str],
    typer.Argument(
        metavar=both("方案…", "PLAN…"),
        help=both("方案文件或文件夹；- 表示标准输入", "plan files or folders; - for standard input"),
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=both("覆盖已有的文件", "replace an existing file"))]
