"""The forms of a comparison: nothing changed, one department, hostile texts, another language, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from kepu_cli.errors import KepuError
from kepu_cli.exporters.changes.forms import render_comparison
from kepu_cli.exporters.forms import Form
from kepu_cli.exporters.workbook.cells import storable
from tests.comparing.two_plans import EDUCATION, FARMING, REFORMED, REVIVAL, WOMEN, duties, one, plan
from tests.exporters.changes.reading import dump_book, dump_document
from tests.exporters.changes.samples import Years, county, hostile
from tests.exporters.odd_texts import HOSTILE, odd

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER_FORMS = (Form.XLSX, Form.DOCX, Form.HTML, Form.MD)
every_form = pytest.mark.parametrize("form", PAPER_FORMS, ids=lambda form: form.name.lower())


def _text(years: Years, form: Form, department: str | None = None) -> str:
    content = years.paper(form, department)
    if form is Form.XLSX:
        return dump_book(content)
    return dump_document(content) if form is Form.DOCX else content.decode()


def _years(old: list[Any], new: list[Any], **more: Any) -> Years:
    return Years(plan(old), plan(new, "2026", **more))


@every_form
def test_the_same_comparison_gives_the_same_bytes(form: Form) -> None:
    years = county()
    assert years.paper(form) == years.paper(form)


@every_form
def test_where_nothing_changed_the_form_says_so(form: Form) -> None:
    new = county().new
    assert "两份方案没有实质变化。" in _text(Years(new, new), form)
    assert "没有变化" in _text(Years(new, new), form, EDUCATION)


@every_form
def test_a_letter_tells_its_department_and_no_other(form: Form) -> None:
    text = _text(county(), form, "县财政局")
    assert "你单位新增责任 1 项、退出责任 1 项" in text
    assert "5.2" in text
    assert "县气象局：" not in text
    assert "发现和培养有科技特长的学生" not in text


@every_form
def test_a_letter_to_a_body_that_is_gone_tells_its_successor(form: Form) -> None:
    assert "涉及县农业农村局的变化" in _text(county(), form, REVIVAL)


@every_form
def test_forms_that_are_not_of_paper_are_refused(form: Form) -> None:
    years = county()
    comparison: Any = None
    with pytest.raises(ValueError, match="json"):
        render_comparison(Form.JSON, comparison, old=years.old, new=years.new)


def test_the_sheets() -> None:
    book = load_workbook(io.BytesIO(county().paper(Form.XLSX)))
    assert book.sheetnames == ["变化对照表", "各单位变化", "原任务去向"]
    assert load_workbook(io.BytesIO(county().paper(Form.XLSX, EDUCATION))).sheetnames == ["本单位变化", "有关任务对照"]
    assert [name for sheet in book for name in (sheet.page_setup.orientation, sheet.print_title_rows)] == [
        "landscape", "$8:$8", "landscape", "$1:$2", "landscape", "$1:$2",
    ]  # fmt: skip


def test_what_may_be_one_item_has_a_sheet_of_its_own() -> None:
    old = duties({"id": "1", "text": "举办全县青少年科技创新大赛", "lead": EDUCATION})
    new = duties({"id": "7", "text": "举办青少年科技创新大赛和展览", "lead": EDUCATION})
    text = _text(_years(old, new), Form.XLSX)
    assert "== 疑似同一事项" in text
    assert re.search(
        r"1 \| 1 举办全县青少年科技创新大赛 \| 7 举办青少年科技创新大赛和展览 \| \d\d% \| .*“原编号: 1”", text
    )
    assert "需要人工确认的 1 处，见“疑似同一事项”。" in text


def test_what_cannot_be_settled_is_told_with_the_member_or_item_it_is_about() -> None:
    old, new = one(text="甲" * 9, lead=REVIVAL), one(text="甲" * 9, formerly="99")
    text = _text(_years(old, new, departments=[EDUCATION, WOMEN]), Form.XLSX)
    assert "== 需要核实" in text
    assert re.search(r"\d \| 县乡村振兴局 \|  \|  \| 新名册里没有县乡村振兴局了", text)
    assert re.search(r"\d \|  \| 1 甲{9} \|  \| .*99", text)


def _action(number: str, name: str, *given: Any) -> dict[str, Any]:
    return {"id": number, "name": name, "duties": list(given)}


TOLD = {
    "moved": (
        [_action("一", "甲", {"id": "1", "text": "办展览"}, {"id": "2", "text": "写书"}), _action("二", "乙")],
        [
            _action("一", "甲", {"id": "2", "text": "写书"}),
            _action("二", "乙", {"id": "3", "text": "办展览", "formerly": "1"}),
        ],
        "由“一 甲”移来",
    ),
    "merged": (
        duties({"id": "1", "text": "举办科普展览"}, {"id": "2", "text": "评选先进个人"}),
        duties({"id": "1", "text": "举办科普展览", "formerly": ["1", "2"]}),
        "“2 评选先进个人”并入本项",
    ),
    "a field without a column": (
        [{"id": "一", "name": "甲", "leader": "张县长", "duties": ["办展览"]}],
        [{"id": "一", "name": "甲", "leader": "李县长", "duties": ["办展览"]}],
        "牵头领导：张县长 → 李县长",
    ),
    "followers": (
        [{"id": "一", "name": "甲", "lead": EDUCATION, "duties": [{"id": "1", "text": "办展览"}]}],
        [{"id": "一", "name": "甲", "lead": WOMEN, "duties": [{"id": "1", "text": "办展览"}]}],
        "1 随之调整",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", PAPER_FORMS, ids=lambda form: form.name.lower())
@pytest.mark.parametrize(("old", "new", "words"), TOLD.values(), ids=TOLD)
def test_what_no_cell_shows_is_told_at_the_item(form: Form, old: Any, new: Any, words: str) -> None:
    assert words in _text(_years(old, new), form)


@every_form
def test_a_reform_is_one_line_and_its_tasks_are_told_to_the_successor(form: Form) -> None:
    old, new = one(lead=REVIVAL), one(lead=FARMING)
    text = _text(_years(old, new, departments=REFORMED), form)
    assert "县乡村振兴局 → 县农业农村局（1 项任务随之转入）" in text
    assert "县农业农村局（含原县乡村振兴局）：" in text
    assert "牵头调整" not in text
    letter = _text(_years(old, new, departments=REFORMED), form, FARMING)
    assert "县乡村振兴局 → 县农业农村局" in letter
    assert "1 项任务随之转入" in letter


@every_form
def test_an_english_plan_has_english_tables(form: Form) -> None:
    def english(lead: str, due: str) -> Any:
        duty = {"id": "1", "text": "Hold an exhibition", "lead": lead, "due": due}
        more: dict[str, Any] = {"title": "Plan", "departments": ["Education", "Science"], "region": ""}
        return plan([{"id": "A", "name": "Youth", "duties": [duty]}], **more)

    text = _text(Years(english("Education", "2025-09"), english("Science", "2025-10")), form)
    assert "lead changed" in text
    assert "was: " in text or form is Form.MD
    assert "new: lead" in text
    assert re.search("[\u3400-\u9fff]", re.sub("<style>.*?</style>", "", text, flags=re.S)) is None


def _formulas(content: bytes) -> Iterator[Any]:
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.data_type in "fe")


@pytest.mark.parametrize("text", [*HOSTILE, "=cmd|' /C calc'!A0", "+1", "@SUM(1)", "#N/A", "_x000D_"])
def test_hostile_texts_stay_texts(text: str) -> None:
    years = hostile(text)
    book = years.paper(Form.XLSX)
    assert [*_formulas(book)] == []
    sheet = load_workbook(io.BytesIO(book)).worksheets[0]
    assert str(sheet["A1"].value).startswith(storable(text).split("\n")[0])
    assert docx.Document(io.BytesIO(years.paper(Form.DOCX))).tables
    html = years.paper(Form.HTML).decode()
    assert not re.findall("<(?:script|img|link|iframe)", html)
    assert "49" not in html or "49" in text
    markdown = years.paper(Form.MD).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert {token.type for token in tokens} <= _HARMLESS
    for token in tokens:
        for child in token.children or ():
            assert child.type in ("text", "html_inline", "softbreak", "text_special")
            assert child.type != "html_inline" or child.content in ("<br>", "<del>", "</del>")


_BLOCKS = ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td")
_HARMLESS = {"inline", *(f"{name}_{end}" for name in _BLOCKS for end in ("open", "close"))}


@given(odd)
@settings(max_examples=25)
def test_any_text_makes_files_that_open(text: str) -> None:
    years = hostile(text)
    load_workbook(io.BytesIO(years.paper(Form.XLSX)), rich_text=True)
    docx.Document(io.BytesIO(years.paper(Form.DOCX)))
    for form in (Form.HTML, Form.MD):
        years.paper(form).decode()


def test_a_text_that_no_cell_can_hold_is_an_error_with_the_item() -> None:
    years = _years(one(text="字" * 20_000), one(text="词" * 20_000))
    with pytest.raises(KepuError, match="32,767"):
        years.paper(Form.XLSX)
    assert len(years.paper(Form.MD)) > 20_000


def test_blanks_between_two_marks_are_kept() -> None:
    old, new = (
        "面向全县中小学生开展科普活动甲乙  丙丁总结评比表彰",
        "面向全县中小学生开展科普活动戊己  庚辛总结评比表彰",
    )
    sheet = load_workbook(io.BytesIO(_years(one(text=old), one(text=new)).paper(Form.XLSX))).worksheets[0]
    assert f"{new}\n原：{old}" in [cell.value for row in sheet.iter_rows() for cell in row]
    raw = _years(one(text=old), one(text=new)).paper(Form.XLSX)
    texts = re.findall(rb"<t[^>]*>([^<]*)</t>", zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml"))
    assert [text for text in texts if not text.strip()] == []


def test_a_marked_text_says_its_font_in_every_piece() -> None:
    sheet = load_workbook(io.BytesIO(county().paper(Form.XLSX)), rich_text=True).worksheets[0]
    marked = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, CellRichText)]
    blocks = [block for text in marked for block in text]
    assert len(blocks) > 50
    assert all(isinstance(block, TextBlock) for block in blocks)
    assert {(block.font.rFont, block.font.sz) for block in blocks if isinstance(block, TextBlock)} == {("仿宋", 11)}
    # Blanks alone would be lost on the way.
    assert [text for text in map(str, blocks) if not text.strip()] == []
