"""What follows an action or a project is told with it and counted once; a group word brings one for all items."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.change_views.by_department import department_news
from kepu_cli.change_views.news_words import news_counts
from kepu_cli.comparing.compare import compare
from kepu_cli.findings import Lang
from kepu_cli.reports.changes_departments import render_department
from kepu_cli.reports.changes_text import render, render_summary
from kepu_cli.reports.screen import Screen
from tests.comparing.two_plans import EDUCATION, SCIENCE, WOMEN, plan


def _project(**roles: str) -> list[Any]:
    project = {"id": "P1", "name": "工程", "covers": ["办展览", "办讲座"], **roles}
    return [{"id": "一", "name": "甲", "duties": ["办展览", "办讲座"], "projects": [project]}]


def _action(**roles: str) -> list[Any]:
    return [{"id": "一", "name": "甲", "duties": ["办展览", "办讲座"], **roles}]


TOWNS = {"各镇": ["东镇"]}, {"各镇": ["东镇", "西镇"]}
CASES = {
    "a project's lead": (plan(_project(lead=EDUCATION)), plan(_project(lead=WOMEN)), "共 1 处变化：牵头调整 1 处。"),
    "a project's support": (
        plan(_project(lead=EDUCATION)),
        plan(_project(lead=EDUCATION, support=WOMEN)),
        "共 1 处变化：增加单位 1 处。",
    ),
    "a role in a project": (
        plan(_project(lead=EDUCATION, support=WOMEN)),
        plan(_project(lead=EDUCATION, responsible=WOMEN)),
        "共 1 处变化：角色调整 1 处。",
    ),
    "an action's lead": (plan(_action(lead=EDUCATION)), plan(_action(lead=WOMEN)), "共 1 处变化：牵头调整 1 处。"),
    "a group word": (
        plan(_action(lead=EDUCATION, responsible="各镇"), groups=TOWNS[0]),
        plan(_action(lead=EDUCATION, responsible="各镇"), groups=TOWNS[1]),
        "共 2 处变化：内容变化 1 处，增加单位 1 处。",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence"), CASES.values(), ids=CASES)
def test_what_follows_is_counted_once(old: Any, new: Any, sentence: str) -> None:
    comparison = compare(old, new)
    for told in (render, render_summary):
        assert sentence in told(comparison, None, None, Screen(Lang.ZH))


@pytest.mark.parametrize("made", [_action, _project])
def test_who_stays_is_told_in_one_line_that_others_lead(made: Any) -> None:
    comparison = compare(plan(made(lead=EDUCATION, responsible=WOMEN)), plan(made(lead=SCIENCE, responsible=WOMEN)))
    (news,) = [one for one in department_news(comparison) if one.department == WOMEN]
    assert news_counts(news).zh == "牵头调整 1 项"
    page = render_department(comparison, WOMEN, None, None, Screen(Lang.ZH))
    assert page.count("牵头调整") == 2  # in the counts, and the line itself
    assert "办展览" in page
