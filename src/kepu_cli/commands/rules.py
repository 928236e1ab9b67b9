"""`kepu rules`: the catalogue."""

from __future__ import annotations

from kepu_cli import console
from kepu_cli.findings import Words

HELP = Words(
    "每条规则的编号、级别和说明；kepu explain 编号 看一条的详细解释。",
    "Code, severity and title of each; kepu explain CODE tells one in full.",
)


def rules() -> None:
    """Shows the table of rules."""
    from kepu_cli.reports.rules_text import rules_table

    console.show(rules_table(console.screen()))
