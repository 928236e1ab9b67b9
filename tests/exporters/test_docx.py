"""The annex as a Word document: read back with python-docx, looked into as XML, and on paper."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.exporters.document.annex import AnnexInfo, annex, render
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.exporters.plain_text import closed, shown
from kepu_cli.findings import Lang
from kepu_cli.ledger import build_ledger
from kepu_cli.memory import NAMESPACE, PART, SCHEMA
from kepu_cli.views.division import NAME_COLUMNS, Column, DivisionTable
from kepu_cli.views.matrix import Mark, Matrix, MatrixRow
from tests.exporters.printing import missing, pages_of, print_books, run
from tests.exporters.workbook_samples import county, one_row, stress, tiny
from tests.plans import plan_of

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table

    Sample = Callable[[], tuple[DivisionTable, Matrix]]

INFO = AnnexInfo("什邡市全民科学素质行动实施方案", "2026", Lang.ZH, "附件1")
EVERY = pytest.mark.parametrize("sample", [county, tiny, stress], ids=["county", "tiny", "stress"])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLAN = """
    方案: 示例县2026年方案
    年度: 2026
    附件: 附件2
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年行动
        牵头单位: 县教育局
        职责: [{内容: 办展览, 责任单位: 县科协}, {内容: 写书, 责任单位: 县教育局}]
"""


def _document(sample: tuple[DivisionTable, Matrix | None], info: AnnexInfo = INFO) -> Document:
    return docx.Document(io.BytesIO(annex(info, *sample)))


def _rows(table: Table) -> list[list[str]]:
    """What each cell says; a merged one says it in each of its rows."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def _flagged(table: Table, flag: str) -> list[bool]:
    return [row._tr.find(f"{W}trPr/{W}{flag}") is not None for row in table.rows]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _letters(part: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in part.iter(f"{W}t"))


def _joined(text: str) -> str:
    return text.replace("\n", "")


@EVERY
def test_every_text_reads_back(sample: Sample) -> None:
    table, _ = sample()
    document = _document(sample())
    assert [each.text for each in document.paragraphs][:2] == ["附件1", table.title]
    _, *rows = _rows(document.tables[0])
    expected = [
        [
            {Column.NUMBER: block.number, Column.ACTION: block.action}.get(column)
            or "、".join(row.names.get(column, ()))
            or row.texts.get(column, "")
            for column in table.columns
        ]
        for block in table.blocks
        for row in block.rows
    ]
    read = [
        [
            _joined(text) if column in NAME_COLUMNS else text.removesuffix("（续）")
            for column, text in zip(table.columns, row, strict=True)
        ]
        for row in rows
    ]
    assert read == expected


@EVERY
def test_an_actions_cells_span_its_rows(sample: Sample) -> None:
    """Each over rows that stay on one page, so that no page begins below a name that stands on the one before.

    Only a name that is itself very long is told once.
    """
    table, _ = sample()
    made = _document(sample()).tables[0]
    action = table.columns.index(Column.ACTION)
    runs = [list(group) for group in _runs([row.cells[action]._tc for row in made.rows][1:])]
    told = [made.rows[1 + sum(map(len, runs[:at]))].cells[action].text.replace("\n", "") for at in range(len(runs))]
    names = [name.removesuffix("（续）") for name in told]
    assert [name for name, run in zip(names, runs, strict=True) for _ in run] == [
        block.action.replace("\n", "") for block in table.blocks for _ in block.rows
    ]
    assert [name.endswith("（续）") for name in told] == [False, *(one == other for one, other in pairwise(names))]
    kept = _flagged_paragraphs(made)[1:]
    ends = {sum(len(run) for run in runs[: at + 1]) - 1 for at in range(len(runs))}
    assert sample is stress or all(kept[position] for position in range(len(kept)) if position not in ends)


def _runs(cells: list[object]) -> Iterator[list[object]]:
    group: list[object] = []
    for cell in cells:
        if group and group[-1] is not cell:
            yield group
            group = []
        group.append(cell)
    yield group


@EVERY
def test_the_head_is_repeated_and_rows_stay_whole(sample: Sample) -> None:
    table = _document(sample()).tables[0]
    assert _flagged(table, "tblHeader") == [True] + [False] * (len(table.rows) - 1)
    longer_than_a_page = [max(len(cell.text) for cell in row.cells) > 300 for row in table.rows]
    assert _flagged(table, "cantSplit") == [not each for each in longer_than_a_page]
    assert any(longer_than_a_page) == (sample is stress)


def test_short_actions_stay_together_and_no_row_ends_the_table_alone() -> None:
    short = _document(tiny()).tables[0]
    assert _flagged_paragraphs(short) == [False] * 9 + [True, False]
    table, _ = one_row("办展览")
    (block,) = table.blocks
    for rows, kept in ((4, [True, True, True, False]), (12, ([True] * 5 + [False]) * 2)):
        longer = replace(table, blocks=(replace(block, rows=block.rows * rows),))
        assert _flagged_paragraphs(_document((longer, None)).tables[0])[1:] == kept


