"""Items of a list that lack their dash: YAML stumbles over the line below, or takes the item for a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.page import Culprit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.yaml_source.page import Page


def lost_dash(page: Page, at: int, since: int, context: str) -> Culprit | None:
    """The line without its dash, when the parser gave up `at` a spot, in a construct that began at `since`."""
    row = page.row(at)
    if context.startswith("while parsing a block"):
        found = _of_two_items(page, page.row(since), row)
    elif "simple key" in context:
        found = _text_among_items(page, page.row(since))
    else:
        found = _text_above_item(page, row)
    return None if found is None else Culprit("lost-dash", page.first_sign(page.lines[found].start))


def bare_item(page: Page, at: int) -> Culprit | None:
    """An item that is a text, perhaps over several lines, with keys below it, at one of which the parser gave up."""
    row = page.row(at)
    column, dash, key = _shape(page, row)
    if dash or not key:
        return None
    for other in _content(page, range(row - 1, -1, -1)):
        text = page.lines[other].text
        found = _SHAPE.match(text)
        if found is None or found[3]:
            return None
        if found[2] and len(found[1] + found[2]) == column:
            return Culprit("bare-item", page.lines[other].start + column)
        if found[2] or len(found[1]) < column:
            return None
    return None


_SHAPE = pattern(r"([ \t]*)(-[ \t]+)?(?:([^\s#'\"][^:]*):(?:[ \t]|$))?")


def _of_two_items(page: Page, first: int, second: int) -> int | None:
    """Two lines of one column that begin with the same key, the one with a dash and the other without."""
    (column, dash, key), (other, other_dash, other_key) = _shape(page, first), _shape(page, second)
    if column != other or not key or key != other_key or dash == other_dash:
        return None
    return second if dash else first


def _text_among_items(page: Page, row: int) -> int | None:
    """A text, alone on its line, with an item of a list in the same column above it or below."""
    above, below = range(row - 1, -1, -1), range(row + 1, len(page.lines))
    column = _shape(page, row)[0]
    has_item = any(_is_item(page, rows, column) for rows in (above, below))
    return row if has_item and not page.lines[row].text.lstrip().startswith(("-", "?", "[", "{")) else None


def _text_above_item(page: Page, row: int) -> int | None:
    """The first of the texts that stand between a key without a value and the items of its list."""
    column, dash, _ = _shape(page, row)
    found = None
    for other in _content(page, range(row - 1, -1, -1)) if dash else ():
        text = page.lines[other].text
        here, has_dash, key = _shape(page, other)
        if here != column or has_dash or key:
            return found if text.rstrip().endswith(":") and here <= column else None
        found = other
    return None


def _is_item(page: Page, rows: Iterable[int], column: int) -> bool:
    """Whether the nearest line that stands in a column begins with a dash; those further right are parts of it."""
    for row in _content(page, rows):
        here, dash, key = _shape(page, row)
        if here < column or (here == column and (dash or key)):
            return here == column and dash
    return False


def _content(page: Page, rows: Iterable[int]) -> Iterator[int]:
    return (row for row in rows if page.lines[row].text.strip() and not page.lines[row].text.lstrip().startswith("#"))


def _shape(page: Page, row: int) -> tuple[int, bool, str]:
    """The column of a line's first sign, whether it is a dash, and the key that follows."""
    found = _SHAPE.match(page.lines[row].text)
    return (len(found[1]), bool(found[2]), found[3] or "") if found else (0, False, "")
