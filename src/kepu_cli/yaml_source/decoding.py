"""Bytes to text: which encoding a file is in, and which characters no plan may hold."""

from __future__ import annotations

import codecs
from collections import Counter
from typing import NamedTuple

from kepu_cli.findings import Flaw, Place, Words
from kepu_cli.patterns import pattern

MAX_BYTES = 5 * 1024 * 1024
# The largest plans have a tenth of these; millions of empty lines would cost more memory than a plan is worth.
MAX_LINES = 200_000

# Control characters (tab and line ends apart), the line ends only Word and YAML know, halves of
# surrogate pairs, the two non-characters that swapped bytes give, and a byte-order mark inside.
FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_SEPARATORS = "\x85\u2028\u2029"

_LINE_END = pattern(r"\r\n|\r|\n")
_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# Real Chinese text stays above 0.9, text in another encoding that happens to decode below 0.5.
_CHINESE_SHARE = 0.6
# A plan has no zero bytes; text in two-byte units without a mark has one for every ASCII character.
_ZERO_SHARE = 0.05

# In Chinese a blank parts the letters of another script from what stands before them.
_WORKBOOK = Words(zh=" Excel 工作簿", en="an Excel workbook")
_DOCUMENT = Words(zh=" Word 文档", en="a Word document")
_PICTURE = Words(zh="图片", en="a picture")
_ARCHIVE = Words(zh="压缩包", en="an archive")
_WEB_PAGE = Words(zh="网页", en="a web page")
_ZIP_START = b"PK\x03\x04"
# In lower case, as the head of the file is compared.
_OTHER_FORMATS: tuple[tuple[bytes, Words], ...] = (
    (b"%pdf-", Words(zh=" PDF 文件", en="a PDF file")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Words(zh="旧版 Word 或 Excel 文件", en="an old Word or Excel file")),
    (b"{\\rtf", Words(zh=" RTF 文档", en="an RTF document")),
    (b"<!doctype html", _WEB_PAGE),
    (b"<html", _WEB_PAGE),
    (b"<?xml", Words(zh=" XML 文件", en="an XML file")),
    (b"\x89png", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"gif8", _PICTURE),
    (b"rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)


class Decoded(NamedTuple):
    """`text` is None where the bytes can't be read; then a flaw says why."""

    text: str | None
    flaws: tuple[Flaw, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The text of a plan's bytes, byte-order mark gone, line ends kept; flaws are K001, K007 or K009."""
    start = Place(file, 1, 1)
    if len(data) > MAX_BYTES:
        return Decoded(None, (Flaw("K001", "too-large", start, {"limit": MAX_BYTES // 1024**2}),))
    if other := _other_format(data):
        return Decoded(None, (Flaw("K001", _case_of(other), start, {"what": other}),))
    decoded = _decode_text(data, file)
    if decoded.text is None:
        return decoded
    text = decoded.text.lstrip("\ufeff")
    if text.count("\n") + text.count("\r") - text.count("\r\n") >= MAX_LINES:
        return Decoded(None, (*decoded.flaws, Flaw("K001", "too-many-lines", start, {"limit": MAX_LINES})))
    if bad := _forbidden(text, file):
        return Decoded(None, decoded.flaws + bad)
    return Decoded(text, decoded.flaws)


def place_at(text: str, index: int, file: str, width: int = 1) -> Place:
    """The place of a character of `text`, lines counted as editors do."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, index):
        line, start = line + 1, end.end()
    return Place(file, line, index - start + 1, max(width, 1))


def code_point(character: str) -> str:
    """`U+3000`."""
    return f"U+{ord(character):04X}"


def _other_format(data: bytes) -> Words | None:
    if data.startswith(_ZIP_START):
        return _WORKBOOK if b"xl/" in data else _DOCUMENT if b"word/" in data else _ARCHIVE
    head = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return next((words for start, words in _OTHER_FORMATS if head.startswith(start)), None)


def _case_of(what: Words) -> str:
    """Whether `kepu import` reads such a file, would read it once saved in another form, or never."""
    if what in (_WORKBOOK, _DOCUMENT):
        return "document"
    return "other-format" if what in (_PICTURE, _ARCHIVE) else "foreign-document"


def _decode_text(data: bytes, file: str) -> Decoded:
    if data.startswith(_UTF_32_MARKS):
        return Decoded(None, (Flaw("K001", "unknown-encoding", Place(file, 1, 1)),))
    if data.startswith(_UTF_16_MARKS):
        return _decode_utf_16(data, file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error, file)
    if data.count(0) > len(data) * _ZERO_SHARE:
        return Decoded(None, (Flaw("K001", "unknown-encoding", Place(file, 1, 1)),))
    return Decoded(text)


def _decode_utf_16(data: bytes, file: str) -> Decoded:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16")
        return Decoded(None, (Flaw("K001", "broken-utf-16", place_at(before, len(before), file)),))
    return Decoded(text, (Flaw("K009", "utf-16", Place(file, 1, 1)),))


def _decode_legacy(data: bytes, error: UnicodeDecodeError, file: str) -> Decoded:
    """GB18030 where that gives Chinese; Chinese before the fault means UTF-8 that was damaged."""
    before = data[: error.start].decode("utf-8").lstrip("\ufeff")
    spot = place_at(before, len(before), file)
    if _looks_chinese(before):
        kind = "cut-utf-8" if error.end >= len(data) and "end of data" in error.reason else "mixed-encoding"
        return Decoded(None, (Flaw("K001", kind, spot, {"byte": f"0x{data[error.start]:02X}"}),))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if "\0" not in text and _looks_chinese(text):
        return Decoded(text, (Flaw("K009", "gb18030", Place(file, 1, 1)),))
    return Decoded(None, (Flaw("K001", "unknown-encoding", spot),))


def _looks_chinese(text: str) -> bool:
    """Whether most of what is not ASCII are everyday hanzi (GB2312 level 1) or Chinese punctuation."""
    counts = Counter(text)
    foreign = {character: count for character, count in counts.items() if character > "\x7f"}
    known = sum(count for character, count in foreign.items() if _is_everyday(character))
    return bool(foreign) and known >= _CHINESE_SHARE * sum(foreign.values())


def _is_everyday(character: str) -> bool:
    """GB2312 rows 1 and 3 are punctuation and full-width letters, rows 16 to 55 the level-1 hanzi."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and (code[0] in (0xA1, 0xA3) or 0xB0 <= code[0] <= 0xD7)


def _forbidden(text: str, file: str) -> tuple[Flaw, ...]:
    """The first character of each forbidden kind."""
    found: dict[str, Flaw] = {}
    for match in FORBIDDEN.finditer(text):
        character = match[0]
        kind = "bom-inside" if character == "\ufeff" else "control"
        kind = "line-separator" if character in _LINE_SEPARATORS else kind
        if kind not in found:
            found[kind] = Flaw("K007", kind, place_at(text, match.start(), file), {"code": code_point(character)})
    return tuple(found.values())
