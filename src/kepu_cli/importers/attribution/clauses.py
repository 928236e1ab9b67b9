"""One clause → what it holds, in order: names, verbs of role, 会同, dates, persons, and other words."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.attribution.bodies import body_before_prose, is_body, is_known, is_place, is_prose, is_specific
from kepu_cli.importers.attribution.dues import is_due
from kepu_cli.importers.attribution.group_words import is_group
from kepu_cli.importers.attribution.persons import persons_in
from kepu_cli.importers.attribution.role_words import (
    FIRST_LEADS,
    LEAD_IN,
    MARK,
    OPEN_END,
    OPEN_INSIDE,
    ROLE_IN_BRACKETS,
    ROLE_INSIDE,
    role_of,
)
from kepu_cli.importers.attribution.verbs import by_inside, guides, joint_inside, verb_inside
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sort(StrEnum):
    NAME = "name"
    GROUP = "group"
    STRANGE = "strange"  # could be a name, ends like none
    PERSON = "person"
    ROLE = "role"
    BEGIN = "begin"  # 由
    JOINT = "joint"  # 会同
    OPEN = "open"  # 等
    DUE = "due"
    NOTHING = "nothing"  # 无, /
    PROSE = "prose"


class Atom(NamedTuple):
    """A part of a clause; `role` of a verb, or of a name that carries its own (★, （牵头）)."""

    sort: Sort
    start: int
    end: int
    role: Role | None = None
    guides: bool = False


def read_clause(plain: str, start: int, end: int) -> Iterator[Atom]:
    """The parts of the clause, from left to right; blanks between them are in none."""
    while start < end and plain[start] in _BLANK:
        start += 1
    while end > start and plain[end - 1] in _BLANK:
        end -= 1
    if start == end:
        return
    if number := _NUMBERED.match(plain, start, end):
        start = number.end()
    if end - start > _LONGEST:
        yield Atom(Sort.PROSE, start, end)
        return
    yield from _read(plain, start, end)


def _read(plain: str, start: int, end: int) -> Iterator[Atom]:
    text = plain[start:end]
    if _is_nothing(text):
        yield Atom(Sort.NOTHING, start, end)
    elif FIRST_LEADS.search(text):
        yield Atom(Sort.PROSE, start, end)
    elif lead_in := LEAD_IN.match(text):
        yield Atom(Sort.BEGIN, start, start + lead_in.end())
        yield from read_clause(plain, start + lead_in.end(), end)
    elif is_group(text):
        yield Atom(Sort.GROUP, start, end)
    elif is_due(text):
        yield Atom(Sort.DUE, start, end)
    elif is_known(text) and not _HELPS.match(text):
        yield from _glued(start, text)
    elif by := by_inside(text):
        yield Atom(Sort.PROSE, start, start + by)
        yield from read_clause(plain, start + by, end)
    elif joint := joint_inside(text):
        yield from read_clause(plain, start, start + joint.start())
        yield Atom(Sort.JOINT, start + joint.start(), start + joint.end())
        yield from read_clause(plain, start + joint.end(), end)
    elif (verb := verb_inside(text)) is not None:
        yield from _with_verb(plain, start, end, verb)
    else:
        yield from _names(plain, start, end)


def _is_nothing(text: str) -> bool:
    return text in _NOTHING or (text.isdecimal() and len(text) < 3) or bool(_SAID_OF_LIST.fullmatch(text))


def _with_verb(plain: str, start: int, end: int, verb: re.Match[str]) -> Iterator[Atom]:
    """Names, their verb, and what comes behind; running words before a verb swallow it: 通过在学校中开展."""
    before = [*read_clause(plain, start, start + verb.start())]
    if before and before[-1].sort is Sort.PROSE and _MODALS.fullmatch(plain, before[-1].start, before[-1].end):
        before.pop()  # 县教育局要积极配合
    if before and before[-1].sort is Sort.PROSE and verb.end() == end - start:
        yield from before[:-1]
        yield before[-1]._replace(end=end)
        return
    yield from before
    yield Atom(Sort.ROLE, start + verb.start(), start + verb.end(), role_of(verb), guides(verb))
    yield from read_clause(plain, start + verb.end(), end)


def _names(plain: str, start: int, end: int) -> Iterator[Atom]:
    """A clause without verbs: one name, several joined by 及, a list left open, or running words."""
    text = plain[start:end]
    if inside := OPEN_INSIDE.search(text):
        yield from read_clause(plain, start, start + inside.start())
        yield Atom(Sort.OPEN, start + inside.start(), start + inside.end())
        yield from read_clause(plain, start + inside.end(), end)
    elif (opened := OPEN_END.search(text)) and not _ends_with_rank(text):
        yield from read_clause(plain, start, start + opened.start())
        yield Atom(Sort.OPEN, start + opened.start(), end)
    elif conjunction := _conjunction(text):
        yield from read_clause(plain, start, start + conjunction.start())
        yield from read_clause(plain, start + conjunction.end(), end)
    else:
        yield from _one(plain, start, end)


def _ends_with_rank(text: str) -> bool:
    return text.endswith(("高等", "中等", "初等", "平等"))


def _conjunction(text: str) -> re.Match[str] | None:
    """及 between two names, 和 only where both sides are whole names by themselves: 政务和数据局 is one."""
    for found in _AND.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if not (is_group(left) or is_body(left) or is_place(left)):
            continue
        if is_group(right) or is_specific(right) or (found[0] in ("及", "以及") and is_body(right)):
            return found
    return None


def _one(plain: str, start: int, end: int) -> Iterator[Atom]:
    text = plain[start:end]
    if (colon := text.find(":")) >= 0:
        if is_body(text[:colon]):  # 县统计局：3月底前
            yield from _glued(start, text[:colon])
        else:
            yield Atom(Sort.PROSE, start, start + colon + 1)
        yield from read_clause(plain, start + colon + 1, end)
        return
    start, end, role = _without_role(plain, start, end)
    text = plain[start:end]
    if not text.strip():
        return
    people = () if role else persons_in(text)
    if people:
        yield from (Atom(Sort.PERSON, start + begin, start + stop) for begin, stop in people)
    elif is_group(text):
        yield Atom(Sort.GROUP, start, end, role)
    elif is_body(text) or is_place(text):
        yield from (atom._replace(role=role) for atom in _glued(start, text))
    elif name := body_before_prose(text):
        yield Atom(Sort.NAME, start, start + len(name), role)
        yield from _behind_name(plain, start + len(name), end)
    else:
        could_be = _COULD_BE.fullmatch(text) and not is_prose(text)
        yield Atom(Sort.STRANGE if could_be else Sort.PROSE, start, end, role)


def _without_role(plain: str, start: int, end: int) -> tuple[int, int, Role | None]:
    """What is left of a name without its mark or its role in brackets: ★县科协, 县科协（牵头）."""
    role: Role | None = None
    text = plain[start:end]
    if text[0] in MARK or text[-1] in MARK:
        role = Role.LEAD
        start, end = start + (text[0] in MARK), end - (text[-1] in MARK and len(text) > 1)
    if inner := ROLE_IN_BRACKETS.search(plain[start:end]):
        role, end = role_of(inner), start + inner.start()
    return start, end, role


def _glued(start: int, text: str) -> Iterator[Atom]:
    """One name, or several whole ones without anything between them: 县教育局县科协."""
    at = 0
    for found in _LEVELS.finditer(text, 2):
        left, right = text[at : found.start()], text[found.start() :]
        if is_known(left) and is_specific(left) and is_known(right):
            yield Atom(Sort.NAME, start + at, start + found.start())
            at = found.start()
    yield Atom(Sort.NAME, start + at, start + len(text))


def _behind_name(plain: str, start: int, end: int) -> Iterator[Atom]:
    """牵头做好服务工作, behind a name: the verb counts, the rest is running words."""
    modal = _MODALS.match(plain, start, end)
    if verb := ROLE_INSIDE.match(plain, modal.end() if modal else start, end):
        yield Atom(Sort.ROLE, start, verb.end(), role_of(verb))
        start = verb.end()
    if start < end:
        yield Atom(Sort.PROSE, start, end)


_HELPS = pattern("会同|会商|联合县|联合市")
_BLANK = " \t\n"
_NUMBERED = pattern(r"(?:\d{1,2}[.)]|[①-⑳㈠-㈩]) *(?=[一-龥])")
_LONGEST = 160
_NOTHING = frozenset({"无", "暂无", "/", "—", "——", "-", "--", "\\", "无。", "同上", "╱"})
# 下同: about the list, and names nobody.
_SAID_OF_LIST = pattern(
    r"(?:以|下文)?下?(?:均|皆)?同|不再(?:一一|逐一|另行|重复)?(?:列出|列举|罗列|单列|重复)|排名不分先后|以下(?:均|各项|任务)[^、;]*"
    rf"|(?:注:?)?(?:[标带加打有]|前面)?[^、,;]{{0,4}}[{re.escape(MARK)}][^、,;]{{0,6}}(?:牵头|主办|为主)[^、,;]{{0,6}}"
)
_MODALS = pattern(r"(?:要|应当|应|须|需|负责|积极|主动|具体)+")
_LEVELS = pattern(r"[省市县区州旗]|团[省市县区州旗]委")
_AND = pattern(r"以及|及|和|与|暨")
_COULD_BE = pattern(r"(?![第共约])[A-Za-z一-龥·()“”\"]{2,16}")
