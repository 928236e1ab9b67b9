"""Attributions in brackets behind a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.assembling import Assembler, assemble
from kepu_cli.importers.attribution.bodies import core_of, is_body, is_organ, is_specific
from kepu_cli.importers.attribution.dues import sets_limit
from kepu_cli.importers.attribution.judging import has_content, is_list, is_pure, is_spoilt_within
from kepu_cli.importers.attribution.tokens import bracket_pairs
from kepu_cli.importers.attribution.trimming import inside

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.assembly import Assembly
    from kepu_cli.importers.attribution.folding import Folded


def last_brackets(source: Folded) -> tuple[int, int, Assembly] | None:
    """The last bracket that holds an attribution, with its neighbours that do too: (县科协牵头)(6月底前完成)."""
    found: list[tuple[int, int]] = []
    first: Assembly | None = None
    due: tuple[int, int] | None = None  # （9月） is one only where an attribution stands before it
    for begin, end in reversed(bracket_pairs(source.plain, 0, len(source.plain))):
        if found and (source.plain[end : found[-1][0]].strip() or len(found) == _MOST):
            break
        read = _attribution(source, begin, end, needs_place=not found)
        if read:
            first = first or read
            if not found and due and not source.plain[end : due[0]].strip():
                found.append(due)
            found.append((begin, end))
        elif found:
            break
        else:
            due = (begin, end) if _is_due(assemble(source, *inside(source.plain, begin, end))) else None
    if not found or first is None:
        return None
    return (*found[0], first) if len(found) == 1 else _together(source, found)


def _together(source: Folded, found: list[tuple[int, int]]) -> tuple[int, int, Assembly]:
    assembler = Assembler(source)
    for begin, end in reversed(found):
        assembler.read(*inside(source.plain, begin, end))
    return found[-1][0], found[0][1], assembler.assembly()


def _attribution(source: Folded, begin: int, end: int, *, needs_place: bool) -> Assembly | None:
    plain = source.plain
    if end - begin > _LONGEST:
        return None
    at_end = not needs_place or _ends_measure(plain, begin, end)
    read = assemble(source, *inside(plain, begin, end), is_spoilt=is_spoilt_within)
    if not is_pure(read, is_framed=at_end or read.has_label) or not has_content(read):
        return None
    return read if _stands_well(read, begin, end, at_end=at_end) else None


def _stands_well(read: Assembly, begin: int, end: int, *, at_end: bool) -> bool:
    """Whether a bracket in which every word is understood is about the measure before it."""
    plain = read.source.plain
    if read.mentions and (read.has_label or (read.has_verb and (at_end or not read.unread))):
        return True
    if not at_end:
        return False
    if read.has_label or not read.mentions:
        return read.has_label or (_is_due(read) and all(sets_limit(plain[one:other]) for one, other in read.dues))
    return is_list(read, at_least=1, groups=True) and not (len(read.mentions) == 1 and _is_plate(plain, begin, end))


def _is_due(read: Assembly) -> bool:
    return bool(read.dues) and not (read.mentions or read.persons or read.unread)


def _ends_measure(plain: str, begin: int, end: int) -> bool:
    """Whether a bracket stands where a measure ends: before 。 or the paragraph's end, or behind 。 itself."""
    behind = plain[end : end + _NEAR].lstrip(" ")
    if not behind or behind[0] in "。;!\n(":
        return True
    return bool(begin) and plain[max(0, begin - _NEAR) : begin].rstrip(" ")[-1:] in ("。", ";", "!")


def _is_plate(plain: str, begin: int, end: int) -> bool:
    """Whether a bracket is another name of the body before it: 市科学技术协会(市科协), 县科技馆(县青少年活动中心).

    （县农业农村局） behind 送科技下乡 or 改造县科技馆 is who does it.
    """
    inner = plain[slice(*inside(plain, begin, end))]
    before = plain[max(0, begin - _LONGEST_NAME) : begin]
    names = [before[at:] for at in range(len(before) - 2) if is_body(before[at:])]
    if not names:
        return False
    if not is_organ(inner) or _abbreviates(core_of(inner), names[0]):
        return True
    return any(is_organ(name) and is_specific(name) for name in names)


def _abbreviates(short: str, name: str) -> bool:
    """科协 is made of characters of 市科学技术协会, in their order."""
    rest = iter(name)
    return all(char in rest for char in short)


_LONGEST = 800
_LONGEST_NAME = 12
_NEAR = 20
_MOST = 4
