"""K010 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 科普讲座 #1 进校园
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: '科普讲座 #1 进校园'
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K010"
NAME = "cut-by-comment"
SEVERITY = Severity.WARNING
TITLE = Words("“#”把内容截断了", "A number sign cuts a value short")
WHY = Words(
    "空格加“#”是注释的开头，“方案 #1 修订”只会读到“方案”，后面的字悄悄丢了。",
    "A space and # begin a comment: of “plan #1 revised” only “plan” is read, and nobody notices.",
)
MESSAGES: dict[str, Words] = {
    "cut": Words("“#”之后的“{lost}”被当作注释，没有读", "“{lost}” behind the # is taken for a comment and not read"),
}
HINTS: dict[str, Words] = {
    "cut": Words(
        "是内容的，请给整个值加引号；是注释的，请在“#”后面空一格",
        "put quotes around the whole value; if it is a comment, write a space behind the #",
    ),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
