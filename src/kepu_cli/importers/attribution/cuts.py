"""Where the attribution stands in a paragraph; what is ordinary prose is left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.attribution.assembling import Assembly, Mention, assemble
from kepu_cli.importers.attribution.bodies import is_body, is_specific
from kepu_cli.importers.attribution.clauses import Sort
from kepu_cli.importers.attribution.doubts import BEFORE_COMMA
from kepu_cli.importers.attribution.dues import sets_limit
from kepu_cli.importers.attribution.role_words import LABEL
from kepu_cli.importers.attribution.tokens import bracket_pairs
from kepu_cli.importers.attribution.trimming import inside, past_bullets
from kepu_cli.model import Role

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.folding import Folded


class Found(NamedTuple):
    """Where an attribution stands in the plain text, and what it holds."""

    begin: int
    end: int
    read: Assembly


def find(source: Folded) -> Found | None:
    """The attribution in a paragraph of which every word is understood; None where there is none."""
    return _whole(source) or _in_brackets(source) or _in_sentences(source)


def is_pure(read: Assembly) -> bool:
    """Whether every word was understood; names of an odd kind need a label before them."""
    if any(not _tells_duty(read, begin, end) for begin, end in read.unread):
        return False
    return all(one.sort is not Sort.STRANGE or one.is_labelled for one in read.mentions)


def specific(read: Assembly) -> list[Mention]:
    """The names that are those of one body beyond doubt."""
    plain = read.source.plain
    return [one for one in read.mentions if one.sort is Sort.NAME and is_specific(plain[one.start : one.end])]


def _whole(source: Folded) -> Found | None:
    """The paragraph is an attribution and nothing else."""
    plain = source.plain
    if len(plain) > _LONGEST_WHOLE:
        return None
    begin, end = _trimmed(plain, 0, len(plain))
    begin = past_bullets(plain, begin, end)
    read = assemble(source, *inside(plain), is_spoilt=_is_spoilt)
    if not is_pure(read) or not (plain[begin : begin + 1] == "(" or _stands_alone(read)):
        return None
    if _has_measure(plain, begin, end, read):
        return None
    by_duty = bool(read.mentions) and "职责分工" in plain
    if read.has_label or (read.has_verb and (by_duty or bool(specific(read)))):
        return Found(begin, end, read) if _has_content(read) else None
    bracketed = plain[begin : begin + 1] == "("
    return Found(begin, end, read) if _is_list(read, at_least=1 if bracketed else 2, groups=bracketed) else None


def _has_measure(plain: str, begin: int, end: int, read: Assembly) -> bool:
    """Whether what looks like a name is the measure in front of its attribution: 建设县科技馆。（牵头单位：县科协）."""
    label = LABEL.search(plain, begin, end)
    if label is None or plain[begin : begin + 1] == "(":
        return False
    before = plain[begin : label.start()].rstrip(_BLANK)
    return before[-1:] in ("(", "。") and any(one.end <= label.start() and not one.is_told for one in read.mentions)


def _is_spoilt(read: Assembly) -> bool:
    """Whether the last words that were not understood make prose of the stretch."""
    return bool(read.unread) and not _tells_duty(read, *read.unread[-1])


def _in_brackets(source: Folded) -> Found | None:
    """The last bracket that holds an attribution, with those right before it that do too: (县科协牵头)(6月底前完成)."""
    found: list[tuple[int, int]] = []
    for begin, end in reversed(bracket_pairs(source.plain, 0, len(source.plain))):
        if found and (source.plain[end : found[-1][0]].strip() or len(found) == _MOST_BRACKETS):
            break
        if _bracket(source, begin, end, needs_place=not found):
            found.append((begin, end))
        elif found:
            break
    if not found:
        return None
    read = Assembly(source)
    for begin, end in reversed(found):
        read.read_cell(*inside(source.plain, begin, end), None)
    return Found(found[-1][0], found[0][1], read)


def _bracket(source: Folded, begin: int, end: int, *, needs_place: bool) -> Assembly | None:
    plain = source.plain
    if end - begin > _LONGEST_CLAUSE or (needs_place and not _ends_measure(plain, begin, end)):
        return None
    read = assemble(source, *inside(plain, begin, end), is_spoilt=_is_spoilt)
    if not is_pure(read) or not _has_content(read):
        return None
    if read.has_label or (read.has_verb and read.mentions):
        return read
    if not read.mentions:
        return read if read.dues and all(sets_limit(plain[one:other]) for one, other in read.dues) else None
    is_plate = len(read.mentions) == 1 and _ends_with_body(plain, begin)
    return read if not is_plate and _is_list(read, at_least=1, groups=True) else None


def _ends_measure(plain: str, begin: int, end: int) -> bool:
    """Whether a bracket stands where a measure ends: before 。 or the paragraph's end, or behind 。 itself."""
    behind = plain[end : end + _NEAR].lstrip(" ")
    if not behind or behind[0] in "。;!\n(":
        return True
    return bool(begin) and plain[max(0, begin - _NEAR) : begin].rstrip(" ")[-1:] in ("。", ";", "!")


def _ends_with_body(plain: str, begin: int) -> bool:
    """Whether a bracket is the second plate of the name before it: 市科学技术协会(市科协)."""
    before = plain[max(0, begin - 12) : begin]
    return any(is_specific(before[at:]) or is_body(before[at:]) for at in range(len(before) - 2))


