"""Names of sheets and files that come from data: every program and system must take them."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from kepu_cli.exporters.file_names import numbered_file_names, safe_file_name
from kepu_cli.exporters.workbook.sheet_names import safe_sheet_names

TEXTS = st.text(st.characters(categories=["L", "N", "P", "S", "Z", "Cc", "Cf", "Cs", "Mn"]), max_size=60)


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        pytest.param(["市教育局"], ["市教育局"], id="as it is"),
        pytest.param(["a/b:c*[d]?\\e"], ["a b c d e"], id="forbidden"),
        pytest.param(["'引号'"], ["引号"], id="apostrophes at the ends"),
        pytest.param(["it's"], ["it's"], id="an apostrophe inside"),
        pytest.param(["History", "HISTORY"], ["History (2)", "HISTORY (3)"], id="Excel's own"),
        pytest.param(["表", "表", "表"], ["表", "表 (2)", "表 (3)"], id="equal"),
        pytest.param(["Abc", "aBC"], ["Abc", "aBC (2)"], id="equal but for capitals"),
        pytest.param(["", " ", "///"], ["Sheet", "Sheet (2)", "Sheet (3)"], id="nothing left"),
        pytest.param(["字" * 40, "字" * 41], ["字" * 31, "字" * 27 + " (2)"], id="long"),
        pytest.param(["𠮷" * 20], ["𠮷" * 15], id="pairs are not torn"),
        pytest.param(["a" * 30 + "'b"], ["a" * 30], id="an apostrophe where it is cut"),
    ],
)
def test_sheet_names(wanted: list[str], safe: list[str]) -> None:
    assert list(safe_sheet_names(wanted)) == safe


@given(st.lists(TEXTS, max_size=8))
def test_any_names_make_a_workbook(wanted: list[str]) -> None:
    names = safe_sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    book = Workbook()
    book.worksheets[0].title = "the first"
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\\n\t")
        assert name.strip(" '") == name
        assert name.casefold() != "history"
        book.create_sheet(name)
    raw = io.BytesIO()
    book.save(raw)
    assert load_workbook(raw).sheetnames[1:] == list(names)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        pytest.param("01 市教育局", "01 市教育局.xlsx", id="as it is"),
        pytest.param('a<b>c:d/e\\f|g?h*i"j', "a_b_c_d_e_f_g_h_i_j.xlsx", id="forbidden"),
        pytest.param("../x", "_x.xlsx", id="no way out of the folder"),
        pytest.param("CON", "_CON.xlsx", id="a device"),
        pytest.param("lpt1.报告", "_lpt1.报告.xlsx", id="a device with a suffix"),
        pytest.param("甲. . ", "甲.xlsx", id="dots and blanks at the end"),
        pytest.param("甲\u202e乙\u200b\n丙", "甲_乙_ 丙.xlsx", id="unseen"),
        pytest.param("", "_.xlsx", id="nothing"),
        pytest.param("字" * 300, "字" * 60 + ".xlsx", id="long"),
        pytest.param("𠮷" * 60, "𠮷" * 50 + ".xlsx", id="long in bytes"),
    ],
)
def test_file_names(stem: str, name: str) -> None:
    assert safe_file_name(stem, ".xlsx") == name


def test_numbers_have_as_many_digits_as_the_last() -> None:
    assert numbered_file_names(["甲", "乙"], ".xlsx") == ("01 甲.xlsx", "02 乙.xlsx")
    assert numbered_file_names(["甲"] * 100, ".xlsx")[0] == "001 甲.xlsx"


@given(st.lists(TEXTS, max_size=12))
def test_any_names_make_different_files(names: list[str]) -> None:
    files = numbered_file_names(names, ".xlsx")
    assert len({file.casefold() for file in files}) == len(names)
    for file in files:
        assert len(file.encode()) <= 255
        assert not set(file) & set('<>:"/\\|?*')
        assert not {unicodedata.category(char) for char in file} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert not file.removesuffix(".xlsx").endswith((".", " "))
