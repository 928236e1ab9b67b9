"""Findings as text: the place, what is wrong, the source line with a caret under the very name, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Lang, Severity, Words
from kepu_cli.printable import printable
from kepu_cli.reports.screen import SEVERITY_INK, Ink
from kepu_cli.text_width import display_width
from kepu_cli.vocabulary import choice_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Place
    from kepu_cli.reports.screen import Screen

    SourceLine = Callable[[Place], str]


def render(report: Report, source_line: SourceLine, screen: Screen, *, show_all: bool = False) -> str:
    """One plan's findings, errors first; infos only with `show_all`, and no rule more than `MOST` times without it."""
    shown = [finding for finding in report.findings if show_all or finding.severity is not Severity.INFO]
    shown.sort(key=lambda finding: finding.severity.rank)
    told, left = (shown, {}) if show_all else _limited(shown)
    parts = ["\n".join(_finding(finding, source_line, screen)) for finding in told]
    parts += [_left_over(code, count, screen) for code, count in left.items()]
    return "".join(f"{part}\n\n" for part in parts)


def summary(reports: Sequence[Report], screen: Screen, *, show_all: bool = False) -> str:
    """The last line: what was found in how many files."""
    counts = {severity: sum(report.count(severity) for report in reports) for severity in Severity}
    waived = sum(report.waived for report in reports)
    if not any(counts.values()):
        text = _CLEAN.in_(screen.lang)
        ink = Ink.GOOD
    else:
        text = _SEPARATOR.in_(screen.lang).join(_counted(counts, screen.lang))
        ink = Ink.ERROR if counts[Severity.ERROR] else Ink.WARNING if counts[Severity.WARNING] else Ink.GOOD
    if waived:
        text += _WAIVED.in_(screen.lang).format(count=waived)
    if counts[Severity.INFO] and not show_all:
        text += _HIDDEN.in_(screen.lang)
    files = _file_words(reports, screen.lang)
    return f"{printable(files)}{screen.paint(text, ink)}\n"


# How often one rule is told before only its count is.
MOST = 20

_CLEAN = Words("没有发现问题", "nothing to complain about")
_SEPARATOR = Words("，", ", ")
_WAIVED = Words("，豁免 {count} 个", ", {count} waived")
_HIDDEN = Words("（提示用 --all 查看）", " (--all shows the infos)")
_HINT = Words("提示：", "hint: ")
_SEE = Words("另见：", "see also: ")
_MORE = Words("……{code} 还有 {count} 个，用 --all 全部列出", "… {count} more of {code}; --all lists them")
_COUNTS = {
    Severity.ERROR: Words("{n} 个错误", "{n} error{s}"),
    Severity.WARNING: Words("{n} 个警告", "{n} warning{s}"),
    Severity.INFO: Words("{n} 个提示", "{n} info{s}"),
}
# A line longer than this is cut around the place that is meant, on a terminal of unknown width.
_FRAME_WIDTH = 120


def _limited(findings: list[Finding]) -> tuple[list[Finding], dict[str, int]]:
    told: list[Finding] = []
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.code] = seen.get(finding.code, 0) + 1
        if seen[finding.code] <= MOST:
            told.append(finding)
    return told, {code: count - MOST for code, count in seen.items() if count > MOST}


def _finding(finding: Finding, source_line: SourceLine, screen: Screen) -> Iterator[str]:
    place, lang = finding.place, screen.lang
    colon = "：" if lang is Lang.ZH else ": "
    severity = screen.paint(choice_words("severity", finding.severity).in_(lang), SEVERITY_INK[finding.severity])
    head = f"{printable(place.file)}:{place.line}:{place.column}: {severity}{colon}"
    yield f"{head}{printable(finding.message.in_(lang))} {screen.paint(f'[{finding.code}]', Ink.DIM)}"
    yield from _frame(place, source_line(place), finding.severity, screen)
    if finding.also:
        yield f"  {_SEE.in_(lang)}{printable(str(finding.also))}"
    if finding.hint:
        yield f"  {screen.paint(_HINT.in_(lang), Ink.GOOD)}{printable(finding.hint.in_(lang))}"


def _frame(place: Place, line: str, severity: Severity, screen: Screen) -> Iterator[str]:
    """The source line, cut around the place where it is too long, and a caret line under it."""
    if not line.strip():
        return
    number = str(place.line)
    room = (screen.width or _FRAME_WIDTH) - max(len(number), 5) - 3
    column = place.column - 1
    before, meant, after = line[:column], line[column : column + place.width], line[column + place.width :]
    before, meant, after = printable(before.replace("\t", " ")), printable(meant), printable(after.rstrip())
    before = _last_columns(before, max(room - display_width(meant) - 10, room // 3))
    rest = _first_columns(meant + after, room - display_width(before))
    carets = min(display_width(meant), room - display_width(before)) or 1
    gutter = screen.paint(f"{number:>5} | ", Ink.DIM)
    yield f"{gutter}{before}{rest}"
    margin = screen.paint(" " * max(len(number), 5) + " | ", Ink.DIM)
    yield f"{margin}{' ' * display_width(before)}{screen.paint('^' * carets, SEVERITY_INK[severity])}"


def _first_columns(text: str, room: int) -> str:
    if display_width(text) <= room:
        return text
    kept = 0
    for at, char in enumerate(text):
        kept += display_width(char)
        if kept > room - 3:
            return text[:at] + "..."
    return text


def _last_columns(text: str, room: int) -> str:
    if display_width(text) <= room:
        return text
    kept = 0
    for at in range(len(text) - 1, -1, -1):
        kept += display_width(text[at])
        if kept > room - 3:
            return "..." + text[at + 1 :]
    return text


def _left_over(code: str, count: int, screen: Screen) -> str:
    return screen.paint(_MORE.in_(screen.lang).format(code=code, count=count), Ink.DIM)


def _counted(counts: dict[Severity, int], lang: Lang) -> Iterator[str]:
    for severity, count in counts.items():
        if count:
            yield _COUNTS[severity].in_(lang).format(n=count, s="" if count == 1 else "s")


def _file_words(reports: Sequence[Report], lang: Lang) -> str:
    if len(reports) == 1:
        return f"{reports[0].file}{'：' if lang is Lang.ZH else ': '}"
    return f"{len(reports)} 个文件：" if lang is Lang.ZH else f"{len(reports)} files: "
