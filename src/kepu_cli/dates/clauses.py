"""The clauses of a due text: each a point, a range, something recurring or something without end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kepu_cli.dates.forms import plain_form
from kepu_cli.dates.points import Point, read_point


@dataclass(frozen=True, slots=True)
class Clause:
    """From `start` to `end`, both None for 长期; `by`: only a limit was named; `opened`: from `start` onwards."""

    start: Point | None = None
    end: Point | None = None
    recurring: bool = False
    by: bool = False
    opened: bool = False
    all_year: bool = False

    @property
    def year(self) -> int | None:
        """The latest year that the clause itself names."""
        return next((point.year for point in (self.end, self.start) if point and point.year), None)


# Marks, 和 between two dates, and the place before a second limit in running words: 完成方案12月底前验收.
_BREAK = re.compile(
    r"[;,、。!?]|(?<=[年月日号旬度底末前])[和及与](?=\d)"
    r"|(?<=[一-龥])(?<![年度月每于在自从至到第迟止])(?=(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[底末]|[上中下]旬)[以之]?前)",
    re.ASCII,
)
_LEAD = re.compile(
    r"[\"'“‘「『(\[【〔《]{0,3}(?:完成)?(?:时限|时间|日期|期限|节点)?:?"
    r"(?:并|且|将|须|需|要|应|力争|争取|确保|计划|预计|拟|原则上|最迟|不晚于|不迟于|于|在|自|从|截至|截止|到|至){0,4}"
)
_LIMIT_WORD = re.compile(r"截|到|至|最迟|不晚于|不迟于")
_LIMIT = re.compile(r"[以之]?前(?![后期往])|为?止")
_TO = re.compile(r"起?[-至到]")
_ONWARDS = re.compile(r"起(?![草飞])|以来|以后|[-至到](?:长期|今)")
# What cannot follow a date that was read in full: the text goes on in a way that is not understood.
_MISREAD = re.compile(r"[\d月日号%:/-]|\.\d|[至到]\d", re.ASCII)
_EVERY = re.compile(
    r"""(?:(?P<begin>(?:19|20|21)\d\d)年度?(?:-(?P<stop>(?:19|20|21)\d\d)年)?(?:期间|时期|内)?)?
        (?: [每各](?:1?个|1)?
            (?P<unit>年度?|季度?|月份?|半年|[周天日旬]|星期|学期|学年|双月|\d{1,2}个?(?:年|季度|月|周|天|日))
          | [逐按](?P<pace>年度?|季度?|月度?|周)
          | (?:半|\d{1,2}个?)(?:年|季度|月|周)\d次 )
        [于在]?""",
    re.VERBOSE | re.ASCII,
)
_ONGOING = re.compile(
    r"(?:贯穿|实行|实施|坚持|保持)?(?:长期|常年|全年|全程|常态|随时|经常性|日常|不间断|一直|长效|滚动|持续|持之以恒)"
)
_ALL_YEAR = re.compile(r"(?:贯穿)?[全常]年")
_WHOLE = Point()


def read_clauses(text: str) -> list[Clause]:
    """The clauses of `text` that begin with a date form, in their order; other words are passed over."""
    read = (_clause(part) for part in _BREAK.split(plain_form(text)))
    return [clause for clause in read if clause]


def _clause(part: str) -> Clause | None:
    lead = _LEAD.match(part)
    words = lead[0] if lead else ""
    rest = part[len(words) :]
    return _every(rest) or _range(rest, by=bool(_LIMIT_WORD.search(words))) or _ongoing(rest)


def _every(text: str) -> Clause | None:
    found = _EVERY.match(text)
    if found is None:
        return None
    unit = (found["unit"] or found["pace"] or " ")[0]
    clause = _within(unit, text[found.end() :]) or Clause(_WHOLE, _WHOLE)
    if found["begin"] and clause.start and clause.end:
        years = int(found["begin"]), int(found["stop"] or found["begin"])
        clause = replace(clause, start=replace(clause.start, year=years[0]), end=replace(clause.end, year=years[1]))
    return replace(clause, recurring=True)


def _within(unit: str, rest: str) -> Clause | None:
    """What is named after 每年, 每季度, 每月 or 每半年: from the first such one of the year to the last."""
    if unit == "年":
        return _range(f"年{rest}" if rest[:1] in tuple("初中底末终") else rest)
    longest = {"月": "12月", "季": "4季度", "半": "下半年"}.get(unit)
    clause = _range(longest + rest) if longest else None
    if clause is None or clause.start is None or clause.end is None:
        return None
    end = clause.end if clause.end.standing else replace(clause.end, month=clause.start.month)
    start = clause.start
    start = replace(start, month=start.month and 1, quarter=start.quarter and 1, half=start.half and "上")
    return replace(clause, start=start, end=end)


def _range(text: str, by: bool = False) -> Clause | None:
    first = read_point(text)
    if first is None:
        return None
    (start, at), end = first, first[0]
    to = _TO.match(text, at)
    second = read_point(text, to.end()) if to else None
    if second:
        end, at = second
    limit = _LIMIT.match(text, at)
    at = limit.end() if limit else at
    opened = second is None and _ONWARDS.match(text, at) is not None
    if not opened and _MISREAD.match(text, at):
        return None
    return Clause(start, end, by=second is None and (by or limit is not None), opened=opened)


def _ongoing(text: str) -> Clause | None:
    return Clause(all_year=bool(_ALL_YEAR.match(text))) if _ONGOING.match(text) else None
