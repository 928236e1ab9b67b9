"""An option with which nobody would get what was asked for is refused, by every command that has such options."""

from __future__ import annotations

import pytest

from tests.cli.process import EXAMPLES, kepu

PLAN = str(EXAMPLES / "sample-county" / "2026.yaml")
OLD = str(EXAMPLES / "sample-county" / "2025.yaml")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("validate", PLAN, "--write-baseline", "--format", "sarif"), "--format 在这里不起作用：记基线时不列出问题"),
        (("show", PLAN, "--matrix", "--load"), "--matrix 在这里不起作用：一次只看一种表"),
        (("show", PLAN, "--duties", "--department", "县科协"), "--duties 在这里不起作用：一次只看一种表"),
        (("show", PLAN, "--load", "--department", "县科协"), "--load 在这里不起作用：一次只看一种表"),
        (("diff", OLD, PLAN, "--summary", "--format", "json"), "--summary 在这里不起作用：JSON 里总是全部内容"),
        (("export", PLAN, "--duties", "-o", "x.csv"), "--duties 在这里不起作用：.csv 是固定格式的台账"),
    ],
    ids=lambda value: " ".join(value[:1]) if isinstance(value, tuple) else "",
)
def test_it_says_which_and_why(args: tuple[str, ...], told: str) -> None:
    ran = kepu(*args)
    assert (ran.code, ran.out, ran.err) == (2, "", f"kepu：{told}\n")


@pytest.mark.parametrize(
    "args",
    [
        ("validate", PLAN, "--all"),
        ("validate", PLAN, "--all", "--format", "json"),
        ("gaps", PLAN, "--all"),
        ("gaps", PLAN, "--all", "--format", "json"),
        ("show", PLAN, "--matrix", "--duties"),
        ("diff", OLD, PLAN, "--summary"),
    ],
    ids=" ".join,
)
def test_what_has_an_effect_is_taken(args: tuple[str, ...]) -> None:
    ran = kepu(*args)
    assert "不起作用" not in ran.err
