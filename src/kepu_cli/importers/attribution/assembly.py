"""What a stretch of text was found to hold: names with their roles, dues, persons, words that say something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kepu_cli.findings import Words
    from kepu_cli.importers.attribution.clauses import Sort
    from kepu_cli.importers.attribution.folding import Folded
    from kepu_cli.model import Role


class Mention(NamedTuple):
    """A name with its role: `is_told` by a label or a verb, `is_labelled` if it stands behind a label.

    `doubt` says in which way the role could also be read.
    """

    start: int
    end: int
    role: Role
    sort: Sort
    is_told: bool = False
    is_labelled: bool = False
    doubt: Words | None = None


class Assembly(NamedTuple):
    """Everything as positions in the plain text; persons with their label, or "" for one without.

    `opened` is where an 等 stands, right behind a name. `leads_anew`: a lead's label stands behind the label of
    others, so that there is perhaps a second item.
    """

    source: Folded
    mentions: tuple[Mention, ...]
    dues: tuple[tuple[int, int], ...]
    persons: tuple[tuple[str, int, int], ...]
    unread: tuple[tuple[int, int], ...]
    opened: frozenset[int]
    is_open: bool
    has_label: bool
    has_verb: bool
    first_leads: bool
    leads_anew: bool
