"""Tables with commas, semicolons or tabs: how they are told from prose, and where their rows stand."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Paragraph, Table
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.package import EMPTY
from kepu_cli.importers.suffixes import SEPARATED

ROWS = '序号,任务,责任单位\n1,"办展览,\n办大赛",县科协\n2,办讲座,"县教育局,县妇联"\n'
TABBED = '序号\t任务\t责任单位\n1\t"办展览,\n办大赛"\t县科协\n2\t办讲座\t县教育局,县妇联\n'
GRID = [["序号", "任务", "责任单位"], ["1", "办展览,\n办大赛", "县科协"], ["2", "办讲座", "县教育局,县妇联"]]


def _table(data: bytes | str, file: str = "分工.csv") -> Table:
    (found,) = _read(data, file).blocks
    assert isinstance(found, Table)
    return found


def _read(data: bytes | str, file: str = "分工.csv") -> Document:
    return read_document(data.encode() if isinstance(data, str) else data, file)


def _grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (ROWS, "分工.csv"),
        (ROWS.encode("gb18030"), "分工.CSV"),
        (b"\xef\xbb\xbf" + ROWS.encode(), "分工.csv"),
        (ROWS.replace("\n", "\r\n"), "分工.csv"),
        (ROWS.replace("\n", "\r"), "分工.csv"),
        ("sep=,\n" + ROWS, "分工.csv"),
        ('序号;任务;责任单位\n1;"办展览,\n办大赛";县科协\n2;办讲座;县教育局,县妇联\n', "分工.csv"),
        (TABBED, "分工.tsv"),
        (TABBED.encode("utf-16"), "分工.tsv"),
        (ROWS, "分工.txt"),
        (ROWS, "<标准输入>"),
        (ROWS.encode("gb18030"), "分工.xlsx"),
        (ROWS, "分工.xls"),
    ],
    ids=[
        "csv",
        "gbk",
        "mark",
        "crlf",
        "cr",
        "sep",
        "semicolons",
        "tabs",
        "utf-16",
        "txt",
        "pasted",
        "called xlsx",
        "xls",
    ],
)
def test_the_same_table(data: bytes | str, file: str) -> None:
    assert _grid(_table(data, file)) == GRID


def test_a_row_stands_in_its_line() -> None:
    places = [row[0].place.where.zh for row in _table(f"标题,,\n,,\n{ROWS}").rows]
    assert places == ["第 1 行", "第 3 行", "第 4 行", "第 6 行"]


def test_rows_of_other_lengths_lose_nothing() -> None:
    assert _grid(_table("序号,任务,单位\n1,办展览,县科协,多的\n2\n")) == [
        ["序号", "任务", "单位", ""],
        ["1", "办展览", "县科协", "多的"],
        ["2", "", "", ""],
    ]


@pytest.mark.parametrize("text", ['1,说"好,县科协\n2,办展览,县科协\n', '1,"没有关,县科协\n2,办展览,县科协\n'])
def test_quotation_marks_of_their_own_are_text(text: str) -> None:
    assert _grid(_table(text)) == [line.split(",") for line in text.splitlines()]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("县科协牵头,县教育局配合,县妇联参加\n另行通知\n", "通知.txt"),
        ("一、办展览,办讲座\n二、办大赛,办培训\n", "通知.txt"),
        ("只有,一行,三段\n", "通知.txt"),
        ("一、办展览,县科协,6月\n二、办讲座,县教育局,7月\n", "通知.txt"),
        (
            "牵头单位:县科协,责任单位:县妇联,配合单位:团县委\n牵头单位:县妇联,责任单位:县科协,配合单位:县工会\n",
            "通知.txt",
        ),
        ("就一栏\n一、办讲座\n", "一栏.csv"),
    ],
    ids=["ragged prose", "two parts a line", "one line", "items", "labels", "one column"],
)
def test_what_is_no_table(text: str, file: str) -> None:
    assert all(isinstance(block, Paragraph) for block in _read(text, file).blocks)
    assert [block.text for block in _read(text, file).blocks if isinstance(block, Paragraph)] == text.split("\n")[:-1]


@pytest.mark.parametrize("suffix", SEPARATED)
def test_nothing_in_it(suffix: str) -> None:
    with pytest.raises(KepuError) as caught:
        _read(" \n\u3000\n", f"空{suffix}")
    assert caught.value.sentence(Lang.ZH) == EMPTY.zh.format(file=f"空{suffix}")


def test_a_cell_longer_than_any_is_read_as_text() -> None:
    text = f"甲,乙,丙\n{'科' * 200_000},丁,戊\n"
    assert sum(isinstance(block, Paragraph) for block in _read(text).blocks) == 2


@pytest.mark.parametrize("text", ['"' * 200_000, '",' * 100_000, ",".join('"甲' for _ in range(50_000))])
def test_quotes_without_end_are_quick(text: str) -> None:
    start = time.perf_counter()
    with suppress(KepuError):
        _read(text + "\n", "引号.csv")
    assert time.perf_counter() - start < 3
