"""A comparison as JSON: the documented keys, the same in both languages, with and without lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kepu_cli.comparing.changes import Fate
from kepu_cli.findings import Lang
from kepu_cli.reports.changes_json import render
from tests.reports.comparisons import OLD, compared, sample

CHANGE = {
    "verb", "item", "level", "number", "name", "action", "department", "role", "field", "before", "after", "basis",
    "followers", "holders", "staying", "old", "new",
}  # fmt: skip
SHIFT = {
    "department", "formerly", "body", "before", "after", "before_basis", "after_basis", "level", "number", "name",
    "action", "old_item", "new_item", "old", "new",
}  # fmt: skip
MORE = {"reformed": {"tasks"}, "moved": {"merged"}}
CARRIED = {"fate", "item", "number", "name", "level", "action", "leads", "because", "into", "old"}


def document(old: str | None = None, new: str | None = None, lang: Lang = Lang.ZH) -> Any:
    made = compared() if old is None or new is None else compared(old, new)
    return json.loads(render(*made, lang))


def test_the_documented_keys() -> None:
    content = document()
    assert content["schema"] == 1
    assert list(content) == ["schema", "changes", "shifts", "carried", "proposals", "doubts", "summary"]
    for change in content["changes"]:
        assert set(change) == CHANGE | MORE.get(change["verb"], set())
    assert all(set(shift) == SHIFT for shift in content["shifts"])
    assert all(set(one) == CARRIED for one in content["carried"])
    assert content["summary"] == {
        "added": 4, "removed": 4, "changed": 3, "moved": 1, "lead-changed": 4, "joined": 3, "left": 1,
        "due-changed": 1, "target-changed": 1, "member-removed": 1, "reformed": 1,
    }  # fmt: skip


def test_a_change_in_full() -> None:
    content = document()
    found = [change for change in content["changes"] if change["verb"] == "joined" and change["number"] == "1.3"]
    action = {"item": ["actions", 0], "number": "一", "name": "青少年行动", "gone": False}
    assert found == [
        {
            "verb": "joined", "item": ["actions", 0, "duties", 1], "level": "duty", "number": "1.3",
            "name": "帮扶山村学校", "action": action, "department": "县妇联", "role": "responsible", "field": "",
            "before": "", "after": "", "basis": None, "followers": [], "holders": [], "staying": [],
            "old": {"file": "旧.yaml", "line": 13, "column": 10}, "new": {"file": "新.yaml", "line": 12, "column": 44},
        }
    ]  # fmt: skip


def test_what_came_went_and_followed() -> None:
    changes = document()["changes"]
    removed = next(change for change in changes if change["verb"] == "removed")
    assert (removed["item"], removed["new"]) == (["actions", 0, "duties", 1], None)
    added = next(change for change in changes if change["verb"] == "added" and change["number"] == "1.10")
    assert added["before"] == "1.4 训练裁判"
    assert added["holders"] == [
        {"department": "县科协", "role": "lead"}, {"department": "县教育局", "role": "responsible"},
    ]  # fmt: skip
    followed = next(change for change in changes if change["followers"] and change["verb"] != "reformed")
    assert followed["followers"] == [{"item": ["actions", 0, "duties", 4], "number": "1.9", "name": "训练教师"}]
    assert followed["basis"] == "inherited"
    assert next(change for change in changes if change["verb"] == "reformed")["tasks"] == 1
    assert next(change for change in changes if change["field"] == "remark")["after"] == "扩大范围"


def test_shifts_carried_and_proposals() -> None:
    content = document()
    lost = next(shift for shift in content["shifts"] if shift["department"] == "县体育局")
    assert (lost["before"], lost["after"], lost["before_basis"], lost["after_basis"]) == (
        "responsible", None, "named", None,
    )  # fmt: skip
    fates = {one["number"] or one["name"]: one["fate"] for one in content["carried"]}
    assert fates["1.7"] == Fate.FINISHED
    assert fates["1.6"] == Fate.MERGED
    assert fates["搜集旧书"] == Fate.DROPPED
    assert (content["carried"][-1]["old"]["file"], content["carried"][-1]["old"]["line"]) == ("旧.yaml", 19)
    (asked,) = content["proposals"]
    assert (asked["reference"], asked["old"]["number"], asked["new"]["place"]["line"]) == ("1.2", "1.2", 14)


def test_only_messages_follow_the_language() -> None:
    zh, en = document(), document(lang=Lang.EN)
    for content in (zh, en):
        assert [doubt.pop("message") for doubt in content["doubts"]]
    assert zh == en


def test_without_lines_there_are_no_places() -> None:
    made = compared()
    content = json.loads(render(made.comparison, None, made.new, Lang.ZH))
    assert {json.dumps(change["old"]) for change in content["changes"]} == {"null"}
    assert any(change["new"] for change in content["changes"])


def test_json_of_nothing() -> None:
    content = document(OLD, OLD)
    carried = content.pop("carried")
    assert {one["fate"] for one in carried} == {"continued"}
    assert content == {"schema": 1, "changes": [], "shifts": [], "proposals": [], "doubts": [], "summary": {}}


@pytest.mark.parametrize("key", ["changes", "shifts"])
def test_every_place_of_the_sample_county_is_in_its_years_files(key: str) -> None:
    content = json.loads(render(*sample(), Lang.ZH))
    assert content[key]
    for each in content[key]:
        old, new = (each[side]["file"] if each[side] else "" for side in ("old", "new"))
        assert old == "" or old.endswith("2025.yaml")
        assert new in ("", "2026.yaml") or new.endswith("departments.yaml")
        assert old or new


def test_a_word_that_names_nobody_is_no_body() -> None:
    shifts = json.loads(render(*sample(), Lang.ZH))["shifts"]
    assert {shift["department"] for shift in shifts if not shift["body"]} == {"有关单位"}
