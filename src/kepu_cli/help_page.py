"""The layout of the help pages: ours instead of the framework's, because they speak the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.findings import Lang, Words
from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def both(zh: str, en: str) -> str:
    """A help text in both languages as the one string that the framework carries; a page shows one of them."""
    return f"{zh}{_DIVIDER}{en}"


def one(text: str | None) -> str:
    """The reader's half of a text made by `both`."""
    zh, _, en = (text or "").partition(_DIVIDER)
    return en if en and console.current_lang() is Lang.EN else zh


def in_lang(words: Words) -> str:
    return words.in_(console.current_lang())


def page(usage: str, about: str, arguments: Sequence[tuple[str, str]], options: Sequence[tuple[str, str]]) -> str:
    """A command's page: how it is called, what it does, and what each argument and option means, by its name."""
    lines = [line for paragraph in about.split("\n") for line in wrap_text(paragraph, _WIDTH) or ("",)]
    body = f"{in_lang(_USAGE)}{usage}\n\n" + "\n".join(line.rstrip() for line in lines) + "\n"
    general = [("--lang zh|en", in_lang(_LANG)), ("--help", in_lang(_HELP))]
    return body + section(_ARGUMENTS, arguments) + section(_OPTIONS, [*options, *general])


def section(title: Words, entries: Sequence[tuple[str, str]]) -> str:
    """Names and what they mean in two columns, under a title; nothing for no entries."""
    if not entries:
        return ""
    column = min(max(display_width(name) for name, _ in entries), 28) + 4
    lines = [f"\n{in_lang(title)}{'：' if console.current_lang() is Lang.ZH else ':'}"]
    for name, about in entries:
        first, *rest = wrap_text(about, _WIDTH - column) or ("",)
        lines.append(f"  {name}{' ' * max(column - 2 - display_width(name), 2)}{first.rstrip()}")
        lines += [" " * column + line.rstrip() for line in rest]
    return "\n".join(lines) + "\n"


# Help is read on any terminal: narrower than eighty columns.
_WIDTH = 78
_DIVIDER = "\x1f"
_USAGE = Words("用法：", "Usage: ")
_ARGUMENTS = Words("参数", "Arguments")
_OPTIONS = Words("选项", "Options")
_HELP = Words("显示这页帮助", "show this page")
_LANG = Words("用中文还是英文", "Chinese or English")
