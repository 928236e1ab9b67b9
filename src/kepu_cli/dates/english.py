"""Due dates in English, turned into the Chinese form of the same meaning."""

from __future__ import annotations

import re

from kepu_cli.patterns import pattern

_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_MONTHS = (*_FIRST_HALF, "july", "august", "september", "october", "november", "december")
_NUMBERS = {name: place for place, full in enumerate(_MONTHS, 1) for name in (full, full[:3])} | {"sept": 9}
_ONGOING = pattern(
    r"(?:ongoing|on-going|continuous(?:ly)?|long[- ]term|permanent(?:ly)?|throughout|any ?time|at all times"
    r"|regular(?:ly)?|continuing|rolling|until further notice|whenever|as (?:needed|required|requested)"
    r"|on (?:request|demand)|from now on)(?![a-z])"
)
_ALL_YEAR = pattern(r"(?:all|whole|full)[- ]year|year[- ]round|(?:all|throughout|the whole|the full) (?:the )?year")
_RANGE = pattern(
    rf"\s+(?:to|until|till|through|-)\s+|(?<!end)(?<!mid)(?<!early)(?<!late)-(?=q[1-4]|(?:{'|'.join(_NUMBERS)})\b)"
)
# `between March and May`, `June 1-3`, `1-3 June`: ranges that the marks alone do not show.
_BETWEEN = pattern(r"\bbetween\s([^,;]{1,30}?)\sand\s")
_DAY_RANGE = pattern(
    r"(?<![\w/-])((?:[a-z]{3,9}\.?\s)?\d{1,2})\s?-\s?(?=\d{1,2}(?![\w/-])(?:\s[a-z]{3}|,?\s\d{4}|$))", re.ASCII
)
# once a month, twice a year, 4 times per quarter
_TIMES = pattern(
    r"(?:at least )?(?:once|twice|\w{1,6} times) (?:an? |per |each |every )(?=year|quarter|month|week|day)"
)
_AS_ONE = {"semi-": "semi", "not later": "no later", "as and when ": "as "}
_FROM = pattern(r"(?:from|starting|beginning|effective|since|as of)\s(?!of\b)(?:from\s|in\s|on\s)?")
_ONWARDS = pattern(r"\s(?:onwards?|on)$")
_COMMA = pattern(r",\s*(?=(?:19|20|21)\d\d(?!\d))", re.ASCII)
_BREAK = pattern(r"[,;\n]|\sand\s")
_WORD = pattern(r"q\d|[a-z]+[1-4]?|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)|\d+|[^\s\da-z.,()\'/:-]", re.ASCII)
_ORDINAL = pattern(r"(?<=\d)(?:st|nd|rd|th)(?![a-z])")
_FILLERS = frozenset(("the", "of", "in", "on", "at", "for", "due", "this", "no", "later", "every", "each", "next"))
_FILLERS |= {"done", "complete", "completed", "completion", "finish", "finished"}
_LIMITS = frozenset(("by", "before", "until", "till", "than"))
_EDGES = {"end": "底", "start": "初", "beginning": "初", "early": "上旬", "mid": "中旬", "late": "下旬"}
_PACES = {"annually": "年", "yearly": "年", "quarterly": "季度", "monthly": "月", "weekly": "周", "daily": "天"}
_PACES |= {"semiannually": "半年", "biannually": "半年", "fortnightly": "2周", "bimonthly": "2个月"}
_SEASONS = {"spring": "春季", "summer": "夏季", "autumn": "秋季", "fall": "秋季", "winter": "冬季"}
_UNITS = {"year": "年", "quarter": "季度", "month": "月", "week": "周", "day": "天"}
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_SOME_YEAR = "年"  # `end of year`: a number after it says which
_EACH = ("every", "each")


