"""What leaves as a Word document comes back as the same plan; what somebody changed in it is told row by row."""

from __future__ import annotations

import copy
import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.errors import KepuError
from kepu_cli.exporters.forms import Form, render
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.findings import Lang
from kepu_cli.importers.own_tables.document_reader import MEMORY_LOST, NO_TABLE, memory_is_lost, read_exported_document
from kepu_cli.importers.own_tables.memory_reader import DAMAGED_PART, OTHER_VERSION
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from kepu_cli.model import Plan
from kepu_cli.views.division import Column
from tests.exporters.printing import convert, missing
from tests.importers.edited import PLAN, shape, told
from tests.importers.generated import NAMES, ROSTER, TEXTS, named_at, plans, told_by
from tests.plans import EXAMPLES, plan_of

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table

    from kepu_cli.importers.own_tables.export_reader import Imported

    Edit = Callable[[Document], object]

PLANS = sorted(path for path in EXAMPLES.glob("*/*.yaml") if not load_file(path).is_companion)
OLD = plan_of(PLAN)
ONE, TWO, THREE, FOUR = shape(OLD)


def _exported(plan: Plan, options: Options | None = None) -> bytes:
    return render(Form.DOCX, plan, build_ledger(plan), options or Options())


def _read(data: bytes) -> Imported:
    imported = read_exported_document(data, "分工表.docx")
    assert imported is not None
    return imported


def _imported(*edits: Edit) -> Imported:
    """The plan read back after the edits of its division table.

    Row 1 is the head, 2 the first action as a whole, 3 and 4 its duties, 5 its project; 6 the second action; 7 the
    third as a whole, 8 its duty; 9 and 10 the duties of the fourth.
    """
    document = docx.Document(io.BytesIO(_exported(OLD)))
    for edit in edits:
        edit(document)
    raw = io.BytesIO()
    document.save(raw)
    return _read(raw.getvalue())


def _table(document: Document) -> Table:
    return document.tables[0]


def _typed(row: int, column: int, text: str) -> Edit:
    """A cell retyped, each line a paragraph of its own."""

    def edit(document: Document) -> None:
        cell = _table(document).cell(row - 1, column - 1)
        for more in cell.paragraphs[1:]:
            more._p.getparent().remove(more._p)
        first, *others = text.split("\n")
        cell.paragraphs[0].text = first
        for line in others:
            cell.add_paragraph(line)

    return edit


def _row_added(row: int, **texts: str) -> Edit:
    """A copy of the row above, emptied; merged cells go on."""

    def edit(document: Document) -> None:
        above = _table(document).rows[row - 2]._tr
        added = copy.deepcopy(above)
        for each in list(added.iter(qn("w:r"))):
            each.getparent().remove(each)
        for mark in added.iter(qn("w:vMerge")):
            mark.set(qn("w:val"), "continue")
        above.addnext(added)
        for name, text in texts.items():
            added.tc_lst[ord(name) - ord("A")].p_lst[0].add_r().text = text

    return edit


def _row_deleted(row: int) -> Edit:
    def edit(document: Document) -> None:
        gone = _table(document).rows[row - 1]._tr
        gone.getparent().remove(gone)

    return edit


def _column_added(head: str, **texts: str) -> Edit:
    def edit(document: Document) -> None:
        column = _table(document).add_column(Emu(900_000))
        for at, cell in enumerate(column.cells, start=1):
            cell.text = head if at == 1 else texts.get(f"row{at}", "")

    return edit


def _title_row(document: Document) -> None:
    """The title typed into the table, over all its columns."""
    table = _table(document)
    head = table.rows[0]._tr
    added = copy.deepcopy(head)
    head.addprevious(added)
    for each in added.tc_lst[1:]:
        added.remove(each)
    added.tc_lst[0].grid_span = len(table.columns)
    table.rows[0].cells[0].text = "内部资料"


def _split(document: Document) -> None:
    """The table parted in two behind its fifth row, as programs do it."""
    first = _table(document)._tbl
    second = copy.deepcopy(first)
    for row in list(first.tr_lst)[5:]:
        first.remove(row)
    for row in list(second.tr_lst)[:5]:
        second.remove(row)
    between = OxmlElement("w:p")
    first.addnext(between)
    between.addnext(second)


def _tracked(document: Document) -> None:
    """A department crossed out and another inserted under tracked changes."""
    cell = _table(document).cell(5, 3)
    run = cell.paragraphs[0].runs[0]._r
    crossed, added = OxmlElement("w:del"), OxmlElement("w:ins")
    run.addprevious(crossed)
    crossed.append(run)
    for each in list(run.iter(qn("w:t"))):
        each.tag = qn("w:delText")
    crossed.addnext(added)
    inserted = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "县科协"
    inserted.append(text)
    added.append(inserted)


