"""Word documents as they look with all changes accepted: what is seen is read, what is left out is told."""

from __future__ import annotations

import io

import docx
import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Paragraph, Table
from kepu_cli.importers.blocks.read import read_document
from tests.importers.blocks.word_files import grid, lvl, num, numbered, one_list, p, r, read, texts

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
TRACKED = 'w:id="1" w:author="a"'


def told(document: Document) -> list[str]:
    return [note.in_(Lang.ZH) for note in document.notes]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param(r("牵头") + f"<w:ins {TRACKED}>{r('单位')}</w:ins>", "牵头单位", id="inserted"),
        pytest.param(r("甲") + f"<w:del {TRACKED}><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲", id="deleted"),
        pytest.param(
            f"<w:moveFrom {TRACKED}>{r('乙')}</w:moveFrom>{r('甲')}<w:moveTo {TRACKED}>{r('乙')}</w:moveTo>",
            "甲乙",
            id="moved",
        ),
        pytest.param(f"<w:hyperlink>{r('县')}</w:hyperlink><w:smartTag>{r('科协')}</w:smartTag>", "县科协", id="link"),
        pytest.param(f"<w:sdt><w:sdtContent>{r('县科协')}</w:sdtContent></w:sdt>", "县科协", id="content control"),
        pytest.param(
            FIELD.format("begin") + CODE + FIELD.format("separate") + r("县科协") + FIELD.format("end"),
            "县科协",
            id="field",
        ),
        pytest.param(f'<w:fldSimple w:instr="DATE">{r("3月")}</w:fldSimple>', "3月", id="simple field"),
        pytest.param(
            r("甲") + "<w:r><w:tab/></w:r>" + r("乙") + "<w:r><w:br/></w:r>" + r("丙"), "甲\t乙\n丙", id="signs"
        ),
        pytest.param(r("科") + "<w:r><w:softHyphen/></w:r>" + r("普"), "科普", id="soft hyphen"),
        pytest.param("<w:r><w:noBreakHyphen/></w:r>" + r("1"), "-1", id="hard hyphen"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑", id="known symbol"),
        pytest.param('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "□", id="unknown symbol"),
        pytest.param("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x", id="formula"),
        pytest.param(
            "<w:r><w:ruby><w:rt>" + r("kē") + "</w:rt><w:rubyBase>" + r("科") + "</w:rubyBase></w:ruby></w:r>",
            "科",
            id="reading",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice><mc:Fallback>{r('新')}</mc:Fallback></mc:AlternateContent>",
            "新",
            id="alternatives",
        ),
        pytest.param(r("甲") + r("乙", "<w:vanish/>"), "甲", id="hidden"),
        pytest.param(r("甲", '<w:vanish w:val="0"/>'), "甲", id="not hidden"),
        pytest.param(r("　　甲 "), "甲", id="blanks around"),
    ],
)
def test_the_text_of_a_paragraph(runs: str, text: str) -> None:
    assert texts(read(p(runs=runs))) == [text]


def test_what_is_left_out_is_told() -> None:
    deleted = f"<w:del {TRACKED}><w:r><w:delText>旧</w:delText></w:r></w:del>"
    inserted = f"<w:ins {TRACKED}>{r('新')}</w:ins>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    document = read(
        p(runs=deleted + inserted + inserted)
        + p(runs=r("甲") + r("暗文", "<w:vanish/>") + prompt)
        + p(runs="<w:r><w:drawing/></w:r>")
        + p("一、总体要求\t1", properties='<w:pStyle w:val="T"/>')
        + "<w:altChunk/>",
        comments=f'<w:comment w:id="0">{p("请核")}</w:comment>',
        header=p("内部资料 注意保存"),
        styles='<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>',
    )
    assert texts(document) == ["新新", "甲"]
    assert told(document) == [
        "修订里插入的 2 处按接受处理，已读入",
        "修订里删除的 1 处按接受处理，没有读入",
        "有 1 条批注，没有读入：请核",
        "有 1 处隐藏文字，没有读入：暗文",
        "有 1 处还没有填的提示文字，没有读入：单击此处",
        "略去了自动目录的 1 行",
        "有 1 处图片、图表或嵌入的对象，里面的文字读不了",
        "有 1 处嵌入的整篇文件没有读入，请打开后把它的文字复制进来",
        "页眉页脚里的文字没有读入：内部资料 注意保存",
    ]


