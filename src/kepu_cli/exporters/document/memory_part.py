"""The hidden part of the document: which plan it shows, and what it takes to read it back.

A custom XML part with properties of its own is what Word keeps through every saving (ECMA-376 Part 1, 15.2.5).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from kepu_cli.memory import NAMESPACE, PART, SCHEMA, memory_records, path_text

if TYPE_CHECKING:
    from docx.document import Document

    from kepu_cli.memory import Memory
    from kepu_cli.views.division import DivisionTable


def add_memory(document: Document, division: DivisionTable, memory: Memory) -> None:
    """Puts what is remembered beside the text. The table's rows are counted from its head, which is the first."""
    package = document.part.package
    assert package is not None
    rows = (path_text(row.path) for block in division.blocks for row in block.rows)
    places = {path: (at, at) for at, path in enumerate(rows, start=2)}
    text = json.dumps([*memory_records(memory, places)], ensure_ascii=True, separators=(",", ":"))
    item = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, _item(text), package)
    properties = PackURI("/customXml/itemProps1.xml")
    about = Part(properties, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, _properties(), package)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Always the same: a document holds one such part.
_ID = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"


def _item(text: str) -> bytes:
    return (
        f"{_DECLARATION}<{PART} xmlns={quoteattr(NAMESPACE)} schema={quoteattr(str(SCHEMA))}>{escape(text)}</{PART}>"
    ).encode("ascii")


def _properties() -> bytes:
    schema = f"<ds:schemaRefs><ds:schemaRef ds:uri={quoteattr(NAMESPACE)}/></ds:schemaRefs>"
    return (
        f'{_DECLARATION}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_STORE}">{schema}</ds:datastoreItem>'
    ).encode("ascii")
