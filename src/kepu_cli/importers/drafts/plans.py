"""A plan as it was read → a plan of ours, with what somebody has to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from kepu_cli.findings import Said, Words, say
from kepu_cli.importers.drafts.items import action_data
from kepu_cli.importers.drafts.plain_text import plain, plain_data
from kepu_cli.importers.drafts.rosters import members_of
from kepu_cli.model import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.importers.blocks.block import Place
    from kepu_cli.importers.drafts.draft import DraftAction, DraftItem, DraftPlan

NO_TITLE = Words("没有读到方案的名称，请把它改好", "no title was read; please put it right")
NO_NAME = Words(
    "原文没有这一项的名称，请补上；如果它属于上一项，请并到上一项里",
    "the document gives this one no name; please add it, or join it with the one before",
)
NO_CONTENT = Words("原文这里只有单位，没有内容", "the document names departments here and no content")
ODD_YEARS = Words(
    "标题里的年份“{years}”读不成年度，没有写进来", "the years “{years}” of the title make no year or period"
)
UNTITLED = "未命名方案"


class Doubt(NamedTuple):
    """What a person has to look at: where in the plan, what about, and where it stands in the document.

    `label` is what the item is called; "" for what concerns the plan or its roster.
    """

    path: Path
    said: Said
    place: Place | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReadyPlan:
    """A plan that loads as it is, and the doubts about it in the order of the plan.

    `originals` are the document's own words on who does an item, where a doubt is about them or nothing else is there.
    """

    draft: DraftPlan
    plan: Plan
    doubts: tuple[Doubt, ...]
    originals: Mapping[Path, str] = field(default_factory=dict)


def ready_plan(draft: DraftPlan, file: str) -> ReadyPlan:
    """The plan of a draft that has an action. Names are written as they were read, none is corrected or left out."""
    members = members_of(draft)
    head, doubts = _head(draft, file)
    data = head | {"departments": members.data, "actions": [action_data(action) for action in draft.actions]}
    doubts += [Doubt(path, said) for path, said in members.doubts]
    plan = Plan.read(plain_data(data))
    items = [*_items(draft.actions)]
    item_doubts = (doubt for path, item, nameless in items for doubt in _doubts(item, path, nameless))
    originals = {path: words for path, item, _ in items if (words := _original(item))}
    return ReadyPlan(draft, plan, (*doubts, *item_doubts), originals)


def _head(draft: DraftPlan, file: str) -> tuple[dict[str, Any], list[Doubt]]:
    doubts = []
    title = plain(draft.title)
    if not title:
        title = _title_of(file)
        doubts.append(Doubt((), say(NO_TITLE)))
    years, odd = _years(draft)
    if odd:
        doubts.append(Doubt((), say(ODD_YEARS, years=odd)))
    return {"title": title, "region": draft.region, **years}, doubts


def _title_of(file: str) -> str:
    """The file's name without its suffix; standard input (<…>) has none."""
    return UNTITLED if file.startswith("<") else plain(PurePath(file).stem) or UNTITLED


def _years(draft: DraftPlan) -> tuple[dict[str, Any], str]:
    """Year and period as the model takes them, and what it would not take."""
    years: dict[str, Any] = {}
    odd = []
    if draft.year is not None:
        if _is_year(draft.year):
            years["year"] = str(draft.year)
        else:
            odd.append(str(draft.year))
    if draft.period is not None:
        first, last = draft.period
        if _is_year(first) and _is_year(last) and first <= last:
            years["period"] = [str(first), str(last)]
        else:
            odd.append(f"{first}—{last}")
    return years, "、".join(odd)


def _is_year(number: int) -> bool:
    return 1900 <= number < 2200


def _items(actions: tuple[DraftAction, ...]) -> Iterator[tuple[Path, DraftItem, Words]]:
    """Every item with its path, and what to say where it has no text."""
    for at, action in enumerate(actions):
        yield ("actions", at), action, NO_NAME
        for within, duty in enumerate(action.duties):
            yield ("actions", at, "duties", within), duty, NO_CONTENT


def _doubts(item: DraftItem, path: Path, nameless: Words) -> Iterator[Doubt]:
    said = [*item.doubts, *_attribution_doubts(item)]
    if not item.text.strip() and not item.doubts:
        said.insert(0, say(nameless))
    label = f"{item.number} {item.text}".strip()
    yield from (Doubt(path, each, item.place, label) for each in said)


def _attribution_doubts(item: DraftItem) -> Iterator[Said]:
    return (doubt for attribution in item.attributions for doubt in attribution.doubts)


def _original(item: DraftItem) -> str:
    """What stands in the document beside the item's own text, where a doubt is about that or there is no text."""
    text = item.text.strip()
    if (text or item.doubts) and not any(_attribution_doubts(item)):
        return ""
    beside = (each.text.rpartition(text)[2] if text else each.text for each in item.written)
    return " ".join(plain(each) for each in beside if plain(each))
