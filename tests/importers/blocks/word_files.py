"""Word files written by hand, for what no library writes."""

from __future__ import annotations

import io
import zipfile

from kepu_cli.importers.blocks.block import Document, Paragraph, Table
from kepu_cli.importers.blocks.read import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_HEAD}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def root(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMES}>{inner}</w:{name}>'


def word_file(body: str, *, head: str = "", **parts: str) -> bytes:
    """A file with that body; `parts` are what stands in its styles, numbering, footnotes …; `head` before the root."""
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": head + root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    files |= {f"word/{kind}.xml": root(roots.get(kind, kind), inner) for kind, inner in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(text: str = "", *, properties: str = "", runs: str = "") -> str:
    """A paragraph of one run, or of runs."""
    pr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{pr}{r(text) if text else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    pr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{pr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def lvl(at: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'


def one_list(*levels: str) -> str:
    """A numbering part with one list, number 1."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{num(1)}'


def num(number: int, abstract: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def read(body: str, **parts: str) -> Document:
    return read_document(word_file(body, **parts), "方案.docx")


def texts(document: Document) -> list[str]:
    """Each paragraph with its number before it, each table as its rows."""
    return [
        f"{block.number}{block.text}" if isinstance(block, Paragraph) else " / ".join(map("|".join, grid(block)))
        for block in document.blocks
    ]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{at}" Type="{_HEAD}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
    )


def _types(parts: dict[str, str]) -> str:
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    entries = f'<Override PartName="/word/document.xml" ContentType="{form}.document.main+xml"/>'
    entries += "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{form}.{kind}+xml"/>' for kind in parts)
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{entries}</Types>'
