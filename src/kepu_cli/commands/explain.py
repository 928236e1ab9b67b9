"""`kepu explain`: one rule, with a bad and a good example."""

from __future__ import annotations

from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.findings import Words
from kepu_cli.help_page import both

HELP = Words(
    "为什么要查、错的和对的各举一例、怎么关掉。",
    "Why it matters, a bad and a good example, how to switch it off.",
)


def explain(
    code: Annotated[
        str, typer.Argument(metavar=both("编号", "CODE"), help=both("规则编号，如 K201", "a rule's code such as K201"))
    ],
) -> None:
    """Shows a rule's page."""
    from kepu_cli.catalogue import find_rule
    from kepu_cli.commands.codes import known_code
    from kepu_cli.reports.rules_text import explain as page

    console.show(page(find_rule(known_code(code)), console.screen()))
