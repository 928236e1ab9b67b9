"""Reports for the machine formats: one small plan with every severity, and any number of hostile ones."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from kepu_cli.catalogue import rule_texts
from kepu_cli.checking import Report, check
from kepu_cli.findings import Finding, Place, Severity, Words, say
from tests.plans import EXAMPLES, load

GOLDEN = Path(__file__).with_name("golden")
EXAMPLE_PLANS = sorted(EXAMPLES.glob("*/*.yaml"))

_MESSAGE = Words("“{name}”写错了", "“{name}” is wrong")
_HINT = Words("是不是“{name}”？", "did you mean “{name}”?")
# What some format or some host takes for its own.
HOSTILE = (
    "市|科协",
    "a||b\\|c\\",
    "<b>市科协</b>",
    "</summary></details>",
    "<!--",
    "]]>",
    "a & b &amp; &#60;",
    "::error file=x::y",
    "a::b,c:d=e",
    "100%0A%25",
    "%",
    "a\r\nb",
    "\x1b[2J\x00\x07",
    "\u202e\u200b\ufeff\u2028",
    "\ufffe\uffff",
    "🙂 👨‍👩‍👧 𠮷",
    "@admin #12 !3 $5 ~6 ^7 &8",
    "http://x.example www.x.example mailto:a@b.example :smile:",
    "[x](http://y) ![z](1) [0](1) {0} {name}",
    "**粗** _斜_ `码` ~~删~~ ***",
    "```",
    "| a | b |",
    "- 甲",
    "12:30",
)

names = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
_numbers = st.integers(1, 10**6)
_places = st.builds(Place, names, _numbers, _numbers, st.integers(1, 99))


def a_finding(
    name: str = "市文爱办",
    code: str = "K201",
    severity: Severity = Severity.ERROR,
    place: Place | None = None,
    hint: str = "",
    also: Place | None = None,
) -> Finding:
    """A finding about a name, with a hint about another one where one is given."""
    said = say(_HINT, name=hint) if hint else None
    where = place or Place("plan.yaml", 5, 11, 4)
    path = ("actions", 3, "lead", 1)
    return Finding(code, "unknown-department", severity, say(_MESSAGE, name=name), said, where, path, also)


findings = st.builds(
    a_finding,
    names,
    st.sampled_from([text.code for text in rule_texts()]),
    st.sampled_from(Severity),
    _places,
    st.one_of(st.just(""), names),
    st.one_of(st.none(), _places),
)
reports = st.builds(Report, names, st.lists(findings, max_size=4).map(tuple), st.integers(0, 3))
some_reports = st.lists(reports, min_size=1, max_size=3)


def sample() -> Report:
    """A plan with errors, warnings and infos, names that are markup, and a finding with a second place.

    Only these rules are asked, so that a new one changes no golden file.
    """
    codes = frozenset(("K103", "K208", "K304", "K401", "K501"))
    return check(load(_PLAN, label="方案 2026/示例县.yaml"), only=codes)


_PLAN = """\
    方案: 示例县全民科学素质工作方案
    年度: 2026
    成员单位: [县科协, 县教育局, "县<b>农|林</b>局"]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        职责:
          - 编号: "1"
            名称: 建设科学教育基地
            责任单位: 县科协、有关单位
          - 编号: "1"
            名称: 流动科技馆巡展 [演示](1)
            责任单位: 县科协
      - 编号: 二
        名称: 农民科学素质提升行动
        职责:
          - 名称: 科普大集 100%
    """
