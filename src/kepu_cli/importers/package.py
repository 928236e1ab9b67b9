"""The outside of an office file: what kind of file it is, and its parts, none of them larger than is good for us."""

from __future__ import annotations

import io
import posixpath
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, cast
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.foreign_kinds import archive_kind, foreign_kind
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element, XMLPullParser

EMPTY = Words(
    "{file} 是空的，可能没有下载或保存完整", "{file} is empty; it may not have been downloaded or saved whole"
)
TOO_LARGE = Words(
    "{file} 太大了（最多 {limit} MB），请去掉图片、只留要读的内容再试",
    "{file} is too large (at most {limit} MB); please keep only what is to be read, without pictures",
)
BOMB = Words(
    "{file} 解开后大得不正常，没有读；请在 {program} 里打开，另存为 {suffix} 再试",
    "{file} unpacks to an unreasonable size and was not read; please save it as {suffix} again in {program}",
)
OLD_FORM = Words(
    "{file} 是旧版表格（.xls、.et），请在 Excel 或 WPS 里打开，另存为 .xlsx",
    "{file} is a workbook of the old form (.xls, .et); please open it in Excel or WPS and save it as .xlsx",
)
OLD_DOCUMENT = Words(
    "{file} 是旧版文档（.doc、.wps），请在 Word 或 WPS 里打开，另存为 .docx",
    "{file} is a document of the old form (.doc, .wps); please open it in Word or WPS and save it as .docx",
)
OLD_SLIDES = Words(
    "{file} 是旧版幻灯片（.ppt、.dps），读不了；请打开它，把文字复制到 Word 或记事本里，保存后再读",
    "{file} is a presentation of the old form (.ppt, .dps); please copy its text to a document and read that",
)
LOCKED = Words(
    "{file} 设了打开密码，请去掉密码，另存为 {suffix} 再试",
    "{file} is locked with a password; please remove it and save the file as {suffix}",
)
NO_WORKBOOK = Words(
    "{file} 不是 .xlsx 工作簿（{what}），请在 Excel 或 WPS 里另存为 .xlsx",
    "{file} is no .xlsx workbook ({what}); please save it as .xlsx in Excel or WPS",
)
NO_DOCUMENT = Words(
    "{file} 不是 .docx 文档（{what}），请在 Word 或 WPS 里另存为 .docx",
    "{file} is no .docx document ({what}); please save it as .docx in Word or WPS",
)
BROKEN = Words(
    "{file} 不完整或已损坏，读不了；请在 {program} 里打开检查，另存为 {suffix} 再试",
    "{file} is incomplete or damaged; please open it in {program} and save it as {suffix} again",
)

MAX_PACKED: Final = 20 * 1024 * 1024
MAX_UNPACKED: Final = 40 * 1024 * 1024
MAX_RATIO: Final = 100
MAX_PARTS: Final = 2000

