"""The rows of a department's news: what it takes on and hands over, and what else changed at its items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.change_views.by_department import is_own
from kepu_cli.change_views.change_words import NONE, WAYS, verb_words
from kepu_cli.comparing.changes import VERB_WORDS, Verb
from kepu_cli.exporters.changes.wording import SEMICOLON, briefly, reform, tellings, titled
from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import ROLE_WORDS, Role
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.change_views.by_department import DepartmentNews
    from kepu_cli.comparing.changes import Change, Shift
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Lang, Path
    from kepu_cli.ledger import Entry, Ledger

    # What happened, the item, the role before and now, the due date, details.
    NewsRow = tuple[str, str, str, str, str, str]

_GAINED, _LOST = Words("新增{role}", "new: {role}"), Words("退出{role}", "no longer {role}")
_NEW_ITEM, _GONE_ITEM = Words("本项是新增的", "a new item"), Words("本项已取消", "the item is gone")
_LED_BY = Words("由{names}牵头", "led by {names}")
_THROUGH = Words("随“{word}”", "through “{word}”")
_NO_ROLE = "—"


@dataclass(slots=True)
class _Told:
    """An item of a department: its own change of role, if any, and what else changed there."""

    shift: Shift | None = None
    changes: list[Change] = field(default_factory=list)


class _Passed(NamedTuple):
    """What shifts share that reach a department by one way."""

    before: Role | None
    after: Role | None
    way: str


class DepartmentRows:
    """Makes the rows of any department of one comparison."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        self._old, self._new, self._lang = comparison.old, comparison.new, lang
        self._old_rows = {row.path: row for row in comparison.old.rows}
        self._new_rows = {row.path: row for row in comparison.new.rows}

    def of(self, news: DepartmentNews) -> tuple[NewsRow, ...]:
        """Its own first, the heaviest roles ahead; what reaches it by one other way is one row for all its items."""
        told: dict[tuple[Path | None, Path | None], _Told] = {}
        shifts = (*news.gained, *news.changed, *news.lost)
        for kind in (news.gained, news.changed, news.lost):
            for shift in sorted(filter(is_own, kind), key=_weight):
                told[shift.new, None if shift.new else shift.old] = _Told(shift)
        for change in news.touched:
            told.setdefault((change.item, None), _Told()).changes.append(change)
        return (
            *self._reforms(news),
            *(self._row(one, news.department) for one in told.values()),
            *self._passed([shift for shift in shifts if not is_own(shift)]),
        )

    def _reforms(self, news: DepartmentNews) -> Iterator[NewsRow]:
        """A body that took over another one's tasks is told of them here, for to them nothing else happened."""
        word = VERB_WORDS[Verb.REFORMED].in_(self._lang)
        for change in news.itself:
            if change.verb is Verb.REFORMED and change.tasks:
                told, tasks = reform(change, self._lang)
                titles = (briefly(titled(one.number, one.name)) or NONE.in_(self._lang) for one in change.followers)
                yield word, "\n".join((told, *titles)), "", "", "", tasks

    def _row(self, one: _Told, department: str) -> NewsRow:
        happened = [verb_words(each).in_(self._lang) for each in one.changes]
        notes = [briefly(told) for told in tellings(one.changes, self._lang)]
        if shift := one.shift:
            happened.insert(0, self._shifted(shift))
            notes = [*self._notes(shift), *notes]
            title, roles = titled(shift.number, shift.name), (self._word(shift.before), self._word(shift.after))
            due = self._due(shift.new, shift.old)
        else:
            change = one.changes[0]
            role = self._role([change.item, *(each.path for each in change.followers)], department)
            title, roles, due = titled(change.number, change.name), (role, role), self._due(change.item)
        told = "\n".join(dict.fromkeys(happened))
        return told, briefly(title) or NONE.in_(self._lang), *roles, due, SEMICOLON.in_(self._lang).join(notes)

    def _passed(self, shifts: Iterable[Shift]) -> Iterator[NewsRow]:
        together: dict[_Passed, list[Shift]] = {}
        for shift in shifts:
            together.setdefault(_Passed(shift.before, shift.after, self._way(shift)), []).append(shift)
        for (before, after, way), found in together.items():
            titles = dict.fromkeys(briefly(titled(shift.number, shift.name)) or NONE.in_(self._lang) for shift in found)
            dues = {self._due(shift.new, shift.old) for shift in found}
            due = dues.pop() if len(dues) == 1 else ""
            yield self._shifted(found[0]), "\n".join(titles), self._word(before), self._word(after), due, way

    def _shifted(self, shift: Shift) -> str:
        if shift.before and shift.after:
            return VERB_WORDS[Verb.ROLE_CHANGED].in_(self._lang)
        words, role = (_GAINED, shift.after) if shift.after else (_LOST, shift.before)
        return words.in_(self._lang).format(role=self._word(role))

    def _word(self, role: Role | None) -> str:
        return ROLE_WORDS[role].in_(self._lang) if role else _NO_ROLE

    def _notes(self, shift: Shift) -> Iterator[str]:
        """Whether the item is new or gone, by which way the department has it, and who leads it now."""
        lang = self._lang
        if shift.old is None or shift.new is None:
            yield (_NEW_ITEM if shift.old is None else _GONE_ITEM).in_(lang)
        if way := self._way(shift):
            yield way
        if shift.new is not None and shift.after is not Role.LEAD and (leads := self._leads(shift.new)):
            yield _LED_BY.in_(lang).format(names=SEPARATOR.in_(lang).join(leads))

    def _leads(self, path: Path) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.department for entry in self._new.of(path) if entry.role is Role.LEAD))

    def _role(self, paths: Iterable[Path], department: str) -> str:
        """The heaviest role that it has there now, by itself or as a group word."""
        key = normal(department)
        held = {
            entry.role
            for path in paths
            for entry in self._new.of(path)
            if key in (normal(entry.department), normal(entry.mention.department))
        }
        return next((self._word(role) for role in Role if role in held), _NO_ROLE)

    def _due(self, new: Path | None, old: Path | None = None) -> str:
        rows, path = (self._new_rows, new) if new is not None else (self._old_rows, old)
        row = rows.get(path) if path is not None else None
        return (row.item.due or rows[row.parent].item.due) if row else ""

    def _way(self, shift: Shift) -> str:
        """By which group word, project or action it has its role now; of a role that is gone, had it."""
        basis = shift.after_basis if shift.after else shift.before_basis
        if basis is Basis.GROUP:
            return self._through_group(shift)
        return WAYS[basis].in_(self._lang) if basis in WAYS else ""

    def _through_group(self, shift: Shift) -> str:
        """The word, unless it is what the department itself goes by."""
        ledger, path = (self._new, shift.new) if shift.after else (self._old, shift.old)
        words = {normal(entry.mention.department) for entry in _grouped(ledger, path)}
        names = {*map(normal, (shift.department, *shift.formerly))}
        if names & words:
            return ""
        reaching = (entry for entry in _grouped(ledger, path) if normal(entry.department) in names)
        word = next((entry.mention.department for entry in reaching), "")
        return _THROUGH.in_(self._lang).format(word=word) if word else WAYS[Basis.GROUP].in_(self._lang)


def _weight(shift: Shift) -> int:
    return min(list(Role).index(role) for role in (shift.before, shift.after) if role)


def _grouped(ledger: Ledger, path: Path | None) -> tuple[Entry, ...]:
    entries = ledger.of(path) if path is not None else ()
    return tuple(entry for entry in entries if entry.mention.is_group)
