"""What a workbook holds that its tables do not show, told so that nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words, say
from kepu_cli.importers.blocks.streaming import elements_at
from kepu_cli.importers.blocks.tally import Met, Tally
from kepu_cli.importers.blocks.word.inline import all_text
from kepu_cli.importers.package import open_package
from kepu_cli.importers.sheet import cell_name
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.sheet import Sheet

HIDDEN_SHEET = Words(
    "工作表“{sheet}”是隐藏的，没有读入；需要的话请取消隐藏再读",
    "the sheet “{sheet}” is hidden and was not read; unhide it to have it read",
)
HIDDEN_ROWS = Words(
    "工作表“{sheet}”里隐藏的 {count} 行也读入了：第 {rows} 行",
    "{count} hidden rows of the sheet “{sheet}” were read as well: {rows}",
)
HIDDEN_COLUMNS = Words(
    "工作表“{sheet}”里隐藏的 {count} 列也读入了：{columns} 列",
    "{count} hidden columns of the sheet “{sheet}” were read as well: {columns}",
)
COVERED = Words(
    "工作表“{sheet}”的合并单元格下面压着看不见的内容，没有读入：{cells}",
    "merged cells of the sheet “{sheet}” hide values that were not read: {cells}",
)
UNREAD = Words(
    "工作表“{sheet}”里位置太靠右或隔了很多空行的 {count} 格没有读入",
    "{count} cells of the sheet “{sheet}”, far to the right or behind many blank rows, were not read",
)
ODD = Words("{place} {what}", "{place} {what}")
MORE_ODD = Words("工作表“{sheet}”里这样的格还有 {count} 个", "{count} more such cells on the sheet “{sheet}”")

_MOST = 20
_COMMENTS = pattern(r"xl/(?:\w+/)*comments?\d*\.xml")
_DRAWING = pattern(r"xl/drawings/drawing\d*\.xml")


def sheet_notes(sheet: Sheet, covered: Sequence[str] = ()) -> Iterator[Said]:
    """Of a hidden sheet only that it was left out, if there is anything on it. `covered`: values under merged cells."""
    if sheet.hidden:
        if sheet.rows:
            yield say(HIDDEN_SHEET, sheet=sheet.name)
        return
    if rows := sheet.hidden_rows:
        yield say(HIDDEN_ROWS, sheet=sheet.name, count=len(rows), rows=_listed(map(str, rows)))
    if columns := _hidden_columns(sheet):
        names = (cell_name(1, column)[:-1] for column in columns)
        yield say(HIDDEN_COLUMNS, sheet=sheet.name, count=len(columns), columns=_listed(names))
    if covered:
        yield say(COVERED, sheet=sheet.name, cells=_listed(iter(covered)))
    if sheet.unread:
        yield say(UNREAD, sheet=sheet.name, count=sheet.unread)
    for odd in sheet.odd[:_MOST]:
        what = Words(*(words.format(value=odd.value) for words in odd.words))
        yield say(ODD, place=f"{sheet.name}!{cell_name(odd.row, odd.column)}", what=what)
    if len(sheet.odd) > _MOST:
        yield say(MORE_ODD, sheet=sheet.name, count=len(sheet.odd) - _MOST)


def notes_beside(data: bytes, file: str) -> tuple[Said, ...]:
    """Of comments, and of shapes with text, which lie above the sheets."""
    tally = Tally()
    with open_package(data, file) as package:
        for part in package.archive.namelist():
            if _COMMENTS.fullmatch(part):
                for comment in elements_at(package, part, "comments", "commentList"):
                    tally.add(Met.COMMENT, all_text(comment).strip())
            elif _DRAWING.fullmatch(part):
                for shape in elements_at(package, part, "wsDr"):
                    if text := all_text(shape).strip():
                        tally.add(Met.SHAPE, text)
    return tally.notes()


def _hidden_columns(sheet: Sheet) -> list[int]:
    """Those with anything in them."""
    used = {column for cells in sheet.rows.values() for column in cells}
    return sorted(column for column in used if any(first <= column <= last for first, last in sheet.hidden_columns))


def _listed(names: Iterator[str]) -> tuple[str, ...]:
    """Not more than anybody reads."""
    every = tuple(names)
    return every if len(every) <= _MOST else (*every[:_MOST], "…")
