"""Plans to be compared, YAML or whatever `kepu import` reads, made alike where a document has no word of a field."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.commands.opening import STDIN, open_plan
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan


@dataclass(frozen=True, slots=True)
class Comparable:
    """A plan with the name of its file; `places` are None where there are no lines to be told.

    `silent` are the keys that its document has no word about. Without a roster of its own, or with one that could not
    be read, it is compared by the other one's; so it is with a document that has no title, or does not tell projects
    from duties.
    """

    file: str
    plan: Plan
    places: Places | None
    silent: frozenset[str] = frozenset()
    has_roster: bool = True
    has_title: bool = True
    tells_kinds: bool = True


def open_comparables(names: Sequence[str]) -> tuple[Comparable, ...]:
    """The plans by their file names, alike in what can be compared.

    Raises KepuError for a file that cannot be read or that holds several plans; a YAML file too broken to load ends
    the run with its findings.
    """
    opened = tuple(_open(name) for name in names)
    silent = frozenset[str]().union(*(each.silent for each in opened))
    return tuple(_alike(each, opened, silent) for each in opened)


_READ = Words(
    "{file} 是从文件里读出来的，有 {count} 处要核对，用 kepu import {typed} 查看",
    "{file} was read from a document; {count} thing{s} to check, see kepu import {typed}",
)
_SEVERAL = Words(
    "{file} 里有 {count} 份方案，请先用 kepu import {typed} -o 方案.yaml 各写成一个文件，再来对比",
    "{file} holds {count} plans; please write each to a file first: kepu import {typed} -o plan.yaml",
)
_NO_TEXTS = Words(
    "{file} 导出时没有要“具体举措”一列，分不清哪一行是哪一项，没法对比",
    "{file} was exported without the column of measures, so no row tells which item it is; it cannot be compared",
)
_NO_ROSTER = Words(
    "{file} 的成员单位没有读出来，单位和单位组按 {other} 的对照",
    "the departments of {file} could not be read; departments and groups are compared by those of {other}",
)
# What a table that we exported does not print, and does not remember either.
_NOT_EXPORTED = frozenset(("leading_group", "phases", "results", "waivers", "rules"))
# Of the head of a plan, what earlier exports did not remember.
_REMEMBERED_LATER = frozenset(("issuer", "number", "date", "action_count"))
# What a document of somebody else may say in its own way, or not at all.
_NOT_COMPARABLE = frozenset(
    ("issuer", "number", "date", "annex", "action_count", "leading_group", "phases", "results", "outline", "kind",
     "extra")
)  # fmt: skip


def _open(name: str) -> Comparable:
    from kepu_cli.importers.suffixes import DOCUMENTS

    if name == STDIN or Path(name).suffix.lower() not in DOCUMENTS:
        return _yaml(name)
    from kepu_cli.importers.package import MAX_PACKED
    from kepu_cli.yaml_source.files import read_file

    return _document(read_file(Path(name), name, MAX_PACKED), name)


def _yaml(name: str) -> Comparable:
    loaded, plan = open_plan(name)
    return Comparable(loaded.file, plan, loaded.places, has_roster=("departments",) not in loaded.broken)


def _document(data: bytes, file: str) -> Comparable:
    from kepu_cli.importers.drafts.draft import Reading
    from kepu_cli.importers.drafts.plain_text import plain
    from kepu_cli.importers.drafts.plans import ready_plan
    from kepu_cli.importers.drafts.selecting import plans_of
    from kepu_cli.importers.own_tables.goals import with_targets
    from kepu_cli.importers.read import read_source

    read = read_source(data, file)
    if not isinstance(read, Reading):
        if "measure" in read.lost:
            raise KepuError(say(_NO_TEXTS, file=file))
        early = {field for field in _REMEMBERED_LATER if not getattr(read.plan, field)}
        silent = _NOT_EXPORTED | read.lost | early
        return Comparable(file, read.plan, None, silent)
    drafts = plans_of(read)
    if len(drafts) > 1:
        raise KepuError(say(_SEVERAL, file=file, typed=typed(file), count=len(drafts)))
    ready = ready_plan(drafts[0], file)
    if ready.doubts:
        count = len(ready.doubts)
        console.note(_READ, file=file, typed=typed(file), count=count, s="" if count == 1 else "s")
    plan = with_targets(ready.plan)
    silent = _NOT_COMPARABLE | _unsaid(plan, frozenset(("due", "leader", "targets", "support", "remark")))
    draft = drafts[0]
    return Comparable(
        file, plan, None, silent, bool(draft.members), has_title=bool(plain(draft.title)), tells_kinds=False
    )


def _unsaid(plan: Plan, fields: frozenset[str]) -> frozenset[str]:
    """Those of the keys that no item has."""
    items = [item for action in plan.actions for item in (action, *action.duties, *action.projects)]
    return frozenset(field for field in fields if not any(getattr(item, field) for item in items))


def _alike(one: Comparable, opened: Sequence[Comparable], silent: frozenset[str]) -> Comparable:
    """Without what another one is silent about, and with a roster where another one has it."""
    from dataclasses import replace

    from kepu_cli.comparing.silence import silence, with_roster_of

    plan = silence(one.plan, silent)
    model = next((each.plan for each in opened if each.tells_kinds), None)
    if model and not one.tells_kinds:
        plan = _read_like(plan, model, has_title=one.has_title)
    if not one.has_roster:
        other = next((each for each in opened if each.has_roster), None)
        if other and one.places:
            console.note(_NO_ROSTER, file=one.file, other=other.file)
        plan = with_roster_of(plan, other.plan) if other else plan.with_(departments=())
    return replace(one, plan=plan)


def _read_like(plan: Plan, model: Plan, *, has_title: bool) -> Plan:
    """A table read as the plan that it may have been made of; what stands over it may be the table's title."""
    from kepu_cli.comparing.bare_tables import with_kinds_of
    from kepu_cli.comparing.sameness import same_title
    from kepu_cli.views.division import TITLE
    from kepu_cli.views.table_title import table_title

    # The region of a document is only what its names and its title let guess.
    alike = with_kinds_of(plan, model).with_(region=model.region)
    is_titled = has_title and not same_title(plan.title, table_title(model, TITLE))
    return alike if is_titled else alike.with_(title=model.title)
