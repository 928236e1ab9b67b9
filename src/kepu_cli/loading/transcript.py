"""Nodes → plain data with English keys: the vocabulary applied, unknown and duplicate keys found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Flaw, Lang, Words
from kepu_cli.kinds import Child, children
from kepu_cli.loading.lost_dashes import items_behind, line_with_dash
from kepu_cli.loading.other_words import key_for
from kepu_cli.names import normal
from kepu_cli.spelling import nearest
from kepu_cli.vocabulary import KIND_WORDS, VOCABULARY, english_key, english_keys, key_in, written_keys
from kepu_cli.yaml_source.decoding import code_point
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Fact, Path
    from kepu_cli.yaml_source.nodes import Node

Data = str | list["Data"] | dict[str, "Data"] | None


@dataclass(slots=True)
class Transcript:
    """What was read from one file. `fields` finds the nodes again: id of a map node → English key → (key, value).

    `items_behind`: id of a list's item → the items that YAML takes for parts of it, having no dash; `lists`: id of a
    list that has such items → all of its items.
    """

    file: str
    flaws: list[Flaw] = field(default_factory=list)
    fields: dict[int, dict[str, tuple[ScalarNode, Node]]] = field(default_factory=dict)
    items_behind: dict[int, list[MapNode]] = field(default_factory=dict)
    lists: dict[int, list[Node]] = field(default_factory=dict)

    def read(self, node: Node, kind: str | None, path: Path) -> Data:
        """A node as data; `kind` is the vocabulary's kind for its mappings, None for free texts by name."""
        if isinstance(node, ScalarNode):
            return _text_of(node)
        if isinstance(node, ListNode):
            return self._read_items(node, kind, path)
        return self._read_fields(node, kind, path) if kind else self._read_names(node, None, path)

    def items_of(self, node: ListNode) -> list[Node]:
        """The items of a list that was read, those without a dash among them."""
        return self.lists.get(id(node), node.items)

    def _read_items(self, node: ListNode, kind: str | None, path: Path) -> Data:
        """An item that has no dash comes to light only while the one before it is read."""
        before = len(self.items_behind)
        data = [self.read(item, kind, (*path, at)) for at, item in enumerate(self._items(node))]
        if len(self.items_behind) > before:
            self.lists[id(node)] = [*self._items(node)]
        return data

    def _items(self, node: ListNode) -> Iterator[Node]:
        for item in node.items:
            yield item
            yield from self.items_behind.get(id(item), ())

    def _read_fields(self, node: MapNode, kind: str, path: Path) -> Data:
        if len(node.entries) == 1 and kind in _SENTENCES and (sentence := self._sentence(node, kind, path)):
            return sentence
        fields = self._fields_of(node, kind, path)
        nested = children(kind)
        data: dict[str, Data] = {}
        for name, (_, value) in fields.items():
            if isinstance(value, ScalarNode):
                # Nearly every field: neither a path nor a call is worth making for it.
                if (text := value.text) and not text.isspace():
                    data[name] = text
                continue
            how, child = nested.get(name, (None, None))
            here = (*path, name)
            if how is Child.BY_NAME and isinstance(value, MapNode):
                data[name] = self._read_names(value, child, here)
            else:
                data[name] = self.read(value, child, here)
        return data

    def _sentence(self, node: MapNode, kind: str, path: Path) -> str | None:
        """The text of a list's item that only a colon and a space in it have made a mapping: `- 科学课: 开齐开足`."""
        key, value = node.entries[0]
        if not isinstance(value, ScalarNode) or not value.text or not key.text or not isinstance(path[-1], int):
            return None
        if key.text in english_keys(kind) or _guess(key.text, kind, is_text=True).case not in ("unknown", "misplaced"):
            return None
        self.fields[id(node)] = {}
        place = place_of(key, self.file)
        self.flaws.append(Flaw("K004", "sentence", place, {"key": key.text}, path=(*path, key.text)))
        return f"{key.text}: {value.text}"

    def _read_names(self, node: MapNode, kind: str | None, path: Path) -> Data:
        """A mapping whose keys are the clerk's own, such as targets."""
        fields = self.fields.setdefault(id(node), {})
        for key, value in node.entries:
            if first := fields.get(key.text or ""):
                self._tell_duplicate(key, first[0], path)
            else:
                fields[key.text or ""] = (key, value)
        return {name: self.read(value, kind, (*path, name)) for name, (_, value) in fields.items()}

    def _fields_of(self, node: MapNode, kind: str, path: Path) -> dict[str, tuple[ScalarNode, Node]]:
        """English key → nodes. A misspelt key is read as the one it resembles: one mistake, one finding."""
        fields = self.fields.setdefault(id(node), {})
        strangers: list[tuple[ScalarNode, Node]] = []
        known = english_keys(kind)
        parts: list[MapNode] | None = None
        for at, entry in enumerate(node.entries):
            key = entry[0]
            name = known.get(key.text or "")
            if name is None:
                strangers.append(entry)
            elif name not in fields:
                fields[name] = entry
            else:
                if parts is None:
                    parts = items_behind(node, at, known) if path and isinstance(path[-1], int) else []
                if parts and parts[0].entries[0] is entry:
                    self._part_items(node, parts, path)
                    break
                self._tell_duplicate(key, fields[name][0], path)
        if strangers:
            self._guess_at(strangers, kind, path, fields)
        return fields

    def _guess_at(
        self,
        strangers: list[tuple[ScalarNode, Node]],
        kind: str,
        path: Path,
        fields: dict[str, tuple[ScalarNode, Node]],
    ) -> None:
        """Tells the unknown keys, and enters those that a slip has made into `fields`."""
        seen: dict[str, ScalarNode] = {}
        for key, value in strangers:
            if first := seen.get(key.text or ""):
                self._tell_duplicate(key, first, path)
                continue
            seen[key.text or ""] = key
            meant = self._tell_unknown((key, value), kind, path, fields)
            if meant and meant not in fields:
                fields[meant] = (key, value)

    def _part_items(self, node: MapNode, parts: list[MapNode], path: Path) -> None:
        """Tells the items that a list's item holds besides itself, for they are read as such."""
        self.items_behind[id(node)] = parts
        for before, part in pairwise((node, *parts)):
            key, also = part.entries[0][0], place_of(before.entries[0][0], self.file)
            facts: dict[str, Fact] = {"key": key.text or "", "line": line_with_dash(part.entries[0])}
            self.flaws.append(Flaw("K003", "new-item", place_of(key, self.file), facts, also, (*path, key.text or "")))

    def _tell_duplicate(self, key: ScalarNode, first: ScalarNode, path: Path) -> None:
        place, also = place_of(key, self.file), place_of(first, self.file)
        facts: dict[str, Fact] = {"key": key.text or "", "first": first.text or "", "line": also.line}
        kind = "same" if key.text == first.text else "synonym"
        self.flaws.append(Flaw("K003", kind, place, facts, also, (*path, key.text or "")))

    def _tell_unknown(
        self, entry: tuple[ScalarNode, Node], kind: str, path: Path, fields: Mapping[str, tuple[ScalarNode, Node]]
    ) -> str | None:
        """Records the unknown key; returns the field it was probably meant to be."""
        key, value = entry
        typed = key.text or ""
        guess = _guess(typed, kind, is_text=_is_text(value))
        case, facts, also = guess.case, {"key": typed, **guess.facts}, None
        if guess.field in fields and case in _RENAMING:
            # Renamed, it would stand there twice.
            first = fields[guess.field][0]
            also = place_of(first, self.file)
            case, facts = "standing", {"key": typed, "meant": first.text or "", "line": also.line}
        self.flaws.append(Flaw("K004", case, place_of(key, self.file), facts, also, (*path, typed)))
        return guess.field if case in _RENAMING else None


