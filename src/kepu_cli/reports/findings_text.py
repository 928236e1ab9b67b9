"""Findings as text: the place, what is wrong, the source line with a caret under the very name, what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.choices import choice_words
from kepu_cli.findings import NOTHING, Severity, Words
from kepu_cli.printable import printable
from kepu_cli.reports import finding_counts
from kepu_cli.reports.findings_overview import overview
from kepu_cli.reports.screen import SEVERITY_INK, Ink
from kepu_cli.reports.source_frame import frame
from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Place
    from kepu_cli.reports.screen import Screen

    SourceLine = Callable[[Place], str]


def render(report: Report, source_line: SourceLine, screen: Screen, *, show_all: bool = False) -> str:
    """One file's findings, errors first; infos only with `show_all`.

    Without it no rule is told more than `MOST` times; and where even that would take more than `LONGEST` lines, a line
    a finding has to do, by rule.
    """
    shown = [finding for finding in report.findings if show_all or finding.severity is not Severity.INFO]
    shown.sort(key=lambda finding: finding.severity.rank)
    told, left = (shown, Counter[str]()) if show_all else _limited(shown)
    parts = ["\n".join(_finding(finding, source_line, screen)) for finding in told]
    parts += [_left_over(code, count, screen) for code, count in left.items()]
    text = "".join(f"{part}\n\n" for part in parts)
    if not show_all and text.count("\n") > LONGEST:
        return overview(report.file, shown, screen, MOST)
    return text


def heading(report: Report, screen: Screen) -> str:
    """The line above a file's findings where several files are checked: its name and its counts."""
    name = screen.paint(printable(report.file), Ink.BOLD)
    return f"{name}{finding_counts.COLON.in_(screen.lang)}{finding_counts.told([report], screen.lang)}\n\n"


def summary(
    reports: Sequence[Report],
    screen: Screen,
    *,
    show_all: bool = False,
    fixing: bool = True,
    mendable: Mapping[str, int] = NOTHING,
) -> str:
    """The last lines: what was found in how many files, and what may help next.

    `fixing`: what could be put right by itself is worth a word. `mendable` are the changes that would be made, by file,
    where they are not as many as the findings with a fix.
    """
    counts = finding_counts.count_all(reports)
    ink = Ink.ERROR if counts[Severity.ERROR] else Ink.WARNING if counts[Severity.WARNING] else Ink.GOOD
    text = finding_counts.told(reports, screen.lang)
    notes = [_HIDDEN.in_(screen.lang)] if counts[Severity.INFO] and not show_all else []
    if fixing and (fixable := _fixable(reports, mendable)):
        notes.append((_MENDABLE if mendable else _FIXABLE).in_(screen.lang).format(count=fixable))
    told = f"{printable(finding_counts.files(reports, screen.lang))}{screen.paint(text, ink)}\n"
    return told + (screen.paint(_BETWEEN.in_(screen.lang).join(notes), Ink.DIM) + "\n" if notes else "")


# How often one rule is told before only its count is; how many lines anybody scrolls back.
MOST = 20
LONGEST = 80

_BETWEEN = Words("；", "; ")
_HIDDEN = Words("加 --all 列出提示", "--all lists the infos")
_FIXABLE = Words("加 --fix 自动改好 {count} 个问题", "--fix mends {count} of the findings")
_MENDABLE = Words("加 --fix 自动改好 {count} 处", "--fix mends {count} by itself")
_HINT = Words("提示：", "hint: ")
_SEE = Words("另见：", "see also: ")
_MORE = Words("……{code} 还有 {count} 个，用 --all 全部列出", "… {count} more of {code}; --all lists them")
_INDENT = "  "


def _fixable(reports: Sequence[Report], mendable: Mapping[str, int]) -> int:
    others = (finding for report in reports if report.file not in mendable for finding in report.findings)
    return sum(mendable.values()) + sum(finding.fix is not None for finding in others)


def _limited(findings: list[Finding]) -> tuple[list[Finding], Counter[str]]:
    told: list[Finding] = []
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= MOST:
            told.append(finding)
    return told, Counter({code: count - MOST for code, count in seen.items() if count > MOST})


def _finding(finding: Finding, source_line: SourceLine, screen: Screen) -> Iterator[str]:
    place, lang, ink = finding.place, screen.lang, SEVERITY_INK[finding.severity]
    yield from _headline(finding, screen)
    yield from frame(place, source_line(place), ink, screen)
    if finding.also:
        yield f"{_INDENT}{_SEE.in_(lang)}{printable(str(finding.also))}"
    if finding.hint:
        yield from _hint(printable(finding.hint.in_(lang)), screen)


def _headline(finding: Finding, screen: Screen) -> Iterator[str]:
    """Place, severity, message and code; what does not fit goes on below, indented."""
    word = choice_words("severity", finding.severity).in_(screen.lang)
    said = f"{word}{finding_counts.COLON.in_(screen.lang)}{printable(finding.message.in_(screen.lang))}"
    code = f"[{finding.code}]"
    place = f"{printable(str(finding.place))}: "
    first, *rest = _filled(place, f"{said} {code}", screen)
    first = f"{place}{screen.paint(word, SEVERITY_INK[finding.severity])}{first[len(word) :]}"
    *others, last = [first, *(_INDENT + line for line in rest)]
    yield from others
    yield f"{last.removesuffix(code)}{screen.paint(code, Ink.DIM)}"


def _hint(hint: str, screen: Screen) -> Iterator[str]:
    label = _HINT.in_(screen.lang)
    first, *rest = _filled(_INDENT + label, hint, screen)
    yield f"{_INDENT}{screen.paint(label, Ink.GOOD)}{first}"
    margin = " " * display_width(_INDENT + label)
    yield from (margin + line for line in rest)


def _filled(label: str, text: str, screen: Screen) -> list[str]:
    """The lines of a text that begins behind a label, on a terminal no wider than it is; on a pipe one line."""
    if screen.width is None:
        return [text]
    used = display_width(label)
    first = wrap_text(text, screen.room(used))[0]
    rest = text[len(first) :]
    later = wrap_text(rest, screen.room(min(used, len(_INDENT + _HINT.en)))) if rest else ()
    return [line.rstrip() for line in (first, *later)]


def _left_over(code: str, count: int, screen: Screen) -> str:
    return screen.paint(_MORE.in_(screen.lang).format(code=code, count=count), Ink.DIM)
