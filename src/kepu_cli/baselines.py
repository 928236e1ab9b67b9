"""A baseline (基线): what was found on the day it was written is accepted; only what is new is told."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Lang

SCHEMA = 1


class Mark(NamedTuple):
    """What makes a finding the same one after lines have moved: file, rule, item and the names in its message."""

    file: str
    code: str
    item: tuple[str, ...]
    names: tuple[str, ...]


# How many findings of each mark are accepted.
Baseline = Counter[Mark]


def render(reports: Sequence[Report], folder: str, lang: Lang) -> str:
    """The baseline as JSON; files are named relative to `folder`, where it will stand. Messages are for people."""
    # Every check asks for a baseline, few plans have one.
    from kepu_cli.json_text import json_text

    found: dict[Mark, list[Finding]] = {}
    for mark, finding in _marked(reports, folder):
        found.setdefault(mark, []).append(finding)
    entries = [
        {
            "file": mark.file,
            "code": mark.code,
            "item": list(mark.item),
            "names": list(mark.names),
            "count": len(findings),
            "message": findings[0].message.in_(lang),
        }
        for mark, findings in found.items()
    ]
    return json_text({"schema": SCHEMA, "baseline": entries})


def read_baseline(data: bytes, label: str) -> Baseline:
    """The baseline in a file's bytes. Raises KepuError for anything else."""
    import json

    try:
        content = json.loads(data.decode("utf-8-sig"))
        entries = content[_LISTS[content["schema"]]]
        return Counter({_mark(entry): int(entry["count"]) for entry in entries})
    except (ValueError, KeyError, TypeError, AssertionError, OverflowError, RecursionError):
        raise KepuError(say(_NO_BASELINE, file=label)) from None


def is_baseline(data: bytes) -> bool:
    """The bytes are a baseline, which a new one may replace."""
    try:
        read_baseline(data, "")
    except KepuError:
        return False
    return True


def without_known(report: Report, left: Baseline, folder: str) -> Report:
    """The report without the findings that the baseline accepts, which are taken off `left`."""
    kept: list[Finding] = []
    for mark, finding in _marked([report], folder):
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(finding)
    return report._replace(findings=tuple(kept), known=len(report.findings) - len(kept))


# Where each version of the form keeps its list.
_LISTS = {SCHEMA: "baseline"}
_NO_BASELINE = Words(
    "{file} 不是基线文件；请换一个文件名，--baseline 文件 --write-baseline 会新写一份",
    "{file} is no baseline; please name another file: --baseline FILE --write-baseline writes a new one",
)


def _marked(reports: Sequence[Report], folder: str) -> Iterator[tuple[Mark, Finding]]:
    for report in reports:
        file = _relative(report.file, folder)
        for finding in report.findings:
            yield Mark(file, finding.code, finding.item, finding.message.names()), finding


def _relative(file: str, folder: str) -> str:
    """With forward slashes, so that a baseline written on one system holds on another; standard input is `-`."""
    if file.startswith("<"):
        return "-"
    try:
        return PurePath(os.path.relpath(file, folder or os.curdir)).as_posix()
    except ValueError:  # another drive
        return PurePath(file).as_posix()


def _mark(entry: dict[str, object]) -> Mark:
    file, code, item, names = (entry[key] for key in ("file", "code", "item", "names"))
    assert isinstance(item, list)
    assert isinstance(names, list)
    return Mark(str(file), str(code), tuple(map(str, item)), tuple(map(str, names)))
