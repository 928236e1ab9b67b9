"""A plan as YAML, with the keys of one language in their usual order. What it writes reads as the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kepu_cli.choices import CHOICES, choice_words
from kepu_cli.frozen import Frozen
from kepu_cli.key_order import sorted_positions
from kepu_cli.kinds import KINDS, Child, children
from kepu_cli.loading.builtin_outlines import builtin_reference
from kepu_cli.model import Outline
from kepu_cli.names import has_wide_brackets, split_names
from kepu_cli.text_width import display_width
from kepu_cli.vocabulary import VOCABULARY, key_in
from kepu_cli.writing.scalars import block, key, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.findings import Lang, Path
    from kepu_cli.model import Plan


def plan_yaml(plan: Plan, lang: Lang, comments: Mapping[Path, Sequence[str]] = MappingProxyType({})) -> str:
    """The plan with its roster and outlines put in.

    `comments` stand above what is at their path: an item of a list, a key of the plan itself, the whole plan.
    """
    return "\n".join(_Writer(lang, comments).mapping("Plan", plan, (), 0)) + "\n"


# A list that is read as one text and stands so; other lists have brackets.
_JOINED = frozenset(("lead", "responsible", "support", "groups"))
# Kinds of which one stands on one line, if it fits there.
_ON_ONE_LINE = frozenset(("Target", "FormerName", "Phase", "RuleSetting"))
# Keys that open a part of the plan: below a blank line, and never all on one.
_SECTIONS = frozenset(("departments", "groups", "outline", "phases", "actions", "rules", "waivers"))
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class _Writer:
    """Every method gives lines that begin `indent` blanks in."""

    lang: Lang
    comments: Mapping[Path, Sequence[str]]

    def mapping(self, kind: str, value: Frozen, path: Path, indent: int) -> Iterator[str]:
        for field in _written_fields(kind, value):
            if kind == "Plan":
                yield from self._above(field)
            head = f"{' ' * indent}{key_in(kind, field, self.lang)}:"
            yield from self._field(kind, field, getattr(value, field), head, (*path, field))

    def _above(self, field: str) -> Iterator[str]:
        """What stands above a key of the plan: the comments on the whole of it above the first."""
        if field == "title":
            yield from self._comments((), 0)
        if field in _SECTIONS:
            yield ""
        yield from self._comments((field,), 0)

    def _comments(self, path: Path, indent: int) -> Iterator[str]:
        for comment in self.comments.get(path, ()):
            yield from (f"{' ' * indent}# {line}".rstrip() for line in comment.split("\n"))

    def _field(self, kind: str, field: str, content: object, head: str, path: Path) -> Iterator[str]:
        indent = len(head) - len(head.lstrip(" "))
        how, child = children(kind).get(field, (None, None))
        if how is Child.ONE and child:
            yield head
            yield from self.mapping(child, _frozen(content), path, indent + 2)
        elif how is Child.MANY and child:
            yield head
            for at, item in enumerate(_tuple(content)):
                yield from self._item(child, item, (*path, at), indent + 2, spaced=field == "actions" and at > 0)
        elif how is Child.BY_NAME:
            yield from self._by_name(field, _mapping(content), head, indent + 2)
        else:
            yield from self._text(head, content, field, indent + 2)

    def _item(self, kind: str, value: object, path: Path, indent: int, *, spaced: bool) -> Iterator[str]:
        """A list's item, its first line with the dash."""
        dash = " " * indent + "- "
        if spaced:
            yield ""
        yield from self._comments(path, indent)
        if isinstance(value, Outline) and (reference := builtin_reference(value)):
            yield dash + reference
        elif (text := _bare_text(kind, value)) is not None:
            yield from self._text(dash.rstrip(), text, "", indent + 2)
        elif kind in _ON_ONE_LINE and _fits(dash + self._inside(kind, value)):
            yield dash + self._inside(kind, value)
        else:
            first, *others = [*self.mapping(kind, _frozen(value), path, indent + 2)] or ["{}"]
            yield dash + first.lstrip(" ")
            yield from others

    def _by_name(self, field: str, content: Mapping[str, object], head: str, indent: int) -> Iterator[str]:
        """Texts, names or small mappings by a name of the clerk's own."""
        on_one_line = f"{head} {self._named_inside(content)}"
        if field not in _SECTIONS and _fits(on_one_line):
            yield on_one_line
            return
        yield head
        pad = " " * indent
        for name, value in content.items():
            *long_sign, written = key(name).split("\n")
            yield from (pad + line for line in long_sign)
            if isinstance(value, Frozen):
                yield f"{pad}{written} {self._inside(type(value).__name__, value)}"
            else:
                yield from self._text(pad + written, value, field, indent + 2)

    def _text(self, head: str, content: object, field: str, indent: int) -> Iterator[str]:
        """One value behind its key or dash, over several lines where it has them."""
        if isinstance(content, str) and (lines := block(content, " " * indent)):
            first, *others = lines
            yield f"{head} {first}"
            yield from others
        else:
            yield f"{head} {self._leaf(field, content, inside=False)}"

    def _leaf(self, field: str, content: object, *, inside: bool) -> str:
        if field in CHOICES:
            word = {True: "yes", False: "no"}.get(content, content) if isinstance(content, bool) else content
            return choice_words(field, str(word)).in_(self.lang)
        if isinstance(content, tuple):
            return _list(field, content, inside=inside)
        return scalar(str(content), inside=inside)

    def _inside(self, kind: str, value: object) -> str:
        """A small mapping in braces, or the text that it may be."""
        text = _bare_text(kind, value)
        if text is not None:
            return self._leaf(KINDS[kind].BARE, text, inside=True)
        pieces = (
            f"{key_in(kind, field, self.lang)}: {self._leaf(field, getattr(value, field), inside=True)}"
            for field in _written_fields(kind, _frozen(value))
        )
        return "{" + ", ".join(pieces) + "}"

    def _named_inside(self, content: Mapping[str, object]) -> str:
        pieces = []
        for name, value in content.items():
            kind = type(value).__name__
            inner = self._inside(kind, value) if isinstance(value, Frozen) else scalar(str(value), inside=True)
            pieces.append(f"{key(name, inside=True)} {inner}")
        return "{" + ", ".join(pieces) + "}"


