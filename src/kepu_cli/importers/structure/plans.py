"""One text of a document → its plan, or nothing but lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import DraftPlan, Leftover
from kepu_cli.importers.structure.annexes import read_tables
from kepu_cli.importers.structure.headings import with_headings
from kepu_cli.importers.structure.items import Builder
from kepu_cli.importers.structure.levels import choose_actions, has_level, is_told
from kepu_cli.importers.structure.members import members_in
from kepu_cli.importers.structure.noise import is_noise, opens_tail
from kepu_cli.importers.structure.numbers import with_clear_numbers
from kepu_cli.importers.structure.parts import read_parts
from kepu_cli.importers.structure.pieces import Reader
from kepu_cli.importers.structure.said import LEVELS, NO_SUCH_LEVEL, ONE_LEVEL, UNPLACED
from kepu_cli.importers.structure.subjects import about_nobody
from kepu_cli.importers.structure.titles import region_of, title_text, years_of
from kepu_cli.importers.structure.tree import build_tree
from kepu_cli.importers.structure.words import is_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.blocks.block import Place, Table
    from kepu_cli.importers.structure.annexes import Tabled
    from kepu_cli.importers.structure.levels import Choice
    from kepu_cli.importers.structure.line import Line
    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry
    from kepu_cli.importers.structure.segments import Segment
    from kepu_cli.importers.structure.used_lines import UsedLines


class Read(NamedTuple):
    """A plan, or None with everything that the text has as leftovers."""

    plan: DraftPlan | None
    leftovers: tuple[Leftover, ...]


def read_plan(
    segment: Segment, tables: Sequence[Table], *, noise: set[int], actions_at: str | None, first_leads: bool
) -> Read:
    """The plan of a text. `noise` are lines that are none of it; the tables stand behind its lines."""
    region = region_of(title_text(segment.title), (line.text for line in segment.lines))
    reader = Reader(region, first_leads)
    root = read_parts(build_tree(with_headings(_without_noise(segment.lines, noise))), reader)
    tabled = read_tables(tables, region, first_leads)
    choices = _choices(root, tabled, actions_at)
    builder = Builder(reader)
    pairs = [(choice, action) for choice in choices for action in builder.actions(choice)]
    actions = (*with_clear_numbers(pairs), *tabled.actions)
    leftovers = _leftovers(segment, builder.used, tabled)
    if not actions:
        return Read(None, (*(Leftover(line.text, line.place) for line in segment.title), *leftovers))
    told_of = (*_wrong_level(root, actions_at), *_unplaced(root, builder.used.at), *_levels(choices))
    notes = (*told_of, *about_nobody(actions, told=is_told(root) or tabled.is_told), *tabled.notes)
    plan = _headed(segment, tables, tabled, region)
    members = members_in(each.text for each in leftovers)
    return Read(replace(plan, actions=actions, members=members, leftovers=leftovers, notes=notes), ())


def _choices(root: Part, tabled: Tabled, actions_at: str | None) -> list[Choice]:
    """The actions; none where nobody is named in the text, and a table says who does what or no work is told of."""
    choices = choose_actions(root, actions_at)
    if is_told(root) or (not tabled.is_told and (actions_at or _is_work(choices))):
        return choices
    return []


def _leftovers(segment: Segment, used: UsedLines, tabled: Tabled) -> tuple[Leftover, ...]:
    rest = [Leftover(line.text, line.place) for line in segment.lines if line.at not in used.at]
    return tuple(sorted([*rest, *used.left, *tabled.leftovers], key=lambda each: each.place.order))


def _headed(segment: Segment, tables: Sequence[Table], tabled: Tabled, region: str) -> DraftPlan:
    """The plan with what its title says, and with no action yet."""
    title = title_text(segment.title) or tabled.title
    years = years_of(title)
    return DraftPlan(
        title,
        (),
        _place(segment, tables),
        region=region or region_of(tabled.title, ()),
        year=years.year,
        period=years.period,
        written=tuple(line.written for line in segment.title),
    )


def _wrong_level(root: Part, actions_at: str | None) -> tuple[Said, ...]:
    return (say(NO_SUCH_LEVEL, form=actions_at),) if actions_at and not has_level(root, actions_at) else ()


def _unplaced(root: Part, used: set[int]) -> tuple[Said, ...]:
    """Departments that stand at none of the items that were read."""
    lines = [entry.line for part in root.walk() if part.head for entry in part.entries() if entry.is_strong]
    places = [line.place.where for line in lines if line.at not in used]
    return (say(UNPLACED, count=len(places), where=places[0]),) if places else ()


def _levels(choices: Sequence[Choice]) -> tuple[Said, ...]:
    """Where actions and measures were taken from, by the first marker of each form."""
    actions = _first_forms(choice.part for choice in choices)
    measures = _first_forms(measure.part for choice in choices for measure in choice.measures)
    if actions and measures:
        return (say(LEVELS, actions=actions, measures=measures),)
    return (say(ONE_LEVEL, actions=actions),) if actions else ()


def _first_forms(parts: Iterable[Part]) -> str:
    forms = dict.fromkeys(part.node.form for part in parts if part.node.line and part.node.line.marker)
    return "".join(f"“{form}”" for form in forms)


def _without_noise(lines: Iterable[Line], noise: set[int]) -> list[Line]:
    """The lines that may be of the text: nothing behind a line such as 相关文章."""
    kept: list[Line] = []
    for line in lines:
        if not line.form and opens_tail(line.text):
            break
        if line.at not in noise and (line.form or not is_noise(line.text)):
            kept.append(line)
    return kept


def _is_work(choices: Sequence[Choice]) -> bool:
    """Whether numbered parts in which nobody is named are work at all, and no collection of sayings."""
    texts = [each.part.heading + "".join(map(_text, each.part.body)) for each in choices if not each.measures]
    texts += [measure.part.heading for choice in choices for measure in choice.measures]
    return sum(map(is_work, texts)) * 2 > len(texts)


def _text(entry: Entry) -> str:
    return entry.text


def _place(segment: Segment, tables: Sequence[Table]) -> Place:
    first = next(iter((*segment.title, *segment.lines)), None)
    return first.place if first else tables[0].place
