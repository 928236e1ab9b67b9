"""The sheets of an .xlsx file as texts: what the cells show, without the decoration.

Read from the XML itself: a broken style must not cost the values, a wrong dimension not the rows, a cell in the last
row not a minute, and the Chinese date forms are to be read as dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.cell_texts import Formats, stored_text
from kepu_cli.importers.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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


class Area(NamedTuple):
    """A merged rectangle, rows and columns from 1, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Odd(NamedTuple):
    """A cell whose value is none."""

    row: int
    column: int
    words: Words
    value: str = ""


@dataclass(slots=True)
class Sheet:
    """`rows` holds the texts of cells that are not blank: row → column → text, both from 1."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # first and last
    unread: int = 0  # cells too far to the right, or behind too many blank rows
    odd: list[Odd] = field(default_factory=list)
    _owners: dict[int, dict[int, tuple[int, int]]] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """What the cell shows, below a merged one what that shows."""
        own_row, own_column = self.owner(row, column)
        return self.rows.get(own_row, {}).get(own_column, "")

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text: the first of a merged area, else the cell itself."""
        return self._owners_in(column).get(row, (row, column))

    def is_merged(self, row: int, column: int) -> bool:
        return row in self._owners_in(column)

    def _owners_in(self, column: int) -> Mapping[int, tuple[int, int]]:
        if column not in self._owners:
            owners: dict[int, tuple[int, int]] = {}
            last = max(self.rows, default=0)
            for area in self.merged:
                if area.first_column <= column <= area.last_column:
                    for row in range(area.first_row, min(area.last_row, last) + 1):
                        owners[row] = (area.first_row, area.first_column)
            self._owners[column] = owners
        return self._owners[column]


def read_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets in their order, hidden ones too. Raises KepuError for what is no workbook, broken, or too large."""
    with open_package(data, file) as package:
        return tuple(_sheets(package))


def cell_name(row: int, column: int) -> str:
    """`E7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _sheets(package: Package) -> Iterator[Sheet]:
    relations = package.relations(package.main)
    by_kind = dict(relations.values())
    strings = list(_shared_strings(package, by_kind.get("sharedStrings", "")))
    root = package.tree(package.main)
    assert root is not None
    formats = Formats.of(package.tree(by_kind.get("styles", "")), is_1904=_is_1904(root))
    read: set[str] = set()
    for entry in _children(root, "sheet"):
        kind, target = relations.get(_attribute(entry, "id"), ("", ""))
        if kind == "worksheet":
            if target in read or not package.has(target):
                raise package.broken()
            read.add(target)
            sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible")
            _SheetReader(sheet, strings, formats, package).read(target)
            yield sheet


def _shared_strings(package: Package, name: str) -> Iterator[str]:
    root: Element | None = None
    held = count = 0
    for event, element in package.events(name):
        held += event == "start"
        if held > MAX_HELD or count > _MAX_STRINGS:
            raise package.broken()
        if root is None:
            root = element
        elif event == "end" and _local(element) == "si":
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
            kind = _local(element)
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
                self.sheet.hidden_columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))
        self._ensure_few_merged()

    def _read_row(self, element: Element) -> bool:
        """Whether rows behind this one are worth reading."""
        self._row = int(element.get("r") or self._row + 1)
        if self._row - self._last > MAX_BLANK_ROWS:
            return False
        if self._row > MAX_ROWS:
            raise KepuError(say(TOO_LONG, file=self.package.file, sheet=self.sheet.name, limit=MAX_ROWS))
        texts: dict[int, str] = {}
        column = 0
        for cell in _children(element, "c"):
            column = _column(cell.get("r", "")) or column + 1
            self._values += any(_local(each) in ("v", "is") for each in cell)
            if not (text := self._text(cell, column)):
                continue
            if column <= MAX_COLUMNS:
                texts[column] = text
            else:
                self.sheet.unread += 1
        if texts:
            self.sheet.rows[self._row] = texts
            self._last = self._row
            if element.get("hidden") in ("1", "true"):
                self.sheet.hidden_rows.append(self._row)
        return True

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
        return self.formats.shown(value, int(cell.get("s", "0"))) if kind == "n" else stored_text(value)

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


_VALUES = re.compile(rb"<(?:\w+:)?(?:v|is)[ >]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z0-9$:]+)["']""")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


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
        kind = _local(each)
        if kind == "t":
            pieces.append(each.text or "")
        elif kind == "r":
            pieces += [run.text or "" for run in _children(each, "t")]
    return stored_text("".join(pieces))


def _children(element: Element, name: str) -> Iterator[Element]:
    """Those below it of a name, whichever of the two namespaces the file uses."""
    for each in element.iter():
        if each is not element and _local(each) == name:
            yield each


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name and "}" in key), "")
