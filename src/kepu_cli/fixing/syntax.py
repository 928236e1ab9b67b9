"""Makes a file readable that YAML refuses for a sign of the input method: the parser says where, slip by slip."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.fixing.blanks import TABS, mend_indent, mend_tabs
from kepu_cli.fixing.colons import beside_keys, mend_colons
from kepu_cli.fixing.draft import Draft
from kepu_cli.fixing.splices import Edit, Splice, apply
from kepu_cli.yaml_source.page import WIDE_DASHES, WIDE_SPACES, Page
from kepu_cli.yaml_source.source import read_source

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Iterator

    from kepu_cli.yaml_source.source import Source

SLIP = "K002"


class Mended(NamedTuple):
    draft: Draft
    slips: int


# What is read again and again in all, so that a large file with a slip in every line ends in seconds.
PATIENCE = 20_000_000


def mend(text: str, label: str, folder: pathlib.Path, patience: int = PATIENCE) -> Mended:
    """The text with its slips mended, or as it was where it cannot be made readable.

    How wide a tab or a full-width space was meant to be, nobody knows: the width that leaves least to find is taken.
    `patience` are the characters that may be read for it, with each width.
    """
    draft = Draft.of(text, label, folder)
    if draft.root is not None:
        return Mended(draft, 0)
    best = Mended(draft, 0)
    tried: set[str] = set()
    for tab, space in product(TABS if "\t" in text else TABS[:1], (2, 1) if "\u3000" in text else (2,)):
        mended, slips = _readable(text, label, Widths(tab, space), patience)
        if mended is None or mended in tried:
            continue
        tried.add(mended)
        read = draft.with_text(mended)
        if not read.has_known_key():
            # A note of somebody's own, with a colon in it.
            continue
        if not best.slips or _wrong(read) < _wrong(best.draft):
            best = Mended(read, slips)
        if not read.loaded.flaws:
            break
    return best


class Widths(NamedTuple):
    """How many columns a tab stop and a full-width space are taken for."""

    tab: int
    space: int


def _wrong(draft: Draft) -> tuple[bool, int]:
    return draft.loaded.plan is None and not draft.loaded.is_companion, len(draft.loaded.flaws)


def _readable(text: str, label: str, widths: Widths, patience: int) -> tuple[str | None, int]:
    """The text when YAML reads it, and how many slips that took; None where one cannot be mended."""
    slips = 0
    for _ in range(max(patience // 1_000_000, min(500, patience // (len(text) + 1)))):
        source = read_source(text.encode(), label)
        if source.root is not None:
            return text, slips
        splices = _splices(text, source, widths)
        if not splices:
            return None, 0
        text = apply(text, [Edit(SLIP, (splice,)) for splice in splices])
        slips += len(splices)
    return None, 0


def _splices(text: str, source: Source, widths: Widths) -> list[Splice]:
    """What mends the first flaw that can be; where its spot has no slip after all, one right below that has."""
    page = Page.of(text)
    for flaw in source.flaws:
        if flaw.code != SLIP or flaw.kind not in _MENDERS:
            continue
        at = page.offset(flaw.place)
        below = ((slip.kind, slip.at) for slip in page.slips_down_from(page.row(at)))
        for kind, index in ((flaw.kind, at), *below):
            if splices := list(_MENDERS[kind](page, index, widths)):
                return splices
    return []


def _space_after_colon(page: Page, index: int, _: Widths) -> Iterator[Splice]:
    others = [slip.at for slip in beside_keys(page, ("wide-space-after-colon",)) if slip.at != index]
    for start in (index, *others):
        if found := re.compile(f"[{WIDE_SPACES} \t]+").match(page.text, start):
            yield Splice(start, found.end(), " ")


def _dash(page: Page, index: int, _: Widths) -> Iterator[Splice]:
    if found := re.compile(f"(?:[{WIDE_DASHES}]+|-)[{WIDE_SPACES}]*").match(page.text, index):
        follows = page.text[found.end() : found.end() + 1]
        yield Splice(index, found.end(), "-" if follows in ("", " ", "\t", "\r", "\n") else "- ")


def _hash(_: Page, index: int, __: Widths) -> Iterator[Splice]:
    yield Splice(index, index + 1, "#")


def _comma(page: Page, index: int, _: Widths) -> Iterator[Splice]:
    """In { } only a comma in front of the next key parts anything: one in a value is the clerk's own."""
    for found in re.compile(r"，[ \t]*(?=[^\s，,、：:{}\[\]]{1,20}:[ \t]|[\[{])").finditer(
        page.text, page.line(index).start
    ):
        line = page.line(index)
        if found.start() >= line.start + len(line.text):
            break
        yield Splice(found.start(), found.end(), ", ")


def _bracket(page: Page, index: int, _: Widths) -> Iterator[Splice]:
    """A closing bracket, as the open one before it wants it."""
    closed = 0
    for at in range(index - 1, -1, -1):
        sign = page.text[at]
        closed += (sign in "]}") - (sign in "[{")
        if closed < 0:
            yield Splice(index, index + 1, "]" if sign == "[" else "}")
            return


def _colons(page: Page, index: int, _: Widths) -> Iterator[Splice]:
    return mend_colons(page, index)


def _tabs(page: Page, _: int, widths: Widths) -> Iterator[Splice]:
    return mend_tabs(page, widths.tab)


def _indent(page: Page, index: int, widths: Widths) -> Iterator[Splice]:
    return mend_indent(page, index, widths.space)


_MENDERS: dict[str, Callable[[Page, int, Widths], Iterator[Splice]]] = {
    "wide-colon": _colons,
    "missing-space": _colons,
    "wide-space-after-colon": _space_after_colon,
    "wide-space-indent": _indent,
    "tab": _tabs,
    "wide-dash": _dash,
    "missing-space-after-dash": _dash,
    "wide-hash": _hash,
    "wide-comma": _comma,
    "wide-bracket": _bracket,
}
MENDED_KINDS = frozenset(_MENDERS)
