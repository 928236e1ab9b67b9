"""The one boundary where a command line becomes an exit code, and errors become sentences."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.errors import INTERRUPTED, NOT_POSSIBLE, KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.front_page import guide_text, help_text

if TYPE_CHECKING:
    from collections.abc import Sequence


OUR_BUG = 70

_UNKNOWN_LANG = Words("--lang 只认 zh 或 en，不认“{value}”", "--lang takes zh or en, not “{value}”")


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
    from_front = _FRONT.get(tuple(arguments))
    try:
        if from_front:
            console.show(from_front())
            return 0
        from kepu_cli.command_line import call

        return call(arguments)
    except KepuError as error:
        console.complain(error.sentence(console.current_lang()))
        return error.exit_code
    except SystemExit:  # the framework's own answer to a pipe that nobody reads
        raise BrokenPipeError from None
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001  the last resort: a bug of ours is told in one line
        return INTERRUPTED if _follows_ctrl_c(error) else _bug(error)


# What is answered without the framework.
_FRONT = {(): guide_text, ("--help",): help_text}


def _follows_ctrl_c(error: BaseException) -> bool:
    """Whether it was raised while something was cleared up after Ctrl-C: a half-written archive cannot be closed."""
    while error.__context__:
        error = error.__context__
        if isinstance(error, KeyboardInterrupt):
            return True
    return False


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
