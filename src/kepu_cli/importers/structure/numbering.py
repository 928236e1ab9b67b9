"""The markers that number the parts of a document: 一、 （一） 1. （1） ① 第一条 一是 1.2 任务一."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.numerals import SIGNS, read_number
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re


class Marker(NamedTuple):
    """`form` is the same for all markers of one kind (（一） of （二） and ㈢), `value` what it counts, from 1.

    `number` is what is written without its punctuation; `length` the characters that the marker takes, blanks included.
    """

    form: str
    value: int
    number: str
    length: int


def read_marker(text: str) -> Marker | None:
    """The marker at the beginning of a paragraph; None where there is none: 3.15活动, 一、二年级, 10月底前."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] not in _FIRST:
        return None
    head = text[start : start + _LONGEST]
    for form, marker in _FORMS:
        if found := marker.match(head):
            return _marker(form, found, start)
    return None


def usual_rank(form: str) -> int:
    """How deep the form stands where custom is followed: 第一章 above 一、 above （一） above 1. above （1）."""
    return _RANKS.get(form, _RANKS["1."])


def _marker(form: str, found: re.Match[str], start: int) -> Marker | None:
    number = "".join(found["number"].split())
    counted = _COUNTED.findall(number)
    value = read_number(counted[-1]) if counted else None
    if not value:
        return None
    return Marker(form, value, number, start + found.end())


_LONGEST = 24
_BLANK = r"[\s\u3000]*"
_OPEN, _CLOSE = r"[(（〔\[［【]", r"[)）〕\]］】]"
_CHINESE = rf"[{SIGNS}](?:\s?[{SIGNS}]){{0,5}}"
_DIGITS = r"[0-9０-９]{1,3}"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴"
_BRACKETED, _BRACKETED_CHINESE, _DOTTED = "⑴-⒇", "㈠-㈩㊀-㊉", "⒈-⒛"
_COUNTED = pattern(rf"[{SIGNS}]+|[0-9０-９]+|[{_CIRCLED}{_BRACKETED}{_BRACKETED_CHINESE}{_DOTTED}]")
_FIRST = frozenset(
    f"{SIGNS}0123456789０１２３４５６７８９(（〔[［【第其任行工专项措举"
    + "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x322A), *range(0x3280, 0x328A))))
    + "".join(
        map(chr, (*range(0x3251, 0x3260), *range(0x32B1, 0x32C0), *range(0x2776, 0x2780), *range(0x24EB, 0x24F5)))
    )
)
# What goes on counting after 一、 and 1、 lists numbers and is no marker: 一、二年级, 3、4月份.
_CHINESE_LIST = rf"(?![{SIGNS}]{{1,3}}(?:年级|年度|月(?![:：,，])|季|级|线|类|期|产业|中学|小学|、|等|是))"
_DIGIT_LIST = r"(?![0-9０-９]{1,2}(?:年级|月(?![底末前0-9]|[上中下]旬)|日|号|季|级|期|、|等|$))"
_MEASURED = (
    r"(?![月日万亿千百%％‰倍元米吨亩级版个名人次场分小公折度]|妇女|劳动|青年|儿童|建[党军]|国庆|消费|防灾|世界|国际)"
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (form, pattern(sign + _BLANK))
    for form, sign in (
        ("第一章", rf"(?P<number>第\s?(?:{_CHINESE}|{_DIGITS})\s?(?:章|部分))(?![节的])[、:：.．]?"),
        ("第一节", rf"(?P<number>第\s?(?:{_CHINESE}|{_DIGITS})\s?节)(?!课)[、:：.．]?"),
        ("第一条", rf"(?P<number>第\s?(?:{_CHINESE}|{_DIGITS})\s?条)(?![线例款第])[、:：.．]?"),
        ("任务一", rf"(?P<number>(?:任务|行动|工程|专项|项目|措施|举措)(?:{_CHINESE}|{_DIGITS}))(?:[、:：.．]|(?=\s))"),
        ("一是", rf"(?P<number>[{SIGNS}]{{1,3}})(?:是(?:要)?[:：,，]?|要(?!么)[:：,，]?)(?![非否])"),
        ("一是", rf"(?P<number>其[{SIGNS}]{{1,3}}|第[{SIGNS}]{{1,3}})[,，:：、]"),
        ("一、", rf"(?P<number>{_CHINESE})\s?[、.．]{_CHINESE_LIST}"),
        ("（一）", rf"{_OPEN}\s?(?P<number>{_CHINESE})\s?{_CLOSE}[、.．]?"),
        ("（一）", rf"(?P<number>[{_BRACKETED_CHINESE}])[、.．]?"),
        ("（1）", rf"{_OPEN}\s?(?P<number>{_DIGITS})\s?{_CLOSE}[、.．]?"),
        ("（1）", rf"(?P<number>[{_BRACKETED}])[、.．]?"),
        ("①", rf"(?P<number>[{_CIRCLED}])[、.．]?"),
        ("1.1.1", r"(?P<number>\d{1,2}(?:[.．]\d{1,2}){2,4})(?:[、.．](?!\d)|(?=\s))"),
        ("1.1", r"(?P<number>\d{1,2}[.．]\d{1,2})(?:[、.．](?!\d)|(?=\s))"),
        ("1.1", rf"(?P<number>\d{{1,2}}[.．]\d)(?=[一-龥]){_MEASURED}"),
        ("1)", rf"(?P<number>{_DIGITS})\s?[)）]"),
        ("1.", rf"(?P<number>{_DIGITS})\s?、{_DIGIT_LIST}"),
        ("1.", rf"(?P<number>{_DIGITS})\s?[.．](?![0-9０-９])"),
        ("1.", rf"(?P<number>{_DIGITS})\s?[.．](?=(?:19|20)\d\d年|\d{{1,2}}月(?:[底末前0-9]|[上中下]旬))"),
        ("1.", rf"(?P<number>[{_DOTTED}])"),
        ("1.", r"(?P<number>\d{1,2})[,，](?=[一-龥]{2})"),
    )
)
_ORDER = ("第一章", "第一节", "第一条", "任务一", "一、", "（一）", "1.", "1.1", "1.1.1", "（1）", "1)", "①", "一是")
_RANKS = {form: rank for rank, form in enumerate(_ORDER)}
