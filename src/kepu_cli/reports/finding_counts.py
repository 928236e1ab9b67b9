"""What was found in how many files, as words: the sentence that every report of findings ends or begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Lang, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.checking import Report


def count_all(reports: Sequence[Report]) -> dict[Severity, int]:
    """How many findings of each severity there are in all reports, worst first; zeros included."""
    return {severity: sum(report.count(severity) for report in reports) for severity in Severity}


def counted(counts: Mapping[Severity, int], lang: Lang) -> str:
    """“2 个错误，1 个警告”; severities without a finding are left out."""
    return _SEPARATOR.in_(lang).join(_each(counts, lang))


def told(reports: Sequence[Report], lang: Lang) -> str:
    """“2 个错误，1 个警告，豁免 3 个，基线里已有 6 个”, or that there is nothing to say."""
    text = counted(count_all(reports), lang) or _CLEAN.in_(lang)
    for words, count in (
        (_WAIVED, sum(report.waived for report in reports)),
        (_KNOWN, sum(report.known for report in reports)),
    ):
        text += words.in_(lang).format(count=count) if count else ""
    return text


def files(reports: Sequence[Report], lang: Lang) -> str:
    """The name of the only file, as it is, or the number of files; a colon comes after it."""
    names = tuple(dict.fromkeys(report.file for report in reports))
    name = names[0] if len(names) == 1 else _FILES.in_(lang).format(count=len(names))
    return f"{name}{COLON.in_(lang)}"


COLON = Words("：", ": ")
_CLEAN = Words("没有发现问题", "nothing to complain about")
_SEPARATOR = Words("，", ", ")
_WAIVED = Words("，豁免 {count} 个", ", {count} waived")
_KNOWN = Words("，基线里已有 {count} 个", ", {count} known from the baseline")
_FILES = Words("{count} 个文件", "{count} files")
_COUNTS = {
    Severity.ERROR: Words("{n} 个错误", "{n} error{s}"),
    Severity.WARNING: Words("{n} 个警告", "{n} warning{s}"),
    Severity.INFO: Words("{n} 个提示", "{n} info{s}"),
}


def _each(counts: Mapping[Severity, int], lang: Lang) -> Iterator[str]:
    for severity, count in counts.items():
        if count:
            yield _COUNTS[severity].in_(lang).format(n=count, s="" if count == 1 else "s")
