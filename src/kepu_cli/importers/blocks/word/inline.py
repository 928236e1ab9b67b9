"""The text of a paragraph as a reader sees it: insertions in, deletions out, fields by their result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.blocks.tally import Met
from kepu_cli.importers.cell_texts import plain_text
from kepu_cli.importers.elements import attribute, child, is_on, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from kepu_cli.importers.blocks.tally import Tally
    from kepu_cli.importers.blocks.word.styles import Styles


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph besides its text: boxes (elements that hold paragraphs), notes by kind and id."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return plain_text("".join(self.pieces))


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in order: a field may begin in one and end in another."""

    styles: Styles
    tally: Tally
    _fields: list[bool] = field(default_factory=list)  # of each open field, whether its result has begun

    def read(self, paragraph: Element) -> Inline:
        found = Inline()
        hidden = self.styles.is_hidden(attribute(child(paragraph, "pPr", "pStyle")))
        self._walk(paragraph, found, hidden=hidden)
        # A code that goes on behind its paragraph is none; nothing may vanish for want of its end.
        self._fields = [shown for shown in self._fields if shown]
        return found

    def leave_out(self, element: Element) -> None:
        """Counts a deletion, if there was anything in it."""
        if all_text(element, deleted=True):
            self.tally.add(Met.DELETED)

    def _walk(self, parent: Iterable[Element], found: Inline, *, hidden: bool) -> None:
        for each in parent:
            kind = local(each.tag)
            if kind == "t":
                self._add(each.text or "", found, hidden=hidden)
            elif kind in _SIGNS:
                self._add(_SIGNS[kind], found, hidden=hidden)
            elif kind == "r":
                self._walk(each, found, hidden=self._is_hidden(each, otherwise=hidden))
            elif kind in _DELETED:
                self.leave_out(each)
            elif kind in _DRAWN:
                self._take_drawing(each, found)
            elif kind == "AlternateContent":
                self._walk(chosen(each), found, hidden=hidden)
            elif kind == "sdt":
                self._take_control(each, found, hidden=hidden)
            elif kind == "rt":
                self.tally.add(Met.READING)
            elif not kind.endswith("Pr"):
                self._mark(each, kind, found)
                self._walk(each, found, hidden=hidden)

    def _is_hidden(self, run: Element, *, otherwise: bool) -> bool:
        switch = child(run, "rPr", "vanish")
        if switch is not None:
            return is_on(switch)
        style = attribute(child(run, "rPr", "rStyle"))
        return otherwise or bool(style and self.styles.is_hidden(style))

    def _add(self, text: str, found: Inline, *, hidden: bool) -> None:
        if hidden:
            if text.strip():
                self.tally.add(Met.HIDDEN, text.strip())
        elif all(self._fields):
            found.pieces.append(text)

    def _take_drawing(self, drawing: Element, found: Inline) -> None:
        boxes = list(_text_boxes(drawing))
        letters = [text for each in drawing.iter() if local(each.tag) == "textpath" and (text := each.get("string"))]
        found.pieces += letters
        if not boxes and not letters:
            self.tally.add(Met.PICTURE)
        for box in boxes:
            if all_text(box).strip():
                self.tally.add(Met.TEXT_BOX)
                found.boxes.append(box)

    def _take_control(self, control: Element, found: Inline, *, hidden: bool) -> None:
        if is_prompt(control):
            self.tally.add(Met.PROMPT, all_text(control).strip())
        else:
            self._walk(child(control, "sdtContent") or (), found, hidden=hidden)

    def _mark(self, element: Element, kind: str, found: Inline) -> None:
        """What an element means besides what stands in it."""
        if kind in ("ins", "moveTo"):
            self.tally.add(Met.INSERTED)
        elif kind == "fldChar":
            self._turn_field(attribute(element, "fldCharType"))
        elif kind in ("footnoteReference", "endnoteReference"):
            found.notes.append((kind.removesuffix("Reference"), attribute(element, "id")))
        elif kind == "sym":
            found.pieces.append(self._symbol(element))

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self._fields.append(False)
        elif turn == "separate" and self._fields:
            self._fields[-1] = True
        elif turn == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, element: Element) -> str:
        """A sign of a symbol font; those that forms use are known, others have no text of their own."""
        code = attribute(element, "char")
        value = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else 0xFFFF
        known = _SYMBOLS.get((attribute(element, "font"), value & 0xFF if value >= 0xF000 else value))
        if known is None and (value < 0x20 or 0xD800 <= value <= 0xF8FF or value >= 0xFFFE):
            self.tally.add(Met.SYMBOL)
            return "□"
        return known or chr(value)


def chosen(alternatives: Element) -> Iterable[Element]:
    """Of the same content in several forms, the first: the others repeat it for older programs."""
    first = child(alternatives, "Choice")
    return first if first is not None else child(alternatives, "Fallback") or ()


def is_prompt(control: Element) -> bool:
    """Whether a control shows what somebody is to fill in."""
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def all_text(element: Element, *, deleted: bool = False) -> str:
    """Every text in an element, in order; deleted text too where asked for."""
    kinds = ("t", "delText") if deleted else ("t",)
    return plain_text("".join(each.text or "" for each in element.iter() if local(each.tag) in kinds))


def _text_boxes(drawing: Iterable[Element]) -> Iterator[Element]:
    """The outermost ones."""
    for each in drawing:
        kind = local(each.tag)
        if kind == "txbxContent":
            yield each
        else:
            yield from _text_boxes(chosen(each) if kind == "AlternateContent" else each)


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DELETED = frozenset(("del", "moveFrom"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_SYMBOLS = {
    ("Wingdings", 0xFE): "☑", ("Wingdings", 0xA8): "□", ("Wingdings", 0x6F): "□", ("Wingdings", 0xFC): "√",
    ("Wingdings", 0xAB): "★", ("Wingdings", 0x6C): "●", ("Wingdings", 0x6E): "■", ("Wingdings", 0xD8): "➢",
    ("Wingdings 2", 0x52): "☑", ("Wingdings 2", 0x50): "√", ("Wingdings 2", 0xA3): "□",
}  # fmt: skip
