"""The one place where cells are written: texts stay texts, and every cell of a kind shares one prepared style."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.worksheet.cell_range import CellRange

from kepu_cli.errors import KepuError
from kepu_cli.exporters.marked_text import Emphasis
from kepu_cli.findings import Words, say
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.marked_text import Piece

TOO_LONG = Words(
    zh="“{item}”这一行有一格文字超过 32767 字，Excel 放不下，请把它拆开",
    en="one cell of the row “{item}” holds more than 32,767 characters, which Excel cannot store; please split it",
)
LONGEST = 32_767  # UTF-16 units in a cell

_TITLE_FONT, _HEAD_FONT, _BODY_FONT = "方正小标宋简体", "黑体", "仿宋"
_GREY = "FF666666"
_SHADE = "FFF2F2F2"
_CHANGED_SHADE = "FFFFF2CC"  # prints as a very light grey
_CHINESE = 134  # the number of the character set
# What XML 1.0 cannot carry: most controls, halves of surrogate pairs, two non-characters.
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x000D_ in a stored text as a carriage return; an escaped underscore keeps it as typed.
_LOOKS_ESCAPED = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t")


class _Spec(NamedTuple):
    """`stacked` is 255 (characters upright, one under the other) or an angle; `shrinks` is for narrow numbers."""

    font: str = _BODY_FONT
    size: float = 11
    across: str = "center"
    stacked: int = 0
    shrinks: bool = False
    colour: str = "FF000000"
    shaded: bool = False
    marked: bool = False
    framed: bool = True
    percent: bool = False


class Look(Enum):
    """The kinds of cells; the value says how one looks."""

    ANNEX = _Spec(_HEAD_FONT, 16, across="left", framed=False)
    TITLE = _Spec(_TITLE_FONT, 20, framed=False)
    LONG_TITLE = _Spec(_TITLE_FONT, 16, framed=False)
    HEAD = _Spec(_HEAD_FONT, 12)
    TEXT = _Spec(across="left")
    CENTRED = _Spec()
    TALL_HEAD = _Spec(_HEAD_FONT, 10, stacked=255)
    TALL_HEAD_SMALL = _Spec(_HEAD_FONT, 8, stacked=255)
    TURNED_HEAD = _Spec(_HEAD_FONT, 10, stacked=90)
    ACTION = _Spec(_HEAD_FONT, across="left", shaded=True)
    ACTION_NUMBER = _Spec(_HEAD_FONT, shaded=True)
    MARK = _Spec(size=12)
    ACTION_MARK = _Spec(size=12, shaded=True)
    LIGHT_MARK = _Spec(size=12, colour=_GREY)
    LIGHT_ACTION_MARK = _Spec(size=12, colour=_GREY, shaded=True)
    COUNT = _Spec(shrinks=True)
    ACTION_COUNT = _Spec(shrinks=True, shaded=True)
    MARKED = _Spec(across="left", marked=True)
    MARKED_CENTRED = _Spec(marked=True)
    GROUP = _Spec(_HEAD_FONT, 12, across="left", shaded=True)
    SHARE = _Spec(percent=True)
    LINE = _Spec(size=12, across="left", framed=False)
    CAPTION = _Spec(_HEAD_FONT, 14, framed=False)
    NOTE = _Spec(size=10, across="left", framed=False)
    PLAIN = _Spec("宋体", across="general", framed=False)

    @property
    def size(self) -> float:
        return self.value.size


class Looks:
    """The prepared styles of one workbook: made at first use, then shared by all cells of the kind."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = book.worksheets[0]
        self._made: dict[tuple[Look, bool], StyleArray] = {}

    def style(self, look: Look, *, quoted: bool) -> StyleArray:
        key = (look, quoted)
        if key not in self._made:
            self._made[key] = _prepared(self._sheet, look.value, quoted=quoted)
        return self._made[key]