def _nothing(document: Document) -> None:
    """Only saved."""


HARMLESS: dict[str, tuple[Edit, ...]] = {
    "saved": (_nothing,),
    "a line for each name": (_typed(2, 5, "县科协\n县妇联"),),
    "commas between names": (_typed(2, 5, "县科协， 县妇联,"),),
    "a title row": (_title_row,),
    "other heads": (_typed(1, 2, "工作任务"), _typed(1, 4, "牵头部门"), _typed(1, 6, "时间节点")),
    "blank row": (_row_added(11),),
    "parted": (_split,),
}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_comes_back(path: Path) -> None:
    plan = load_file(path).plan
    assert plan is not None
    data = _exported(plan)
    imported = _read(data)
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)
    assert _exported(imported.plan) == data


@settings(max_examples=100)
@given(plans())
def test_a_plan_comes_back(plan: Plan) -> None:
    imported = _read(_exported(plan))
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_changes_no_task_changes_nothing(name: str) -> None:
    result = _imported(*HARMLESS[name])
    assert told(result) == []
    assert told_by(result.plan) == told_by(OLD)


def test_departments_retyped() -> None:
    result = _imported(_typed(4, 4, "县科协,\n县民政局"), _typed(4, 5, "县教育局；县妇联"))
    names = named_at(result.plan, "actions", 0, "duties", 1)
    assert names == {"lead": ("县科协", "县民政局"), "responsible": ("县教育局", "县妇联")}


def test_a_row_inserted() -> None:
    result = _imported(_row_added(5, C="1.3 办论坛", D="县妇联"))
    number, name, duties, projects = ONE
    assert shape(result.plan) == [(number, name, [*duties, "1.3 办论坛"], projects), TWO, THREE, FOUR]
    assert told(result) == ["表格第 5 行是新加的一行，读作“青少年行动”的一条职责"]


def test_a_row_taken_out() -> None:
    result = _imported(_row_deleted(10))
    number, name, duties, projects = FOUR
    assert shape(result.plan) == [ONE, TWO, THREE, (number, name, duties[:1], projects)]
    assert told(result) == ["原来的第 4 项职责 2 表里没有了，没有读入"]


def test_a_column_added() -> None:
    result = _imported(_column_added("进展情况", row3="已办两场"))
    assert result.plan.actions[0].duties[0].extra == {"进展情况": "已办两场"}
    assert told(result) == ["表格第 1 行第 8 列的“进展情况”一列是后加的，读进了“其他”"]


def test_a_name_retyped() -> None:
    result = _imported(_typed(6, 2, "农民科学素质行动"))
    assert result.plan.actions[1].name == "农民科学素质行动"
    expected = "表格第 6 行的任务名称改过，认作原来的第 2 项，名称改为“农民科学素质行动”"
    assert told(result) == [expected]
    assert [note.in_(Lang.EN) for note in result.notes] == [
        "the name of the action at row 6 of the table was changed; it is taken for item 2, now “农民科学素质行动”"
    ]


def test_the_title_retyped() -> None:
    def retitled(document: Document) -> None:
        document.paragraphs[0].text = "示例县2027年方案任务分工表"

    result = _imported(retitled)
    assert result.plan.title == "示例县2027年方案"
    assert told(result) == ["文档的标题改过，方案名称读作“示例县2027年方案”"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    result = _imported(_tracked)
    assert named_at(result.plan, "actions", 1) == {"lead": ("县科协",)}
    assert told(result) == ["修订里插入的 1 处按接受处理，已读入", "修订里删除的 1 处按接受处理，没有读入"]


def test_a_column_not_printed_is_told() -> None:
    columns = (Column.NUMBER, Column.ACTION, Column.MEASURE, Column.LEAD, Column.RESPONSIBLE)
    imported = _read(_exported(OLD, Options(columns=columns, sheets=(Sheet.DIVISION,))))
    assert told(imported) == [
        "导出时没有要“完成时限”一列，这一项读不回来",
        "导出时没有要“备注”一列，这一项读不回来",
    ]


def test_a_document_without_memory_is_not_ours_to_read() -> None:
    data = _without_memory(_exported(OLD))
    assert read_exported_document(data, "分工表.docx") is None
    lost = memory_is_lost(data, "分工表.docx")
    assert lost is not None
    assert lost.words == MEMORY_LOST
    assert memory_is_lost(_exported(OLD), "分工表.docx") is None
    raw = io.BytesIO()
    docx.Document().save(raw)
    assert memory_is_lost(raw.getvalue(), "别人的.docx") is None


def test_a_document_whose_table_is_gone() -> None:
    with pytest.raises(KepuError) as caught:
        _imported(_typed(1, 2, "内容"), _typed(1, 4, "谁"), _typed(1, 5, "谁"))
    assert caught.value.said.words == NO_TABLE


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'schema="3"', b'schema="99"', OTHER_VERSION),
        (b'schema="3"', b"", DAMAGED_PART),
        (b">[[", b">[", DAMAGED_PART),
        (b'"actions/0"', b'"actions/x"', DAMAGED_PART),
        (b",2,2,", b",0,2,", DAMAGED_PART),
        (b'["plan",', b'["nothing",', DAMAGED_PART),
    ],
    ids=["other version", "no version", "torn", "no path", "no row", "no plan"],
)
def test_a_memory_that_was_changed_is_refused(old: bytes, new: bytes, words: object) -> None:
    data = _changed(_exported(OLD), "customXml/item1.xml", lambda part: part.replace(old, new, 1))
    with pytest.raises(KepuError) as caught:
        read_exported_document(data, "分工表.docx")
    assert caught.value.said.words == words