class _Guess(NamedTuple):
    """The case of rule K004 with its facts, and the field that was probably meant."""

    case: str
    facts: dict[str, Fact]
    field: str = ""


# The kinds whose items are often one sentence and no mapping.
_SENTENCES = frozenset(("Duty", "Project"))

# The cases in which the key is to be written otherwise, and is read as if it were.
_RENAMING = ("misspelt", "invisible", "invisible-sign", "synonym", "person")


def _guess(typed: str, kind: str, *, is_text: bool) -> _Guess:
    plain = normal(typed)
    lang = Lang.EN if plain.isascii() else Lang.ZH
    if field := english_key(kind, plain):
        if typed.casefold() == plain:
            return _Guess("misspelt", {"meant": plain}, field)
        odd = next((sign for sign in typed if sign not in plain and sign != " " and not sign.isalnum()), "")
        codes: dict[str, Fact] = {"code": code_point(odd)} if odd else {}
        return _Guess("invisible-sign" if odd else "invisible", {"meant": plain, **codes}, field)
    other, homes = key_for(kind, typed), _homes(typed, lang)
    meant: dict[str, Fact] = {"meant": key_in(kind, other, lang)} if other else {}
    if other and (is_text or not homes):
        return _Guess(_OTHER_CASES.get(other, "synonym"), meant, other)
    if homes:
        return _Guess("misplaced-meant" if other else "misplaced", {"homes": homes, **meant})
    if near := _meant(plain, written_keys(kind, lang)):
        return _Guess("misspelt", {"meant": near}, english_key(kind, near) or "")
    return _Guess("unknown", {"keys": tuple(key_in(kind, name, lang) for name in VOCABULARY[kind])})


_OTHER_CASES = {"leader": "person", "extra": "own"}


def _text_of(node: ScalarNode) -> str | None:
    """Blanks between quotes are nothing written, like an empty text."""
    return None if not node.text or node.text.isspace() else node.text


def _is_text(value: Node) -> bool:
    """A text or a list of texts: 成员单位: 县科协 within an action is no roster in the wrong place."""
    items = value.items if isinstance(value, ListNode) else (value,)
    return all(isinstance(item, ScalarNode) for item in items)


def _meant(typed: str, known: tuple[str, ...]) -> str | None:
    """The key that a slip stands for: one character off, or mostly alike, or a key cut short (责任 for 责任单位)."""
    near = nearest(typed, known, _ALIKE) or (nearest(typed, known) if len(typed) == len("年渡") else None)
    return near or next((key for key in known if len(typed) > 1 and key.startswith(typed)), None)


# 责任人, a person, is no slip for 责任单位, a department.
_ALIKE = 0.6


def _homes(typed: str, lang: Lang) -> Words | None:
    """Where a key that is known, only not here, belongs."""
    kinds = [kind for kind in VOCABULARY if typed in written_keys(kind, lang)]
    if not kinds:
        return None
    return Words("、".join(KIND_WORDS[kind].zh for kind in kinds), ", ".join(KIND_WORDS[kind].en for kind in kinds))
