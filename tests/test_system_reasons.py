"""What the system says is told in Chinese; no common reason is left in English."""

from __future__ import annotations

import errno
import os
import re

import pytest

from kepu_cli.findings import Words
from kepu_cli.system_reasons import reason_of

# What opening, writing, syncing, renaming and making folders may answer, on local disks and over a network.
USUAL = (
    "EACCES", "EPERM", "ENOENT", "ENOTDIR", "EISDIR", "EEXIST", "ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO", "EBUSY",
    "EMFILE", "ENFILE", "ENOMEM", "ENAMETOOLONG", "EINVAL", "ELOOP", "EXDEV", "EPIPE", "EBADF", "ESTALE", "ETIMEDOUT",
    "ECONNRESET", "EHOSTUNREACH", "ENXIO", "ENODEV",
)  # fmt: skip


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_reasons_have_chinese_words(name: str) -> None:
    number = getattr(errno, name, None)
    if number is None:
        pytest.skip(f"NOT PROVEN: this system has no {name}")
    words = reason_of(OSError(number, os.strerror(number)))
    assert re.fullmatch("[\u4e00-\u9fffU，、 ]+", words.zh)
    assert words.en == os.strerror(number)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(99999, "Odd"), Words("系统错误 99999", "Odd")),
        (OSError(99999, ""), Words("系统错误 99999", "system error 99999")),
        (OSError("only a text"), Words("系统错误 OSError", "system error OSError")),
    ],
    ids=["number", "no words", "no number"],
)
def test_others_are_told_by_number_or_kind(problem: OSError, words: Words) -> None:
    assert reason_of(problem) == words
