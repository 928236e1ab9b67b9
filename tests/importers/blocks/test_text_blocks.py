"""Texts of every encoding as lines and tables, Markdown without its signs."""

from __future__ import annotations

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Paragraph, Table
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.blocks.text_blocks import MAX_LINES, TOO_MANY_LINES
from tests.importers.blocks.word_files import grid, texts

TEXT = "一、总体要求\n全面落实《纲要》，推动科普工作。\n责任单位：县科协、县教育局"


def _read(text: str, file: str = "方案.txt") -> Document:
    return read_document(text.encode(), file)


def _table(text: str, file: str = "方案.txt") -> list[list[str]]:
    (table,) = _read(text, file).blocks
    assert isinstance(table, Table)
    return grid(table)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        pytest.param(TEXT.encode(), [], id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), [], id="with a mark"),
        pytest.param(TEXT.encode("gbk"), ["文件不是 UTF-8，已按 GBK（GB18030）读取"], id="gbk"),
        pytest.param(TEXT.encode("utf-16"), ["文件不是 UTF-8，已按 UTF-16 读取"], id="utf-16"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), [], id="Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), [], id="old Macintosh"),
        pytest.param(
            TEXT.replace("\n", "\x0b").encode("gbk"), ["文件不是 UTF-8，已按 GBK（GB18030）读取"], id="from Word"
        ),
        pytest.param(
            TEXT.replace("\n", "\u2028").encode("utf-16"), ["文件不是 UTF-8，已按 UTF-16 读取"], id="soft ends"
        ),
        pytest.param(TEXT.replace("，", "，\x07\u200b\x1b").encode(), ["去掉了 2 个看不见的控制字符"], id="controls"),
    ],
)
def test_any_encoding_and_line_end(data: bytes, note: list[str]) -> None:
    document = read_document(data, "方案.txt")
    assert [text.replace("\u200b", "") for text in texts(document)] == TEXT.split("\n")
    assert [each.in_(Lang.ZH) for each in document.notes] == note


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(TEXT.encode()[:-1], "方案.txt 第 3 行：文件在一个汉字中间断了", id="cut"),
        pytest.param(TEXT.encode() + "\n县科协".encode("gbk"), "方案.txt 第 4 行：从这里起不是 UTF-8", id="mixed"),
        pytest.param(TEXT.encode("big5", "replace"), "编码无法识别；请用记事本或 WPS 打开", id="unknown"),
        pytest.param(TEXT.encode("utf-16-le"), "编码无法识别", id="without a mark"),
        pytest.param(b"a" * (5 * 1024 * 1024 + 1), "文件超过 5 MB", id="too large"),
    ],
)
def test_what_is_no_text(data: bytes, words: str) -> None:
    with pytest.raises(KepuError) as caught:
        read_document(data, "方案.txt")
    assert words in caught.value.sentence(Lang.ZH)
    assert "{" not in caught.value.sentence(Lang.EN)


def test_too_many_lines() -> None:
    assert len(_read("甲\n" * MAX_LINES).blocks) == MAX_LINES
    with pytest.raises(KepuError) as caught:
        _read("甲\n" * (MAX_LINES + 1))
    assert caught.value.said.words is TOO_MANY_LINES


def test_a_paragraph_a_line_without_blanks_around() -> None:
    document = _read("　　一、总体要求  \n\n \u3000\u200b\n\u00a0正文 #1 * 甲 **\n")
    assert texts(document) == ["一、总体要求", "正文 #1 * 甲 **"]
    assert [block.place.where for block in document.blocks] == [("第 1 行", "line 1"), ("第 4 行", "line 4")]


MARKDOWN = """\
科普工作方案
===========
## 一、总体要求 ##
> 为**做好**工作，*制定*本 `方案`。
- 办[展览](http://x.cn/a)
1. 办大赛\\*
---
```
# 不是标题
```
"""


def test_markdown() -> None:
    document = _read(MARKDOWN, "方案.md")
    assert [(block.text, block.level) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("科普工作方案", 1),
        ("一、总体要求", 2),
        ("为做好工作，制定本 方案。", None),
        ("办展览", None),
        ("1. 办大赛*", None),
        ("# 不是标题", None),
    ]
    assert [note.in_(Lang.ZH) for note in document.notes] == ["略去了 1 个链接的网址，文字都留着"]


@pytest.mark.parametrize(
    "text", ["- 办展览", "* 甲 *", "2026年**县创建方案", "责任____单位", "#1 号任务", "[甲](乙)", "a*b*c"]
)
def test_signs_in_a_plain_text_stay(text: str) -> None:
    assert texts(_read(text)) == [text]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("|序号|任务|\n|---|:-:|\n|1|办\\|展|\n", [["序号", "任务"], ["1", "办|展"]], id="ruled"),
        pytest.param("序号|任务\n---|---\n1|办<br>展", [["序号", "任务"], ["1", "办\n展"]], id="without a frame"),
        pytest.param("|a|b|\n|---|---|\n|1|\n|2|3|4|", [["a", "b", ""], ["1"] * 3, ["2", "3", "4"]], id="uneven"),
        pytest.param("| 1 | 2 |\n| 3 | 4 |", [["1", "2"], ["3", "4"]], id="not ruled"),
    ],
)
def test_piped_tables(text: str, rows: list[list[str]]) -> None:
    assert _table(text, "方案.md") == rows