@pytest.mark.parametrize("page", ["1", "第 1 页 共 3 页", "— 2 —", "Page 1 of 3", ""])
def test_page_numbers_are_not_worth_a_word(page: str) -> None:
    assert read(p("甲"), footer=p(page)).notes == ()


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = f"<w:rPr><w:del {TRACKED}/></w:rPr>"
    joined = p("责任单位：县科协", properties=mark) + p("、县教育局")
    assert texts(read(joined)) == ["责任单位：县科协、县教育局"]
    assert texts(read(p("甲") + p("乙", properties=mark))) == ["甲", "乙"]
    table = f"<w:tbl><w:tr><w:tc>{p('1')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>"
    assert texts(read(p("甲", properties=mark) + table)) == ["甲", "1|2"]


def test_a_field_without_end_hides_nothing() -> None:
    assert texts(read(p(runs=FIELD.format("begin") + r("码")) + p("甲") + p("乙"))) == ["甲", "乙"]


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    inner = BOX.format(p("盒里") + f"<w:tbl><w:tr><w:tc>{p('1')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>")
    shape = f"<w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    document = read(p(runs=r("甲") + f"<w:r>{both}</w:r>" + r("丙")) + p("丁"))
    assert texts(document) == ["甲丙", "盒里", "1|2", "丁"]
    assert [block.place.where.zh for block in document.blocks] == ["第 1 段", "第 1 段的文本框", "表 1", "第 2 段"]
    assert told(document) == ["有 1 个文本框，里面的文字放在它所在的段落之后"]


def test_word_art_is_read() -> None:
    assert texts(read(p(runs='<w:r><w:pict><v:shape><v:textpath string="工作方案"/></v:shape></w:pict></w:r>'))) == [
        "工作方案"
    ]


def test_footnotes_stand_at_the_end() -> None:
    notes = f'<w:footnote w:id="0">{p("线")}</w:footnote><w:footnote w:id="2">{p("指 2026 年。")}</w:footnote>'
    document = read(p(runs=r("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("乙"), footnotes=notes)
    assert texts(document) == ["甲", "乙", "指 2026 年。"]
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert (last.aside, last.place.where.zh) == (True, "脚注 1")


def _style(name: str, *, based: str = "", style_id: str = "X", pr: str = "") -> str:
    inner = f'<w:name w:val="{name}"/>' + (f'<w:basedOn w:val="{based}"/>' if based else "") + f"<w:pPr>{pr}</w:pPr>"
    return f'<w:style w:type="paragraph" w:styleId="{style_id}">{inner}</w:style>'


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        pytest.param(_style("heading 2"), 2, id="by name"),
        pytest.param(_style("标题 3"), 3, id="Chinese name"),
        pytest.param(_style("公文标题", pr='<w:outlineLvl w:val="1"/>'), 2, id="by outline"),
        pytest.param(_style("甲", based="Y") + _style("heading 1", style_id="Y"), 1, id="inherited"),
        pytest.param(_style("heading 1", pr='<w:outlineLvl w:val="9"/>'), None, id="body by outline"),
        pytest.param(_style("甲", based="Y") + _style("乙", based="X", style_id="Y"), None, id="circle"),
        pytest.param(_style("Normal"), None, id="body"),
    ],
)
def test_heading_levels(styles: str, level: int | None) -> None:
    (block,) = read(p("甲", properties='<w:pStyle w:val="X"/>'), styles=styles).blocks
    assert isinstance(block, Paragraph)
    assert block.level == level


def test_a_paragraph_may_have_a_level_of_its_own() -> None:
    (block,) = read(p("甲", properties='<w:outlineLvl w:val="0"/>')).blocks
    assert isinstance(block, Paragraph)
    assert block.level == 1


def _numbers(numbering: str, *items: tuple[int, int]) -> list[str]:
    """The markers of paragraphs by (level, list)."""
    document = read("".join(numbered("甲", level, number) for level, number in items), numbering=numbering)
    return [block.number for block in document.blocks if isinstance(block, Paragraph)]


CHINESE = one_list(
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "%1.%2.%4", more="<w:isLgl/>"),
)


