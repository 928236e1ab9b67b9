"""Results on the disk: whole or not at all, and nothing that stood there is lost."""

from __future__ import annotations

import errno
import os
import pathlib
import stat
import sys
import time
from typing import TYPE_CHECKING, NoReturn

import pytest

from kepu_cli import output
from kepu_cli.errors import KepuError
from kepu_cli.output import write_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from kepu_cli.findings import Words

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and links")


def _refused(words: Words, path: pathlib.Path, *, force: bool = False, protect: tuple[pathlib.Path, ...] = ()) -> None:
    with pytest.raises(KepuError) as caught:
        write_output(path, b"new", force=force, protect=protect)
    assert caught.value.said.words is words


def _names(folder: pathlib.Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _fails_with(number: int) -> Callable[..., NoReturn]:
    def fail(*_args: object, **_kwargs: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_new_file(tmp_path: pathlib.Path) -> None:
    write_output(tmp_path / "表.xlsx", b"new", force=False)
    assert (tmp_path / "表.xlsx").read_bytes() == b"new"
    assert _names(tmp_path) == ["表.xlsx"]


@posix
def test_new_file_obeys_the_umask(tmp_path: pathlib.Path) -> None:
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "x", b"new", force=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_an_existing_file_needs_force(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    _refused(output.EXISTS, path)
    assert path.read_bytes() == b"old"
    write_output(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert _names(tmp_path) == ["x"]


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "x"
    real = output._write_temporary

    def meanwhile(temporary: pathlib.Path, data: bytes, old: os.stat_result | None) -> None:
        real(temporary, data, old)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(output, "_write_temporary", meanwhile)
    if not links:
        monkeypatch.setattr(os, "link", _fails_with(errno.EPERM))
    _refused(output.EXISTS, path)
    assert path.read_bytes() == b"theirs"
    assert _names(tmp_path) == ["x"]


def test_without_links_a_new_file_is_written_all_the_same(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _fails_with(errno.EPERM))
    write_output(tmp_path / "x", b"new", force=False)
    assert (tmp_path / "x").read_bytes() == b"new"
    assert _names(tmp_path) == ["x"]


@posix
def test_permissions_are_kept(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o604)
    write_output(path, b"new", force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@posix
def test_a_link_is_followed(tmp_path: pathlib.Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "x", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_output(link, b"new", force=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_link_to_itself(tmp_path: pathlib.Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    _refused(output.BAD_NAME, loop, force=True)


@posix
def test_read_only_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o444)
    _refused(output.READ_ONLY, path, force=True)
    assert path.read_bytes() == b"old"


@posix
def test_special_file(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    _refused(output.SPECIAL, tmp_path / "pipe", force=True)


def test_places_where_nothing_can_be_written(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    _refused(output.FOLDER, tmp_path, force=True)
    _refused(output.NO_FOLDER, tmp_path / "none" / "x")
    _refused(output.NO_FOLDER, tmp_path / "file" / "x")
    _refused(output.BAD_NAME, tmp_path / ("长" * 300))
    _refused(output.BAD_NAME, tmp_path / "a\0b")


def test_the_plan_itself_is_protected(tmp_path: pathlib.Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old")
    os.link(plan, tmp_path / "other name")
    for name in ("plan.yaml", "other name"):
        _refused(output.OWN_INPUT, tmp_path / name, force=True, protect=(tmp_path / "gone", plan))
    assert plan.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(errno.ENOSPC, output.FULL, id="disk full"),
        pytest.param(errno.EFBIG, output.FULL, id="size limit"),
        pytest.param(errno.EROFS, output.READ_ONLY, id="read-only disk"),
        pytest.param(errno.EACCES, output.DENIED, id="no permission"),
        pytest.param(errno.EIO, output.FAILED, id="anything else"),
    ],
)
@pytest.mark.parametrize("force", [True, False], ids=["force", "new"])
def test_a_failing_disk_leaves_everything_as_it_was(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, number: int, words: Words, force: bool
) -> None:
    path = tmp_path / "x"
    if force:
        path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _fails_with(number))
    _refused(words, path, force=force)
    assert _names(tmp_path) == (["x"] if force else [])
    assert not force or path.read_bytes() == b"old"


def test_open_in_excel(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    waits: list[float] = []
    monkeypatch.setattr(output, "_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(pathlib.Path, "replace", _fails_with(errno.EACCES))
    _refused(output.BUSY, path, force=True)
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["x"]
    assert 0 < sum(waits) < 3


def test_an_interrupt_leaves_no_temporary(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_output(tmp_path / "x", b"new", force=False)
    assert _names(tmp_path) == []


def test_a_long_name_is_shown_short(tmp_path: pathlib.Path) -> None:
    with pytest.raises(KepuError) as caught:
        write_output(tmp_path / ("长" * 300), b"", force=False)
    assert len(caught.value.said.facts["file"]) < 90  # type: ignore[arg-type]
