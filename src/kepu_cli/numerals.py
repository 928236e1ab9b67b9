"""Numbers as Chinese documents write them: 一百零二, 廿一, 二〇二六, ①, ㈠, ⑴, １２."""

from __future__ import annotations

import re
import unicodedata

from kepu_cli.patterns import pattern

# One numeral; 零, 〇 and ○ are the same sign, 两 counts as 二.
SIGNS = "零〇○一二两三四五六七八九十百千廿卅"


def read_number(text: str) -> int | None:
    """The number that the whole text is, in any script and perhaps in brackets; None for what is none.

    Numerals are read up to 9999, and only in the form in which they are written: 一百二 is 102 to some and 120 to
    others, so it is neither.
    """
    plain = unicodedata.normalize("NFKC", text).strip().strip("().")
    if not plain or len(plain) > _LONGEST:
        return None
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    plain = _plain(plain)
    if all(sign in _DIGITS for sign in plain):
        return int(_sign_by_sign(plain))
    return _with_units(plain)


def chinese_numeral(value: int) -> str:
    """0–9999 as documents number their parts: 十, 二十一, 一百零二."""
    written = ""
    for unit, sign in _UNITS.items():
        digit = value // unit % 10
        written += _DIGITS[digit] + sign if digit else "零"
    written += _DIGITS[value % 10]
    written = re.sub("零+", "零", written).strip("零") or "零"
    return written.removeprefix("一") if written.startswith("一十") else written


def in_digits(text: str) -> str:
    """The text with ASCII digits for its numerals: 第十二条 → 第12条, 二〇二六年 → 2026年, 〇五 → 05.

    A run of signs that is no number stays as it is: 千方百计, 十二三.
    """
    return _RUN.sub(lambda run: _run_in_digits(run[0]), text)


def has_number(text: str) -> bool:
    """Something in the text can be counted: 20, 二十场, 两次, 一半, 三成, 百分之十; not 若干, 数十场 or 进一步提高."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_COUNTED.search(_UNCOUNTED.sub("", plain)))


# Longer runs of digits are no numbers that anybody writes, and long enough ones cannot even be converted.
_LONGEST = 12
_DIGITS = "零一二三四五六七八九"
_UNITS = {1000: "千", 100: "百", 10: "十"}
_WORTH = {sign: unit for unit, sign in _UNITS.items()}
_PLAIN = str.maketrans({"〇": "零", "○": "零", "两": "二", "廿": "二十", "卅": "三十"})
_RUN = pattern(f"[{SIGNS}]+")
_COUNTED = pattern(f"[0-9{SIGNS}万亿半壹贰叁肆伍陆柒捌玖拾佰仟]")
# Numerals in words that count nothing, and round numbers of unknown size.
_UNCOUNTED = pattern(
    r"进?一步|[统唯专]一|第一|一[定些批直般致律流系体样]|十分|千方百计|万众|[几数若成上好][十百千万亿]+"
)


def _plain(numeral: str) -> str:
    """Every sign in its plainest form."""
    return numeral.translate(_PLAIN)


def _sign_by_sign(numeral: str) -> str:
    return "".join(str(_DIGITS.index(sign)) for sign in numeral)


def _with_units(numeral: str) -> int | None:
    """十二, 一百零二. What would not be written so again has its units in disorder."""
    value = digit = 0
    for sign in numeral:
        if sign in _WORTH:
            value, digit = value + (digit or 1) * _WORTH[sign], 0
        elif sign in _DIGITS:
            digit = _DIGITS.index(sign)
        else:
            return None
    value += digit
    usual = numeral.removeprefix("一") if numeral.startswith("一十") else numeral
    return value if value <= 9999 and chinese_numeral(value) == usual else None


def _run_in_digits(run: str) -> str:
    numeral = _plain(run)
    if set(numeral).isdisjoint(_WORTH):
        return _sign_by_sign(numeral)
    value = _with_units(numeral) if len(numeral) <= _LONGEST else None
    return run if value is None else str(value)
