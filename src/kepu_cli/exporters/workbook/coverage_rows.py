"""The rows of the sheet 覆盖检查: what the check has found, what nobody covers, each with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.choices import choice_words
from kepu_cli.coverage import GRADE_WORDS, Grade
from kepu_cli.findings import Lang, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.checking import Report
    from kepu_cli.coverage import Coverage, Graded, IdleMember
    from kepu_cli.findings import Finding, Path, Place
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Item, Plan


class Trouble(NamedTuple):
    """One row: how grave, at what, what is wrong, what to do, and file and line where they are known."""

    grade: str
    item: str
    wrong: str
    remedy: str
    place: str


@dataclass(frozen=True, slots=True)
class Troubles:
    """`found` are mistakes, `gaps` what nobody or nobody in particular holds, `idle` members without tasks,
    `open_duties` what the outline asks and the plan leaves out. `infos` counts what is listed nowhere.
    """

    found: tuple[Trouble, ...]
    gaps: tuple[Trouble, ...]
    idle: tuple[Trouble, ...]
    open_duties: tuple[Trouble, ...]
    infos: int


def troubles(plan: Plan, coverage: Coverage, report: Report | None, places: Places | None) -> Troubles:
    """Errors and warnings of `report`; one that tells of a gap stands with the gap and not twice.

    What is held by default is no row. Without `places` a gap without a finding has no place.
    """
    findings = report.findings if report else ()
    told = {_item(finding.path): finding for finding in findings if finding.code in _TELL_OF_GAPS}
    rows = _Rows(plan, told, places)
    gaps = tuple(graded for graded in coverage.gaps if graded.grade is not Grade.BY_DEFAULT)
    listed = {
        *(graded.row.path for graded in gaps),
        *(member.path for member in coverage.idle),
        *(duty.path for duty in coverage.outline),
    }
    others = [each for each in findings if not (each.code in _TELL_OF_GAPS and _item(each.path) in listed)]
    return Troubles(
        tuple(rows.of_finding(each) for each in others if each.severity is not Severity.INFO),
        tuple(map(rows.of_gap, gaps)),
        tuple(rows.of_idle(each) for each in coverage.idle),
        tuple(
            rows.of_another(each.path, f"{each.outline}/{each.duty.id} {each.duty.text}", _OPEN, _OPEN_REMEDY)
            for each in coverage.outline
        ),
        sum(each.severity is Severity.INFO and each.code != _BY_DEFAULT for each in others),
    )


# Rules about what the coverage tells too: no lead, nobody in charge, group only; idle members, open duties.
_TELL_OF_GAPS = frozenset(("K301", "K401", "K403", "K404", "K406", "K208"))
# Tells of what is held by default, which is counted by itself.
_BY_DEFAULT = "K402"

_WRONG = {
    Grade.NOBODY: Words("没有写单位，或者写的不是具体单位", "names nobody, or nobody in particular"),
    Grade.GROUP_ONLY: Words("只写了单位组，没有具体单位", "names only a group, no department"),
    Grade.NO_LEAD: Words("写了单位，没有牵头的", "names departments, none leads"),
}
_REMEDY = {
    Grade.NOBODY: Words("请写上负责的单位", "please name who is in charge"),
    Grade.GROUP_ONLY: Words("请在单位组之外写明一个具体单位", "please name a department besides the group"),
    Grade.NO_LEAD: Words("请定一个牵头单位", "please settle who leads"),
}
_DELIBERATE = Words("有意不定单位：{why}", "left open on purpose: {why}")
_DOUBTFUL = Words("写的单位名册里没有，或者对得上几个", "the name is not in the roster, or fits several members")
_DOUBTFUL_REMEDY = Words("请先改正单位名称", "please put the name right first")
_UNSURE_LEAD = Words("牵头写的是“{names}”，和名册对不上", "the lead, “{names}”, does not fit the roster")
_UNSURE_LEAD_REMEDY = Words("请改正单位名称，改好就有牵头了", "please put the name right; then it leads")
_PERHAPS = Words("{wrong}；写的“{name}”多半是它", "{wrong}; probably meant by “{name}”")
_IDLE = Words("没有任务", "has no task")
_GROUPED = Words("只通过单位组承担任务", "holds tasks through groups only")
_IDLE_REMEDY = Words("请确认是否漏写", "please make sure that it was not forgotten")
_OPEN = Words("方案里没有承接", "nothing in the plan takes it up")
_OPEN_REMEDY = Words("请安排到一项任务里，并写明“对应”", "please let a task take it up, and say so under covers")
_NUMBERED = Words("第 {number} 项", "item {number}")
_MEMBER = Words("名册单位", "member")
_DUTY = Words("上级纲要", "outline")


_LONGEST_ITEM = 60  # characters


def _item(path: Path) -> Path:
    """The item, member or outline duty that a path belongs to."""
    if path[:1] == ("actions",):
        return path[:4] if len(path) > 2 and path[2] in ("duties", "projects") else path[:2]
    return path[:4] if path[:1] == ("outline",) else path[:2]


class _Rows:
    def __init__(self, plan: Plan, told: Mapping[Path, Finding], places: Places | None) -> None:
        self._plan, self._lang, self._told, self._places = plan, plan.lang, told, places

    def of_finding(self, finding: Finding) -> Trouble:
        grade = choice_words("severity", finding.severity).in_(self._lang)
        return Trouble(grade, self._label(finding), *self._said(finding), _place(finding.place))

    def of_gap(self, graded: Graded) -> Trouble:
        grade = GRADE_WORDS[graded.grade].in_(self._lang)
        row = graded.row
        item = _named(row.item) or row.called.in_(self._lang)
        if finding := self._told.get(row.path):
            return Trouble(grade, item, *self._said(finding), _place(finding.place))
        place = self._where(row.path)
        if graded.because:
            return Trouble(grade, item, _DELIBERATE.in_(self._lang).format(why=graded.because), "", place)
        wrong, remedy = _WRONG[graded.grade], _REMEDY[graded.grade]
        if graded.doubtful and graded.grade is Grade.NOBODY:
            wrong, remedy = _DOUBTFUL, _DOUBTFUL_REMEDY
        elif graded.unsure:
            wrong, remedy = _UNSURE_LEAD, _UNSURE_LEAD_REMEDY
        names = (", " if self._lang is Lang.EN else "、").join(graded.unsure)
        return Trouble(grade, item, wrong.in_(self._lang).format(names=names), remedy.in_(self._lang), place)

    def of_idle(self, idle: IdleMember) -> Trouble:
        wrong, remedy = _GROUPED if idle.through_group else _IDLE, _IDLE_REMEDY
        if idle.meant_by:
            perhaps = {lang: _PERHAPS.in_(lang).format(wrong=wrong.in_(lang), name=idle.meant_by) for lang in Lang}
            wrong, remedy = Words(perhaps[Lang.ZH], perhaps[Lang.EN]), _DOUBTFUL_REMEDY
        return self.of_another(idle.path, idle.department, wrong, remedy)

    def of_another(self, path: Path, item: str, wrong: Words, remedy: Words) -> Trouble:
        """A member, or a duty of the outline."""
        grade = (_MEMBER if path[0] == "departments" else _DUTY).in_(self._lang)
        if finding := self._told.get(path):
            return Trouble(grade, item, *self._said(finding), _place(finding.place))
        return Trouble(grade, item, wrong.in_(self._lang), remedy.in_(self._lang), self._where(path))

    def _label(self, finding: Finding) -> str:
        match finding.path:
            case ("actions", int(at), ("duties" | "projects") as level, int(position), *_):
                action = self._plan.actions[at]
                return _named((action.duties if level == "duties" else action.projects)[position])
            case ("actions", int(at), *_):
                return _named(self._plan.actions[at]) or _NUMBERED.in_(self._lang).format(number=at + 1)
        return " ".join(finding.item)

    def _said(self, finding: Finding) -> tuple[str, str]:
        return finding.message.in_(self._lang), finding.hint.in_(self._lang) if finding.hint else ""

    def _where(self, path: Path) -> str:
        return _place(self._places.find(path)) if self._places else ""


def _named(item: Item) -> str:
    """Enough of it to know it by: the whole text stands in the division table."""
    text = f"{item.id} {item.label}".strip()
    return text if len(text) <= _LONGEST_ITEM else f"{text[:_LONGEST_ITEM]}…"


def _place(place: Place) -> str:
    """File and line; the file without its folders, which concern nobody outside the office."""
    name = PureWindowsPath(place.file).name
    return f"{name}:{place.line}" if name else ""
