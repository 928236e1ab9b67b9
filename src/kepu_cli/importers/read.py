"""Any file → what it says: our own exports are read back as they were, everything else by what it looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.importers.package import DOCUMENT, WORKBOOK, ZIP_START, open_package
from kepu_cli.memory import SHEET

if TYPE_CHECKING:
    from kepu_cli.findings import Said
    from kepu_cli.importers.drafts.draft import Reading
    from kepu_cli.importers.own_tables.export_reader import Imported
    from kepu_cli.importers.package import Form


def read_source(
    data: bytes, file: str, *, actions_at: str | None = None, first_leads: bool = False
) -> Imported | Reading:
    """A plan that we exported ourselves, or the plans of a foreign document.

    `actions_at` says what the numbers of the actions look like (（一）); `first_leads` that the first of a list of
    departments leads. Raises KepuError for a file that nobody can read.
    """
    from kepu_cli.importers.blocks.read import read_document
    from kepu_cli.importers.structure.read import read_structure

    form = _form(data, file)
    if own := _own_export(data, file, form):
        return own
    reading = read_structure(read_document(data, file), actions_at=actions_at, first_leads=first_leads)
    return replace(reading, notes=(*_lost(data, file, form), *reading.notes))


def _form(data: bytes, file: str) -> Form | None:
    """Which office file it is; None for any other, and for one that is broken: whoever reads it then says why."""
    for form in (WORKBOOK, DOCUMENT) if data.startswith(ZIP_START) else ():
        try:
            with open_package(data, file, form):
                return form
        except KepuError:
            continue
    return None


def _own_export(data: bytes, file: str, form: Form | None) -> Imported | None:
    """The plan that the file remembers, None where it remembers none."""
    if form is WORKBOOK and _has_memory(data, file):
        from kepu_cli.importers.own_tables.export_reader import read_export

        return read_export(data, file)
    if form is DOCUMENT:
        from kepu_cli.importers.own_tables.document_reader import read_exported_document

        return read_exported_document(data, file)
    return None


def _has_memory(data: bytes, file: str) -> bool:
    """Whether the workbook names the hidden sheet by which an export knows its plan; told without reading a sheet."""
    with open_package(data, file, WORKBOOK) as package:
        book = package.tree(package.main)
    return book is not None and any(element.get("name") == SHEET for element in book.iter())


def _lost(data: bytes, file: str, form: Form | None) -> tuple[Said, ...]:
    """What to tell of a document of ours that another program has robbed of its memory."""
    if form is not DOCUMENT:
        return ()
    from kepu_cli.importers.own_tables.document_reader import memory_is_lost

    said = memory_is_lost(data, file)
    return (said,) if said else ()
