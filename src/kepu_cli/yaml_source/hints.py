"""Why YAML stumbles, told by its cause: the spot of the culprit, not the spot where the parser gave up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml.tokens import ScalarToken

from kepu_cli.findings import Flaw
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import code_point, place_at
from kepu_cli.yaml_source.escapes import explain_escapes
from kepu_cli.yaml_source.lost_dashes import bare_item, lost_dash
from kepu_cli.yaml_source.nodes import ListNode, MapNode, Node, ScalarNode, place_of
from kepu_cli.yaml_source.page import Culprit, Page, find_slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kepu_cli.findings import Fact

Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]

SHOWN_LENGTH = 40

# Possessive: going back on a line would never help, and remembering millions of them costs hundreds of megabytes.
_COMMENTS = r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n))*+"
_DIRECTIVE = pattern(_COMMENTS + r"(%\S*)")
_LEFTOVER = pattern(_COMMENTS + r"[ \t]*([^\s#])")
_CONFLICT = pattern(r"^(<{7}|>{7})(?= |$)", re.MULTILINE)
_INVISIBLE = pattern(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufffe\uffff]"
)
_TAG = pattern(r"![^\s,\[\]{}]*")
_REST_OF_LINE = pattern(r"[^\r\n]*")
_BRACKET_VALUE = pattern(r"(?:[ \t]|- )*(?:[^:]*:[ \t]+)?([\[{])")
_KEY_END = pattern(r":(?:\s|$)")
# The pure parser words the fault in a tag differently.
_SIGN_CONTEXTS = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning a directive",
)
_CLOSING = {"[": "]】］", "{": "}】｝"}


class _Trouble(NamedTuple):
    """The parser's complaint: where it gave up, and where the construct began that it was in."""

    at: int
    since: int
    problem: str
    context: str


def shown(text: str) -> str:
    """A value as typed, cut to forty characters, invisible characters spelled out as `U+3000`."""
    cut = text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + "…"
    return _INVISIBLE.sub(lambda match: match[0] if match[0] == " " else f"<{code_point(match[0])}>", cut)


def typed_tag(text: str, start: int) -> str:
    """The first tag from here on, as typed."""
    found = _TAG.search(text, start)
    return shown(found[0]) if found else "!"


def explain_directive(text: str, file: str) -> Flaw | None:
    """A `%` line in front of everything: a directive, or a text that begins so."""
    if not (match := _DIRECTIVE.match(text)):
        return None
    place = place_at(text, match.start(1), file, len(match[1]))
    if match[1] in ("%YAML", "%TAG"):
        return Flaw("K007", "directive", place, {"name": match[1]})
    return Flaw("K002", "special-start", place, {"sign": "%"})


def explain_leftover(text: str, file: str, end: int) -> Flaw | None:
    """What follows the end of the document."""
    if not (match := _LEFTOVER.match(text, end)):
        return None
    start = match.start(1)
    page = Page.of(text)
    if conflict := _conflict_mark(page, _Trouble(start, start, "", "")):
        return _flaw(page, conflict, file)
    # A comment ends the one long text that lines without any right colon are.
    slip = page.slip(page.run_up_to(page.row(start)))
    if slip and slip.kind == "wide-colon":
        return _flaw(page, slip, file)
    if text.startswith(("---", "...", "%"), start):
        return _flaw(page, Culprit("second-document", start, 3), file)
    return _flaw(page, Culprit("extra-bracket" if match[1] in "]}" else "leftover", start), file)


def explain_root(text: str, file: str, root: Node | None) -> Flaw | None:
    """A document that is no mapping: empty, one long text, or a list."""
    if isinstance(root, MapNode):
        return None
    if isinstance(root, ListNode):
        return Flaw("K002", "root-list", place_of(root, file))
    if root is None or root.text is None:
        return Flaw("K002", "empty", place_at(text, 0, file))
    page = Page.of(text)
    near = page.slip_without_keys() or page.slip(page.run_up_to(page.row(root.end.index)))
    slip = near if root.plain else None
    return _flaw(page, slip or Culprit("root-text", root.start.index), file)


