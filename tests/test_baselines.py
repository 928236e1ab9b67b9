"""A baseline accepts what was there, by what it says and not by its line, and nothing that is new."""

from __future__ import annotations

import json
from collections import Counter
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.baselines import is_baseline, read_baseline, render, without_known
from kepu_cli.checking import Report, check
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.loading.load import load_bytes
from tests.plans import NOWHERE

PLAN = dedent("""\
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 甲行动
        牵头单位: 县教育局
        责任单位: 县科协、县文爱办、县文爱办二
        完成时限: 年底前
      - 名称: 乙行动
        牵头单位: 县教育局、县教育局
        责任单位: 县科协、县文爱办
        完成时限: 年底前
    """)


def _report(text: str, file: str = "plan.yaml") -> Report:
    return check(load_bytes(text.encode(), file, NOWHERE))


def _new(after: str, before: str = PLAN) -> list[tuple[str, int]]:
    left = read_baseline(render([_report(before)], "", Lang.ZH).encode(), "b.json")
    return [(finding.code, finding.place.line) for finding in without_known(_report(after), left, "").findings]


@pytest.mark.parametrize(
    ("change", "new"),
    [
        pytest.param(("", ""), [], id="nothing"),
        pytest.param(("方案:", "# 说明\n\n方案:"), [], id="lines moved"),
        pytest.param(("县文爱办二", "县文爱办三"), [("K201", 8)], id="another name"),
        pytest.param(("县科协、县文爱办\n", "县科协、县文爱办、县文爱办二\n"), [("K201", 12)], id="known elsewhere"),
        pytest.param(("名称: 乙行动", "名称: 丙行动"), [("K205", 11), ("K201", 12)], id="another item"),
        pytest.param(("名称: 甲行动", "编号: 一\n    名称: 甲行动"), [], id="an id is added"),
        pytest.param(("县科协、县文爱办、", "县科协、"), [], id="one is mended"),
    ],
)
def test_what_counts_as_new(change: tuple[str, str], new: list[tuple[str, int]]) -> None:
    assert _new(PLAN.replace(*change)) == new


def test_actions_may_change_places() -> None:
    head, first, second = PLAN.split("  - 名称")
    assert _new(f"{head}  - 名称{second}  - 名称{first}") == []


def test_as_many_as_were_there_are_accepted_and_no_more() -> None:
    twice = PLAN.replace("县教育局、县教育局", "县教育局、县教育局、县教育局")
    assert _new(twice) == [("K205", 11)]
    assert _new(PLAN, twice) == []


def test_known_findings_are_counted() -> None:
    report = _report(PLAN)
    left = read_baseline(render([report], "", Lang.ZH).encode(), "b.json")
    fresh = without_known(report, left, "")
    assert (fresh.findings, fresh.known) == ((), len(report.findings))
    assert left.total() == 0


def test_files_are_named_from_where_the_baseline_stands() -> None:
    written = render([_report(PLAN, "plans/2026/a.yaml")], "plans", Lang.EN)
    assert {entry["file"] for entry in json.loads(written)["baseline"]} == {"2026/a.yaml"}
    left = read_baseline(written.encode(), "")
    assert without_known(_report(PLAN, "a.yaml"), Counter(left), "..").findings != ()
    assert without_known(_report(PLAN, "2026/a.yaml"), Counter(left), "").findings == ()


@pytest.mark.parametrize("lang", Lang)
def test_the_language_of_the_messages_does_not_matter(lang: Lang) -> None:
    first, second = (render([_report(PLAN)], "", one) for one in (lang, Lang.EN))
    assert read_baseline(first.encode(), "") == read_baseline(second.encode(), "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"schema": 2, "baseline": []}',
        b'{"schema": 1, "baseline": [{}]}',
        b'{"schema": 1, "baseline": [{"file": "a", "code": "K201", "item": "x", "names": [], "count": 1}]}',
        b'{"schema": 1, "baseline": [{"file": "a", "code": "K201", "item": [], "names": [], "count": "many"}]}',
        b'{"schema": 1, "baseline": 3}',
        b"\xff\xfe",
        b"[" * 100_000,
        "方案: 示例\n".encode(),
    ],
    ids=range(12),
)
def test_what_is_no_baseline_is_refused_in_one_sentence(data: bytes) -> None:
    assert not is_baseline(data)
    with pytest.raises(KepuError) as caught:
        read_baseline(data, "b.json")
    assert caught.value.sentence(Lang.ZH).startswith("b.json 不是基线文件")


@given(st.binary(max_size=80))
def test_any_bytes_are_either_a_baseline_or_refused(data: bytes) -> None:
    try:
        read_baseline(data, "b.json")
    except KepuError:
        assert not is_baseline(data)


def test_an_editors_byte_order_mark_does_no_harm() -> None:
    assert is_baseline(b"\xef\xbb\xbf" + render([_report(PLAN)], "", Lang.ZH).encode())
