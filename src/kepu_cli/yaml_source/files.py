"""Reading a named file or standard input, bounded, without ever waiting for a device."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.yaml_source.decoding import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

YAML_SUFFIXES: Final = (".yaml", ".yml")

_MISSING = Words(zh="文件不存在", en="no such file")
_FOLDER = Words(zh="这是文件夹，不是文件", en="this is a folder, not a file")
_PERMISSION = Words(zh="没有读取权限", en="permission denied")
_LINK_LOOP = Words(zh="链接绕成了圈", en="the link leads back to itself")
_TOO_LONG = Words(zh="文件名太长", en="the name is too long")
_NO_NAME = Words(zh="文件名是空的或含有无效字符", en="the name is empty or holds an invalid character")
_DEVICE = Words(zh="这是设备或管道，不是普通文件", en="this is a device or a pipe, not a regular file")
_BROKEN = Words(zh="读取失败（磁盘或网络出错）", en="reading failed (disk or network)")

_REASONS = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EISDIR: _FOLDER,
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.ELOOP: _LINK_LOOP,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENXIO: _DEVICE,
}

# Windows lacks O_NONBLOCK and changes line ends without O_BINARY.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class UnreadableFileError(KepuError):
    """`reason` is the sentence without the file's name, for telling it as a finding K001 "unreadable"."""

    def __init__(self, label: str, reason: Words) -> None:
        super().__init__(
            say(Words(zh=f"读不了 {{file}}：{reason.zh}", en=f"cannot read {{file}}: {reason.en}"), file=label)
        )
        self.reason = reason


def read_file(path: Path, label: str, limit: int = MAX_BYTES) -> bytes:
    """At most one byte over the size limit, so that the reader can tell; raises UnreadableFileError."""
    # An empty name has become "." on its way here.
    if not label or "\0" in os.fspath(path):
        raise UnreadableFileError(label or '""', _NO_NAME)
    try:
        return _read_regular(path, label, limit)
    except OSError as error:
        raise UnreadableFileError(label, _reason(path, error)) from error


def read_stdin(limit: int = MAX_BYTES) -> bytes:
    """Standard input's bytes, at most one over the size limit; closed, it is empty."""
    if sys.stdin is None:
        return b""
    return sys.stdin.buffer.read(limit + 1)


def _read_regular(path: Path, label: str, limit: int) -> bytes:
    descriptor = os.open(path, _OPEN_FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise UnreadableFileError(label, _FOLDER if stat.S_ISDIR(mode) else _DEVICE)
        with open(descriptor, "rb", closefd=False) as stream:
            return stream.read(limit + 1)
    finally:
        os.close(descriptor)


def _reason(path: Path, error: OSError) -> Words:
    """Windows answers "permission denied" for a folder."""
    if error.errno == errno.EACCES and os.path.isdir(path):  # noqa: PTH112 - Path.is_dir may raise here
        return _FOLDER
    return _REASONS.get(error.errno or 0, _BROKEN)
