"""Bytes in other encodings, cut or mixed, and characters that no plan may hold."""

from __future__ import annotations

from tests.hostile.rows import GOOD, edit, passes, plan

_BOM = b"\xef\xbb\xbf"
_NOTE = "方案: 示例方案"


def _in_value(text: str) -> str:
    return edit("地区: 示例县", f"地区: 示例{text}县")


ENCODINGS = (
    plan("a byte-order mark", _BOM + GOOD.encode()),
    plan(
        "a byte-order mark and a mistake in the first line", _BOM + edit(_NOTE, "方案：示例方案").encode(), "K002 1:3"
    ),
    plan("two byte-order marks", _BOM * 2 + GOOD.encode()),
    plan("a byte-order mark inside", GOOD.encode() + _BOM + "备注: 甲\n".encode(), "K007 10:1", says="BOM"),
    passes("UTF-16, little end first", GOOD.encode("utf-16"), "K009 1:1", says="UTF-16"),
    passes("UTF-16, big end first", b"\xfe\xff" + GOOD.encode("utf-16-be"), "K009 1:1", says="UTF-16"),
    plan("UTF-16 without a mark", GOOD.encode("utf-16-le"), "K001 1:1", says="另存为 UTF-8"),
    plan("UTF-16 without a mark, big end first", GOOD.encode("utf-16-be"), "K001 1:2", says="另存为 UTF-8"),
    plan("UTF-16 cut in a character", GOOD.encode("utf-16")[:-1], "K001 9:18", says="UTF-16"),
    plan("UTF-16 with half a pair", (GOOD + "备注: ").encode("utf-16") + b"\x00\xd8", "K001 10:5"),
    plan("UTF-32", GOOD.encode("utf-32"), "K001 1:1", says="另存为 UTF-8"),
    passes("GBK", GOOD.encode("gbk"), "K009 1:1", says="GBK"),
    passes("GB18030 with a rare character", edit("示例县", "示例𠮷县").encode("gb18030"), "K009 1:1"),
    plan("GBK with a mistake", edit("年度: 2026", "年度：2026").encode("gbk"), "K002 2:3", "K009 1:1"),
    plan(
        "Big5",
        edit(_NOTE, "方案: 全縣科學素質計畫").replace("县", "縣").replace("教育局", "教育局").encode("big5", "ignore"),
        "K001 1:1",
    ),
    plan("Latin-1", "title: café über naïve\n".encode("latin-1"), "K001 1:11", says="编码"),
    plan("Shift JIS", "方案: 科学技術の普及\n".encode("shift_jis"), "K001 1:1"),
    plan("UTF-8 read as Latin-1 and saved again", GOOD.encode().decode("latin-1").encode(), "K007 1:2"),
    plan("UTF-8 cut in a character", GOOD.encode()[:-2], "K001 9:17", says="断"),
    plan("UTF-8 cut in a character of four bytes", (GOOD + "备注: 𠮷").encode()[:-1], "K001 10:5", says="断"),
    plan("one line of GBK in UTF-8", GOOD.encode() + "备注: 已阅\n".encode("gbk"), "K001 10:1", says="0xB1"),
    plan("one line of Latin-1 in UTF-8", GOOD.encode() + "备注: café\n".encode()[:-3] + b"\xe9\n", "K001 10:8"),
    plan("a comment in GBK", GOOD.encode() + b"# \xd7\xa2\n"),
    plan("an overlong form", GOOD.encode() + b"# \xc0\xaf\n", "K001 10:3"),
    plan("a surrogate as bytes", GOOD.encode() + b"# \xed\xa0\xbd\n", "K001 10:3"),
    plan("random bytes", bytes(range(256)) * 4, "K001 3:115"),
    plan("ends of lines from old Macs", GOOD.replace("\n", "\r")),
    plan("ends of lines from Windows", GOOD.replace("\n", "\r\n")),
    plan("ends of lines of all kinds", GOOD.replace("\n", "\r\n", 3).replace("县\r\n", "县\r", 1)),
    plan("a mistake behind lines from Windows", edit("年度: 2026", "年度：2026").replace("\n", "\r\n"), "K002 2:3"),
    plan("a mistake behind lines from old Macs", edit("年度: 2026", "年度：2026").replace("\n", "\r"), "K002 2:3"),
    plan("no line end at the end", GOOD.rstrip("\n")),
)

