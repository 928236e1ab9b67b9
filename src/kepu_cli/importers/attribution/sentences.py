"""Attributions in running words: sentences that say who does what, or the ends of some."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.attribution.assembling import assemble
from kepu_cli.importers.attribution.clauses import Sort
from kepu_cli.importers.attribution.judging import (
    has_content,
    is_list,
    is_pure,
    is_spoilt,
    is_spoilt_within,
    specific,
    stands_alone,
)
from kepu_cli.importers.attribution.role_words import LABEL, MARK
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.assembly import Assembly
    from kepu_cli.importers.attribution.folding import Folded


class Found(NamedTuple):
    """Where an attribution stands in the plain text, and what it holds."""

    begin: int
    end: int
    read: Assembly


def last_sentences(source: Folded) -> Found | None:
    """Sentences, or the end of one, that say who does what: the last such run of the paragraph."""
    spans = [found.span() for found in _SENTENCE.finditer(source.plain)]
    for at in range(len(spans) - 1, -1, -1):
        if found := _sentence(source, *spans[at], is_last=at == len(spans) - 1):
            return _with_sentences_before(source, spans[:at], found)
    return None


def trimmed(plain: str, begin: int, end: int) -> tuple[int, int]:
    piece = plain[begin:end]
    return begin + len(piece) - len(piece.lstrip(BLANK)), begin + len(piece.rstrip(BLANK))


def _with_sentences_before(source: Folded, spans: list[tuple[int, int]], found: Found) -> Found:
    """The run of attributions that ends with the one found: 牵头单位：甲。责任单位：乙。"""
    for span in reversed(spans):
        if source.plain[span[1] : found.begin].strip():
            break
        before = _sentence(source, *span, is_last=False)
        if before is None:
            break
        joined = Found(before.begin, found.end, assemble(source, before.begin, found.end))
        if before.end != span[1] - _blanks_at_end(source.plain, span) or not is_pure(joined.read):
            break
        found = joined
    return found


def _blanks_at_end(plain: str, span: tuple[int, int]) -> int:
    piece = plain[slice(*span)]
    return len(piece) - len(piece.rstrip(BLANK))


def _sentence(source: Folded, start: int, end: int, *, is_last: bool) -> Found | None:
    begin, end = trimmed(source.plain, start, end)
    for at in _starts(source.plain, begin, end):
        if not _may_be_told(source.plain, at, end):
            continue
        labelled = LABEL.match(source.plain, at, end) is not None
        read = assemble(source, at, end, is_spoilt=is_spoilt_within if labelled else is_spoilt)
        is_sound = is_pure(read, is_framed=labelled) and has_content(read) and stands_alone(read)
        if is_sound and _is_told(source.plain, at, end, read):
            return Found(at, end, read)
    return _bare_list(source, begin, end) if is_last and start else None


def _starts(plain: str, begin: int, end: int) -> list[int]:
    """Where in a sentence an attribution could begin: at its first label, at 由, at the beginning of a late clause."""
    starts = {begin} if end - begin <= _LONGEST else set()
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


def _is_told(plain: str, at: int, end: int, read: Assembly) -> bool:
    """Whether running words can be taken for an attribution: a label, or one body that leads or has the duty."""
    if read.has_label:
        return True
    if not read.has_verb or not bool(specific(read)):
        return False
    if any(mention.sort is Sort.STRANGE for mention in read.mentions):
        return False
    if plain.startswith("由", at) or any(one.role is Role.LEAD for one in read.mentions):
        return True
    return "职责" in plain[at:end] or bool(_DUTY_AT_END.search(plain, at, end))


def _bare_list(source: Folded, begin: int, end: int) -> Found | None:
    """The last sentence where it is nothing but names, two beyond doubt, or one with a star."""
    plain = source.plain
    if not begin < end <= begin + _LONGEST_CLAUSE or _NO_LIST.search(plain, begin, end):
        return None
    read = assemble(source, begin, end, is_spoilt=is_spoilt)
    if not is_pure(read) or not stands_alone(read):
        return None
    at_least = 1 if any(char in MARK for char in plain[begin:end]) else 2
    return Found(begin, end, read) if is_list(read, at_least=at_least, groups=False) else None


BLANK = " \t\n"
_LONGEST = 3000
_LONGEST_CLAUSE = 800
_TELLING = pattern(
    r"牵头|主[办抓责]|抓总|总责|为主|汇总|职责|会[同商]|协同|联合|商(?=[省市县区州])|(?<=[局委部办厅处科院校心协联站队馆室])会"
    r"|(?:负责|落实)[。;\s]*$"
)
_DUTY_AT_END = pattern(r"(?:负责|负责落实|抓好落实)[。;\s]*$")
_NO_LIST = pattern(r"[的了是:]|不|年")
_TRIES = 8
_SENTENCE = pattern(r"[^。!?\n]+[。!?]*|[。!?]+")
_BY = pattern(r"由")
_COMMA = pattern(r"[,;]\s*")
