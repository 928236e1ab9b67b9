"""Every slip of the hand: its kind, its place and the words, the same from both parsers."""

from __future__ import annotations

import pytest
import yaml

from kepu_cli.findings import Lang
from kepu_cli.rules import k002_yaml_syntax, k007_unsafe_yaml
from kepu_cli.yaml_source.hints import shown
from kepu_cli.yaml_source.source import Loader, read_source

LOADERS = [pytest.param(yaml.CSafeLoader, id="c"), pytest.param(yaml.SafeLoader, id="pure")]

# text, kind, line, column, Chinese message
SYNTAX: dict[str, tuple[str, str, int, int, str]] = {
    "colon-first-line": ("title：方案\nyear: 2026\n", "wide-colon", 1, 6, "这里用了全角冒号“：”"),
    "colon-later": ("年度: 1\n地区：什邡\n名称: 2\n", "wide-colon", 2, 3, "这里用了全角冒号“：”"),
    "colon-everywhere": ("名称：甲\n年度：2007\n", "wide-colon", 1, 3, "这里用了全角冒号“：”，像这样的还有 1 行"),
    "colon-opens-block": ("a: 1\nb：\n  c: 2\n", "wide-colon", 2, 2, "这里用了全角冒号“：”"),
    "colon-in-list": ("a:\n - 编号：一\n   名称: 甲\n", "wide-colon", 2, 6, "这里用了全角冒号“：”"),
    "missing-space": ("title:2026\nyear: 2026\n", "missing-space", 1, 6, "冒号后少了一个空格"),
    "wide-dash": ("a:\n  - x: 1\n  － x: 2\n", "wide-dash", 3, 3, "列表符号用了“－”"),
    "em-dash-alone": ("a:\n— x: 2\n", "wide-dash", 2, 1, "列表符号用了“—”"),
    "wide-space-after-colon": ("a:\u30001\nb: 2\n", "wide-space-after-colon", 1, 3, "冒号后是特殊空格（U+3000）"),
    "wide-indent-alone": ("a:\n\u3000\u3000b: 1\n", "wide-space-indent", 2, 1, "行首有特殊空格（U+3000）"),
    "wide-indent": ("a:\n  b: 1\n\u3000\u3000c: 1\n", "wide-space-indent", 3, 1, "行首有特殊空格（U+3000）"),
    "nbsp-indent": ("a:\n\xa0\xa0b: 1\n", "wide-space-indent", 2, 1, "行首有特殊空格（U+00A0）"),
    "wide-hash": ("＃ 注释\na: 1\n", "wide-hash", 1, 1, "注释用了全角井号“＃”"),
    "wide-bracket": ("a: [甲、乙】\nb: 1\n", "wide-bracket", 1, 8, "这里用了全角括号“】”"),
    "wide-comma": ("a: {数值: 1，单位: 2}\n", "wide-comma", 1, 10, "括号里用了全角逗号“，”"),
    "tab-indent": ("a:\n\tb: 1\n", "tab", 2, 1, "缩进用了 Tab（制表符）"),
    "tabs": ("a:\n\tb: 1\n\tc: 1\n\td: 1\n", "tab", 2, 1, "缩进用了 Tab（制表符），像这样的还有 2 行"),
    "tab-after-dash": ("a:\n  -\tb: 1\n", "tab", 2, 4, "缩进用了 Tab（制表符）"),
    "one-space-more": ("a:\n  - b: 1\n   c: 2\n", "indentation", 3, 4, "这一行的缩进与上面没有对齐"),
    "one-space-less": ("a:\n  - b: 1\n - b: 2\n", "indentation", 3, 2, "这一行的缩进与上面没有对齐"),
    "bare-item": ("a:\n  - 甲\n    b: 1\n", "bare-item", 2, 5, "这一条下面还有别的栏目，它自己却没有栏目名"),
    "bare-item-of-two-lines": (
        "a:\n  -   甲，\n      乙\n\n      b: 1\n",
        "bare-item",
        2,
        7,
        "这一条下面还有别的栏目，它自己却没有栏目名",
    ),
    "text-below-dash-further-right": ("a:\n  - 甲\n      b: 1\n", "indentation", 3, 7, "这一行的缩进与上面没有对齐"),
    "dashless-text-first": ("a:\n  甲\n  - b: 1\n", "lost-dash", 2, 3, "这一行前面少了“- ”"),
    "dashless-texts-first": ("a:\n  甲\n\n  乙\n  - b: 1\n", "lost-dash", 2, 3, "这一行前面少了“- ”"),
    "dashless-text-at-key": ("a:\n  b:\n  甲\n  - c: 1\n", "lost-dash", 3, 3, "这一行前面少了“- ”"),
    "dashless-text-between": ("a:\n  - 甲\n  乙\n  - b: 1\n", "lost-dash", 3, 3, "这一行前面少了“- ”"),
    "dashless-text-last": ("a:\n  - b: 1\n    c: 2\n  乙\nd: 1\n", "lost-dash", 4, 3, "这一行前面少了“- ”"),
    "dashless-item-first": ("a:\n  b: 1\n  c: 2\n  - b: 1\n", "lost-dash", 2, 3, "这一行前面少了“- ”"),
    "dashless-item-later": ("a:\n  - b: 1\n    c: 2\n  b: 1\n", "lost-dash", 4, 3, "这一行前面少了“- ”"),
    "key-too-far-left": ("a:\n  - b: 1\n  c: 2\n", "indentation", 3, 3, "这一行的缩进与上面没有对齐"),
    "text-goes-on-above": ("a: 甲\n  乙\n  - b: 1\n", "indentation", 3, 3, "这一行的缩进与上面没有对齐"),
    "below-a-value": ("a: b\n  c: d\n", "indentation", 2, 3, "这一行的缩进与上面没有对齐"),
    "quote-swallows": ('a: "甲\nb: 2\nc: "乙"\nd: 3\n', "unclosed-quote", 1, 4, '这里的引号 " 没有配对'),
    "quote-to-the-end": ("a: 1\nb: 'x\nc: 1\n", "unclosed-quote", 2, 4, "这里的引号 ' 没有配对"),
    "text-after-quote": ('a: "双减"行动\nb: 1\n', "text-after-quote", 1, 8, "引号结束后又出现了内容"),
    "bracket-open": ("a: [x, y\nb: 2\nc: 3\n", "unclosed-bracket", 1, 4, "这里的括号“[”没有配对"),
    "bracket-open-at-end": ("b: 1\na: {x: y\n", "unclosed-bracket", 2, 4, "这里的括号“{”没有配对"),
    "bracket-too-many": ("a: [x]]\n", "extra-bracket", 1, 7, "多了一个括号“]”"),
    "braces-at-end": ("a: 1\n}}}}\n", "extra-bracket", 2, 1, "多了一个括号“}”"),
    "empty-item": ("a: [,]\n", "bracket-items", 1, 5, "括号里的写法有误"),
    "colon-in-value": ("目标: 到2026年: 达到\n", "colon-in-value", 1, 11, "值里有冒号加空格“: ”"),
    "at": ("a: @x\n", "special-start", 1, 4, "值不能直接以“@”开头"),
    "backtick": ("a: `x\n", "special-start", 1, 4, "值不能直接以“`”开头"),
    "percent": ("a: %x\n", "special-start", 1, 4, "值不能直接以“%”开头"),
    "star": ("a: *重点\n", "special-start", 1, 4, "值不能直接以“*”开头"),
    "exclamation": ("a: !重要\n", "special-start", 1, 4, "值不能直接以“!”开头"),
    "ampersand": ("a: &重\n", "special-start", 1, 4, "值不能直接以“&”开头"),
    "pipe": ("a: |50人\n", "special-start", 1, 4, "值不能直接以“|”开头"),
    "greater": ("a: >50人\n", "special-start", 1, 4, "值不能直接以“>”开头"),
    "percent-first": ("%50 完成\n", "special-start", 1, 1, "值不能直接以“%”开头"),
    "dash-after-key": ("a: - x\n", "dash-value", 1, 4, "列表项“- ”不能写在键的同一行"),
    "path-refused": ('a: "D:\\科普"\n', "backslash", 1, 7, "双引号里的“\\”会被当作转义符"),
    "path-accepted": ('a: "C:\\new\\t.yaml"\n', "backslash", 1, 7, "双引号里的“\\”会被当作转义符"),
    "second-document": ("a: 1\n---\nb: 2\n", "second-document", 2, 1, "一个文件只能有一份方案，这里又出现了“---”"),
    "wide-colons-and-a-comment": (
        "# 说明\n方案：甲\n年度：2026  # 哪一年\n地区：乙\n重点任务:\n  - 名称：丙\n",
        "wide-colon",
        2,
        3,
        "这里用了全角冒号“：”",
    ),
    "glued-dash": ("a:\n  -x: 1\n    y: 2\n", "missing-space-after-dash", 2, 3, "列表符号“-”后少了一个空格"),
    "wide-space-after-dash": ("a:\n  -\u3000x: 1\n    y: 2\n", "wide-space-indent", 2, 4, "行首有特殊空格（U+3000）"),
    "bullet": ("a:\n  • x: 1\n    y: 2\n", "wide-dash", 2, 3, "列表符号用了“•”"),
    "no-key": ("a: 1\n: 2\n", "no-key", 2, 1, "冒号前面没有键名"),
    "text-after-bracket": ("a: [甲] 乙\nb: 1\n", "special-start", 1, 4, "值不能直接以“[”开头"),
    "after-the-end": ("a: 1\n...\n文字\n", "leftover", 3, 1, "内容结束后又出现了别的文字"),
    "conflict": ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", "conflict-mark", 2, 1, "这里有合并冲突的标记“<<<<<<<”"),
    "no-colon": ("a: 1\n缺少冒号\nb: 2\n", "missing-colon", 2, 1, "这一行缺少冒号，不是“键: 值”"),
    "empty": ("", "empty", 1, 1, "文件是空的"),
    "comments": ("# 注释\n\n# 注释\n", "empty", 1, 1, "文件是空的"),
    "dashes-only": ("---\n", "empty", 1, 1, "文件是空的"),
    "tilde": ("~\n", "empty", 1, 1, "文件是空的"),
    "one-text": ("# x\n一段文字\n", "root-text", 2, 1, "整个文件只是一段文字，没有“键: 值”"),
    "list": ("- a\n- b\n", "root-list", 1, 1, "整个文件是一个列表，最外层应是“键: 值”"),
    "list-key": ("x: 1\n[a, b]: 1\n", "key-not-text", 2, 1, "键名必须是文字：“[a, b]”"),
    "template-key": ("{{ x }}: 1\n", "key-not-text", 1, 1, "键名必须是文字：“{{ x }}”"),
    "null-key": ("a:\n  ~: 1\n", "key-not-text", 2, 3, "键名必须是文字：“~”"),
}

