"""Texts that break careless files, and plans made of them."""

from __future__ import annotations

from hypothesis import strategies as st

from kepu_cli.model import Action, Department, Duty, Plan

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table></style><style>*{display:none}",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "a|b||c",
    "`rm -rf` **粗** _斜_ ~~删~~ [链](javascript:x) ![图](x)",
    "&amp;&#60;&copy; &",
    "\\|\\",
    "-->]]>",
    "=1+1",
    "# 一",
    "- 一",
    "1. 一",
    "---",
    "市科协\u202e局教育\u2066",
    "第一步\n第二步\r\n\r\n第三步",
    "a\x00b\x07c\x0bd\x1fe\x7f",
    "🧪👨‍👩‍👧𠮷𪚥",
    "字" * 400,
)

odd = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.one_of(
            st.sampled_from("\n\r\t\x00\x0b\x1f\x7f\x85\u2028\u202e\u2066\u2069\u200f\ufeff\ufffe\ud800 \u3000"),
            st.sampled_from("<&>\"'|{}%_=+-@#*`\\[]()!~:;$^1"),
            st.sampled_from("市科协教育局一二三，。“”—★🧪𠮷𪚥"),
            st.characters(),
        ),
        max_size=40,
    ),
)


def plan_with(title: str, action: str, measure: str, name: str, annex: str = "") -> Plan:
    """Two actions, three duties, one department; unchecked, so that every text stays as it is."""
    duty = Duty(id="1.1", text=measure, lead=(name,), remark=measure)
    # The field that makes a duty differ from the other is its responsible department.
    other = Duty(text=measure, responsible=(name, "市教育局"))
    return Plan(
        title=title,
        annex=annex,
        departments=(Department(name="市教育局"), Department(name=name)),
        actions=(
            Action(id="一", name=action, duties=(duty, other)),
            Action(name="第二项", duties=(duty,)),
        ),
    )
