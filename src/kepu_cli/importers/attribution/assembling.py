"""Labels, names and verbs in their order → who has which role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.attribution import doubts
from kepu_cli.importers.attribution.assembly import Assembly, Mention
from kepu_cli.importers.attribution.clauses import Atom, Sort, read_clause
from kepu_cli.importers.attribution.dues import begins_with_date, begins_with_limit
from kepu_cli.importers.attribution.persons import is_title, persons_in
from kepu_cli.importers.attribution.role_words import FIRST_LEADS, LABEL_ROLES, Label
from kepu_cli.importers.attribution.tokens import Token, tokens
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from kepu_cli.findings import Words
    from kepu_cli.importers.attribution.folding import Folded

    Check = Callable[[Assembly], bool]


def assemble(
    source: Folded, start: int, end: int, role: Role | None = None, *, is_spoilt: Check | None = None
) -> Assembly:
    """Reads `source.plain[start:end]`; `role` is what names have where the text does not say it itself.

    Reading ends early as soon as `is_spoilt`: most stretches of a document are prose, and that shows soon.
    """
    assembler = Assembler(source)
    assembler.read(start, end, role, is_spoilt)
    return assembler.assembly()


@dataclass(slots=True)
class Assembler:
    """Reads one stretch of a text after the other; what a label says ends with its stretch."""

    source: Folded
    _mentions: list[Mention] = field(default_factory=list)
    _dues: list[tuple[int, int]] = field(default_factory=list)
    _persons: list[tuple[str, int, int]] = field(default_factory=list)
    _unread: list[tuple[int, int]] = field(default_factory=list)
    _opened: set[int] = field(default_factory=set)
    _is_open: bool = False
    _has_label: bool = False
    _has_verb: bool = False
    _first_leads: bool = False
    _leads_anew: bool = False
    _label_seen: bool = False
    _label: Label | None = None
    _label_word: str = ""
    _role: Role | None = None
    _pending: list[Atom] = field(default_factory=list)
    _helps: bool = False
    _last_comma: int = 0
    _opens: bool = False
    _outer: list[tuple[Label | None, Role | None, str]] = field(default_factory=list)
    _led: bool = False

    def assembly(self) -> Assembly:
        """What all stretches together were found to hold so far."""
        return Assembly(
            self.source,
            tuple(self._mentions),
            tuple(self._dues),
            tuple(self._persons),
            tuple(self._unread),
            frozenset(self._opened),
            self._is_open,
            self._has_label,
            self._has_verb,
            self._first_leads,
            self._leads_anew,
        )

    def read(self, start: int, end: int, role: Role | None = None, is_spoilt: Check | None = None) -> None:
        """Reads a stretch; see `assemble`."""
        self._label, self._role, self._led = None, role, False
        judged = 0
        for token in tokens(self.source.plain, start, end):
            # Words that were harmless once stay so: what is read behind them can only vouch for them.
            if is_spoilt and len(self._unread) > judged:
                if is_spoilt(self.assembly()):
                    break
                judged = len(self._unread)
            if token.label is not None:
                self._begin(token)
            elif token.mark:
                self._mark(token)
            else:
                self._clause(token)
        self._flush()

    def read_fact(self, start: int, end: int) -> None:
        """Reads a stretch of persons or of a date; any other is not understood here."""
        for atom in read_clause(self.source.plain, start, end):
            if atom.sort is Sort.PERSON:
                self._persons.append(("", atom.start, atom.end))
            elif atom.sort is Sort.DUE:
                self._dues.append((atom.start, atom.end))
            elif atom.sort is not Sort.NOTHING:
                self._unread.append((start, end))
                break

    def _begin(self, token: Token) -> None:
        if not self._outer:
            self._flush()
        self._has_label = True
        self._opens = False
        self._leads_anew = self._leads_anew or (token.label is Label.LEAD and self._label_seen)
        self._label_seen = self._label_seen or token.label in (Label.RESPONSIBLE, Label.SUPPORT)
        self._first_leads = self._first_leads or token.first_leads
        self._label, self._role, self._led = token.label, LABEL_ROLES.get(token.label or Label.PLAIN), False
        self._label_word = self.source.written(token.start, token.end).strip("：:()（）【】〔〕[] ")

    def _mark(self, token: Token) -> None:
        if any(char in "。;" for char in token.mark):
            self._flush()
        if self._label is Label.PERSON and any(char in "。;!?\n" for char in token.mark):
            self._label, self._role = None, None
        if "," in token.mark:
            self._last_comma = token.start
        if token.mark == "(":
            self._outer.append((self._label, self._role, self._label_word))
            self._opens = True
        elif token.mark == ")" and self._outer:
            if self._role is not self._outer[-1][1] and self._role is not None:
                self._flush()
            self._label, self._role, self._label_word = self._outer.pop()

    def _clause(self, token: Token) -> None:
        if self._label is Label.PERSON and self._take_persons(token):
            return
        if self._label is Label.DUE and self._take_due(token):
            return
        for atom in read_clause(self.source.plain, token.start, token.end):
            self._take(atom)

    def _take_persons(self, token: Token) -> bool:
        atoms = [*read_clause(self.source.plain, token.start, token.end)]
        if any(atom.sort is Sort.ROLE for atom in atoms):
            self._label, self._role = None, None
            return False
        plain = self.source.plain
        phone = _PHONE.search(plain, token.start, token.end)
        stop = phone.start() if phone else token.end
        if phone or ":" in plain[token.start : token.end]:
            self._unread.append((stop if phone else token.start, token.end))
        if stop == token.start or ":" in plain[token.start : stop]:
            return True
        for begin, end in persons_in(plain[token.start : stop]) or ((0, stop - token.start),):
            start = token.start + begin
            if self._persons and _waits(plain, *self._persons[-1][1:], start):
                start = self._persons.pop()[1]
            self._persons.append((self._label_word, start, token.start + end))
        return True

    def _take_due(self, token: Token) -> bool:
        """What follows a due label is due, up to the next label or a clause with names and their verb."""
        atoms = [*read_clause(self.source.plain, token.start, token.end)]
        sorts = {atom.sort for atom in atoms}
        if Sort.ROLE in sorts and sorts & {Sort.NAME, Sort.GROUP} and Sort.PROSE not in sorts:
            self._label, self._role = None, None
            return False
        between = self.source.plain[self._dues[-1][1] : token.start] if self._dues else ""
        if any(char in "。\n" for char in between) and not begins_with_date(self.source.plain[token.start : token.end]):
            self._label, self._role = None, None
            return False
        self._dues.append((token.start, token.end))
        return True

    def _take(self, atom: Atom) -> None:
        if atom.sort in (Sort.NAME, Sort.GROUP, Sort.STRANGE):
            if self._opens:
                self._flush()
            self._opens = False
            self._pending.append(atom)
        elif atom.sort is Sort.ROLE and atom.role:
            self._verb(atom)
        elif atom.sort is Sort.JOINT:
            self._join()
        elif atom.sort is Sort.BEGIN:
            self._flush()
        elif atom.sort is Sort.OPEN:
            self._is_open = True
            self._opened.add(atom.start)
        elif atom.sort is Sort.DUE:
            self._dues.append((atom.start, atom.end))
        elif atom.sort is Sort.PERSON:
            self._take_person(atom)
        elif atom.sort is Sort.PROSE and FIRST_LEADS.search(self.source.plain, atom.start, atom.end):
            self._first_leads = True
        elif atom.sort is Sort.PROSE and self._is_due(atom):
            self._dues.append((atom.start, atom.end))
        elif atom.sort is Sort.PROSE:
            self._flush()
            self._unread.append((atom.start, atom.end))

    def _take_person(self, atom: Atom) -> None:
        start = atom.start
        if self._persons and not self._persons[-1][0] and _waits(self.source.plain, *self._persons[-1][1:], start):
            start = self._persons.pop()[1]
        self._persons.append(("", start, atom.end))

    def _is_due(self, atom: Atom) -> bool:
        """Words behind names that begin with a limit: 2026年汛期前完成堤防加固."""
        return bool(self._mentions or self._pending) and begins_with_limit(self.source.plain[atom.start : atom.end])

    def _verb(self, atom: Atom) -> None:
        """The names before a verb have its role; of those in a class of their own (甲，乙配合) nobody can be sure."""
        if not (self._pending or self._mentions or self._label):
            self._unread.append((atom.start, atom.end))  # 加强督查: nobody does it
            return
        self._has_verb = True
        role = atom.role or Role.RESPONSIBLE
        if self._helps:
            self._give(Role.SUPPORT, is_told=True, doubt=doubts.BOTH if role is Role.LEAD else None)
        else:
            doubt = doubts.GUIDES if atom.guides else None
            if role is not Role.RESPONSIBLE and self._role is None:
                self._give(role, is_told=True, doubt=doubt or doubts.BEFORE_COMMA, until=self._last_comma)
            self._led = self._led or role is Role.LEAD
            self._give(role, is_told=True, doubt=doubt)
        self._helps = False

    def _join(self) -> None:
        """甲会同乙: without a label 甲 leads; what follows supports until the clause's verb."""
        self._has_verb = True
        if self._role is None:
            self._led = self._led or bool(self._pending)
        self._give(self._role or Role.LEAD, is_told=True)
        self._helps = True

    def _flush(self) -> None:
        """Names without a verb of their own: the label's, else responsible."""
        role = self._role
        if self._helps:
            self._give(Role.SUPPORT, is_told=True)
        elif role is Role.LEAD and self._led:
            self._give(Role.RESPONSIBLE, is_told=False)
        else:
            self._give(role or Role.RESPONSIBLE, is_told=role is not None)
        self._helps = False

    def _give(self, role: Role, *, is_told: bool, doubt: Words | None = None, until: int | None = None) -> None:
        """Gives the role to the names that wait for one, or to those before position `until`."""
        kept = [atom for atom in self._pending if until is not None and atom.start >= until]
        for atom in self._pending[: len(self._pending) - len(kept)]:
            own = atom.role is not None
            self._mentions.append(
                Mention(
                    atom.start,
                    atom.end,
                    atom.role or role,
                    atom.sort,
                    is_told or own,
                    self._role is not None,
                    None if own else doubt,
                )
            )
        self._pending = kept


def _waits(plain: str, begin: int, end: int, start: int) -> bool:
    """Whether what stands before a person is a title of theirs: 县委常委、副县长 李某."""
    between = plain[end:start]
    return between.strip(" ") in ("", "、") and is_title(plain[begin:end].rpartition("、")[2])


_PHONE = pattern(r" *\d[\d\-]{5,}$")
