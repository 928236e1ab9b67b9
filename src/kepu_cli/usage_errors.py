"""A command line that was typed wrongly, told in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from kepu_cli.commands import COMMANDS
from kepu_cli.findings import Words
from kepu_cli.help_page import one
from kepu_cli.patterns import pattern
from kepu_cli.printable import shortened
from kepu_cli.spelling import nearest

if TYPE_CHECKING:
    from kepu_cli.findings import Lang

# The framework keeps its usage errors private; this is the class from which its public BadParameter descends.
if TYPE_CHECKING:
    UsageProblem = typer.BadParameter
else:
    UsageProblem = typer.BadParameter.__mro__[1]


def usage_sentence(error: Exception, lang: Lang) -> str:
    """What is wrong with the command line, in one sentence."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _unknown_option(error, lang)
    if kind == "MissingParameter":
        return _MISSING.in_(lang).format(name=_name(error))
    if kind == "BadParameter" and (choices := _choices(error)):
        return _CHOICES.in_(lang).format(name=_name(error), values=" ".join(choices))
    if kind == "BadParameter" and (number := _NO_NUMBER.search(str(getattr(error, "message", "")))):
        return _NUMBER.in_(lang).format(name=_name(error), value=number[1])
    if kind == "BadParameter":
        return _BAD_VALUE.in_(lang).format(name=_name(error), why=getattr(error, "message", ""))
    if kind == "BadOptionUsage":
        return _NEEDS_VALUE.in_(lang).format(name=getattr(error, "option_name", ""))
    return _other(error, lang)


# The framework's words for a value that is to be a whole number.
_NO_NUMBER = pattern("'(.*)' is not a valid int", re.DOTALL)
_MISSING = Words("缺少 {name}", "{name} is missing")
_BAD_VALUE = Words("{name} 的值不对：{why}", "the value of {name} does not fit: {why}")
_CHOICES = Words("{name} 只能是其中之一：{values}", "{name} takes one of: {values}")
_NUMBER = Words("{name} 后面要写一个数字，不是“{value}”", "{name} takes a number, not “{value}”")
_NEEDS_VALUE = Words("{name} 后面要写一个值", "{name} needs a value")
_OPTION = Words("没有 {name} 这个选项", "there is no option {name}")
_COMMAND = Words("没有“{name}”这个命令", "there is no command “{name}”")
_EXTRA = Words("多写了参数", "too many arguments")
_MEANT = Words("，是不是 {near}？", "; did you mean {near}?")


def _unknown_option(error: Exception, lang: Lang) -> str:
    name = str(getattr(error, "option_name", ""))
    near = next(iter(getattr(error, "possibilities", None) or ()), None)
    return _OPTION.in_(lang).format(name=shortened(name)) + (_MEANT.in_(lang).format(near=near) if near else "")


def _choices(error: Exception) -> list[str]:
    """The words that the option accepts, where it accepts only some."""
    values = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    return [str(getattr(value, "value", value)) for value in values or ()]


def _name(error: Exception) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return str(getattr(error, "param_hint", "") or "")
    return one(param.metavar) if param.param_type_name == "argument" else max(param.opts, key=len)


def _other(error: Exception, lang: Lang) -> str:
    """A command that does not exist, or arguments too many; the framework tells them apart only by its own words."""
    message = str(getattr(error, "message", error))
    if message.startswith("No such command"):
        name = message.partition("'")[2].partition("'")[0]
        near = nearest(name, [entry.name for entry in COMMANDS])
        return _COMMAND.in_(lang).format(name=shortened(name)) + (_MEANT.in_(lang).format(near=near) if near else "")
    extra = message.partition(" (")[2].removesuffix(")")
    joint = "：" if lang.value == "zh" else ": "
    return _EXTRA.in_(lang) + (f"{joint}{shortened(extra)}" if extra else "")
