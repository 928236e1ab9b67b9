"""Full-width colons and colons without a space, where a key ends: in a key's place only, never in a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.fixing.blanks import indent_of, lines_of_yaml
from kepu_cli.fixing.splices import Splice
from kepu_cli.kinds import Child, children
from kepu_cli.patterns import pattern
from kepu_cli.vocabulary import VOCABULARY, english_key
from kepu_cli.yaml_source.page import WIDE_SPACES, find_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.yaml_source.page import Culprit, Line, Page

_KINDS = ("wide-colon", "missing-space")
_PAIR = pattern(r"[ \t]*(?:- +)*[^\s：:\"'#\[{]+[ \t]*:[ \t]+[^\s#]")
_KEY = pattern(r"[ \t]*(?:- +)*[^\s：:\"'#\[{]+[ \t]*:(?:[ \t]|$)")
_OPEN_QUOTE = pattern(r"(?:[:：]|-[ \t])[ \t]*([\"'])(?:(?!\1).)*$")
_IN_BRACES = pattern(rf"([{{,，][ \t]*)([^\s：:,，{{}}\[\]\"'#]{{1,20}})(?:：[{WIDE_SPACES}]*|:(?=\S))([ \t]?)")


def mend_colons(page: Page, index: int) -> Iterator[Splice]:
    """The colon of the key that the parser missed at a spot, and others: all of them where most are wrong.

    Nothing where the only suspect is an item's own text (`- 加强宣传：全覆盖`).
    """
    everywhere = list(_everywhere(page))
    if len(everywhere) > sum(bool(_PAIR.match(line.text)) for line in page.lines):
        yield from everywhere
        return
    slips = [slip for slip in page.slips_down_from(page.row(index)) if slip.kind in _KINDS]
    known = [slip for slip in slips if _kinds_of(_key(page, slip))]
    others = [slip for slip in slips if "-" not in indent_of(page.line(slip.at))]
    chosen = (known or others)[:1]
    if chosen and known:
        chosen += [slip for slip in beside_keys(page, _KINDS) if slip != chosen[0]]
    yield from (_mended(page, slip) for slip in chosen)


def beside_keys(page: Page, kinds: tuple[str, ...]) -> Iterator[Culprit]:
    """Slips of these kinds right below a key of the same column, where no text can go on: a key is all they can be."""
    if any(_OPEN_QUOTE.search(line.text) for line in page.lines):
        return
    column = -1
    for line in lines_of_yaml(page):
        slip = find_slip(line)
        here = len(indent_of(line))
        if slip and slip.kind in kinds and here == column and "-" not in indent_of(line):
            if _kinds_of(_key(page, slip)):
                yield slip
        elif line.text[here : here + 1] != "#":
            column = here if _KEY.match(line.text) else -1


def _everywhere(page: Page) -> Iterator[Splice]:
    """The wrong colons of every key that we know, and of the clerk's own keys below one that takes them (目标)."""
    own_below: int | None = None
    for line in lines_of_yaml(page):
        column = len(indent_of(line))
        if own_below is not None and column <= own_below:
            own_below = None
        slip = find_slip(line)
        slip = slip if slip and slip.kind in _KINDS else None
        key = _key(page, slip) if slip else line.text.strip().removesuffix(":")
        kinds = _kinds_of(key)
        if slip and (kinds or own_below is not None):
            yield _mended(page, slip)
        yield from _in_braces(line)
        if own_below is None and any(_takes_own_keys(kind, key) for kind in kinds):
            own_below = column


def _in_braces(line: Line) -> Iterator[Splice]:
    """`{名称：甲，类别：行动}`: the colons of known keys, and the commas before them."""
    for found in _IN_BRACES.finditer(line.text, max(line.text.find("{"), 0)):
        if "{" in line.text and _kinds_of(found[2]):
            before = ", " if found[1].startswith("，") else found[1]
            yield Splice(line.start + found.start(), line.start + found.end(), f"{before}{found[2]}:{found[3] or ' '}")


def _key(page: Page, slip: Culprit) -> str:
    line = page.line(slip.at)
    return page.text[line.start + len(indent_of(line)) : slip.at].removesuffix(":").strip()


def _kinds_of(key: str) -> list[str]:
    return [kind for kind in VOCABULARY if english_key(kind, key)]


def _takes_own_keys(kind: str, key: str) -> bool:
    how, _ = children(kind).get(english_key(kind, key) or "", (None, None))
    return how is Child.BY_NAME


def _mended(page: Page, slip: Culprit) -> Splice:
    found = re.compile(f"[：:][{WIDE_SPACES}]*").match(page.text, slip.at)
    end = found.end() if found else slip.at + 1
    return Splice(slip.at, end, ":" if page.text[end : end + 1] in ("", " ", "\t", "\r", "\n") else ": ")
