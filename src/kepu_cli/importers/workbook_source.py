"""The sheets of an .xlsx file as texts: what the cells show, without the decoration.

Read from the XML itself: a broken style must not cost the values, a wrong dimension not the rows, a cell in the last
row not a minute, and the Chinese date forms are to be read as dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.cell_texts import Formats, stored_text
from kepu_cli.importers.elements import attribute, local, number
from kepu_cli.importers.package import open_package
from kepu_cli.importers.sheet import Area, Odd, Sheet
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from kepu_cli.importers.package import Package

TOO_LONG = Words(
    "{file} 的工作表“{sheet}”超过 {limit} 行，读不了", "sheet “{sheet}” of {file} has more than {limit} rows"
)
ERROR_VALUE = Words("是错误值 {value}，当作空的", "holds the error {value}, taken as blank")
NO_RESULT = Words(
    "是公式，但没有存下结果，当作空的；请在 Excel 或 WPS 里打开，保存一次再读",
    "is a formula without a stored result, taken as blank; open and save the file in Excel or WPS, then read it again",
)
PICTURE = Words("是图片，当作空的", "is a picture, taken as blank")

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 256
MAX_BLANK_ROWS: Final = 1_000
_MAX_MERGED: Final = 1_000_000  # cells under merged areas
MAX_HELD: Final = 300_000  # elements of one row, or of all that stands behind the rows
_MAX_STRINGS: Final = 300_000


def read_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets in their order, hidden ones too. Raises KepuError for what is no workbook, broken, or too large."""
    with open_package(data, file) as package:
        return tuple(_sheets(package))


def _sheets(package: Package) -> Iterator[Sheet]:
    relations = package.relations(package.main)
    by_kind = dict(relations.values())
    strings = list(_shared_strings(package, by_kind.get("sharedStrings", "")))
    root = package.tree(package.main)
    assert root is not None
    formats = Formats.of(package.tree(by_kind.get("styles", "")), is_1904=_is_1904(root))
    read: set[str] = set()
    for entry in _children(root, "sheet"):
        kind, target = relations.get(attribute(entry, "id"), ("", ""))
        if kind in ("worksheet", ""):
            if target in read or not package.has(target):
                raise package.broken()
            read.add(target)
            sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible")
            _SheetReader(sheet, strings, formats, package).read(target)
            yield sheet
    if not read:
        raise package.broken()


def _shared_strings(package: Package, name: str) -> Iterator[str]:
    root: Element | None = None
    held = count = 0
    for event, element in package.events(name):
        held += event == "start"
        if held > MAX_HELD or count > _MAX_STRINGS:
            raise package.broken()
        if root is None:
            root = element
        elif event == "end" and local(element.tag) == "si":
            yield _rich_text(element)
            root.clear()
            held, count = 0, count + 1


def _is_1904(root: Element) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in _children(root, "workbookPr"))


