"""What changed in the plan as a whole: its title and head, the leading group, the phases, the groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Change, Verb, texts
from kepu_cli.comparing.sameness import name_key, same_text, same_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.model import Phase, Plan

    # A text, or names.
    Said = tuple[str, ...]
    # A named part of the head, what it says, and where.
    Telling = tuple[str, Said, Path]


def plan_changes(sides: Sides) -> Iterator[Change]:
    """Years in the title move on by themselves, and so do the notice's number and date."""
    old, new = sides.old_plan, sides.new_plan
    if not same_title(old.title, new.title):
        yield Change(
            Verb.RENAMED, (), name=new.title, before=texts(old.title), after=texts(new.title), old=("title",),
            new=("title",),
        )  # fmt: skip
    yield from _heads(sides)
    yield from _by_name("phases", _phases(old), _phases(new), _same_words(sides))
    yield from _by_name("groups", _groups(old), _groups(new), _same_bodies(sides))
    yield from _outlines(old, new)


def _heads(sides: Sides) -> Iterator[Change]:
    """The fields of a single text, those of the leading group included."""
    same = _same_words(sides)
    old, new = _texts(sides.old_plan), _texts(sides.new_plan)
    for path in old:
        if not same(old[path], new[path]):
            yield _told(str(path[-1]), "", (old[path], path), (new[path], path))


def _texts(plan: Plan) -> dict[Path, Said]:
    group = plan.leading_group
    return {
        ("region",): texts(plan.region),
        ("issuer",): texts(plan.issuer),
        ("annex",): texts(plan.annex),
        ("action_count",): texts(str(plan.action_count or "")),
        ("leading_group", "head"): texts(group.head),
        ("leading_group", "deputies"): group.deputies,
        ("leading_group", "members"): group.members,
        ("leading_group", "office"): texts(group.office),
        ("leading_group", "office_head"): texts(group.office_head),
    }


def _phases(plan: Plan) -> dict[str, Telling]:
    return {
        name_key(phase.name): (phase.name, texts(_phase(phase)), ("phases", position))
        for position, phase in enumerate(plan.phases)
    }


def _phase(phase: Phase) -> str:
    return "：".join(part for part in (phase.time, phase.text) if part) or phase.name


def _groups(plan: Plan) -> dict[str, Telling]:
    return {name_key(name): (name, bodies, ("groups", name)) for name, bodies in plan.groups.items()}


def _by_name(
    field: str, old: Mapping[str, Telling], new: Mapping[str, Telling], same: Callable[[Said, Said], bool]
) -> Iterator[Change]:
    nothing: Telling = ("", (), ())
    for key in dict.fromkeys((*new, *old)):
        was, is_ = old.get(key, nothing), new.get(key, nothing)
        if not same(was[1], is_[1]):
            yield _told(field, is_[0] or was[0], was[1:], is_[1:])


def _same_words(sides: Sides) -> Callable[[Said, Said], bool]:
    return lambda old, new: same_text("、".join(old), "、".join(new), sides.years)


def _same_bodies(sides: Sides) -> Callable[[Said, Said], bool]:
    """The same bodies, in any order and by any name they have in the two plans."""

    def bodies(names: Said, side: Callable[[str], str]) -> set[str]:
        return {name_key(side(body)) for body in names}

    def before(body: str) -> str:
        return sides.succession.successors(sides.succession.before(sides.old.register.resolve(body)))[0]

    def after(body: str) -> str:
        return sides.succession.after(sides.new.register.resolve(body))

    return lambda old, new: bodies(old, before) == bodies(new, after)


def _outlines(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = (tuple(each.title for each in plan.outline) for plan in (old, new))
    if set(map(name_key, before)) != set(map(name_key, after)):
        path: Path = ("outline",)
        yield _told("outline", "", (before, path), (after, path))


def _told(field: str, name: str, before: tuple[Said, Path], after: tuple[Said, Path]) -> Change:
    return Change(
        Verb.CHANGED, (), name=name, before=before[0], after=after[0], old=before[1] if before[0] else None,
        new=after[1] if after[0] else None, field=field,
    )  # fmt: skip
