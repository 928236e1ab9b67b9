"""What the comparison leaves to people: items that may be one, and what it could not settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import NONE
from kepu_cli.exporters.changes.wording import titled
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import ListColumn, ListGroup
from kepu_cli.findings import Words
from kepu_cli.writing.history_line import history_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.comparing.changes import Mentioned, Proposal
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.exporters.listing import Cell
    from kepu_cli.findings import Lang, Path
    from kepu_cli.ledger import Ledger, Row

_PROPOSALS_SHEET = Words("疑似同一事项", "Perhaps the same")
_DOUBTS_SHEET = Words("需要核实", "To be looked at")

_HEADS = (
    (Words("序号", "No."), Span(6, 8, by_longest=True)),
    (Words("旧方案", "Old plan"), Span(30, 60)),
    (Words("新方案", "New plan"), Span(30, 60)),
    (Words("相似", "Alike"), Span(8, 10, by_longest=True)),
    (Words("怎么办", "What to do"), Span(34, 70)),
)
_CENTRED = frozenset((0, 3))
_PROPOSED = Words("疑似同一事项（{count}），没有当作同一项对照", "Perhaps the same item ({count}); not compared as one")
_DOUBTED = Words("需要核实（{count}）", "To be looked at ({count})")
_RECORD = Words(
    "是同一项的，在新方案这一项里写上“{line}”；不是的，不用管。",
    "If they are one, write “{line}” at the item in the new plan; if not, leave it.",
)
_NUMBER_FIRST = Words(
    "是同一项的，先在旧方案给它一个别的项没有的编号，再对照一次；不是的，不用管。",
    "If they are one, give the old item an id of its own and compare again; if not, leave it.",
)
_PAIRED = Words(
    "其中一项现在只凭编号和别的一项对照。", "By its number alone, one of the two is compared with another. "
)


def doubts_sheet(comparison: Comparison) -> Words:
    """What its table is called."""
    return _PROPOSALS_SHEET if comparison.proposals else _DOUBTS_SHEET


def doubts_columns(lang: Lang) -> tuple[ListColumn, ...]:
    return tuple(ListColumn(head.in_(lang), span, at in _CENTRED) for at, (head, span) in enumerate(_HEADS))


def doubts_groups(comparison: Comparison, lang: Lang) -> tuple[ListGroup, ...]:
    """Nothing where nothing is left to people."""
    old = {row.path: row for row in comparison.old.rows}
    new = {row.path: row for row in comparison.new.rows}
    proposed = tuple(_proposed(at, each, new, lang) for at, each in enumerate(comparison.proposals, start=1))
    doubted: tuple[tuple[Cell, ...], ...] = tuple(
        (at, _at(each.old, old, comparison.old), _at(each.new, new, comparison.new), "", each.words.in_(lang))
        for at, each in enumerate(comparison.doubts, start=1)
    )
    kinds = ((_PROPOSED, proposed), (_DOUBTED, doubted))
    return tuple(ListGroup(words.in_(lang).format(count=len(rows)), rows) for words, rows in kinds if rows)


def _proposed(number: int, proposal: Proposal, rows: Mapping[Path, Row], lang: Lang) -> tuple[Cell, ...]:
    line = history_line(proposal.level, rows[proposal.new.path].item.formerly, proposal.reference, lang)
    paired = _PAIRED.in_(lang) if proposal.is_paired else ""
    told = paired + (_RECORD if line else _NUMBER_FIRST).in_(lang).format(line=line)
    return number, _title(proposal.old, lang), _title(proposal.new, lang), f"{proposal.score}%", told


def _title(item: Mentioned, lang: Lang) -> str:
    return titled(item.number, item.name) or NONE.in_(lang)


def _at(path: Path | None, rows: Mapping[Path, Row], ledger: Ledger) -> str:
    """The item or the member that a path leads to or into, "" for none."""
    if path and path[0] == "departments":
        return ledger.register.members[int(path[1])]
    row = rows.get(path[:4]) or rows.get(path[:2]) if path else None
    return titled(row.id, row.label) if row else ""