UNSAFE: dict[str, tuple[str, str, int, int, str]] = {
    "anchor": ("a: &x 1\nb: &y 2\n", "anchor", 1, 4, "不支持 & 锚点“&x”"),
    "alias": ("a: 1\nb: *x\n", "alias", 2, 4, "不支持 * 引用“*x”"),
    "merge": ("a: 1\n<<: 2\n", "merge-key", 2, 1, "不支持 << 合并"),
    "python-tag": ("a: !!python/object x\n", "tag", 1, 4, "不支持 ! 标签“!!python/object”"),
    "include": ("a: !include x\n", "tag", 1, 4, "不支持 ! 标签“!include”"),
    "tagged-list": ("a: !!set [x]\n", "tag", 1, 4, "不支持 ! 标签“!!set”"),
    "unknown-handle": ("a: !foo!bar x\n", "tag", 1, 4, "不支持 ! 标签“!foo!bar”"),
    "directive": ("# x\n%YAML 1.3\n---\na: 1\n", "directive", 2, 1, "不支持 %YAML 指令"),
    "escape": ('a: "ok\\e[2J"\n', "control-escape", 1, 7, "双引号里的 \\ 写法产生了控制字符（\\e）"),
    "escape-hex": ('a: "\\x1b"\n', "control-escape", 1, 5, "双引号里的 \\ 写法产生了控制字符（U+001B）"),
    "lone-surrogate": ('a: "\\ud83d"\n', "control-escape", 1, 5, "双引号里的 \\ 写法产生了控制字符（U+D83D）"),
    "beyond-unicode": ('a: "\\U00110000"\n', "control-escape", 1, 5, "双引号里的 \\ 写法产生了控制字符（U+110000）"),
    "raw-escape": ("a: 1\nb: 甲\x1b\n", "control", 2, 5, "这里有看不见的控制字符 U+001B"),
    "non-character": ("a: \ufffe\n", "control", 1, 4, "这里有看不见的控制字符 U+FFFE"),
    "word-line-end": ("a: 甲\u2028乙\n", "line-separator", 1, 5, "这里有特殊换行符 U+2028"),
    "next-line": ("a: 甲\x85乙\n", "line-separator", 1, 5, "这里有特殊换行符 U+0085"),
    "bom-inside": ("a: 1\n\ufeffb: 2\n", "bom-inside", 2, 1, "这里有一个 BOM（U+FEFF），可能是两个文件拼接而成"),
    "depth": ("[" * 100_000, "too-deep", 1, 51, "嵌套超过 50 层"),
    "dashes": ("- " * 26_000, "too-deep", 1, 101, "嵌套超过 50 层"),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "kind", "line", "column", "message"), SYNTAX.values(), ids=SYNTAX)
