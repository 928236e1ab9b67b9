"""`kepu schema`: the JSON Schema that editors check and complete with."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.findings import Words
from kepu_cli.help_page import both

HELP = Words(
    "中文键和英文键都认，带说明和例子。",
    "Both key languages, with descriptions and examples.",
)


class Kind(StrEnum):
    PLAN = "plan"
    ROSTER = "roster"
    OUTLINE = "outline"


def schema(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="plan|roster|outline", help=both("方案、名册还是纲要", "of a plan, a roster or an outline")
        ),
    ] = Kind.PLAN,
) -> None:
    """Prints a schema."""
    from kepu_cli.json_text import json_text
    from kepu_cli.schema import schema as schema_of

    console.show(json_text(schema_of(kind.value)))
