"""Rows for `import`: a file that is read, with what stands in the plan then, and a file that is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile.rows import Content, Row
from tests.importers.blocks.word_files import unzipped, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OUT = "out.yaml"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 9))
BOMB = f'<!DOCTYPE a [<!ENTITY a0 "哈">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
# Stands in every file that is read.
TASK = "开齐开足科学课"


def taken(what: str, name: str, data: Content, *texts: str, never: tuple[str, ...] = (), says: str = "") -> Row:
    """A file that is read; `texts` stand in the plan, those of `never` do not."""
    return Row(what, {name: data}, ("import", name, "-o", OUT), 0, writes=(OUT,), says=(says,) if says else (),
               check=_holds(texts, never), seconds=5)  # fmt: skip


def refused(what: str, name: str, data: Content, says: str) -> Row:
    return Row(what, {name: data}, ("import", name, "-o", OUT), 2, says=(says,), seconds=5)


def _holds(texts: tuple[str, ...], never: tuple[str, ...]) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        written = (folder / OUT).read_text("utf-8")
        for text in texts:
            assert text in written, (text, written)
        for text in never:
            assert text not in written, (text, written)

    return check


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    files = unzipped(data)
    assert old.encode() in files[part]
    return zipped(files | {part: files[part].replace(old.encode(), new.encode(), 1)})