def test_syntax(loader: Loader, text: str, kind: str, line: int, column: int, message: str) -> None:
    source = read_source(text.encode(), "f.yaml", loader)
    (flaw,) = source.flaws
    assert source.root is None
    assert (flaw.code, flaw.kind, flaw.place.line, flaw.place.column) == ("K002", kind, line, column)
    issue = k002_yaml_syntax.tell(flaw)
    assert issue.message.in_(Lang.ZH) == message
    assert issue.hint is not None
    assert issue.hint.in_(Lang.ZH) != issue.hint.in_(Lang.EN) != issue.message.in_(Lang.EN)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "kind", "line", "column", "message"), UNSAFE.values(), ids=UNSAFE)
def test_unsafe(loader: Loader, text: str, kind: str, line: int, column: int, message: str) -> None:
    source = read_source(text.encode(), "f.yaml", loader)
    (flaw,) = source.flaws
    assert source.root is None
    assert (flaw.code, flaw.kind, flaw.place.line, flaw.place.column) == ("K007", kind, line, column)
    assert k007_unsafe_yaml.tell(flaw).message.in_(Lang.ZH) == message


def test_every_hint_belongs_to_a_message() -> None:
    for rule in (k002_yaml_syntax, k007_unsafe_yaml):
        assert set(rule.HINTS) <= set(rule.MESSAGES)