@dataclass(slots=True)
class _SheetReader:
    """Fills a sheet from its XML, row by row."""

    sheet: Sheet
    strings: list[str]
    formats: Formats
    package: Package
    _row: int = 0
    _last: int = 0  # the last row that is not blank
    _values: int = 0

    def read(self, part: str) -> None:
        table: Element | None = None
        held = 0
        for event, element in self.package.events(part):
            kind = local(element.tag)
            if event == "start":
                table = element if kind == "sheetData" else table
                held += 1
                if held > MAX_HELD:
                    raise self.package.broken()
            elif kind == "row" and table is not None:
                if not self._read_row(element):
                    self._skip_the_rest(part)
                    break
                table.clear()  # rows that were read are not kept
                held = 0
            elif kind == "mergeCell":
                self._merge(element.get("ref", ""))
            elif kind == "col" and element.get("hidden") in ("1", "true"):
                self.sheet.hidden_columns.append((number(element, "min") or 0, number(element, "max") or 0))
        self._ensure_few_merged()

    def _read_row(self, element: Element) -> bool:
        """Whether rows behind this one are worth reading."""
        self._row = self._number_of(element)
        if self._row - self._last - 1 > MAX_BLANK_ROWS:
            return False
        if self._row > MAX_ROWS:
            raise KepuError(say(TOO_LONG, file=self.package.file, sheet=self.sheet.name, limit=MAX_ROWS))
        texts: dict[int, str] = {}
        column = 0
        for cell in _children(element, "c"):
            column = _column(cell.get("r", "")) or column + 1
            self._values += any(local(each.tag) in ("v", "is") for each in cell)
            if not (text := self._text(cell, column)):
                continue
            if column <= MAX_COLUMNS:
                texts[column] = text
            else:
                self.sheet.unread += 1
        if texts:
            if self._row in self.sheet.rows:
                raise self.package.broken()
            self.sheet.rows[self._row] = texts
            self._last = self._row
            if element.get("hidden") in ("1", "true"):
                self.sheet.hidden_rows.append(self._row)
        return True

    def _number_of(self, row: Element) -> int:
        told = row.get("r") or str(self._row + 1)
        if not (told.isascii() and told.isdecimal() and int(told)):
            raise self.package.broken()
        return int(told)

    def _text(self, cell: Element, column: int) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(_rich_text(each) for each in _children(cell, "is"))
        value = next((each.text or "" for each in _children(cell, "v")), "")
        formula = next((each.text or "" for each in _children(cell, "f")), None)
        if formula is not None and "DISPIMG(" in formula:
            return self._note(column, PICTURE)
        if not value:
            return self._note(column, NO_RESULT) if formula is not None and kind != "str" else ""
        if kind == "s":
            return self.strings[int(value)]
        if kind == "e":
            return self._note(column, ERROR_VALUE, value)
        if kind == "str":
            return stored_text(value)
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind == "d":
            return value.partition("T")[0]
        return self.formats.shown(value, number(cell, "s") or 0) if kind == "n" else stored_text(value)

    def _note(self, column: int, words: Words, value: str = "") -> str:
        self.sheet.odd.append(Odd(self._row, column, words, value))
        return ""

    def _skip_the_rest(self, part: str) -> None:
        """What stands behind rows that are not worth reading: merged areas are taken, values counted."""
        content = self.package.content(part) or b""
        self.sheet.unread += max(0, len(_VALUES.findall(content)) - self._values)
        for reference in _MERGED.findall(content):
            self._merge(reference.decode())

    def _merge(self, reference: str) -> None:
        if match := _AREA.fullmatch(reference):
            first, last = (_column(match[1]), int(match[2])), (_column(match[3]), int(match[4]))
            self.sheet.merged.append(Area(first[1], first[0], last[1], min(last[0], MAX_COLUMNS)))

    def _ensure_few_merged(self) -> None:
        last = max(self.sheet.rows, default=0)
        if sum(max(0, min(area.last_row, last) - area.first_row + 1) for area in self.sheet.merged) > _MAX_MERGED:
            raise self.package.broken()


_VALUES = pattern(rb"<(?:\w+:)?(?:v|is)[ >]")
_MERGED = pattern(rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z0-9$:]+)["']""")
_AREA = pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def _column(reference: str) -> int:
    """The column's number of `AB7` or `AB`; 0 for none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rich_text(element: Element) -> str:
    """The runs of a text; the readings that stand above it are left out."""
    pieces: list[str] = []
    for each in element:
        kind = local(each.tag)
        if kind == "t":
            pieces.append(each.text or "")
        elif kind == "r":
            pieces += [run.text or "" for run in _children(each, "t")]
    return stored_text("".join(pieces))


def _children(element: Element, name: str) -> Iterator[Element]:
    """Those below it of a name, whichever of the two namespaces the file uses."""
    for each in element.iter():
        if each is not element and local(each.tag) == name:
            yield each
