"""Readings made by hand and at random: what a document may have given, whatever it held."""

from __future__ import annotations

from hypothesis import strategies as st

from kepu_cli.findings import Words, say
from kepu_cli.importers.attribution.result import Attribution, Named, Person
from kepu_cli.importers.blocks.block import Place
from kepu_cli.importers.drafts.draft import DraftAction, DraftItem, DraftPlan, Leftover, Reading
from kepu_cli.model import Role
from tests.test_plan_writing import HOSTILE

FILE = "去年方案.docx"
LOOK = Words("这里可能少了一行", "a line may be missing here")


def line(number: int) -> Place:
    """The place of a line of the document."""
    return Place(FILE, Words(f"第 {number} 行", f"line {number}"), number)


def named(lead: str = "", responsible: str = "", support: str = "", **others: object) -> Attribution:
    """An attribution by lists of names as they are written."""
    roles = ((Role.LEAD, lead), (Role.RESPONSIBLE, responsible), (Role.SUPPORT, support))
    names = tuple(
        Named(name, role, name.startswith(("各", "有关")), name)
        for role, text in roles
        for name in filter(None, text.split("、"))
    )
    return Attribution(names, **others)  # type: ignore[arg-type]


def action(text: str, *attributions: Attribution, number: str = "一", at: int = 1, **others: object) -> DraftAction:
    return DraftAction(number, text, line(at), attributions, **others)  # type: ignore[arg-type]


def duty(text: str, *attributions: Attribution, number: str = "1", at: int = 2, **others: object) -> DraftItem:
    return DraftItem(number, text, line(at), attributions, **others)  # type: ignore[arg-type]


def draft(*actions: DraftAction, title: str = "示例县方案", at: int = 1, **others: object) -> DraftPlan:
    return DraftPlan(title, actions, line(at), **{"region": "示例县"} | others)  # type: ignore[arg-type]


# Texts that a document may hold: everything that YAML could misread, and characters that no plan may hold.
ODD = (
    "\x07铃",
    "一\u2028二",
    "一\r\n二",
    "\ufeff首",
    "\x85",
    "\x0b",
    "\x00",
    "",
    " ",
    "等",
    "无",
    "【甲】",
    "甲、乙",
    "\x1b[31m红",
)
TEXTS = st.sampled_from((*HOSTILE, *ODD)) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_NAMES = (
    st.sampled_from(("县教育局", "县科协", "科协", "县发改委", "县发改局", "各成员单位", "有关单位", "局（甲、乙）"))
    | TEXTS
)
_PLACES = st.integers(0, 99).map(line)
_DOUBTS = st.lists(st.builds(lambda text: say(Words("“{text}”", "“{text}”"), text=text), TEXTS), max_size=1).map(tuple)
_ATTRIBUTIONS = st.builds(
    Attribution,
    st.lists(st.builds(Named, _NAMES, st.sampled_from(Role), st.booleans(), TEXTS), max_size=3).map(tuple),
    TEXTS,
    st.lists(st.builds(Person, TEXTS | st.just("分管领导"), TEXTS), max_size=2).map(tuple),
    st.booleans(),
    _DOUBTS,
)
_ITEM = {
    "number": TEXTS,
    "text": TEXTS,
    "place": _PLACES,
    "attributions": st.lists(_ATTRIBUTIONS, max_size=2).map(tuple),
    "due": TEXTS,
    "leader": TEXTS,
    "kind": st.sampled_from(("", "行动", "工程", "农业")) | TEXTS,
    "remark": TEXTS,
    "extra": st.dictionaries(TEXTS, TEXTS, max_size=2),
    "doubts": _DOUBTS,
}
_DUTIES = st.lists(st.builds(DraftItem, **_ITEM), max_size=2).map(tuple)
_ACTIONS = st.lists(st.builds(DraftAction, **_ITEM, duties=_DUTIES), max_size=2).map(tuple)
_LEFTOVERS = st.lists(st.builds(Leftover, TEXTS, _PLACES), max_size=2).map(tuple)
_YEARS = st.none() | st.integers(1, 9999)
PLANS = st.builds(
    DraftPlan,
    title=TEXTS,
    actions=_ACTIONS,
    place=_PLACES,
    region=TEXTS | st.just("示例县"),
    year=_YEARS,
    period=st.none() | st.tuples(st.integers(1800, 2300), st.integers(1800, 2300)),
    members=st.lists(_NAMES, max_size=3).map(tuple),
    leftovers=_LEFTOVERS,
    notes=_DOUBTS,
)
READINGS = st.builds(Reading, st.just(FILE), st.lists(PLANS, max_size=3).map(tuple), _LEFTOVERS, _DOUBTS)
