"""The one place where Word's XML is made: texts stay texts, and every paragraph has a style of ours."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from kepu_cli.exporters.plain_text import shown

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


class Style(StrEnum):
    """The ids of the paragraph styles."""

    ANNEX = "KepuAnnex"
    TITLE = "KepuTitle"
    LONG_TITLE = "KepuLongTitle"
    HEAD = "KepuHead"
    SMALL_HEAD = "KepuSmallHead"
    TINY_HEAD = "KepuTinyHead"
    TEXT = "KepuText"
    LARGE_TEXT = "KepuLargeText"
    MARK = "KepuMark"
    SMALL_MARK = "KepuSmallMark"
    NOTE = "KepuNote"
    FOOTER = "KepuFooter"
    END = "KepuEnd"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`element("sz", val=22)` is `<w:sz w:val="22"/>`."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    made: BaseOxmlElement = oxml_parser.makeelement(_name(tag), named, _NAMES)
    if children:
        made.extend(children)
    return made


@cache
def _name(tag: str) -> str:
    """A large document has millions of elements; python-docx would take the few names apart for each."""
    return qn(f"w:{tag}")


_NAMES = {"w": nsmap["w"]}


def paragraph(text: str, style: Style, *, across: str = "", keep: bool = False, grey: bool = False) -> BaseOxmlElement:
    """Line feeds in `text` break the line; `across` centres and the like; `keep` holds it with what follows."""
    settings = element("pPr", element("pStyle", val=style))
    if keep:
        settings.append(element("keepNext"))
    if across:
        settings.append(element("jc", val=across))
    made = element("p", settings)
    if text:
        made.append(run(text, grey=grey))
    return made


def field(code: str) -> BaseOxmlElement:
    """A figure that the program puts in, such as the number of the page."""
    return element("fldSimple", run("1"), instr=f" {code} ")


def run(text: str, *, grey: bool = False) -> BaseOxmlElement:
    """A stretch of text in the looks of its paragraph."""
    # Quotation marks, dashes and stars belong to both scripts: the hint gives them the Chinese font.
    looks = element("rPr", element("rFonts", hint="eastAsia"))
    if grey:
        looks.append(element("color", val="666666"))
    made = element("r", looks)
    for number, line in enumerate(shown(text).split("\n")):
        if number:
            made.append(element("br"))
        for position, piece in enumerate(line.split("\t")):
            if position:
                made.append(element("tab"))
            if piece:
                made.append(_text(piece))
    return made


def _text(piece: str) -> BaseOxmlElement:
    made = element("t")
    made.set(qn("xml:space"), "preserve")
    made.text = piece
    return made
