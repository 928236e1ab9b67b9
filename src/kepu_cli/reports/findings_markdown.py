"""Findings as Markdown, to paste into a merge request or a message: a table a file, the infos folded in at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from kepu_cli.choices import choice_words
from kepu_cli.findings import Severity, Words
from kepu_cli.markdown_text import inert
from kepu_cli.reports import finding_counts
from kepu_cli.reports.finding_lines import SEE
from kepu_cli.reports.one_a_file import one_a_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Lang, Place

# What a comment on GitHub holds, in characters; comments elsewhere hold more.
COMMENT = 65_536


def render(reports: Sequence[Report], lang: Lang, limit: int = COMMENT) -> str:
    """The summary as a heading, errors and warnings of each file worst first, then the infos of each file, folded.

    Never longer than `limit` (which has to hold the heading): what has no room is counted in the last line.
    """
    reports = one_a_file(reports)
    files = inert(finding_counts.files(reports, lang))
    heading = f"### kepu · {files}{finding_counts.told(reports, lang)}\n"
    pieces = [*_pieces(reports, lang, folded=False), *_pieces(reports, lang, folded=True)]
    whole = heading + _joined(pieces)
    if len(whole) <= limit:
        return whole
    kept = _fitting(pieces, limit - len(heading) - len(_FOLD_END) - len(_cut(pieces, lang)))
    return heading + _joined(kept) + _cut(pieces[len(kept) :], lang)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row of a table, with everything that has to stand above it."""

    text: str
    severity: Severity


_HEADER = Words(
    "| 行:列 | 级别 | 问题 | 建议 | 规则 |", "| Line:column | Severity | What is wrong | What to do | Rule |"
)
_RULER = "| --- | --- | --- | --- | --- |"
_FOLD = "\n<details>\n<summary>{told}</summary>\n"
_FOLD_END = "\n</details>\n"
_ADVICE_AND_PLACE = Words("{advice}（{place}）", "{advice} ({place})")
_CUT = Words(
    "\n……篇幅所限，还有 {told}没有列出；用 kepu validate --all 查看全部。\n",
    "\n… {told} more had no room here; kepu validate --all lists everything.\n",
)


def _pieces(reports: Sequence[Report], lang: Lang, *, folded: bool) -> Iterator[_Piece]:
    fold = ""
    if folded and (infos := sum(report.count(Severity.INFO) for report in reports)):
        fold = _FOLD.format(told=finding_counts.counted({Severity.INFO: infos}, lang))
    for report in reports:
        title = f"\n#### {inert(report.file)}\n" if len(reports) > 1 else ""
        above = f"{title}\n{_HEADER.in_(lang)}\n{_RULER}\n"
        for finding in sorted(report.findings, key=lambda each: each.severity.rank):
            if (finding.severity is Severity.INFO) is folded:
                yield _Piece(f"{fold}{above}{_row(finding, report.file, lang)}", finding.severity)
                fold = above = ""


def _row(finding: Finding, file: str, lang: Lang) -> str:
    cells = (
        _place(finding.place, file),
        choice_words("severity", finding.severity).in_(lang),
        finding.message.in_(lang),
        _advice(finding, file, lang),
        finding.code,
    )
    return f"| {' | '.join(map(inert, cells))} |\n"


def _advice(finding: Finding, file: str, lang: Lang) -> str:
    advice = finding.hint.in_(lang) if finding.hint else ""
    if not finding.also:
        return advice
    place = SEE.in_(lang) + _place(finding.also, file)
    return _ADVICE_AND_PLACE.in_(lang).format(advice=advice, place=place) if advice else place


def _place(place: Place, file: str) -> str:
    """Without the name of the file, unless it is another one than the table's."""
    return f"{place.line}:{place.column}" if place.file == file else str(place)


def _joined(pieces: Sequence[_Piece]) -> str:
    text = "".join(piece.text for piece in pieces)
    return text + _FOLD_END if pieces and pieces[-1].severity is Severity.INFO else text


def _fitting(pieces: Sequence[_Piece], room: int) -> Sequence[_Piece]:
    """The first pieces that fit; none after one that does not, so that no gap goes unseen."""
    sizes = accumulate(len(piece.text) for piece in pieces)
    return pieces[: sum(1 for _ in takewhile(lambda size: size <= room, sizes))]


def _cut(pieces: Sequence[_Piece], lang: Lang) -> str:
    counts = Counter(piece.severity for piece in pieces)
    ordered = {severity: counts[severity] for severity in Severity}
    return _CUT.in_(lang).format(told=finding_counts.counted(ordered, lang))
