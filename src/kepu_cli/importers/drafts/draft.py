"""What was read of a document, before it is a plan: items with places and doubts, and everything left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Said
    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.blocks.block import Place


class Written(NamedTuple):
    """A stretch of the document, as it stands there."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An action, or a duty below one. `number` as written without its punctuation (（一） is 一), `text` without it.

    `attributions` are what stands at the item, in order: usually none or one; two where labels come in several lines.
    `due` is from a column of its own; `extra` are columns or labels that a plan has no field for.
    `doubts` are told and become a comment above the item. `sources` are the places that went into it, `written` what
    stands there: number, text and attributions, so that every character of a text can be found again.
    """

    number: str
    text: str
    place: Place
    attributions: tuple[Attribution, ...] = ()
    due: str = ""
    leader: str = ""
    kind: str = ""
    remark: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Said, ...] = ()
    sources: tuple[Place, ...] = ()
    written: tuple[Written, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftAction(DraftItem):
    duties: tuple[DraftItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text that is no item and no attribution, whole."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """One plan of a document. `members` are the names of a 领导小组/成员单位 list, in order, where there is one.

    `region` is 县/市 with its name as the title has it (什邡市); `year` and `period` as the title says.
    `written` is the title as it stands, `repeated` what the document says again word for word: that is told in a note
    and needs no second place.
    """

    title: str
    actions: tuple[DraftAction, ...]
    place: Place
    region: str = ""
    year: int | None = None
    period: tuple[int, int] | None = None
    members: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    notes: tuple[Said, ...] = ()
    written: tuple[Written, ...] = ()
    repeated: tuple[Written, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole document: its plans in order, what belongs to none of them, what the reader noted."""

    file: str
    plans: tuple[DraftPlan, ...]
    leftovers: tuple[Leftover, ...] = ()
    notes: tuple[Said, ...] = ()
