"""K203 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县发改局, 县科协]
    重点任务:
      - 名称: 科普基础设施工程
        牵头单位: 县发改委
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县发改局, 县科协]
    重点任务:
      - 名称: 科普基础设施工程
        牵头单位: 县发改局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Fix, Issue, Severity, Words, say
from kepu_cli.glued_names import in_brackets, role_in_brackets, split_brackets
from kepu_cli.names import without_open_end
from kepu_cli.roster import By, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said
    from kepu_cli.roster import Register
    from kepu_cli.rules.anatomy import Subject

CODE = "K203"
NAME = "other-spelling"
SEVERITY = Severity.INFO
TITLE = Words("单位写法与名册不同", "A name is not spelt as in the roster")
WHY = Words(
    "认得出是谁，但一张表里同一个单位有两种写法，看起来像两个单位。",
    "It is understood, but one body under two spellings looks like two in the table.",
)
WHOLE_PLAN = False
# A name that is to go need not be put right first.
YIELDS_TO = frozenset(("K205", "K206"))

MESSAGE = Words("“{name}”在名册里写作“{department}”", "the roster spells “{name}” as “{department}”")
HINT = Words("请统一写成“{department}”", "write “{department}” throughout")
# Who leads is a fact: taking the word out is safe only once it is said where it belongs.
HINT_ROLE = Words(
    "请只写“{department}”；是不是“{role}”，由所在的栏目说明，请核对",
    "write only “{department}”; let the key it stands under tell “{role}”, and see that it does",
)
HINT_OTHER = Words(
    "括号里的“{other}”在名册里是另一个单位：两个都要写的，请用顿号分开；只写一个的，请写“{department}”",
    "“{other}” in the brackets is another member: if both are meant, separate them; if not, write “{department}”",
)

# A declared short name is the roster's own, and a former name is K204's.
_OTHER = (By.ALIAS, By.PREFIX, By.EQUIVALENT)


def check(subject: Subject) -> Iterator[Issue]:
    register = subject.ledger.register
    for name in subject.ledger.names_of(Sort.DEPARTMENT):
        mention = name.mention
        if mention.by in _OTHER:
            written, _ = without_open_end(mention.written)
            department = mention.department
            lost = _lost_with_brackets(written, department, register)
            kept = _with_brackets(written, department, register)
            # 县财政局（会计股）, 县政府办（县民宗局）: an office or a second plate behind the roster's own spelling.
            if not lost and kept == written:
                continue
            message = say(MESSAGE, name=written, department=department)
            hint = lost or say(HINT, department=kept)
            # A declared spelling in brackets is not replaced by one without them.
            sure = not lost and (bool(split_brackets(kept)[1]) or not split_brackets(written)[1])
            fix = Fix(name.place, kept) if sure else None
            yield Issue(name.place, message, hint, also=register.place_of(department), fix=fix)


def _with_brackets(written: str, department: str, register: Register) -> str:
    """The roster's spelling, with the brackets that only the plan has; the short name is the roster's own too."""
    outer, brackets = split_brackets(written)
    if not brackets or register.declares(written) or split_brackets(department)[1]:
        return department
    own = register.resolve(outer)
    return (outer if own.department == department and own.by not in _OTHER else department) + brackets


def _lost_with_brackets(written: str, department: str, register: Register) -> Said | None:
    """What a person has to decide before the brackets go: a role, or another member."""
    if role := role_in_brackets(written):
        return say(HINT_ROLE, department=department, role=role)
    others = (inner for inner in in_brackets(written) if register.member(inner) not in (None, department))
    other = next(others, None)
    return say(HINT_OTHER, other=other, department=department) if other else None
