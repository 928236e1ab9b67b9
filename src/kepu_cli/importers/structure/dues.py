"""A time limit inside a sentence: 2026年10月底前编制……"""

from __future__ import annotations

from kepu_cli.patterns import pattern


def due_in(text: str) -> str:
    """The limit at the beginning of a sentence or clause, where the whole text names one time and no more; else ""."""
    found = _LIMIT.findall(text)
    return found[0] if len(found) == 1 and len(_TIME.findall(text)) == 1 else ""


_LIMIT = pattern(
    r"(?:^|(?<=[。；;，,：:]))((?:(?:20\d\d年|每年|今年|明年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|[底末])?|(?:20\d\d|每)?年[底末])"
    r"[以之]?前)(?=[，,]?[一-龥])"
)
_TIME = pattern(r"(?:(?:\d{4}|[每全今明])年)?\d{1,2}月|(?:\d{4}|[每全今明])年|年[底末初]|季度|半年")
