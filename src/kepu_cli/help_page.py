"""The help pages: ours instead of the framework's, because they speak the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from kepu_cli import console
from kepu_cli.findings import Lang, Words
from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def both(zh: str, en: str) -> str:
    """A help text in both languages as the one string that the framework carries; a page shows one of them."""
    return f"{zh}{_DIVIDER}{en}"


def one(text: str | None) -> str:
    """The reader's half of a text made by `both`."""
    zh, _, en = (text or "").partition(_DIVIDER)
    return en if en and console.current_lang() is Lang.EN else zh


class KepuCommand(TyperCommand):
    # `ctx` and `formatter` are the framework's, which it keeps private.
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(ctx, self.help, self.get_params(ctx)))


class KepuGroup(TyperGroup):
    def format_help(self, ctx: Any, formatter: Any) -> None:
        commands = [(name, _words(summary)) for name, summary in self.summaries()]
        page = _page(ctx, self.help, self.get_params(ctx))
        formatter.write(page + _section(_COMMANDS, commands) + "\n" + _words(_MORE_HELP) + "\n")

    def summaries(self) -> Iterable[tuple[str, Words]]:
        """The commands, each with what it does in one line."""
        raise NotImplementedError


_DIVIDER = "\x1f"
_USAGE = Words("用法：", "Usage: ")
_ARGUMENTS = Words("参数", "Arguments")
_OPTIONS = Words("选项", "Options")
_COMMANDS = Words("命令", "Commands")
_MORE_HELP = Words("每个命令的用法：kepu 命令 --help", "For one command: kepu COMMAND --help")
_HELP = Words("显示这页帮助", "show this page")
_LANG = Words("用中文还是英文", "Chinese or English")


def _words(words: Words) -> str:
    return words.in_(console.current_lang())


def _page(ctx: Any, about: str | None, params: Iterable[Any]) -> str:
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option" and param.name != "help"]
    is_group = hasattr(ctx.command, "commands")
    pieces = [_words(Words("[选项]", "[OPTIONS]")), *map(_metavar, arguments)]
    if is_group:
        pieces.append(_words(Words("命令 …", "COMMAND …")))
    usage = f"{_words(_USAGE)}{ctx.command_path} {' '.join(pieces)}\n\n"
    lines = [line for paragraph in one(about).split("\n") for line in wrap_text(paragraph, _WIDTH) or ("",)]
    body = usage + "\n".join(line.rstrip() for line in lines) + "\n"
    body += _section(_ARGUMENTS, [(_metavar(argument), one(argument.help)) for argument in arguments])
    return body + _section(_OPTIONS, [*map(_option, options), *_general()])


# Help is read on any terminal: narrower than eighty columns.
_WIDTH = 78


def _general() -> Iterator[tuple[str, str]]:
    """What holds for every command."""
    yield "--lang zh|en", _words(_LANG)
    yield "--help", _words(_HELP)


def _metavar(param: Any) -> str:
    metavar = one(param.metavar) or str(param.name).upper()
    return metavar if param.required else f"[{metavar}]"


def _option(param: Any) -> tuple[str, str]:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {one(param.metavar)}".rstrip(), one(param.help)


def _section(title: Words, entries: list[tuple[str, str]]) -> str:
    if not entries:
        return ""
    column = min(max(display_width(name) for name, _ in entries), 28) + 4
    lines = [f"\n{_words(title)}{'：' if console.current_lang() is Lang.ZH else ':'}"]
    for name, about in entries:
        first, *rest = wrap_text(about, _WIDTH - column) or ("",)
        lines.append(f"  {name}{' ' * max(column - 2 - display_width(name), 2)}{first.rstrip()}")
        lines += [" " * column + line.rstrip() for line in rest]
    return "\n".join(lines) + "\n"
