"""K001. No example: the fault lies in the bytes of a file, not in its YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K001"
NAME = "unreadable-file"
SEVERITY = Severity.ERROR
TITLE = Words(zh="文件读不了", en="The file cannot be read")
WHY = Words(
    zh="读不出文字的文件无法检查；勉强读出一半比读不了更糟。这里会说明它是什么文件、内容从哪里断开，另存一次就好。",
    en="What cannot be read cannot be checked, and half a file read wrongly is worse than none. "
    "You are told what the file is, or where its text breaks off, so that it can be saved again.",
)
_NOT_YAML = Words(zh="这是{what}，不是 YAML 文本", en="this is {what}, not YAML text")
MESSAGES: dict[str, Words] = {
    "unreadable": Words(zh="读不了这个文件：{reason}", en="cannot read this file: {reason}"),
    "document": _NOT_YAML,
    "foreign-document": _NOT_YAML,
    "other-format": _NOT_YAML,
    "prose": Words(zh="这是一篇文字材料，不是 YAML 方案", en="this is running text, not a plan in YAML"),
    "too-large": Words(zh="文件超过 {limit} MB，太大了", en="the file is larger than {limit} MB"),
    "too-many-lines": Words(zh="文件超过 {limit} 行，太多了", en="the file has more than {limit} lines"),
    "cut-utf-8": Words(
        zh="文件在一个汉字中间断了，UTF-8 不完整（字节 {byte}）",
        en="the file ends inside a character, its UTF-8 is incomplete (byte {byte})",
    ),
    "mixed-encoding": Words(
        zh="从这里起不是 UTF-8（字节 {byte}），可能混进了另一种编码的内容",
        en="not UTF-8 from here on (byte {byte}); text in another encoding may have been mixed in",
    ),
    "broken-utf-16": Words(zh="从这里起 UTF-16 编码有错", en="the UTF-16 is broken from here on"),
    "unknown-encoding": Words(zh="编码无法识别", en="the encoding is not recognised"),
}
_SAVE_AGAIN = Words(
    zh="请用记事本或 WPS 打开，另存为 UTF-8 编码",
    en="please open it in an editor and save it as UTF-8",
)
_IMPORT = Words(
    zh="可用 kepu import {file} -o 方案.yaml 读成方案", en="kepu import {file} -o plan.yaml makes a plan of it"
)
HINTS: dict[str, Words] = {
    "unreadable": Words(
        zh="请看看它能不能打开；不是方案的，请移出这个文件夹",
        en="see whether it can be opened; if it is no plan, move it out of the folder",
    ),
    "document": _IMPORT,
    "prose": _IMPORT,
    "foreign-document": Words(
        zh="请在 Word 或 WPS 里另存为 .docx 或 .xlsx，再用 kepu import 读成方案",
        en="please save it as .docx or .xlsx; kepu import makes a plan of that",
    ),
    "other-format": Words(
        zh="请给出 .yaml 方案文件；可用 kepu init 生成一份样例，照着填",
        en="please name a .yaml plan; kepu init writes one to start from",
    ),
    "too-large": Words(zh="请确认选对了文件", en="please check that this is the right file"),
    "too-many-lines": Words(zh="请确认选对了文件", en="please check that this is the right file"),
    "cut-utf-8": Words(
        zh="文件可能没有传完，请重新复制一份", en="the copy may have been interrupted; please copy the file again"
    ),
    "mixed-encoding": Words(
        zh="请检查这一行的文字，改好后另存为 UTF-8 编码", en="please check the text of this line and save as UTF-8"
    ),
    "broken-utf-16": _SAVE_AGAIN,
    "unknown-encoding": _SAVE_AGAIN,
}


def tell(flaw: Flaw) -> Issue:
    # Standard input has a label and no name.
    file = "-" if flaw.place.file.startswith("<") else typed(flaw.place.file)
    return tell_by(flaw._replace(facts={**flaw.facts, "file": file}), MESSAGES, HINTS)
