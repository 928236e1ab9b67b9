"""Pairs the items of two plans: what was this item last year?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.item_references import by_reference, relative_ids
from kepu_cli.comparing.sameness import id_key, text_key, yearless_key
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from kepu_cli.comparing.sameness import Years
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row

    Key = Callable[[Row], Hashable | None]

DUPLICATE_ID = Words(
    "{plan}里编号 {id} 用了两次（“{first}”和“{second}”），分不清哪一条对哪一条；请先改成不同的编号，再做对比。",
    "{plan} uses the id {id} twice (“{first}” and “{second}”), so it is unclear which item is which; "
    "please give them different ids, then compare again.",
)
_OLD_PLAN = Words("旧方案", "The old plan")
_NEW_PLAN = Words("新方案", "The new plan")


class Pair(NamedTuple):
    """One item in both plans."""

    old: Row
    new: Row


class Matching(NamedTuple):
    """`pairs` and `added` in the new plan's order, `removed` in the old one's.

    `merged` are old items that a new item names beside the one it is paired with. `splits` leads from an added item to
    the old one that it names although another item goes on with it. `successors` leads from the path of every old item
    that lives on, merged ones included, to its new row. `unknown` are new items with what their 原编号 says in vain.
    `by_number` are the new paths of items that nothing but their running number pairs.
    """

    pairs: tuple[Pair, ...]
    merged: tuple[Pair, ...]
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    splits: Mapping[Path, Row]
    successors: Mapping[Path, Row]
    unknown: tuple[tuple[Row, str], ...]
    by_number: frozenset[Path]


def match_items(old: tuple[Row, ...], new: tuple[Row, ...], years: Years) -> Matching:
    """Pairs each old item with at most one new item of its level; time grows with the number of items.

    The surest evidence first: number and name agree; 原编号 says so; the name agrees, near by, then anywhere in the
    plan; the number agrees. So an item put in front, which shifts all numbers, is one added item and nothing else.
    Raises KepuError where two items side by side have one id.
    """
    refuse_duplicates(old, _OLD_PLAN)
    refuse_duplicates(new, _NEW_PLAN)
    matcher = _Matcher(old, new, years)
    matcher.match_actions()
    matcher.match_nested()
    return Matching(
        tuple(Pair(matcher.to_old[row.path], row) for row in new if row.path in matcher.to_old),
        tuple(matcher.merged),
        tuple(row for row in new if row.path not in matcher.to_old),
        tuple(row for row in old if row.path not in matcher.to_new),
        {path: row for path, row in matcher.splits.items() if path not in matcher.to_old},
        matcher.to_new,
        tuple(matcher.unknown),
        frozenset(matcher.by_number),
    )


def refuse_duplicates(rows: tuple[Row, ...], plan: Words) -> None:
    """Ids need to differ among the actions, and among the duties or projects of one action."""
    seen: dict[Hashable, Row] = {}
    for row in rows:
        if not row.id:
            continue
        parent = () if row.level is Level.ACTION else row.parent
        first = seen.setdefault((parent, row.level, id_key(row.id)), row)
        if first is not row:
            raise KepuError(say(DUPLICATE_ID, plan=plan, id=row.id, first=first.label, second=row.label))


@dataclass(slots=True)
class _Matcher:
    """Works through the kinds of evidence; a row that is paired stays paired."""

    old: tuple[Row, ...]
    new: tuple[Row, ...]
    years: Years
    to_new: dict[Path, Row] = field(default_factory=dict)
    to_old: dict[Path, Row] = field(default_factory=dict)
    merged: list[Pair] = field(default_factory=list)
    splits: dict[Path, Row] = field(default_factory=dict)
    unknown: list[tuple[Row, str]] = field(default_factory=list)
    by_number: set[Path] = field(default_factory=set)

    def match_actions(self) -> None:
        old, new = _at(self.old, nested=False), _at(self.new, nested=False)
        self._pair(old, new, _number_and_name)
        self._pair_by_former_ids(old, new)
        self._pair(old, new, _name, unique=True)
        self._pair(old, new, self._yearless(self.years.old), self._yearless(self.years.new), unique=True)
        paired = set(self.to_old)
        self._pair(old, new, _number)
        self.by_number |= self.to_old.keys() - paired
        self._pair_nameless(old, new)

    def match_nested(self) -> None:
        old, new = _at(self.old, nested=True), _at(self.new, nested=True)
        old_ids, new_ids = relative_ids(self.old), relative_ids(self.new)

        def near(old_key: Key, new_key: Key) -> None:
            self._pair(old, new, self._below_successor(old_key), _below_parent(new_key))

        def own_id(ids: Mapping[Path, str]) -> Key:
            return lambda row: ids[row.path] or None

        near(lambda row: (old_ids[row.path], text_key(row.label)), lambda row: (new_ids[row.path], text_key(row.label)))
        self._pair_what_was_left(old, new, old_ids, new_ids)
        self._pair_by_former_ids(old, new)
        near(_name, _name)
        near(self._yearless(self.years.old), self._yearless(self.years.new))
        self._pair(old, new, _number_and_name, unique=True)
        self._pair(old, new, _name, unique=True)
        paired = set(self.to_old)
        near(own_id(old_ids), own_id(new_ids))
        self.by_number |= self.to_old.keys() - paired
        self._pair(old, new, _lasting_id, unique=True)

    def _pair(
        self, old: Iterable[Row], new: Iterable[Row], old_key: Key, new_key: Key | None = None, *, unique: bool = False
    ) -> None:
        """Pairs free rows of one key, in order; with `unique` only where each plan has one such row."""
        olds = _grouped((row for row in old if row.path not in self.to_new), old_key)
        news = _grouped((row for row in new if row.path not in self.to_old), new_key or old_key)
        for key in olds.keys() & news.keys():
            if not unique or len(olds[key]) == len(news[key]) == 1:
                for before, after in zip(olds[key], news[key], strict=False):
                    self._join(before, after)

    def _join(self, old: Row, new: Row) -> None:
        self.to_new[old.path] = new
        self.to_old[new.path] = old

    def _pair_nameless(self, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """An action without number and name can only be known by its place in the list."""
        for before, after in zip(old, new, strict=False):
            is_free = before.path not in self.to_new and after.path not in self.to_old
            if is_free and any(not row.id and not row.label for row in (before, after)):
                self._join(before, after)

    def _pair_by_former_ids(self, old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
        """What 原编号 names: the first old item that is free becomes the pair, further ones were merged into it."""
        if not any(row.item.formerly for row in new):
            return
        known = by_reference(self.old, old)
        for row in new:
            for reference in row.item.formerly:
                before = self._best(known.get((row.level, id_key(reference)), []), row)
                if before is None:
                    self.unknown.append((row, reference))
                elif before.path in self.to_new:
                    self.splits.setdefault(row.path, before)
                elif row.path in self.to_old:
                    self.to_new[before.path] = row
                    self.merged.append(Pair(before, row))
                else:
                    self._join(before, row)

    def _pair_what_was_left(
        self, old: tuple[Row, ...], new: tuple[Row, ...], old_ids: Mapping[Path, str], new_ids: Mapping[Path, str]
    ) -> None:
        """An item that kept its number and a part of its text, where another one says that it was split off from it."""
        naming = _naming(new)
        if not naming:
            return
        stayed = _grouped((row for row in new if not row.item.formerly), _below_parent(lambda row: new_ids[row.path]))
        place = self._below_successor(lambda row: old_ids[row.path])
        for (level, reference), rows in by_reference(self.old, old).items():
            claims = naming.get((level, reference), ())
            for before in rows if claims else ():
                text = text_key(before.label)
                for after in stayed.get(place(before), []):
                    is_free = before.path not in self.to_new and after.path not in self.to_old
                    if is_free and _is_part_of(text_key(after.label), text) and text not in claims:
                        self._join(before, after)

    def _best(self, candidates: list[Row], new: Row) -> Row | None:
        """The only candidate, or of several the only one under the same action."""
        if len(candidates) > 1:
            candidates = [row for row in candidates if self._successor_of_parent(row) == new.parent]
        return candidates[0] if len(candidates) == 1 else None

    def _successor_of_parent(self, old: Row) -> Path | None:
        parent = self.to_new.get(old.parent)
        return parent.path if parent else None

    def _below_successor(self, key: Key) -> Key:
        def below(row: Row) -> Hashable | None:
            parent, value = self._successor_of_parent(row), key(row)
            return None if parent is None or value is None else (parent, row.level, value)

        return below

    def _yearless(self, year: int | None) -> Key:
        return lambda row: yearless_key(row.label, year) or None


def _at(rows: tuple[Row, ...], *, nested: bool) -> tuple[Row, ...]:
    return tuple(row for row in rows if (row.level is not Level.ACTION) is nested)


def _grouped(rows: Iterable[Row], key: Key) -> dict[Hashable, list[Row]]:
    grouped: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        value = key(row)
        if value is not None:
            grouped[value].append(row)
    return grouped


def _below_parent(key: Key) -> Key:
    def below(row: Row) -> Hashable | None:
        value = key(row)
        return None if value is None else (row.parent, row.level, value)

    return below


def _number_and_name(row: Row) -> Hashable:
    return row.level, id_key(row.id), text_key(row.label)


def _naming(rows: Iterable[Row]) -> dict[tuple[Level, str], set[str]]:
    """Reference → the texts of the items whose 原编号 it is."""
    naming: dict[tuple[Level, str], set[str]] = defaultdict(set)
    for row in rows:
        for reference in row.item.formerly:
            naming[row.level, id_key(reference)].add(text_key(row.label))
    return naming


def _is_part_of(rest: str, whole: str) -> bool:
    """Most signs that stand side by side in the one do so in the other."""
    pairs = [rest[at : at + 2] for at in range(len(rest) - 1)]
    return bool(pairs) and sum(pair in whole for pair in pairs) >= _MOST * len(pairs)


_MOST = 0.8


def _name(row: Row) -> Hashable | None:
    name = text_key(row.label)
    return (row.level, name) if name else None


def _number(row: Row) -> Hashable | None:
    return id_key(row.id) or None


def _lasting_id(row: Row) -> Hashable | None:
    """An id with a letter, such as K-017, is no running number and goes with its item wherever that moves."""
    key = id_key(row.id)
    return (row.level, key) if any(char.isalpha() for char in key) else None