def _in_sentences(source: Folded) -> Found | None:
    """Sentences, or the end of one, that say who does what: the last such run of the paragraph."""
    spans = [found.span() for found in _SENTENCE.finditer(source.plain)]
    for at in range(len(spans) - 1, -1, -1):
        if found := _sentence(source, *spans[at]):
            return _with_sentences_before(source, spans[:at], found)
    return None


def _with_sentences_before(source: Folded, spans: list[tuple[int, int]], found: Found) -> Found:
    """The run of attributions that ends with the one found: 牵头单位：甲。责任单位：乙。"""
    for span in reversed(spans):
        if source.plain[span[1] : found.begin].strip():
            break
        before = _sentence(source, *span)
        if before is None:
            break
        joined = Found(before.begin, found.end, assemble(source, before.begin, found.end))
        if before.end != span[1] - _blanks_at_end(source.plain, span) or not is_pure(joined.read):
            break
        found = joined
    return found


def _blanks_at_end(plain: str, span: tuple[int, int]) -> int:
    piece = plain[slice(*span)]
    return len(piece) - len(piece.rstrip(_BLANK))


def _sentence(source: Folded, start: int, end: int) -> Found | None:
    begin, end = _trimmed(source.plain, start, end)
    for at in _starts(source.plain, begin, end):
        if not _may_be_told(source.plain, at, end):
            continue
        read = assemble(source, at, end, is_spoilt=_is_spoilt)
        if is_pure(read) and _has_content(read) and _stands_alone(read) and _is_told(source.plain, at, read):
            return Found(at, end, read)
    return None


def _starts(plain: str, begin: int, end: int) -> list[int]:
    """Where in a sentence an attribution could begin: at its first label, at 由, at the beginning of a late clause."""
    starts = {begin} if end - begin <= _LONGEST_WHOLE else set()
    label = LABEL.search(plain, begin, end)
    if label and not plain[label.start() - 1 : label.start()].isalnum():
        starts.add(label.start())
    late = max(begin, end - _LONGEST_CLAUSE)
    starts.update([found.start() for found in _BY.finditer(plain, late, end)][:_TRIES])
    starts.update([found.end() for found in _COMMA.finditer(plain, late, end)][-_TRIES:])
    return sorted(starts)


def _may_be_told(plain: str, at: int, end: int) -> bool:
    """Whether any word is there that `_is_told` asks for: most sentences have none and need not be read."""
    return plain.startswith("由", at) or bool(_TELLING.search(plain, at, end) or LABEL.search(plain, at, end))


def _is_told(plain: str, at: int, read: Assembly) -> bool:
    """Whether running words can be taken for an attribution: a label, or one body that leads or has the duty."""
    if read.has_label:
        return True
    if not read.has_verb or not bool(specific(read)):
        return False
    if any(mention.sort is Sort.STRANGE for mention in read.mentions):
        return False
    return plain.startswith("由", at) or any(one.role is Role.LEAD for one in read.mentions) or "职责" in plain[at:]


def _tells_duty(read: Assembly, begin: int, end: int) -> bool:
    """Whether the words go on about what the body before them does: 由甲牵头，负责协调推动落实."""
    plain = read.source.plain
    return (
        read.has_verb
        and end - begin <= _LONGEST_DUTY
        and bool(_DUTY.match(plain, begin, end))
        and plain[begin - 1] == ","
    )


def _has_content(read: Assembly) -> bool:
    return bool(read.mentions or read.persons or read.dues)


def _stands_alone(read: Assembly) -> bool:
    """Whether a body without bracket or label around it is one beyond doubt: 建设科普场馆 ends like a name too."""
    sure = specific(read)
    return all(
        one.sort is not Sort.NAME or one.is_labelled or one in sure or (one.is_told and one.doubt is not BEFORE_COMMA)
        for one in read.mentions
    )


def _is_list(read: Assembly, *, at_least: int, groups: bool) -> bool:
    """Whether a list without labels and verbs can be one of bodies: each is one, at least so many beyond doubt."""
    if read.persons or any(one.sort is Sort.STRANGE for one in read.mentions):
        return False
    only_groups = groups and bool(read.mentions) and all(one.sort is Sort.GROUP for one in read.mentions)
    return len(specific(read)) >= at_least or only_groups


def _trimmed(plain: str, begin: int, end: int) -> tuple[int, int]:
    piece = plain[begin:end]
    return begin + len(piece) - len(piece.lstrip(_BLANK)), begin + len(piece.rstrip(_BLANK))


_LONGEST_WHOLE = 3000
_LONGEST_CLAUSE = 800
_LONGEST_DUTY = 40
_DUTY = re.compile(r"(?:具体|全面)?(?:负责|统筹|协调|组织|承担|做好|抓好|推动|推进|指导)")
_TELLING = re.compile(
    r"牵头|主[办抓责]|抓总|总责|为主|汇总|职责|会[同商]|协同|联合|商(?=[省市县区州])|(?<=[局委部办厅处科院校心协联站队馆室])会"
)
_NEAR = 20
_MOST_BRACKETS = 4
_TRIES = 8
_BLANK = " \t\n"
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]*|[。!?]+")
_BY = re.compile(r"由")
_COMMA = re.compile(r"[,;]\s*")
