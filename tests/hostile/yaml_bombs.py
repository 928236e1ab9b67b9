"""Few bytes that grow, and many bytes; at every limit the last that works and the first that does not."""

from __future__ import annotations

from dataclasses import replace

from kepu_cli.yaml_source.decoding import MAX_BYTES, MAX_LINES
from kepu_cli.yaml_source.source import MAX_DEPTH, MAX_NODES
from tests.hostile.rows import GOOD, edit, passes, plan


def _laughs(levels: int) -> bytes:
    lines = "".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, levels))
    return f"方案: 示例\n重点任务:\n  - &a0 [lol]\n{lines}".encode()


def _merges(levels: int) -> bytes:
    lines = "".join(f"k{n}: &k{n}\n  <<: [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, levels))
    return f"k0: &k0 {{a: 1}}\n{lines}".encode()


def _own(depth: int) -> str:
    """A plan with something of the clerk's own that deep: its key's mapping is the second level."""
    return GOOD + f"其他: {{甲: {'[' * (depth - 2)}1{']' * (depth - 2)}}}\n"


def _filled(size: int) -> bytes:
    good = GOOD.encode()
    return good + b"#" * (size - len(good))


def _nodes(count: int) -> bytes:
    """A plan with so many nodes, most of them in a list of the clerk's own."""
    # The root, nine keys with what belongs to them, and the key and mapping, key and list around the items.
    count -= 26
    return (GOOD + "其他: {甲: [" + ",".join(["1"] * count) + "]}\n").encode()


DEPTH = (
    plan("dashes that kill the C parser", lambda: b"- " * 26_000, "K007 1:101", says="50 层"),
    plan("a hundred thousand brackets", lambda: b"a: " + b"[" * 100_000, "K007 1:53", says="50 层"),
    plan("a hundred thousand braces", lambda: b"a: " + b"{" * 100_000, "K007 1:53"),
    plan("brackets with keys", lambda: b"{a: " * 60_000, "K007 1:201"),
    plan("question marks", lambda: b"? " * 50_000, "K007 1:101"),
    plan(
        "six hundred levels of indentation",
        lambda: "".join(f"{' ' * n}k:\n" for n in range(600)).encode(),
        "K007 51:51",
    ),
    plan("six hundred closed brackets", f"a: {'[' * 600}{']' * 600}\n", "K007 1:53"),
    plan("as deep as may be", _own(MAX_DEPTH), "K005 10:57", says="应当是一段文字", never="嵌套"),
    plan("one level deeper", _own(MAX_DEPTH + 1), "K007 10:57", says="50 层"),
)

GROWTH = (
    plan("billion laughs", lambda: _laughs(9), "K007 3:5", says="&"),
    plan("a merge-key bomb", lambda: _merges(9), "K007 1:5", "K007 3:3"),
    plan("a merge key", edit("  - 名称", "  - <<: {牵头单位: 县教育局}\n    名称"), "K007 6:5", says="<<"),
    plan("an anchor that holds itself", GOOD + "附加: &a [*a]\n", "K007 10:5"),
    plan("an alias to nowhere", GOOD + "附加: *a\n", "K007 10:5"),
    plan("the same anchor twice", GOOD + "附加: [&a 1, &a 2]\n", "K007 10:6"),
    plan("an anchor on a key", GOOD + "&a 附加: 1\n", "K007 10:1"),
    plan("an anchor on everything", "&a\n" + GOOD, "K007 1:1"),
)

SIZE = (
    plan("as large as may be", lambda: _filled(MAX_BYTES)),
    plan("one byte more", lambda: _filled(MAX_BYTES + 1), "K001 1:1", says="5 MB"),
    plan("a hundred megabytes of line ends", lambda: b"\n" * 100_000_000, "K001 1:1", says="5 MB"),
    plan("five megabytes of line ends", lambda: b"\n" * (MAX_BYTES - 10), "K001 1:1", says="200000 行"),
    plan("as many lines as may be", lambda: GOOD.encode() + b"\n" * (MAX_LINES - 10)),
    plan("one line more", lambda: GOOD.encode() + b"\n" * (MAX_LINES - 9), "K001 1:1", says="200000 行"),
    plan("as many lines as may be, from Windows", lambda: GOOD.encode() + b"\r\n" * (MAX_LINES - 10)),
    plan("five megabytes of one text", lambda: "方案: ".encode() + b"x" * (MAX_BYTES - 10), "K006 1:1"),
    replace(plan("as many nodes as may be", lambda: _nodes(MAX_NODES), "K005 10:10", never="500000"), seconds=8),
    replace(plan("one node more", lambda: _nodes(MAX_NODES + 1), "K007 10:999958", says="500000"), seconds=8),
    plan(
        "a line of twelve thousand characters",
        edit("青少年科学素质提升行动", "行动、" + "项" * 12_000).replace("县教育局\n    责", "县外星局\n    责"),
        "K201 7:11",
        "K208 4:8",
        never="项" * 150,
    ),
    plan(
        "a name of twelve thousand characters",
        edit("牵头单位: 县教育局", "牵头单位: " + "县" * 12_000),
        "K201 7:11",
        "K208 4:8",
        never="县" * 150,
    ),
    plan(
        "a thousand mistakes",
        GOOD + "".join(f"键{n}: 1\n" for n in range(1000)),
        *(f"K004 {n}:1" for n in range(10, 1010)),
    ),
    plan("ten thousand spaces in a value", edit("青少年科学素质提升行动", "青少年" + " " * 10_000 + "行动")),
    plan("a number of a hundred thousand signs", GOOD + "    编号: " + "一" * 100_000 + "x\n"),
    replace(
        plan(
            "three thousand strangers in a list",
            edit("牵头单位: 县教育局", "牵头单位: 县教育局、" + "年、" * 3000),
            *(f"K201 7:{16 + 2 * n}" for n in range(3000)),
            "K302 7:16",
        ),
        seconds=4,
    ),
    plan(
        "six thousand brackets in a name",
        edit("牵头单位: 县教育局", "牵头单位: " + "（" * 6000),
        "K201 7:11",
        "K208 4:8",
        never="（" * 150,
    ),
    plan("ten thousand commas in names", edit("牵头单位: 县教育局", "牵头单位: 县教育局" + "、" * 10_000)),
    passes("a due date of ten thousand digits", edit("2026年底前", "2026年" + "1" * 10_000 + "月"), "K502 9:11"),
    passes("a due date of ten thousand words", edit("2026年底前", "每年9月、" * 5_000), "K502 9:11"),
)

ROWS = (*DEPTH, *GROWTH, *SIZE)
