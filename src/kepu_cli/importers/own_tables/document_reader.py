"""A document that `kepu export` made → its plan, as its division table stands now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Said, Words, say
from kepu_cli.importers.own_tables.division_reader import find_head, read_division
from kepu_cli.importers.own_tables.document_tables import read_tables
from kepu_cli.importers.own_tables.export_reader import Imported, plan_of
from kepu_cli.importers.own_tables.memory_reader import read_memory_part
from kepu_cli.importers.package import DOCUMENT, open_package
from kepu_cli.memory import NAMESPACE, PART
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from kepu_cli.importers.own_tables.memory_reader import Remembered
    from kepu_cli.importers.package import Package
    from kepu_cli.importers.sheet import Sheet

NO_TABLE = Words(
    "{file} 里找不到任务分工表：没有哪张表的表头写着“重点任务”和“牵头单位”或“责任单位”",
    "no division of labour is found in {file}: no table has a head row with an action and a lead or responsible column",
)
MEMORY_LOST = Words(
    "这份文档像是 kepu 导出的，但另存时随附的信息丢了，只能照普通文档来读；编号对应、单位名册等可能读不全",
    "this document looks like one that kepu exported, but what was added to it got lost when it was saved again; "
    "it is read as any other document, so references and the roster may be incomplete",
)


def read_exported_document(data: bytes, file: str) -> Imported | None:
    """None for a document that remembers no plan; see `memory_is_lost`.

    Raises KepuError for what is no document, or one that cannot be read, and for a memory that somebody has changed.
    """
    with open_package(data, file, DOCUMENT) as package:
        remembered = _remembered(package)
        if remembered is None:
            return None
        tables = read_tables(package)
    sheets = [sheet for sheet in tables.sheets if _names_bodies(sheet)]
    if not sheets:
        raise KepuError(say(NO_TABLE, file=file))
    columns, length = remembered.memory.plan.columns, remembered.length
    division = read_division(sheets, columns, length, file, in_document=True)
    above = next(texts for sheet, texts in zip(tables.sheets, tables.above, strict=True) if sheet is division.table)
    imported = plan_of(replace(division, above=(*above, *division.above)), remembered, file)
    return replace(imported, notes=(*tables.notes, *map(_closed_up, imported.notes)))


def memory_is_lost(data: bytes, file: str) -> Said | None:
    """What to tell of a document in our own looks that remembers no plan: some programs leave that out.

    Raises KepuError for what is no document.
    """
    with open_package(data, file, DOCUMENT) as package:
        styles = package.content("word/styles.xml") or b""
        return say(MEMORY_LOST) if _OUR_STYLE.encode() in styles and _remembered(package) is None else None


def _names_bodies(sheet: Sheet) -> bool:
    """It has the head of a division of labour, and no figures below: the matrix sums up under the same words."""
    if (found := find_head(sheet)) is None:
        return False
    head, columns = found
    places = [columns[column] for column in (Column.LEAD, Column.RESPONSIBLE) if column in columns]
    texts = [cells[at].strip() for row, cells in sheet.rows.items() if row > head for at in places if at in cells]
    return not texts or not all(text.isdecimal() for text in texts)


def _closed_up(note: Said) -> Said:
    """No blank behind a place that is told in Chinese words, as there is behind the name of a cell."""
    if isinstance(note.facts.get("place"), Words):
        return Said(note.words._replace(zh=note.words.zh.replace("{place} ", "{place}")), note.facts)
    return note


_OUR_STYLE = "分工表表头"


def _remembered(package: Package) -> Remembered | None:
    """Whatever a program calls the part: it is known by its element."""
    for kind, name in package.relations(package.main).values():
        if kind == "customXml" and (root := package.tree(name)) is not None and root.tag == f"{{{NAMESPACE}}}{PART}":
            return read_memory_part(root.get("schema", ""), root.text or "", package.file)
    return None
