"""Bytes to a tree of texts, lists and mappings with positions, and what is wrong on the way.

YAML's own guesses are switched off: every scalar stays the text that was typed. Whatever makes YAML
dangerous or puzzling (anchors, aliases, merge keys, tags, directives, several documents) is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kepu_cli.collector import collector_paused
from kepu_cli.findings import Flaw, Place
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.comments import cut_values
from kepu_cli.yaml_source.decoding import decode
from kepu_cli.yaml_source.escapes import explain_escapes
from kepu_cli.yaml_source.hints import (
    explain_directive,
    explain_error,
    explain_key,
    explain_leftover,
    explain_root,
    explain_wide_key,
    shown,
    typed_tag,
)
from kepu_cli.yaml_source.nodes import ListNode, MapNode, Mark, Node, ScalarNode
from kepu_cli.yaml_source.page import WIDE_SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    # A node that is not at its end: itself, what takes its parts, its entries and the key of the next one.
    _Open = tuple[Node | None, Callable[[Node], None], list[tuple[ScalarNode, Node]] | None, ScalarNode | None]

MAX_DEPTH = 50
MAX_NODES = 500_000

Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
DEFAULT_LOADER: Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
# Without one of these in a file, no node of it needs a closer look.
_SUSPICIOUS = pattern(r"[&!\\]|<<|^[ \t]*(?:-[ \t]+)*[\u3000\xa0\u2002-\u200b\u202f－—–•●◆■]", re.MULTILINE)
# A line's indentation and dashes; the pure parser refuses the tabs behind them that the C parser takes for spaces.
_LINE_START = pattern(r"^([ \t]*(?:-[ \t]+)*)([^\r\n]*)", re.MULTILINE)


class Source(NamedTuple):
    """A file as read. `root` is None where a flaw makes the tree unusable."""

    file: str
    text: str
    root: Node | None
    flaws: tuple[Flaw, ...]


def read_source(data: bytes, file: str, loader: Loader = DEFAULT_LOADER) -> Source:
    """The tree of a plan's bytes; whatever the bytes hold, the answer is a Source."""
    text, notes = decode(data, file)
    if text is None:
        return Source(file, "", None, notes)
    reader = _Reader(text, file)
    with collector_paused():
        root = reader.read(loader)
    flaws = tuple(reader.flaws.values())
    if root is None or flaws:
        return Source(file, text, None, notes + flaws)
    return Source(file, text, root, notes + cut_values(text, root, file))


