"""Every bar of the chart has its name: none stands so close to the next that a program leaves one out."""

from __future__ import annotations

import pytest

from kepu_cli.exporters.workbook.statistics_layout import lay_out

_FRAME = 74  # points for title, legend and axis


@pytest.mark.parametrize("annex", [False, True])
@pytest.mark.parametrize("count", [1, 12, 20, 25, 28, 30, 40, 120])
def test_the_charts_grow_with_the_departments(count: int, annex: bool) -> None:
    charts = lay_out("示例县2026年全民科学素质工作" * 3, ["县科协"] * count, 12, annex=annex).charts
    assert (charts[0].start, charts[-1].stop) == (0, count)
    assert all((one.height - _FRAME) / (one.stop - one.start) >= 12.5 for one in charts)


def test_no_departments() -> None:
    assert lay_out("示例县", [], 12, annex=False).charts == ()
