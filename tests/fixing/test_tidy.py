"""The whole way, bytes to bytes: encodings, the examples, what is counted and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kepu_cli.checking import check
from kepu_cli.findings import Severity
from kepu_cli.fixing.tidy import Tidied, fix, tidy, unified
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.model import RuleSetting, Settings
from tests.fixing.samples import action, fixed, tidied
from tests.plans import EXAMPLES, NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SHIFANG = EXAMPLES / "shifang-2007"
_PLAIN = action("责任单位: 县妇联\n")
_BOM = b"\xef\xbb\xbf"

_BYTES = {
    "utf-8": (_PLAIN.encode(), _PLAIN.encode(), ""),
    "bom-stays": (_BOM + _PLAIN.encode(), _BOM + _PLAIN.encode(), ""),
    "gbk": (_PLAIN.encode("gbk"), _PLAIN.encode(), "gb18030"),
    "gb18030": (action("责任单位: 县㙍局\n").encode("gb18030"), action("责任单位: 县㙍局\n").encode(), "gb18030"),
    "utf-16": (_PLAIN.encode("utf-16"), _PLAIN.encode(), "utf-16"),
    "utf-16-be": (b"\xfe\xff" + _PLAIN.encode("utf-16-be"), _PLAIN.encode(), "utf-16"),
    "crlf-in-gbk": (_PLAIN.replace("\n", "\r\n").encode("gbk"), _PLAIN.replace("\n", "\r\n").encode(), "gb18030"),
}


@pytest.mark.parametrize(("before", "after", "was"), _BYTES.values(), ids=_BYTES)
@pytest.mark.parametrize("door", [tidy, fix])
def test_encodings(before: bytes, after: bytes, was: str, door: Callable[..., Tidied]) -> None:
    mended = door(before, "plan.yaml", NOWHERE)
    assert mended.data == after
    assert mended.was_encoded == was
    assert mended.counts == ({"K009": 1} if was else {})
    assert not [flaw for flaw in mended.loaded.flaws if flaw.code == "K009"]


_UNREADABLE = {
    "nothing": b"",
    "a workbook": b"PK\x03\x04xl/",
    "no text": b"\x00\x01\x02\xff",
    "broken yaml in gbk": "方案: 示例方案\n年度 2026\n重点任务: [一, 二]\n".encode("gbk"),
}


@pytest.mark.parametrize("data", _UNREADABLE.values(), ids=_UNREADABLE)
def test_what_cannot_be_read_is_returned_as_it_is(data: bytes) -> None:
    mended = tidy(data, "plan.yaml", NOWHERE)
    assert (mended.data, mended.changes, mended.was_encoded) == (data, 0, "")
    assert not mended.is_readable
    assert mended.loaded.flaws == load_bytes(data, "plan.yaml", NOWHERE).flaws != ()


def test_what_would_grow_too_large_to_be_read_stays() -> None:
    data = (_PLAIN + "".join(f"# {'注' * 400}\n" for _ in range(6000))).encode("gbk")
    mended = tidy(data, "plan.yaml", NOWHERE)
    assert (mended.data, mended.changes) == (data, 0)
    assert mended.is_readable


def test_changes_are_counted_by_kind() -> None:
    text = action("责任单位: 科协、县人事局、县妇联、县妇联\n牵头单位: 县科协\n").replace("年度: ", "年度：")
    assert tidy(text.encode(), "plan.yaml", NOWHERE).counts == {
        "K002": 1, "K203": 1, "K204": 1, "K205": 1, "key-order": 1,
    }  # fmt: skip
    fixed = fix(text.encode("gbk"), "plan.yaml", NOWHERE)
    assert fixed.counts == {"K009": 1, "K002": 1, "K204": 1, "K205": 1, "K206": 1}
    assert fixed.changes == 5


def test_rules_that_the_project_switches_off_mend_nothing() -> None:
    data = action("责任单位: 科协\n").encode()
    off = Settings(rules={"K203": RuleSetting(severity="off")})
    assert tidy(data, "plan.yaml", NOWHERE, settings=off).data == data
    assert tidy(data, "plan.yaml", NOWHERE).data != data


@pytest.mark.parametrize("name", ["plan.yaml", "plan-en.yaml"])
def test_the_golden_plan_mended(name: str, tmp_path: Path) -> None:
    """What is left are the two names that nobody knows, and the title and number that the document lacks."""
    mended = fix((_SHIFANG / name).read_bytes(), name, _SHIFANG)
    (tmp_path / "departments.yaml").write_bytes((_SHIFANG / "departments.yaml").read_bytes())
    (tmp_path / name).write_bytes(mended.data)
    found = check(load_file(tmp_path / name)).findings
    serious = [finding for finding in found if finding.severity is not Severity.INFO]
    assert sorted(finding.code for finding in serious) == ["K101", "K105", *["K201"] * 6]
    unknown = {finding.message.facts["name"] for finding in serious if finding.code == "K201"}
    assert unknown == {"市文爱办", "市党校"}
    assert "K203" not in {finding.code for finding in found}
    assert mended.counts == {"K203": 11, "K206": 1}


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_examples_keep_their_meaning(path: Path) -> None:
    before, mended = load_file(path), tidy(path.read_bytes(), path.name, path.parent)
    assert tidy(mended.data, path.name, path.parent).data == mended.data
    if before.plan is None or mended.loaded.plan is None:
        assert mended.data == path.read_bytes()
        return
    rows, kept = (
        [(entry.path, entry.department, entry.role, entry.basis) for entry in build_ledger(plan).entries]
        for plan in (before.plan, mended.loaded.plan)
    )
    assert rows == kept


def test_the_difference_is_shown_by_line() -> None:
    before, after = "甲: 1\n乙: 2\n丙: 3", "甲: 1\n乙: 二\n丙: 3"
    assert unified(before.encode("gbk"), after.encode(), "p.yaml") == (
        "--- p.yaml\n+++ p.yaml\n@@ -1,3 +1,3 @@\n 甲: 1\n-乙: 2\n+乙: 二\n 丙: 3\n\\ No newline at end of file\n"
    )
    assert unified(before.encode("gbk"), before.encode(), "p.yaml") == ""


@pytest.mark.parametrize("former", ["县科普办", "[县科普办, 县科委]", "[{名称: 县科普办, 至: 2018}, 县科委]"])
def test_former_names_stay_as_they_are_written(former: str) -> None:
    text = action("牵头单位: 县科协\n").replace(
        "{名称: 县科协, 别名: [县科学技术协会]}", f"{{名称: 县科协, 前身: {former}}}"
    )
    assert tidied(text) == fixed(text) == text
    assert tidied(text.replace("牵头单位: 县科协", "牵头单位: 县科普办")) == text
