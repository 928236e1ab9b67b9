"""The many spellings of a date, brought into one plain form: 2026-9-3, 二〇二六年九月三日 → 2026年9月3日."""

from __future__ import annotations

import re
import unicodedata

from kepu_cli.numerals import in_digits
from kepu_cli.patterns import pattern

# Notices copied from elsewhere carry traditional characters.
_SIMPLE = str.maketrans("長續進貫時間週個內終爭確計劃從開號點約須會", "长续进贯时间周个内终争确计划从开号点约须会")
_DASH = pattern("[-‐‑‒–—―─−~〜ー]+", re.ASCII)
_CLOCK = pattern(r"(?<=\d)(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?$", re.ASCII)
_GAP = pattern(r"(?<=[一-龥])(?<![年度月每于在自从至到第迟止])\s+(?=[\d十一二三四五六七八九])", re.ASCII)
_FIVE_YEARS = pattern(
    r"(?P<quote>[\"'“‘「『]?)(?P<number>二?十[一二三四五六七八九]?|[六七八九])五[\"'”’」』]?"
    r"(?P<rest>时期|期间|规划期?|末|初)?",
    re.ASCII,
)
# The numeral one, typed for a dash.
_ONE_FOR_DASH = pattern(r"(?<=[年月日旬])一(?=\d)", re.ASCII)
_YEAR = r"(?<!\d)((?:19|20|21)\d\d)"
_LIMIT = r"日?[以之]?前"
# Signs of which a text must have one before the pattern is worth trying; the pattern; its plain form.
_PLAIN_FORMS: tuple[tuple[str, str, str], ...] = (
    ("-/.", _YEAR + r"([-/.])(\d{1,2})\2(\d{1,2})(?!\d)日?", r"\1年\3月\4日"),
    ("-/.", r"(?<![\d./-])([23]\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])日?", r"20\1年\3月\4日"),
    ("", _YEAR + r"(\d\d)(\d\d)(?!\d)日?", r"\1年\2月\3日"),
    ("-/.", _YEAR + r"[-/.](\d{1,2})(?![\d日万亿元个项次人场%])月?", r"\1年\2月"),
    # 26年底 is a year, 26年 may be a length of time. 年内, 年来 and 年以上 come after lengths of time.
    ("年", r"(?<![\d每第近])([0-6]\d)年(?=度?(?:\d{1,2}月|第?\d季|[上下]半年|[底末初]|[春夏秋冬]季))", r"20\1年"),
    ("Qq", _YEAR + r"年?-?[Qq]([1-4])(?!\d)", r"\1年第\2季度"),
    ("Qq", r"(?<![A-Za-z])[Qq]([1-4])(?!\d)", r"第\1季度"),
    ("-至到", _YEAR + r"[-至到](?=(?:19|20|21)\d\d(?:年|$))", r"\1年-"),
    # 6.30前, 9.3-9.10, 5.19. A lone 3.1 may be 3.10 whose nought a spreadsheet has dropped.
    (".", rf"(?<![\d./年月])(\d\d?)\.(\d\d?)(?:日|(?={_LIMIT}|[-至到起止][\d年]|[起止]))", r"\1月\2日"),
    (".", r"(?<![\d./年月])(\d\d?)\.(\d\d)(?=完成|[;,、。)]|$)", r"\1月\2日"),
    (".", r"(?<=[日月][-至到])(\d\d?)\.(\d\d?)(?![\d.%])", r"\1月\2日"),
    ("/", rf"(?<![\d./年月])(\d\d?)/(\d\d?)(?={_LIMIT})", r"\1月\2日"),
    ("-至到、", r"(?<![\d月])(\d{1,2})[-至到、](?=\d{1,2}月)", r"\1月-"),
    ("季", r"(?<![\d底末月日旬])前([2-4])个?季度?", r"1季度-\1季度"),
    ("季", r"(?<!\d)(1(?=[2-4])|2(?=[34])|3(?=4))([2-4])季", r"\1季度-\2季"),
    ("季", r"(?<!\d)([1-4])[-至到、](?=第?[1-4]季)", r"\1季度-"),
    ("半", r"上(?:半年)?[、和及与]?(?=下半年)", "上半年-"),
    ("-至到、", r"月(\d{1,2})[-至到、](?=\d{1,2}[日号])", r"月\1日-"),
    ("旬", r"(?<=月)([上中下])旬?[-至到、](?=[上中下]旬)", r"\1旬-"),
    ("(", r"(?<=[日号])\((?:含[^()]{0,4}|(?:周|星期|礼拜)[^()])\)", ""),
)
_PLAIN = tuple((signs, pattern(text, re.ASCII), plain) for signs, text, plain in _PLAIN_FORMS)


def plain_form(text: str) -> str:
    """`text` with ASCII digits, one kind of dash, no blanks, simplified characters, and dates as 年 月 日."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = _DASH.sub("-", text.translate(_SIMPLE))
    if ":" in text:
        text = _CLOCK.sub("", text)
    text = _translated(text).replace("\r", "\n").replace("\n", ";")
    if not text.isascii() and len(text.split()) > 1:
        text = _GAP.sub(";", text)
    text = "".join(text.split())
    text = _without_numerals(text)
    for signs, form, plain in _PLAIN:
        if not signs or not set(signs).isdisjoint(text):
            text = form.sub(plain, text)
    return text


def _translated(text: str) -> str:
    """English texts into Chinese ones; the words for it are loaded when the first of them comes."""
    if not text.isascii() or not any(map(str.isalpha, text)):
        return text
    from kepu_cli.dates.english import in_chinese

    return in_chinese(text)


def _without_numerals(text: str) -> str:
    if "一" in text:
        text = _ONE_FOR_DASH.sub("-", text)
    if "五" in text:
        text = _FIVE_YEARS.sub(_five_years, text)
    return in_digits(text)


def _five_years(found: re.Match[str]) -> str:
    """The years of a five-year plan, the n-th of which ends in 1955 + 5n; a bare 十五 or 二十五 is a mere number."""
    number, rest = found["number"], found["rest"] or ""
    if number in ("十", "二十", "六", "七", "八", "九") and not (found["quote"] or rest):
        return found[0]
    end = 1955 + 5 * int(in_digits(number))
    if rest in ("末", "初"):
        return f"{end}年底" if rest == "末" else f"{end - 4}年初"
    return f"{end - 4}年-{end}年{rest}"