def test_numbers_as_documents_have_them() -> None:
    levels = (0, 1, 1, 2, 2, 3, 1, 2, 0, 1)
    assert _numbers(CHINESE, *((level, 1) for level in levels)) == [
        "一、", "（一）", "（二）", "1.", "2.", "1.2.1", "（三）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_lists_of_one_definition_count_together_unless_they_start_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = one_list(lvl(0, "decimal", "%1.")) + num(2) + num(3, more=override) + num(4, more=own)
    assert _numbers(numbering, (0, 1), (0, 2), (0, 3), (0, 1), (0, 3), (0, 4)) == ["1.", "2.", "5.", "6.", "7.", "H)"]


@pytest.mark.parametrize(
    ("restart", "numbers"),
    [(None, ["1)", "2)", "1)", "1)"]), (0, ["1)", "2)", "3)", "4)"]), (1, ["1)", "2)", "3)", "1)"])],
)
def test_where_a_level_begins_anew(restart: int | None, numbers: list[str]) -> None:
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    numbering = one_list(lvl(0, "decimal", "%1"), lvl(1, "decimal", "%2"), lvl(2, "decimal", "%3)", more=more))
    found = _numbers(numbering, *((level, 1) for level in (0, 1, 2, 2, 1, 2, 0, 1, 2)))
    assert [number for number in found if ")" in number] == numbers


@pytest.mark.parametrize(
    ("form", "first", "eleventh"),
    [
        ("chineseCounting", "一", "十一"),
        ("japaneseCounting", "一", "十一"),
        ("taiwaneseCountingThousand", "一", "十一"),
        ("ideographDigital", "一", "一一"),
        ("ideographTraditional", "甲", "11"),
        ("ideographZodiac", "子", "戌"),
        ("ideographZodiacTraditional", "甲子", "甲戌"),
        ("chineseLegalSimplified", "壹", "壹拾壹"),
        ("decimalEnclosedCircle", "①", "⑪"),
        ("decimalEnclosedParen", "⑴", "⑾"),
        ("decimalEnclosedFullstop", "⒈", "⒒"),
        ("ideographEnclosedCircle", "㊀", "11"),
        ("decimalFullWidth", "１", "１１"),
        ("decimalZero", "01", "11"),
        ("upperLetter", "A", "K"),
        ("lowerLetter", "a", "k"),
        ("upperRoman", "I", "XI"),
        ("lowerRoman", "i", "xi"),
        ("ordinal", "1st", "11th"),
        ("none", "", ""),
        ("klingon", "1", "11"),
    ],
)
def test_forms_of_numbers(form: str, first: str, eleventh: str) -> None:
    numbers = _numbers(one_list(lvl(0, form, "第%1条")), *[(0, 1)] * 11)
    assert (numbers[0], numbers[10]) == (f"第{first}条", f"第{eleventh}条")


def test_letters_go_on_behind_z() -> None:
    assert _numbers(one_list(lvl(0, "lowerLetter", "%1", start=26)), (0, 1), (0, 1)) == ["z", "aa"]


@pytest.mark.parametrize(("sign", "number"), [("\uf0b7", ""), ("●", ""), ("任务", "任务")])
def test_signs_before_items_are_no_numbers(sign: str, number: str) -> None:
    assert _numbers(one_list(lvl(0, "bullet", sign)), (0, 1)) == [number]


def test_a_style_numbers_its_paragraphs_at_the_level_that_the_list_keeps_for_it() -> None:
    styles = _style("甲", pr='<w:numPr><w:numId w:val="1"/></w:numPr>')
    numbering = one_list(lvl(0, "decimal", "%1."), lvl(1, "decimal", "(%2)", more='<w:pStyle w:val="X"/>'))
    off = '<w:pStyle w:val="X"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", properties='<w:pStyle w:val="X"/>') + p("乙", properties=off)
    assert texts(read(body, styles=styles, numbering=numbering)) == ["(1)甲", "乙"]


def test_a_definition_that_points_at_a_style() -> None:
    styles = _style("列表", pr='<w:numPr><w:numId w:val="1"/></w:numPr>')
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="X"/></w:abstractNum>'
    numbering = one_list(lvl(0, "decimal", "%1.")) + link + num(2, 7)
    assert texts(read(numbered("甲", 0, 2), styles=styles, numbering=numbering)) == ["1.甲"]


def test_an_empty_paragraph_is_counted_and_left_out() -> None:
    document = read(numbered("甲") + numbered("") + numbered("乙"), numbering=one_list(lvl(0, "decimal", "%1.")))
    assert texts(document) == ["1.甲", "3.乙"]
    assert [block.place.where.zh for block in document.blocks] == ["第 1 段", "第 2 段"]


def tc(text: str = "", properties: str = "", inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="{}"/>'


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        pytest.param(
            tbl(tr(tc("甲", WIDE.format(2)), tc("乙")), tr(tc("1"), tc("2"), tc("3"))), "甲|甲|乙 / 1|2|3", id="wide"
        ),
        pytest.param(tbl(tr(tc("甲", DOWN), tc("乙")), tr(tc("", ON), tc("丙"))), "甲|乙 / 甲|丙", id="down"),
        pytest.param(
            tbl(tr(tc("甲", DOWN), tc("乙")), tr(tc("残", ON), tc("丙"))), "甲\n残|乙 / 甲\n残|丙", id="text below"
        ),
        pytest.param(tbl(tr(tc("甲"), tc("乙")), tr(tc("丁", ON), tc("丙"))), "甲|乙 / 丁|丙", id="nothing above"),
        pytest.param(
            tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")), tr(tc("1"), tc("2"))),
            "甲|甲 / 1|2",
            id="old way of merging",
        ),
        pytest.param(
            tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), properties='<w:gridBefore w:val="1"/>')),
            "甲|乙 / |丙",
            id="set in",
        ),
        pytest.param(tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"))), "甲|乙 / 丙|", id="short row"),
        pytest.param(
            tbl(tr(tc("甲"), tc("乙")), tr(tc("旧"), tc("旧"), properties=f"<w:del {TRACKED}/>")),
            "甲|乙",
            id="deleted row",
        ),
        pytest.param(tbl(tr(tc("甲"), tc("旧", f"<w:cellDel {TRACKED}/>"), tc("乙"))), "甲|乙", id="deleted cell"),
        pytest.param(
            tbl(f"<w:sdt><w:sdtContent>{tr(tc('甲'), tc('乙'))}</w:sdtContent></w:sdt>"), "甲|乙", id="row in control"
        ),
        pytest.param(
            tbl(tr(tc("甲"), f"<w:sdt><w:sdtContent>{tc('乙')}</w:sdtContent></w:sdt>")), "甲|乙", id="cell in control"
        ),
        pytest.param(
            tbl(tr(tc("甲"), tc("乙", inner=tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))))),
            "甲|乙\n1\t2\n3\t4",
            id="table in table",
        ),
        pytest.param(tbl(tr(tc("甲", WIDE.format("abc")), tc("乙"))), "甲|乙", id="width that is none"),
        pytest.param(tbl(tr(tc("甲", WIDE.format(0)), tc("乙"))), "甲|乙", id="no width"),
    ],
)
def test_tables(table: str, shown: str) -> None:
    assert texts(read(table)) == [shown]


