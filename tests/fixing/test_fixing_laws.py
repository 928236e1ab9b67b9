"""Whatever a plan looks like: mended once is mended for good, nobody's duty changes, no comment is lost.

A line is as it was typed or as it should be, nothing third.
"""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kepu_cli.checking import check
from kepu_cli.fixing.tidy import fix, tidy
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_bytes
from tests.fixing.generated import FORMER, MEMBERS, OTHERS, SPELLINGS, plans
from tests.fixing.test_syntax import GOOD
from tests.plans import NOWHERE

_ALL = (*MEMBERS, *SPELLINGS, *FORMER, *OTHERS)
_FIXABLE = ("K203", "K204", "K205", "K206")


def _rows(data: bytes) -> list[tuple[object, ...]]:
    plan = load_bytes(data, "plan.yaml", NOWHERE).plan
    assert plan is not None
    return [(entry.path, entry.department, entry.role, entry.basis) for entry in build_ledger(plan).entries]


def _comments(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"# [^\r\n]*c?\d+[^\r\n]*", data.decode()))


def _found(data: bytes) -> list[str]:
    findings = check(load_bytes(data, "plan.yaml", NOWHERE)).findings
    return [finding.code for finding in findings if finding.fix is not None]


@settings(max_examples=80)
@given(plans(_ALL))
def test_tidied_keeps_who_does_what_and_every_comment(data: bytes) -> None:
    assert load_bytes(data, "plan.yaml", NOWHERE).flaws == ()
    tidied = tidy(data, "plan.yaml", NOWHERE)
    assert _rows(tidied.data) == _rows(data)
    assert _comments(tidied.data) == _comments(data)
    assert not {"K203", "K204", "K205"} & set(_found(tidied.data))
    assert tidy(tidied.data, "plan.yaml", NOWHERE).data == tidied.data
    assert tidied.data[:3] == data[:3] or not data.startswith(b"\xef\xbb\xbf")
    assert tidied.data.endswith(b"\n") == data.endswith(b"\n")


@settings(max_examples=80)
@given(plans(_ALL))
def test_fixed_leaves_nothing_to_fix(data: bytes) -> None:
    fixed = fix(data, "plan.yaml", NOWHERE)
    assert _found(fixed.data) == []
    assert _comments(fixed.data) == _comments(data)
    assert fix(fixed.data, "plan.yaml", NOWHERE).data == fixed.data
    assert {row[:2] for row in _rows(fixed.data)} == {row[:2] for row in _rows(data)}


@settings(max_examples=60)
@given(plans(MEMBERS))
def test_the_order_of_keys_moves_lines_and_changes_none(data: bytes) -> None:
    tidied = tidy(data, "plan.yaml", NOWHERE)
    if "K205" not in tidied.counts:
        assert _lines(tidied.data) == _lines(data)


def _lines(data: bytes) -> Counter[str]:
    """What the lines hold, without indentation and dashes, and what stands between the commas of { }."""
    pieces = (piece for line in data.decode().splitlines() for piece in re.split(r"[{}]|\s*,\s*", line))
    return Counter(re.sub(r"^(?:\s*(?:- )?)*", "", piece).strip() for piece in pieces)


@settings(max_examples=60)
@given(plans((*SPELLINGS, "县文爱办"), shuffles=False))
def test_a_spelling_changes_its_own_characters_and_no_others(data: bytes) -> None:
    """Names of lists that hold a department once: the text is the old one with the names replaced."""
    fixed = fix(data, "plan.yaml", NOWHERE)
    if set(fixed.counts) - {"K203"}:
        return
    actions, roster, rest = data.decode().partition("  - 县教育局")
    spelt = re.sub(r"#[^\r\n]*|" + "|".join(SPELLINGS), lambda found: _spelt(found[0]), actions)
    assert fixed.data.decode() == spelt + roster + rest


def _spelt(found: str) -> str:
    return SPELLINGS.get(found, found)


_SLIPS: tuple[tuple[str, str], ...] = (
    (r"^( *(?:- )?[^\s:#{]+): ", r"\1："),
    (r"^( *(?:- )?[^\s:#{]+): ", "\\1：\u3000"),
    (r"^( *(?:- )?[^\s:#{]+):$", r"\1："),
    (r"^( *(?:- )?[^\s:#{]+): ", r"\1:"),
    (r"^( *(?:- )?[^\s:#{]+): ", "\\1:\u3000"),
    (r"^( *)- ", r"\1－"),
    (r"^( *)- ", r"\1-"),
    (r"^    ", "\u3000\u3000"),
    (r", (?=[^ ]*:)", "，"),
    (r"\]$", "】"),
)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 18), st.sampled_from(_SLIPS)), min_size=1, max_size=5))
# The text of a duty that holds a full-width colon.
@example([(12, (r"^( *)- ", r"\1-"))])
def test_a_slip_is_mended_or_the_file_is_left(slips: list[tuple[int, tuple[str, str]]]) -> None:
    good = GOOD.splitlines()
    typed = [*good]
    for at, (pattern, slip) in slips:
        typed[at % len(good)] = re.sub(pattern, slip, typed[at % len(good)], count=1)
    data = "\n".join(typed).encode()
    if any(flaw.code == "K004" for flaw in load_bytes(data, "plan.yaml", NOWHERE).flaws):
        return
    fixed = fix(data, "plan.yaml", NOWHERE)
    lines = fixed.data.decode().split("\n")
    assert len(lines) == len(good)
    assert all(line in (meant, was) for line, meant, was in zip(lines, good, typed, strict=True))
    assert fixed.is_readable or lines == typed
    if len({at % len(good) for at, _ in slips}) == 1 and fixed.changes:
        assert lines == good
