"""Very many findings on two screens: by rule, worst first, a line each, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.choices import choice_words
from kepu_cli.findings import Words
from kepu_cli.printable import printable
from kepu_cli.reports.screen import SEVERITY_INK, Ink
from kepu_cli.reports.source_frame import first_columns
from kepu_cli.text_width import wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.findings import Finding, Severity
    from kepu_cli.reports.screen import Screen

    Groups = dict[tuple[Severity, str], list[Finding]]


def overview(file: str, findings: Sequence[Finding], screen: Screen, most: int) -> str:
    """The findings by severity and rule, of each at most `most` and only as many as two screens hold.

    On a terminal, places in `file` itself go without its name, which leaves room for what is wrong.
    """
    groups: Groups = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    quota = _quota(groups, 2 * SHORTEST - _OTHER_LINES, most)
    lines = [line for group in groups.values() for line in _group(file, group, quota, screen)]
    closing = wrap_text(screen.pick(_ALL), screen.room())
    return "\n".join([*lines, "", *(screen.paint(line.rstrip(), Ink.DIM) for line in closing)]) + "\n\n"


# The rows of the smallest usual terminal; and what stands around the list: blank lines, the summary, the prompt.
SHORTEST = 24
_OTHER_LINES = 8

_HEAD = Words("{severity} {code} {title}：{count} 处", "{severity} {code} {title}: {count}")
_MORE = Words("……还有 {count} 处", "… {count} more")
_ALL = Words(
    "问题较多，这里只列要点。--all 列出每一处的原文和改法，--rule 只看一条规则",
    "Too many to tell in full. --all lists each with its line and what to do, --rule shows one rule",
)
_INDENT = "  "


def _quota(groups: Groups, room: int, most: int) -> int:
    """How many of each rule can be listed so that all rules find room; 0 where only their counts do."""
    for quota in range(most, 0, -1):
        if sum(1 + min(len(group), quota) + (len(group) > quota) for group in groups.values()) <= room:
            return quota
    return 0


def _group(file: str, findings: list[Finding], quota: int, screen: Screen) -> Iterator[str]:
    first = findings[0]
    severity = screen.pick(choice_words("severity", first.severity))
    facts = {"code": first.code, "title": _title(first.code, screen), "count": len(findings)}
    head = screen.pick(_HEAD).format(severity=severity, **facts)
    yield screen.paint(head, SEVERITY_INK[first.severity])
    for finding in findings[:quota]:
        place = finding.place
        short = screen.width is not None and place.file == file
        where = f"{place.line}:{place.column}" if short else printable(str(place))
        text = f"{where}: {printable(finding.message.in_(screen.lang))}"
        yield _INDENT + first_columns(text, screen.room(len(_INDENT)))
    if len(findings) > quota > 0:
        yield _INDENT + screen.paint(screen.pick(_MORE).format(count=len(findings) - quota), Ink.DIM)


def _title(code: str, screen: Screen) -> str:
    from kepu_cli.catalogue import find_rule

    return screen.pick(find_rule(code).TITLE)
