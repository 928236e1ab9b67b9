"""Texts whose lines are not those of the document: cut into numbered pages, or run together into one paragraph."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.structure.line import ends_sentence
from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Place


class Raw(NamedTuple):
    """A paragraph or a part of one, before it is a line."""

    text: str
    place: Place
    level: int | None = None


class Joined(NamedTuple):
    """The texts, and the page numbers that stood before their parts."""

    texts: list[Raw]
    numbers: list[Raw]


def without_pages(texts: Sequence[Raw]) -> Joined:
    """Pages 1、 2、… that break off in the middle of a sentence, joined into one text and cut at its own numbers.

    Each part keeps the place of the page that it begins on.
    """
    joined: list[Raw] = []
    numbers: list[Raw] = []
    at = 0
    while at < len(texts):
        pages = _pages(texts, at)
        if pages:
            numbers += [Raw(page.text[: _number(page)], page.place) for page in pages]
            joined += _unrolled([Raw(page.text[_number(page) :], page.place) for page in pages])
            at += len(pages)
        else:
            joined += _unrolled([texts[at]]) if len(texts[at].text) > _LONG else [texts[at]]
            at += 1
    return Joined(joined, numbers)


_LONG = 200
_MEAN = 120
_FEWEST = 3


def _pages(texts: Sequence[Raw], start: int) -> list[Raw]:
    """The pages that begin here; none unless nearly all of them break off."""
    run: list[Raw] = []
    for at in range(start, len(texts)):
        text = texts[at]
        marker = read_marker(text.text)
        if marker is None or marker.form != "1." or marker.value != len(run) + 1:
            break
        run.append(text)
    broken = sum(not ends_sentence(text.text) for text in run[:-1])
    long = sum(len(text.text) for text in run) >= _MEAN * len(run)
    return run if len(run) >= _FEWEST and long and broken * 10 >= 7 * (len(run) - 1) else []


def _number(page: Raw) -> int:
    marker = read_marker(page.text)
    return marker.length if marker else 0


def _unrolled(parts: Sequence[Raw]) -> Iterator[Raw]:
    """One text, given in parts, cut where its sections begin."""
    text = "".join(part.text for part in parts)
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part.text))
    cuts = [0, *_section_starts(text), len(text)]
    if len(cuts) < 4:  # a single number inside is a reference rather than a section
        yield from [Raw(text, parts[0].place, parts[0].level)]
        return
    for start, end in pairwise(cuts):
        place = parts[bisect_right(starts, start) - 1].place
        for piece in _heading_apart(text[start:end]):
            yield Raw(piece, place)


# 一、 and （一） behind a blank or the end of a sentence.
_CANDIDATE = pattern(r"(?<=[\s。；;：:！!])(?=[第(（一二三四五六七八九十]{1,2})(?![一二三四五六七八九十]{1,2}[是要])")
_SECTIONS = frozenset(("第一章", "第一条", "一、", "（一）"))
_HEADING = pattern(r"(\s*[^\s。，,；;：:！!？?]{2,30})(?=\s+\S)")
_FULL_HEADING = pattern(r"方案|计划|要点|意见|通知|办法|措施|总结|报告")


def _section_starts(text: str) -> Iterator[int]:
    """Where numbers stand that begin a count or go on with it."""
    last: dict[str, int] = {}
    for found in _CANDIDATE.finditer(text):
        marker = read_marker(text[found.start() : found.start() + 24])
        if marker is None or marker.form not in _SECTIONS or text[found.start()].isspace():
            continue
        if marker.value in (1, last.get(marker.form, 0) + 1):
            last[marker.form] = marker.value
            yield found.start()


def _heading_apart(text: str) -> Iterator[str]:
    """A heading that only a blank parts from its text: 一、指导思想 坚持以……"""
    marker = read_marker(text)
    start = marker.length if marker else 0
    found = _HEADING.match(text, start)
    if found and len(text) - found.end() > _ENOUGH and (marker or _FULL_HEADING.search(found[0])):
        yield text[: found.end()]
        yield text[found.end() :]
    else:
        yield text


_ENOUGH = 20
