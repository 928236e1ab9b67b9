"""The changes as text, by department and for one department."""

from __future__ import annotations

import pathlib
import re

import pytest

from kepu_cli.findings import Lang
from kepu_cli.reports.changes_departments import render_department, render_departments
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width
from tests.golden import assert_golden
from tests.reports.comparisons import OLD, compared, sample

GOLDEN = pathlib.Path(__file__).parent / "golden" / "changes"


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [80, 120])
def test_the_departments_of_the_sample_county(width: int, lang: Lang) -> None:
    assert_golden(GOLDEN / f"sample-departments-{width}.{lang}.txt", render_departments(*sample(), Screen(lang, width)))


@pytest.mark.parametrize("lang", Lang)
def test_one_department_of_the_sample_county(lang: Lang) -> None:
    page = render_department(sample().comparison, "县民政局", *sample()[1:], Screen(lang, 80))
    assert_golden(GOLDEN / f"sample-department-80.{lang}.txt", page)


@pytest.mark.parametrize("lang", Lang)
def test_the_departments_of_the_small_plans(lang: Lang) -> None:
    assert_golden(GOLDEN / f"small-departments-80.{lang}.txt", render_departments(*compared(), Screen(lang, 80)))


@pytest.mark.parametrize("width", [44, 60, 80, 110])
@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    for made in (compared(), sample()):
        assert max(map(display_width, render_departments(*made, Screen(lang, width)).splitlines())) <= width


def test_the_line_that_can_be_sent() -> None:
    made = sample()
    page = render_department(made.comparison, "县科协", made.old, made.new, Screen())
    assert page.startswith("县科协\n你单位：新增牵头 2 项、新增责任 2 项、角色调整 1 项、内容变化 2 项、移动 1 项、")
    assert page.splitlines()[1].endswith("、时限调整 1 项、目标调整 3 项。")


def test_the_name_may_be_spelt_otherwise() -> None:
    made = sample()
    pages = {render_department(made.comparison, name, made.old, made.new, Screen()) for name in ("县科协", "县 科协")}
    assert len(pages) == 1


def test_a_department_without_news() -> None:
    made = sample()
    assert render_department(made.comparison, "县委宣传部", made.old, made.new, Screen()) == (
        "县委宣传部：没有要告知的变化。\n"
    )


def test_nobody_has_to_be_told() -> None:
    page = render_departments(*compared(OLD, OLD), Screen(Lang.EN))
    assert page == "No department has to be told anything.\n"


def test_colour_is_only_paint() -> None:
    painted, plain = (render_departments(*compared(), Screen(Lang.ZH, 80, colour=colour)) for colour in (True, False))
    assert "\x1b[32m新增责任\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
