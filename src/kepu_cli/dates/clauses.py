"""The clauses of a due text: each a point, a range, something recurring or something without end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kepu_cli.dates.forms import plain_form
from kepu_cli.dates.named_times import spelled_out
from kepu_cli.dates.ongoing import is_all_year, is_ongoing
from kepu_cli.dates.points import Point, read_point
from kepu_cli.dates.unread import Unread, Why
from kepu_cli.patterns import pattern


class Clause(NamedTuple):
    """From `start` to `end`, both None for 长期; `by`: only a limit was named; `opened`: from `start` onwards.

    `unread`: what follows the date leaves open which day is meant, such as another date with nothing in between.
    """

    start: Point | None = None
    end: Point | None = None
    recurring: bool = False
    by: bool = False
    opened: bool = False
    all_year: bool = False
    unread: Unread | None = None

    @property
    def year(self) -> int | None:
        """The latest year that the clause itself names."""
        return next((point.year for point in (self.end, self.start) if point and point.year), None)


# Marks, 和 between two dates, and the place before a second limit in running words: 完成方案12月底前验收.
_BREAK = pattern(
    r"[;,、。!?]|(?<=[年月日号旬度底末前])[和及与](?=\d)"
    r"|(?<=[一-龥])(?<![年度月每于在自从至到第迟止])(?=(?:\d{4}年)?\d{1,2}月"
    r"(?:(?:\d{1,2}[日号]|[底末]|[上中下]旬)[以之]?前|(?:\d{1,2}[日号]|[底末]|[上中下]旬)?(?:完成|建成|结束|验收)))",
    re.ASCII,
)
# Where none of these is, the text is one clause: what every plain date can do without is not compiled for it.
_MAY_BREAK = pattern(r"[;,、。!?和及与]|[^\d年度月每于在自从至到第迟止]\d", re.ASCII)
_LEAD = pattern(
    r"[\"'“‘’「『(\[【〔《]{0,3}(?:完成)?(?:时限|时间|日期|期限|节点)?:?(?:[省市州县区乡镇]级|各[县市区地]{1,2}|各乡镇)?"
    r"(?:并|且|将|须|需|要|应|力争|争取|确保|计划|预计|拟|原则上|最迟|不晚于|不迟于|于|在|自|从|截至|截止|到|至){0,4}"
    r"(?:(?:即日|现在|今日?|(?:本?方案|通知|文件)?(?:印发|发文|发布|下发)之日)起[-至到])?",
    re.ASCII,
)
_NO_LEAD = frozenset("第每上下年长持")
_LIMIT_WORD = pattern(r"截|到|至|最迟|不晚于|不迟于|起", re.ASCII)
_LIMIT = pattern(r"[以之]?前(?![后期往])|为?止", re.ASCII)
_TO = pattern("起?[-至到]", re.ASCII)
_ONWARDS = pattern(r"起(?![草飞])|开始(?:$|[每实执施])|以来|以后|[-至到](?:长期|今)", re.ASCII)
# What cannot follow a date that was read in full: the text goes on in a way that is not understood.
_MISREAD = pattern(r"[\d月日号%:/-]|\.\d|[至到]\d", re.ASCII)
# What sounds or looks like 底, 末 and 前 and is none: 12月低前, 6月底钱完成.
_SLIP = pattern(
    r"[低抵砥邸地第弟](?:[以之]?[前钱錢](?![期往])|(?=完成|[)\]”\"]{0,3}$))|未(?:[以之]?前(?![期往])|(?=[)\]”\"]{0,3}$))"
    r"|[以之]?[钱錢千欠浅签箭](?=完成|建成|结束|验收|落实|到位|[)\]”\"]{0,3}$)",
    re.ASCII,
)
_SLIP_SIGNS = frozenset("低抵砥邸地第弟未以之钱錢千欠浅签箭")
_MEANT = str.maketrans("低抵砥邸地第弟未钱錢千欠浅签箭", "底底底底底底底末前前前前前前前")
# Between two dates, or what a break has left of it.
_OR = pattern(r"(?:或者?|或是|还是)[于在]?", re.ASCII)
# What makes a year more than a year without saying so in months: 2026年春节前, 2026年秋季学期, 2026年第3周.
_UNTOLD = pattern(
    r"[“\"]?(?:第?\d|[春夏秋冬暑寒汛]|元旦|清明|端午|国庆|中秋|重阳|开学|学[年期]|(?:全国)?科(?:普|技活动)[日月周])",
    re.ASCII,
)
_EVERY_SIGNS = frozenset("每各逐按")
_EVERY = pattern(
    r"""
    (?:(?P<begin>(?:19|20|21)\d\d)年度?(?:-(?P<stop>(?:19|20|21)\d\d)年)?(?:期间|时期|内)?)?
    (?: [每各](?:1?个|1)?
        (?P<unit>年度?|季度?|月份?|半年|[周天日旬]|星期|学期|学年|双月|\d{1,2}个?(?:年|季度|月|周|天|日))
      | [逐按](?P<pace>年度?|季度?|月度?|周) )
    [于在]?""",
    re.ASCII | re.VERBOSE,
)
# 半年一次, 2次/月, 季度, 节假日
_RATE = pattern(
    r"(?:半|\d{1,2}个?)(?:年|季度|月|周)\d次|\d{1,2}次/(?:年|季度?|月|周|天)|(?:年度|半年度?|季度|月度|双月)$"
    r"|(?:每逢|每到|各)?(?:重要|重大|传统|法定|国家)?(?:节假日|节日|双休日|周末|工作日)(?![前后])",
    re.ASCII,
)
_RATE_SIGNS = frozenset("次度半双节末工")
_WHOLE = Point()


@lru_cache(maxsize=4096)  # plans repeat few texts many times, and several rules read each
def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text` that begin with a date form, in their order; other words are passed over."""
    plain = plain_form(text)
    parts = _BREAK.split(plain) if _MAY_BREAK.search(plain) else [plain]
    return tuple(clause for clause in map(_clause, parts) if clause)