@lru_cache
def _order(kind: str) -> tuple[str, ...]:
    fields = tuple(VOCABULARY[kind])
    return tuple(fields[at] for at in sorted_positions(kind, fields))


def _written_fields(kind: str, value: Frozen) -> Iterator[str]:
    """Those that are required or hold something."""
    for field in _order(kind):
        content = getattr(value, field)
        if content != value.FIELDS[field].default:
            yield field


def _bare_text(kind: str, value: object) -> str | None:
    """The text that says all of a duty, a project, a member, a target or a setting."""
    bare = KINDS[kind].BARE
    if not bare:
        return None
    text = getattr(value, bare)
    if list(_written_fields(kind, _frozen(value))) != [bare] or not isinstance(text, str) or not text.strip():
        return None
    # A bare member is read as a list of names.
    return None if kind == "Department" and split_names(text) != (text,) else text


def _list(field: str, content: tuple[object, ...], *, inside: bool) -> str:
    """Two years, names as one text where they are read so, else a list in brackets."""
    texts = tuple(map(str, content))
    if field == "period":
        return "—".join(texts)
    joined = "、".join(texts)
    as_text = field in _JOINED or (field == "formerly" and len(texts) == 1)
    if as_text and texts and split_names(joined) == texts and not has_wide_brackets(joined):
        return scalar(joined, inside=inside)
    return f"[{', '.join(scalar(text, inside=True) for text in texts)}]"


def _fits(line: str) -> bool:
    return "\n" not in line and display_width(line) <= _WIDEST


def _frozen(value: object) -> Frozen:
    assert isinstance(value, Frozen)
    return value


def _tuple(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value


def _mapping(value: object) -> Mapping[str, object]:
    return value  # type: ignore[return-value]
