"""The law: what is offered can be written. Names of all kinds, in all places, replaced one at a time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.checking import check
from tests.plans import load

_MEMBERS = ["县教育局", "县科协", "县财政局", "县民政局", "县生态环境局", "县卫生局", "团县委", "县委宣传部"]
_WRITTEN = st.sampled_from(
    [
        *_MEMBERS,
        "县教育句",
        "县教育局牵头",
        "由县科协负责",
        "县教育局和县科协",
        "县教育局团县委",
        "教育部",
        "省科协",
        "县环保局",
        "县卫健委",
        "县弄政局",
        "县教育局局长",
        "王县长",
        "县文爱办",
        "县林业局",
        "宣传步",
        "县财政局、县民政局",
        "县科携",
        "团省委",
        "县科协等",
    ]
)
_NAMES = st.lists(_WRITTEN, max_size=4).map("、".join)
_NEW = ("K201", "K202", "K205", "K206")


def _plan(lead: str, responsible: str) -> str:
    return (
        f"方案: 示例\n年度: 2026\n地区: 示例县\n成员单位: [{', '.join(_MEMBERS)}]\n"
        f'重点任务: [{{名称: 甲, 牵头单位: "{lead}", 责任单位: "{responsible}", 完成时限: 年底前}}]\n'
    )


def _found(text: str) -> list[str]:
    report = check(load(text))
    return sorted(finding.code for finding in report.findings if finding.code in _NEW)


@settings(deadline=None, max_examples=60)
@given(_NAMES, _NAMES)
def test_what_is_offered_can_be_written(lead: str, responsible: str) -> None:
    text = _plan(lead, responsible)
    before = _found(text)
    for finding in check(load(text)).findings:
        if finding.code != "K201" or finding.hint is None:
            continue
        names = finding.hint.facts.get("names") or (finding.hint.facts.get("first"), finding.hint.facts.get("second"))
        assert isinstance(names, tuple)
        offered = [str(name) for name in names if name]
        assert set(offered) <= set(_MEMBERS)
        for choice in [[one] for one in offered] if "first" in finding.hint.facts else [offered] * bool(offered):
            after = _found(_replaced(text, finding.place.line, finding.place.column, finding.place.width, choice))
            assert after == _without_one(before, "K201")


def _replaced(text: str, line: int, column: int, width: int, names: list[str]) -> str:
    lines = text.split("\n")
    row = lines[line - 1]
    lines[line - 1] = row[: column - 1] + "、".join(names) + row[column - 1 + width :]
    return "\n".join(lines)


def _without_one(codes: list[str], code: str) -> list[str]:
    at = codes.index(code)
    return codes[:at] + codes[at + 1 :]
