"""A file that was checked alone and together with others has several reports; most forms want one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.checking import Report


def one_a_file(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with those of the same file made one, where the first of them stood; findings keep their order."""
    files: dict[str, list[Report]] = {}
    for report in reports:
        files.setdefault(report.file, []).append(report)
    return tuple(_joined(of_file) if len(of_file) > 1 else of_file[0] for of_file in files.values())


def _joined(reports: list[Report]) -> Report:
    return reports[0]._replace(
        findings=tuple(finding for report in reports for finding in report.findings),
        waived=sum(report.waived for report in reports),
        known=sum(report.known for report in reports),
        strict=any(report.strict for report in reports),
    )
