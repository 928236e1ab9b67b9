"""The catalogue of rules as text: a table of all, and a page about one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.catalogue import BAD_WORDS, FAMILY_WORDS, GOOD_WORDS, Family, rule_text, rule_texts
from kepu_cli.choices import choice_words
from kepu_cli.findings import Severity, Words, say
from kepu_cli.reports.screen import SEVERITY_INK, Ink
from kepu_cli.text_width import display_width, wrap_text
from kepu_cli.vocabulary import key_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.catalogue import RuleText
    from kepu_cli.reports.screen import Screen
    from kepu_cli.rules.anatomy import Rule


def rules_table(screen: Screen) -> str:
    """A line a rule, grouped by family: code, severity, title."""
    texts = rule_texts()
    wide = max(display_width(_severity_word(text.severity, screen)) for text in texts)
    blocks = []
    for family in Family:
        rows = [_row(text, wide, screen) for text in texts if text.family is family]
        heading = screen.paint(f"K{family} {screen.pick(FAMILY_WORDS[family])}", Ink.BOLD)
        blocks.append("\n".join([heading, *rows]))
    return "\n\n".join([*blocks, screen.paint(screen.pick(_MORE), Ink.DIM)]) + "\n"


def explain(rule: Rule, screen: Screen) -> str:
    """A rule's page: what it sees, why, a bad and a good example, how to set it."""
    text = rule_text(rule)
    blocks = [
        _heading(text, screen),
        "\n".join(_paragraph(screen.pick(text.why), screen)),
        *_examples(text, screen),
        "\n".join(_setting(text, screen)),
    ]
    return "\n\n".join(blocks) + "\n"


_MORE = Words(
    "kepu explain 编号 看一条规则的说明和例子，如 kepu explain K201",
    "kepu explain CODE tells more about one, with examples: kepu explain K201",
)
_SET = Words("怎么调整", "Settings")
_FIXED = Words(
    "它说的是文件本身，总会报告，不能关闭。",
    "It is about the file itself: it is always told and cannot be switched off.",
)
_TURN_OFF = Words("不想看到它，在方案里写：", "To switch it off, write in the plan:")
_TURN_ON = Words(
    "这条规则平时关闭。要打开，在方案里写：", "This rule is off by default. To switch it on, write in the plan:"
)
_LEVELS = Words("“{wanted}”也可以换成：{others}", "In place of {wanted}: {others}")
_WIDEST = 80
_INDENT = "  "
_MARK = "> "


def _row(text: RuleText, wide: int, screen: Screen) -> str:
    word = _severity_word(text.severity, screen)
    gap = " " * (wide - display_width(word))
    return f"{_INDENT}{text.code}  {_in_ink(word, text.severity, screen)}{gap}  {screen.pick(text.title)}"


def _severity_word(severity: Severity | None, screen: Screen) -> str:
    return screen.pick(choice_words("severity", severity or "off"))


def _in_ink(word: str, severity: Severity | None, screen: Screen) -> str:
    return screen.paint(word, SEVERITY_INK[severity] if severity else Ink.DIM)


def _heading(text: RuleText, screen: Screen) -> str:
    title = screen.paint(f"{text.code} {screen.pick(text.title)}", Ink.BOLD)
    family = screen.pick(FAMILY_WORDS[text.family])
    severity = _in_ink(_severity_word(text.severity, screen), text.severity, screen)
    return f"{title}\n{severity} · {family} · {screen.paint(text.name, Ink.DIM)}"


def _paragraph(text: str, screen: Screen) -> tuple[str, ...]:
    lines = wrap_text(text, min(screen.width, _WIDEST) - len(_INDENT)) if screen.width else (text,)
    return tuple(line.rstrip() for line in lines)


def _examples(text: RuleText, screen: Screen) -> Iterator[str]:
    for heading, ink, example, other in (
        (BAD_WORDS, Ink.ERROR, text.bad, text.good),
        (GOOD_WORDS, Ink.GOOD, text.good, text.bad),
    ):
        if example:
            yield "\n".join([screen.paint(screen.pick(heading), ink), *_marked(example, other, ink, screen)])


def _marked(example: str, other: str, ink: Ink, screen: Screen) -> Iterator[str]:
    """The example's lines; where the other one differs they carry a mark."""
    known = set(other.split("\n"))
    for line in example.split("\n"):
        yield f"{_INDENT}{line}" if line in known or not other else screen.paint(f"{_MARK}{line}", ink)


def _setting(text: RuleText, screen: Screen) -> Iterator[str]:
    yield screen.paint(screen.pick(_SET), Ink.BOLD)
    if text.fixed:
        yield from (_INDENT + line for line in _paragraph(screen.pick(_FIXED), screen))
        return
    wanted = choice_words("severity", "off" if text.severity else "warning")
    others = tuple(screen.pick(choice_words("severity", value)) for value in Severity)
    yield _INDENT + screen.pick(_TURN_OFF if text.severity else _TURN_ON)
    yield f"{_INDENT * 2}{key_in('Plan', 'rules', screen.lang)}: {{{text.code}: {screen.pick(wanted)}}}"
    others = tuple(word for word in others if word != screen.pick(wanted))
    yield _INDENT + say(_LEVELS, wanted=wanted, others=others).in_(screen.lang)
