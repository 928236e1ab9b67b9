"""Which encoding a file is in, and what is refused."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.findings import Lang
from kepu_cli.rules import k001_unreadable_file, k009_legacy_encoding
from kepu_cli.yaml_source.decoding import MAX_BYTES, decode, place_at
from kepu_cli.yaml_source.files import UnreadableFileError, read_file

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99
CHINESE = "方案: 什邡市全民科学素质行动\n牵头单位: 市教育局、市科协\n"


def _zip(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


REFUSED: dict[str, tuple[bytes, str, int, int, str]] = {
    "workbook": (_zip("xl/workbook.xml"), "document", 1, 1, "这是 Excel 工作簿，不是 YAML 文本"),
    "document": (_zip("word/document.xml"), "document", 1, 1, "这是 Word 文档，不是 YAML 文本"),
    "archive": (_zip("a.yaml"), "other-format", 1, 1, "这是压缩包，不是 YAML 文本"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "foreign-document", 1, 1, "这是 PDF 文件，不是 YAML 文本"),
    "old-office": (OLD_OFFICE, "foreign-document", 1, 1, "这是旧版 Word 或 Excel 文件，不是 YAML 文本"),
    "html": (b"\n<!DOCTYPE HTML><html>", "foreign-document", 1, 1, "这是网页，不是 YAML 文本"),
    "png": (b"\x89PNG\r\n\x1a\n", "other-format", 1, 1, "这是图片，不是 YAML 文本"),
    "large": (b"a" * (MAX_BYTES + 1), "too-large", 1, 1, "文件超过 5 MB，太大了"),
    "cut": (CHINESE.encode()[:-2], "cut-utf-8", 2, 14, "文件在一个汉字中间断了，UTF-8 不完整（字节 0xE5）"),
    "gbk-line": (
        CHINESE.encode() + "名称: 科".encode("gbk"),
        "mixed-encoding",
        3,
        1,
        "从这里起不是 UTF-8（字节 0xC3），可能混进了另一种编码的内容",
    ),
    "latin-line": (
        CHINESE.encode() + b"x: \xe9t\n",
        "mixed-encoding",
        3,
        4,
        "从这里起不是 UTF-8（字节 0xE9），可能混进了另一种编码的内容",
    ),
    "big5": ("方案: 全民科學素質行動綱要\n".encode("big5"), "unknown-encoding", 1, 1, "编码无法识别"),
    "utf-16-unmarked": (CHINESE.encode("utf-16-le"), "unknown-encoding", 1, 1, "编码无法识别"),
    "utf-16-unmarked-ascii": ("title: x\n".encode("utf-16-le"), "unknown-encoding", 1, 1, "编码无法识别"),
    "utf-32": (CHINESE.encode("utf-32"), "unknown-encoding", 1, 1, "编码无法识别"),
    "utf-16-cut": (CHINESE.encode("utf-16")[:-1], "broken-utf-16", 2, 15, "从这里起 UTF-16 编码有错"),
}


@pytest.mark.parametrize(("data", "kind", "line", "column", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, kind: str, line: int, column: int, message: str) -> None:
    text, (flaw,) = decode(data, "f")
    assert text is None
    assert (flaw.code, flaw.kind) == ("K001", kind)
    assert (flaw.place.line, flaw.place.column) == (line, column)
    assert k001_unreadable_file.tell(flaw).message.in_(Lang.ZH) == message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (CHINESE.encode(), None),
        (CHINESE.encode("utf-8-sig"), None),
        (b"\xef\xbb\xbf" + CHINESE.encode("utf-8-sig"), None),
        (CHINESE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "utf-16"),
        (CHINESE.encode("gb18030"), "gb18030"),
    ],
    ids=["utf-8", "bom", "two-boms", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_read(data: bytes, kind: str | None) -> None:
    text, flaws = decode(data, "f")
    assert text == CHINESE
    assert [flaw.kind for flaw in flaws] == ([kind] if kind else [])
    assert all(k009_legacy_encoding.tell(flaw).hint for flaw in flaws)


def test_gbk_that_begins_like_utf_8() -> None:
    data = ("# 注\n" + CHINESE).encode("gbk")
    assert data[2:4].decode("utf-8")
    assert decode(data, "f").text == "# 注\n" + CHINESE


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    text, flaws = decode(data, "f")
    assert text is not None or flaws


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_places_count_lines_as_editors_do(end: str) -> None:
    text = f"甲{end}乙{end}丙丁"
    place = place_at(text, text.index("丁"), "f")
    assert (place.line, place.column) == (3, 2)


@pytest.fixture
def odd_paths(tmp_path: Path) -> dict[str, Path]:
    loop, pipe, dangling = tmp_path / "loop", tmp_path / "pipe", tmp_path / "dangling"
    loop.symlink_to(loop)
    dangling.symlink_to(tmp_path / "gone")
    os.mkfifo(pipe)
    plain = tmp_path / "plain"
    plain.write_bytes(b"a: 1")
    return {
        "missing": tmp_path / "none",
        "dangling": dangling,
        "file-as-folder": plain / "x",
        "folder": tmp_path,
        "loop": loop,
        "pipe": pipe,
        "device": Path("/dev/zero"),
        "long": tmp_path / ("x" * 300),
        "zero-byte": tmp_path / "a\0b",
    }


@pytest.mark.skipif(os.name == "nt", reason="pipes and links as POSIX has them")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing", "文件不存在"),
        ("dangling", "文件不存在"),
        ("file-as-folder", "文件不存在"),
        ("folder", "这是文件夹，不是文件"),
        ("loop", "链接绕成了圈"),
        ("pipe", "这是设备或管道，不是普通文件"),
        ("device", "这是设备或管道，不是普通文件"),
        ("long", "文件名太长"),
        ("zero-byte", "文件名是空的或含有无效字符"),
    ],
)
def test_files_that_cannot_be_read(odd_paths: dict[str, Path], name: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_file(odd_paths[name], "标签")
    assert caught.value.sentence(Lang.ZH) == f"读不了 标签：{reason}"
    assert caught.value.exit_code == 2


def test_a_large_file_is_read_one_byte_too_far(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"x" * (MAX_BYTES + 9))
    assert len(read_file(path, "big")) == MAX_BYTES + 1