def test_every_case_is_tried() -> None:
    tried = {kind for _, kind, *_ in (*SYNTAX.values(), *UNSAFE.values())}
    rare = {"other", "too-many-nodes"}
    # TOML has its own tests beside the settings file.
    told = {kind for kind in (*k002_yaml_syntax.MESSAGES, *k007_unsafe_yaml.MESSAGES) if not kind.startswith("toml")}
    assert told - tried == rare


def test_all_unsafe_features_at_once_each_kind_once() -> None:
    text = "a: &x 1\nb: *x\nc: &y 2\nd:\n  <<: *x\ne: !t z\n"
    assert [flaw.kind for flaw in read_source(text.encode(), "f").flaws] == ["anchor", "merge-key", "tag"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("市科协", "市科协"), ("市\u200b科协", "市<U+200B>科协"), ("\u3000", "<U+3000>"), ("字" * 41, "字" * 40 + "…")],
    ids=["plain", "zero-width", "wide", "long"],
)
def test_values_are_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_where_every_colon_is_full_width_the_first_is_told() -> None:
    text = "方案：甲\n年度：2026\n重点任务：\n  - 编号：一\n    名称：乙\n  - 编号：二\n    名称：丙\n"
    (flaw,) = read_source(text.encode(), "f").flaws
    assert (flaw.kind, flaw.place.line, flaw.place.column) == ("wide-colon", 1, 3)


def test_what_the_parser_stumbles_over_behind_a_slip_is_not_told_again() -> None:
    text = "重点任务:\n  － 编号: 一\n    名称: 乙\n"
    assert len(read_source(text.encode(), "f").flaws) == 1
