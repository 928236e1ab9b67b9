"""The bytes of a text file → its characters, of which some are still no plan's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import FORBIDDEN, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Flaw, Said

UNREADABLE = Words("{file} 第 {line} 行：{problem}；{hint}", "{file}, line {line}: {problem}; {hint}")
NO_TEXT = Words(
    "{file} 不是文字文件，读不了；请确认选对了文件，或者在原来的软件里打开，把文字复制到 Word 或记事本里",
    "{file} is no text and cannot be read; please make sure it is the right file, or copy its text to a document",
)
TOO_MUCH_TEXT = Words(
    "{file} 超过 {limit} 万字，太长了；请只留方案的正文再试",
    "{file} has more than {limit}0,000 characters; please keep only the plan itself",
)
CLEANED = Words("去掉了 {count} 个看不见的控制字符", "left out {count} invisible control characters")

MAX_TEXT: Final = 1_000_000  # characters

_LINE_END = pattern("\r\n|\r|\n")
# Line ends to some programs and not to others: editors do not count them.
_SOFT_END = pattern("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Text(NamedTuple):
    """`notes` tell of the encoding, and of characters left out."""

    text: str
    notes: tuple[Said, ...]

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line with the number that an editor shows; soft line ends part it further."""
        for number, whole in enumerate(_LINE_END.split(self.text), start=1):
            yield from ((number, FORBIDDEN.sub("", part)) for part in _SOFT_END.split(whole))

    def plain(self) -> str:
        """With line feeds for line ends of every kind, and no controls."""
        return FORBIDDEN.sub("", _SOFT_END.sub("\n", _LINE_END.sub("\n", self.text)))


def text_of(data: bytes, file: str) -> Text:
    """Raises KepuError for bytes that are no text, and for texts too large."""
    decoded = decode(data, file)
    for flaw in decoded.flaws:
        if flaw.code == "K001":
            raise KepuError(say(NO_TEXT, file=file) if _ZEROS in data[:_HEAD] else _refusal(flaw))
    encoding = next((flaw for flaw in decoded.flaws if flaw.code == "K009"), None)
    # Pasted text may hold characters that no plan may; which encoding it is, is known by now all the same.
    text = (decoded.text or data.decode(encoding.kind if encoding else "utf-8")).lstrip("\ufeff")
    if len(text) > MAX_TEXT:
        raise KepuError(say(TOO_MUCH_TEXT, file=file, limit=MAX_TEXT // 10_000))
    notes = [_told(encoding)[0]] if encoding else []
    if controls := len(FORBIDDEN.findall(_SOFT_END.sub("", text))):
        notes.append(say(CLEANED, count=controls))
    return Text(text, tuple(notes))


_HEAD = 4096
# Text in units of two bytes has no more than two side by side.
_ZEROS = b"\0\0\0"


def _refusal(flaw: Flaw) -> Said:
    problem, hint = ((Words(*(each.in_(lang) for lang in Lang))) for each in _told(flaw))
    return say(UNREADABLE, file=flaw.place.file, line=flaw.place.line, problem=problem, hint=hint)


def _told(flaw: Flaw) -> tuple[Said, Said]:
    """The rule's message, and its hint."""
    from kepu_cli.rules import flaw_rule

    issue = flaw_rule(flaw.code).tell(flaw)
    assert issue.hint is not None
    return issue.message, issue.hint
