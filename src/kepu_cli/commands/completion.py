"""`kepu completion`: a script by which the shell completes commands and options."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from kepu_cli import console
from kepu_cli.findings import Words
from kepu_cli.help_page import both

HELP = Words(
    "写进终端的启动文件，按 Tab 键就补全命令和选项，例如：\n"
    "kepu completion bash >> ~/.bashrc\n补全由终端自己完成，不用启动 kepu。升级以后请重新生成一次。",
    "Put into the shell's start-up file it completes commands and options at the Tab key, for instance:\n"
    "kepu completion bash >> ~/.bashrc\nThe shell does it all by itself. Make it anew after an upgrade.",
)


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(
    ctx: typer.Context,
    shell: Annotated[
        Shell,
        typer.Argument(metavar="bash|zsh|fish|powershell", help=both("哪一种终端", "the shell")),
    ],
) -> None:
    """Prints the script."""
    from kepu_cli.reports.completion_scripts import SCRIPTS

    # The framework's group of commands, whose type it keeps private.
    group: Any = ctx.find_root().command
    options = {name: _options(group.get_command(ctx, name)) for name in group.list_commands(ctx)}
    console.show(SCRIPTS[shell](options))


def _options(command: Any) -> list[str]:
    own = [word for param in command.params if param.param_type_name == "option" for word in param.opts]
    return [*dict.fromkeys([*own, "--lang", "--help"])]