def test_a_merged_cell_is_one_in_all_its_places() -> None:
    (table,) = read(
        tbl(tr(tc("甲", DOWN + WIDE.format(2)), tc("乙")), tr(tc("", ON + WIDE.format(2)), tc("丙")))
    ).blocks
    assert isinstance(table, Table)
    cell = table.rows[0][0]
    assert (cell.row, cell.column, cell.rows, cell.columns) == (1, 1, 2, 2)
    assert {id(table.rows[row][column]) for row in (0, 1) for column in (0, 1)} == {id(cell)}
    assert [each.text for each in table.cells()] == ["甲", "乙", "丙"]
    assert table.rows[1][2].place.where == ("表 1 第 2 行第 3 列", "table 1, row 2, column 3")


def test_an_enormous_width_is_cut_to_what_word_makes() -> None:
    (table,) = read(tbl(tr(tc("甲", WIDE.format(2_000_000)), tc("乙")))).blocks
    assert isinstance(table, Table)
    assert len(table.rows[0]) == 64


def test_a_table_of_one_cell_is_a_frame() -> None:
    document = read(tbl(tr(tc("一、总体要求", inner=p("正文") + tbl(tr(tc("1"), tc("2")))))) + p("尾"))
    assert texts(document) == ["一、总体要求", "正文", "1|2", "尾"]


def test_numbers_in_cells_are_part_of_the_text() -> None:
    numbering = one_list(lvl(0, "decimal", "%1"), lvl(1, "decimal", "（%2）"))
    row = f"<w:tr><w:tc>{numbered('')}</w:tc><w:tc>{numbered('办展览', 1)}{numbered('讲座', 0)}</w:tc></w:tr>"
    (table,) = read(tbl(row), numbering=numbering).blocks
    assert isinstance(table, Table)
    assert grid(table) == [["1", "（1）办展览\n2 讲座"]]


def test_a_document_of_the_usual_library() -> None:
    document = docx.Document()
    document.add_heading("二〇二六年工作方案", 1)
    document.add_paragraph("办展览", style="List Number")
    document.add_paragraph("办大赛", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "县科协"
    raw = io.BytesIO()
    document.save(raw)
    read_back = read_document(raw.getvalue(), "方案.docx")
    assert texts(read_back) == ["二〇二六年工作方案", "1.办展览", "2.办大赛", "县科协| / 县科协|"]
    assert read_back.notes == ()
    orders = [block.place.order for block in read_back.blocks]
    assert orders == sorted(set(orders))