def _flagged_paragraphs(table: Table) -> list[bool]:
    flags = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in row._tr.iter(f"{W}p")] for row in table.rows]
    assert all(len(set(row)) == 1 for row in flags)
    return [row[0] for row in flags]


def test_names_break_between_them() -> None:
    _, *rows = _rows(_document(tiny()).tables[0])
    lines = [line for row in rows for line in row[3].split("\n")]
    assert any("、市" in line for line in lines)
    assert not any(line.startswith("、") for line in lines)
    names = {name for block in tiny()[0].blocks for row in block.rows for name in row.names[Column.RESPONSIBLE]}
    assert {name for line in lines for name in line.rstrip("、").split("、")} == names


@EVERY
def test_columns_fill_the_page(sample: Sample) -> None:
    document = _document(sample())
    for section, table in zip(document.sections, document.tables, strict=False):
        widths = [column.width for column in table.columns]
        paper, left, right = section.page_width, section.left_margin, section.right_margin
        assert paper is not None
        assert left is not None
        assert right is not None
        assert sum(width or 0 for width in widths) == pytest.approx(paper - left - right, rel=0.01)


def test_paper() -> None:
    for section in _document(county()).sections:
        assert section.orientation == WD_ORIENTATION.LANDSCAPE
        sizes = section.page_width, section.page_height, section.left_margin, section.right_margin
        assert [round(size.mm) for size in sizes if size] == [297, 210, 25, 18]
        footer = section.footer._element if not section.footer.is_linked_to_previous else None
        if footer is not None:
            assert _letters(footer) == "第 1 页 共 1 页"
            assert [each.get(f"{W}instr") for each in footer.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]
    assert [section.footer.is_linked_to_previous for section in _document(county()).sections] == [False, True]


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("分工表附件标识", "黑体", 16),
        ("分工表标题", "方正小标宋简体", 20),
        ("分工表表头", "黑体", 12),
        ("分工表正文", "仿宋", 11),
    ],
)
def test_fonts(style: str, font: str, size: int) -> None:
    made = _document(county()).styles[style]
    fonts = made.element.find(f"{W}rPr/{W}rFonts")
    assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia")} == {font}
    assert made.font.size.pt == size