def in_chinese(text: str) -> str:
    """`by end of June 2026` → `2026年6月底前`; "" if not understood; as it is without English words."""
    if not re.search(r"[A-Za-z]{2}|[A-Za-z]\d", text):
        return text
    plain = _ORDINAL.sub("", text.lower())
    for several, one in _AS_ONE.items():
        plain = plain.replace(several, one)
    plain = _DAY_RANGE.sub(r"\1 to ", plain)
    plain = _BETWEEN.sub(r"\1 to ", _TIMES.sub("every ", _COMMA.sub(" ", plain)))
    return ";".join(_clause(" ".join(clause.split())) for clause in _BREAK.split(plain))


def _clause(text: str) -> str:
    if _ALL_YEAR.match(text):
        return "全年"
    if _ONGOING.match(text):
        return "长期"
    bare = _ONWARDS.sub("", _FROM.sub("", text, count=1) if _FROM.match(text) else text)
    sides = [_side(side) for side in _RANGE.split(bare, maxsplit=1)]
    if not all(sides):
        return ""
    opened = len(sides) == 1 and bare != text and "每" not in sides[0]
    return sides[0].removesuffix("前") + "起" if opened else "至".join(sides)


def _side(text: str) -> str:
    """One date, or "" for words that name none."""
    told: dict[str, str] = {}
    before = ""
    for word in _WORD.findall(text):
        meant = _meaning(word, before)
        if meant is None or any(told.get(part, value) not in (value, _SOME_YEAR) for part, value in meant.items()):
            return ""
        told |= meant
        before = word
    return _composed(told)


def _meaning(word: str, before: str) -> dict[str, str] | None:
    """Which parts of a date the word gives; {} for a word that adds nothing, None for one that is no date word."""
    if word[0].isdigit():
        return _number(word, before)
    if word in _UNITS:
        return _unit(_UNITS[word], before)
    if word in _NUMBERS and before != "next":
        return {"month": f"{_NUMBERS[word]}月"} | ({"every": "每年"} if before in _EACH else {})
    if word in ("half", "h1", "h2") or (word[0] == "q" and word[1:].isdigit()):
        place = word[1:] if len(word) == 2 else _ORDINALS.get(before, "")
        return _part("half" if word[0] == "h" else "quarter", place)
    if word in _SEASONS:
        return {"season": _SEASONS[word]}
    if word in _EDGES:
        return {"edge": _EDGES[word]}
    if word in _PACES:
        return {"every": f"每{_PACES[word]}"}
    if word in _LIMITS:
        return {"limit": "前"}
    return {} if word in _FILLERS or word in _ORDINALS else None


def _number(word: str, before: str) -> dict[str, str] | None:
    if len(word) > 4:
        return {"date": word}
    if len(word) == 4:
        return {"year": f"{word}年"}
    if len(word) > 2:
        return None
    return {"day": f"{word}日"} | ({"every": "每年"} if before in _EACH else {})


def _unit(unit: str, before: str) -> dict[str, str] | None:
    if before in _EACH:
        return {"every": f"每{unit}"}
    if unit == "年":
        return {"year": "明年"} if before == "next" else {"year": _SOME_YEAR}
    return _part("quarter", _ORDINALS[before]) if unit == "季度" and before in _ORDINALS else None


def _part(name: str, place: str) -> dict[str, str] | None:
    if name == "quarter":
        return {"quarter": f"第{place}季度"}
    return {"half": {"1": "上半年", "2": "下半年"}[place]} if place in ("1", "2") else None


def _composed(told: dict[str, str]) -> str:
    get = told.get
    part = get("quarter", "") + get("half", "") + get("season", "") + get("month", "") + get("day", "")
    edge = get("edge", "")
    if not get("month"):
        edge = {"上旬": "初", "中旬": "中", "下旬": "底"}.get(edge, edge)
    year = get("year", "")
    if year == _SOME_YEAR:
        year = "" if part else "年" if edge else "年内"
    if get("every"):
        year = ""
    limit = get("limit", "")
    if year == "年内":
        return "年底前" if limit else year
    return get("date", "") + get("every", "") + year + part + edge + limit
