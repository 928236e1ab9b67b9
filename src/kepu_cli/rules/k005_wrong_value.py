"""K005 by example.

Bad:
    方案: 示例方案
    年度: 二〇二六
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
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

CODE = "K005"
NAME = "wrong-value"
SEVERITY = Severity.ERROR
TITLE = Words("内容不合栏目的要求", "A value does not fit its key")
WHY = Words(
    "该写一句话的写成了列表，年份写得不是年份：读不懂的内容，哪张表里都没有。",
    "A list where a text belongs, a year that is none: what cannot be read is left out of every table.",
)

MESSAGES = {
    "text": Words("“{key}”应当是一段文字", "“{key}” should be a text"),
    "list": Words("“{key}”应当是一个列表，一行一项", "“{key}” should be a list, one item a line"),
    "mapping": Words("“{key}”下面应当是一组“名称: 内容”", "“{key}” should hold lines such as “name: text”"),
    "item": Words(
        "“{key}”的这一项应当是一组“名称: 内容”", "this item of “{key}” should hold lines such as “name: text”"
    ),
    "nothing": Words("“{key}”里有一项是空的", "an item of “{key}” is empty"),
    "names": Words("“{key}”应当是单位名称", "“{key}” should hold department names"),
    "wide-brackets": Words("“{key}”的列表用了全角括号", "the list of “{key}” stands in full-width brackets"),
    "rule-code": Words("没有 {value} 这条规则", "there is no rule {value}"),
    "texts": Words("“{key}”应当是一段文字，或者一个列表", "“{key}” should be a text or a list of texts"),
    "year": Words("“{key}”应当是四位数字的年份", "“{key}” should be a year of four digits"),
    "period": Words("“{key}”应当是起止年份，前小后大", "“{key}” should be two years, the first one first"),
    "count": Words("“{key}”应当是一个正整数", "“{key}” should be a positive whole number"),
    "choice": Words("“{key}”不能是“{value}”", "“{key}” cannot be “{value}”"),
    "choice-near": Words("“{key}”不能是“{value}”", "“{key}” cannot be “{value}”"),
    "other": Words("“{key}”的内容看不懂", "the value of “{key}” cannot be read"),
}
HINTS = {
    "text": Words(
        "请写成一行；文字里有冒号、方括号的，请给整段加引号",
        "write it in one line; put quotes around a text with a colon or brackets in it",
    ),
    "list": Words("每一项前面写“- ”，减号后面空一格", "begin each item with “- ”, a dash and a space"),
    "mapping": Words("请看看缩进，冒号后面要空一格", "see to the indentation and to the space after each colon"),
    "item": Words("请写成“- 名称: ……”，其他栏目写在下面并对齐", "write “- name: …” with the other keys below, in line"),
    "nothing": Words("请补上内容，或者删去这一行", "fill it in, or remove the line"),
    "names": Words("请写成“县教育局、县科协”，或者一行一个", "write 县教育局、县科协, or one name a line"),
    "wide-brackets": Words("请改成半角方括号 [ ]，或者去掉括号", "write ASCII brackets [ ], or none at all"),
    "rule-code": Words("kepu rules 列出全部编号", "kepu rules lists all codes"),
    "texts": Words("请看看缩进对不对", "see whether the indentation is right"),
    "year": Words("请写成 2026 这样", "write it like 2026"),
    "period": Words("请写成 2021—2025 这样", "write it like 2021—2025"),
    "count": Words("请写成 10 这样的数字", "write digits, such as 10"),
    "choice": Words("可以写：{choices}", "choose from: {choices}"),
    "choice-near": Words("是不是“{meant}”？可以写：{choices}", "did you mean “{meant}”? Choose from: {choices}"),
    "other": Words("请看看缩进和引号", "see to indentation and quotes"),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw._replace(kind=_kind(flaw)), MESSAGES, HINTS)


def _kind(flaw: Flaw) -> str:
    if flaw.kind == "mapping" and flaw.path and isinstance(flaw.path[-1], int):
        return "item"
    # The library that fits values names cases of its own; one that is not listed gets the plainest words.
    return flaw.kind if flaw.kind in MESSAGES else "other"
