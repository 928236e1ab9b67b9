"""Which numbered parts are the actions of a plan, and which the measures below them.

Told by `actions_at`, or seen in the whole text. An action is the heading right above the measures; where parts that
carry departments have nothing numbered below them and stand in one list, they are the actions themselves. Sections
of aims, phases and safeguards are none unless departments stand in them; where nobody is named in the whole text,
safeguards count, for then nothing tells them from tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.structure.line import first_sentence, is_bare_heading, is_heading
from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.importers.structure.parts import is_measure, runs_of, take_points
from kepu_cli.importers.structure.words import is_closing, is_goal, is_phase, is_phases, is_task, is_work, is_wrapper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry


class Measure(NamedTuple):
    """A part that is a duty; `groups` are the headings between it and its action, each given at its first measure.

    `shared` are lines that say who does all measures of a group.
    """

    part: Part
    groups: tuple[Part, ...] = ()
    shared: tuple[Entry, ...] = ()


class Choice(NamedTuple):
    """A part that is an action, with its measures; none where its body says what to do.

    `sections` are the headings above it, the outermost first. `closing`: it is a safeguard; `is_lost`: the heading of
    its section may be missing.
    """

    part: Part
    measures: tuple[Measure, ...] = ()
    sections: tuple[Part, ...] = ()
    closing: bool = False
    is_lost: bool = False


def choose_actions(root: Part, actions_at: str | None = None) -> list[Choice]:
    """The actions in their order. `actions_at` is a marker of their form (一、 （一） 1.) or their depth from 1 (2).

    What it names and the text does not have leaves the choice to the text.
    """
    told = [_choice(part, ()) for part in _told_parts(root, actions_at)]
    if told:
        inner = {id(each) for choice in told for below in choice.part.children for each in below.walk()}
        return [choice for choice in told if id(choice.part) not in inner]
    return _Chooser(root).chosen()


def is_told(root: Part) -> bool:
    """Whether the text says who does what: with labels or brackets once, or in running words often."""
    entries = [entry for part in root.walk() if part.head for entry in part.entries() if entry.attributions]
    parts = sum(1 for part in root.walk() if part.head)
    return any(entry.is_strong for entry in entries) or len(entries) >= max(2, parts * _OFTEN)


_OFTEN = 0.4


def has_level(root: Part, actions_at: str) -> bool:
    """Whether the text has the level that was told."""
    return any(True for _ in _told_parts(root, actions_at))


def _told_parts(root: Part, actions_at: str | None) -> Iterator[Part]:
    told = (actions_at or "").strip()
    if told.isascii() and told.isdigit():
        yield from (part for part in root.walk() if part.head and part.node.depth == int(told))
    elif marker := read_marker(told) or read_marker(f"{told}、"):
        yield from (part for part in root.walk() if part.node.form == marker.form)


def _choice(part: Part, sections: tuple[Part, ...]) -> Choice:
    return Choice(part, tuple(_measures(part)), sections)


def _measures(part: Part, groups: tuple[Part, ...] = (), shared: tuple[Entry, ...] = ()) -> Iterator[Measure]:
    """The innermost parts; one that is told while none below it is, is a measure with its points."""
    for child in part.children:
        if is_measure(child):
            take_points(child)
        if child.children:
            own = tuple(entry for entry in child.body if entry.is_attribution) if child.is_section else ()
            yield from _measures(child, (*groups, child), (*shared, *own))
        else:
            yield Measure(child, groups, shared)
        groups = ()


class _Chooser:
    """What holds for the whole text, and the choice of every section."""

    def __init__(self, root: Part) -> None:
        self._root = root
        self._told = is_told(root)
        self._announced = any(is_wrapper(heading(part)) and part.children for part in root.walk())
        self._groups = [part for part in root.walk() if part.head and self._is_group(part)]

    def chosen(self) -> list[Choice]:
        found = self._collect(self._root, ())
        if any(not choice.closing and not is_phase(heading(choice.part)) for choice in found):
            found = [choice for choice in found if not self._are_phases(choice)]
        return _closing_last(found)

    def _are_phases(self, choice: Choice) -> bool:
        return not choice.part.told_below and (
            is_phase(heading(choice.part)) or any(is_phases(heading(each)) for each in (choice.part, *choice.sections))
        )

    def _is_group(self, part: Part) -> bool:
        leaves = sum(not child.children for child in part.children)
        return leaves * 2 > len(part.children) and not self._is_left(part)

    def _collect(self, container: Part, sections: tuple[Part, ...]) -> list[Choice]:
        found: list[Choice] = []
        all_runs = runs_of(container.children)
        somewhere = self._told and any(child.told_below for child in container.children)
        for run in all_runs:
            if somewhere and len(all_runs) > 1 and not any(part.told_below for part in run):
                continue
            found += self._run(run, sections, is_root=container is self._root)
        return found

    def _run(self, run: list[Part], sections: tuple[Part, ...], *, is_root: bool) -> list[Choice]:
        kept = {id(part): part for part in run if not self._is_left(part)}
        nested = {at: self._section(part, sections) for at, part in kept.items() if part.children}
        direct = not nested or any(choice.part is kept[at] for at, found in nested.items() for choice in found)
        found: list[Choice] = []
        for at, part in enumerate(run):
            if id(part) in nested:
                found += nested[id(part)]
            elif id(part) in kept:
                if part.told or direct:
                    found.append(self._marked(Choice(part, (), sections)))
            elif is_root and part.children and _misses_next(run, at):
                below = self._run(part.children, (), is_root=False)
                found += [choice._replace(is_lost=True) for choice in below]
        return found

    def _section(self, part: Part, sections: tuple[Part, ...]) -> list[Choice]:
        """What a part with numbered parts below it gives: itself, or the actions in it."""
        holders = sum(bool(child.children) for child in part.children)
        below_told = any(child.told_below for child in part.children)
        if part.told and not below_told:
            return [self._marked(_choice(part, sections))]
        if holders and holders * 2 >= len(part.children):
            return self._collect(part, (*sections, part))
        if self._holds_actions(part):
            return [self._marked(Choice(child, tuple(_measures(child)), (*sections, part))) for child in part.children]
        return [self._marked(_choice(part, sections))]

    def _holds_actions(self, part: Part) -> bool:
        """Whether the parts in it are the actions, and it only announces them."""
        alone = len(self._groups) == 1
        blocks = sum(_has_block(child) for child in part.children) * 2 > len(part.children)
        if is_wrapper(heading(part)):
            return alone or blocks or sum(_is_titled(child) for child in part.children) * 2 > len(part.children)
        return alone and blocks and not is_task(heading(part))

    def _marked(self, choice: Choice) -> Choice:
        return choice._replace(closing=is_closing(heading(choice.part)))

    def _is_left(self, part: Part) -> bool:
        """An aim, a phase or a safeguard, and nobody named in it."""
        if self._told and part.is_strong:
            return False
        title = heading(part)
        if self._told and not part.told_below and not part.children and part.texts():
            words = "".join((title, *(entry.text for entry in part.texts())))
            if not is_work(words):
                return True
        return is_goal(title) or ((self._told or self._announced) and (is_closing(title) or is_phases(title)))


def _closing_last(choices: list[Choice]) -> list[Choice]:
    """A safeguard stands behind the tasks; 加强组织领导 in the first place is one of them."""
    last = max((at for at, choice in enumerate(choices) if not choice.closing), default=-1)
    return [choice._replace(closing=False) if at < last else choice for at, choice in enumerate(choices)]


def heading(part: Part) -> str:
    """The first sentence of what stands at its number."""
    return first_sentence(part.heading)[0]


def _misses_next(run: list[Part], at: int) -> bool:
    """The next number is not the next one: headings have been lost, and what follows may belong to one of them."""
    return at + 1 < len(run) and run[at + 1].node.value > run[at].node.value + 1


def _has_block(part: Part) -> bool:
    """A heading with its departments below it."""
    return is_bare_heading(part.heading) and any(entry.is_attribution for entry in part.body)


def _is_titled(part: Part) -> bool:
    """A heading with a body, or a short sentence before others."""
    title, rest = first_sentence(part.heading)
    return is_heading(title) and bool(rest.strip() or part.texts())
