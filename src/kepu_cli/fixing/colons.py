"""Full-width colons and colons without a space, where a key ends: in a key's place only, never in a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.fixing.blanks import indent_of, lines_of_yaml
from kepu_cli.fixing.splices import Splice
from kepu_cli.model import Child, children
from kepu_cli.vocabulary import VOCABULARY, english_key
from kepu_cli.yaml_source.page import WIDE_SPACES, find_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.yaml_source.page import Culprit, Page

_KINDS = ("wide-colon", "missing-space")
_PAIR = re.compile(r"[ \t]*(?:- +)*[^\s：:\"'#\[{]+[ \t]*:[ \t]+[^\s#]")


def mend_colons(page: Page, index: int) -> Iterator[Splice]:
    """The colon of the key that the parser missed at a spot; all of them where no line has a right one.

    Nothing where the only suspect is an item's own text (`- 加强宣传：全覆盖`).
    """
    if not any(_PAIR.match(line.text) for line in page.lines) and (splices := list(_everywhere(page))):
        yield from splices
        return
    slips = [slip for slip in page.slips_down_from(page.row(index)) if slip.kind in _KINDS]
    known = [slip for slip in slips if _kinds_of(_key(page, slip))]
    others = [slip for slip in slips if "-" not in indent_of(page.line(slip.index))]
    yield from (_mended(page, slip) for slip in (known or others)[:1])


def _everywhere(page: Page) -> Iterator[Splice]:
    """Every key of the vocabulary, and the clerk's own below one that takes them (目标)."""
    own_below: int | None = None
    for line in lines_of_yaml(page):
        column = len(indent_of(line))
        if own_below is not None and column <= own_below:
            own_below = None
        slip = find_slip(line)
        key = _key(page, slip) if slip and slip.kind in _KINDS else line.text.strip().removesuffix(":")
        kinds = _kinds_of(key)
        if slip and slip.kind in _KINDS and (kinds or own_below is not None):
            yield _mended(page, slip)
        if own_below is None and any(_takes_own_keys(kind, key) for kind in kinds):
            own_below = column


def _key(page: Page, slip: Culprit) -> str:
    line = page.line(slip.index)
    return page.text[line.start + len(indent_of(line)) : slip.index].strip()


def _kinds_of(key: str) -> list[str]:
    return [kind for kind in VOCABULARY if english_key(kind, key)]


def _takes_own_keys(kind: str, key: str) -> bool:
    how, _ = children(kind).get(english_key(kind, key) or "", (None, None))
    return how is Child.BY_NAME


def _mended(page: Page, slip: Culprit) -> Splice:
    found = re.compile(f"[：:][{WIDE_SPACES}]*").match(page.text, slip.index)
    end = found.end() if found else slip.index + 1
    return Splice(slip.index, end, ":" if page.text[end : end + 1] in ("", " ", "\t", "\r", "\n") else ": ")
