"""An attribution in one line, so that a table of texts and what they mean can be read by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.model import ROLE_WORDS, Role

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.result import Attribution


def told(read: Attribution) -> str:
    """`牵头 县科协｜责任 县教育局、各乡镇*｜期限 6月底｜人 责任人:张三｜等`; * marks a group, 等 an open list."""
    parts = []
    for role in Role:
        names = [f"{name.name}{'*' * name.is_group}" for name in read.names if name.role is role]
        if names:
            parts.append(f"{ROLE_WORDS[role].zh} {'、'.join(names)}")
    if read.due:
        parts.append(f"期限 {read.due}")
    if read.persons:
        parts.append("人 " + "、".join(f"{person.label}:{person.name}" for person in read.persons))
    return "｜".join(parts + ["等"] * read.is_open)
