"""The command line: the commands' registration and the one boundary where errors become sentences and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import typer

from kepu_cli import console
from kepu_cli.commands import diff, explain, export, fmt, gaps, guide, import_, init, rules, schema, show, validate
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.help_page import KepuCommand, KepuGroup, both
from kepu_cli.usage_errors import UsageProblem, usage_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
OUR_BUG = 70
NOT_POSSIBLE = 2

_UNKNOWN_LANG = Words("--lang 只认 zh 或 en，不认“{value}”", "--lang takes zh or en, not “{value}”")

app = typer.Typer(
    cls=KepuGroup,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=both(
        "检查任务分工方案，找出没人负责的职责，生成分工表，比较两年的变化。",
        "Checks task-responsibility plans, finds the duties nobody covers, writes the division-of-labour table, "
        "compares two years.",
    ),
)
app.callback(invoke_without_command=True)(guide.guide)
for name, module, function in (
    ("init", init, init.init),
    ("validate", validate, validate.validate),
    ("gaps", gaps, gaps.gaps),
    ("show", show, show.show),
    ("export", export, export.export),
    ("import", import_, import_.import_),
    ("diff", diff, diff.diff),
    ("fmt", fmt, fmt.fmt),
    ("rules", rules, rules.rules),
    ("explain", explain, explain.explain),
    ("schema", schema, schema.schema),
):
    app.command(name, cls=KepuCommand, help=module.HELP)(function)


def run(argv: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; only KEPU_DEBUG=1 lets a bug through."""
    wanted, arguments = console.split_lang(argv)
    console.prepare(console.choose_lang(wanted, os.environ))
    if wanted is not None and wanted not in tuple(Lang):
        console.complain(say(_UNKNOWN_LANG, value=wanted).in_(console.current_lang()))
        return NOT_POSSIBLE
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _quietly_closed()
    except OSError as error:
        return _stream_failed(error)


def _run(arguments: list[str]) -> int:
    try:
        result = typer.main.get_command(app).main(args=arguments, prog_name="kepu", standalone_mode=False)
    except KepuError as error:
        console.complain(error.sentence(console.current_lang()))
        return error.exit_code
    except UsageProblem as error:
        console.complain(usage_sentence(error, console.current_lang()), _see_help(error))
        return NOT_POSSIBLE
    except typer.Abort:
        return INTERRUPTED
    except SystemExit:  # the framework's own answer to a pipe that nobody reads
        raise BrokenPipeError from None
    except (OSError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001  the last resort: a bug of ours is told in one line
        return _bug(error)
    return result if isinstance(result, int) else 0


def _see_help(error: UsageProblem) -> str:
    path = getattr(getattr(error, "ctx", None), "command_path", "kepu")
    words = Words("用法见：{path} --help", "see: {path} --help")
    return words.in_(console.current_lang()).format(path=path)


def _bug(error: Exception) -> int:
    if os.environ.get("KEPU_DEBUG") == "1":
        raise error
    words = Words(
        "程序出错了（{kind}），这是 kepu 的问题，不是您的文件的问题。请把命令和文件发给我们；KEPU_DEBUG=1 可看详情",
        "something broke ({kind}); this is a fault of kepu, not of your file. Please send us the command and the file; "
        "KEPU_DEBUG=1 shows the details",
    )
    console.complain(words.in_(console.current_lang()).format(kind=type(error).__name__))
    return OUR_BUG


def _quietly_closed() -> int:
    """The reader of our output has gone (| head): nothing to say, and nothing more to flush at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    return 0


def _stream_failed(error: OSError) -> int:
    from kepu_cli.system_reasons import reason_of

    if error.errno == errno.ENOSPC:
        words = Words("磁盘满了，输出没有写完", "the disk is full; the output is not complete")
    else:
        words = Words("读写出错：{why}", "reading or writing failed: {why}")
    try:
        console.complain(say(words, why=reason_of(error)).in_(console.current_lang()))
        return NOT_POSSIBLE
    finally:
        _quietly_closed()
