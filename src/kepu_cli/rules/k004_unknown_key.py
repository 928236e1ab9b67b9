"""K004 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        迁头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K004"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
TITLE = Words("不认识这个栏目", "An unknown key")
WHY = Words(
    "写在不认识的栏目下面的内容，既不会检查，也不会印出来。",
    "What stands under an unknown key would be lost: neither checked nor printed.",
)

_UNKNOWN = Words("没有“{key}”这个栏目", "there is no key “{key}”")
_MISPLACED = Words("“{key}”不能写在这里", "“{key}” does not belong here")
MESSAGES = {
    "misspelt": _UNKNOWN,
    "invisible": Words("“{key}”里有空格或全角字母", "“{key}” holds a space or full-width letters"),
    "invisible-sign": Words(
        "“{key}”里有特殊空格或看不见的字符（{code}）",
        "“{key}” holds an unusual space or an invisible character ({code})",
    ),
    "standing": _UNKNOWN,
    "synonym": _UNKNOWN,
    "person": _UNKNOWN,
    "own": _UNKNOWN,
    "sentence": Words(
        "这一条里有冒号加空格“: ”，“{key}”就成了栏目", "a colon and a space “: ” make a key of “{key}” here"
    ),
    "misplaced": _MISPLACED,
    "misplaced-meant": _MISPLACED,
    "unknown": _UNKNOWN,
}
_TYPE_ANEW = Words("请重新输入“{meant}”", "type “{meant}” anew")
HINTS = {
    "misspelt": Words("是不是“{meant}”？", "did you mean “{meant}”?"),
    "invisible": _TYPE_ANEW,
    "invisible-sign": _TYPE_ANEW,
    "sentence": Words(
        "请给整句加引号，或改用全角冒号“：”", "put quotes around the whole sentence, or write a full-width colon “：”"
    ),
    "misplaced": Words(
        "它属于：{homes}；请看看缩进对不对", "it belongs to {homes}; see whether the indentation is right"
    ),
    "misplaced-meant": Words(
        "这里要写的可能是“{meant}”；如果就是“{key}”，它属于：{homes}，请看看缩进对不对",
        "perhaps “{meant}” is meant; “{key}” itself belongs to {homes}: see whether the indentation is right",
    ),
    "standing": Words(
        "可能是“{meant}”，但第 {line} 行已经写了；请删去这一行，或者把内容并到那里",
        "perhaps “{meant}” is meant, but that stands in line {line} already; remove this line, or join the two there",
    ),
    "synonym": Words("请写成“{meant}”", "write “{meant}”"),
    "person": Words("写人的栏目是“{meant}”，请改写成它", "persons go under “{meant}”: write that"),
    "own": Words("不检查的内容可以写在“{meant}”下面，原样保留", "what is only to be kept can go under “{meant}”"),
    "unknown": Words("这里可以写：{keys}", "the keys here are: {keys}"),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