EDITS = st.lists(
    st.tuples(st.sampled_from(("type", "clear", "delete", "insert")), st.integers(1, 8), st.integers(1, 8),
              st.sampled_from((*NAMES, *TEXTS, "县科协,县妇联", "三", "备注", "  "))),
    max_size=4,
)  # fmt: skip


@settings(max_examples=40)
@given(plans(), EDITS)
def test_whatever_somebody_does_to_it_a_plan_comes_out(plan: Plan, edits: list[tuple[str, int, int, str]]) -> None:
    """One that goes out and comes back like any other."""
    document = docx.Document(io.BytesIO(_exported(plan)))
    for kind, row, column, text in edits:
        _edit(document, kind, min(row, len(_table(document).rows)), min(column, len(_table(document).columns)), text)
    raw = io.BytesIO()
    document.save(raw)
    try:
        imported = _read(raw.getvalue())
    except KepuError:
        assert any(row == 1 or kind in ("delete", "insert") for kind, row, *_ in edits), "the head is still there"
        return
    again = _read(_exported(imported.plan))
    assert again.notes == ()
    assert told_by(again.plan) == told_by(imported.plan)


def _edit(document: Document, kind: str, row: int, column: int, text: str) -> None:
    if kind in ("type", "clear"):
        _typed(row, column, text if kind == "type" else "")(document)
    elif kind == "insert" and row > 1:
        _row_added(row, **{chr(ord("A") + column - 1): text})(document)
    elif kind == "delete" and len(_table(document).rows) > 1:
        _row_deleted(row)(document)


def _without_memory(data: bytes) -> bytes:
    return _changed(data, "word/_rels/document.xml.rels", lambda part: part.replace(b"/customXml", b"/other"))


def _changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(raw, "w") as new:
        for each in old.namelist():
            part = old.read(each)
            assert each != name or change(part) != part
            new.writestr(each, change(part) if each == name else part)
    return raw.getvalue()


MISSING = missing("soffice", "writer")


def _hostile() -> Plan:
    # LibreOffice takes _x000D_ for a line end, which Word does not.
    texts = (text for text in TEXTS if text != "_x000D_")
    duties = [{"text": text, "id": "0012", "due": "2026-06-30", "remark": "重点；新增"} for text in texts]
    actions = [{"id": "1", "name": "一", "lead": "县教育局、各镇街", "duties": duties}]
    return Plan.read({"title": "方案", "departments": ROSTER, "region": "示例县", "actions": actions})


def _example(name: str) -> Plan:
    plan = load_file(EXAMPLES / name).plan
    assert plan is not None
    return plan


SAVED = {
    "county": lambda: _example("sample-county/2026.yaml"),
    "shifang": lambda: _example("shifang-2007/plan.yaml"),
    "hostile": _hostile,
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every document as it was saved again, all in one run."""
    home = tmp_path_factory.mktemp("saved")
    (home / "in").mkdir()
    for name, plan in SAVED.items():
        (home / "in" / f"{name}.docx").write_bytes(_exported(plan()))
    convert([f"in/{name}.docx" for name in SAVED], home, "docx")
    return home


@pytest.mark.paper
@pytest.mark.skipif(bool(MISSING), reason=f"NOT PROVEN, programs missing: {', '.join(MISSING)}")
@pytest.mark.parametrize("name", SAVED)
def test_saved_again_by_libre_office(name: str, saved: pathlib.Path) -> None:
    imported = _read((saved / f"{name}.docx").read_bytes())
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(SAVED[name]())