ZIP_START, OLE_START = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SLIDES = "PowerPoint Document".encode("utf-16-le")
_TEXT = Words("文本或 CSV 文件", "a text or CSV file")
_BITE = 64 * 1024
# Whoever can declare entities can make a page of text of two lines, or ask for other files.
_DECLARES = pattern(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = pattern(rb"""^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii")
# What a damaged archive or part raises, wherever reading meets the damage.
_DAMAGE = (
    BadZipFile, zlib.error, ElementTree.ParseError, EOFError, NotImplementedError, RuntimeError, ValueError,
    LookupError, OSError,
)  # fmt: skip


class Form(NamedTuple):
    """A form of office files: its usual main part, how to get one, and what to say of an old or other file."""

    main: str
    suffix: str
    program: Words
    old: Words
    other: Words


WORKBOOK: Final = Form("xl/workbook.xml", ".xlsx", Words("Excel 或 WPS", "Excel or WPS"), OLD_FORM, NO_WORKBOOK)
DOCUMENT: Final = Form("word/document.xml", ".docx", Words("Word 或 WPS", "Word or WPS"), OLD_DOCUMENT, NO_DOCUMENT)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an office file by name. No part with declarations of its own is ever parsed."""

    file: str
    archive: ZipFile
    form: Form

    @property
    def main(self) -> str:
        """The name of the part that all others hang on; not every program puts it in its usual place."""
        if self.has(self.form.main):
            return self.form.main
        folder = self.form.main.partition("/")[0]
        named = (name for kind, name in self.relations("").values() if kind == "officeDocument")
        return next((name for name in named if name.startswith(f"{folder}/") and name.endswith(".xml")), self.form.main)

    def broken(self) -> KepuError:
        """What to raise where parts do not fit together."""
        return _refusal(BROKEN, self.file, self.form)

    def has(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is no such part."""
        try:
            data = self.archive.read(name)
        except KeyError:
            return None
        if _declares(data):
            raise self.broken()
        return data

    def tree(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        data = self.content(name)
        return None if data is None else ElementTree.fromstring(data)  # noqa: S314 - declares nothing

    def events(self, name: str) -> Iterator[tuple[str, Element]]:
        """The starts and ends of a part's elements, for parts too large to be kept whole."""
        data = self.content(name)
        if data is None:
            return
        parser: XMLPullParser[Element] = ElementTree.XMLPullParser(("start", "end"))
        at, bite = 0, _BITE
        while at < len(data):
            parser.feed(data[at : at + bite])
            at += bite
            events = tuple(cast("Iterator[tuple[str, Element]]", parser.read_events()))
            yield from events
            # What is longer than a bite is looked through anew with each: then the next one is to be larger.
            bite = _BITE if events else bite * 2
        parser.close()

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part names: id → (kind, name). The kind is the last word of its address."""
        folder, _, name = part.rpartition("/")
        root = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        named = (each.attrib for each in root.iter() if each.tag.endswith("Relationship")) if root is not None else ()
        return {
            each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _target(folder, each.get("Target", "")))
            for each in named
            if each.get("TargetMode") != "External"
        }


@contextmanager
def open_package(data: bytes, file: str, form: Form = WORKBOOK) -> Iterator[Package]:
    """The parts of an office file. Raises KepuError that says what else it is, or that it is broken or too large."""
    _ensure_zip(data, file, form)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            package = Package(file, archive, form)
            _ensure_harmless(package, len(data))
            yield package
    except _DAMAGE as error:
        words = LOCKED if isinstance(error, RuntimeError) and "encrypted" in str(error) else BROKEN
        raise _refusal(words, file, form) from error


def _refusal(words: Words, file: str, form: Form) -> KepuError:
    return KepuError(say(words, file=file, suffix=form.suffix, program=form.program))


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _ensure_zip(data: bytes, file: str, form: Form) -> None:
    if not data.strip():
        raise KepuError(say(EMPTY, file=file))
    if len(data) > MAX_PACKED:
        raise KepuError(say(TOO_LARGE, file=file, limit=MAX_PACKED // 1024**2))
    if data.startswith(OLE_START):
        old = OLD_SLIDES if _SLIDES in data else form.old
        raise _refusal(LOCKED if _ENCRYPTED in data else old, file, form)
    if not data.startswith(ZIP_START):
        kind = foreign_kind(data)
        raise KepuError(say(form.other, file=file, what=kind.what if kind else _TEXT))


def _ensure_harmless(package: Package, packed: int) -> None:
    entries = package.archive.infolist()
    # An entry is read no further than the size that it declares.
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 50_000):
        raise _refusal(BOMB, package.file, package.form)
    if not package.has(package.main):
        what = archive_kind(package.archive.NameToInfo).what
        raise KepuError(say(package.form.other, file=package.file, what=what))


def _declares(part: bytes) -> bool:
    """Whether it has declarations, or an encoding in which nobody would see them."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:8]:
        return True
    encoding = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"))
    return bool(_DECLARES.search(part)) or (encoding is not None and encoding[1].lower() not in _ENCODINGS)
