"""From the bytes of a real document to the plans as files: what a clerk would get, compared with the source."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.drafts.draft import Reading
from kepu_cli.importers.drafts.plan_text import plan_text
from kepu_cli.importers.drafts.plans import ready_plan
from kepu_cli.importers.drafts.selecting import plans_of
from kepu_cli.importers.read import read_source
from kepu_cli.loading.load import load_bytes, load_file
from tests.plans import EXAMPLES, NOWHERE

if TYPE_CHECKING:
    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan
    from kepu_cli.importers.drafts.plans import ReadyPlan

_SHARED = EXAMPLES.parent.parent.parent / "shared/data"
_DOCUMENTS = sorted(_SHARED.glob("documents/*.txt"))
_TEN_TASKS = _SHARED / "shifang-ten-tasks.golden.json"
_MARKER = re.compile(r"^[一二三四五六七八九十]是(?:要)?")  # what numbers a measure is its id, and no sentence
_WHY = "NOT CHECKED: ../shared/data is not here: no real document was read"
pytestmark = pytest.mark.skipif(not _DOCUMENTS, reason=_WHY)


def _read(name: str) -> list[ReadyPlan]:
    reading = read_source((_SHARED / "documents" / name).read_bytes(), name)
    assert isinstance(reading, Reading)
    return [ready_plan(draft, name) for draft in plans_of(reading)]


def test_the_ten_tasks_are_those_of_the_document() -> None:
    golden = json.loads(_TEN_TASKS.read_text("utf-8"))
    plan = _read("science-literacy-work-plans.txt")[0].plan
    assert [
        (action.id or None, action.name or None, list(action.lead), list(action.responsible)) for action in plan.actions
    ] == [
        (task["number_in_text"], task["title_in_text"], task["lead"], task["responsible"]) for task in golden["tasks"]
    ]
    assert [department.name for department in plan.departments] == golden["roster_verbatim"]
    assert plan.region == golden["jurisdiction"]


def test_the_fifteen_measures_are_those_of_the_example() -> None:
    example = load_file(EXAMPLES / "wuyi-policy" / "plan.yaml").plan
    assert example is not None
    imported = _read("science-literacy-work-plans.txt")[1].plan
    for action, expected in zip(imported.actions, example.actions, strict=True):
        for duty, meant in zip(action.duties, expected.duties, strict=True):
            assert _plain(duty.lead) == _plain(meant.lead)
            assert _plain((*duty.responsible, *duty.support)) == _plain((*meant.responsible, *meant.support))


def _plain(names: tuple[str, ...]) -> list[str]:
    """The example writes 科协 where the document borrows the level from the name before it."""
    return [name.removeprefix("县") for name in names]


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_no_sentence_of_a_document_is_lost(path: object) -> None:
    name = str(path).rpartition("/")[2]
    plans = _read(name)
    files = [plan_text(plan, name, Lang.ZH) for plan in plans]
    kept = _words("".join(files) + "".join("".join(_attributed(plan.draft)) for plan in plans))
    text = (_SHARED / "documents" / name).read_text("utf-8")
    clauses = (_MARKER.sub("", clause) for clause in re.findall(r"[\w“”]{2,}", text))
    lost = [clause for clause in clauses if _words(clause) not in kept]
    assert lost == []
    for file in files:
        assert load_bytes(file.encode(), "plan.yaml", NOWHERE).plan is not None


def _attributed(draft: DraftPlan) -> list[str]:
    """What is read as who does what, whose words a plan does not repeat; and what the document says twice."""
    items: list[DraftItem] = [item for action in draft.actions for item in (action, *action.duties)]
    texts = [each.text for item in items if item.attributions for each in item.written]
    return [*texts, *(each.text for each in draft.repeated)]


def _words(text: str) -> str:
    return re.sub(r"[^\w]|_", "", text)
