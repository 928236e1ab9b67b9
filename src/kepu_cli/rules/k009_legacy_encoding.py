"""K009. No example: the fault lies in the bytes of a file, not in its YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K009"
NAME = "legacy-encoding"
SEVERITY = Severity.INFO
TITLE = Words(zh="文件用的是旧编码", en="The file is in an older encoding")
WHY = Words(
    zh="这次读出来了，但换一个程序、换一台电脑可能显示成乱码；存成 UTF-8 就到处一样。",
    en="It was read, but another program or computer may show it as gibberish; UTF-8 reads the same everywhere.",
)
MESSAGES: dict[str, Words] = {
    "gb18030": Words(
        zh="文件不是 UTF-8，已按 GBK（GB18030）读取", en="the file is not UTF-8; it was read as GBK (GB18030)"
    ),
    "utf-16": Words(zh="文件不是 UTF-8，已按 UTF-16 读取", en="the file is not UTF-8; it was read as UTF-16"),
}
_SAVE_AS = Words(zh="建议另存为 UTF-8 编码", en="saving it as UTF-8 is advised")
HINTS: dict[str, Words] = {"gb18030": _SAVE_AS, "utf-16": _SAVE_AS}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
