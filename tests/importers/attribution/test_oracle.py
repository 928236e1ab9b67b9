"""The 82 attributions of real notices, each read exactly: names, roles, groups and dues."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kepu_cli.importers.attribution.read import read_attribution
from kepu_cli.model import Role
from tests.plans import EXAMPLES

_FILE = EXAMPLES.parent.parent.parent / "shared/data/attributions.jsonl"
_KNOWN_WRONG: frozenset[str] = frozenset()


_ROWS: list[dict[str, Any]] = (
    [json.loads(line) for line in _FILE.read_text("utf-8").splitlines()] if _FILE.exists() else []
)


def _read(text: str) -> dict[str, object]:
    read = read_attribution(text)

    def bodies(role: Role) -> list[str]:
        return [name.name for name in read.names if name.role is role and not name.is_group]

    return {
        "lead": bodies(Role.LEAD),
        "responsible": bodies(Role.RESPONSIBLE),
        "cooperate": bodies(Role.SUPPORT),
        "groups": [name.name for name in read.names if name.is_group],
        "due": read.due or None,
    }


@pytest.mark.skipif(
    not _ROWS,
    reason="NOT CHECKED: ../shared/data/attributions.jsonl is not here: nobody compared with the 82 real attributions",
)
@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["id"])
def test_it_is_read_exactly(row: dict[str, Any]) -> None:
    read = _read(row["text"])
    assert (read == {key: row[key] for key in read}) == (row["id"] not in _KNOWN_WRONG)


@pytest.mark.skipif(
    not _ROWS,
    reason="NOT CHECKED: ../shared/data/attributions.jsonl is not here: nobody compared with the 82 real attributions",
)
@pytest.mark.parametrize(
    "row", [row for row in _ROWS if "persons" in row or "group_role" in row], ids=lambda row: row["id"]
)
def test_its_persons_and_the_role_of_its_groups(row: dict[str, Any]) -> None:
    read = read_attribution(row["text"])
    assert [person.name for person in read.persons] == row.get("persons", [])
    role = Role.SUPPORT if row.get("group_role") == "cooperate" else Role.RESPONSIBLE
    assert {name.role for name in read.names if name.is_group} <= {role}