class _Event(Protocol):
    """What the parser's events carry; all have marks, the rest depends on the class."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None


class _Stop(Exception):  # noqa: N818 - no error: the flaw is noted already
    """Nothing behind this point is worth reading."""


class _Reader:
    """Builds the tree of one text; keeps the first flaw of each kind."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.flaws: dict[str, Flaw] = {}

    def read(self, loader: Loader) -> Node | None:
        """The tree, to be used only if `flaws` stays empty."""
        if flaw := explain_directive(self.text, self.file):
            self._note(flaw)
            return None
        parser = loader(self.text if loader is not yaml.SafeLoader else _with_spaces(self.text))
        try:
            root = self._build(parser)
        except _Stop:
            return None
        # The pure parser lets Python's own errors through, for numbers and code points out of range.
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The parser stumbles over what a slip found earlier has bent: one mistake, one finding.
            if not any(flaw.code == "K002" for flaw in self.flaws.values()):
                self._note(explain_error(self.text, self.file, error, loader))
            return None
        finally:
            parser.dispose()
        if not self.flaws and (flaw := explain_root(self.text, self.file, root)):
            self._note(flaw)
        return root

    def _build(self, parser: yaml.CSafeLoader | yaml.SafeLoader) -> Node | None:  # noqa: PLR0912
        """One loop over the events: nesting costs no stack, and the limits end it early."""
        # Kept in one piece: a call for every event would cost a tenth of the time.
        next_event = cast("Callable[[], _Event]", parser.get_event)
        watched = _is_suspicious(self.text)
        outermost: list[Node] = []
        # What the next node joins: the entries of a mapping, after its key, or else a list's items.
        add = outermost.append
        parent: Node | None = None
        entries: list[tuple[ScalarNode, Node]] | None = None
        key: ScalarNode | None = None
        stack: list[_Open] = []
        count = 0
        while True:
            event = next_event()
            kind: type[object] = event.__class__
            node: Node | None
            if kind is ScalarEvent:
                value = event.value
                plain = not event.style
                empty = value in _NOTHING if plain else not value
                node = scalar = ScalarNode(None if empty else value, event.start_mark, event.end_mark, plain)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                cast("ListNode | MapNode", parent).end = event.end_mark
                parent, add, entries, key = stack.pop()
                continue
            elif (node := self._open(event)) is None:
                if kind is DocumentEndEvent or kind is StreamEndEvent:
                    return outermost[0] if outermost else None
                continue
            count += 1
            if watched:
                self._inspect(event, is_key=entries is not None and key is None)
            if entries is None:
                add(node)
            elif key is None:
                key = scalar if kind is ScalarEvent and scalar.text is not None else self._odd_key(node)
            else:
                entries.append((key, node))
                key = None
            if kind is ScalarEvent and count <= MAX_NODES:
                continue
            if isinstance(node, MapNode):
                stack.append((parent, add, entries, key))
                parent, entries, key = node, node.entries, None
            elif isinstance(node, ListNode):
                stack.append((parent, add, entries, key))
                parent, add, entries = node, node.items.append, None
            if len(stack) > MAX_DEPTH or count > MAX_NODES:
                self._refuse(event, deep=count <= MAX_NODES)

    def _open(self, event: _Event) -> Node | None:
        """The node that an event other than a scalar begins, if it begins one."""
        kind: type[object] = event.__class__
        if kind is MappingStartEvent:
            return MapNode([], event.start_mark, event.end_mark)
        if kind is SequenceStartEvent:
            return ListNode([], event.start_mark, event.end_mark)
        if kind is AliasEvent:
            if "anchor" not in self.flaws:
                # An alias goes with its anchor: one finding for both.
                self._note(Flaw("K007", "alias", self._place(event), {"name": shown(f"*{event.anchor}")}))
            return ScalarNode("", event.start_mark, event.end_mark, plain=False)
        if kind is DocumentEndEvent:
            self._note(explain_leftover(self.text, self.file, event.end_mark.index))
        return None

    def _inspect(self, event: _Event, *, is_key: bool) -> None:
        """Notes what no plan may use: anchors, tags, merge keys, harmful escapes, keys behind a look-alike sign."""
        kind: type[object] = event.__class__
        if kind is AliasEvent:
            return
        if event.anchor is not None:
            self._note(Flaw("K007", "anchor", self._place(event), {"name": shown(f"&{event.anchor}")}))
        if event.tag is not None:
            self._note(Flaw("K007", "tag", self._place(event), {"name": typed_tag(self.text, event.start_mark.index)}))
        if kind is not ScalarEvent:
            return
        if event.style == '"' and "control-escape" not in self.flaws:
            self._note(explain_escapes(self.text, self.file, event.start_mark.index, event.end_mark.index))
        elif is_key and not event.style and event.value == "<<":
            self._note(Flaw("K007", "merge-key", self._place(event)))
        elif is_key and event.value[:1] in WIDE_SIGNS and not event.style and not self.flaws:
            self._note(explain_wide_key(self.text, self.file, event.start_mark.index))

    def _odd_key(self, node: Node) -> ScalarNode:
        """Notes a key that is no text; the key that stands in for it."""
        if "key-not-text" not in self.flaws:
            self._note(explain_key(self.text, self.file, node))
        return ScalarNode("", node.start, node.end, plain=False)

    def _refuse(self, event: _Event, *, deep: bool) -> NoReturn:
        # Nested keys are no mistake of their own.
        self.flaws.pop("key-not-text", None)
        kind, limit = ("too-deep", MAX_DEPTH) if deep else ("too-many-nodes", MAX_NODES)
        self._note(Flaw("K007", kind, self._place(event), {"limit": limit}))
        raise _Stop

    def _note(self, flaw: Flaw | None) -> None:
        if flaw is not None:
            self.flaws.setdefault(flaw.kind, flaw)

    def _place(self, event: _Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)


def _is_suspicious(text: str) -> bool:
    """Single signs are looked for first: in nearly every file there are none, and the pattern tries every character."""
    return any(sign in text for sign in _SIGNS) and _SUSPICIOUS.search(text) is not None


# Without any of these the pattern cannot match.
_SIGNS = ("&", "!", "\\", "<<", "\u3000", "\xa0", *map(chr, range(0x2002, 0x200C)), "\u202f", *"－—–•●◆■")


def _with_spaces(text: str) -> str:
    if "\t" not in text:
        return text
    return _LINE_START.sub(lambda match: match[1] + match[2].replace("\t", " "), text)
