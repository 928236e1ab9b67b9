"""Marked texts laid out in lines: nothing is lost, marks stay where they belong, names stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.marked_cutting import Laid, cut_marked, lay_marked
from kepu_cli.exporters.marked_text import Emphasis, Marked, MarkedLine, Piece
from tests.exporters.odd_texts import odd

SIZE = 11
pieces = st.builds(Piece, odd, st.sampled_from(Emphasis))
lines = st.builds(
    MarkedLine, st.lists(pieces, max_size=4).map(tuple), st.sampled_from(("", "原：", "was: ")), st.booleans()
)
cells = st.builds(Marked, st.lists(lines, max_size=3).map(tuple), st.booleans())


def _chars(laid: list[Laid], emphasis: Emphasis | None = None) -> list[str]:
    told = (piece for part in laid for piece in part.pieces if emphasis in (None, piece.emphasis))
    return [char for piece in told for char in piece.text if not char.isspace()]


def _wanted(cell: Marked, emphasis: Emphasis) -> list[str]:
    told = (piece.text for line in cell.lines for piece in line.pieces if piece.emphasis is emphasis)
    return [char for text in told for char in text if not char.isspace()]


@given(cells, st.integers(5, 60), st.integers(1, 4))
def test_every_character_keeps_its_mark_wherever_the_cell_is_cut(cell: Marked, width: int, most: int) -> None:
    whole, parts = [lay_marked(cell, "、", width, SIZE)], cut_marked(cell, "、", width, SIZE, most)
    assert _chars(whole) == _chars(parts) == [char for char in cell.text("、") if not char.isspace()]
    for emphasis in (Emphasis.NEW, Emphasis.GONE):
        assert _chars(parts, emphasis) == _chars(whole, emphasis) == _wanted(cell, emphasis)
    assert all(part.shaded is cell.shaded for part in parts)


@given(cells, st.integers(5, 60), st.integers(1, 4))
def test_no_part_has_more_lines_than_it_may(cell: Marked, width: int, most: int) -> None:
    for part in cut_marked(cell, "、", width, SIZE, most):
        assert len(printed_text.text_lines(part.text, width, SIZE)) <= most


def test_lines_break_between_names_and_the_label_stands_with_the_first() -> None:
    names = tuple(Piece(name) for name in ("县教育局", "县科学技术局", "县妇联"))
    laid = lay_marked(Marked((MarkedLine(names, "原：", names=True),)), "、", 24, SIZE)
    assert laid.text == "原：县教育局、\n县科学技术局、县妇联"
