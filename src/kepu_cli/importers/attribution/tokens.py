"""A folded text cut into labels, clauses and what stands between them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.attribution.bodies import is_body
from kepu_cli.importers.attribution.dues import is_due
from kepu_cli.importers.attribution.group_words import is_group, protected_spans
from kepu_cli.importers.attribution.persons import persons_in
from kepu_cli.importers.attribution.role_words import (
    FIRST_LEADS,
    LABEL,
    OPEN_END,
    ROLE_AT_END,
    ROLE_IN_BRACKETS,
    Label,
    label_of,
)
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence


class Token(NamedTuple):
    """A stretch of the plain text: a label, a mark between clauses, or a clause (`label` and `mark` both empty)."""

    start: int
    end: int
    label: Label | None = None
    mark: str = ""
    first_leads: bool = False


def tokens(plain: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `plain[start:end]` in order, blanks at the edges of clauses left out."""
    at = start
    for label in _labels(plain, start, end):
        if _is_label(plain, label, end):
            yield from _clauses(plain, at, _before_number(plain, at, label.start()))
            first = bool(label["note"] and FIRST_LEADS.search(label["note"]))
            yield Token(label.start(), label.end(), label_of(label), first_leads=first)
            at = label.end()
    yield from _clauses(plain, at, end)


def _labels(plain: str, start: int, end: int) -> Sequence[re.Match[str]]:
    """The labels of the stretch; those of the whole text are sought once, for many stretches of it are read."""
    found = _all_labels(plain)
    if any(each.start() < edge < each.end() for each in found for edge in (start, end)):
        return [*LABEL.finditer(plain, start, end)]
    return [each for each in found if start <= each.start() and each.end() <= end]


@lru_cache(maxsize=4)
def _all_labels(plain: str) -> tuple[re.Match[str], ...]:
    return tuple(LABEL.finditer(plain))


def bracket_pairs(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, each from its ( to behind its ), in order; lone brackets are none."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(plain, start, end):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            begin = opened.pop()
            while pairs and pairs[-1][0] > begin:
                pairs.pop()
            pairs.append((begin, found.end()))
    return pairs


def _before_number(plain: str, start: int, end: int) -> int:
    """Where the number of a label begins: 2.责任单位：; `end` where it has none."""
    found = _NUMBER.search(plain, max(start, end - 6), end)
    return found.start() if found else end


def _is_label(plain: str, found: re.Match[str], end: int) -> bool:
    """Without its colon (责任单位为, 责任单位 in a row) a word is a label only where a name follows."""
    if found[0].rstrip().endswith((":", ")")) or "\t" in found[0]:
        return True
    stop = _MARK.search(plain, found.end(), end)
    name = plain[found.end() : min(stop.start() if stop else end, found.end() + _LONGEST)]
    return is_group(name) or is_body(ROLE_AT_END.sub("", OPEN_END.sub("", name)))


def _clauses(plain: str, start: int, end: int) -> Iterator[Token]:
    whole = _whole_spans(plain, start, end)
    starts = [begin for begin, _ in whole]
    at = start
    for mark in _MARK.finditer(plain, start, end):
        position = bisect_right(starts, mark.start()) - 1
        if position >= 0 and mark.start() < whole[position][1]:
            continue
        yield from _clause(plain, at, mark.start())
        yield Token(mark.start(), mark.end(), mark=mark[0])
        at = mark.end()
    yield from _clause(plain, at, end)


def _clause(plain: str, start: int, end: int) -> list[Token]:
    piece = plain[start:end]
    stripped = piece.strip()
    begin = start + len(piece) - len(piece.lstrip())
    return [Token(begin, begin + len(stripped))] if stripped else []


def _whole_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """What no mark parts, in order and apart from one another: group words, and brackets that belong to a name."""
    piece = plain[start:end]
    groups = [(start + begin, start + stop) for begin, stop in protected_spans(piece)] if "各" in piece else []
    pairs = [pair for pair in bracket_pairs(plain, start, end) if _belongs_to_name(plain, start, *pair)]
    whole: list[tuple[int, int]] = []
    for begin, stop in sorted(groups + pairs):
        if whole and begin < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(stop, whole[-1][1]))
        else:
            whole.append((begin, stop))
    return whole


def _belongs_to_name(plain: str, start: int, begin: int, stop: int) -> bool:
    """市交通委(市道运局) is a name; (县科协牵头,县教育局配合) in its brackets a clause of its own."""
    inner = plain[begin + 1 : stop - 1]
    if ROLE_IN_BRACKETS.match(plain, begin, stop):
        return True
    if begin == start or plain[begin - 1] in _OPENING or len(inner) > _LONGEST or _ROLES.search(inner):
        return False
    if _VERB_BEFORE.search(plain, max(start, begin - 2), begin) or is_due(inner):
        return False
    return not persons_in(inner) or _ends_with_person(plain, start, begin)


def _ends_with_person(plain: str, start: int, end: int) -> bool:
    """李某(县科协主席): a person with the title in brackets."""
    return any(
        end - length >= start and (end - length == start or plain[end - length - 1] in _OPENING)
        for length in (2, 3)
        if persons_in(plain[end - length : end])
    )


_NUMBER = pattern(r"(?<![^\s,;。、])(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九]、) *$")
_BRACKET = pattern(r"[()]")
_OPENING = " 、,;。:\n\t(!?/"
_LONGEST = 40
_VERB_BEFORE = pattern(r"(?:牵头|配合|参加|参与|负责|落实)$")
_ROLES = pattern(r"牵头|配合|参加|参与|负责|责任单位|会同|完成|:")
# Besides marks: the / between names, a blank between two of two and more characters each, before a number or a date.
_MARK = pattern(
    r"[、,;。!?\n\t][、,;。!?\n\t ]*|[()①-⑳]|(?<=[一-龥)])/(?=[一-龥])|(?<=[一-龥])·(?=\d)"
    r"|[|]|(?<=[局委部办会协联厅院处室心])[.](?=[一-龥])"
    r"|(?<=[一-龥]{2}) +(?=[一-龥]{2})|(?<=[一-龥]) +(?=\d{1,2}[.、)] ?[一-龥])|(?<=[,.;、\d]) +(?=[一-龥])"
    r"|(?<=[一-龥]) +(?=\d{1,4}[年月])|(?<=[年月日底前]) +(?=[一-龥]{2})"
)