FORMATS = tuple(
    plan(f"{what} by another name", data, "K001 1:1", says=says)
    for what, data, says in (
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\n", "PDF"),
        ("an old Office file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版"),
        ("a workbook", b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "Excel"),
        ("a document", b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "Word"),
        ("an archive", b"PK\x03\x04" + b"\0" * 26 + b"a.txt", "压缩包"),
        ("a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "图片"),
        ("a photograph", b"\xff\xd8\xff\xe0" + b"\0" * 40, "图片"),
        ("RTF", b"{\\rtf1\\ansi}", "RTF"),
        ("XML", b"<?xml version='1.0'?><a/>", "XML"),
        ("gzip", b"\x1f\x8b\x08" + b"\0" * 20, "压缩包"),
    )
)

CONTROLS = (
    *(
        plan(f"a raw U+{ord(sign):04X}", _in_value(sign), "K007 3:7", says=f"U+{ord(sign):04X}")
        for sign in "\0\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\ufffe\uffff\u2028\u2029"
    ),
    plan("the first of many", GOOD + "备注: a\x1bb\x1bc\n", "K007 10:6"),
    plan("a control character in a comment", GOOD + "# \x1b[2J\n", "K007 10:3", says="U+001B"),
    plan("a control character in a key", GOOD + "备\x1b注: 甲\n", "K007 10:2", says="U+001B"),
    plan("a title for the terminal", GOOD + "备注: \x1b]0;甲\x07\n", "K007 10:5"),
    *(
        plan(f"the escape {escape}", edit("地区: 示例县", f'地区: "示例{escape}"'), "K007 3:8", says=says)
        for escape, says in (
            ("\\e[2J", "\\e"),
            ("\\a", "\\a"),
            ("\\0", "\\0"),
            ("\\x1b[0m", "U+001B"),
            ("\\u001b", "U+001B"),
            ("\\U0000009b", "U+009B"),
            ("\\ud83d\\ude00", "U+D83D"),
            ("\\N", "\\N"),
            ("\\L", "\\L"),
            ("\\P", "\\P"),
            ("\\r", "\\r"),
            ("\\b", "\\b"),
            ("\\x7f", "U+007F"),
            ("\\ufeff", "U+FEFF"),
            ("\\ufffe", "U+FFFE"),
        )
    ),
)

LOOKALIKES = (
    passes("zero-width in a name of a department", edit("牵头单位: 县教育局", "牵头单位: 县教育\u200b局"), "K203 7:11"),
    passes(
        "a direction mark in a name of a department",
        edit("牵头单位: 县教育局", "牵头单位: \u202e县教育局"),
        "K203 7:11",
    ),
    passes(
        "full-width letters in a member",
        edit("县科协]", "县科协, ＡＢ中心]").replace("责任单位: 县科协", "责任单位: [县科协, AB中心]"),
        "K203 8:17",
    ),
    passes(
        "a radical for a character",
        edit("县科协]", "县科协, 县文化局]").replace("责任单位: 县科协", "责任单位: [县科协, 县⽂化局]"),
        "K203 8:17",
    ),
    passes(
        "two kinds of brackets",
        edit("县科协]", "县科协, 县政府办（外办）]").replace("责任单位: 县科协", "责任单位: [县科协, 县政府办(外办)]"),
        "K203 8:17",
    ),
    passes(
        "a letter with its mark apart",
        edit("县科协]", "县科协, Cafe\u0301中心]").replace("责任单位: 县科协", "责任单位: [县科协, Café中心]"),
        "K203 8:17",
    ),
    plan("a member twice, once with an invisible character", edit("县科协]", "县科协, 县科协\u200b]"), "K207 4:19"),
    plan("emoji", edit("青少年科学素质提升行动", "🧪科普👨‍👩‍👧行动")),
    plan("a name of a thousand marks", edit("青少年科学素质提升行动", "行" + "\u0301" * 1000 + "动")),
)

ROWS = (*ENCODINGS, *FORMATS, *CONTROLS, *LOOKALIKES)