def test_every_style_that_is_used_is_there() -> None:
    parts = _parts(annex(INFO, *county()))
    known = {style.get(f"{W}styleId") for style in ET.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    for part in ("word/document.xml", "word/footer1.xml"):
        assert {style.get(f"{W}val") for style in ET.fromstring(parts[part]).iter(f"{W}pStyle")} <= known


def test_matrix() -> None:
    marks = [(Mark.LEAD, Mark.LIGHT_RESPONSIBLE, None), (Mark.LIGHT_LEAD, Mark.RESPONSIBLE, Mark.SUPPORT)]
    rows = tuple(
        MatrixRow(("actions", n), str(n), f"项{n}", is_action=n == 0, marks=each) for n, each in enumerate(marks)
    )
    matrix = Matrix("矩阵", ("市科协", "市教育局", "Bureau X"), rows)
    document = _document((tiny()[0], matrix))
    table = document.tables[1]
    assert _rows(table) == [
        ["序号", "重点任务", "市科协", "市教育局", "Bureau X", "牵头", "责任", "配合"],
        ["0", "项0", "★", "·", "", "1", "0", "0"],
        ["1", "项1", "☆", "○", "△", "0", "1", "1"],
        ["牵头合计", "牵头合计", "1", "0", "0", "1", "", ""],
        ["责任合计", "责任合计", "0", "1", "0", "", "1", ""],
        ["配合合计", "配合合计", "0", "0", "1", "", "", "1"],
    ]
    assert _flagged(table, "tblHeader")[:2] == [True, False]
    turned = [each.get(f"{W}val") for each in table._tbl.iter(f"{W}textDirection")]
    assert turned == ["tbRlV", "tbRlV", "btLr", *["tbRlV"] * 3]
    shades = [row._tr.find(f".//{W}shd") is not None for row in table.rows]
    assert shades == [False, True, False, False, False, False]
    key = "说明：★ 牵头\u3000○ 责任\u3000△ 配合\u3000☆ · 只承担其中一部分，或随重点任务、通过单位组承担，不计入合计"
    assert [each.text for each in document.paragraphs][-2:] == ["矩阵", key]


@pytest.mark.parametrize(
    ("departments", "tables"),
    [
        (tuple(f"局{n}" for n in range(40)), 2),
        (tuple(f"局{n}" for n in range(44)), 1),
        (("市委组织部" * 7,), 1),
    ],
    ids=["forty", "more", "long names"],
)
def test_a_matrix_that_does_not_fit_is_left_out(departments: tuple[str, ...], tables: int) -> None:
    rows = (MatrixRow(("actions", 0), "1", "行动", is_action=True, marks=(None,) * len(departments)),)
    document = _document((tiny()[0], Matrix("矩阵", departments, rows)))
    assert (len(document.tables), len(document.sections)) == (tables, tables)


def test_of_a_plan() -> None:
    plan = plan_of(_PLAN)
    ledger = build_ledger(plan)
    document = docx.Document(io.BytesIO(render(plan, ledger, Options())))
    assert [each.text for each in document.paragraphs[:2]] == ["附件2", "示例县2026年方案任务分工表"]
    assert len(document.tables) == 2
    chosen = Options(
        sheets=(Sheet.DIVISION,), columns=(Column.ACTION, Column.MEASURE, Column.REMARK), title="分工", annex=""
    )
    document = docx.Document(io.BytesIO(render(plan, ledger, chosen)))
    assert [each.text for each in document.paragraphs if each.text] == ["分工"]
    (table,) = document.tables
    assert _rows(table)[0] == ["重点任务", "具体举措", "备注"]
    assert [row[1] for row in _rows(table)[1:]] == ["办展览", "写书"]
    duties = docx.Document(io.BytesIO(render(plan, ledger, Options(duties=True)))).tables[1]
    assert [row[1] for row in _rows(duties)][:4] == ["重点任务", "青少年行动", "办展览", "写书"]


def test_english() -> None:
    document = _document(county(), replace(INFO, lang=Lang.EN))
    assert _rows(document.tables[0])[0][:3] == ["No.", "Action", "Measure"]
    assert _rows(document.tables[0])[2][5].split("\n")[0] == "市教育和体育局;"
    assert _letters(document.sections[0].footer._element) == "Page 1 of 1"
    assert document.core_properties.language == "en-GB"
    fonts = document.styles["分工表正文"].element.find(f"{W}rPr/{W}rFonts")
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia")) == ("Times New Roman", "仿宋")


def test_properties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    facts = _document(county()).core_properties
    assert (facts.title, facts.subject, facts.author, facts.last_modified_by, facts.comments, facts.language) == (
        INFO.title, "2026", "kepu", "kepu", "", "zh-CN",
    )  # fmt: skip
    assert facts.created is not None
    assert facts.created == facts.modified
    assert facts.created.replace(tzinfo=UTC) == datetime(2026, 1, 1, tzinfo=UTC)
    assert _document(county(), replace(INFO, title="长" * 300)).core_properties.title == "长" * 255


def test_the_same_plan_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert annex(INFO, *county()) == annex(INFO, *county())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with zipfile.ZipFile(io.BytesIO(annex(INFO, *county()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_nothing_of_the_template_is_left() -> None:
    parts = _parts(annex(INFO, *county()))
    assert sorted(parts) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml",
        "word/fontTable.xml", "word/footer1.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    assert not any(b"python-docx" in part for part in parts.values())


_ORDER = {
    "pPr": "pStyle keepNext autoSpaceDE autoSpaceDN snapToGrid spacing jc outlineLvl sectPr",
    "rPr": "rFonts color sz szCs lang",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge shd tcMar textDirection vAlign",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang",
}


@EVERY
def test_elements_stand_in_the_order_of_the_schema(sample: Sample) -> None:
    parts = _parts(annex(INFO, *sample()))
    for name in (each for each in parts if each.endswith(".xml")):
        for element in ET.fromstring(parts[name]).iter():
            if order := _ORDER.get(element.tag.removeprefix(W), "").split():
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(set(places))


def test_each_row_is_as_wide_as_the_table() -> None:
    for table in _document(county()).tables:
        columns = len(table.columns)
        for row in table.rows:
            spans = [cell.grid_span for cell in row._tr.tc_lst]
            assert sum(spans) == columns


_ODD = st.text(
    st.one_of(
        st.sampled_from("\n\r\t\x00\x0b\x1f\x7f\x85\u2028\u202e\u2066\u2069\u200f\ufeff\ufffe\ud800<&>\"'|{}%_=+-@"),
        st.characters(),
        st.sampled_from("市科协教育局一二三，。“”—★🧪𠮷𪚥"),
    ),
    max_size=60,
)


@given(measure=_ODD, action=_ODD, name=_ODD)
def test_texts_stay_texts(measure: str, action: str, name: str) -> None:
    table, _ = one_row(measure, action=action, name=name)
    document = _document((table, None))
    _, row = _rows(document.tables[0])
    assert row[1:3] == [shown(action), shown(measure)]
    assert _joined(row[3]) == _joined(closed(shown(name)).rstrip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00\x07\x0b\x7f\x9f\ud800\ufffeb", "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb"),
        ("🧪𠮷\t\u202eé", "🧪𠮷\t\u202eé"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("市科协", ""),
        ("\u202eabc", "\u202c"),
        ("\u202eabc\u202c", ""),
        ("\u2067\u202eabc", "\u202c\u2069"),
        ("\u2067\u202eabc\u2069", ""),
        ("\u202c\u2069", ""),
        ("\u202a\u2067\u202c", "\u2069\u202c"),
    ],
    ids=["none", "open", "shut", "both open", "isolate shuts both", "ends only", "not through an isolate"],
)
def test_closed(text: str, ends: str) -> None:
    assert closed(text) == text + ends


def test_what_the_document_remembers_is_a_part_that_programs_keep() -> None:
    plan = plan_of(_PLAN)
    parts = _parts(render(plan, build_ledger(plan), Options()))
    kinds = {each.get("Target"): each.get("Type") for each in ET.fromstring(parts["word/_rels/document.xml.rels"])}
    assert kinds["../customXml/item1.xml"] == RELATIONSHIP_TYPE.CUSTOM_XML
    (about,) = ET.fromstring(parts["customXml/_rels/item1.xml.rels"])
    assert (about.get("Type"), about.get("Target")) == (RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, "itemProps1.xml")
    item, properties = ET.fromstring(parts["customXml/item1.xml"]), ET.fromstring(parts["customXml/itemProps1.xml"])
    namespace = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
    assert [each.get(f"{namespace}uri") for each in properties.iter(f"{namespace}schemaRef")] == [NAMESPACE]
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", properties.get(f"{namespace}itemID") or "")
    assert (item.tag, item.get("schema")) == (f"{{{NAMESPACE}}}{PART}", str(SCHEMA))
    types = parts["[Content_Types].xml"].decode()
    assert '"/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXml' in types


def test_the_hidden_part_tells_no_text_of_an_item() -> None:
    plan = plan_of(_PLAN)
    (item,) = ET.fromstring(_parts(render(plan, build_ledger(plan), Options()))["customXml/item1.xml"]).itertext()
    told = str(json.loads(item))
    assert all(name in told for name in ("示例县2026年方案", "县教育局", "县科协"))
    assert not any(text in told for text in ("青少年行动", "办展览", "写书"))


def test_tables_alone_remember_nothing() -> None:
    assert not any(name.startswith("customXml") for name in _parts(annex(INFO, *tiny())))


MISSING = missing("soffice", "writer", "pdftotext", "pdfinfo")
on_paper = pytest.mark.skipif(bool(MISSING), reason=f"NOT PROVEN ON PAPER, programs missing: {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every document and its pages, all printed in one run."""
    home = tmp_path_factory.mktemp("printed")
    if not MISSING:
        long = one_row("".join(f"第{n}句。" for n in range(900)), action="".join(f"行动{n}，" for n in range(120)))
        documents = {"county": county(), "tiny": tiny(), "stress": stress(), "long": (long[0], None)}
        for name, sample in documents.items():
            (home / f"{name}.docx").write_bytes(annex(INFO, *sample))
        print_books(sorted(path.name for path in home.glob("*.docx")), home)
    return home


@pytest.mark.paper
@on_paper
@EVERY
def test_every_character_is_on_the_pages(sample: Sample, printed: pathlib.Path) -> None:
    table, matrix = sample()
    fits = sample is not stress
    pdf = printed / f"{sample.__name__}.pdf"
    pages = pages_of(pdf)
    everything = [*matrix.departments, *(row.label for row in matrix.rows)] if fits else []
    for block in table.blocks:
        everything += [block.number, block.action]
        for row in block.rows:
            everything += [*row.texts.values(), *(name for names in row.names.values() for name in names)]
    lost = Counter(re.sub(r"\s", "", "".join(everything))) - Counter("".join(pages))
    assert not lost
    _check_pages(pages, table, matrix if fits else None)
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", pdf))
    assert size is not None
    assert [round(float(each)) for each in size.groups()] == [842, 595]


def _check_pages(pages: tuple[str, ...], table: DivisionTable, matrix: Matrix | None) -> None:
    words = {"序号", "重点任务", "牵头单位", "责任单位"}
    begins = next((n for n, page in enumerate(pages) if matrix and matrix.title in page), len(pages))
    assert "附件1" in pages[0]
    assert table.title in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page
        assert all(word in page for word in (words if number <= begins else ("序号", "重点任务")))
    if matrix:
        assert "说明：" in pages[-1]


@pytest.mark.paper
@on_paper
def test_a_row_longer_than_a_page_goes_on_overleaf(printed: pathlib.Path) -> None:
    text = "".join(pages_of(printed / "long.pdf"))
    assert text.count("句。") == 900
    assert len(re.findall(r"行动\d+，", text)) >= 115  # one may be parted by the end of a page