def _clause(part: str) -> Clause | None:
    if _is_alternative(part, 0):
        return Clause(unread=Unread(Why.EITHER))
    words = _lead(part)
    rest = spelled_out(part[len(words) :])
    return _every(rest) or _range(rest, by=bool(words and _LIMIT_WORD.search(words))) or _ongoing(rest)


def _lead(part: str) -> str:
    """The words before the date: 完成时限：力争于."""
    if part[:1].isdigit() or part[:1] in _NO_LEAD:
        return ""
    found = _LEAD.match(part)
    return found[0] if found else ""


def _every(text: str) -> Clause | None:
    found = _EVERY.match(text) if not _EVERY_SIGNS.isdisjoint(text) else None
    if found is None:
        rate = _RATE.match(text) if not _RATE_SIGNS.isdisjoint(text) else None
        return Clause(_WHOLE, _WHOLE, recurring=True) if rate else None
    unit = (found["unit"] or found["pace"] or " ")[0]
    clause = _within(unit, text[found.end() :]) or Clause(_WHOLE, _WHOLE)
    if found["begin"] and clause.start and clause.end:
        years = int(found["begin"]), int(found["stop"] or found["begin"])
        clause = clause._replace(start=clause.start._replace(year=years[0]), end=clause.end._replace(year=years[1]))
    return clause._replace(recurring=True)


def _within(unit: str, rest: str) -> Clause | None:
    """What is named after 每年, 每季度, 每月 or 每半年: from the first such one of the year to the last."""
    if unit == "年":
        if slip := _slip(rest, 0):
            return Clause(_WHOLE, _WHOLE, unread=slip)
        return _range(f"年{rest}" if rest[:1] in tuple("初中底末终") else spelled_out(rest))
    longest = {"月": "12月", "季": "4季度", "半": "下半年"}.get(unit)
    clause = _range(longest + rest.removeprefix("的").removeprefix("月")) if longest else None
    if clause is None or clause.start is None or clause.end is None:
        return None
    end = clause.end if clause.end.standing else clause.end._replace(month=clause.start.month)
    start = clause.start
    start = start._replace(month=start.month and 1, quarter=start.quarter and 1, half=start.half and "上")
    return clause._replace(start=start, end=end)


def _range(text: str, by: bool = False) -> Clause | None:
    first = read_point(text)
    if first is None:
        return None
    (start, at), end = first, first[0]
    to = _TO.match(text, at)
    second = read_point(text, to.end()) if to else None
    if second:
        end, at = second
    if slip := _slip(text, at):
        return Clause(start, end, unread=slip)
    limit = _LIMIT.match(text, at)
    at = limit.end() if limit else at
    if _is_alternative(text, at):
        return Clause(start, end, unread=Unread(Why.EITHER))
    opened = second is None and _ONWARDS.match(text, at) is not None
    if not opened and (_MISREAD.match(text, at) or (end.whole_year and _UNTOLD.match(text, at))):
        follower = read_point(text, at)
        return Clause(start, end, unread=Unread(Why.GLUED)) if follower and follower[0].month else None
    return Clause(start, end, by=second is None and (by or limit is not None), opened=opened)


def _slip(text: str, at: int) -> Unread | None:
    found = _SLIP.match(text, at) if text[at : at + 1] in _SLIP_SIGNS else None
    return Unread(Why.SLIP, slip=found[0], meant=found[0].translate(_MEANT)) if found else None


def _is_alternative(text: str, at: int) -> bool:
    """或10月: another date instead of the one before."""
    found = _OR.match(text, at) if text[at : at + 1] in ("或", "还") else None
    if found is None:
        return False
    other = read_point(text, found.end())
    return found.end() == len(text) or (other is not None and other[0].standing)


def _ongoing(text: str) -> Clause | None:
    return Clause(all_year=is_all_year(text)) if is_ongoing(text) else None
