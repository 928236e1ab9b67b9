"""Trees with positions: texts stay texts, both parsers agree, nothing that comes in gets an exception out."""

from __future__ import annotations

import gc
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.yaml_source.nodes import ListNode, MapNode, Node, ScalarNode, place_of
from kepu_cli.yaml_source.source import _SUSPICIOUS, Loader, _is_suspicious, read_source

LOADERS = [pytest.param(yaml.CSafeLoader, id="c"), pytest.param(yaml.SafeLoader, id="pure")]

Simple = str | None | list["Simple"] | list[tuple[str | None, "Simple"]]
PIECES = ["a", "名称", ": ", ":", "：", "- ", "－", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "，", "#"]
QUOTES = ['"', "'", "\\", "\\U00110000", "\\x1b", " ", "\t", "\u3000", "\r\n", "\x1b"]
SIGNS = ["&", "*x", "!", "!!t", "%", "@", "`", "|", ">", "?", "~", "---\n", "...", "<<"]


def _simple(node: Node | None) -> Simple:
    if isinstance(node, MapNode):
        return [(key.text, _simple(value)) for key, value in node.entries]
    if isinstance(node, ListNode):
        return [_simple(item) for item in node.items]
    return node.text if node else None


def _value(text: str, loader: Loader = yaml.CSafeLoader) -> Node:
    root = read_source(text.encode(), "f", loader).root
    assert isinstance(root, MapNode)
    return root.entries[-1][1]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        *((typed, typed) for typed in ("010", "3.10", "yes", "no", "1:30", "2007-12", "0x1F", "1_000", "=", "true")),
        *((typed, None) for typed in ("", "~", "null", "Null", "NULL", '""', "''")),
        ('"null"', "null"),
        ("'~'", "~"),
        ('"a\\tb\\nc"', "a\tb\nc"),
        ("|\n  甲\n  乙\n", "甲\n乙\n"),
        ("“双减”背景", "“双减”背景"),
        ("行动：一", "行动：一"),
        ("x\t# 注", "x"),
    ],
)
def test_scalars_stay_text(loader: Loader, typed: str, text: str | None) -> None:
    assert _simple(_value(f"a: {typed}\n", loader)) == text


def test_plain_is_known() -> None:
    node = _value("a: [x, 'x']\n")
    assert isinstance(node, ListNode)
    assert [item.plain for item in node.items if isinstance(item, ScalarNode)] == [True, False]


def test_repeated_keys_are_kept() -> None:
    assert _simple(read_source(b"a: 1\na: 2\n", "f").root) == [("a", "1"), ("a", "2")]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_places(loader: Loader, end: str, encoding: str) -> None:
    text = end.join(["方案: 什邡市全民科学素质行动方案", "# 说明", "重点任务:", "  - 牵头单位: [市科协, 市教育局]", ""])
    source = read_source(text.encode(encoding), "f.yaml", loader)
    assert isinstance(source.root, MapNode)
    tasks = source.root.entries[1][1]
    assert isinstance(tasks, ListNode)
    (task,) = tasks.items
    assert isinstance(task, MapNode)
    leads = task.entries[0][1]
    assert isinstance(leads, ListNode)
    second = leads.items[1]
    assert source.text[second.start.index : second.end.index] == "市教育局"
    place = place_of(second, "f.yaml")
    assert (str(place), place.width) == ("f.yaml:4:17", 4)
    assert str(place_of(second.start, "g")) == "g:4:17"


def test_too_many_nodes() -> None:
    (flaw,) = read_source(b"a: [" + b"1," * 500_001, "f").flaws
    assert (flaw.kind, flaw.place.column) == ("too-many-nodes", 999_999)


def test_depth_up_to_the_limit() -> None:
    text = "a: " + "[" * 49 + "]" * 49
    assert read_source(text.encode(), "f").root is not None
    assert read_source(text.replace("[", "[[", 1).replace("]", "]]", 1).encode(), "f").flaws[0].kind == "too-deep"


def test_alias_bomb_is_refused_at_once() -> None:
    lines = ["a: &a [x, x]", *(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20))]
    assert [flaw.kind for flaw in read_source("\n".join(lines).encode(), "f").flaws] == ["anchor"]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read_source(b"a: [1", "f")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["c", "pure"])
@given(text=st.lists(st.sampled_from([*PIECES, *SIGNS, *QUOTES]) | st.text(max_size=2), max_size=25).map("".join))
def test_whatever_comes_in_a_source_comes_out(loader: Loader, text: str) -> None:
    source = read_source(text.encode("utf-8", "surrogatepass"), "f", loader)
    assert (source.root is None) == any(flaw.code != "K009" for flaw in source.flaws)
    lines = re.split(r"\r\n|\r|\n", source.text)
    for flaw in source.flaws if source.text else ():
        assert 1 <= flaw.place.line <= len(lines)
        assert 1 <= flaw.place.column <= len(lines[flaw.place.line - 1]) + 1


NAMES = st.text(alphabet="ab名称: #'\"-~", min_size=1, max_size=6)
TREES = st.dictionaries(
    NAMES,
    st.recursive(NAMES | st.just(""), lambda of: st.lists(of, max_size=3) | st.dictionaries(NAMES, of, max_size=3)),
    max_size=4,
)


@given(tree=TREES, flow=st.booleans())
def test_both_parsers_give_the_same_tree(tree: dict[str, object], flow: bool) -> None:
    data = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, sort_keys=False).encode()
    fast, slow = (read_source(data, "f", loader) for loader in (yaml.CSafeLoader, yaml.SafeLoader))
    assert fast.flaws == slow.flaws
    assert _simple(fast.root) == _simple(slow.root)
    assert not fast.flaws


def test_no_sign_that_needs_a_closer_look_is_passed_over() -> None:
    texts = ["<<", *map(chr, range(0x10000))]
    assert [text for text in texts if _SUSPICIOUS.search(text) and not _is_suspicious(text)] == []