@pytest.mark.parametrize("text", ["首页 | 新闻 | 公告\n要闻 | 部门 | 公告", "|甲|乙|"])
def test_strokes_alone_make_no_table(text: str) -> None:
    assert texts(_read(text)) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "序号\t任务\t单位\n1\t展览\t县科协", [["序号", "任务", "单位"], ["1", "展览", "县科协"]], id="plain"
        ),
        pytest.param("a\tb\tc\n1\t\t\n\t2\t3\t\n", [["a", "b", "c"], ["1", "", ""]], id="other count below"),
        pytest.param(
            '序号\t任务\t单位\n1\t"展览\n和""讲座"""\t县科协',
            [["序号", "任务", "单位"], ["1", '展览\n和"讲座"', "县科协"]],
            id="quoted",
        ),
        pytest.param('a\tb\tc\n1\t"2\t3', [["a", "b", "c"], ["1", '"2', "3"]], id="a quotation mark"),
        pytest.param(
            "序号\t任务\t单位\n一、青少年\n1\t展览\t县科协",
            [["序号", "任务", "单位"], ["一、青少年"] * 3, ["1", "展览", "县科协"]],
            id="section row",
        ),
    ],
)
def test_tabbed_tables(text: str, rows: list[list[str]]) -> None:
    table = next(block for block in _read(text).blocks if isinstance(block, Table))
    assert grid(table) == rows


@pytest.mark.parametrize("text", ["\t\t甲\n\t\t乙", "甲\t乙\n丙\t丁", "甲\t乙\t丙"])
def test_tabs_alone_make_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for block in _read(text).blocks)


@pytest.mark.parametrize(("between", "kinds"), [("\n表二\n", "TPT"), ("\n", "TT")])
def test_two_tables_with_the_same_head_stay_two(between: str, kinds: str) -> None:
    head = "序号\t任务\t单位\n"
    blocks = _read(f"{head}1\t甲\t乙\n{between}{head}2\t丙\t丁").blocks
    assert "".join(type(block).__name__[0] for block in blocks) == kinds


DRAWN = """\
附件
┌──┬──────┬────┬────┐
│序│工作任务    │分管│完成│
│号│            │领导│时限│
├──┼──────┼────┼────┤
│1 │举办全国科普│    │9月 │
│  │日活动      │张三│底前│
├──┼──────┤    ├────┤
│2 │建设科普场馆│    │    │
├──┴──────┼────┼────┤
│合计              │    │    │
└─────────┴────┴────┘
后文
"""


def test_a_drawn_table_with_merged_cells_and_cut_words() -> None:
    before, table, behind = _read(DRAWN).blocks
    assert isinstance(before, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(behind, Paragraph)
    assert (before.text, behind.text, behind.place.where.zh) == ("附件", "后文", "第 13 行")
    assert grid(table) == [
        ["序号", "工作任务", "分管领导", "完成时限"],
        ["1", "举办全国科普日活动", "张三", "9月底前"],
        ["2", "建设科普场馆", "张三", ""],
        ["合计", "合计", "", ""],
    ]
    assert table.rows[1][2] is table.rows[2][2]
    assert table.rows[1][0].place.where.zh == "第 6 行"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "+----+----+\n| 序 | 任务 |\n+====+====+\n| 1 | 展览 |\n| 2 | 讲座 |\n+----+----+",
            [["序", "任务"], ["1", "展览"], ["2", "讲座"]],
            id="typed, rows parted by their numbers",
        ),
        pytest.param(
            "╔══╦════════╗\n║ 1║县教育局      ║\n║  ║县科协        ║\n╚══╩════════╝",
            [["1", "县教育局\n县科协"]],
            id="ended on purpose",
        ),
        pytest.param("┌──┬──┐\n│Word│a   │\n│Excel│b   │\n└──┴──┘", [["Word Excel", "a b"]], id="letters"),
    ],
)
def test_drawn_tables(text: str, rows: list[list[str]]) -> None:
    assert _table(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("┌──┬──┐\n│甲│乙│", id="two lines"),
        pytest.param("┌────┐\n│甲  │\n└────┘", id="one column"),
        pytest.param("│甲│乙│\n├──┼──┤\n│丙│丁│", id="without an edge"),
        pytest.param("────────\n正文\n────────", id="lines across"),
    ],
)
def test_what_is_no_drawn_table_stays_as_it_is(text: str) -> None:
    assert texts(_read(text)) == text.split("\n")
