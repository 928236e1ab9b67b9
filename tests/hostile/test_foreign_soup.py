"""Files for `import` that no program would write: each ends in a plan that can be read, or in one sentence.

`make fuzz` tries thousands of new ones; what it finds becomes a row of the collection.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.office_files import workbook
from tests.hostile.rows import Row
from tests.hostile.running import changes, ensure_clean, ran, snapshot
from tests.importers.blocks.word_files import word_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="NOT PROVEN: limits of POSIX")

FEW = settings(max_examples=2000 if os.environ.get("KEPU_EXPLORE") == "1" else 20)
WORDS = (
    "示例县2026年全民科学素质工作要点", "重点任务", "任务分工表", "序号", "牵头单位", "责任单位", "配合单位",
    "完成时限", "备注", "县教育局", "县科协", "县教育局、县科协等", "各成员单位", "（县教育局牵头，县科协配合）",
    "牵头单位：", "责任单位:", "团县委", "一、", "（一）", "1.", "1．", "①", "第一章", "二、", "1.1", "001",
    "开齐开足科学课。", "组织科技创新大赛；", "2026年底前", "每年9月", "√", "★", "●", "牵头", "－", "/", "；", "。",
    "：", "（", "）", "《", "\u3000", "\xa0", "\u200b", "\u202e", "\ufeff", "\t", "\n", "\r\n", "\x0b", "\u2028", "|",
    "│", "┌──┐", "+--+", ",", '"', "'", "#", "- ", "# ", "=1+1", "[red]", "{0}", "%s", "---", "!x", "&a", "*a", "~",
    "null", "2026", "46285", "1e999", "🧪", "𠮷", "长" * 120, " " * 40, "附件", "抄送：", "2026年3月1日",
)  # fmt: skip
words = st.lists(st.sampled_from(WORDS), max_size=4).map("".join)
lines = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map("".join), max_size=12)
numbers = st.sampled_from(("", "0", "1", "2", "-1", "7", "63", "abc", "1.5", "99999999999", " 1", "true", "\u3000"))


def _ensure_taken(name: str, data: bytes) -> None:
    here = Path.cwd()
    with TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        (folder / name).write_bytes(data)
        os.chdir(folder)
        try:
            before = snapshot(folder)
            row = Row("soup", {name: data}, ("import", name), seconds=5)
            done = ran(row.command, "zh")
            # A tab among what is left over stays one.
            ensure_clean(replace(done, out=done.out.replace("\t", " ")), "zh", row)
            assert changes(before, snapshot(folder)) == set()
            if not done.code:
                _ensure_readable(done.out, folder)
        finally:
            os.chdir(here)


def _ensure_readable(text: str, folder: Path) -> None:
    """What import writes has no mistake of syntax, no key that nobody knows, no value of a wrong kind."""
    (folder / "plan.yaml").write_text(text, "utf-8")
    told = ran(("validate", "plan.yaml", "--all"), "zh").told
    assert not [each for each in told if each.startswith(("K001", "K002", "K003", "K004", "K005", "K007"))], text


@FEW
@given(lines, st.sampled_from(["来件.txt", "来件.md", "来件.csv"]), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_lines_of_words(text: list[str], name: str, encoding: str) -> None:
    _ensure_taken(name, "\n".join(text).encode(encoding, "replace"))


@FEW
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(",".join), max_size=9))
def test_lines_of_a_csv_file(text: list[str]) -> None:
    _ensure_taken("来件.csv", "\n".join(text).encode())


@FEW
@given(st.text(max_size=200), st.sampled_from(["来件.txt", "来件.csv", "来件.md"]))
def test_any_text(text: str, name: str) -> None:
    _ensure_taken(name, text.encode("utf-8", "surrogatepass"))


@FEW
@given(st.binary(max_size=300), st.sampled_from(["来件.txt", "来件.docx", "来件.xlsx", "来件"]))
def test_any_bytes(data: bytes, name: str) -> None:
    _ensure_taken(name, data)


@st.composite
def cell(draw: st.DrawFn) -> str:
    """A cell of any kind, with or without a place, which may be taken."""
    place = draw(
        st.sampled_from(("", *(f'r="{column}{row}"' for column in ("A", "C", "XFD", "ZZZZ") for row in "129")))
    )
    kind = draw(st.sampled_from(("", "s", "str", "inlineStr", "b", "e", "n", "d", "x")))
    style = draw(numbers)
    text = escape(draw(words).replace("\x0b", ""))
    value = draw(st.sampled_from(("0", "1", "46285", "-1", "1e999", "2958466", "abc", "", "#REF!", "2026-06-30")))
    inner = draw(
        st.sampled_from((f"<v>{value}</v>", f"<is><t>{text}</t></is>", f"<f>{text}</f>", f"<v>{text}</v>", ""))
    )
    return f'<c {place} t="{kind}" s={quoteattr(style)}>{inner}</c>'


rows = st.lists(
    st.tuples(
        st.sampled_from(("", 'r="1"', 'r="2"', 'r="99999"', 'r="abc"', 'hidden="1"')), st.lists(cell(), max_size=6)
    ),
    max_size=6,
)
merges = st.lists(st.sampled_from(("A1:B2", "A1:A9", "B2:A1", "A:A", "1:1", "A1:XFD1048576", "abc", "")), max_size=3)


@FEW
@given(rows, merges, st.lists(words, max_size=3))
def test_cells_of_any_kind(cells: list[tuple[str, list[str]]], merged: list[str], shared: list[str]) -> None:
    inner = "".join(f"<row {place}>{''.join(row)}</row>" for place, row in cells)
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    sheet = f"<sheetData>{inner}</sheetData><mergeCells>{areas}</mergeCells>"
    _ensure_taken("来件.xlsx", workbook(sheet, [text.replace(chr(11), "") for text in shared]))


texts_of_runs = words.map(lambda text: f"<w:t>{escape(text.replace(chr(11), ''))}</w:t>")
LEAVES = ("w:br", "w:tab", "w:noBreakHyphen", "w:sym", "w:footnoteReference", "w:lastRenderedPageBreak", "w:cr")
SETTINGS = (
    "w:gridSpan",
    "w:vMerge",
    "w:numId",
    "w:ilvl",
    "w:pStyle",
    "w:outlineLvl",
    "w:gridBefore",
    "w:hMerge",
    "w:jc",
)
SHELLS = (
    "w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:moveFrom", "w:moveTo",
    "w:hyperlink", "w:smartTag", "w:pPr", "w:numPr", "w:rPr", "w:tcPr", "w:trPr", "w:pict", "v:textbox",
    "w:txbxContent", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:fldSimple", "w:instrText", "w:sectPr",
    "w:tblGrid", "m:oMath", "w:customXml", "w:ruby", "w:rt",
)  # fmt: skip
leaf = (
    texts_of_runs
    | st.sampled_from(LEAVES).map(lambda tag: f"<{tag}/>")
    | st.tuples(st.sampled_from(SETTINGS), numbers).map(lambda pair: f"<{pair[0]} w:val={quoteattr(pair[1])}/>")
)
element = st.recursive(
    leaf,
    lambda inner: st.tuples(st.sampled_from(SHELLS), st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=20,
)
paragraph = texts_of_runs.map(lambda text: f"<w:p><w:r>{text}</w:r></w:p>")
parts = st.lists(element, max_size=4).map("".join)


@FEW
@given(st.lists(element | paragraph, max_size=10).map("".join), parts, parts)
def test_elements_of_any_kind(body: str, numbering: str, styles: str) -> None:
    _ensure_taken("来件.docx", word_file(body, numbering=numbering, styles=styles))
