"""Taking a name out of its list, together with what parted it from the others: a sign, a comma, a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.splices import Splice
from kepu_cli.fixing.written import Span, is_flow, line_end, line_start, next_line, style_of, written_names
from kepu_cli.names import without_open_end
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.nodes import ListNode

if TYPE_CHECKING:
    from kepu_cli.loading.places import NameSpot

_BLANKS = pattern(r"[ \t]*")
_DASH = pattern(r"[ \t]*(-[ \t]+)")
_BLOCK_SIGN = pattern(r"[|>][-+0-9]*")
# Between two items of a list in brackets: one comma, white space, comments.
_UP_TO_COMMA = pattern(r"(?:\s|(?<=\s)#[^\r\n]*)*,")


def taken_out(spot: NameSpot) -> tuple[Splice, ...]:
    """The splices that take a name out; none where it cannot go without taking something else along."""
    text = spot.mount.source.text
    names = written_names(text, spot.scalar)
    if names is None:
        return ()
    if len(names) > 1:
        return _out_of_text(text, names, spot.position)
    _, open_end = without_open_end(text[names[0].start : names[0].end])
    if open_end or not _is_alone(text, spot, names[0]):
        return ()
    if not isinstance(spot.field, ListNode):
        return _field_emptied(text, spot)
    if is_flow(text, spot.field):
        return _out_of_brackets(text, spot.field, spot)
    return _line_out(text, spot)


def _out_of_text(text: str, names: tuple[Span, ...], position: int) -> tuple[Splice, ...]:
    """县教育局、县科协等: a name goes with the sign before it, the first one with the sign behind it."""
    start, end = names[position]
    core, open_end = without_open_end(text[start:end])
    if position == 0:
        # 县科协等、县教育局: the 等 would be left without a name before it.
        return () if open_end else (Splice(start, names[1].start, ""),)
    before = names[position - 1]
    _, already_open = without_open_end(text[before.start : before.end])
    last = end if already_open else start + len(core)
    return (Splice(before.end, last, ""),)


def _is_alone(text: str, spot: NameSpot, name: Span) -> bool:
    """Nothing but quotes and a closing sign stands around the name: no 无, no second word."""
    start, end = spot.scalar.start.index, spot.scalar.end.index
    if style_of(text, spot.scalar) in ("|", ">"):
        start = line_end(text, start)
    around = text[start : name.start] + text[name.end : end]
    return not around.strip(" \t\r\n\u3000。.、，,；;\"'")


def _field_emptied(text: str, spot: NameSpot) -> tuple[Splice, ...]:
    """The key stays, so that the clerk sees the gap."""
    start, end = spot.scalar.start.index, spot.scalar.end.index
    if is_flow(text, spot.holder):
        return (Splice(start, end, ""),)
    before = text[line_start(text, start) : start]
    if not before.strip():
        return _own_line(text, start, end)
    blanks = len(before) - len(before.rstrip(" \t"))
    if style_of(text, spot.scalar) not in ("|", ">"):
        return (Splice(start - blanks, end, ""),)
    header = _BLOCK_SIGN.match(text, start)
    body = next_line(text, start)
    last = next_line(text, body + len(text[body:end].rstrip()))
    return (Splice(start - blanks, header.end() if header else start, ""), Splice(body, last, ""))


def _out_of_brackets(text: str, field: ListNode, spot: NameSpot) -> tuple[Splice, ...]:
    """An item of [a, b, c] and the comma behind it; of the last one the comma before it."""
    at = next(at for at, item in enumerate(field.items) if item is spot.scalar)
    start, end = spot.scalar.start.index, spot.scalar.end.index
    if comma := _UP_TO_COMMA.match(text, end):
        if text[end : comma.end() - 1].strip():
            # A comment stands between the name and its comma.
            return (Splice(start, end, ""), Splice(comma.end() - 1, comma.end(), ""))
        return (_with_line(text, start, comma.end()),)
    former = field.items[at - 1].end.index
    before = _UP_TO_COMMA.match(text, former) if at else None
    if before is None:
        return (Splice(start, end, ""),)
    if text[before.end() : start].strip():
        return (Splice(before.end() - 1, before.end(), ""), _with_line(text, start, end))
    comma_alone = text[former : before.end()].strip() == ","
    return (Splice(former if comma_alone else before.end() - 1, end, ""),)


def _with_line(text: str, start: int, end: int) -> Splice:
    """Blanks behind what goes go too, and so does a line that nothing else stands on."""
    behind = _BLANKS.match(text, end)
    after = behind.end() if behind else end
    first, last = line_start(text, start), line_end(text, end)
    if after == last:
        alone = not text[first:start].strip()
        return Splice(first, next_line(text, end), "") if alone else Splice(start, end, "")
    # A comment needs a blank before it.
    glued = text[after] == "#" and text[start - 1 : start] not in ("", " ", "\t", "\r", "\n")
    return Splice(start, end if glued else after, "")


def _line_out(text: str, spot: NameSpot) -> tuple[Splice, ...]:
    """The line of `- name`."""
    start, end = spot.scalar.start.index, spot.scalar.end.index
    dash = _DASH.fullmatch(text, line_start(text, start), start)
    return _own_line(text, dash.start(1), end) if dash and line_end(text, start) == line_end(text, end) else ()


def _own_line(text: str, start: int, end: int) -> tuple[Splice, ...]:
    """What a line holds, from its first sign on, and the line with it; a comment behind it keeps the line."""
    last = line_end(text, end)
    if behind := text[end:last].strip():
        return (Splice(start, last - len(text[end:last].lstrip()), ""),) if behind.startswith("#") else ()
    first = line_start(text, start)
    if next_line(text, end) > last:
        return (Splice(first, next_line(text, end), ""),)
    # The last line of a file that does not end with a line break: the one before it goes.
    before = 2 if text.endswith("\r\n", 0, first) else min(first, 1)
    return (Splice(first - before, last, ""),)
