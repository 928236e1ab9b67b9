"""The many spellings of a date, brought into one plain form: 2026-9-3, 二〇二六年九月三日 → 2026年9月3日."""

from __future__ import annotations

import re
import unicodedata

from kepu_cli.dates.english import in_chinese

# Notices copied from elsewhere carry traditional characters.
_SIMPLE = str.maketrans("長續進貫時間週個內終爭確計劃從開號點約須會", "长续进贯时间周个内终争确计划从开号点约须会")
_DASH = re.compile(r"[-‐‑‒–—―─−~〜ー]+")
_CLOCK = re.compile(r"(?<=\d)(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?$", re.ASCII)
_GAP = re.compile(r"(?<=[一-龥])(?<![年度月每于在自从至到第迟止])\s+(?=[\d十一二三四五六七八九])", re.ASCII)
_FIVE_YEARS = re.compile(
    r"(?P<quote>[\"'“‘「『]?)(?P<number>二?十[一二三四五六七八九]?|[六七八九])五[\"'”’」』]?"
    r"(?P<rest>时期|期间|规划期?|末|初)?"
)
_NUMERAL = re.compile(r"[〇○零一二两三四五六七八九十廿卅]+")
_NUMERALS = {"○": 0, "零": 0, "两": 2} | {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_YEAR = r"(?<!\d)((?:19|20|21)\d\d)"
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        (_YEAR + r"([-/.])(\d{1,2})\2(\d{1,2})(?!\d)日?", r"\1年\3月\4日"),
        (_YEAR + r"(\d\d)(\d\d)(?!\d)日?", r"\1年\2月\3日"),
        (_YEAR + r"[-/.](\d{1,2})(?![\d日万亿元个项次人场%])月?", r"\1年\2月"),
        (_YEAR + r"年?-?[Qq]([1-4])(?!\d)", r"\1年第\2季度"),
        (r"(?<![A-Za-z])[Qq]([1-4])(?!\d)", r"第\1季度"),
        (_YEAR + r"[-至到](?=(?:19|20|21)\d\d(?:年|$))", r"\1年-"),
        (r"(?<![\d月])(\d{1,2})[-至到、](?=\d{1,2}月)", r"\1月-"),
        (r"(?<!\d)([1-4])[-至到、](?=第?[1-4]季)", r"\1季度-"),
        (r"月(\d{1,2})[-至到、](?=\d{1,2}[日号])", r"月\1日-"),
        (r"(?<=月)([上中下])旬?[-至到、](?=[上中下]旬)", r"\1旬-"),
    )
)


def plain_form(text: str) -> str:
    """`text` with ASCII digits, one kind of dash, no blanks, simplified characters, and dates as 年 月 日."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = _CLOCK.sub("", _DASH.sub("-", text.translate(_SIMPLE)))
    text = in_chinese(text) if text.isascii() else text
    text = _GAP.sub(";", text.replace("\r", "\n").replace("\n", ";"))
    text = "".join(text.split())
    text = re.sub(r"(?<=[年月日旬])一(?=\d)", "-", text)  # the numeral one, typed for a dash
    text = _NUMERAL.sub(_in_digits, _FIVE_YEARS.sub(_five_years, text))
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return text


def _five_years(found: re.Match[str]) -> str:
    """The years of a five-year plan, the n-th of which ends in 1955 + 5n; a bare 十五 or 二十五 is a mere number."""
    number, rest = found["number"], found["rest"] or ""
    if number in ("十", "二十", "六", "七", "八", "九") and not (found["quote"] or rest):
        return found[0]
    end = 1955 + 5 * int(_digits(number))
    if rest in ("末", "初"):
        return f"{end}年底" if rest == "末" else f"{end - 4}年初"
    return f"{end - 4}年-{end}年{rest}"


def _in_digits(found: re.Match[str]) -> str:
    return _digits(found[0])


def _digits(numeral: str) -> str:
    """十二 → 12, 二十 → 20, 廿一 → 21, 二〇二六 → 2026; sign by sign where it is no number below a hundred."""
    tens, ten, ones = numeral.replace("廿", "二十").replace("卅", "三十").partition("十")
    if ten and len(tens) < 2 and len(ones) < 2:
        return f"{_NUMERALS.get(tens, 1)}{_NUMERALS.get(ones, 0)}"
    return "".join(str(_NUMERALS.get(sign, "")) for sign in numeral)
