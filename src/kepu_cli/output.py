"""Puts a finished file in place: whole or not at all, never over something the user did not mean."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.system_reasons import reason_of

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping

EXISTS = Words(zh="{file} 已经存在，要覆盖它请加 --force", en="{file} already exists; add --force to overwrite it")
FOLDER = Words(zh="{file} 是一个文件夹，请写明文件名", en="{file} is a folder; please give a file name")
NO_FOLDER = Words(
    zh="文件夹 {folder} 不存在，请先建好它", en="the folder {folder} does not exist; please create it first"
)
READ_ONLY = Words(zh="{file} 是只读的，写不进去", en="{file} is read-only and cannot be written")
DENIED = Words(zh="没有权限在文件夹 {folder} 里写文件", en="there is no permission to write in the folder {folder}")
OWN_INPUT = Words(
    zh="{file} 就是正在读的文件，请换一个输出文件名",
    en="{file} is the file being read; please choose another output name",
)
BUSY = Words(
    zh="{file} 正被 Excel 或 WPS 打开，请关闭后重试", en="{file} is open in Excel or WPS; please close it and try again"
)
FULL = Words(zh="磁盘空间不够，{file} 没有写成", en="the disk is full; {file} was not written")
BAD_NAME = Words(
    zh="文件名太长或有不能用的字符：{file}", en="the file name is too long or has forbidden characters: {file}"
)
SPECIAL = Words(zh="{file} 不是普通文件，不能写", en="{file} is not a regular file and cannot be written")
FAILED = Words(zh="{file} 没有写成：{reason}", en="{file} was not written: {reason}")

_WINDOWS = os.name == "nt"
_WAITS = (0.1, 0.2, 0.4, 0.8)  # seconds; virus scanners let go within these, Excel does not
_WORDS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: FOLDER,
    errno.ENAMETOOLONG: BAD_NAME,
    errno.EINVAL: BAD_NAME,
    errno.ELOOP: BAD_NAME,
}


def write_output(path: pathlib.Path, data: bytes, *, force: bool, protect: tuple[pathlib.Path, ...] = ()) -> None:
    """Writes `data` to `path` in one step; raises KepuError and leaves everything as it was when that cannot be.

    A link is followed to its target, an old file's permissions are kept. `protect` are files never to write over.
    """
    try:
        target = type(path)(os.path.realpath(path))
        old = _old_file(target, path, force=force, protect=protect)
        temporary = target.parent / f".~kepu-{secrets.token_hex(6)}.tmp"
        try:
            _write_temporary(temporary, data, old)
            _put_in_place(temporary, target, path, force=force)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except ValueError:  # a NUL in the name
        raise _error(BAD_NAME, path) from None
    except OSError as problem:
        raise _explained(problem, path) from problem


def write_all(folder: pathlib.Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Writes several new files below `folder`, which is made if need be; none of them when one exists already."""
    targets = {folder / name: data for name, data in files.items()}
    for target in targets:
        # Never raises; what is wrong with a name is told when it is written.
        if os.path.lexists(target) and not force:
            raise _error(EXISTS, target)
    for target, data in targets.items():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise _explained(problem, target.parent) from problem
        write_output(target, data, force=force)


def _old_file(
    target: pathlib.Path, path: pathlib.Path, *, force: bool, protect: tuple[pathlib.Path, ...]
) -> os.stat_result | None:
    """The facts of the file to be replaced, None for a new one; raises what forbids replacing it."""
    try:
        old = target.stat()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise _error(NO_FOLDER, path) from None
        return None
    if stat.S_ISDIR(old.st_mode):
        raise _error(FOLDER, path)
    if not stat.S_ISREG(old.st_mode):
        raise _error(SPECIAL, path)
    if any(each.exists() and each.samefile(target) for each in protect):
        raise _error(OWN_INPUT, path)
    if not force:
        raise _error(EXISTS, path)
    if not old.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise _error(READ_ONLY, path)
    return old


def _write_temporary(temporary: pathlib.Path, data: bytes, old: os.stat_result | None) -> None:
    # Opened with the usual mode, so that a new file obeys the umask, as mkstemp would not.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if old is not None:
        if not _WINDOWS:
            with suppress(OSError):  # only the superuser may give a file away
                os.chown(temporary, old.st_uid, old.st_gid)
        temporary.chmod(stat.S_IMODE(old.st_mode))


def _put_in_place(temporary: pathlib.Path, target: pathlib.Path, path: pathlib.Path, *, force: bool) -> None:
    if force:
        _replace(temporary, target, path)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _error(EXISTS, path) from None
    except OSError:  # a file system without links: take the name first, then fill it
        _claim(target, path)
        try:
            _replace(temporary, target, path)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _claim(target: pathlib.Path, path: pathlib.Path) -> None:
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except FileExistsError:
        raise _error(EXISTS, path) from None


def _replace(temporary: pathlib.Path, target: pathlib.Path, path: pathlib.Path) -> None:
    for wait in (*_WAITS, None):
        try:
            temporary.replace(target)
        except PermissionError:
            if not _WINDOWS:
                raise
            if wait is None:
                raise _error(BUSY, path) from None
            time.sleep(wait)
        else:
            return


def _sync_folder(folder: pathlib.Path) -> None:
    """Makes the new name itself durable, where folders can be opened."""
    if _WINDOWS:
        return
    with suppress(OSError):  # the file is in place; some network disks cannot do more
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(problem: OSError, path: pathlib.Path) -> KepuError:
    words = _WORDS.get(problem.errno or 0)
    return _error(words, path) if words else _error(FAILED, path, reason_of(problem))


def _error(words: Words, path: pathlib.Path, reason: Words | str = "") -> KepuError:
    return KepuError(say(words, file=_short(str(path)), folder=_short(str(path.parent)), reason=reason))


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:40]}…{name[-30:]}"
