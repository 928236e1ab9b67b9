"""Styles, fonts and settings of the document, in place of the hundreds that the library's template brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from kepu_cli.exporters.document.elements import Style, element
from kepu_cli.findings import Lang

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships
    from docx.oxml.xmlchemy import BaseOxmlElement


def dress(document: Document, lang: Lang) -> None:
    """Gives a new document our styles and takes everything else of the template out of it."""
    _keep(document.part.rels, RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)
    package = document.part.package
    assert package is not None
    _keep(package.rels, RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _font_table(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    _refill(document.styles.element, _defaults(lang), *_base_styles(), *(_style(key, lang) for key in Style))
    _refill(document.settings.element, *_settings(lang))


class _Look(NamedTuple):
    """Sizes in points; `line` is the least height of a line."""

    name: str
    font: str
    size: float
    line: float
    across: str = "left"
    before: float = 0
    after: float = 0
    is_title: bool = False


class _Font(NamedTuple):
    """`other` is the font's name on systems in another language; `latin` stands beside it in English plans."""

    other: str
    latin: str


_BODY, _HEAD, _TITLE, _PAGE = "仿宋", "黑体", "方正小标宋简体", "宋体"
_FONTS = {
    _BODY: _Font("FangSong", "Times New Roman"),
    _HEAD: _Font("SimHei", "Arial"),
    _TITLE: _Font("FZXiaoBiaoSong-B05S", "Times New Roman"),
    _PAGE: _Font("SimSun", "Times New Roman"),
}
_LOOKS = {
    Style.ANNEX: _Look("分工表附件标识", _HEAD, 16, 26),
    Style.TITLE: _Look("分工表标题", _TITLE, 20, 30, across="center", before=4, after=8, is_title=True),
    Style.LONG_TITLE: _Look("分工表长标题", _TITLE, 16, 24, across="center", before=4, after=8, is_title=True),
    Style.HEAD: _Look("分工表表头", _HEAD, 12, 18, across="center"),
    Style.SMALL_HEAD: _Look("责任矩阵表头", _HEAD, 9.5, 12, across="center"),
    Style.TINY_HEAD: _Look("责任矩阵小表头", _HEAD, 8, 10, across="center"),
    Style.TEXT: _Look("分工表正文", _BODY, 11, 16),
    Style.LARGE_TEXT: _Look("分工表大字正文", _BODY, 12, 18),
    Style.MARK: _Look("责任矩阵符号", _BODY, 10.5, 14, across="center"),
    Style.SMALL_MARK: _Look("责任矩阵小符号", _BODY, 8.5, 14, across="center"),
    Style.NOTE: _Look("责任矩阵说明", _BODY, 10, 15, before=6),
    Style.FOOTER: _Look("分工表页码", _PAGE, 12, 14, across="center"),
    # Word wants a paragraph behind a table: one that takes no room.
    Style.END: _Look("分工表表后", _BODY, 1, 1),
}
# Air between figures and Chinese makes lines longer than reckoned; the lines of an official notice lie on a grid.
_OFF = ("autoSpaceDE", "autoSpaceDN", "snapToGrid")
# Of what is not Chinese: a Chinese word for its language would let lines break within its words.
_LATIN = {Lang.ZH: "en-US", Lang.EN: "en-GB"}


def size_of(style: Style) -> float:
    return _LOOKS[style].size


def line_of(style: Style) -> float:
    return _LOOKS[style].line


def _keep(relations: Relationships, *kinds: str) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in kinds]:
        del relations[key]


def _refill(whole: BaseOxmlElement, *parts: BaseOxmlElement) -> None:
    for child in list(whole):
        whole.remove(child)
    whole.extend(parts)


def _font_table() -> bytes:
    """Tells a program without these fonts that they are Chinese, so that it takes Chinese ones instead."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{font.other}"/><w:charset w:val="86"/></w:font>'
        for name, font in _FONTS.items()
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()
    )


def _defaults(lang: Lang) -> BaseOxmlElement:
    language = element("lang", val=_LATIN[lang], eastAsia="zh-CN", bidi="ar-SA")
    run = element("rPr", _fonts(_BODY, lang), element("sz", val=22), element("szCs", val=22), language)
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))


def _base_styles() -> tuple[BaseOxmlElement, ...]:
    margins = element("tblCellMar", *(element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return (
        element("style", element("name", val="Normal"), type="paragraph", default=1, styleId="Normal"),
        element("style", element("name", val="Default Paragraph Font"), type="character", default=1, styleId="Letters"),
        element(
            "style", element("name", val="Normal Table"), element("tblPr", margins),
            type="table", default=1, styleId="TableNormal",
        ),
    )  # fmt: skip


def _style(key: Style, lang: Lang) -> BaseOxmlElement:
    look = _LOOKS[key]
    rule = "exact" if key is Style.END else "atLeast"
    spacing = element(
        "spacing",
        before=round(look.before * 20),
        after=round(look.after * 20),
        line=round(look.line * 20),
        lineRule=rule,
    )
    paragraph = element("pPr", *(element(name, val=0) for name in _OFF), spacing, element("jc", val=look.across))
    if look.is_title:
        paragraph.insert(0, element("keepNext"))
        paragraph.append(element("outlineLvl", val=0))
    half_points = round(look.size * 2)
    run = element("rPr", _fonts(look.font, lang), element("sz", val=half_points), element("szCs", val=half_points))
    return element(
        "style", element("name", val=look.name), element("basedOn", val="Normal"), element("qFormat"), paragraph, run,
        type="paragraph", customStyle=1, styleId=key,
    )  # fmt: skip


def _fonts(name: str, lang: Lang) -> BaseOxmlElement:
    latin = name if lang is Lang.ZH else _FONTS[name].latin
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=name, cs=latin)


def _settings(lang: Lang) -> tuple[BaseOxmlElement, ...]:
    word = "http://schemas.microsoft.com/office/word"
    # Without this the program shows the document in the manner of 2007.
    mode = element("compatSetting", name="compatibilityMode", uri=word, val=15)
    return (
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        element("characterSpacingControl", val="compressPunctuation"),
        element("compat", mode),
        element("themeFontLang", val=_LATIN[lang], eastAsia="zh-CN"),
    )
