"""Text from a plan inside a file that people open: what no file may carry is shown, nothing is lost in silence."""

from __future__ import annotations

from kepu_cli.patterns import pattern


def shown(text: str) -> str:
    """Controls, halves of surrogate pairs and what else XML forbids as �; every kind of line end as a line feed."""
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def closed(text: str) -> str:
    """The text with an end for each change of writing direction that it leaves open: none reaches beyond it."""
    ends: list[str] = []
    for char in filter(_DIRECTIONS.__contains__, text):
        if char in _ENDS:
            ends.append(_ENDS[char])
        elif char == _END_OF_ISOLATE and char in ends:
            # An isolate's end is the end of everything begun inside it.
            while ends.pop() != char:
                pass
        elif char == _END_OF_EMBEDDING and ends[-1:] == [char]:
            ends.pop()
    return text + "".join(reversed(ends))


_LINE_ENDS = pattern("\r\n|[\r\x85\u2028\u2029]")
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"
_ENDS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _END_OF_EMBEDDING),
    **dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE),
}
_DIRECTIONS = frozenset((*_ENDS, _END_OF_EMBEDDING, _END_OF_ISOLATE))
