"""Times that go by a name: seasons, school holidays, the weeks and days of science."""

from __future__ import annotations

import re

from kepu_cli.patterns import pattern

# Seasons as the weather service counts them, holidays as most schools have them. 全国科技活动周 lies in May, its
# days change from year to year; September is the month of 全国科普日 by the law on science popularization.
_NAMES = {
    "春季": "3月-5月",
    "夏季": "6月-8月",
    "秋季": "9月-11月",
    "冬季": "12月-2月",
    "寒暑假": "每年1月-8月",
    "暑假": "7月-8月",
    "暑期": "7月-8月",
    "寒假": "1月-2月",
    "科技活动周": "5月",
    "科技周": "5月",
    "科普日": "9月",
    "科普月": "9月",
    "科普活动日": "9月",
    "科普活动月": "9月",
    "科技工作者日": "5月30日",
    "防灾减灾日": "5月12日",
}
# A season before a word of school is a term; before and after a holiday are days that nobody has named.
_NAMED = pattern(
    r"(?P<year>每年|(?:(?:19|20|21)\d\d|[今本当明次翌来])年度?)?的?[“\"]?(?:全国)?[“\"]?"
    rf"(?P<name>{'|'.join(_NAMES)})[”\"]?(?![之以]?[前后]|学|开学|班|招|运动)(?:期间|季节)?(?![之以]?[前后])",
    re.ASCII,
)
_TELLING = frozenset("春夏秋冬假暑科灾")


def spelled_out(text: str) -> str:
    """`text` with the named time at its beginning in months: 每年暑假期间 → 每年7月-8月."""
    found = _NAMED.match(text) if not _TELLING.isdisjoint(text) else None
    if found is None:
        return text
    plain = _NAMES[found["name"]]
    return ("" if plain.startswith("每") else found["year"] or "") + plain + text[found.end() :]
