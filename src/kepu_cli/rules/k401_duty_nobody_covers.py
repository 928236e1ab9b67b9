"""K401 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        完成时限: 2026年底前
        职责:
          - {内容: 组织青少年科技创新大赛, 牵头单位: 县教育局, 责任单位: 县科协}
          - 开展科普进校园

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        完成时限: 2026年底前
        职责:
          - {内容: 组织青少年科技创新大赛, 牵头单位: 县教育局, 责任单位: 县科协}
          - {内容: 开展科普进校园, 牵头单位: 县科协}
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.coverage import holds
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path, Said
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K401"
NAME = "duty-nobody-covers"
SEVERITY = Severity.ERROR
TITLE = Words("职责或项目无人负责", "A duty or project that nobody holds")
WHY = Words(
    "自己没有写单位，所属任务也没有，或者只写了“有关单位”。到年底一查，没有人做。",
    "Neither it nor its action names a department, or only a word such as 有关单位: in the end nobody has done it.",
)
WHOLE_PLAN = False

MESSAGE = Words(
    "{item}无人负责：没有写单位，所属任务也没有", "nobody holds {item}: no department here, none in its action"
)
MESSAGE_VAGUE = Words("{item}无人负责：只写了“{vague}”", "nobody holds {item}: there is only “{vague}”")
HINT = Words(
    "请写上单位；有意不定的，请写“无人负责说明”",
    "name a department; if it is left open on purpose, say why under unassigned_because",
)
HINT_NEIGHBOURS = Words(
    "请写上单位，同一任务里的其他工作由{names}承担；有意不定的，请写“无人负责说明”",
    "name a department, perhaps of those that hold the rest of the action: {names}; "
    "if it is left open on purpose, say why under unassigned_because",
)
HINT_OFFICE = Words(
    "请写上单位，定不下来的可以先由领导小组办公室（{office}）承担；有意不定的，请写“无人负责说明”",
    "name a department, as a last resort the leading group's office ({office}); "
    "if it is left open on purpose, say why under unassigned_because",
)

# Neighbours that a hint names.
NEIGHBOURS = 3


def check(subject: Subject) -> Iterator[Issue]:
    # An action without duties is K301's.
    left_open = [one.row for one in subject.coverage.graded if one.is_left_open and one.row.level is not Level.ACTION]
    neighbours = _held_in(subject.ledger) if left_open else {}
    for row in left_open:
        hint = _hint(tuple(neighbours.get(row.parent, ())), subject.plan.leading_group.office)
        yield Issue(row.label_path, _message(row, subject.ledger), hint)


def _held_in(ledger: Ledger) -> Mapping[Path, list[str]]:
    """Action → the first few departments that hold something in it."""
    held: dict[Path, list[str]] = defaultdict(list)
    for entry in ledger.entries:
        names = held[entry.path[:2]]
        if holds(entry) and len(names) < NEIGHBOURS and entry.department not in names:
            names.append(entry.department)
    return held


def _message(row: Row, ledger: Ledger) -> Said:
    entries = ledger.of(row.path)
    vague = tuple(dict.fromkeys(e.mention.department for e in entries if e.mention.sort is Sort.VAGUE))
    return say(MESSAGE_VAGUE, item=row.called, vague=vague) if vague else say(MESSAGE, item=row.called)


def _hint(neighbours: tuple[str, ...], office: str) -> Said:
    if neighbours:
        return say(HINT_NEIGHBOURS, names=neighbours)
    return say(HINT_OFFICE, office=office) if office else say(HINT)