def explain_key(text: str, file: str, key: Node) -> Flaw:
    """A key that is a list, a mapping or nothing."""
    place = place_of(key, file)
    if isinstance(key, ScalarNode):
        return Flaw("K002", "key-not-text", place, {"key": text[key.start.index : key.end.index] or ":"})
    line = _REST_OF_LINE.match(text, key.start.index)
    typed = _KEY_END.split(line[0] if line else "", maxsplit=1)[0]
    return Flaw("K002", "key-not-text", place, {"key": shown(typed)})


def explain_wide_key(text: str, file: str, start: int) -> Flaw | None:
    """A key that begins with a look-alike of a space or a dash, and so stands a level too high."""
    page = Page.of(text)
    slip = find_slip(page.line(start))
    hidden = slip is not None and slip.kind in ("wide-space-indent", "wide-dash") and slip.at == start
    return _flaw(page, slip, file) if slip and hidden else None


def explain_error(text: str, file: str, error: Exception, loader: Loader) -> Flaw:
    """The cause behind what a parser raised: a YAMLError, or a ValueError or OverflowError of the pure one."""
    page = Page.of(text)
    trouble = _trouble(text, error)
    if escape := _bad_escape(page, trouble, file):
        return escape
    if trouble.problem.startswith("found undefined tag handle"):
        return Flaw("K007", "tag", place_at(text, trouble.at, file), {"name": typed_tag(text, trouble.at)})
    culprit = _swallowing_quote(page, trouble, loader) or page.slip_without_keys()
    for look in _LOOKS:
        culprit = culprit or look(page, trouble)
    return _flaw(page, culprit or Culprit("other", trouble.at), file)


def _trouble(text: str, error: Exception) -> _Trouble:
    at_mark = getattr(error, "problem_mark", None)
    since_mark = getattr(error, "context_mark", None) or at_mark
    last = max(len(text.rstrip()) - 1, 0)
    at = min(at_mark.index, last) if at_mark else 0
    since = min(since_mark.index, last) if since_mark else 0
    return _Trouble(at, since, getattr(error, "problem", None) or "", getattr(error, "context", None) or "")


def _flaw(page: Page, culprit: Culprit, file: str) -> Flaw:
    place = place_at(page.text, culprit.at, file, culprit.width)
    sign = page.text[culprit.at : culprit.at + culprit.width]
    facts: dict[str, Fact] = {"sign": shown(sign), "code": code_point(sign[0]) if sign else ""}
    return Flaw("K002", culprit.kind, place, {**facts, "others": page.others_like(culprit)})


def _bad_escape(page: Page, trouble: _Trouble, file: str) -> Flaw | None:
    """A backslash in double quotes that means nothing to YAML, or a character that does not exist."""
    if "scalar" not in trouble.context and trouble.problem:
        return None
    if not trouble.problem or "Unicode character escape" in trouble.problem:
        return explain_escapes(page.text, file, trouble.since, len(page.text))
    if "escape" not in trouble.problem and "hexdecimal" not in trouble.problem:
        return None
    index = page.text.rfind("\\", 0, trouble.at + 1)
    return _flaw(page, Culprit("backslash", max(index, 0)), file)


def _swallowing_quote(page: Page, trouble: _Trouble, loader: Loader) -> Culprit | None:
    """A quote that was never closed takes everything up to the next quote, where the parser then stumbles."""
    in_quotes = "quoted scalar" in trouble.context
    spot = trouble.since if in_quotes else trouble.at
    opened = _last_long_quote(page.text, spot, loader)
    if opened and page.row(opened[1]) == page.row(spot):
        return Culprit("unclosed-quote", opened[0])
    return Culprit("unclosed-quote", trouble.since) if in_quotes else None


def _last_long_quote(text: str, until: int, loader: Loader) -> tuple[int, int] | None:
    """Start and end of the last quoted text over several lines that begins before `until`."""
    found = None
    scanner = loader(text)
    try:
        while (token := scanner.get_token()) is not None and token.start_mark.index <= until:
            if (
                isinstance(token, ScalarToken)
                and token.style in ("'", '"')
                and token.end_mark.line > token.start_mark.line
            ):
                found = (token.start_mark.index, token.end_mark.index - 1)
    except (yaml.YAMLError, ValueError, OverflowError):
        pass
    finally:
        scanner.dispose()
    return found


def _conflict_mark(page: Page, _: _Trouble) -> Culprit | None:
    match = _CONFLICT.search(page.text)
    return Culprit("conflict-mark", match.start(), 7) if match else None


