"""What an export remembers of its plan, beside what its tables show: enough to read the plan back.

It goes to everybody who gets the file, so it holds no text of an item: digests tell whether a cell is as it was.
Names of departments, ids, references, target numbers and an action's leader and date are all that it repeats.
"""

from __future__ import annotations

import hashlib
from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar

from kepu_cli.findings import Lang
from kepu_cli.model import Role
from kepu_cli.names import normal, split_names
from kepu_cli.patterns import pattern
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.model import Action

SHEET = "_kepu"
SCHEMA = 3
# Versions that remembered less, and can be read all the same.
EARLIER = frozenset((2,))
# The part of a document that holds the same, and the element that is all of it.
NAMESPACE = "urn:kepu-cli:memory"
PART = "memory"
ROLE_COLUMNS = {Role.LEAD: Column.LEAD, Role.RESPONSIBLE: Column.RESPONSIBLE, Role.SUPPORT: Column.SUPPORT}


class Mark:
    """What comes back from a file that went through many hands: checked there, and closed for anything else.

    Writing one needs no check, and no pydantic, which takes longer to import than a workbook to make.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMark(Mark):
    """The plan as a whole; `heading` is the digest of the title above its division table.

    `columns` are those of the table, `left_out` those that it might have filled too.
    """

    title: str
    year: int | None = None
    period: tuple[int, int] | None = None
    region: str = ""
    annex: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    action_count: int | None = None
    lang: Lang = Lang.ZH
    columns: tuple[Column, ...]
    left_out: tuple[Column, ...] = ()
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMark(Mark):
    """An item. `cells` are the digests of what its row shows; blank cells are left out.

    `long` texts may be cut at the ends of pages: their length, and where they have line ends.
    `names` of a cell that does not tell them by itself; `passed` are the names there that it has from its action or
    its projects; `inherits` the texts that are its action's. `label` is the length of a project's name where its text
    follows, `same_text` is set where that repeats the name; `reason` is how much of the remark says why nobody is
    named. An action without a row of its own has its names, date and leader in `own`, `due` and `leader`. `targets` are
    the items that its references mean within the plan; a reference by a duty's text is remembered as its path. `goals`
    are its targets where the table shows them.
    """

    id: str = ""
    kind: str | None = None
    covers: tuple[str, ...] = ()
    targets: dict[str, str] = field(default_factory=dict)
    goals: dict[str, Any] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    cells: dict[Column, str] = field(default_factory=dict)
    long: dict[Column, tuple[int, ...]] = field(default_factory=dict)
    names: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    passed: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    inherits: tuple[Column, ...] = ()
    label: int = 0
    same_text: bool = False
    reason: int = 0
    own: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    due: str = ""
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """`items` by path, in the order of the plan. Members, groups and outlines are data as a plan file holds them."""

    plan: PlanMark
    items: Mapping[str, ItemMark]
    departments: tuple[Mapping[str, Any], ...]
    groups: Mapping[str, tuple[str, ...]]
    outline: tuple[Any, ...]


def memory_records(memory: Memory, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[Any, ...]]:
    """What it tells of, the first and last printed row (None where none is), and the data, as JSON has them."""
    for path, mark in memory.items.items():
        first, last = places.get(path, (None, None))
        yield path, first, last, _marked(mark)
    yield "plan", None, None, _marked(memory.plan)
    yield from (("department", None, None, each) for each in memory.departments)
    yield from (("group", None, None, [name, *bodies]) for name, bodies in memory.groups.items())
    yield from (("outline", None, None, each) for each in memory.outline)


def digest(text: str) -> str:
    """Tells whether a cell is as it was, without telling what it was."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def cell_names(cell: str) -> tuple[str, ...]:
    """The names in a cell, whose lines are broken behind separators too."""
    return split_names(_AFTER_SEPARATOR.sub("", cell))


def names_digest(names: tuple[str, ...]) -> str:
    """Of the names in a cell, however its lines are broken; empty for none."""
    return digest("\n".join(names)) if names else ""


def path_text(path: Path) -> str:
    return "/".join(map(str, path))


def action_path(path: str) -> str:
    """The path of the action that an item belongs to; an action's own is its own."""
    return "/".join(path.split("/")[:2])


def reference_names(action: Action, home: int, position: int, *, within: bool) -> frozenset[str]:
    """What a duty may be referred to by, compared as `normal` has it: from within its action, or from elsewhere."""
    duty = action.duties[position]
    own = {normal(duty.id or str(position + 1)), normal(duty.text)}
    far = {normal(f"{action.id or home + 1}/{name}") for name in own} | ({normal(duty.id)} if duty.id else set())
    return frozenset(own | far if within else far)


def _marked(mark: PlanMark | ItemMark) -> dict[str, Any]:
    """What is not as it is by default."""
    told = {each.name: (getattr(mark, each.name), each.default) for each in fields(mark)}
    return {name: value for name, (value, default) in told.items() if value != ({} if default is MISSING else default)}


_AFTER_SEPARATOR = pattern(r"(?<=[、，,；;])[ \t]*\n[ \t]*")
