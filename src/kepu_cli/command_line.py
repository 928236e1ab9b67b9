"""The registered commands as the framework's: made when they are called, told in the reader's language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from kepu_cli import console
from kepu_cli.commands import COMMANDS
from kepu_cli.errors import INTERRUPTED, NOT_POSSIBLE
from kepu_cli.findings import Words
from kepu_cli.front_page import ABOUT, VERSION, guide_text, help_text
from kepu_cli.help_page import both, in_lang, one, page
from kepu_cli.usage_errors import UsageProblem, usage_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.commands import Entry


def call(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code; a command line that was typed wrongly is told in one sentence."""
    try:
        result = _group().main(args=[*arguments], prog_name="kepu", standalone_mode=False)
    except UsageProblem as error:
        console.complain(usage_sentence(error, console.current_lang()), _see_help(error))
        return NOT_POSSIBLE
    except typer.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else 0


class KepuCommand(TyperCommand):
    # `ctx` and `formatter` are the framework's, which it keeps private.
    def format_help(self, ctx: Any, formatter: Any) -> None:
        params: list[Any] = [*self.get_params(ctx)]
        arguments = [(_metavar(param), one(param.help)) for param in params if param.param_type_name == "argument"]
        options = [_option(param) for param in params if param.param_type_name == "option" and param.name != "help"]
        pieces = [ctx.command_path, in_lang(_OPTIONS), *(name for name, _ in arguments)]
        formatter.write(page(" ".join(pieces), one(self.help), arguments, options))


class Commands(TyperGroup):
    """The registry as a group: to list the commands none of them is imported."""

    def format_help(self, ctx: object, formatter: Any) -> None:  # noqa: ARG002  the framework's signature, here and below
        formatter.write(help_text())

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: object, cmd_name: str) -> KepuCommand | None:  # noqa: ARG002
        return next((_command(entry) for entry in COMMANDS if entry.name == cmd_name), None)


def _group() -> Commands:
    group = _typer()
    group.callback(cls=Commands, invoke_without_command=True, help=both(*ABOUT))(_bare)
    return cast("Commands", typer.main.get_command(group))


def _bare(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=both(*VERSION))] = False,
) -> None:
    """What is done where no command is named, or before one."""
    if version:
        from kepu_cli import __version__

        console.show(f"kepu {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        console.show(guide_text())


def _command(entry: Entry) -> KepuCommand:
    module = import_module(f"kepu_cli.commands.{entry.module}")
    single = _typer()
    about = both(*(f"{summary}\n{details}" for summary, details in zip(entry.summary, module.HELP, strict=True)))
    single.command(entry.name, cls=KepuCommand, help=about)(getattr(module, entry.module))
    return cast("KepuCommand", typer.main.get_command(single))


def _typer() -> typer.Typer:
    return typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


_OPTIONS = Words("[选项]", "[OPTIONS]")


def _metavar(param: Any) -> str:
    metavar = one(param.metavar) or str(param.name).upper()
    return metavar if param.required else f"[{metavar}]"


def _option(param: Any) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {one(param.metavar)}".rstrip(), one(param.help)


def _see_help(error: Exception) -> str:
    path = getattr(getattr(error, "ctx", None), "command_path", "kepu")
    return in_lang(Words("用法见：{path} --help", "see: {path} --help")).format(path=path)
