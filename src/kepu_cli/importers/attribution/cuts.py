"""Where the attribution stands in a paragraph; what is ordinary prose is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.assembling import assemble
from kepu_cli.importers.attribution.brackets import last_brackets
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
from kepu_cli.importers.attribution.sentences import BLANK, Found, last_sentences, trimmed
from kepu_cli.importers.attribution.trimming import inside, past_bullets

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.assembly import Assembly
    from kepu_cli.importers.attribution.folding import Folded


def find(source: Folded) -> Found | None:
    """The attribution in a paragraph of which every word is understood; None where there is none."""
    if whole := _whole(source):
        return whole
    if in_brackets := last_brackets(source):
        return Found(*in_brackets)
    return last_sentences(source)


def _whole(source: Folded) -> Found | None:
    """The paragraph is an attribution and nothing else."""
    plain = source.plain
    if len(plain) > _LONGEST:
        return None
    begin, end = trimmed(plain, 0, len(plain))
    begin = past_bullets(plain, begin, end)
    start, stop = inside(plain)
    bracketed = plain[begin : begin + 1] == "("
    is_framed = bracketed or LABEL.match(plain, start, stop) is not None
    read = assemble(source, start, stop, is_spoilt=is_spoilt_within if is_framed else is_spoilt)
    if not is_pure(read, is_framed=is_framed) or not (bracketed or stands_alone(read)):
        return None
    if _has_measure(plain, begin, end, read) or not has_content(read):
        return None
    by_duty = bool(read.mentions) and "职责分工" in plain
    if read.has_label or (read.has_verb and (by_duty or bool(specific(read)))):
        return Found(begin, end, read)
    at_least = 1 if bracketed or any(char in MARK for char in plain[begin:end]) else 2
    return Found(begin, end, read) if is_list(read, at_least=at_least, groups=bracketed) else None


def _has_measure(plain: str, begin: int, end: int, read: Assembly) -> bool:
    """Whether what looks like a name is the measure in front of its attribution: 建设县科技馆。（牵头单位：县科协）."""
    label = LABEL.search(plain, begin, end)
    if label is None or plain[begin : begin + 1] == "(":
        return False
    before = plain[begin : label.start()].rstrip(BLANK)
    first = (one for one in read.mentions if one.end <= label.start())
    return before[-1:] in ("(", "。") and any(one.is_labelled or not one.is_told for one in first)


_LONGEST = 3000
