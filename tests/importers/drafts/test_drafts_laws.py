"""Whatever was read of a document: the plan loads without a complaint about the file, and nothing of it is lost."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings

from kepu_cli.checking import check
from kepu_cli.findings import Lang
from kepu_cli.importers.drafts.plan_text import plan_text
from kepu_cli.importers.drafts.plans import ready_plan
from kepu_cli.importers.drafts.selecting import plans_of
from kepu_cli.loading.load import load_bytes
from tests.importers.drafts.readings import FILE, PLANS, READINGS
from tests.plans import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan, Reading


@settings(max_examples=80)
@given(PLANS)
def test_a_plan_loads_as_it_was_made(draft: DraftPlan) -> None:
    assume(draft.actions)
    ready = ready_plan(draft, FILE)
    for lang in Lang:
        data = plan_text(ready, FILE, lang).encode()
        loaded = load_bytes(data, "plan.yaml", NOWHERE)
        assert [finding.code for finding in check(loaded).findings if finding.code.startswith("K0")] == []
        assert loaded.plan == ready.plan


@settings(max_examples=60)
@given(PLANS)
def test_every_sentence_is_in_the_file(draft: DraftPlan) -> None:
    assume(draft.actions)
    text = plan_text(ready_plan(draft, FILE), FILE, Lang.ZH)
    plan = load_bytes(text.encode(), "plan.yaml", NOWHERE).plan
    assert plan is not None
    kept = _seen("".join(_texts_of(plan.written())) + "".join(filter(_is_comment, text.splitlines())))
    for sentence in _sentences(draft):
        assert _seen(sentence) in kept


@settings(max_examples=60)
@given(READINGS)
def test_every_leftover_stands_with_one_plan(reading: Reading) -> None:
    assume(any(plan.actions for plan in reading.plans))
    plans = plans_of(reading)
    left = [each for plan in plans for each in plan.leftovers]
    expected = [*reading.leftovers, *(each for plan in reading.plans for each in plan.leftovers)]
    assert all(left.count(each) >= expected.count(each) for each in expected)
    for plan in plans:
        orders = [each.place.order for each in plan.leftovers]
        assert orders == sorted(orders)


def _sentences(draft: DraftPlan) -> Iterator[str]:
    """All texts that a clerk can see; who does what and dues have tests of their own."""
    yield draft.title
    yield from (each.text for each in draft.leftovers)
    for action in draft.actions:
        yield from _item_sentences(action)
        for duty in action.duties:
            yield from _item_sentences(duty)


def _item_sentences(item: DraftItem) -> Iterator[str]:
    yield from (item.number, item.text, item.leader, item.remark, item.due)


def _texts_of(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts_of(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts_of(value)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _seen(text: str) -> str:
    """What can be seen of a text: neither blanks nor control characters; the sign of a comment is none of it."""
    hidden = {"Cc", "Cf", "Cn", "Zl", "Zp", "Zs"}
    return "".join(char for char in text if char not in "#\ufeff" and unicodedata.category(char) not in hidden)