def _special_start(page: Page, trouble: _Trouble) -> Culprit | None:
    """A value that begins with a sign of YAML's own."""
    if trouble.context.startswith(_SIGN_CONTEXTS):
        return Culprit("special-start", trouble.since)
    if "cannot start any token" not in trouble.problem:
        return None
    return Culprit("tab" if page.text[trouble.at] == "\t" else "special-start", trouble.at)


def _slip(page: Page, trouble: _Trouble) -> Culprit | None:
    row = page.row(trouble.at)
    rows = {*page.run_up_to(row), page.row(trouble.since) if "key" in trouble.context else row}
    return page.slip(sorted(rows)) or page.slip_of_dash(row - 1)


def _brackets(page: Page, trouble: _Trouble) -> Culprit | None:
    """Inside [ ] or { }: never closed, closed with another sign, or parted with another sign."""
    if page.text[trouble.at] in "]}" and "flow" not in trouble.context:
        return Culprit("extra-bracket", trouble.at)
    if not trouble.context.startswith("while parsing a flow") or page.text[trouble.since] not in _CLOSING:
        return Culprit("bracket-items", trouble.at) if "flow" in trouble.context else None
    inside = page.text[trouble.since : trouble.at + 1]
    signs = _CLOSING[inside[0]]
    right, wide = signs[0], signs[1:]
    for sign in () if right in inside else wide:
        if sign in inside:
            return Culprit("wide-bracket", trouble.since + inside.index(sign))
    if right not in inside and ("\n" in inside or "\r" in inside or trouble.at == len(page.text.rstrip()) - 1):
        return Culprit("unclosed-bracket", trouble.since)
    if "，" in inside:
        return Culprit("wide-comma", trouble.since + inside.index("，"))
    return Culprit("bracket-items", trouble.at)


def _lost_dash(page: Page, trouble: _Trouble) -> Culprit | None:
    return lost_dash(page, trouble.at, trouble.since, trouble.context)


def _second_colon(page: Page, trouble: _Trouble) -> Culprit | None:
    """`目标: 到2026年: …`: the value holds a colon and a space of its own."""
    if "mapping values are not allowed" not in trouble.problem:
        return None
    if _KEY_END.search(page.before(trouble.at)):
        return Culprit("colon-in-value", trouble.at)
    return bare_item(page, trouble.at) or Culprit("indentation", page.first_sign(trouble.at))


def _dash_after_key(page: Page, trouble: _Trouble) -> Culprit | None:
    if "sequence entries are not allowed" not in trouble.problem:
        return None
    return Culprit("dash-value" if page.before(trouble.at).strip() else "indentation", trouble.at)


def _text_after_quote(page: Page, trouble: _Trouble) -> Culprit | None:
    """`名称: "双减"行动`: the quotes end before the value does."""
    before = page.before(trouble.at).rstrip()
    return Culprit("text-after-quote", trouble.at) if before.endswith(("'", '"')) else None


def _no_colon(_: Page, trouble: _Trouble) -> Culprit | None:
    return Culprit("missing-colon", trouble.since) if "simple key" in trouble.context else None


def _indentation(page: Page, trouble: _Trouble) -> Culprit | None:
    if not trouble.context.startswith("while parsing a block"):
        return None
    if page.text[trouble.at] == ":" and not page.before(trouble.at).strip(" \t-"):
        return Culprit("no-key", trouble.at)
    return Culprit("indentation", page.first_sign(trouble.at))


def _text_after_bracket(page: Page, trouble: _Trouble) -> Culprit | None:
    """`名称: [2026] 行动`: YAML takes the brackets for a list, and the rest is left over."""
    before = page.before(trouble.at)
    opened = _BRACKET_VALUE.match(before)
    if opened is None or not before.rstrip().endswith(("]", "}")):
        return None
    return Culprit("special-start", trouble.at - len(before) + opened.start(1))


_LOOKS: tuple[Callable[[Page, _Trouble], Culprit | None], ...] = (
    _conflict_mark,
    _special_start,
    _slip,
    _brackets,
    _lost_dash,
    _second_colon,
    _dash_after_key,
    _text_after_quote,
    _text_after_bracket,
    _no_colon,
    _indentation,
)