class Pen:
    """Writes into one sheet."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet = sheet
        self._looks = looks

    def write(self, row: int, column: int, value: str | float | None, look: Look) -> None:
        """One cell; a text is stored as a text whatever it looks like, an empty one as a blank cell."""
        # Typed loosely: shared styles and unguessed values are reached through openpyxl's own fields only.
        cell: Any = self.sheet.cell(row, column)
        quoted = False
        if isinstance(value, str) and value:
            quoted = value.startswith(_LIKE_A_FORMULA)
            # Not through `cell.value`, which makes formulas and errors of texts and cuts long ones.
            cell._value = storable(value)
            cell.data_type = "s"
        elif isinstance(value, int | float):
            cell.value = value
        cell._style = self._looks.style(look, quoted=quoted)

    def write_pieces(self, row: int, column: int, pieces: Sequence[Piece], look: Look) -> None:
        """One cell of a text with marks; without any it is an ordinary text."""
        text = "".join(piece.text for piece in pieces)
        self.write(row, column, text, look)
        if any(piece.emphasis is not Emphasis.PLAIN for piece in pieces):
            cell: Any = self.sheet.cell(row, column)
            cell._value = CellRichText([_block(piece, look) for piece in _joined_blanks(pieces)])

    def span(self, first: tuple[int, int], last: tuple[int, int], value: str | float | None, look: Look) -> None:
        """One value over the merged rectangle between two cells, given as (row, column).

        Every cell under it has the look too, so that all borders print.
        """
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                self.write(row, column, value if (row, column) == first else None, look)
        if first != last:
            # Without openpyxl's own merging, which formats each cell again and compares every area with all others.
            area = CellRange(min_row=first[0], min_col=first[1], max_row=last[0], max_col=last[1])
            self.sheet.merged_cells.ranges.add(area)


def ensure_fits(text: str, item: str) -> None:
    """Raises KepuError naming the item when `text` is longer than a cell can be."""
    if len(text) > LONGEST // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        raise KepuError(say(TOO_LONG, item=item if len(item) <= 40 else f"{item[:40]}…"))


def storable(text: str) -> str:
    """The text as the file can carry it: forbidden characters shown as �, line ends as line feeds."""
    ensure_fits(text, text)
    one_feed = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LOOKS_ESCAPED.sub("_x005F_", _FORBIDDEN.sub("\ufffd", one_feed))


def _joined_blanks(pieces: Sequence[Piece]) -> list[Piece]:
    """Blanks alone would be lost: programs drop them from a piece that has nothing else."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and not joined[-1].text.strip():
            before = joined.pop()
            joined.append(piece._replace(text=before.text + piece.text))
        elif joined and not piece.text.strip():
            joined[-1] = joined[-1]._replace(text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


def _block(piece: Piece, look: Look) -> TextBlock:
    # Every piece says its font: what has none is shown in the program's own.
    font = InlineFont(
        rFont=look.value.font,
        charset=_CHINESE,
        sz=look.value.size,
        b=piece.emphasis is Emphasis.NEW or None,
        strike=piece.emphasis is Emphasis.GONE or None,
        color=Color(rgb=look.value.colour),
    )
    return TextBlock(font, storable(piece.text))


def _prepared(sheet: Worksheet, spec: _Spec, *, quoted: bool) -> StyleArray:
    model = StyleableObject(sheet)
    model.font = Font(name=spec.font, size=spec.size, color=spec.colour)
    wraps = not (spec.stacked or spec.shrinks or spec.across == "general")
    model.alignment = Alignment(
        horizontal=spec.across,
        vertical="center",
        wrap_text=wraps or None,
        shrink_to_fit=spec.shrinks or None,
        text_rotation=spec.stacked,
    )
    if spec.framed:
        line = Side(style="thin", color="FF000000")
        model.border = Border(left=line, right=line, top=line, bottom=line)
    if spec.shaded or spec.marked:
        model.fill = PatternFill("solid", start_color=_CHANGED_SHADE if spec.marked else _SHADE)
    model.number_format = _number_format(spec)
    if quoted:
        model.quotePrefix = True
    return model._style  # type: ignore[attr-defined, no-any-return]


def _number_format(spec: _Spec) -> str:
    if spec.percent:
        return "0.0%"
    return "General" if spec.framed else "@"
