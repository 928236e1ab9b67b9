"""Lines taken apart: what is to be done, and who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.attribution.read import cut_attribution
from kepu_cli.importers.structure.line import ends_sentence
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.structure.line import Line


class Piece(NamedTuple):
    """A text and the attribution that stands behind it; `text` + `written` of all pieces are the whole."""

    text: str
    written: str = ""
    attribution: Attribution | None = None


class Entry(NamedTuple):
    """A line with its pieces; those of a numbered line leave the marker out."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return tuple(piece.attribution for piece in self.pieces if piece.attribution)

    @property
    def text(self) -> str:
        return joined(piece.text for piece in self.pieces)

    @property
    def is_attribution(self) -> bool:
        """Nothing but who does it."""
        return bool(self.attributions) and not any(has_words(piece.text) for piece in self.pieces)

    @property
    def is_strong(self) -> bool:
        """Said with a label or in brackets, so that it is no turn of speech."""
        return any(_STRONG.search(piece.written) for piece in self.pieces)


class Reader(NamedTuple):
    """How attributions are to be read in a text."""

    region: str = ""
    first_leads: bool = False

    def entry(self, line: Line) -> Entry:
        return Entry(line, self.pieces(line.body))

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text cut behind every attribution in it."""
        found: list[Piece] = []
        rest = text
        while has_words(rest) and len(found) < _MOST:
            cut = cut_attribution(rest, region=self.region, first_leads=self.first_leads)
            if cut is None or not cut.written:
                break
            if cut.after:
                found.append(Piece(cut.after))
            found.append(Piece("", cut.written, cut.attribution))
            rest = cut.before
            if not _MAY_HOLD.search(rest):
                break
        return _with_texts(rest, found[::-1])


def joined(texts: Iterable[str]) -> str:
    """One text of several: marks that an attribution has left alone join the text before, sentences follow closely."""
    whole = ""
    for text in (each.strip(_BLANKS) for each in texts):
        if not has_words(text):
            whole += "" if ends_sentence(whole) or not whole else text
        else:
            whole += text if not whole or ends_sentence(whole) or text[0] in _MARKS else f" {text}"
    return whole


def _with_texts(first: str, pieces: list[Piece]) -> tuple[Piece, ...]:
    """The texts joined with the attributions that stand behind them."""
    found: list[Piece] = []
    text = first
    for piece in pieces:
        if piece.attribution:
            found.append(piece._replace(text=text))
            text = ""
        else:
            text += piece.text
    return (*found, Piece(text)) if text or not found else tuple(found)


def has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def leads(attributions: Iterable[Attribution]) -> bool:
    return any(named.role is Role.LEAD for each in attributions for named in each.names)


def repeats_a_role(earlier: Iterable[Attribution], later: Attribution) -> bool:
    """Whether the later one says again who leads, or who is responsible: then it is about something else."""
    said = {named.role for each in earlier for named in each.names}
    return any(named.role in said for named in later.names)


_MOST = 20  # attributions in one line
_MAY_HOLD = pattern(r"[)）\]】〕:：]|牵头|负责")
_MARKS = "，,；;、"
_BLANKS = " \t\r\n\v\u3000\u00a0"
_STRONG = pattern(r"^\s*[(（\[【〔]|[:：]")
