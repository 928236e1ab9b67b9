"""The lines of a drawn table taken apart: which columns each piece covers, and whether it is text or a stroke."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.line import Line


class Piece(NamedTuple):
    """What stands between two upright strokes; it covers the columns `first` to `last`, from 0."""

    first: int
    last: int
    text: str

    @property
    def is_rule(self) -> bool:
        return _RULE.fullmatch(self.text.strip()) is not None


class DrawnLine(NamedTuple):
    number: int
    pieces: tuple[Piece, ...]

    @property
    def has_rule(self) -> bool:
        return any(piece.is_rule for piece in self.pieces)


def drawn_lines(lines: Sequence[Line], at: int) -> tuple[DrawnLine, ...] | None:
    """Those of the table whose upper edge the line is; None where no table begins, or one that does not fit together.

    Columns are told apart by the strokes' positions on the screen, whether they take one place there or two.
    """
    # Only where a drawing begins: one that does not fit together is not tried again from each of its lines.
    if not _UPPER_EDGE.fullmatch(lines[at].bare) or (at and _goes_on(lines[at - 1].bare)):
        return None
    drawing = list(_drawing(lines, at))
    if len(drawing) < 3:
        return None
    wide = min((2, 1), key=lambda each: len({width(line, each) for line in drawing}))
    edges = _edges(drawing, wide)
    if len(edges) < 3:
        return None
    taken_apart: list[DrawnLine] = []
    reaching: Sequence[int] = ()
    for index, text in enumerate(drawing, start=at):
        columns = _columns(text, edges, reaching, wide)
        if any(left >= right for left, right in pairwise(columns)):
            return None
        strokes = [stroke.start() for stroke in _STROKE.finditer(text)]
        reaching = [column for stroke, column in zip(strokes, columns, strict=True) if text[stroke] not in _UPWARDS]
        spans = zip(pairwise(strokes), pairwise(columns), strict=True)
        pieces = (Piece(first, behind - 1, text[left + 1 : right]) for (left, right), (first, behind) in spans)
        taken_apart.append(DrawnLine(lines[index].number, tuple(pieces)))
    return tuple(taken_apart)


def width(text: str, ambiguous: int) -> int:
    """Places on the screen; `ambiguous` for signs that take one in some fonts and two in Chinese ones."""
    return sum(_PLACES.get(unicodedata.east_asian_width(sign), 0) or ambiguous for sign in text)


_PLACES = {"W": 2, "F": 2, "H": 1, "Na": 1, "N": 1}
_FLAT = "─━═┄┅┈┉╌╍"
# Every other stroke reaches up or down; diagonals and half strokes are not drawn with.
_UPRIGHT = "│┃║┆┇┊┋╎╏┌-╋╒-╬╭-╰"
_UPWARDS = frozenset("└┕┖┗┘┙┚┛┴┵┶┷┸┹┺┻╘╙╚╛╜╝╧╨╩╯╰")
_STROKE = pattern(f"[{_UPRIGHT}]")
_RULE = pattern(f"[{_FLAT}]+")
_EDGE = pattern(f"[{_UPRIGHT}][{_FLAT}{_UPRIGHT}]+[{_UPRIGHT}]")
_UPPER_EDGE = pattern(rf"[┌┍┎┏╒╓╔╭][{_FLAT}{_UPRIGHT}]+|\+[-=+]+\+")
_LOWER_EDGE = pattern(f"[└┕┖┗╘╙╚╰][{_FLAT}{_UPRIGHT}]+")
_FRAMED = pattern(f"[{_UPRIGHT}+|].*[{_UPRIGHT}+|]")
_TYPED_STROKES = str.maketrans("+-=|", "┼──│")


def _goes_on(line: str) -> bool:
    """Whether a line belongs to a drawing that it does not end."""
    return bool(_FRAMED.fullmatch(line)) and not _LOWER_EDGE.fullmatch(line)


def _drawing(lines: Sequence[Line], at: int) -> Iterator[str]:
    """The lines from an upper edge to the lower one; typed strokes as drawn ones."""
    typed = lines[at].bare.startswith("+")
    for index in range(at, len(lines)):
        text = lines[index].bare
        if typed:
            text = text.translate(_TYPED_STROKES) if _UPPER_EDGE.fullmatch(text) else text.replace("|", "│")
        if not (_STROKE.match(text) and _STROKE.match(text[-1])):
            return
        yield text
        if _LOWER_EDGE.fullmatch(text):
            return


def _edges(drawing: Sequence[str], wide: int) -> list[int]:
    """Where the columns begin and the last one ends: wherever an upright stroke meets one that goes all across."""
    across = [line for line in drawing if _EDGE.fullmatch(line)]
    met = sorted({place for line in across for place in _places(line, wide)})
    edges: list[int] = []
    for place in met:
        if not edges or place - edges[-1] > 1:
            edges.append(place)
    return edges


def _places(line: str, wide: int) -> list[int]:
    ends = list(accumulate((width(sign, wide) for sign in line), initial=0))
    return [ends[stroke.start()] for stroke in _STROKE.finditer(line)]


def _columns(line: str, edges: Sequence[int], reaching: Sequence[int], wide: int) -> Sequence[int]:
    """Which edge each upright stroke of a line is. `reaching`: the edges from which the line above reaches down.

    Text shifts the strokes behind it in many a font, so their number is asked first and then their positions.
    """
    places = _places(line, wide)
    if len(places) == len(edges):
        return range(len(edges))
    if len(places) == len(reaching) and not _EDGE.fullmatch(line):
        return reaching
    return [0, *(_nearest(edges, place) for place in places[1:-1]), len(edges) - 1]


def _nearest(edges: Sequence[int], place: int) -> int:
    at = bisect_left(edges, place)
    return min((each for each in (at - 1, at) if 0 <= each < len(edges)), key=lambda each: abs(edges[each] - place))
