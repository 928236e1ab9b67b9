"""A finding in a few plain lines, for reports that leave the layout to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Finding, Lang


def finding_lines(finding: Finding, lang: Lang) -> Iterator[str]:
    """What is wrong; what to do; where else to look. Nothing in them is invisible, none of them breaks."""
    yield printable(finding.message.in_(lang))
    if finding.hint:
        yield printable(finding.hint.in_(lang))
    if finding.also:
        yield SEE.in_(lang) + printable(str(finding.also))


SEE = Words("另见：", "see also: ")
