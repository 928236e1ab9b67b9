"""K105 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
      - 编号: 三
        名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
      - 编号: 二
        名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.numerals import SIGNS, chinese_numeral, read_number
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K105"
NAME = "numbering-gap"
SEVERITY = Severity.WARNING
TITLE = Words("编号不连续", "The numbering has a gap")
WHY = Words(
    "从一跳到三，读的人会去找二：要么漏了一项，要么删了一项没有重排。编号倒退的、“二”和“2”这样重号的，也会指出。",
    "After 一 and 三 a reader looks for 二: an item was lost, or the rest was not renumbered. "
    "Numbers that go back, or stand twice as 二 and 2, are told too.",
)
WHOLE_PLAN = False

GAP = Words(
    "编号从 {before} 跳到 {here}，中间少了 {missing}", "the numbering jumps from {before} to {here}: no {missing}"
)
WIDE_GAP = Words(
    "编号从 {before} 跳到 {here}，中间少了 {count} 个号",
    "the numbering jumps from {before} to {here}: {count} numbers are missing",
)
BACK = Words("编号 {here} 排在 {before} 的后面", "{here} comes after {before}")
REPEAT = Words("编号 {here} 与前面的 {before} 是同一个号", "{here} is the same number as {before} before it")
HINT = Words("请看看是漏了一项，还是编号没有重排", "see whether an item was lost or the rest was not renumbered")
HINT_ORDER = Words("请按次序重新编号", "renumber the items in order")

# More missing numbers than this are counted, not listed.
LISTED = 3


class _Number(NamedTuple):
    path: Path
    written: str
    prefix: str
    value: int


def check(subject: Subject) -> Iterator[Issue]:
    series: dict[tuple[Path, str], list[_Number]] = defaultdict(list)
    for row in subject.ledger.rows:
        if number := _read(row):
            series[(row.path[:-1], number.prefix)].append(number)
    for numbers in series.values():
        if any(here.value != before.value + 1 for before, here in pairwise(numbers)):
            yield from _breaks(numbers)


def _breaks(numbers: list[_Number]) -> Iterator[Issue]:
    values = {number.value for number in numbers}
    texts: set[str] = set()
    before: _Number | None = None
    for number in numbers:
        # The same text twice is K103's.
        text = normal(number.written)
        if text in texts:
            continue
        texts.add(text)
        if before and (issue := _break(before, number, values)):
            yield issue
        before = number


def _break(before: _Number, here: _Number, values: set[int]) -> Issue | None:
    facts = {"before": before.written.rstrip(_STOPS), "here": here.written.rstrip(_STOPS)}
    at, also = (*here.path, "id"), (*before.path, "id")
    if here.value == before.value:
        return Issue(at, say(REPEAT, **facts), say(HINT_ORDER), also=also)
    if here.value < before.value:
        return Issue(at, say(BACK, **facts), say(HINT_ORDER), also=also)
    # A number that stands elsewhere in the list is not missing but out of order, which is told where it stands.
    missing = [value for value in range(before.value + 1, here.value) if value not in values]
    if not missing:
        return None
    if len(missing) > LISTED:
        return Issue(at, say(WIDE_GAP, count=len(missing), **facts), say(HINT), also=also)
    names = tuple(_like(here, value) for value in missing)
    return Issue(at, say(GAP, missing=names, **facts), say(HINT), also=also)


# 一 （一） 1. (1) ① ㈠ 第三 3.10 A1: whatever stands before the last number is the prefix, marks behind it are dropped.
_ID = pattern(
    rf"(?P<prefix>.*?)(?P<number>[0-9０-９]{{1,4}}|[{SIGNS}]+|[①-⑳㈠-㈩⑴-⒛])(?P<mark>[)）\]】、.．:：项条章]*)"
)
# To look for the number at the end takes the square of the length.
_LONGEST = 200
_OPENING = "（(【[第"
_STOPS = "、.．:："


def _read(row: Row) -> _Number | None:
    written = row.id.strip()
    parts = _parts(written) if len(written) <= _LONGEST else None
    return _Number(row.path, written, *parts) if parts else None


@lru_cache(maxsize=4096)
def _parts(written: str) -> tuple[str, int] | None:
    """What stands before the last number of an id, and that number."""
    match = _ID.fullmatch(written)
    value = read_number(match["number"]) if match else None
    return (normal(match["prefix"].strip(_OPENING)), value) if match and value is not None else None


def _like(number: _Number, value: int) -> str:
    """A value as the number beside it is written: (二) beside (三), ② beside ③, 3.9 beside 3.10."""
    match = _ID.fullmatch(number.written)
    if match is None:
        return str(value)
    written = match["number"]
    if len(written) == 1 and normal(written) != written and not written.isdecimal():
        return match["prefix"] + chr(ord(written) + value - number.value) + match["mark"].rstrip(_STOPS)
    numeral = str(value) if normal(written).isdecimal() else chinese_numeral(value)
    return match["prefix"] + numeral + match["mark"].rstrip(_STOPS)
